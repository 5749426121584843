"""Drafts of any length for the benchmarks: Word files as Word itself writes them, run by run."""

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

PARAGRAPHS_PER_PAGE = 20
WORDS = (
    "бөлім ішкі нормативтік құжаттардың тізілімін жүргізеді және олардың жобаларын белгіленген тәртіппен "
    "тексереді университет қызметкерлері мен білім алушылардың хабардар болу деңгейіне талдау жасайды"
).split()
TITLE_PAGE = ("«Сарыарқа университеті» КеАҚ", "ЕРЕЖЕ", "ҚҰЖАТ БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ", "№ 12", "Алматы, 2026")
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>
<Override PartName="/word/header1.xml" ContentType="{WORD}.header+xml"/>
</Types>"""
PACKAGE_RELS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>"""
DOCUMENT_RELS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{OFFICE}/header" Target="header1.xml"/></Relationships>"""
STYLES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>
<w:sz w:val="28"/><w:lang w:val="kk-KZ"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Body Text"/><w:basedOn w:val="a"/>
<w:pPr><w:jc w:val="both"/></w:pPr></w:style></w:styles>"""
HEADER = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr {W}><w:p><w:r><w:t>Басылым: бірінші</w:t></w:r></w:p></w:hdr>"""
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="709" w:footer="709"/>'
    "</w:sectPr>"
)


def write_draft(path: Path, pages: int) -> int:
    """Write a draft of about so many pages; the number of its paragraphs is returned."""
    paragraphs = list(_paragraphs(pages * PARAGRAPHS_PER_PAGE))
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {W} {R}><w:body>{"".join(paragraphs)}{SECTION}'
    )
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELS,
        "word/_rels/document.xml.rels": DOCUMENT_RELS,
        "word/document.xml": document + "</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/header1.xml": HEADER,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return len(paragraphs)


def _paragraphs(count: int) -> Iterator[str]:
    choose = random.Random(158)
    yield from (_paragraph("a", [line]) for line in TITLE_PAGE)
    yield PAGE_BREAK
    for number in range(count - len(TITLE_PAGE) - 1):
        section, clause = divmod(number, 20)
        if clause:
            words = [choose.choice(WORDS) for _ in range(22)]
            runs = [f"{section + 1}.{clause}\t", *(" ".join(words[i : i + 8]) + " " for i in (0, 8, 16))]
            runs[-1] = runs[-1].rstrip() + "."
            yield _paragraph("a3", runs)
        else:
            yield _paragraph("1", [f"{section + 1} Негізгі міндеттері"])


def _paragraph(style: str, runs: list[str]) -> str:
    return (
        f'<w:p w:rsidR="00A77427"><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(map(_run, runs))}</w:p>'
    )


def _run(text: str) -> str:
    shown = "".join(
        f"<w:tab/>{piece}" if i else piece for i, piece in enumerate(map(_text, text.split("\t")))
    )
    return f'<w:r w:rsidRPr="00B1"><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>{shown}</w:r>'


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>' if text else ""
