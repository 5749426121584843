"""The parts of a Word file, and the ZIP archive of them."""

import io
import posixpath
import re
import zipfile

import msgspec
from msgspec import Struct

from tests.kit.markup import PROLOGUE, made_strict, tag

CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
RELS = "application/vnd.openxmlformats-package.relationships+xml"
DATE = (2025, 1, 1, 0, 0, 0)
MAIN = "word/document.xml"


class Link(Struct, frozen=True):
    """A relationship of a part."""

    id: str
    type: str
    """The last step of its type, or the whole of it."""
    target: str
    external: bool = False


class WordFile(Struct):
    """A Word file being made. `parts` by name, `types` by name, `links` by the part they belong to."""

    name: str = "draft.docx"
    parts: dict[str, bytes] = {}
    types: dict[str, str] = {}
    links: dict[str, list[Link]] = {}
    strict: bool = False
    raw: bytes | None = None
    """The file itself, where it is no archive of the parts any more."""

    def add(self, name: str, data: bytes, content_type: str) -> None:
        """Add a part; the type is WordprocessingML's unless it holds a slash."""
        self.parts[name] = data
        self.types[name] = content_type if "/" in content_type else f"{CONTENT}{content_type}+xml"

    def link(self, source: str, kind: str, target: str, *, id: str = "", external: bool = False) -> str:
        """Relate a part to another one or to an address; the id is given back."""
        links = self.links.setdefault(source, [])
        number = id or f"rId{len(links) + 1}"
        links.append(Link(number, kind, target, external))
        return number

    def replace(self, old: str, new: str, part: str = MAIN, count: int = 1) -> None:
        """Change the text of a part, which must hold it."""
        text = self.parts[part].decode()
        if old not in text:
            raise ValueError(f"{old!r} is not in {part}")
        self.parts[part] = text.replace(old, new, count).encode()

    def data(self) -> bytes:
        """The file."""
        if self.raw is not None:
            return self.raw
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in (
                ("[Content_Types].xml", self._types()),
                *self._relationships(),
                *self._parts(),
            ):
                info = zipfile.ZipInfo(name, DATE)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, part)
        return buffer.getvalue()

    def copy(self) -> "WordFile":
        """The same file, to be changed alone."""
        return msgspec.structs.replace(
            self,
            parts=dict(self.parts),
            types=dict(self.types),
            links={part: list(links) for part, links in self.links.items()},
        )

    def _parts(self) -> list[tuple[str, bytes]]:
        if not self.strict:
            return list(self.parts.items())
        return [
            (name, made_strict(data) if name.endswith(".xml") else data) for name, data in self.parts.items()
        ]

    def _types(self) -> bytes:
        defaults = (tag("Default", Extension="rels", ContentType=RELS),)
        overrides = (
            tag("Override", PartName=f"/{name}", ContentType=kind) for name, kind in self.types.items()
        )
        return _xml(tag("Types", *defaults, *overrides, xmlns=f"{PACKAGE}content-types"))

    def _relationships(self) -> list[tuple[str, bytes]]:
        return [(_links_of(part), self._links(part, links)) for part, links in self.links.items()]

    def _links(self, part: str, links: list[Link]) -> bytes:
        folder = posixpath.dirname(part)
        inside = (
            tag(
                "Relationship",
                Id=link.id,
                Type=link.type if "/" in link.type else self._family() + link.type,
                Target=link.target if link.external else posixpath.relpath(link.target, folder or "."),
                TargetMode="External" if link.external else None,
            )
            for link in links
        )
        return _xml(tag("Relationships", *inside, xmlns=f"{PACKAGE}relationships"))

    def _family(self) -> str:
        return "http://purl.oclc.org/ooxml/officeDocument/relationships/" if self.strict else RELATIONSHIP


def _links_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _xml(text: str) -> bytes:
    return (PROLOGUE + text).encode()


def insert_run(file: WordFile, run: str) -> None:
    """Put a run at the end of a paragraph in the middle of the text."""
    text = file.parts[MAIN].decode()
    ends = [found.start() for found in re.finditer(r"(?<=</w:r>)</w:p>(?=<w:p>)", text)]
    at = ends[len(ends) // 2]
    file.parts[MAIN] = f"{text[:at]}{run}{text[at:]}".encode()
