"""The workspace that a command works in, the content that docctl ships, what the office says of itself."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from docctl.checking.rule import Rulebook
from docctl.domain.office import Office
from docctl.errors import UsageError
from docctl.rulebook.loading import load_rulebook

SETTINGS = "docctl.toml"
READER = "docctl.app.settings"
"""Loaded only inside a workspace: the parser of TOML is not needed elsewhere."""
ROOT_VARIABLE = "DOCCTL_ROOT"
RULES = "rules"
PACKAGE = Path(__file__).parents[1]
STARTER = PACKAGE / "starter"


class Workspace(Struct, frozen=True):
    """Where content comes from: what docctl ships and, over it, what the office keeps."""

    shipped: Path
    """Holds rules/, templates/, registry/ and docs_store/."""
    root: Path | None = None
    """The office's own folder; None outside of one."""

    def rulebook(self) -> Rulebook:
        """Rules, forms and word lists; raises ConfigurationError when one of them is wrong."""
        own = None if self.root is None else self.root / RULES
        return load_rulebook(self.shipped / RULES, own)

    def office(self) -> Office:
        """What ``docctl.toml`` says; raises ConfigurationError when it is wrong."""
        if self.root is None:
            return Office()
        office: Office = import_module(READER).read_office(self.root / SETTINGS)
        return office


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
