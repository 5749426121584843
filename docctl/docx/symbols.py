"""Characters of symbol fonts as Unicode: what w:sym, and private-use characters in such a font, look like."""

from docctl.domain.patterns import regex

SYMBOL_PAGE = 0xF000
"""Characters of symbol fonts are stored at U+F020 to U+F0FF, or bare at 0x20 to 0xFF."""
PRIVATE = regex("[\uf020-\uf0ff]")
UNKNOWN = "•"
"""Any other picture of a symbol font; most of them serve as bullets."""

GREEK_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
GREEK_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"


def _page(*blocks: tuple[int, str]) -> dict[int, str]:
    """Code to character; each block says where it begins."""
    return {start + at: sign for start, signs in blocks for at, sign in enumerate(signs)}


SYMBOL = _page(
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅"),
    (0x41, GREEK_CAPITALS),
    (0x5B, "[∴]⊥_‾"),
    (0x61, GREEK_SMALL),
    (0x7B, "{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
    (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    (0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    (0xF1, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
)
WINGDINGS = _page(
    (0x20, " ✏✂✁"),
    (0x28, "☎✆"),
    (0x36, "⌛⌨"),
    (0x41, "✌"),
    (0x46, "☞"),
    (0x4A, "☺😐☹"),
    (0x6C, "●❍■□❐❑❒⬧⧫◆❖⬥⌧"),
    (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9E, "·•"),
    (0xA1, "○"),
    (0xA7, "▪◻"),
    (0xAB, "★"),
    (0xD8, "➢"),
    (0xDF, "←↑→↓"),
    (0xE8, "➔"),
    (0xEF, "⇦⇨⇧⇩"),
    (0xFB, "✗✓☒☑"),
)
WINGDINGS_2 = _page((0x20, " "), (0x4F, "✗✓☒☑"), (0x96, "•"), (0xA3, "□"), (0x97, "●"))
WINGDINGS_3 = _page((0x20, " "), (0x5F, "➔"), (0x66, "←→↑↓"), (0x7D, "▶"))
WEBDINGS = _page((0x20, " "), (0x61, "✓"), (0x67, "■"), (0x6E, "●"), (0x72, "✗"))
ORDINARY = {0x20: " "}
"""All that an ordinary font shows of these characters."""
PAGES = {
    "symbol": SYMBOL,
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "wingdings 3": WINGDINGS_3,
    "webdings": WEBDINGS,
}


def symbol(font: str, code: int) -> str:
    """The character of that code in that font as Unicode; empty for what is no character at all."""
    page = PAGES.get(font.lower())
    low = code - SYMBOL_PAGE if 0 <= code - SYMBOL_PAGE <= 0xFF else code
    if page is not None and low <= 0xFF:
        return page.get(low, UNKNOWN)
    if low < 0x20 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    return chr(low) if low != code or not 0xE000 <= code <= 0xF8FF else UNKNOWN


def plain(text: str, font: str) -> str:
    """Text with its private-use characters as that font shows them; other fonts show none of their own."""
    page = PAGES.get(font.lower(), ORDINARY)
    return PRIVATE.sub(lambda match: page.get(ord(match[0]) - SYMBOL_PAGE, UNKNOWN), text)
