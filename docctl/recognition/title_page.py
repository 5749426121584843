"""The title page: organisation, kind line, approval block, title, number, city and year."""

from collections.abc import Sequence

from msgspec import Struct

from docctl.domain.folding import fold, words_of
from docctl.domain.parts import Approval, Found, FoundNumber, TitlePage
from docctl.domain.patterns import regex
from docctl.domain.place import Part
from docctl.recognition.approval import approval_of, block_of, opens_approval
from docctl.recognition.editions import names_only_edition
from docctl.recognition.footlines import city_and_year, number_in
from docctl.recognition.kinds import kind_key, names_kind, without_number
from docctl.recognition.lines import Line
from docctl.recognition.organisations import is_ministry, is_organisation, open_quotes
from docctl.recognition.title_lines import TitleLine, title_lines
from docctl.recognition.titles import TitleFinder
from docctl.recognition.vocabulary import Speech, Vocabulary

_LEGAL_FORM = 2
"""Words of the longest legal form that stands on a line of its own."""
_NUMBER_AT_END = regex(r"\s*(№\s*[\w./_-]{1,20})$")


_ORGANISATION = 5
"""Lines that the longest name of an organisation takes."""
_ORGANISATION_LINE = 200
"""Characters of the longest of them; running text has longer ones."""


class _Sorted(Struct, frozen=True):
    """The lines of a title page by what they are."""

    kind_lines: dict[int, int]
    """First lines of printed kind lines, and how many lines each takes."""
    approval: Approval | None
    number: FoundNumber | None
    taken: frozenset[int]
    """Lines that are neither organisation nor title."""


def title_page_of(
    lines: tuple[Line, ...], vocabulary: Vocabulary, hints: tuple[str, ...]
) -> TitlePage | None:
    """The title page that these lines are; None when nothing in them belongs to one.

    Args:
        lines: the lines before the next part, or of the first page.
        vocabulary: the words of the form.
        hints: folded lines of the running headers, which repeat the title.
    """
    written = title_lines(lines)
    sorted_lines = _sort(written, vocabulary)
    city, year, feet = city_and_year(written, sorted_lines.taken, vocabulary.speech)
    taken = sorted_lines.taken | feet
    finder = TitleFinder(written, taken, sorted_lines.kind_lines, vocabulary, hints)
    title, of_title = finder.find()
    organisation = _organisation(written, taken | of_title | set(sorted_lines.kind_lines), vocabulary)
    kind = min(sorted_lines.kind_lines, default=None)
    if not (sorted_lines.kind_lines or sorted_lines.approval or sorted_lines.number or finder.certain):
        return None
    return TitlePage(
        place=lines[0].place(Part.TITLE),
        paragraphs=tuple(line.paragraph for line in lines),
        organisation=organisation,
        kind_line=Found(written[kind].text, written[kind].place) if kind is not None else None,
        approval=sorted_lines.approval,
        title=title,
        number=sorted_lines.number,
        city=city,
        year=year,
    )


def has_evidence(lines: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether lines hold what only a title page has: a kind line, an approval block or a title."""
    telling = tuple(title for title in vocabulary.titles if " " in title)
    for line in title_lines(tuple(lines)):
        if kind_key(line.text) in vocabulary.kind_lines or opens_approval(line, vocabulary) is not None:
            return True
        if not line.paragraph.label and names_kind(without_number(line.text), telling):
            return True
    return False


def _sort(written: tuple[TitleLine, ...], vocabulary: Vocabulary) -> _Sorted:
    approval, taken = _approval(written, vocabulary)
    kinds: dict[int, int] = {}
    number: FoundNumber | None = None
    for ordinal, line in enumerate(written):
        if ordinal in taken:
            continue
        found = number_in(line, vocabulary.speech) if number is None else None
        number = number or found
        if count := _kind_lines(written, ordinal, vocabulary):
            kinds[ordinal] = count
            taken.update(range(ordinal + 1, ordinal + count))
        elif found:
            taken.update({ordinal} - _with_title(line, ordinal, vocabulary))
        elif names_only_edition(line.text, vocabulary.speech):
            taken.add(ordinal)
    return _Sorted(kinds, approval, number, frozenset(taken))


def _with_title(line: TitleLine, ordinal: int, vocabulary: Vocabulary) -> set[int]:
    """A title that ends in its number stays a title: «Сапа бөлімі туралы ереже № 158»."""
    before = _NUMBER_AT_END.sub("", line.text)
    if any(label.startswith(fold(before)) for label in vocabulary.speech.number_labels):
        return set()
    return {ordinal} if before != line.text and any(map(str.isalpha, before)) else set()


def _approval(written: tuple[TitleLine, ...], vocabulary: Vocabulary) -> tuple[Approval | None, set[int]]:
    for ordinal, line in enumerate(written):
        rest = opens_approval(line, vocabulary)
        if rest is not None:
            stop = _until_title(written, ordinal, block_of(written, ordinal, vocabulary), vocabulary)
            return approval_of(written[ordinal:stop], rest, vocabulary), set(range(ordinal, stop))
    return None, set()


def _until_title(written: tuple[TitleLine, ...], start: int, stop: int, vocabulary: Vocabulary) -> int:
    """The block ends where kind line, title or number begin."""
    for ordinal in range(start + 1, stop):
        line = written[ordinal]
        named = kind_key(line.text) in vocabulary.kind_lines or names_kind(line.text, vocabulary.titles)
        if named or number_in(line, vocabulary.speech) or line.key.endswith(vocabulary.subjects):
            return ordinal
    return stop


def _kind_lines(written: tuple[TitleLine, ...], ordinal: int, vocabulary: Vocabulary) -> int:
    """How many lines from here on are a kind line: one, two when it is split, or none."""
    key = kind_key(without_number(written[ordinal].text))
    if key in vocabulary.kind_lines:
        return 1
    if ordinal + 1 < len(written) and written[ordinal + 1].group == written[ordinal].group:
        return 2 if key and key + kind_key(written[ordinal + 1].text) in vocabulary.kind_lines else 0
    return 0


def _organisation(
    written: tuple[TitleLine, ...], taken: frozenset[int] | set[int], vocabulary: Vocabulary
) -> Found | None:
    """The first lines that together name an organisation, bodies above it apart."""
    chunk: list[TitleLine] = []
    for ordinal, line in enumerate(written):
        if ordinal in taken:
            if found := _named(chunk, vocabulary):
                return found
            chunk = []
            continue
        parted = chunk and (line.gap or line.group != chunk[-1].group)
        if parted and not _goes_on(chunk, line, vocabulary):
            if found := _named(chunk, vocabulary):
                return found
            chunk = []
        chunk.append(line)
    return _named(chunk, vocabulary) or _first_chunk(written, taken)


def _goes_on(chunk: list[TitleLine], line: TitleLine, vocabulary: Vocabulary) -> bool:
    """Whether a name goes on after an empty line: its quotes are open, or its legal form follows."""
    words = words_of(fold(line.text))
    legal = len(words) <= _LEGAL_FORM and all(map(vocabulary.speech.organisation.begins, words))
    return open_quotes(" ".join(part.text for part in chunk)) or (legal and line.group == chunk[-1].group)


def _first_chunk(written: tuple[TitleLine, ...], taken: frozenset[int] | set[int]) -> Found | None:
    """The first lines of the page, when no word tells an organisation and they are nothing else."""
    if not written or 0 in taken:
        return None
    lines = [written[0]]
    for ordinal, line in enumerate(written[1:3], start=1):
        if ordinal in taken or line.gap or line.group != lines[0].group:
            break
        lines.append(line)
    return Found(" ".join(line.text for line in lines), lines[0].place)


def _names_organisation(line: TitleLine, speech: Speech) -> bool:
    return _may_be_of_name(line, speech) and is_organisation(line.text, speech)


def _may_be_of_name(line: TitleLine, speech: Speech) -> bool:
    """Neither running text nor a clause."""
    number = speech.numbering.typed(line.text)
    return len(line.text) <= _ORGANISATION_LINE and (number is None or number.depth == 1)


def _named(chunk: list[TitleLine], vocabulary: Vocabulary) -> Found | None:
    """The organisation that neighbouring lines name."""
    speech = vocabulary.speech
    above = [n for n, line in enumerate(chunk) if is_ministry(line.text, speech)]
    lines = chunk[above[-1] + 1 :] if above else chunk
    naming = (n for n, line in enumerate(lines) if _names_organisation(line, speech))
    if (first := next(naming, None)) is None:
        return None
    lines = lines[max(0, first + 1 - _ORGANISATION) :][:_ORGANISATION]
    lines = [line for line in lines if _may_be_of_name(line, speech)]
    stop = 1 + max(n for n, line in enumerate(lines) if _names_organisation(line, speech))
    while stop < len(lines) and open_quotes(" ".join(line.text for line in lines[:stop])):
        stop += 1
    parts = [line.text for line in lines[:stop]]
    return Found(" ".join(parts), lines[0].place)
