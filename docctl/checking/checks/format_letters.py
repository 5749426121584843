"""Fonts and sizes of letters, judged paragraph by paragraph on the effective format."""

from collections import Counter
from collections.abc import Callable, Iterator
from enum import Enum, auto
from functools import partial

from msgspec import Struct

from docctl.checking.check import Outcome, Subject, always, check, hit
from docctl.checking.memo import once_per_subject
from docctl.checking.places import Located, everywhere
from docctl.domain.aspects import Aspect
from docctl.domain.draft import Paragraph, Run
from docctl.domain.formats import Alignment
from docctl.domain.patterns import regex
from docctl.domain.place import Part

FAMILIES = ("Times New Roman", "Times New Roman Cyr")
SYMBOLS = ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings")
_LETTERS = regex(r"[^\W_]")
_CYRILLIC = regex("[\u0400-\u052f]")

NOTHING: Counter[str] = Counter()


class Zone(Enum):
    """What a paragraph is to the rules of form."""

    TITLE = auto()
    RUNNING = auto()
    """Header or footer."""
    TABLE = auto()
    HEADING = auto()
    BODY = auto()
    ASIDE = auto()
    """Contents and sheets, their tables apart."""


@once_per_subject
def zoned(subject: Subject) -> tuple[tuple[Zone, Located], ...]:
    """Every paragraph with text, with its zone."""
    headings = {section.heading.index for section in subject.parts.sections}
    with_form = subject.parts.form is not None
    written = (spot for spot in everywhere(subject) if spot.paragraph.text.strip())
    return tuple((_zone(spot, headings, with_form), spot) for spot in written)


def _zone(spot: Located, headings: set[int], with_form: bool) -> Zone:
    paragraph = spot.paragraph
    if spot.part in (Part.HEADER, Part.FOOTER):
        return Zone.RUNNING
    if spot.part is Part.TITLE:
        return Zone.TITLE
    if paragraph.cell is not None:
        return Zone.TABLE
    if spot.part is not Part.BODY:
        return Zone.ASIDE
    if paragraph.index in headings or paragraph.heading_level or paragraph.format.outline_level:
        return Zone.HEADING
    return Zone.BODY if with_form or not _displayed(paragraph) else Zone.TITLE


def _displayed(paragraph: Paragraph) -> bool:
    """Set apart from the running text: where no form tells the title page, centred lines are taken for it."""
    return paragraph.format.alignment in (Alignment.CENTER, Alignment.RIGHT) or paragraph.in_text_box


class FontParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `font_family`."""

    families: tuple[str, ...] = FAMILIES
    symbols: tuple[str, ...] = SYMBOLS
    """Families whose letters are drawn as marks."""
    letters: int = 2
    """Fewer letters than this in another font are overlooked."""


@check("font_family", FontParams, always, reads=Aspect.FONTS)
def font_family(subject: Subject, params: FontParams) -> Iterator[Outcome]:
    """Text is in one of the families.

    In the running text a paragraph is reported when most of it is in another font; a word or two in another
    font is a mixture, which `uniform_letters` reports.
    """
    allowed = _casefolded(params.families + params.symbols)
    for zone, spot in zoned(subject):
        wrong = _measured(spot.paragraph, partial(_font_outside, allowed=allowed))
        if _reported(wrong, spot.paragraph, zone, params.letters):
            font = wrong.most_common(1)[0][0]
            yield hit(spot.place(), font=font, families=params.families[:1])


class SizeParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `font_size`, in points: least and greatest."""

    body: tuple[float, float] = (12, 14)
    heading: tuple[float, float] = (12, 16)
    table: tuple[float, float] = (8, 14)
    running: tuple[float, float] = (8, 14)
    aside: tuple[float, float] = (8, 16)
    """Contents, and headings of sheets."""
    title: tuple[float, float] = (8, 28)
    letters: int = 2
    """Fewer letters than this of another size are overlooked."""

    def range(self, zone: Zone) -> tuple[float, float]:
        """The sizes of a zone."""
        limits: tuple[float, float] = getattr(self, zone.name.lower())
        return limits


@check("font_size", SizeParams, always, reads=Aspect.FONTS)
def font_size(subject: Subject, params: SizeParams) -> Iterator[Outcome]:
    """Letters are neither too small nor too large for the place; mixtures are for `uniform_letters`."""
    for zone, spot in zoned(subject):
        least, greatest = params.range(zone)
        wrong = _measured(spot.paragraph, partial(_size_outside, least=least, greatest=greatest))
        if _reported(wrong, spot.paragraph, zone, params.letters):
            size = float(wrong.most_common(1)[0][0])
            yield hit(spot.place(), size=size, least=least, greatest=greatest)


class UniformParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `uniform_letters`; families and sizes as in `font_family` and `font_size`."""

    families: tuple[str, ...] = FAMILIES
    symbols: tuple[str, ...] = SYMBOLS
    body: tuple[float, float] = (12, 14)
    heading: tuple[float, float] = (12, 16)
    letters: int = 2
    """Fewer letters than this are overlooked: exponents, marks."""


@check("uniform_letters", UniformParams, always, reads=Aspect.FONTS)
def uniform_letters(subject: Subject, params: UniformParams) -> Iterator[Outcome]:
    """A paragraph of the running text has one font and one size.

    A paragraph whose prevailing font or size is wrong in itself is left to `font_family` and `font_size`.
    """
    allowed = _casefolded(params.families + params.symbols)
    for zone, spot in zoned(subject):
        if zone not in (Zone.BODY, Zone.HEADING) or _plain(spot.paragraph):
            continue
        least, greatest = params.body if zone is Zone.BODY else params.heading
        fonts = _measured(spot.paragraph, _font)
        if _font_mixed(fonts, allowed, params.letters):
            yield hit(spot.place(), "font", values=tuple(font for font, _ in fonts.most_common()))
            continue
        sizes = _measured(spot.paragraph, _size)
        if _mixed(sizes, params.letters) and least <= float(sizes.most_common(1)[0][0]) <= greatest:
            yield hit(spot.place(), "size", values=tuple(size for size, _ in sizes.most_common()))


def _casefolded(families: tuple[str, ...]) -> frozenset[str]:
    return frozenset(family.casefold() for family in families)


def _measured(paragraph: Paragraph, value: Callable[[Run], str | None]) -> Counter[str]:
    """Letters and digits of the paragraph by the value of their run; runs whose value is None apart."""
    found: dict[str, int] = {}
    for run in paragraph.runs:
        if (printed := value(run)) is not None and (count := _letters(run.text)):
            found[printed] = found.get(printed, 0) + count
    return Counter(found) if found else NOTHING


def _letters(text: str) -> int:
    return sum(1 for _ in _LETTERS.finditer(text))


def _reported(wrong: Counter[str], paragraph: Paragraph, zone: Zone, letters: int) -> bool:
    """In the running text only what is wrong in most of the paragraph; elsewhere any of it."""
    if not wrong:
        return False
    total = wrong.total()
    of_all = _letters(paragraph.text)
    if zone in (Zone.BODY, Zone.HEADING):
        return 2 * total > of_all
    return total >= min(letters, of_all)


def _font(run: Run) -> str:
    """The family that the run is shown in: Latin letters and figures have one of their own."""
    written = run.format
    if written.ascii_font and written.ascii_font != written.font and not _CYRILLIC.search(run.text):
        return written.ascii_font
    return written.font


def _font_outside(run: Run, allowed: frozenset[str]) -> str | None:
    font = _font(run)
    return None if font.casefold() in allowed else font


def _size(run: Run) -> str:
    return f"{run.format.size:g}"


def _size_outside(run: Run, least: float, greatest: float) -> str | None:
    return None if least <= run.format.size <= greatest else _size(run)


def _plain(paragraph: Paragraph) -> bool:
    """All its runs are alike, as almost always."""
    first = paragraph.runs[0].format if paragraph.runs else None
    return all(
        run.format is first
        or (
            first is not None
            and run.format.size == first.size
            and run.format.font == first.font == run.format.ascii_font == first.ascii_font
        )
        for run in paragraph.runs
    )


def _mixed(values: Counter[str], letters: int) -> bool:
    return len(values) > 1 and values.total() - values.most_common(1)[0][1] >= letters


def _font_mixed(fonts: Counter[str], allowed: frozenset[str], letters: int) -> bool:
    """Some of the paragraph, and not most of it, is in another font than the families."""
    wrong = sum(count for font, count in fonts.items() if font.casefold() not in allowed)
    return letters <= wrong and 2 * wrong <= fonts.total()
