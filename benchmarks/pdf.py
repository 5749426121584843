"""What checking a PDF costs, as a ratio to plain extraction in one run: ``python -m benchmarks.pdf``.

LibreOffice makes a PDF of a draft of 300 pages. The baseline is pypdfium2 extracting the text of every page,
in a process of its own that does nothing else; the check is `docctl check`, from its start to its exit code.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.check import check, line, paired
from benchmarks.drafts import write_draft
from docctl.conversion.office import find_office

PAGES = 300
EXTRACTION = """
import sys
from pypdfium2 import PdfDocument
document = PdfDocument(sys.argv[1])
print(len(document), sum(len(page.get_textpage().get_text_range()) for page in document))
"""


def extraction(path: Path) -> list[str]:
    """The baseline as a command: all text of the file, page by page."""
    return [sys.executable, "-c", EXTRACTION, str(path)]


def write_pdf(path: Path, pages: int) -> None:
    """Write the PDF of a draft of about so many pages."""
    office = find_office()
    if office is None:
        raise SystemExit("This benchmark needs LibreOffice.")
    word = path.with_suffix(".docx")
    write_draft(word, pages)
    path.write_bytes(office.converted(word.read_bytes(), "docx", "pdf"))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        draft = Path(name) / "300.pdf"
        write_pdf(draft, PAGES)
        told = subprocess.run(extraction(draft), capture_output=True, text=True, check=True).stdout.split()
        checked, extracted = paired(check(draft), extraction(draft))
    seconds = f"{checked.computing:.2f} s / {extracted.computing:.2f} s"
    detail = f"{seconds}, {told[0]} pages, {told[1]} letters, {checked.peak_mib:.0f} MiB"
    line("300 pages of PDF: check ÷ extraction", checked.computing / extracted.computing, "≤ 1.50", detail)


if __name__ == "__main__":
    main()
