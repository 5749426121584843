"""What annotating costs, as a ratio to the check in one run: ``python -m benchmarks.annotate``.

A draft of 300 pages with about 500 findings is checked, with and without ``--annotate``, each in a process of
its own. Annotating is the difference: the comments, the parts written anew, the archive copied, the proof,
which reads the result once more. Compared by processor time (see `benchmarks.check`).
"""

import json
import subprocess
import tempfile
import zipfile
from pathlib import Path

from benchmarks.check import check, line, paired
from benchmarks.drafts import write_draft

PAGES = 300
FINDINGS = 500
MAIN = "word/document.xml"
FAULT = ("жұмыс  істейді", "</w:t></w:r></w:p>")
"""Two spaces, put in before the end of a paragraph: one finding each."""


def findings(path: Path) -> int:
    """How many findings the check has."""
    done = subprocess.run([*check(path), "--format", "json"], capture_output=True, check=False)
    return len(json.loads(done.stdout)["documents"][0]["findings"])


def spoil(source: Path, target: Path, faults: int) -> None:
    """The draft with so many faults more, in paragraphs spread over its second half."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name).decode()
            after.writestr(name, _spoilt(text, faults) if name == MAIN else text)


def _spoilt(document: str, faults: int) -> str:
    words, end = FAULT
    head, *pieces = document.rsplit(end, faults)
    return head + "".join(f" {words}{end}{piece}" for piece in pieces)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain, draft = folder / "plain.docx", folder / "300.docx"
        write_draft(plain, PAGES)
        spoil(plain, draft, FINDINGS - findings(plain))
        command = [*check(draft), "--annotate", str(folder / "reviewed")]
        both, alone = paired(command, check(draft))
        found = findings(draft)
    annotating = both.computing - alone.computing
    detail = f"{annotating:.2f} s / {alone.computing:.2f} s, {found} findings, {both.peak_mib:.0f} MiB"
    line("300 pages: annotating ÷ check", annotating / alone.computing, "≤ 1.50", detail)
    line("300 pages: check --annotate ÷ check", both.computing / alone.computing, "≤ 2.50", detail)


if __name__ == "__main__":
    main()
