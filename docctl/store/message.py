"""The message of a commit: a line for people, the reason, and trailers for the program."""

import re

from msgspec import Struct

from docctl.domain.patterns import regex
from docctl.store.change import Change

Trailers = tuple[tuple[str, str], ...]
"""Key and value, in the order in which they stand."""

ACTION, DOCUMENT, EDITION, SUBMISSION = "Docctl-Action", "Document", "Edition", "Submission"
GROUND, ACTOR, OPERATION, TAG = "Ground", "Actor", "Operation", "Tag"
SEQUENCE, CHAIN = "Sequence", "Chain"
_BREAKS = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_TRAILER = regex(r"([A-Z][A-Za-z-]*): (.*)")


class Message(Struct, frozen=True):
    """A message, read."""

    subject: str
    trailers: Trailers

    def first(self, key: str) -> str:
        """The first value of a trailer, empty when there is none."""
        return next((value for name, value in self.trailers if name == key), "")

    def all(self, key: str) -> tuple[str, ...]:
        """Every value of a trailer."""
        return tuple(value for name, value in self.trailers if name == key)


def folded(text: str) -> str:
    """The text on one line, so that it cannot pretend to be a trailer."""
    return _BREAKS.sub(" ", text).strip()


def trailers_of(change: Change, tags: tuple[str, ...]) -> Trailers:
    """What a transition says of itself, without its place in the chain."""
    documents = dict.fromkeys(filter(None, (change.document, *(card.number for card in change.cards))))
    submissions = dict.fromkeys(filter(None, (change.submission, *(one.id for one in change.submissions))))
    edition = "" if change.edition is None else str(change.edition)
    pairs = [
        (ACTION, change.action),
        *((DOCUMENT, number) for number in documents),
        (EDITION, edition),
        *((SUBMISSION, identity) for identity in submissions),
        (GROUND, change.ground),
        (ACTOR, change.actor),
        (OPERATION, change.operation),
        *((TAG, tag) for tag in tags),
    ]
    return tuple((key, line) for key, value in pairs if (line := folded(value)))


def write_message(change: Change, trailers: Trailers) -> str:
    """The message of a transition with these trailers."""
    body = "\n".join(folded(line) for line in change.ground.splitlines()).strip()
    last = "\n".join(f"{key}: {value}" for key, value in trailers)
    return "\n\n".join(filter(None, (_subject(change), body, last))) + "\n"


def _subject(change: Change) -> str:
    edition = "" if change.edition is None else f"edition {change.edition}"
    many = "" if change.document or len(change.cards) < 2 else f"{len(change.cards)} documents"
    return folded(
        " ".join(filter(None, (change.action, change.document or change.submission, edition, many)))
    )


def read_message(text: str) -> Message:
    """The first line and the trailers, which are the last paragraph; none when a line of it is no trailer."""
    paragraphs = text.rstrip("\n").split("\n\n")
    matches = [_TRAILER.fullmatch(line) for line in paragraphs[-1].split("\n")]
    trailers = _pairs(matches) if len(paragraphs) > 1 else ()
    return Message(text.split("\n", 1)[0], trailers)


def _pairs(matches: list[re.Match[str] | None]) -> Trailers:
    pairs = tuple((match[1], match[2]) for match in matches if match is not None)
    return pairs if len(pairs) == len(matches) else ()
