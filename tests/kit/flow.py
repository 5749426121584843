"""The body of a document: its pages one after the other, the Word sections they make."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec
from msgspec import Struct

from docctl.domain.draft import Block, PageSetup, Paragraph, Section, Table, paragraphs_of
from tests.kit.contents import contents_xml
from tests.kit.looks import Role
from tests.kit.markup import tag, val
from tests.kit.options import Breaks, Extra, Scope, SheetPage
from tests.kit.paragraphs import PAGE_BREAK, Press, break_paragraph, empty_paragraph
from tests.kit.stories import OWN, Stories
from tests.kit.tables import sheet, table_xml
from tests.kit.titles import title_xml

EVERY_PART = (Scope.LINKED, Scope.REPEATED, Scope.FIRST_EVERYWHERE)
"""Every part of the document is a Word section."""
MILLIMETRE = 1440 / 25.4
"""In twips."""


class Chunk(Struct):
    """What stands between two page breaks."""

    blocks: list[Block]
    section: int
    """Word section of the sketch."""
    page_break: bool
    """It begins with a page break; a continuous section does not."""
    continuous: bool = False
    """A section of its own amid a page."""


def body_xml(press: Press, stories: Stories) -> str:
    """The content of ``w:body``."""
    chunks = list(chunks_of(press.draft.blocks))
    if press.way.extra is Extra.CONTINUOUS and len(press.draft.sections) == 1:
        chunks = list(_divided(chunks))
    opening, number, out = chunks[0], 0, list(_chunk_xml(press, chunks[0], title=len(chunks) > 1))
    for before, chunk in pairwise(chunks):
        if _new_section(press, before, chunk, last=chunk is chunks[-1]):
            _end_section(press, out, _section_properties(press, stories, number, opening, last=False))
            opening, number = chunk, number + 1
            chunk.page_break = False
        else:
            _break_page(press, out, chunk)
        out.extend(_chunk_xml(press, chunk, title=False))
    if isinstance(chunks[-1].blocks[-1], Table):
        out.append(empty_paragraph())
    return "".join(out) + _section_properties(press, stories, number, opening, last=opening is chunks[-1])


def _divided(chunks: list[Chunk]) -> Iterator[Chunk]:
    """The chunk with the sections, divided at one of its headings."""
    for chunk in chunks:
        headings = [n for n, block in enumerate(chunk.blocks) if n and _is_heading(block)]
        if len(headings) < 2:
            yield chunk
            continue
        middle = headings[len(headings) // 2]
        yield Chunk(chunk.blocks[:middle], chunk.section, chunk.page_break)
        yield Chunk(chunk.blocks[middle:], chunk.section, False, continuous=True)


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.heading_level is not None


def chunks_of(blocks: tuple[Block, ...]) -> Iterator[Chunk]:
    """The blocks between page breaks and section breaks."""
    chunk: Chunk | None = None
    for block in blocks:
        first = _first(block)
        breaks = first.break_before and not first.format.page_break_before
        if chunk is None or breaks or first.section != chunk.section:
            if chunk is not None:
                yield chunk
            chunk = Chunk([], first.section, breaks)
        chunk.blocks.append(block)
    if chunk is not None:
        yield chunk


def _first(block: Block) -> Paragraph:
    return next(paragraphs_of((block,)))


def _chunk_xml(press: Press, chunk: Chunk, *, title: bool) -> Iterator[str]:
    if title:
        yield title_xml(press, chunk.blocks)
        return
    blocks = chunk.blocks
    position = 0
    while position < len(blocks):
        xml = _block_xml(press, chunk, position) if not _entries(blocks, position) else ""
        position += 1 if xml else 0
        entries = _entries(blocks, position)
        yield contents_xml(press, xml, entries) if entries else xml
        position += len(entries)


def _entries(blocks: list[Block], position: int) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in blocks[position:]:
        if not isinstance(block, Paragraph) or not block.in_field:
            break
        found.append(block)
    return found


def _starts_with_break(press: Press, chunk: Chunk) -> bool:
    """An automatic number would stay on the page before the break."""
    first = chunk.blocks[0]
    plain = isinstance(first, Paragraph) and first.index not in press.plan.automatic
    return chunk.page_break and plain and press.way.breaks is Breaks.AT_START


def _block_xml(press: Press, chunk: Chunk, position: int) -> str:
    block = chunk.blocks[position]
    if isinstance(block, Table):
        return table_xml(press, sheet(block, press.way, press.draft.default_language or "en"))
    first = position == 0 and chunk.page_break
    before = first and press.way.breaks is Breaks.BEFORE
    extra = {"w:pageBreakBefore": "<w:pageBreakBefore/>"} if before else {}
    start = PAGE_BREAK if first and _starts_with_break(press, chunk) else ""
    return press.paragraph(block, _role(block), extra=extra, start=start)


def _role(paragraph: Paragraph) -> Role:
    if paragraph.heading_level:
        return Role.HEADING
    return Role.TITLE if paragraph.format.alignment.value in ("center", "right") else Role.BODY


def _new_section(press: Press, before: Chunk, chunk: Chunk, *, last: bool) -> bool:
    if chunk.section != before.section or chunk.continuous:
        return True
    if len(press.draft.sections) > 1:
        return False
    way = press.way
    everywhere = way.scope in EVERY_PART or way.breaks is Breaks.SECTION
    title_ends = way.scope in OWN and _is_first(press, before)
    return everywhere or title_ends or (last and _lies(press, chunk))


def _lies(press: Press, chunk: Chunk) -> bool:
    """The last page lies on its side, where its table asks for room."""
    tables = any(isinstance(block, Table) for block in chunk.blocks)
    return tables and press.way.sheet_page is SheetPage.LANDSCAPE


def _is_first(press: Press, chunk: Chunk) -> bool:
    return chunk.blocks[0] is press.draft.blocks[0]


def _break_page(press: Press, out: list[str], chunk: Chunk) -> None:
    if press.way.breaks is Breaks.BEFORE or not chunk.page_break:
        return
    if _starts_with_break(press, chunk):
        return
    if press.way.breaks is Breaks.AT_END and out[-1].endswith("</w:p>"):
        out[-1] = f"{out[-1].removesuffix('</w:p>')}{PAGE_BREAK}</w:p>"
    else:
        out.append(break_paragraph())


def _end_section(press: Press, out: list[str], properties: str) -> None:
    """The section's properties go into its last paragraph, or into an empty one after it."""
    last = out[-1]
    if last.startswith("<w:p>") and last.count("</w:pPr>") == 1 and press.runs.chance(0.5):
        out[-1] = last.replace("</w:pPr>", f"{properties}</w:pPr>")
    else:
        out.append(empty_paragraph(properties))


def _section_properties(press: Press, stories: Stories, number: int, opening: Chunk, *, last: bool) -> str:
    """`opening` is the first chunk of the section."""
    section = press.draft.sections[opening.section - 1]
    many = len(press.draft.sections) > 1
    landscape = last and number and not many and _lies(press, opening)
    page = _turned(section.page) if landscape else section.page
    start = section.start if many else "continuous" if opening.continuous else "nextPage"
    return tag(
        "w:sectPr",
        *(stories.of_section(section) if many else stories.of_layout(number)),
        val("w:type", start),
        *_page(page),
        tag("w:pgNumType", w_start=section.page_start) if section.page_start and number == 0 else "",
        tag("w:cols", w_space=708),
        "<w:titlePg/>" if _different_first(press, section, number, many=many) else "",
    )


def _different_first(press: Press, section: Section, number: int, *, many: bool) -> bool:
    if many or press.way.scope not in OWN:
        everywhere = many or press.way.scope is Scope.FIRST_EVERYWHERE
        return section.different_first and (everywhere or number == 0)
    return False


def _turned(page: PageSetup) -> PageSetup:
    return msgspec.structs.replace(page, width=page.height, height=page.width, landscape=True)


def _page(page: PageSetup) -> tuple[str, str]:
    size = tag(
        "w:pgSz",
        w_w=_twips(page.width),
        w_h=_twips(page.height),
        w_orient="landscape" if page.landscape else None,
    )
    names = ("top", "right", "bottom", "left", "header", "footer", "gutter")
    margins = tag("w:pgMar", **{f"w_{name}": _twips(getattr(page, name)) for name in names})
    return size, margins


def _twips(millimetres: float) -> int:
    return round(millimetres * MILLIMETRE)
