"""What the recognised parts say together."""

from docctl.domain.parts import FoundEdition, Parts
from docctl.domain.place import Part, Place
from docctl.domain.words import Language


def _parts(*values: int | None) -> Parts:
    place = Place(part=Part.HEADER)
    editions = tuple(FoundEdition(str(value), place, value) for value in values)
    return Parts(form=None, language=Language.KK, editions=editions)


def test_the_edition_is_what_most_places_name() -> None:
    assert _parts(3, 1, 1, None).edition == 1


def test_where_they_tie_the_first_counts() -> None:
    assert _parts(2, 1).edition == 2


def test_no_edition() -> None:
    assert _parts().edition is None
    assert _parts(None).edition is None
