"""One defect of the text is told by one rule and by no other of these groups."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from docctl.checking.check import Subject
from docctl.checking.run import run_rules
from docctl.checking.sketch import read_sketch
from docctl.domain.finding import Finding, Severity
from docctl.domain.words import Language
from docctl.recognition import recognise
from tests.content import portion, rulebook, samples

GROUPS = ("TOC", "SEC", "NUM", "ABR", "REF")
CLAUSE = re.compile(r"(\d+)\.(\d+)\.? ")
HEADING = "{style=heading 1} "
STRAY = {
    "kk": "Бұл абзац мұнда нөмірсіз тұр.",
    "ru": "Этот абзац стоит здесь без номера.",
    "en": "This paragraph stands here without a number.",
}


def rules_broken(sketch: str) -> set[str]:
    draft = read_sketch(sketch)
    book = rulebook()
    parts = recognise(draft, book.forms, book.lexicon)
    subject = Subject(draft=draft, parts=parts, lexicon=book.lexicon, as_of=date(2026, 3, 1))
    findings = (found for found in run_rules(subject, book, Language.EN) if isinstance(found, Finding))
    return {
        finding.rule
        for finding in findings
        if finding.rule[:3] in GROUPS and finding.severity is not Severity.INFO
    }


def clauses() -> Iterator[tuple[str, int]]:
    """Every clause that another one of its section follows at once, by sample and line."""
    for name, sample in samples().items():
        lines = sample.split("\n")
        for at, (line, following) in enumerate(pairwise(lines)):
            here, there = CLAUSE.match(line), CLAUSE.match(following)
            if here and there and here[1] == there[1]:
                yield name, at


CLAUSES = portion(list(clauses()), one_in=9)


def lines_of(name: str) -> list[str]:
    return samples()[name].split("\n")


def numbered(line: str, last: int, section: str = "") -> str:
    found = CLAUSE.match(line)
    assert found
    stop = "." if line[found.end() - 2] == "." else ""
    return f"{section or found[1]}.{last}{stop} {line[found.end() :]}"


def last_of(line: str) -> int:
    found = CLAUSE.match(line)
    assert found
    return int(found[2])


@pytest.mark.parametrize(("name", "at"), CLAUSES)
def test_a_clause_out_of_its_numbering(name: str, at: int) -> None:
    lines = lines_of(name)
    line, following = lines[at], lines[at + 1]
    assert rules_broken("\n".join([*lines[:at], *lines[at + 1 :]])) == {"NUM001"}
    assert rules_broken("\n".join([*lines[:at], line, *lines[at:]])) == {"NUM002"}
    assert rules_broken("\n".join([*lines[:at], following, line, *lines[at + 2 :]])) == {"NUM003"}
    doubled = numbered(line, last_of(line) + 1)
    assert rules_broken("\n".join([*lines[:at], doubled, *lines[at + 1 :]])) == {"NUM002"}
    foreign = numbered(line, last_of(line), section="4" if not line.startswith("4.") else "5")
    assert rules_broken("\n".join([*lines[:at], foreign, *lines[at + 1 :]])) == {"NUM005"}


@pytest.mark.parametrize(("name", "at"), CLAUSES)
def test_a_paragraph_without_a_number(name: str, at: int) -> None:
    lines = lines_of(name)
    bare = CLAUSE.sub("", lines[at])
    assert rules_broken("\n".join([*lines[:at], bare, *lines[at + 1 :]])) == {"NUM007"}
    if not lines[at].endswith(":"):
        stray = STRAY[name[-2:]]
        assert rules_broken("\n".join([*lines[: at + 1], stray, *lines[at + 1 :]])) == {"NUM007"}


@pytest.mark.parametrize("name", samples())
def test_a_section_gone_or_moved(name: str) -> None:
    lines = lines_of(name)
    starts = [at for at, line in enumerate(lines) if line.startswith(HEADING)]
    listed = [at for at, line in enumerate(lines) if line.startswith("{toc}")]
    for at, start, end, after in portion(
        list(zip(listed, starts, starts[1:], starts[2:], strict=False))[:-2], one_in=2
    ):
        gone = [*lines[:start], *lines[end:]]
        assert rules_broken("\n".join(gone)) == {"SEC001"}
        assert rules_broken("\n".join([*gone[:at], *gone[at + 1 :]])) == {"SEC001"}
        assert rules_broken("\n".join([*lines[:at], *lines[at + 1 :]])) == {"TOC002"}
        assert rules_broken("\n".join([*lines[:start], *lines[start + 1 :]])) == {"SEC001"}
        assert rules_broken("\n".join([*lines[: start + 1], *lines[end:]])) == {"SEC003"}
        moved = [*lines[:start], *lines[end:after], *lines[start:end], *lines[after:]]
        assert rules_broken("\n".join(moved)) == {"SEC002"}
        assert rules_broken("\n".join([*lines[:end], *lines[start:end], *lines[end:]])) == {"SEC005"}
