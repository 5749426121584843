"""What a running header says: the pieces of its cells, tabs and lines told apart."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.domain.draft import Block, Paragraph, paragraphs_of
from docctl.domain.folding import fold, level, words_of
from docctl.recognition.editions import EditionSpan, edition_in
from docctl.recognition.kinds import names_kind
from docctl.recognition.organisations import is_organisation, open_quotes
from docctl.recognition.page_numbers import page_number_in
from docctl.recognition.vocabulary import Speech, Vocabulary

_LONGEST = 300
"""Characters of the longest piece."""
_TITLE = 10
"""Letters from which on a title can be told from what stands before it on its line."""
_MOST = 60
"""Pieces of the longest header."""
_WHOLE = 0.75
"""Share from which on a line is the whole title or organisation, a slip apart."""
_LIKE = 0.5
"""Share of words that a title or organisation of the header has in common with that of the title page."""


class Piece(Struct, frozen=True):
    """A piece of a header: a line of a cell or paragraph, between tabs."""

    text: str
    paragraph: Paragraph
    cell: object


class Known(Struct, frozen=True):
    """What the title page says, which a header repeats."""

    organisation: str = ""
    title: str = ""


class Said(Struct, frozen=True):
    """What a header says."""

    organisation: tuple[str, Paragraph] | None = None
    title: tuple[str, Paragraph] | None = None
    edition: tuple[EditionSpan, Paragraph] | None = None


def said_in(blocks: tuple[Block, ...], vocabulary: Vocabulary, known: Known) -> Said:
    """Organisation, title and edition that a header names."""
    speech = vocabulary.speech
    pieces, edition = _without_edition(list(_pieces(blocks)), vocabulary)
    pieces = [piece for piece in (_without_pages(piece, speech) for piece in pieces) if piece]
    pieces = list(_split_known(pieces, known, speech))
    joined = _joined(pieces, known, speech)
    organisation = _organisation(joined, vocabulary, known)
    title = _title([piece for piece in joined if piece is not organisation], vocabulary, known)
    return Said(_told(organisation), _told(title), edition)


def pieces_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The texts of a header, a piece each and neighbouring pieces of a cell together: hints for the title."""
    pieces = list(_pieces(blocks))
    for start, piece in enumerate(pieces):
        text = piece.text
        yield text
        for following in pieces[start + 1 : start + 4]:
            if following.cell != piece.cell:
                break
            text = f"{text} {following.text}"
            yield text


def _pieces(blocks: tuple[Block, ...]) -> Iterator[Piece]:
    count = 0
    for paragraph in paragraphs_of(blocks):
        for line in paragraph.text[: 4 * _LONGEST].split("\n"):
            for text in line.split("\t"):
                count += 1
                if text.strip() and count < _MOST:
                    cell = paragraph.cell or ("box" if paragraph.in_text_box else "")
                    yield Piece(" ".join(text[:_LONGEST].split()), paragraph, cell)


def _without_edition(
    pieces: list[Piece], vocabulary: Vocabulary
) -> tuple[list[Piece], tuple[EditionSpan, Paragraph] | None]:
    """The pieces without the edition, and the edition; «Редакция туралы ереже» names none."""
    speech = vocabulary.speech
    for ordinal, piece in enumerate(pieces):
        span = edition_in(piece.text, speech)
        if span is None or (span.value is None and names_kind(piece.text, vocabulary.titles)):
            continue
        rest = [_cut(piece, span.start, span.end)]
        following = pieces[ordinal + 1 :]
        if not span.text and following and speech.ordinals.read(following[0].text):
            text = following[0].text
            span = EditionSpan(text, speech.ordinals.read(text), span.start, span.end)
            following = following[1:]
        return pieces[:ordinal] + rest + following, (span, piece.paragraph)
    return pieces, None


def _cut(piece: Piece, start: int, end: int) -> Piece:
    text = f"{piece.text[:start]} {piece.text[end:]}"
    return Piece(" ".join(text.split()).strip(" ,;:|"), piece.paragraph, piece.cell)


def _without_pages(piece: Piece, speech: Speech) -> Piece | None:
    """The piece without its page numbers; None when nothing is left to read."""
    span = page_number_in(piece.text, speech) if len(level(piece.text)) == len(piece.text) else None
    rest = _cut(piece, span.start, span.end) if span else piece
    return rest if any(map(str.isalpha, rest.text)) and not _only_page_words(rest.text, speech) else None


def _only_page_words(text: str, speech: Speech) -> bool:
    """Nothing but the words around a page number: «бет, беттен тұрады»."""
    words = words_of(fold(text))
    return all(speech.pages.begins(word) or word in speech.totals or word.isdecimal() for word in words)


def _split_known(pieces: list[Piece], known: Known, speech: Speech) -> Iterator[Piece]:
    """A piece that holds organisation and title in one is two pieces."""
    for piece in pieces:
        start = fold(piece.text).find(fold(known.title)) if len(known.title) > _TITLE else -1
        if start > 0 and is_organisation(piece.text[:start], speech):
            text = fold(piece.text)
            original = " ".join(piece.text.split())
            if len(text) == len(original):
                yield Piece(original[:start].strip(" ,;–—-"), piece.paragraph, piece.cell)
                yield Piece(original[start:], piece.paragraph, (piece.cell, "title"))
                continue
        yield piece


def _joined(pieces: list[Piece], known: Known, speech: Speech) -> list[Piece]:
    """Lines of one cell that belong together as one."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and before.cell == piece.cell and _belong_together(before.text, piece.text, known, speech):
            joined[-1] = Piece(f"{before.text} {piece.text}", before.paragraph, before.cell)
        else:
            joined.append(piece)
    return joined


def _belong_together(text: str, following: str, known: Known, speech: Speech) -> bool:
    """Whether two lines are one: a quoted name, one text of the title page, or neither an organisation."""
    if open_quotes(text):
        return True
    both = f"{text} {following}"
    for whole in (known.organisation, known.title):
        apart = max(likeness(text, whole), likeness(following, whole))
        if apart >= _WHOLE or likeness(both, whole) > apart:
            return likeness(both, whole) > apart
    return is_organisation(text, speech) == is_organisation(following, speech) is False


def _organisation(pieces: list[Piece], vocabulary: Vocabulary, known: Known) -> Piece | None:
    """The piece most like the organisation of the title page; marks in another alphabet apart."""
    candidates = [
        piece
        for piece in pieces
        if _may_be_organisation(piece.text, vocabulary, known)
        and not names_kind(piece.text, vocabulary.titles)
        and likeness(piece.text, known.title) < 1
    ]
    if not candidates:
        return None
    if not known.organisation:
        return max(candidates, key=lambda piece: (any(q in piece.text for q in '«"“„'), len(piece.text)))
    return max(candidates, key=lambda piece: likeness(piece.text, known.organisation))


def _may_be_organisation(text: str, vocabulary: Vocabulary, known: Known) -> bool:
    return is_organisation(text, vocabulary.speech) or likeness(text, known.organisation) >= _LIKE


def _title(pieces: list[Piece], vocabulary: Vocabulary, known: Known) -> Piece | None:
    """The piece that names the kind or is most like the title; of others only a longer text can be one."""
    naming = [piece for piece in pieces if names_kind(piece.text, vocabulary.titles)]
    like = [piece for piece in pieces if likeness(piece.text, known.title) >= _LIKE]
    rest = [
        piece
        for piece in pieces
        if len(words_of(piece.text)) > 1 and not is_organisation(piece.text, vocabulary.speech)
    ]
    candidates = naming or like or rest
    if not candidates:
        return None
    return max(candidates, key=lambda piece: (likeness(piece.text, known.title), len(piece.text)))


def likeness(text: str, other: str) -> float:
    """Share of the words of the longer text that both have."""
    words, others = set(words_of(fold(text))), set(words_of(fold(other)))
    return len(words & others) / max(len(words), len(others), 1)


def _told(piece: Piece | None) -> tuple[str, Paragraph] | None:
    return (_plain(piece.text), piece.paragraph) if piece else None


def _plain(text: str) -> str:
    """A text without what parts it from its neighbours, and without quotes around the whole of it."""
    plain = text.strip(" ,;|.–—-")
    inside = plain[1:-1]
    quoted = plain[:1] in '«“„"' and plain[-1:] in '»”“"' and not any(quote in inside for quote in '«»“”„"')
    return inside if quoted and len(words_of(inside)) > 1 else plain
