"""Ways to break a document that no edit of a sketch can say, by the names that ``word: edit:`` uses.

A defect of the text works on the sketch before it is laid out, one of the file on the finished parts.
"""

import io
import re
import zipfile
from collections.abc import Callable

from tests.kit.markup import tag
from tests.kit.pdf_file import A4, pdf, picture
from tests.kit.word_file import DATE, MAIN, WordFile, insert_run

SketchDefect = Callable[[str], str]
FileDefect = Callable[[WordFile], None]

SKETCH_DEFECTS: dict[str, SketchDefect] = {}
FILE_DEFECTS: dict[str, FileDefect] = {}
AUTHOR = 'w:author="A. Reader" w:date="2025-02-01T10:00:00Z"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships/"
HEADING = re.compile(r"^\{style=heading 1\} (?=[58])", re.MULTILINE)
CLAUSE = re.compile(r"^(?=6\.5\.? )", re.MULTILINE)
LETTER = """\
Уважаемые коллеги!
Приглашаем вас на совещание, которое состоится в понедельник в большом зале.
Просим подтвердить участие до пятницы.
"""
NEEDS = {
    "placeholder": {"fonts": "normal", "flavour": "word"},
    "heading_by_hand": {"headings": "style"},
    "contents_dirty": {"contents": "field"},
    "damaged_xml": {"conformance": "transitional"},
    "last_number_typed": {"numbers": "list"},
}
"""Options that a way must have for a defect to be one."""


def of_sketch(defect: SketchDefect) -> SketchDefect:
    """Register a defect of the text."""
    SKETCH_DEFECTS[defect.__name__] = defect
    return defect


def of_file(defect: FileDefect) -> FileDefect:
    """Register a defect of the file."""
    FILE_DEFECTS[defect.__name__] = defect
    return defect


@of_sketch
def letter_instead(sketch: str) -> str:
    """Another text altogether, of no kind that docctl knows; its pages are numbered."""
    return f"=== footer\n[[field=PAGE|1]]\n=== body\n{LETTER}=== page\nС уважением, оргкомитет.\n"


@of_sketch
def letter_without_page_numbers(sketch: str) -> str:
    """Another text altogether, of two pages without numbers."""
    return f"{LETTER}=== page\nС уважением, оргкомитет.\n"


@of_sketch
def heading_by_hand(sketch: str) -> str:
    """One heading among others is only bold."""
    return HEADING.sub("{bold} ", sketch, count=1)


@of_sketch
def uneven_indent(sketch: str) -> str:
    """One clause begins further in than the others."""
    return CLAUSE.sub("{first=35.4} ", sketch, count=1)


@of_file
def language_unset(file: WordFile) -> None:
    """Neither defaults nor styles nor runs say a language."""
    for name, data in file.parts.items():
        if name.endswith(".xml"):
            text = re.sub(r"<w:(?:lang|themeFontLang) [^>]*/>", "", data.decode())
            file.parts[name] = text.encode()


@of_file
def macros(file: WordFile) -> None:
    """A VBA project, in a file whose ending allows none."""
    file.add("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 VBA", "application/vnd.ms-office.vbaProject")
    file.link(MAIN, f"{MICROSOFT}vbaProject", "word/vbaProject.bin")


@of_file
def embedded_object(file: WordFile) -> None:
    """A spreadsheet inside the text."""
    name = "word/embeddings/oleObject1.bin"
    file.add(name, b"\xd0\xcf\x11\xe0 OLE", "application/vnd.openxmlformats-officedocument.oleObject")
    link = file.link(MAIN, "oleObject", name)
    ole = tag("o:OLEObject", Type="Embed", ProgID="Excel.Sheet.12", r_id=link)
    insert_run(file, tag("w:r", tag("w:object", ole)))


@of_file
def external_template(file: WordFile) -> None:
    """A template on another computer."""
    address = "https://example.org/template.dotm"
    link = file.link("word/settings.xml", "attachedTemplate", address, external=True)
    template = tag("w:attachedTemplate", r_id=link)
    file.replace("<w:zoom ", f"{template}<w:zoom ", "word/settings.xml")


@of_file
def dde_field(file: WordFile) -> None:
    """A field that starts another program."""
    insert_run(file, tag("w:fldSimple", "<w:r><w:t/></w:r>", w_instr=' DDEAUTO c:\\\\a.exe "x" '))


@of_file
def external_picture(file: WordFile) -> None:
    """A picture that is fetched from elsewhere."""
    link = file.link(MAIN, "image", "https://example.org/logo.png", external=True)
    insert_run(file, tag("w:r", tag("w:pict", tag("v:shape", tag("v:imagedata", r_id=link)))))


@of_file
def control(file: WordFile) -> None:
    """An ActiveX control."""
    name = "word/activeX/activeX1.xml"
    file.add(name, b"<ax:ocx xmlns:ax='urn:x'/>", "application/vnd.ms-office.activeX+xml")
    link = file.link(MAIN, "control", name)
    insert_run(file, tag("w:r", tag("w:object", tag("w:control", r_id=link, w_name="Button"))))


@of_file
def external_part(file: WordFile) -> None:
    """A document that is pasted in when the file is opened."""
    link = file.link(MAIN, "aFChunk", "https://example.org/part.docx", external=True)
    file.replace("<w:sectPr", f"{tag('w:altChunk', r_id=link)}<w:sectPr")


@of_file
def tracked_insertion(file: WordFile) -> None:
    """A word that was inserted and not accepted."""
    insert_run(file, f'<w:ins w:id="901" {AUTHOR}><w:r><w:t>.</w:t></w:r></w:ins>')


@of_file
def tracked_deletion(file: WordFile) -> None:
    """A word that was deleted and not accepted."""
    insert_run(file, f'<w:del w:id="902" {AUTHOR}><w:r><w:delText>жаңа</w:delText></w:r></w:del>')


@of_file
def tracked_format(file: WordFile) -> None:
    """A format that was changed and not accepted."""
    change = f'<w:rPrChange w:id="903" {AUTHOR}><w:rPr/></w:rPrChange>'
    insert_run(file, f"<w:r><w:rPr>{change}</w:rPr><w:t></w:t></w:r>")


@of_file
def tracked_paragraph_mark(file: WordFile) -> None:
    """A paragraph that was split, and the split not accepted."""
    mark = f'<w:rPr><w:ins w:id="904" {AUTHOR}/></w:rPr>'
    text = file.parts[MAIN].decode()
    file.parts[MAIN] = re.sub(r"(<w:p><w:pPr>(?:(?!<w:rPr>|</w:pPr>).)*)</w:pPr>", rf"\1{mark}</w:pPr>",
                              text, count=1).encode()  # fmt: skip


@of_file
def comment_left(file: WordFile) -> None:
    """A comment of a reader."""
    inside = "<w:p><w:r><w:t>Нақтылау керек</w:t></w:r></w:p>"
    comment = f'<w:comment w:id="0" {AUTHOR} w:initials="AR">{inside}</w:comment>'
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    file.add(
        "word/comments.xml", f'<w:comments xmlns:w="{namespace}">{comment}</w:comments>'.encode(), "comments"
    )
    file.link(MAIN, "comments", "word/comments.xml")
    marks = '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/>'
    insert_run(file, f'{marks}<w:r><w:commentReference w:id="0"/></w:r>')


@of_file
def hidden_run(file: WordFile) -> None:
    """Words that only the screen hides."""
    insert_run(file, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>жасырын</w:t></w:r>")


@of_file
def placeholder(file: WordFile) -> None:
    """A content control that nobody filled in."""
    content = "<w:sdtContent><w:r><w:t>Мәтін енгізіңіз</w:t></w:r></w:sdtContent>"
    insert_run(file, f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{content}</w:sdt>")


@of_file
def mirror_margins(file: WordFile) -> None:
    """Pages as in a book."""
    file.replace("<w:compat>", "<w:mirrorMargins/><w:compat>", "word/settings.xml")


@of_file
def empty_page(file: WordFile) -> None:
    """Two page breaks with nothing between them."""
    text = file.parts[MAIN].decode()
    end = text.rindex("<w:sectPr")
    broken = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    file.parts[MAIN] = f"{text[:end]}{broken}{broken}{text[end:]}".encode()


@of_file
def contents_dirty(file: WordFile) -> None:
    """Word holds the contents for not up to date."""
    text = file.parts[MAIN].decode()
    before, mark, after = text.partition(" TOC ")
    begin = before.rindex('w:fldCharType="begin"')
    file.parts[MAIN] = f'{before[:begin]}w:dirty="true" {before[begin:]}{mark}{after}'.encode()


@of_file
def last_number_typed(file: WordFile) -> None:
    """The last clause, 9.5, has its number typed while the others have theirs from a list."""
    text = file.parts[MAIN].decode()
    before, level, after = text.rpartition('<w:numPr><w:ilvl w:val="1"/>')
    after = re.sub(r'w:numId w:val="1"', 'w:numId w:val="0"', after, count=1)
    after = re.sub(r"(<w:t(?: [^>]*)?>)", r"\g<1>9.5 ", after, count=1)
    file.parts[MAIN] = f"{before}{level}{after}".encode()


@of_file
def damaged_file(file: WordFile) -> None:
    """The end of the file is lost."""
    data = file.data()
    file.raw = data[: len(data) // 2]


@of_file
def damaged_xml(file: WordFile) -> None:
    """The main part ends in the middle."""
    file.parts[MAIN] = file.parts[MAIN][:-200]


@of_file
def encrypted(file: WordFile) -> None:
    """What Word writes when a password is set."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    file.raw = header + "EncryptedPackage".encode("utf-16-le").ljust(1024, b"\0")


@of_file
def other_ending(file: WordFile) -> None:
    """The name says something else than the file is."""
    file.name = "draft.pdf"


@of_file
def scanned(file: WordFile) -> None:
    """A PDF whose only page is a picture."""
    width, height = A4
    file.raw = pdf([picture(0, 0, width, height)])
    file.name = "draft.pdf"


@of_file
def open_document(file: WordFile) -> None:
    """An OpenDocument workbook."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", DATE), "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(zipfile.ZipInfo("content.xml", DATE), "<office:document-content xmlns:office='o'/>")
    file.raw = buffer.getvalue()
    file.name = "draft.ods"
