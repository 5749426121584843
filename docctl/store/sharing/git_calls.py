"""The program git, run so that neither the caller's variables nor hooks decide what it does."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from docctl.errors import RepositoryTrouble
from docctl.store.environment import GIT_PROGRAM, OWN_SETTINGS, git_environment, user_environment

_LOCAL = (*OWN_SETTINGS, "core.commitGraph=false", "safe.directory=*", "advice.graftFileDeprecated=false")
"""The graph of commits is derived and may be wrong; `docctl.store.opening` has looked at the owner."""
_TRANSPORT = (
    *_LOCAL,
    "transfer.fsckObjects=true",
    "fetch.prune=false",
    "fetch.pruneTags=false",
    "fetch.recurseSubmodules=false",
    "push.followTags=false",
    "push.gpgSign=false",
    "push.recurseSubmodules=no",
)
_KEPT = ("GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSH_VARIANT", "GIT_ASKPASS", "GIT_EXEC_PATH", "GIT_SSL_CAINFO")
"""Variables of Git's that say how to reach and to convince another machine."""
_REACHING = {
    "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
}
"""Not the protocol ``ext``, which runs whatever its address says; and nothing is asked."""


class Answer(Struct, frozen=True):
    """How a call of git ended."""

    code: int
    out: bytes
    err: str

    @property
    def reason(self) -> str:
        """What git complained of, on one line."""
        lines = [line.removeprefix("fatal: ").removeprefix("error: ") for line in self.err.splitlines()]
        said = [line for line in lines if line.strip() and not line.startswith("hint:")]
        return " ".join(said) or f"exit code {self.code}"


def local_environment() -> dict[str, str]:
    """For work inside the workspace: the repository's own settings only, nothing replaced or grafted."""
    return git_environment(os.environ) | {"GIT_GRAFT_FILE": os.devnull}


def transport_environment() -> dict[str, str]:
    """For reaching a remote: the user's settings count, since addresses, keys and passwords are there."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT}
    return user_environment(os.environ) | kept | _REACHING


def git(root: Path, *arguments: str, given: bytes = b"") -> Answer:
    """Run git in the workspace on the repository's own settings."""
    return _answer(command(*arguments), root, local_environment(), given)


def git_checked(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git writes; raises RepositoryTrouble with its complaint when it fails."""
    answer = git(root, *arguments, given=given)
    if answer.code:
        raise trouble(answer, root)
    return answer.out


def git_transport(root: Path, *arguments: str) -> Answer:
    """Run git towards a remote, with the user's settings and never asking anything on the terminal."""
    environment = transport_environment()
    if not _own_ssh(root, environment):
        environment["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes"
    return _answer(command(*arguments, settings=_TRANSPORT), root, environment, b"")


def command(*arguments: str, settings: Sequence[str] = _LOCAL) -> list[str]:
    """The command line of git with docctl's settings before the arguments."""
    options = [part for setting in settings for part in ("-c", setting)]
    return [GIT_PROGRAM, *options, *arguments]


def lines_of(answer: Answer) -> Iterator[str]:
    """The lines that git wrote, whatever bytes are in them."""
    yield from answer.out.decode("utf-8", "surrogateescape").splitlines()


def trouble(answer: Answer, root: Path) -> RepositoryTrouble:
    """What git complained of as an error of ours."""
    return RepositoryTrouble(
        "Git could not do this: {reason}.", at=str(root), reason=answer.reason.rstrip(".")
    )


def _own_ssh(root: Path, environment: Mapping[str, str]) -> bool:
    """Whether the user says how ssh is to be called."""
    if {"GIT_SSH", "GIT_SSH_COMMAND"} & environment.keys():
        return True
    return _answer([GIT_PROGRAM, "config", "core.sshCommand"], root, environment, b"").code == 0


def _answer(call: Sequence[str], root: Path, environment: Mapping[str, str], given: bytes) -> Answer:
    try:
        done = subprocess.run(call, cwd=root, env=environment, input=given, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise RepositoryTrouble("The program git is not there: install git.", at=str(root)) from error
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
