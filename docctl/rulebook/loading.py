"""The rulebook of a run: the shipped content and, over it, the workspace's own."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import docctl.checking.checks  # noqa: F401  registers every kind of check
from docctl.checking.rule import Rulebook
from docctl.rulebook.cache import Fingerprint, cached, fingerprint, remember
from docctl.rulebook.content import Content
from docctl.rulebook.rule_file import rule_of

READER = "docctl.rulebook.reading"
"""Loaded only when a file has changed since the last run: the parser of YAML takes long to load."""


def load_rulebook(shipped: Path, workspace: Path | None = None) -> Rulebook:
    """The rules, forms and word lists of the shipped ``rules/`` folder with the workspace's over them.

    Raises:
        ConfigurationError: a file is wrong; file, line and what was expected are named.
    """
    folders = [folder for folder in (shipped, workspace) if folder is not None and folder.is_dir()]
    state = fingerprint(folders)
    content = cached(state, Content) or _read_and_remember(folders, state)
    rules = (rule_of(file) for file in content.rules if file.enabled)
    return Rulebook(tuple(rules), content.forms, content.lexicon)


def _read_and_remember(folders: Sequence[Path], state: Fingerprint) -> Content:
    content: Content = import_module(READER).read_content(folders)
    remember(state, content)
    return content
