"""Comments left in a file (ECMA-376 part 1, 17.13.4)."""

from collections.abc import Mapping

from lxml.etree import _Element as Element

from docctl.docx.xml import W
from docctl.domain.draft import Comment

TEXT, PARAGRAPH = W + "t", W + "p"


def comments(root: Element | None, anchors: Mapping[str, int]) -> tuple[Comment, ...]:
    """The comments of the comments part; `anchors` are paragraphs of the body by comment id."""
    if root is None:
        return ()
    return tuple(
        Comment(anchors.get(comment.get(W + "id", "")), _text(comment))
        for comment in root.iterchildren(W + "comment")
    )


def _text(comment: Element) -> str:
    lines = (
        "".join(part.text or "" for part in paragraph.iter(TEXT)) for paragraph in comment.iter(PARAGRAPH)
    )
    return "\n".join(lines).strip()
