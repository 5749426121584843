"""Paragraphs as XML in a way."""

from collections.abc import Mapping

import msgspec

from docctl.domain.draft import Draft, Paragraph, Run
from tests.kit.drawings import logo, text_box
from tests.kit.looks import Look, Role, look, paragraph_props, run_props
from tests.kit.markup import tag, val
from tests.kit.numbers import NUMBER, NumberPlan, plan_numbers, without_number
from tests.kit.options import Contents, Fonts, Separator
from tests.kit.properties import (
    PARAGRAPH_ORDER,
    RUN_ORDER,
    in_order,
    paragraph_pieces,
    run_pieces,
    twips,
)
from tests.kit.runs import RunPress, bookmarked
from tests.kit.style_ids import CLAUSE_STYLE, heading_style, style_id
from tests.kit.way import Way

PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
FRAME = tag(
    "w:framePr", w_w=4500, w_hSpace=180, w_wrap="around", w_vAnchor="page", w_hAnchor="page", w_x=6200
)
AUTHOR = {"w_author": "A. Reader", "w_date": "2025-02-01T10:00:00Z"}


class Press:
    """Writes the paragraphs of a draft in a way."""

    def __init__(self, draft: Draft, way: Way) -> None:
        self.draft = draft
        self.way = way
        self.runs = RunPress(way)
        self.plan: NumberPlan = plan_numbers(draft, way)
        self._language = draft.default_language or ""
        self._looks = {role: look(role, way, self._language) for role in Role}

    def paragraph(
        self,
        paragraph: Paragraph,
        role: Role,
        *,
        extra: Mapping[str, str] | None = None,
        start: str = "",
        end: str = "",
    ) -> str:
        """A paragraph; `extra` are paragraph properties by element, `start` and `end` go inside it."""
        look = self._looks[role]
        pieces = self._paragraph_pieces(paragraph, role, look)
        if role is not Role.RUNNING:
            paragraph = self._numbered(paragraph, pieces, role)
        pieces |= extra or {}
        content = start + self._content(paragraph, look) + end
        if role is Role.HEADING and self.way.contents in (Contents.FIELD, Contents.GALLERY):
            content = bookmarked(content, self.runs.next_id(), toc_mark(paragraph.index))
        if paragraph.in_text_box:
            inner = f"<w:p><w:pPr>{in_order(pieces, PARAGRAPH_ORDER)}</w:pPr>{content}</w:p>"
            return f"<w:p><w:pPr></w:pPr>{text_box(inner, self.runs.next_id(), self.way)}</w:p>"
        return f"<w:p><w:pPr>{in_order(pieces, PARAGRAPH_ORDER)}</w:pPr>{content}</w:p>"

    def style(self, role: Role) -> str:
        """``w:pStyle`` of a role; empty for Normal."""
        name = self._looks[role].style
        if not name:
            return ""
        shown = heading_style(self.way) if role is Role.HEADING else name
        return val("w:pStyle", style_id(shown, self.way))

    def said(self, role: Role) -> dict[str, str]:
        """The run properties that plain text of the role says itself, by element."""
        look = self._looks[role]
        return run_pieces(look.wanted.beyond(look.given))

    def _paragraph_pieces(self, paragraph: Paragraph, role: Role, look: Look) -> dict[str, str]:
        props = paragraph_props(paragraph, look.wanted)
        pieces = paragraph_pieces(props.beyond(look.given))
        if style := self.style(role):
            pieces["w:pStyle"] = style
        if paragraph.format.page_break_before:
            pieces["w:pageBreakBefore"] = "<w:pageBreakBefore/>"
        if paragraph.format.framed:
            pieces["w:framePr"] = FRAME
        mark = self.said(role)
        if mark and self.way.fonts is Fonts.DIRECT:
            pieces["w:rPr"] = tag("w:rPr", in_order(mark, RUN_ORDER))
        return pieces

    def _numbered(self, paragraph: Paragraph, pieces: dict[str, str], role: Role) -> Paragraph:
        automatic = self.plan.automatic.get(paragraph.index)
        if automatic is None:
            if role is Role.HEADING and self.plan.heading_style_numbering:
                pieces["w:numPr"] = tag("w:numPr", val("w:ilvl", 0), val("w:numId", 0))
            return self._separated(paragraph) if role in (Role.HEADING, Role.BODY) else paragraph
        if automatic.num_pr:
            pieces["w:numPr"] = automatic.num_pr
        elif automatic.clause_style:
            pieces["w:pStyle"] = val("w:pStyle", style_id(CLAUSE_STYLE, self.way))
        return without_number(paragraph, automatic.length)

    def _separated(self, paragraph: Paragraph) -> Paragraph:
        found = NUMBER.match(paragraph.text)
        if self.way.separator is Separator.SPACE or not found or not paragraph.runs:
            return paragraph
        first = paragraph.runs[0]
        if len(first.text) < found.end():
            return paragraph
        text = f"{first.text[: found.end() - 1]}\t{first.text[found.end() :]}"
        runs = (msgspec.structs.replace(first, text=text), *paragraph.runs[1:])
        return msgspec.structs.replace(paragraph, runs=runs)

    def _content(self, paragraph: Paragraph, look: Look) -> str:
        pictures = "".join(logo(self.way, self.runs.next_id()) for _ in range(paragraph.pictures))
        hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{paragraph.hidden_text}</w:t></w:r>"
        shown = "".join(self._run(run, look, self._instruction(run, paragraph)) for run in paragraph.runs)
        if paragraph.original_text is not None:
            shown = self._tracked(paragraph.original_text, shown)
        if paragraph.placeholder:
            shown = tag("w:sdt", tag("w:sdtPr", "<w:showingPlcHdr/>"), tag("w:sdtContent", shown))
        return pictures + shown + (hidden if paragraph.hidden_text else "")

    def _run(self, run: Run, look: Look, field: str = "") -> str:
        props = run_props(run.format, look.wanted, self.draft.default_language)
        return self.runs.run(run, props.beyond(look.given), field=field)

    def _instruction(self, run: Run, paragraph: Paragraph) -> str:
        if not run.field:
            return ""
        matching = (field.instruction for field in paragraph.fields if field.name == run.field)
        return next(matching, run.field)

    def _tracked(self, original: str, shown: str) -> str:
        number = self.runs.next_id()
        deleted = tag("w:r", tag("w:delText", original, xml_space="preserve"))
        inserted = tag("w:ins", shown, w_id=number, **AUTHOR) if shown else ""
        return tag("w:del", deleted, w_id=number + 10000, **AUTHOR) + inserted


def toc_mark(index: int) -> str:
    """The name of the bookmark around a heading."""
    return f"_Toc{180000000 + index}"


def break_paragraph() -> str:
    """A paragraph with nothing but a page break."""
    return f"<w:p><w:pPr></w:pPr>{PAGE_BREAK}</w:p>"


def empty_paragraph(pieces: str = "") -> str:
    """A paragraph without text."""
    return f"<w:p><w:pPr>{pieces}</w:pPr></w:p>"


def tab_stops(*stops: tuple[str, float, str]) -> str:
    """``w:tabs``: kind, points from the left, leader."""
    return tag(
        "w:tabs", *(tag("w:tab", w_val=kind, w_leader=leader, w_pos=twips(at)) for kind, at, leader in stops)
    )
