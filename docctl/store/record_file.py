"""What the files of cards and submissions have in common: a value as YAML and back, strictly."""

from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from docctl.errors import ConfigurationError, DamagedRecord, TransitionRefused
from docctl.yaml_files.binding import bind
from docctl.yaml_files.plain import YamlFile
from docctl.yaml_files.writing import write_yaml
from docctl.yaml_files.yaml_file import parse_yaml

T = TypeVar("T", bound=Struct)


def write_record(value: Struct) -> bytes:
    """The value as a file; raises TransitionRefused when a text of it is no valid Unicode."""
    try:
        return write_yaml(value).encode()
    except UnicodeEncodeError as error:
        damaged = ascii(error.object[error.start : error.end])
        raise TransitionRefused(
            "A text to be recorded holds {text}, which is no character; type it again.", text=damaged
        ) from error


def read_record(content: bytes, at: str, kind: type[T]) -> tuple[T, YamlFile]:
    """The value that a file holds, and the lines on which its fields stand.

    Raises DamagedRecord, naming file and line, when anything in it is not as it must be.
    """
    try:
        file = parse_yaml(content, Path(at))
        return bind(file.data, kind, [file]), file
    except ConfigurationError as error:
        raise error.recast(DamagedRecord) from error
