"""Plain data as a file holds it, with the lines on which it stands. Knows no YAML: that is slow to load."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

Plain = Any
"""None, bool, int, float, str, or lists and mappings of them."""

KeyPath = tuple[str | int, ...]


class YamlFile(Struct, frozen=True):
    """The content of a file and the line on which each of its keys and items stands."""

    path: Path
    data: dict[str, Plain]
    lines: Mapping[KeyPath, int]
    """Lines start at 1."""

    def line(self, key_path: KeyPath) -> int | None:
        """The line of a key, or of the nearest key above it; None when the file has none of them."""
        for length in range(len(key_path), 0, -1):
            if key_path[:length] in self.lines:
                return self.lines[key_path[:length]]
        return None
