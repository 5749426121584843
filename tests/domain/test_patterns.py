import pkgutil
import re
from importlib import import_module

import pytest

import docctl
from docctl.domain import patterns
from docctl.domain.patterns import regex


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_it_finds_what_the_compiled_pattern_finds(flags: int) -> None:
    text = "Бөлім, бөлім, 12 бөлім"
    later, compiled = regex(r"(б)өлім", flags), re.compile(r"(б)өлім", flags)
    assert later.findall(text) == compiled.findall(text)
    assert [match.span() for match in later.finditer(text)] == [m.span() for m in compiled.finditer(text)]
    assert later.sub("-", text) == compiled.sub("-", text)
    assert later.split(text) == compiled.split(text)
    assert bool(later.match(text)) == bool(compiled.match(text))
    assert later.fullmatch(text) is None
    assert later.pattern == compiled.pattern


def test_it_is_compiled_at_its_first_use_only() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("")


def test_once_used_its_methods_are_those_of_the_pattern() -> None:
    later = regex("а+")
    assert later.search("баа")
    assert later.search is later.search
    assert getattr(later.search, "__self__", None) == re.compile("а+")


def test_every_pattern_of_the_program_compiles() -> None:
    names = [module.name for module in pkgutil.walk_packages(docctl.__path__, "docctl.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    found = [value for module in modules for value in vars(module).values() if type(value) is patterns._Later]
    assert len(found) > 100
    assert all(pattern.pattern for pattern in found)
