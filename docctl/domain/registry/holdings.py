"""All that the registry holds at one moment, as the lifecycle asks about it."""

import unicodedata
from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from docctl.domain.folding import fold
from docctl.domain.registry.card import Card
from docctl.domain.registry.facts import number_key
from docctl.domain.registry.submission import Submission, SubmissionStatus
from docctl.errors import TransitionRefused


class Holdings(Struct, frozen=True):
    """Cards and submissions. Made by `holdings_of`."""

    cards: Mapping[str, Card]
    """By number."""
    twins: Mapping[str, str]
    """By the key under which people take two numbers for the same: the number that there is."""
    submissions: Mapping[str, Submission]
    """By id."""

    def card(self, number: str) -> Card | None:
        """The card of exactly this number, however its letters are composed."""
        return self.cards.get(normal_number(number))

    def twin(self, number: str) -> str | None:
        """The number of a document that people would take for this one: case or writing differs."""
        known = self.twins.get(number_key(number))
        return None if known == normal_number(number) else known

    def existing(self, number: str) -> Card:
        """The card of this number; raises TransitionRefused when there is none."""
        if card := self.card(number):
            return card
        if twin := self.twin(number):
            raise TransitionRefused(
                "The registry has no document “{number}”; it has “{twin}”. Did you mean that one?",
                number=number,
                twin=twin,
            )
        raise TransitionRefused(
            "The registry has no document “{number}”; “docctl list” shows those it has.", number=number
        )

    def open(self) -> tuple[Submission, ...]:
        """The submissions that are not an edition yet."""
        return tuple(one for one in self.submissions.values() if one.status is not SubmissionStatus.APPROVED)

    def with_card(self, card: Card) -> "Holdings":
        """The same with this card in place of the one of its number."""
        return msgspec.structs.replace(
            self,
            cards={**self.cards, card.number: card},
            twins={**self.twins, number_key(card.number): card.number},
        )

    def with_submission(self, submission: Submission) -> "Holdings":
        """The same with this submission in place of the one of its id."""
        return msgspec.structs.replace(self, submissions={**self.submissions, submission.id: submission})


def holdings_of(cards: Iterable[Card], submissions: Iterable[Submission]) -> Holdings:
    """What the registry holds."""
    by_number = {card.number: card for card in cards}
    return Holdings(
        cards=by_number,
        twins={number_key(number): number for number in by_number},
        submissions={submission.id: submission for submission in submissions},
    )


def normal_number(number: str) -> str:
    """The number as the registry writes it: composed letters, no spaces around it."""
    return unicodedata.normalize("NFC", number).strip()


def next_id(holdings: Holdings, year: int) -> str:
    """The id of the next submission of a year: ``S-2026-0008``."""
    prefix = f"S-{year:04}-"
    taken = (int(name.removeprefix(prefix)) for name in holdings.submissions if name.startswith(prefix))
    return f"{prefix}{max(taken, default=0) + 1:04}"


def same_text(one: str, other: str) -> bool:
    """Whether a reader takes two names or titles for the same."""
    return fold(one) == fold(other)
