"""The parts of a template in one file: the same parts give the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile, ZipInfo

from docctl.templating.building.document import HEADER, NO_HEADER, document, settings
from docctl.templating.building.header import no_header, running_header
from docctl.templating.building.inline import Writer
from docctl.templating.building.numbering import numbering
from docctl.templating.building.picture import RELATION
from docctl.templating.building.styles import styles
from docctl.templating.building.xml import part
from docctl.templating.source import Source

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: the earliest that zip files know."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "application/vnd.openxmlformats-package"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT = {
    "/word/document.xml": f"{WORD}.document.main+xml",
    "/word/styles.xml": f"{WORD}.styles+xml",
    "/word/numbering.xml": f"{WORD}.numbering+xml",
    "/word/settings.xml": f"{WORD}.settings+xml",
    "/word/header1.xml": f"{WORD}.header+xml",
    "/word/header2.xml": f"{WORD}.header+xml",
    "/docProps/core.xml": f"{PACKAGE}.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
ROOT = {
    "rIdDocument": (f"{OFFICE}/officeDocument", "word/document.xml"),
    "rIdCore": (CORE, "docProps/core.xml"),
    "rIdApp": (f"{OFFICE}/extended-properties", "docProps/app.xml"),
}
MAIN = {
    "rIdStyles": (f"{OFFICE}/styles", "styles.xml"),
    "rIdNumbering": (f"{OFFICE}/numbering", "numbering.xml"),
    "rIdSettings": (f"{OFFICE}/settings", "settings.xml"),
    HEADER: (f"{OFFICE}/header", "header1.xml"),
    NO_HEADER: (f"{OFFICE}/header", "header2.xml"),
}
OF_HEADER = {RELATION: (f"{OFFICE}/image", "media/mark.png")}


def build(source: Source) -> bytes:
    """The template as a Word file with the fields of `docctl.templating.fields` in it."""
    writer = Writer(source.words.blanks)
    locale = source.words.locale
    return _zipped(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations(ROOT),
            "docProps/app.xml": _application(),
            "docProps/core.xml": _core(source),
            "word/document.xml": part(document(source, writer)),
            "word/_rels/document.xml.rels": _relations(MAIN),
            "word/styles.xml": part(styles(source.look, locale)),
            "word/numbering.xml": part(numbering(source.look)),
            "word/settings.xml": part(settings(locale)),
            "word/header1.xml": part(running_header(source, writer)),
            "word/_rels/header1.xml.rels": _relations(OF_HEADER),
            "word/header2.xml": part(no_header()),
            "word/media/mark.png": source.mark,
        }
    )


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts uncompressed: what a compressor makes of them differs from version to version."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, EARLIEST), content)
    return file.getvalue()


def _content_types() -> bytes:
    defaults = {"rels": f"{PACKAGE}.relationships+xml", "xml": "application/xml", "png": "image/png"}
    lines = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items()]
    lines += [f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in CONTENT.items()]
    return _xml("Types", "http://schemas.openxmlformats.org/package/2006/content-types", lines)


def _relations(targets: Mapping[str, tuple[str, str]]) -> bytes:
    lines = [
        f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
        for identity, (kind, target) in targets.items()
    ]
    return _xml("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships", lines)


def _application() -> bytes:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return _xml("Properties", namespace, ["<Application>Microsoft Office Word</Application>"])


def _core(source: Source) -> bytes:
    """Title, subject and language; author and times are those of whoever fills the template in."""
    names = (
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    said = (
        f"<dc:title>{escape(source.template.title)}</dc:title>"
        f"<dc:subject>{escape(source.template.subject)}</dc:subject>"
        f"<dc:language>{source.words.locale}</dc:language>"
    )
    return f"{XML}<cp:coreProperties{names}>{said}</cp:coreProperties>".encode()


def _xml(root: str, namespace: str, lines: list[str]) -> bytes:
    return f'{XML}<{root} xmlns="{namespace}">{"".join(lines)}</{root}>'.encode()
