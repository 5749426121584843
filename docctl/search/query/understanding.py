"""From what a person typed to what is asked of the index. Any text is understood somehow."""

from datetime import date

from msgspec import Struct

from docctl.search.query.known_words import KnownWords, Vocabulary
from docctl.search.query.note import Note
from docctl.search.query.parsing import parse
from docctl.search.query.repair import repaired
from docctl.search.query.suggestion import suggested
from docctl.search.request import Request
from docctl.search.words.analysis import Analyser
from docctl.wording import N_

LONGEST = 1000
"""Characters of a query that are read: more than any question has."""
TOO_LONG = N_("The query is long: its first {value} characters were used.")


class Understood(Struct, frozen=True):
    """A query and what was made of it."""

    request: Request
    repaired: str | None = None
    """The words searched for instead of those typed; None when these are the typed ones."""
    suggestion: str | None = None
    """What may have been meant: a query to try next."""
    notes: tuple[Note, ...] = ()
    text: str = ""
    """The query itself, as far as it was read, without what no text may hold."""


def understand(text: str, vocabulary: Vocabulary, today: date | None = None) -> Understood:
    """What a query asks for. `today` is what «today» in a date field means."""
    read = cleaned(text[:LONGEST])
    words = KnownWords(vocabulary, Analyser(vocabulary.key).key_of)
    meant = repaired(read, words)
    parsed = parse(meant or read, today or date.today())
    notes = parsed.notes
    if len(text) > LONGEST:
        notes = (Note(TOO_LONG, str(LONGEST)), *notes)
    return Understood(parsed.request, meant, suggested(meant or read, words), notes, read)


def cleaned(text: str) -> str:
    """The text with a replacement sign for what is no character, and a space for NUL."""
    return text.encode("utf-8", "replace").decode().replace("\x00", " ")
