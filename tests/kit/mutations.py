"""Single defects that can befall any sample, each with the rules that must find it and no others."""

from functools import partial

from msgspec import Struct

from tests.kit.changes import (
    ACQUAINTANCE,
    CHANGES,
    CONTENTS,
    HEADER,
    LIABILITY,
    RIGHTS,
    SIGNATURES,
    Change,
    clause,
    developer_agrees,
    emptied,
    homoglyph,
    renamed,
    second_header,
    sub,
    swapped_headings,
    swapped_lines,
    without_last_column,
)


class Mutation(Struct, frozen=True):
    """A defect, and the rule that finds it."""

    rule: str
    name: str
    change: Change


def of(rule: str, name: str, pattern: str, replacement: str) -> Mutation:
    """A defect made by replacing what the pattern matches first."""
    return Mutation(rule, name, partial(sub, pattern, replacement))


PAGE = "^=== section first"
DATE = r"^\{align=right\} .*\d.*2025.*$"
CITY = r"^\{align=center\} (?:Қарағанды|Караганда|Karaganda)"
PLACEHOLDERS = ("{{unit}}", "[атауы]", "XXXX", "<название>", "________")

PAGES_AND_FORMAT = (
    of("PAGE001", "A5", PAGE, "=== section first width=148 height=210"),
    of("PAGE001", "letter paper", PAGE, "=== section first width=215.9 height=279.4"),
    of("PAGE002", "landscape", PAGE, "=== section first landscape"),
    *(
        of("PAGE003", f"{side} margin", PAGE, f"=== section first {side}=5")
        for side in ("left", "right", "top", "bottom")
    ),
    of("PAGE005", "gutter", PAGE, "=== section first gutter=10"),
    Mutation("PAGE005", "mirrored", lambda sketch: sketch + "=== file mirror\n"),
    Mutation("PAGE006", "empty page", clause(1, 5, r"\1 \2\n=== page\n¶\n=== page")),
    *(
        Mutation("FMT001", f"{font} in a clause", clause(1, 5, rf"{{font={font}}} \1 \2"))
        for font in ("Arial", "Calibri")
    ),
    of("FMT001", "Arial in a heading", r"^\{style=heading 1\} 3", "{style=heading 1, font=Arial} 3"),
    of("FMT001", "Arial in a cell", r"^\| 1 \| ", "| 1 | {font=Arial} "),
    *(Mutation("FMT002", f"size {n}", clause(1, 5, rf"{{size={n}}} \1 \2")) for n in (9, 11, 16)),
    of("FMT002", "size 6 in a cell", r"^\| 1 \| ", "| 1 | {size=6} "),
    *(Mutation("FMT003", f"spacing {n}", clause(1, 5, rf"{{spacing={n}}} \1 \2")) for n in ("2", "36pt")),
    *(Mutation("FMT004", n, clause(1, 5, rf"{{align={n}}} \1 \2")) for n in ("left", "center", "right")),
    of("FMT006", "heading not bold", r"^\{style=heading 1\} 3", "{style=heading 1, bold=no} 3"),
    Mutation("FMT007", "red", clause(1, 5, r"{color=FF0000} \1 \2")),
    Mutation("FMT007", "highlighted", clause(1, 5, r"\1 [[highlight=yellow|\2]]")),
    Mutation("FMT008", "empty paragraphs", clause(1, 5, r"\1 \2\n¶\n¶\n¶")),
    Mutation("FMT010", "mixed fonts", clause(1, 5, r"\1 [[font=Arial|Бірақ, но, but]] \2")),
    Mutation("FMT010", "mixed sizes", clause(1, 5, r"\1 [[size=13.5|Бірақ, но, but]] \2")),
)
FRONT = (
    of("TTL001", "no organisation", r"^\{align=center\} .*\n(?:\{align=center\} КеАҚ\n)?", ""),
    of("TTL002", "no kind line", r"^\{align=center, bold\} [А-ЯЁӘҒҚҢӨҰҮҺІA-Z ]{5,19}\n", ""),
    of("TTL003", "no approval block", r"(?:^\{align=right\} .*\n)+", ""),
    of(
        "TTL004",
        "vice-rector",
        r"^\{align=right\} (?:Басқарма тө|Председатель|Chair).*",
        "{align=right} Проректор",
    ),
    of("TTL005", "impossible date", DATE, "{align=right} 31.02.2025"),
    of("TTL005", "unreadable date", DATE, "{align=right} «*Ол* 2025 ж."),
    of("TTL005", "blank date", DATE, "{align=right} «___» __________ 2025"),
    of(
        "TTL006", "no kind in the title", r"^(\{align=center, bold\} ЦИФРЛЫҚ ДАМУ БӨЛІМІ) ТУРАЛЫ ЕРЕЖЕ", r"\1"
    ),
    of("TTL007", "no number", r"^\{align=center\} (?:№|No\.) .*\n", ""),
    of("TTL007", "blank number", r"^\{align=center\} (№|No\.) .*$", r"{align=center} \1 ____"),
    of("TTL008", "no city and year", rf"{CITY}.*\n", ""),
    of("TTL008", "no city", CITY, "{align=center} "),
    of("TTL008", "other year", rf"({CITY}.*)2025", r"\g<1>2024"),
    of("TTL009", "header on the title page", PAGE, "=== section"),
    of("TTL010", "no name", r"^\{align=right\} _+ .*$", "{align=right} ____________"),
    of("HDR001", "no header", HEADER, ""),
    of("HDR002", "organisation", r"(?<=\| \{align=center\} )(\W?\w+)(\w)", r"\1\2\2"),
    Mutation("HDR003", "no edition", second_header(r"(?:Басылым|Издание|Edition)[^|]*", "¶ ")),
    of("HDR004", "title", r"^(\| \^ \| \{align=center\} \w+)(\w)", r"\1\2\2"),
    Mutation("HDR004", "title of a later section", second_header(r"(\| \^ \| \{align=center\} \w+)", r"\1я")),
    of("HDR005", "total typed", r"\[\[field=NUMPAGES\|(\d+)\]\]", r"\1"),
    of("HDR005", "page typed", r"\[\[field=PAGE\|(\d+)\]\]", r"\1"),
    of("HDR005", "no total", r"\[\[field=PAGE\|2\]\].*?(?= \|)", "[[field=PAGE|2]]"),
    Mutation("EDN003", "two editions", second_header(r"(Басылым:|Издание:|Edition:?) \w+", r"\1 5")),
    of("EDN002", "no ordinal", r"\| (Басылым|Издание|Edition):? \w+ \|", r"| \1: екнші |"),
    of("SIG001", "no signature sheet", SIGNATURES, ""),
    Mutation("SIG002", "no dates", without_last_column(r"(?:^\|.*(?:Күні|Дата|Date) \|\n)(?:^\|.*\n)+")),
    of("SIG003", "no developer", r"^\| (?:Жасақтаған|Разработал|Developed by) \|.*\n", ""),
    of("SIG004", "no name", r"(\| )[^|]+( \| \| \d\d\.\d\d\.2025 \|)", r"\1\2"),
    of("SIG005", "impossible date", r"(\| \| )\d\d\.\d\d\.2025 \|", r"\g<1>32.05.2025 |"),
    of("SIG005", "blank date", r"(\| \| )\d\d\.\d\d\.2025 \|", r"\1 |"),
    of("SIG005", "date to come", r"(\| \| )\d\d\.\d\d\.2025 \|", r"\g<1>01.04.2028 |"),
    of("SIG006", "date order", r"^(\| \^ .*\| )\d\d\.\d\d\.2025 \|", r"\g<1>01.02.2025 |"),
    Mutation("SIG009", "developer agrees", developer_agrees),
)
STRUCTURE = (
    of("TOC001", "no contents", rf"=== page\n{CONTENTS}(?:\{{toc\}} .*\n)+", ""),
    of("TOC002", "entry missing", r"^\{toc\} 2.*\n", ""),
    of("TOC003", "entry too many", r"^(\{toc\} 2.*\n)", r"\1{toc} 2\\tЗияткерлік меншік\\t4" + "\n"),
    of("TOC004", "wording", r"^(\{toc\} 2\.?\\t\w+?)\w\w", r"\1"),
    of("TOC005", "number", r"^\{toc\} 3(\.?)\\t", r"{toc} 8\1\\t"),
    of("TOC006", "page before the one above", r"^(\{toc\} 3.*\\t)\d+$", r"\g<1>2"),
    Mutation("SEC001", "section missing", renamed(LIABILITY, "Прочее")),
    Mutation("SEC002", "order", swapped_headings),
    Mutation("SEC003", "empty section", emptied),
    Mutation("SEC004", "variant", renamed("Құқықтары", "Құқығы")),
    Mutation("SEC004", "variant in English", renamed("Responsibility", "Liability")),
    of("SEC007", "stop", rf"^(\{{style=heading 1\}} \d+\.? (?:{RIGHTS}))$", r"\1."),
    of("NUM001", "gap", r"^1\.6.*\n", ""),
    of("NUM002", "twice", r"^1\.6", "1.5"),
    Mutation("NUM003", "order", partial(swapped_lines, one="1.4", other="1.5")),
    of("NUM004", "stop", r"^1\.5 ", "1.5. "),
    of("NUM004", "no stop", r"^1\.5\. ", "1.5 "),
    of("NUM005", "other section", r"^1\.6", "7.6"),
    Mutation(
        "NUM007", "unnumbered", clause(1, 5, r"\1 \2\nБұл жаңа азат жол. Это новый абзац. A paragraph more.")
    ),
    Mutation("NUM008", "level", clause(1, 5, r"\1 \2\n1.5.1.1 Бұл жаңа тармақ. Это новый пункт. Here.")),
    Mutation("ABR001", "undeclared", clause(1, 5, r"\1 \2 ЖТБК")),
    of("ABR002", "declared in vain", r"^(АЖ|АМ|ILL) – ", r"ЖББМ – жоғары білім; \1 – "),
    of("ABR003", "declared twice", r"^(АЖ|АМ|ILL) – ", r"\1 – әдеби мұра; \1 – "),
    of("REF001", "no number", r"^(4\.2.*?) (?:№|No\.) ?\d+-\w+(?=.*(?:Заң|«|“))", r"\1"),
    of(
        "REF001",
        "no date",
        r"^(4\.2.*?) (?:2015 жылғы 24 қарашадағы|от 22 июля 2011 года|of 15 December 2006)",
        r"\1",
    ),
    of("REF006", "no such day", r"^(4\.2.*?)(?:24 (қараша)|22 (июля)|15 (December))", r"\g<1>32 \2\3\4"),
    Mutation("REF004", "own clause", clause(1, 6, r"\1 \2 (1.99-тармақ, пункт 1.99, clause 1.99)")),
)
TEXT_AND_SHEETS = (
    Mutation("TXT001", "Latin letter", homoglyph),
    Mutation("TXT002", "two spaces", clause(1, 5, r"\1 \2  Бірақ")),
    Mutation("TXT002", "space before a stop", clause(1, 5, r"\1 \2 Бірақ .")),
    Mutation("TXT002", "no space after a comma", clause(1, 5, r"\1 \2 Бірақ,дегенмен.")),
    *(Mutation("TXT004", mark, clause(1, 5, rf"\1 \2 {mark}")) for mark in PLACEHOLDERS),
    of("ACQ001", "missing", rf"{ACQUAINTANCE}(?:\|.*\n)+\n", ""),
    of("ACQ002", "no table", rf"({ACQUAINTANCE})(?:\|.*\n)+\n", r"\1"),
    Mutation("ACQ002", "no signatures", without_last_column(rf"(?<={'Танысу парағы'}\n)(?:^\|.*\n)+")),
    of("ACQ004", "no rows", rf"({ACQUAINTANCE}\|!.*\n)(?:\| \d.*\n)+", r"\1"),
    of("CHG001", "missing", rf"{CHANGES}(?:\|.*\n?)+", ""),
    of("CHG002", "no table", rf"({CHANGES})(?:\|.*\n?)+", r"\1"),
    Mutation("CHG003", "not last", lambda sketch: f"{sketch}\n=== page\nЖазба. Запись. Annex.\n"),
    of("CHG004", "no change", r"^\| 1 \| \d\.\d, .*\n", ""),
    of("CHG005", "no date", r"^(\| 1 \| \d\.\d, \d\.\d \|[^|]*\|)[^|]*\|", r"\1 |"),
    of("CHG007", "no ground", r"^(\| 1 \| \d\.\d, \d\.\d \|)[^|]*\|", r"\1 |"),
)
MUTATIONS = (*PAGES_AND_FORMAT, *FRONT, *STRUCTURE, *TEXT_AND_SHEETS)
