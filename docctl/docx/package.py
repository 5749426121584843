"""An Office package: its parts, their content types and relations.

Opened within `limits`; a part is inflated when it is asked for.
"""

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from msgspec import Struct

from docctl.docx import markup
from docctl.docx.archive import Entry, inflate, read_entries
from docctl.docx.kinds import other_office, refuse_unless_office
from docctl.docx.limits import LIMITS, MIB, Limits
from docctl.docx.xml import RELS, TYPES, parse
from docctl.errors import UnreadableDraft

CONTENT_TYPES = "[Content_Types].xml"
ROOT = ""
"""The name under which the relations of the package itself are asked for."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_TYPES = frozenset(
    {
        f"{WORD}document.main+xml",
        f"{WORD}template.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    }
)
OFFICE_PREFIX = "application/vnd."
XML_ENDINGS = (".xml", ".rels", ".vml")
USUAL_MAIN = "word/document.xml"


class Relationship(Struct, frozen=True):
    """What one part says of another, or of something outside the file."""

    id: str
    type: str
    """The whole type, transitional."""
    target: str
    """Name of the part; as written when it lies outside."""
    external: bool

    @property
    def role(self) -> str:
        """The last word of the type: ``styles``, ``oleObject``."""
        return self.type.rpartition("/")[2]


class ContentTypes(Struct, frozen=True):
    """Declared types by part name and by ending, all in lower case."""

    by_part: Mapping[str, str]
    by_ending: Mapping[str, str]

    @property
    def declared(self) -> bool:
        """Whether any is."""
        return bool(self.by_part or self.by_ending)

    def of(self, name: str) -> str:
        """The type of a part, empty when none is declared."""
        return self.by_part.get(name) or self.by_ending.get(posixpath.splitext(name)[1], "")


class Package:
    """An opened Word file. Part names are without a leading slash and found whatever their case."""

    def __init__(self, data: bytes, entries: tuple[Entry, ...], limits: Limits) -> None:
        self._data = data
        self._limits = limits
        self._entries = {entry.name.lower(): entry for entry in entries}
        self._counted: set[str] = set()
        self._paragraphs = self._elements = self._attributes = 0
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        self._types = ContentTypes({}, {})
        self._types = self._read_content_types()
        self.main = ""
        """Name of the main document part."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts as the archive spells them, in its order."""
        return tuple(entry.name for entry in self._entries.values())

    def part(self, name: str) -> bytes | None:
        """The content of a part, XML as UTF-8 in transitional names; None when there is no such part.

        Raises UnreadableDraft when it breaks a limit or is damaged.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        if not self.is_xml(name):
            return inflate(self._data, entry, self._limits)
        self._refuse_large(entry)
        content = markup.utf8(inflate(self._data, entry, self._limits), self._limits)
        self._count(entry.name, content)
        return content

    def content_type(self, name: str) -> str:
        """The declared type of a part in lower case; empty when none is declared."""
        return self._types.of(name.lower())

    def own_content_type(self, name: str) -> str:
        """The type declared for this very part, in lower case; empty when only its ending has one."""
        return self._types.by_part.get(name.lower(), "")

    def is_xml(self, name: str) -> bool:
        """Whether the part is XML, by its declared type or its name."""
        return name.lower().endswith(XML_ENDINGS) or self.content_type(name).endswith(("+xml", "/xml"))

    def relationships(self, name: str) -> Mapping[str, Relationship]:
        """The relations of a part (or of `ROOT`) by id; empty when it has none."""
        return {relationship.id: relationship for relationship in self.all_relationships(name)}

    def all_relationships(self, name: str) -> tuple[Relationship, ...]:
        """The relations of a part as they stand, even when two share an id."""
        key = name.lower()
        if key not in self._relationships:
            self._relationships[key] = tuple(self._read_relationships(name))
        return self._relationships[key]

    def related(self, name: str, role: str) -> str | None:
        """The first part inside the file that `name` relates to in this role, e.g. ``styles``."""
        related = (r for r in self.relationships(name).values() if r.role == role and not r.external)
        return next((r.target for r in related if r.target.lower() in self._entries), None)

    def sources(self) -> tuple[str, ...]:
        """Names of all parts that have relations, `ROOT` among them."""
        return (ROOT, *filter(None, map(_source, self.names)))

    def find_main(self, name: str) -> str:
        """The name of the main document part of the file `name`.

        Raises UnreadableDraft or UnacceptedFormat when there is none, or it is not Word's.
        """
        candidates = (self.related(ROOT, "officeDocument"), *self._by_type(MAIN_TYPES), USUAL_MAIN)
        present = [part for part in candidates if part is not None and part.lower() in self._entries]
        declared = [part for part in present if self.content_type(part) in MAIN_TYPES]
        undeclared = [part for part in present if not self.content_type(part).startswith(OFFICE_PREFIX)]
        for part in declared + undeclared:
            return self._entries[part.lower()].name
        if present or not self._types.declared:
            raise other_office(name, self.content_type(present[0]) if present else "")
        raise UnreadableDraft("it has no main document part")

    def _by_type(self, types: frozenset[str]) -> Iterator[str]:
        return (part for part, declared in self._types.by_part.items() if declared in types)

    def _refuse_large(self, entry: Entry) -> None:
        if entry.size > self._limits.part:
            raise markup.too_large(self._limits)

    def _count(self, name: str, content: bytes) -> None:
        """Counts a part once towards the limits of all parts that are read."""
        if name in self._counted:
            return
        self._counted.add(name)
        limits = self._limits
        self._elements += markup.elements(content)
        self._attributes += markup.attributes(content)
        if self._elements > limits.elements:
            raise UnreadableDraft("it has more than {limit} elements of markup", limit=limits.elements)
        if self._attributes > limits.attributes:
            raise UnreadableDraft("it has more than {limit} attributes of markup", limit=limits.attributes)
        if self._elements > limits.paragraphs:
            self._paragraphs += markup.paragraphs(content)
        if self._paragraphs > limits.paragraphs:
            raise UnreadableDraft("it has more than {limit} paragraphs", limit=limits.paragraphs)

    def _read_content_types(self) -> ContentTypes:
        data = self.part(CONTENT_TYPES)
        if data is None:
            return self._types
        root = parse(data, self._limits)
        return ContentTypes(
            {
                override.get("PartName", "").lstrip("/").lower(): override.get("ContentType", "").lower()
                for override in root.iterfind(f"{TYPES}Override")
            },
            {
                f".{default.get('Extension', '').lower()}": default.get("ContentType", "").lower()
                for default in root.iterfind(f"{TYPES}Default")
            },
        )

    def _read_relationships(self, name: str) -> Iterator[Relationship]:
        folder, base = posixpath.split(name)
        data = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        if data is None:
            return
        for element in parse(data, self._limits).iterfind(f"{RELS}Relationship"):
            target = element.get("Target", "")
            external = element.get("TargetMode", "").lower() == "external"
            yield Relationship(
                element.get("Id", ""),
                element.get("Type", ""),
                target if external else self._resolve(folder, target),
                external,
            )

    def _resolve(self, folder: str, target: str) -> str:
        """The part that an internal target names: relative, absolute, percent-encoded, in another case."""
        path = target.partition("#")[0].replace("\\", "/")
        for spelling in (path, unquote(path)):
            resolved = posixpath.normpath(posixpath.join("/", folder, spelling)).lstrip("/")
            if resolved.lower() in self._entries:
                return self._entries[resolved.lower()].name
        return resolved


def open_package(data: bytes, name: str = "", limits: Limits = LIMITS) -> Package:
    """Open a Word file; `name` is the file's name, whose ending must not lie.

    Raises UnacceptedFormat for another kind of file, UnreadableDraft for a damaged or too large one.
    """
    if len(data) > limits.file:
        raise UnreadableDraft("it is larger than {limit} MiB", limit=limits.file // MIB)
    refuse_unless_office(data, name)
    entries = read_entries(data, limits)
    for entry in entries:
        if entry.name.lower().endswith(XML_ENDINGS) and entry.size > limits.part:
            raise markup.too_large(limits)
    package = Package(data, entries, limits)
    package.main = package.find_main(name)
    return package


def _source(rels: str) -> str:
    """The part whose relations the part `rels` holds; empty when it holds none, or those of the package."""
    folder, base = posixpath.split(rels)
    if posixpath.basename(folder).lower() != "_rels" or not base.lower().endswith(".rels"):
        return ROOT
    return posixpath.join(posixpath.dirname(folder), base[: -len(".rels")])
