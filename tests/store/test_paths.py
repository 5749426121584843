"""Where records and files lie."""

import pytest

from docctl.domain.registry.filing import Filing
from docctl.errors import TransitionRefused
from docctl.store import paths


def test_paths() -> None:
    assert paths.card_path("12/3-н") == "registry/12%2F3-н.yaml"
    assert paths.submission_path("S-2026-0007") == "registry/submissions/S-2026-0007.yaml"
    assert paths.edition_folder("158", 2) == "docs_store/158/2"
    assert paths.round_folder("S-2026-0007", 1) == "docs_store/submissions/S-2026-0007/1"


def test_the_lifecycle_files_by_them() -> None:
    filing: Filing = paths
    assert filing.edition_folder("submissions", 1) != filing.round_folder("S-2026-0001", 1)


@pytest.mark.parametrize("name", ["", "../x", "S-2026-7", "S-2026-0007\n", "s-2026-0007", "S-2026-٠٠٠٧"])
def test_what_is_no_id_of_a_submission_is_refused(name: str) -> None:
    with pytest.raises(TransitionRefused, match="is no submission"):
        paths.submission_path(name)
