import random

import pytest

from docctl.checking.checks.clauses_series import Ground, Kind, section_faults
from docctl.domain.draft import Paragraph
from docctl.domain.parts import Clause
from docctl.domain.place import Part, Place

Path = tuple[int, ...]


def clauses(*numbers: str) -> list[Clause]:
    return [
        Clause(
            number=number,
            printed_number=number,
            automatic=False,
            text="Мәтін.",
            place=Place(part=Part.BODY, clause=number),
            paragraph=Paragraph(index=index, text=f"{number} Мәтін."),
        )
        for index, number in enumerate(numbers, start=1)
    ]


def told(*numbers: str, own: int | None = 5) -> list[tuple[Kind, str]]:
    faults = section_faults(clauses(*numbers), Ground(own))
    return [(fault.kind, fault.clause.number) for fault in faults]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("5.1 5.2 5.2.1 5.2.2 5.2.2.1 5.3 5.3.1", []),
        ("5.1 5.2.1 5.2.2 5.3", [(Kind.SKIPPED, "5.2.1")]),
        ("5.1 5.1.1.1 5.1.1.2 5.2", [(Kind.SKIPPED, "5.1.1.1")]),
        ("5.1.1 5.1.2 5.2.1 5.2.2", [(Kind.SKIPPED, "5.1.1")]),
        ("5.1 6.2 5.3", [(Kind.FOREIGN, "6.2")]),
        ("5.1 6.2 6.3 5.4", [(Kind.FOREIGN, "6.2")]),
        ("6.1 5.2 5.3", [(Kind.FOREIGN, "6.1")]),
        ("5.1 5.2 5.2.1 5.3.2 5.2.3 5.3", [(Kind.DISORDER, "5.3.2")]),
        ("5.1 5.2 5.3 5.2.1 5.4", [(Kind.DISORDER, "5.2.1")]),
        ("5.1 5.2.1 5.2 5.3", [(Kind.DISORDER, "5.2.1")]),
        ("5.1 5.1.1 5.1.3 5.2", [(Kind.GAP, "5.1.3")]),
        ("5.1 5.1.1 5.1.1 5.2", [(Kind.DUPLICATE, "5.1.1")]),
        ("5.1 5.3 5.3.1 5.2 5.2.1 5.4", [(Kind.DISORDER, "5.3")]),
    ],
)
def test_one_slip_is_told_once(numbers: str, expected: list[tuple[Kind, str]]) -> None:
    assert told(*numbers.split()) == expected


def test_without_a_section_number_nothing_is_foreign() -> None:
    assert told("3.1", "3.2", own=None) == []


def test_a_paragraph_that_lost_its_number_fills_the_gap() -> None:
    first, third = clauses("5.1", "5.3")
    lost = Paragraph(index=9, text="Нөмірін жоғалтқан абзац.")
    assert section_faults([first, lost, third], Ground(5)) == []


def test_clauses_of_a_lost_heading_are_a_row_of_their_own() -> None:
    members = clauses("5.1", "5.2", "6.1", "6.2")
    assert section_faults(members, Ground(5, frozenset({6}))) == []


def shape(chance: random.Random, parent: Path = (5,), depth: int = 2) -> list[Path]:
    """A right numbering of any shape."""
    found: list[Path] = []
    for last in range(1, chance.randint(2, 6)):
        path = (*parent, last)
        found.append(path)
        if depth < 4 and chance.random() < 0.3:
            found += shape(chance, path, depth + 1)
    return found


def kinds(paths: list[Path]) -> set[Kind]:
    return {kind for kind, _ in told(*(".".join(map(str, path)) for path in paths))}


@pytest.mark.parametrize("seed", range(150))
def test_one_change_to_a_right_numbering_gives_one_kind_of_fault(seed: int) -> None:
    chance = random.Random(seed)
    paths = shape(chance)
    assert kinds(paths) == set()

    def is_leaf(at: int) -> bool:
        return at + 1 == len(paths) or paths[at + 1][: len(paths[at])] != paths[at]

    def is_last(at: int) -> bool:
        return (*paths[at][:-1], paths[at][-1] + 1) not in paths

    at = chance.randrange(len(paths))
    assert kinds(paths[: at + 1] + paths[at:]) == {Kind.DUPLICATE}
    if is_leaf(at):
        assert kinds(paths[:at] + paths[at + 1 :]) == (set() if is_last(at) else {Kind.GAP})
    if at + 1 < len(paths):
        swapped = [*paths[:at], paths[at + 1], paths[at], *paths[at + 2 :]]
        assert kinds(swapped) == {Kind.DISORDER}
    foreign = [*paths[:at], (6, *paths[at][1:]), *paths[at + 1 :]]
    if is_leaf(at):
        assert kinds(foreign) == {Kind.FOREIGN}
