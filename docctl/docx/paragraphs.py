"""The inside of paragraphs: every element that shows something, in reading order (ECMA-376 part 1, 17.3)."""

from lxml.etree import _Element as Element

from docctl.docx import drawings, inline_fields
from docctl.docx.flow import LAID_OUT_BREAK, PAGE_BREAK
from docctl.docx.inline import Handler, Handlers, ParagraphReader
from docctl.docx.properties import switched
from docctl.docx.revisions import DELETED, INSERTED, note
from docctl.docx.symbols import plain, symbol
from docctl.docx.xml import M, W
from docctl.domain.draft import RevisionKind
from docctl.domain.patterns import regex

TEXT, CHANGED = W + "t", W + "rPrChange"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANKS = " \t\r\n"
ODD = regex("[\n\r\xad\uf020-\uf0ff]")
SOFT_HYPHEN = "\xad"
NO_BREAK_HYPHEN = "\u2011"


def _run(reader: ParagraphReader, run: Element) -> None:
    start = len(reader.paragraph.pieces)
    outer, reader.styling = reader.styling, None
    for child in run:
        tag = child.tag
        if tag == TEXT:
            _text(reader, child)
        elif tag in INLINE:
            INLINE[tag](reader, child)
    reader.styling = outer
    if reader.reformatted:
        reader.reformatted = False
        note(reader.paragraph.changes, RevisionKind.FORMAT, start, len(reader.paragraph.pieces))


def _run_properties(reader: ParagraphReader, properties: Element) -> None:
    reader.styling = reader.formats.run(reader.paragraph.styling, properties)
    if len(properties) and properties[-1].tag == CHANGED:
        reader.reformatted = True


def _text(reader: ParagraphReader, element: Element) -> None:
    text = element.text
    if not text:
        return
    if (text[0] in BLANKS or text[-1] in BLANKS) and not _keeps_space(element):
        text = text.strip(BLANKS)
    if ODD.search(text) is not None:
        text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace(SOFT_HYPHEN, "")
        text = plain(text, reader.styled().format.ascii_font)
    if text:
        reader.add(text)


def _keeps_space(element: Element) -> bool:
    """xml:space, which an outer element may set for all inside it."""
    said = element.get(XML_SPACE)
    outer = element.getparent()
    while said is None and outer is not None:
        said = outer.get(XML_SPACE)
        outer = outer.getparent()
    return said == "preserve"


def _tab(reader: ParagraphReader, _: Element) -> None:
    reader.add("\t")


def _line(reader: ParagraphReader, _: Element) -> None:
    reader.add("\n")


def _no_break_hyphen(reader: ParagraphReader, _: Element) -> None:
    reader.add(NO_BREAK_HYPHEN)


def _break(reader: ParagraphReader, element: Element) -> None:
    kind = element.get(W + "type")
    if kind not in {"page", "column"}:
        reader.add("\n")
    elif reader.visible:
        reader.paragraph.part()
        if kind == "page":
            reader.paragraph.flow.append(PAGE_BREAK)


def _laid_out_break(reader: ParagraphReader, _: Element) -> None:
    if not reader.view & DELETED:
        reader.paragraph.flow.append(LAID_OUT_BREAK)


def _symbol(reader: ParagraphReader, element: Element) -> None:
    code = element.get(W + "char", "")
    if 0 < len(code) <= 6 and all(digit in "0123456789abcdefABCDEF" for digit in code):
        font = element.get(W + "font") or reader.styled().format.ascii_font
        sign = symbol(font, int(code, 16))
        if sign:
            reader.add(sign)


def _formula(reader: ParagraphReader, element: Element) -> None:
    text = "".join(part.text or "" for part in element.iter(M + "t"))
    if text:
        reader.add(text)


def _transparent(reader: ParagraphReader, element: Element) -> None:
    reader.inside(element)


def _alternate(reader: ParagraphReader, element: Element) -> None:
    branch = drawings.chosen(element)
    if branch is not None:
        reader.inside(branch)


def _control(reader: ParagraphReader, element: Element) -> None:
    if shows_placeholder(element):
        reader.paragraph.placeholder = True
    for content in element.iterchildren(W + "sdtContent"):
        reader.inside(content)


def shows_placeholder(control: Element) -> bool:
    """Whether a content control (w:sdt) still shows the text that asks to be replaced."""
    properties = control.find(W + "sdtPr")
    return properties is not None and bool(switched(properties.find(W + "showingPlcHdr")))


def _ruby(reader: ParagraphReader, element: Element) -> None:
    for base in element.iterchildren(W + "rubyBase"):
        reader.inside(base)


def _drawing(reader: ParagraphReader, element: Element) -> None:
    if reader.view & DELETED or reader.styled().hidden:
        return
    boxes, pictures = drawings.boxes_and_pictures(element)
    reader.paragraph.boxes.extend(boxes)
    reader.paragraph.add_picture(pictures)


def _stray_block(reader: ParagraphReader, element: Element) -> None:
    """A paragraph or table inside a paragraph, which only broken files have: read after it."""
    reader.paragraph.boxes.append(element)


def _comment(reader: ParagraphReader, element: Element) -> None:
    reader.paragraph.comments.append(element.get(W + "id", ""))


def _tracked(kind: RevisionKind, view: int) -> Handler:
    """The handler of an element whose content was inserted, deleted or moved."""

    def handler(reader: ParagraphReader, element: Element) -> None:
        start = len(reader.paragraph.pieces)
        outer, reader.view = reader.view, reader.view | view
        reader.inside(element)
        reader.view = outer
        note(reader.paragraph.changes, kind, start, len(reader.paragraph.pieces))

    return handler


INLINE: Handlers = {
    W + "r": _run,
    W + "rPr": _run_properties,
    W + "t": _text,
    W + "delText": _text,
    W + "tab": _tab,
    W + "ptab": _tab,
    W + "br": _break,
    W + "cr": _line,
    W + "noBreakHyphen": _no_break_hyphen,
    W + "sym": _symbol,
    W + "fldChar": inline_fields.field_character,
    W + "fldSimple": inline_fields.simple_field,
    W + "instrText": inline_fields.instruction,
    W + "delInstrText": inline_fields.instruction,
    W + "pgNum": inline_fields.page_number,
    W + "lastRenderedPageBreak": _laid_out_break,
    W + "hyperlink": _transparent,
    W + "smartTag": _transparent,
    W + "customXml": _transparent,
    W + "dir": _transparent,
    W + "bdo": _transparent,
    W + "ruby": _ruby,
    W + "sdt": _control,
    drawings.ALTERNATE: _alternate,
    W + "ins": _tracked(RevisionKind.INSERTION, INSERTED),
    W + "del": _tracked(RevisionKind.DELETION, DELETED),
    W + "moveTo": _tracked(RevisionKind.MOVE, INSERTED),
    W + "moveFrom": _tracked(RevisionKind.MOVE, DELETED),
    W + "drawing": _drawing,
    W + "pict": _drawing,
    W + "object": _drawing,
    W + "commentRangeStart": _comment,
    W + "commentReference": _comment,
    M + "oMath": _formula,
    M + "oMathPara": _formula,
    W + "p": _stray_block,
    W + "tbl": _stray_block,
}
"""What is read, by the name of the element; all others show nothing."""
