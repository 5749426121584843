"""Reading a Word file: bytes in, the draft as its reader sees it out."""

from collections.abc import Iterable, Iterator
from itertools import chain

from lxml.etree import _Element as Element
from msgspec.structs import replace

from docctl.docx.active import active_content
from docctl.docx.comments import comments
from docctl.docx.flow import Laid
from docctl.docx.formats import Formats
from docctl.docx.package import ROOT, Package, open_package
from docctl.docx.pages import StoredCounts, paginate, stored_counts
from docctl.docx.properties import switched
from docctl.docx.sections import SILENT, SectionProperties, sections
from docctl.docx.story import StoryReader
from docctl.docx.xml import W, parse, stream
from docctl.domain.draft import Block, Draft, Revision, Variant
from docctl.errors import UnreadableDraft


def read_docx(data: bytes, name: str) -> Draft:
    """The draft in a Word file (.docx, .docm, .dotx, .dotm; transitional or strict).

    `name` is the file's name without folders. Raises UnreadableDraft or UnacceptedFormat.
    """
    package = open_package(data, name)
    settings = _part(package, "settings")
    formats = formats_of(package)
    body = StoryReader(formats, is_body=True)
    blocks = body.read(stream(package.part(package.main) or b"", W + "body"))
    others = _OtherStories(package, formats)
    found = sections(_said(body), others.story, _even(settings))
    others.read_notes()
    pages = paginate(body.laid, found, _stored_counts(package))
    return Draft(
        name=name,
        blocks=blocks,
        sections=found,
        mirror_margins=_is_on(settings, "mirrorMargins"),
        update_fields=_is_on(settings, "updateFields"),
        revisions=_within(body) + tuple(others.revisions),
        comments=comments(_part(package, "comments"), body.comments),
        active=active_content(package, _instructions(chain(body.laid, others.laid))),
        default_language=formats.default_language,
        pages=pages,
        guidance=body.guidance + others.guidance,
    )


class _OtherStories:
    """The stories beside the body: notes; headers and footers, each read once however often it shows."""

    def __init__(self, package: Package, formats: Formats) -> None:
        self._package = package
        self._formats = formats
        self._relationships = package.relationships(package.main)
        self._read: dict[str, tuple[Block, ...]] = {}
        self.revisions: list[Revision] = []
        self.laid: list[Laid] = []
        self.guidance = 0

    def story(self, relationship: str, /, *, section: int) -> tuple[Block, ...]:
        """The blocks of a part by its relationship id; none where the id leads nowhere."""
        related = self._relationships.get(relationship)
        if related is None or related.external:
            return ()
        if related.target not in self._read:
            self._read[related.target] = self._blocks(related.target, section)
        return self._read[related.target]

    def _blocks(self, part: str, section: int) -> tuple[Block, ...]:
        data = self._package.part(part)
        if data is None:
            return ()
        return self._story(parse(data), section)

    def read_notes(self) -> None:
        """Footnotes and endnotes, for the tracked changes and fields in them; their text is no block."""
        for role in ("footnotes", "endnotes"):
            notes = _part(self._package, role)
            for note in notes.iterchildren() if notes is not None else ():
                self._story(note, section=1)

    def _story(self, element: Element, section: int) -> tuple[Block, ...]:
        story = StoryReader(self._formats, section)
        blocks = story.read(element)
        self.revisions += story.revisions
        self.laid += story.laid
        self.guidance += story.guidance
        return blocks


def formats_of(package: Package) -> Formats:
    """The styles, lists and defaults that the text of the file is set by."""
    return Formats(
        styles=_part(package, "styles"),
        theme=_part(package, "theme"),
        numbering=_part(package, "numbering"),
        settings=_part(package, "settings"),
    )


def _part(package: Package, role: str) -> Element | None:
    """The root of a part of the main document by its role; None when it is missing."""
    return _parsed(package, package.related(package.main, role))


def _parsed(package: Package, part: str | None) -> Element | None:
    data = package.part(part) if part is not None else None
    return parse(data) if data is not None else None


def _stored_counts(package: Package) -> StoredCounts:
    """What the file says of its own size; nothing where that part is damaged, for the text is not in it."""
    try:
        return stored_counts(_parsed(package, package.related(ROOT, "extended-properties")))
    except UnreadableDraft:
        return StoredCounts()


def _said(body: StoryReader) -> tuple[SectionProperties, ...]:
    """The properties of every section; Word gives the last one its own where the file does not."""
    last = body.laid[-1].paragraph.section if body.laid else 1
    missing = max(last - len(body.sections), 0)
    return (*body.sections, *(SILENT,) * missing)


def _within(body: StoryReader) -> tuple[Revision, ...]:
    """The revisions of the body; one behind its last paragraph belongs to that."""
    last = body.paragraphs or None
    return tuple(
        revision if (revision.paragraph or 0) <= body.paragraphs else replace(revision, paragraph=last)
        for revision in body.revisions
    )


def _instructions(laid: Iterable[Laid]) -> Iterator[str]:
    return (field.instruction for item in laid for field in item.paragraph.fields)


def _even(settings: Element | None) -> tuple[Variant, ...]:
    return (Variant.EVEN,) if _is_on(settings, "evenAndOddHeaders") else ()


def _is_on(settings: Element | None, name: str) -> bool:
    return settings is not None and bool(switched(settings.find(W + name)))
