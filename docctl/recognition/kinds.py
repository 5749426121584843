"""The kind of a document: by its kind line, its title, its running header, or the sections it has."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise

from msgspec import Struct

from docctl.domain.draft import Draft
from docctl.domain.folding import bare, closed_up, fold
from docctl.domain.form import Form
from docctl.domain.lexicon import Lexicon
from docctl.domain.patterns import regex
from docctl.recognition.lines import Layout, Line, set_off

NUMBER_AT_END = regex(r"[\s,]+№\s?([\w./-]{1,20})$")
"""A number that a title or kind line ends in."""
_OPENING = 60
"""Lines at the beginning in which a document says what it is."""
_NEAR_TOP = 12
"""Lines in which a title need not be set off."""
_TITLE = 240
"""Characters of the longest title."""
_FITTING = 0.6
"""Share of a form's sections that a document without kind line and title must have."""


class KindNames(Struct, frozen=True):
    """How documents of a kind say what they are."""

    form: Form
    kind_lines: frozenset[str]
    titles: tuple[str, ...]


def form_of(draft: Draft, layout: Layout, forms: tuple[Form, ...], lexicon: Lexicon) -> Form | None:
    """The form that the draft follows; None for a document of another kind."""
    known = tuple(map(kind_names_of, forms))
    opening = list(islice(_opening(layout), _OPENING))
    stated, foreign = _stated([text for _, text in opening], known, _other_kinds(lexicon))
    if stated or foreign:
        return stated
    titles = [
        text
        for ordinal, (line, text) in enumerate(opening)
        if line.number is None and (ordinal < _NEAR_TOP or line.table is not None or set_off(line.paragraph))
    ]
    return _titled(titles, known) or _titled(_header_texts(draft), known) or _fitting(layout, forms)


@lru_cache(maxsize=32)
def kind_names_of(form: Form) -> KindNames:
    """The names of a form's kind, prepared."""
    kind_lines = frozenset(kind_key(text) for text in form.kind_lines.all())
    titles = {bare(fold(title)) for title in form.title_endings.all()}
    return KindNames(form, kind_lines, tuple(sorted(titles, key=len, reverse=True)))


def kind_key(text: str) -> str:
    """A kind line as it is compared: letter-spacing, spaces and punctuation apart."""
    return closed_up(bare(fold(text))).replace(" ", "")


def without_number(text: str) -> str:
    """A title or kind line without the number at its end."""
    return NUMBER_AT_END.sub("", text)


def names_kind(text: str, titles: tuple[str, ...]) -> bool:
    """Whether a text ends in, or begins with, the words by which titles name their kind."""
    words = bare(fold(text)) if len(text) <= _TITLE else ""
    return any(words == title or _frames(words, title) for title in titles)


def _frames(words: str, title: str) -> bool:
    return words.endswith(f" {title}") or words.startswith(f"{title} ")


@lru_cache(maxsize=8)
def _other_kinds(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(kind_key, lexicon.other_kinds.all()))


def _opening(layout: Layout) -> Iterator[tuple[Line, str]]:
    for line in layout.lines[: 4 * _OPENING]:
        for text in line.paragraph.text[: 2 * _TITLE].split("\n"):
            if text.strip():
                yield line, text.strip()


def _stated(
    texts: list[str], known: tuple[KindNames, ...], others: frozenset[str]
) -> tuple[Form | None, bool]:
    """The form whose kind line comes first; or that a line names another kind of document."""
    keys = [kind_key(without_number(text)) if len(text) <= _TITLE else "" for text in texts]
    for ordinal, (key, following) in enumerate(pairwise([*keys, ""])):
        for names in known:
            if key and (key in names.kind_lines or key + following in names.kind_lines):
                return names.form, False
        if key in others and not _titled(texts[ordinal + 1 : ordinal + 3], known):
            return None, True
    return None, False


def _titled(texts: list[str], known: tuple[KindNames, ...]) -> Form | None:
    for text in texts:
        if text.endswith((".", ";", ",", ":")):
            continue
        for names in known:
            if names_kind(text, names.titles):
                return names.form
    return None


def _header_texts(draft: Draft) -> list[str]:
    stories = (story for section in draft.sections[:8] for story in section.headers)
    return [
        piece.strip() for story in stories for line in story.text.split("\n") for piece in line.split("\t")
    ]


def _fitting(layout: Layout, forms: tuple[Form, ...]) -> Form | None:
    """The form most of whose sections stand in the draft as headings."""
    said = {
        bare(fold(line.rest))
        for line in layout.lines
        if line.short and line.table is None and (line.number is None or line.number.depth == 1)
    }
    shares = [(_share(form, said), form) for form in forms]
    share, form = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return form if share >= _FITTING else None


def _share(form: Form, said: set[str]) -> float:
    present = sum(
        any(bare(fold(heading)) in said for heading in section.headings.all() + section.equivalents.all())
        for section in form.sections
    )
    return present / len(form.sections)
