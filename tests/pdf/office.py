"""PDF twins of Word files, made by one start of LibreOffice."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.docx.conftest import require_soffice

SECONDS = 300


def as_pdf(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Word files by names of one's own as PDF files."""
    source, made = folder / "word", folder / "pdf"
    source.mkdir(parents=True)
    for number, data in enumerate(files.values()):
        (source / f"{number}.docx").write_bytes(data)
    command = [require_soffice(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(made), *map(str, sorted(source.iterdir()))]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return {name: (made / f"{number}.pdf").read_bytes() for number, name in enumerate(files)}
