"""Places worded for a person: «clause 6.23», «header of section 2», «row 3, column Күні»."""

from docctl.domain.place import Part, Place
from docctl.wording import N_, Translate


def part_name(part: Part, translate: Translate) -> str:
    """The name of a part as a heading."""
    return translate(_PART_NAMES[part])


def worded(place: Place, translate: Translate) -> str:
    """The place within its part; empty where the part says it all."""
    steps = (
        (N_("section {section} of the file"), "section", place.section),
        (N_("clause {clause}"), "clause", place.clause),
        (N_("table {table}"), "table", place.table if place.clause is None else None),
        (N_("row {row}"), "row", place.row),
        (N_("column {column}"), "column", place.column),
        (N_("paragraph {paragraph}"), "paragraph", place.paragraph if _needs_paragraph(place) else None),
        (N_("≈ page {page}"), "page", place.page),
    )
    return ", ".join(
        translate(text).format(**{name: value}) for text, name, value in steps if value is not None
    )


def _needs_paragraph(place: Place) -> bool:
    return place.clause is None and place.row is None and place.part is Part.BODY


_PART_NAMES = {
    Part.FILE: N_("The file"),
    Part.TITLE: N_("Title page"),
    Part.HEADER: N_("Running header"),
    Part.FOOTER: N_("Footer"),
    Part.SIGNATURE_SHEET: N_("Signature sheet"),
    Part.CONTENTS: N_("Contents"),
    Part.BODY: N_("Text"),
    Part.ACQUAINTANCE_SHEET: N_("Acquaintance sheet"),
    Part.CHANGE_SHEET: N_("Change sheet"),
}
