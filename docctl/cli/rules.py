"""`docctl rules`: list, show, test."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from docctl.app.rules import Tested, rule_named, tested_file, tested_rules
from docctl.app.workspace import find_workspace
from docctl.checking.rule import Rulebook
from docctl.cli.session import Session
from docctl.cli.terminal import paint, write, write_json
from docctl.reporting import rules
from docctl.wording import Translate

DONE, FOUND = 0, 1


def command(_: Translate) -> click.Command:
    """The group, its help in the language of the call."""
    form = click.Option(
        ["--format", "output"],
        type=click.Choice(["text", "json"]),
        default="text",
        help=_("Form of the result."),
    )
    code = click.Argument(["code"], metavar="CODE")
    file = click.Argument(["file"], required=False, metavar="[FILE]")
    commands = [
        click.Command("list", callback=run_list, params=[form], help=_("List the rules by group.")),
        click.Command(
            "show",
            callback=run_show,
            params=[code, form],
            help=_("Explain a rule: why it matters, how to put it right, a right and a wrong example."),
        ),
        click.Command(
            "test",
            callback=run_test,
            params=[file],
            help=_("Run the rules' own examples, or those of one rule file or file of cases."),
        ),
    ]
    return click.Group("rules", commands=commands, help=_("List, explain and test the rules."))


@click.pass_obj
def run_list(session: Session, output: str) -> int:
    """Print the rules; the exit code."""
    rulebook = _rulebook(session)
    if output == "json":
        write_json(rules.as_json(rulebook.rules))
    else:
        write(rules.listed(rulebook.rules, session.language, session.translate, paint()))
    return DONE


@click.pass_obj
def run_show(session: Session, code: str, output: str) -> int:
    """Print one rule; the exit code."""
    rule = rule_named(code, _rulebook(session))
    if output == "json":
        write_json(rules.as_json([rule]))
    else:
        write(rules.explained(rule, session.language, session.translate, paint()))
    return DONE


@click.pass_obj
def run_test(session: Session, file: str | None) -> int:
    """Run and print; the exit code, 1 when a rule does otherwise than its examples say."""
    rulebook = _rulebook(session)
    tested = tested_rules(rulebook) if file is None else tested_file(Path(file), rulebook)
    write(_tested(tested, session.translate))
    return FOUND if any(test.failures for test in tested) else DONE


def _rulebook(session: Session) -> Rulebook:
    return find_workspace(session.root, os.environ, Path.cwd()).rulebook()


def _tested(tested: Sequence[Tested], _: Translate) -> str:
    failed = [test for test in tested if test.failures]
    lines = [
        f"{test.code} {test.name}".rstrip() + f": {failure}" for test in failed for failure in test.failures
    ]
    summary = _("Tests: {all}; failed: {failed}.").format(all=len(tested), failed=len(failed))
    return "\n".join([*lines, summary]) + "\n"
