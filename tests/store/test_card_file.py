"""Cards and submissions as files: read as written, strictly, and a pleasure to look at."""

from datetime import date

import pytest
from hypothesis import given
from msgspec.structs import replace

from docctl.domain.registry.card import Card
from docctl.domain.registry.commands import Return
from docctl.domain.registry.documents import approve
from docctl.domain.registry.lifecycle import give_back
from docctl.domain.registry.submission import Submission
from docctl.errors import DamagedRecord, TransitionRefused
from docctl.store.card_file import read_card, write_card
from docctl.store.submission_file import read_submission, write_submission
from tests.domain.registry.values import (
    EMPTY,
    FILING,
    POLICY,
    approval,
    cards,
    signed,
    submissions,
    submitted,
    texts,
)

AT = "registry/158.yaml"
CARD = approve(EMPTY, signed(), approval(order="№ 12-н, 20.05.2026", operation="0" * 8), POLICY, FILING).card
TEXT = write_card(CARD).decode()


def damage(text: str | bytes) -> str:
    with pytest.raises(DamagedRecord) as error:
        read_card(text if isinstance(text, bytes) else text.encode(), AT)
    return str(error.value)


@given(cards)
def test_a_card_is_read_as_written(card: Card) -> None:
    assert read_card(write_card(card), AT) == card


@given(submissions)
def test_a_submission_is_read_as_written(submission: Submission) -> None:
    assert read_submission(write_submission(submission), AT) == submission


def test_a_card_is_pleasant_to_read() -> None:
    assert (
        TEXT
        == """\
number: "158"
kind: regulation
language: kk
title:
  kk: Сапа бөлімі туралы ереже
unit: Сапа бөлімі
editions:
  - edition: 1
    approved: 2026-05-20
    in_force_from: 2026-05-20
    approver:
      name: С. Оспанов
      position: Басқарма төрағасы
    order: "№ 12-н, 20.05.2026"
    signatures:
      - role: developed
        name: Қол Қоюшы developed
        position: маман
        date: 2026-05-10
      - role: agreed
        name: Қол Қоюшы agreed
        position: маман
        date: 2026-05-10
      - role: lawyer
        name: Қол Қоюшы lawyer
        position: маман
        date: 2026-05-10
    language: kk
    file: docs_store/158/1/document.docx
    sha256: f1
    submission: S-2026-0001
review_due: 2029-05-20
operation: "00000000"
"""
    )


@given(texts.filter(str.strip))
def test_a_changed_unit_changes_its_lines_only(unit: str) -> None:
    before, after = TEXT.split("unit: Сапа бөлімі\n")
    written = write_card(replace(CARD, unit=unit)).decode()
    assert written.startswith(before + "unit:")
    assert written.endswith("\n" + after)


def test_the_end_of_an_edition_is_one_line_more() -> None:
    ended = replace(CARD, editions=(replace(CARD.last, in_force_to=date(2026, 6, 1)),))
    line = "    in_force_from: 2026-05-20\n"
    assert write_card(ended).decode() == TEXT.replace(line, f"{line}    in_force_to: 2026-06-01\n")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("unit:", "unti:", ":6: “unti” is not known here; expected one of: number, kind"),
        ("    sha256: f1\n", "    sha: f1\n", ":30: “sha” is not known here"),
        ("unit: Сапа бөлімі\n", "", ":1: “unit” is missing."),
        ("edition: 1", "edition: one", ":8: “editions.1.edition”: expected int, found str."),
        ("approved: 2026-05-20", "approved: 2026-02-30", ":9: “editions.1.approved” is no date"),
        ("approved: 2026-05-20", "approved: 20.05.2026", ":9: “editions.1.approved” is no date"),
        ('number: "158"', "number: 158", ":1: “number”: expected str, found int."),
        ("language: kk\ntitle", "language: de\ntitle", ":3: “language” does not accept the value 'de'."),
        ("kind: regulation\n", "kind: regulation\nkind: memo\n", ":3: A key stands here twice"),
        ("unit: Сапа", "unit: [Сапа", ":7: Not valid YAML"),
        (
            TEXT[TEXT.index("editions:") : TEXT.index("review")],
            "editions: []\n",
            ":7: “editions” must not be empty.",
        ),
    ],
)
def test_damage_is_told_with_file_and_line(right: str, wrong: str, said: str) -> None:
    assert damage(TEXT.replace(right, wrong)).startswith(AT + said)


def test_a_merge_conflict_left_in_a_card_is_told() -> None:
    conflict = TEXT.replace("kind:", "<<<<<<< HEAD\nkind: memo\n=======\nkind:").replace(
        "language: kk\ntitle", ">>>>>>> x\ntitle"
    )
    assert damage(conflict).startswith(f"{AT}:")


def test_what_is_no_text_is_told() -> None:
    assert damage("number: Ереже".encode("cp1251")) == f"{AT}: Not UTF-8 text; save the file as UTF-8."
    assert damage(b"\x00\x01").startswith(f"{AT}: Not valid YAML")
    assert damage(b"") == f"{AT}:1: Expected “key: value” lines at the top level."


def test_editions_ascend() -> None:
    twice = replace(CARD, editions=(CARD.last, CARD.last))
    assert damage(write_card(twice)).startswith(f"{AT}:32: Edition 1 stands after edition 1")


def test_a_damaged_submission_is_told() -> None:
    text = write_submission(submitted()).decode()
    with pytest.raises(DamagedRecord, match=r"^s.yaml:\d+: “status” does not accept the value 'lost'"):
        read_submission(text.replace("status: submitted", "status: lost").encode(), "s.yaml")
    with pytest.raises(DamagedRecord, match=r"^s.yaml:8: “rounds.1.handed_in”: expected datetime"):
        read_submission(text.replace("09:00:00Z", "09:00:00").encode(), "s.yaml")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(TransitionRefused, match=r"holds '\\udcff', which is no character"):
        write_submission(give_back(submitted(), Return("a\udcff")))
