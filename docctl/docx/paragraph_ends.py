"""The mark that ends a paragraph: what tracked changes did to it, and the section that may end with it."""

from lxml.etree import _Element as Element
from msgspec import Struct

from docctl.docx.revisions import note
from docctl.docx.runs import OpenParagraph
from docctl.docx.xml import W
from docctl.domain.draft import RevisionKind

MARK, SECTION, REFORMATTED = W + "rPr", W + "sectPr", W + "pPrChange"
MARKS = {
    W + "ins": RevisionKind.INSERTION,
    W + "del": RevisionKind.DELETION,
    W + "moveTo": RevisionKind.MOVE,
    W + "moveFrom": RevisionKind.MOVE,
}
REMOVED_MARKS = frozenset({W + "del", W + "moveFrom"})


class Ends(Struct, frozen=True):
    """What a w:pPr says of the end of its paragraph, and of changes to itself."""

    mark: Element | None = None
    """The properties of the paragraph's mark."""
    section: Element | None = None
    """The properties of the section that ends with the paragraph."""
    reformatted: bool = False


NOTHING = Ends()


def ends_of(properties: Element | None) -> Ends:
    """The ends of a paragraph by its w:pPr."""
    if properties is None:
        return NOTHING
    mark = section = None
    reformatted = False
    for child in properties:
        tag = child.tag
        if tag == MARK:
            mark = child
        elif tag == SECTION:
            section = child
        elif tag == REFORMATTED:
            reformatted = True
    return Ends(mark, section, reformatted)


def is_removed(mark: Element, paragraph: OpenParagraph) -> bool:
    """Whether the paragraph's mark is deleted; notes what tracked changes did to it."""
    end = len(paragraph.pieces)
    changes = [child.tag for child in mark if child.tag in MARKS]
    for tag in changes:
        note(paragraph.changes, MARKS[tag], end, end)
    return not REMOVED_MARKS.isdisjoint(changes)
