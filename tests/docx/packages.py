"""Small Office packages for tests: well-formed ones, and the ZIP lies that a hostile one tells."""

import io
import zipfile
from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_XMLNS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

Parts = Mapping[str, bytes | str]


def document(body: str = "<w:p><w:r><w:t>Мәтін</w:t></w:r></w:p>") -> str:
    """A main document part."""
    return f"<w:document {WORD_XMLNS}><w:body>{body}</w:body></w:document>"


def content_types(overrides: Mapping[str, str] | None = None) -> str:
    """`[Content_Types].xml`; by default of a plain Word document."""
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (overrides or {"word/document.xml": WORD_TYPE}).items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{rows}</Types>"
    )


def relationships(*rows: tuple[str, str, bool] | tuple[str, str]) -> str:
    """A relations part from (type's last word or whole type, target, external)."""
    elements = "".join(_relationship(at, *row) for at, row in enumerate(rows, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{elements}</Relationships>'


def _relationship(at: int, kind: str, target: str, external: bool = False) -> str:
    whole = kind if "/" in kind else f"{OFFICE}/{kind}"
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="rId{at}" Type="{whole}" Target="{target}"{mode}/>'


def parts(**changes: bytes | str) -> dict[str, bytes | str]:
    """The parts of the smallest Word file; keyword `document` replaces its main part."""
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": changes.get("document", document()),
    }


def packed(contents: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word(extra: Parts | None = None, **changes: bytes | str) -> bytes:
    """A Word file with extra or replaced parts."""
    return packed({**parts(**changes), **(extra or {})})
