"""`python -m tests.kit.messages`: collect the messages from the code and compile the catalogues.

Collected: what `_`, `N_` and `ngettext` mark, and the first argument of every expected error. New messages
wait in the .po files with an empty translation; those that left the code leave the catalogues.
"""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from docctl.messages import DOMAIN, LOCALES

LANGUAGES = ("kk", "ru")
"""English is the key of the catalogues: it needs none of its own."""
PACKAGE = LOCALES.parent
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "translate": None,
    "ngettext": (1, 2),
    "DocctlError": (1,),
    "UsageError": (1,),
    "ConfigurationError": (1,),
    "UnreadableDraft": (1,),
    "ScannedDraft": (1,),
    "UnacceptedFormat": (1,),
    "TransitionRefused": (1,),
    "RepositoryTrouble": (1,),
    "DamagedRecord": (1,),
    "Busy": (1,),
    "DiskTrouble": (1,),
    "located": (3,),
    "wrong": (1,),
    "_wrong": (3,),
    "_mistake": (3,),
}
NEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in every catalogue: the same messages give the same bytes."""


def collected() -> Catalog:
    """Every message of the code, with the files that hold it."""
    catalog = Catalog(project=DOMAIN, charset="utf-8", creation_date=NEVER)
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    for name, _, message, _, _ in sorted(found, key=lambda row: (row[0], row[1])):
        catalog.add(message, locations=[(f"docctl/{name}", 0)])
    return catalog


def po_file(language: str) -> Path:
    """Where people translate."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def translated(language: str) -> Catalog:
    """The catalogue of a language as it is kept."""
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as programs read it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def written(catalog: Catalog) -> bytes:
    """The catalogue as people read it."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=110, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return buffer.getvalue()


def updated(catalog: Catalog, messages: Catalog) -> Catalog:
    """The catalogue with exactly these messages, its translations kept."""
    catalog.update(messages, no_fuzzy_matching=True)
    catalog.project, catalog.version = DOMAIN, "1"
    catalog.last_translator = catalog.msgid_bugs_address = catalog.language_team = DOMAIN
    catalog.creation_date = catalog.revision_date = NEVER
    catalog.header_comment = f"# {DOMAIN}: messages in the language of this file; see CONTRIBUTING.md."
    catalog.fuzzy = False
    return catalog


def update() -> None:
    """Bring both files of every language up to date."""
    messages = collected()
    for language in LANGUAGES:
        po = po_file(language)
        po.parent.mkdir(parents=True, exist_ok=True)
        catalog = updated(translated(language) if po.exists() else Catalog(language), messages)
        po.write_bytes(written(catalog))
        po.with_suffix(".mo").write_bytes(compiled(catalog))
        waiting = [message.id for message in catalog if message.id and not message.string]
        print(f"{po}: {len(catalog)} messages, {len(waiting)} without a translation")


if __name__ == "__main__":
    update()
