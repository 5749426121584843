"""A query that was typed on the wrong keyboard or in the wrong alphabet, as it was meant.

Each way of misspelling is tried on the chunks of which the vocabulary knows nothing; the way after which it
knows most is taken, and only when it then knows enough of what was changed. A query that is understood stays
as it is. Typos are no matter of this module: the index weighs near words itself.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import product
from re import Match

from msgspec import Struct
from msgspec.structs import replace

from docctl.domain.patterns import regex
from docctl.search.query.fields import field_named
from docctl.search.query.known_words import KnownWords, letters_known, telling
from docctl.search.words.latin import from_latin
from docctl.search.words.layout import from_cyrillic_keys, from_english_keys
from docctl.search.words.protection import abbreviation

Reading = Callable[[str], Iterable[str]]
"""What a chunk of the query may be meant to be, the likeliest first; nothing where it does not apply."""
Spelling = Callable[[str], str | None]
"""A folded word with the Kazakh letters that it lacks; None where it lacks none."""

_CHUNK = regex(r"\S+")
_LEADING = regex(r"^[-+(\"«“„]+")
_TRAILING = regex(r"[,.;:?!)\"»”*]+$")
_KAZAKH = regex("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_LATIN_WORD = regex(r"[^\W\d_\u0400-\u04ff]+")
_FIELD = regex(r"[-+]?([^\W\d_]+(?:-[^\W\d_]+)*):")
_LOOKS = regex("(?=.*[a-zA-Z])[aceopxyhkmtbiACEOPXYHKMTBI\u0400-\u04ff]+")
_LOOK_ALIKE = str.maketrans("aceopxyhkmtbiACEOPXYHKMTBI", "асеорхуһкмтвіАСЕОРХУНКМТВІ")
_FIGURES = str.maketrans("0316", "озіб")
_FIGURE_IN_WORD = regex(r"(?=\S*[\u0400-\u04ff]{2})[0316\u0400-\u04ff]*[0316][0316\u0400-\u04ff]*")
_KAZAKH_KEYS, _RUSSIAN_KEYS = 0, 1
_ENOUGH = 3
"""A reading explains the query when it makes this part of the letters known that it changes."""


class _Chunk(Struct, frozen=True):
    """What stands between two spaces of the query."""

    start: int
    end: int
    text: str
    unknown: bool
    """The vocabulary knows nothing of it."""


def repaired(text: str, words: KnownWords) -> str | None:
    """The query as it was meant; None where it is understood as it stands, or no reading explains it."""
    chunks = [
        _Chunk(*match.span(), match[0], _is_unknown(match[0], words)) for match in _CHUNK.finditer(text)
    ]
    if not any(chunk.unknown for chunk in chunks):
        return None
    readings = [_read_all(text, chunks, partial(_meant, *way, words), words) for way in _ways(text, words)]
    if not _KAZAKH.search(text):
        every = (replace(chunk, unknown=True) for chunk in chunks if not _is_field(chunk.text))
        readings.append(_read_all(text, every, partial(_respelt, words.likelier), words))
    known, best = max(readings, key=lambda read: read[0])
    return best if known else None


def _ways(text: str, words: KnownWords) -> Iterator[tuple[Reading, Spelling]]:
    """The ways to read a text, and how to find the Kazakh letters that the reading cannot give."""
    for reading in _READINGS:
        poor = reading in _POOR and text.isascii()
        yield reading, words.likelier if poor else words.alike


def _is_unknown(chunk: str, words: KnownWords) -> bool:
    if _is_field(chunk):
        return False
    return len(chunk) > 1 and not any(words.has(word.exact) for word in telling(chunk))


def _is_field(chunk: str) -> bool:
    field = _FIELD.match(chunk)
    return field is not None and field_named(field[1]) is not None


def _read_all(
    text: str, chunks: Iterable[_Chunk], meant: Callable[[str], str], words: KnownWords
) -> tuple[int, str]:
    """How many letters become known, and the text in which every unknown chunk is read so.

    None become known when too much of what was changed stays unknown.
    """
    gained = changed = at = 0
    parts: list[str] = []
    for chunk in chunks:
        read = meant(chunk.text) if chunk.unknown else chunk.text
        if read != chunk.text:
            gained += letters_known(read, words)
            changed += sum(len(word.exact) for word in telling(read))
        parts += text[at : chunk.start], read
        at = chunk.end
    return (gained if gained * _ENOUGH > changed else 0), "".join([*parts, text[at:]])


def _meant(reading: Reading, spelling: Spelling, words: KnownWords, chunk: str) -> str:
    """The reading of a chunk that the vocabulary knows best, the first of equals; an abbreviation that it
    does not explain stays as it is."""
    readings = (_respelt(spelling, read) for read in reading(chunk))
    best = max(readings, key=lambda read: letters_known(read, words), default=chunk)
    return chunk if abbreviation(chunk) and not letters_known(best, words) else best


def _respelt(spelling: Spelling, text: str) -> str:
    """The text with the Kazakh letters of the words that lack nothing else."""
    for word in reversed(telling(text)):
        if known := spelling(word.exact):
            text = text[: word.start] + known + text[word.end :]
    return text


def _as_typed(chunk: str) -> Iterator[str]:
    """Nothing but Kazakh letters is missing."""
    yield chunk


def _keys(layout: int, chunk: str) -> Iterator[str]:
    """What the keys write; signs around and in the word are letters on the same keys, or signs."""
    leading, trailing = _LEADING.match(chunk), _TRAILING.search(chunk)
    starts = (0, leading.end() if leading else 0)
    ends = (trailing.start() if trailing else len(chunk), len(chunk))
    for start, end in dict.fromkeys(product(starts, ends)):
        yield chunk[:start] + _typed(layout, chunk[start:end]) + chunk[end:]
    if "-" in chunk[1:]:
        yield "-".join(_typed(layout, part) for part in chunk.split("-"))


def _typed(layout: int, text: str) -> str:
    return (*from_english_keys(text)[layout : layout + 1], text)[0]


def _latin(chunk: str) -> Iterator[str]:
    """Each Latin word of the chunk in Cyrillic letters; the n-th reading takes the n-th of each word."""
    options = [from_latin(word) for word in _LATIN_WORD.findall(chunk)]
    for choice in range(max(map(len, options), default=0)):
        yield _LATIN_WORD.sub(partial(_cyrillic, choice), chunk)


def _cyrillic(choice: int, word: Match[str]) -> str:
    options = from_latin(word[0])
    return options[min(choice, len(options) - 1)] if options else word[0]


def _look_alikes(chunk: str) -> Iterator[str]:
    """Words written with nothing but Latin letters that look Cyrillic, or with figures for letters."""
    if _LOOKS.fullmatch(chunk):
        yield chunk.translate(_LOOK_ALIKE)
    elif _FIGURE_IN_WORD.search(chunk):
        yield _FIGURE_IN_WORD.sub(lambda word: word[0].translate(_FIGURES), chunk)


_RUSSIAN = partial(_keys, _RUSSIAN_KEYS)
_READINGS: tuple[Reading, ...] = (
    _as_typed,
    partial(_keys, _KAZAKH_KEYS),
    _RUSSIAN,
    _look_alikes,
    _latin,
    from_cyrillic_keys,
)
_POOR = (_RUSSIAN, _latin)
"""Readings that give no Kazakh letters, or not all, of a text in plain Latin ones."""
