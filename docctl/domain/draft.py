"""A draft as its reader sees it: blocks in order, numbers and fields resolved, formats effective.

Lengths are millimetres in page setup and points in text. Word's revisions are read in the accepted
view; what differs in the original view is kept beside it. Nothing here knows about XML.
"""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from docctl.domain.aspects import Aspect
from docctl.domain.formats import CharFormat, ParagraphFormat


class Run(Struct, frozen=True):
    """Neighbouring characters of one format, as shown: tabs are ``\\t``, line breaks ``\\n``."""

    text: str
    format: CharFormat
    field: str = ""
    """Name of the field whose shown result this is, e.g. ``PAGE``; empty for typed text."""


class Field(Struct, frozen=True):
    """A field: what Word will compute, and what it shows now."""

    name: str
    """Upper case first word of the instruction: PAGE, NUMPAGES, TOC, HYPERLINK, DDE …"""
    instruction: str
    result: str
    dirty: bool = False


class CellPlace(Struct, frozen=True):
    """The cell that a paragraph stands in. All start at 1."""

    table: int
    row: int
    column: int


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph as shown."""

    index: int
    """Ordinal in its story (body, one header …), cells and text boxes included; starts at 1."""
    text: str
    """Accepted, visible text without the automatic number."""
    label: str = ""
    """The automatic number or bullet as displayed: ``1.1``, ``5.11.``, ``а)``, ``•``; else empty."""
    label_level: int | None = None
    """Level of the automatic list, 0 to 8; None when the paragraph has no automatic number."""
    bullet: bool = False
    """The automatic label is a bullet."""
    runs: tuple[Run, ...] = ()
    format: ParagraphFormat = ParagraphFormat()
    style: str = ""
    """Name of the paragraph style, built-in ones in lower-case English: ``heading 1``, ``toc 2``."""
    heading_level: int | None = None
    """1 to 9 when a heading style (by its name or a style based on one) makes this a heading."""
    fields: tuple[Field, ...] = ()
    """Fields that begin in this paragraph."""
    in_field: str = ""
    """Name of the block-level field (TOC) whose result this paragraph lies in."""
    original_text: str | None = None
    """The text before tracked changes, when it differs."""
    hidden_text: str = ""
    """Text with the vanish property; a reader does not see it and `text` lacks it."""
    placeholder: bool = False
    """A content control here still shows its placeholder."""
    section: int = 1
    """Ordinal of the Word section."""
    cell: CellPlace | None = None
    """The innermost table cell it stands in."""
    in_text_box: bool = False
    pictures: int = 0
    """Pictures and drawings other than text boxes."""
    break_before: bool = False
    """A new page starts before its first character: page break, pageBreakBefore or section break."""
    page_breaks: int = 0
    """Explicit page breaks inside it (w:br type page), wherever in the paragraph they stand."""
    break_last: bool = False
    """The last of those breaks comes after all its text."""
    page: int | None = None
    """Page it starts on, estimated."""

    @property
    def printed(self) -> str:
        """Label and text as they stand on paper."""
        return f"{self.label} {self.text}" if self.label else self.text


class Cell(Struct, frozen=True):
    """A cell as shown: merged cells come once, at their first row and column."""

    row: int
    column: int
    """Ordinal on the table's grid, so that cells under one another share it."""
    blocks: "tuple[Block, ...]"
    row_span: int = 1
    column_span: int = 1

    @property
    def text(self) -> str:
        """The text of the cell, a line to a paragraph."""
        return "\n".join(p.printed for p in paragraphs_of(self.blocks))


class Row(Struct, frozen=True):
    """A row of a table; a cell merged from above is not repeated in it."""

    cells: tuple[Cell, ...]
    repeated_header: bool = False


class Table(Struct, frozen=True):
    """A table with its cells, nested tables inside them."""

    index: int
    """Ordinal in its story, nested tables counted where they begin; starts at 1."""
    rows: tuple[Row, ...]
    section: int = 1
    in_text_box: bool = False


Block = Paragraph | Table


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """All paragraphs of the blocks in reading order, those in cells and nested tables among them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)


class Variant(StrEnum):
    """Which pages of a section a header or footer is for."""

    DEFAULT = "default"
    FIRST = "first"
    EVEN = "even"


class Story(Struct, frozen=True):
    """A header or footer in force in a section, inherited ones included."""

    variant: Variant
    blocks: tuple[Block, ...]
    inherited: bool = False
    """Linked to previous: the text belongs to an earlier section."""

    @property
    def text(self) -> str:
        """All its text, a line to a paragraph."""
        return "\n".join(p.printed for p in paragraphs_of(self.blocks))

    @property
    def fields(self) -> tuple[Field, ...]:
        """All its fields."""
        return tuple(field for p in paragraphs_of(self.blocks) for field in p.fields)

    @property
    def pictures(self) -> int:
        """Pictures in it."""
        return sum(p.pictures for p in paragraphs_of(self.blocks))


class PageSetup(Struct, frozen=True):
    """Paper and margins, in millimetres."""

    width: float = 210.0
    height: float = 297.0
    left: float = 30.0
    right: float = 15.0
    top: float = 20.0
    bottom: float = 20.0
    gutter: float = 0.0
    header: float = 12.5
    footer: float = 12.5
    landscape: bool = False
    """The paper lies on its side: wider than high."""


class Section(Struct, frozen=True):
    """A section of the Word file (not of the document)."""

    number: int
    page: PageSetup
    headers: tuple[Story, ...] = ()
    """Headers that some page of the section may show: the variants switched on, at most one of each."""
    footers: tuple[Story, ...] = ()
    different_first: bool = False
    start: str = "nextPage"
    """nextPage, continuous, evenPage, oddPage, nextColumn."""
    page_start: int | None = None
    """Number that page numbering restarts at."""


class RevisionKind(StrEnum):
    """What a tracked change did."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    FORMAT = "format"


class Revision(Struct, frozen=True):
    """A tracked change not yet accepted or refused."""

    kind: RevisionKind
    paragraph: int | None
    """`Paragraph.index` in the body; None in another story."""
    text: str


class Comment(Struct, frozen=True):
    """A comment left in the file."""

    paragraph: int | None
    """`Paragraph.index` of its anchor in the body, where known."""
    text: str


class ActiveKind(StrEnum):
    """Content that can act, or bring content from elsewhere, when the file is opened."""

    MACROS = "macros"
    EMBEDDED_OBJECT = "embedded_object"
    CONTROL = "control"
    EXTERNAL_TEMPLATE = "external_template"
    DDE_FIELD = "dde_field"
    EXTERNAL_DATA = "external_data"
    EXTERNAL_PART = "external_part"


class ActiveContent(Struct, frozen=True):
    """One piece of active content."""

    kind: ActiveKind
    detail: str
    """The part or target that holds it."""


class Pages(Struct, frozen=True):
    """How many pages the document has."""

    value: int
    estimated: bool = True


class Draft(Struct, frozen=True, kw_only=True):
    """A whole draft as read from a file."""

    name: str
    """File name without folders."""
    format: str = "docx"
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    mirror_margins: bool = False
    update_fields: bool = False
    """Word is told to recompute the fields when the file is opened."""
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
    active: tuple[ActiveContent, ...] = ()
    default_language: str | None = None
    """Language of the text by docDefaults or the theme settings."""
    pages: Pages | None = None
    unknown: frozenset[Aspect] = frozenset()
    """What a file of this kind does not say: nothing in the values here may be believed about it."""

    guidance: int = 0
    """Paragraphs of guidance in the file. They are in no block; only the ordinals of others count them."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs of the body in reading order, those in cells and text boxes among them."""
        return paragraphs_of(self.blocks)

    def tables(self) -> Iterator[Table]:
        """The top-level tables of the body."""
        return (block for block in self.blocks if isinstance(block, Table))
