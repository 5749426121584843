"""The use case `new`: a draft from the template of its kind and language."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from docctl.app.examine import printable
from docctl.app.field_values import Given, given, value_of
from docctl.app.templates import (
    Opened,
    TemplateFile,
    fill_in,
    look_into,
    open_template,
    template_file,
    titled,
)
from docctl.app.workspace import Workspace
from docctl.checking.rule import Rulebook
from docctl.domain.folding import fold
from docctl.domain.registry.facts import KnownDocument
from docctl.domain.words import Language, Wordings
from docctl.errors import UsageError
from docctl.templating.fields import NOBODY, Fields, Person

ENDING = ".docx"


class Wanted(Struct, frozen=True, kw_only=True):
    """The draft that is asked for."""

    kind: str
    """As people call it: ``regulation``, Ереже, «Положение»."""
    unit: str
    language: Language
    file: Path
    said: tuple[str, ...] = ()
    """Fields, each as FIELD=VALUE."""
    today: date


class Made(Struct, frozen=True, kw_only=True):
    """A draft made from a template, not yet on the disk."""

    file: Path
    data: bytes
    template: TemplateFile
    fields: Fields
    blanks: tuple[str, ...]
    """What content controls ask people to fill in, in the order of the text."""
    guidance: int
    """Paragraphs that say what belongs where."""

    @property
    def sha256(self) -> str:
        """Of the whole file."""
        return sha256(self.data).hexdigest()


def make(workspace: Workspace, wanted: Wanted) -> Made:
    """The draft; raises UsageError for what cannot be meant, ConfigurationError for a broken template."""
    refuse_place(wanted.file)
    rulebook = workspace.rulebook()
    kind = kind_named(rulebook, wanted.kind)
    opened = open_template(template_file(workspace, kind, wanted.language))
    return made_from(opened, workspace, rulebook, wanted)


def made_from(opened: Opened, workspace: Workspace, rulebook: Rulebook, wanted: Wanted) -> Made:
    """The draft out of this template; raises what `make` raises."""
    fields = titled(opened, _fields(workspace, rulebook, opened.file.kind, wanted))
    data = fill_in(opened, fields)
    seen = look_into(data, opened)
    return Made(
        file=wanted.file,
        data=data,
        template=opened.file,
        fields=fields,
        blanks=tuple(control.text for control in seen.controls if control.placeholder),
        guidance=len(seen.guidance),
    )


def write(made: Made) -> None:
    """Write the draft where no file is yet: the whole of it, or nothing. Raises UsageError, OSError."""
    try:
        file = made.file.open("xb")
    except FileExistsError as error:
        raise _taken(made.file) from error
    try:
        with file:
            file.write(made.data)
    except OSError:
        with suppress(OSError):
            made.file.unlink()
        raise


def refuse_place(file: Path) -> None:
    """Raises UsageError unless a Word file can be made there."""
    if file.suffix.lower() != ENDING:
        raise UsageError("A draft is a Word file: let its name end in .docx.", at=printable(file))
    if file.exists():
        raise _taken(file)
    if not file.parent.is_dir():
        raise UsageError("There is no such folder.", at=printable(file.parent))


def _taken(file: Path) -> UsageError:
    return UsageError(
        "There is a file of this name, and docctl writes over none: name another one, or move it away.",
        at=printable(file),
    )


def kind_named(rulebook: Rulebook, said: str) -> str:
    """The kind that a word names: its own name, or what a form calls it in any language."""
    key = fold(said.strip()).replace("_", " ").replace("-", " ")
    for form in rulebook.forms:
        names = (form.kind.replace("_", " "), form.names.kk, form.names.ru, form.names.en)
        if key in [fold(name).replace("-", " ") for name in names]:
            return form.kind
    raise UsageError(
        "There is no kind of document “{kind}”; the forms describe: {kinds}.",
        kind=said,
        kinds=", ".join(sorted(form.kind for form in rulebook.forms)),
    )


def _fields(workspace: Workspace, rulebook: Rulebook, kind: str, wanted: Wanted) -> Fields:
    """What was said, and for the rest what the workspace knows."""
    said, language, office = given(wanted.said), wanted.language, workspace.office()
    number = said.text("number")
    known = _known(workspace, number, kind)
    edition = said.edition(known.last_edition + 1 if known else 1)
    forms = (form.approvers for form in rulebook.forms if form.kind == kind)
    approvers = office.approvers.in_language(language) or next(forms, Wordings()).in_language(language)
    approver = next(iter(said.people("approver")), ("", ""))
    title = getattr(known.title, language.value) if known else ""
    return Fields(
        unit=_unit(wanted.unit),
        title=said.text("title", title),
        position=said.text("position"),
        organisation=said.text("organisation", _first(office.organisation.in_language(language))),
        number=known.number if known else number,
        edition=edition,
        edition_word=said.text("edition_word") or edition_word(rulebook, edition, language),
        city=said.text("city", _first(office.cities.in_language(language))),
        year=said.text("year", str(wanted.today.year)),
        approver=Person(position=approver[1] or _first(approvers), name=approver[0]),
        developed=_people(said, "developed"),
        agreed=_people(said, "agreed"),
        lawyer=_people(said, "lawyer"),
    )


def _known(workspace: Workspace, number: str, kind: str) -> KnownDocument | None:
    """The document of the registry that the draft is to be a new edition of.

    Raises UsageError for one of another kind, or out of force.
    """
    facts = workspace.facts() if number else None
    known = facts.document(number) if facts else None
    if known and known.kind != kind:
        raise UsageError("No. {number} is of the kind {kind}.", number=known.number, kind=known.kind)
    if known and known.withdrawn:
        raise UsageError(
            "No. {number} is out of force, so it gets no new edition. Leave the number out: a new document"
            " gets one when it is approved.",
            number=known.number,
        )
    return known


def edition_word(rulebook: Rulebook, edition: int, language: Language) -> str:
    """The ordinal of the edition as the word lists have it; the figures where they do not go so far."""
    listed = rulebook.lexicon.ordinals[edition - 1 : edition]
    return next((_first(words.in_language(language)) for words in listed), "") or str(edition)


def _people(said: Given, role: str) -> tuple[Person, ...]:
    people = tuple(Person(position=position, name=name) for name, position in said.people(role))
    return people or NOBODY


def _unit(said: str) -> str:
    unit = value_of("unit", said)
    if not unit:
        raise UsageError("Say with --unit whose document it is.")
    return unit


def _first(wordings: Sequence[str]) -> str:
    return wordings[0] if wordings else ""
