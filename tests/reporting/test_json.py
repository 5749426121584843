"""The report for programs keeps its contract."""

import json

from docctl import __version__
from docctl.domain.finding import (
    DocumentReport,
    Finding,
    FixClass,
    NotVerifiable,
    Severity,
    Source,
    Status,
)
from docctl.domain.place import Part, Place
from docctl.domain.words import Language
from docctl.reporting.json import render

REPORT = DocumentReport(
    path="draft.docx",
    sha256="ab",
    status=Status.CHECKED,
    kind="regulation",
    language=Language.KK,
    title="Сапа бөлімі туралы ереже",
    number="158",
    edition=2,
    pages=9,
    findings=(
        Finding(
            rule="HDR004",
            severity=Severity.ERROR,
            message="…",
            hint="…",
            fix=FixClass.SAFE,
            place=Place(part=Part.HEADER, section=3, page=5, excerpt="…"),
            source=Source("ISO 9001:2015", "7.5.2"),
        ),
    ),
    not_verifiable=(NotVerifiable("HDR006", "…"),),
    not_applicable=("CHG004",),
)


def test_the_keys_and_their_order_are_those_of_the_contract() -> None:
    result = json.loads(render([REPORT], rules=75))
    assert result == {
        "schema": "docctl/check/1",
        "docctl": __version__,
        "rules": 75,
        "documents": [
            {
                "path": "draft.docx",
                "sha256": "ab",
                "kind": "regulation",
                "language": "kk",
                "status": "checked",
                "title": "Сапа бөлімі туралы ереже",
                "number": "158",
                "edition": 2,
                "pages": {"value": 9, "estimated": True},
                "summary": {"error": 1, "warning": 0, "info": 0, "not_verifiable": 1, "waived": 0},
                "findings": [
                    {
                        "rule": "HDR004",
                        "severity": "error",
                        "message": "…",
                        "hint": "…",
                        "fix": "safe",
                        "place": {
                            "part": "header",
                            "section": 3,
                            "clause": None,
                            "paragraph": None,
                            "table": None,
                            "row": None,
                            "column": None,
                            "page": 5,
                            "excerpt": "…",
                        },
                        "source": {"act": "ISO 9001:2015", "clause": "7.5.2"},
                        "waiver": None,
                    }
                ],
                "not_verifiable": [{"rule": "HDR006", "reason": "…"}],
                "not_applicable": ["CHG004"],
            }
        ],
    }


def test_the_same_result_gives_the_same_bytes_and_letters_stay_readable() -> None:
    assert render([REPORT], 1) == render([REPORT], 1)
    assert "Сапа бөлімі" in render([REPORT], 1)


def test_unknown_facts_are_null() -> None:
    bare = DocumentReport(path="x", sha256="0", status=Status.UNREADABLE)
    document = json.loads(render([bare], 1))["documents"][0]
    assert [document[key] for key in ("kind", "language", "title", "number", "edition", "pages")] == [
        None
    ] * 6
