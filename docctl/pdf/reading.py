"""A PDF as a draft: limits, then its pages in a confined process, then the draft that they show."""

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from docctl.confinement import Confinement, confined
from docctl.domain.aspects import Aspect
from docctl.domain.draft import Draft
from docctl.errors import UnreadableDraft
from docctl.pdf.actions import Act, acts_of_document
from docctl.pdf.drafting import Said, draft_of
from docctl.pdf.extraction import Sheet, read_page
from docctl.pdf.limits import LIMITS
from docctl.pdf.opening import library, opened, refuse_oversize
from docctl.pdf.page import Page
from docctl.pdf.recognition import recognised
from docctl.pdf.scans import refuse_unreadable, unreadable_pages


class Content(Struct, frozen=True, array_like=True):
    """What a confined process tells of a PDF."""

    sheets: tuple[Sheet, ...]
    acts: tuple[Act, ...] = ()


_CONFINEMENT = Confinement(seconds=LIMITS.seconds, computing=LIMITS.computing, memory=LIMITS.memory)


def read_pdf(data: bytes, name: str, *, ocr: bool = False) -> Draft:
    """The draft that a PDF shows.

    Raises UnreadableDraft when it is locked, damaged or larger than a draft may be, ScannedDraft when pages
    of it are pictures or say other letters than they show and are not to be recognised.

    Args:
        data: the bytes of the file.
        name: its name without folders.
        ocr: recognise the letters of such pages.
    """
    content = _content(data)
    pages = tuple(sheet.page for sheet in content.sheets)
    acts = (*content.acts, *(act for sheet in content.sheets for act in sheet.acts))
    said = Said(active=tuple(act.content for act in acts))
    scanned = unreadable_pages(pages) if ocr else ()
    if not scanned:
        refuse_unreadable(pages)
        return draft_of(pages, name, said)
    pages = recognised(data, pages, scanned)
    draft = draft_of(pages, name, said)
    return replace(draft, unknown=draft.unknown | {Aspect.FONTS})


def page_texts(data: bytes) -> tuple[Page, ...]:
    """The pages of a PDF with their lines of text; raises UnreadableDraft as `read_pdf` does."""
    return tuple(sheet.page for sheet in _content(data).sheets)


def _content(data: bytes) -> Content:
    refuse_oversize(data)
    library()
    return msgspec.msgpack.decode(confined(lambda: _read(data), _CONFINEMENT), type=Content)


def _read(data: bytes) -> bytes:
    """Everything of the file; runs in the confined process."""
    pdfium = library()
    letters = 0
    sheets: list[Sheet] = []
    with opened(pdfium, data) as document:
        for number in range(1, pdfium.FPDF_GetPageCount(document) + 1):
            sheet = read_page(pdfium, document, number)
            letters += sum(len(line.text) for line in sheet.page.lines)
            if letters > LIMITS.all_letters:
                raise UnreadableDraft("it has more than {limit} letters", limit=LIMITS.all_letters)
            sheets.append(sheet)
        acts = acts_of_document(pdfium, document, data)
    return msgspec.msgpack.encode(Content(tuple(sheets), acts))
