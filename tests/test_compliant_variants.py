"""A compliant document may be worded in many ways; none of them is found fault with."""

import random
from pathlib import Path

import pytest

from docctl.checking.sketch import read_sketch
from tests.content import THOROUGH, portion, samples
from tests.kit.building import lay_out
from tests.kit.judging import report_of, said, way_of
from tests.kit.phrases import VARIANTS
from tests.kit.way import random_way

CHANGED = [
    pytest.param(name, label, id=f"{name}-{label}")
    for name, text in samples().items()
    for label, variant in VARIANTS.items()
    if variant(text) != text
]
SEEDS = range(200 if THOROUGH else 24)


@pytest.mark.parametrize(("name", "label"), portion(CHANGED, 5))
def test_each_variant_by_itself(name: str, label: str, tmp_path: Path) -> None:
    draft = read_sketch(VARIANTS[label](samples()[name]))
    report = report_of(lay_out(draft, way_of(name + label)), tmp_path)
    assert not said(report), "\n".join(said(report))
    assert (report.kind, report.language) == tuple(name.split("-"))
    assert report.number
    assert report.edition


@pytest.mark.parametrize("seed", SEEDS)
def test_variants_and_ways_combined(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    name = draw.choice(sorted(samples()))
    text = samples()[name]
    drawn = set(draw.sample(sorted(VARIANTS), 12))
    for label in (label for label in VARIANTS if label in drawn):
        text = VARIANTS[label](text)
    report = report_of(lay_out(read_sketch(text), random_way(seed)), tmp_path)
    assert not said(report), "\n".join(said(report))
