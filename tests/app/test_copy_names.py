"""Where annotated copies go."""

from pathlib import Path

import pytest

from docctl.app.copy_names import plan_copies, without_copies
from docctl.errors import UsageError


def names(*drafts: str) -> list[str]:
    return [str(copy) for copy in plan_copies([Path(draft) for draft in drafts], Path("out")).values()]


def test_the_usual_name() -> None:
    assert names("draft.docx") == ["out/draft.reviewed.docx"]


def test_drafts_of_one_name_do_not_collide() -> None:
    assert names("a/d.docx", "b/d.docx", "c/D.DOCX") == [
        "out/d.reviewed.docx",
        "out/d.2.reviewed.docx",
        "out/D.3.reviewed.DOCX",
    ]


def test_a_copy_never_goes_over_a_draft() -> None:
    assert names("out/d.reviewed.docx", "d.docx") == [
        "out/d.reviewed.reviewed.docx",
        "out/d.2.reviewed.docx",
    ]


def test_files_that_word_opens_under_no_other_ending() -> None:
    assert names("d.docm", "d.dotx", "d") == [
        "out/d.reviewed.docm",
        "out/d.reviewed.dotx",
        "out/d.reviewed.docx",
    ]


def test_the_longest_names_are_cut_by_whole_letters() -> None:
    (name,) = (Path(name).name for name in names("қ" * 125 + ".docx"))
    assert len(name.encode()) <= 255
    assert name == "қ" * 120 + ".reviewed.docx"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_bytes(b"")
    with pytest.raises(UsageError):
        plan_copies([tmp_path / "d.docx"], file)


def test_copies_of_earlier_runs_are_no_drafts() -> None:
    drafts = [Path("d.docx"), Path("out/d.reviewed.docx"), Path("out/e.docx"), Path("in/d.reviewed.docx")]
    assert without_copies(drafts, ["."], Path("out")) == (drafts[0], drafts[2], drafts[3])
    assert without_copies(drafts, ["out/d.reviewed.docx"], Path("out")) == tuple(drafts)
