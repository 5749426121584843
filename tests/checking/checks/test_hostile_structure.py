"""A huge clause of hostile text takes the rules on structure, abbreviations and references no time."""

import time
from datetime import date

import pytest

from docctl.checking.check import CHECKS, Subject
from docctl.checking.sketch import read_sketch
from docctl.recognition import recognise
from tests.content import rulebook, samples

LENGTH = 100_000
BASE = "regulation-ru"
LAST = "6.10. "
PIECES = (
    *("1,", "1.", "31 апреля ", "п. 5.", "осы Ереженің 5.99-тармағы ", "№ ", "2026 жылғы 31 "),
    *("(далее – АБ) ", "(АБВ) ", "АБВ (абв ", "АБ-", "АаАаАа", "А", "АБВГД ", "АБ АБ ", "далее ", "– АБ – "),
    *("a.b@АБ", "6.11 ", ": ", "закон ", "I", "осы "),
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_huge_clause_takes_no_time(piece: str) -> None:
    book = rulebook()
    huge = "6.11. " + (piece * LENGTH)[:LENGTH]
    lines = samples()[BASE].split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(LAST))
    draft = read_sketch("\n".join([*lines[: at + 1], huge, *lines[at + 1 :]]))
    parts = recognise(draft, book.forms, book.lexicon)
    subject = Subject(draft=draft, parts=parts, lexicon=book.lexicon, as_of=date(2026, 3, 1))
    for rule in book.rules:
        if rule.group in ("TOC", "SEC", "NUM", "ABR", "REF") and CHECKS[rule.check].applies(subject):
            begun = time.process_time()
            list(CHECKS[rule.check].function(subject, rule.params))
            assert time.process_time() - begun < 1, rule.code
