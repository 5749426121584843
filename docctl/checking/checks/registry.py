"""What the registry says against a draft: the edition it should be, the number that is another document's.

Nothing of this applies outside a workspace, nor to the very file of a registered edition.
"""

from collections.abc import Iterator

from docctl.checking.check import Hit, NoParams, Outcome, Subject, check, hit
from docctl.checking.checks.title_wording import JOINING, title_key
from docctl.domain.folding import level
from docctl.domain.parts import FoundEdition
from docctl.domain.place import Part, Place
from docctl.domain.registry.facts import KnownDocument, number_key

BEGINNING = 6
"""Letters of a word that its cases leave alone."""
FILE = Place(part=Part.FILE)


def beside_registry(subject: Subject) -> bool:
    """For checks of a draft whose kind was recognised, where the registry is known and lacks this file."""
    registry = subject.registry
    return (
        registry is not None
        and subject.parts.form is not None
        and (not subject.sha256 or subject.sha256 not in registry.files)
    )


@check("edition_follows", NoParams, beside_registry)
def edition_follows(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The edition is the registry's last and one; a document that the registry lacks begins with the first.

    A draft that does not say whether it is of a new document is not judged where its number is unknown: the
    document may not have been taken over yet.
    """
    edition = _named_edition(subject)
    if edition is None:
        return
    known = _document(subject)
    if known is not None and is_another(subject, known):
        return
    if known is not None and edition.value != known.last_edition + 1:
        last = known.last_edition
        yield hit(edition.place, found=edition.text, number=known.number, last=last, expected=last + 1)
    if known is None and subject.handed_in_for == "" and edition.value != 1:
        yield hit(edition.place, "first", found=edition.text, number="", last=0, expected=1)


@check("number_is_its_own", NoParams, beside_registry)
def number_is_its_own(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The number, where the registry has it, is that of this document."""
    known = _document(subject)
    own, wanted = _number(subject), subject.handed_in_for
    if own and wanted and number_key(own) != number_key(wanted):
        yield _belongs(subject, known, "handed_in", wanted)
    elif known is None:
        return
    elif is_another(subject, known):
        yield _belongs(subject, known)
    elif own and wanted == "":
        yield _belongs(subject, known, "new")


def is_another(subject: Subject, known: KnownDocument) -> bool:
    """Whether the draft is of another document than the registry's: of another kind, with few words of the
    title in common, or with the very title of a third document. A unit that was renamed leaves most words."""
    form = subject.parts.form
    if form is None or form.kind != known.kind:
        return form is not None
    draft, registered = _words(subject, _title(subject)), _words(subject, _known_title(subject, known))
    if not draft or not registered or draft == registered:
        return False
    return _few_in_common(draft, registered, subject) or _is_of_a_third(draft, known, subject)


def _few_in_common(draft: frozenset[str], registered: frozenset[str], subject: Subject) -> bool:
    """Generic words for a unit count only where a title has no others: «Положение об архиве»."""
    generic = tuple(map(level, subject.lexicon.unit_words.all()))
    telling = [frozenset(w for w in words if not w.startswith(generic)) for words in (draft, registered)]
    one, other = telling if all(telling) else (draft, registered)
    return 2 * len(one & other) < min(len(one), len(other))


def _is_of_a_third(draft: frozenset[str], known: KnownDocument, subject: Subject) -> bool:
    others = subject.registry.documents if subject.registry else ()
    return any(
        one is not known and one.kind == known.kind and _words(subject, _known_title(subject, one)) == draft
        for one in others
    )


def _document(subject: Subject) -> KnownDocument | None:
    """The registry's document that the draft is said to be of, else the one whose number it bears."""
    number = subject.handed_in_for or _number(subject)
    return subject.registry.document(number) if subject.registry and number else None


def _number(subject: Subject) -> str:
    number = subject.parts.number
    return (number.value or "") if number else ""


def _named_edition(subject: Subject) -> FoundEdition | None:
    """The first place that names the edition which the document says it is."""
    value = subject.parts.edition
    named = (edition for edition in subject.parts.editions if edition.value == value)
    return next(named, None) if value else None


def _belongs(subject: Subject, known: KnownDocument | None, variant: str = "", expected: str = "") -> Hit:
    number = subject.parts.number
    place = number.place if number and number.value else FILE
    return hit(
        place,
        variant,
        number=_number(subject) or (known.number if known else ""),
        registered=known.title.in_language(subject.parts.language) if known else "",
        edition=known.last_edition if known else 0,
        expected=expected,
    )


def _title(subject: Subject) -> str:
    page = subject.parts.title_page
    return page.title.text if page and page.title else ""


def _known_title(subject: Subject, known: KnownDocument) -> str:
    """The registered title in the language of the draft; empty when it is known in others only."""
    return str(getattr(known.title, subject.parts.language.value))


def _words(subject: Subject, title: str) -> frozenset[str]:
    """The words of a title, the name of its kind apart, without their cases."""
    form = subject.parts.form
    words = title_key(title, form) if form and title else ()
    return frozenset(word[:BEGINNING] for word in words if word not in JOINING)
