"""Examples that help shows: how each command is typed for what people want of it most often.

The page of a command has them after its options. Tests parse every line and run it in a small office.
"""

from collections.abc import Mapping

from msgspec import Struct

from docctl.wording import N_


class Example(Struct, frozen=True):
    """One call of docctl."""

    purpose: str
    """What it is for, in one line; an English message."""
    line: str
    """As it is typed, at most 78 characters wide; the same in every language."""


_HERE = (
    Example(N_("Work in another folder, with messages in Russian:"), "docctl --root office --lang ru status"),
    Example(
        N_("Say in whose name:"),
        'docctl --as "Unit Head <unit@example.kz>" submit corrected.docx \\\n    --unit "Student Office"',
    ),
)

_DRAFTS: Mapping[str, tuple[Example, ...]] = {
    "init": (
        Example(
            N_("What would be made, with the names of the organisation from a file:"),
            "docctl init office --organisation organisation.toml --dry-run",
        ),
        Example(N_("A workspace in the new folder “office”:"), "docctl init office"),
    ),
    "new": (
        Example(
            N_("A draft to begin with:"),
            'docctl new regulation --unit "Research Library" --language en \\\n    -o library.docx',
        ),
        Example(
            N_("With what is known already:"),
            'docctl new job_description --unit "Research Library" --language en \\\n'
            "    --set position=Archivist --set city=Astana -o archivist.docx",
        ),
    ),
    "check": (
        Example(N_("One draft:"), "docctl check draft.docx"),
        Example(
            N_("A folder, with commented copies for the units:"), "docctl check drafts --annotate reviewed"
        ),
        Example(
            N_("While it is still being written:"), "docctl check draft.docx --stage draft --fail-on error"
        ),
        Example(N_("A page to read and to print:"), "docctl check drafts --format html > report.html"),
    ),
    "templates": (Example(N_("Which there are:"), "docctl templates list"),),
    "templates list": (Example(N_("Which there are:"), "docctl templates list"),),
    "templates show": (Example(N_("What a template asks for:"), "docctl templates show regulation en"),),
    "templates test": (Example(N_("All of them, after a change:"), "docctl templates test"),),
    "templates build": (
        Example(
            N_("One of your own, from its source:"),
            "docctl templates build templates/regulation/en -o template.docx",
        ),
    ),
    "rules": (Example(N_("What does this finding mean?"), "docctl rules show HDR004"),),
    "rules list": (Example(N_("All of them, by group:"), "docctl rules list"),),
    "rules show": (Example(N_("One that a finding names:"), "docctl rules show HDR004"),),
    "rules test": (
        Example(N_("Those of the office as well, when you are in a workspace:"), "docctl rules test"),
        Example(N_("One file only:"), "docctl rules test rules/SEC001.yaml"),
    ),
}

_OFFICE: Mapping[str, tuple[Example, ...]] = {
    "submit": (
        Example(N_("A new document:"), 'docctl submit draft.docx --unit "Student Office"'),
        Example(
            N_("A new edition of document No. 64/1:"),
            'docctl submit second.docx --unit "Research Library" --number 64/1',
        ),
    ),
    "inbox": (Example(N_("What is waiting for the office:"), "docctl inbox"),),
    "return": (
        Example(
            N_("The unit learns what it has to do:"),
            'docctl return S-2026-0001 --reason "Clause 4.3 does not say which courses"',
        ),
    ),
    "accept": (
        Example(N_("Try it first:"), "docctl accept S-2026-0002 --dry-run"),
        Example(N_("Then do it:"), "docctl accept S-2026-0002"),
    ),
    "sign": (
        Example(
            N_("First the one who developed it, then those who agree, last the lawyer:"),
            "docctl sign S-2026-0002 --role developed --date 2026-02-02 \\\n"
            '    --name "M.K. Oralbayeva" --position "Head of the Research Library"',
        ),
        Example(
            N_("A day may also be written as here:"),
            "docctl sign S-2026-0002 --role agreed --date 04.02.2026 \\\n"
            '    --name "I.P. Sosnovsky" --position "Vice-Rector for Research"',
        ),
        Example(
            N_("Legal review:"),
            "docctl sign S-2026-0002 --role lawyer --date 2026-02-05 \\\n"
            '    --name "K.A. Mukhtarov" --position "Head of the Legal Department"',
        ),
    ),
    "approve": (
        Example(
            N_("With the final file, in which number and dates are filled in:"),
            "docctl approve S-2026-0002 --number 64/1 --date 2026-03-02 \\\n"
            '    --name "A.B. Ulgibayev" --position Rector --file second-final.docx',
        ),
    ),
    "register": (
        Example(
            N_("One document:"),
            "docctl register old.docx --number 70 --edition 1 --approved 2021-03-01 \\\n"
            '    --unit "Research Library"',
        ),
        Example(N_("Many, after a look at what would happen:"), "docctl register --csv old.csv --dry-run"),
    ),
    "withdraw": (
        Example(
            N_("From the first of June on it no longer counts:"),
            'docctl withdraw 70 --basis "Order No. 7 of 20.05.2026" --date 2026-06-01',
        ),
    ),
}

_REGISTRY: Mapping[str, tuple[Example, ...]] = {
    "list": (
        Example(N_("All documents of one unit:"), "docctl list --unit library"),
        Example(N_("What was in force on that day:"), "docctl list --as-of 2026-03-01"),
    ),
    "show": (
        Example(N_("The edition in force, and an earlier one:"), "docctl show 64/1\ndocctl show 64/1@1"),
    ),
    "history": (
        Example(N_("Of a document, and of a draft:"), "docctl history 64/1\ndocctl history S-2026-0001"),
    ),
    "text": (Example(N_("As it was on that day:"), "docctl text 64/1 --as-of 2026-03-01"),),
    "status": (Example(N_("The office at a glance:"), "docctl status"),),
    "search": (
        Example(N_("All these words, in any form:"), "docctl search training of librarians"),
        Example(
            N_("A phrase, in the documents of one kind:"),
            "docctl search '\"lead librarian\"' --kind job_description",
        ),
        Example(N_("In old editions as well:"), "docctl search courses year:2025 --all-editions"),
    ),
    "index": (Example(N_("After a restore, before people begin to search:"), "docctl index"),),
    "impact": (
        Example(N_("An act has changed:"), 'docctl impact "№ 319-III"'),
        Example(N_("A unit has a new name:"), "docctl impact Research Library"),
    ),
    "watch": (
        Example(N_("A folder of a network share, in its own terminal:"), "docctl watch drafts --polling"),
        Example(
            N_("Clean drafts go on to the office by themselves:"),
            'docctl watch drafts --submit --unit "Research Library"',
        ),
    ),
    "verify": (
        Example(N_("Every night, for a program that watches over it:"), "docctl verify --format json"),
    ),
    "backup": (
        Example(N_("On a disk that is not in this machine:"), "docctl backup backup/registry.docctl"),
    ),
    "restore": (
        Example(
            N_("Into a new folder, to prove that the backup is good:"),
            "docctl restore backup/registry.docctl trial",
        ),
    ),
    "sync": (
        Example(
            N_("With the shared repository, which Git knows as “origin”:"),
            "docctl sync",
        ),
    ),
    "completion": (
        Example(
            N_("Where bash looks for it:"),
            "docctl completion bash > ~/.local/share/bash-completion/completions/docctl",
        ),
        Example(N_("zsh, in a folder of $fpath:"), "docctl completion zsh > ~/.zfunc/_docctl"),
        Example(N_("fish:"), "docctl completion fish > ~/.config/fish/completions/docctl.fish"),
    ),
}

EXAMPLES: Mapping[str, tuple[Example, ...]] = {"": _HERE, **_DRAFTS, **_OFFICE, **_REGISTRY}
"""The command as it is called, ``rules show``, and its examples; the empty name is docctl itself."""
