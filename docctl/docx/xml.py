"""Parsing the XML of Office files safely, and the names of its namespaces.

Only transitional namespaces come out; comments and processing instructions do not.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from docctl.docx import markup
from docctl.docx.limits import LIMITS, Limits
from docctl.errors import UnreadableDraft

Element = etree._Element

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{W_NAMESPACE}}}"
R = f"{{{R_NAMESPACE}}}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 (the prefix that Word itself uses)
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

PARSER_OPTIONS: dict[str, Any] = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "huge_tree": False,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}
STREAM_CHUNK = 64 * 1024


def parse(data: bytes, limits: Limits = LIMITS) -> Element:
    """The root element of a part.

    Raises UnreadableDraft for a part that breaks a limit of `markup.utf8` or is not well-formed.
    """
    try:
        root = etree.fromstring(markup.utf8(data, limits), _parser())
    except etree.XMLSyntaxError as error:
        raise _unparsable(error, limits) from error
    if root is None:
        raise UnreadableDraft("one of its parts is empty")
    return root


def stream(data: bytes, container: str, limits: Limits = LIMITS) -> Iterator[Element]:
    """The children of the first element named `container`, each complete, freed when the next is asked for.

    So a long body never stands in memory as a whole. `data` is a part as `Package.part` gives it. Nothing
    comes when there is no such element. Raises UnreadableDraft for a part that is not well-formed.
    """
    parser = etree.XMLPullParser(("start",), tag=container, **PARSER_OPTIONS)
    inside: Element | None = None
    try:
        for at in range(0, len(data), STREAM_CHUNK):
            parser.feed(data[at : at + STREAM_CHUNK])
            if inside is None:
                inside = _first(parser)
            if inside is not None:
                yield from _complete(inside)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise _unparsable(error, limits) from error
    if inside is not None:
        yield from inside


def _first(parser: etree.XMLPullParser) -> Element | None:
    """The element whose start was met, None before that."""
    return next((found for _, found in parser.read_events() if isinstance(found, Element)), None)


def _complete(container: Element) -> Iterator[Element]:
    """The children before the last one, which may still be growing; each is taken out once it was used."""
    child = next(container.iterchildren(), None)
    while child is not None:
        following = child.getnext()
        if following is None:
            return
        yield child
        child.clear()
        container.remove(child)
        child = following


def _parser() -> etree.XMLParser:
    return etree.XMLParser(**PARSER_OPTIONS)


def _unparsable(error: etree.XMLSyntaxError, limits: Limits) -> UnreadableDraft:
    if "depth" in str(error):
        return UnreadableDraft("its markup is nested deeper than {limit} levels", limit=limits.depth)
    return UnreadableDraft("its markup is damaged in line {line}", line=error.lineno or 1)
