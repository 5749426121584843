"""Generated pages are fresh, and say something of every rule and error."""

from docs.generate import pages


def test_generated_pages_are_fresh() -> None:
    stale = [path.name for path, text in pages().items() if path.read_text("utf-8") != text]
    assert not stale, "run `make docs`"
