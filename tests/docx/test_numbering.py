"""Labels of lists: against what Word shows, against LibreOffice, and what always holds."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.docx.numbering import Counters, Label, ListItem
from docctl.docx.properties import PropertyReader
from docctl.docx.theme import Theme
from docctl.domain.formats import Origin
from tests.docx.list_scenarios import CLAUSES, NORMAL, SCENARIOS, items
from tests.docx.parts import family, formats, labels, level, list_of, numbered, part, start_override, style

SAID = [name for name, scenario in SCENARIOS.items() if scenario.labels is not None]


def labels_of(name: str) -> tuple[str, ...]:
    scenario = SCENARIOS[name]
    return tuple(labels(formats(scenario.styles, numbering=scenario.numbering), scenario.properties))


@pytest.mark.parametrize("name", SAID)
def test_labels(name: str) -> None:
    assert labels_of(name) == SCENARIOS[name].labels


@pytest.mark.parametrize("name", SCENARIOS)
def test_libreoffice_agrees(name: str, office_labels: Mapping[str, tuple[str, ...]]) -> None:
    assert office_labels[name] == (SCENARIOS[name].office or labels_of(name))


def counters(numbering: str) -> Counters:
    return formats(numbering=numbering).lists.counters()


def test_label_knows_its_level_and_that_it_is_a_bullet() -> None:
    story = counters(family(0, level(0, "%1."), level(1, "-", "bullet")) + list_of(1, 0))
    assert story.label(ListItem(1, 0)) == Label("1.", 0)
    assert story.label(ListItem(1, 1)) == Label("-", 1, bullet=True)


def test_each_story_counts_by_itself() -> None:
    definitions = formats(numbering=CLAUSES + list_of(1, 0)).lists
    body, header = definitions.counters(), definitions.counters()
    assert [story.label(ListItem(1, 0)) for story in (body, body, header)] == [
        Label("1.", 0),
        Label("2.", 0),
        Label("1.", 0),
    ]


def test_hidden_number_is_counted_and_not_shown() -> None:
    hidden = level(0, "%1.").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    numbering = family(0, hidden, level(1, "%1.%2.")) + list_of(1, 0)
    assert labels(formats(numbering=numbering), items(1, "00101")) == ["", "", "2.1.", "", "3.1."]


@pytest.mark.parametrize("face", ["Symbol", "Wingdings", "Wingdings 2", "Webdings"])
def test_bullets_of_symbol_fonts(face: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}"/></w:rPr></w:lvl>'
    bullet = level(0, "§", "bullet").replace("</w:lvl>", fonts)
    assert labels(formats(numbering=family(0, bullet) + list_of(1, 0)), items(1, "0")) == ["•"]


def test_private_use_bullet_without_its_font() -> None:
    numbering = family(0, level(0, "\uf0b7", "bullet")) + list_of(1, 0)
    assert labels(formats(numbering=numbering), items(1, "0")) == ["•"]


def test_picture_bullet() -> None:
    picture = level(0, "", "bullet", extra='<w:lvlPicBulletId w:val="0"/>')
    assert labels(formats(numbering=family(0, picture) + list_of(1, 0)), items(1, "0")) == ["•"]


def test_bullet_without_text_shows_nothing() -> None:
    assert labels(formats(numbering=family(0, level(0, "", "bullet")) + list_of(1, 0)), items(1, "0")) == [""]


def test_newer_format_in_alternate_content() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert labels(formats(numbering=family(0, custom) + list_of(1, 0)), items(1, "00")) == ["007", "008"]


def test_undefined_level_shows_nothing_and_counts() -> None:
    numbering = family(0, level(0, "%1.")) + list_of(1, 0)
    assert labels(formats(numbering=numbering), items(1, "0350")) == ["1.", "", "", "2."]


@pytest.mark.parametrize("ilvl", ["9", "250", "-3", "999999999", "x", ""])
def test_levels_out_of_range(ilvl: str) -> None:
    properties = f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="1"/></w:numPr>'
    item = formats(numbering=CLAUSES + list_of(1, 0)).paragraph(part("pPr", properties)).item
    assert item is not None
    assert 0 <= item.level <= 8


def test_circular_borrowing_of_levels() -> None:
    numbering = (
        family(0, extra='<w:numStyleLink w:val="A"/>')
        + family(1, extra='<w:numStyleLink w:val="B"/>')
        + list_of(1, 0)
        + list_of(2, 1)
    )
    styles = style("A", f"<w:pPr>{numbered(2, None)}</w:pPr>", kind="numbering") + style(
        "B", f"<w:pPr>{numbered(1, None)}</w:pPr>", kind="numbering"
    )
    assert labels(formats(styles, numbering=numbering), items(1, "00")) == ["", ""]


def test_number_in_a_tracked_change_of_properties_is_not_looked_at() -> None:
    was = f"<w:pPrChange><w:pPr>{numbered(1, 0)}</w:pPr></w:pPrChange>"
    assert labels(formats(numbering=CLAUSES + list_of(1, 0)), [was]) == [""]


def test_numbers_too_long_to_be_numbers() -> None:
    numbering = family(0, level(0, "%1", "lowerLetter").replace('w:val="1"', f'w:val="{"9" * 5000}"'))
    assert labels(formats(numbering=numbering + list_of(1, 0)), items(1, "00")) == ["0", "a"]


def test_huge_counts_stay_short() -> None:
    numbering = family(0, level(0, "%1" * 400, "lowerLetter", start=999_999_999)) + list_of(1, 0)
    assert len(labels(formats(numbering=numbering), items(1, "0"))[0]) <= 30 * 500


def test_indents_of_the_list_level() -> None:
    indented = level(0, "%1.").replace(
        "</w:lvl>", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    )
    numbering = family(0, indented) + list_of(1, 0)
    styles = NORMAL + style("p", '<w:pPr><w:ind w:left="100" w:right="200"/></w:pPr>')
    found = formats(styles, numbering=numbering)
    listed = found.paragraph(part("pPr", numbered(1, 0, style_id="p"))).format
    assert (listed.left_indent, listed.first_line_indent, listed.right_indent) == (36.0, -18.0, 10.0)
    direct = found.paragraph(part("pPr", numbered(1, 0) + '<w:ind w:left="0"/>')).format
    assert (direct.left_indent, direct.first_line_indent) == (0.0, -18.0)


def test_a_style_that_numbers_indents_over_its_list() -> None:
    indented = level(0, "%1.").replace("</w:lvl>", '<w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>')
    styles = (
        style("b", '<w:pPr><w:ind w:left="40"/></w:pPr>')
        + style("n", f"<w:pPr>{numbered(1, None)}</w:pPr>", base="b")
        + style("o", f'<w:pPr>{numbered(1, None)}<w:ind w:left="60"/></w:pPr>', base="b")
    )
    found = formats(styles, numbering=family(0, indented) + list_of(1, 0))
    assert found.paragraph(part("pPr", numbered(None, None, style_id="n"))).format.left_indent == 36.0
    assert found.paragraph(part("pPr", numbered(None, None, style_id="o"))).format.left_indent == 3.0
    without = found.paragraph(part("pPr", numbered(0, None, style_id="n")))
    assert (without.item, without.format.left_indent) == (None, 2.0)


def test_the_list_gives_spacing_an_origin_of_its_own() -> None:
    spaced = level(0, "%1.").replace("</w:lvl>", '<w:pPr><w:spacing w:line="360"/></w:pPr></w:lvl>')
    found = formats(numbering=family(0, spaced) + list_of(1, 0)).paragraph(part("pPr", numbered(1, 0))).format
    assert (found.line_spacing, found.spacing_origin) == (1.5, Origin.NUMBERING)


@given(st.lists(st.integers(min_value=0, max_value=3), min_size=1, max_size=40))
def test_a_level_counts_up_until_a_higher_one_comes(levels: list[int]) -> None:
    story = counters(family(0, *(level(n, f"%{n + 1}") for n in range(4))) + list_of(1, 0))
    last: dict[int, int] = {}
    for current in levels:
        label = story.label(ListItem(1, current))
        assert label is not None
        assert int(label.text) == last.get(current, 0) + 1
        last = {n: count for n, count in last.items() if n < current} | {current: int(label.text)}
        last = dict.fromkeys(range(current), 1) | last


@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 8)), max_size=30),
    st.integers(-5, 5),
    st.sampled_from(["decimal", "russianLower", "upperRoman", "nonsense"]),
)
def test_never_fails(used: list[tuple[int, int]], start: int, number_format: str) -> None:
    numbering = family(0, *(level(n, f"%1.%{n + 1}", number_format, start=start) for n in range(0, 9, 2)))
    story = counters(numbering + list_of(1, 0) + list_of(2, 0, start_override(0, start)))
    for list_id, at in used:
        label = story.label(ListItem(list_id, at))
        assert label is None or label.text


def test_reader_is_shared_by_definitions() -> None:
    reader = PropertyReader(Theme(fonts={}, colors={}))
    assert reader.paragraph(None) is reader.paragraph(part("pPr", ""))
