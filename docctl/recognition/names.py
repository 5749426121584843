"""People's names as documents write them: А.Б. Үлгібаев, Үлгібаев А.Б., full names."""

import re

from docctl.domain.folding import bare, fold, words_of
from docctl.domain.patterns import regex
from docctl.recognition.vocabulary import Speech

_CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_SMALL = "a-zа-яёәғқңөұүһі"
_INITIAL = rf"[{_CAPITAL}][{_SMALL}]?\."
_SURNAME = rf"[{_CAPITAL}][{_CAPITAL}{_SMALL}'’]{{1,40}}(?:-[{_CAPITAL}][{_CAPITAL}{_SMALL}]{{1,40}})?"
_WITH_INITIALS = regex(
    rf"(?<![^\W_])(?:{_INITIAL}[ \u00a0]?(?:-?{_INITIAL}[ \u00a0]?){{0,2}}{_SURNAME}"
    rf"|{_SURNAME},?[ \u00a0]+{_INITIAL}(?:[ \u00a0]?-?{_INITIAL}){{0,2}})"
)
_FULL = regex(rf"{_SURNAME}(?:[ \u00a0]+{_SURNAME}){{1,3}}(?:[ \u00a0]+(?:ұлы|қызы|улы|кызы))?")
_LINE = regex(r"_{2,}|\.{4,}|…{2,}|-{4,}")
_LONGEST = 200
"""Characters of the longest line that is looked at for a name."""


def name_in(text: str, speech: Speech) -> re.Match[str] | None:
    """A person's name in a line: with initials anywhere, or the whole line a full name."""
    line = text[:_LONGEST]
    if match := _WITH_INITIALS.search(line):
        return match
    whole = _LINE.sub(" ", line).strip(" /()\t")
    if whole and (match := _FULL.fullmatch(whole)) and not _names_something_else(whole, speech):
        return match
    return None


def written_name(text: str, speech: Speech) -> str:
    """What stands in a name's cell; empty when blank, a line to write on, or what the form says there."""
    plain = " ".join(_LINE.sub(" ", text).split()).strip("_ /()")
    if not any(map(str.isalpha, plain)) or is_caption(plain, speech):
        return ""
    return plain


def is_caption(text: str, speech: Speech) -> bool:
    """What a form says where something goes: (қолы), М.П., Ф.И.О."""
    folded = fold(text).strip(" ()_/,:")
    return folded in speech.blanks or bare(folded) in {bare(blank) for blank in speech.blanks}


def _names_something_else(text: str, speech: Speech) -> bool:
    """A position or an organisation is no name, though its words may be capitalised."""
    words = words_of(fold(text))
    return speech.positions.among(words) or speech.organisation.among(words)
