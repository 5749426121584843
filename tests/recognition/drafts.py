"""Drafts for the tests of recognition, and what is recognised in them."""

from docctl.checking.sketch import read_sketch
from docctl.domain.parts import Parts, TitlePage
from docctl.recognition import recognise
from tests.content import rulebook

BODY = {
    "kk": "=== page\n{bold} 1 Жалпы ережелер\n1.1 Осы Ереже бөлімнің жұмысын реттейді.\n",
    "ru": "=== page\n{bold} 1 Общие положения\n1.1 Настоящее Положение определяет порядок работы отдела.\n",
    "en": "=== page\n{bold} 1 General provisions\n1.1 This Regulation sets out the work of the office.\n",
}


def parts_of(sketch: str, kind: str | None = None) -> Parts:
    """What is recognised in a sketch."""
    book = rulebook()
    return recognise(read_sketch(sketch), book.forms, book.lexicon, kind)


def title_page_of(front: str, language: str = "kk", kind: str | None = None) -> TitlePage:
    """The title page of a draft that begins so and goes on with a first section."""
    page = parts_of(f"{front}\n{BODY[language]}", kind).title_page
    assert page is not None
    return page
