"""Reports and texts made for the tests of the forms of a result."""

from hypothesis import strategies as st

from docctl.checking.rule import Rulebook
from docctl.domain.draft import CellPlace
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
from docctl.reporting.document_text import DocumentText, Line, RunningLine
from tests.content import rulebook

HOSTILE = "<script>alert(1)</script>\"'&\x00\x1b[31m\u202e]]>\ufffe\nline"


def finding(
    rule: str = "TXT001",
    severity: Severity = Severity.ERROR,
    place: Place | None = None,
    message: str = "Wrong.",
    hint: str = "Mend it.",
) -> Finding:
    """A finding of a rule."""
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        hint=hint,
        fix=FixClass.NONE,
        place=place or Place(part=Part.BODY, clause="6.23", paragraph=2, excerpt="two  spaces"),
        source=Source("ISO 9001", "7.5.2"),
    )


def report(*findings: Finding, path: str = "d.docx", **facts: object) -> DocumentReport:
    """A report with these findings."""
    said = {"sha256": "ab" * 32, "status": Status.CHECKED, "language": Language.KK, **facts}
    return DocumentReport(path=path, findings=findings, **said)  # type: ignore[arg-type]


def hostile(text: str = HOSTILE) -> DocumentReport:
    """A report whose every word comes from a draft that means harm."""
    place = Place(part=Part.BODY, clause=text, paragraph=1, column=text, excerpt=text)
    return report(
        finding("HDR004", place=Place(part=Part.HEADER, section=1, excerpt=text), message=text, hint=text),
        finding("TXT001", Severity.INFO, place=place, message=text, hint=text),
        path=text.replace("\x00", ""),
        title=text,
        number=text,
        not_verifiable=(NotVerifiable("HDR006", text),),
    )


def text_with(text: str = HOSTILE) -> DocumentText:
    """A text of three lines, one of them in a table."""
    return DocumentText(
        Language.KK,
        (
            Line(paragraph=1, part=Part.TITLE, text=text, label=text, level=1),
            Line(paragraph=2, part=Part.BODY, text=f"before two  spaces after {text}"),
            Line(paragraph=3, part=Part.CHANGE_SHEET, text=text, cell=CellPlace(1, 2, 1)),
        ),
        (RunningLine(1, Part.HEADER, text),),
    )


def rules() -> Rulebook:
    """The shipped rules."""
    return rulebook()


WORDS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("<>&\"'/ \x00\x08\x1b\u202e\ufffe\uffff")),
    max_size=40,
)
