"""The first three pages: title page, signature sheet, contents."""

from collections.abc import Iterator

from docctl.templating.building.inline import Writer, field, run
from docctl.templating.building.paragraphs import (
    cell,
    guidance,
    heading_row,
    new_page,
    paragraph,
    row,
    table,
)
from docctl.templating.building.xml import Element, twips, w
from docctl.templating.source import Look, Source

SIGNING_LINE = "____________"
BLANK_NUMBER = "______"


def title_page(source: Source, writer: Writer) -> Iterator[Element]:
    """Organisation, kind, approval block, title, number; city and year at the foot."""
    words = source.words
    number = words.number.replace("{number}", f'{{{{ number or "{BLANK_NUMBER}" }}}}')
    lines = (
        ("TitleOrganisation", "{{ organisation }}"),
        ("TitleKind", source.template.kind_line),
        ("Approval", words.approval),
        ("Approval", "{{ organisation }}"),
        ("Approval", "{{ approver.position }}"),
        ("Approval", f"{SIGNING_LINE} {{{{ approver.name }}}}"),
        ("Approval", words.approval_date),
        ("Title", "{{ title }}"),
        ("TitleNumber", number),
    )
    for style, text in lines:
        yield paragraph(style, writer.runs(text, "title_page"))
    yield paragraph("TitleCity", writer.runs(words.city_and_year, "title_page"), _at_the_foot(source.look))


def _at_the_foot(look: Look) -> Element:
    """A frame at the foot of the page. Frames of styles LibreOffice passes over."""
    return w(
        "framePr",
        w=twips(look.text_width),
        wrap="around",
        vAnchor="margin",
        hAnchor="margin",
        xAlign="center",
        yAlign="bottom",
    )


def signature_sheet(source: Source, writer: Writer) -> Iterator[Element]:
    """Who developed the document, with whom it was agreed, which lawyer looked at it."""
    sheet, roles = source.words.signature_sheet, source.words.roles
    widths = source.look.columns.signature_sheet
    labels = (("developed", roles.developed), ("agreed", roles.agreed), ("lawyer", roles.lawyer))
    rows = [made for role, label in labels for made in _people(role, label, source, writer)]
    yield paragraph("SheetHeading", [run(sheet.heading)])
    yield from guidance(sheet.guidance)
    headings = heading_row(widths, sheet.columns)
    yield table(widths, [headings, *rows], "TableGrid", sheet.heading, sheet.description)


def _people(role: str, label: str, source: Source, writer: Writer) -> list[Element]:
    """A row to each person in the role; the label stands once beside all of them."""
    widths = source.look.columns.signature_sheet
    texts = (f"{label}{{% vm %}}", "{{ person.position }}", "{{ person.name }}", "", "")
    cells = [
        cell(width, paragraph("TableText", writer.runs(text, role)))
        for width, text in zip(widths, texts, strict=True)
    ]
    return [
        _repeat(f"{{%tr for person in {role} %}}"),
        row(source.look.row_height, cells),
        _repeat("{%tr endfor %}"),
    ]


def _repeat(tag: str) -> Element:
    """A row that gives way to what it says."""
    return w("tr", w("tc", w("tcPr"), paragraph("TableText", [run(tag)])))


def contents(source: Source) -> Iterator[Element]:
    """The contents: a field of Word's with its entries in it."""
    words, template = source.words, source.template
    headings = [*(section.heading for section in template.sections), *sheet_headings(source)]
    pages = zip(headings, template.pages, strict=True)
    entries = [_entry(ordinal, *entry) for ordinal, entry in enumerate(pages, start=1)]
    opening = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", w("instrText", ' TOC \\o "1-1" \\h \\z \\u ')),
        w("r", w("fldChar", fldCharType="separate")),
    ]
    for run_ in reversed(opening):
        entries[0].insert(1, run_)
    entries[-1].append(w("r", w("fldChar", fldCharType="end")))
    heading = paragraph("TOCHeading", [run(words.contents)], new_page())
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    yield w("sdt", w("sdtPr", gallery), w("sdtContent", heading, *entries))
    yield from guidance(words.contents_guidance)


def sheet_headings(source: Source) -> tuple[str, str]:
    """The headings of the two sheets at the end."""
    return source.words.acquaintance_sheet.heading, source.words.change_sheet.heading


def bookmark(ordinal: int) -> str:
    """The name of the bookmark at a heading, by which its entry finds it."""
    return f"_Toc{ordinal:09}"


def _entry(ordinal: int, heading: str, page: int) -> Element:
    tab = w("r", w("tab"))
    name = bookmark(ordinal)
    shown = [run(str(ordinal)), tab, run(heading), w("r", w("tab")), *field(f"PAGEREF {name} \\h", str(page))]
    return paragraph("TOC1", [w("hyperlink", *shown, anchor=name, history=1)])
