"""The levels of Word's cascade, and which of them has the last word."""

from collections.abc import Sequence
from typing import TypeVar

from docctl.docx.properties import CharacterProperties, ParagraphProperties
from docctl.domain.formats import Origin

CharacterLevel = tuple[Origin, CharacterProperties]
ParagraphLevel = tuple[Origin, ParagraphProperties]
Value = TypeVar("Value")


def strongest(
    levels: Sequence[CharacterLevel] | Sequence[ParagraphLevel], name: str, built_in: Value
) -> tuple[Value, Origin]:
    """What the strongest level that is not silent says, and its origin; the strongest level comes first."""
    for origin, properties in levels:
        value: Value | None = getattr(properties, name)
        if value is not None:
            return value, origin
    return built_in, Origin.DEFAULTS


def said(levels: Sequence[CharacterLevel] | Sequence[ParagraphLevel], name: str, built_in: Value) -> Value:
    """What the strongest level that is not silent says."""
    return strongest(levels, name, built_in)[0]
