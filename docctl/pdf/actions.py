"""What in a PDF can act when it is opened: scripts, attached files, programs to start.

The document's own parts are read by pypdf, of which this is the only importer; pages by pdfium. Runs in a
confined process.
"""

import ctypes
import io
import struct
import zlib
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from msgspec import Struct

from docctl.domain.draft import ActiveContent, ActiveKind
from docctl.domain.patterns import regex

_LAUNCH, _REMOTE = 4, 2
"""Types of actions: PDFACTION_*."""
_CARRIERS = {17: "FileAttachment", 18: "Sound", 19: "Movie", 21: "Screen", 25: "3D", 28: "RichMedia"}
"""Subtypes of annotations that carry something: FPDF_ANNOT_*."""
_MOST = 200
"""Annotations of a page that are looked at."""
_ACTING = regex(r"/(?:JavaScript|JS|Launch|EmbeddedFiles?|AA|XFA|RichMedia|ObjStm|ImportData|SubmitForm)\b")
_OPENS = regex(r"/OpenAction\s*[^\s\[]")
_ESCAPED = regex(r"/[A-Za-z]{0,20}#[0-9A-Fa-f]{2}")
_KINDS = {
    "/JavaScript": ActiveKind.MACROS,
    "/Launch": ActiveKind.CONTROL,
    "/GoToE": ActiveKind.EMBEDDED_OBJECT,
    "/GoToR": ActiveKind.EXTERNAL_DATA,
    "/ImportData": ActiveKind.EXTERNAL_DATA,
    "/SubmitForm": ActiveKind.EXTERNAL_DATA,
    "/Movie": ActiveKind.EMBEDDED_OBJECT,
    "/Rendition": ActiveKind.EMBEDDED_OBJECT,
    "/RichMediaExecute": ActiveKind.EMBEDDED_OBJECT,
}
"""Types of actions that do more than move about in the file, PDF 32000-1 table 198."""
_TROUBLE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pypdf raises of broken files beside its own errors."""
_CHAIN = 20
"""Actions of the longest chain that is followed."""


class Act(Struct, frozen=True, array_like=True):
    """Something in the file that can act."""

    kind: ActiveKind
    detail: str

    @property
    def content(self) -> ActiveContent:
        """As the draft has it."""
        return ActiveContent(self.kind, self.detail)


def acts_of_page(pdfium: Any, page: Any, number: int) -> Iterator[Act]:
    """What the annotations of an open page can do."""
    count = min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)
    if count <= 0:
        return
    for index in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        if subtype in _CARRIERS:
            yield Act(ActiveKind.EMBEDDED_OBJECT, f"{_CARRIERS[subtype]}, {number}")
        elif pdfium.FPDFAnnot_HasKey(annotation, b"AA"):
            yield Act(ActiveKind.MACROS, f"AA, {number}")
        pdfium.FPDFPage_CloseAnnot(annotation)
    yield from _linked(pdfium, page, number)


def _linked(pdfium: Any, page: Any, number: int) -> Iterator[Act]:
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page, place, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        kind = pdfium.FPDFAction_GetType(action) if action else 0
        if kind == _LAUNCH:
            yield Act(ActiveKind.CONTROL, f"Launch, {number}")
        elif kind == _REMOTE:
            yield Act(ActiveKind.EXTERNAL_DATA, f"GoToR, {number}")


def may_act(data: bytes) -> bool:
    """Whether the bytes leave it open that the document itself acts: names of actions, or hidden ones."""
    text = data.decode("latin-1")
    return bool(_ACTING.search(text) or _OPENS.search(text) or _ESCAPED.search(text))


def acts_of_document(pdfium: Any, document: Any, data: bytes) -> tuple[Act, ...]:
    """What the document itself does when it is opened or printed, and the files attached to it.

    Args:
        pdfium: the library.
        document: the open document.
        data: its bytes; pypdf looks into them where names in them, or names that may be hidden, ask for it.
    """
    found: list[Act] = []
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        found.append(Act(ActiveKind.MACROS, "JavaScript"))
    if pdfium.FPDFDoc_GetAttachmentCount(document) > 0:
        found.append(Act(ActiveKind.EMBEDDED_OBJECT, "EmbeddedFiles"))
    return (*found, *_catalogued(data)) if may_act(data) else tuple(found)


def _catalogued(data: bytes) -> tuple[Act, ...]:
    """What the catalog of the document starts; what pypdf cannot follow stays unsaid, and nothing is run."""
    pypdf = import_module("pypdf")
    errors = import_module("pypdf.errors")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return ()
        return tuple(_of_catalog(reader.trailer["/Root"].get_object()))
    except (errors.PyPdfError, errors.DependencyError, *_TROUBLE):
        return ()


def _of_catalog(catalog: Any) -> Iterator[Act]:
    yield from _of_action(catalog.get("/OpenAction"), "OpenAction")
    yield from _additional(catalog.get("/AA"))
    form = _resolved(catalog.get("/AcroForm"))
    if isinstance(form, dict) and "/XFA" in form:
        yield Act(ActiveKind.CONTROL, "XFA")


def _additional(actions: Any) -> Iterator[Act]:
    node = _resolved(actions)
    for event, action in node.items() if isinstance(node, dict) else ():
        yield from _of_action(action, f"AA {event}")


def _of_action(action: Any, detail: str) -> Iterator[Act]:
    """An action and those that follow it."""
    for _ in range(_CHAIN):
        node = _resolved(action)
        if not isinstance(node, dict):
            return
        kind = _KINDS.get(str(node.get("/S")))
        if kind is not None:
            yield Act(kind, f"{detail}: {str(node.get('/S')).strip('/')}")
        action = node.get("/Next")


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
