"""Sections of the Word file: paper, margins, headers and footers in force (ECMA-376 part 1, 17.6, 17.10)."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import replace

from docctl.docx.properties import measure, switched, whole
from docctl.docx.xml import R, W
from docctl.domain.draft import Block, PageSetup, Section, Story, Variant

VAL = W + "val"
TWIPS = 20
MM_IN_POINT = 25.4 / 72
STARTS = frozenset({"nextPage", "continuous", "evenPage", "oddPage", "nextColumn"})
NEXT_PAGE = "nextPage"
# What Word takes where the file is silent, in points: Letter, 1.25 and 1 inch, half an inch.
WIDTH, HEIGHT, SIDE, TOP, EDGE = 612.0, 792.0, 90.0, 72.0, 36.0

References = Mapping[Variant, str]
"""Relationship ids of headers or of footers."""


class StoryBlocks(Protocol):
    """Reads a header or footer."""

    def __call__(self, relationship: str, /, *, section: int) -> tuple[Block, ...]:
        """The blocks by a relationship id; `section` is the first that shows them."""


class SectionProperties(Struct, frozen=True):
    """What one w:sectPr says."""

    page: PageSetup
    start: str
    page_start: int | None
    different_first: bool
    headers: References
    footers: References


def section_properties(element: Element) -> SectionProperties:
    """The properties of a w:sectPr; what is missing or senseless is as Word takes it."""
    kind = _value(element, "type")
    numbers = element.find(W + "pgNumType")
    return SectionProperties(
        page=_page_setup(element),
        start=kind if kind in STARTS else NEXT_PAGE,
        page_start=whole(numbers.get(W + "start")) if numbers is not None else None,
        different_first=bool(switched(element.find(W + "titlePg"))),
        headers=_references(element, "headerReference"),
        footers=_references(element, "footerReference"),
    )


def _value(element: Element, name: str) -> str | None:
    child = element.find(W + name)
    return child.get(VAL) if child is not None else None


def _references(element: Element, name: str) -> References:
    variants = {variant.value: variant for variant in Variant}
    references = element.iterchildren(W + name)
    return {
        variants[kind]: reference.get(R + "id", "")
        for reference in references
        if (kind := reference.get(W + "type", "default")) in variants
    }


def _page_setup(element: Element) -> PageSetup:
    paper, margins = element.find(W + "pgSz"), element.find(W + "pgMar")
    width, height = _length(paper, "w", WIDTH), _length(paper, "h", HEIGHT)
    return PageSetup(
        width=width,
        height=height,
        left=_length(margins, "left", SIDE, "start"),
        right=_length(margins, "right", SIDE, "end"),
        # A negative margin holds even against a tall header; its size is the same.
        top=abs(_length(margins, "top", TOP)),
        bottom=abs(_length(margins, "bottom", TOP)),
        gutter=_length(margins, "gutter", 0.0),
        header=_length(margins, "header", EDGE),
        footer=_length(margins, "footer", EDGE),
        landscape=width > height,
    )


def _length(element: Element | None, name: str, silent: float, other_name: str = "") -> float:
    """Millimetres of an attribute; `silent` is in points."""
    said = None
    if element is not None:
        said = measure(element.get(W + name) or element.get(W + (other_name or name)), TWIPS)
    return round((silent if said is None else said) * MM_IN_POINT, 2)


SILENT = SectionProperties(
    page=PageSetup(
        width=round(WIDTH * MM_IN_POINT, 2),
        height=round(HEIGHT * MM_IN_POINT, 2),
        left=round(SIDE * MM_IN_POINT, 2),
        right=round(SIDE * MM_IN_POINT, 2),
        top=round(TOP * MM_IN_POINT, 2),
        bottom=round(TOP * MM_IN_POINT, 2),
        header=round(EDGE * MM_IN_POINT, 2),
        footer=round(EDGE * MM_IN_POINT, 2),
    ),
    start=NEXT_PAGE,
    page_start=None,
    different_first=False,
    headers={},
    footers={},
)
"""A section that the file says nothing of."""


def sections(
    said: Sequence[SectionProperties], story: StoryBlocks, even: Sequence[Variant]
) -> tuple[Section, ...]:
    """All sections with the headers and footers that their pages show.

    `even` holds EVEN when the file tells odd and even pages apart. A variant without a reference is inherited
    from the section before; one that is nowhere given and yet switched on shows an empty story.
    """
    headers: dict[Variant, Story] = {}
    footers: dict[Variant, Story] = {}
    found: list[Section] = []
    for number, properties in enumerate(said, start=1):
        on = (Variant.DEFAULT, *([Variant.FIRST] if properties.different_first else []), *even)
        read = partial(story, section=number)
        found.append(
            Section(
                number=number,
                page=properties.page,
                headers=_in_force(properties.headers, headers, on, read),
                footers=_in_force(properties.footers, footers, on, read),
                different_first=properties.different_first,
                start=properties.start,
                page_start=properties.page_start,
            )
        )
    return tuple(found)


def _in_force(
    own: References,
    known: dict[Variant, Story],
    on: Sequence[Variant],
    story: Callable[[str], tuple[Block, ...]],
) -> tuple[Story, ...]:
    """The variants that are on; `known` are those of the section before and become those of this one."""
    inherited = {variant: replace(before, inherited=True) for variant, before in known.items()}
    written = {variant: Story(variant, story(id_)) for variant, id_ in own.items()}
    known.update(inherited | written)
    if not known:
        return ()
    return tuple(known.get(variant) or Story(variant, ()) for variant in on)
