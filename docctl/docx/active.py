"""Content that can act, or brings something from elsewhere, when the file is opened.

Judged by the types of relations and parts and by the names of fields, never by what a part holds. Targets are
named, never fetched. An ordinary hyperlink is not active, nor is the workbook behind a chart: it is its data.
"""

from collections.abc import Iterable, Iterator

from docctl.docx.package import Package, Relationship
from docctl.domain.draft import ActiveContent, ActiveKind

MACROS_TYPE = "application/vnd.ms-office.vbaproject"
CHART_TYPES = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        "application/vnd.ms-office.chartex+xml",
    }
)
CHART_FOLDER = "/charts/"

INSIDE = {
    "vbaProject": ActiveKind.MACROS,
    "oleObject": ActiveKind.EMBEDDED_OBJECT,
    "package": ActiveKind.EMBEDDED_OBJECT,
    "aFChunk": ActiveKind.EMBEDDED_OBJECT,
    "control": ActiveKind.CONTROL,
    "subDocument": ActiveKind.EXTERNAL_PART,
}
OUTSIDE = {
    "attachedTemplate": ActiveKind.EXTERNAL_TEMPLATE,
    "mailMergeSource": ActiveKind.EXTERNAL_DATA,
    "mailMergeHeaderSource": ActiveKind.EXTERNAL_DATA,
    "oleObject": ActiveKind.EXTERNAL_DATA,
    "package": ActiveKind.EXTERNAL_DATA,
    "externalLinkPath": ActiveKind.EXTERNAL_DATA,
}
"""Any other relation to something outside is an external part: a picture, a frame, a subdocument."""
HYPERLINK = "hyperlink"
BEHIND_CHART = frozenset({"package", "oleObject"})
NO_TARGETS = frozenset({"", "null", "about:blank"})
"""What some programs leave as the target of a picture that is not linked."""
USUAL_TEMPLATES = frozenset({"normal.dotm", "normal.dot", "normal.dotx"})
"""Word's own template, which every computer has: naming it brings nothing from elsewhere."""
REMOTE = ("//", "http:", "https:", "ftp:", "file://")

FIELDS = {
    "DDE": ActiveKind.DDE_FIELD,
    "DDEAUTO": ActiveKind.DDE_FIELD,
    "DATABASE": ActiveKind.EXTERNAL_DATA,
    "LINK": ActiveKind.EXTERNAL_DATA,
    "IMPORT": ActiveKind.EXTERNAL_DATA,
    "INCLUDE": ActiveKind.EXTERNAL_PART,
    "INCLUDETEXT": ActiveKind.EXTERNAL_PART,
    "INCLUDEPICTURE": ActiveKind.EXTERNAL_PART,
    "RD": ActiveKind.EXTERNAL_PART,
    "HTMLACTIVEX": ActiveKind.CONTROL,
}
LONGEST_DETAIL = 200


def active_content(package: Package, field_instructions: Iterable[str] = ()) -> tuple[ActiveContent, ...]:
    """Every piece of active content once: by relations, by types of parts, by instructions of fields.

    Raises UnreadableDraft when a part that holds relations is damaged.
    """
    found = [*_related(package), *_macros(package), *_fields(field_instructions)]
    return tuple(dict.fromkeys(found))


def _related(package: Package) -> Iterator[ActiveContent]:
    for source in package.sources():
        for relationship in package.all_relationships(source):
            kind = _kind(package, source, relationship)
            if kind is not None:
                yield ActiveContent(kind, relationship.target[:LONGEST_DETAIL])


def _kind(package: Package, source: str, relationship: Relationship) -> ActiveKind | None:
    if relationship.external:
        return _kind_outside(relationship)
    if relationship.role in BEHIND_CHART and _is_chart(package, source):
        return ActiveKind.MACROS if "macroenabled" in package.content_type(relationship.target) else None
    return INSIDE.get(relationship.role)


def _kind_outside(relationship: Relationship) -> ActiveKind | None:
    target = relationship.target.strip().lower()
    if relationship.role == HYPERLINK or target in NO_TARGETS:
        return None
    if relationship.role == "attachedTemplate" and _is_usual_template(target):
        return None
    return OUTSIDE.get(relationship.role, ActiveKind.EXTERNAL_PART)


def _is_usual_template(target: str) -> bool:
    """Whether it is Word's own template on the computer itself, not one of that name elsewhere."""
    path = target.replace("\\", "/").removeprefix("file:///")
    return path.rpartition("/")[2] in USUAL_TEMPLATES and not path.startswith(REMOTE)


def _is_chart(package: Package, part: str) -> bool:
    return package.content_type(part) in CHART_TYPES or CHART_FOLDER in f"/{part.lower()}"


def _macros(package: Package) -> Iterator[ActiveContent]:
    """Macro projects by their type, wherever they hang; the type must be the part's own, not its ending's."""
    for name in package.names:
        if package.own_content_type(name) == MACROS_TYPE:
            yield ActiveContent(ActiveKind.MACROS, name[:LONGEST_DETAIL])


def _fields(instructions: Iterable[str]) -> Iterator[ActiveContent]:
    for instruction in instructions:
        name = instruction.split(maxsplit=1)[:1]
        kind = FIELDS.get(name[0].upper()) if name else None
        if kind is not None:
            yield ActiveContent(kind, " ".join(instruction[:LONGEST_DETAIL].split()))
