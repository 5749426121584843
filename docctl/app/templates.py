"""Templates: those that docctl ships and, before them, those of the office; opened and filled in."""

import os
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from docctl.app.cost_limit import cost_limit
from docctl.app.examine import printable
from docctl.app.workspace import Workspace
from docctl.docx.annotating.archive_copy import rewritten
from docctl.docx.archive import read_entries
from docctl.docx.controls import Control, controls_in
from docctl.docx.guidance import without_guidance
from docctl.docx.limits import MIB, Limits
from docctl.docx.package import ROOT, Package, open_package
from docctl.domain.words import Language
from docctl.errors import ConfigurationError, UnreadableDraft, UsageError

if TYPE_CHECKING:
    from docctl.templating.fields import Fields
    from docctl.templating.filling import Template, Use

T = TypeVar("T")
FILLING = "docctl.templating.filling"
"""Loaded by the commands that fill templates in."""
TEMPLATES, FILE = "templates", "template.docx"
LIMITS = Limits(file=10 * MIB, unpacked=40 * MIB, part=4 * MIB)
"""A template is a few pages; pictures of a mark among them."""
ROLES = ("header", "footer", "footnotes", "endnotes")
PROPERTIES = "core-properties"


class TemplateFile(Struct, frozen=True, order=True):
    """Where a template lies."""

    kind: str
    language: Language
    path: Path
    own: bool
    """It is the office's; docctl's own of the same kind and language stays behind it."""


class Opened(Struct, frozen=True):
    """A template that was found to be a Word file."""

    file: TemplateFile
    data: bytes
    template: "Template"


def template_files(workspace: Workspace) -> tuple[TemplateFile, ...]:
    """One template to a kind and language, by kind; the office's where there is one."""
    found = {(one.kind, one.language): one for one in _in(workspace.shipped / TEMPLATES, own=False)}
    if workspace.root is not None:
        found |= {(one.kind, one.language): one for one in _in(workspace.root / TEMPLATES, own=True)}
    return tuple(sorted(found.values()))


def _in(folder: Path, *, own: bool) -> Iterator[TemplateFile]:
    for language in Language:
        for path in folder.glob(f"*/{language.value}/{FILE}"):
            yield TemplateFile(path.parents[1].name, language, path, own)


def template_file(workspace: Workspace, kind: str, language: Language) -> TemplateFile:
    """The template for the kind and language; raises UsageError naming those that there are."""
    files = template_files(workspace)
    for file in files:
        if (file.kind, file.language) == (kind, language):
            return file
    raise UsageError(
        "There is no template for {kind} in {language}; there are: {known}.",
        kind=kind,
        language=language.value,
        known=", ".join(f"{file.kind} {file.language.value}" for file in files) or "–",
    )


def template_at(path: Path) -> TemplateFile:
    """A template anywhere, its kind and language told by its folders; raises UsageError."""
    kind, language = path.resolve().parts[-3:-1]
    if language not in list(Language):
        raise UsageError(
            "Kind and language of a template are told by its folders: …/{kind}/{language}/{file}.",
            at=printable(path),
            kind="regulation",
            language="kk",
            file=FILE,
        )
    return TemplateFile(kind, Language(language), path, own=True)


def open_template(file: TemplateFile) -> Opened:
    """Read a template; raises ConfigurationError when it is no Word file that can be filled in."""
    at = printable(file.path)
    try:
        data = _read(file.path)
        with cost_limit():
            package = open_package(data, file.path.name, LIMITS)
            parts, properties = _parts(package)
    except UnreadableDraft as error:
        raise error.recast(ConfigurationError, at=at) from error
    template: Template = import_module(FILLING).Template(at, parts, properties)
    return Opened(file, data, template)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LIMITS.file + 1)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise UnreadableDraft("the system says: {reason}", reason=reason) from error


def _parts(package: Package) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """The parts with texts; the core properties."""
    related = package.relationships(package.main).values()
    beside = [one.target for one in related if one.role in ROLES and not one.external]
    texts = {name: package.part(name) or b"" for name in (package.main, *beside) if package.part(name)}
    name = package.related(ROOT, PROPERTIES)
    return texts, {} if name is None else {name: package.part(name) or b""}


def titled(opened: Opened, fields: "Fields") -> "Fields":
    """The fields with the title that the template makes of them; raises UsageError when it makes none."""
    result: Fields = _bounded(opened, lambda: import_module(FILLING).titled(opened.template, fields))
    if not result.title:
        raise UsageError("This template makes no title; say it with --set title=….", at=opened.template.at)
    return result


def fill_in(opened: Opened, fields: "Fields") -> bytes:
    """The Word file that the template becomes; the same bytes for the same fields.

    Raises ConfigurationError with the place for what the template may not say.
    """
    changes = _bounded(opened, lambda: import_module(FILLING).filled(opened.template, fields))
    return rewritten(opened.data, read_entries(opened.data, LIMITS), changes)


class Seen(Struct, frozen=True):
    """What people meet in a file that was made from a template."""

    controls: tuple[Control, ...]
    guidance: tuple[str, ...]
    """The text of each paragraph of it."""


def look_into(data: bytes, opened: Opened) -> Seen:
    """What a filled template, or the template itself, holds for people; raises ConfigurationError."""
    name = opened.file.path.name
    return _bounded(opened, lambda: Seen(controls_in(data, name), without_guidance(data, name).texts))


def uses_of(opened: Opened) -> "tuple[Use, ...]":
    """The fields that the template names; raises ConfigurationError with the place."""
    return _bounded(opened, lambda: import_module(FILLING).uses(opened.template))


def _bounded(opened: Opened, action: Callable[[], T]) -> T:
    """What the action gives, within the limits of cost; raises ConfigurationError beyond them."""
    try:
        with cost_limit():
            return action()
    except UnreadableDraft as error:
        raise error.recast(ConfigurationError, at=opened.template.at) from error
    except (MemoryError, RecursionError) as error:
        raise ConfigurationError(
            "This template takes more memory than there is.", at=opened.template.at
        ) from error
