import pytest

from docctl.checking.breaks import least_pages, page_ordinals
from docctl.checking.sketch import read_sketch


@pytest.mark.parametrize(
    ("sketch", "ordinals", "pages"),
    [
        ("one\ntwo", [0, 0], 1),
        ("one\n=== page\ntwo", [0, 1], 2),
        ("one\n=== section\ntwo", [0, 1], 2),
        ("one\n=== section continuous\ntwo", [0, 0], 1),
        ("{breaks} one\ntwo", [0, 1], 2),
        ("{breaks} one\n{page} two", [0, 1], 2),
        ("{breaks=2} one\ntwo", [0, 2], 2),
        ("one\n=== page\n| two | three |", [0, 1, 1], 2),
        ("", [], 0),
    ],
)
def test_pages_that_breaks_make(sketch: str, ordinals: list[int], pages: int) -> None:
    draft = read_sketch(sketch)
    assert list(page_ordinals(draft.paragraphs(), draft.sections)) == ordinals
    assert least_pages(draft) == pages
