"""Plain data bound to typed values; what does not fit is told with file, line and what was expected."""

from collections.abc import Sequence
from typing import Any, TypeVar, get_args

import msgspec

from docctl.domain.patterns import regex
from docctl.errors import ConfigurationError
from docctl.wording import N_
from docctl.yaml_files.plain import KeyPath, Plain, YamlFile

T = TypeVar("T")

_AT = regex(r" - at `(?:key in )?\$([^`]*)`$")
_STEP = regex(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")
_UNKNOWN = regex(r"Object contains unknown field `(.+?)`")
_MISSING = regex(r"Object missing required field `(.+?)`")
_EXPECTED = regex(r"Expected `(.+?)`(?:.*?got `(.+?)`)?")
_NO_DATE = regex(r"Invalid (?:RFC3339 encoded )?date(time)?")
_EMPTY = regex(r"Expected `array` of length >= 1")
_CHOICE = regex(r"Invalid enum value (.+)")


def bind(data: Plain, kind: type[T], files: Sequence[YamlFile], prefix: KeyPath = ()) -> T:
    """The data as a value of the type.

    Args:
        data: what the files say, merged.
        kind: a Struct type.
        files: where the data came from, the strongest first.
        prefix: where in those files the data stands.

    Raises:
        ConfigurationError: a key is unknown or missing, or a value is of the wrong type.
    """
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise _explained(str(error), kind, files, prefix) from error


def located(
    files: Sequence[YamlFile], key_path: KeyPath, message: str, **values: object
) -> ConfigurationError:
    """The error with the file and line at which the key stands."""
    places = (f"{file.path}:{line}" for file in files if (line := file.line(key_path)))
    return ConfigurationError(message, at=next(places, f"{files[0].path}:1"), **values)


def _explained(
    problem: str, kind: type[Any], files: Sequence[YamlFile], prefix: KeyPath
) -> ConfigurationError:
    place = _AT.search(problem)
    inner = _key_path(place[1] if place else "")
    problem = problem[: place.start()] if place else problem
    key_path = prefix + inner
    if unknown := _UNKNOWN.match(problem):
        known = ", ".join(_known_keys(kind, inner))
        return located(
            files,
            (*key_path, unknown[1]),
            "“{key}” is not known here; expected one of: {known}.",
            key=unknown[1],
            known=known,
        )
    if missing := _MISSING.match(problem):
        return located(files, key_path, "“{key}” is missing.", key=_dotted((*key_path, missing[1])))
    if choice := _CHOICE.match(problem):
        message = N_("“{key}” does not accept the value {value}.")
        return located(files, key_path, message, key=_dotted(key_path), value=choice[1])
    if _NO_DATE.match(problem):
        message = N_("“{key}” is no date; write the year, the month and the day: 2026-12-31.")
        return located(files, key_path, message, key=_dotted(key_path))
    if _EMPTY.match(problem):
        return located(files, key_path, "“{key}” must not be empty.", key=_dotted(key_path))
    return _mistyped(problem, files, key_path)


def _mistyped(problem: str, files: Sequence[YamlFile], key_path: KeyPath) -> ConfigurationError:
    expected = _EXPECTED.match(problem)
    return located(
        files,
        key_path,
        "“{key}”: expected {expected}, found {found}.",
        key=_dotted(key_path),
        expected=expected[1] if expected else problem,
        found=(expected and expected[2]) or "something else",
    )


def _key_path(printed: str) -> KeyPath:
    """The path in msgspec's notation, ``.sections[3].role``, as a tuple."""
    steps = (key or index for key, index in _STEP.findall(printed))
    return tuple(int(step) if step.isdigit() else step for step in steps if step != "...")


def _dotted(key_path: KeyPath) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in key_path)


def _known_keys(kind: Any, key_path: KeyPath) -> tuple[str, ...]:
    for step in key_path:
        kind = _field_type(kind, step) if isinstance(step, str) else get_args(kind)[0]
    kind = next((part for part in (kind, *get_args(kind)) if hasattr(part, "__struct_fields__")), kind)
    return tuple(getattr(kind, "__struct_fields__", ()))


def _field_type(kind: Any, name: str) -> Any:
    kind = next((part for part in (kind, *get_args(kind)) if hasattr(part, "__struct_fields__")), kind)
    fields = {field.name: field.type for field in msgspec.structs.fields(kind)}
    return fields.get(name, kind)
