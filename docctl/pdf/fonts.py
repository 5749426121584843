"""Fonts of a PDF by the names in it: ``ABCDEF+TimesNewRomanPS-BoldMT`` is bold Times New Roman.

The weight that a PDF states is of no use: Word writes 400 of bold letters, others the width of a stem.
"""

from msgspec import Struct

from docctl.domain.patterns import regex

_TAG = regex(r"^[A-Z]{6}\+")
_BOLD = regex(r"bold|black|heavy|demi(?!-?light)|semibd", 2)
_ITALIC = regex(r"italic|oblique|kursiv|курсив|(?<=[a-z,-])it$", 2)
_FACE = regex(r"(?:PS)?(?:MT|Std)?$")
_WORDS = regex(r"(?<=[a-zа-я])(?=[A-ZА-Я])")
_PLAIN = regex(r"[^a-zа-я0-9]+", 2)
_FORCED_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
"""Flags of a font descriptor, PDF 32000-1 table 123."""
TWINS = {
    "liberationserif": "Times New Roman",
    "tinos": "Times New Roman",
    "nimbusroman": "Times New Roman",
    "nimbusromno9l": "Times New Roman",
    "nimbusromanno9l": "Times New Roman",
    "termes": "Times New Roman",
    "texgyretermes": "Times New Roman",
    "times": "Times New Roman",
    "timesroman": "Times New Roman",
    "timesnewroman": "Times New Roman",
    "liberationsans": "Arial",
    "arimo": "Arial",
    "helvetica": "Arial",
    "nimbussans": "Arial",
    "arial": "Arial",
    "carlito": "Calibri",
    "caladea": "Cambria",
    "liberationmono": "Courier New",
    "cousine": "Courier New",
    "couriernew": "Courier New",
}
"""Families by their bare names: those that another program puts in place of one, letter by letter as wide."""


class Face(Struct, frozen=True):
    """What the name of a font says."""

    family: str
    """Empty when the font has no name."""
    bold: bool
    italic: bool


def face_of(name: str, flags: int = 0) -> Face:
    """The face that a font of a PDF is.

    Args:
        name: its base name, with or without the tag of a subset.
        flags: of its descriptor; 0 when unknown.
    """
    plain = _TAG.sub("", name)
    bold = bool(_BOLD.search(plain)) or bool(flags & _FORCED_BOLD)
    italic = bool(_ITALIC.search(plain)) or bool(flags & _ITALIC_FLAG)
    return Face(_family(plain), bold, italic)


def _family(name: str) -> str:
    """The family: what stands before the words for weight and slope."""
    stem = name.replace(",", "-").split("-")[0]
    stem = _FACE.sub("", stem) or stem
    if known := TWINS.get(_PLAIN.sub("", stem.lower())):
        return known
    return _WORDS.sub(" ", stem).strip()
