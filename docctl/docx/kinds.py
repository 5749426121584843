"""What kind of file some bytes are, by their content alone, and whether a file's ending agrees."""

from enum import StrEnum

from docctl.errors import UnacceptedFormat, UnreadableDraft

ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODF_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument."
PDF_HEAD = 1024
"""The PDF header may stand anywhere in so many first bytes."""
MARKUP_HEAD = 4096


class FileKind(StrEnum):
    """A kind of file that people send for a document; the value is how it is called in messages."""

    OFFICE = "Office Open XML (.docx)"
    ENCRYPTED = "encrypted Office"
    OLD_WORD = "Word 97–2003"
    OLD_OFFICE = "Office 97–2003"
    OPEN_DOCUMENT = "OpenDocument"
    PDF = "PDF"
    RTF = "RTF"
    WORD_XML = "Word XML"
    HTML = "HTML"
    UNKNOWN = "unknown"


ENDINGS = {
    "docx": FileKind.OFFICE,
    "docm": FileKind.OFFICE,
    "dotx": FileKind.OFFICE,
    "dotm": FileKind.OFFICE,
    "xlsx": FileKind.OFFICE,
    "pptx": FileKind.OFFICE,
    "doc": FileKind.OLD_WORD,
    "dot": FileKind.OLD_WORD,
    "xls": FileKind.OLD_OFFICE,
    "ppt": FileKind.OLD_OFFICE,
    "msg": FileKind.OLD_OFFICE,
    "odt": FileKind.OPEN_DOCUMENT,
    "ott": FileKind.OPEN_DOCUMENT,
    "ods": FileKind.OPEN_DOCUMENT,
    "pdf": FileKind.PDF,
    "rtf": FileKind.RTF,
    "xml": FileKind.WORD_XML,
    "html": FileKind.HTML,
    "htm": FileKind.HTML,
}
OTHER_OFFICE = {"spreadsheetml": "Excel", "presentationml": "PowerPoint", "ms-excel": "Excel"}
"""Words in the content types of other programs' documents."""
WORD_ENDINGS = frozenset({"docx", "docm", "dotx", "dotm"})


def kind_of(data: bytes) -> FileKind:
    """The kind of file that the bytes are."""
    if data.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC)):
        return FileKind.OPEN_DOCUMENT if ODF_MIMETYPE in data[:128] else FileKind.OFFICE
    if data.startswith(OLE_MAGIC):
        return _kind_of_ole(data)
    if data.lstrip()[:5] == b"{\\rtf":
        return FileKind.RTF
    if b"%PDF-" in data[:PDF_HEAD]:
        return FileKind.PDF
    return _kind_of_markup(data[:MARKUP_HEAD].lower())


def _kind_of_ole(data: bytes) -> FileKind:
    """By the names of the streams in the compound file's directory, which is not packed."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileKind.ENCRYPTED
    if "WordDocument".encode("utf-16-le") in data:
        return FileKind.OLD_WORD
    return FileKind.OLD_OFFICE


def _kind_of_markup(head: bytes) -> FileKind:
    if b"schemas.microsoft.com/office/" in head or b"mso-application" in head:
        return FileKind.HTML if b"<html" in head else FileKind.WORD_XML
    if b"<html" in head or b"<!doctype html" in head:
        return FileKind.HTML
    return FileKind.UNKNOWN


def ending_of(name: str) -> str:
    """The ending of a file name in lower case, without its dot; empty when there is none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""


def refuse_unless_office(data: bytes, name: str) -> None:
    """Raise UnacceptedFormat for any other kind, UnreadableDraft for a protected or disguised file.

    `name` is the file's name; an empty one promises nothing.
    """
    kind = named_kind(data, name)
    if kind is not FileKind.OFFICE:
        raise unaccepted(kind.value)


def named_kind(data: bytes, name: str) -> FileKind:
    """The kind of a file whose name agrees with it.

    Raises UnreadableDraft for an empty, protected or disguised file, UnacceptedFormat for an unknown kind.
    """
    if not data:
        raise UnreadableDraft("the file is empty")
    kind = kind_of(data)
    ending = ending_of(name)
    promised = ENDINGS.get(ending)
    if kind is FileKind.ENCRYPTED:
        raise UnreadableDraft("it is protected by a password")
    if kind is FileKind.UNKNOWN and promised is not None:
        raise UnreadableDraft("it is not what its ending .{ending} says", ending=ending)
    if promised not in (None, kind):
        raise UnreadableDraft(
            "its format is {kind}, which is not what its ending .{ending} says",
            ending=ending,
            kind=kind.value,
        )
    if kind is FileKind.UNKNOWN:
        raise UnacceptedFormat("its format is not known")
    return kind


def other_office(name: str, content_type: str) -> UnreadableDraft:
    """The error for an archive that holds no Word document: a workbook, a presentation, any other."""
    ending = ending_of(name)
    if ending in WORD_ENDINGS or ENDINGS.get(ending) not in (None, FileKind.OFFICE):
        return UnreadableDraft("it is not what its ending .{ending} says", ending=ending)
    programs = (name for family, name in OTHER_OFFICE.items() if family in content_type)
    return unaccepted(next(programs, "ZIP"))


def unaccepted(kind: str) -> UnacceptedFormat:
    """The error for a kind of file that docctl does not take."""
    return UnacceptedFormat("its format is {kind}", kind=kind)
