"""The proof that comments are all that was changed: the file is read again and the readings are compared."""

from collections.abc import Sequence

from msgspec.structs import replace

from docctl.domain.draft import Draft


class TextChanged(Exception):
    """The annotated file does not read as the author's does: a fault of docctl, the file must not be used."""


class Misplaced(TextChanged):
    """A comment stands at another paragraph than it should."""


def prove_same_text(before: Draft, after: Draft) -> None:
    """Raise TextChanged unless the drafts differ by comments alone."""
    if replace(before, comments=()) != replace(after, comments=()):
        raise TextChanged("the text")


def prove(before: Draft, after: Draft, places: Sequence[int | None]) -> None:
    """Raise TextChanged unless the drafts differ by comments alone, which stand at these paragraphs."""
    prove_same_text(before, after)
    theirs, ours = after.comments[: len(before.comments)], after.comments[len(before.comments) :]
    if theirs != before.comments:
        raise TextChanged("the comments of others")
    if [comment.paragraph for comment in ours] != list(places):
        raise Misplaced("the places of the comments")
