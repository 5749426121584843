"""What Kazakh sounds ask of a suffix: harmony of vowels, assimilation of consonants; and what they hide."""

VOWELS = frozenset("аәеёиоөуұүыіэюя")
_BACK = frozenset("аёоұыя")
_FRONT = frozenset("әеөүіэ")
_LETTERS = {
    "V": "аәеёоөұүыіэя",
    "G": "иуюйр",
    "L": "л",
    "N": "мнң",
    "Z": "жз",
    "T": "бвгғдкқпстфхһцчшщъ",
}
"""Classes of a stem's last letter: vowels, glides and р, л, nasals, voiced hissing ones, all that asks for a
voiceless suffix (б, в, г, д of loan words among them)."""
CLASS = {letter: name for name, letters in _LETTERS.items() for letter in letters}
_VOICELESS = {"б": "п", "г": "к", "ғ": "қ"}
_CLUSTER_FIRST = frozenset("рлйуң")
_CLUSTER_LAST = frozenset("нлрзқкп")
_SOFT_ENDS = ("ь", "ог", "нк")
"""Ends of loan words after which front vowels may follow back ones: рөльдер, педагогтер, банктер."""
_LOAN_LETTERS = frozenset("вфцщъьэё")


def harmony(text: str) -> str:
    """Which vowels may follow: ``a`` back, ``e`` front, ``*`` either."""
    for letter in reversed(text):
        if letter in _BACK:
            return "*" if text.endswith(_SOFT_ENDS) else "a"
        if letter in _FRONT:
            return "e"
        if letter in VOWELS:
            return "*"
    return "*"


def last_class(text: str) -> str:
    """Class of the last letter that sounds."""
    return CLASS.get(text[-2:-1] if text.endswith("ь") else text[-1:], "T")


def is_loan(stem: str) -> bool:
    """Whether letters, or an о past the first syllable, betray a word taken from Russian."""
    if not _LOAN_LETTERS.isdisjoint(stem):
        return True
    first = next((place for place, letter in enumerate(stem) if letter in VOWELS), 0)
    return "о" in stem[first + 1 :]


def is_changed(rest: str) -> bool:
    """Whether no native stem ends like this, so that it was changed by the vowel of a suffix: құлағ, көңл."""
    if rest[-1] == "ғ" or rest.endswith("іг"):
        return True
    return (rest[-1] in _VOICELESS or _lost_vowel(rest)) and not is_loan(rest)


def _lost_vowel(rest: str) -> bool:
    return len(rest) > 2 and rest[-1] in _CLUSTER_LAST and rest[-2] in _CLUSTER_FIRST


def hidden_stems(rest: str, vowels: str) -> tuple[str, ...]:
    """What a stem was, maybe, before a suffix with such vowels: кітаб → кітап, орн → орын, медал → медаль."""
    voiceless = rest[:-1] + _VOICELESS[rest[-1]] if rest[-1] in _VOICELESS else rest
    stems = [voiceless] if voiceless != rest else []
    if _lost_vowel(rest):
        stems.append(rest[:-1] + ("і" if vowels == "e" else "ы") + rest[-1])
    if rest[-1] == "у":
        stems.append(rest[:-1] + "п")
    if rest[-1] in "лнр":
        stems.append(rest + "ь")
    return tuple(stems)
