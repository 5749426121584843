"""A draft read from any kind of file that is taken: Word, PDF, and what LibreOffice makes a Word file of."""

from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from docctl.docx.archive import inflate, read_entries
from docctl.docx.kinds import FileKind, named_kind, unaccepted
from docctl.docx.limits import LIMITS, MIB
from docctl.docx.reading import read_docx
from docctl.domain.draft import Draft
from docctl.errors import UnacceptedFormat, UnreadableDraft, UsageError

if TYPE_CHECKING:
    from docctl.conversion.office import Office

# Each is loaded by the drafts that need it.
PDF, RECOGNITION, OFFICE, ACTIVE, LAYOUT = (
    "docctl.pdf.reading",
    "docctl.pdf.recognition",
    "docctl.conversion.office",
    "docctl.conversion.active",
    "docctl.app.layout",
)
CONVERTED = {FileKind.OLD_WORD: "doc", FileKind.RTF: "rtf", FileKind.OPEN_DOCUMENT: "odt"}
"""Kinds that LibreOffice turns into Word files, and the ending that each has."""
ODF_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
ODF_MANIFEST = "META-INF/manifest.xml"
ODF_ENCRYPTED = b"encryption-data"


class Reading(Struct, frozen=True):
    """How drafts are read."""

    word_only: bool = False
    """Only Word files are taken: what goes into the registry is edited on."""
    ocr: bool = False
    """Scans are read as pictures of text."""
    layout: bool = False
    """Word files are laid out by LibreOffice, so that their pages are known."""


class WordFile(Struct, frozen=True):
    """A Word file, given or made."""

    data: bytes
    format: str = "docx"
    """What it was before: ``docx``, ``doc``, ``rtf``, ``odt``."""


def read(data: bytes, name: str, how: Reading = Reading()) -> Draft:  # noqa: B008  it is frozen
    """The draft in a file, whatever kind its content is.

    Args:
        data: the file.
        name: its name without folders; it must not promise another kind.
        how: what is asked of the reading.

    Raises:
        UnreadableDraft: it is damaged, protected, disguised, or costs too much.
        UnacceptedFormat: it is of a kind that is not taken, or that needs LibreOffice, which is not here.
        UsageError: a layout is asked for and there is no LibreOffice.
    """
    if named_kind(data, name) is FileKind.PDF and not how.word_only:
        _refuse_size(data)
        draft: Draft = import_module(PDF).read_pdf(data, name, ocr=how.ocr)
        return draft
    word = word_file(data, name, how)
    draft = _read_word(word, data, name)
    if how.layout:
        laid_out: Draft = import_module(LAYOUT).laid_out(draft, word.data, needed_office())
        return laid_out
    return draft


def word_file(data: bytes, name: str, how: Reading = Reading()) -> WordFile:  # noqa: B008  it is frozen
    """The file itself where it is a Word file, else what LibreOffice makes of it; raises like `read`."""
    kind = named_kind(data, name)
    if kind is FileKind.OFFICE:
        return WordFile(data)
    if kind not in CONVERTED or how.word_only:
        raise unaccepted(kind.value)
    _refuse_size(data)
    if kind is FileKind.OPEN_DOCUMENT:
        _prove_open_document(data)
    office = _office()
    if office is None:
        raise UnacceptedFormat(
            "its format is {kind}, and LibreOffice, which opens it, is not installed on this computer",
            kind=kind.value,
        )
    return WordFile(office.converted(data, CONVERTED[kind], "docx"), CONVERTED[kind])


def refuse_missing(how: Reading) -> None:
    """Raises UsageError for a reading that needs a program which is not installed."""
    if how.layout:
        needed_office()
    if how.ocr:
        import_module(RECOGNITION).require_tesseract()


def _read_word(word: WordFile, data: bytes, name: str) -> Draft:
    if word.data is data:
        return read_docx(data, name)
    draft = read_docx(word.data, "")
    lost = import_module(ACTIVE).lost_in_conversion(data, word.format)
    return replace(draft, name=name, format=word.format, active=draft.active + lost)


def needed_office() -> "Office":
    """The LibreOffice that is installed; raises UsageError where there is none."""
    office = _office()
    if office is None:
        raise UsageError(
            "A draft is laid out by LibreOffice, which is not installed on this computer: install it, or"
            " check without --layout."
        )
    return office


def _office() -> "Office | None":
    office: Office | None = import_module(OFFICE).find_office()
    return office


def _refuse_size(data: bytes) -> None:
    if len(data) > LIMITS.file:
        raise UnreadableDraft("it is larger than {limit} MiB", limit=LIMITS.file // MIB)


def _prove_open_document(data: bytes) -> None:
    """Its archive is held to the limits of a Word file before LibreOffice sees it."""
    if ODF_TEXT not in data[:128]:
        raise unaccepted(FileKind.OPEN_DOCUMENT.value)
    for entry in read_entries(data):
        content = inflate(data, entry)
        if entry.name == ODF_MANIFEST and ODF_ENCRYPTED in content:
            raise UnreadableDraft("it is protected by a password")
