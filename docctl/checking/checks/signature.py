"""The signature sheet: its columns, the roles in it, names and signatures."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.check import NoParams, Outcome, Subject, check, hit
from docctl.checking.checks.signature_people import same_person
from docctl.domain.draft import Row, paragraphs_of
from docctl.domain.form import RoleForm
from docctl.domain.parts import SignatureRow, SignatureSheet
from docctl.domain.place import Part, Place
from docctl.domain.words import Language, Wordings

DEVELOPED = "developed"


@check("signature_sheet_present", NoParams)
def signature_sheet_present(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """There is a signature sheet."""
    if subject.parts.signature_sheet is None:
        yield hit(Place(part=Part.SIGNATURE_SHEET))


@check("signature_columns", NoParams)
def signature_columns(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The signature sheet has every column that the form asks for."""
    sheet, form = subject.parts.signature_sheet, subject.parts.form
    if sheet is None or form is None:
        return
    for column in form.signature_sheet.missing_columns(column_roles(sheet)):
        yield hit(sheet.place, column=prescribed(column.headings, subject.parts.language) or column.role)


def column_roles(sheet: SignatureSheet) -> frozenset[str]:
    """The roles of the sheet's columns that were recognised."""
    return frozenset(column.role for column in sheet.columns if column.role is not None)


def prescribed(wordings: Wordings, language: Language) -> str:
    """The prescribed wording in a language, else the first in any."""
    return next((wording for wording in (*wordings.in_language(language), *wordings.all()) if wording), "")


@check("signature_roles", NoParams)
def signature_roles(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Every required sign-off role has a row."""
    sheet, form = subject.parts.signature_sheet, subject.parts.form
    if sheet is None or form is None:
        return
    present = {row.role for row in sheet.rows}
    for role in form.signature_sheet.roles:
        if role.required and role.role not in present and not _hidden(role, sheet):
            yield hit(sheet.place, role=prescribed(role.labels, subject.parts.language) or role.role)


def _hidden(role: RoleForm, sheet: SignatureSheet) -> bool:
    """Whether only the column of positions, which is missing, could show the role: another rule says so."""
    return bool(role.positions.all()) and "position" not in column_roles(sheet)


@check("signature_names", NoParams)
def signature_names(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Every row names its person."""
    sheet = subject.parts.signature_sheet
    if sheet is None or "name" not in column_roles(sheet):
        return
    for row in rows_in_use(sheet):
        if not row.name.strip():
            yield hit(cell_place(sheet, row, "name"), blank=True, role=row_label(row))


def rows_in_use(sheet: SignatureSheet) -> Iterator[SignatureRow]:
    """The rows of people; an empty row kept in reserve beside a filled one of its role is none."""
    filled = {row.role for row in sheet.rows if _is_begun(row)}
    return (row for row in sheet.rows if _is_begun(row) or row.role not in filled)


def _is_begun(row: SignatureRow) -> bool:
    return bool(row.position.strip() or row.name.strip())


def row_label(row: SignatureRow) -> str:
    """What a person would call the row: its role, else its position."""
    return row.label.strip() or row.position.strip() or str(row.place.row or "")


def cell_place(sheet: SignatureSheet, row: SignatureRow, role: str) -> Place:
    """The row's cell in the column of this role."""
    heading = next(
        (column.text or str(column.column) for column in sheet.columns if column.role == role), None
    )
    place = row.place
    return Place(
        part=place.part,
        section=place.section,
        paragraph=place.paragraph,
        table=place.table,
        row=place.row,
        column=heading,
        page=place.page,
        excerpt=place.excerpt,
    )


@check("signatures", NoParams)
def signatures(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Once somebody has signed, the others still have to; while nobody has, it is only a blank."""
    sheet = subject.parts.signature_sheet
    if sheet is None or "signature" not in column_roles(sheet):
        return
    rows = list(rows_in_use(sheet))
    signed = [_is_signed(sheet, row) for row in rows]
    for row, has_signed in zip(rows, signed, strict=True):
        if not has_signed:
            yield hit(cell_place(sheet, row, "signature"), blank=not any(signed), role=row_label(row))


def _is_signed(sheet: SignatureSheet, row: SignatureRow) -> bool:
    return any(map(str.isalnum, row.signature)) or _has_picture(sheet, row)


def _has_picture(sheet: SignatureSheet, row: SignatureRow) -> bool:
    """A scanned signature is a picture in the cell."""
    column = next((column.column for column in sheet.columns if column.role == "signature"), None)
    ordinal = (row.place.row or 0) - 1
    if not 0 <= ordinal < len(sheet.table.rows):
        return False
    return _pictures(sheet.table.rows[ordinal], column) > 0


def _pictures(row: Row, column: int | None) -> int:
    cells = (cell for cell in row.cells if cell.column == column)
    return sum(p.pictures for cell in cells for p in paragraphs_of(cell.blocks))


class SecondRoleParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `developer_apart`."""

    role: str = DEVELOPED
    """The role whose holder may have no other."""


@check("developer_apart", SecondRoleParams)
def developer_apart(subject: Subject, params: SecondRoleParams) -> Iterator[Outcome]:
    """Who developed the document neither agrees nor approves it."""
    sheet = subject.parts.signature_sheet
    if sheet is None:
        return
    developers = [row.name for row in sheet.rows if row.role == params.role and row.name.strip()]
    for row in sheet.rows:
        if row.role != params.role and _is_one_of(row.name, developers):
            yield hit(cell_place(sheet, row, "name"), name=row.name, role=row_label(row))
    page = subject.parts.title_page
    approver = page.approval.name if page and page.approval else None
    if approver is not None and _is_one_of(approver.text, developers):
        yield hit(approver.place, "approves", name=approver.text)


def _is_one_of(name: str, people: list[str]) -> bool:
    return any(same_person(name, person) for person in people)
