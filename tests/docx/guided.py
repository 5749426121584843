"""Small Word files with guidance, content controls and fields of a template in them."""

from docctl.docx.guidance_style import GUIDANCE
from tests.docx.packages import WORD_TYPE, WORD_XMLNS, content_types, document, packed, relationships

STYLES = (
    f'<w:styles {WORD_XMLNS}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    f'<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Hint">'
    '<w:name w:val="{name}"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our hints"/><w:basedOn w:val="Hint"/>'
    "</w:style></w:styles>"
)
STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
TYPES = content_types({"word/document.xml": WORD_TYPE, "word/styles.xml": STYLES_TYPE})
PAGE = '<w:r><w:br w:type="page"/></w:r>'
SECTION = "<w:sectPr/>"


def word(body: str, name: str = GUIDANCE, **more: str) -> bytes:
    """A Word file with a style for guidance."""
    return packed(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relationships(("styles", "styles.xml")),
            "word/styles.xml": STYLES.replace("{name}", name),
            "word/document.xml": document(body),
            **more,
        }
    )


def text(said: str, style: str = "", inner: str = "", properties: str = "") -> str:
    """A w:p."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f"<w:r><w:t>{said}</w:t></w:r>" if said else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{run}{inner}</w:p>"


def hint(said: str = "Say what the unit does.", inner: str = "", properties: str = "") -> str:
    """A paragraph of guidance."""
    return text(said, "Hint", inner, properties)


def cell(*blocks: str) -> str:
    """A w:tc."""
    return f"<w:tc>{''.join(blocks)}</w:tc>"


def table(*cells: str) -> str:
    """A w:tbl of one row."""
    grid = "".join("<w:gridCol/>" for _ in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{''.join(cells)}</w:tr></w:tbl>"


def control(*blocks: str, properties: str = "") -> str:
    """A content control around blocks."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{''.join(blocks)}</w:sdtContent></w:sdt>"
