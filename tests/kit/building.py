"""A sketch laid out as a Word file."""

from docctl.checking.sketch import read_sketch
from docctl.domain.draft import Draft, Variant
from tests.kit.drawings import PICTURE_ID, PNG
from tests.kit.flow import body_xml
from tests.kit.looks import FONT, direct_everywhere
from tests.kit.markup import root, tag, val
from tests.kit.options import Extra, Flavour, Fonts, Scope
from tests.kit.paragraphs import Press
from tests.kit.stories import PICTURE, Stories
from tests.kit.styles import styles_part
from tests.kit.way import Way
from tests.kit.word_file import MAIN, PACKAGE, WordFile, insert_run

THEME = "http://schemas.openxmlformats.org/drawingml/2006/main"
PROGRAMS = {
    Flavour.WORD: "Microsoft Office Word",
    Flavour.GOOGLE: "",
    Flavour.LIBREOFFICE: "LibreOffice/7.6.4.1$Linux_X86_64",
}


def build(sketch: str, way: Way) -> bytes:
    """The sketch as a Word file made in this way."""
    return lay_out(read_sketch(sketch), way).data()


def lay_out(draft: Draft, way: Way) -> WordFile:
    """The draft as the parts of a Word file made in this way."""
    file = WordFile(name=draft.name, strict=way.conformance.value == "strict")
    press = Press(draft, way)
    file.link("", "officeDocument", MAIN)
    body = body_xml(press, Stories(press, file))
    file.add(MAIN, root("w:document", tag("w:body", body)), "document.main")
    _add_picture(file, body)
    if way.extra is Extra.FOOTNOTE:
        _add_footnote(file)
    _add_companions(file, press)
    _add_properties(file, way)
    return file


def _add_picture(file: WordFile, body: str) -> None:
    file.add(PICTURE, PNG, "image/png")
    if PICTURE_ID in body:
        file.link(MAIN, "image", PICTURE, id=PICTURE_ID)


def _add_footnote(file: WordFile) -> None:
    """A footnote at the end of a paragraph of the text, with the separators that Word always writes."""
    separators = "".join(
        tag("w:footnote", f"<w:p><w:r><w:{kind}/></w:r></w:p>", w_type=kind, w_id=number)
        for number, kind in enumerate(("separator", "continuationSeparator"), start=-1)
    )
    note = tag("w:footnote", "<w:p><w:r><w:footnoteRef/><w:t>2025.</w:t></w:r></w:p>", w_id=1)
    file.add("word/footnotes.xml", root("w:footnotes", separators, note), "footnotes")
    file.link(MAIN, "footnotes", "word/footnotes.xml")
    insert_run(file, tag("w:r", tag("w:footnoteReference", w_id=1)))


def _add_companions(file: WordFile, press: Press) -> None:
    way, language = press.way, press.draft.default_language or ""
    parts = {"styles": styles_part(way, language, press.plan), "settings": _settings(press)}
    if press.plan.part:
        parts["numbering"] = press.plan.part
    for name, data in parts.items():
        file.add(f"word/{name}.xml", data, name)
        file.link(MAIN, name, f"word/{name}.xml")
    if way.flavour is not Flavour.GOOGLE:
        theme = "application/vnd.openxmlformats-officedocument.theme+xml"
        file.add("word/theme/theme1.xml", _theme(way), theme)
        file.link(MAIN, "theme", "word/theme/theme1.xml")


def _settings(press: Press) -> bytes:
    draft, way = press.draft, press.way
    stories = [story for section in draft.sections for story in (*section.headers, *section.footers)]
    even = any(story.variant is Variant.EVEN for story in stories)
    even = even or (way.scope is Scope.EVEN_ODD and len(draft.sections) == 1 and bool(stories))
    compatibility = tag(
        "w:compatSetting",
        w_name="compatibilityMode",
        w_uri="http://schemas.microsoft.com/office/word",
        w_val=15,
    )
    return root(
        "w:settings",
        tag("w:zoom", w_percent=100),
        "<w:mirrorMargins/>" if draft.mirror_margins else "",
        val("w:defaultTabStop", 708),
        "<w:evenAndOddHeaders/>" if even else "",
        val("w:updateFields", "true") if draft.update_fields else "",
        tag("w:compat", compatibility),
        tag("w:themeFontLang", w_val=draft.default_language) if draft.default_language else "",
        val("w:decimalSymbol", ","),
    )


def _theme(way: Way) -> bytes:
    minor = FONT if way.fonts is Fonts.THEME and not direct_everywhere(way) else "Calibri"
    fonts = "".join(
        tag(f"a:{kind}Font", tag("a:latin", typeface=face), '<a:ea typeface=""/><a:cs typeface=""/>')
        for kind, face in (("major", "Calibri Light"), ("minor", minor))
    )
    elements = tag("a:themeElements", tag("a:fontScheme", fonts, name="Office"))
    prologue = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (prologue + tag("a:theme", elements, xmlns_a=THEME, name="Office")).encode()


def _add_properties(file: WordFile, way: Way) -> None:
    if not PROGRAMS[way.flavour]:
        return
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    program = tag("Application", PROGRAMS[way.flavour])
    data = tag("Properties", program, xmlns=namespace).encode()
    file.add(
        "docProps/app.xml", data, "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    )
    file.link("", "extended-properties", "docProps/app.xml")
    core = (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator/></cp:coreProperties>'
    )
    file.add("docProps/core.xml", core.encode(), "application/vnd.openxmlformats-package.core-properties+xml")
    file.link("", f"{PACKAGE}relationships/metadata/core-properties", "docProps/core.xml")
