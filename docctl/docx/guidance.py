"""Guidance taken out of a Word file: cut inside its zip, all other parts kept, the text proved the same."""

from collections.abc import Iterator

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import replace

from docctl.docx.annotating.parts import WordParts
from docctl.docx.guidance_style import GUIDANCE, PASSED, Guidance, take_out
from docctl.docx.reading import formats_of, read_docx
from docctl.domain.draft import Block, Draft, Story, paragraphs_of
from docctl.errors import UnreadableDraft

ROLES = frozenset({"header", "footer", "footnotes", "endnotes"})
"""Parts beside the main document that may hold guidance."""


class Cut(Struct, frozen=True):
    """A file without guidance."""

    data: bytes
    texts: tuple[str, ...] = ()
    """What was taken out, a text to a paragraph; nothing where the bytes are the same."""


class Inseparable(UnreadableDraft):
    """Guidance cannot be cut out without changing what stands around it."""


def without_guidance(data: bytes, name: str) -> Cut:
    """The file without its paragraphs of guidance; `name` is its name without folders.

    Raises UnreadableDraft or UnacceptedFormat like `read_docx`, and Inseparable where what stays would not
    read as before.
    """
    parts = WordParts(data, name)
    styles = formats_of(parts.package).guidance.styles
    if not styles:
        return Cut(data)
    guidance = Guidance(styles, parts.w)
    texts = [text for part in _stories(parts) for text in _cut(parts, part, guidance)]
    if not texts:
        return Cut(data)
    result = parts.data()
    _prove(read_docx(data, name), read_docx(result, name))
    return Cut(result, tuple(texts))


def _stories(parts: WordParts) -> tuple[str, ...]:
    related = parts.package.relationships(parts.main).values()
    beside = [one.target for one in related if one.role in ROLES and not one.external]
    return (parts.main, *dict.fromkeys(part for part in beside if parts.holds(part)))


def _cut(parts: WordParts, part: str, guidance: Guidance) -> Iterator[str]:
    """The texts of the guidance in a part, which is then without it."""
    root = parts.tree(part)
    before = {p: _text(p, guidance.w) for p in guidance.paragraphs_of(root) if guidance.style_is_guidance(p)}
    take_out(root, guidance)
    marks = list(root.iter(PASSED))
    for mark in marks:
        _expand(mark)
    if marks:
        parts.change(part)
    gone = {paragraph: text for paragraph, text in before.items() if root not in paragraph.iterancestors()}
    if any(_parts_a_field(paragraph, guidance.w) for paragraph in gone):
        raise _inseparable()
    yield from gone.values()


def _expand(mark: Element) -> None:
    """Leave only the ranges that begin or end where guidance was."""
    parent = mark.getparent()
    if parent is not None:
        at = parent.index(mark)
        parent[at : at + 1] = list(mark)


def _parts_a_field(paragraph: Element, w: str) -> bool:
    """Whether a field begins or ends in the paragraph, and not both."""
    kinds = [one.get(f"{w}fldCharType") for one in paragraph.iter(f"{w}fldChar")]
    return kinds.count("begin") != kinds.count("end")


def _text(paragraph: Element, w: str) -> str:
    return "".join(part.text or "" for part in paragraph.iter(f"{w}t"))


def _inseparable() -> Inseparable:
    return Inseparable(
        "guidance in it holds what other text depends on; delete the paragraphs of the style “{style}” in"
        " Word",
        style=GUIDANCE,
    )


def _prove(before: Draft, after: Draft) -> None:
    """Raises UnreadableDraft unless the drafts differ by guidance and by ordinals alone."""
    if _compared(before) != _compared(after) or after.guidance:
        raise _inseparable()


def _compared(draft: Draft) -> Draft:
    """The draft with its paragraphs in a row and without ordinals."""
    return replace(
        draft,
        blocks=_unnumbered(draft.blocks),
        sections=tuple(
            replace(one, headers=_stories_compared(one.headers), footers=_stories_compared(one.footers))
            for one in draft.sections
        ),
        revisions=tuple(replace(one, paragraph=None) for one in draft.revisions),
        comments=tuple(replace(one, paragraph=None) for one in draft.comments),
        guidance=0,
    )


def _stories_compared(stories: tuple[Story, ...]) -> tuple[Story, ...]:
    return tuple(replace(story, blocks=_unnumbered(story.blocks)) for story in stories)


def _unnumbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Cells tell where each paragraph stands, so tables need not be compared beside them."""
    return tuple(replace(paragraph, index=0) for paragraph in paragraphs_of(blocks))
