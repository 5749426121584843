"""Word files of the kit put through the whole check, as `docctl check` does."""

import zlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from docctl.app.examine import Examination, examine
from docctl.checking.cases import DAY, WordCase, edited
from docctl.checking.sketch import read_sketch
from docctl.domain.finding import DocumentReport, Severity, Stage
from docctl.domain.office import Office
from docctl.domain.registry.facts import RegistryFacts
from docctl.domain.words import Language
from tests.content import rulebook, samples
from tests.kit.building import lay_out
from tests.kit.defects import FILE_DEFECTS, NEEDS, SKETCH_DEFECTS
from tests.kit.way import Way, random_way
from tests.kit.word_file import WordFile


def report_of(
    file: WordFile,
    folder: Path,
    *,
    stage: Stage = Stage.SUBMISSION,
    as_of: date = DAY,
    office: Office | None = None,
    registry: RegistryFacts | None = None,
) -> DocumentReport:
    """What the check says of the file, in English."""
    path = folder / file.name
    path.write_bytes(file.data())
    examination = Examination(
        rulebook=rulebook(),
        office=office or Office(),
        language=Language.EN,
        stage=stage,
        as_of=as_of,
        registry=registry,
    )
    examined = examine(path, examination)
    assert examined.fault is None, examined.fault
    return examined.report


def word_file(case: WordCase, code: str, way: Way) -> WordFile:
    """The Word file of a rule: its base, edited, made in this way as far as the case leaves it open."""
    sketch = edited(samples()[case.base], case, f"{code}.yaml")
    if case.edit in SKETCH_DEFECTS:
        sketch = SKETCH_DEFECTS[case.edit](sketch)
    file = lay_out(read_sketch(sketch, "draft.docx"), pinned(way, {**NEEDS.get(case.edit, {}), **case.way}))
    if case.edit and case.edit not in SKETCH_DEFECTS:
        FILE_DEFECTS[case.edit](file)
    return file


def pinned(way: Way, options: Mapping[str, object]) -> Way:
    """The way with these options set."""
    return msgspec.convert({**msgspec.to_builtins(way), **options}, Way)


def way_of(code: str) -> Way:
    """The way that is drawn for a rule's Word file; always the same."""
    return random_way(zlib.crc32(code.encode()))


def said(report: DocumentReport, *severities: Severity) -> list[str]:
    """The findings of these severities, a line each; of errors and warnings, when none is named."""
    wanted = severities or (Severity.ERROR, Severity.WARNING)
    return [
        f"{finding.rule} {finding.message} [{finding.place.part} {finding.place.excerpt}]"
        for finding in report.findings
        if finding.severity in wanted
    ]
