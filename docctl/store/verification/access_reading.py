"""Who may do what, read from the tree of a commit."""

import pygit2
from pygit2 import Repository, Tree

from docctl.errors import ConfigurationError, DamagedRecord
from docctl.store.access.roles_file import read_roles
from docctl.store.access.signing_settings import SigningSettings, read_signing
from docctl.store.trees import blob_at
from docctl.store.verification.access import Access, AccessOf
from docctl.store.verification.steps import ROLES, SETTINGS


def access_reader(repository: Repository) -> AccessOf:
    """Reads the state of a commit; where it cannot be read the state before it goes on to hold."""

    def read(commit: str, before: Access) -> Access:
        try:
            return access_at(repository[commit].peel(Tree))
        except (ConfigurationError, DamagedRecord, KeyError, pygit2.GitError) as error:
            return Access(
                roles=before.roles,
                signing=before.signing,
                allowed_signers=before.allowed_signers,
                unreadable=str(error).strip("'"),
            )

    return read


def access_at(tree: Tree) -> Access:
    """What a tree says; raises DamagedRecord or ConfigurationError with file and line."""
    settings, roles = _content(tree, SETTINGS), _content(tree, ROLES)
    signing = SigningSettings() if settings is None else read_signing(settings, SETTINGS)
    return Access(
        roles=None if roles is None else read_roles(roles, ROLES),
        signing=signing,
        allowed_signers=_content(tree, signing.allowed_signers),
    )


def _content(tree: Tree, path: str) -> bytes | None:
    blob = blob_at(tree, path)
    return None if blob is None else blob.data
