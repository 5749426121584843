"""A paragraph while it is read: pieces of text, joined into runs of one format when it is complete."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element
from msgspec import Struct

from docctl.docx.fields import GENERATED_BLOCKS, OpenField
from docctl.docx.flow import PAGE_BREAK, TEXT
from docctl.docx.formats import ParagraphStyling, RunStyling
from docctl.docx.numbering import Label
from docctl.docx.revisions import DELETED, IN_BOTH, INSERTED, TrackedChange
from docctl.domain.draft import CellPlace, Field, Paragraph, Run


class Piece(Struct, frozen=True, gc=False):
    """Text of one run, or a part of it."""

    text: str
    styling: RunStyling
    field: str
    view: int
    """Bits INSERTED and DELETED."""

    @property
    def visible(self) -> bool:
        """In the accepted view and not hidden."""
        return not (self.view & DELETED or self.styling.hidden)


class Standing(Struct, frozen=True):
    """Where a paragraph stands and how it is counted, which its own content does not say."""

    index: int
    label: Label | None
    generated: str
    """Name of the generated block (TOC) that goes on after it."""
    section: int
    cell: CellPlace | None
    in_text_box: bool
    placeholder: bool


class OpenParagraph:
    """A paragraph that is not yet complete."""

    def __init__(self, styling: ParagraphStyling) -> None:
        self.styling = styling
        self.pieces: list[Piece] = []
        self.fields: list[OpenField] = []
        self.flow: list[str] = []
        self.changes: list[TrackedChange] = []
        self.comments: list[str] = []
        self.boxes: list[Element] = []
        self.pictures = 0
        self.placeholder = False
        self.in_field: str | None = None
        """Generated block around its first text; None before any text."""
        self.tracked = self.conceals = False
        """Some piece is in one view only; some piece is hidden."""
        self._parted = False

    def add(self, text: str, styling: RunStyling, field: str, view: int) -> None:
        """Text at the end of what was read."""
        if self._parted:
            self._parted = False
            self.pieces.append(Piece("\n", styling, "", view))
        piece = Piece(text, styling, field, view)
        self.pieces.append(piece)
        self.tracked = self.tracked or view != IN_BOTH
        self.conceals = self.conceals or styling.hidden
        flow = self.flow
        if (not flow or flow[-1] is not TEXT) and piece.visible and not text.isspace():
            flow.append(TEXT)

    def add_picture(self, count: int) -> None:
        """Pictures, which fill a page as text does."""
        self.pictures += count
        if count and (not self.flow or self.flow[-1] is not TEXT):
            self.flow.append(TEXT)

    def part(self) -> None:
        """A page or column ends here: text on both sides stays apart."""
        self._parted = bool(self.pieces)

    def finished(self, standing: Standing) -> Paragraph:
        """The paragraph as a value; its page is not known yet."""
        styling, label, flow = self.styling, standing.label, self.flow
        runs = self.runs()
        text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        original = self.original() if self.changes else text
        return Paragraph(
            index=standing.index,
            text=text,
            label=label.text if label is not None else "",
            label_level=label.level if label is not None else None,
            bullet=label is not None and label.bullet,
            runs=runs,
            format=styling.format,
            style=styling.style,
            heading_level=styling.heading_level,
            fields=self.closed_fields() if self.fields else (),
            in_field=self.generated_block(standing.generated),
            original_text=None if original == text else original,
            hidden_text=self.hidden(),
            placeholder=bool(text) and (self.placeholder or standing.placeholder),
            section=standing.section,
            cell=standing.cell,
            in_text_box=standing.in_text_box,
            pictures=self.pictures,
            break_before=styling.format.page_break_before or self.breaks_before,
            page_breaks=flow.count(PAGE_BREAK),
            break_last=self.breaks_last,
        )

    def runs(self) -> tuple[Run, ...]:
        """The visible text in runs that differ from their neighbours."""
        if self.tracked or self.conceals:
            return tuple(_joined([piece for piece in self.pieces if piece.visible]))
        return tuple(_joined(self.pieces))

    def original(self) -> str:
        """The text before tracked changes."""
        kept = (piece for piece in self.pieces if not piece.view & INSERTED and not piece.styling.hidden)
        return "".join(piece.text for piece in kept)

    def hidden(self) -> str:
        """The text that a reader does not see."""
        if not self.conceals:
            return ""
        return "".join(p.text for p in self.pieces if p.styling.hidden and not p.view & DELETED)

    @property
    def visible(self) -> bool:
        """Whether it shows anything."""
        return TEXT in self.flow or bool(self.boxes)

    @property
    def breaks_before(self) -> bool:
        """A page break comes before all that it shows."""
        flow = self.flow
        return len(flow) > 1 and TEXT in flow and PAGE_BREAK in flow[: flow.index(TEXT)]

    @property
    def breaks_last(self) -> bool:
        """A page break comes after all that it shows."""
        flow = self.flow
        return PAGE_BREAK in flow and TEXT not in flow[len(flow) - flow[::-1].index(PAGE_BREAK) :]

    def closed_fields(self) -> tuple[Field, ...]:
        """The fields that begin here, deleted ones left out."""
        shown = [piece.text if piece.visible else "" for piece in self.pieces]
        return tuple(field.field(shown) for field in self.fields if not field.deleted)

    def generated_block(self, open_at_end: str) -> str:
        """Name of the generated block (TOC) that the paragraph lies in."""
        if self.in_field or open_at_end:
            return self.in_field or open_at_end
        own = (field.name for field in self.fields if field.shown and not field.deleted)
        return next((name for name in own if name in GENERATED_BLOCKS), "")


def _joined(pieces: Sequence[Piece]) -> Iterator[Run]:
    """Neighbours of one format and field as one run."""
    texts: list[str] = []
    last: Piece | None = None
    for piece in pieces:
        if last is not None and _differ(piece, last):
            yield Run("".join(texts), last.styling.format, last.field)
            texts = []
        texts.append(piece.text)
        last = piece
    if last is not None:
        yield Run("".join(texts), last.styling.format, last.field)


def _differ(piece: Piece, last: Piece) -> bool:
    if piece.styling is last.styling:
        return piece.field != last.field
    return piece.field != last.field or piece.styling.format != last.styling.format
