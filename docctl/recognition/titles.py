"""The title among the lines of a title page: «… туралы ереже», «Положение о …», "Regulation on the …"."""

from collections.abc import Iterable, Mapping

from docctl.domain.folding import bare, closed_up, fold
from docctl.domain.parts import Found
from docctl.recognition.kinds import names_kind, without_number
from docctl.recognition.lines import is_bold, is_capitals
from docctl.recognition.organisations import is_ministry, is_organisation
from docctl.recognition.title_lines import TitleLine
from docctl.recognition.vocabulary import Vocabulary

_AROUND = 3
"""Lines above and below that the running header may show to be of the title."""
_MOST = 6
"""Lines of the longest title."""


class TitleFinder:
    """Finds the title among lines, some of which are taken by other things."""

    def __init__(
        self,
        written: tuple[TitleLine, ...],
        taken: frozenset[int],
        kind_lines: Mapping[int, int],
        vocabulary: Vocabulary,
        hints: tuple[str, ...],
    ) -> None:
        self.written, self.taken, self.kinds = written, taken, kind_lines
        self.vocabulary, self.hints = vocabulary, hints
        self.certain = False
        """The title names the kind."""

    def find(self) -> tuple[Found | None, frozenset[int]]:
        """The title and its lines."""
        lines = self._naming_its_kind() or self._around_kind_line()
        self.certain = bool(lines)
        lines = self._as_in_header(lines or self._without_its_kind())
        if not lines:
            return None, frozenset()
        text = " ".join(map(self._printed, lines))
        return Found(" ".join(text.split()), self.written[lines[0]].place), frozenset(lines)

    def _as_in_header(self, lines: list[int]) -> list[int]:
        """With the lines around, empty ones between them, that the running header has in its title."""
        if not lines or self._key(lines) in self.hints:
            return lines
        first, last = lines[0], lines[-1]
        above = self._untaken(range(first - 1, first - 1 - _AROUND, -1), first)
        below = self._untaken(range(last + 1, last + 1 + _AROUND), last)
        for up in range(above + 1):
            for down in range(below + 1):
                wider = list(range(first - up, last + down + 1))
                if self._key(wider) in self.hints:
                    return wider
        return lines

    def _untaken(self, ordinals: range, neighbour: int) -> int:
        """How many of the lines, one after the other, may belong to the title."""
        count = 0
        for ordinal in ordinals:
            if not 0 <= ordinal < len(self.written) or ordinal in self.taken:
                break
            if self.written[ordinal].group != self.written[neighbour].group:
                break
            count += 1
        return count

    def _printed(self, ordinal: int) -> str:
        """A line of the title without the number at its end, a letter-spaced kind line closed up."""
        text = without_number(self.written[ordinal].text)
        return closed_up(text) if ordinal in self.kinds else text

    def _is_free(self, ordinal: int) -> bool:
        return 0 <= ordinal < len(self.written) and ordinal not in self.taken and ordinal not in self.kinds

    def _naming_its_kind(self) -> list[int]:
        """Lines the last (or first) of which names the kind: a whole title, or the end of one."""
        for ordinal, line in enumerate(self.written):
            if self._is_free(ordinal) and names_kind(without_number(line.text), self.vocabulary.titles):
                return self._best([ordinal, *self._below(ordinal)], ordinal)
        return []

    def _best(self, lines: list[int], core: int) -> list[int]:
        """As many lines above as the running header has, else as look like the same title."""
        above = self._above(core)
        candidates = [above[n:] + lines for n in range(len(above) + 1)]
        for candidate in candidates:
            if self._key(candidate) in self.hints:
                return candidate
        return candidates[0] if self._is_an_end(core) else lines

    def _is_an_end(self, core: int) -> bool:
        """The line alone cannot be a title: «ТУРАЛЫ ЕРЕЖЕ», «КЕҢСЕСІ ТУРАЛЫ ЕРЕЖЕ»."""
        words = fold(without_number(self.written[core].text)).split()
        longest = max(
            (title for title in self.vocabulary.titles if self._ends(core, title)), key=len, default=""
        )
        return bool(longest) and len(words) - len(longest.split()) <= 1

    def _ends(self, core: int, title: str) -> bool:
        key = fold(without_number(self.written[core].text))
        return key == title or key.endswith(f" {title}")

    def _above(self, ordinal: int) -> list[int]:
        lines: list[int] = []
        while len(lines) < _MOST and self._continues(ordinal - 1, ordinal):
            ordinal -= 1
            lines.insert(0, ordinal)
        return lines

    def _below(self, ordinal: int) -> list[int]:
        """Lines that go on with a title that begins by naming its kind."""
        key = fold(self.written[ordinal].text)
        if not any(key.startswith(f"{title} ") or key == title for title in self.vocabulary.titles):
            return []
        if any(key.endswith(f" {title}") for title in self.vocabulary.titles):
            return []
        return self._following(ordinal)

    def _following(self, ordinal: int) -> list[int]:
        lines: list[int] = []
        while len(lines) < _MOST and self._stands_by(ordinal + 1, ordinal):
            ordinal += 1
            lines.append(ordinal)
        return lines

    def _stands_by(self, ordinal: int, neighbour: int) -> bool:
        """Whether a line stands close to its neighbour, aligned as it is, and is nothing else."""
        return self._is_near(ordinal, neighbour) and not self.written[max(ordinal, neighbour)].gap

    def _is_near(self, ordinal: int, neighbour: int) -> bool:
        """The same, but that empty lines may stand between."""
        if not self._is_free(ordinal):
            return False
        line, other = self.written[ordinal], self.written[neighbour]
        if line.group != other.group:
            return False
        if not any(map(str.isalpha, line.text)):
            return False
        if is_ministry(line.text, self.vocabulary.speech) or self._is_an_organisation(line):
            return False
        return line.paragraph.format.alignment == other.paragraph.format.alignment

    def _continues(self, ordinal: int, neighbour: int) -> bool:
        """Whether a line stands by its neighbour and looks like the same title."""
        if not self._stands_by(ordinal, neighbour):
            return False
        line, other = self.written[ordinal], self.written[neighbour]
        return line.paragraph.index == other.paragraph.index or _alike(line, other)

    def _is_an_organisation(self, line: TitleLine) -> bool:
        quoted = any(quote in line.text for quote in '«»"“”„')
        return quoted and is_organisation(line.text, self.vocabulary.speech)

    def _around_kind_line(self) -> list[int]:
        """The kind line itself ends or begins the title: «САПА БӨЛІМІ ТУРАЛЫ» over «ЕРЕЖЕ»."""
        for kind in sorted(self.kinds, reverse=True):
            stop = kind + self.kinds[kind]
            whole = list(range(kind, stop))
            if self._is_free(kind - 1) and self.written[kind - 1].key.endswith(self.vocabulary.subjects):
                return [*self._above(kind - 1), kind - 1, *whole]
            if self._is_free(stop) and self._opens_subject(stop):
                return [*whole, stop, *self._following(stop)]
            if lines := self._owned(kind, stop):
                return sorted([*whole, *lines])
        return []

    def _opens_subject(self, ordinal: int) -> bool:
        first = self.written[ordinal].key.split()[:1]
        return bool(first) and first[0] in self.vocabulary.openers

    def _owned(self, kind: int, stop: int) -> list[int]:
        """Titles without «туралы»: the holder of the position stands next to the kind line."""
        above = [*self._above(kind - 1), kind - 1] if self._stands_by(kind - 1, kind) else []
        below = [] if self.vocabulary.subjects or not self._is_near(stop, stop - 1) else [stop]
        below += self._following(stop) if below else []
        for lines in (above, below):
            text = " ".join(self.written[n].text for n in lines)
            if lines and self.vocabulary.speech.positions.within(text):
                return lines
        return []

    def _without_its_kind(self) -> list[int]:
        """A title that lacks its ending: it says what it is about, or names a unit."""
        free = [n for n in range(len(self.written)) if self._is_free(n)]
        for ordinal in free:
            if self.written[ordinal].key.endswith(self.vocabulary.subjects) or self._opens_subject(ordinal):
                return [*self._above(ordinal), ordinal, *self._following(ordinal)]
        speech = self.vocabulary.speech
        for ordinal in free:
            line = self.written[ordinal]
            if speech.units.within(line.text) and not is_organisation(line.text, speech):
                return [ordinal, *self._following(ordinal)]
        return []

    def _key(self, lines: Iterable[int]) -> str:
        return bare(fold(" ".join(without_number(self.written[n].text) for n in lines)))


def _alike(line: TitleLine, other: TitleLine) -> bool:
    """Two lines formatted alike."""
    one, two = line.paragraph, other.paragraph
    return is_bold(one) == is_bold(two) and is_capitals(line.text) == is_capitals(other.text)
