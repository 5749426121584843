"""Lines of the running text: spacing, justification, first-line indents, headings made by hand."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.check import NoParams, Outcome, Subject, always, check, hit
from docctl.checking.checks.format_letters import Zone, zoned
from docctl.checking.places import place_of
from docctl.domain.aspects import Aspect
from docctl.domain.draft import PageSetup, Paragraph
from docctl.domain.formats import Alignment, LineRule
from docctl.domain.parts import Clause
from docctl.domain.words import Words

POINTS_PER_MM = 72 / 25.4
SINGLE = 1.2
"""Height of a single line in sizes of its letters, as fonts for text have it."""


class SpacingParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `line_spacing`, in single lines."""

    least: float = 1.0
    greatest: float = 1.5
    tolerance: float = 0.011


@check("line_spacing", SpacingParams, always, reads=Aspect.PARAGRAPHS)
def line_spacing(subject: Subject, params: SpacingParams) -> Iterator[Outcome]:
    """Lines of the running text stand neither too close nor too far apart.

    An exact spacing is compared with the size of the letters: closer than their size they touch. "At least"
    can only be too far apart.
    """
    for zone, spot in zoned(subject):
        if zone in (Zone.BODY, Zone.HEADING) and _wrong_spacing(spot.paragraph, params):
            form = spot.paragraph.format
            variant = "lines" if form.line_rule is LineRule.MULTIPLE else "points"
            value = round(form.line_spacing, 2)
            yield hit(spot.place(), variant, value=value, least=params.least, greatest=params.greatest)


def _wrong_spacing(paragraph: Paragraph, params: SpacingParams) -> bool:
    form, slack = paragraph.format, params.tolerance
    if form.line_rule is LineRule.MULTIPLE:
        return not params.least - slack <= form.line_spacing <= params.greatest + slack
    size = max((run.format.size for run in paragraph.runs if not run.text.isspace()), default=0.0)
    if form.line_spacing > (params.greatest + slack) * SINGLE * size:
        return size > 0
    return form.line_rule is LineRule.EXACT and form.line_spacing < (params.least - slack) * size


class JustifiedParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `justified_text`."""

    letter_width: float = 0.42
    """A letter's width in sizes, narrowly: a paragraph longer than a line by it surely has two lines."""
    clause_letters: int = 40
    """A clause this long is reported even where it fits on one line, for its neighbours are justified."""


@check("justified_text", JustifiedParams, always, reads=Aspect.PARAGRAPHS)
def justified_text(subject: Subject, params: JustifiedParams) -> Iterator[Outcome]:
    """The running text is justified; what fits on one line looks the same and is left alone."""
    pages = {section.number: section.page for section in subject.draft.sections}
    clauses = {clause.paragraph.index for part in subject.parts.sections for clause in part.clauses}
    for zone, spot in zoned(subject):
        paragraph = spot.paragraph
        if zone is not Zone.BODY or paragraph.in_text_box or _justified(paragraph):
            continue
        is_clause = paragraph.index in clauses
        long_enough = is_clause and len(paragraph.printed) >= params.clause_letters
        if long_enough or _over_a_line(paragraph, pages.get(paragraph.section), params.letter_width):
            yield hit(spot.place(), alignment=ALIGNMENTS[paragraph.format.alignment])


ALIGNMENTS = {
    Alignment.LEFT: Words("сол жаққа", "по левому краю", "left"),
    Alignment.RIGHT: Words("оң жаққа", "по правому краю", "right"),
    Alignment.CENTER: Words("ортаға", "по центру", "in the centre"),
}


def _justified(paragraph: Paragraph) -> bool:
    return paragraph.format.alignment not in ALIGNMENTS


def _over_a_line(paragraph: Paragraph, page: PageSetup | None, letter_width: float) -> bool:
    page = page or PageSetup()
    form = paragraph.format
    width = (page.width - page.left - page.right - page.gutter) * POINTS_PER_MM
    width -= form.left_indent + form.right_indent
    size = max((run.format.size for run in paragraph.runs), default=0.0)
    longest = max(len(line) for line in paragraph.printed.split("\n"))
    return longest * letter_width * size > max(width, 1.0)


class IndentParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `even_indents`."""

    tolerance: float = 1.0
    """Millimetres."""
    clauses: int = 4
    """Fewer clauses than this have no habit yet."""
    majority: float = 0.6
    """Share of the clauses that must agree before the others count as uneven."""


@check("even_indents", IndentParams, reads=Aspect.PARAGRAPHS)
def even_indents(subject: Subject, params: IndentParams) -> Iterator[Outcome]:
    """Clauses of one level, numbered in one way, have the same first-line indent."""
    groups: defaultdict[tuple[int, bool], list[Clause]] = defaultdict(list)
    for section in subject.parts.sections:
        for clause in section.clauses:
            if clause.paragraph.cell is None:
                groups[len(clause.path), clause.automatic].append(clause)
    for clauses in groups.values():
        indents = Counter(_indent(clause) for clause in clauses)
        usual, count = indents.most_common(1)[0]
        if len(clauses) < params.clauses or count < params.majority * len(clauses):
            continue
        for clause in clauses:
            if abs(_indent(clause) - usual) > params.tolerance:
                place = place_of(subject, clause.paragraph)
                yield hit(place, value=_indent(clause), usual=usual)


def _indent(clause: Clause) -> float:
    """Where the first line begins, in tenths of a millimetre."""
    form = clause.paragraph.format
    return round((form.left_indent + form.first_line_indent) / POINTS_PER_MM, 1)


@check("heading_styles", NoParams, reads=Aspect.STYLES)
def heading_styles(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Section headings have a heading style or an outline level, so that Word can make the contents.

    Where no heading has one, that is said once, at the first.
    """
    headings = subject.parts.sections
    by_hand = [section for section in headings if not _styled(section.heading)]
    if by_hand and len(by_hand) == len(headings):
        first = by_hand[0]
        yield hit(place_of(subject, first.heading), "none", title=first.title, count=len(headings))
        return
    for section in by_hand:
        yield hit(place_of(subject, section.heading), title=section.title, count=len(headings))


def _styled(heading: Paragraph) -> bool:
    return heading.heading_level is not None or heading.format.outline_level is not None
