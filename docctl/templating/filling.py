"""A template filled in: the parts of a Word file that hold fields, rendered by docxtpl in a sandbox.

Word splits what stands between braces over runs; docxtpl joins it again and knows rows and cells. Only what
it makes of one part's XML is used: it neither opens nor saves a file, so every other part stays as it is.
"""

from collections.abc import Callable, Iterator, Mapping
from html import unescape
from io import BytesIO
from typing import TypeVar

from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2.exceptions import TemplateError
from lxml import etree
from msgspec import Struct
from msgspec.structs import asdict, replace

from docctl.domain.patterns import regex
from docctl.errors import ConfigurationError, DocctlError
from docctl.templating.distinct import make_distinct
from docctl.templating.fields import Fields
from docctl.templating.sandbox import FIELDS, Environment, Flaw, Scope, TooLong, parsed
from docctl.wording import N_

T = TypeVar("T")
EXCERPT = 80
"""Letters of a paragraph that an error names."""
TITLE = "{http://purl.org/dc/elements/1.1/}title"
TAGS = regex(r"<[^>]*>")
PARAGRAPH = regex(r"<w:p([ >])")


class Template(Struct, frozen=True):
    """The parts of a Word file that may hold fields."""

    at: str
    """How errors name the file."""
    parts: Mapping[str, bytes]
    """Texts, headers, footers, notes: XML as UTF-8 by the part's name."""
    properties: Mapping[str, bytes] = {}
    """The core properties in the same way; empty where there are none."""


class Use(Struct, frozen=True):
    """A field as a template names it."""

    field: str
    """``city``, ``approver``; of a row for each person the list."""
    part: str
    text: str
    """Of the paragraph or row."""


def filled(template: Template, fields: Fields) -> Mapping[str, bytes]:
    """The parts as they read once they are filled in; `fields` has a title.

    Raises ConfigurationError with the part and the paragraph for what a template may not say.
    """
    texts = {part: _text(template.at, part, xml, fields) for part, xml in template.parts.items()}
    properties = {
        part: _properties(template.at, part, xml, fields) for part, xml in template.properties.items()
    }
    return {**texts, **properties}


def titled(template: Template, fields: Fields) -> Fields:
    """The fields with a title: their own, else what the template's property `title` makes of the others."""
    scope = {name: kind for name, kind in FIELDS.items() if name != "title"}
    for part, xml in template.properties.items() if not fields.title else ():
        for element in _parsed(template.at, part, xml).iter(TITLE):
            title = _plain(template.at, part, element.text or "", fields, scope)
            return replace(fields, title=" ".join(title.split()))
    return fields


def uses(template: Template) -> tuple[Use, ...]:
    """Every field that the template names, part by part; raises ConfigurationError."""
    return tuple(use for part, xml in template.parts.items() for use in _uses(template.at, part, xml))


def _text(at: str, part: str, xml: bytes, fields: Fields) -> bytes:
    """A part with texts, filled in."""
    source, environment = _joined(xml), Environment(autoescape=True)
    lines, known = _lines(source), asdict(fields)
    _told(at, part, lines, lambda: parsed(environment, lines))
    docxtpl = DocxTemplate(BytesIO())
    rendered: str = _told(at, part, lines, lambda: docxtpl.render_xml_part(source, None, known, environment))
    root = _parsed(at, part, rendered.encode())
    make_distinct(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _joined(xml: bytes) -> str:
    """The part with every field in one piece."""
    source: str = DocxTemplate(BytesIO()).patch_xml(xml.decode())
    return source


def _lines(source: str) -> str:
    """A paragraph to a line, as docxtpl has it when it renders."""
    return PARAGRAPH.sub(r"\n<w:p\1", source)


def _properties(at: str, part: str, xml: bytes, fields: Fields) -> bytes:
    """The core properties, each text filled in."""
    root = _parsed(at, part, xml)
    for element in root.iter(etree.Element):
        if element.text and "{" in element.text:
            element.text = _plain(at, part, element.text, fields, FIELDS)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _plain(at: str, part: str, text: str, fields: Fields, scope: Scope) -> str:
    """A text without markup, filled in."""
    environment = Environment(autoescape=False)
    _told(at, part, text, lambda: parsed(environment, text, scope))
    return _told(at, part, text, lambda: environment.from_string(text).render(asdict(fields)))


def _uses(at: str, part: str, xml: bytes) -> Iterator[Use]:
    source = _lines(_joined(xml))
    template = _told(at, part, source, lambda: parsed(Environment(autoescape=True), source))
    lines, seen = source.split("\n"), set()
    for name in template.find_all(nodes.Name):
        if name.name in FIELDS and (name.name, name.lineno) not in seen:
            seen.add((name.name, name.lineno))
            yield Use(name.name, part, _shown(lines, name.lineno))


def _parsed(at: str, part: str, xml: bytes) -> etree._Element:
    """The root of a part; where it is none, its fields cut through paragraphs or rows."""
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise ConfigurationError(
            "Once it is filled in, this is no Word text any more: an “if” or “for” begins in one paragraph,"
            " row or run and ends inside another. Let it begin and end in paragraphs or rows of its own.",
            at=f"{at}: {part}",
        ) from error


def _told(at: str, part: str, source: str, action: Callable[[], T]) -> T:
    """What the action gives; what it says against the template becomes an error with its place."""
    try:
        return action()
    except Flaw as flaw:
        raise _error(at, part, source, flaw) from flaw
    except TooLong as error:
        message = N_("Once it is filled in, this part is longer than any document.")
        raise _error(at, part, source, Flaw(message, 0)) from error
    except TemplateError as error:
        message = N_("What stands between braces here cannot be understood: {reason}")
        line = getattr(error, "lineno", None) or 0
        raise _error(at, part, source, Flaw(message, line, reason=error.message or "")) from error


def _error(at: str, part: str, source: str, flaw: Flaw) -> DocctlError:
    shown = _shown(source.split("\n"), flaw.line)
    place = f"{at}: {part}: “{shown}”" if shown else f"{at}: {part}"
    return flaw.recast(ConfigurationError, at=place)


def _shown(lines: list[str], number: int) -> str:
    """The beginning of the paragraph or row that the line belongs to, as people see it in Word."""
    for line in reversed(lines[:number]):
        text = " ".join(unescape(TAGS.sub("", line)).split())
        if text:
            return text if len(text) <= EXCERPT else text[:EXCERPT] + "…"
    return ""
