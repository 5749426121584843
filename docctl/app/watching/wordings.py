"""What is said of each file, in the language of the call."""

from pathlib import Path

from msgspec import Struct

from docctl.app.watching.handing_in import HandedIn
from docctl.app.watching.orders import GivenBack, Reported
from docctl.app.watching.reports import told
from docctl.wording import Translate


class Wordings(Struct, frozen=True):
    """The sentences of the watcher's log."""

    translate: Translate

    def reported(self, answer: Reported, report: str) -> str:
        """A draft has its report."""
        _ = self.translate
        said = _("errors {errors}, warnings {warnings}: {report}").format(
            errors=answer.errors, warnings=answer.warnings, report=report
        )
        if answer.submission or answer.kept:
            return f"{said}. {told(HandedIn(answer.submission, answer.kept), _)}"
        return said

    def same(self, report: str) -> str:
        """A draft has been answered before."""
        return self.translate("The same draft has its report already: {report}").format(report=report)

    def given_back(self, answer: GivenBack, target: Path) -> str:
        """A file was moved aside."""
        return self.translate("moved to {target}: {reason}").format(target=target, reason=answer.reason)

    def later(self, reason: str) -> str:
        """A file is tried again."""
        return self.translate("cannot be dealt with now, will be tried again: {reason}").format(reason=reason)
