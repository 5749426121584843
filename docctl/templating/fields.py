"""The values that a template asks for: the names that may stand between ``{{`` and ``}}``.

A template is rendered with the attributes of one `Fields` value, under the names they have here, and with
the filter `quoted`. A text that may be blank has a default here: a template asks ``{% if city %}`` and else
has a blank for people to fill in. The lists of people are never empty: where nobody is known they hold one
blank `Person`, so that a sheet keeps its row.
"""

from msgspec import Struct

_OPENING, _CLOSING = {"kk": "«", "ru": "«", "en": "“"}, {"kk": "»", "ru": "»", "en": "”"}
_INNER = str.maketrans("«»", "„“")
_OTHERS = '“”„"'


class Person(Struct, frozen=True):
    """Somebody who signs. Either text may be blank."""

    position: str = ""
    """The position as it is named, in no case: «Проректор по науке»."""
    name: str = ""
    """Initials and surname: «Е.М. Сәрсенғали»."""


NOBODY = (Person(),)
"""The list of people where nobody is known."""


class Fields(Struct, frozen=True, kw_only=True):
    """What a template is filled in with. Texts stand as they are: templates are worded to inflect none."""

    unit: str
    """The unit's name as it is, in the nominative: «Цифрлық даму бөлімі», «Юридический отдел»."""
    title: str
    """The whole title of the document: «Цифрлық даму бөлімі туралы ереже».

    What a person sets wins. Otherwise it is the wording that the template carries as its core property
    `title` (in Word: File, Info, Title), which is rendered first, with all the other fields; a template
    without one needs the title set. It stands alike on the title page, in the running header and in the
    properties.
    """
    position: str = ""
    """A job description's position as it is named: «Бас маман». Blank: of any employee of the unit."""
    organisation: str = ""
    """Official name with the legal form: «Сарыарқа университеті» КеАҚ."""
    number: str = ""
    """The document's number without the sign №; blank until approval, and then a line stands for it."""
    edition: int = 1
    """Number of the edition, from 1."""
    edition_word: str
    """The edition as an ordinal of the document's language: бірінші, первое, first."""
    city: str = ""
    year: str
    """Four figures, without the word for a year."""
    approver: Person = Person()
    """Who approves: in the approval block, and where the text says who appoints. A position that nobody has
    said is the first that the form of the kind lists."""
    developed: tuple[Person, ...] = NOBODY
    """Who drew the document up: rows of the signature sheet."""
    agreed: tuple[Person, ...] = NOBODY
    """With whom it was agreed, in this order."""
    lawyer: tuple[Person, ...] = NOBODY
    """The lawyers who looked at it."""


def quoted(name: str, language: str = "kk") -> str:
    """A name in the quotes of its language; angle quotes of its own become „“, others keep the name as it is.

    The Jinja filter `quoted` of a template: ``{{ unit | quoted("ru") }}``.
    """
    inner = name.translate(_INNER)
    if any(mark in name for mark in _OTHERS):
        return name
    return f"{_OPENING[language]}{inner}{_CLOSING[language]}"
