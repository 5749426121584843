"""What a file carries beside its text: active content, tracked changes, comments, hidden text."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from docctl.checking.check import NoParams, Outcome, Subject, always, check, hit, silence
from docctl.checking.places import Located, everywhere, excerpt, located
from docctl.domain.aspects import Aspect
from docctl.domain.draft import Comment, Revision
from docctl.domain.place import Part, Place
from docctl.domain.words import Words

FILE = Place(part=Part.FILE)
DISGUISED = Words(
    "мазмұны файл атының кеңейтіміне сәйкес емес",
    "содержимое не соответствует расширению имени",
    "its content is not what the ending of its name says",
)

SCAN = Words(
    "бетте бірде-бір әріп жоқ", "на страницах нет ни одной буквы", "there is not one letter on its pages"
)

WORD_ENDINGS = ("docx", "docm", "dotx", "dotm")
OWN_ENDINGS = {"doc": ("doc", "dot"), "rtf": ("rtf",), "odt": ("odt", "ott"), "pdf": ("pdf",)}
"""By the format of a draft the endings that its file may have; all others are Word files."""


class EndingParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `unreadable`."""

    others: tuple[str, ...] = ()
    """Endings that promise a kind of file; a file of another kind must not have them."""


@check("unreadable", EndingParams, always)
def unreadable(subject: Subject, params: EndingParams) -> Iterator[Outcome]:
    """The file is what its ending says.

    A file that cannot be opened never comes so far: reading it reports its own reason under this rule.
    """
    ending = subject.draft.name.rpartition(".")[2].casefold()
    if ending in params.others and ending not in OWN_ENDINGS.get(subject.draft.format, WORD_ENDINGS):
        yield hit(FILE, reason=DISGUISED)


class FormatParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `unaccepted`."""

    formats: tuple[str, ...] = (*WORD_ENDINGS, *OWN_ENDINGS)


@check("unaccepted", FormatParams, always)
def unaccepted(subject: Subject, params: FormatParams) -> Iterator[Outcome]:
    """The file is of a kind that is taken; reading reports what it cannot even open under this rule."""
    if subject.draft.format not in params.formats:
        yield hit(FILE, reason=subject.draft.format)


@check("text_layer", NoParams, always)
def text_layer(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """A PDF says its letters.

    Which pages are pictures or cannot be believed, reading reports under this rule.
    """
    texts = (paragraph.text for paragraph in subject.draft.paragraphs())
    if subject.draft.format == "pdf" and not any(map(str.strip, texts)):
        yield hit(FILE, reason=SCAN)


@check("active_content", NoParams, always)
def active_content(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Nothing in the file acts by itself or brings content from elsewhere; the variant is the kind."""
    for content in subject.draft.active:
        place = Place(part=Part.FILE, excerpt=excerpt(content.detail))
        yield hit(place, content.kind.value, detail=excerpt(content.detail))


@check("unresolved_changes", NoParams, always, reads=Aspect.REVISIONS)
def unresolved_changes(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Every tracked change is accepted or refused: one hit for the changes of a paragraph."""
    changes = subject.draft.revisions
    places = _places(subject, changes)
    for index, group in groupby(sorted(changes, key=_paragraph), key=_paragraph):
        first, *rest = group
        place = places[index].place() if index in places else FILE
        yield hit(place, first.kind.value, text=excerpt(first.text) or "¶", count=1 + len(rest))


@check("comments_left", NoParams, always)
def comments_left(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """No comment is left in the file."""
    comments = subject.draft.comments
    places = _places(subject, comments)
    for comment in comments:
        index = _paragraph(comment)
        place = places[index].place() if index in places else FILE
        yield hit(place, text=excerpt(comment.text))
    yield from silence(subject, Aspect.COMMENTS)


class HiddenParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `hidden_text`."""

    ignored_fields: tuple[str, ...] = ("TOC",)
    """Block fields whose hidden text is Word's own work: page numbers of a contents for the web."""


@check("hidden_text", HiddenParams, always)
def hidden_text(subject: Subject, params: HiddenParams) -> Iterator[Outcome]:
    """No letter or digit is hidden from the reader."""
    for spot in everywhere(subject):
        hidden = spot.paragraph.hidden_text
        if hidden and spot.paragraph.in_field not in params.ignored_fields and _says_something(hidden):
            yield hit(spot.place(), text=excerpt(hidden))
    yield from silence(subject, Aspect.HIDDEN_TEXT)


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _paragraph(item: Revision | Comment) -> int:
    """The paragraph's ordinal, 0 where it is not known."""
    return item.paragraph or 0


def _places(subject: Subject, items: Sequence[Revision | Comment]) -> dict[int, Located]:
    wanted = {_paragraph(item) for item in items}
    if not wanted:
        return {}
    return {spot.paragraph.index: spot for spot in located(subject) if spot.paragraph.index in wanted}
