"""Drafts are hostile: no check may take longer than in proportion to the text."""

import time
from collections.abc import Iterator
from datetime import date

import pytest

from docctl.checking.check import CHECKS, Subject
from docctl.domain.draft import Draft, PageSetup, Paragraph, Run, Section
from docctl.domain.formats import CharFormat
from docctl.domain.lexicon import Lexicon
from docctl.domain.parts import Parts
from docctl.domain.words import Language
from tests.content import rulebook

LENGTH = 100_000
PIECES = ("я", "a", "aя", "я c ", "я.Я", "Абвгд.Абв", "я,я", "я , ", '"я', '"я"', "»а", "((аб ", "(абвг аб")
MORE = (
    "  ",
    "я  ",
    " -я",
    "я- ",
    "я№",
    "[а ",
    "{а",
    "<а",
    "{{",
    "{%",
    "_",
    "я_ ",
    "?",
    "Х",
    "2024абв",
    "я@я,",
)
FORMAT = CharFormat(font="Times New Roman", size=14, ascii_font="Times New Roman")


def subject(text: str) -> Subject:
    paragraph = Paragraph(index=1, text=text, runs=(Run(text, FORMAT),))
    draft = Draft(name="draft.docx", blocks=(paragraph,), sections=(Section(1, PageSetup()),))
    parts = Parts(form=None, language=Language.RU)
    return Subject(draft=draft, parts=parts, lexicon=Lexicon(), as_of=date(2026, 3, 1))


def durations(text: str) -> Iterator[tuple[float, str]]:
    for rule in rulebook().rules:
        if rule.group in ("DOC", "PAGE", "FMT", "TXT"):
            begun = time.process_time()
            list(CHECKS[rule.check].function(subject(text), rule.params))
            yield time.process_time() - begun, rule.code


@pytest.mark.parametrize("piece", PIECES + MORE)
def test_a_huge_paragraph_takes_no_time(piece: str) -> None:
    slowest, code = max(durations((piece * LENGTH)[:LENGTH]))
    assert slowest < 0.5, code
