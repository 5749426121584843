"""How styles are defined, and the properties that they are made of."""

from collections.abc import Iterable

from docctl.templating.building.xml import Element, half_points, w

LINE = 240
"""A single line in the unit of spacing."""
POINT = 20
"""A point in twips."""
LIST = 1
"""The only list of a template: sections, clauses, subclauses and items are its levels."""


def paragraph_style(
    identity: str,
    name: str,
    form: Iterable[Element] = (),
    letters: Iterable[Element] = (),
    *,
    base: str = "Normal",
    following: str = "",
) -> Element:
    """A style of paragraphs; `following` is the style of the paragraph that Enter makes after it."""
    links = [w("basedOn", val=base)]
    if following:
        links.append(w("next", val=following))
    return _style("paragraph", identity, name, [*links, w("qFormat"), w("pPr", *form), w("rPr", *letters)])


def normal() -> Element:
    """The style of paragraphs that all others are based on."""
    return _style("paragraph", "Normal", "Normal", [w("qFormat")], default=True)


def character_style(
    identity: str, name: str, letters: Iterable[Element] = (), *, default: bool = False
) -> Element:
    """A style of letters."""
    links = [w("semiHidden")] if default else [w("basedOn", val="DefaultParagraphFont")]
    return _style("character", identity, name, [*links, w("rPr", *letters)], default)


def table_style(
    identity: str, name: str, properties: Iterable[Element], *, base: str = "", default: bool = False
) -> Element:
    """A style of tables."""
    links = [w("basedOn", val=base)] if base else []
    return _style("table", identity, name, [*links, w("tblPr", *properties)], default)


def _style(kind: str, identity: str, name: str, parts: Iterable[Element], default: bool = False) -> Element:
    attributes: dict[str, str | int] = {"type": kind, "styleId": identity}
    if default:
        attributes["default"] = 1
    if name not in _BUILT_IN:
        attributes["customStyle"] = 1
    written = [part for part in parts if len(part) or part.attrib or part.tag.endswith(_FLAGS)]
    return w("style", w("name", val=name), *written, **attributes)


_FLAGS = ("qFormat", "semiHidden")
_BUILT_IN = frozenset(
    (
        *("Normal", "heading 1", "Body Text", "Title", "TOC Heading", "toc 1", "header", "Hyperlink"),
        *("Placeholder Text", "Default Paragraph Font", "Normal Table", "Table Grid"),
    )
)


def spacing(
    *, before: float | None = None, after: float | None = None, lines: float | None = None
) -> Element:
    """Room above and below a paragraph in points, and its line spacing in lines."""
    attributes: dict[str, str | int] = {}
    if before is not None:
        attributes["before"] = round(before * POINT)
    if after is not None:
        attributes["after"] = round(after * POINT)
    if lines is not None:
        attributes |= {"line": round(lines * LINE), "lineRule": "auto"}
    return w("spacing", **attributes)


def centred() -> Element:
    """In the middle of the line."""
    return w("jc", val="center")


def numbered(level: int) -> Element:
    """At a level of the list."""
    return w("numPr", w("ilvl", val=level), w("numId", val=LIST))


def bold(points: float) -> list[Element]:
    """Bold letters of a size."""
    return [w("b"), w("bCs"), *size(points)]


def size(points: float) -> list[Element]:
    """Letters of a size."""
    return [w("sz", val=half_points(points)), w("szCs", val=half_points(points))]
