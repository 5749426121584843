"""The sections of a draft beside those that the form prescribes."""

from functools import cache

from docctl.checking.checks.structure_order import increasing
from docctl.domain.folding import bare, fold, words_of
from docctl.domain.form import Form, SectionForm
from docctl.domain.parts import Parts, SectionPart
from docctl.domain.words import Language

STEM = 5
"""Letters of a word that its cases have in common."""


def first_of_each_role(parts: Parts) -> list[tuple[SectionPart, int]]:
    """The sections that the form knows, each once, with their rank in the form from 0."""
    ranks = role_ranks(parts.form)
    firsts: dict[int, SectionPart] = {}
    for section in parts.sections:
        if section.role in ranks:
            firsts.setdefault(ranks[section.role], section)
    return [(section, rank) for rank, section in firsts.items()]


def misplaced(parts: Parts) -> list[SectionPart]:
    """The fewest sections that must move to have all in the form's order; unknown ones may stand anywhere."""
    known = first_of_each_role(parts)
    kept = set(increasing([rank for _, rank in known]))
    return [section for position, (section, _) in enumerate(known) if position not in kept]


def role_ranks(form: Form | None) -> dict[str | None, int]:
    """The rank of each role in the form, from 0."""
    return {section.role: rank for rank, section in enumerate(form.sections if form else ())}


def prescribed_title(form: SectionForm, language: Language) -> str:
    """The prescribed heading in a language, the unit's own name apart; else in the first that has one."""
    headings = form.headings.in_language(language) or form.headings.all()
    plain = (heading for heading in headings if "{" not in heading)
    title = next(plain, headings[0] if headings else form.role)
    return " ".join(title.replace("{unit}", "").split())


def has_content(section: SectionPart) -> bool:
    """Whether anything stands under the heading: text, a table or a picture."""
    if section.tables or any(clause.text.strip() for clause in section.clauses):
        return True
    below = [*section.loose, *(paragraph for clause in section.clauses for paragraph in clause.body)]
    return any(paragraph.text.strip() or paragraph.pictures for paragraph in below)


def repeats(parts: Parts) -> list[SectionPart]:
    """Sections that stand there already: of the same role in the same language, or of the same title."""
    forms = {form.role: form for form in (parts.form.sections if parts.form else ())}
    seen: set[tuple[str, str]] = set()
    again = []
    for section in parts.sections:
        keys = _keys(section, forms.get(section.role or ""))
        if seen & keys:
            again.append(section)
        seen |= keys
    return again


def _keys(section: SectionPart, form: SectionForm | None) -> set[tuple[str, str]]:
    title = bare(fold(section.title))
    keys = {("title", title)} if title else set()
    return keys | {(form.role, _language(title, form))} if form else keys


def _language(folded: str, form: SectionForm) -> str:
    """The language whose wordings share most words with a title: a draft may hold two versions."""
    stems = _stems(folded)
    shared = {
        language.value: max(len(stems & _stems_of_wording(heading)) for heading in headings)
        for language in Language
        if (headings := form.headings.in_language(language))
    }
    return max(shared, key=lambda language: shared[language], default="")


@cache
def _stems_of_wording(heading: str) -> set[str]:
    return _stems(fold(heading))


def _stems(folded: str) -> set[str]:
    return {word[:STEM] for word in words_of(folded)}
