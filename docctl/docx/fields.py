"""Fields (ECMA-376 part 1, 17.16): what Word computes. Their results are shown, their instructions never."""

from msgspec import Struct

from docctl.domain.draft import Field
from docctl.domain.patterns import regex

NAME = regex(r"[^\s\\\"]+")
GENERATED_BLOCKS = frozenset({"TOC", "INDEX", "TOA", "BIBLIOGRAPHY"})
"""Fields whose result is whole paragraphs that Word writes itself."""
WITHIN_PARAGRAPH = frozenset(
    {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "SEQ", "FORMCHECKBOX"}
)
"""Fields whose result never spans paragraphs: one left open is a fault of the file and ends there."""
DEEPEST = 20
"""Fields nested deeper than this have no results of their own; Word's own limit is 20."""


class OpenField:
    """A field while it is read."""

    __slots__ = (
        "begun_in",
        "deleted",
        "dirty",
        "form",
        "hidden_result",
        "instruction",
        "name",
        "shown",
        "start",
        "stop",
    )

    def __init__(self, begun_in: object, start: int) -> None:
        """`begun_in`: the paragraph it begins in, by identity. `start`: pieces of the paragraph before it."""
        self.begun_in = begun_in
        self.start = start
        self.stop: int | None = None
        self.instruction: list[str] = []
        self.name = ""
        """Upper case first word of the instruction, known once that is complete."""
        self.shown = False
        """Past the separator: what follows is its result."""
        self.dirty = False
        self.deleted = False
        self.form: FormField | None = None
        self.hidden_result: list[str] | None = None
        """Collects the result of a field inside an instruction, which no reader sees."""

    def complete(self) -> None:
        """The instruction is complete."""
        self.shown = True
        self.name = field_name("".join(self.instruction))

    def field(self, pieces: list[str]) -> Field:
        """The value, its result taken from the shown pieces of the paragraph that it begins in."""
        instruction = "".join(self.instruction).strip()
        shown = self.hidden_result if self.hidden_result is not None else pieces[self.start : self.stop]
        return Field(field_name(instruction), instruction, "".join(shown), self.dirty)


class FormField(Struct, frozen=True):
    """The data of a legacy form field (w:ffData)."""

    checked: bool = False
    choice: str = ""
    """The entry of a drop-down list that is chosen."""


def field_name(instruction: str) -> str:
    """Upper case first word of an instruction, ``=`` for a formula."""
    match = NAME.search(instruction)
    if match is None:
        return ""
    return "=" if match[0].startswith("=") else match[0].upper()


class FieldStack:
    """The fields that are open at a point of a story, the innermost last."""

    __slots__ = ("_blocks", "_instructions", "open")

    def __init__(self) -> None:
        self.open: list[OpenField] = []
        self._instructions: list[OpenField] = []
        """Those of them whose instruction is being read."""
        self._blocks: list[OpenField] = []
        """Those of them whose result is a generated block."""

    @property
    def hiding(self) -> bool:
        """Whether an instruction is being read: what stands in one is not shown."""
        return bool(self._instructions)

    def begin(self, begun_in: object, start: int) -> OpenField:
        """A field begins with its instruction."""
        field = OpenField(begun_in, start)
        if self._instructions:
            field.hidden_result = []
        self.open.append(field)
        self._instructions.append(field)
        return field

    def separate(self, start: int) -> None:
        """The innermost instruction is complete; its result follows."""
        field = self.open[-1] if self.open else None
        if field is None or field.shown:
            return
        self._instructions.pop()
        field.complete()
        field.start = start
        if field.name in GENERATED_BLOCKS and not field.deleted:
            self._blocks.append(field)

    def end(self, stop: int) -> None:
        """The innermost field ends."""
        if not self.open:
            return
        self.separate(stop)
        field = self.open.pop()
        field.stop = stop
        if self._blocks and self._blocks[-1] is field:
            self._blocks.pop()

    def shows(self, text: str, reading: object) -> bool:
        """Whether text at this point is shown; else it goes to the instruction it belongs to.

        An instruction left open by an earlier paragraph would swallow the rest of the story: it is dropped.
        """
        while self._instructions and not self.open[-1].shown and self.open[-1].begun_in is not reading:
            self.end(0)
        if not self._instructions:
            return True
        innermost = self.open[-1]
        if innermost.shown and innermost.hidden_result is not None:
            innermost.hidden_result.append(text)
        self.instruct(text)
        return False

    def instruct(self, text: str) -> None:
        """Text of the innermost instruction that is still open."""
        if self._instructions:
            self._instructions[-1].instruction.append(text)

    @property
    def name(self) -> str:
        """Name of the innermost field whose result is being shown; empty when none is."""
        return self.open[-1].name if self.open else ""

    @property
    def block(self) -> str:
        """Name of the outermost generated block (TOC) that is open."""
        return self._blocks[0].name if self._blocks else ""

    def close_paragraph(self, stop: int) -> None:
        """The paragraph ends: so do the fields in it that never reach further."""
        while self.open and self.open[-1].shown and self.open[-1].name in WITHIN_PARAGRAPH:
            self.end(stop)
