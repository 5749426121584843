"""Pages that are pictures: rendered by pdfium, read by Tesseract in Kazakh, Russian and English."""

import ctypes
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from docctl.confinement import Confinement, confined, run_confined
from docctl.errors import UnreadableDraft, UsageError
from docctl.pdf.limits import MIB
from docctl.pdf.opening import library, opened
from docctl.pdf.page import Line, Page, Span

_LANGUAGES = ("kaz", "rus", "eng")
_DPI = 300
_MM = 25.4 / _DPI
"""Millimetres in a dot."""
_LARGEST = 450.0
"""Millimetres of the longest side that is rendered as fine; larger pages are rendered coarser."""
_SURE = 30.0
"""Least confidence of a word, in per cent."""
_LEVEL_WORD = "5"
_POINTS = 72 / 25.4
_HEIGHT = 0.7
"""Height of a word of mixed letters, in sizes of its letters."""
_GAP = 3.0
"""Sizes of the letters from which on words of a line stand in cells of their own."""
_RENDERING = Confinement(seconds=20.0, computing=15, memory=900 * MIB)
_READING = Confinement(seconds=90.0, computing=120, memory=1500 * MIB)


class Word(Struct, frozen=True):
    """A word that Tesseract has read, in dots from the top left of the picture."""

    line: tuple[str, str, str]
    text: str
    left: int
    top: int
    width: int
    height: int


def recognised(data: bytes, pages: Sequence[Page], numbers: Sequence[int]) -> tuple[Page, ...]:
    """The pages, those of these numbers with the lines that Tesseract reads on them.

    Raises UsageError when Tesseract or a language of it is not installed, UnreadableDraft when a page takes
    too long.
    """
    program = require_tesseract()
    wanted = frozenset(numbers)
    return tuple(_recognised(data, page, program) if page.number in wanted else page for page in pages)


def require_tesseract() -> str:
    """The path of the program; raises UsageError that says what to install."""
    program = shutil.which("tesseract")
    missing = [] if program is None else [name for name in _LANGUAGES if name not in _installed(program)]
    if program is None or missing:
        raise UsageError(
            "Recognising scans needs Tesseract with the languages {languages}: "
            "install the packages {packages}.",
            languages=", ".join(_LANGUAGES),
            packages=" ".join(["tesseract-ocr", *(f"tesseract-ocr-{name}" for name in _LANGUAGES)]),
        )
    return str(Path(program).resolve())


def _installed(program: str) -> frozenset[str]:
    with TemporaryDirectory(prefix="docctl-ocr-") as folder:
        listed = run_confined((str(Path(program).resolve()), "--list-langs"), _READING, Path(folder))
    return frozenset(listed.decode("utf-8", "replace").split())


def _recognised(data: bytes, page: Page, program: str) -> Page:
    picture = confined(lambda: _rendered(data, page), _RENDERING)
    with TemporaryDirectory(prefix="docctl-ocr-") as name:
        folder = Path(name)
        (folder / "page.pgm").write_bytes(picture)
        command = (program, "page.pgm", "-", "-l", "+".join(_LANGUAGES), "--dpi", str(_DPI), "tsv")
        try:
            table = run_confined(command, _READING, folder, {"OMP_THREAD_LIMIT": "1"})
        except UnreadableDraft as error:
            raise UnreadableDraft(
                "the letters of page {page} cannot be recognised: {reason}",
                page=page.number,
                reason=str(error),
            ) from error
    lines = tuple(lines_of(words_of(table.decode("utf-8", "replace")), _scale(page)))
    return replace(page, lines=lines)


def _scale(page: Page) -> float:
    """Millimetres in a dot of the rendered page."""
    return _MM * max(max(page.width, page.height) / _LARGEST, 1.0)


def _rendered(data: bytes, page: Page) -> bytes:
    """The page as a grey picture in the format PGM; runs in the confined process."""
    pdfium = library()
    scale = _scale(page)
    width, height = max(int(page.width / scale), 1), max(int(page.height / scale), 1)
    with opened(pdfium, data) as document:
        handle = pdfium.FPDF_LoadPage(document, page.number - 1)
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        rows = _rows(pdfium, bitmap, width, height)
    return b"P5 %d %d 255\n" % (width, height) + rows


def _rows(pdfium: Any, bitmap: Any, width: int, height: int) -> bytes:
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    return b"".join(dots[row * stride : row * stride + width] for row in range(height))


def words_of(table: str) -> Iterator[Word]:
    """The words of a table that Tesseract wrote (tsv)."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != _LEVEL_WORD or not cells[11].strip():
            continue
        if float(cells[10]) >= _SURE:
            left, top, width, height = map(int, cells[6:10])
            yield Word((cells[2], cells[3], cells[4]), cells[11].strip(), left, top, width, height)


def lines_of(words: Iterator[Word], scale: float) -> Iterator[Line]:
    """The lines that words stand in, in the order of reading.

    Args:
        words: in the order of reading.
        scale: millimetres in a dot.
    """
    open_words: list[Word] = []
    for word in words:
        if open_words and (word.line != open_words[-1].line or _apart(open_words[-1], word)):
            yield _line(open_words, scale)
            open_words = []
        open_words.append(word)
    if open_words:
        yield _line(open_words, scale)


def _apart(before: Word, word: Word) -> bool:
    return word.left - before.left - before.width > _GAP * max(word.height, before.height)


def _line(words: list[Word], scale: float) -> Line:
    text = " ".join(word.text for word in words)
    left, top = min(word.left for word in words), min(word.top for word in words)
    right = max(word.left + word.width for word in words)
    bottom = max(word.top + word.height for word in words)
    tall = sorted(word.height for word in words)[len(words) // 2]
    size = round(2 * tall * scale * _POINTS / _HEIGHT) / 2
    span = Span(text, left * scale, right * scale, "", size)
    return Line(text, left * scale, top * scale, right * scale, bottom * scale, (span,))
