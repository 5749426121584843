"""A new draft: where it is, what people have yet to fill in, what comes next."""

from collections import Counter
from shlex import quote

from msgspec import Struct
from msgspec.structs import asdict

from docctl.domain.words import Language
from docctl.reporting import registry_json
from docctl.reporting.style import harmless
from docctl.wording import Translate

SCHEMA = "docctl/new/1"
SHOWN, LONGEST = 12, 90
"""Blanks that are named; letters of each."""


class NewDraft(Struct, frozen=True, kw_only=True):
    """What is told of a draft that was made."""

    path: str
    kind: str
    language: Language
    unit: str
    title: str
    edition: int
    number: str
    template: str
    own_template: bool
    """The template is the office's."""
    blanks: tuple[str, ...]
    guidance: int
    sha256: str
    dry_run: bool


def as_json(draft: NewDraft) -> str:
    """For a program."""
    return registry_json.written(SCHEMA, **{**asdict(draft), "number": draft.number or None})


def told(draft: NewDraft, _: Translate) -> str:
    """For a person."""
    made = _("Would make {file}: {title}.") if draft.dry_run else _("Made {file}: {title}.")
    lines = [made.format(file=harmless(draft.path), title=harmless(draft.title))]
    if draft.blanks:
        lines.append(_("To be filled in ({count}):").format(count=len(draft.blanks)))
        lines += _blanks(draft.blanks, _)
    if draft.guidance:
        said = _(
            "Paragraphs of guidance: {count}. They are no part of the text; “docctl submit” takes them out."
        )
        lines.append(said.format(count=draft.guidance))
    lines.append(
        _("Then: {command}").format(command=f"docctl check --stage draft {quote(harmless(draft.path))}")
    )
    return "\n".join(lines) + "\n"


def _blanks(blanks: tuple[str, ...], _: Translate) -> list[str]:
    """A line to a blank, however often it comes."""
    counted = Counter(" ".join(harmless(blank).split()) for blank in blanks)
    shown = [
        f"  {text if len(text) <= LONGEST else text[:LONGEST] + '…'}" + (f" ×{times}" if times > 1 else "")
        for text, times in list(counted.items())[:SHOWN]
    ]
    left = len(counted) - len(shown)
    return [*shown, "  " + _("and {count} more").format(count=left)] if left > 0 else shown
