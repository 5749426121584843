"""Effective formats of paragraphs and runs, level by level, with their origins."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docctl.docx.formats import OUTSIDE_TABLES, CellStyling, Formats, RunStyling
from docctl.docx.xml import W
from docctl.domain.formats import Alignment, CharFormat, LineRule, Origin, ParagraphFormat
from tests.docx.parts import formats, markup, part, style, theme

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>"
)
NORMAL = style("a", '<w:rPr><w:sz w:val="28"/></w:rPr>', name="Normal", default=True)


def defaults(run: str = "", paragraph: str = "") -> str:
    return DEFAULTS.format(run, paragraph)


def run_of(
    found: Formats, run: str = "", paragraph: str = "", cell: CellStyling = OUTSIDE_TABLES
) -> RunStyling:
    return found.run(found.paragraph(part("pPr", paragraph), cell), part("rPr", run))


def characters(styles: str = "", run: str = "", paragraph: str = "") -> CharFormat:
    return run_of(formats(styles), run, paragraph).format


def paragraph_of(styles: str = "", paragraph: str = "") -> ParagraphFormat:
    return formats(styles).paragraph(part("pPr", paragraph)).format


P = '<w:pStyle w:val="p"/>'
R = '<w:rStyle w:val="r"/>'


class TestBuiltIn:
    def test_nothing_said_anywhere(self) -> None:
        found = Formats()
        paragraph = found.paragraph(None)
        assert paragraph.format == ParagraphFormat()
        assert (paragraph.style, paragraph.heading_level, paragraph.item) == ("", None, None)
        assert found.run(paragraph, None) == RunStyling(
            CharFormat("Times New Roman", 10.0, ascii_font="Times New Roman"), hidden=False
        )

    def test_what_does_not_parse_is_silence(self) -> None:
        nonsense = '<w:sz w:val="big"/><w:color w:val="reddish"/><w:b w:val=""/><w:rFonts w:hAnsi=""/>'
        assert characters(NORMAL, nonsense).size == 14.0
        assert paragraph_of("", '<w:spacing w:line="x" w:before="1e9"/><w:jc w:val="?"/>') == ParagraphFormat(
            alignment_origin=Origin.DIRECT
        )


class TestLevels:
    def test_each_level_over_the_one_below(self) -> None:
        base = style("b", '<w:rPr><w:sz w:val="22"/></w:rPr>')
        own = style("p", '<w:rPr><w:sz w:val="24"/></w:rPr>', base="b")
        lettering = style("r", '<w:rPr><w:sz w:val="26"/></w:rPr>', kind="character")
        below = defaults('<w:sz w:val="21"/>')
        found = [
            characters(below),
            characters(below + NORMAL),
            characters(below + base + style("p", base="b"), paragraph=P),
            characters(below + base + own, paragraph=P),
            characters(below + base + own + lettering, R, P),
            characters(below + base + own + lettering, R + '<w:sz w:val="30"/>', P),
        ]
        assert [(each.size, each.size_origin) for each in found] == [
            (10.5, Origin.DEFAULTS),
            (14.0, Origin.PARAGRAPH_STYLE),
            (11.0, Origin.PARAGRAPH_STYLE),
            (12.0, Origin.PARAGRAPH_STYLE),
            (13.0, Origin.CHARACTER_STYLE),
            (15.0, Origin.DIRECT),
        ]

    def test_unknown_style_is_the_default_one(self) -> None:
        assert characters(NORMAL, paragraph='<w:pStyle w:val="gone"/>').size == 14.0

    def test_circular_styles_end(self) -> None:
        circle = style("p", '<w:rPr><w:sz w:val="24"/></w:rPr>', base="q") + style("q", base="p")
        assert characters(circle, paragraph=P).size == 12.0

    def test_a_chain_without_end_is_cut(self) -> None:
        chain = "".join(style(f"s{n}", base=f"s{n + 1}") for n in range(3000))
        assert formats(chain).style_name("s0") == "s0"

    def test_linked_styles_stand_for_one_another(self) -> None:
        pair = style("p", '<w:link w:val="r"/>') + style(
            "r", '<w:link w:val="p"/><w:rPr><w:sz w:val="40"/></w:rPr>', kind="character"
        )
        assert characters(pair, '<w:rStyle w:val="p"/>').size == 20.0
        assert formats(pair).style_name("r") == "p"

    def test_tracked_formatting_is_not_looked_at(self) -> None:
        was = '<w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange>'
        assert not characters("", was).bold
        found = formats()
        marked = [
            found.paragraph(part("pPr", f'<w:jc w:val="both"/><w:pPrChange w:id="{n}"/>')) for n in (1, 2)
        ]
        assert marked[0] is marked[1]


class TestToggles:
    BOLD = "<w:rPr><w:b/></w:rPr>"

    @pytest.mark.parametrize(
        ("paragraph_style", "character_style", "direct", "bold"),
        [
            ("", "", "", False),
            ("<w:b/>", "", "", True),
            ("", "<w:b/>", "", True),
            ("<w:b/>", "<w:b/>", "", False),
            ("<w:b/>", '<w:b w:val="0"/>', "", True),
            ("<w:b/>", "<w:b/>", "<w:b/>", True),
            ("<w:b/>", "", '<w:b w:val="false"/>', False),
            ("", "", '<w:b w:val="1"/>', True),
            ("", "", '<w:b w:val="off"/>', False),
        ],
    )
    def test_styles_cancel_and_direct_decides(
        self, paragraph_style: str, character_style: str, direct: str, bold: bool
    ) -> None:
        styles = style("p", f"<w:rPr>{paragraph_style}</w:rPr>") + style(
            "r", f"<w:rPr>{character_style}</w:rPr>", kind="character"
        )
        assert characters(styles, R + direct, P).bold is bold

    def test_in_one_chain_the_last_style_decides(self) -> None:
        chain = style("b", self.BOLD) + style("p", self.BOLD, base="b")
        assert characters(chain, paragraph=P).bold
        chain = style("b", self.BOLD) + style("p", '<w:rPr><w:b w:val="0"/></w:rPr>', base="b")
        assert not characters(chain, paragraph=P).bold

    def test_defaults_that_are_on_stay_on(self) -> None:
        assert characters(defaults("<w:b/>") + style("p", self.BOLD), paragraph=P).bold

    def test_all_three_styles(self) -> None:
        styles = (
            style("t", self.BOLD, kind="table")
            + style("p", self.BOLD)
            + style("r", self.BOLD, kind="character")
        )
        found = formats(styles)
        cell = found.table(part("tblPr", '<w:tblStyle w:val="t"/>')).cell(row=0, column=0, rows=1, columns=1)
        assert run_of(found, R, P, cell).format.bold
        assert not run_of(found, "", P, cell).format.bold
        assert run_of(found, "", "", cell).format.bold_origin is Origin.TABLE_STYLE

    @given(said=st.tuples(*[st.sampled_from([None, False, True])] * 3))
    def test_exclusive_or(self, said: tuple[bool | None, ...]) -> None:
        def toggle(value: bool | None) -> str:
            return "" if value is None else f'<w:rPr><w:i w:val="{int(value)}"/></w:rPr>'

        styles = (
            style("t", toggle(said[0]), kind="table")
            + style("p", toggle(said[1]))
            + style("r", toggle(said[2]), kind="character")
        )
        found = formats(styles)
        cell = found.table(part("tblPr", '<w:tblStyle w:val="t"/>')).cell(row=0, column=0, rows=1, columns=1)
        assert run_of(found, R, P, cell).format.italic is (sum(map(bool, said)) % 2 == 1)

    def test_hidden_is_a_toggle(self) -> None:
        found = formats(style("r", "<w:rPr><w:vanish/></w:rPr>", kind="character"))
        assert run_of(found, R).hidden
        assert not run_of(found, R + '<w:vanish w:val="0"/>').hidden

    def test_caps(self) -> None:
        assert characters(style("p", "<w:rPr><w:caps/></w:rPr>"), paragraph=P).caps


class TestFonts:
    def test_cyrillic_takes_the_high_ansi_slot(self) -> None:
        found = characters("", '<w:rFonts w:ascii="Arial" w:hAnsi="Georgia" w:cs="David"/>')
        assert (found.font, found.ascii_font, found.font_origin) == ("Georgia", "Arial", Origin.DIRECT)

    def test_only_the_ascii_slot_set(self) -> None:
        found = characters(defaults('<w:rFonts w:hAnsi="Georgia"/>'), '<w:rFonts w:ascii="Arial"/>')
        assert (found.font, found.ascii_font, found.font_origin) == ("Georgia", "Arial", Origin.DEFAULTS)

    def test_east_asian_hint(self) -> None:
        fonts = '<w:rFonts w:hint="eastAsia" w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun"/>'
        assert characters("", fonts).font == "SimSun"
        assert characters("", '<w:rFonts w:hint="eastAsia" w:hAnsi="Arial"/>').font == "Arial"

    @pytest.mark.parametrize("switch", ["cs", "rtl"])
    def test_complex_script(self, switch: str) -> None:
        run = (
            f'<w:{switch}/><w:rFonts w:hAnsi="Arial" w:cs="David"/><w:sz w:val="20"/><w:szCs w:val="36"/>'
            "<w:b/><w:iCs/>"
        )
        found = characters("", run)
        assert (found.font, found.size, found.bold, found.italic) == ("David", 18.0, False, True)

    def test_theme_over_plain_at_the_same_level_and_plain_over_theme_below(self) -> None:
        fonts = theme(minor='<a:latin typeface="Calibri"/>', major='<a:latin typeface="Cambria"/>')
        below = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:hAnsi="Arial"/>')
        found = formats(below, theme=fonts)
        assert run_of(found).format.font == "Calibri"
        assert run_of(found).format.font_origin is Origin.THEME
        assert run_of(found, '<w:rFonts w:hAnsi="Arial"/>').format.font == "Arial"
        direct = run_of(found, '<w:rFonts w:hAnsi="Arial" w:hAnsiTheme="majorHAnsi"/>').format
        assert (direct.font, direct.font_origin) == ("Cambria", Origin.DIRECT)

    def test_theme_reference_without_a_theme(self) -> None:
        fonts = '<w:rFonts w:hAnsiTheme="minorHAnsi" w:hAnsi="Arial"/>'
        assert characters("", fonts).font == "Arial"
        assert characters("", '<w:rFonts w:hAnsiTheme="minorHAnsi"/>').font == "Times New Roman"
        empty = formats(theme=theme(minor='<a:latin typeface=""/>'))
        assert run_of(empty, fonts).format.font == "Arial"

    def test_theme_font_of_the_script(self) -> None:
        fonts = theme(minor='<a:latin typeface="Calibri"/><a:font script="Cyrl" typeface="PT Sans"/>')
        reference = '<w:rFonts w:hAnsiTheme="minorHAnsi"/>'
        for language, family in (("kk-KZ", "PT Sans"), ("ru-RU", "PT Sans"), ("en-US", "Calibri")):
            found = formats(settings=f'<w:themeFontLang w:val="{language}"/>', theme=fonts)
            assert run_of(found, reference).format.font == family
            assert found.default_language == language


class TestColors:
    SCHEME = (
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        '<a:lt1><a:sysClr val="window"/></a:lt1><a:accent1><a:srgbClr val="4f81bd"/></a:accent1>'
    )

    @pytest.mark.parametrize(
        ("color", "shown"),
        [
            ('w:val="auto"', None),
            ('w:val="000000"', None),
            ('w:val="ff0000"', "FF0000"),
            ('w:val="FF0000" w:themeColor="text1"', None),
            ('w:val="FF0000" w:themeColor="dark1"', None),
            ('w:val="FF0000" w:themeColor="accent1"', "4F81BD"),
            ('w:themeColor="background1"', "FFFFFF"),
            ('w:val="365F91" w:themeColor="accent6"', "365F91"),
            ('w:val="404040" w:themeColor="text1" w:themeTint="BF"', "404040"),
            ('w:val="000000" w:themeColor="accent1" w:themeShade="00"', None),
        ],
    )
    def test_color(self, color: str, shown: str | None) -> None:
        found = formats(theme=theme(colors=self.SCHEME))
        assert run_of(found, f"<w:color {color}/>").format.color == shown

    def test_automatic_over_a_color_below(self) -> None:
        red = style("p", '<w:rPr><w:color w:val="FF0000"/></w:rPr>')
        assert characters(red, '<w:color w:val="auto"/>', P).color is None

    def test_shade_of_a_theme_color(self) -> None:
        found = formats(theme=theme(colors=self.SCHEME))
        shaded = run_of(found, '<w:color w:themeColor="accent1" w:themeShade="BF"/>').format.color
        assert shaded is not None
        channels = [int(shaded[at : at + 2], 16) for at in (0, 2, 4)]
        assert all(
            abs(channel - word) <= 2 for channel, word in zip(channels, (0x36, 0x5F, 0x91), strict=True)
        )

    def test_mapped_color(self) -> None:
        found = formats(settings='<w:clrSchemeMapping w:t1="light1"/>', theme=theme(colors=self.SCHEME))
        assert run_of(found, '<w:color w:themeColor="text1"/>').format.color == "FFFFFF"

    @pytest.mark.parametrize(
        ("run", "shown"),
        [
            ('<w:highlight w:val="yellow"/>', "yellow"),
            ('<w:highlight w:val="none"/>', None),
            ('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>', "FFFF00"),
            ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', None),
            ('<w:shd w:val="clear" w:fill="FFFFFF"/>', None),
            ('<w:shd w:val="clear" w:fill="00FF00" w:themeFill="accent1"/>', "4F81BD"),
            ('<w:shd w:val="clear" w:themeFill="background1" w:fill="FFFFFF"/>', None),
            ('<w:shd w:val="nil"/>', None),
            ('<w:shd w:val="solid" w:color="C0C0C0" w:fill="auto"/>', "C0C0C0"),
            ('<w:highlight w:val="red"/><w:shd w:val="clear" w:fill="FFFF00"/>', "red"),
        ],
    )
    def test_highlight(self, run: str, shown: str | None) -> None:
        assert run_of(formats(theme=theme(colors=self.SCHEME)), run).format.highlight == shown


class TestOtherCharacterProperties:
    @pytest.mark.parametrize(
        ("run", "underline"),
        [('<w:u w:val="single"/>', True), ('<w:u w:val="none"/>', False), ('<w:u w:color="FF0000"/>', False)],
    )
    def test_underline(self, run: str, underline: bool) -> None:
        assert characters("", run).underline is underline

    def test_language(self) -> None:
        below = defaults('<w:lang w:val="ru-RU" w:eastAsia="zh-CN"/>')
        assert characters(below).language == "ru-RU"
        assert characters(below, '<w:lang w:val="kk-KZ"/>').language == "kk-KZ"
        assert characters(below, '<w:lang w:val="x-none"/>').language is None
        assert characters(below, '<w:lang w:bidi="ar-SA"/>').language == "ru-RU"
        assert formats(below).default_language == "ru-RU"
        assert formats().default_language is None

    def test_size_with_its_own_unit(self) -> None:
        assert characters("", '<w:sz w:val="13.5pt"/>').size == 13.5


class TestParagraphs:
    @pytest.mark.parametrize(
        ("value", "alignment"),
        [
            ("both", Alignment.JUSTIFIED),
            ("lowKashida", Alignment.JUSTIFIED),
            ("distribute", Alignment.DISTRIBUTED),
            ("start", Alignment.LEFT),
            ("end", Alignment.RIGHT),
            ("center", Alignment.CENTER),
        ],
    )
    def test_alignment(self, value: str, alignment: Alignment) -> None:
        assert paragraph_of("", f'<w:jc w:val="{value}"/>').alignment is alignment

    def test_right_to_left(self) -> None:
        found = paragraph_of("", '<w:bidi/><w:jc w:val="left"/><w:ind w:left="200"/>')
        assert (found.alignment, found.right_indent) == (Alignment.RIGHT, 10.0)

    def test_alignment_origin(self) -> None:
        styles = style("p", '<w:pPr><w:jc w:val="both"/></w:pPr>')
        assert paragraph_of(styles, P).alignment_origin is Origin.PARAGRAPH_STYLE
        assert paragraph_of(styles).alignment_origin is Origin.DEFAULTS

    @pytest.mark.parametrize(
        ("spacing", "rule", "amount"),
        [
            ('w:line="360"', LineRule.MULTIPLE, 1.5),
            ('w:line="276" w:lineRule="auto"', LineRule.MULTIPLE, 1.15),
            ('w:line="360" w:lineRule="exact"', LineRule.EXACT, 18.0),
            ('w:line="-360" w:lineRule="exact"', LineRule.EXACT, 18.0),
            ('w:line="300" w:lineRule="atLeast"', LineRule.AT_LEAST, 15.0),
            ('w:line="18pt" w:lineRule="exact"', LineRule.EXACT, 18.0),
            ('w:line="0"', LineRule.MULTIPLE, 1.0),
            ('w:lineRule="exact"', LineRule.MULTIPLE, 1.0),
        ],
    )
    def test_line_spacing(self, spacing: str, rule: LineRule, amount: float) -> None:
        found = paragraph_of("", f"<w:spacing {spacing}/>")
        assert (found.line_rule, round(found.line_spacing, 6)) == (rule, amount)

    def test_parts_of_the_spacing_come_from_different_levels(self) -> None:
        styles = defaults("", '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>') + style(
            "p", '<w:pPr><w:spacing w:line="240"/></w:pPr>'
        )
        found = paragraph_of(styles, P + '<w:spacing w:before="120"/>')
        assert (found.space_before, found.space_after, found.line_spacing) == (6.0, 8.0, 1.0)
        assert found.spacing_origin is Origin.PARAGRAPH_STYLE

    def test_automatic_and_line_units_of_space(self) -> None:
        found = paragraph_of("", '<w:spacing w:before="100" w:beforeAutospacing="1" w:afterLines="50"/>')
        assert (found.space_before, found.space_after) == (14.0, 6.0)

    @pytest.mark.parametrize(
        ("indents", "first"),
        [
            ('w:firstLine="709"', 35.45),
            ('w:hanging="360"', -18.0),
            ('w:hanging="360" w:firstLine="709"', -18.0),
            ('w:firstLine="1.25cm"', 35.43),
            ('w:firstLineChars="200"', 28.0),
            ('w:firstLineChars="200" w:firstLine="560"', 28.0),
            ('w:hangingChars="100"', -14.0),
        ],
    )
    def test_first_line(self, indents: str, first: float) -> None:
        assert paragraph_of(NORMAL, f"<w:ind {indents}/>").first_line_indent == pytest.approx(first, abs=0.01)

    def test_indents_of_strict_files(self) -> None:
        found = paragraph_of("", '<w:ind w:start="36pt" w:end="200"/>')
        assert (found.left_indent, found.right_indent) == (36.0, 10.0)

    @pytest.mark.parametrize(("value", "level"), [("0", 1), ("8", 9), ("9", None), ("12", None), ("x", None)])
    def test_outline_level(self, value: str, level: int | None) -> None:
        assert paragraph_of("", f'<w:outlineLvl w:val="{value}"/>').outline_level == level

    def test_breaks_and_frames(self) -> None:
        found = paragraph_of(style("p", "<w:pPr><w:pageBreakBefore/><w:framePr/></w:pPr>"), P)
        assert (found.page_break_before, found.framed) == (True, True)
        assert not paragraph_of("", '<w:pageBreakBefore w:val="0"/>').page_break_before


class TestMemory:
    def test_what_repeats_is_one_object(self) -> None:
        found = formats(NORMAL + style("p"))
        one, two = (found.paragraph(part("pPr", '<w:jc w:val="both"/>')) for _ in range(2))
        assert one is two
        assert found.run(one, part("rPr", "<w:b/>")) is found.run(two, part("rPr", "<w:b/>"))
        styled = found.paragraph(part("pPr", P))
        assert found.run(styled, None) is found.run(found.paragraph(part("pPr", P + "<w:keepNext/>")), None)

    def test_attributes_of_the_same_value_differ(self) -> None:
        found = formats()
        assert run_of(found, '<w:rFonts w:ascii="Arial"/>').format.font == "Times New Roman"
        assert run_of(found, '<w:rFonts w:hAnsi="Arial"/>').format.font == "Arial"
        left = found.paragraph(part("pPr", '<w:ind w:left="200"/>'))
        right = found.paragraph(part("pPr", '<w:ind w:right="200"/>'))
        assert left.format != right.format

    def test_twenty_thousand_runs(self) -> None:
        """Under 60 ms on the machine it was measured on; the margin is for busy ones."""
        run = '<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:b/><w:sz w:val="28"/></w:rPr></w:r>'
        found = formats(NORMAL)
        paragraph = found.paragraph(None)
        properties = [element[0] for element in etree.fromstring(markup("p", run * 20_000))]
        begun = time.perf_counter()
        for element in properties:
            found.run(paragraph, element)
        assert time.perf_counter() - begun < 0.4
        assert properties[0].tag == W + "rPr"
