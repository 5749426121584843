"""What the files of a segment are called and what lies where in them."""

from msgspec import Struct

TABLE, CLAUSES, SUMS = ".table", ".clauses", ".sums"
"""Suffixes: what finds clauses, the clauses themselves, the checksums of both."""
WORD, CLAUSE, SET, BEGINNING = b"w", b"c", b"s", b"p"
"""First byte of a key in the table: words, numbers of clauses, common words, common beginnings of words."""
LETTER, LENGTH, PAIR = b"l", b"n", b"g"
"""The forms that have a letter so many times, so many letters, a pair of letters."""
STARTS, SIZES, BLOCKS, IN_FORCE = b"#starts", b"#sizes", b"#blocks", b"#in-force"
FORMS, FORM_ENDS, FORM_KEYS = b"#forms", b"#form-ends", b"#form-keys"
FORM_STARTS, FORM_CLAUSES = b"#form-starts", b"#form-clauses"
KEYS, KEY_ENDS = b"#keys", b"#key-ends"
BY_SKELETON = b"#by-skeleton"
QUADS, QUAD_COUNTS = b"#quads", b"#quad-counts"


PENDING, IN_FORCE_STATUS = "pending", "in_force"


class Block(Struct, frozen=True, array_like=True, gc=False):
    """An edition: its clauses stand together, from `first` up to `last`, which is not one of them."""

    number: str
    edition: int
    kind: str
    unit: str
    status: str
    start: str
    """The first day in force, ISO 8601: compares as days do."""
    end: str
    """The first day no longer in force; empty while there is none."""
    first: int
    last: int

    def status_on(self, day: str) -> str:
        """What the edition is on a day, ISO 8601; what it ends up as where no day is given."""
        if day and day < self.start:
            return PENDING
        return IN_FORCE_STATUS if day and (not self.end or day < self.end) else self.status
