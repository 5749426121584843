"""Content that acts and that LibreOffice leaves behind when it makes a Word file, found in the bytes."""

from collections.abc import Iterator

from docctl.domain.draft import ActiveContent, ActiveKind
from docctl.domain.patterns import regex

SIGNS: dict[str, tuple[tuple[ActiveKind, bytes, str], ...]] = {
    "doc": ((ActiveKind.MACROS, "_VBA_PROJECT".encode("utf-16-le"), "Macros"),),
    "odt": (
        (ActiveKind.MACROS, b"Basic/script-lc.xml", "Basic"),
        (ActiveKind.MACROS, b"Scripts/python/", "Scripts"),
        (ActiveKind.MACROS, b"Scripts/javascript/", "Scripts"),
        (ActiveKind.MACROS, b"Scripts/beanshell/", "Scripts"),
    ),
}
"""By format: what it is, the bytes that tell it (names of streams and entries are not packed), its name."""
_TEMPLATE = regex(r"\{\\\*\\template ([^{}]{0,200})")
_RTF_HEAD = 1 << 20


def lost_in_conversion(data: bytes, kind: str) -> tuple[ActiveContent, ...]:
    """Macros and the like in a ``doc``, ``rtf`` or ``odt`` file, each kind of it once."""
    found = dict.fromkeys(_signs(data, kind))
    if kind == "rtf":
        found |= dict.fromkeys(_templates(data))
    return tuple(found)


def _signs(data: bytes, kind: str) -> Iterator[ActiveContent]:
    for what, sign, detail in SIGNS.get(kind, ()):
        if sign in data:
            yield ActiveContent(what, detail)


def _templates(data: bytes) -> Iterator[ActiveContent]:
    """A template that lies elsewhere: on another computer, or in the web."""
    for match in _TEMPLATE.finditer(data[:_RTF_HEAD].decode("latin-1")):
        if "//" in match[1] or match[1].startswith("\\\\"):
            yield ActiveContent(ActiveKind.EXTERNAL_TEMPLATE, match[1].strip())
