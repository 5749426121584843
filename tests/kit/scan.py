"""A regulation that was scanned and turned into text, laid out as a Word file again.

The text has the pages one after the other, each with its running header as two lines of three columns.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

PAGE = re.compile(r"\d+\s*-\s*бет, \d+ беттен тұрады")
HEADING = re.compile(r"(\d{1,2})\t(\S.*)")
TAGS = re.compile(r"<[^<>]{0,80}>")
FIGURES = re.compile(r"\d+")
CONTENTS = "Мазмұны"
APPROVAL = "БЕКІТЕМІН"
COLUMNS = 5
"""Of the signature sheet."""


class Page(Struct):
    """A page: the two lines of its header, and its text."""

    header: tuple[str, str] | None
    lines: list[str]


def sketch_of_scan(text: str) -> str:
    """The scanned text as a sketch: a Word section to a page, each with the header that the page has."""
    return "\n".join(line for page in pages_of(text) for line in _page(page)) + "\n"


def pages_of(text: str) -> list[Page]:
    """The pages; the first one has no header."""
    lines = [TAGS.sub("", line.rstrip()).replace("|", "/") for line in text.split("\n")]
    pages = [Page(None, [])]
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if PAGE.search(following) and line.count("\t") >= 1:
            pages.append(Page((line, following), []))
        elif not PAGE.search(line):
            pages[-1].lines.append(line)
    return pages


def _page(page: Page) -> Iterator[str]:
    if page.header is None:
        yield from ("=== section first", *_title(page.lines))
        return
    yield from ("=== section", "=== header", *_header(page.header), "=== body")
    if any(line.strip() == CONTENTS for line in page.lines):
        yield from _contents(page.lines)
    else:
        yield from _text(page.lines)


def _header(lines: tuple[str, str]) -> Iterator[str]:
    (mark, organisation, edition), (_, title, pages) = (line.split("\t") for line in lines)
    current, total = FIGURES.findall(pages)
    fields = pages.replace(total, f"[[field=NUMPAGES|{total}]]").replace(
        current, f"[[field=PAGE|{current}]]", 1
    )
    yield f"| {mark.strip()} | {organisation.strip()} | {edition} |"
    yield f"| ^ | {title} | {fields} |"


def _title(lines: list[str]) -> Iterator[str]:
    align = "center"
    for line in lines:
        text = line.strip()
        if not text:
            align = "center"
            continue
        align = "right" if text == APPROVAL else align
        yield f"{{align={align}}} {text}"


def _contents(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line.strip():
            align = "left" if "\t" in line else "center"
            yield f"{{align={align}}} {line}"


def _text(lines: list[str]) -> Iterator[str]:
    for line in lines:
        heading = HEADING.fullmatch(line)
        if not line.strip():
            yield ""
        elif heading:
            yield f"{{style=heading 1}} {heading[1]} {heading[2]}"
        elif line.count("\t") >= COLUMNS - 1:
            cells = " | ".join(cell.strip() for cell in line.split("\t"))
            yield f"| {cells} |"
        else:
            yield line.strip()
