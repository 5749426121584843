"""The contents as a whole: there, made by Word, up to date, with pages that can be true."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docctl.checking.check import Hit, NoParams, Outcome, Subject, Unverifiable, check, hit
from docctl.checking.checks.contents_pairing import Pair, pairing
from docctl.checking.checks.structure_order import never_falling
from docctl.domain.aspects import Aspect
from docctl.domain.place import Part, Place


def contents_prescribed(subject: Subject) -> bool:
    """For checks of kinds of document that have contents."""
    form = subject.parts.form
    return form is not None and bool(form.contents.all())


def has_contents(subject: Subject) -> bool:
    """For checks of contents that are there."""
    return subject.parts.contents is not None


@check("contents_present", NoParams, contents_prescribed)
def contents_present(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """There are contents, with something under their heading; an empty field has a rule of its own."""
    form, contents = subject.parts.form, subject.parts.contents
    if form is None:
        return
    titles = form.contents.in_language(subject.parts.language) or form.contents.all()
    if contents is None:
        yield hit(Place(part=Part.CONTENTS), title=titles[0])
    elif not contents.entries and not contents.field:
        yield hit(contents.place, "empty", title=titles[0])


@check("contents_pages", NoParams, has_contents)
def contents_pages(subject: Subject, _: NoParams) -> Iterator[Outcome]:
    """An entry names the page on which its section begins.

    Without a layout the pages are not known; what no layout can put right is told all the same: an entry
    whose page comes before that of the section above it.
    """
    pairs = [pair for pair in pairing(subject).pairs if pair.entry.page is not None]
    if subject.draft.pages is not None and not subject.draft.pages.estimated:
        for pair in pairs:
            if pair.listed.page not in (None, pair.entry.page):
                yield _page_hit(pair, "", pair.listed.page or 0)
        return
    kept = set(never_falling([pair.entry.page for pair in pairs]))
    for position, pair in enumerate(pairs):
        if position not in kept and _in_order(pairs):
            yield _page_hit(pair, "impossible", 0)
    if pairs:
        yield Unverifiable()


@check("contents_typed", NoParams, has_contents, reads=Aspect.FIELDS)
def contents_typed(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """The contents, where they list something, are made by Word."""
    contents = subject.parts.contents
    if contents and contents.entries and not contents.field:
        yield hit(contents.place)


@check("contents_stale", NoParams, has_contents, reads=Aspect.FIELDS)
def contents_stale(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """The contents that Word makes are up to date, and filled."""
    contents = subject.parts.contents
    if contents and contents.field:
        if not contents.entries:
            yield hit(contents.place, "empty")
        elif contents.dirty or subject.draft.update_fields:
            yield hit(contents.place)


def _in_order(pairs: Sequence[Pair]) -> bool:
    """Whether the contents list the sections in the order of the text."""
    return all(before.position < pair.position for before, pair in pairwise(pairs))


def _page_hit(pair: Pair, variant: str, page: int) -> Hit:
    return hit(pair.entry.place, variant, title=pair.entry.title, listed=pair.entry.page or 0, page=page)
