"""The acquaintance sheet and the change sheet: that they are there, complete, and in their order."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import islice

from msgspec import Struct

from docctl.checking.breaks import page_ordinals
from docctl.checking.check import NoParams, Outcome, Subject, check, hit
from docctl.checking.checks.signature import prescribed
from docctl.checking.places import Located, located
from docctl.domain.form import SheetForm
from docctl.domain.parts import Parts, Sheet
from docctl.domain.place import Part, Place


class SheetName(StrEnum):
    """The two sheets at the end of a document."""

    ACQUAINTANCE = Part.ACQUAINTANCE_SHEET.value
    CHANGE = Part.CHANGE_SHEET.value


class SheetParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of the checks of either sheet."""

    sheet: SheetName = SheetName.CHANGE


def sheet_of(parts: Parts, name: SheetName) -> Sheet | None:
    """The sheet as recognised."""
    return parts.acquaintance_sheet if name is SheetName.ACQUAINTANCE else parts.change_sheet


def sheet_form(subject: Subject, name: SheetName) -> SheetForm | None:
    """The sheet as the form prescribes it."""
    form = subject.parts.form
    if form is None:
        return None
    return form.acquaintance_sheet if name is SheetName.ACQUAINTANCE else form.change_sheet


@check("sheet_present", SheetParams)
def sheet_present(subject: Subject, params: SheetParams) -> Iterator[Outcome]:
    """The document has the sheet."""
    form = sheet_form(subject, params.sheet)
    if sheet_of(subject.parts, params.sheet) is None and form is not None:
        yield hit(
            Place(part=Part(params.sheet.value)), heading=prescribed(form.headings, subject.parts.language)
        )


@check("sheet_columns", SheetParams)
def sheet_columns(subject: Subject, params: SheetParams) -> Iterator[Outcome]:
    """Under the sheet's heading stands its table with every column that the form asks for."""
    sheet, form = sheet_of(subject.parts, params.sheet), sheet_form(subject, params.sheet)
    if sheet is None or form is None:
        return
    title = sheet.heading or prescribed(form.headings, subject.parts.language)
    if sheet.table is None:
        yield hit(sheet.place, "no_table", heading=title)
        return
    for column in form.missing_columns(column_roles(sheet)):
        heading = prescribed(column.headings, subject.parts.language) or column.role
        yield hit(sheet.place, column=heading, heading=title)


def column_roles(sheet: Sheet) -> frozenset[str]:
    """The roles of the sheet's columns that were recognised."""
    return frozenset(column.role for column in sheet.columns if column.role is not None)


@check("acquaintance_before_changes", NoParams)
def acquaintance_before_changes(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The acquaintance sheet stands before the change sheet."""
    acquaintance, change = subject.parts.acquaintance_sheet, subject.parts.change_sheet
    if acquaintance is not None and change is not None and _position(acquaintance) > _position(change):
        yield hit(acquaintance.place)


def _position(sheet: Sheet) -> int:
    return sheet.place.paragraph or 0


@check("acquaintance_rows", NoParams)
def acquaintance_rows(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The acquaintance sheet has rows to sign in."""
    sheet = subject.parts.acquaintance_sheet
    if sheet is not None and sheet.table is not None and not sheet.rows:
        yield hit(sheet.place)


class LastSheetParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `change_sheet_last`."""

    aside: tuple[Part, ...] = (Part.ACQUAINTANCE_SHEET,)
    """Parts after it that another rule speaks of."""


@check("change_sheet_last", LastSheetParams)
def change_sheet_last(subject: Subject, params: LastSheetParams) -> Iterator[Outcome]:
    """Nothing of the document comes after the change sheet; a note on its own page belongs to it."""
    sheet = subject.parts.change_sheet
    if sheet is None:
        return
    found = list(islice(located(subject), max(_position(sheet) - 1, 0), None))
    pages = list(page_ordinals((one.paragraph for one in found), subject.draft.sections))
    end = max((i for i, one in enumerate(found) if _in_sheet(one, sheet)), default=len(found))
    for one, page in zip(found[end:], pages[end:], strict=True):
        outside = one.part is not Part.CHANGE_SHEET or (page > pages[end] and one.paragraph.cell is None)
        if outside and one.part not in params.aside and one.paragraph.text.strip():
            yield hit(sheet.place, following=one.place().excerpt)
            return


def _in_sheet(one: Located, sheet: Sheet) -> bool:
    """Whether it is the heading or stands in the table of the sheet."""
    if sheet.table is None or one.paragraph.cell is None:
        return one.paragraph.index == sheet.place.paragraph
    return one.paragraph.cell.table == sheet.table.index
