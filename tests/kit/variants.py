"""The same document worded and set otherwise, and as compliant as before.

Every variant changes a sketch in one respect; a sketch that has nothing to change stays as it is.
"""

import re
from collections.abc import Callable

Variant = Callable[[str], str]

VARIANTS: dict[str, Variant] = {}
HEADING = re.compile(r"^(\{style=heading 1\}) (?:(\d+)(\.?) )?(.*)$", re.MULTILINE)
ENTRY = re.compile(r"^(\{toc\}) (?:(\d+)(\.?)\\t)?(.*)\\t(\d+)$", re.MULTILINE)
CLAUSE = re.compile(r"^(\d+\.\d+)(\.?) ", re.MULTILINE)
ITEM = re.compile(r"^\d\) ", re.MULTILINE)
DASH = re.compile(r"^– ", re.MULTILINE)
INITIALS = re.compile(r"\b([^\W\d])\.([^\W\d])\. (\w+)")
DATE = re.compile(r"\| (\d\d)\.(\d\d)\.(2025) \|")
SUBCLAUSES = re.compile(r"^(\d+\.\d+)(\.?) (.*:)\n((?:(?:\d\)|–) .*\n)+)", re.MULTILINE)
MONTHS = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    "en": "January February March April May June July August September October November December".split(),
}
YEARS = {"kk": "«{day}» {month} {year} ж.", "ru": "{day} {month} {year} г.", "en": "{day} {month} {year}"}


def variant(change: Variant) -> Variant:
    """Register a variant."""
    VARIANTS[change.__name__] = change
    return change


def language_of(sketch: str) -> str:
    """The language of a sample."""
    if "Басылым" in sketch:
        return "kk"
    return "ru" if "Издание" in sketch else "en"


@variant
def headings_in_capitals(sketch: str) -> str:
    """The headings shout, the contents do not."""
    return HEADING.sub(lambda found: found[0].replace(found[4], found[4].upper()), sketch)


@variant
def contents_in_capitals(sketch: str) -> str:
    """The contents shout, the headings do not."""
    return ENTRY.sub(lambda found: found[0].replace(found[4], found[4].upper()), sketch)


@variant
def centred_headings(sketch: str) -> str:
    """Headings in the middle."""
    return sketch.replace("{style=heading 1}", "{style=heading 1, align=center}")


@variant
def spaced_headings(sketch: str) -> str:
    """Space around headings, and the first line of clauses indented."""
    sketch = sketch.replace("{style=heading 1}", "{style=heading 1, before=12, after=6}")
    return CLAUSE.sub(lambda found: f"{{first=35.4}} {found[0]}", sketch)


@variant
def numbered_abbreviations(sketch: str) -> str:
    """Abbreviations under clause numbers."""
    lines = sketch.split("\n")
    inside, number = False, 0
    for place, line in enumerate(lines):
        found = HEADING.match(line)
        if found:
            inside, number = found[4] in ("Қысқартулар", "Сокращения", "Abbreviations"), 0
            section, stop = found[2], found[3]
        elif inside:
            number += 1
            lines[place] = f"{section}.{number}{stop} {line}"
    return "\n".join(lines)


@variant
def stops_after_numbers(sketch: str) -> str:
    """«1.» and «1.1.»."""
    sketch = HEADING.sub(_stopped, sketch)
    return CLAUSE.sub(lambda found: f"{found[1]}. ", sketch)


@variant
def stops_after_heading_numbers(sketch: str) -> str:
    """«1.» and «1.1»."""
    sketch = HEADING.sub(_stopped, sketch)
    return CLAUSE.sub(lambda found: f"{found[1]} ", sketch)


def _stopped(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2]}. {found[4]}" if found[2] else found[0]


@variant
def stops_in_the_contents(sketch: str) -> str:
    """«1.» in the contents alone."""
    return ENTRY.sub(
        lambda found: found[0].replace("\\t", ".\\t", 1) if found[2] and not found[3] else found[0], sketch
    )


@variant
def sheets_without_numbers(sketch: str) -> str:
    """The headings of the two sheets and their entries have no numbers."""
    for word in ("Танысу", "Өзгерістер", "Acquaintance", "Change"):
        sketch = re.sub(rf"^(\{{style=heading 1\}}) \d+\.? ({word})", r"\1 \2", sketch, flags=re.MULTILINE)
        sketch = re.sub(rf"^(\{{toc\}}) \d+\.?\\t({word})", r"\1 \2", sketch, flags=re.MULTILINE)
    return sketch


@variant
def no_break_spaces(sketch: str) -> str:
    """After № and between initials and name."""
    sketch = re.sub(r"(№|No\.|Nr\.) (?=\d)", "\\1\u00a0", sketch)
    return INITIALS.sub("\\1.\\2.\u00a0\\3", sketch)


@variant
def spaced_initials(sketch: str) -> str:
    """А. Б. Аты."""
    return INITIALS.sub(r"\1. \2. \3", sketch)


@variant
def glued_initials(sketch: str) -> str:
    """А.Б.Аты."""
    return INITIALS.sub(r"\1.\2.\3", sketch)


@variant
def surname_first(sketch: str) -> str:
    """In the tables."""
    return re.sub(r"\| (\w\.\w\.) (\w+) \|", r"| \2 \1 |", sketch)


@variant
def sign_off_dates_in_words(sketch: str) -> str:
    """20 ақпан 2025 instead of 20.02.2025 in the signature sheet."""
    language = language_of(sketch)

    def worded(found: re.Match[str]) -> str:
        month = MONTHS[language][int(found[2]) - 1]
        return f"| {YEARS[language].format(day=found[1], month=month, year=found[3])} |"

    return DATE.sub(worded, sketch)


@variant
def subclauses(sketch: str) -> str:
    """Lists as sub-clauses: 6.3.1, 6.3.2."""

    def numbered(found: re.Match[str]) -> str:
        items = [line.partition(" ")[2] for line in found[4].splitlines()]
        lines = [f"{found[1]}.{n}{found[2]} {item}" for n, item in enumerate(items, start=1)]
        return "\n".join([f"{found[1]}{found[2]} {found[3]}", *lines, ""])

    return SUBCLAUSES.sub(numbered, sketch)


@variant
def lettered_items(sketch: str) -> str:
    """а) б) в)."""
    letters = iter("абв" * 20 if language_of(sketch) != "en" else "abc" * 20)
    return ITEM.sub(lambda _: f"{next(letters)}) ", sketch)


@variant
def hyphen_items(sketch: str) -> str:
    """Hyphens before list items."""
    return DASH.sub("- ", sketch)


@variant
def bullet_items(sketch: str) -> str:
    """Real bullets before list items."""
    return DASH.sub("{bullet} ", sketch)


@variant
def abbreviation_list_in_one_paragraph(sketch: str) -> str:
    """All abbreviations in a row."""
    for last in ("ПОҚ –", "RK –"):
        found = re.search(rf"((?:^\w+ – .*;\n)+)({last} .*\n)", sketch, re.MULTILINE)
        if found:
            sketch = sketch.replace(found[0], found[1].replace("\n", " ") + found[2])
    return sketch


@variant
def lawyer_among_those_who_agree(sketch: str) -> str:
    """The lawyer is in the group of those who agree, known by the position."""
    return re.sub(r"^\| (?:Заңгер|Юрист|Lawyer) \| ", "| ^ | ", sketch, flags=re.MULTILINE)


@variant
def roles_in_rows_of_their_own(sketch: str) -> str:
    """A role stands over its rows, across the table."""
    sketch = re.sub(r"^\| \^ \| (?=.*2025 \|$)", "|  | ", sketch, flags=re.MULTILINE)
    pattern = r"^\| (\w[\w ]+) \| (.*\| \| \d\d\.\d\d\.2025 \|)$"
    return re.sub(pattern, r"| \1: | < | < | < | < |\n|  | \2", sketch, flags=re.MULTILINE)


@variant
def repeated_column_headings(sketch: str) -> str:
    """Table headings that are not marked as repeated."""
    return sketch.replace("\n|! ", "\n| ")


@variant
def bold_table_headings(sketch: str) -> str:
    """Bold, centred headings of columns."""

    def bold(found: re.Match[str]) -> str:
        cells = [cell.strip() for cell in found[1].strip("| ").split("|")]
        first = "" if found[1].startswith(" |") else cells.pop(0)
        cells = [f"{{bold, align=center}} {cell}" for cell in ([first, *cells] if first else cells)]
        return "|! " + ("| " if not first else "") + " | ".join(cells) + " |"

    return re.sub(r"^\|!( .*)$", bold, sketch, flags=re.MULTILINE)


@variant
def table_in_a_clause(sketch: str) -> str:
    """A table among the clauses."""
    table = "\n| A | B |\n| 1 | 2 |\n\n"
    return re.sub(r"^(6\.2\.? .*\n)", rf"\1{table}", sketch, count=1, flags=re.MULTILINE)
