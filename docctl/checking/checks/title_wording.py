"""When two wordings of an organisation, a title or a position are the same to a reader.

Letter case, quotes, spaces, line breaks, dashes and look-alike letters never count (`docctl.domain.folding`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from docctl.domain.folding import closed_up, fold, words_of
from docctl.domain.form import Form
from docctl.domain.words import Language

LEGAL_FORMS: tuple[tuple[str, ...], ...] = (
    (
        "ШЖҚ РМК",
        "шаруашылық жүргізу құқығындағы республикалық мемлекеттік кәсіпорын",
        "шаруашылық жүргізу құқығындағы республикалық мемлекеттік кәсіпорны",
    ),
    ("РГП на ПХВ", "республиканское государственное предприятие на праве хозяйственного ведения"),
    ("РМК", "республикалық мемлекеттік кәсіпорын", "республикалық мемлекеттік кәсіпорны"),
    ("РГП", "республиканское государственное предприятие"),
    ("КеАҚ", "коммерциялық емес акционерлік қоғам", "коммерциялық емес акционерлік қоғамы"),
    ("НАО", "некоммерческое акционерное общество"),
    ("NJSC", "NPJSC", "NCJSC", "non-profit joint-stock company", "non-commercial joint-stock company"),
    ("АҚ", "акционерлік қоғам", "акционерлік қоғамы"),
    ("АО", "акционерное общество"),
    ("JSC", "joint-stock company"),
    ("ЖШС", "жауапкершілігі шектеулі серіктестік", "жауапкершілігі шектеулі серіктестігі"),
    ("ТОО", "товарищество с ограниченной ответственностью"),
    ("LLP", "limited liability partnership"),
    ("ММ", "мемлекеттік мекеме", "мемлекеттік мекемесі"),
    ("ГУ", "государственное учреждение"),
)
"""Legal forms: the short and the full wordings of one are the same."""

JOINING = frozenset({"туралы", "о", "об", "обо", "по", "на", "для", "on", "of", "for", "about", "the"})
"""Words that join a title to the name of its kind: «… туралы ереже», «Положение об …»."""

AROUND = "«»“”„\"',;:"
"""What is not shown of a word that differs."""

MAX_WORDS = 200
"""Words of a title or a header that are compared; nobody reads on."""
MAX_LETTERS = 10_000

Key = tuple[str, ...]


def key_of(text: str) -> Key:
    """The words of a wording, as they are compared."""
    return tuple(words_of(closed_up(fold(text[:MAX_LETTERS])))[:MAX_WORDS])


def organisation_key(text: str, legal_forms: Iterable[Sequence[str]] = LEGAL_FORMS) -> Key:
    """The words of an organisation's name; its legal form comes last, in its short wording."""
    words = key_of(text)
    for wordings in legal_forms:
        short = key_of(wordings[0])
        for wording in sorted(map(key_of, wordings), key=len, reverse=True):
            place = position_in(words, wording)
            if place is not None:
                return words[:place] + words[place + len(wording) :] + short
    return words


def position_in(words: Key, phrase: Key) -> int | None:
    """Where the phrase begins among the words, counted from 0; None where it does not stand."""
    last = len(words) - len(phrase)
    return (
        next((i for i in range(last + 1) if words[i : i + len(phrase)] == phrase), None) if phrase else None
    )


def title_key(text: str, form: Form) -> Key:
    """The words of a title without the name of the kind, which may stand on a line of its own."""
    words = key_of(text)
    phrases = kind_phrases(form)
    while shorter := _without_end(words, phrases):
        words = shorter
    return words


def names_kind(text: str, form: Form) -> bool:
    """Whether a title begins or ends with the name of its kind."""
    words = key_of(text)
    return any(words[: len(p)] == p or words[-len(p) :] == p for p in kind_phrases(form))


@lru_cache(maxsize=16)
def kind_phrases(form: Form) -> tuple[Key, ...]:
    """How the form's kind is named in titles, joining words apart; the longest first."""
    names = (form.names.in_language(language) for language in Language)
    wordings = (*form.kind_lines.all(), *form.title_endings.all(), *names)
    phrases = {_joining_apart(key_of(wording.replace("{unit}", ""))) for wording in wordings}
    return tuple(sorted(phrases - {()}, key=lambda phrase: (-len(phrase), phrase)))


def _joining_apart(words: Key) -> Key:
    while words and words[0] in JOINING:
        words = words[1:]
    while words and words[-1] in JOINING:
        words = words[:-1]
    return words


def _without_end(words: Key, phrases: Iterable[Key]) -> Key:
    """The words without one phrase or joining word at either end; empty where nothing can go."""
    for phrase in (*phrases, *((word,) for word in JOINING)):
        if words[: len(phrase)] == phrase:
            return words[len(phrase) :]
        if words[-len(phrase) :] == phrase:
            return words[: -len(phrase)]
    return ()


def difference(expected: str, found: str) -> str:
    """The words in which two wordings differ, as printed: ``кеңсесі → кеңесі``."""
    old, new = expected.split()[:MAX_WORDS], found.split()[:MAX_WORDS]
    before = _shared(old, new)
    after = _shared(old[before:][::-1], new[before:][::-1])
    sides = (side[before : len(side) - after] for side in (old, new))
    return " → ".join(" ".join(word.strip(AROUND) for word in words) or "–" for words in sides)


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    return sum(1 for _ in _same_words(left, right))


def _same_words(left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    for one, other in zip(left, right, strict=False):
        if key_of(one) != key_of(other):
            return
        yield one
