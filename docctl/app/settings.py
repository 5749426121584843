"""What the office says of itself in ``docctl.toml``."""

import os
import re
import tomllib
from pathlib import Path

from msgspec import Struct

from docctl.domain.office import Office
from docctl.domain.registry.commands import SIGN_OFFS
from docctl.domain.words import Language, Wordings
from docctl.errors import ConfigurationError

WORDINGS = {"organisation": "organisation", "approver": "approvers", "city": "cities"}
"""Tables that hold wordings, and the field of `Office` that each fills."""
REST = {"roles": ("required",), "numbers": ("pattern",), "review": ("years",), "signing": None}
"""The other tables and their keys; ``[signing]`` is read by the store, which knows its keys."""
LONGEST_INTERVAL = 50


class Settings(Struct, frozen=True, kw_only=True):
    """All that ``docctl.toml`` says to the registry and the check."""

    office: Office = Office()
    sign_offs: tuple[str, ...] = SIGN_OFFS
    """The roles that must have signed before an approval, in order."""
    numbers: str = ""
    """Regular expression that a new document's number must match; empty: any."""
    review_years: int = 3
    """Years after which an edition in force must be looked at again."""


def read_settings(file: Path) -> Settings:
    """The settings in a file; what it does not say is as by default.

    Raises ConfigurationError naming the file, the key and what was expected.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise ConfigurationError("Cannot be read: {reason}.", at=str(file), reason=reason) from error
    except ValueError as error:
        raise ConfigurationError("Not valid TOML: {reason}.", at=str(file), reason=error) from error
    return settings_of(text, str(file))


def settings_of(text: str, at: str) -> Settings:
    """The settings in the text of a ``docctl.toml``; `at` names it in errors."""
    try:
        data = tomllib.loads(text)
    except ValueError as error:
        raise ConfigurationError("Not valid TOML: {reason}.", at=at, reason=error) from error
    _refuse_unknown(data, at)
    fields = {field: _wordings(data.get(table, {}), table, at) for table, field in WORDINGS.items()}
    return Settings(
        office=Office(**fields),
        sign_offs=_sign_offs(data, at),
        numbers=_pattern(data, at),
        review_years=_years(data, at),
    )


def read_office(file: Path) -> Office:
    """What the settings say of the organisation; the whole file is proved."""
    return read_settings(file).office


def _refuse_unknown(data: dict[str, object], at: str) -> None:
    known = (*WORDINGS, *REST)
    for name, table in data.items():
        if name not in known:
            raise _unknown(name, known, at)
        if not isinstance(table, dict):
            raise ConfigurationError("[{key}] must be a table.", at=at, key=name)
        keys = REST.get(name)
        for key in table if keys else ():
            if key not in (keys or ()):
                raise _unknown(f"{name}.{key}", keys or (), at)


def _unknown(key: str, known: tuple[str, ...], at: str) -> ConfigurationError:
    return ConfigurationError(
        "“{key}” is not known here; expected one of: {known}.", at=at, key=key, known=", ".join(known)
    )


def _wordings(table: object, name: str, at: str) -> Wordings:
    languages = [language.value for language in Language]
    if not isinstance(table, dict):
        raise ConfigurationError("[{key}] must be a table with kk, ru or en.", at=at, key=name)
    for key in table:
        if key not in languages:
            raise _unknown(f"{name}.{key}", tuple(languages), at)
    return Wordings(**{key: _texts(value, f"{name}.{key}", at) for key, value in table.items()})


def _texts(value: object, key: str, at: str) -> tuple[str, ...]:
    texts = value if isinstance(value, list) else [value]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise ConfigurationError(
            "“{key}” must be a text or a list of texts, none of them empty.", at=at, key=key
        )
    return tuple(texts)


def _value(data: dict[str, object], table: str, key: str, default: object) -> object:
    inner = data.get(table, {})
    return inner.get(key, default) if isinstance(inner, dict) else default


def _sign_offs(data: dict[str, object], at: str) -> tuple[str, ...]:
    roles = _value(data, "roles", "required", list(SIGN_OFFS))
    if not isinstance(roles, list) or not all(role in SIGN_OFFS for role in roles):
        raise ConfigurationError(
            "“{key}” must be a list of these roles: {known}.",
            at=at,
            key="roles.required",
            known=", ".join(SIGN_OFFS),
        )
    return tuple(role for role in SIGN_OFFS if role in roles)


def _pattern(data: dict[str, object], at: str) -> str:
    pattern = _value(data, "numbers", "pattern", "")
    try:
        re.compile(pattern if isinstance(pattern, str) else "(")
    except re.error as error:
        raise ConfigurationError(
            "“{key}” must be a regular expression that numbers match: {reason}.",
            at=at,
            key="numbers.pattern",
            reason=error,
        ) from error
    return str(pattern)


def _years(data: dict[str, object], at: str) -> int:
    years = _value(data, "review", "years", Settings().review_years)
    if isinstance(years, bool) or not isinstance(years, int) or not 1 <= years <= LONGEST_INTERVAL:
        raise ConfigurationError(
            "“{key}” must be a whole number from {least} to {most}.",
            at=at,
            key="review.years",
            least=1,
            most=LONGEST_INTERVAL,
        )
    return years
