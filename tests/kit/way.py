"""The ways in which the same document can be made as a Word file."""

import random
from collections.abc import Iterator
from enum import StrEnum

import msgspec
from msgspec import Struct

from tests.kit.options import (
    Alignment,
    Breaks,
    ChangeHeading,
    Conformance,
    Contents,
    Controls,
    Extra,
    Fields,
    Flavour,
    Fonts,
    Groups,
    Header,
    Headings,
    Ids,
    Items,
    LanguageSet,
    Logo,
    Numbers,
    Runs,
    Scope,
    Separator,
    SheetPage,
    TitleBlock,
    TitleSpacing,
)


class Way(Struct, frozen=True, kw_only=True):
    """One way; the default is what a careful person does in Word."""

    numbers: Numbers = Numbers.TYPED
    separator: Separator = Separator.SPACE
    headings: Headings = Headings.STYLE
    header: Header = Header.TABLE
    logo: Logo = Logo.INLINE
    scope: Scope = Scope.TITLE_PAGE
    title_block: TitleBlock = TitleBlock.PARAGRAPHS
    contents: Contents = Contents.FIELD
    controls: Controls = Controls.NONE
    runs: Runs = Runs.WHOLE
    fonts: Fonts = Fonts.NORMAL
    alignment: Alignment = Alignment.STYLE
    breaks: Breaks = Breaks.OWN_PARAGRAPH
    fields: Fields = Fields.COMPLEX
    groups: Groups = Groups.MERGED
    change_heading: ChangeHeading = ChangeHeading.ONE_ROW
    items: Items = Items.TYPED
    language: LanguageSet = LanguageSet.DEFAULTS
    ids: Ids = Ids.ENGLISH
    flavour: Flavour = Flavour.WORD
    conformance: Conformance = Conformance.TRANSITIONAL
    sheet_page: SheetPage = SheetPage.PORTRAIT
    title_spacing: TitleSpacing = TitleSpacing.SPACE
    extra: Extra = Extra.NOTHING
    body_size: float = 14.0
    line_spacing: float = 1.0
    seed: int = 0


SIZES = (14.0, 12.0, 13.0)
SPACINGS = (1.0, 1.15, 1.5)
WORD_DEFAULT = Way()


def choices() -> dict[str, tuple[object, ...]]:
    """The values that each option of a way can have, the default first."""
    options: dict[str, tuple[object, ...]] = {}
    for field in msgspec.structs.fields(Way):
        if isinstance(field.type, type) and issubclass(field.type, StrEnum):
            options[field.name] = tuple(field.type)
    return options | {"body_size": SIZES, "line_spacing": SPACINGS}


def single_ways() -> Iterator[tuple[str, Way]]:
    """The default way, and every way that differs from it in one option."""
    yield "default", WORD_DEFAULT
    for option, values in choices().items():
        for value in values:
            if value != getattr(WORD_DEFAULT, option):
                yield f"{option}={value}", msgspec.structs.replace(WORD_DEFAULT, **{option: value})


def random_way(seed: int) -> Way:
    """A way of which every option is drawn; the same seed draws the same way."""
    draw = random.Random(seed)
    return Way(**{option: draw.choice(values) for option, values in choices().items()}, seed=seed)  # type: ignore[arg-type]
