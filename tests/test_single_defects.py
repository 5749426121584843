"""A single defect in a compliant document is found by its rule and by no other, however the file is made."""

from pathlib import Path

import pytest

from docctl.checking.sketch import read_sketch
from docctl.domain.finding import Severity
from tests.content import THOROUGH, samples
from tests.kit.building import lay_out
from tests.kit.judging import report_of, said, way_of
from tests.kit.mutations import MUTATIONS, Mutation

BROKEN = [
    pytest.param(mutation, name, id=f"{mutation.rule}-{mutation.name}-{name}")
    for number, mutation in enumerate(MUTATIONS)
    for turn, (name, text) in enumerate(samples().items())
    if mutation.change(text) != text and (THOROUGH or (number + turn) % 6 == 0)
]


@pytest.mark.parametrize(("mutation", "name"), BROKEN)
def test_it_is_found_and_nothing_else(mutation: Mutation, name: str, tmp_path: Path) -> None:
    draft = read_sketch(mutation.change(samples()[name]))
    report = report_of(lay_out(draft, way_of(mutation.name + name)), tmp_path)
    grave = {finding.rule for finding in report.findings if finding.severity is not Severity.INFO}
    assert grave == {mutation.rule}, "\n".join(said(report))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=[mutation.name for mutation in MUTATIONS])
def test_every_defect_befalls_some_sample(mutation: Mutation) -> None:
    assert any(mutation.change(text) != text for text in samples().values())
