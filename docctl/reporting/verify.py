"""The result of verification, for people and as JSON, schema ``docctl/verify/1``."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
from msgspec import Struct

from docctl import __version__
from docctl.reporting.style import Paint, harmless, indented, plain
from docctl.reporting.verify_texts import TEXTS
from docctl.store.verification.problems import Problem, Verified
from docctl.wording import N_, Translate

SCHEMA = "docctl/verify/1"
SHOWN = 20
"""Places of one kind of problem that are shown before the rest is counted; JSON has all."""


def render(verified: Verified, translate: Translate, paint: Paint = plain) -> str:
    """The result for a person: each kind of problem with its places, meaning and way out; a verdict."""
    verdict = "\n".join(_verdict(verified, translate, paint)) + "\n"
    return listed(verified.problems, translate, paint) + verdict


def listed(problems: Sequence[Problem], translate: Translate, paint: Paint = plain) -> str:
    """The problems by kind, an empty line after each kind."""
    lines: list[str] = []
    for _code, same in groupby(problems, lambda problem: problem.code):
        lines += [*_kind(list(same), translate, paint), ""]
    return "".join(f"{line}\n" for line in lines)


def _kind(same: Sequence[Problem], _: Translate, paint: Paint) -> Iterator[str]:
    first = same[0]
    label = _(N_("damage")) if first.is_damage else _(N_("note"))
    yield paint(f"{label}: {first.code.value}", "error" if first.is_damage else "info")
    for problem in same[:SHOWN]:
        yield from indented(_readable(_place(problem, _)), 4, 2)
    if len(same) > SHOWN:
        yield from indented(_(N_("and {count} more")).format(count=len(same) - SHOWN), 2)
    yield from indented(_(TEXTS[first.code].meaning), 4)
    yield from (paint(line, "hint") for line in indented(f"→ {_(TEXTS[first.code].recovery)}", 4))


def _place(problem: Problem, _: Translate) -> str:
    if problem.found and problem.expected:
        both = _(N_("{found}; expected: {expected}"))
        return f"{problem.where}: {both.format(found=problem.found, expected=problem.expected)}"
    said = problem.found or problem.expected
    return f"{problem.where}: {said}" if said else problem.where


def _verdict(verified: Verified, _: Translate, paint: Paint) -> list[str]:
    counted = _(
        N_(
            "Verified at {head}: {transitions} transitions, {documents} documents, {editions} editions,"
            " {submissions} submissions, {files} files."
        )
    ).format(
        head=verified.head[:12],
        transitions=verified.transitions,
        documents=verified.documents,
        editions=verified.editions,
        submissions=verified.submissions,
        files=verified.files,
    )
    damage = sum(problem.is_damage for problem in verified.problems)
    if damage:
        return [harmless(counted), paint(_(N_("Problems: {count}.")).format(count=damage), "error")]
    return [harmless(counted), paint(_(N_("Everything is as it was recorded.")), "passed")]


def _readable(text: str) -> str:
    """Names of files may be no text at all."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class _Problem(Struct):
    code: str
    severity: str
    where: str
    found: str
    expected: str
    meaning: str
    recovery: str


class _Result(Struct):
    schema: str
    docctl: str
    head: str
    clean: bool
    transitions: int
    documents: int
    editions: int
    submissions: int
    files: int
    problems: tuple[_Problem, ...]


def as_json(verified: Verified, translate: Translate) -> str:
    """The result for a program."""
    result = _Result(
        SCHEMA,
        __version__,
        verified.head,
        verified.is_clean,
        verified.transitions,
        verified.documents,
        verified.editions,
        verified.submissions,
        verified.files,
        tuple(_problem(problem, translate) for problem in verified.problems),
    )
    return msgspec.json.format(msgspec.json.encode(result), indent=1).decode() + "\n"


def _problem(problem: Problem, _: Translate) -> _Problem:
    text = TEXTS[problem.code]
    return _Problem(
        code=problem.code.value,
        severity="damage" if problem.is_damage else "note",
        where=_readable(problem.where),
        found=_readable(problem.found),
        expected=_readable(problem.expected),
        meaning=_(text.meaning),
        recovery=_(text.recovery),
    )
