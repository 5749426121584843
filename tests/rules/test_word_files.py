"""Every rule has a Word file that breaks it and nothing else, however it is made."""

from pathlib import Path

import pytest

from docctl.checking.cases import WordCase
from docctl.domain.finding import Severity
from tests.content import case_files
from tests.kit.judging import report_of, said, way_of, word_file
from tests.kit.way import WORD_DEFAULT, Way

FILES = {code: file.word for code, file in case_files().items() if file.word}
MADE = [
    pytest.param(code, word, way, id=f"{code}-{label}")
    for code, word in FILES.items()
    for label, way in (("default", WORD_DEFAULT), ("drawn", way_of(code)))
]


@pytest.mark.parametrize(("code", "word", "way"), MADE)
def test_the_file_breaks_this_rule_only(code: str, word: WordCase, way: Way, tmp_path: Path) -> None:
    file = word_file(word, code, way)
    report = report_of(
        file, tmp_path, stage=word.stage, as_of=word.as_of, office=word.office, registry=word.registry
    )
    found = {finding.rule for finding in report.findings}
    grave = {finding.rule for finding in report.findings if finding.severity is not Severity.INFO}
    assert {code, *word.also} <= found
    assert grave <= {code, *word.also}, "\n".join(said(report))
