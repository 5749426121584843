"""Paper, margins and orientation, Word section by Word section."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.check import Outcome, Subject, always, check, hit
from docctl.checking.places import excerpt, place_of
from docctl.domain.aspects import Aspect
from docctl.domain.draft import Block, PageSetup, Paragraph, Section, Table, paragraphs_of
from docctl.domain.place import Part, Place
from docctl.domain.words import Words

SIDES = {
    "left": Words("сол жақ", "левое", "left"),
    "right": Words("оң жақ", "правое", "right"),
    "top": Words("жоғарғы", "верхнее", "top"),
    "bottom": Words("төменгі", "нижнее", "bottom"),
}


SHEETS = (Part.ACQUAINTANCE_SHEET, Part.CHANGE_SHEET)


class PaperParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `paper_size`, in millimetres."""

    width: float = 210.0
    height: float = 297.0
    tolerance: float = 2.0


@check("paper_size", PaperParams, always, reads=Aspect.PAPER)
def paper_size(subject: Subject, params: PaperParams) -> Iterator[Outcome]:
    """Every section is on the paper asked for, upright or on its side."""
    wanted = sorted((params.width, params.height))
    for section in subject.draft.sections:
        sides = sorted((section.page.width, section.page.height))
        if any(abs(side - right) > params.tolerance for side, right in zip(sides, wanted, strict=True)):
            yield hit(
                _place(subject, section),
                width=round(section.page.width),
                height=round(section.page.height),
            )


class LandscapeParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `landscape_for_tables`."""

    paragraphs: int = 6
    """Paragraphs with text that may stand beside the tables: headings, captions, notes."""


@check("landscape_for_tables", LandscapeParams, always, reads=Aspect.PAPER)
def landscape_for_tables(subject: Subject, params: LandscapeParams) -> Iterator[Outcome]:
    """A section lies on its side only for its tables: never for the title page or for a run of clauses."""
    clauses = {clause.paragraph.index for part in subject.parts.sections for clause in part.clauses}
    for section in subject.draft.sections:
        if not section.page.landscape:
            continue
        title = section.number == subject.parts.title_section
        if title or not _mostly_tables(subject, section, clauses, params):
            yield hit(_place(subject, section))


def _mostly_tables(subject: Subject, section: Section, clauses: set[int], params: LandscapeParams) -> bool:
    """Whether the section is there for its tables; a sheet without its table has a rule of its own."""
    blocks = [block for block in subject.draft.blocks if block.section == section.number]
    rows = sum(len(block.rows) for block in blocks if isinstance(block, Table))
    written = [block for block in blocks if isinstance(block, Paragraph) and block.printed.strip()]
    loose = [paragraph for paragraph in written if place_of(subject, paragraph).part not in SHEETS]
    if sum(paragraph.index in clauses for paragraph in loose) > params.paragraphs:
        return False
    return not loose or (rows > 0 and len(loose) <= max(params.paragraphs, rows))


class MarginParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `margins`: the least margins, in millimetres."""

    left: float = 20.0
    right: float = 10.0
    top: float = 10.0
    bottom: float = 10.0
    tolerance: float = 0.5


@check("margins", MarginParams, always, reads=Aspect.MARGINS)
def margins(subject: Subject, params: MarginParams) -> Iterator[Outcome]:
    """No margin is under its minimum; the gutter counts as part of the left one.

    Word turns the margins with the paper, so that a page on its side may have the binding margin of an
    upright page at its top or bottom: any of the three ways is right there.
    """
    for section in subject.draft.sections:
        least = {side: float(getattr(params, side)) for side in SIDES}
        turns = [least, *_turned(least)] if section.page.landscape else [least]
        if all(_short_sides(section.page, turn, params.tolerance) for turn in turns):
            for side in _short_sides(section.page, least, params.tolerance):
                yield hit(
                    _place(subject, section),
                    side=SIDES[side],
                    value=round(_margin(section.page, side), 1),
                    least=least[side],
                )


def _turned(least: dict[str, float]) -> Iterator[dict[str, float]]:
    left, right, top, bottom = (least[side] for side in ("left", "right", "top", "bottom"))
    yield {"left": bottom, "right": top, "top": left, "bottom": right}
    yield {"left": top, "right": bottom, "top": right, "bottom": left}


def _short_sides(page: PageSetup, least: dict[str, float], tolerance: float) -> list[str]:
    return [side for side, minimum in least.items() if _margin(page, side) < minimum - tolerance]


def _margin(page: PageSetup, side: str) -> float:
    """The white at a side. Word writes a margin that may not give way to the header as negative."""
    margin = abs(float(getattr(page, side)))
    return margin + page.gutter if side == "left" else margin


class GutterParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `gutter`, in millimetres."""

    tolerance: float = 0.1


@check("gutter", GutterParams, always, reads=Aspect.MARGINS)
def gutter(subject: Subject, params: GutterParams) -> Iterator[Outcome]:
    """Pages have neither a gutter nor mirrored margins: documents are printed on one side."""
    if subject.draft.mirror_margins:
        yield hit(Place(part=Part.FILE), "mirrored")
    for section in subject.draft.sections:
        if section.page.gutter > params.tolerance:
            yield hit(_place(subject, section), section=section.number, value=round(section.page.gutter, 1))


def _place(subject: Subject, section: Section) -> Place:
    """The section, with its first words so that a person finds it."""
    first = next(_texts(subject.draft.blocks, section.number), "")
    return Place(part=Part.FILE, section=section.number, excerpt=excerpt(first))


def _texts(blocks: tuple[Block, ...], section: int) -> Iterator[str]:
    for block in blocks:
        if block.section == section:
            yield from (p.printed for p in paragraphs_of((block,)) if p.text.strip())
