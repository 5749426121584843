"""Whether a line names one act of the state, and what its reference lacks."""

from enum import StrEnum

from docctl.domain.dates import Dates
from docctl.domain.folding import level
from docctl.domain.patterns import regex


class Lack(StrEnum):
    """What a reference lacks: the variants of the message."""

    NOTHING = "nothing"
    KIND = "kind"
    DATE = "date"
    NUMBER = "number"
    DATE_AND_NUMBER = "date_and_number"


_OWN = r"(?:ы|і)(?:н|на|не|нда|нде|нан|нен|ның|нің|мен)?"
"""Kazakh possessive endings of the singular: бұйрығымен, заңының."""
_ALWAYS = regex(
    rf"\b(?:заң{_OWN}|жарлығ{_OWN}|қаулыс{_OWN}"
    r"|закон(?:а|у|ом|е)?|указ(?:а|у|ом|е)?|постановлени(?:е|ю|ем)"
    r"|law|act|decree|resolution)\b"
)
"""Kinds of act, in the singular, that only the state adopts."""
_BY_THE_STATE = regex(
    rf"\b(?:бұйрығ{_OWN}|кодекс{_OWN}|шешім{_OWN}|өкім{_OWN}"
    r"|приказ(?:а|у|ом|е)?|кодекс(?:а|у|ом|е)?|решени(?:е|ю|ем)|распоряжени(?:е|ю|ем)"
    r"|order|code|decision|ordinance)\b"
)
"""Kinds that organisations have as well: with a body of the state beside them."""
_STATE = regex(
    r"министр|үкімет|республик|президент|комитет|\bқр\b"
    r"|правительств|\bрк\b|government|minist|republic|president"
)
_MINISTER = regex(r"министр(?:інің|а|ом)\b|minister")
_NO_ACT = regex(r"конституци|constitution|\b(?:iso|исо|iec|гост|ст рк|қр ст|esg|din|astm)\b")
"""Exempt: the Constitution, and standards, whose designation says all."""
_ANY_KIND = regex(
    r"\bзаң|кодекс|бұйры|қаулы|жарлы|шешім|өкім|закон|приказ|постановлен|указ|решен|распоряжен"
    r"|\blaw|\bact\b|order|decree|resolution|decision"
)
_OTHER_KIND = regex(
    r"қағида|тәртіп|талап|правил|поряд|требован|rules|procedure|requirement"
    r"|лиценз|куәлік|свидетельств|сертификат|licen|certificate|хат|хаттама|келісім|шарт|бағдарлама|тұжырымдама|стандарт|ереже|нұсқаулық|жарғы|саясат|стратегия"
    r"|письм|протокол|соглашени|договор|программ|концепци|стандарт|положени|инструкци|устав|политик|стратеги|конвенци"
    r"|letter|minutes|agreement|contract|program|concept|standard|regulation|instruction|charter|policy"
    r"|strategy|convention"
)
_NUMBER = regex(
    r"(?:№|\bn[oо°º]?\.?|номер\w{0,3}|нөмір\w{0,4}|number) {0,2}[\w/.\-]{0,12}?\d"
    r"|(?<![\w.])\d{1,4}-[ivxі]{1,5}\b"
)
_YEAR = regex(r"(?<![\d№/.\-])(?<!№ )(?:19|20)\d\d(?!\d)")
_LONGEST = 4_000
"""Characters of a line that may be a reference."""


def lack_of(text: str, dates: Dates) -> Lack:
    """What the reference on a line lacks; nothing where the line names no single act."""
    levelled = level(text[:_LONGEST])
    if _NO_ACT.search(levelled) or levelled.rstrip().endswith(":"):
        return Lack.NOTHING
    numbered = bool(_NUMBER.search(levelled))
    dated = bool(_YEAR.search(levelled)) or any(True for _ in dates.find(levelled))
    if _names_act(levelled):
        return _missing(dated, numbered)
    return Lack.KIND if dated and numbered and _is_kindless(levelled) else Lack.NOTHING


def _names_act(levelled: str) -> bool:
    if _ALWAYS.search(levelled):
        return True
    return bool(_BY_THE_STATE.search(levelled) and _STATE.search(levelled))


def _is_kindless(levelled: str) -> bool:
    """Whether no word at all says what kind of act it is that the state adopted."""
    if _ANY_KIND.search(levelled) or not (_STATE.search(levelled) or '"' in levelled):
        return False
    return bool(_MINISTER.search(levelled)) or not _OTHER_KIND.search(levelled)


def _missing(dated: bool, numbered: bool) -> Lack:
    if dated:
        return Lack.NOTHING if numbered else Lack.NUMBER
    return Lack.DATE if numbered else Lack.DATE_AND_NUMBER
