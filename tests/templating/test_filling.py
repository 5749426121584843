"""A template filled in: fields in one piece, rows to people, values that are nothing but text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from docctl.errors import ConfigurationError
from docctl.templating.fields import Fields, Person
from docctl.templating.filling import Template, filled, titled, uses
from tests.docx.guided import cell, control, table, text
from tests.docx.packages import document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART, PROPERTIES = "word/document.xml", "docProps/core.xml"
TWO = (Person("Vice-Rector", "I.P. Sosnovsky"), Person("Dean", "A. «Q» <b> & Co"))
FIELDS = Fields(
    unit="Legal Department",
    title="Regulation on the Legal Department",
    edition_word="first",
    year="2026",
    city="Astana",
    agreed=TWO,
)


def template(body: str, title: str = "") -> Template:
    """A template with this body and this property of a title."""
    core = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c>'
    return Template(
        "regulation/en/template.docx", {PART: document(body).encode()}, {PROPERTIES: core.encode()}
    )


def paragraphs(body: str, fields: Fields = FIELDS) -> list[str]:
    """The text of every paragraph once it is filled in."""
    root = etree.fromstring(filled(template(body), fields)[PART])
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]


def refusal(body: str) -> str:
    """What is said against a template."""
    with pytest.raises(ConfigurationError) as caught:
        filled(template(body), FIELDS)
    return caught.value.worded(str)


def test_a_field_that_word_split_over_runs_is_one() -> None:
    runs = (f"<w:r><w:t>{piece}</w:t></w:r>" for piece in ("{", "{ ci", "ty }", "}"))
    assert paragraphs(f"<w:p>{''.join(runs)}</w:p>") == ["Astana"]


def test_a_row_stands_for_each_person_and_text_is_text() -> None:
    rows = (
        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
        + "".join(
            f"<w:tr>{cells}</w:tr>"
            for cells in (
                cell(text("{%tr for person in agreed %}")),
                cell(text("{{ person.position }}")) + cell(text("{{ person.name }}")),
                cell(text("{%tr endfor %}")),
            )
        )
        + "</w:tbl>"
    )
    assert paragraphs(rows) == ["Vice-Rector", "I.P. Sosnovsky", "Dean", "A. «Q» <b> & Co"]


def test_conditions_and_quotes() -> None:
    assert paragraphs(text('{% if city %}{{ unit | quoted("ru") }}{% else %}–{% endif %}')) == [
        "«Legal Department»"
    ]
    assert paragraphs(text("{% if number %}No.{% else %}____{% endif %}")) == ["____"]


def test_the_title_is_what_the_property_makes_of_the_other_fields() -> None:
    fields = replace(FIELDS, unit="A & B", title="")
    whole = template(text("{{ title }}"), title="Regulation on {{ unit }}")
    fields = titled(whole, fields)
    assert fields.title == "Regulation on A & B"
    parts = filled(whole, fields)
    assert b"Regulation on A &amp; B" in parts[PROPERTIES]
    assert b"Regulation on A &amp; B" in parts[PART]


def test_a_title_that_was_set_wins() -> None:
    assert titled(template("", title="{{ unit }}"), FIELDS) is FIELDS


def test_a_title_made_of_itself_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no field “title”"):
        titled(template("", title="{{ title }}"), replace(FIELDS, title=""))


def test_copies_of_a_control_get_ids_of_their_own() -> None:
    inner = control(text("{{ person.name }}"), properties='<w:id w:val="5"/>')
    body = text("{%p for person in agreed %}") + inner + text("{%p endfor %}")
    root = etree.fromstring(filled(template(body), FIELDS)[PART])
    ids = [one.get(f"{W}val") for one in root.iter(f"{W}id")]
    assert ids == ["5", "1"]


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=40))
def test_no_value_becomes_markup_or_code(value: str) -> None:
    fields = replace(FIELDS, unit=value)
    shown = paragraphs(text("[{{ unit }}]"), fields)
    assert shown == [
        f"[{value.replace('{_{', '{{').replace('}_}', '}}').replace('{_%', '{%').replace('%_}', '%}')}]"
    ]


def test_uses_tell_where_each_field_stands() -> None:
    body = text("City: {{ city }}") + text("{% if number %}No. {{ number }}{% endif %}")
    assert [(use.field, use.text) for use in uses(template(body))] == [
        ("city", "City: {{ city }}"),
        ("number", "{% if number %}No. {{ number }}{% endif %}"),
    ]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ organisaton }}", "There is no field “organisaton”"),
        ("{{ approver }}", "write one of its parts: position, name"),
        ("{{ agreed }}", "is no text"),
        ("{{ approver.mail }}", "has no part “mail”"),
        ("{{ unit.upper() }}", "it may not do this: call"),
        ("{{ unit.__class__ }}", "has no part “__class__”"),
        ("{{ ''.__class__.__mro__ }}", "has no part “__class__”"),
        ("{{ approver.name.__init__.__globals__ }}", "has no part “__init__”"),
        ("{{ loop.first }}", "no field “loop”"),
        ("{{ unit|attr('x') }}", "no filter “attr”"),
        ("{{ unit|center(999999999) }}", "no filter “center”"),
        ("{{ 'x' * 999999999 }}", "may not do this: mul"),
        ("{{ 9**9**9 }}", "may not do this: pow"),
        ("{{ '%9999999999d' % 1 }}", "may not do this: mod"),
        ("{% set a = unit %}", "may not do this: assign"),
        ("{% macro a() %}{% endmacro %}", "may not do this: macro"),
        ("{% include 'x' %}", "may not do this: include"),
        ("{% import 'x' as y %}", "may not do this: import"),
        ("{% extends 'x' %}", "may not do this: extends"),
        ("{% filter upper %}a{% endfilter %}", "may not do this: filterblock"),
        ("{% for a in range(9) %}{% endfor %}", "may not do this: call"),
        ("{% for a in unit %}{% endfor %}", "“unit” is no list"),
        ("{% for a in agreed recursive %}{% endfor %}", "may not do this: for"),
        ("{% for a, b in agreed %}{% endfor %}", "may not do this: for"),
        (
            "{% for a in agreed %}{% for b in agreed %}{% for c in agreed %}" + 3 * "{% endfor %}",
            "for",
        ),
        ("{{ unit", "cannot be understood"),
        ("{% if unit %}", "cannot be understood"),
        ("{{ " + 30 * "not " + "unit }}", "nested too deeply"),
        (30 * "{% if unit %}" + 30 * "{% endif %}", "nested too deeply"),
        ("{{ unit[0] }}", "may not do this: getitem"),
        ("{{ unit|quoted(city) }}", "may not do this: filter"),
        ("{% colspan 9 ** 9 %}", "cannot be understood"),
    ],
)
def test_what_a_template_may_not_say_is_an_error_with_its_place(tag: str, said: str) -> None:
    told = refusal(text("Before") + text("Here: ") + text(f"Place {tag}".replace("<", "&lt;")))
    assert said in told
    assert told.startswith("regulation/en/template.docx: word/document.xml: “")
    assert "Place" in told or "unit" in tag


def test_what_no_parser_follows_is_told() -> None:
    assert "nested too deeply" in refusal(text("{{ " + "(" * 5000 + "unit" + ")" * 5000 + " }}"))


def test_a_condition_that_cuts_through_a_paragraph_is_told() -> None:
    told = refusal(text("{% if number %}A") + table(cell(text("B{% endif %}"))))
    assert "no Word text any more" in told


def test_a_result_that_is_too_long_is_told_before_it_fills_the_memory() -> None:
    many = replace(FIELDS, agreed=tuple(Person("P" * 400, "N" * 400) for _ in range(300)))
    body = text(
        "{% for a in agreed %}{% for b in agreed %}{{ b.name }}{{ b.position }}{% endfor %}{% endfor %}"
    )
    with pytest.raises(ConfigurationError, match="longer than any document"):
        filled(template(body), many)
