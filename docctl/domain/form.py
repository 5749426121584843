"""The form of a kind of document: which parts, sections, sheets, roles and columns it has.

Forms are data (``rules/forms/<kind>.yaml``); these are their types. Roles are stable names in English
(``general_provisions``, ``developed``, ``date``); wordings are what a document of a language calls them.
"""

from msgspec import Struct

from docctl.domain.words import Wordings, Words


class SectionForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A section that documents of the kind have."""

    role: str
    headings: Wordings
    """The prescribed wording first, then wordings known to mean the same. ``{unit}`` stands for the
    unit's own name or a generic word for it, in any case: «Бөлімнің құқықтары»."""
    required: bool = True
    numbered_clauses: bool = True
    """Whether its paragraphs are expected to carry clause numbers."""
    equivalents: Wordings = Wordings()
    """Wordings as good as the prescribed one: no variants."""


class ColumnForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A column of a sheet's table."""

    role: str
    headings: Wordings
    required: bool = True
    unless: tuple[str, ...] = ()
    """Roles of columns beside which this one is not required: the ГОСТ 2.503 form names no person."""
    group: bool = False
    """Its heading may stand over several columns with headings of their own, all of which are then its."""


class RoleForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A sign-off role of the signature sheet."""

    role: str
    labels: Wordings
    required: bool = True
    positions: Wordings = Wordings()
    """Positions whose holder signs in this role whatever the label says, each word by its beginning."""


class SheetForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A sheet: its heading and the columns of its table."""

    headings: Wordings
    columns: tuple[ColumnForm, ...]
    roles: tuple[RoleForm, ...] = ()

    def missing_columns(self, present: frozenset[str]) -> tuple[ColumnForm, ...]:
        """The required columns that a table with these roles of columns lacks."""
        return tuple(
            column
            for column in self.columns
            if column.required and column.role not in present and present.isdisjoint(column.unless)
        )


class Form(Struct, frozen=True, forbid_unknown_fields=True):
    """The form of one kind of document."""

    kind: str
    names: Words
    """The kind as people call it: Ереже, Положение, Regulation."""
    kind_lines: Wordings
    """The kind as printed on its own line of the title page."""
    title_endings: Wordings
    """What a title ends in (or, in Russian and English, begins with): «туралы ереже», «Положение о»."""
    approval: Wordings
    """Words that open the approval block."""
    approvers: Wordings
    """Positions that may approve."""
    contents: Wordings
    sections: tuple[SectionForm, ...]
    signature_sheet: SheetForm
    acquaintance_sheet: SheetForm
    change_sheet: SheetForm
