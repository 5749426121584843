"""The pure part of verification: any change of any transition is named where it is."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from docctl.store.chain import Link, next_link
from docctl.store.message import Message
from docctl.store.verification.chain import chain_problems, content_problems, time_problems
from docctl.store.verification.problems import Code, Problem, ordered
from docctl.store.verification.steps import FileChange, Step, fixed_folder, is_record, older_first
from docctl.store.verification.witness import witness_problems
from docctl.store.witness import Seen, Witness


@st.composite
def histories(draw: st.DrawFn) -> tuple[Step, ...]:
    """Transitions as docctl records them, merges among them."""
    steps: list[Step] = []
    links: dict[str, Link] = {}
    for at in range(draw(st.integers(1, 8))):
        count = draw(st.integers(1, min(2, at))) if at else 0
        parents = tuple(draw(st.permutations([step.commit for step in steps]))[:count])
        said = (("Docctl-Action", draw(st.sampled_from(["approve", "sign"]))), ("Document", str(at)))
        link = next_link([links[one] for one in parents], f"tree{at}", at, said)
        links[f"c{at}"] = link
        trailers = (*said, ("Sequence", str(link.sequence)), ("Chain", link.chain))
        steps.append(
            Step(
                commit=f"c{at}",
                parents=parents,
                tree=f"tree{at}",
                time=at,
                author="A <a@b>",
                message=Message("approve", trailers),
            )
        )
    return tuple(steps)


def named(problems: Sequence[Problem]) -> set[str]:
    return {problem.where for problem in problems}


@given(histories())
def test_what_docctl_records_is_whole(steps: tuple[Step, ...]) -> None:
    assert [*chain_problems(steps), *time_problems(steps)] == []


@given(histories(), st.data())
def test_a_changed_tree_time_or_trailer_is_named_there_alone(
    steps: tuple[Step, ...], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(steps) - 1))
    forged = data.draw(
        st.sampled_from(
            [
                replace(steps[at], tree="forged"),
                replace(steps[at], time=steps[at].time + 100),
                replace(steps[at], message=Message("x", (("Ground", "y"), *steps[at].message.trailers))),
            ]
        )
    )
    assert named([*chain_problems((*steps[:at], forged, *steps[at + 1 :]))]) == {steps[at].commit}


@given(histories(), st.data())
def test_a_transition_left_out_is_seen_in_those_that_followed_it(
    steps: tuple[Step, ...], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(steps) - 1))
    gone = steps[at]
    rest = [
        replace(step, parents=tuple(one for one in step.parents if one != gone.commit))
        for step in steps
        if step != gone
    ]
    assert named([*chain_problems(rest)]) == {step.commit for step in steps if gone.commit in step.parents}


def test_older_ones_come_first_and_a_long_history_is_no_recursion() -> None:
    parents = {str(at): (str(at - 1),) if at else () for at in range(5_000)}
    assert older_first(parents, "4999") == tuple(map(str, range(5_000)))
    diamond: dict[str, tuple[str, ...]] = {"a": (), "b": ("a",), "c": ("a",), "d": ("b", "c", "gone")}
    ordered_steps = older_first(diamond, "d")
    assert ordered_steps[0] == "a"
    assert ordered_steps[-1] == "d"
    assert len(ordered_steps) == 4


def test_a_clock_that_went_back_is_named() -> None:
    first = Step(commit="a", parents=(), tree="t", time=9, author="A <a@b>", message=Message("x", ()))
    second = replace(
        first, commit="b", parents=("a",), time=8, message=Message("x", (("Docctl-Action", "sign"),))
    )
    assert [problem.code for problem in time_problems((first, second))] == [Code.TIME_BACKWARDS]


def change(path: str, before: str = "", after: str = "1") -> FileChange:
    return FileChange(path, before, after, "100644")


def test_folders_of_editions_and_rounds_are_fixed() -> None:
    assert fixed_folder("docs_store/158/2/document.docx") == "docs_store/158/2"
    assert (
        fixed_folder("docs_store/submissions/S-2026-0001/2/text.md") == "docs_store/submissions/S-2026-0001/2"
    )
    assert fixed_folder("docs_store/README.md") == fixed_folder("registry/158.yaml") == ""
    recorded = Message("x", (("Docctl-Action", "approve"),))
    step = Step(
        commit="a",
        parents=(),
        tree="t",
        time=1,
        author="A <a@b>",
        message=recorded,
        changes=((change("docs_store/158/2/document.docx"),),),
    )
    more = replace(step, commit="b", changes=((change("docs_store/158/2/signed.pdf"),),))
    assert [problem.code for problem in content_problems((step, more))] == [Code.EDITION_CHANGED]
    known = content_problems((step,), ["docs_store/158/2"])
    assert [problem.code for problem in known] == [Code.EDITION_CHANGED]


def test_what_only_docctl_may_change() -> None:
    assert is_record("registry/158.yaml")
    assert is_record("docs_store/anything")
    assert not any(
        map(is_record, ["docctl.toml", "rules/x.yaml", "registry/README.md", "registry/roles.yaml"])
    )


def test_the_witness_tells_a_cut_from_a_rewriting() -> None:
    witness = Witness(Seen("new", 5, "x"), (Seen("lost", 3, "y"), Seen("aside", 4, "z")))
    found = witness_problems(witness, "head", {"head"}, {"aside"}, lambda one, _: one == "new")
    assert [problem.code for problem in found] == [Code.HISTORY_CUT, Code.HISTORY_REWRITTEN]
    assert not list(witness_problems(Witness(Seen("head", 1, "x")), "head", {"head"}, (), lambda *_: False))


def test_problems_stand_once_and_damage_before_notes() -> None:
    note, damage = Problem(code=Code.NO_WITNESS, where="x"), Problem(code=Code.TWINS, where="y")
    assert ordered([note, damage, note]) == (damage, note)
