"""Pages that are pictures, and text that cannot be believed: what a PDF shows but does not say.

A scan has a picture where the text should be. A text layer is not to be trusted when the letters that it says
are not those that it shows: a font whose table to Unicode is missing or wrong.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from docctl.domain.patterns import regex
from docctl.errors import ScannedDraft
from docctl.pdf.page import Page

_FEW = 25
"""Letters up to which a page with a large picture has no text of its own: a stamp, a page number."""
_LARGE = 0.4
"""Share of the page from which on its pictures together are the page."""
_ENOUGH = 60
"""Letters from which on a page's text can be judged."""
_JUNK = 0.1
"""Share of letters that no text has."""
_SOUP = 0.3
"""Share of accented Latin letters from which on they stand for Cyrillic ones."""
_MIXED = 0.15
"""Share of words that mix alphabets from which on a machine has misread them."""
_SCRAPS = 0.5
"""Share of single letters among words from which on they are no words."""
_WORDS = 15
"""Words from which on their lengths can be judged."""
_LISTED = 12
"""Pages that an error names."""
_WORD = regex(r"[^\W\d_]+")
_ACCENTED = regex(r"[\u00c0-\u00ff]")
_NO_LETTER = regex(r"[\ufffd\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uefff\uf200-\uf8ff]")
_LATIN, _CYRILLIC = regex(r"[A-Za-z]"), regex(r"[\u0400-\u04ff]")


class Nature(StrEnum):
    """What a page of a PDF is."""

    TEXT = "text"
    PICTURE = "picture"
    """A scan: a picture, and hardly a letter."""
    SOUP = "soup"
    """Text whose letters are not those that are seen."""


def nature_of(page: Page) -> Nature:
    """What a page is, by its letters and pictures."""
    text = "\n".join(line.text for line in page.lines)
    letters = sum(len(word) for word in _WORD.findall(text))
    if letters <= _FEW and _is_picture(page) and not _NO_LETTER.search(text):
        return Nature.PICTURE
    if len(text) >= _ENOUGH and _is_soup(text, letters):
        return Nature.SOUP
    return Nature.TEXT


def _is_picture(page: Page) -> bool:
    area = page.width * page.height
    covered = sum(max(box.width, 0.0) * max(box.height, 0.0) for box in page.pictures)
    return area > 0 and covered >= _LARGE * area


def _is_soup(text: str, letters: int) -> bool:
    junk = len(_NO_LETTER.findall(text))
    if junk > _JUNK * (letters + junk):
        return True
    if letters and len(_ACCENTED.findall(text)) > _SOUP * letters:
        return True
    words = _WORD.findall(text)
    if not words:
        return False
    mixed = sum(bool(_LATIN.search(word) and _CYRILLIC.search(word)) for word in words)
    single = sum(len(word) == 1 for word in words)
    return mixed > _MIXED * len(words) or (len(words) >= _WORDS and single > _SCRAPS * len(words))


def refuse_unreadable(pages: Sequence[Page]) -> None:
    """Raises ScannedDraft when the text of some page is not there or not to be trusted; says which pages."""
    natures = {page.number: nature_of(page) for page in pages}
    counts = Counter(natures.values())
    pictures, soups = counts[Nature.PICTURE], counts[Nature.SOUP]
    if not pictures and not soups:
        return
    if pictures == len(pages):
        raise ScannedDraft(
            "it is a scan: its pages are pictures without text; "
            "hand in the file it was printed from, or have it recognised with --ocr"
        )
    if soups:
        raise ScannedDraft(
            "its text layer cannot be trusted: the letters stored on pages {pages} are not those that are "
            "seen; export it anew from the program it was made in, or have it recognised with --ocr",
            pages=_listed(number for number, nature in natures.items() if nature is Nature.SOUP),
        )
    raise ScannedDraft(
        "pages {pages} are pictures without text; hand in the file they were printed from, "
        "or have them recognised with --ocr",
        pages=_listed(number for number, nature in natures.items() if nature is Nature.PICTURE),
    )


def unreadable_pages(pages: Iterable[Page]) -> tuple[int, ...]:
    """The pages that must be recognised to be read."""
    return tuple(page.number for page in pages if nature_of(page) is not Nature.TEXT)


def _listed(numbers: Iterable[int]) -> str:
    found = list(numbers)
    shown = ", ".join(map(str, found[:_LISTED]))
    return f"{shown} …" if len(found) > _LISTED else shown
