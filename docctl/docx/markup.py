"""XML as bytes: recoded to UTF-8, counted, its dangerous declarations refused, before a parser sees it."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from docctl.docx.limits import LIMITS, MIB, Limits
from docctl.errors import UnreadableDraft

STRICT = b"http://purl.oclc.org/ooxml/"
STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
TRANSITIONAL_NAME = rb"http://schemas.openxmlformats.org/\1/2006/\2"
# Strict names whose transitional twins are spelt otherwise than <first>/2006/<second>.
RESPELT = {
    b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties": b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    b"http://purl.oclc.org/ooxml/officeDocument/customProperties": b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
}

DECLARATION = re.compile(rb"<\?xml\s[^>]{0,200}>\s*")
ENCODING = re.compile(rb"\sencoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._-]{1,40})[\"']")
READ_AS_UTF8 = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
PARAGRAPH = re.compile(rb"<(?:[^\s<>/:!?]{1,64}:)?p[\s/>]")


def utf8(data: bytes, limits: Limits = LIMITS) -> bytes:
    """The same XML in UTF-8 and in transitional names, without byte order mark and declaration.

    Raises UnreadableDraft for another encoding than UTF-8 or UTF-16, a document type, a part too large.
    """
    _refuse_large(data, limits)
    recoded = _from_utf16(data)
    recoded = _from_utf8(data) if recoded is None else _undeclared(recoded)
    _refuse_large(recoded, limits)
    if not recoded.startswith(b"<"):
        raise encoded_otherwise()
    if b"<!DOCTYPE" in recoded or b"<!ENTITY" in recoded:
        raise UnreadableDraft("one of its parts declares a document type, which Word never does")
    return transitional(recoded)


def transitional(data: bytes) -> bytes:
    """Namespaces and relationship types of strict Office files as the transitional ones."""
    if STRICT not in data:
        return data
    for strict, respelt in RESPELT.items():
        data = data.replace(strict, respelt)
    return STRICT_NAME.sub(TRANSITIONAL_NAME, data)


def elements(data: bytes) -> int:
    """How many elements UTF-8 markup has at most: every "<" that does not close."""
    return data.count(b"<") - data.count(b"</")


def paragraphs(data: bytes) -> int:
    """How many paragraphs UTF-8 markup has, by whatever prefix they go."""
    return sum(1 for _ in PARAGRAPH.finditer(data))


def attributes(data: bytes) -> int:
    """How many attributes UTF-8 markup has at most."""
    return data.count(b"=")


def _from_utf16(data: bytes) -> bytes | None:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = "utf-16"
    elif data.startswith(b"<\0"):
        encoding = "utf-16-le"
    elif data.startswith(b"\0<"):
        encoding = "utf-16-be"
    else:
        return None
    try:
        return data.decode(encoding).encode()
    except UnicodeError as error:
        raise encoded_otherwise() from error


def _from_utf8(data: bytes) -> bytes:
    markup = data.removeprefix(BOM_UTF8).lstrip()
    declaration = DECLARATION.match(markup)
    declared = ENCODING.search(declaration[0]) if declaration is not None else None
    if declared is not None and declared[1].lower() not in READ_AS_UTF8:
        raise encoded_otherwise()
    return _undeclared(markup)


def _undeclared(markup: bytes) -> bytes:
    declaration = DECLARATION.match(markup)
    return markup if declaration is None else markup[declaration.end() :]


def _refuse_large(data: bytes, limits: Limits) -> None:
    if len(data) > limits.part:
        raise too_large(limits)


def too_large(limits: Limits) -> UnreadableDraft:
    """The error for an XML part over its limit."""
    return UnreadableDraft("one of its parts is larger than {limit} MiB", limit=limits.part // MIB)


def encoded_otherwise() -> UnreadableDraft:
    """The error for a part that is in no encoding of Word's."""
    return UnreadableDraft("one of its parts is in an encoding that Word does not use")
