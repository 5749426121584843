"""Lists and the labels that their paragraphs show; `office` is what LibreOffice shows where it differs."""

import random

from msgspec import Struct

from tests.docx.parts import family, level, list_of, numbered, start_override, style

NORMAL = style("a", name="Normal", default=True)


class Scenario(Struct, frozen=True, kw_only=True):
    """A numbering part, the paragraphs' w:pPr, and what they show."""

    numbering: str
    properties: tuple[str, ...]
    labels: tuple[str, ...] | None = None
    """None where LibreOffice alone is asked."""
    styles: str = NORMAL
    office: tuple[str, ...] | None = None
    """LibreOffice's labels where they are not Word's."""


def items(list_id: int, levels: str) -> tuple[str, ...]:
    """Paragraphs of one list at the levels named by digits; a dash is a paragraph without a number."""
    return tuple(numbered(list_id, int(digit)) if digit != "-" else "" for digit in levels)


CLAUSES = family(
    0, level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3"), level(3, "%4)", "russianLower")
)
NESTED = family(0, *(level(n, ".".join(f"%{m + 1}" for m in range(n + 1))) for n in range(9)))
LEGAL = "<w:isLgl/>"


def counted(number_format: str, start: int, count: int = 3) -> Scenario:
    """The first counts of a format, which only LibreOffice says."""
    numbering = family(0, level(0, "%1)", number_format, start=start)) + list_of(1, 0)
    return Scenario(numbering=numbering, properties=items(1, "0" * count))


SCENARIOS: dict[str, Scenario] = {
    "clauses": Scenario(
        numbering=CLAUSES + list_of(1, 0),
        properties=items(1, "0112301102"),
        labels=("1.", "1.1.", "1.2.", "1.2.1", "а)", "2.", "2.1.", "2.2.", "3.", "3.1.1"),
    ),
    "unnumbered paragraphs between": Scenario(
        numbering=CLAUSES + list_of(1, 0), properties=items(1, "0-1-1"), labels=("1.", "", "1.1.", "", "1.2.")
    ),
    "levels used without their parents": Scenario(
        numbering=CLAUSES + list_of(1, 0),
        properties=items(1, "1201"),
        labels=("1.1.", "1.1.1", "2.", "2.1."),
    ),
    "lists of one family count together": Scenario(
        numbering=CLAUSES + list_of(1, 0) + list_of(2, 0),
        properties=(*items(1, "01"), *items(2, "101"), *items(1, "1")),
        labels=("1.", "1.1.", "1.2.", "2.", "2.1.", "2.2."),
    ),
    "start override": Scenario(
        numbering=CLAUSES + list_of(1, 0) + list_of(2, 0, start_override(0, 5)),
        properties=(*items(1, "00"), *items(2, "010"), *items(1, "0")),
        labels=("1.", "2.", "5.", "5.1.", "6.", "7."),
    ),
    "start override restarts at one": Scenario(
        numbering=CLAUSES + list_of(1, 0) + list_of(2, 0, start_override(0, 1)),
        properties=(*items(1, "00"), *items(2, "00")),
        labels=("1.", "2.", "1.", "2."),
    ),
    "start override of a lower level": Scenario(
        numbering=CLAUSES + list_of(1, 0) + list_of(2, 0, start_override(1, 3)),
        properties=(*items(1, "011"), *items(2, "1101")),
        labels=("1.", "1.1.", "1.2.", "1.3.", "1.4.", "2.", "2.3."),
        office=("1.", "1.1.", "1.2.", "1.3.", "1.4.", "2.", "2.1."),
    ),
    "start override is used once, at the level that comes first": Scenario(
        numbering=NESTED + list_of(1, 0) + list_of(2, 0, *(start_override(n, 1) for n in range(9))),
        properties=(*items(1, "011"), *items(2, "11"), *items(1, "1"), *items(2, "101")),
        labels=("1", "1.1", "1.2", "1.1", "1.2", "1.3", "1.4", "2", "2.1"),
    ),
    "start override below an unused parent": Scenario(
        numbering=NESTED + list_of(1, 0, *(start_override(n, 5) for n in range(9))),
        properties=items(1, "110"),
        labels=("1.5", "1.6", "2"),
    ),
    "start override waits for its level": Scenario(
        numbering=NESTED + list_of(1, 0) + list_of(2, 0, start_override(0, 5)),
        properties=(*items(1, "00"), *items(2, "101")),
        labels=("1", "2", "2.1", "5", "5.1"),
    ),
    "own level in an override": Scenario(
        numbering=CLAUSES
        + list_of(1, 0)
        + list_of(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "§ %1", "upperRoman")}</w:lvlOverride>'),
        properties=(*items(1, "00"), *items(2, "00")),
        labels=("1.", "2.", "§ III", "§ IV"),
    ),
    "a level never restarts": Scenario(
        numbering=family(0, level(0, "%1."), level(1, "%2.", extra='<w:lvlRestart w:val="0"/>'))
        + list_of(1, 0),
        properties=items(1, "0110101"),
        labels=("1.", "1.", "2.", "2.", "3.", "3.", "4."),
        office=("1.", "1.", "2.", "2.", "1.", "3.", "1."),
    ),
    "a level restarts after the first only": Scenario(
        numbering=family(
            0, level(0, "%1."), level(1, "%2."), level(2, "%3.", extra='<w:lvlRestart w:val="1"/>')
        )
        + list_of(1, 0),
        properties=items(1, "0122120122"),
        labels=("1.", "1.", "1.", "2.", "2.", "3.", "2.", "1.", "1.", "2."),
        office=("1.", "1.", "1.", "2.", "2.", "1.", "2.", "1.", "1.", "2."),
    ),
    "legal numbers": Scenario(
        numbering=family(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2", extra=LEGAL)) + list_of(1, 0),
        properties=items(1, "0101"),
        labels=("I.", "1.1", "II.", "2.1"),
        office=("I.", "I.1", "II.", "II.1"),
    ),
    "a hidden number format": Scenario(
        numbering=family(0, level(0, "", "none"), level(1, "%2.")) + list_of(1, 0),
        properties=items(1, "011"),
        labels=("", "1.", "2."),
    ),
    "text without a count": Scenario(
        numbering=family(0, level(0, "Бап", "none")) + list_of(1, 0),
        properties=items(1, "00"),
        labels=("Бап", "Бап"),
    ),
    "starts at zero": Scenario(
        numbering=family(0, level(0, "%1.", start=0)) + list_of(1, 0),
        properties=items(1, "00"),
        labels=("0.", "1."),
    ),
    "start missing": Scenario(
        numbering=family(0, level(0, "%1.", start=None)) + list_of(1, 0),
        properties=items(1, "00"),
        labels=("0.", "1."),
    ),
    "number taken away": Scenario(
        numbering=CLAUSES + list_of(1, 0),
        styles=NORMAL + style("1", f"<w:pPr>{numbered(1, 0)}</w:pPr>", name="heading 1", base="a"),
        properties=(
            numbered(None, None, style_id="1"),
            numbered(0, None, style_id="1"),
            numbered(None, None, style_id="1"),
        ),
        labels=("1.", "", "2."),
    ),
    "unknown list": Scenario(numbering=CLAUSES + list_of(1, 0), properties=items(9, "00"), labels=("", "")),
    "styles that number": Scenario(
        numbering=family(
            0,
            level(0, "%1.", extra='<w:pStyle w:val="1"/>'),
            level(1, "%1.%2.", extra='<w:pStyle w:val="2"/>'),
        )
        + list_of(1, 0),
        styles=NORMAL
        + style("1", f"<w:pPr>{numbered(1, None)}</w:pPr>", name="heading 1", base="a")
        + style("2", f"<w:pPr>{numbered(1, 1)}</w:pPr>", name="heading 2", base="a")
        + style("sub", name="Тармақ", base="2"),
        properties=tuple(numbered(None, None, style_id=used) for used in ("1", "2", "sub", "1", "2", "sub")),
        labels=("1.", "1.1.", "1.2.", "2.", "2.1.", "2.2."),
    ),
    "level of the style, list of its base": Scenario(
        numbering=CLAUSES + list_of(1, 0),
        styles=NORMAL
        + style("1", f"<w:pPr>{numbered(1, 0)}</w:pPr>", name="heading 1", base="a")
        + style("2", f"<w:pPr>{numbered(None, 1)}</w:pPr>", name="heading 2", base="1"),
        properties=tuple(numbered(None, None, style_id=used) for used in ("1", "2", "2", "1", "2")),
        labels=("1.", "1.1.", "1.2.", "2.", "2.1."),
    ),
    "direct level over the style's list": Scenario(
        numbering=CLAUSES + list_of(1, 0),
        styles=NORMAL + style("1", f"<w:pPr>{numbered(1, 0)}</w:pPr>", name="heading 1", base="a"),
        properties=(
            numbered(None, None, style_id="1"),
            numbered(None, 1, style_id="1"),
            numbered(None, None, style_id="1"),
        ),
        labels=("1.", "1.1.", "2."),
    ),
    "levels from a numbering style": Scenario(
        numbering=family(0, level(0, "%1."), level(1, "%1.%2."), extra='<w:styleLink w:val="Punkty"/>')
        + family(1, extra='<w:numStyleLink w:val="Punkty"/>')
        + list_of(1, 0)
        + list_of(2, 1),
        styles=NORMAL + style("Punkty", f"<w:pPr>{numbered(1, None)}</w:pPr>", kind="numbering"),
        properties=items(2, "0101"),
        labels=("1.", "1.1.", "2.", "2.1."),
    ),
    "bullets": Scenario(
        numbering=family(
            0,
            level(0, "\uf0b7", "bullet").replace(
                "</w:lvl>", '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>'
            ),
            level(1, "–", "bullet"),
        )
        + list_of(1, 0),
        properties=items(1, "0011"),
        labels=("•", "•", "–", "–"),
        office=("•", "•", "◦", "◦"),
    ),
    "russian letters": counted("russianLower", 1, 29),
    "russian capitals": counted("russianUpper", 8, 4),
    "latin letters": counted("lowerLetter", 25, 30),
    "latin capitals": counted("upperLetter", 52, 4),
    "roman": counted("lowerRoman", 1, 50),
    "roman capitals": counted("upperRoman", 1989, 12),
    "decimal zero": counted("decimalZero", 8, 4),
    "ordinal": counted("ordinal", 1, 24),
    "chicago": counted("chicago", 1, 9),
    "cardinal text": counted("cardinalText", 1, 4),
    "ordinal text": counted("ordinalText", 1, 4),
    "circles": counted("decimalEnclosedCircle", 1, 2),
    "kazakh letters spelt out": Scenario(
        numbering=family(0, level(0, "ә)", "none"), level(1, "%2-қосымша")) + list_of(1, 0),
        properties=items(1, "011"),
        labels=("ә)", "1-қосымша", "2-қосымша"),
    ),
}


def random_lists(seed: int) -> Scenario:
    """Two families, four lists and three heading styles, used in any order."""
    choice = random.Random(seed).choice

    def any_level(number: int) -> str:
        path = ".".join(f"%{above + 1}" for above in range(number + 1))
        formats = ["decimal", "lowerLetter", "upperRoman", "russianLower", "decimalZero"]
        text = choice([f"%{number + 1}.", f"%{number + 1})", f"{path}.", path, f"({path})"])
        return level(number, text, choice(formats), start=choice([1, 1, 1, 3]))

    styled = [numbered(None, None, style_id=used) for used in ("h1", "h2", "h3")]
    direct = [numbered(used, at) for used in (1, 1, 2, 3, 4) for at in (0, 0, 1, 1, 2, 3)]
    return Scenario(
        numbering="".join(family(n, *map(any_level, range(9))) for n in (0, 1))
        + "".join(list_of(n, (n - 1) // 2) for n in (1, 2, 3, 4)),
        styles=NORMAL
        + style("h1", f"<w:pPr>{numbered(1, 0)}</w:pPr>", name="heading 1", base="a")
        + style("h2", f"<w:pPr>{numbered(1, 1)}</w:pPr>", name="heading 2", base="a")
        + style("h3", f"<w:pPr>{numbered(None, 2)}</w:pPr>", name="heading 3", base="h1"),
        properties=tuple(choice([*direct, *styled * 4, ""]) for _ in range(30)),
    )


SCENARIOS |= {f"random {seed}": random_lists(seed) for seed in range(12)}
