"""A Word draft laid out by LibreOffice, so that its pages are known, not estimated."""

from importlib import import_module
from typing import TYPE_CHECKING

from msgspec.structs import force_setattr, replace

from docctl.conversion.alignment import pages_of
from docctl.conversion.office import Office
from docctl.domain.draft import Draft, Pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docctl.pdf.page import Page

READER = "docctl.pdf.reading"


def laid_out(draft: Draft, word: bytes, office: Office) -> Draft:
    """The draft with the page of each paragraph and the number of pages as LibreOffice lays it out.

    Args:
        draft: as it was read from `word`; its paragraphs are told their pages.
        word: the Word file.
        office: the LibreOffice that is installed.

    Raises:
        UnreadableDraft: LibreOffice cannot lay it out, or it costs too much.
    """
    pages: Sequence[Page] = import_module(READER).page_texts(office.converted(word, "docx", "pdf"))
    paragraphs = list(draft.paragraphs())
    lines = [[line.text for line in page.lines] for page in pages]
    found = pages_of([(one.label, one.text) for one in paragraphs], lines)
    for paragraph, page in zip(paragraphs, found, strict=True):
        # The values are not yet anyone else's.
        force_setattr(paragraph, "page", page)
    return replace(draft, pages=Pages(len(pages), estimated=False))
