"""Changes to the text of any sample, from which single defects are made."""

import re
from collections.abc import Callable
from functools import partial

Change = Callable[[str], str]

LINES = re.MULTILINE
CLAUSE = r"^({section}\.{number}\.?) (.*)$"
RIGHTS = "Құқықтары|Права|Rights"
LIABILITY = "Жауапкершілігі|Ответственность|Responsibility"
CONTENTS = r"\{align=center, bold\} (?:Мазмұны|Содержание|Contents)\n"
ACQUAINTANCE = (
    r"=== page\n\{style=heading 1\} (?:\d+ )?(?:Танысу парағы|Лист ознакомления|Acquaintance sheet)\n"
)
CHANGES = (
    r"=== page\n\{style=heading 1\} (?:\d+ )?"
    r"(?:Өзгерістер мен толықтыруларды тіркеу парағы|Лист регистрации изменений и дополнений|Change sheet)\n"
)
SIGNATURES = r"=== page\n(?:\{align=center, bold\} [^\n]+\n)?\|! \|[^\n]*\n(?:\|[^\n]*\n)+\n"
HEADER = r"=== header\n(?:\|[^\n]*\n)+"


def sub(pattern: str, replacement: str, sketch: str) -> str:
    """The first match replaced; the sketch itself where nothing matches."""
    return re.sub(pattern, replacement, sketch, count=1, flags=LINES)


def every(pattern: str, replacement: str, sketch: str) -> str:
    """Every match replaced."""
    return re.sub(pattern, replacement, sketch, flags=LINES)


def clause(section: int, number: int, replacement: str) -> Change:
    r"""A clause rewritten: ``\1`` is its number, ``\2`` its text."""
    return partial(sub, CLAUSE.format(section=section, number=number), replacement)


def second_header(pattern: str, replacement: str) -> Change:
    """A later Word section whose header differs in one respect."""

    def change(sketch: str) -> str:
        header = re.search(HEADER, sketch)
        assert header
        changed = re.sub(pattern, replacement, header[0])
        if changed == header[0]:
            return sketch
        place = re.search(r"^\{style=heading 1\} 4", sketch, LINES)
        assert place
        return f"{sketch[: place.start()]}=== section\n{changed}=== body\n{sketch[place.start() :]}"

    return change


def swapped_headings(sketch: str) -> str:
    """Two neighbouring sections change places, headings and contents alike."""
    found = re.search(RIGHTS, sketch), re.search(LIABILITY, sketch)
    if not all(found):
        return sketch
    first, second = (match[0] for match in found if match)
    marked = sketch.replace(f" {first}\n", " @@\n").replace(f"\\t{first}\\t", "\\t@@\\t")
    marked = marked.replace(f" {second}\n", f" {first}\n").replace(f"\\t{second}\\t", f"\\t{first}\\t")
    return marked.replace("@@", second)


def renamed(pattern: str, new: str) -> Change:
    """A section under another heading, in the contents too."""

    def change(sketch: str) -> str:
        found = re.search(rf"^\{{style=heading 1\}} \d+\.? ({pattern})$", sketch, LINES)
        if not found:
            return sketch
        old = found[1]
        sketch = sketch.replace(f" {old}\n", f" {new}\n")
        return sketch.replace(f"\\t{old}\\t", f"\\t{new}\\t")

    return change


def emptied(sketch: str) -> str:
    """A section without text."""
    found = re.search(rf"^(\{{style=heading 1\}} (\d+)\.? (?:{RIGHTS})\n)((?!\{{style).*\n)+", sketch, LINES)
    return sketch.replace(found[0], found[1]) if found else sketch


def swapped_lines(sketch: str, one: str, other: str) -> str:
    lines = sketch.split("\n")
    places = [next(n for n, line in enumerate(lines) if line.startswith(start)) for start in (one, other)]
    first, second = places
    lines[first], lines[second] = lines[second], lines[first]
    return "\n".join(lines)


def homoglyph(sketch: str) -> str:
    """Russian а as Latin a, or the reverse, within a word of a clause."""
    found = re.search(r"^1\.5.*$", sketch, LINES)
    assert found
    line = found[0]
    for old, new in (("ар", "aр"), ("ре", "рe"), ("ол", "oл"), ("ar", "аr"), ("en", "еn")):
        if old in line:
            return sketch.replace(line, line.replace(old, new, 1))
    return sketch


def without_last_column(pattern: str) -> Change:
    """A table without its last column; the pattern is that of its lines."""

    def shorter(found: re.Match[str]) -> str:
        lines = (line.rstrip("| ").rpartition("|")[0].rstrip() + " |" for line in found[0].splitlines())
        return "\n".join(lines) + "\n"

    return lambda sketch: re.sub(pattern, shorter, sketch, count=1, flags=LINES)


def developer_agrees(sketch: str) -> str:
    """The one who developed it agrees with it."""
    found = re.search(r"^\| (?:Жасақтаған|Разработал|Developed by) \|[^|]*\|([^|]*)\|", sketch, LINES)
    assert found
    agreed = r"^(\| \^ \|[^|]*\|)[^|]*(?=\| \| \d\d\.)"
    return re.sub(agreed, rf"\1{found[1]}", sketch, count=1, flags=LINES)
