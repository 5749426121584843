"""A bad draft to show the check on: ``python -m tests.kit.demo out/draft.docx``.

A compliant regulation is broken in a handful of believable ways, none of which a reader notices at once.
"""

import sys
from pathlib import Path

from docctl.checking.cases import Edits, edited
from docctl.checking.sketch import read_sketch
from tests.content import samples
from tests.kit.building import lay_out
from tests.kit.defects import FILE_DEFECTS
from tests.kit.options import Numbers, Runs, TitleBlock
from tests.kit.way import Way

BASE = "regulation-kk"
DEFECTS = Edits(
    replace=(
        ("{align=right} «27» ақпан 2025 жыл", "{align=right} «31» ақпан 2025 жыл"),
        (
            "{align=center} Цифрлық даму бөлімі туралы ереже",
            "{align=center} Цифрлық дамыту бөлімі туралы ереже",
        ),
        ("| Г.Н. Өтегенова | | 24.02.2025 |", "| | | 24.02.2025 |"),
        ("{toc} 5\\tНегізгі міндеттері\\t6", "{toc} 5\\tНегізгі міндеті\\t6"),
        ("6.5 Бөлім әрбір ББ", "{font=Arial, size=11} 6.5 Бөлім әрбір БББ"),
        ("деректерді қорғау талаптары бұзылған", "деректерді  қорғау талаптары бұзылған"),
        ("9.4 Осы Ережемен", "9.5 Осы Ережемен"),
        ("осы Ереженің 5.3-тармағында", "осы Ереженің 5.9-тармағында"),
    ),
    delete=("| 1 | 5.6, 6.4 | 2025 жылғы 20 қаңтардағы № 15-н бұйрық | 27.02.2025 | Ж.Қ. Төлеубаева | |",),
)
WAY = Way(numbers=Numbers.TYPED, title_block=TitleBlock.TABLE, runs=Runs.SPELLING)


def bad_draft() -> bytes:
    """The draft as a Word file, with a comment that somebody forgot in it."""
    sketch = edited(samples()[BASE], DEFECTS, BASE)
    file = lay_out(read_sketch(sketch, "draft.docx"), WAY)
    FILE_DEFECTS["comment_left"](file)
    return file.data()


def main(arguments: list[str]) -> int:
    """Write the draft to the path given."""
    (target,) = arguments
    path = Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bad_draft())
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
