"""What a shell may complete of a workspace: numbers, editions, submissions, rules, kinds, units."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from docctl.app.querying import AT, open_submissions
from docctl.app.workspace import RULES, Workspace
from docctl.domain.words import Language

FORMS = "forms"
WORD_LISTS = "wordlists"


class Suggestion(Struct, frozen=True):
    """A value, and what a shell may show beside it."""

    value: str
    told: str = ""


def documents(workspace: Workspace, language: Language, begun: str) -> Iterator[Suggestion]:
    """Numbers of the registry with their titles; raises what opening the registry raises."""
    for card in workspace.registry().now().cards():
        yield Suggestion(card.number, card.title.in_language(language))


def editions(workspace: Workspace, language: Language, begun: str) -> Iterator[Suggestion]:
    """Numbers; once ``@`` is typed, the editions of that document."""
    number, at, _ = begun.partition(AT)
    if not at:
        yield from documents(workspace, language, begun)
        return
    card = workspace.registry().now().card(number)
    for edition in card.editions if card else ():
        yield Suggestion(f"{number}{AT}{edition.edition}", edition.in_force_from.isoformat())


def submissions(workspace: Workspace, language: Language, begun: str) -> Iterator[Suggestion]:
    """Drafts on their way through the office, with their titles."""
    for one in open_submissions(workspace.registry().now()):
        yield Suggestion(one.id, one.title)


def subjects(workspace: Workspace, language: Language, begun: str) -> Iterator[Suggestion]:
    """All that has a history."""
    yield from documents(workspace, language, begun)
    yield from submissions(workspace, language, begun)


def units(workspace: Workspace, language: Language, begun: str) -> Iterator[Suggestion]:
    """Every unit that a card or an open draft names, once."""
    now = workspace.registry().now()
    named = {card.unit for card in now.cards()} | {one.unit for one in open_submissions(now)}
    return map(Suggestion, sorted(named))


def rules(workspace: Workspace, language: Language, begun: str) -> Iterator[Suggestion]:
    """Codes of rules, by the names of their files: reading the files would take too long."""
    files = _stems(workspace, "*/*.yaml", but=(FORMS, WORD_LISTS))
    return map(Suggestion, sorted(files))


def kinds(workspace: Workspace, language: Language, begun: str) -> Iterator[Suggestion]:
    """Kinds of document: each has a file with its form."""
    return map(Suggestion, sorted(_stems(workspace, f"{FORMS}/*.yaml")))


def _stems(workspace: Workspace, pattern: str, but: Iterable[str] = ()) -> set[str]:
    folders = [root / RULES for root in (workspace.shipped, workspace.root) if root is not None]
    files = [file for folder in folders for file in folder.glob(pattern)]
    return {file.stem for file in files if file.parent.name not in but}
