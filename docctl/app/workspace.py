"""The workspace that a command works in, the content that docctl ships, what the office says of itself."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from docctl.errors import UsageError

if TYPE_CHECKING:
    from docctl.app.settings import Settings
    from docctl.checking.rule import Rulebook
    from docctl.domain.office import Office
    from docctl.domain.registry.facts import RegistryFacts
    from docctl.store.registry import Registry

SETTINGS = "docctl.toml"
# Each is loaded by the commands that ask for it: what only looks at the registry needs no rules.
READER, RULEBOOK, OFFICE = "docctl.app.settings", "docctl.rulebook.loading", "docctl.domain.office"
REGISTRY, FACTS = "docctl.store.registry", "docctl.domain.registry.facts"
ROOT_VARIABLE = "DOCCTL_ROOT"
RULES = "rules"
GIT = ".git"
PACKAGE = Path(__file__).parents[1]
STARTER = PACKAGE / "starter"


class Workspace(Struct, frozen=True):
    """Where content comes from: what docctl ships and, over it, what the office keeps."""

    shipped: Path
    """Holds rules/, templates/, registry/ and docs_store/."""
    root: Path | None = None
    """The office's own folder; None outside of one."""

    def rulebook(self) -> "Rulebook":
        """Rules, forms and word lists; raises ConfigurationError when one of them is wrong."""
        own = None if self.root is None else self.root / RULES
        rulebook: Rulebook = import_module(RULEBOOK).load_rulebook(self.shipped / RULES, own)
        return rulebook

    def settings(self) -> "Settings":
        """What ``docctl.toml`` says, the defaults outside a workspace; raises ConfigurationError."""
        reader = import_module(READER)
        settings: Settings = (
            reader.Settings() if self.root is None else reader.read_settings(self.root / SETTINGS)
        )
        return settings

    def office(self) -> "Office":
        """What ``docctl.toml`` says of the organisation; raises ConfigurationError when it is wrong."""
        office: Office = import_module(OFFICE).Office() if self.root is None else self.settings().office
        return office

    def registry(self) -> "Registry":
        """The registry of the workspace; raises UsageError outside of one, RepositoryTrouble."""
        if self.root is None:
            raise UsageError(
                "This is no workspace, so there is no registry here: name its folder with --root, or make one"
                " with “docctl init”."
            )
        registry: Registry = import_module(REGISTRY).open_registry(self.root)
        return registry

    def facts(self) -> "RegistryFacts | None":
        """What the registry holds, for the check; None where there is none: rules need no Git."""
        if self.root is None or not (self.root / GIT).exists():
            return None
        facts: RegistryFacts = import_module(FACTS).facts_of(self.registry().now().cards())
        return facts


def shipped_content() -> Path:
    """The folder with the content that docctl ships: inside an installed package, beside it in a checkout."""
    return STARTER if STARTER.is_dir() else PACKAGE.parent


def find_workspace(root: str | None, environ: Mapping[str, str], here: Path) -> Workspace:
    """The workspace of a command started in `here`: ``--root``, ``$DOCCTL_ROOT``, the nearest, or none.

    Raises UsageError when the named folder has no ``docctl.toml``.
    """
    named = root or environ.get(ROOT_VARIABLE)
    return Workspace(shipped_content(), _named(Path(named)) if named else _nearest(here))


def _named(folder: Path) -> Path:
    if not (folder / SETTINGS).is_file():
        raise UsageError(
            "There is no {settings} here, so it is no workspace; name its folder with --root.",
            at=str(folder),
            settings=SETTINGS,
        )
    return folder


def _nearest(here: Path) -> Path | None:
    return next((folder for folder in (here, *here.parents) if (folder / SETTINGS).is_file()), None)
