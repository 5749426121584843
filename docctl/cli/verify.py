"""`docctl verify`."""

import click

from docctl.app.verify import verified
from docctl.cli.looking import workspace_of
from docctl.cli.session import Session
from docctl.cli.terminal import paint, write, write_json
from docctl.reporting import verify
from docctl.wording import Translate

CLEAN, DAMAGED = 0, 1


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "verify",
        callback=run,
        help=_(
            "Verify that everything is there as it was recorded: documents, cards, tags, the chain of"
            " transitions, Git's objects, the files in the folder, and that every transition was allowed."
            " Exit code 1 means that something is wrong; what it means and the way out stand beside it."
        ),
        params=[
            click.Option(
                ["--format", "output"],
                type=click.Choice(["text", "json"]),
                default="text",
                help=_("Form of the result."),
            )
        ],
    )


@click.pass_obj
def run(session: Session, output: str) -> int:
    """Verify and print; the exit code."""
    result = verified(workspace_of(session))
    if output == "json":
        write_json(verify.as_json(result, session.translate))
    else:
        write(verify.render(result, session.translate, paint()))
    return CLEAN if result.is_clean else DAMAGED
