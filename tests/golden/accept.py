"""Accept what is seen now: ``python -m tests.golden.accept``, then read ``git diff tests/golden``."""

import tempfile
from pathlib import Path

from tests.golden.sessions import kept, prepare, seen


def main() -> None:
    """Write every kept file anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        for session in kept():
            session.path.write_text(seen(session, folder), encoding="utf-8")


if __name__ == "__main__":
    main()
