"""One YAML file as plain data that remembers its lines."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from docctl.domain.patterns import regex
from docctl.errors import ConfigurationError
from docctl.yaml_files.plain import KeyPath, Plain, YamlFile

MAX_BYTES = 1 << 20
MAX_DEPTH = 50
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALARS: dict[str, Callable[[str], Plain]] = {
    "null": lambda _: None,
    "int": lambda text: int(text, 0),
    "float": float,
}
_TRUE = regex(r"(?i:true|yes|on)\Z")


def read_yaml(path: Path) -> YamlFile:
    """Read a file whose top level is a mapping.

    Raises:
        ConfigurationError: not UTF-8, not YAML, a key twice, an alias, nested too deep, or something else
            than a mapping.
    """
    return parse_yaml(_read(path), path)


def parse_yaml(content: bytes, path: Path) -> YamlFile:
    """The content of a file whose top level is a mapping; `path` names it in errors.

    Raises:
        ConfigurationError: not UTF-8, not YAML, a key twice, an alias, nested too deep, or something else
            than a mapping.
    """
    node = _compose(path, _decoded(content, path))
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(path, node, "Expected “key: value” lines at the top level.")
    lines: dict[KeyPath, int] = {}
    data = _plain(node, (), _Context(path, lines, set()))
    return YamlFile(path, data, lines)


def _read(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigurationError("Cannot be read: {reason}.", at=str(path), reason=error.strerror) from error
    if len(content) > MAX_BYTES:
        raise ConfigurationError("The file is larger than 1 MiB; split it.", at=str(path))
    return content


def _decoded(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError("Not UTF-8 text; save the file as UTF-8.", at=str(path)) from error


def _compose(path: Path, text: str) -> yaml.Node | None:
    try:
        _refuse_depth(path, text)
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigurationError(
            "Not valid YAML: {reason}.", at=f"{path}:{line}", reason=error.problem
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ConfigurationError("Not valid YAML: {reason}.", at=str(path), reason=error) from error
    return node


def _refuse_depth(path: Path, text: str) -> None:
    """The C library composes by recursion without a limit: depth would end the process, not raise."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise ConfigurationError(
                "Lists and mappings stand too deep inside one another.", at=f"{path}:{line}"
            )


class _Context(Struct):
    path: Path
    lines: dict[KeyPath, int]
    seen: set[int]


def _plain(node: yaml.Node, key_path: KeyPath, context: _Context) -> Plain:
    if id(node) in context.seen:
        raise _wrong(context.path, node, "Anchors and aliases are not accepted; write the value out.")
    context.seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, context)
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(node, key_path, context))
    return [_plain(item, _mark(item, (*key_path, i), context), context) for i, item in enumerate(node.value)]


def _pairs(node: yaml.MappingNode, key_path: KeyPath, context: _Context) -> Iterator[tuple[str, Plain]]:
    keys: set[str] = set()
    for key_node, value in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else None
        if key is None or key in keys:
            raise _wrong(context.path, key_node, "A key stands here twice, or is no plain word.")
        keys.add(key)
        yield key, _plain(value, _mark(key_node, (*key_path, key), context), context)


def _mark(node: yaml.Node, key_path: KeyPath, context: _Context) -> KeyPath:
    context.lines[key_path] = node.start_mark.line + 1
    return key_path


def _scalar(node: yaml.ScalarNode, context: _Context) -> Plain:
    kind = node.tag.rpartition(":")[2]
    if kind == "bool":
        return bool(_TRUE.match(node.value))
    try:
        return _SCALARS[kind](node.value) if kind in _SCALARS else node.value
    except ValueError as error:
        raise _wrong(context.path, node, "Expected a number; put text in quotes.") from error


def _wrong(path: Path, node: yaml.Node | None, message: str) -> ConfigurationError:
    line = node.start_mark.line + 1 if node is not None else 1
    return ConfigurationError(message, at=f"{path}:{line}")
