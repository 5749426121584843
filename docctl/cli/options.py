"""Options that several commands of the registry share."""

from pathlib import Path

import click

from docctl.wording import Translate

DAYS = ("%Y-%m-%d", "%d.%m.%Y")
"""How a day may be written: 2026-03-01, 01.03.2026."""


def output_form(_: Translate) -> click.Option:
    """``--format text|json``."""
    return click.Option(
        ["--format", "output"],
        type=click.Choice(["text", "json"]),
        default="text",
        help=_("Form of the result."),
    )


def dry_run(_: Translate) -> click.Option:
    """``--dry-run``."""
    return click.Option(["--dry-run"], is_flag=True, help=_("Say what would be done; nothing is written."))


def anyway(_: Translate) -> click.Option:
    """``--anyway REASON``."""
    return click.Option(
        ["--anyway"],
        default="",
        metavar="REASON",
        help=_("Record it in spite of errors, which are kept with the reason."),
    )


def day(name: str, help_text: str, *, required: bool = False) -> click.Option:
    """A day, as ISO or as people here write it."""
    return click.Option(
        [name], type=click.DateTime(list(DAYS)), metavar="DATE", required=required, help=help_text
    )


def text(name: str, metavar: str, help_text: str, *, required: bool = False) -> click.Option:
    """A text; empty when it is not said."""
    return click.Option(
        [name], metavar=metavar, required=required, help=help_text, default=None if required else ""
    )


def as_of(_: Translate) -> click.Option:
    """``--as-of DATE``."""
    return day("--as-of", _("What counted on that day; today, if not said."))


def known_at(_: Translate) -> click.Option:
    """``--known-at MOMENT``."""
    return click.Option(
        ["--known-at"],
        metavar="MOMENT",
        help=_("What had been recorded by then: 2026-03-01 (its end) or 2026-03-01T14:30."),
    )


def file(name: str, metavar: str, help_text: str) -> click.Option:
    """A file; None when it is not said."""
    return click.Option([name], metavar=metavar, type=click.Path(path_type=Path), help=help_text)
