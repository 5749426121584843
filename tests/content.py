"""The content that the tests run over: shipped rules, sample documents, cases of the rules."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml

from docctl.checking.cases import CaseFile, cases_of
from docctl.checking.rule import Rulebook
from docctl.rulebook.loading import load_rulebook

T = TypeVar("T")

THOROUGH = bool(os.environ.get("CI"))
"""CI goes through every combination; at the desk a part of them, the same every time, must do."""
ROOT = Path(__file__).parents[1]
RULES = ROOT / "rules"
CASES = ROOT / "tests" / "rules"
SAMPLES = ROOT / "tests" / "samples"


@cache
def rulebook() -> Rulebook:
    """The rules, forms and word lists that docctl ships."""
    return load_rulebook(RULES, None)


@cache
def samples() -> dict[str, str]:
    """Compliant documents as sketches, by the names that cases call their bases."""
    return {file.stem: file.read_text("utf-8") for file in sorted(SAMPLES.glob("*.txt"))}


@cache
def case_files() -> dict[str, CaseFile]:
    """The cases of every rule, by code."""
    files = sorted(CASES.glob("*.yaml"))
    return {file.stem: cases_of(yaml.safe_load(file.read_text("utf-8")), str(file)) for file in files}


def rule_codes() -> list[str]:
    """The codes of the shipped rules, by the names of their files."""
    return sorted(file.stem for file in RULES.glob("*/*.yaml") if file.stem[-3:].isdigit())


def portion(items: Sequence[T], one_in: int) -> list[T]:
    """All items in CI, else one in so many."""
    return list(items) if THOROUGH else list(items[::one_in])
