"""The ear kept at the folder: a listener that died is replaced, and its death is told once."""

from time import monotonic

from docctl.app.watching.hints import Hints
from docctl.app.watching.station import Station
from docctl.app.watching.voice import Voice
from docctl.wording import N_, Translate

DEAF = 60.0
"""Seconds until somebody is sent again to listen."""
_DEAF = N_(
    "The system gives no hints of what happens in this folder; it is looked at in intervals. Often there are"
    " more folders in it than fs.inotify.max_user_watches allows."
)


class Ear:
    """Listens for hints while it is open; without any, the folder is looked at every now and then."""

    def __init__(self, station: Station, voice: Voice, translate: Translate) -> None:
        self._station, self._voice, self._translate = station, voice, translate
        self._hints: Hints | None = None
        self._next, self._told = 0.0, False

    @property
    def pipes(self) -> tuple[int, ...]:
        """What is readable when there is a hint."""
        if self._hints is None and monotonic() >= self._next:
            self._next = monotonic() + DEAF
            self._hints = Hints(self._station.root, self._station.leave)
        return () if self._hints is None else (self._hints.pipe,)

    def take(self) -> None:
        """The hints are heard."""
        if self._hints is not None and not self._hints.heard():
            self.close()
            if not self._told:
                self._told = True
                self._voice.say("", self._translate(_DEAF))

    def close(self) -> None:
        """Nobody listens any more."""
        if self._hints is not None:
            self._hints.close()
            self._hints = None


class Deaf:
    """For folders of which the system gives no hints."""

    pipes: tuple[int, ...] = ()

    def take(self) -> None:
        """There is nothing to take."""

    def close(self) -> None:
        """There is nothing to close."""
