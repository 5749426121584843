"""What the office says of itself in ``docctl.toml``."""

import os
import tomllib
from pathlib import Path

from docctl.domain.office import Office
from docctl.domain.words import Language, Wordings
from docctl.errors import ConfigurationError

TABLES = {"organisation": "organisation", "approver": "approvers", "city": "cities"}
"""Tables of the settings that hold wordings, and the field of `Office` that each fills."""


def read_office(settings: Path) -> Office:
    """What the settings say of the organisation; other tables are left to those who need them.

    Raises ConfigurationError naming the file, the key and what was expected.
    """
    try:
        data = tomllib.loads(settings.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(
            "Cannot be read: {reason}.", at=str(settings), reason=os.strerror(error.errno or 0)
        ) from error
    except ValueError as error:
        raise ConfigurationError("Not valid TOML: {reason}.", at=str(settings), reason=error) from error
    fields = {field: _wordings(data.get(table, {}), table, settings) for table, field in TABLES.items()}
    return Office(**fields)


def _wordings(table: object, name: str, settings: Path) -> Wordings:
    languages = [language.value for language in Language]
    if not isinstance(table, dict):
        raise _mistake(settings, name, "[{key}] must be a table with kk, ru or en.")
    for key in table:
        if key not in languages:
            raise _mistake(settings, f"{name}.{key}", "“{key}” is not known here; expected kk, ru or en.")
    return Wordings(**{key: _texts(value, f"{name}.{key}", settings) for key, value in table.items()})


def _texts(value: object, key: str, settings: Path) -> tuple[str, ...]:
    texts = value if isinstance(value, list) else [value]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise _mistake(settings, key, "“{key}” must be a text or a list of texts, none of them empty.")
    return tuple(texts)


def _mistake(settings: Path, key: str, message: str) -> ConfigurationError:
    return ConfigurationError(message, at=str(settings), key=key)
