"""Whether every edition is marked by its annotated tag, and no tag marks anything else."""

from collections.abc import Iterator, Mapping, Sequence

import pygit2
from msgspec import Struct
from pygit2 import Repository

from docctl.store import message as words
from docctl.store.verification.access import OPEN, Access, Signed
from docctl.store.verification.problems import Code, Problem
from docctl.store.verification.reading import ARMOUR
from docctl.store.verification.steps import Signature, Step

TAGS = "refs/tags/"
EDITIONS = "refs/tags/edition/"


class TagThere(Struct, frozen=True, kw_only=True):
    """A tag of an edition in the repository."""

    name: str
    """``edition/158/2``."""
    commit: str
    """That it marks; the id of something else where it marks no commit."""
    tagger: str = ""
    time: int = 0
    annotated: bool = True
    signature: Signature | None = None


def expected_tags(steps: Sequence[Step]) -> dict[str, Step]:
    """The tags that transitions say they set, with the transition; the first to say so counts."""
    expected: dict[str, Step] = {}
    for step in steps:
        for name in step.message.all(words.TAG) if step.action else ():
            expected.setdefault(name, step)
    return expected


def tag_problems(expected: Mapping[str, Step], there: Sequence[TagThere]) -> Iterator[Problem]:
    """Tags that are missing, moved, foreign, or no tag objects."""
    names = {tag.name for tag in there}
    for name, step in expected.items():
        if name not in names:
            yield Problem(code=Code.TAG_MISSING, where=name, expected=step.commit)
    for tag in there:
        step_of = expected.get(tag.name)
        if step_of is None:
            yield Problem(code=Code.TAG_FOREIGN, where=tag.name, found=tag.commit)
        elif tag.commit != step_of.commit:
            yield Problem(code=Code.TAG_MOVED, where=tag.name, found=tag.commit, expected=step_of.commit)
        elif not tag.annotated:
            yield Problem(code=Code.TAG_LIGHT, where=tag.name, expected=step_of.commit)


def signed_tags(
    expected: Mapping[str, Step], there: Sequence[TagThere], after: Mapping[str, Access]
) -> Iterator[Signed]:
    """The tags whose signatures count, each held against the state that its transition was made on."""
    for tag in there:
        step = expected.get(tag.name)
        if step is not None and step.parents and tag.annotated and tag.commit == step.commit:
            access = after.get(step.parents[0], OPEN)
            yield Signed(
                where=tag.name, actor=tag.tagger, time=tag.time, signature=tag.signature, access=access
            )


def read_tags(repository: Repository) -> tuple[tuple[TagThere, ...], tuple[Problem, ...]]:
    """The tags of editions, and those that cannot be read."""
    tags, problems = [], []
    for name in repository.references:
        if name.startswith(EDITIONS):
            try:
                tags.append(_tag(repository, name))
            except (KeyError, ValueError, pygit2.GitError) as error:
                problems.append(Problem(code=Code.OBJECT_DAMAGED, where=name, found=str(error).strip("'")))
    return tuple(tags), tuple(problems)


def _tag(repository: Repository, name: str) -> TagThere:
    short = name.removeprefix(TAGS)
    found = repository[repository.references[name].target]
    if not isinstance(found, pygit2.Tag):
        return TagThere(name=short, commit=str(found.id), annotated=False)
    tagger = found.tagger
    return TagThere(
        name=short,
        commit=str(found.target),
        tagger="" if tagger is None else f"{tagger.name} <{tagger.email}>",
        time=0 if tagger is None else tagger.time,
        signature=_signature(found.read_raw()),
    )


def _signature(raw: bytes) -> Signature | None:
    """Git puts a tag's signature behind its message; what is before it was signed."""
    payload, armour, rest = raw.partition(ARMOUR)
    return Signature(armour + rest, payload) if armour else None
