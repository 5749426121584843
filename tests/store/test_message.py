"""Messages of commits and the chain over them."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from docctl.store import message as words
from docctl.store.chain import Link, next_link
from docctl.store.change import Change
from docctl.store.message import folded, read_message, trailers_of, write_message
from tests.kit.registries import ACTOR, card, registration, submission, together

lines = st.text(st.characters(codec="utf-8"), max_size=12)
values = st.one_of(
    lines, st.sampled_from(["\n\nDocument: 9", "a\r\nActor: B <b@c>", "x\u2028Chain: 0", "\x85Tag: t"])
)
trailers = st.lists(st.tuples(lines, lines), max_size=4).map(tuple)
links = st.lists(st.builds(Link, st.integers(1, 99), lines), max_size=3)


@given(values.filter(folded), values, values, values, st.none() | st.integers(1, 99))
def test_what_is_written_is_read(
    action: str, document: str, submitted: str, ground: str, edition: int | None
) -> None:
    change = Change(
        action=action,
        actor=ACTOR,
        operation="0" * 64,
        document=document,
        submission=submitted,
        ground=ground,
        edition=edition,
    )
    said = trailers_of(change, ("edition/1/1",))
    read = read_message(write_message(change, said))
    assert read.trailers == said
    assert read.all(words.ACTOR) == (ACTOR,)
    assert read.all(words.TAG) == ("edition/1/1",)
    assert read.first(words.GROUND) == folded(ground)
    assert read.first(words.CHAIN) == ""


def test_every_document_and_draft_is_told() -> None:
    many = trailers_of(together([registration("1"), registration("2")]), ())
    assert [value for key, value in many if key == words.DOCUMENT] == ["1", "2"]
    both = replace(submission(7), document="3", cards=(card("3"),))
    assert [pair for pair in trailers_of(both, ()) if pair[0] in (words.DOCUMENT, words.SUBMISSION)] == [
        ("Document", "3"),
        ("Submission", "S-2026-0007"),
    ]


def test_the_first_line_is_for_people() -> None:
    assert read_message(write_message(registration("158", 2), ())).subject == "register 158 edition 2"
    assert read_message(write_message(together([registration("1"), registration("2")]), ())).subject == (
        "register 2 documents"
    )
    assert read_message(write_message(submission(7), ())).subject == "submit S-2026-0007"


def test_other_messages_have_no_trailers() -> None:
    for text in (
        "",
        "fix\n",
        "fix: it\n",
        "fix\n\nTwo lines,\nno trailers.\n",
        "Merge branch 'x'\n\nA: b\nand text\n",
    ):
        assert read_message(text).trailers == ()


@given(links, lines, st.integers(0, 2**40), trailers)
def test_a_link_is_told_by_everything_before_and_in_it(
    parents: list[Link], tree: str, recorded: int, said: tuple[tuple[str, str], ...]
) -> None:
    link = next_link(parents, tree, recorded, said)
    assert link.sequence == 1 + max((parent.sequence for parent in parents), default=0)
    others = [
        next_link([*parents, Link(1, "")], tree, recorded, said),
        next_link(parents, tree + "0", recorded, said),
        next_link(parents, tree, recorded + 1, said),
        next_link(parents, tree, recorded, (*said, ("Ground", ""))),
    ]
    if parents:
        others.append(next_link([Link(parents[0].sequence, "other"), *parents[1:]], tree, recorded, said))
    assert link.chain not in {other.chain for other in others}
    assert link == next_link(parents, tree, recorded, (*said, (words.CHAIN, "x"), (words.SEQUENCE, "7")))
