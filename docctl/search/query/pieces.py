"""The query as pieces: words, quoted phrases, fields, each with the sign before it. Any text has some."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.domain.patterns import regex

OR = frozenset({"OR", "НЕМЕСЕ", "ИЛИ"})
EXCLUDED, REQUIRED = "-", "+"
_QUOTED = '«(?P<angled>[^«»]*)»|["“”„](?P<straight>[^"“”„]*)["“”„]'
_PIECE = regex(
    rf"(?P<sign>[-−–+]?)(?:(?P<field>[^\W\d_](?:[^\W\d_]|-(?=[^\W\d_]))*):(?=\S))?"
    rf'(?:{_QUOTED}|(?P<bare>[^\s"“”„«»]+))'
)
_PARTS = ("bare", "angled", "straight")


class Piece(Struct, frozen=True):
    """What stands between two spaces, or between quotes."""

    text: str
    """Without sign, field and quotes."""
    sign: str = ""
    """`EXCLUDED`, `REQUIRED` or none."""
    field: str = ""
    """The name before a colon, as written."""
    quoted: bool = False
    start: int = 0
    """Where the text begins in the query."""

    @property
    def joins(self) -> bool:
        """Whether it is an OR between its neighbours."""
        return self.text in OR and not (self.sign or self.field or self.quoted)


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a query in their order; a quote that nothing closes is not there."""
    for match in _PIECE.finditer(text):
        part = next(name for name in _PARTS if match[name] is not None)
        sign = REQUIRED if match["sign"] == REQUIRED else EXCLUDED if match["sign"] else ""
        yield Piece(match[part], sign, match["field"] or "", part != "bare", match.start(part))
