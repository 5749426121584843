"""What a template may say, decided before it runs: fields, conditions, a row to each person. Nothing else.

Jinja's own sandbox keeps a template from Python; it does not keep it from taking a year or all memory. What
is allowed here can do neither: it calls nothing, keeps nothing, and repeats only over the people who sign.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum

import msgspec
from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docctl.errors import ConfigurationError
from docctl.templating.fields import Fields, Person, quoted
from docctl.wording import N_

LARGEST = 20 * 1024 * 1024
"""Letters of a part once it is filled in."""
DEEPEST = 2
"""Repetitions inside one another."""
DEEPEST_CODE = 20
"""Conditions, or parts of an expression, inside one another: Python itself compiles only a hundred."""
LOOP_PARTS = ("first", "last", "index", "index0", "revindex", "length")
FILTERS = ("quoted", "upper", "lower", "capitalize", "trim", "length", "first", "last")


class Kind(StrEnum):
    """What a name stands for."""

    TEXT = "text"
    PERSON = "person"
    PEOPLE = "people"
    LOOP = "loop"


def _kind(annotation: object) -> Kind:
    if annotation is Person:
        return Kind.PERSON
    return Kind.TEXT if annotation in (str, int) else Kind.PEOPLE


Scope = Mapping[str, Kind]
FIELDS: Scope = {field.name: _kind(field.type) for field in msgspec.structs.fields(Fields)}
PARTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSON: Person.__struct_fields__,
    Kind.LOOP: LOOP_PARTS,
    Kind.TEXT: (),
    Kind.PEOPLE: (),
}


class Flaw(ConfigurationError):
    """A template says what it may not, or says it wrong; `line` is that of the text that was parsed."""

    def __init__(self, message: str, line: int, /, **values: object) -> None:
        super().__init__(message, at="", **values)
        self.line = line


class TooLong(Exception):
    """The result is longer than any document is."""


class Environment(ImmutableSandboxedEnvironment):
    """Jinja with nothing but the fields; what passed `parsed` can ask for no more."""

    def __init__(self, *, autoescape: bool) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=autoescape, keep_trailing_newline=True)
        self.filters = {name: self.filters.get(name, quoted) for name in FILTERS}
        self.globals, self.tests = {}, {}

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """The pieces of the result; raises TooLong before they fill the memory."""
        kept: list[str] = []
        size = 0
        for piece in pieces:
            size += len(piece)
            if size > LARGEST:
                raise TooLong
            kept.append(piece)
        return "".join(kept)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Only the parts of people and of loops."""
        named = PARTS[Kind.PERSON] if isinstance(obj, Person) else LOOP_PARTS
        return isinstance(obj, Person | LoopContext) and attr in named

    def is_safe_callable(self, obj: object) -> bool:
        """Nothing is."""
        return False


def parsed(environment: Environment, source: str, scope: Scope = FIELDS) -> nodes.Template:
    """The template, found to say only what it may; raises Flaw."""
    try:
        template = environment.parse(source)
        _Judge(scope).statements(template.body, 0)
    except TemplateSyntaxError as error:
        message = N_("What stands between braces here cannot be understood: {reason}")
        raise Flaw(message, error.lineno, reason=error.message or "") from error
    except RecursionError as error:
        raise Flaw(N_("This is nested too deeply."), 1) from error
    return template


class _Judge:
    """Looks at every statement and expression with the names that are known where it stands."""

    def __init__(self, scope: Scope) -> None:
        self._scope = dict(scope)
        self._depth = 0

    @contextmanager
    def _deeper(self, node: nodes.Node) -> Iterator[None]:
        self._depth += 1
        if self._depth > DEEPEST_CODE:
            raise Flaw(N_("This is nested too deeply."), node.lineno)
        yield
        self._depth -= 1

    def statements(self, body: Iterable[nodes.Node], depth: int) -> None:
        """Everything in a body; `depth` counts the repetitions around it."""
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    self._printed(part)
            elif isinstance(node, nodes.If):
                self._choice(node, depth)
            elif isinstance(node, nodes.For):
                self._repetition(node, depth + 1)
            else:
                raise _forbidden(node)

    def _printed(self, node: nodes.Expr) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        kind = self.expression(node)
        if kind is not Kind.TEXT:
            message = N_("“{name}” is no text; write one of its parts: {parts}.")
            parts = ", ".join(PARTS[kind] or ("for person in …",))
            raise Flaw(message, node.lineno, name=_name(node), parts=parts)

    def _choice(self, node: nodes.If, depth: int) -> None:
        with self._deeper(node):
            self.expression(node.test)
            for body in (node.body, node.elif_, node.else_):
                self.statements(body, depth)

    def _repetition(self, node: nodes.For, depth: int) -> None:
        if depth > DEEPEST or node.recursive or not isinstance(node.target, nodes.Name):
            raise _forbidden(node)
        if self.expression(node.iter) is not Kind.PEOPLE:
            known = ", ".join(name for name, kind in FIELDS.items() if kind is Kind.PEOPLE)
            message = N_("“{name}” is no list; only these can be repeated over: {known}.")
            raise Flaw(message, node.lineno, name=_name(node.iter), known=known)
        outer = self._scope
        self._scope = {**outer, node.target.name: Kind.PERSON, "loop": Kind.LOOP}
        if node.test is not None:
            self.expression(node.test)
        self.statements(node.body, depth)
        self._scope = outer
        self.statements(node.else_, depth)

    def expression(self, node: nodes.Node) -> Kind:
        """What the expression gives."""
        with self._deeper(node):
            return self._given(node)

    def _given(self, node: nodes.Node) -> Kind:
        match node:
            case nodes.Const():
                return Kind.TEXT
            case nodes.Name():
                return self._named(node)
            case nodes.Getattr():
                return self._part(node)
            case nodes.Filter():
                return self._filtered(node)
            case nodes.CondExpr():
                kinds = [self.expression(one) for one in (node.test, node.expr1, node.expr2) if one]
                return kinds[1]
            case nodes.And() | nodes.Or() | nodes.Not() | nodes.Compare() | nodes.Operand() | nodes.Concat():
                for part in node.iter_child_nodes():
                    self.expression(part)
                return Kind.TEXT
        raise _forbidden(node)

    def _named(self, node: nodes.Name) -> Kind:
        if node.name not in self._scope:
            message = N_("There is no field “{name}”; there are: {known}.")
            raise Flaw(message, node.lineno, name=node.name, known=", ".join(self._scope))
        return self._scope[node.name]

    def _part(self, node: nodes.Getattr) -> Kind:
        parts = PARTS[self.expression(node.node)]
        if node.attr not in parts:
            message = N_("“{name}” has no part “{part}”; its parts: {known}.")
            known = ", ".join(parts) or "–"
            raise Flaw(message, node.lineno, name=_name(node.node), part=node.attr, known=known)
        return Kind.TEXT

    def _filtered(self, node: nodes.Filter) -> Kind:
        if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise _forbidden(node)
        if node.name not in FILTERS:
            message = N_("There is no filter “{name}”; there are: {known}.")
            raise Flaw(message, node.lineno, name=node.name, known=", ".join(FILTERS))
        if any(not isinstance(one, nodes.Const) for one in node.args):
            raise _forbidden(node)
        kind = self.expression(node.node)
        return Kind.PERSON if kind is Kind.PEOPLE and node.name in ("first", "last") else Kind.TEXT


def _name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_name(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else type(node).__name__.lower()


def _forbidden(node: nodes.Node) -> Flaw:
    message = N_(
        "A template may name fields, choose with “if” and repeat rows with “for”; it may not do this: {what}."
    )
    return Flaw(message, node.lineno, what=type(node).__name__.lower())
