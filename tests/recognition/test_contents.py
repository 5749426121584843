import pytest

from docctl.domain.parts import Parts
from tests.recognition.drafts import parts_of
from tests.recognition.test_running_headers import FRONT

HEADINGS = [
    "Жалпы ережелер",
    "Қысқартулар",
    "Терминдер мен анықтамалар",
    "Нормативтік сілтемелер",
    "Негізгі міндеттері",
    "Негізгі функциялары",
    "Ұйымдық құрылымы",
    "Құқықтары",
    "Жауапкершілігі",
    "Танысу парағы",
    "Өзгерістер мен толықтыруларды тіркеу парағы",
]
ROWS = [(str(n), title, 3 + n) for n, title in enumerate(HEADINGS, start=1)]
SECTIONS = "\n".join(
    f"{{bold}} {n} {title}\n{n}.1 Бөлім өз жұмысын осы Ережеге сәйкес жүргізеді."
    for n, title in enumerate(HEADINGS[:9], start=1)
)


def with_contents(contents: str) -> Parts:
    return parts_of(f"{FRONT}=== page\n{contents}\n=== page\n{SECTIONS}")


HEADING = "{bold, align=center} Мазмұны\n"
WAYS = {
    "field": HEADING + "\n".join(f"{{toc}} {n}\\t{title}\\t{page}" for n, title, page in ROWS),
    "field with stops": HEADING + "\n".join(f"{{toc}} {n}. {title}\\t{page}" for n, title, page in ROWS),
    "style": HEADING + "\n".join(f"{{style=toc 1}} {n}\\t{title}\\t{page}" for n, title, page in ROWS),
    "tabs": HEADING + "\n".join(f"{n}\\t{title}\\t{page}" for n, title, page in ROWS),
    "dots": HEADING + "\n".join(f"{n} {title} ................ {page}" for n, title, page in ROWS),
    "ellipses": HEADING + "\n".join(f"{n} {title}……………{page}" for n, title, page in ROWS),
    "dots without spaces": HEADING + "\n".join(f"{n}. {title}.......{page}" for n, title, page in ROWS),
    "single spaces": HEADING + "\n".join(f"{n} {title} {page}" for n, title, page in ROWS),
    "automatic numbers": HEADING + "\n".join(f"{{num={n}.}} {title}\\t{page}" for n, title, page in ROWS),
    "table": HEADING + "\n".join(f"| {n} | {title} | {page} |" for n, title, page in ROWS),
    "table with headings": HEADING
    + "| № | Бөлімнің атауы | Бет |\n"
    + "\n".join(f"| {n}. | {title} | {page} |" for n, title, page in ROWS),
    "table of two columns": HEADING + "\n".join(f"| {n} {title} | {page} |" for n, title, page in ROWS),
    "heading in the table": "| МАЗМҰНЫ | < | < |\n"
    + "\n".join(f"| {n} | {title} | {page} |" for n, title, page in ROWS),
    "table with automatic numbers": HEADING
    + "\n".join(f"| {{num={n}}} ¶ | {title} | {page} |" for n, title, page in ROWS),
    "no heading": "\n".join(f"{n}\\t{title}\\t{page}" for n, title, page in ROWS),
    "the word page": HEADING + "\n".join(f"{n}\\t{title}\\t{page} бет" for n, title, page in ROWS),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_same_contents_in_every_way(way: str) -> None:
    parts = with_contents(WAYS[way])
    assert parts.contents is not None
    assert [(e.number, e.title, e.page) for e in parts.contents.entries] == ROWS
    assert parts.contents.field == way.startswith("field")
    assert [section.title for section in parts.sections] == HEADINGS[:9]


@pytest.mark.parametrize("way", WAYS)
def test_contents_directly_above_the_sections(way: str) -> None:
    parts = parts_of(f"{FRONT}=== page\n{WAYS[way]}\n{SECTIONS}")
    assert parts.contents is not None
    assert len(parts.contents.entries) == len(ROWS)
    assert [section.title for section in parts.sections] == HEADINGS[:9]


def test_contents_without_pages() -> None:
    parts = with_contents(HEADING + "\n".join(f"{n} {title}" for n, title, _ in ROWS))
    assert parts.contents is not None
    assert [(e.number, e.title) for e in parts.contents.entries] == [row[:2] for row in ROWS]
    assert [section.title for section in parts.sections] == HEADINGS[:9]


def test_an_entry_that_lost_its_page() -> None:
    parts = with_contents(WAYS["tabs"].replace("Құқықтары\\t11", "Құқықтары"))
    assert parts.contents is not None
    assert [e.page for e in parts.contents.entries][6:9] == [10, None, 12]


def test_an_entry_on_two_lines() -> None:
    wrapped = WAYS["tabs"].replace("толықтыруларды тіркеу", "толықтыруларды\nтіркеу")
    parts = with_contents(wrapped)
    assert parts.contents is not None
    assert parts.contents.entries[-1].title == HEADINGS[-1]


def test_entries_of_clauses_have_their_level() -> None:
    parts = with_contents(HEADING + "1\\tЖалпы ережелер\\t4\n1.1\\tМақсаты\\t4\n2\\tҚысқартулар\\t5")
    assert parts.contents is not None
    assert [e.level for e in parts.contents.entries] == [1, 2, 1]


def test_an_empty_heading_is_contents_without_entries() -> None:
    parts = with_contents(HEADING)
    assert parts.contents is not None
    assert parts.contents.entries == ()
    assert len(parts.sections) == 9


def test_no_contents() -> None:
    assert parts_of(f"{FRONT}=== page\n{SECTIONS}").contents is None


@pytest.mark.parametrize(
    "heading", ["МАЗМҰНЫ", "Мазмұн", "Содержание", "ОГЛАВЛЕНИЕ", "Contents", "Table of contents:"]
)
def test_headings_of_the_contents(heading: str) -> None:
    parts = with_contents(WAYS["tabs"].replace("Мазмұны", heading))
    assert parts.contents is not None
    assert parts.contents.place.excerpt == heading


def test_missing_first_entry_does_not_swallow_the_first_section() -> None:
    contents = WAYS["tabs"].replace("1\\tЖалпы ережелер\\t4", "¶", 1)
    parts = parts_of(f"{FRONT}=== page\n{contents}\n{SECTIONS}")
    assert parts.contents is not None
    assert len(parts.contents.entries) == len(ROWS) - 1
    assert [section.title for section in parts.sections] == HEADINGS[:9]


def test_a_sheet_listed_as_an_appendix() -> None:
    contents = WAYS["tabs"].replace("10\\tТанысу парағы", "А қосымшасы Танысу парағы")
    entries = with_contents(contents)
    assert entries.contents is not None
    entry = next(entry for entry in entries.contents.entries if entry.role == "acquaintance_sheet")
    assert (entry.title, entry.page) == ("Танысу парағы", 13)
