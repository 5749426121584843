"""The index of the documentation names every page, and every link in it leads somewhere."""

import re

from tests.content import ROOT

DOCS = ROOT / "docs"
LINKS = re.compile(r"\]\(([^)#]+)\)")


def test_every_page_is_named() -> None:
    named = set(LINKS.findall((DOCS / "README.md").read_text(encoding="utf-8")))
    pages = {str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md") if page.parent.name != "adr"}
    assert pages - {"README.md"} <= named


def test_every_link_leads_somewhere() -> None:
    for page in DOCS.rglob("*.md"):
        for link in LINKS.findall(page.read_text(encoding="utf-8")):
            if "://" not in link:
                assert (page.parent / link).exists(), (page.name, link)
