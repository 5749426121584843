"""Parts of Word files written out by hand, and whole files of them for LibreOffice."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from docctl.docx.formats import Formats
from docctl.docx.xml import W_NAMESPACE

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{WORD}.numbering+xml"/></Types>'
)
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(root: str, content: str) -> etree._Element:
    """The root element of a WordprocessingML part."""
    return etree.fromstring(markup(root, content))


def markup(root: str, content: str) -> str:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return f'<w:{root} xmlns:w="{W_NAMESPACE}" xmlns:mc="{mc}" xmlns:a="{DRAWING}">{content}</w:{root}>'


def theme(*, major: str = "", minor: str = "", colors: str = "") -> etree._Element:
    """A theme part: the content of its font lists and its colour scheme."""
    return etree.fromstring(
        f'<a:theme xmlns:a="{DRAWING}"><a:themeElements><a:clrScheme>{colors}</a:clrScheme><a:fontScheme>'
        f"<a:majorFont>{major}</a:majorFont><a:minorFont>{minor}</a:minorFont></a:fontScheme>"
        "</a:themeElements></a:theme>"
    )


def formats(
    styles: str = "", *, numbering: str = "", settings: str = "", theme: etree._Element | None = None
) -> Formats:
    """Formats of a file with these contents of its parts."""
    return Formats(
        styles=part("styles", styles),
        numbering=part("numbering", numbering),
        settings=part("settings", settings),
        theme=theme,
    )


def style(
    style_id: str,
    content: str = "",
    *,
    kind: str = "paragraph",
    name: str = "",
    base: str = "",
    default: bool = False,
) -> str:
    """A w:style; `content` follows its name and base."""
    based_on = f'<w:basedOn w:val="{base}"/>' if base else ""
    is_default = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{is_default} w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>'
        f"{based_on}{content}</w:style>"
    )


def level(
    number: int, text: str, number_format: str = "decimal", *, start: int | None = 1, extra: str = ""
) -> str:
    """A w:lvl; `extra` stands between the number format and the text, where the schema wants it."""
    begin = f'<w:start w:val="{start}"/>' if start is not None else ""
    return (
        f'<w:lvl w:ilvl="{number}">{begin}<w:numFmt w:val="{number_format}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def family(number: int, *levels: str, extra: str = "") -> str:
    """A w:abstractNum."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{extra}'
        f"{''.join(levels)}</w:abstractNum>"
    )


def list_of(number: int, family_number: int, *overrides: str) -> str:
    """A w:num."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{family_number}"/>{"".join(overrides)}</w:num>'


def start_override(level_number: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level_number}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def numbered(list_id: int | None, level_number: int | None = 0, *, style_id: str = "") -> str:
    """The content of a w:pPr that numbers its paragraph."""
    named = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    ilvl = f'<w:ilvl w:val="{level_number}"/>' if level_number is not None else ""
    num_id = f'<w:numId w:val="{list_id}"/>' if list_id is not None else ""
    return f"{named}<w:numPr>{ilvl}{num_id}</w:numPr>" if ilvl or num_id else named


def labels(all_formats: Formats, properties: Iterable[str]) -> list[str]:
    """The labels of paragraphs with these contents of w:pPr, in one story; empty where there is none."""
    counters = all_formats.lists.counters()
    shown = []
    for content in properties:
        item = all_formats.paragraph(part("pPr", content)).item
        label = counters.label(item) if item is not None else None
        shown.append(label.text if label is not None else "")
    return shown


def write_document(path: Path, *, styles: str, numbering: str, properties: Iterable[str]) -> None:
    """A Word file with one paragraph, «x», for each content of w:pPr."""
    body = "".join(f"<w:p><w:pPr>{content}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>" for content in properties)
    relationships = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "numbering")
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", markup("document", f"<w:body>{body}</w:body>"))
        archive.writestr("word/styles.xml", markup("styles", styles))
        archive.writestr("word/numbering.xml", markup("numbering", numbering))
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{relationships}</Relationships>',
        )
