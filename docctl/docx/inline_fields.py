"""The elements that fields are made of, legacy form fields among them (ECMA-376 part 1, 17.16)."""

from lxml.etree import _Element as Element

from docctl.docx.fields import DEEPEST, FormField, OpenField
from docctl.docx.inline import ParagraphReader
from docctl.docx.properties import OFF, switched, whole
from docctl.docx.revisions import DELETED
from docctl.docx.xml import W

VAL = W + "val"
CHECKED, UNCHECKED = "☒", "☐"


def instruction(reader: ParagraphReader, element: Element) -> None:
    """w:instrText: a part of the innermost instruction."""
    if element.text:
        reader.fields.instruct(element.text)


def simple_field(reader: ParagraphReader, element: Element) -> None:
    """w:fldSimple: a field around its result."""
    fields = reader.fields
    outside = len(fields.open)
    _begin(reader, element)
    fields.instruct(element.get(W + "instr", ""))
    fields.separate(len(reader.paragraph.pieces))
    reader.inside(element)
    while len(fields.open) > outside:
        fields.end(len(reader.paragraph.pieces))


def page_number(reader: ParagraphReader, _: Element) -> None:
    """w:pgNum: the page number as a character, a field without a result."""
    field = reader.fields.begin(reader.paragraph, len(reader.paragraph.pieces))
    reader.fields.instruct("PAGE")
    reader.fields.end(len(reader.paragraph.pieces))
    reader.paragraph.fields.append(field)


def field_character(reader: ParagraphReader, element: Element) -> None:
    """w:fldChar: a field begins, goes over to its result, or ends."""
    kind = element.get(W + "fldCharType")
    if kind == "begin":
        _begin(reader, element)
    elif kind == "separate":
        reader.fields.separate(len(reader.paragraph.pieces))
    elif kind == "end" and reader.fields.open:
        _end(reader, reader.fields.open[-1])


def _begin(reader: ParagraphReader, element: Element) -> None:
    paragraph = reader.paragraph
    field = reader.fields.begin(paragraph, len(paragraph.pieces))
    field.dirty = element.get(W + "dirty", "0") not in OFF
    field.deleted = bool(reader.view & DELETED)
    field.form = _form_field(element.find(W + "ffData")) if len(element) else None
    if len(reader.fields.open) <= DEEPEST:
        paragraph.fields.append(field)


def _end(reader: ParagraphReader, field: OpenField) -> None:
    pieces = reader.paragraph.pieces
    reader.fields.separate(len(pieces))
    if field.begun_in is reader.paragraph and field.start == len(pieces):
        stand_in = _without_result(field)
        if stand_in:
            reader.add(stand_in)
    reader.fields.end(len(pieces))


def _without_result(field: OpenField) -> str:
    """What Word shows of a field that has no stored result."""
    if field.name == "FORMCHECKBOX":
        return CHECKED if field.form is not None and field.form.checked else UNCHECKED
    if field.name == "FORMDROPDOWN":
        return field.form.choice if field.form is not None else ""
    if field.name in {"MACROBUTTON", "GOTOBUTTON"}:
        words = "".join(field.instruction).split(maxsplit=2)
        return words[2].strip() if len(words) > 2 else ""
    return ""


def _form_field(data: Element | None) -> FormField | None:
    if data is None:
        return None
    box, choices = data.find(W + "checkBox"), data.find(W + "ddList")
    return FormField(
        checked=box is not None and _is_checked(box),
        choice=_choice(choices) if choices is not None else "",
    )


def _is_checked(box: Element) -> bool:
    said = switched(box.find(W + "checked"))
    return bool(switched(box.find(W + "default")) if said is None else said)


def _choice(choices: Element) -> str:
    entries = [entry.get(VAL, "") for entry in choices.iterchildren(W + "listEntry")]
    chosen = choices.find(W + "result")
    at = (whole(chosen.get(VAL)) if chosen is not None else None) or 0
    return entries[at] if 0 <= at < len(entries) else ""
