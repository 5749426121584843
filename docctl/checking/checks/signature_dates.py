"""The dates of the signature sheet and their order."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docctl.checking.check import NoParams, Outcome, Subject, check, hit
from docctl.checking.checks.signature import DEVELOPED, cell_place, row_label, rows_in_use
from docctl.checking.checks.title_approval import approval_is_plausible, other_year
from docctl.domain.parts import DateState, SignatureRow, SignatureSheet


@check("signature_dates", NoParams)
def signature_dates(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Every row is dated, with a day that has come."""
    sheet = subject.parts.signature_sheet
    for row in rows_in_use(sheet) if sheet else ():
        assert sheet is not None
        found, place = row.date, cell_place(sheet, row, "date")
        if found is None:
            continue
        if found.state is DateState.BLANK:
            yield hit(place, blank=True, role=row_label(row), text=found.text)
        elif found.state is not DateState.READ:
            yield hit(place, found.state.value, role=row_label(row), text=found.text)
        elif found.value is not None and found.value > subject.as_of:
            yield hit(place, "future", role=row_label(row), text=found.text)


class Dated(Struct, frozen=True):
    """A row with a date that can be compared."""

    row: SignatureRow
    day: date


class OrderParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `signature_order`."""

    first: str = DEVELOPED
    """The role that signs before all others."""


@check("signature_order", OrderParams)
def signature_order(subject: Subject, params: OrderParams) -> Iterator[Outcome]:
    """The developer signs first, the approver last; days that another rule reports are not compared."""
    sheet = subject.parts.signature_sheet
    if sheet is None:
        return
    dated = list(_dated(sheet, subject.as_of))
    early = list(_before_developed(dated, params.first))
    for one, earlier in early:
        yield hit(
            cell_place(sheet, one.row, "date"),
            role=row_label(one.row),
            date=one.day,
            other=row_label(earlier.row),
            other_date=earlier.day,
        )
    approved = _approved(subject)
    reported = {one.row for one, _ in early}
    for one in dated:
        if approved is not None and one.day > approved and one.row not in reported:
            place = cell_place(sheet, one.row, "date")
            yield hit(place, "approval", role=row_label(one.row), date=one.day, approved=approved)


def _dated(sheet: SignatureSheet, as_of: date) -> Iterator[Dated]:
    for row in sheet.rows:
        day = row.date.value if row.date is not None else None
        if day is not None and day <= as_of:
            yield Dated(row, day)


def _before_developed(dated: list[Dated], first: str) -> Iterator[tuple[Dated, Dated]]:
    """The row that is out of order and the one that shows it: the developer's, when all are earlier."""
    developed = [one for one in dated if one.row.role == first]
    others = [one for one in dated if one.row.role != first and one.row.role is not None]
    for one in developed:
        earlier = [other for other in others if other.day < one.day]
        if len(earlier) > 1 and len(earlier) == len(others):
            yield one, min(earlier, key=lambda other: other.day)
        else:
            yield from ((other, one) for other in earlier)


def _approved(subject: Subject) -> date | None:
    """The approval date, where no other rule doubts it."""
    page = subject.parts.title_page
    if page is None or page.approval is None or page.approval.date is None:
        return None
    value = page.approval.date.value
    doubtful = not approval_is_plausible(subject) or other_year(page)
    return None if doubtful else value
