"""Values as YAML that a person likes to read and that differs only where the values differ.

Keys stand in the order of the fields, a value to a line, whatever its length. A text is left bare only where
no reader of YAML could take it for anything but that text; else it stands in quotes, in the notation of JSON.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from docctl.domain.patterns import regex

_BARE = regex(r"[^\W\d_](?:[\w./()«»№–—;+'-]|,(?= )| (?=[\w./()«»№–—;+'-]))*")
"""A letter first; nothing that YAML gives a meaning to, nothing that a reader does not see."""
_MEANT = frozenset("y n yes no on off true false null none".split())
"""Words that some reader of YAML takes for a truth value or for nothing."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BYTES_2, _BYTES_1 = 0xFFFF, 0xFF
_SURROGATES = range(0xD800, 0xE000)
"""No characters: left as they are, so that encoding the file tells of them."""


def write_yaml(value: msgspec.Struct) -> str:
    """The value as a YAML file; `binding.bind` makes the same value of it.

    Texts hold no lone surrogates: UTF-8 has none.
    """
    plain = msgspec.to_builtins(value, builtin_types=(date, datetime))
    return "".join(f"{line}\n" for line in _mapping(plain))


def _mapping(data: dict[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{key}:", value)


def _entry(opening: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield opening
        yield from (f"  {line}" for line in _mapping(value))
    elif isinstance(value, list | tuple) and value:
        yield opening
        for item in value:
            yield from (f"  {line}" for line in _item(item))
    elif isinstance(value, str) and _reads_as_lines(value):
        yield f"{opening} |-"
        yield from (f"  {line}" for line in value.split("\n"))
    else:
        yield f"{opening} {_scalar(value)}"


def _item(item: Any) -> Iterator[str]:
    lines = _mapping(item) if isinstance(item, dict) and item else _entry("", item)
    for at, line in enumerate(lines):
        yield f"  {line}" if at else f"- {line.lstrip(' ')}"


def _reads_as_lines(text: str) -> bool:
    """Whether the text can stand as a block of lines: each of them visible from end to end."""
    lines = text.split("\n")
    return len(lines) > 1 and all(line and line.isprintable() and line == line.strip() for line in lines)


def _scalar(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value if _is_bare(value) else f'"{"".join(map(_escaped, value))}"'
    return str(msgspec.json.encode(value), "utf-8")


def _is_bare(text: str) -> bool:
    return bool(_BARE.fullmatch(text)) and text.isprintable() and text.casefold() not in _MEANT


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code in _SURROGATES:
        return character
    if code <= _BYTES_1:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _BYTES_2 else f"\\U{code:08x}"
