"""The catalogues are complete, current and compiled; every translation keeps the values of its message."""

import ast
import io
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from docctl import errors
from docctl.messages import LOCALES, translator
from tests.kit.messages import (
    KEYWORDS,
    LANGUAGES,
    PACKAGE,
    collected,
    compiled,
    po_file,
    translated,
    updated,
    written,
)

ACCEPT = "run `make messages`, translate what waits in docctl/locale, run it again"
KAZAKH = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")


def texts(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def values_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def lines(po: bytes) -> list[bytes]:
    return [line for line in po.splitlines() if b"Generated-By" not in line]


def loaded(mo: bytes) -> dict[object, str]:
    """The translations in a compiled catalogue, its header apart: that names the version of Babel."""
    translations: dict[object, str] = vars(GNUTranslations(io.BytesIO(mo)))["_catalog"]
    return {key: text for key, text in translations.items() if key}


def messages(language: str) -> list[Message]:
    return [message for message in translated(language) if message.id]


def is_waiting(message: Message) -> bool:
    return message.fuzzy or not message.string or not all(texts(message.string))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_the_messages_of_the_code(language: str) -> None:
    code = {texts(message.id) for message in collected() if message.id}
    kept = {texts(message.id) for message in messages(language)}
    assert kept - code == set(), f"stale: {ACCEPT}"
    assert code - kept == set(), f"missing: {ACCEPT}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    waiting = [message.id for message in messages(language) if is_waiting(message)]
    assert waiting == [], ACCEPT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_as_the_script_writes_them(language: str) -> None:
    catalog = updated(translated(language), collected())
    assert lines(po_file(language).read_bytes()) == lines(written(catalog)), ACCEPT
    assert loaded(po_file(language).with_suffix(".mo").read_bytes()) == loaded(compiled(catalog)), ACCEPT


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_values(language: str) -> None:
    for message in messages(language):
        known = set().union(*map(values_in, texts(message.id)))
        for text in texts(message.string):
            assert values_in(text) <= known, message.id
            if isinstance(message.id, str):
                assert values_in(text) == known, message.id


def test_kazakh_is_kazakh_and_russian_is_not() -> None:
    kazakh = "".join(text for message in messages("kk") for text in texts(message.string))
    russian = "".join(text for message in messages("ru") for text in texts(message.string))
    assert KAZAKH & set(kazakh)
    assert not KAZAKH & set(russian)


def test_translator() -> None:
    assert translator("en")("There is no such file or folder.") == "There is no such file or folder."
    assert translator("ru")("There is no such file or folder.") == "Нет такого файла или папки."
    assert translator("kk")("nowhere in the catalogue") == "nowhere in the catalogue"


EXPECTED_ERRORS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.DocctlError)
}


def unmarked(path: Path) -> list[str]:
    """Calls of expected errors whose sentence no extraction sees: a variable that is not marked."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [
        f"{path}:{call.lineno}"
        for function in functions
        for call in ast.walk(function)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in EXPECTED_ERRORS
        and not isinstance(call.args[0], ast.Constant)
        and function.name not in KEYWORDS
    ]


def test_every_error_speaks_a_marked_sentence() -> None:
    """An error gets a literal sentence, or inside one of the functions that `KEYWORDS` names."""
    assert EXPECTED_ERRORS.issubset(KEYWORDS)
    assert [line for path in PACKAGE.rglob("*.py") for line in unmarked(path)] == []


def test_only_known_languages_have_catalogues() -> None:
    assert {folder.name for folder in LOCALES.iterdir()} == set(LANGUAGES)
