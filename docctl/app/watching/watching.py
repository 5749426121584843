"""The use case `watch`: a drop folder looked after until somebody wants it to end, or once."""

import gc
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

from msgspec import Struct

from docctl.app.watching.answering import Bench
from docctl.app.watching.attending import Attendant
from docctl.app.watching.crew import Crew
from docctl.app.watching.deciding import Patience
from docctl.app.watching.ear import Deaf, Ear
from docctl.app.watching.giving_back import tidy
from docctl.app.watching.names import STATE
from docctl.app.watching.notify import READY, STOPPING, notify
from docctl.app.watching.rounds import Rounds
from docctl.app.watching.station import FolderLost, Station, open_station
from docctl.app.watching.stopping import Stop, Stopped, hearing
from docctl.app.watching.voice import Voice
from docctl.app.watching.wordings import Wordings
from docctl.errors import Busy, DiskTrouble, DocctlError, UsageError
from docctl.wording import N_, Translate

SOONEST = 0.2
"""Seconds between two looks at the folder, however many hints there are."""
SHARE = 5
"""A look is not repeated before so many times what it took: a large folder on a slow network has peace."""
PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds until it is tried again when the folder is lost or the disk refuses: doubled each time."""


class Watch(Struct, frozen=True, kw_only=True):
    """How a folder is watched."""

    folder: Path
    patience: Patience = Patience()
    every: float = 10.0
    """Seconds after which the folder is looked at though nothing was heard."""
    listening: bool = True
    """Whether the system is asked for hints; network folders have none."""
    jobs: int = 1


class Ended(Struct, frozen=True):
    """How it came to its end."""

    signal: int = 0
    """That asked for it; 0 when there was nothing left to do."""
    left: int = 0
    """Files that could not be dealt with."""


def watch(asked: Watch, bench: Bench, translate: Translate, voice: Voice) -> Ended:
    """Look after the folder until a signal says to end.

    Raises UsageError when there is no such folder, Busy when another watcher holds it, DiskTrouble when
    nothing can be written there. What happens later is told, waited for, and overcome.
    """
    with _watcher(asked, bench, translate, voice) as watcher:
        watcher.run()
    return watcher.ended


def watch_once(asked: Watch, bench: Bench, translate: Translate, voice: Voice) -> Ended:
    """Deal with what lies in the folder now.

    Raises what `watch` raises, and FolderLost.
    """
    with _watcher(asked, bench, translate, voice) as watcher:
        watcher.once()
    return watcher.ended


@contextmanager
def _watcher(asked: Watch, bench: Bench, translate: Translate, voice: Voice) -> Iterator["_Watcher"]:
    if not asked.folder.is_dir():
        raise UsageError("There is no such folder.", at=str(asked.folder))
    # What is loaded stays: neither collected again nor copied into the processes that examine.
    gc.freeze()
    with hearing() as stop:
        watcher = _Watcher(asked, bench, translate, voice, stop)
        try:
            yield watcher
        except Stopped:
            pass
        finally:
            notify(STOPPING)
            watcher.ended = Ended(stop.asked, watcher.left)


class _Watcher:
    def __init__(self, asked: Watch, bench: Bench, translate: Translate, voice: Voice, stop: Stop) -> None:
        self._asked, self._bench, self._translate = asked, bench, translate
        self._voice, self._stop = voice, stop
        self._device = asked.folder.stat().st_dev
        self._told = ""
        self._pause = PAUSE
        self.left = 0
        self.ended = Ended()

    def once(self) -> None:
        """Until nothing is left, or what is left is not to be waited for."""
        patience = self._asked.patience
        until = monotonic() + patience.unfinished + 2 * patience.settle
        with open_station(self._asked.folder) as station:
            rounds = self._rounds(station)
            notify(READY)
            while not self._stop.asked:
                wake = rounds.go(self._stop.is_asked)
                self.left = rounds.left
                if wake is None or wake > max(until, monotonic()):
                    return
                self._stop.wait(wake)

    def run(self) -> None:
        """Until somebody wants it to end."""
        with open_station(self._asked.folder) as station:
            notify(READY)
            trouble = self._served(station)
        while trouble is not None:
            self._wait_after(trouble)
            if self._stop.asked:
                return
            trouble = self._served_again()

    def _served_again(self) -> DocctlError | None:
        if not self._is_back():
            return FolderLost("The folder is not there.", at=str(self._asked.folder))
        try:
            with open_station(self._asked.folder) as station:
                return self._served(station)
        except (FolderLost, DiskTrouble, Busy) as trouble:
            return trouble

    def _served(self, station: Station) -> DocctlError | None:
        """What keeps it from going on; None when somebody wants it to end."""
        listener = Ear(station, self._voice, self._translate) if self._asked.listening else Deaf()
        rounds = self._rounds(station)
        try:
            with closing(listener) as ear:
                while not self._stop.asked:
                    self._turn(rounds, ear)
        except (FolderLost, DiskTrouble) as trouble:
            return trouble
        finally:
            self.left = rounds.left
        return None

    def _turn(self, rounds: Rounds, ear: Ear | Deaf) -> None:
        """One round, and the wait until the next."""
        pipes = ear.pipes
        ear.take()
        looked = monotonic()
        wake = rounds.go(lambda: self._is_tired(looked, rounds.took))
        self._recovered()
        earliest = looked + rounds.took + max(SOONEST, SHARE * rounds.took)
        latest = looked + self._asked.every
        self._stop.wait(earliest)
        if not self._stop.asked:
            self._stop.wait(latest if wake is None else min(wake, latest), *pipes)

    def _is_tired(self, looked: float, took: float) -> bool:
        """Whether it is time for another look before what the last one showed is done."""
        return bool(self._stop.asked) or monotonic() > looked + max(self._asked.every, 20 * took)

    def _rounds(self, station: Station) -> Rounds:
        tidy(station.root, station.ledger)
        crew = Crew(self._bench, self._asked.jobs, self._stop, station.leave)
        attendant = Attendant(station, crew, Wordings(self._translate), self._voice.say)
        return Rounds(station, attendant, self._asked.patience, self._voice)

    def _wait_after(self, trouble: DocctlError) -> None:
        sentence = trouble.worded(self._translate)
        if sentence != self._told:
            self._told = sentence
            self._voice.say("", self._translate(N_("{trouble} It is tried again.")).format(trouble=sentence))
        self._stop.wait(monotonic() + self._pause)
        self._pause = min(self._pause * 2, LONGEST_PAUSE)

    def _recovered(self) -> None:
        self._pause = PAUSE
        if self._told:
            self._told = ""
            self._voice.say("", self._translate(N_("It goes on.")))

    def _is_back(self) -> bool:
        """Where a share is lost its place is an empty folder of another file system; nothing begins there."""
        folder = self._asked.folder
        try:
            return (folder / STATE).is_dir() or folder.stat().st_dev == self._device
        except OSError:
            return False
