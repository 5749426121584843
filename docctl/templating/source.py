"""What templates are built from: the look of a page, the words of a language, the text of a kind of document.

All three are YAML files that a maintainer changes without Word. Texts may hold blanks for people to fill in,
``[[what to write here]]``, and the fields of `docctl.templating.fields` between ``{{`` and ``}}``.
Lengths are millimetres, sizes of letters points.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from docctl.domain.words import Language
from docctl.errors import ConfigurationError
from docctl.yaml_files.binding import bind, located
from docctl.yaml_files.yaml_file import read_yaml

SOURCE = "source.yaml"
LOOK = "page.yaml"
WORDS = "words"
MARK = "mark.png"


class Margins(Struct, frozen=True, forbid_unknown_fields=True):
    """Distances from the edges of the paper; header and footer are those of their text."""

    left: float
    right: float
    top: float
    bottom: float
    header: float
    footer: float


class Sizes(Struct, frozen=True, forbid_unknown_fields=True):
    """Sizes of letters."""

    body: float
    heading: float
    title: float
    table: float
    running: float
    guidance: float


class Widths(Struct, frozen=True, forbid_unknown_fields=True):
    """Widths of the columns of the tables; each list adds up to the width of the text."""

    header: tuple[float, float, float]
    """Mark, organisation and title, edition and page."""
    signature_sheet: tuple[float, ...]
    acquaintance_sheet: tuple[float, ...]
    change_sheet: tuple[float, ...]


class Look(Struct, frozen=True, forbid_unknown_fields=True):
    """How every page looks: ``page.yaml``."""

    width: float
    height: float
    margins: Margins
    font: str
    sizes: Sizes
    line_spacing: float
    """Of the running text, in lines."""
    indent: float
    """Of the first line of a paragraph."""
    number_width: float
    """From the number of a clause to its text."""
    columns: Widths
    row_height: float
    """Least height of a row that people fill in by hand."""
    empty_rows: int
    """Rows of the acquaintance sheet and of the change sheet."""
    mark_width: float
    """Of the organisation's mark in the running header; its height follows."""

    @property
    def text_width(self) -> float:
        """Width of the text between the margins."""
        return self.width - self.margins.left - self.margins.right


class Sheet(Struct, frozen=True, forbid_unknown_fields=True):
    """A sheet with a table."""

    heading: str
    description: str
    """What the table is, for those who hear the page read out."""
    columns: tuple[str, ...]
    guidance: tuple[str, ...] = ()


class Roles(Struct, frozen=True, forbid_unknown_fields=True):
    """Labels of the sign-off roles."""

    developed: str
    agreed: str
    lawyer: str


class Blanks(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a blank that the fields did not fill."""

    organisation: str
    city: str
    position: str
    name: str


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a language that all kinds of document share: ``words/<language>.yaml``."""

    locale: str
    """Language and region of the text: kk-KZ."""
    approval: str
    approval_date: str
    number: str
    """Line of the title page; ``{number}`` stands for the number or the blank for it."""
    city_and_year: str
    """``{city}`` and ``{year}``."""
    mark: str
    """What the picture in the running header is, for those who hear the page read out."""
    header: str
    """What the table of the running header is, likewise."""
    edition: str
    page_of_pages: str
    """``{page}`` and ``{pages}`` stand for Word's fields."""
    contents: str
    contents_guidance: tuple[str, ...]
    blanks: Blanks
    roles: Roles
    signature_sheet: Sheet
    acquaintance_sheet: Sheet
    change_sheet: Sheet


class Clause(Struct, frozen=True, forbid_unknown_fields=True):
    """A clause with what stands below it."""

    text: str
    subclauses: tuple[str, ...] = ()
    """Numbered 1.1.1, 1.1.2 …"""
    items: tuple[str, ...] = ()
    """Listed as 1), 2) …"""


class SectionSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A section: its heading, what belongs in it, its clauses."""

    role: str
    """The section's role in the form of the kind."""
    heading: str
    guidance: tuple[str, ...] = ()
    """Paragraphs that explain what belongs here. `check` passes over them, `submit` cuts them out."""
    clauses: tuple[str | Clause, ...] = ()
    """Numbered 1.1, 1.2 …"""
    entries: tuple[str, ...] = ()
    """Paragraphs without numbers, as in a list of abbreviations."""


class Template(Struct, frozen=True, forbid_unknown_fields=True):
    """The text of a kind of document in a language: ``<kind>/<language>/source.yaml``."""

    kind: str
    language: Language
    title: str
    """The title where nobody sets another; it may use all fields but itself."""
    kind_line: str
    """The kind of document as it stands alone on the title page."""
    subject: str
    """What the file properties say that the document is."""
    pages: tuple[int, ...]
    """The page on which each section begins, then each sheet: what the contents show until Word counts."""
    sections: tuple[SectionSource, ...]


class Source(Struct, frozen=True):
    """All that a template file is built from."""

    look: Look
    words: Words
    template: Template
    mark: bytes
    """The organisation's mark, or ours in its place: a PNG picture."""


def sources(folder: Path) -> tuple[Path, ...]:
    """The sources of the templates in a folder, in the order of their names."""
    return tuple(sorted(folder.glob(f"*/*/{SOURCE}")))


def read_source(path: Path, folders: Sequence[Path]) -> Source:
    """The source of a template with all that it shares with others.

    Args:
        path: a ``source.yaml``.
        folders: template folders that may hold ``page.yaml``, ``words/`` and ``mark.png``; the first that
            has a file gives it.

    Raises:
        ConfigurationError: a file is missing, no YAML, or does not fit; it names file and line.
    """
    file = read_yaml(path)
    template = bind(file.data, Template, [file])
    entries = len(template.sections) + 2
    if len(template.pages) != entries:
        raise located(
            [file],
            ("pages",),
            "The contents have {entries} entries, and {pages} pages are given for them.",
            entries=entries,
            pages=len(template.pages),
        )
    look, words = (
        read_yaml(_first(LOOK, folders)),
        read_yaml(_first(f"{WORDS}/{template.language}.yaml", folders)),
    )
    return Source(
        look=bind(look.data, Look, [look]),
        words=bind(words.data, Words, [words]),
        template=template,
        mark=_picture(_first(MARK, folders)),
    )


def _picture(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigurationError("Cannot be read: {reason}.", at=str(path), reason=error.strerror) from error


def _first(name: str, folders: Sequence[Path]) -> Path:
    return next((folder / name for folder in folders if (folder / name).is_file()), folders[-1] / name)
