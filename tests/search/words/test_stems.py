import subprocess
import sys

LOADED = """\
import sys
from docctl.search.words.analysis import analyse
analyse("Сапа мониторингі кеңсесінің № 158 ережесі балалардың заңдарына сәйкес, университеттің")
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def run(*command: str, given: str = "") -> str:
    return subprocess.run(
        [sys.executable, *command], input=given, capture_output=True, encoding="utf-8", check=True
    ).stdout


def test_forms_become_stems() -> None:
    forms = "қызметкерлеріміз\nприказами\noffices\nКеАҚ-тың\n\n"
    assert run("-m", "benchmarks.stems", given=forms) == (
        "қызметкерлеріміз\tқызметкер\nприказами\tприказ\noffices\toffic\nКеАҚ-тың\tкеақ\n\t\n"
    )


def test_kazakh_needs_neither_dictionary_nor_stemmer_of_others() -> None:
    assert not {"pymorphy3", "snowballstemmer", "whoosh", "lxml"} & set(run("-c", LOADED).split())
