"""Whether what cards and submissions say agrees with itself and with their names. Pure."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from docctl.domain.registry.card import Card, CardStatus, Edition
from docctl.domain.registry.filing import TEXT
from docctl.domain.registry.submission import Submission, SubmissionStatus
from docctl.errors import TransitionRefused
from docctl.store.paths import card_path, edition_folder, round_folder, submission_path
from docctl.store.verification.problems import Code, Problem


def card_problems(path: str, card: Card) -> Iterator[Problem]:
    """What is wrong with the card that lies at that path."""
    right = _right_path(card_path, card.number)
    if right != path:
        yield Problem(code=Code.NAME_DIFFERS, where=path, found=card.number, expected=right)
        return
    if not card.editions:
        yield _inconsistent(path, "editions: 0")
        return
    for edition in card.editions:
        yield from _edition_problems(path, card, edition)
    for before, after in pairwise(card.editions):
        yield from _order_problems(path, before, after)
    yield from _end_problems(path, card)


def _right_path(path_of: Callable[[str], str], subject: str) -> str:
    """Where the record of this subject belongs; nowhere when it cannot have a name."""
    try:
        return path_of(subject)
    except TransitionRefused:
        return ""


def _edition_problems(path: str, card: Card, edition: Edition) -> Iterator[Problem]:
    name = f"edition {edition.edition}"
    folder = edition_folder(card.number, edition.edition)
    scan = edition.scan.file if edition.scan else f"{folder}/"
    if edition.in_force_from < edition.approved:
        yield _inconsistent(path, f"{name}: in_force_from {edition.in_force_from} < {edition.approved}")
    if edition.in_force_to is not None and edition.in_force_to < edition.in_force_from:
        yield _inconsistent(path, f"{name}: in_force_to {edition.in_force_to} < {edition.in_force_from}")
    for file in (edition.file, scan):
        if not file.startswith(f"{folder}/"):
            yield _inconsistent(path, f"{name}: {file}", f"{folder}/…")


def _order_problems(path: str, before: Edition, after: Edition) -> Iterator[Problem]:
    if before.edition >= after.edition:
        yield _inconsistent(path, f"edition {before.edition} ≥ {after.edition}")
    if before.in_force_to is None or before.in_force_to > after.in_force_from:
        found = f"edition {before.edition}: in_force_to {before.in_force_to}"
        yield _inconsistent(path, found, f"≤ {after.in_force_from}")


def _end_problems(path: str, card: Card) -> Iterator[Problem]:
    """The status, the withdrawal and the end of the last edition say the same."""
    withdrawn = card.withdrawal.date if card.withdrawal else None
    if (card.status is CardStatus.WITHDRAWN) != (withdrawn is not None):
        yield _inconsistent(path, f"status {card.status.value}, withdrawal {withdrawn}")
    if card.last.in_force_to != withdrawn:
        yield _inconsistent(path, f"in_force_to {card.last.in_force_to}", f"withdrawal {withdrawn}")


def submission_problems(path: str, submission: Submission, cards: Mapping[str, Card]) -> Iterator[Problem]:
    """What is wrong with the record of a submission; `cards` by number."""
    right = _right_path(submission_path, submission.id)
    if right != path:
        yield Problem(code=Code.NAME_DIFFERS, where=path, found=submission.id, expected=right)
        return
    for at, one in enumerate(submission.rounds, start=1):
        folder = round_folder(submission.id, at)
        if not one.file.startswith(f"{folder}/"):
            yield _inconsistent(path, f"round {at}: {one.file}", f"{folder}/…")
    approved = submission.status is SubmissionStatus.APPROVED
    if approved and not _became_an_edition(submission, cards):
        yield _inconsistent(path, f"approved_as {submission.approved_as or '–'}")


def _became_an_edition(submission: Submission, cards: Mapping[str, Card]) -> bool:
    card = cards.get(submission.approved_as)
    return card is not None and any(edition.submission == submission.id for edition in card.editions)


def fact_problems(commit: str, path: str, before: Card, after: Card | None) -> Iterator[Problem]:
    """What a transition changed of editions recorded before it; `after` is None for a card taken away."""
    if after is None:
        yield Problem(code=Code.FACTS_CHANGED, where=f"{commit} {path}")
        return
    for old in before.editions:
        new = after.edition(old.edition)
        for field in Edition.__struct_fields__:
            was, now = getattr(old, field), getattr(new, field, None)
            if field != "in_force_to" and was != now:
                where = f"{commit} {path}"
                yield Problem(
                    code=Code.FACTS_CHANGED,
                    where=where,
                    found=f"{old.edition}.{field}: {now}",
                    expected=f"{was}",
                )


def files_of_card(card: Card) -> Iterator[tuple[str, str]]:
    """Path and SHA-256 of every file that the card names; without one for a text, which need not be there."""
    for edition in card.editions:
        yield edition.file, edition.sha256
        yield _text_beside(edition.file), ""
        if edition.scan is not None:
            yield edition.scan.file, edition.scan.sha256


def files_of_submission(submission: Submission) -> Iterator[tuple[str, str]]:
    """The same of a submission."""
    for one in submission.rounds:
        yield one.file, one.sha256
        yield _text_beside(one.file), ""


def _text_beside(file: str) -> str:
    return f"{file.rpartition('/')[0]}/{TEXT}"


def _inconsistent(path: str, found: str, expected: str = "") -> Problem:
    return Problem(code=Code.CARD_INCONSISTENT, where=path, found=found, expected=expected)
