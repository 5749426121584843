"""SARIF 2.1.0: the structure that its schema asks for, written down here; the schema is not shipped."""

import json
from typing import Any
from urllib.parse import unquote

from hypothesis import given

from docctl.domain.finding import DocumentReport, NotVerifiable, Severity
from docctl.domain.place import Part, Place
from docctl.domain.words import Language
from docctl.reporting.sarif import render
from tests.reporting.reports import WORDS, finding, hostile, report, rules

OBJECTS: dict[str, tuple[set[str], set[str]]] = {
    # By the path to it: the properties that it must have and those that it may have besides.
    "log": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"invocations", "artifacts", "results", "columnKind"}),
    "tool": ({"driver"}, set()),
    "driver": ({"name"}, {"version", "semanticVersion", "language", "rules"}),
    "rule": (
        {"id"},
        {"name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"},
    ),
    "message": ({"text"}, set()),
    "configuration": (set(), {"level"}),
    "invocation": ({"executionSuccessful"}, set()),
    "artifact": (set(), {"location", "mimeType", "hashes"}),
    "file": (set(), {"uri", "index"}),
    "result": (
        {"message"},
        {"ruleId", "ruleIndex", "kind", "level", "locations", "partialFingerprints", "properties"},
    ),
    "location": (set(), {"physicalLocation", "logicalLocations"}),
    "physical": ({"artifactLocation"}, set()),
    "logical": (set(), {"name", "fullyQualifiedName", "kind"}),
}


def log(*reports: DocumentReport, language: Language = Language.EN) -> dict[str, Any]:
    result = json.loads(render(reports, rules(), language, str))
    assert isinstance(result, dict)
    return result


def keep(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """The object, which has what it must have and nothing that the schema does not know."""
    required, allowed = OBJECTS[kind]
    assert required <= value.keys() <= required | allowed, (kind, value.keys())
    return value


def assert_valid(result: dict[str, Any]) -> None:
    assert keep("log", result)["version"] == "2.1.0"
    for run in result["runs"]:
        driver = keep("driver", keep("tool", keep("run", run)["tool"])["driver"])
        assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
        for rule in driver["rules"]:
            assert_valid_rule(rule)
        for invocation in run["invocations"]:
            assert isinstance(keep("invocation", invocation)["executionSuccessful"], bool)
        for artifact in run["artifacts"]:
            keep("file", keep("artifact", artifact)["location"])
            assert set(artifact.get("hashes", {})) <= {"sha-256"}
        for each in run["results"]:
            assert_valid_result(each, driver["rules"], run["artifacts"])


def assert_valid_rule(rule: dict[str, Any]) -> None:
    keep("rule", rule)
    assert keep("configuration", rule["defaultConfiguration"])["level"] in ("error", "warning", "note")
    for name in ("shortDescription", "fullDescription", "help"):
        assert keep("message", rule[name])["text"]
    tags = rule["properties"]["tags"]
    assert len(tags) == len(set(tags))


def assert_valid_result(
    each: dict[str, Any], known: list[dict[str, Any]], artifacts: list[dict[str, Any]]
) -> None:
    keep("message", keep("result", each)["message"])
    assert (each["kind"], each["level"]) in {
        ("open", "none"),
        *(("fail", level) for level in ("error", "warning", "note")),
    }
    if "ruleIndex" in each:
        assert known[each["ruleIndex"]]["id"] == each["ruleId"]
    for location in each["locations"]:
        file = keep(
            "file", keep("physical", keep("location", location)["physicalLocation"])["artifactLocation"]
        )
        assert artifacts[file["index"]]["location"]["uri"] == file["uri"]
        for logical in location.get("logicalLocations", ()):
            keep("logical", logical)


def test_a_finding() -> None:
    result = log(report(finding(), path="папка/менің ереже.docx"))
    assert_valid(result)
    (each,) = result["runs"][0]["results"]
    assert (each["ruleId"], each["level"], each["message"]["text"]) == ("TXT001", "error", "Wrong.")
    (location,) = each["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == "папка/менің ереже.docx"
    (logical,) = location["logicalLocations"]
    assert logical["fullyQualifiedName"] == "body/clause:6.23/paragraph:2"
    assert "clause 6.23" in logical["name"]
    assert each["properties"] == {"hint": "Mend it.", "excerpt": "two  spaces", "source": "ISO 9001 7.5.2"}


def test_levels() -> None:
    results = log(report(*(finding(severity=severity) for severity in Severity)))["runs"][0]["results"]
    assert [each["level"] for each in results] == ["error", "warning", "note"]


def test_what_could_not_be_judged_is_open() -> None:
    result = log(report(not_verifiable=(NotVerifiable("HDR006", "No pages."),)))
    assert_valid(result)
    (each,) = result["runs"][0]["results"]
    assert (each["kind"], each["level"], each["message"]["text"]) == ("open", "none", "No pages.")


def test_a_finding_is_known_again_when_the_text_above_grows() -> None:
    def fingerprint(paragraph: int, excerpt: str) -> str:
        place = Place(part=Part.BODY, clause="6.23", paragraph=paragraph, excerpt=excerpt)
        (each,) = log(report(finding(place=place)))["runs"][0]["results"]
        return str(each["partialFingerprints"]["docctl/1"])

    assert fingerprint(2, "a") == fingerprint(7, "a")
    assert fingerprint(2, "a") != fingerprint(2, "b")


def test_paths_that_are_not_relative() -> None:
    artifacts = log(report(path="/srv/a:b.docx"), report(path="a:b.docx"))["runs"][0]["artifacts"]
    assert [each["location"]["uri"] for each in artifacts] == ["file:///srv/a%3Ab.docx", "a%3Ab.docx"]


@given(WORDS)
def test_whatever_a_draft_says(text: str) -> None:
    assert_valid(log(hostile(text), report(finding("OWN001"))))


def test_rules_speak_the_language() -> None:
    rule = log(report(), language=Language.KK)["runs"][0]["tool"]["driver"]["rules"][0]
    assert rule["name"] == rules().rules[0].name.in_language(Language.KK)
