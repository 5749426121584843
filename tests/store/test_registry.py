"""The registry: what it knows and knew, how it came about, what is recorded of a transition."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from docctl.domain.registry.submission import SubmissionStatus
from docctl.errors import DamagedRecord, TransitionRefused, UsageError
from docctl.store.change import NewFile, operation_id
from docctl.store.creating import create_repository
from docctl.store.private import private_path
from docctl.store.registry import Registry, open_registry
from tests.kit.registries import (
    ACTOR,
    BEGIN,
    STARTER,
    card,
    document,
    record_all,
    registration,
    submission,
    together,
    workspace,
)
from tests.store.soundness import git, sound

CACHES = ("records", "ledger")


@pytest.fixture
def registry(quick_path: Path) -> Registry:
    """Two documents, one with a second edition, and a draft that was accepted."""
    registry = workspace(quick_path / "w", ["10", "2"])
    changes = [submission(1), registration("2", 2), submission(1, SubmissionStatus.ACCEPTED)]
    with registry.writing() as writing:
        record_all(writing, changes)
    return registry


def test_what_it_knows(registry: Registry) -> None:
    snapshot = registry.now()
    assert [one.number for one in snapshot.cards()] == ["2", "10"]
    assert snapshot.card("2") == replace(card("2", 2), operation=registration("2", 2).operation)
    assert snapshot.card("3") is None
    accepted = submission(1, SubmissionStatus.ACCEPTED)
    assert snapshot.submissions() == (replace(accepted.submissions[0], operation=accepted.operation),)
    assert snapshot.submission("S-2026-0001") == snapshot.submissions()[0]
    assert snapshot.submission("S-2026-0002") is None
    assert snapshot.read("docs_store/2/2/document.docx") == document("2@2")
    with pytest.raises(DamagedRecord, match="not in the registry"):
        snapshot.read("docs_store/2/3/document.docx")


def test_a_writer_sees_the_same(registry: Registry) -> None:
    now = registry.now()
    with registry.writing() as writing:
        live = writing.snapshot
        assert (live.commit, live.cards(), live.submissions()) == (now.commit, now.cards(), now.submissions())
        assert [live.card(number) for number in ("2", "3")] == [now.card("2"), None]
        assert live.submission("S-2026-0001") == now.submission("S-2026-0001")
        assert live.read("docctl.toml") == STARTER[0].content
        writing.record(registration("3"))
        assert writing.snapshot.card("3") is not None


def test_what_it_knew(registry: Registry) -> None:
    def numbers(minutes: float) -> list[tuple[str, int]]:
        snapshot = registry.known_at(BEGIN + timedelta(minutes=minutes))
        return [(one.number, one.last.edition) for one in snapshot.cards()]

    assert numbers(-0.1) == []
    assert registry.known_at(BEGIN - timedelta(seconds=1)).commit == ""
    assert numbers(0) == numbers(1.9) == [("2", 1), ("10", 1)]
    assert numbers(2) == numbers(100) == [("2", 2), ("10", 1)]
    assert registry.known_at(BEGIN + timedelta(minutes=1)).submissions()[0].status == "submitted"


def test_its_history(registry: Registry) -> None:
    ledger = registry.ledger()
    assert [one.action for one in ledger] == ["init", "register", "submit", "register", "accept"]
    assert [one.sequence for one in ledger] == [1, 2, 3, 4, 5]
    assert [one.document for one in registry.history("2")] == ["10", "2"]
    assert registry.history("2")[0].documents == ("10", "2")
    assert [one.action for one in registry.history("S-2026-0001")] == ["submit", "accept"]
    assert registry.history("99") == ()
    assert {one.actor for one in ledger} == {ACTOR}


def test_the_history_of_a_document_tells_of_its_draft(registry: Registry) -> None:
    approval = replace(registration("3"), action="approve", submission="S-2026-0001")
    with registry.writing() as writing:
        writing.record(approval)
    assert [one.action for one in registry.history("3")] == ["submit", "accept", "approve"]
    assert [one.action for one in registry.history("S-2026-0001")] == ["submit", "accept", "approve"]


def test_what_changed(registry: Registry) -> None:
    commits = [one.commit for one in registry.ledger()]
    now = registry.now()
    assert registry.changed_documents(commits[0], now) == frozenset({"2", "10"})
    assert registry.changed_documents(commits[2], now) == frozenset({"2"})
    assert registry.changed_documents(commits[3], now) == frozenset()
    assert registry.changed_documents("0" * 40, now) is None
    assert registry.changed_documents("nonsense", now) is None


@pytest.mark.parametrize("harm", ["gone", "cut", "flipped", "other version", "not a file"])
def test_caches_are_never_believed(registry: Registry, harm: str) -> None:
    expected = (registry.now().cards(), registry.now().submissions(), registry.ledger())
    for name in CACHES:
        path = private_path(registry.root, name)
        content = path.read_bytes()
        path.unlink()
        if harm == "cut":
            path.write_bytes(content[: len(content) * 2 // 3])
        elif harm == "flipped":
            path.write_bytes(content[:-40] + bytes([content[-40] ^ 1]) + content[-39:])
        elif harm == "other version":
            path.write_bytes(content.replace(b"docctl cache ", b"docctl cache 9", 1))
        elif harm == "not a file":
            path.mkdir()
    assert (registry.now().cards(), registry.now().submissions(), registry.ledger()) == expected
    assert sound(registry.root) == 6


def test_a_cache_that_is_behind_catches_up(registry: Registry) -> None:
    registry.now().cards(), registry.ledger()
    kept = {name: private_path(registry.root, name).read_bytes() for name in CACHES}
    with registry.writing() as writing:
        writing.record(registration("10", 2))
        writing.record(submission(2))
    expected = (registry.now().cards(), registry.now().submissions(), registry.ledger())
    for name in CACHES:
        private_path(registry.root, name).write_bytes(kept[name])
    assert (registry.now().cards(), registry.now().submissions(), registry.ledger()) == expected


def test_the_past_leaves_the_cache_of_today_alone(registry: Registry) -> None:
    registry.now().cards()
    kept = private_path(registry.root, "records").read_bytes()
    registry.known_at(BEGIN).cards()
    assert private_path(registry.root, "records").read_bytes() == kept


def test_many_additions_are_gathered(quick_path: Path) -> None:
    registry = workspace(quick_path / "w")
    registry.now().cards(), registry.ledger()
    with registry.writing() as writing:
        for at in range(210):
            writing.record(submission(1, SubmissionStatus.ACCEPTED, title=f"Title {at}"))
    sizes = [private_path(registry.root, "records").stat().st_size]
    assert registry.now().submissions()[0].title == "Title 209"
    assert len(registry.ledger()) == 211
    sizes.append(private_path(registry.root, "records").stat().st_size)
    assert sizes[1] < sizes[0] / 50


def test_a_commit_reads_well(registry: Registry) -> None:
    with registry.writing() as writing:
        writing.record(replace(registration("7"), ground="Order 5\n\nDocument: 8\r\nActor: Somebody <s@x>"))
    assert git(registry.root, "log", "-1", "--format=%an <%ae>|%cn|%s").strip() == (
        f"{ACTOR}|Clerk of the Office|register 7 edition 1"
    )
    trailers = git(registry.root, "log", "-1", "--format=%(trailers:only,unfold)").split("\n")
    assert [line for line in trailers if line.startswith(("Document", "Actor"))] == [
        "Document: 7",
        f"Actor: {ACTOR}",
    ]
    assert "Ground: Order 5 Document: 8 Actor: Somebody <s@x>" in trailers
    assert registry.history("8") == ()
    assert registry.history("7")[0].actor == ACTOR


def test_a_tag_an_edition(registry: Registry) -> None:
    with registry.writing() as writing:
        recorded = writing.record(together([registration("12/3-н"), registration("ДН-07")]))
    assert git(registry.root, "tag", "--points-at", recorded.commit).split() == [
        "edition/12%2F3-н/1",
        "edition/ДН-07/1",
    ]
    assert git(registry.root, "cat-file", "-t", "edition/ДН-07/1").strip() == "tag"


def test_time_never_goes_backwards(registry: Registry) -> None:
    last = registry.ledger()[-1].recorded
    with registry.writing() as writing:
        recorded = writing.record(registration("5"), lambda: BEGIN - timedelta(days=400))
    assert recorded.recorded == last
    assert registry.known_at(last).commit == recorded.commit
    assert sound(registry.root) == 7


@pytest.mark.parametrize(
    "actor", ["", "Nobody", "<a@b>", "A <a@b> C", "A\nB <a@b>", "A <a b>", "A \udcff <a@b>"]
)
def test_an_actor_has_a_name_and_an_address(registry: Registry, actor: str) -> None:
    head = registry.now().commit
    with registry.writing() as writing, pytest.raises(UsageError, match="Name <mail>"):
        writing.record(replace(registration("5"), actor=actor))
    assert registry.now().commit == head
    assert sound(registry.root) == 6


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/x",
        "../x",
        "a/../../x",
        ".git/config",
        ".GIT/x",
        "a//b",
        "a/",
        "a\nb",
        "docs_store/" + "й" * 128,
    ],
)
def test_paths_stay_inside_the_workspace(registry: Registry, path: str) -> None:
    head = registry.now().commit
    with registry.writing() as writing, pytest.raises(TransitionRefused):
        writing.record(replace(registration("5"), files=(NewFile(path, b"x"),)))
    assert registry.now().commit == head
    assert sound(registry.root) == 6


def test_what_is_stored_never_changes(registry: Registry) -> None:
    path = "docs_store/2/1/document.docx"
    with registry.writing() as writing, pytest.raises(TransitionRefused, match="never changes"):
        writing.record(replace(registration("2", 3), files=(NewFile(path, b"other"),)))
    with registry.writing() as writing, pytest.raises(TransitionRefused, match="never changes"):
        writing.record(replace(registration("2", 3), files=(NewFile("docs_store/2/1/late.pdf", b"x"),)))
    assert sound(registry.root) == 6


def test_a_repository_is_made_once(quick_path: Path) -> None:
    root = quick_path / "new" / "place"
    first = create_repository(root, STARTER, ACTOR, lambda: BEGIN)
    assert (first.sequence, first.action, first.recorded) == (1, "init", BEGIN)
    assert (root / "docctl.toml").read_bytes() == STARTER[0].content
    assert git(root, "status", "--porcelain") == ""
    assert (root / ".git/docctl").stat().st_mode & 0o777 == 0o700
    with pytest.raises(Exception, match="history already"):
        create_repository(root, STARTER, ACTOR)
    assert open_registry(root).now().commit == first.commit


names = st.text(st.characters(codec="utf-8"), max_size=8)


@settings(max_examples=60)
@given(names, names, st.dictionaries(names, names, max_size=3), st.lists(names, max_size=2))
def test_an_operation_is_told_by_all_of_it(
    action: str, subject: str, parameters: dict[str, object], hashes: list[str]
) -> None:
    one = operation_id(action, subject, ACTOR, parameters, hashes)
    assert one == operation_id(action, subject, ACTOR, dict(reversed(parameters.items())), hashes)
    others = [
        operation_id(action + "x", subject, ACTOR, parameters, hashes),
        operation_id(action, subject + "x", ACTOR, parameters, hashes),
        operation_id(action, subject, ACTOR + "x", parameters, hashes),
        operation_id(action, subject, ACTOR, {**parameters, "new name": ""}, hashes),
        operation_id(action, subject, ACTOR, parameters, [*hashes, ""]),
    ]
    assert len({one, *others}) == 6
