"""Word files written as markup, for the tests of reading: a body, and whatever parts it leans on."""

import zipfile
from collections.abc import Mapping

from docctl.docx.reading import read_docx
from docctl.docx.xml import W_NAMESPACE
from docctl.domain.draft import Draft, Paragraph
from tests.docx.packages import OFFICE, content_types, packed, relationships

NAMESPACES = {
    "w": W_NAMESPACE,
    "r": OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
STORY = {"header": "hdr", "footer": "ftr"}


def t(text: str) -> str:
    """A w:t."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(content: str, properties: str = "") -> str:
    """A run of markup, or of text where no markup is given."""
    inside = content if content.startswith("<") else t(content)
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>" if properties else f"<w:r>{inside}</w:r>"


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of markup, or of text where no markup is given."""
    inside = content if content.startswith("<") or not content else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def char(kind: str, extra: str = "") -> str:
    """A run with a w:fldChar."""
    return r(f'<w:fldChar w:fldCharType="{kind}"{extra}/>')


def instr(text: str) -> str:
    """A run with a w:instrText."""
    return r(f'<w:instrText xml:space="preserve">{text}</w:instrText>')


def field(instruction: str, result: str) -> str:
    """A complex field; `result` is runs."""
    return char("begin") + instr(instruction) + char("separate") + result + char("end")


def tc(content: str = "", properties: str = "") -> str:
    """A table cell; `content` is blocks, or text of one paragraph."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def sdt(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def shape(blocks: str) -> str:
    """A text box as Word 2010 writes it: the drawing, and the same once more in VML for older programs."""
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx><w:txbxContent>{blocks}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox><w:txbxContent>{blocks}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )


PICTURE = "<w:drawing><wp:inline><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing>"


def root(name: str, content: str) -> str:
    """A part with all namespaces declared."""
    return f"<w:{name} {XMLNS}>{content}</w:{name}>"


def word_file(body: str, *, app: str = "", **parts: str) -> bytes:
    """A Word file. Keywords are contents of parts by role: ``styles``, ``header1``, ``comments``.

    The relationship id of a part is its keyword. `app` is the content of the extended properties.
    """
    types = {"word/document.xml": f"{WORD}document.main+xml"}
    contents: dict[str, bytes | str] = {"word/document.xml": root("document", f"<w:body>{body}</w:body>")}
    rows = []
    for name, content in parts.items():
        role = name.rstrip("0123456789")
        contents[f"word/{name}.xml"] = root(STORY.get(role, role), content)
        types[f"word/{name}.xml"] = f"{WORD}{role}+xml"
        rows.append(f'<Relationship Id="{name}" Type="{OFFICE}/{role}" Target="{name}.xml"/>')
    links = relationships().replace("</Relationships>", "".join(rows) + "</Relationships>")
    package = [("officeDocument", "word/document.xml")]
    if app:
        package.append(("extended-properties", "docProps/app.xml"))
        namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        contents["docProps/app.xml"] = f'<Properties xmlns="{namespace}">{app}</Properties>'
    envelope: Mapping[str, bytes | str] = {
        "[Content_Types].xml": content_types(types),
        "_rels/.rels": relationships(*package),
        "word/_rels/document.xml.rels": links,
    }
    # Not deflated: thousands of like paragraphs would break the limit on ratios.
    return packed({**envelope, **contents}, zipfile.ZIP_STORED)


def read(body: str, **parts: str) -> Draft:
    """The draft that `word_file` is read as."""
    return read_docx(word_file(body, **parts), "draft.docx")


def paragraphs(body: str, **parts: str) -> list[Paragraph]:
    """The paragraphs of the body."""
    return list(read(body, **parts).paragraphs())


def texts(body: str, **parts: str) -> list[str]:
    """The texts of the paragraphs of the body."""
    return [paragraph.text for paragraph in paragraphs(body, **parts)]


def only(body: str, **parts: str) -> Paragraph:
    """The one paragraph of a body."""
    (paragraph,) = paragraphs(body, **parts)
    return paragraph
