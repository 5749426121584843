"""The clauses of a document in reading order, with nothing lost."""

from collections import Counter
from itertools import groupby

import pytest

from docctl.checking.sketch import read_sketch
from docctl.domain.folding import fold, words_of
from docctl.domain.parts import Parts
from docctl.domain.place import Part
from docctl.domain.registry.clause_text import ClauseText, clause_texts, read_text, write_text
from docctl.recognition import recognise
from tests.content import rulebook, samples
from tests.recognition.drafts import parts_of

BODY = """\
=== page
{bold} 1 Жалпы ережелер
Кіріспе сөз.
1.1 Осы Ереже бөлімнің жұмысын реттейді:
а) құжаттарды тексереді; // одан кейін бекітеді;
| Атауы | Мерзімі |
| есеп // жылдық | 2026 |
1.2 Бөлім басшыға бағынады.
=== page
{bold} 2 Қысқартулар
{bold} 3 Құқықтары
3.1 Бөлім құжат сұратады.
"""
HEADING = ("1 Жалпы ережелер",)


def words(text: str) -> Counter[str]:
    return Counter(words_of(fold(text)))


def test_clauses_with_headings_loose_text_and_tables() -> None:
    assert clause_texts(parts_of(BODY, "regulation")) == (
        ClauseText("", HEADING, "Кіріспе сөз."),
        ClauseText(
            "1.1",
            HEADING,
            "Осы Ереже бөлімнің жұмысын реттейді:\n"
            "а) құжаттарды тексереді;\nодан кейін бекітеді;\n"
            "Атауы | Мерзімі\nесеп жылдық | 2026",
        ),
        ClauseText("1.2", HEADING, "Бөлім басшыға бағынады."),
        ClauseText("", ("2 Қысқартулар",), ""),
        ClauseText("3.1", ("3 Құқықтары",), "Бөлім құжат сұратады."),
    )


def test_a_heading_inside_a_section_stands_over_its_clauses() -> None:
    sketch = (
        f"{BODY}{{style=heading 2}} 3.2 Сұрату тәртібі\n"
        "Жазбаша түрде.\n3.2.1 Хат жіберіледі.\n"
        "{style=heading 2} 3.3 Басшы рұқсат береді.\n3.3.1 Бір күнде.\n"
        "{bold} 4 Жауапкершілігі\n{style=heading 2} 4.1 Басшы\n4.1.1 Жауап береді.\n"
    )
    above, inner = "3 Құқықтары", "3.2 Сұрату тәртібі"
    assert clause_texts(parts_of(sketch, "regulation"))[-5:] == (
        ClauseText("", (above, inner), "Жазбаша түрде."),
        ClauseText("3.2.1", (above, inner), "Хат жіберіледі."),
        ClauseText("3.3", (above,), "Басшы рұқсат береді."),
        ClauseText("3.3.1", (above,), "Бір күнде."),
        ClauseText("4.1.1", ("4 Жауапкершілігі", "4.1 Басшы"), "Жауап береді."),
    )


def test_text_before_the_first_heading_stands_under_none() -> None:
    first, second, *_ = clause_texts(parts_of(f"=== page\nКіріспе сөз.\n{BODY}", "regulation"))
    assert first == ClauseText("", (), "Кіріспе сөз.")
    assert second.headings == HEADING


def test_a_document_of_no_known_kind_is_its_paragraphs() -> None:
    parts = Parts(
        form=None, language=parts_of(BODY).language, body=tuple(read_sketch("а\n¶\n1.1 б").paragraphs())
    )
    assert clause_texts(parts) == (ClauseText("", (), "а\n1.1 б"),)


@pytest.mark.parametrize("name", samples())
def test_nothing_of_the_body_is_lost_or_doubled(name: str) -> None:
    draft = read_sketch(samples()[name])
    parts = recognise(draft, rulebook().forms, rulebook().lexicon)
    clauses = clause_texts(parts)
    body = zip(draft.paragraphs(), parts.parts, strict=True)
    wanted = sum((words(paragraph.printed) for paragraph, part in body if part is Part.BODY), Counter())
    found = sum((words(f"{one.number} {one.text}") for one in clauses), Counter())
    for headings, _ in groupby(clauses, key=lambda one: one.headings):
        found += words(" ".join(headings))
    assert found == wanted
    assert [one.number for one in clauses if one.number] == [
        clause.number for section in parts.sections for clause in section.clauses
    ]
    assert read_text(write_text("т", clauses)) == clauses
