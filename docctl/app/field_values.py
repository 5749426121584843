"""What people say of the fields of a new draft: ``--set agreed="И.П. Сосновский, проректор"``."""

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct

from docctl.errors import UsageError

TEXTS = ("title", "position", "organisation", "number", "edition", "edition_word", "city", "year")
PEOPLE = ("approver", "developed", "agreed", "lawyer")
PARTS = ("name", "position")
LONGEST, MOST = 500, 30
"""Letters of a value; people of a role."""


class Given(Struct, frozen=True):
    """The values of every field that was said, in the order in which they were."""

    values: Mapping[str, tuple[str, ...]]

    def text(self, name: str, otherwise: str = "") -> str:
        """A text; raises UsageError when it was said twice."""
        said = self.values.get(name, ())
        if len(said) > 1:
            raise UsageError("“{field}” was set twice; it has one value.", field=name)
        return said[0] if said else otherwise

    def people(self, role: str) -> "tuple[tuple[str, str], ...]":
        """Names and positions: «name, position» in one value, or the two parts set apart, pair by pair."""
        whole = [_person(value) for value in self.values.get(role, ())]
        names, positions = (self.values.get(f"{role}.{part}", ()) for part in PARTS)
        found = (*whole, *zip_longest(names, positions, fillvalue=""))
        if len(found) > (1 if role == "approver" else MOST):
            raise UsageError("“{field}” was set too often.", field=role)
        return found

    def edition(self, otherwise: int) -> int:
        """The edition; raises UsageError when it is no number from 1."""
        said = self.text("edition", str(otherwise))
        if not (said.isascii() and said.isdecimal() and 1 <= int(said[:9]) <= 999 and len(said) < 4):
            raise UsageError("“{value}” is no edition; write a number from 1.", value=said)
        return int(said)


def given(said: Sequence[str]) -> Given:
    """What was said as FIELD=VALUE; raises UsageError naming the fields that there are."""
    values: dict[str, tuple[str, ...]] = {}
    for one in said:
        field, equals, value = one.partition("=")
        field = field.strip()
        if not equals:
            raise UsageError("“{said}” is not of the form FIELD=VALUE.", said=one)
        if field not in FIELDS:
            raise UsageError(
                "There is no field “{field}” to set; there are: {known}.",
                field=field,
                known=", ".join(FIELDS),
            )
        values[field] = (*values.get(field, ()), value_of(field, value))
    return Given(values)


FIELDS = (*TEXTS, *PEOPLE, *(f"{role}.{part}" for role in PEOPLE for part in PARTS))


def value_of(field: str, value: str) -> str:
    """The value as it goes into the document; raises UsageError for what no line of a document holds."""
    value = unicodedata.normalize("NFC", value).strip()
    if len(value) > LONGEST:
        raise UsageError("“{field}” is longer than {limit} characters.", field=field, limit=LONGEST)
    if not all(letter.isprintable() or unicodedata.category(letter) == "Zs" for letter in value):
        raise UsageError("“{field}” holds a character that cannot be printed, or a new line.", field=field)
    return value


def _person(said: str) -> tuple[str, str]:
    name, _, position = said.partition(",")
    return name.strip(), position.strip()
