"""The state of reading the inside of paragraphs: where text goes that is met, and how it looks."""

from collections.abc import Callable, Mapping

from lxml.etree import _Element as Element

from docctl.docx.fields import FieldStack
from docctl.docx.formats import Formats, RunStyling
from docctl.docx.revisions import DELETED, IN_BOTH
from docctl.docx.runs import OpenParagraph
from docctl.errors import UnreadableDraft

DEEPEST_MARKUP = 60
"""Levels of elements inside a paragraph; Word writes less than ten."""


class ParagraphReader:
    """Reads what the paragraphs of a story hold; fields may span them, so it lives as long as the story."""

    def __init__(self, formats: Formats, handlers: "Handlers") -> None:
        """`handlers` by the name of the element; elements without one show nothing."""
        self._handlers = handlers
        self.formats = formats
        self.fields = FieldStack()
        self.paragraph = OpenParagraph(formats.paragraph(None))
        self.styling: RunStyling | None = None
        """Of the run that is being read; None where no w:rPr was met."""
        self.reformatted = False
        """The format of the run that is being read is a tracked change."""
        self.view = IN_BOTH
        self._depth = 0

    def read(self, element: Element, paragraph: OpenParagraph) -> None:
        """Everything in a w:p into the paragraph."""
        self.paragraph = paragraph
        self.styling = None
        self.inside(element)
        if self.fields.open:
            self.fields.close_paragraph(len(paragraph.pieces))

    def inside(self, element: Element) -> None:
        """Every child that shows something."""
        self._depth += 1
        if self._depth > DEEPEST_MARKUP:
            raise UnreadableDraft("its markup is nested deeper than {limit} levels", limit=DEEPEST_MARKUP)
        for child in element:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(self, child)
        self._depth -= 1

    def add(self, text: str) -> None:
        """Text at this point, shown or part of an instruction."""
        paragraph, fields, name = self.paragraph, self.fields, ""
        if fields.open:
            if not fields.shows(text, paragraph):
                return
            name = fields.name
        if paragraph.in_field is None:
            paragraph.in_field = fields.block if fields.open else ""
        paragraph.add(text, self.styled(), name, self.view)

    def styled(self) -> RunStyling:
        """The styling at this point."""
        if self.styling is None:
            self.styling = self.formats.run(self.paragraph.styling, None)
        return self.styling

    @property
    def visible(self) -> bool:
        """Whether what stands here is shown at all."""
        return not (self.view & DELETED or self.fields.hiding or self.styled().hidden)


Handler = Callable[[ParagraphReader, Element], None]
Handlers = Mapping[object, Handler]
