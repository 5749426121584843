"""A function run in a confined process; its result or its error comes back as plain data."""

import os
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import StrEnum
from typing import NoReturn

import msgspec
from msgspec import Struct

from docctl.confinement.child import PIPE, child
from docctl.confinement.limits import Confinement
from docctl.errors import DocctlError, UnreadableDraft
from docctl.wording import Said

Plain = str | int | float | bool | None


class ConfinedFault(Exception):
    """Something failed in a confined process that nobody expected; the message is its traceback."""


class _Kind(StrEnum):
    RESULT = "result"
    REFUSED = "refused"
    FAULT = "fault"


class _Value(Struct, frozen=True):
    plain: Plain
    said: bool = False


class _Answer(Struct, frozen=True, array_like=True):
    """What the child sends: never more than bytes, text and numbers, however hostile what it read."""

    kind: _Kind
    result: bytes = b""
    message: str = ""
    at: str = ""
    values: dict[str, _Value] = {}
    error: tuple[str, ...] = ()
    """The class of the error and those that it derives from, the nearest first."""


def confined(work: Callable[[], bytes], limits: Confinement) -> bytes:
    """The result of `work`, run in a forked process within the limits and without network.

    Raises the DocctlError that the work raised (one whose class only the child has loaded comes back as the
    nearest that is known here), UnreadableDraft when the process dies, is late, takes too much memory or
    hands back too much, ConfinedFault for any other error. The work sees what docctl has in memory, but no
    file that docctl has open, and it can start no process.
    """
    with child(lambda: _labour(work), limits) as process:
        sent = process.output()
        code = process.code()
    if code == 0:
        with suppress(msgspec.DecodeError):
            return _told(msgspec.msgpack.decode(sent, type=_Answer))
    raise died(code, limits)


def died(code: int, limits: Confinement) -> UnreadableDraft:
    """What is said of a process that ended with this code, negative for a signal."""
    if code == -signal.SIGXCPU:
        return UnreadableDraft("it takes longer than {seconds} seconds", seconds=limits.computing)
    return UnreadableDraft("the process that read it died: it may be made to do harm")


def _told(answer: _Answer) -> bytes:
    if answer.kind is _Kind.RESULT:
        return answer.result
    if answer.kind is _Kind.FAULT:
        raise ConfinedFault(answer.message)
    values = {name: Said(it.plain) if it.said else it.plain for name, it in answer.values.items()}
    raise _known(answer.error)(answer.message, at=answer.at, **values)


def _known(names: tuple[str, ...]) -> type[DocctlError]:
    """The first of the classes that this process has."""
    classes = {_name(kind): kind for kind in _descendants(DocctlError)}
    return next((classes[name] for name in names if name in classes), UnreadableDraft)


def _descendants(kind: type[DocctlError]) -> Iterator[type[DocctlError]]:
    yield kind
    for descendant in kind.__subclasses__():
        yield from _descendants(descendant)


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _labour(work: Callable[[], bytes]) -> NoReturn:
    """The child's life: the work, its answer, the exit."""
    answer = msgspec.msgpack.encode(_answer(work))
    rest = memoryview(answer)
    while rest:
        rest = rest[os.write(PIPE, rest) :]
    os._exit(0)


def _answer(work: Callable[[], bytes]) -> _Answer:
    try:
        return _Answer(_Kind.RESULT, work())
    except DocctlError as error:
        return _refused(error)
    except (MemoryError, RecursionError):
        return _refused(UnreadableDraft("it takes more memory than there is"))
    except Exception as error:  # noqa: BLE001  it is raised again where somebody can log it
        return _Answer(_Kind.FAULT, message="".join(traceback.format_exception(error)))


def _refused(error: DocctlError) -> _Answer:
    return _Answer(
        _Kind.REFUSED,
        message=error.message,
        at=error.at,
        values={name: _sendable(value) for name, value in error.values.items()},
        error=tuple(_name(kind) for kind in type(error).__mro__),
    )


def _sendable(value: object) -> _Value:
    plain = value if isinstance(value, str | int | float | bool | None) else str(value)
    return _Value(str(plain) if isinstance(plain, str) else plain, isinstance(value, Said))
