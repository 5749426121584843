"""docctl's own comments in a file: recognised by their author, taken out with all that belongs to them."""

from collections.abc import Collection, Iterable

from lxml import etree
from lxml.etree import _Element as Element

from docctl.docx.annotating.parts import WordParts
from docctl.docx.annotating.proof import prove_same_text
from docctl.docx.reading import read_docx

AUTHOR = "docctl"
"""Author and initials of every comment that docctl writes."""
STORIES = ("footnotes", "endnotes")
"""Parts beside the main document where a person may have copied text with comments."""
COMPANIONS = ("commentsExtended", "commentsIds", "commentsExtensible")
"""What newer Words keep of comments beside the comments part (MS-DOCX 2.5)."""


def without_own_comments(data: bytes, name: str) -> bytes:
    """The file without the comments of an earlier annotation; the same bytes where there are none.

    `name` is the file's name without folders. Raises UnreadableDraft or UnacceptedFormat like `read_docx`,
    and TextChanged when the text does not stay the same.
    """
    parts = WordParts(data, name)
    part = parts.related("comments")
    if part is None:
        return data
    own = [comment for comment in parts.tree(part) if _is_own(comment, parts.w)]
    if not own:
        return data
    _forget(parts, {_attribute(paragraph, "paraId") for comment in own for paragraph in comment.iter()})
    _take_anchors_out(parts, {comment.get(f"{parts.w}id", "") for comment in own})
    _remove(own)
    parts.change(part)
    result = parts.data()
    prove_same_text(read_docx(data, name), read_docx(result, name))
    return result


def _is_own(comment: Element, w: str) -> bool:
    return (comment.get(f"{w}author"), comment.get(f"{w}initials")) == (AUTHOR, AUTHOR)


def _take_anchors_out(parts: WordParts, ids: Collection[str]) -> None:
    w = parts.w
    tags = [f"{w}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")]
    for part in (parts.main, *filter(None, map(parts.related, STORIES))):
        anchors = [anchor for anchor in parts.tree(part).iter(*tags) if anchor.get(f"{w}id", "") in ids]
        runs = [anchor.getparent() for anchor in anchors if anchor.tag == tags[2]]
        _remove(anchors)
        _remove(run for run in runs if run is not None and all(child.tag == f"{w}rPr" for child in run))
        if anchors:
            parts.change(part)


def _forget(parts: WordParts, paragraphs: Collection[str]) -> None:
    """Take the paragraphs of comments out of the companions; an answer to one of them stands alone then."""
    gone = set(paragraphs) - {""}
    for role in COMPANIONS:
        part = parts.related(role)
        if part is None or not gone:
            continue
        root = parts.tree(part)
        ours = [item for item in root if {_attribute(item, "paraId"), _attribute(item, "durableId")} & gone]
        gone |= {_attribute(item, "durableId") for item in ours} - {""}
        orphans = [item for item in root if _attribute(item, "paraIdParent") in gone]
        for item in orphans:
            del item.attrib[_named(item, "paraIdParent")]
        _remove(ours)
        if ours or orphans:
            parts.change(part)


def _named(element: Element, local: str) -> str:
    """The attribute's whole name; its namespace differs from part to part."""
    return next((str(name) for name in element.attrib if etree.QName(name).localname == local), "")


def _attribute(element: Element, local: str) -> str:
    name = _named(element, local)
    return str(element.get(name, "")) if name else ""


def _remove(elements: Iterable[Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
