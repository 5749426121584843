"""The session in the README is what docctl really prints."""

from tests.content import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_the_session_is_the_golden_one() -> None:
    session = README.split("```console\n")[1].split("```")[0]
    assert session == (ROOT / "tests" / "golden" / "check.en.txt").read_text("utf-8")


def test_every_link_leads_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.name} → {target}"
        for page in pages
        for target in _targets(page.read_text("utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert not broken


def _targets(text: str) -> list[str]:
    return [piece.split(")")[0].split("#")[0] for piece in text.split("](")[1:]]
