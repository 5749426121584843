"""What ``docctl.toml`` says of signing."""

import tomllib

import msgspec
from msgspec import Struct

from docctl.errors import ConfigurationError

TABLE = "signing"


class SigningSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The table ``[signing]``."""

    required: bool = False
    """Whether every transition and every edition's tag must be signed from now on."""
    allowed_signers: str = "registry/allowed_signers"
    """Who signs with which key, in the form of ``ssh-keygen``; from the top of the workspace."""


def read_signing(settings: bytes, at: str) -> SigningSettings:
    """The table in the bytes of a ``docctl.toml``, the defaults when there is none.

    Raises ConfigurationError naming the file and what was expected.
    """
    try:
        data = tomllib.loads(settings.decode("utf-8"))
    except ValueError as error:
        raise ConfigurationError("Not valid TOML: {reason}.", at=at, reason=error) from error
    try:
        return msgspec.convert(data.get(TABLE, {}), SigningSettings)
    except msgspec.ValidationError as error:
        raise ConfigurationError(
            "[signing] takes “required” (true or false) and “allowed_signers” (a path): {reason}.",
            at=at,
            reason=error,
        ) from error
