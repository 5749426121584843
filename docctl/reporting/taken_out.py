"""Guidance that was taken out of a draft when it was handed in."""

from msgspec import Struct

from docctl.reporting.style import harmless
from docctl.wording import Translate

LONGEST, SHOWN = 90, 5


class TakenOut(Struct, frozen=True):
    """Guidance that the stored file is without."""

    paragraphs: int = 0
    unfamiliar: tuple[str, ...] = ()
    """The texts among them that no template has: perhaps an author's own."""


def told(taken_out: TakenOut, _: Translate) -> str:
    """For a person; empty where nothing was taken out."""
    if not taken_out.paragraphs:
        return ""
    lines = [_("Paragraphs of guidance taken out: {count}.").format(count=taken_out.paragraphs)]
    if taken_out.unfamiliar:
        lines.append(
            _(
                "No template has these; if they are text of the document, give them another style than"
                " “docctl guidance” and hand the draft in again:"
            )
        )
        lines += [f"  “{_short(text)}”" for text in taken_out.unfamiliar[:SHOWN]]
        left = len(taken_out.unfamiliar) - SHOWN
        lines += ["  " + _("and {count} more").format(count=left)] if left > 0 else []
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    text = " ".join(harmless(text).split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
