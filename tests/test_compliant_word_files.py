"""A compliant document gets no error and no warning, whatever way it was made in Word."""

from pathlib import Path

import pytest

from docctl.checking.sketch import read_sketch
from tests.content import THOROUGH, samples
from tests.kit.building import lay_out
from tests.kit.judging import report_of, said
from tests.kit.way import random_way, single_ways

SINGLE = dict(single_ways())
SEEDS = range(200 if THOROUGH else 20)
MADE = [
    pytest.param(name, label, id=f"{name}-{label}")
    for number, label in enumerate(SINGLE)
    for turn, name in enumerate(samples())
    if THOROUGH or (number + turn) % 6 == 0
]


@pytest.mark.parametrize(("name", "label"), MADE)
def test_each_way_by_itself(name: str, label: str, tmp_path: Path) -> None:
    report = report_of(lay_out(read_sketch(samples()[name]), SINGLE[label]), tmp_path)
    assert not said(report), "\n".join(said(report))
    assert (report.kind, report.language) == tuple(name.split("-"))


@pytest.mark.parametrize("seed", SEEDS)
def test_ways_combined(seed: int, tmp_path: Path) -> None:
    name = sorted(samples())[seed % len(samples())]
    report = report_of(lay_out(read_sketch(samples()[name]), random_way(seed)), tmp_path)
    assert not said(report), f"{name}: " + "\n".join(said(report))
