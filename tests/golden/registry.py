"""A registry whose texts are kept: two editions, a document withdrawn, a draft given back."""

import re
from datetime import date, timedelta
from pathlib import Path

from tests.cli.office import LIBRARY, NUMBER, Office, draft

ROOT = ("--root", "office/workspace")
DAY = ("--as-of", "2026-03-01")
SPOKEN = {
    "list": (*ROOT, "list", *DAY),
    "list-superseded": (*ROOT, "list", "--status", "superseded"),
    "show": (*ROOT, "show", NUMBER, *DAY),
    "show-missing": (*ROOT, "show", "64/11"),
    "history": (*ROOT, "history", NUMBER),
    "inbox": (*ROOT, "inbox"),
    "status": (*ROOT, "status"),
    "text": (*ROOT, "text", "12"),
    "sign-refused": (*ROOT, "--as", "A <a@example.kz>", "accept", "S-2001-0001"),
}
"""Commands whose output is kept in three languages."""
UNSTEADY = (
    (r"\d\d\.\d\d\.\d{4} \d\d:\d\d", "«moment»"),
    (r"S-20(?!01)\d\d-", "S-«year»-"),
    (r"\b[0-9a-f]{64}\b", "«sha256»"),
    (r"\b(?=[0-9a-f]*\d)[0-9a-f]{12}\b", "«commit»"),
)
"""What differs from one making of the registry to the next."""


def lay_registry(folder: Path) -> None:
    """Make the workspace, in a folder of its own."""
    folder = folder / "office"
    folder.mkdir()
    settings = folder / "settings.toml"
    settings.write_text("[review]\nyears = 50\n", "utf-8")
    office = Office(folder).init("--organisation", str(settings))
    office.approved(draft(), ("2025-06-02", "2025-06-04", "2025-06-05", "2025-06-09"))
    second = ("2026-02-02", "2026-02-04", "2026-02-05", "2026-03-02")
    office.approved(draft(2, wording="take"), second, "--number", NUMBER)
    old = ("--edition", "3", "--unit", "Archive", "--approved", "2019-02-01", "--file-index", "01-07")
    office.call("register", office.file(draft(3, "12", person="archivist")), "--number", "12", *old)
    office.call("withdraw", "12", "--basis", "Order No. 7", "--date", "2024-01-01")
    office.call("submit", office.file(draft(person="senior librarian")), "--unit", LIBRARY)
    office.call("return", f"S-{date.today().year}-0003", "--reason", "Clause 4.3 is unclear")


def steady(shown: str) -> str:
    """The output without what no two runs have in common."""
    for pattern, name in UNSTEADY:
        shown = re.sub(pattern, name, shown)
    for days in (-1, 0, 1):  # midnight may pass meanwhile, and not everywhere at once
        shown = shown.replace(f"{date.today() + timedelta(days):%d.%m.%Y}", "«today»")
    return shown
