"""How a count is spelt in the number format of a list level or page number (ECMA-376 part 1, 17.18.59).

Formats of other scripts than these are spelt as decimal digits, as Word does where it lacks them.
"""

from collections.abc import Callable, Mapping

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""Word numbers with 29 letters: ё, й, ъ and ь are left out (17.18.59, russianLower)."""
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
CHICAGO = "*†‡§"
LONGEST_REPEAT = 30
"""Letters repeat (z, aa, bb …) at most so often; Word then starts again."""
LARGEST_ROMAN = 32767

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINAL_ENDS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def letters(count: int, alphabet: str) -> str:
    """The count as a letter: 1 is ``a``, one past the end of the alphabet is ``aa``, the next ``bb``.

    Counts that have no letter are spelt in digits, as LibreOffice does.
    """
    if count < 1:
        return str(count)
    index = (count - 1) % (len(alphabet) * LONGEST_REPEAT)
    return alphabet[index % len(alphabet)] * (index // len(alphabet) + 1)


def roman(count: int) -> str:
    """The count in lower-case Roman numerals; digits beyond what Word spells."""
    if not 0 < count <= LARGEST_ROMAN:
        return str(count)
    spelt = ""
    for value, numeral in ROMAN:
        times, count = divmod(count, value)
        spelt += numeral * times
    return spelt


def zero_padded(count: int) -> str:
    """Two digits at least: ``01``."""
    return f"{count:02d}"


def ordinal(count: int) -> str:
    """English ordinal digits: ``1st``, ``12th``."""
    if 10 < count % 100 < 20:
        return f"{count}th"
    return f"{count}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th') }"


def cardinal_text(count: int) -> str:
    """English words up to ninety-nine, digits beyond."""
    if not 0 <= count < 100:
        return str(count)
    return _words(count).capitalize()


def ordinal_text(count: int) -> str:
    """English ordinal words up to ninety-ninth, digits beyond."""
    if not 0 < count < 100:
        return ordinal(count)
    head, hyphen, last = _words(count).rpartition("-")
    ending = ORDINAL_ENDS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return (head + hyphen + ending).capitalize()


def _words(count: int) -> str:
    if count < 20:
        return UNITS[count]
    tens, units = divmod(count, 10)
    return f"{TENS[tens - 2]}-{UNITS[units]}" if units else TENS[tens - 2]


def circled(count: int) -> str:
    """The count in a circle where Unicode has one: ``①`` to ``⑳``."""
    return chr(0x2460 + count - 1) if 0 < count <= 20 else str(count)


def full_width(count: int) -> str:
    """Full-width digits."""
    return str(count).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": zero_padded,
    "upperRoman": lambda count: roman(count).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda count: letters(count, LATIN.upper()),
    "lowerLetter": lambda count: letters(count, LATIN),
    "russianLower": lambda count: letters(count, RUSSIAN),
    "russianUpper": lambda count: letters(count, RUSSIAN.upper()),
    "ordinal": ordinal,
    "cardinalText": cardinal_text,
    "ordinalText": ordinal_text,
    "hex": lambda count: f"{count:X}",
    "chicago": lambda count: letters(count, CHICAGO),
    "numberInDash": lambda count: f"- {count} -",
    "decimalEnclosedCircle": circled,
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "decimalEnclosedParen": lambda count: f"({count})",
    "decimalFullWidth": full_width,
    "decimalFullWidth2": full_width,
    "none": lambda count: "",
    "bullet": lambda count: "",
}


def spell(count: int, number_format: str, sample: str = "") -> str:
    """The count in a number format; `sample` is w:format of ``custom``: ``001, 002, 003, …``."""
    if number_format == "custom":
        return _like_sample(count, sample)
    return FORMATS.get(number_format, str)(count)


def _like_sample(count: int, sample: str) -> str:
    """The count as the first three of a sequence are spelt: ``001, 002, 003, …`` ([MS-DOCX] 2.4)."""
    shown = [item.strip() for item in sample[:100].split(",")][:3]
    if shown[0].isdigit():
        return str(count).zfill(len(shown[0]))
    for spelling in FORMATS.values():
        if [spelling(number) for number in (1, 2, 3)] == shown:
            return spelling(count)
    return str(count)
