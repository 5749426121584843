"""Every template of a folder built beside its source: ``python -m docctl.templating.building templates``."""

import sys
from pathlib import Path

from docctl.errors import ConfigurationError
from docctl.templating.building import build
from docctl.templating.source import read_source, sources

FILE = "template.docx"


def rebuild(folder: Path) -> None:
    """Build the templates whose sources lie in the folder; raises ConfigurationError."""
    for path in sources(folder):
        path.with_name(FILE).write_bytes(build(read_source(path, [folder])))


if __name__ == "__main__":
    try:
        rebuild(Path(sys.argv[1]))
    except ConfigurationError as error:
        sys.exit(str(error))
