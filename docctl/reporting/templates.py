"""Templates listed, explained and tested."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, to_builtins

from docctl.domain.words import Language
from docctl.reporting import registry_json
from docctl.reporting.style import Paint, harmless, indented, plain
from docctl.wording import Translate

LIST, SHOW = "docctl/templates/1", "docctl/template/1"
LONGEST = 90


class Listed(Struct, frozen=True, kw_only=True):
    """A template of the list."""

    kind: str
    language: Language
    own: bool
    """It is the office's."""
    path: str
    fields: tuple[str, ...]
    error: str = ""
    """Why it cannot be filled in."""


class Use(Struct, frozen=True):
    """A field where a template names it."""

    field: str
    part: str
    text: str


class Blank(Struct, frozen=True):
    """A content control for people to fill in."""

    alias: str
    tag: str
    text: str


class Shown(Struct, frozen=True, kw_only=True):
    """A template with all that people meet in it."""

    kind: str
    language: Language
    own: bool
    path: str
    uses: tuple[Use, ...]
    blanks: tuple[Blank, ...]
    guidance: tuple[str, ...]
    rules: tuple[str, ...]
    """Codes of the rules that its documents are checked by."""


def list_json(templates: Iterable[Listed]) -> str:
    """The list for a program."""
    return registry_json.written(LIST, templates=to_builtins(list(templates)))


def show_json(template: Shown) -> str:
    """One template for a program."""
    return registry_json.written(SHOW, **to_builtins(template))


def listed(templates: Sequence[Listed], _: Translate, paint: Paint = plain) -> str:
    """A template to a line, with its fields below."""
    lines: list[str] = []
    for one in templates:
        whose = _("of this workspace") if one.own else _("of docctl")
        lines.append(paint(f"{harmless(one.kind)} {one.language.value}", "title") + f" · {whose}")
        lines += indented(one.error or ", ".join(one.fields), 4)
    return "\n".join(lines) + "\n" if lines else _("There are no templates.") + "\n"


def shown(template: Shown, _: Translate, paint: Paint = plain) -> str:
    """One template for a person."""
    whose = _("of this workspace") if template.own else _("of docctl")
    head = paint(f"{harmless(template.kind)} {template.language.value}", "title") + f" · {whose}"
    lines = [head, *indented(template.path, 4)]
    uses = [f"{use.field}: “{use.text}”" for use in template.uses]
    blanks = [
        blank.text if blank.alias in ("", blank.text) else f"{blank.alias}: {blank.text}"
        for blank in template.blanks
    ]
    for title, texts in (
        (_("Fields, and where they stand"), uses),
        (_("Left for people to fill in"), blanks),
        (_("Guidance"), list(template.guidance)),
        (_("Checked by"), [", ".join(template.rules)]),
    ):
        lines += ["", paint(title, "part"), *(line for text in texts for line in indented(text, 4, 2))]
    return "\n".join(lines) + "\n"
