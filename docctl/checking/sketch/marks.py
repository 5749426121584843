"""What a sketch says in braces and after ``===``: names and values, bound to typed marks."""

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

import msgspec
from msgspec import Struct

from docctl.domain.formats import Alignment
from docctl.domain.patterns import regex
from docctl.errors import ConfigurationError

M = TypeVar("M", bound=Struct)

_PAIR = regex(r'\s*(\w+)\s*(?:=\s*("[^"]*"|[^,]*))?\s*(?:,|\Z)')
_WORD = regex(r'([^\s=]+)(?:=("[^"]*"|\S*))?')
_YES_NO = {"yes": "true", "no": "false"}
_WITHOUT_VALUE = {
    "picture": "1",
    "breaks": "1",
    "comments": "1",
    "comment": "",
    "hidden": "",
    "highlight": "yellow",
    "revisions": "insertion:",
}


class Spot(Struct, frozen=True):
    """Where in which sketch something is written."""

    name: str
    line: int

    def wrong(self, message: str, **values: object) -> NoReturn:
        """Raise the mistake, with its line.

        Raises:
            ConfigurationError: always.
        """
        raise ConfigurationError(message, at=f"{self.name}:{self.line}", **values)


class Marks(Struct, frozen=True):
    """The attributes of a paragraph or of a run. Lengths in points."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    caps: bool | None = None
    size: float | None = None
    font: str | None = None
    ascii: str | None = None
    """Font of Latin letters, where it is another."""
    color: str | None = None
    highlight: str | None = None
    lang: str | None = None
    """``none`` for a text whose language is not set."""
    field: str | None = None
    """Instruction of the field whose result the run is."""
    align: Alignment | None = None
    spacing: str | None = None
    """``1.5`` lines, ``18pt`` exactly, ``18pt+`` at least."""
    before: float | None = None
    after: float | None = None
    first: float | None = None
    left: float | None = None
    right: float | None = None
    style: str | None = None
    outline: int | None = None
    page: bool = False
    """A page break before it."""
    framed: bool = False
    num: str | None = None
    """The automatic number as displayed."""
    level: int | None = None
    bullet: bool = False
    hidden: str | None = None
    textbox: bool = False
    toc: bool = False
    dirty: bool = False
    """The contents field is not up to date."""
    original: str | None = None
    """The text before tracked changes."""
    placeholder: bool = False
    picture: int = 0
    comment: str | None = None
    on: int | None = None
    """The page that this paragraph and those after it stand on."""
    breaks: int = 0
    """Page breaks at its end."""


class PageMarks(Struct, frozen=True):
    """What ``=== section`` sets. Lengths in millimetres."""

    width: float = 210.0
    height: float = 297.0
    left: float = 30.0
    right: float = 15.0
    top: float = 20.0
    bottom: float = 20.0
    gutter: float = 0.0
    header: float = 12.5
    footer: float = 12.5
    landscape: bool = False
    first: bool = False
    """Its first page has a header of its own, or none."""
    continuous: bool = False
    even: bool = False
    """It starts on an even page."""
    odd: bool = False
    start: int | None = None
    """The number that its pages start at."""


class FileMarks(Struct, frozen=True):
    """What ``=== file`` sets."""

    name: str | None = None
    format: str = "docx"
    language: str | None = None
    """``none`` for a file that sets no language."""
    pages: int | None = None
    laid_out: bool = False
    """The pages were counted by a layout, not estimated."""
    comments: int = 0
    revisions: str | None = None
    """``insertion:the text``, or deletion, move, format."""
    mirror: bool = False
    update: bool = False
    macros: bool = False
    embedded: bool = False
    control: bool = False
    external_template: bool = False
    dde: bool = False
    external_data: bool = False
    external_part: bool = False


def paragraph_marks(text: str, spot: Spot) -> Marks:
    """The marks between braces, or before the bar of a run: ``bold, size=14``.

    Raises:
        ConfigurationError: an unknown name or a value of the wrong type.
    """
    pairs: dict[str, str | None] = {}
    position = 0
    while position < len(text):
        found = _PAIR.match(text, position)
        if found is None:
            spot.wrong("“{text}” is no list like “bold, size=14”.", text=text)
        pairs[found[1]] = found[2]
        position = found.end()
    return bind(pairs, Marks, spot)


def directive_marks(text: str, kind: type[M], spot: Spot) -> M:
    """The marks after a directive: ``landscape left=20``.

    Raises:
        ConfigurationError: an unknown name or a value of the wrong type.
    """
    return bind({found[1]: found[2] for found in _WORD.finditer(text)}, kind, spot)


def bind(pairs: Mapping[str, str | None], kind: type[M], spot: Spot) -> M:
    """Names and values as typed marks; a name without a value is switched on.

    Raises:
        ConfigurationError: an unknown name or a value of the wrong type.
    """
    known = kind.__struct_fields__
    for name in pairs:
        if name not in known:
            spot.wrong(
                "“{name}” is not known here; expected one of: {known}.", name=name, known=", ".join(known)
            )
    values: dict[str, Any] = {name: _value(name, value) for name, value in pairs.items()}
    try:
        return msgspec.convert(values, kind, strict=False)
    except msgspec.ValidationError as error:
        spot.wrong("{reason}.", reason=error)


def _value(name: str, value: str | None) -> str:
    if value is None:
        return _WITHOUT_VALUE.get(name, "true")
    value = value.strip()
    if len(value) > 1 and value.startswith('"') and value.endswith('"'):
        return value[1:-1]
    return _YES_NO.get(value, value)
