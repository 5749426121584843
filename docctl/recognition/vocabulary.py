"""The wordings of a form and the words of the lexicon, prepared once for recognition."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from docctl.domain.dates import Dates, dates_of
from docctl.domain.folding import fold
from docctl.domain.form import Form
from docctl.domain.lexicon import Lexicon
from docctl.domain.ordinals import Ordinals, ordinals_of
from docctl.domain.words import Language, Wordings
from docctl.recognition.appendices import after_label
from docctl.recognition.columns import ColumnNames, column_names
from docctl.recognition.kinds import kind_names_of
from docctl.recognition.labels import Labels, labels_of
from docctl.recognition.matching import Headings, Match, Prescribed, headings_of
from docctl.recognition.numbers import Numbering, numbering_of
from docctl.recognition.stems import Stems, stems_of

CONTENTS = "contents"
SIGNATURE = "signature_sheet"
ACQUAINTANCE = "acquaintance_sheet"
CHANGE = "change_sheet"
_SUBJECT_FIRST = r"(\S+) (?:{kinds})"
_KIND_FIRST = r"(?:{kinds}) (\S+)"
SHEETS = frozenset({SIGNATURE, ACQUAINTANCE, CHANGE})


class Speech(Struct, frozen=True):
    """What the lexicon alone says, whatever the form."""

    dates: Dates
    ordinals: Ordinals
    numbering: Numbering
    organisation: Stems
    ministry: Stems
    units: Stems
    positions: Stems
    appendix: frozenset[str]
    pages: Stems
    totals: frozenset[str]
    years: frozenset[str]
    city_words: frozenset[str]
    cities: frozenset[str]
    blanks: frozenset[str]
    edition_labels: tuple[str, ...]
    """Longest first."""
    number_labels: tuple[str, ...]
    """Longest first."""
    field_errors: tuple[str, ...]
    """Longest first."""


class Vocabulary(Struct, frozen=True):
    """What a form and the lexicon say."""

    form: Form
    speech: Speech
    headings: Headings
    """Of the sections, the contents and the sheets, by role."""
    sections: frozenset[str]
    """Roles of the sections."""
    kind_lines: frozenset[str]
    titles: tuple[str, ...]
    """What titles end in or begin with, longest first."""
    subjects: tuple[str, ...]
    """Ends of a title before its kind: « туралы»."""
    openers: frozenset[str]
    """Words that follow the kind in a title: о, об, on, of."""
    approval: tuple[str, ...]
    """What opens an approval block, longest first."""
    signature: ColumnNames
    acquaintance: ColumnNames
    change: ColumnNames
    labels: Labels
    """Of the roles of the signature sheet."""

    def heading(self, text: str, named: frozenset[str] = frozenset()) -> tuple[str, Match | None]:
        """A heading, and what it is; a sheet that is an appendix comes without that label.

        Args:
            text: the heading without its number.
            named: words of the document's title, in letters of a Russian keyboard.
        """
        if rest := after_label(text, self.speech.appendix):
            match = self.headings.match(rest, named)
            if match and match.role in SHEETS:
                return rest, match
        return text, self.headings.match(text, named)


@lru_cache(maxsize=8)
def speech_of(lexicon: Lexicon) -> Speech:
    """The lexicon, prepared."""
    return Speech(
        dates=dates_of(lexicon),
        ordinals=ordinals_of(lexicon),
        numbering=numbering_of(lexicon),
        organisation=stems_of(lexicon.organisation_words),
        ministry=stems_of(lexicon.ministry_words),
        units=stems_of(lexicon.unit_words),
        positions=stems_of(lexicon.position_words),
        appendix=frozenset(_folded(lexicon.appendix_words)),
        pages=stems_of(lexicon.page_words),
        totals=frozenset(_folded(lexicon.total_words)),
        years=frozenset(_folded(lexicon.year_words)),
        city_words=frozenset(_folded(lexicon.city_words)),
        cities=frozenset(_folded(lexicon.cities)),
        blanks=frozenset(_folded(lexicon.blank_words)),
        edition_labels=_longest_first(lexicon.edition_labels),
        number_labels=_longest_first(lexicon.number_labels),
        field_errors=_longest_first(lexicon.field_errors),
    )


@lru_cache(maxsize=32)
def vocabulary_of(form: Form, lexicon: Lexicon) -> Vocabulary:
    """The form and the lexicon, prepared."""
    owners = [
        stems_of(words) for words in (lexicon.unit_words, lexicon.position_words, lexicon.organisation_words)
    ]
    return Vocabulary(
        form=form,
        speech=speech_of(lexicon),
        headings=headings_of(_wordings(form), lexicon.joining_words.all(), owners),
        sections=frozenset(section.role for section in form.sections),
        kind_lines=kind_names_of(form).kind_lines,
        titles=kind_names_of(form).titles,
        subjects=tuple(_beside_kind(form, _SUBJECT_FIRST)),
        openers=frozenset(_beside_kind(form, _KIND_FIRST)),
        approval=_longest_first(form.approval),
        signature=column_names(form.signature_sheet.columns),
        acquaintance=column_names(form.acquaintance_sheet.columns),
        change=column_names(form.change_sheet.columns),
        labels=labels_of(form.signature_sheet.roles),
    )


def _wordings(form: Form) -> Iterator[Prescribed]:
    for section in form.sections:
        for prescribed in (section.headings, section.equivalents):
            yield from _of_role(section.role, prescribed, of_equals=prescribed is section.equivalents)
    for role, headings in (
        (CONTENTS, form.contents),
        (CHANGE, form.change_sheet.headings),
        (ACQUAINTANCE, form.acquaintance_sheet.headings),
        (SIGNATURE, form.signature_sheet.headings),
    ):
        yield from _of_role(role, headings, of_equals=False)


def _of_role(role: str, headings: Wordings, *, of_equals: bool) -> Iterator[Prescribed]:
    for language in Language:
        for ordinal, text in enumerate(headings.in_language(language)):
            yield role, language, text, of_equals or ordinal == 0


def _beside_kind(form: Form, pattern: str) -> Iterator[str]:
    """What titles say beside the kind: « туралы» of «туралы ереже», «о» of «положение о»."""
    kinds = "|".join(sorted(map(fold, form.kind_lines.all()), key=len, reverse=True))
    for title in form.title_endings.all():
        if match := re.fullmatch(pattern.format(kinds=kinds), fold(title)):
            yield match[1]


def _folded(wordings: Wordings) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(word) for word in wordings.all()))


def _longest_first(wordings: Wordings) -> tuple[str, ...]:
    return tuple(sorted(_folded(wordings), key=len, reverse=True))
