"""What must be there once in a part, made so again where a row or paragraph was repeated."""

from collections.abc import Iterator
from itertools import count

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def make_distinct(root: Element) -> None:
    """Give the copies of content controls, drawings and paragraphs ids of their own; the first keeps its."""
    controls = [one for one in root.iter(f"{W}id") if _is_control(one)]
    _renumber(controls, f"{W}val")
    _renumber(list(root.iter(f"{WP}docPr")), "id")
    seen: set[str] = set()
    for element in root.iter(f"{W}p", f"{W}tr"):
        name = element.get(f"{W14}paraId")
        if name in seen:
            del element.attrib[f"{W14}paraId"]
        elif name is not None:
            seen.add(name)


def _is_control(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}sdtPr"


def _renumber(elements: list[Element], attribute: str) -> None:
    taken = {element.get(attribute) for element in elements}
    unused: Iterator[str] = (str(number) for number in count(1) if str(number) not in taken)
    seen: set[str | None] = set()
    for element in elements:
        if element.get(attribute) in seen:
            element.set(attribute, next(unused))
        seen.add(element.get(attribute))
