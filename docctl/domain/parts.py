"""The parts of a document, as recognised in a draft by the form of its kind.

Recognition happens once (`docctl.recognition.recognise`); rules read these values and never search the draft
again. What was not found is None or empty: a rule that reports it says so, every other rule stays silent.
"""

from collections import Counter
from datetime import date
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from docctl.domain.draft import Paragraph, Row, Story, Table
from docctl.domain.form import Form
from docctl.domain.ordinals import roman
from docctl.domain.place import Part, Place
from docctl.domain.words import Language


class Found(Struct, frozen=True):
    """A wording found in the draft: as printed, and where."""

    text: str
    place: Place


class DateState(StrEnum):
    """What became of reading a date."""

    READ = "read"
    BLANK = "blank"
    """Nothing, or only lines to write on: «__» ______ 2026."""
    UNREADABLE = "unreadable"
    """Something is written, and it is no date."""
    IMPOSSIBLE = "impossible"
    """A date that no calendar has: 31.02.2026."""


class FoundDate(Struct, frozen=True):
    """A date found in the draft."""

    text: str
    place: Place
    state: DateState
    value: date | None = None
    """Set when the state is READ."""
    year: int | None = None
    """The year, also when the day is blank or unreadable."""


class FoundEdition(Struct, frozen=True):
    """An edition named in the draft: «Басылым: екінші», "Edition 2"."""

    text: str
    """The words that name it, e.g. ``екінші``; empty when the label stands alone."""
    place: Place
    value: int | None
    """None when the words are no ordinal."""


class FoundNumber(Struct, frozen=True):
    """The number of the document: «№ 158»."""

    text: str
    """What follows the sign, as printed: ``158``, ``12/3-н``, ``____``."""
    place: Place
    value: str | None
    """The number itself; None when blank or malformed."""
    blank: bool = False


class Approval(Struct, frozen=True):
    """The approval block of the title page."""

    place: Place
    position: Found | None = None
    """The approver's position, organisation apart."""
    name: Found | None = None
    """The approver's name; None when no name or only a line to write on."""
    date: FoundDate | None = None
    """None when there is not even a line for it."""
    organisation: Found | None = None
    """The organisation's name inside the block."""


class TitlePage(Struct, frozen=True):
    """The title page. `place` is its first paragraph."""

    place: Place
    paragraphs: tuple[Paragraph, ...]
    organisation: Found | None = None
    """The organisation at the top; lines that belong together are joined by a space."""
    kind_line: Found | None = None
    approval: Approval | None = None
    title: Found | None = None
    """The whole title, lines joined by a space."""
    number: FoundNumber | None = None
    city: Found | None = None
    year: Found | None = None
    """Year at the foot of the page; `text` holds four digits."""


class PageOfPages(StrEnum):
    """How page X of Y is made."""

    FIELDS = "fields"
    PAGE_ONLY = "page_only"
    """A PAGE field without the total."""
    TYPED = "typed"
    """Figures typed by hand, in whole or in part."""
    MISSING = "missing"


class RunningHeader(Struct, frozen=True):
    """A running header in force: a variant of a Word section that shows on some page from page 2 on.

    Where such a page has no header at all, `story` is empty.
    """

    place: Place
    story: Story
    organisation: Found | None = None
    edition: FoundEdition | None = None
    title: Found | None = None
    pages: PageOfPages = PageOfPages.MISSING
    total: int | None = None
    """Y as shown now."""


class Entry(Struct, frozen=True):
    """An entry of the contents."""

    number: str
    """As printed, closing stop apart; empty when none."""
    title: str
    page: int | None
    place: Place
    level: int = 1
    role: str | None = None
    """Role of the section that the form knows by this title, or ``acquaintance_sheet``, ``change_sheet``."""


class Contents(Struct, frozen=True):
    """The contents."""

    place: Place
    entries: tuple[Entry, ...]
    field: bool
    """Made by a TOC field."""
    dirty: bool = False
    """Word holds the field for not up to date."""


@lru_cache(maxsize=1 << 14)
def _figures(number: str) -> tuple[int, ...]:
    """Asked for a dozen times of every clause."""
    return tuple(map(int, number.split(".")))


class Clause(Struct, frozen=True):
    """A numbered paragraph below a section heading: 6.23, or 6.23.1 below it."""

    number: str
    """As printed, closing punctuation apart: ``6.23``."""
    printed_number: str
    """With its punctuation: ``6.23.``."""
    automatic: bool
    """Numbered by Word, not typed."""
    text: str
    """Without its number."""
    place: Place
    paragraph: Paragraph
    body: tuple[Paragraph, ...] = ()
    """Unnumbered paragraphs and list items that follow it, up to the next clause."""

    @property
    def path(self) -> tuple[int, ...]:
        """The number as a tuple: (6, 23)."""
        return _figures(self.number)


class SectionPart(Struct, frozen=True):
    """A section of the document: its heading and what stands under it."""

    role: str | None
    """Role in the form; None for a section that the form does not know."""
    exact: bool
    """The heading is the prescribed wording (case and the unit's own name apart)."""
    number: str
    """As printed, closing punctuation apart; empty when the heading has none."""
    printed_number: str
    automatic: bool
    title: str
    """The heading without its number, lines joined by a space."""
    place: Place
    heading: Paragraph
    clauses: tuple[Clause, ...]
    loose: tuple[Paragraph, ...]
    """Paragraphs before the first clause, or all of them where the section has no clauses."""
    tables: tuple[Table, ...] = ()
    orphans: tuple[Clause, ...] = ()
    """Clauses of a section whose own heading is missing: they stand here, begin with N.1, and no heading
    has the number N. They are not among `clauses`."""

    @property
    def ordinal(self) -> int | None:
        """The number as a number, Roman figures too; None when the heading has none."""
        return int(self.number) if self.number.isdecimal() else roman(self.number)


class Column(Struct, frozen=True):
    """A column of a sheet's table."""

    role: str | None
    """Role in the form; None when not recognised."""
    text: str
    """Heading as printed."""
    column: int
    """Ordinal on the table's grid."""


class SignatureRow(Struct, frozen=True):
    """A row of the signature sheet: one person."""

    role: str | None
    """developed, agreed, lawyer; None when its label is not known. Rows of a group share the label."""
    label: str
    place: Place
    position: str
    name: str
    """Empty when blank or only a line to write on."""
    signature: str
    date: FoundDate | None
    """None when the sheet has no date column."""


class SignatureSheet(Struct, frozen=True):
    """The signature sheet."""

    place: Place
    table: Table
    columns: tuple[Column, ...]
    rows: tuple[SignatureRow, ...]


class Sheet(Struct, frozen=True):
    """The acquaintance sheet or the change sheet."""

    place: Place
    """Of its heading."""
    heading: str
    table: Table | None
    """The table under the heading; None when there is none."""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    """Rows below the column headings."""
    number: str = ""
    """Number of the heading as printed, closing punctuation apart: sheets are listed in the contents."""


class Parts(Struct, frozen=True, kw_only=True):
    """All that was recognised in a draft."""

    form: Form | None
    """None when the kind was not recognised; every rule that needs the form is then not applicable."""
    language: Language
    title_page: TitlePage | None = None
    title_section: int | None = None
    """The Word section of the title page; None when there is no title page."""
    title_headers: tuple[Story, ...] = ()
    """Headers and footers that show on the title page."""
    headers: tuple[RunningHeader, ...] = ()
    signature_sheet: SignatureSheet | None = None
    contents: Contents | None = None
    sections: tuple[SectionPart, ...] = ()
    acquaintance_sheet: Sheet | None = None
    change_sheet: Sheet | None = None
    number: FoundNumber | None = None
    editions: tuple[FoundEdition, ...] = ()
    """Everywhere an edition is named: title page, headers, elsewhere."""
    body: tuple[Paragraph, ...] = ()
    """Paragraphs of the running text: sections with their headings, tables apart."""
    parts: tuple[Part, ...] = ()
    """The part that each paragraph of `Draft.paragraphs()` belongs to, in the same order."""
    clauses: tuple[str | None, ...] = ()
    """The number of the clause or section that each of them stands in."""

    @property
    def edition(self) -> int | None:
        """The edition the document says it is: what most places name, the first of them where they tie."""
        named = Counter(edition.value for edition in self.editions if edition.value)
        return max(named, key=lambda value: named[value], default=None)
