"""What a sketch says of the file as a whole."""

from collections.abc import Sequence

from docctl.checking.sketch.marks import FileMarks, Spot
from docctl.checking.sketch.sections import Pen
from docctl.domain.draft import ActiveContent, ActiveKind, Comment, Paragraph, Revision, RevisionKind

KAZAKH = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
KAZAKH_SHARE = 0.06
"""Least share of Cyrillic letters that only Kazakh has; names alone stay under it in a Russian text."""

_ACTIVE = {
    "macros": (ActiveKind.MACROS, "word/vbaProject.bin"),
    "embedded": (ActiveKind.EMBEDDED_OBJECT, "word/embeddings/oleObject1.bin"),
    "control": (ActiveKind.CONTROL, "word/activeX/activeX1.xml"),
    "external_template": (ActiveKind.EXTERNAL_TEMPLATE, "https://example.org/template.dotm"),
    "dde": (ActiveKind.DDE_FIELD, "DDEAUTO"),
    "external_data": (ActiveKind.EXTERNAL_DATA, "https://example.org/data.xlsx"),
    "external_part": (ActiveKind.EXTERNAL_PART, "https://example.org/part.docx"),
}


def prevailing_language(text: str) -> str:
    """The language tag that most letters speak for."""
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in text)
    latin = sum("a" <= letter <= "z" for letter in text)
    if cyrillic < latin / 3:
        return "en-US"
    kazakh = sum(letter in KAZAKH for letter in text)
    return "kk-KZ" if kazakh >= max(1, cyrillic * KAZAKH_SHARE) else "ru-RU"


def active_content(marks: FileMarks) -> tuple[ActiveContent, ...]:
    """The active content that the file is said to hold."""
    return tuple(ActiveContent(*content) for name, content in _ACTIVE.items() if getattr(marks, name))


def comments(marks: FileMarks, body: Pen) -> tuple[Comment, ...]:
    """The comments left at paragraphs, and those that stand for themselves."""
    return (*body.comments, *(Comment(None, f"comment {n + 1}") for n in range(marks.comments)))


def revisions(marks: FileMarks, paragraphs: Sequence[Paragraph], spot: Spot) -> tuple[Revision, ...]:
    """The tracked changes: those of paragraphs with another original, and the one of the file."""
    found = [change for paragraph in paragraphs for change in _changes(paragraph)]
    if marks.revisions:
        found.append(_revision(marks.revisions, paragraphs, spot))
    return tuple(found)


def _changes(paragraph: Paragraph) -> list[Revision]:
    original, text = paragraph.original_text, paragraph.text
    if original is None:
        return []
    deleted = Revision(RevisionKind.DELETION, paragraph.index, original)
    inserted = Revision(RevisionKind.INSERTION, paragraph.index, text)
    if original in text:
        return [inserted]
    return [deleted] if text in original else [deleted, inserted]


def _revision(written: str, paragraphs: Sequence[Paragraph], spot: Spot) -> Revision:
    name, _, text = written.partition(":")
    if name not in list(RevisionKind):
        known = ", ".join(RevisionKind)
        spot.wrong("“{name}” is no kind of tracked change; expected one of: {known}.", name=name, known=known)
    holder = next((p.index for p in paragraphs if text and text in p.text), None)
    return Revision(RevisionKind(name), holder, text)
