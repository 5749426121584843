"""What can be done otherwise when a document is made in Word: the options of a way."""

from enum import StrEnum, auto


class Numbers(StrEnum):
    """How headings and clauses get their numbers."""

    TYPED = auto()
    LIST = auto()
    """One multi-level list, set on every paragraph."""
    STYLE = auto()
    """The list belongs to the styles."""
    PER_SECTION = auto()
    """Headings in one list, the clauses of every section in a list of its own."""
    RESTARTED = auto()
    """One abstract list; the clauses of every section restart it."""


class Separator(StrEnum):
    """What follows a typed number."""

    SPACE = auto()
    TAB = auto()


class Headings(StrEnum):
    """What makes a section heading one."""

    STYLE = auto()
    BASED = auto()
    """A style based on heading 1."""
    LOCAL_NAME = auto()
    """A style that is called «Заголовок 1»."""
    BOLD = auto()
    OUTLINE = auto()
    """Bold by hand, with an outline level."""


class Header(StrEnum):
    """What the running header is made of."""

    TABLE = auto()
    TABS = auto()
    MARGIN_TABS = auto()
    """Tabs that align to the margins (w:ptab), as in Word's own headers."""
    PARAGRAPHS = auto()
    TEXT_BOX = auto()
    CONTROL = auto()
    """A table inside a content control."""


class Logo(StrEnum):
    """The picture in the running header."""

    INLINE = auto()
    FLOATING = auto()
    VML = auto()
    NONE = auto()


class Scope(StrEnum):
    """Which Word sections the running header stands in."""

    TITLE_PAGE = auto()
    """One section whose first page is different."""
    EMPTY_FIRST = auto()
    """The same, with an empty header on the first page."""
    OWN_SECTION = auto()
    """The title page is a section of its own."""
    OWN_EMPTY = auto()
    """The same, and its header is there but empty."""
    LINKED = auto()
    """Every part is a section; the headers are linked to the one before."""
    REPEATED = auto()
    """Every part is a section with the same header written out again."""
    FIRST_EVERYWHERE = auto()
    """The first page of every section has a header of its own, which says the same."""
    EVEN_ODD = auto()
    """Even pages have a header of their own, which says the same."""


class TitleBlock(StrEnum):
    """What the approval block is made of."""

    PARAGRAPHS = auto()
    INDENTED = auto()
    """Left-aligned, far to the right."""
    TABLE = auto()
    TEXT_BOX = auto()
    FRAME = auto()
    BESIDE = auto()
    """In the right cell of a table whose left cell holds organisation and kind."""
    LINES = auto()
    """One paragraph with line breaks."""


class Contents(StrEnum):
    """What the contents are made of."""

    FIELD = auto()
    GALLERY = auto()
    """A TOC field inside the content control of Word's gallery."""
    TYPED = auto()
    DOTS = auto()
    """Typed, with typed dots."""
    TABLE = auto()
    HEADED_TABLE = auto()
    """The columns have headings."""


class Controls(StrEnum):
    """Content controls around the sheets."""

    NONE = auto()
    BLOCK = auto()
    ROW = auto()
    CELL = auto()
    RUN = auto()


class Runs(StrEnum):
    """What breaks the text of a paragraph into pieces."""

    WHOLE = auto()
    SPELLING = auto()
    BOOKMARKS = auto()
    SMART_TAGS = auto()
    LAYOUT = auto()
    """Remembered page breaks."""
    HYPHENS = auto()
    """Hyphens that do not break, and soft ones inside words."""


class Fonts(StrEnum):
    """Where font and size come from."""

    DEFAULTS = auto()
    THEME = auto()
    NORMAL = auto()
    """The style Normal."""
    BODY_STYLE = auto()
    DIRECT = auto()


class Alignment(StrEnum):
    """Where the justified alignment comes from."""

    STYLE = auto()
    DEFAULTS = auto()
    DIRECT = auto()


class Breaks(StrEnum):
    """What begins a new page."""

    OWN_PARAGRAPH = auto()
    AT_START = auto()
    AT_END = auto()
    BEFORE = auto()
    """The paragraph property."""
    SECTION = auto()


class Fields(StrEnum):
    """How page numbers are written."""

    COMPLEX = auto()
    SIMPLE = auto()


class Groups(StrEnum):
    """How the rows of a sign-off role belong together."""

    MERGED = auto()
    REPEATED = auto()
    BLANK = auto()


class ChangeHeading(StrEnum):
    """The heading of the change sheet's table."""

    ONE_ROW = auto()
    TWO_ROWS = auto()
    NUMBERED = auto()
    """A row of column numbers below."""


class Items(StrEnum):
    """Lists inside clauses and the numbers of rows."""

    TYPED = auto()
    AUTOMATIC = auto()


class LanguageSet(StrEnum):
    """Where the language of the text is set."""

    DEFAULTS = auto()
    STYLE = auto()
    DIRECT = auto()


class Ids(StrEnum):
    """What style ids look like."""

    ENGLISH = auto()
    RUSSIAN = auto()


class Flavour(StrEnum):
    """The program that wrote the file."""

    WORD = auto()
    GOOGLE = auto()
    LIBREOFFICE = auto()


class Conformance(StrEnum):
    """Which OOXML it is."""

    TRANSITIONAL = auto()
    STRICT = auto()


class SheetPage(StrEnum):
    """How the page of the change sheet lies."""

    PORTRAIT = auto()
    LANDSCAPE = auto()


class TitleSpacing(StrEnum):
    """What keeps the lines of the title page apart."""

    SPACE = auto()
    EMPTY_PARAGRAPHS = auto()


class Extra(StrEnum):
    """What else is in the file."""

    NOTHING = auto()
    CONTINUOUS = auto()
    """A section that begins amid a page."""
    FOOTNOTE = auto()
    NO_DEFAULTS = auto()
    """No docDefaults."""
