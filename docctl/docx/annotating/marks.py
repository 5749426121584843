"""Where a comment stands in the main document: ranges around paragraphs (ECMA-376 part 1, 17.13.4).

Word ignores comments in headers, footers, text boxes and notes (MS-OI29500 2.1.315): one for a text box
stands at the paragraph that the box belongs to.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from lxml import etree
from lxml.etree import _Element as Element

from docctl.docx.annotating.parts import STRICT, WordParts
from docctl.docx.reading import formats_of
from docctl.docx.story import StoryReader
from docctl.docx.xml import W, stream

STRICT_W = f"{{{STRICT}wordprocessingml/main}}"


def in_order(parts: WordParts) -> Mapping[int, Element]:
    """The w:p of the main document as they stand: by `Paragraph.index` where each shows as a paragraph."""
    body = next(parts.tree(parts.main).iter(*_spellings("body")), None)
    return dict(enumerate(body.iter(*_spellings("p")), 1)) if body is not None else {}


def by_probes(parts: WordParts) -> Mapping[int, Element]:
    """The w:p of the main document by `Paragraph.index`; of paragraphs joined by a deleted mark the last.

    The reader itself says which is which: it reads the part once more with a probe in every w:p.
    """
    reader = StoryReader(formats_of(parts.package), is_body=True)
    content = parts.package.part(parts.main) or b""
    reader.read(_probed(stream(content, W + "body")))
    elements = in_order(parts)
    return {index: elements[int(at)] for at, index in reader.comments.items() if at.isdecimal()}


def _spellings(name: str) -> tuple[str, str]:
    """The element in transitional and in strict names: a broken file may mix them."""
    return W + name, f"{STRICT_W}{name}"


def _probed(children: Iterable[Element]) -> Iterator[Element]:
    """The children with every comment taken out and a numbered one put into each paragraph instead."""
    count = 1
    for child in children:
        for anchor in list(child.iter(W + "commentRangeStart", W + "commentReference")):
            anchor.set(W + "id", "")
        for paragraph in child.iter(W + "p"):
            etree.SubElement(paragraph, W + "commentRangeStart").set(W + "id", str(count))
            count += 1
        yield child


def allowed(paragraph: Element) -> Element:
    """The paragraph itself, or the outermost one around it where it lies in a text box."""
    return [paragraph, *paragraph.iterancestors(*_spellings("p"))][-1]


def mark(paragraph: Element, ids: Sequence[int], w: str) -> None:
    """Anchor the comments around all that the paragraph holds.

    The reference comes last, as Word puts it; beside a content control it comes first, for LibreOffice loses
    the text of a control that ends where a reference stands.
    """
    at = 1 if len(paragraph) and paragraph[0].tag == f"{w}pPr" else 0
    starts = [_anchor("commentRangeStart", number, w) for number in ids]
    references = [_reference(number, w) for number in ids]
    ends = [_anchor("commentRangeEnd", number, w) for number in ids]
    if _beside_control(paragraph):
        paragraph[at:at] = [*starts, *references]
        paragraph.extend(ends)
    else:
        paragraph[at:at] = starts
        paragraph.extend(chain.from_iterable(zip(ends, references, strict=True)))


def _beside_control(paragraph: Element) -> bool:
    inside = next(paragraph.iterancestors(*_spellings("sdt")), None)
    return inside is not None or next(paragraph.iter(*_spellings("sdt")), None) is not None


def _reference(number: int, w: str) -> Element:
    run = etree.Element(f"{w}r", nsmap={"w": w[1:-1]})
    run.append(_anchor("commentReference", number, w))
    return run


def _anchor(name: str, number: int, w: str) -> Element:
    return etree.Element(f"{w}{name}", {f"{w}id": str(number)}, nsmap={"w": w[1:-1]})
