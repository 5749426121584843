"""Words that look like abbreviations: ЖОО, КеАҚ, QMO, with the endings that a language adds."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docctl.domain.folding import fold
from docctl.domain.patterns import regex

UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
FEW = 3
"""Words in capitals that still may be abbreviations side by side: ҚР ҒЖБМ ҒК."""
LONGEST_ENDING = 8
REACH = 40
"""Characters on either side that may belong to one code or address."""

_CANDIDATE = regex(rf"(?<![^\W\d_])[{UPPER}][^\W\d_]*[{UPPER}][^\W\d_]*")
_CAPITALS = regex(rf"(?<![^\W_])[{UPPER}]+(?:(?:[ \u00a0]{{1,2}}|-)[{UPPER}]+)*(?![^\W_])")
_ROMAN = regex(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_AS_LATIN = str.maketrans("ІХСМ", "IXCM")
_PLACEHOLDER = regex(r"(?:[XХ]{3,}|TODO|TBD|FIXME)\Z")
_SURELY_ROMAN = regex("[IVXІХ]")
_STANDARD = regex("СТ РК|ҚР СТ")
_CODE = regex(r"\d|@|://|www\.")
_INITIAL_AFTER = regex(rf"[ \u00a0][{UPPER}]\.")
_INITIAL_BEFORE = regex(rf"(?<![^\W\d_])[{UPPER}]\.[ \u00a0]?\Z")
_ENDING = regex(
    r"(?:[лдт][ае]р)?(?:[ыі]м[ыі]з|с?[ыі])?"
    r"(?:[ндт][ыі]ң|[ндт][ыі]|н?[ғгкқ][аеы]|н?[ае]|н|н?[дт][ае](?:ғы|гі)?|[ндт][ае]н|[мбп]ен|[ғг][ыі]|ғне)?\Z"
)


class Abbreviation(Struct, frozen=True):
    """A word of a text that looks like an abbreviation."""

    text: str
    """Without its ending."""
    start: int
    end: int
    shouted: bool = False
    """It stands among words in capitals, and may be a plain word."""

    @property
    def key(self) -> str:
        """What the forms of one abbreviation have in common: letter case does not matter."""
        return fold(self.text)


def abbreviations_in(text: str, longest: int) -> Iterator[Abbreviation]:
    """The words of a text that look like abbreviations of at most `longest` letters."""
    shouted = [0, len(text)] if text.isupper() else None
    for match in _CANDIDATE.finditer(text):
        word = _without_ending(match[0])
        if not word or len(word) > longest or is_roman(word) or is_placeholder(word):
            continue
        if _is_code_or_name(text, match):
            continue
        if shouted is None:
            shouted = [edge for span in _shouted(text, longest) for edge in span]
        inside = bisect_right(shouted, match.start()) % 2 == 1
        yield Abbreviation(word, match.start(), match.start() + len(word), inside)


def forms_in(text: str) -> Iterator[str]:
    """Keys of everything in a text that may be a form of an abbreviation, however long or loud."""
    for match in _CANDIDATE.finditer(text):
        folded = fold(match[0])
        last = max(index for index, letter in enumerate(match[0]) if letter.isupper()) + 1
        yield folded
        if last < len(match[0]):
            yield fold(match[0][:last])
        elif len(folded) <= LONGEST_ENDING * 2:
            yield from (folded[:length] for length in range(2, len(folded)))


def is_ending(word: str) -> bool:
    """Whether letters after a hyphen are an ending of a Kazakh word: АУ-дың, ЖОО-ларда."""
    return bool(_ENDING.match(word))


def is_roman(word: str) -> bool:
    """Whether it is a Roman number, in Latin or Cyrillic letters."""
    return bool(_SURELY_ROMAN.search(word) and _ROMAN.match(word.translate(_AS_LATIN)))


def is_placeholder(word: str) -> bool:
    """Whether it only keeps a place, in Latin or Cyrillic letters: XXXX, TODO."""
    return bool(_PLACEHOLDER.match(word))


def _without_ending(word: str) -> str:
    """The word up to its last capital, when what follows can be an ending; else empty."""
    last = max(index for index, letter in enumerate(word) if letter.isupper()) + 1
    base, ending = word[:last], word[last:]
    capitals = sum(letter.isupper() for letter in base)
    if (len(base) - capitals) * 2 > capitals or len(ending) > LONGEST_ENDING:
        return ""
    return "" if ending and capitals <= FEW - 1 and len(ending) > FEW else base


def _is_code_or_name(text: str, match: re.Match[str]) -> bool:
    """Part of a number, index, standard or address (А4, ISO-9001, СТ РК), or a surname with its initials."""
    around = text[max(0, match.start() - REACH) : match.start()].split(" ")[-1]
    around += text[match.start() : match.end() + REACH].split(" ", 1)[0]
    if _CODE.search(around):
        return True
    before = text[max(0, match.start() - 4) : match.start()]
    if _STANDARD.search(text, max(0, match.start() - 3), match.end() + 3):
        return True
    return bool(_INITIAL_AFTER.match(text, match.end()) or _INITIAL_BEFORE.search(before))


def _shouted(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Stretches of words in capitals too many or too long to be abbreviations all."""
    for match in _CAPITALS.finditer(text):
        words = re.split(r"[ \u00a0-]+", match[0])
        if len(words) > FEW or any(len(word) > longest for word in words):
            yield match.span()


def initials_fit(abbreviation: str, words: Iterable[str]) -> bool:
    """Whether the letters of an abbreviation begin the words in turn; small words may be passed over."""
    letters = fold(abbreviation)
    position = 0
    for word in words:
        if position < len(letters) and word.startswith(letters[position]):
            position += 1
            if abbreviation[position : position + 1].islower() and word[1:2] == letters[position]:
                position += 1
        elif len(word) > FEW:
            return False
    return position == len(letters)
