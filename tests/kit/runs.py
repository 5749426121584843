"""Runs as XML, in one piece or in the pieces that Word leaves behind."""

import random
import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from docctl.domain.draft import Run
from tests.kit.markup import tag, text_of, val
from tests.kit.options import Fields, Flavour, Runs
from tests.kit.properties import RUN_ORDER, Props, in_order, run_pieces
from tests.kit.way import Way

SYLLABLE = re.compile(r"(?<=[^\W\d_]{4})(?=[^\W\d_]{4})")
TEXT = re.compile(r"(<w:t [^>]*>)([^<]*)(</w:t>)")


class RunPress:
    """Writes runs in a way; what is drawn by lot follows from the way's seed."""

    def __init__(self, way: Way) -> None:
        self.way = way
        self._draw = random.Random(way.seed)
        self._ids = 0

    def next_id(self) -> int:
        """An id that no other bookmark or drawing of the file has."""
        self._ids += 1
        return self._ids

    def chance(self, of: float) -> bool:
        """By lot."""
        return self._draw.random() < of

    def run(self, run: Run, said: Props, *, field: str = "") -> str:
        """One run of a paragraph; `said` is what it says itself of its format."""
        properties = run_properties(said, self.way)
        if field:
            return self._field(field, run.text, properties)
        return "".join(self._broken(self._pieces(run.text), properties))

    def _pieces(self, text: str) -> list[str]:
        if self.way.runs is Runs.HYPHENS:
            return [self._hyphenated(text)]
        if self.way.runs is Runs.WHOLE or len(text) < 2:
            return [text]
        count = 1 + min(len(text) // 8, 6)
        cuts = sorted({0, len(text), *(self._draw.randrange(1, len(text)) for _ in range(count))})
        return [text[a:b] for a, b in pairwise(cuts)]

    def _broken(self, pieces: list[str], properties: str) -> Iterator[str]:
        for number, piece in enumerate(pieces):
            xml = plain_run(piece, properties, rsid=self._rsid())
            if self.way.runs is Runs.HYPHENS:
                xml = with_hyphens(xml)
            yield self._around(xml, first=number == 0)

    def _rsid(self) -> str | None:
        if self.way.runs is Runs.WHOLE and self.way.flavour is not Flavour.WORD:
            return None
        return f"00{self._draw.randrange(0x100000, 0xFFFFFF):06X}" if self.chance(0.5) else None

    def _hyphenated(self, text: str) -> str:
        """The text with hyphens as Word's own elements: «-» as w:noBreakHyphen, some letters parted."""
        return SYLLABLE.sub("\u00ad", text, count=1) if self.chance(0.5) else text

    def _around(self, xml: str, *, first: bool) -> str:
        match self.way.runs:
            case Runs.SPELLING if self.chance(0.5):
                kind = "spell" if self.chance(0.7) else "gram"
                return f'<w:proofErr w:type="{kind}Start"/>{xml}<w:proofErr w:type="{kind}End"/>'
            case Runs.BOOKMARKS if self.chance(0.3):
                return bookmarked(xml, self.next_id(), f"m{self._ids}")
            case Runs.SMART_TAGS if self.chance(0.3):
                uri = "urn:schemas-microsoft-com:office:smarttags"
                return tag("w:smartTag", xml, w_uri=uri, w_element="metricconverter")
            case Runs.LAYOUT if first and self.chance(0.02):
                return xml.replace("<w:t ", "<w:lastRenderedPageBreak/><w:t ", 1)
        return xml

    def _field(self, instruction: str, result: str, properties: str) -> str:
        if self.way.fields is Fields.SIMPLE:
            return tag("w:fldSimple", plain_run(result, properties), w_instr=f" {instruction} ")
        split = len(instruction) // 2 if self.way.runs is Runs.SPELLING else 0
        halves = [instruction[:split], instruction[split:]] if split else [instruction]
        instructions = (
            tag("w:r", properties, tag("w:instrText", half, xml_space="preserve"))
            for half in (f" {halves[0]}", *halves[1:])
        )
        return "".join(
            (
                field_char("begin", properties),
                *instructions,
                field_char("separate", properties),
                plain_run(result, properties),
                field_char("end", properties),
            )
        )


def with_hyphens(run: str) -> str:
    """The run with the elements that Word has for hyphens."""
    for letter, element in (("\u00ad", "softHyphen"), ("-", "noBreakHyphen")):
        between = f'</w:t><w:{element}/><w:t xml:space="preserve">'
        run = TEXT.sub(partial(_inside, letter, between), run)
    return run


def _inside(old: str, new: str, found: re.Match[str]) -> str:
    return found[1] + found[2].replace(old, new) + found[3]


def run_properties(said: Props, way: Way) -> str:
    """``w:rPr``, with what Google Docs adds to every run."""
    pieces = run_pieces(said)
    if way.flavour is Flavour.GOOGLE:
        pieces["w:rtl"] = val("w:rtl", "0")
    return tag("w:rPr", in_order(pieces, RUN_ORDER)) if pieces else ""


def plain_run(text: str, properties: str, rsid: str | None = None) -> str:
    """``w:r`` with this text."""
    return tag("w:r", properties, text_of(text), w_rsidR=rsid)


def field_char(kind: str, properties: str = "", **attributes: object) -> str:
    """A run with a ``w:fldChar``."""
    return tag("w:r", properties, tag("w:fldChar", w_fldCharType=kind, **attributes))


def bookmarked(xml: str, number: int, name: str) -> str:
    """The XML between the two marks of a bookmark."""
    start = tag("w:bookmarkStart", w_id=number, w_name=name)
    return f"{start}{xml}{tag('w:bookmarkEnd', w_id=number)}"
