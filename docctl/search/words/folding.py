"""Words as people compare them: one case, one alphabet to a word, one code for a letter."""

import unicodedata

from docctl.domain.patterns import regex

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that are there for the typesetter: soft hyphen, zero-width ones."""
_SPACES = "\u00a0\u202f\u2007\u2009\u200a\u205f"
_DASHES = "‐‑‒–—―−"
_SAME = str.maketrans(
    {
        **dict.fromkeys(UNSEEN),
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_DASHES, "-"),
        "ӊ": "ң",
        "ӈ": "ң",
        "ҥ": "ң",
        "ə": "ә",
        "ǝ": "ә",
        "ӛ": "ә",
        "ɵ": "ө",
        "ӫ": "ө",
        "ҝ": "қ",
        "ӄ": "қ",
        "ҡ": "қ",
        "ӷ": "ғ",
        "ѓ": "ғ",
        "ї": "і",
        "ё": "е",
        "\u0307": None,
    }
)
_LATIN_SHAPES = "aceopxyhkmtbiACEOPXYHKMTBI"
_CYRILLIC_SHAPES = "асеорхуһкмтвіАСЕОРХУНКМТВІ"
_TO_CYRILLIC = str.maketrans(_LATIN_SHAPES, _CYRILLIC_SHAPES)
_TO_LATIN = str.maketrans(_CYRILLIC_SHAPES, _LATIN_SHAPES)
_LATIN = regex("[A-Za-z]")
_CYRILLIC = regex("[\u0400-\u04ff]")
_SURELY_LATIN = regex("[dfgjlnqrsuvwzDFGJLNQRSUVWZ]")
_SURELY_CYRILLIC = regex("[бгғджзийқлнңөпұүфцчшщъыьэюяәБГҒДЖЗИЙҚЛҢӨПҰҮФЦЧШЩЪЫЬЭЮЯӘ]")
_RUN = regex("[A-Za-z\u0400-\u04ff]+")
_HIDDEN = str.maketrans(dict.fromkeys(UNSEEN))
_SKELETON = str.maketrans("әғқңөұүһі", "агкноуухи")


def fold(word: str) -> str:
    """The word composed, in lower case, in one alphabet, without invisible characters; ё is е, ӊ is ң.

    Latin look-alikes inside a Cyrillic word become Cyrillic and the other way round; folding twice changes
    nothing.
    """
    if word.isascii():
        return word.lower()
    composed = _of_one_alphabet(unicodedata.normalize("NFC", word.translate(_HIDDEN)))
    return _of_one_alphabet(unicodedata.normalize("NFC", composed.lower().translate(_SAME)))


def skeleton(word: str) -> str:
    """The word as it is typed on a keyboard without Kazakh letters: қ is к, ә is а, і is и."""
    return bones(fold(word))


def bones(folded: str) -> str:
    """The skeleton of a folded word: as many letters."""
    return folded.translate(_SKELETON)


def _of_one_alphabet(text: str) -> str:
    """Every run of letters in one alphabet; case matters, as capitals have look-alikes of their own."""
    if _LATIN.search(text) and _CYRILLIC.search(text):
        return _RUN.sub(lambda run: _levelled(run[0]), text)
    return text


def _levelled(run: str) -> str:
    latin = len(_LATIN.findall(run))
    if latin in (0, len(run)):
        return run
    sure = len(_SURELY_CYRILLIC.findall(run)) - len(_SURELY_LATIN.findall(run))
    cyrillic = sure > 0 or (sure == 0 and latin * 2 <= len(run))
    return run.translate(_TO_CYRILLIC if cyrillic else _TO_LATIN)
