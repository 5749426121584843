"""Which paragraph a remark stands at."""

import pytest

from docctl.docx.annotating.anchoring import Anchor, Standing, anchored
from docctl.domain.draft import CellPlace, Paragraph
from docctl.domain.place import Part, Place

BODY = (
    Paragraph(index=1, text="title"),
    Paragraph(index=2, text="Name", cell=CellPlace(1, 1, 1), section=2),
    Paragraph(index=3, text="Date", cell=CellPlace(1, 1, 2), section=2),
    Paragraph(index=4, text="A. Author", cell=CellPlace(1, 2, 1), section=2),
    Paragraph(index=5, text="yesterday", cell=CellPlace(1, 2, 2), section=2),
    Paragraph(index=6, text="boxed", in_text_box=True, section=2),
)
PARTS = (Part.TITLE, *(Part.SIGNATURE_SHEET,) * 4, Part.BODY)


@pytest.mark.parametrize(
    ("place", "anchor"),
    [
        (Place(part=Part.BODY, paragraph=4), Anchor(4, Standing.HERE)),
        (Place(part=Part.BODY, paragraph=6), Anchor(6, Standing.TEXT_BOX)),
        (Place(part=Part.HEADER, section=2, paragraph=1), Anchor(2, Standing.RUNNING)),
        (Place(part=Part.FOOTER), Anchor(1, Standing.RUNNING)),
        (Place(part=Part.HEADER, section=9), Anchor(1, Standing.RUNNING)),
        (Place(part=Part.SIGNATURE_SHEET, table=1, row=2, column="Date"), Anchor(5, Standing.HERE)),
        (Place(part=Part.SIGNATURE_SHEET, table=1, row=2, column="2"), Anchor(5, Standing.HERE)),
        (Place(part=Part.SIGNATURE_SHEET, table=1, row=2, column="Role"), Anchor(4, Standing.HERE)),
        (Place(part=Part.SIGNATURE_SHEET, table=1, row=2), Anchor(4, Standing.HERE)),
        (Place(part=Part.SIGNATURE_SHEET, table=1, row=7), Anchor(2, Standing.PART)),
        (Place(part=Part.SIGNATURE_SHEET), Anchor(2, Standing.PART)),
        (Place(part=Part.CHANGE_SHEET), Anchor(1, Standing.PART)),
        (Place(part=Part.FILE, section=2), Anchor(2, Standing.PART)),
        (Place(part=Part.FILE), Anchor(1, Standing.PART)),
        (Place(part=Part.BODY, paragraph=99), Anchor(6, Standing.PART)),
    ],
)
def test_every_place_has_an_anchor(place: Place, anchor: Anchor) -> None:
    assert anchored(place, BODY, PARTS) == anchor
