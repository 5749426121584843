"""Names of organisations as documents print them: quoted, with a legal form, on one line or several."""

import re

from docctl.domain.folding import level
from docctl.domain.patterns import regex
from docctl.recognition.vocabulary import Speech

_QUOTED = regex(r'"[^"]{1,200}\s"(?=[^\s"])[^"]{1,200}"{1,2}|"[^"]{2,200}"')
"""A quoted name, or one with another in it: «Университет „Сарыарқа“»."""
_WORD = regex(r"[^\W\d_]+")
_ADJECTIVE = regex(r"(?:лық|лік|дық|дік|тық|тік)$|ическ")
"""«Академиялық мәселелер жөніндегі проректор» names no academy."""
_APOSTROPHE = regex(r"(?<=[^\W\d_])['’`](?=[^\W\d_])")
"""Inside a word it opens no quotes: O’Neill."""
_ENDS = " ,;:-–—\t"


def is_organisation(text: str, speech: Speech) -> bool:
    """Whether a line holds a word that organisations are named by."""
    return speech.organisation.within(text)


def is_ministry(text: str, speech: Speech) -> bool:
    """Whether a line names a body above the organisation."""
    return speech.ministry.within(text)


def open_quotes(text: str) -> bool:
    """Whether a quoted name goes on in the next line; one «»» may close two names, one in the other."""
    if "«" in text or "»" in text:
        return text.rfind("«") > text.rfind("»")
    return level(_APOSTROPHE.sub("", text)).count('"') % 2 == 1


def without_organisation(text: str, speech: Speech) -> tuple[str, str]:
    """The organisation named in a line, and what is left: the position before or after it."""
    levelled = level(text)
    if len(levelled) != len(text):
        text = levelled
    if (span := _organisation_span(levelled, speech)) is None:
        return "", text
    start, end = span
    before, after = text[:start].strip(_ENDS), text[end:].strip(_ENDS)
    return text[start:end].strip(_ENDS), " ".join(part for part in (before, after) if part)


def _organisation_span(levelled: str, speech: Speech) -> tuple[int, int] | None:
    """From the quotes or the first word of the name to its last; beside a position only its own words."""
    quoted = _QUOTED.search(levelled)
    words = list(_WORD.finditer(levelled))
    named = [word for word in words if speech.organisation.begins(word[0]) and not _ADJECTIVE.search(word[0])]
    outside = [word for word in words if not quoted or not quoted.start() <= word.start() < quoted.end()]
    holders = [word for word in outside if speech.positions.begins(word[0]) and word not in named]
    if not named and not quoted:
        return None
    if quoted:
        return _around(quoted.span(), [word for word in named if word in outside], holders)
    if not holders:
        return 0, len(levelled)
    first, last = named[0], named[-1]
    if last.start() < holders[0].start():
        return 0, last.end()
    return (holders[-1].end(), len(levelled)) if first.start() > holders[-1].start() else first.span()


def _around(
    quoted: tuple[int, int], legal: list[re.Match[str]], holders: list[re.Match[str]]
) -> tuple[int, int]:
    """The quoted name with the legal form before or after it, up to the words of a position."""
    start, end = quoted
    before = [word.end() for word in holders if word.end() <= start]
    after = [word.start() for word in holders if word.start() >= end]
    left = [word.start() for word in legal if word.start() < start and word.start() >= max(before, default=0)]
    right = [word.end() for word in legal if word.end() > end and word.end() <= min(after, default=1 << 30)]
    if not before and left:
        return 0, max([end, *right])
    return min([start, *left]), max([end, *right])
