"""The check's result as SARIF 2.1.0 (OASIS), for code scanning and editors: the same result, the same bytes.

A Word file has no lines: places are logical locations (part, clause, row). What could not be judged is a
result of kind ``open``.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from urllib.parse import quote

import msgspec
from msgspec import UNSET, Struct, UnsetType

from docctl import __version__
from docctl.checking.rule import Rule, Rulebook
from docctl.domain.finding import DocumentReport, Finding, NotVerifiable, Severity
from docctl.domain.place import Place
from docctl.domain.words import Language
from docctl.reporting.places import part_name, worded
from docctl.reporting.rules import telling_lines, unfilled
from docctl.wording import Translate

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
FINGERPRINT = "docctl/1"
"""Name of the fingerprint; another way of making it takes another name."""
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "docm": "application/vnd.ms-word.document.macroEnabled.12",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
    "dotm": "application/vnd.ms-word.template.macroEnabled.12",
    "pdf": "application/pdf",
}


class _Camel(Struct, rename="camel", omit_defaults=True):
    """Names as SARIF spells them; what is not said is left out."""


class _Text(_Camel):
    text: str


class _Level(_Camel):
    level: str | UnsetType = UNSET


class _RuleProperties(_Camel):
    tags: tuple[str, ...]
    right: str
    wrong: str


class _Descriptor(_Camel):
    id: str
    name: str
    short_description: _Text
    full_description: _Text
    help: _Text
    default_configuration: _Level
    properties: _RuleProperties


class _Driver(_Camel):
    name: str
    version: str
    semantic_version: str
    language: str
    rules: tuple[_Descriptor, ...]


class _Tool(_Camel):
    driver: _Driver


class _File(_Camel):
    uri: str
    index: int | UnsetType = UNSET


class _Artifact(_Camel):
    location: _File
    mime_type: str | UnsetType = UNSET
    hashes: Mapping[str, str] | UnsetType = UNSET


class _Physical(_Camel):
    artifact_location: _File


class _Logical(_Camel):
    name: str
    fully_qualified_name: str
    kind: str


class _Location(_Camel):
    physical_location: _Physical
    logical_locations: tuple[_Logical, ...] | UnsetType = UNSET


class _ResultProperties(_Camel):
    hint: str | UnsetType = UNSET
    excerpt: str | UnsetType = UNSET
    page: int | UnsetType = UNSET
    source: str | UnsetType = UNSET


class _Result(_Camel):
    rule_id: str
    rule_index: int | UnsetType
    kind: str
    level: str
    message: _Text
    locations: tuple[_Location, ...]
    partial_fingerprints: Mapping[str, str]
    properties: _ResultProperties | UnsetType = UNSET


class _Invocation(_Camel):
    execution_successful: bool


class _Run(_Camel):
    tool: _Tool
    invocations: tuple[_Invocation, ...]
    artifacts: tuple[_Artifact, ...]
    results: tuple[_Result, ...]
    column_kind: str


class _Log(_Camel):
    schema: str = msgspec.field(name="$schema")
    version: str
    runs: tuple[_Run, ...]


def render(
    reports: Sequence[DocumentReport], rulebook: Rulebook, language: Language, translate: Translate
) -> str:
    """The reports as one run, worded in `language`."""
    indexes = {rule.code: at for at, rule in enumerate(rulebook.rules)}
    results = (
        result
        for at, report in enumerate(reports)
        for result in _results(report, _File(_uri(report.path), at), indexes, translate)
    )
    rules = tuple(_descriptor(rule, language) for rule in rulebook.rules)
    driver = _Driver("docctl", __version__, __version__, language.value, rules)
    run = _Run(
        tool=_Tool(driver),
        invocations=(_Invocation(True),),
        artifacts=tuple(map(_artifact, reports)),
        results=tuple(results),
        column_kind="unicodeCodePoints",
    )
    log = _Log(schema=SCHEMA, version="2.1.0", runs=(run,))
    return msgspec.json.format(msgspec.json.encode(log), indent=1).decode() + "\n"


def _descriptor(rule: Rule, language: Language) -> _Descriptor:
    name = rule.name.in_language(language)
    example = rule.example
    return _Descriptor(
        id=rule.code,
        name=name,
        short_description=_Text(name),
        full_description=_Text(rule.why.in_language(language)),
        help=_Text(unfilled(rule.hint.in_language(language))),
        default_configuration=_Level(LEVELS[rule.severity]),
        properties=_RuleProperties(
            tags=(rule.group,),
            right=_sketch(example.right, example.wrong),
            wrong=_sketch(example.wrong, example.right),
        ),
    )


def _sketch(sketch: str, other: str) -> str:
    return "\n".join(line[2:] for line in telling_lines(sketch, other))


def _artifact(report: DocumentReport) -> _Artifact:
    ending = report.path.rpartition(".")[2].lower()
    return _Artifact(
        location=_File(_uri(report.path)),
        mime_type=MIME.get(ending, UNSET),
        hashes={"sha-256": report.sha256} if report.sha256 else UNSET,
    )


def _uri(path: str) -> str:
    """A relative path stays relative, to the folder that docctl was called in."""
    return ("file://" if path.startswith("/") else "") + quote(path)


def _results(
    report: DocumentReport, file: _File, indexes: Mapping[str, int], translate: Translate
) -> Iterator[_Result]:
    for finding in report.findings:
        yield _found(finding, file, indexes, translate)
    for item in report.not_verifiable:
        yield _open(item, file, indexes)


def _found(finding: Finding, file: _File, indexes: Mapping[str, int], translate: Translate) -> _Result:
    place, source = finding.place, finding.source
    return _Result(
        rule_id=finding.rule,
        rule_index=indexes.get(finding.rule, UNSET),
        kind="fail",
        level=LEVELS[finding.severity],
        message=_Text(finding.message),
        locations=(_Location(_Physical(file), (_logical(place, translate),)),),
        partial_fingerprints=_fingerprint(
            finding.rule, place.part, place.clause, finding.message, place.excerpt
        ),
        properties=_ResultProperties(
            hint=finding.hint or UNSET,
            excerpt=place.excerpt or UNSET,
            page=place.page or UNSET,
            source=f"{source.act} {source.clause}".strip() or UNSET,
        ),
    )


def _open(item: NotVerifiable, file: _File, indexes: Mapping[str, int]) -> _Result:
    return _Result(
        rule_id=item.rule,
        rule_index=indexes.get(item.rule, UNSET),
        kind="open",
        level="none",
        message=_Text(item.reason),
        locations=(_Location(_Physical(file)),),
        partial_fingerprints=_fingerprint(item.rule),
    )


def _logical(place: Place, translate: Translate) -> _Logical:
    """Named in words; qualified by steps that no language changes: ``body/clause:6.23/paragraph:41``."""
    names = ("section", "clause", "table", "row", "column", "paragraph")
    said = ((name, getattr(place, name)) for name in names)
    steps = [place.part.value, *(f"{name}:{value}" for name, value in said if value is not None)]
    name = ", ".join(filter(None, (part_name(place.part, translate), worded(place, translate))))
    return _Logical(name, "/".join(steps), "element")


def _fingerprint(*facts: str | None) -> Mapping[str, str]:
    """Stays when text is put in before the place, so that a finding is known again in the next draft."""
    return {FINGERPRINT: sha256("\n".join(fact or "" for fact in facts).encode()).hexdigest()}
