"""The result of verification, for people and for programs."""

import json

import pytest

from docctl.reporting.verify import SHOWN, as_json, render
from docctl.reporting.verify_texts import TEXTS
from docctl.store.verification.problems import NOTES, Code, Problem, Verified, ordered


def verified(*problems: Problem) -> Verified:
    return Verified(
        head="a" * 40,
        transitions=4,
        documents=2,
        editions=3,
        submissions=1,
        files=9,
        problems=ordered(problems),
    )


@pytest.mark.parametrize("code", Code)
def test_every_problem_says_what_it_means_and_the_way_out(code: Code) -> None:
    text = render(verified(Problem(code=code, where="place")), str)
    joined = " ".join(text.split())
    assert code.value in text
    assert TEXTS[code].meaning in joined
    assert f"→ {TEXTS[code].recovery}" in joined
    assert ("Everything is as it was recorded." in text) is (code in NOTES)


def test_a_clean_result_is_two_lines() -> None:
    assert render(verified(), str).splitlines() == [
        "Verified at aaaaaaaaaaaa: 4 transitions, 2 documents, 3 editions, 1 submissions, 9 files.",
        "Everything is as it was recorded.",
    ]


def test_many_places_of_one_kind_are_counted() -> None:
    problems = [Problem(code=Code.FILE_FOREIGN, where=f"docs_store/{at:03}") for at in range(SHOWN + 5)]
    text = render(verified(*problems), str)
    assert "and 5 more" in text
    assert text.count(TEXTS[Code.FILE_FOREIGN].recovery.split(".")[0]) == 1
    assert f"Problems: {SHOWN + 5}." in text
    assert len(json.loads(as_json(verified(*problems), str))["problems"]) == SHOWN + 5


def test_found_and_expected_stand_beside_the_place() -> None:
    moved = Problem(code=Code.TAG_MOVED, where="edition/1/1", found="a", expected="b")
    missing = Problem(code=Code.TAG_MISSING, where="edition/1/1", expected="b")
    assert "edition/1/1: a; expected: b" in render(verified(moved), str)
    assert "edition/1/1: b" in render(verified(missing), str)


def test_a_name_that_is_no_text_or_commands_the_terminal_does_no_harm() -> None:
    problem = Problem(code=Code.WORK_TREE_FOREIGN, where="registry/\udcff\x1b[2J.yaml")
    shown = render(verified(problem), str)
    assert "\x1b" not in shown
    shown.encode()
    assert json.loads(as_json(verified(problem), str))["problems"][0]["where"].startswith("registry/\ufffd")


def test_json_of_the_result() -> None:
    result = json.loads(as_json(verified(Problem(code=Code.SET_ASIDE, where="refs/x", found="c")), str.upper))
    assert (result["schema"], result["clean"], result["transitions"]) == ("docctl/verify/1", True, 4)
    (problem,) = result["problems"]
    assert (problem["code"], problem["severity"], problem["found"]) == ("set-aside", "note", "c")
    assert problem["recovery"] == TEXTS[Code.SET_ASIDE].recovery.upper()
