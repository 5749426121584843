"""The approval block of the title page: who approves, and when."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from docctl.checking.check import NoParams, Outcome, Subject, check, hit
from docctl.checking.checks.title_wording import LEGAL_FORMS, Key, key_of
from docctl.domain.parts import Approval, DateState, FoundDate, TitlePage
from docctl.domain.words import Wordings

DAYS_AHEAD = 366
EARLIEST_YEAR = 1991


@check("approval_block", NoParams)
def approval_block(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The title page has an approval block."""
    page, form = subject.parts.title_page, subject.parts.form
    if page is not None and page.approval is None and form is not None:
        wordings = form.approval.in_language(subject.parts.language) or form.approval.all()
        yield hit(page.place, words=next(iter(wordings), ""))


class ApproverParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `approver_position`."""

    acting: Wordings = Wordings(
        kk=("уақытша міндетін атқарушы",),
        ru=("временно исполняющий обязанности", "исполняющая", "врио"),
        en=("acting", "interim"),
    )
    """What a stand-in writes before or after the position."""
    optional: Wordings = Wordings(
        kk=("профессор", "доцент", "академик", "докторы", "кандидаты", "ғылымдарының"),
        ru=("профессор", "проф", "доцент", "академик", "доктор", "кандидат", "наук", "философии"),
        en=("management", "executive", "professor", "prof", "doctor", "academician"),
    )
    """Words, degrees among them, that may be added to a position without making it another."""
    small: int = 3
    """Letters of the longest word that does not count on either side: м.а., и.о., of the."""
    endings: int = 4
    """Letters that a case or a possessive may add to a word of the position: ректор, ректорының."""
    stem: int = 5
    """Letters by which a word is known to belong to the organisation's name."""


@check("approver_position", ApproverParams)
def approver_position(subject: Subject, params: ApproverParams) -> Iterator[Outcome]:
    """The position in the approval block is that of an approver, or of someone acting for one."""
    approval = _approval(subject)
    if approval is None:
        return
    approvers = _approvers(subject)
    if approval.position is None:
        yield hit(approval.place, "missing", expected=approvers[0] if approvers else "")
    elif approvers and not _approves(approval.position.text, approvers, subject, params):
        yield hit(approval.position.place, found=approval.position.text, expected=approvers[0])


def _approval(subject: Subject) -> Approval | None:
    page = subject.parts.title_page
    return page.approval if page is not None else None


def _approvers(subject: Subject) -> tuple[str, ...]:
    """The positions that may approve by the office's word, else the form's; the document's language first."""
    said = subject.office.approvers
    form = subject.parts.form
    wordings = said if said.all() else (form.approvers if form else said)
    return (*wordings.in_language(subject.parts.language), *wordings.all())


def _approves(position: str, approvers: tuple[str, ...], subject: Subject, params: ApproverParams) -> bool:
    words = _counted(position, params)
    aside = _aside(subject, params)
    return any(_is_position(words, _counted(approver, params), aside, params) for approver in approvers)


def _counted(text: str, params: ApproverParams) -> Key:
    words = key_of(text)
    return tuple(word for word in words if len(word) > params.small) or words


def _is_position(words: Key, approver: Key, aside: Key, params: ApproverParams) -> bool:
    """Every word of the approver's position is there, in any order, and nothing else that counts."""
    left = list(words)
    for expected in approver:
        match = next((word for word in left if _same_word(word, expected, params.endings)), None)
        if match is None:
            return False
        left.remove(match)
    return all(any(_stands_aside(word, stem, params.stem) for stem in aside) for word in left)


def _stands_aside(word: str, stem: str, length: int) -> bool:
    return word.startswith(stem) if len(stem) >= length else word == stem


def _same_word(word: str, expected: str, endings: int) -> bool:
    """Whether they are one word in two cases: председатель, председателя."""
    stem = expected.rstrip("ьй")
    return word.startswith(stem) and len(word) - len(stem) <= endings


def _aside(subject: Subject, params: ApproverParams) -> Key:
    """Beginnings of words that may stand beside a position: acting, and the organisation's name."""
    page = subject.parts.title_page
    organisation = key_of(page.organisation.text) if page and page.organisation else ()
    words = (word for text in (*params.acting.all(), *params.optional.all()) for word in key_of(text))
    return (*(word[: params.stem] for word in organisation), *words, *_legal_words())


@lru_cache(maxsize=1)
def _legal_words() -> Key:
    return tuple(word for wordings in LEGAL_FORMS for wording in wordings for word in key_of(wording))


class ApprovalDateParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `approval_date`."""

    days_ahead: int = DAYS_AHEAD
    """Days by which an approval may lie ahead of the day of the check."""
    earliest_year: int = EARLIEST_YEAR


@check("approval_date", ApprovalDateParams)
def approval_date(subject: Subject, params: ApprovalDateParams) -> Iterator[Outcome]:
    """The approval is dated, with a day that can be."""
    approval = _approval(subject)
    if approval is None:
        return
    found = approval.date
    if found is None:
        yield hit(approval.place, "missing", blank=True)
    elif found.state is DateState.BLANK:
        yield hit(found.place, blank=True, text=found.text)
    elif found.state is not DateState.READ:
        yield hit(found.place, found.state.value, text=found.text)
    elif not _plausible(found, subject.as_of, params):
        yield hit(found.place, "implausible", text=found.text)


def approval_is_plausible(subject: Subject) -> bool:
    """Whether nothing is wrong with the approval date but that it may be blank in part."""
    approval = _approval(subject)
    found = approval.date if approval is not None else None
    return found is not None and _plausible(found, subject.as_of, ApprovalDateParams())


def _plausible(found: FoundDate, as_of: date, params: ApprovalDateParams) -> bool:
    limit = as_of + timedelta(days=params.days_ahead)
    if found.year is not None and not params.earliest_year <= found.year <= limit.year:
        return False
    return found.value is None or found.value <= limit


def other_year(page: TitlePage) -> int | None:
    """The year of the approval, where the foot of the page names another."""
    approved = page.approval.date.year if page.approval and page.approval.date else None
    differs = page.year is not None and approved is not None and page.year.text != str(approved)
    return approved if differs else None


@check("approver_name", NoParams)
def approver_name(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The approver is named."""
    approval = _approval(subject)
    if approval is not None and approval.name is None:
        yield hit(approval.place, blank=True)
