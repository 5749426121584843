"""SSH signatures over commits and tags, made and checked by ``ssh-keygen -Y``.

What a signature proves here is little: that the holder of a key signed these bytes. Whose key it is and what
that person may do is compared with the roles by the caller.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from docctl.domain.patterns import regex
from docctl.errors import ConfigurationError, RepositoryTrouble
from docctl.store.access.signing_settings import read_signing
from docctl.store.environment import GIT_PROGRAM, user_environment
from docctl.store.opening import SETTINGS

PROGRAM = "ssh-keygen"
NAMESPACE = "git"
"""As Git signs, so that ``git log --show-signature`` can check the same signatures."""
KEY_VARIABLE = "DOCCTL_SIGN_KEY"
_LITERAL_KEY = ("key::", "ssh-", "ecdsa-", "sk-")
_FINGERPRINT = regex(r"SHA256:[A-Za-z0-9+/]{43}")
_SECONDS = 60
"""A hardware key may want to be touched."""


class Signer(Struct, frozen=True):
    """Signs with one key: a private key file, or a public one whose private half is held by ssh-agent."""

    key: str

    def sign(self, payload: bytes) -> str:
        """The armoured signature over the bytes.

        Raises:
            ConfigurationError: the key is not there, has a passphrase, or is not in the agent.
            RepositoryTrouble: ssh-keygen is not installed.
        """
        with tempfile.TemporaryDirectory() as folder:
            key = _key_file(self.key, Path(folder))
            done = _run(["-Y", "sign", "-n", NAMESPACE, "-f", key], payload)
        if done.returncode:
            raise ConfigurationError(
                "Cannot sign with the key {key}: {reason}. A key with a passphrase must be held by ssh-agent:"
                " run ssh-add first.",
                key=self.key,
                reason=_reason(done.stderr),
            )
        return done.stdout.decode("ascii")


class Proof(Struct, frozen=True):
    """What a signature proves: the key, and whether `allowed_signers` knows it as that person's."""

    fingerprint: str
    """``SHA256:…``; empty when the signature is not one over these bytes."""
    known: bool = True


def signer_of(root: Path, option: str | None, environ: Mapping[str, str]) -> Signer | None:
    """Who signs what is recorded in the workspace now; None: it is not signed.

    A key that the call names (``--sign-key``, ``$DOCCTL_SIGN_KEY``) signs always; the one in Git's settings
    (``user.signingkey``) where the workspace requires signatures. Raises ConfigurationError when it requires
    them and there is no key.
    """
    named = option or environ.get(KEY_VARIABLE)
    settings = root / SETTINGS
    if named or not settings.is_file() or not read_signing(settings.read_bytes(), str(settings)).required:
        return Signer(named) if named else None
    configured = _configured_key(root, environ)
    if not configured:
        raise ConfigurationError(
            "This workspace requires signatures, and no key is named. Name one with --sign-key, in the"
            " variable {variable}, or once for all: git config --global user.signingkey FILE",
            at=str(settings),
            variable=KEY_VARIABLE,
        )
    return Signer(configured)


def _configured_key(root: Path, environ: Mapping[str, str]) -> str:
    """The key in Git's settings, the user's among them; empty when there is none."""
    asked = [GIT_PROGRAM, "config", "--get", "user.signingkey"]
    done = subprocess.run(asked, cwd=root, env=user_environment(environ), capture_output=True, check=False)
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def fingerprint_of(signature: bytes, payload: bytes) -> str:
    """The fingerprint of the key that made this signature over these bytes; empty when it did not."""
    with tempfile.TemporaryDirectory() as folder:
        file = _written(Path(folder) / "signature", signature)
        done = _run(["-Y", "check-novalidate", "-n", NAMESPACE, "-s", file], payload)
    return _fingerprint(done)


def proof(signature: bytes, payload: bytes, allowed_signers: bytes, mail: str, when: datetime) -> Proof:
    """The signature held against an ``allowed_signers`` file as it was on that day for that person."""
    with tempfile.TemporaryDirectory() as folder:
        file = _written(Path(folder) / "signature", signature)
        allowed = _written(Path(folder) / "allowed_signers", allowed_signers)
        moment = f"verify-time={when.astimezone(UTC):%Y%m%d%H%M%S}Z"
        options = ["-Y", "verify", "-n", NAMESPACE, "-s", file, "-f", allowed, "-I", mail, "-O", moment]
        done = _run(options, payload)
    found = _fingerprint(done)
    return Proof(found) if found else Proof(fingerprint_of(signature, payload), known=False)


def _fingerprint(done: subprocess.CompletedProcess[bytes]) -> str:
    match = _FINGERPRINT.search(done.stdout.decode("utf-8", "replace")) if done.returncode == 0 else None
    return match[0] if match else ""


def _key_file(key: str, folder: Path) -> str:
    if key.startswith(_LITERAL_KEY):
        return _written(folder / "key.pub", key.removeprefix("key::").encode() + b"\n")
    return str(Path(key).expanduser())


def _written(file: Path, content: bytes) -> str:
    file.write_bytes(content)
    return str(file)


def _run(options: Sequence[str], payload: bytes) -> subprocess.CompletedProcess[bytes]:
    """ssh-keygen without a terminal: it must not ask for a passphrase."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise RepositoryTrouble(
            "{program} is not there, but signatures must be made or checked: install openssh-client.",
            program=PROGRAM,
        )
    return subprocess.run(
        [program, *options],
        input=payload,
        capture_output=True,
        env={**os.environ, "LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"},
        start_new_session=True,
        timeout=_SECONDS,
        check=False,
    )


def _reason(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].rstrip(".") if lines else "?"
