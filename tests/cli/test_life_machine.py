"""Random commands against a simple model: what it allows is recorded, everything else changes nothing."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec import Struct

from tests.cli.office import SIGNERS, Office, draft, one_id
from tests.cli.running import Outcome

PEOPLE = {"64/1": "lead librarian", "64/2": "senior librarian"}
ROLES = tuple(SIGNERS)
WORDINGS = ("attend", "take", "skip", "visit", "choose", "join", "enter", "leave", "follow", "finish")
START = date(2015, 1, 1)
NUMBERS = st.sampled_from(sorted(PEOPLE))


class Draft(Struct):
    """A draft in the office, as the model sees it."""

    submission: str
    status: str
    signed: int = 0


class Document(Struct):
    """A document, as the model sees it."""

    editions: int = 0
    withdrawn: bool = False
    waiting: Draft | None = None
    attempts: int = 0

    def day(self, step: int) -> date:
        """A day after everything that has happened to the document."""
        return START + timedelta(days=100 * self.editions + step)


class Life(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.office = Office(self.home).init()
        self.documents = {number: Document() for number in PEOPLE}
        self.recorded = 1
        self.advance("64/1", 6)  # one document is in force, the other not there yet

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    def judge(self, done: Outcome, *, allowed: bool) -> bool:
        """The command did what the model says; true when it was recorded."""
        assert done.code == (0 if allowed else 2), (done.out, done.err)
        assert "Traceback" not in done.err
        moved = self.office.head != self.head
        assert moved == allowed, done.out
        self.recorded += allowed
        return allowed

    @property
    def head(self) -> str:
        return self._head

    def at(self, number: str) -> Document:
        self._head = self.office.head
        return self.documents[number]

    def id_of(self, document: Document) -> str:
        return document.waiting.submission if document.waiting else "S-2026-9999"

    @rule(number=NUMBERS)
    def submit(self, number: str) -> None:
        document = self.at(number)
        document.attempts += 1
        tens, ones = divmod(document.attempts, len(WORDINGS))
        wording = f"{WORDINGS[tens]} or {WORDINGS[ones]}"
        content = draft(document.editions + 1, wording=wording, person=PEOPLE[number])
        done = self.office.submit(content, *(("--number", number) if document.editions else ()))
        waiting = document.waiting
        allowed = not document.withdrawn and (waiting is None or waiting.status == "returned")
        if self.judge(done, allowed=allowed):
            document.waiting = Draft(one_id(done.out), "submitted")
            assert waiting is None or waiting.submission == document.waiting.submission

    @rule(number=NUMBERS)
    def give_back(self, number: str) -> None:
        document = self.at(number)
        reason = f"Reason {document.attempts}"
        done = self.office.call("return", self.id_of(document), "--reason", reason)
        waiting = document.waiting
        if waiting is not None and waiting.status == "returned":
            assert (done.code, self.office.head) == (0, self.head)
            assert "already recorded" in done.out
        elif self.judge(done, allowed=waiting is not None) and waiting is not None:
            waiting.status, waiting.signed = "returned", 0

    @rule(number=NUMBERS)
    def accept(self, number: str) -> None:
        document = self.at(number)
        done = self.office.call("accept", self.id_of(document))
        waiting = document.waiting
        if waiting is not None and waiting.status == "accepted":
            assert (done.code, self.office.head) == (0, self.head)
            return
        allowed = waiting is not None and waiting.status == "submitted"
        if self.judge(done, allowed=allowed) and waiting is not None:
            waiting.status = "accepted"

    @rule(number=NUMBERS, right=st.booleans(), ahead=st.integers(1, 2))
    def sign(self, number: str, right: bool, ahead: int) -> None:
        document = self.at(number)
        waiting = document.waiting
        signed = waiting.signed if waiting else 0
        role = ROLES[(signed + (0 if right else ahead)) % len(ROLES)]
        day = document.day(signed).isoformat()
        open_ = waiting is not None and waiting.status in ("accepted", "signing")
        done = self.office.sign(self.id_of(document), role, day)
        allowed = open_ and signed < len(ROLES) and role == ROLES[signed]
        if self.judge(done, allowed=allowed) and waiting is not None:
            waiting.status, waiting.signed = "signing", signed + 1

    @rule(number=NUMBERS)
    def approve(self, number: str) -> None:
        document = self.at(number)
        waiting = document.waiting
        done = self.office.approve(self.id_of(document), document.day(10).isoformat(), number=number)
        signed = waiting is not None and waiting.signed == len(ROLES)
        if self.judge(done, allowed=signed and not document.withdrawn):
            document.editions, document.waiting = document.editions + 1, None

    @rule(number=st.sampled_from(("64/1", "64/1", "64/2")))
    def withdraw(self, number: str) -> None:
        document = self.at(number)
        basis = ("--basis", f"Order {self.recorded}", "--date", document.day(50).isoformat())
        done = self.office.call("withdraw", number, *basis)
        if self.judge(done, allowed=document.editions > 0 and not document.withdrawn):
            document.withdrawn = True

    @rule(number=NUMBERS, steps=st.integers(1, 4))
    def advance(self, number: str, steps: int) -> None:
        """Some right steps one after the other: chance alone seldom gets as far as an edition."""
        for _ in range(steps):
            waiting = self.documents[number].waiting
            if waiting is None or waiting.status == "returned":
                self.submit(number)
            elif waiting.status == "submitted":
                self.accept(number)
            elif waiting.signed < len(ROLES):
                self.sign(number, True, 1)
            else:
                self.approve(number)

    @invariant()
    def registry_is_the_model(self) -> None:
        cards = {card["number"]: card for card in self.office.json("list")["documents"]}
        for number, document in self.documents.items():
            assert len(cards[number]["editions"] if number in cards else []) == document.editions
            counting = [
                one
                for one in (cards.get(number) or {"editions": []})["editions"]
                if one["status"] == "in_force"
            ]
            assert len(counting) == (1 if document.editions and not document.withdrawn else 0)
        inbox = {one["id"]: one["status"] for one in self.office.json("inbox")["submissions"]}
        waiting = [document.waiting for document in self.documents.values() if document.waiting]
        assert inbox == {one.submission: one.status for one in waiting}


Life.TestCase.settings = settings(
    max_examples=6,
    stateful_step_count=14,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestLife = Life.TestCase
