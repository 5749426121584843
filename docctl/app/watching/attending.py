"""A number of files dealt with: each is answered, found to be answered already, or left for later."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from docctl.app.copy_names import REVIEWED
from docctl.app.watching.crew import Crew
from docctl.app.watching.deciding import Ready, Sight
from docctl.app.watching.giving_back import Changed, Return, give_back
from docctl.app.watching.intake import take_in
from docctl.app.watching.looking import is_whole
from docctl.app.watching.names import REPORTS, Sort, ending_of, stem_of
from docctl.app.watching.orders import Answer, GivenBack, Order, Reported, Unanswered, concerns_all
from docctl.app.watching.placing import fitting
from docctl.app.watching.station import Station
from docctl.app.watching.wordings import Wordings
from docctl.errors import DiskTrouble

HASH = 12
"""Digits of the SHA-256 in the names of reports."""
PAGE = ".html"
TRIES = 5
"""How often docctl may fail on a draft before that is said to be the draft's fate: mostly it is an upgrade
under way, and time heals it."""


class Dealt(Struct, frozen=True):
    """A file that something was done with."""

    path: str
    later: str = ""
    """Why it is to be tried again; empty: there is nothing left to do."""


class _Draft(Struct, frozen=True):
    """A file that was taken in."""

    sight: Sight
    key: str
    """The same for drafts that are the same."""
    report: str
    """Path of its report below the folder of reports, without its ending."""
    order: Order


class Attendant(Struct, frozen=True):
    """Deals with files of a station."""

    station: Station
    crew: Crew
    wordings: Wordings
    say: Callable[[str, str], None]
    """Told of each file that was dealt with."""

    def attend(self, ready: Sequence[Ready]) -> Iterator[Dealt]:
        """Deal with the files; those for which it is too early are passed over without a word.

        Raises DiskTrouble where no other file would fare better.
        """
        with self.station.scratch() as scratch:
            drafts: dict[str, _Draft] = {}
            for at, one in enumerate(ready):
                try:
                    draft = self._taken_in(one, scratch / str(at))
                except OSError as error:
                    yield self._later(one.sight.path, error)
                else:
                    if draft is None or draft.key in drafts:
                        continue
                    if self._answered_before(draft):
                        yield Dealt(one.sight.path)
                    else:
                        drafts[draft.key] = draft
            yield from self._answered(tuple(drafts.values()), scratch)

    def _taken_in(self, one: Ready, scratch: Path) -> _Draft | None:
        sight = one.sight
        path = self.station.root / sight.path
        try:
            if not one.overdue and not is_whole(path):
                return None
            scratch.mkdir()
            copy = scratch / path.name
            sha256 = take_in(path, sight.stamp, copy)
        except FileNotFoundError:
            return None
        if sha256 is None:
            return None
        key = sha256 + ending_of(path.name)
        report = self._named(key, sight, sha256[:HASH])
        reports = self.station.root / REPORTS
        order = Order(
            draft=copy,
            shown=os.fsencode(sight.path).decode("utf-8", "replace"),
            sha256=sha256,
            report=reports / (report + PAGE),
            copy=reports / (report + REVIEWED + path.suffix),
            last_try=one.tries >= TRIES,
            is_document=sight.sort is Sort.DRAFT,
        )
        return _Draft(sight, key, report, order)

    def _named(self, key: str, sight: Sight, digest: str) -> str:
        """The name of a draft's report: the one that it was to have before a crash, or a new one."""
        ledger = self.station.ledger
        if (claimed := ledger.claimed(key)) is not None:
            return claimed
        folder, slash, name = sight.path.rpartition("/")
        longest = f".{digest}.00{REVIEWED}{ending_of(name)}"
        stem = fitting(stem_of(name), longest).removesuffix(longest)
        names = (
            f"{folder}{slash}{stem}.{digest}{number}" for number in ("", *(f".{n}" for n in range(2, 99)))
        )
        report = next(name for name in names if not ledger.is_taken(name))
        with ledger.committing():
            ledger.claim(key, report)
        return report

    def _answered_before(self, draft: _Draft) -> bool:
        ledger, sight = self.station.ledger, draft.sight
        done = ledger.is_done(draft.key)
        if not done and not draft.order.report.exists():
            return False
        with ledger.committing():
            ledger.finish(draft.key)
            ledger.remember(sight.path, sight.stamp)
        if done:
            self.say(sight.path, self.wordings.same(f"{REPORTS}/{draft.report}{PAGE}"))
        return True

    def _answered(self, drafts: Sequence[_Draft], scratch: Path) -> Iterator[Dealt]:
        for at, answer in self.crew.answers([draft.order for draft in drafts]):
            try:
                dealt = self._noted(drafts[at], answer, scratch)
            except OSError as error:
                dealt = self._later(drafts[at].sight.path, error)
            if dealt is not None:
                yield dealt

    def _noted(self, draft: _Draft, answer: Answer, scratch: Path) -> Dealt | None:
        match answer:
            case Unanswered(reason, everywhere):
                if everywhere:
                    raise DiskTrouble("The disk refuses: {reason}", reason=reason)
                return Dealt(draft.sight.path, reason) if reason else None
            case GivenBack():
                return self._give_back(draft, answer, scratch)
            case Reported():
                return self._finish(draft, answer)

    def _finish(self, draft: _Draft, answer: Reported) -> Dealt:
        ledger, sight = self.station.ledger, draft.sight
        with ledger.committing():
            ledger.finish(draft.key)
            ledger.remember(sight.path, sight.stamp)
        self.say(sight.path, self.wordings.reported(answer, f"{REPORTS}/{draft.report}{PAGE}"))
        return Dealt(sight.path)

    def _give_back(self, draft: _Draft, answer: GivenBack, scratch: Path) -> Dealt | None:
        ledger = self.station.ledger
        with ledger.committing():
            ledger.renounce(draft.key)
        try:
            target = give_back(self.station, Return(draft.sight, answer), scratch / "reason")
        except Changed:
            return None
        self.say(draft.sight.path, self.wordings.given_back(answer, target.relative_to(self.station.root)))
        return Dealt(draft.sight.path)

    def _later(self, path: str, error: OSError) -> Dealt:
        reason = os.strerror(error.errno or 0)
        if concerns_all(error):
            raise DiskTrouble("The disk refuses: {reason}", at=path, reason=reason) from error
        return Dealt(path, reason)
