"""What the file says it is: its kind, its name, the language of its text."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from docctl.checking.check import NoParams, Outcome, Subject, always, check, hit, with_form
from docctl.checking.checks.registry import beside_registry, is_another
from docctl.checking.places import excerpt
from docctl.domain.aspects import Aspect
from docctl.domain.draft import Draft
from docctl.domain.patterns import regex
from docctl.domain.place import Part, Place

FILE = Place(part=Part.FILE)
_SIGN = regex(r"(?:№|(?<![^\W\d_])N[oо]\.?)[ _]*(\d{1,6})")
_WORD_NUMBER = regex(r"([^\W\d_]+)[ _]+([1-9]\d{1,5})(?![\d.\-/])")
_WORD_BEFORE = regex(r"([^\W\d_]+)[\W_]*\Z")
_DIGITS = regex(r"\d+")
_SEPARATORS = regex(r"[\W_]+")
_YEARS = range(1900, 2100)


@check("kind_recognised", NoParams, always)
def kind_recognised(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The draft is of a kind that a form describes."""
    if subject.parts.form is None:
        yield hit(FILE)


class NameParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `name_agrees`."""

    kinds: Mapping[str, tuple[str, ...]] = {}
    """Beginnings of the words, in lower case, by which a file name says the kind."""
    other_numbers: tuple[str, ...] = ()
    """Beginnings of words whose number is not the document's: «приказ № 5»."""


@check("name_agrees", NameParams, with_form)
def name_agrees(subject: Subject, params: NameParams) -> Iterator[Outcome]:
    """The file name says no other number and no other kind than the document, nor another document's number.

    Only a clear statement counts: a number after «№», "No" or a word for the kind. Dates, years, editions and
    copies in the name are no numbers of documents.
    """
    form = subject.parts.form
    stem = subject.draft.name.rpartition(".")[0] or subject.draft.name
    if form is None:
        return
    place = Place(part=Part.FILE, excerpt=excerpt(subject.draft.name))
    said = _kinds_said(stem, params)
    if said and form.kind in params.kinds and form.kind not in said:
        words = next(iter(said.values()))
        yield hit(place, "kind", said=words, document=form.names)
    yield from _number_agrees(subject, _numbers_said(stem, params), place)


def _number_agrees(subject: Subject, numbers: list[int], place: Place) -> Iterator[Outcome]:
    """Held against the document's own number; where that is blank, against the registry's."""
    number = subject.parts.number
    if number is None or number.value is None:
        yield from _number_is_free(subject, numbers, place)
        return
    own = {int(digits) for digits in _DIGITS.findall(number.value)} | _numbers_in_title(subject)
    if numbers and not own.intersection(numbers):
        yield hit(place, "number", said=str(numbers[0]), document=number.value)


def _number_is_free(subject: Subject, numbers: list[int], place: Place) -> Iterator[Outcome]:
    if subject.registry is None or not beside_registry(subject):
        return
    for said in map(str, numbers):
        known = subject.registry.document(said)
        if known is not None and is_another(subject, known):
            registered = known.title.in_language(subject.parts.language)
            yield hit(place, "registry", said=said, document=registered)
            return


def _kinds_said(stem: str, params: NameParams) -> dict[str, str]:
    """The kinds that the name says, each with the words that say it."""
    words = " " + _SEPARATORS.sub(" ", stem.casefold()) + " "
    said: dict[str, str] = {}
    for kind, starts in params.kinds.items():
        for start in starts:
            if (place := words.find(f" {start}")) >= 0:
                said[kind] = words[place + 1 : words.index(" ", place + 1 + len(start))]
    return said


def _numbers_said(stem: str, params: NameParams) -> list[int]:
    signed = [found for found in _SIGN.finditer(stem) if not _of_another(stem[: found.start()], params)]
    after_kind = [found for found in _WORD_NUMBER.finditer(stem) if _is_kind_word(found[1], params)]
    return [int(found[1]) for found in signed] + [
        int(found[2]) for found in after_kind if int(found[2]) not in _YEARS
    ]


def _of_another(before: str, params: NameParams) -> bool:
    word = _WORD_BEFORE.search(before[-40:])
    if word is None or _is_kind_word(word[1], params):
        return False
    return word[1].casefold().startswith(params.other_numbers)


def _is_kind_word(word: str, params: NameParams) -> bool:
    """Latin names are often a series of files («regulation_12»), so their numbers say nothing."""
    word = word.casefold()
    last_words = {start.split()[-1] for starts in params.kinds.values() for start in starts}
    return not word.isascii() and word.startswith(tuple(last_words))


def _numbers_in_title(subject: Subject) -> set[int]:
    page = subject.parts.title_page
    title = page.title.text if page and page.title else ""
    return {int(digits) for digits in _DIGITS.findall(title[:1000])}


@check("language_set", NoParams, always, reads=Aspect.LANGUAGE)
def language_set(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The defaults or some run tell the language of the text, so that spelling can be checked."""
    if not subject.draft.default_language and not _language_of_runs(subject.draft):
        yield hit(FILE)


def _language_of_runs(draft: Draft) -> bool:
    """True also of a draft without a letter: nothing there needs a language."""
    silent = False
    for paragraph in draft.paragraphs():
        for run in paragraph.runs:
            if run.format.language:
                return True
            silent = silent or not run.text.isspace()
    return not silent
