"""What `docctl check` does beyond text and JSON: annotated copies, HTML, SARIF, JUnit; loaded when asked."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from docctl.app.annotate import Extras, examine_more
from docctl.app.check import CheckRun, Examine
from docctl.app.copy_names import plan_copies, without_copies
from docctl.app.examine import Examination
from docctl.cli.terminal import tell
from docctl.domain.finding import Severity
from docctl.errors import DiskTrouble
from docctl.reporting import html, junit, sarif
from docctl.reporting.document_text import text_of
from docctl.wording import Translate


def drafts_to_annotate(drafts: Sequence[Path], paths: Sequence[str], folder: str) -> tuple[Path, ...]:
    """The drafts of a run without the copies that earlier runs left in the folder."""
    return without_copies(drafts, paths, Path(folder))


def examining(drafts: Sequence[Path], folder: str | None, output: str) -> Examine:
    """How each draft is examined: with a copy in `folder`, with its text where the result shows it.

    Raises UsageError when `folder` is a file.
    """
    copies = plan_copies(drafts, Path(folder)) if folder is not None else {}
    return partial(examine_more, extras=Extras(copies, text_of if output == "html" else None))


def rendered(
    output: str, result: CheckRun, examination: Examination, fail_on: Severity, translate: Translate
) -> str:
    """The result as ``html``, ``sarif`` or ``junit``."""
    rulebook, language = examination.rulebook, examination.language
    if output == "sarif":
        return sarif.render(result.reports, rulebook, language, translate)
    if output == "junit":
        settings = junit.JunitSettings(rulebook, fail_on, examination.as_of, language, translate)
        return junit.render(result.reports, settings)
    texts = [made.text for made in result.made]
    return html.render(result.reports, texts, rulebook, examination.stage, language, translate)


def tell_copies(result: CheckRun, _: Translate) -> None:
    """Say where the annotated copies are; raises DiskTrouble when one could not be written."""
    for report, made in zip(result.reports, result.made, strict=True):
        if made.copy:
            tell(
                _("{path}: {count} comments, annotated copy {copy}").format(
                    path=report.path, count=made.remarks, copy=made.copy
                )
            )
        elif made.refused:
            tell(_("{path}: no annotated copy: {reason}").format(path=report.path, reason=made.refused))
    for report, made in zip(result.reports, result.made, strict=True):
        if made.unwritten:
            raise DiskTrouble(
                "The annotated copy cannot be written: {reason}.", at=report.path, reason=made.unwritten
            )
