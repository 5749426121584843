"""XML as text: elements, attributes, the namespaces of a Word file."""

from xml.sax.saxutils import escape, quoteattr

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": (
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"
    ),
    "http://schemas.openxmlformats.org/drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": (
        "http://purl.oclc.org/ooxml/drawingml/picture"
    ),
}
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def tag(name: str, /, *children: str, **attributes: object) -> str:
    """An element: ``tag("w:jc", w_val="both")``; attributes that are None are left out."""
    said = "".join(
        f" {key.replace('_', ':', 1)}={quoteattr(str(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def val(name: str, value: object) -> str:
    """An element with nothing but ``w:val``."""
    return tag(name, w_val=value)


def root(name: str, /, *children: str, **attributes: object) -> bytes:
    """A whole part, its root declaring every namespace."""
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    body = tag(name, *children, mc_Ignorable="w14", **attributes)
    return (PROLOGUE + body.replace(f"<{name}", f"<{name}{declared}", 1)).encode()


def text_of(text: str) -> str:
    """``w:t`` elements, tabs and line breaks for the text."""
    pieces = []
    for number, line in enumerate(text.split("\n")):
        if number:
            pieces.append("<w:br/>")
        for column, piece in enumerate(line.split("\t")):
            if column:
                pieces.append("<w:tab/>")
            if piece:
                pieces.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(pieces)


def made_strict(part: bytes) -> bytes:
    """The part in the namespaces and values of strict OOXML."""
    text = part.decode()
    for transitional, strict in STRICT.items():
        text = text.replace(transitional, strict)
    for old, new in (
        ('<w:jc w:val="left"/>', '<w:jc w:val="start"/>'),
        ('<w:jc w:val="right"/>', '<w:jc w:val="end"/>'),
    ):
        text = text.replace(old, new)
    return text.replace("<w:document ", '<w:document w:conformance="strict" ', 1).encode()
