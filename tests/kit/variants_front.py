"""Title page and running header set otherwise."""

import re

from tests.kit.variants import language_of, variant


@variant
def header_title_in_capitals(sketch: str) -> str:
    """The title of the running header shouts too."""
    return re.sub(
        r"(\| \^ \| \{align=center\} )([^|]+)( \|)", lambda f: f[1] + f[2].upper() + f[3], sketch, count=1
    )


@variant
def title_in_title_case(sketch: str) -> str:
    """The title on the title page does not shout."""
    return re.sub(
        r"^(\{align=center, bold\} )([^\n]{20,})$",
        lambda found: found[1] + found[2].capitalize(),
        sketch,
        flags=re.MULTILINE,
    )


@variant
def title_with_a_line_break(sketch: str) -> str:
    """The title on two lines of one paragraph."""
    return re.sub(
        r"^(\{align=center, bold\} \w+ \w+) (\w+ [^\n]+)$", r"\1 // \2", sketch, count=1, flags=re.MULTILINE
    )


@variant
def kind_line_with_the_title(sketch: str) -> str:
    """The kind stands once, over the rest of the title."""
    for kind, rest in (("ПОЛОЖЕНИЕ", " ОБ ОТДЕЛЕ"), ("REGULATION", " ON THE RESEARCH")):
        begun = f"{{align=center, bold}} {kind}"
        if f"{begun}{rest}" in sketch:
            sketch = sketch.replace(f"{begun}\n", "", 1)
            sketch = sketch.replace(f"{begun}{rest}", f"{begun}\n{{align=center, bold}}{rest}")
    return sketch


@variant
def quoted_title_in_the_header(sketch: str) -> str:
    """The title of the running header stands in quotes."""
    left, right = "“”" if language_of(sketch) == "en" else "«»"
    return re.sub(r"(\| \^ \| \{align=center\} )([^|]+?)( \|)", rf"\1{left}\2{right}\3", sketch, count=1)


@variant
def organisation_on_two_lines(sketch: str) -> str:
    """The name of the organisation is broken on the title page."""
    for name in ("«Сарыарқа университеті» КеАҚ", "НАО «Университет Сарыарка»", "Saryarqa University NJSC"):
        first, _, second = name.rpartition(" ")
        lines = f"{{align=center}} {first}\n{{align=center}} {second}"
        sketch = sketch.replace(
            f"{{align=center}} {name}\n{{align=center, bold}}", f"{lines}\n{{align=center, bold}}"
        )
    return sketch


@variant
def no_organisation_in_the_approval(sketch: str) -> str:
    """The approval block names position and name alone."""
    return re.sub(r"^\{align=right\} (?=.*(?:КеАҚ|НАО|NJSC)).*\n", "", sketch, flags=re.MULTILINE)


@variant
def position_with_the_organisation(sketch: str) -> str:
    """The approver's position is that of the organisation, on one line."""
    sketch = no_organisation_in_the_approval(sketch)
    for position, full in (
        ("Председатель правления – ректор", "Председатель правления – ректор НАО «Университет Сарыарка»"),
        ("Басқарма төрағасы-ректор", "«Сарыарқа университеті» КеАҚ Басқарма төрағасы-ректоры"),
        ("Chair of the Board – Rector", "Chair of the Board – Rector of Saryarqa University NJSC"),
    ):
        sketch = sketch.replace(f"{{align=right}} {position}\n", f"{{align=right}} {full}\n")
    return sketch
