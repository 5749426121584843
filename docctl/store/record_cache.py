"""Cards and submissions of a commit, kept decoded beside the repository: derived, thrown away at will."""

from pathlib import Path

import msgspec
from msgspec import Struct

from docctl.domain.registry.card import Card
from docctl.domain.registry.submission import Submission
from docctl.store.frames import add_frame, read_frames, replace_frames

_NAME = "records"
_MANY = 200
"""Additions after which the file is written anew."""


class Kept(Struct, frozen=True, array_like=True):
    """A record as MessagePack, decoded when somebody asks for it."""

    blob: str
    """Id of the file that it was read from."""
    content: msgspec.Raw


class Records(Struct, frozen=True, array_like=True):
    """The records of a commit by the name of their file without its ending."""

    commit: str
    cards: dict[str, Kept]
    submissions: dict[str, Kept]


class Addition(Struct, frozen=True, array_like=True):
    """What a commit changed in the records of the one before; empty `base`: all there is."""

    base: str
    commit: str
    cards: dict[str, Kept]
    submissions: dict[str, Kept]


def kept(blob: str, record: Card | Submission) -> Kept:
    """A record in the form in which it is kept."""
    return Kept(blob, msgspec.Raw(msgspec.msgpack.encode(record)))


def card_in(one: Kept) -> Card:
    """The card."""
    return msgspec.msgpack.decode(one.content, type=Card)


def submission_in(one: Kept) -> Submission:
    """The submission."""
    return msgspec.msgpack.decode(one.content, type=Submission)


def read_records(root: Path) -> Records | None:
    """The last state that is kept; None when none is, or it is damaged or of another version."""
    state: Records | None = None
    frames = read_frames(root, _NAME)
    for frame in frames:
        addition = _addition(frame)
        if addition is None or (addition.base and (state is None or state.commit != addition.base)):
            break
        state = _with(state, addition) if addition.base else _whole(addition)
    if state is not None and len(frames) > _MANY:
        keep_records(root, state)
    return state


def keep_records(root: Path, state: Records) -> None:
    """Keep a whole state instead of what is there."""
    whole = Addition("", state.commit, state.cards, state.submissions)
    replace_frames(root, _NAME, [msgspec.msgpack.encode(whole)])


def add_records(root: Path, addition: Addition) -> None:
    """Add what a transition changed."""
    add_frame(root, _NAME, msgspec.msgpack.encode(addition))


def _addition(frame: bytes) -> Addition | None:
    try:
        return msgspec.msgpack.decode(frame, type=Addition)
    except msgspec.MsgspecError:
        return None


def _whole(addition: Addition) -> Records:
    return Records(addition.commit, addition.cards, addition.submissions)


def _with(state: Records | None, addition: Addition) -> Records:
    if state is None:
        return _whole(addition)
    state.cards.update(addition.cards)
    state.submissions.update(addition.submissions)
    return Records(addition.commit, state.cards, state.submissions)
