"""References of a draft to its own clauses and sections: «осы Ереженің 6.23-тармағы»."""

import re
from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.check import Hit, Subject, check, hit
from docctl.checking.checks.abbreviations_declared import body_of
from docctl.checking.checks.clauses_numbering import numbering
from docctl.checking.checks.structure_missing import missing_sections
from docctl.checking.checks.structure_roles import has_content
from docctl.domain.folding import level
from docctl.domain.patterns import regex

REACH = 110
"""Characters before and after a reference in which the act is named that it refers to."""

_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}"
_JOIN = r"(?: ?[,-] ?| (?:және|мен|и|или|and|or|to) )"
_NUMBERS = rf"((?<![\d.№/]){_NUMBER}(?:{_JOIN}{_NUMBER}){{0,8}})"
_KK_CLAUSE = r"(?:тарма[қғ])(?!ша)\w{0,10}|тармақша\w{0,10}"
_REFERENCES = regex(
    rf"{_NUMBERS}(?:[ -]{{1,2}}(?P<kk_clause>{_KK_CLAUSE})|-(?P<kk_section>бөлім(?!ше)|тарау)\w{{0,8}})"
    rf"|(?<!\w)(?:(?P<clause>пункт\w{{0,3}}|подпункт\w{{0,3}}|пп?\.|cls?\.|clauses?|sub-?clauses?|paragraphs?|items?|points?)"
    rf"|(?P<section>раздел\w{{0,3}}|глав\w{{0,3}}|sections?|chapters?)) {{0,2}}№? ?(?P<after>{_NUMBERS})"
    r"(?!\d|\.\d)"
)
WORTH = (
    *("тарма", "-бөлім", "-тарау", "ункт", "п.", "П.", "аздел", "глав", "Глав"),
    *("lause", "cl.", "cls.", "aragraph", "tem", "oint", "ection", "hapter"),
)
"""One of them is in every reference: a quick look before the search."""
_OWN = regex(
    r"(?<!\w)(?:осы|настоящ\w{2,3}|данн\w{2,3}|this|these|present)(?: \w{1,20}){0,2}? "
    r"(?:ереже|лауазымды|нұсқаулы|құжат|положени|инструкци|документ|regulation|instruction|document|job|statute)"
)
_OWN_NUMBER = regex(r"(?<!\w)(?:осы|настоящ\w{2,3}|this|these) ?\Z")
_ACT = regex(
    r"(?<!\w)(?:заң|кодекс|бұйры|қаулы|жарлы|конституци|қағида|стандарт|жарғы|келісім|шарт|регламент|саясат|хаттама"
    r"|закон|приказ|постановлени|указ|правил|устав|соглашени|договор|политик|протокол|требовани|порядк"
    r"|laws?(?!\w)|acts?(?!\w)|codes?(?!\w)|orders?(?!\w)|rules?(?!\w)|decree|resolution|standard|charter|agreement|contract|policy"
    r"|iso|гост|статья|статьи|бап|баб|руководств|методик|методич|программ|приложени|процедур|перечн"
    r"|әдістеме|бағдарлама|қосымша|manual|guide|procedure|programme|annex|appendix)"
)
_OTHER_DOCUMENT = regex(
    r"туралы (?:ереже|нұсқаулы)|(?:положени\w{1,2}|инструкци\w{1,2}) (?:об?|по|для) "
    r"|regulations? (?:on|for|of) |instructions? (?:on|for|of) "
)
_STOP = regex(r"[;\n]|[.!?] (?=\D)")


class OwnNumbers(Struct, frozen=True):
    """The numbers that a draft has."""

    clauses: frozenset[str]
    sections: frozenset[str]
    unsettled: frozenset[int]
    """Numbers of sections that are missing or empty, or in which numbers are wrong: others tell it."""

    def lacks(self, number: str) -> bool:
        """Whether there is no such clause; a single number can only mean a section."""
        if int(number.partition(".")[0]) in self.unsettled:
            return False
        return number not in (self.clauses if "." in number else self.sections)


def has_clauses(subject: Subject) -> bool:
    """For checks of drafts with numbered sections and clauses."""
    return any(section.clauses for section in subject.parts.sections)


class OwnReferenceParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `own_reference`."""

    lists_of_acts: tuple[str, ...] = ("references",)
    """Roles of sections that list acts: clauses named there are theirs."""


@check("own_reference", OwnReferenceParams, has_clauses)
def own_reference(subject: Subject, params: OwnReferenceParams) -> Iterator[Hit]:
    """A clause or section of the draft that the draft refers to exists."""
    own = _own_numbers(subject)
    for standing in body_of(subject):
        text = standing.found.paragraph.text
        if (
            standing.heading
            or standing.role in params.lists_of_acts
            or not any(word in text for word in WORTH)
        ):
            continue
        levelled = level(text)
        for match in _REFERENCES.finditer(levelled):
            for number in _missing_numbers(match, levelled, own):
                variant = "section" if _of_section(match) else ""
                yield hit(standing.found.place(*match.span()), variant, number=number)


def _own_numbers(subject: Subject) -> OwnNumbers:
    sections = subject.parts.sections
    paths = {clause.path for section in sections for clause in (*section.clauses, *section.orphans)}
    whole = {path[:depth] for path in paths for depth in range(1, len(path) + 1)}
    present = {section.ordinal or 0 for section in sections}
    return OwnNumbers(
        frozenset(".".join(map(str, path)) for path in whole),
        frozenset(map(str, present | {path[0] for path in paths})),
        frozenset(numbering(subject).unsettled | _missing(subject, present)),
    )


def _missing(subject: Subject, present: set[int]) -> set[int]:
    """Numbers of sections that other rules say are missing or empty."""
    sections = subject.parts.sections
    empty = {section.ordinal or 0 for section in sections if not has_content(section)}
    absent = len(missing_sections(subject))
    return empty | (set(range(1, len(sections) + absent + 1)) - present if absent else set())


def _missing_numbers(match: re.Match[str], text: str, own: OwnNumbers) -> Iterator[str]:
    numbers = re.findall(_NUMBER, match[1] or match["after"])
    if "." not in numbers[-1] and text.startswith(")", match.end()):
        return  # «подпункт 2)»: an item of a list
    absent = [number for number in numbers if own.lacks(number)]
    if absent and _refers_here(match, text, dotted="." in numbers[0]):
        yield from absent


def _of_section(match: re.Match[str]) -> bool:
    return bool(match["kk_section"] or match["section"])


def _refers_here(match: re.Match[str], text: str, *, dotted: bool) -> bool:
    """Whether the draft itself is meant: it says so, or the number is like 6.23 and no act is near."""
    before = _STOP.split(text[max(0, match.start() - REACH) : match.start()])[-1]
    after = _STOP.split(text[match.end() : match.end() + REACH])[0]
    around = f"{before} {match[0]} {after}"
    if _OTHER_DOCUMENT.search(around):
        return False
    owner = _between(before, after, kazakh=bool(match["kk_clause"] or match["kk_section"]))
    if owner is not None:
        return not _ACT.search(owner)
    if _OWN_NUMBER.search(before):
        return True
    return dotted and not _ACT.search(around)


def _between(before: str, after: str, *, kazakh: bool) -> str | None:
    """What could name another owner of the clause than the draft; None where the draft is not named.

    Kazakh names the owner before the clause (осы Ереженің 5.1-тармағы), Russian and English after it
    (пункт 5.1 настоящего Положения); where those name the draft only before, an act named after the
    clause owns it.
    """
    own_before = [match.end() for match in _OWN.finditer(before)]
    own_after = None if kazakh else _OWN.search(after)
    if own_after:
        return after[: own_after.start()]
    if own_before:
        return before[own_before[-1] :] + ("" if kazakh else after)
    return None
