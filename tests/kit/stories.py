"""Headers and footers as parts, and which section refers to which."""

from collections.abc import Iterator

from docctl.domain.draft import Section, Story, Variant
from tests.kit.drawings import PICTURE_ID
from tests.kit.headers import story_xml
from tests.kit.markup import root, tag
from tests.kit.options import Scope
from tests.kit.paragraphs import Press, empty_paragraph
from tests.kit.word_file import MAIN, WordFile

PICTURE = "word/media/logo.png"
OWN = (Scope.OWN_SECTION, Scope.OWN_EMPTY)
TITLE_AND_REST = 2
"""Sections, where the title page is one of its own."""


class Stories:
    """Writes the header and footer parts of a file as its sections ask for them."""

    def __init__(self, press: Press, file: WordFile) -> None:
        self._press = press
        self._file = file
        self._count = 0

    def of_section(self, section: Section) -> Iterator[str]:
        """What a section of the sketch refers to: the stories that it does not inherit."""
        for kind, story in _stories(section):
            yield self._reference(kind, story.variant, story_xml(self._press, story))

    def of_layout(self, number: int) -> Iterator[str]:
        """What a section of the way refers to; `number` counts from 0."""
        (section,) = self._press.draft.sections
        scope = self._press.way.scope
        if scope in OWN and section.different_first:
            yield from self._title_apart(section, title=number == 0) if number < TITLE_AND_REST else ()
        elif number == 0 or scope in (Scope.REPEATED, Scope.FIRST_EVERYWHERE):
            yield from self.of_section(section)
            yield from self._variants(section, scope, first=number == 0)

    def _title_apart(self, section: Section, *, title: bool) -> Iterator[str]:
        """The stories of the first page are the only ones of the title's section."""
        if title and self._press.way.scope is Scope.OWN_EMPTY and len(section.headers) == 1:
            yield self._reference("header", Variant.DEFAULT, empty_paragraph())
        for kind, story in _stories(section):
            if (story.variant is Variant.FIRST) == title:
                yield self._reference(kind, Variant.DEFAULT, story_xml(self._press, story))

    def _variants(self, section: Section, scope: Scope, *, first: bool) -> Iterator[str]:
        header = next((story for story in section.headers if story.variant is Variant.DEFAULT), None)
        if scope is Scope.EVEN_ODD and header:
            yield self._reference("header", Variant.EVEN, story_xml(self._press, header))
        if len(section.headers) != 1 or not section.different_first or not header:
            return
        if scope is Scope.EMPTY_FIRST or (scope is Scope.FIRST_EVERYWHERE and first):
            yield self._reference("header", Variant.FIRST, empty_paragraph())
        elif scope is Scope.FIRST_EVERYWHERE:
            yield self._reference("header", Variant.FIRST, story_xml(self._press, header))

    def _reference(self, kind: str, variant: Variant, content: str) -> str:
        self._count += 1
        name = f"word/{kind}{self._count}.xml"
        element = "w:hdr" if kind == "header" else "w:ftr"
        self._file.add(name, root(element, content), kind)
        if PICTURE_ID in content:
            self._file.link(name, "image", PICTURE, id=PICTURE_ID)
        link = self._file.link(MAIN, kind, name)
        return tag(f"w:{kind}Reference", w_type=variant.value, r_id=link)


def _stories(section: Section) -> Iterator[tuple[str, Story]]:
    for kind, stories in (("header", section.headers), ("footer", section.footers)):
        yield from ((kind, story) for story in stories if not story.inherited)
