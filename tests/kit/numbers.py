"""Typed numbers turned into automatic lists, where Word would count the same."""

import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from docctl.domain.draft import Draft, Paragraph
from tests.kit.looks import BY_HAND
from tests.kit.markup import root, tag, val
from tests.kit.options import Items, Numbers
from tests.kit.style_ids import CLAUSE_STYLE, style_id
from tests.kit.way import Way

NUMBER = re.compile(r"(\d+(?:\.\d+)*)(\.?)[ \t]")
BULLET = re.compile(r"– ")
ITEM = re.compile(r"(\d+)\) ")
ROW_NUMBER_HEADINGS = ("№", "No.", "№ п/п")
MULTI_LEVEL = 1


class Automatic(Struct, frozen=True):
    """A number taken out of the text: how long it was there, and the list that makes it now."""

    length: int
    num_pr: str
    """Empty when the paragraph's style says it."""
    clause_style: bool = False


class NumberPlan(Struct, frozen=True):
    """All automatic numbers of a document."""

    automatic: dict[int, Automatic]
    """By the index of the paragraph."""
    part: bytes | None = None
    heading_style_numbering: str = ""
    clause_style_numbering: str = ""


class _Typed(Struct, frozen=True):
    paragraph: Paragraph
    path: tuple[int, ...]
    stop: str
    length: int


def plan_numbers(draft: Draft, way: Way) -> NumberPlan:
    """The automatic numbers of a way; what Word would count otherwise stays typed."""
    typed = [found for p in draft.paragraphs() if not p.cell and not p.in_field if (found := _typed(p))]
    lists = _Lists()
    automatic: dict[int, Automatic] = {}
    in_styles = way.numbers is Numbers.STYLE and way.headings not in BY_HAND
    if way.numbers is not Numbers.TYPED and _counted_alike(typed):
        automatic |= dict(_clauses(typed, way, lists, in_styles=in_styles))
    if way.items is Items.AUTOMATIC:
        automatic |= dict(_items(list(draft.paragraphs()), lists))
        automatic |= dict(_rows(draft, lists))
    on = bool(typed) and in_styles and typed[0].paragraph.index in automatic
    return NumberPlan(
        automatic,
        lists.part() if automatic else None,
        tag("w:numPr", val("w:numId", MULTI_LEVEL)) if on else "",
        _num_pr(MULTI_LEVEL, 1) if on else "",
    )


def without_number(paragraph: Paragraph, length: int) -> Paragraph:
    """The paragraph without the first characters of its text."""
    runs, left = [], length
    for run in paragraph.runs:
        cut = min(left, len(run.text))
        left -= cut
        if run.text[cut:]:
            runs.append(msgspec.structs.replace(run, text=run.text[cut:]))
    return msgspec.structs.replace(paragraph, runs=tuple(runs), text=paragraph.text[length:])


def _typed(paragraph: Paragraph) -> _Typed | None:
    found = NUMBER.match(paragraph.text)
    if found is None:
        return None
    path = tuple(int(part) for part in found[1].split("."))
    if len(path) == 1 and not paragraph.heading_level:
        return None
    return _Typed(paragraph, path, found[2], found.end())


def _counted_alike(typed: list[_Typed]) -> bool:
    """Whether a multi-level list would show exactly these numbers."""
    counters: list[int] = []
    stops: dict[int, str] = {}
    for one in typed:
        depth = len(one.path)
        if depth > 2 or stops.setdefault(depth, one.stop) != one.stop:
            return False
        counters = [*counters, 0, 0][:depth]
        counters[-1] += 1
        if tuple(counters) != one.path:
            return False
    return bool(typed)


def _clauses(
    typed: list[_Typed], way: Way, lists: "_Lists", *, in_styles: bool
) -> Iterator[tuple[int, Automatic]]:
    stops = {len(one.path): one.stop for one in typed}
    linked = [style_id("heading 1", way), style_id(CLAUSE_STYLE, way)] if in_styles else ["", ""]
    lists.add(_multi_level(stops, linked))
    for one in typed:
        clause = len(one.path) > 1
        num_pr = "" if in_styles else _num_pr(_list_of(one, way, lists), _level_of(one, way))
        yield one.paragraph.index, Automatic(one.length, num_pr, clause and in_styles)


def _list_of(one: _Typed, way: Way, lists: "_Lists") -> int:
    section = one.path[0]
    if len(one.path) == 1 or way.numbers in (Numbers.LIST, Numbers.STYLE):
        return MULTI_LEVEL
    if way.numbers is Numbers.PER_SECTION:
        return lists.of(("section", section), [("decimal", f"{section}.%1{one.stop}")])
    return lists.restarting(("section", section), MULTI_LEVEL, level=1)


def _level_of(one: _Typed, way: Way) -> int:
    return 0 if way.numbers is Numbers.PER_SECTION else len(one.path) - 1


def _items(paragraphs: list[Paragraph], lists: "_Lists") -> Iterator[tuple[int, Automatic]]:
    bullet, count, first = [("bullet", "–")], 0, 0
    for paragraph in paragraphs:
        found = ITEM.match(paragraph.text)
        count = count + 1 if found else 0
        first = first if count > 1 else paragraph.index
        if found and int(found[1]) == count:
            num_id = lists.of(("items", first), [("decimal", "%1)")])
            yield paragraph.index, Automatic(found.end(), _num_pr(num_id, 0))
        elif BULLET.match(paragraph.text):
            yield paragraph.index, Automatic(2, _num_pr(lists.of(("bullet", 0), bullet), 0))


def _rows(draft: Draft, lists: "_Lists") -> Iterator[tuple[int, Automatic]]:
    for table in draft.tables():
        firsts = [row.cells[0].blocks[0] for row in table.rows if row.cells]
        paragraphs = [block for block in firsts if isinstance(block, Paragraph)]
        if paragraphs[0].text not in ROW_NUMBER_HEADINGS:
            continue
        if all(p.text == str(n) for n, p in enumerate(paragraphs[1:], start=1)):
            num_id = lists.of(("rows", table.index), [("decimal", "%1")])
            for p in paragraphs[1:]:
                yield p.index, Automatic(len(p.text), _num_pr(num_id, 0))


def _multi_level(stops: dict[int, str], linked: list[str]) -> str:
    texts = ("%1" + stops.get(1, ""), "%1.%2" + stops.get(2, ""), "%1.%2.%3")
    levels = zip(texts, [*linked, ""], strict=True)
    return "".join(_level(n, "decimal", text, style) for n, (text, style) in enumerate(levels))


def _level(number: int, kind: str, text: str, style: str = "") -> str:
    return tag(
        "w:lvl",
        val("w:start", 1),
        val("w:numFmt", kind),
        val("w:pStyle", style) if style else "",
        val("w:suff", "space") if number else "",
        val("w:lvlText", text),
        val("w:lvlJc", "left"),
        tag("w:pPr", tag("w:ind", w_left=0, w_firstLine=0)),
        w_ilvl=number,
    )


def _num_pr(num_id: int, level: int) -> str:
    return tag("w:numPr", val("w:ilvl", level), val("w:numId", num_id))


class _Lists:
    """The lists that a document needs, numbered as they are asked for; the first is the multi-level one."""

    def __init__(self) -> None:
        self._abstract = ["".join(_level(n, "decimal", "%" + str(n + 1)) for n in range(2))]
        self._nums = [tag("w:num", val("w:abstractNumId", 0), w_numId=MULTI_LEVEL)]
        self._known: dict[tuple[str, int], int] = {}

    def add(self, levels: str) -> None:
        """Set the levels of the multi-level list."""
        self._abstract[0] = levels

    def of(self, key: tuple[str, int], levels: Iterable[tuple[str, str]]) -> int:
        """The list for a use, made when it is first asked for."""
        if key not in self._known:
            self._abstract.append("".join(_level(n, *level) for n, level in enumerate(levels)))
            self._known[key] = self._num(len(self._abstract) - 1, "")
        return self._known[key]

    def restarting(self, key: tuple[str, int], of: int, level: int) -> int:
        """Another instance of a list that begins a level anew."""
        if key not in self._known:
            override = tag("w:lvlOverride", val("w:startOverride", 1), w_ilvl=level)
            self._known[key] = self._num(of - 1, override)
        return self._known[key]

    def _num(self, abstract: int, override: str) -> int:
        number = len(self._nums) + 1
        self._nums.append(tag("w:num", val("w:abstractNumId", abstract), override, w_numId=number))
        return number

    def part(self) -> bytes:
        """``numbering.xml``."""
        abstract = (
            tag("w:abstractNum", val("w:multiLevelType", "multilevel"), levels, w_abstractNumId=number)
            for number, levels in enumerate(self._abstract)
        )
        return root("w:numbering", *abstract, *self._nums)
