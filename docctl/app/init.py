"""The use case `init`: a new workspace, ready to work in."""

from importlib import import_module
from pathlib import Path
from string import Template

import msgspec

from docctl.app.settings import Settings, read_settings
from docctl.app.workspace import GIT, SETTINGS
from docctl.domain.words import Language, Wordings
from docctl.errors import UsageError
from docctl.store.change import NewFile, Recorded
from docctl.store.head import read_head

CREATOR = "docctl.store.creating"
CONTENT = ("registry", "docs_store", "templates")
"""Folders whose README a new workspace gets."""
STARTER = "workspace"
"""Folder among the templates with the files of a new workspace."""
LAID = {"gitattributes": ".gitattributes", "gitignore": ".gitignore", "rules.md": "rules/README.md"}
EXAMPLES = {
    "organisation": Wordings(("«Атауы» КеАҚ",), ("НАО «Наименование»",), ("Name of the organisation NJSC",)),
    "approver": Wordings(
        ("Басқарма төрағасы-ректор",), ("Председатель правления – ректор",), ("Chair of the Board – Rector",)
    ),
    "city": Wordings(("Астана",), ("Астана",), ("Astana",)),
}
"""What stands in comments where the organisation has not been said."""


def starter_files(shipped: Path, settings: Settings, language: Language) -> tuple[NewFile, ...]:
    """The files of a new workspace; what people read of them is in the language."""
    starter = shipped / "templates" / STARTER
    laid = [NewFile(path, (starter / name).read_bytes()) for name, path in LAID.items()]
    readmes = [NewFile(f"{name}/README.md", (shipped / name / "README.md").read_bytes()) for name in CONTENT]
    template = (starter / f"{language.value}.toml").read_text("utf-8")
    return (NewFile(SETTINGS, _filled(template, settings).encode()), *laid, *readmes)


def organisation_in(file: Path | None) -> Settings:
    """The settings to start with: those of a file like ``docctl.toml``, else the defaults."""
    return Settings() if file is None else read_settings(file)


def create_workspace(folder: Path, files: tuple[NewFile, ...], actor: str) -> Recorded:
    """Make the workspace and record its first state; raises what `create_repository` raises."""
    recorded: Recorded = import_module(CREATOR).create_repository(folder.resolve(), files, actor)
    return recorded


def refuse_used(folder: Path, files: tuple[NewFile, ...]) -> None:
    """Raises UsageError unless the folder is new, empty, or what an interrupted `init` left."""
    if folder.exists() and not folder.is_dir():
        raise UsageError("This is a file; name a folder for the workspace.", at=str(folder))
    there = {path.name for path in folder.iterdir()} if folder.exists() else set()
    has_history = GIT in there and bool(read_head(folder / GIT).commit)
    if SETTINGS in there and has_history:
        raise UsageError("This is a workspace already: there is a docctl.toml in it.", at=str(folder))
    laid = {file.path.partition("/")[0] for file in files} if GIT in there else set()
    if has_history or there - laid - {GIT}:
        raise UsageError("This folder is not empty; name a new or an empty one.", at=str(folder))


def _filled(template: str, settings: Settings) -> str:
    office = settings.office
    return Template(template).substitute(
        organisation=_table(office.organisation, EXAMPLES["organisation"]),
        approver=_table(office.approvers, EXAMPLES["approver"]),
        city=_table(office.cities, EXAMPLES["city"]),
        roles=f"required = {_toml(list(settings.sign_offs))}",
        numbers=f"pattern = {_toml(settings.numbers)}",
        review=f"years = {settings.review_years}",
    )


def _table(said: Wordings, examples: Wordings) -> str:
    """A line to a language; those not said stand as comments."""
    lines = []
    for language in Language:
        wordings, example = said.in_language(language), examples.in_language(language)
        value = wordings[0] if len(wordings) == 1 else list(wordings)
        lines.append(
            f"{language.value} = {_toml(value)}" if wordings else f"# {language.value} = {_toml(example[0])}"
        )
    return "\n".join(lines)


def _toml(value: str | list[str]) -> str:
    """Texts of JSON are basic strings of TOML, but for one control character."""
    return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
