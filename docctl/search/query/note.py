"""What a person should know of how the query was taken."""

from msgspec import Struct


class Note(Struct, frozen=True):
    """A sentence in English, the key of its translations, and the value that it names."""

    message: str
    value: str = ""
