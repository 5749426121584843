"""The parts of a Word file as they are kept: strict names stay strict, comments and instructions stay.

`docctl.docx.package` decides whether a file may be read at all; only what it let pass is parsed here again.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from functools import cached_property

from lxml import etree
from lxml.etree import _Element as Element

from docctl.docx.annotating.archive_copy import rewritten
from docctl.docx.archive import inflate, read_entries
from docctl.docx.package import Package, open_package

STRICT = "http://purl.oclc.org/ooxml/"
STRICT_RELATION = f"{STRICT}officeDocument/relationships/"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE, b"<\0", b"\0<")


class WordParts:
    """A Word file whose parts are changed one by one; what nobody asked to change stays byte for byte."""

    def __init__(self, data: bytes, name: str) -> None:
        """`data` is the file, `name` its name without folders.

        Raises UnreadableDraft or UnacceptedFormat for what may not be opened.
        """
        self.package: Package = open_package(data, name)
        self._data = data
        self._entries = {entry.name: entry for entry in read_entries(data)}
        self._names = {name.lower(): name for name in self._entries}
        self._trees: dict[str, Element] = {}
        self._changed: dict[str, Element] = {}

    @property
    def main(self) -> str:
        """The main document part."""
        return self._names[self.package.main.lower()]

    @cached_property
    def w(self) -> str:
        """The namespace of WordprocessingML as this file spells it, in braces."""
        return f"{{{etree.QName(self.tree(self.main)).namespace}}}"

    @property
    def strict(self) -> bool:
        """Whether the file uses the names of ISO 29500 strict."""
        return self.w.startswith(f"{{{STRICT}")

    def related(self, role: str) -> str | None:
        """The part that the main document relates to in this role."""
        return self.package.related(self.main, role)

    def spelt(self, name: str) -> str:
        """The name of a part as the archive spells it; as given when there is none."""
        return self._names.get(name.lower(), name)

    def holds(self, name: str) -> bool:
        """Whether the file has the part."""
        return name.lower() in self._names

    def tree(self, name: str) -> Element:
        """The root of a part, which must be there; change it only together with `change`."""
        name = self.spelt(name)
        if name not in self._trees:
            self.package.part(name)  # refuses what no parser may see
            self._trees[name] = _parsed(inflate(self._data, self._entries[name]))
        return self._trees[name]

    def change(self, name: str, root: Element | None = None) -> None:
        """The part is written anew: as `tree` gave it and it was changed since, or from another root."""
        name = self.spelt(name)
        self._changed[name] = self.tree(name) if root is None else root
        self._trees[name] = self._changed[name]

    def data(self) -> bytes:
        """The file with its changes."""
        if not self._changed:
            return self._data
        changes = {name: _serialised(root) for name, root in self._changed.items()}
        return rewritten(self._data, tuple(self._entries.values()), changes)


def _parsed(content: bytes) -> Element:
    encoding = None if content.startswith(UTF16) else "utf-8"
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        collect_ids=False,
    )
    return etree.fromstring(content.lstrip() if encoding else content, parser)


def _serialised(root: Element) -> bytes:
    document = root.getroottree()
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)
