"""`docctl sync`."""

import os

import click

from docctl.app.actor import acting
from docctl.app.sync import ORIGIN, synced
from docctl.app.workspace import Workspace
from docctl.cli.looking import workspace_of
from docctl.cli.session import Session
from docctl.cli.terminal import tell, write
from docctl.reporting import sync, verify
from docctl.store.access.signing import signer_of
from docctl.store.commits import Sign
from docctl.store.sharing.overlap import Conflict
from docctl.store.sharing.syncing import Joining, UnsoundHistory
from docctl.wording import Translate


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "sync",
        callback=run,
        help=_(
            "Bring this workspace and the shared repository REMOTE to the same state: take over what others"
            " recorded, hand over what was recorded here. Where both changed the same document, nothing is"
            " changed and both sides' transitions are shown."
        ),
        params=[
            click.Argument(["remote"], required=False, default=ORIGIN, metavar="[REMOTE]"),
            click.Option(
                ["--set-aside"],
                is_flag=True,
                help=_("Take theirs; keep own transitions beside the branch and list them to be repeated."),
            ),
            click.Option(["--sign-key"], metavar="KEY", help=_("SSH key that signs a merge.")),
        ],
    )


@click.pass_obj
def run(session: Session, remote: str, set_aside: bool, sign_key: str | None) -> int:
    """Sync and print what was done; the exit code."""
    workspace = workspace_of(session)
    joining = _joining(session, workspace, set_aside, sign_key)
    try:
        write(sync.render(synced(workspace, remote, joining), session.translate))
    except Conflict as found:
        tell(sync.conflict(found.overlaps, session.translate).rstrip("\n"))
        raise
    except UnsoundHistory as found:
        tell(verify.listed(found.problems, session.translate).rstrip("\n"))
        raise
    return 0


def _joining(session: Session, workspace: Workspace, set_aside: bool, sign_key: str | None) -> Joining:
    root = workspace.registry().root

    def signer() -> Sign | None:
        found = signer_of(root, sign_key, os.environ)
        return found.sign if found else None

    return Joining(actor=acting(session.actor, os.environ, root), signer=signer, set_aside=set_aside)
