"""The use case `restore`: a backup becomes a workspace again."""

from pathlib import Path

from docctl.store.backup.restoring import Restored, restore


def restored(file: Path, folder: Path) -> Restored:
    """Put the backup into the folder and verify it; raises what `restore` of the store raises."""
    return restore(file, folder)
