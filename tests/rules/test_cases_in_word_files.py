"""What a case finds in a sketch is found in the Word file made of it."""

from pathlib import Path

import pytest

from docctl.checking.cases import Case, edited
from docctl.checking.sketch import read_sketch
from docctl.domain.draft import Draft
from docctl.domain.finding import Severity
from tests.content import case_files, portion, samples
from tests.kit.building import lay_out
from tests.kit.judging import pinned, report_of, said, way_of

PINNED = {"contents": "field", "body_size": 14.0}
"""Defects that another way would hide."""


def laid_out(case: Case) -> Draft | None:
    """The draft of a case that a layout can show whole; None for the others."""
    if case.base is None or case.kind is not None or case.handed_in_for is not None or case.sha256:
        return None
    draft = read_sketch(edited(samples()[case.base], case, case.name), "draft.docx")
    beyond_layout = draft.active or draft.comments or draft.revisions or draft.pages or draft.format != "docx"
    return None if beyond_layout else draft


WHOLE = [
    pytest.param(code, case, id=f"{code}-{case.name.replace(' ', '_')}")
    for code, file in case_files().items()
    for case in file.cases
    if laid_out(case)
]


@pytest.mark.parametrize(("code", "case"), portion(WHOLE, 5))
def test_the_same_is_found(code: str, case: Case, tmp_path: Path) -> None:
    draft = laid_out(case)
    assert draft is not None
    file = lay_out(draft, pinned(way_of(code + case.name), PINNED))
    report = report_of(
        file, tmp_path, stage=case.stage, as_of=case.as_of, office=case.office, registry=case.registry
    )
    expected = {item.rule or code for item in case.expect}
    assert expected <= {finding.rule for finding in report.findings}
    assert {f.rule for f in report.findings if f.severity is not Severity.INFO} <= expected, said(report)
