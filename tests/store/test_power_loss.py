"""The power fails right after a transition was acknowledged: what the disk holds then is all of it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.kit.registries import registration, workspace
from tests.store.soundness import git, sound

ROUNDS = 4


@contextmanager
def mounted(image: Path, folder: Path) -> Iterator[Path]:
    folder.mkdir()
    done = subprocess.run(["mount", "-o", "loop", str(image), str(folder)], capture_output=True, check=False)
    if done.returncode != 0:
        pytest.skip("needs the right to mount an image")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("mkfs.ext4") is None, reason="needs root and mkfs.ext4")
def test_what_was_acknowledged_is_on_the_disk(tmp_path: Path) -> None:
    """The image is copied as it is, its file system still in use and nothing flushed, and mounted anew."""
    image = tmp_path / "image"
    with image.open("wb") as file:
        file.truncate(24 * 2**20)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
    with mounted(image, tmp_path / "disk") as disk:
        registry = workspace(disk / "w", ["1"])
        for edition in range(2, 2 + ROUNDS):
            with registry.writing() as writing:
                recorded = writing.record(registration("1", edition))
            copy = tmp_path / f"copy-{edition}"
            shutil.copyfile(image, copy)
            with mounted(copy, tmp_path / f"disk-{edition}") as after:
                head = git(after / "w", "rev-parse", "HEAD").strip()
                tag = git(after / "w", "rev-parse", f"edition/1/{edition}^{{commit}}").strip()
                assert (head, tag) == (recorded.commit, recorded.commit)
                assert sound(after / "w") == edition + 2
