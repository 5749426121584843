"""Abbreviations: every one that is used is declared, every one declared is used, and each has one meaning."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.check import Hit, NoParams, Subject, check, hit, with_form
from docctl.checking.checks.abbreviations_declared import (
    Declaration,
    Standing,
    body_of,
    explained_in,
    listed_in,
    same_meaning,
    stated_in,
)
from docctl.checking.checks.abbreviations_words import Abbreviation, abbreviations_in, forms_in
from docctl.checking.checks.clauses_numbering import numbering
from docctl.checking.checks.structure_missing import missing_sections
from docctl.checking.checks.structure_roles import has_content
from docctl.checking.memo import once_per_subject
from docctl.checking.places import Located, everywhere
from docctl.domain.folding import fold, words_of
from docctl.domain.patterns import regex

ROLE = "abbreviations"
LONGEST = 6
"""Letters of an abbreviation; longer words in capitals are words."""
KNOWN = (
    *("ISO", "IEC", "EN", "ГОСТ", "СТ", "PhD", "MBA", "IT", "PDF", "DOC", "DOCX", "XLSX", "QR", "SMS", "USB"),
    *("MS", "ID", "IP", "PC", "TV", "OK", "ФИО", "ТАӘ"),
    *("НЕ", "НЕТ", "ДА", "ИЛИ", "ВСЕ", "ЖӘНЕ", "ЖОҚ", "ТЕК", "NOT", "AND", "OR", "ALL", "MUST"),
)
LEGAL_FORMS = (
    *("КеАҚ", "АҚ", "ЖШС", "РМК", "РМҚК", "КМҚК", "МКҚК", "КММ", "РММ", "ШЖҚ"),
    *("НАО", "АО", "ТОО", "РГП", "РГУ", "КГП", "КГУ", "ГККП", "ПХВ", "LLP", "JSC", "NJSC", "NCJSC", "LLC"),
)
_FIGURE = regex(r"\d")
QUOTES = '«»"“”„'
QUOTES_REACH = 3


class Declared(Struct, frozen=True):
    """What a draft declares, and its text with the sections known."""

    declarations: tuple[Declaration, ...]
    standings: tuple[Standing, ...]


@once_per_subject
def declared(subject: Subject) -> Declared:
    """Read the declarations of a draft, those of the abbreviations section first."""
    standings = body_of(subject)
    section = next((section for section in subject.parts.sections if section.role == ROLE), None)
    own = [standing for standing in standings if section and standing.section is section]
    listed = list(listed_in(own, section)) if section else []
    stated = [
        declaration
        for standing in standings
        if standing.role != ROLE
        for declaration in stated_in(standing.found, LONGEST)
    ]
    return Declared((*listed, *stated), standings)


def declares(subject: Subject) -> bool:
    """For checks of drafts that declare abbreviations; of a missing section its own rule speaks."""
    if not with_form(subject) or any(form.role == ROLE for form in missing_sections(subject)):
        return False
    return bool(declared(subject).declarations)


class UndeclaredParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Which words count as abbreviations that must be declared."""

    longest: int = LONGEST
    """Letters; longer words in capitals are held for words."""
    known: tuple[str, ...] = KNOWN
    """Abbreviations that everybody knows, and short words that are printed in capitals."""
    legal_forms: tuple[str, ...] = LEGAL_FORMS
    """Known beside the quotes of a name: «…» КеАҚ."""
    exempt_sections: tuple[str, ...] = (ROLE, "references")
    """Roles of sections in which others' abbreviations stand as they were printed."""


@check("abbreviation_undeclared", UndeclaredParams, declares)
def abbreviation_undeclared(subject: Subject, params: UndeclaredParams) -> Iterator[Hit]:
    """Every abbreviation that the text uses is declared, before or after."""
    known = {fold(word) for word in params.known} | _names(subject)
    known |= {word for declaration in declared(subject).declarations for word in _keys_of(declaration)}
    first: dict[str, tuple[Located, Abbreviation]] = {}
    count: dict[str, int] = {}
    for standing in declared(subject).standings:
        if standing.heading or standing.role in params.exempt_sections:
            continue
        uses = list(_uses(standing.found, params))
        for word in uses:
            count[word.key] = count.get(word.key, 0) + 1
            first.setdefault(word.key, (standing.found, word))
        if uses:
            known |= explained_in(standing.found.paragraph.text, params.longest)
    for key, (found, word) in first.items():
        if key not in known:
            yield hit(found.place(word.start, word.end), abbreviation=word.text, count=count[key])


def is_complete(subject: Subject) -> bool:
    """For checks of what is not there: text that is missing, as other rules tell, may hold it."""
    if not declares(subject) or missing_sections(subject) or numbering(subject).gaps:
        return False
    return all(has_content(section) for section in subject.parts.sections)


@check("abbreviation_unused", NoParams, is_complete)
def abbreviation_unused(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """Every declared abbreviation is used somewhere: title page, headers and sheets count."""
    declarations = declared(subject).declarations
    heads: dict[int, list[Declaration]] = {}
    for declaration in declarations:
        heads.setdefault(declaration.paragraph, []).append(declaration)
    used: set[str] = set()
    for found in everywhere(subject):
        own = heads.get(found.paragraph.index, []) if found.section is None else []
        used.update(forms_in(_without(found.paragraph.text, own)))
    for declaration in declarations:
        if used.isdisjoint(_keys_of(declaration)) and not _FIGURE.search(declaration.text):
            yield hit(declaration.place, abbreviation=declaration.text)


@check("abbreviation_ambiguous", NoParams, declares)
def abbreviation_ambiguous(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """An abbreviation is declared once and has one meaning."""
    before: dict[str, Declaration] = {}
    told: set[str] = set()
    for declaration in declared(subject).declarations:
        earlier = before.setdefault(declaration.key, declaration)
        if earlier is declaration or declaration.key in told or _copied(earlier, declaration):
            continue
        same = same_meaning(earlier.meaning, declaration.meaning)
        if not same or earlier.listed == declaration.listed:
            told.add(declaration.key)
            variant = "" if same or not declaration.listed else "meanings"
            yield hit(
                declaration.place,
                variant,
                abbreviation=declaration.text,
                first=earlier.meaning,
                second=declaration.meaning,
            )


def _copied(earlier: Declaration, declaration: Declaration) -> bool:
    """A clause that stands there twice: its number tells that."""
    return not declaration.listed and _words(earlier.meaning) == _words(declaration.meaning)


def _words(text: str) -> list[str]:
    return [word for word in words_of(fold(text)) if not word.isdecimal()]


def _keys_of(declaration: Declaration) -> set[str]:
    return {declaration.key, *words_of(declaration.key)}


def _names(subject: Subject) -> set[str]:
    """Words of the organisation's official name and of the kind's: they need no declaration."""
    title, names = subject.parts.title_page, list(subject.office.organisation.all())
    if title is not None and title.organisation is not None:
        names.append(title.organisation.text)
    if form := subject.parts.form:
        names += form.kind_lines.all()
    names += [header.organisation.text for header in subject.parts.headers if header.organisation]
    return {word for name in names for word in words_of(fold(name))}


def _uses(found: Located, params: UndeclaredParams) -> Iterator[Abbreviation]:
    text = found.paragraph.text
    for word in abbreviations_in(text, params.longest):
        if not word.shouted and not (word.text in params.legal_forms and _beside_quotes(text, word)):
            yield word


def _beside_quotes(text: str, word: Abbreviation) -> bool:
    before = text[max(0, word.start - QUOTES_REACH) : word.start].rstrip()[-1:]
    after = text[word.end : word.end + QUOTES_REACH].lstrip()[:1]
    return bool(before and before in QUOTES) or bool(after and after in QUOTES)


def _without(text: str, heads: list[Declaration]) -> str:
    """The text with the abbreviations that it declares blanked."""
    pieces, end = [], 0
    for head in heads:
        pieces.append(text[end : head.start])
        end = head.start + len(head.text)
    return " ".join([*pieces, text[end:]])
