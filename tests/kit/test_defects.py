"""Every defect of a file is found by the rule that watches for it, whatever way the file is made in."""

from pathlib import Path

import pytest

from docctl.checking.cases import WordCase
from docctl.domain.finding import Severity
from tests.kit.defects import FILE_DEFECTS, SKETCH_DEFECTS
from tests.kit.judging import report_of, said, way_of, word_file
from tests.kit.way import WORD_DEFAULT

FOUND_BY = {
    "letter_instead": {"DOC008"},
    "letter_without_page_numbers": {"DOC008", "PAGE004"},
    "heading_by_hand": {"FMT011"},
    "uneven_indent": {"FMT005"},
    "language_unset": {"DOC010"},
    "macros": {"DOC003"},
    "embedded_object": {"DOC003"},
    "external_template": {"DOC003"},
    "dde_field": {"DOC003"},
    "external_picture": {"DOC003"},
    "control": {"DOC003"},
    "external_part": {"DOC003"},
    "tracked_insertion": {"DOC004"},
    "tracked_deletion": {"DOC004"},
    "tracked_format": {"DOC004"},
    "tracked_paragraph_mark": {"DOC004"},
    "comment_left": {"DOC005"},
    "hidden_run": {"DOC006"},
    "placeholder": {"TXT004"},
    "mirror_margins": {"PAGE005"},
    "empty_page": {"PAGE006"},
    "contents_dirty": {"TOC008"},
    "last_number_typed": {"NUM006"},
    "damaged_file": {"DOC001"},
    "damaged_xml": {"DOC001"},
    "encrypted": {"DOC001"},
    "other_ending": {"DOC001"},
    "open_document": {"DOC002"},
    "scanned": {"DOC007"},
}
INFOS = {"heading_by_hand", "last_number_typed", "uneven_indent", "language_unset"}


@pytest.mark.parametrize("defect", [*SKETCH_DEFECTS, *FILE_DEFECTS])
def test_the_rule_finds_it_and_nothing_else(defect: str, tmp_path: Path) -> None:
    case = WordCase(base="regulation-kk", edit=defect)
    for way in (WORD_DEFAULT, way_of(defect)):
        report = report_of(word_file(case, defect, way), tmp_path)
        grave = {finding.rule for finding in report.findings if finding.severity is not Severity.INFO}
        assert FOUND_BY[defect] <= {finding.rule for finding in report.findings}
        assert grave == (set() if defect in INFOS else FOUND_BY[defect]), said(report)
