import pytest

from docctl.store.persistence import TRIES, persistently


class Folder:
    """Gone for the first so many times that something is put there."""

    def __init__(self, gone: int, complaint: str) -> None:
        self.gone, self.complaint, self.asked = gone, complaint, 0

    def put(self) -> str:
        self.asked += 1
        if self.asked <= self.gone:
            raise OSError(self.complaint)
        return "put"


def test_a_folder_that_is_gone_for_a_moment_is_no_trouble() -> None:
    assert persistently(Folder(TRIES - 1, "failed to rename: No such file or directory").put) == "put"


@pytest.mark.parametrize(
    ("complaint", "asked"), [("No such file or directory", TRIES), ("No space left on device", 1)]
)
def test_what_stays_wrong_is_told(complaint: str, asked: int) -> None:
    folder = Folder(TRIES + 1, complaint)
    with pytest.raises(OSError, match=complaint):
        persistently(folder.put)
    assert folder.asked == asked
