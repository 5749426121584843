"""HTML built by functions: whatever is not `Markup` is text, and is escaped."""

from docctl.reporting.markup_text import escaped

EMPTY = frozenset({"meta", "input", "br"})
"""Elements without an end."""


class Markup(str):
    """HTML that needs no escaping any more."""

    __slots__ = ()


NOTHING = Markup("")


def tag(name: str, /, *children: str, **attributes: str | None) -> Markup:
    """An element. Children that are no Markup are text; an attribute that is None is left out.

    Attribute names may end in "_" where Python takes the word itself; "_" within them is "-".
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in EMPTY:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{name}{said}>{joined(*children)}</{name}>")


def joined(*children: str) -> Markup:
    """The children one after another."""
    return Markup("".join(child if isinstance(child, Markup) else escaped(child) for child in children))


def in_lines(text: str) -> Markup:
    """Text whose line breaks are kept."""
    return Markup("<br>".join(map(escaped, text.split("\n"))))
