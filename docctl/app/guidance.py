"""Guidance in a file that is handed in: taken out, for it is no part of the document."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from docctl.app.cost_limit import cost_limit
from docctl.app.dossier import Dossier
from docctl.app.intake import Incoming, incoming_of
from docctl.app.templates import look_into, open_template, template_files
from docctl.app.workspace import Workspace
from docctl.docx.guidance import Inseparable, without_guidance
from docctl.errors import ConfigurationError, TransitionRefused, UnreadableDraft

FIELDS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


class Cleared(Struct, frozen=True):
    """A file without guidance, and the paragraphs that were taken out of it."""

    incoming: Incoming
    texts: tuple[str, ...] = ()


def cleared(incoming: Incoming) -> Cleared:
    """The file as it is stored; one that cannot be read is left for the check to refuse.

    Raises TransitionRefused where guidance cannot be told from text.
    """
    try:
        with cost_limit():
            cut = without_guidance(incoming.content, incoming.path.name)
    except Inseparable as error:
        raise error.recast(TransitionRefused, at=str(incoming.path)) from error
    except (UnreadableDraft, MemoryError, RecursionError):
        return Cleared(incoming)
    return Cleared(incoming_of(incoming.path, cut.data), cut.texts) if cut.texts else Cleared(incoming)


def refuse_guidance(dossier: Dossier) -> None:
    """Raises TransitionRefused for a file that is stored as it is and has guidance in it."""
    if dossier.guidance:
        raise TransitionRefused(
            "Guidance of the template is left in the file ({count} paragraphs), and an approved document is"
            " stored as it is. Make the final file from the draft that was accepted, which has none, or"
            " delete the paragraphs in Word.",
            at=str(dossier.incoming.path),
            count=dossier.guidance,
        )


def unfamiliar(texts: Sequence[str], workspace: Workspace) -> tuple[str, ...]:
    """Those that no template of the workspace has: perhaps an author wrote text in the style of guidance."""
    written = tuple(text for text in texts if text.strip())
    known = [_pattern(text) for text in _known(workspace)] if written else []
    return tuple(text for text in written if not any(one.fullmatch(text.strip()) for one in known))


def _known(workspace: Workspace) -> Iterator[str]:
    """All guidance of all templates that can be read."""
    for file in template_files(workspace):
        try:
            opened = open_template(file)
            yield from look_into(opened.data, opened).guidance
        except ConfigurationError:
            continue


def _pattern(text: str) -> re.Pattern[str]:
    """What a text of a template looks like when its fields are filled in."""
    return re.compile(".*".join(map(re.escape, FIELDS.split(text.strip()))), re.DOTALL)
