"""What holds of every registry, whatever was asked of it in whatever order."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from docctl.domain.registry.card import Card, CardStatus, Edition, Person
from docctl.domain.registry.commands import Acceptance, Return, Withdraw
from docctl.domain.registry.documents import approve, register, withdraw
from docctl.domain.registry.holdings import Holdings
from docctl.domain.registry.lifecycle import accept, give_back, sign, submit
from docctl.domain.registry.submission import Submission, SubmissionStatus
from docctl.errors import TransitionRefused
from docctl.store.card_file import read_card, write_card
from docctl.store.submission_file import read_submission, write_submission
from tests.domain.registry.values import (
    EMPTY,
    FILING,
    POLICY,
    approval,
    hand_in,
    registration,
    sign_off,
)

days = st.integers(-60, 3).map(lambda n: POLICY.today + timedelta(days=20 * n))
close_days = st.integers(-3, 1).map(lambda n: POLICY.today + timedelta(days=n))
numbers = st.sampled_from(("", "1", "2", "1/а", "1/А"))
people = st.sampled_from(("С. Оспанов", "А. Ахметов", "Б. Болатов", "Айбек Нұрланұлы"))
places = st.integers(0, 3)


def without_end(edition: Edition) -> Edition:
    return replace(edition, in_force_to=None)


class Office(RuleBasedStateMachine):
    """Random commands; those refused change nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.holdings: Holdings = EMPTY
        self.fixed: dict[tuple[str, int], Edition] = {}
        self.settled: dict[str, Submission] = {}

    def chosen(self, place: int, status: SubmissionStatus | None = None) -> Submission | None:
        """Any submission; where a status is wished for, one that has it if there is one."""
        every = list(self.holdings.submissions.values())
        every = [one for one in every if one.status is status] or every
        return every[place % len(every)] if every else None

    def put(self, submission: Submission) -> None:
        self.holdings = self.holdings.with_submission(submission)

    @rule(number=numbers, file=st.integers(0, 9), unit=st.sampled_from("АБ"))
    def submits(self, number: str, file: int, unit: str) -> None:
        try:
            self.put(submit(self.holdings, hand_in(f"f{file}", number=number, unit=unit), FILING))
        except TransitionRefused:
            return

    @rule(place=places)
    def returns(self, place: int) -> None:
        if submission := self.chosen(place):
            try:
                self.put(give_back(submission, Return("себеп")))
            except TransitionRefused:
                return

    @rule(place=places)
    def accepts(self, place: int) -> None:
        if submission := self.chosen(place):
            try:
                self.put(accept(submission, Acceptance(POLICY.today)))
            except TransitionRefused:
                return

    @rule(place=places, role=st.sampled_from(POLICY.sign_offs), name=people, day=close_days)
    def signs(self, place: int, role: str, name: str, day: date) -> None:
        if submission := self.chosen(place):
            try:
                self.put(sign(submission, sign_off(role, day, name), POLICY))
            except TransitionRefused:
                return

    @rule(place=places)
    def is_signed_by_all(self, place: int) -> None:
        """The long way in one step: chance alone seldom finds it."""
        submission = self.chosen(place, SubmissionStatus.SUBMITTED)
        if submission is None or submission.status is not SubmissionStatus.SUBMITTED:
            return
        submission = accept(submission, Acceptance(POLICY.today))
        for role in POLICY.sign_offs:
            submission = sign(submission, sign_off(role, POLICY.today - timedelta(days=2)), POLICY)
        self.put(submission)

    @rule(place=places, number=numbers, name=people, day=close_days, later=st.integers(0, 30))
    def approves(self, place: int, number: str, name: str, day: date, later: int) -> None:
        submission = self.chosen(place, SubmissionStatus.SIGNING)
        if submission is None:
            return
        asked = approval(
            submission.number or number,
            approver=Person(name, "ректор"),
            approved=day,
            in_force=day + timedelta(days=later),
        )
        try:
            made = approve(self.holdings, submission, asked, POLICY, FILING)
        except TransitionRefused:
            return
        before = self.holdings.card(made.card.number)
        assert made.card.last.edition == (before.last.edition + 1 if before else 1)
        assert {"developed", "agreed", "lawyer"} == {one.role for one in made.card.last.signatures}
        assert all(one.date <= day for one in made.card.last.signatures)
        self.holdings = self.holdings.with_card(made.card).with_submission(made.submission)

    @rule(number=numbers, edition=st.integers(0, 5), day=days)
    def registers(self, number: str, edition: int, day: date) -> None:
        try:
            card = register(self.holdings, registration(edition, day, number=number), POLICY, FILING)
        except TransitionRefused:
            return
        self.holdings = self.holdings.with_card(card)

    @rule(place=places, day=days)
    def withdraws(self, place: int, day: date) -> None:
        every = list(self.holdings.cards.values())
        if not every:
            return
        try:
            self.holdings = self.holdings.with_card(
                withdraw(every[place % len(every)], Withdraw("негіз", day))
            )
        except TransitionRefused:
            return

    @invariant()
    def editions_ascend_and_never_overlap(self) -> None:
        for card in self.holdings.cards.values():
            for before, after in pairwise(card.editions):
                assert before.edition < after.edition
                assert before.in_force_from < after.in_force_from == before.in_force_to
                assert before.approved <= after.approved
            for edition in card.editions:
                assert edition.approved <= edition.in_force_from

    @invariant()
    def at_most_one_edition_counts_on_a_day(self) -> None:
        for card in self.holdings.cards.values():
            for day in turning_days(card):
                counting = [edition for edition in card.editions if edition.in_force_on(day)]
                assert counting == ([found] if (found := card.in_force_on(day)) else [])

    @invariant()
    def nothing_of_an_edition_changes_but_its_end(self) -> None:
        for card in self.holdings.cards.values():
            for edition in card.editions:
                known = self.fixed.setdefault((card.number, edition.edition), without_end(edition))
                assert without_end(edition) == known
        for number, ordinal in self.fixed:
            assert self.holdings.existing(number).edition(ordinal) is not None

    @invariant()
    def an_approved_submission_changes_no_more(self) -> None:
        for submission in self.holdings.submissions.values():
            if submission.status is SubmissionStatus.APPROVED:
                assert self.settled.setdefault(submission.id, submission) == submission
        for known in self.settled.values():
            edition = self.holdings.existing(known.approved_as).edition(known.edition)
            assert edition is not None
            assert edition.submission == known.id

    @invariant()
    def a_document_has_one_open_submission(self) -> None:
        named = [one.number for one in self.holdings.open() if one.number]
        assert len(named) == len(set(named))

    @invariant()
    def no_number_stands_for_two_documents(self) -> None:
        assert len(self.holdings.twins) == len(self.holdings.cards)
        assert not {"1/а", "1/А"} <= set(self.holdings.cards)

    @invariant()
    def a_withdrawn_document_ends(self) -> None:
        for card in self.holdings.cards.values():
            assert (card.status is CardStatus.WITHDRAWN) == (card.withdrawal is not None)
            assert card.last.in_force_to == (card.withdrawal.date if card.withdrawal else None)

    def teardown(self) -> None:
        for card in self.holdings.cards.values():
            assert read_card(write_card(card), "card.yaml") == card
        for submission in self.holdings.submissions.values():
            assert read_submission(write_submission(submission), "s.yaml") == submission


def turning_days(card: Card) -> set[date]:
    """The days on which something may change, and those beside them."""
    ends = {edition.in_force_to for edition in card.editions} - {None}
    turns = {edition.in_force_from for edition in card.editions} | {end for end in ends if end}
    return {day + timedelta(days=near) for day in turns for near in (-1, 0, 1)}


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=80, stateful_step_count=50, deadline=None)
