"""The ids that styles have in the file, by their English names."""

from tests.kit.options import Headings, Ids
from tests.kit.way import Way

CLAUSE_STYLE = "Numbered Clause"
RUSSIAN_IDS = {
    "Normal": "a",
    "Default Paragraph Font": "a0",
    "Normal Table": "a1",
    "No List": "a2",
    "header": "a3",
    "Table Grid": "a4",
    "Hyperlink": "a5",
    "Body Text": "a6",
    "heading 1": "1",
    "toc 1": "11",
    "Title Page": "a7",
    "Table Text": "a8",
    "based heading": "a9",
    "TOC Heading": "aa",
    CLAUSE_STYLE: "ab",
}


def style_id(name: str, way: Way) -> str:
    """The id of a style, by its English name."""
    if way.ids is Ids.RUSSIAN:
        return RUSSIAN_IDS[name]
    return name.title().replace(" ", "") if name != "toc 1" else "TOC1"


def heading_style(way: Way) -> str:
    """The name of the style that section headings carry."""
    return "based heading" if way.headings is Headings.BASED else "heading 1"
