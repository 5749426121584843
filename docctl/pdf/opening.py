"""A PDF opened by pdfium, or refused with the reason. The only importer of pypdfium2."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from docctl.errors import UnreadableDraft
from docctl.pdf.limits import LIMITS, MIB

_PASSWORD, _SECURITY = 4, 5
"""Errors of pdfium: FPDF_ERR_*."""


def library() -> Any:
    """The functions of pdfium, made ready; slow to import, so only what reads a PDF asks for it."""
    import_module("pypdfium2")
    return import_module("pypdfium2.raw")


def refuse_oversize(data: bytes) -> None:
    """Raises UnreadableDraft for a file that is larger than a draft may be, before anything looks into it."""
    if len(data) > LIMITS.file:
        raise UnreadableDraft("it is larger than {limit} MiB", limit=LIMITS.file // MIB)


@contextmanager
def opened(pdfium: Any, data: bytes) -> Iterator[Any]:
    """The document; raises UnreadableDraft when it is locked, damaged or has too many pages."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refused(pdfium.FPDF_GetLastError())
    try:
        refuse_many(pdfium.FPDF_GetPageCount(document))
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def refuse_many(pages: int) -> None:
    """Raises UnreadableDraft for a count of pages that no draft has."""
    if pages > LIMITS.pages:
        raise UnreadableDraft("it has more than {limit} pages", limit=LIMITS.pages)
    if pages < 1:
        raise UnreadableDraft("it has no pages: its content is damaged")


def _refused(error: int) -> UnreadableDraft:
    if error == _PASSWORD:
        return UnreadableDraft("it opens only with a password: ask its author for a copy without one")
    if error == _SECURITY:
        return UnreadableDraft(
            "it is encrypted in a way that cannot be read: ask its author for a plain copy"
        )
    return UnreadableDraft(
        "it is no PDF, or its content is damaged: export it anew from the program it was made in"
    )
