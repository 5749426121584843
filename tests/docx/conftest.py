"""LibreOffice as an oracle: one start of it turns all list scenarios into text."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.docx.list_scenarios import SCENARIOS
from tests.docx.parts import write_document

SECONDS = 120


def require_soffice() -> str:
    """The program; without it the test is skipped, except in CI."""
    program = shutil.which("soffice")
    if program is None and os.environ.get("CI") == "true":
        pytest.fail("CI needs LibreOffice: soffice is not installed")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return program


def office_text(files: list[Path], folder: Path) -> dict[Path, str]:
    """Word files as LibreOffice writes them as text."""
    command = [
        require_soffice(),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(folder / "text"),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    texts = {file: folder / "text" / f"{file.stem}.txt" for file in files}
    return {file: text.read_text("utf-8-sig") for file, text in texts.items() if text.exists()}


@pytest.fixture(scope="session")
def office_labels(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[str, ...]]:
    """The labels that LibreOffice shows in each scenario."""
    folder = tmp_path_factory.mktemp("office")
    files = {}
    for number, (name, scenario) in enumerate(SCENARIOS.items()):
        files[name] = folder / f"{number}.docx"
        write_document(
            files[name],
            styles=scenario.styles,
            numbering=scenario.numbering,
            properties=scenario.properties,
        )
    texts = office_text(list(files.values()), folder)
    return {
        name: tuple(line.removesuffix("x").strip() for line in texts[file].splitlines())
        for name, file in files.items()
    }
