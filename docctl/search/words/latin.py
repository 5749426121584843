"""Kazakh in Latin letters → Cyrillic: the alphabet of 2021, the accents of 2018, ASCII as it is typed."""

from itertools import islice, product

from docctl.domain.patterns import regex

_LIMIT = 16
_PLAIN = {
    **dict(zip("abcdefgjklmnopqrstuvwxyz", "абцдефгжклмнопқрстувухыз", strict=True)),
    **dict(zip("äğıñöşūü", "әғіңөшұү", strict=True)),
    **dict(zip("áǵńóúýŋçə", "әғңөүуңчә", strict=True)),
}
_DOUBLE = {"sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "gh": "ғ", "ts": "ц", "ya": "я", "yu": "ю", "yo": "йо"}
_IOTATED = {"a": "я", "á": "я", "ä": "я", "u": "ю"}
_UNIT = regex("[sckzg]h|ts|y[auo]|[iı][auáä]|.")
_LATIN = regex("[a-zäğıñöşūüáǵńóúýŋçə]+")
_VOWELS = frozenset("aeiıouyäöūüáóúýə")
_ACCENTS = frozenset("áǵńóúý")
"""The alphabet of 2018 swaps ı and i."""
_SWAPPED = str.maketrans("iı", "ıi")


def from_latin(word: str) -> tuple[str, ...]:
    """What a word in Latin letters may be in Cyrillic, the likeliest first; nothing for other words.

    Some letters stand for two: х and һ, in plain ASCII і and и. Sixteen combinations are named at most.
    """
    folded = _lower(word)
    if not _LATIN.fullmatch(folded):
        return ()
    units = [unit[0] for unit in _UNIT.finditer(folded)]
    before = ("", *units)
    options = [_letters(unit, last, folded.isascii()) for last, unit in zip(before, units, strict=False)]
    alike = ("".join(letters[min(choice, len(letters) - 1)] for letters in options) for choice in range(3))
    mixed = islice(("".join(letters) for letters in product(*options)), _LIMIT)
    return tuple(dict.fromkeys([*alike, *mixed]))[:_LIMIT]


def _lower(word: str) -> str:
    """Lower case as the word's alphabet has it: I is ı in those that have both."""
    dotless = word if word.isascii() else word.replace("I", "ı")
    folded = dotless.replace("İ", "i").lower()
    return folded if _ACCENTS.isdisjoint(folded) else folded.translate(_SWAPPED)


def _letters(unit: str, before: str, ascii_only: bool) -> tuple[str, ...]:
    """The Cyrillic letters that a Latin unit may stand for after another."""
    if unit in _DOUBLE:
        return (_DOUBLE[unit],)
    if len(unit) > 1:
        return ("и" + _IOTATED[unit[1]], _IOTATED[unit[1]], "и" + _PLAIN[unit[1]])
    if unit == "h":
        return ("х", "һ")
    if unit == "e" and not before:
        return ("е", "э")
    if unit == "i":
        return ("й", "и") if before[-1:] in _VOWELS and before else ("і", "и") if ascii_only else ("и",)
    return (_PLAIN[unit],)
