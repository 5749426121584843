"""Written YAML gives the same values again, reads well, and differs only where the values differ."""

import difflib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from docctl.yaml_files.binding import bind
from docctl.yaml_files.writing import write_yaml
from docctl.yaml_files.yaml_file import parse_yaml


class Inner(Struct, frozen=True, omit_defaults=True):
    text: str
    number: int = 0
    words: tuple[str, ...] = ()


class Outer(Struct, frozen=True, omit_defaults=True):
    name: str
    inner: Inner
    items: tuple[Inner, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    day: date | None = None
    moment: datetime | None = None


TRAPS = (
    "no", "Yes", "~", "null", "1e3", "0x1", "1_000", "1:30", "2026-01-01", "=", "<<", "", " ", " a",
    "a ", "a: b", "a:", "a #b", "#a", "- a", "? a", "a\nb", "a\n", "\na", "a\n b", "a\n\nb", "a\r\nb",
    "\x85", "a\x85b", "\ufeff", "\u2028", "\x00", "\x1b[0m", "😀", "👩‍👩‍👧", "«Ереже»: № 158", "{a}",
    "[a]", "*a", "&a", "!a", "%a", "@a", "`a", '"', "'", "\\", "\\n", "|", ">", "---", "...", "key: [",
    "\u00a0", "й", "и\u0306", "\U0010ffff", "\ufffe", "true", "OFF", "n", ".inf", "a,b", "a, b", "a,",
)  # fmt: skip

texts = st.text(st.characters(codec="utf-8")) | st.sampled_from(TRAPS)
inners = st.builds(Inner, texts, st.integers(-(2**63), 2**63 - 1), st.lists(texts, max_size=3).map(tuple))
outers = st.builds(
    Outer,
    texts,
    inners,
    st.lists(inners, max_size=3).map(tuple),
    st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple),
    st.none() | st.dates(),
    st.none() | st.datetimes(timezones=st.just(UTC)),
)


def read(text: str) -> Outer:
    file = parse_yaml(text.encode(), Path("x.yaml"))
    return bind(file.data, Outer, [file])


@given(outers)
def test_what_is_written_is_read(value: Outer) -> None:
    assert read(write_yaml(value)) == value


@pytest.mark.parametrize("text", TRAPS, ids=ascii)
def test_a_text_stays_that_text(text: str) -> None:
    value = Outer(text, Inner(text, words=(text, text)), rows=((text,),))
    assert read(write_yaml(value)) == value


@given(texts)
def test_every_reader_of_yaml_takes_a_text_for_that_text(text: str) -> None:
    data: Any = yaml.safe_load(write_yaml(Outer(text, Inner(text))))
    assert data == {"name": text, "inner": {"text": text}}


@given(outers, texts)
def test_a_changed_field_changes_only_its_lines(value: Outer, text: str) -> None:
    before, after = write_yaml(value), write_yaml(replace(value, name=text))
    opening = before.index("inner:\n")
    assert after.endswith(before[opening:])


@given(st.lists(inners, min_size=1, max_size=4), st.data())
def test_an_item_more_leaves_the_lines_of_the_others(items: list[Inner], data: st.DataObject) -> None:
    more = data.draw(inners)
    before = write_yaml(Outer("a", Inner("b"), tuple(items))).splitlines()
    after = write_yaml(Outer("a", Inner("b"), (*items, more))).splitlines()
    assert [line for line in difflib.ndiff(before, after) if line.startswith("- ")] == []


def test_it_is_pleasant_to_read() -> None:
    value = Outer(
        "Сапа бөлімі туралы ереже",
        Inner("158", 2, ("бұйрық № 12-н, 2026 ж.", "no")),
        (Inner("бірінші\nекінші"), Inner("«Ереже»", 1)),
        day=date(2026, 2, 27),
        moment=datetime(2026, 11, 23, 21, 0, tzinfo=UTC),
    )
    assert (
        write_yaml(value)
        == """\
name: Сапа бөлімі туралы ереже
inner:
  text: "158"
  number: 2
  words:
    - бұйрық № 12-н, 2026 ж.
    - "no"
items:
  - text: |-
      бірінші
      екінші
  - text: "«Ереже»"
    number: 1
day: 2026-02-27
moment: 2026-11-23T21:00:00Z
"""
    )


def test_a_long_text_stays_on_its_line() -> None:
    assert write_yaml(Outer("сөз " * 400 + "сөз", Inner("b"))).count("\n") == 3
