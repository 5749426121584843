"""Numbers of documents as names of files and folders: any number, on any disk, and back."""

import re
import unicodedata

from docctl.domain.patterns import regex
from docctl.errors import DamagedRecord, TransitionRefused

LONGEST = 120
"""Bytes of the longest name; a file system holds 255, and an ending comes after it."""
_TAKEN = frozenset({"submissions", "roles"})
"""What lies beside the cards and documents under a name of its own."""
_UNSAFE = frozenset('/\\:*?"<>|%~')
"""What some disk or Git itself refuses or understands otherwise: ``~`` because of short names, GIT~1."""
_DEVICE = regex(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\..*)?")
_NO_REFERENCE = regex(r"[ ^\[]|\.(?=\.|lock\Z|\Z)|@(?=\{)")
"""What a name may hold and a reference of Git may not."""
_PERCENT = regex("(?:%[0-9A-F]{2})+")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def name_of(number: str) -> str:
    """The name under which the document with this number lies.

    Two numbers have one name only if they are canonically equivalent (NFC).

    Raises TransitionRefused for a number that is empty, too long or holds what nobody sees.
    """
    number = unicodedata.normalize("NFC", number)
    if not number.strip():
        raise TransitionRefused("A document's number must not be empty.")
    for character in number:
        if unicodedata.category(character) in _UNSEEN:
            raise TransitionRefused(
                "The number {number} holds a character that cannot be seen ({code}); type it again by hand.",
                number=ascii(number),
                code=f"U+{ord(character):04X}",
            )
    name = _encoded(number)
    if len(name.encode()) > LONGEST:
        raise TransitionRefused(
            "The number “{number}” is too long: its file name may have {longest} bytes, and it would have"
            " {length}. A letter that is not Latin takes two.",
            number=number,
            longest=LONGEST,
            length=len(name.encode()),
        )
    return name


def reference_of(number: str) -> str:
    """The name of the document within a reference of Git; raises as `name_of` does."""
    return _NO_REFERENCE.sub(lambda match: f"%{ord(match[0]):02X}", name_of(number))


def number_of(name: str) -> str:
    """The number of the document that lies under this name.

    Raises DamagedRecord for a name that `name_of` never gives.
    """
    try:
        number = _PERCENT.sub(_decoded, name)
        if name_of(number) == name and unicodedata.is_normalized("NFC", number):
            return number
    except (UnicodeError, TransitionRefused):
        pass
    raise DamagedRecord(
        "This name stands for no number of a document; docctl did not make it. Move the file out of the"
        " registry, then register the document.",
        at=name.encode("utf-8", "backslashreplace").decode(),
    )


def _encoded(number: str) -> str:
    """Percent-encoded where a disk could stumble: single characters, both ends, and names with a meaning."""
    last = len(number) - 1
    taken = number.casefold() in _TAKEN or _DEVICE.fullmatch(number) is not None
    return "".join(
        _percent(character) if _stumbles(character, at, last) or (taken and at == 0) else character
        for at, character in enumerate(number)
    )


def _stumbles(character: str, at: int, last: int) -> bool:
    if character in _UNSAFE or (character != " " and character.isspace()):
        return True
    return (at in (0, last) and character == " ") or (at in (0, last) and character == ".")


def _decoded(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode()


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())
