"""Guidance: paragraphs of a template that say what belongs here. They are no part of the document.

A paragraph is guidance by its style, `GUIDANCE` or one based on it. Reading passes over it and a submitted
draft goes without it; both by what stands here, so that the draft that was checked is the one that is stored.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element
from msgspec import Struct

from docctl.docx.xml import W

GUIDANCE = "docctl guidance"
"""Name of the paragraph style, in any case."""
PASSED = "passed-over"
"""Element that stands for guidance; it holds the ranges that only begin or end there."""
ORDINALS, HINTS = "ordinals", "hints"
"""Its attributes: how many paragraphs are no longer there, and how many of guidance there were."""
TRANSPARENT = ("sdtContent", "customXml", "smartTag", "ins", "del", "moveTo", "moveFrom")
CONTAINERS = ("body", "tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", *TRANSPARENT)
"""Elements whose children may be paragraphs."""
REMOVED = ("del", "moveFrom")
STARTS = ("bookmarkStart", "commentRangeStart", "permStart", "moveFromRangeStart", "moveToRangeStart")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Guidance(Struct, frozen=True):
    """What is guidance in a file."""

    styles: frozenset[str]
    """Ids of the paragraph styles; empty in nearly every file."""
    w: str = W
    """The namespace of its markup, in braces."""

    def passed_over(self, children: Iterable[Element]) -> Iterable[Element]:
        """The children of a container, an element `PASSED` in place of guidance.

        What is not guidance is the same element, changed inside. Where Word must have a paragraph, or the
        guidance ends a section or a page, an empty one stays beside `PASSED`.
        """
        return _Passing(self).over(children) if self.styles else children

    def style_is_guidance(self, paragraph: Element) -> bool:
        """Whether a w:p names one of the styles."""
        named = paragraph.find(f"{self.w}pPr/{self.w}pStyle")
        return named is not None and named.get(f"{self.w}val") in self.styles

    def is_guidance(self, block: Element) -> bool:
        """Whether a block is guidance throughout: a paragraph, or a content control around nothing else.

        A paragraph whose mark was deleted goes on in the next one, so it is text like any other.
        """
        if block.tag == f"{self.w}p":
            return self.style_is_guidance(block) and not self.mark_is_removed(block)
        inside = self.blocks_inside(block)
        return bool(inside) and all(map(self.is_guidance, inside))

    def blocks_inside(self, wrapper: Element) -> Sequence[Element]:
        """The blocks in a content control or another wrapper that shows what it holds."""
        if wrapper.tag == f"{self.w}sdt":
            content = wrapper.find(f"{self.w}sdtContent")
            return [] if content is None else self.blocks_inside(content)
        if wrapper.tag in {self.w + name for name in TRANSPARENT}:
            return [child for child in wrapper if self.is_block(child)]
        return []

    def is_block(self, element: Element) -> bool:
        """Whether it is a paragraph, a table or a wrapper of such."""
        names = ("p", "tbl", "sdt", *TRANSPARENT)
        return element.tag in {self.w + name for name in names}

    def mark_is_removed(self, paragraph: Element) -> bool:
        """Whether a tracked change deletes the end of the paragraph."""
        mark = paragraph.find(f"{self.w}pPr/{self.w}rPr")
        return mark is not None and any(mark.find(self.w + name) is not None for name in REMOVED)

    def paragraphs_of(self, block: Element) -> Sequence[Element]:
        """The w:p of a block, text boxes in it included, each box once."""
        return [p for p in block.iter(f"{self.w}p") if next(p.iterancestors(FALLBACK), None) is None]


class _Passing:
    """The way through the children of one container; guidance waits until it is known what follows it."""

    def __init__(self, guidance: Guidance) -> None:
        self._guidance = guidance
        self._w = guidance.w
        self._before: object = None
        """Name of the last block that stays."""
        self._goes_on = False
        """The mark of the last paragraph was deleted."""
        self._waiting: list[Element] = []

    def over(self, children: Iterable[Element]) -> Iterator[Element]:
        for child in children:
            if child.tag == f"{self._w}sectPr":
                yield from self._decided(None)
                yield child
            elif not self._guidance.is_block(child):
                yield child
            elif not self._goes_on and self._guidance.is_guidance(child):
                yield from self._met(child)
            else:
                yield from self._decided(child.tag)
                self._before = child.tag
                self._goes_on = child.tag == f"{self._w}p" and self._guidance.mark_is_removed(child)
                take_out(child, self._guidance)
                yield child
        yield from self._decided(None)

    def _met(self, block: Element) -> Iterator[Element]:
        passed = passed_element(block, self._guidance)
        left = _left_of(block, self._w)
        if left is None:
            self._waiting.append(passed)
            return
        yield from self._decided(left.tag)
        self._before = left.tag
        _one_stays(passed)
        yield from (passed, left)

    def _decided(self, following: object) -> Iterator[Element]:
        """The guidance that waits, before a block with this name or the end of the container."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        table = f"{self._w}tbl"
        parted = self._before == table and following in (None, table)
        alone = self._before is None and following is None
        if not parted and not alone:
            yield from waiting
            return
        _one_stays(waiting[-1])
        yield from waiting
        self._before = f"{self._w}p"
        yield etree.Element(f"{self._w}p", nsmap={"w": self._w[1:-1]})


def take_out(block: Element, guidance: Guidance) -> None:
    """Replace guidance inside a block, in cells, text boxes and content controls, as `passed_over` does."""
    for container in list(block.iter(*[guidance.w + name for name in CONTAINERS])):
        children = list(container)
        if any(map(guidance.is_guidance, children)):
            container[:] = list(guidance.passed_over(children))


def passed_element(block: Element, guidance: Guidance) -> Element:
    """What stands for a block of guidance; ranges that only begin or end in it go on there."""
    paragraphs = guidance.paragraphs_of(block)
    hints = sum(map(guidance.style_is_guidance, paragraphs))
    passed = etree.Element(PASSED, {ORDINALS: str(len(paragraphs)), HINTS: str(hints)})
    passed.extend(map(deepcopy, _half_ranges(block, guidance.w)))
    return passed


def _one_stays(passed: Element) -> None:
    passed.set(ORDINALS, str(int(passed.get(ORDINALS, "0")) - 1))


def _half_ranges(block: Element, w: str) -> list[Element]:
    """The beginnings and ends of bookmarks, comments and permissions whose other half is elsewhere."""
    found: list[Element] = []
    for name in STARTS:
        starts, ends = list(block.iter(w + name)), list(block.iter(w + name.replace("Start", "End")))
        begun, ended = ({one.get(f"{w}id") for one in those} for those in (starts, ends))
        found += [one for one in starts if one.get(f"{w}id") not in ended]
        found += [one for one in ends if one.get(f"{w}id") not in begun]
    return found


def _left_of(block: Element, w: str) -> Element | None:
    """The empty paragraph that keeps the page breaks and the end of a section that stand in guidance."""
    section = block.find(f"{w}pPr/{w}sectPr") if block.tag == f"{w}p" else None
    breaks = [one for one in block.iter(f"{w}br") if one.get(f"{w}type") == "page"]
    if section is None and not breaks:
        return None
    left = etree.Element(f"{w}p", nsmap={"w": w[1:-1]})
    if section is not None:
        etree.SubElement(left, f"{w}pPr").append(deepcopy(section))
    for one in breaks:
        etree.SubElement(left, f"{w}r").append(deepcopy(one))
    return left
