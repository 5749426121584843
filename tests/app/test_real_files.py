"""Files that nobody here wrote: each ends in a report, none in a fault, none at a great price."""

from datetime import date
from pathlib import Path

import pytest

from docctl.app.check import check
from docctl.app.drafts import find_drafts
from docctl.app.examine import Examination
from docctl.domain.finding import Status
from docctl.domain.words import Language
from tests.content import ROOT, rulebook

REAL = ROOT.parent / "shared" / "real"
pytestmark = [
    pytest.mark.skipif(not REAL.is_dir(), reason="../shared/real is not on this machine"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


def test_every_real_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    examination = Examination(rulebook=rulebook(), language=Language.RU, as_of=date(2026, 3, 1))
    run = check(find_drafts([str(REAL)]), examination)
    assert run.faults == ()
    for report in run.reports:
        if report.status is Status.UNREADABLE:
            (finding,) = report.findings
            assert finding.rule in ("DOC001", "DOC002", "DOC007"), report.path
            assert "секунд" not in finding.message, report.path
    checked = sum(report.status is Status.CHECKED for report in run.reports)
    assert checked > len(run.reports) / 2
