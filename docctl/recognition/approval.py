"""The approval block of the title page: who approves, when."""

from collections.abc import Iterator, Sequence

from docctl.domain.folding import fold, level, words_of
from docctl.domain.parts import Approval, DateState, Found, FoundDate
from docctl.domain.patterns import regex
from docctl.recognition.names import is_caption, name_in
from docctl.recognition.organisations import is_organisation, open_quotes, without_organisation
from docctl.recognition.title_lines import TitleLine
from docctl.recognition.vocabulary import Speech, Vocabulary

_LONGEST = 14
"""Lines of the longest approval block."""
_LINE = regex(r"_{3,}|…{2,}|\.{5,}")
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)20_|(?<!\d)20 {1,20}(?:ж|г)")
_DAY_LINE = regex(r"\"[\s_]{1,40}\"|\"\s{0,5}\d{0,2}\s{0,5}\"[\s_]{0,40}_")
_OPENING = ("«", "“", "„", '"')
_ENDS = " .,:;/()"


def opens_approval(line: TitleLine, vocabulary: Vocabulary) -> str | None:
    """What follows the opening word on its line (mostly nothing); None when the line opens no approval."""
    key = line.key.strip(' ".:«»')
    for word in vocabulary.approval:
        if key == word:
            return ""
        if key.startswith(word) and not key[len(word)].isalnum():
            words = words_of(fold(line.text))
            count = len(words_of(word))
            spaced = len("".join(words[:count])) < len(word.replace(" ", ""))
            return "" if spaced else " ".join(line.text.split()[count:])
    return None


def block_of(lines: Sequence[TitleLine], start: int, vocabulary: Vocabulary) -> int:
    """One past the last line of the approval block that opens at `start`."""
    opening = lines[start]
    stop, dated, named = start + 1, False, False
    for line in lines[start + 1 : start + 1 + _LONGEST]:
        if line.group != opening.group or _is_beside(line, opening, dated or named):
            break
        name = name_in(line.text, vocabulary.speech) is not None
        if dated and (line.gap or not (name or is_caption(line.text, vocabulary.speech))):
            break
        dated = dated or is_date_line(line.text, vocabulary.speech)
        named = named or name
        stop += 1
    return stop


def _is_beside(line: TitleLine, opening: TitleLine, complete: bool) -> bool:
    """The line is set otherwise than the block: it belongs to the page."""
    if line.centred != opening.centred and line.group == 0:
        return True
    return complete and line.gap and line.paragraph.format.alignment != opening.paragraph.format.alignment


def is_date_line(text: str, speech: Speech) -> bool:
    """The line is there for a date, written or blank."""
    reading = speech.dates.first(text)
    if reading is not None:
        return True
    levelled = level(text)
    return bool(_YEAR.search(levelled) or _DAY_LINE.search(levelled)) and name_in(text, speech) is None


def approval_of(block: Sequence[TitleLine], rest: str, vocabulary: Vocabulary) -> Approval:
    """The approval block of these lines; `rest` follows the opening word on its line."""
    reader = _Reader(vocabulary.speech)
    if rest:
        reader.read(rest, block[0])
    for line, text in _joined(block[1:], vocabulary.speech):
        reader.read(text, line)
    return Approval(
        place=block[0].place,
        position=_found(reader.position),
        name=reader.name,
        date=reader.date,
        organisation=_found(reader.organisation),
    )


def _joined(lines: Sequence[TitleLine], speech: Speech) -> Iterator[tuple[TitleLine, str]]:
    """Lines of the block; those that quotes hold together, or a date spread over two, come as one."""
    waiting: list[TitleLine] = []
    for line in lines:
        waiting.append(line)
        text = " ".join(part.text for part in waiting)
        if len(waiting) < 4 and (_is_open(text, speech) or _awaits_year(waiting, lines, speech)):
            continue
        yield waiting[0], text
        waiting = []
    if waiting:
        yield waiting[0], " ".join(part.text for part in waiting)


def _is_open(text: str, speech: Speech) -> bool:
    return open_quotes(text) and not is_date_line(text, speech)


def _awaits_year(waiting: list[TitleLine], lines: Sequence[TitleLine], speech: Speech) -> bool:
    """«27» ақпан on one line, the year on the next."""
    following = lines.index(waiting[-1]) + 1
    if len(waiting) > 1 or following >= len(lines) or speech.dates.first(waiting[0].text):
        return False
    both = f"{waiting[0].text} {lines[following].text}"
    return not speech.dates.first(lines[following].text) and speech.dates.first(both) is not None


def _found(pieces: list[tuple[TitleLine, str]]) -> Found | None:
    if not pieces:
        return None
    return Found(" ".join(text for _, text in pieces), pieces[0][0].place)


class _Reader:
    """Tells position, name, date and organisation of a block apart."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self.position: list[tuple[TitleLine, str]] = []
        self.organisation: list[tuple[TitleLine, str]] = []
        self.name: Found | None = None
        self.date: FoundDate | None = None

    def read(self, text: str, line: TitleLine) -> None:
        """Take one line of the block."""
        text = self._take_date(text, line)
        text = self._take_name(text, line)
        text = _LINE.sub(" ", text).strip(_ENDS + "_")
        if any(map(str.isalpha, text)) and not is_caption(text, self.speech):
            self._take_rest(" ".join(text.split()), line)

    def _take_date(self, text: str, line: TitleLine) -> str:
        if self.date or not is_date_line(text, self.speech):
            return text
        reading = self.speech.dates.first(text)
        if reading is None:
            found = self.speech.dates.read(text)
            self.date = FoundDate(text, line.place, found.state, None, found.year)
            return "" if found.state is DateState.BLANK or len(text) < 60 else text
        opened = text[: reading.start].endswith(_OPENING)
        shown = text[reading.start - opened : reading.end].strip(" _")
        self.date = FoundDate(shown, line.place, reading.state, reading.value, reading.year)
        before = text[: reading.start].rstrip(' «"“„_*|')
        return f"{before} {text[reading.end :]}"

    def _take_name(self, text: str, line: TitleLine) -> str:
        match = name_in(text, self.speech) if self.name is None else None
        if match is None or is_organisation(match[0], self.speech):
            return text
        if match.re.fullmatch(text.strip(_ENDS + "_")) is None and open_quotes(text[: match.start()]):
            return text
        self.name = Found(" ".join(match[0].split()), line.place)
        span = text.find(match[0])
        return text[:span] + text[span + len(match[0]) :]

    def _take_rest(self, text: str, line: TitleLine) -> None:
        organisation, position = without_organisation(text, self.speech)
        if organisation and (not self.position or position or not self._is_position(text)):
            self.organisation.append((line, organisation))
            text = position
        if text:
            self.position.append((line, text))

    def _is_position(self, text: str) -> bool:
        return self.speech.positions.within(text)
