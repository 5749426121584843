"""Clauses into a segment: gathered in memory up to a bound, then written at once."""

from array import array
from collections.abc import Iterable
from zlib import crc32

from msgspec import msgpack

from docctl.search.clause import Clause, DocumentClauses
from docctl.search.index.bits import bits_of, bits_of_ranges
from docctl.search.index.filtering import STATUS_IN_FORCE
from docctl.search.index.inverting import BREAK, Filed, Filer
from docctl.search.index.layout import (
    BLOCKS,
    CLAUSE,
    CLAUSES,
    IN_FORCE,
    SET,
    SIZES,
    STARTS,
    SUMS,
    TABLE,
    WORD,
    Block,
)
from docctl.search.index.manifest import Part
from docctl.search.index.pages import checksums
from docctl.search.index.places import Place
from docctl.search.index.postings import impacts, packed
from docctl.search.index.tables import TableWriter
from docctl.search.index.vocabulary_writer import VocabularyWriter
from docctl.search.ranking.coding import coded
from docctl.search.ranking.weights import saturation

FULL = 2_500_000
"""Postings after which a segment is written: they take some 150 MB while they are gathered."""
_COMMON = 16
"""The set of a key that one clause in so many has is written as well: it is as small as the list."""
_ENCODER = msgpack.Encoder()


class SegmentWriter:
    """One segment in the making."""

    def __init__(self, place: Place, name: str, filer: Filer) -> None:
        self._place, self._name, self._filer = place, name, filer
        self._file = place.create(name + CLAUSES)
        self._kids: dict[str, int] = {BREAK: 0}
        self._clauses = [array("I")]
        self._weights = [bytearray()]
        self._by_number: dict[str, array[int]] = {}
        self._blocks: list[Block] = []
        self._lengths = array("I")
        self._starts, self._sizes = array("Q", [0]), array("I")
        self._vocabulary = VocabularyWriter()
        self._postings = 0

    def __len__(self) -> int:
        return len(self._lengths)

    def is_full(self) -> bool:
        """Whether it is time to write it."""
        return self._postings >= FULL

    def add(self, document: DocumentClauses) -> None:
        """File a document's clauses; raises OSError."""
        for clause in sorted(document.clauses, key=lambda clause: clause.edition):
            self._block(clause)
            self._file_clause(clause, self._filer.filed(clause))

    def _block(self, clause: Clause) -> None:
        before = self._blocks[-1] if self._blocks else None
        first = before.first if before and _same_edition(before, clause) else len(self)
        if before and first == before.first:
            self._blocks.pop()
        self._blocks.append(_block_of(clause, first, len(self) + 1))

    def _file_clause(self, clause: Clause, found: Filed) -> None:
        number = len(self)
        self._file_keys(number, found.weights)
        order = array("I", map(self._kids.__getitem__, found.order)).tobytes()
        folded = coded(found.folded)
        record = _ENCODER.encode(clause)
        self._file.write(order + folded + record)
        self._starts.append(self._starts[-1] + len(order) + len(folded) + len(record))
        self._sizes.extend((len(found.order), len(folded)))
        self._lengths.append(found.length)
        for path in _above(clause.clause):
            self._by_number.setdefault(path, array("I")).append(number)
        self._vocabulary.add(number, found.forms)

    def _file_keys(self, number: int, weights: dict[str, int]) -> None:
        kids, clauses, all_weights = self._kids, self._clauses, self._weights
        for key, weight in weights.items():
            if key in kids:
                kid = kids[key]
                clauses[kid].append(number)
                all_weights[kid].append(weight)
            else:
                kids[key] = len(kids)
                clauses.append(array("I", (number,)))
                all_weights.append(bytearray((weight,)))
        self._postings += len(weights)

    def finish(self) -> Part:
        """Write what was gathered; raises OSError."""
        self._file.close()
        table = TableWriter(self._place.create(self._name + TABLE))
        try:
            for key, value in self._entries():
                table.add(key, value)
        finally:
            table.close()
        return self._seal()

    def _entries(self) -> Iterable[tuple[bytes, bytes]]:
        average = max(sum(self._lengths) / max(len(self), 1), 1.0)
        lengths = [saturation(length, average) for length in self._lengths]
        for key, kid in self._kids.items():
            clauses = self._clauses[kid]
            yield WORD + key.encode(), packed(kid, clauses, impacts(self._weights[kid], clauses, lengths))
            if len(clauses) * _COMMON > len(self):
                yield SET + key.encode(), self._bytes(bits_of(clauses, len(self)))
        for path, clauses in self._by_number.items():
            yield CLAUSE + path.encode(), clauses.tobytes()
        yield from self._vocabulary.entries(self._kids, len(self))
        yield STARTS, self._starts.tobytes()
        yield SIZES, self._sizes.tobytes()
        ranges = ((block.first, block.last) for block in self._blocks if block.status == STATUS_IN_FORCE)
        yield IN_FORCE, self._bytes(bits_of_ranges(ranges, len(self)))
        yield BLOCKS, _ENCODER.encode(self._blocks)

    def _bytes(self, bits: int) -> bytes:
        return bits.to_bytes(len(self) // 8 + 1, "little")

    def _seal(self) -> Part:
        contents = {suffix: self._place.open(self._name + suffix) for suffix in (TABLE, CLAUSES)}
        sums = b"".join(checksums(content) for content in contents.values())
        with self._place.create(self._name + SUMS) as file:
            file.write(sums)
        sizes = {suffix: len(content) for suffix, content in contents.items()}
        return Part(self._name, len(self), sizes, crc32(sums))


def _block_of(clause: Clause, first: int, last: int) -> Block:
    end = clause.in_force_to.isoformat() if clause.in_force_to else ""
    start = clause.in_force_from.isoformat()
    return Block(
        clause.number, clause.edition, clause.kind, clause.unit, clause.status, start, end, first, last
    )


def _same_edition(block: Block, clause: Clause) -> bool:
    return block == _block_of(clause, block.first, block.last)


def _above(clause: str) -> Iterable[str]:
    """The number of a clause and those above it: 6.23 and 6."""
    parts = clause.strip().rstrip(".").split(".")
    return (".".join(parts[:count]) for count in range(1, len(parts) + 1)) if parts[0] else ()
