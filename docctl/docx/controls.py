"""Content controls: where people fill something in (ECMA-376 part 1, 17.5.2)."""

from collections.abc import Iterator

from lxml.etree import _Element as Element
from msgspec import Struct

from docctl.docx.package import Package, open_package
from docctl.docx.paragraphs import shows_placeholder
from docctl.docx.xml import W, parse

STORIES = ("header", "footer", "footnotes", "endnotes")


class Control(Struct, frozen=True):
    """A content control."""

    alias: str
    """Its title, as Word shows it above; empty when it has none."""
    tag: str
    """Its name for programs; empty when it has none."""
    placeholder: bool
    """It still shows the text that asks to be replaced."""
    text: str
    """What it shows."""


def controls_in(data: bytes, name: str) -> tuple[Control, ...]:
    """The content controls of a Word file: of its body, then of headers, footers and notes.

    `name` is the file's name without folders. Raises UnreadableDraft or UnacceptedFormat.
    """
    package = open_package(data, name)
    return tuple(control for part in _stories(package) for control in _controls(parse(part)))


def _stories(package: Package) -> Iterator[bytes]:
    related = package.relationships(package.main).values()
    beside = dict.fromkeys(one.target for one in related if one.role in STORIES and not one.external)
    for name in (package.main, *beside):
        part = package.part(name)
        if part is not None:
            yield part


def _controls(root: Element) -> Iterator[Control]:
    for element in root.iter(f"{W}sdt"):
        yield Control(
            alias=_said(element, "alias"),
            tag=_said(element, "tag"),
            placeholder=shows_placeholder(element),
            text="".join(part.text or "" for part in element.iter(f"{W}t")),
        )


def _said(element: Element, name: str) -> str:
    found = element.find(f"{W}sdtPr/{W}{name}")
    return found.get(f"{W}val") or "" if found is not None else ""
