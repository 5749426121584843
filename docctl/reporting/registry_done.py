"""What a command did to the registry, or would do, or had done before."""

from collections.abc import Iterator, Sequence

from docctl.domain.registry.card import Card
from docctl.domain.registry.names import action_name, role_name
from docctl.domain.registry.submission import Submission
from docctl.reporting import registry_json
from docctl.reporting.registry_text import HASH, shown_date
from docctl.reporting.style import harmless
from docctl.store.change import Change, Recorded
from docctl.wording import Translate


def told(change: Change | None, recorded: Recorded | None, _: Translate) -> str:
    """For a person; a submission's id stands first, on a line of its own, when a draft was handed in.

    Without `change` the command had been recorded before, without `recorded` it was only tried.
    """
    lines: list[str] = []
    submission = (change or recorded or _NOTHING).submission
    if submission and (change or recorded or _NOTHING).action == "submit":
        lines.append(submission)
    if change is not None:
        lines += map(harmless, _sentences(change, _))
    lines.append(_end(change, recorded, _))
    return "\n".join(lines) + "\n"


def as_json(change: Change | None, recorded: Recorded | None, guidance: int = 0) -> str:
    """The same for a program; `guidance` counts the paragraphs of guidance that were taken out."""
    said = change or recorded or _NOTHING
    cards = change.cards if change else ()
    drafts = change.submissions if change else ()
    return registry_json.written(
        registry_json.DONE,
        action=said.action,
        document=said.document or None,
        edition=said.edition,
        submission=said.submission or None,
        actor=said.actor,
        dry_run=recorded is None,
        changed=change is not None and recorded is not None,
        commit=recorded.commit if recorded else None,
        sequence=recorded.sequence if recorded else None,
        recorded=recorded.recorded if recorded else None,
        documents=[card.number for card in cards],
        guidance_taken_out=guidance,
        status=drafts[0].status if drafts else cards[0].status if cards else None,
    )


_NOTHING = Change(action="", actor="", operation="")


def _end(change: Change | None, recorded: Recorded | None, _: Translate) -> str:
    if recorded is None:
        return _("Nothing was written: this was a dry run.")
    commit = recorded.commit[:HASH]
    if change is None:
        return _("This was already recorded as commit {commit}; nothing was changed.").format(commit=commit)
    if recorded.behind:
        return _(
            "Commit {commit}. The files of the workspace could not follow; the next command that writes"
            " brings them up to date."
        ).format(commit=commit)
    return _("Commit {commit}.").format(commit=commit)


def _sentences(change: Change, _: Translate) -> Iterator[str]:
    for draft in change.submissions[:1]:
        yield _of_submission(change.action, draft, _)
    if change.action == "register" and len(change.cards) > 1:
        yield _("Documents taken over: {count}.").format(count=len(change.cards))
    elif change.cards:
        yield from _of_card(change.action, change.cards[0], change.edition, _)


def _of_submission(action: str, draft: Submission, _: Translate) -> str:
    if action == "submit":
        said = _("{id}: handed in, round {round}.")
        return said.format(id=draft.id, round=len(draft.rounds))
    if action == "sign":
        last = draft.signatures[-1]
        said = _("{id}: signed – {role}, {name}, {day}.")
        role = role_name(last.role, _)
        return said.format(id=draft.id, role=role, name=last.name, day=shown_date(last.date))
    return _("{id}: {done}.").format(id=draft.id, done=action_name(action, _))


def _of_card(action: str, card: Card, ordinal: int | None, _: Translate) -> Iterator[str]:
    if action == "withdraw" and card.withdrawal is not None:
        said = _("No. {number}: out of force from {day}.")
        yield said.format(number=card.number, day=shown_date(card.withdrawal.date))
        return
    edition = card.edition(ordinal) if ordinal is not None else None
    if edition is not None:
        said = _("No. {number}, edition {edition}: in force from {day}.")
        yield said.format(number=card.number, edition=ordinal, day=shown_date(edition.in_force_from))
        before = [one for one in card.editions if one.edition < edition.edition]
        if before and before[-1].in_force_to == edition.in_force_from:
            said = _("Edition {edition} is superseded on {day}.")
            yield said.format(edition=before[-1].edition, day=shown_date(edition.in_force_from))


def refused_rows_json(problems: Sequence[tuple[int, str]]) -> str:
    """The same for a program."""
    rows = [{"line": line, "problem": problem} for line, problem in problems]
    return registry_json.written(registry_json.ROWS, total=len(rows), refused=rows)


def refused_rows(problems: Sequence[tuple[int, str]], _: Translate) -> str:
    """The rows of a table that cannot be taken over, a line each."""
    return "".join(
        _("line {line}: {problem}").format(line=line, problem=harmless(problem)) + "\n"
        for line, problem in problems
    )
