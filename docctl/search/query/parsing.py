"""Pieces of a query → what is asked of the index. Every text has a meaning; linear in its length."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from docctl.search.query.fields import field_named, with_field
from docctl.search.query.note import Note
from docctl.search.query.pieces import EXCLUDED, OR, REQUIRED, Piece, pieces
from docctl.search.request import Atom, Filters, Phrase, Prefix, Request, Word
from docctl.search.words.scanning import written
from docctl.wording import N_

STAR = "*"
Group = tuple[Atom, ...]


class Parsed(Struct, frozen=True):
    """A query that was read."""

    request: Request
    notes: tuple[Note, ...] = ()


class _Reading:
    """What was read so far."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.wanted: list[Group] = []
        self.required: list[Group] = []
        self.excluded: list[Atom] = []
        self.filters = Filters()
        self.notes: list[Note] = []

    def take(self, piece: Piece) -> None:
        """One piece that no OR joins."""
        field = field_named(piece.field) if piece.field else None
        if field is not None:
            self._filter(piece, field)
        elif piece.sign == EXCLUDED:
            self.excluded += atoms_of(piece)
        elif piece.quoted or piece.sign == REQUIRED:
            self.required += ((atom,) for atom in atoms_of(piece))
        else:
            self.wanted += ((atom,) for atom in atoms_of(piece))

    def take_any(self, group: Sequence[Piece]) -> None:
        """Pieces of which one suffices; a phrase or a plus among them makes that a condition."""
        atoms = tuple(dict.fromkeys(atom for piece in group for atom in atoms_of(piece)))
        strict = any(piece.quoted or piece.sign == REQUIRED for piece in group)
        if atoms:
            (self.required if strict else self.wanted).append(atoms)

    def _filter(self, piece: Piece, field: str) -> None:
        if piece.sign == EXCLUDED:
            self.notes.append(Note(N_("A field cannot be excluded: “{value}” is left out."), piece.field))
            return
        taken = with_field(self.filters, field, piece.text, self.today)
        if isinstance(taken, Note):
            self.notes.append(taken)
        else:
            self.filters = taken

    def parsed(self) -> Parsed:
        """All of it, each thing once."""
        request = Request(
            wanted=tuple(dict.fromkeys(self.wanted)),
            required=tuple(dict.fromkeys(self.required)),
            excluded=tuple(dict.fromkeys(self.excluded)),
            filters=self.filters,
        )
        return Parsed(request, tuple(dict.fromkeys(self.notes)))


def parse(text: str, today: date) -> Parsed:
    """What a query asks for, and what of it was not understood."""
    reading = _Reading(today)
    for group in _groups(pieces(text)):
        if len(group) == 1:
            reading.take(group[0])
        else:
            reading.take_any(group)
    return reading.parsed()


def _groups(found: Iterable[Piece]) -> Iterable[list[Piece]]:
    """Pieces one by one, those around an OR together. Fields and what is excluded cannot be joined."""
    group: list[Piece] = []
    joining = False
    for piece in found:
        if piece.joins:
            joining = bool(group)
        elif joining and _joinable(piece) and _joinable(group[-1]):
            group.append(piece)
            joining = False
        else:
            if group:
                yield group
            group, joining = [piece], False
    if group:
        yield group


def _joinable(piece: Piece) -> bool:
    return piece.sign != EXCLUDED and field_named(piece.field) is None


def atoms_of(piece: Piece) -> tuple[Atom, ...]:
    """The words, the prefix or the phrase that a piece is; none when it holds no letter or figure."""
    text = f"{piece.field}:{piece.text}" if piece.field else piece.text
    words = tuple(word.surface for word in written(text))
    if not (piece.quoted or piece.sign):
        words = tuple(word for word in words if word not in OR)
    if piece.quoted and words:
        return (Phrase(words),)
    if words and not piece.quoted and text.rstrip(".,;:!?)").endswith(STAR):
        return (*map(Word, words[:-1]), Prefix(words[-1]))
    return tuple(map(Word, words))
