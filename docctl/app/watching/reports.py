"""The report that the author of a draft finds: one page, in the language of the draft."""

from docctl.app.examine import Examination, Examined
from docctl.app.watching.handing_in import HandedIn
from docctl.domain.words import Language
from docctl.messages import translator
from docctl.reporting import html
from docctl.reporting.html_markup import tag
from docctl.wording import Translate

_HEAD_ENDS = "</header>"


def page(examined: Examined, examination: Examination, handed_in: HandedIn | None) -> bytes:
    """The page as UTF-8."""
    _ = translator(examination.language)
    text = html.render(
        [examined.report],
        [examined.made.text],
        examination.rulebook,
        examination.stage,
        examination.language,
        _,
    )
    if handed_in is not None:
        said = tag("p", told(handed_in, _), class_="verdict")
        text = text.replace(_HEAD_ENDS, f"{said}{_HEAD_ENDS}", 1)
    return text.encode()


def told(handed_in: HandedIn, _: Translate) -> str:
    """What became of the draft at the registry."""
    if handed_in.submission:
        return _("Handed in to the office as {submission}.").format(submission=handed_in.submission)
    return _("Not handed in to the office: {reason}").format(reason=handed_in.kept)


def language_of(examined: Examined, examination: Examination) -> Language:
    """The language of the draft, that of the call where it has none."""
    return examined.report.language or examination.language
