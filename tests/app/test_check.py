"""The use case: every draft is reported, in order, whatever it or a rule does."""

import faulthandler
import os
import signal
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from docctl.app.check import check
from docctl.app.examine import Examination
from docctl.checking.check import CHECKS, Check, NoParams, Outcome, Subject, always
from docctl.domain.finding import DocumentReport, Severity, Status
from docctl.domain.words import Language, Words
from docctl.errors import UsageError
from tests.content import rulebook, samples
from tests.kit.building import build
from tests.kit.way import Way

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
EXAMINATION = Examination(rulebook=rulebook(), language=Language.EN, as_of=date(2026, 3, 1))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(scope="module")
def compliant() -> bytes:
    return build(samples()["regulation-en"], Way())


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where log files go."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "docctl"


def written(folder: Path, **files: bytes) -> list[Path]:
    """Files by name, `_docx` standing for the ending."""
    paths = [folder / name.replace("_", ".") for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    return paths


def summary(report: DocumentReport) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity.value) for finding in report.findings]


def test_a_report_says_what_the_document_is(tmp_path: Path, compliant: bytes) -> None:
    (path,) = written(tmp_path, a_docx=compliant)
    (report,) = check([path], EXAMINATION).reports
    assert (report.status, report.kind, report.language) == (Status.CHECKED, "regulation", Language.EN)
    assert report.sha256 == sha256(compliant).hexdigest()
    assert report.path == str(path)
    assert report.number is not None
    assert report.edition is not None
    assert report.title is not None
    assert summary(report) == []


@pytest.mark.parametrize(
    ("name", "data", "rule", "reason"),
    [
        ("a.docx", b"", "DOC001", "empty"),
        ("a.docx", b"PK\x03\x04 and then nothing", "DOC001", "damaged"),
        ("a.docx", b"%PDF-1.7", "DOC001", "PDF"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "DOC001", "password"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "DOC002", "Office"),
        ("a.pdf", b"%PDF-1.7", "DOC001", "damaged"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, rule: str, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    run = check([path], EXAMINATION)
    (report,) = run.reports
    assert report.status is Status.UNREADABLE
    assert summary(report) == [(rule, "error")]
    assert reason in report.findings[0].message
    assert report.sha256 == sha256(data).hexdigest()
    assert run.has(Severity.ERROR)
    assert run.faults == ()


def test_a_file_that_the_system_does_not_give(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.symlink_to(path)
    (report,) = check([path], EXAMINATION).reports
    assert summary(report) == [("DOC001", "error")]
    assert "symbolic links" in report.findings[0].message


def test_the_reason_is_said_even_when_the_rule_is_off(tmp_path: Path) -> None:
    without = replace(rulebook(), rules=tuple(rule for rule in rulebook().rules if rule.group != "DOC"))
    paths = written(tmp_path, a_docx=b"")
    (report,) = check(paths, replace(EXAMINATION, rulebook=without)).reports
    assert summary(report) == [("DOC001", "error")]
    assert report.findings[0].message == "the file is empty"


@pytest.mark.parametrize("language", list(Language))
def test_the_reason_speaks_the_language(tmp_path: Path, language: Language) -> None:
    paths = written(tmp_path, a_docx=b"")
    (report,) = check(paths, replace(EXAMINATION, language=language)).reports
    reason = {"kk": "файл бос", "ru": "файл пуст", "en": "the file is empty"}[language]
    assert reason in report.findings[0].message


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the forms describe: job_description, regulation"):
        check([tmp_path], replace(EXAMINATION, kind="poem"))


def test_many_drafts_come_in_the_order_of_their_paths(tmp_path: Path, compliant: bytes) -> None:
    files = {f"n{at}_docx": (b"" if at % 3 else compliant) for at in range(9)}
    paths = written(tmp_path, **files)
    seen: list[tuple[int, int]] = []
    run = check(paths, EXAMINATION, 3, lambda done, total: seen.append((done, total)))
    assert [report.path for report in run.reports] == [str(path) for path in paths]
    assert list(run.reports) == [check([path], EXAMINATION).reports[0] for path in paths]
    assert seen == [(done, 9) for done in range(10)]


def deadly(subject: Subject, _: NoParams) -> Iterator[Outcome]:
    """A check that kills its process on one draft."""
    if subject.draft.name == "deadly.docx":
        faulthandler.disable()
        os.kill(os.getpid(), signal.SIGSEGV)
    yield from ()


def buggy(subject: Subject, _: NoParams) -> Iterator[Outcome]:
    """A check that fails on one draft."""
    if subject.draft.name == "buggy.docx":
        raise ZeroDivisionError("deep inside")
    yield from ()


def greedy(subject: Subject, _: NoParams) -> Iterator[Outcome]:
    """A check that exhausts what the machine has."""
    raise MemoryError if subject.draft.name == "memory.docx" else RecursionError
    yield


@pytest.fixture
def with_check(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Examination:
    """An examination by a rule whose check is the function that the test names."""
    words = Words("x", "x", "x")
    monkeypatch.setitem(CHECKS, "under_test", Check("under_test", NoParams, request.param, always))
    rule = replace(
        rulebook().rules[0],
        code="TST001",
        check="under_test",
        params=NoParams(),
        message=words,
        hint=words,
        applies_to=(),
    )
    return replace(EXAMINATION, rulebook=replace(rulebook(), rules=(*rulebook().rules, rule)))


@pytest.mark.parametrize("with_check", [deadly], indirect=True)
def test_the_death_of_a_process_costs_one_draft(
    tmp_path: Path, compliant: bytes, with_check: Examination
) -> None:
    paths = written(tmp_path, a_docx=compliant, deadly_docx=compliant, z_docx=compliant)
    run = check(paths, with_check, 2)
    assert [summary(report) for report in run.reports] == [[], [("DOC001", "error")], []]
    assert "died" in run.reports[1].findings[0].message


@pytest.mark.parametrize("with_check", [buggy], indirect=True)
@pytest.mark.parametrize("others", [0, 2])
def test_a_fault_costs_one_draft_and_leaves_a_log(
    tmp_path: Path, compliant: bytes, with_check: Examination, own_state: Path, others: int
) -> None:
    files = {"buggy_docx": compliant, **{f"z{at}_docx": compliant for at in range(others)}}
    run = check(written(tmp_path, **files), with_check, 2)
    assert [summary(report) for report in run.reports] == [[("DOC001", "error")], *[[]] * others]
    (log,) = own_state.iterdir()
    assert [fault.log for fault in run.faults] == [str(log)]
    assert str(log) in run.reports[0].findings[0].message
    assert "ZeroDivisionError: deep inside" in log.read_text("utf-8")


@pytest.mark.parametrize("with_check", [greedy], indirect=True)
@pytest.mark.parametrize("name", ["memory_docx", "recursion_docx"])
def test_a_draft_that_exhausts_the_machine_cannot_be_read(
    tmp_path: Path, compliant: bytes, with_check: Examination, name: str
) -> None:
    run = check(written(tmp_path, **{name: compliant}), with_check)
    assert [summary(report) for report in run.reports] == [[("DOC001", "error")]]
    assert run.faults == ()
