"""A round: a look at the folder, a decision, and the files that are ready dealt with."""

import os
from collections.abc import Callable, Iterator, Sequence
from time import monotonic

from docctl.app.watching.attending import Attendant, Dealt
from docctl.app.watching.deciding import Patience, Ready, Sight, Waiting, decide, put_back
from docctl.app.watching.looking import Seen, look_around
from docctl.app.watching.notify import ALIVE, notify
from docctl.app.watching.station import FolderLost, Station
from docctl.app.watching.voice import Voice
from docctl.docx.limits import MIB

BATCH, BULK = 64, 256 * MIB
"""Files, and their bytes, that are dealt with by processes that end then: what they held is given back."""


class Rounds:
    """What the watcher keeps in its head of a station: the files that it has not dealt with."""

    def __init__(self, station: Station, attendant: Attendant, patience: Patience, voice: Voice) -> None:
        self._station, self._attendant = station, attendant
        self._patience, self._voice = patience, voice
        self._waiting: dict[str, Waiting] = {}
        self._unseen: frozenset[str] = frozenset()
        self.took = 0.0
        """Seconds that the last look took."""

    @property
    def left(self) -> int:
        """How many files were seen that were not dealt with."""
        return len(self._waiting)

    def go(self, tired: Callable[[], bool]) -> float | None:
        """Look once, deal with what is ready until `tired`; when to look again, None where nothing waits.

        Raises FolderLost, DiskTrouble.
        """
        began = monotonic()
        sights = list(self._look())
        self.took = monotonic() - began
        decision = decide(self._waiting, sights, monotonic(), self._patience)
        self._waiting = dict(decision.waiting)
        total, done = len(decision.ready), 0
        for batch in batches(decision.ready):
            if tired():
                break
            for dealt in self._attendant.attend(batch):
                done += 1
                self._note(dealt)
                self._voice.progress(done, total)
                notify(ALIVE)
        self._voice.progress(total, total)
        # Of two files that are the same draft, the second was passed over; and time has gone by.
        return monotonic() if done else decision.wake

    def _note(self, dealt: Dealt) -> None:
        one = self._waiting.pop(dealt.path)
        if dealt.later:
            self._waiting[dealt.path] = put_back(one, monotonic())
            if not one.tries:
                self._voice.say(dealt.path, self._attendant.wordings.later(dealt.later))

    def _look(self) -> Iterator[Sight]:
        """The files that were not dealt with as they are; those that are gone are forgotten."""
        self._station.refuse_loss()
        ledger, unseen = self._station.ledger, set[str]()

        def complain(folder: str, error: OSError) -> None:
            unseen.add(folder)
            if folder not in self._unseen:
                self._voice.say(folder, os.strerror(error.errno or 0))

        gone = ledger.folders()
        try:
            for seen in look_around(self._station.root, complain):
                gone.discard(seen.folder)
                yield from self._news(seen)
        except OSError as error:
            raise FolderLost("The folder is not there.", at=str(self._station.root)) from error
        self._unseen = frozenset(unseen)
        if gone and not unseen:
            with ledger.committing():
                for folder in gone:
                    ledger.forget_folder(folder)

    def _news(self, seen: Seen) -> Iterator[Sight]:
        known = self._station.ledger.stamps(seen.folder)
        for sight in seen.sights:
            if known.pop(sight.path.rpartition("/")[2], None) != sight.stamp:
                yield sight
        if known:
            with self._station.ledger.committing():
                self._station.ledger.forget(seen.folder, known)


def batches(ready: Sequence[Ready]) -> Iterator[Sequence[Ready]]:
    """The files in their order, so many at once as processes may hold."""
    batch: list[Ready] = []
    bulk = 0
    for one in ready:
        size = one.sight.stamp.size
        if batch and (len(batch) == BATCH or bulk + size > BULK):
            yield batch
            batch, bulk = [], 0
        batch.append(one)
        bulk += size
    if batch:
        yield batch
