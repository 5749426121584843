"""Text of a source as runs: fields that are filled in, blanks that become content controls."""

from docctl.domain.patterns import regex
from docctl.templating.building.xml import Element, w
from docctl.templating.source import Blanks

PLACEHOLDER_STYLE = "PlaceholderText"
LONGEST_ALIAS = 64
"""Characters of a content control's title and tag that Word takes."""
_PIECES = regex(r"(\[\[.+?\]\]|\{\{ [a-z_]+(?:\.[a-z_]+)? \}\})")
_BLANK = regex(r"\[\[(.+?)\]\]")
_ACT = regex(r"(№|No\.) (\w{1,10})-(\w{1,10})")
_FIELD = regex(r"\{\{ ([a-z_]+(?:\.[a-z_]+)?) \}\}")


class Writer:
    """Writes the texts of one template, which says what stands in the blanks of its fields."""

    def __init__(self, blanks: Blanks) -> None:
        self._blanks = {
            "organisation": blanks.organisation,
            "city": blanks.city,
            "approver.position": blanks.position,
            "approver.name": blanks.name,
            "person.position": blanks.position,
            "person.name": blanks.name,
        }

    def runs(self, text: str, tag: str) -> list[Element]:
        """The text as runs and controls; `tag` names the place to programs that read the controls."""
        return [run for piece in _PIECES.split(text) if piece for run in self._piece(piece, tag)]

    def _piece(self, piece: str, tag: str) -> list[Element]:
        if blank := _BLANK.fullmatch(piece):
            return [control(blank[1], tag)]
        field = _FIELD.fullmatch(piece)
        if field and field[1] in self._blanks:
            return self._field_or_blank(field[1])
        return [run(piece)]

    def _field_or_blank(self, field: str) -> list[Element]:
        """The value of the field, or where there is none a control to fill in."""
        return [
            run(f"{{%r if {field} %}}"),
            run(f"{{{{ {field} }}}}"),
            run("{%r else %}"),
            control(self._blanks[field], field),
            run("{%r endif %}"),
        ]


def run(text: str) -> Element:
    """Plain text in the format of its paragraph's style; the number of an act stays on one line."""
    first, *rest = _ACT.sub("\\1\u00a0\\2\u2011\\3", text).split("\u2011")
    unbroken = [part for piece in rest for part in (w("noBreakHyphen"), w("t", piece))]
    return w("r", w("t", first), *unbroken)


def control(prompt: str, tag: str) -> Element:
    """A content control for plain text that shows what to write there until somebody writes it."""
    return w(
        "sdt",
        w(
            "sdtPr",
            w("alias", val=_shortened(prompt)),
            w("tag", val=tag[:LONGEST_ALIAS]),
            w("showingPlcHdr"),
            w("text"),
        ),
        w("sdtContent", w("r", w("rPr", w("rStyle", val=PLACEHOLDER_STYLE)), w("t", prompt))),
    )


def _shortened(prompt: str) -> str:
    if len(prompt) <= LONGEST_ALIAS:
        return prompt
    return f"{prompt[: LONGEST_ALIAS - 1].rpartition(' ')[0]}…"


def field(instruction: str, shown: str) -> list[Element]:
    """A field that Word computes, and what it shows until then."""
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", w("instrText", f" {instruction} ")),
        w("r", w("fldChar", fldCharType="separate")),
        run(shown),
        w("r", w("fldChar", fldCharType="end")),
    ]
