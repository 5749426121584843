"""The files of a segment: what is written is read, and damage is seen where it is read."""

from array import array
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.filedb.filetables import HashReader
from whoosh.filedb.structfile import BufferFile

from docctl.search.index.bits import bits_of, bits_of_ranges, marks_of, members
from docctl.search.index.manifest import Manifest, Part, read_manifest, write_manifest
from docctl.search.index.pages import PAGE, Damaged, Pages, checksums
from docctl.search.index.places import Folder, Memory
from docctl.search.index.postings import impacts, packed, unpacked
from docctl.search.index.tables import Table, TableWriter

SETS = st.sets(st.integers(0, 70))


class Kept(BytesIO):
    def close(self) -> None:
        pass


def table_of(entries: dict[bytes, bytes]) -> bytes:
    file = Kept()
    writer = TableWriter(file)
    for key, value in entries.items():
        writer.add(key, value)
    writer.close()
    return file.getvalue()


@given(st.dictionaries(st.binary(max_size=8), st.binary(max_size=20), max_size=30))
def test_a_table_gives_back_what_was_put_in_as_whoosh_itself_reads_it(entries: dict[bytes, bytes]) -> None:
    content = table_of(entries)
    table = Table(Pages(content, checksums(content)), len(content))
    whoosh: Any = HashReader(BufferFile(content), len(content))  # type: ignore[no-untyped-call]
    assert {key: bytes(table.need(key)) for key in entries} == entries
    assert {key: whoosh[key] for key in entries} == entries
    assert table.get(b"a key too long") is None


def test_a_key_that_must_be_there_and_is_not_is_damage() -> None:
    content = table_of({b"a": b"1"})
    with pytest.raises(Damaged):
        Table(Pages(content, checksums(content)), len(content)).need(b"b")


@pytest.mark.parametrize("at", [0, PAGE - 1, PAGE, 2 * PAGE])
def test_a_flipped_byte_is_seen_when_its_page_is_read(at: int) -> None:
    content = bytes(range(256)) * 80
    damaged = bytearray(content)
    damaged[at] ^= 1
    pages = Pages(bytes(damaged), checksums(content))
    with pytest.raises(Damaged):
        pages.get(at, 1)
    assert pages.get(len(content) - 10, 10) == content[-10:]


def test_nothing_is_read_beyond_the_end() -> None:
    with pytest.raises(Damaged):
        Pages(b"abc", checksums(b"abc")).get(2, 2)


@given(SETS)
def test_bits_hold_a_set(clauses: set[int]) -> None:
    bits = bits_of(clauses, 71)
    assert members(bits, 71) == sorted(clauses)
    assert bits.bit_count() == marks_of(bits, 71).count("1") == len(clauses)


@given(SETS, SETS)
def test_bits_are_joined_and_cut_as_sets_are(one: set[int], other: set[int]) -> None:
    left, right = bits_of(one, 71), bits_of(other, 71)
    assert members(left & right, 71) == sorted(one & other)
    assert members(left | right, 71) == sorted(one | other)
    assert members(left & ~right, 71) == sorted(one - other)


def test_ranges_are_sets_too() -> None:
    assert members(bits_of_ranges([(1, 3), (5, 6)], 8), 8) == [1, 2, 5]
    assert bits_of_ranges([], 0) == 0


@given(st.dictionaries(st.integers(0, 1000), st.integers(1, 255), max_size=50))
def test_postings_are_read_as_they_were_packed(weights: dict[int, int]) -> None:
    clauses = sorted(weights)
    impact = impacts([weights[one] for one in clauses], clauses, [5.0] * 1001)
    found = unpacked(memoryview(packed(7, _array(clauses), impact)))
    assert (found.kid, list(found.clauses), bytes(found.impacts)) == (7, clauses, impact)


def _array(numbers: list[int]) -> "array[int]":
    return array("I", numbers)


def test_an_occurrence_more_is_worth_more_and_a_long_clause_less() -> None:
    once, thrice, long = impacts([4, 12, 4], [0, 0, 1], [5.0, 9.0])
    assert thrice > once > long


@pytest.mark.parametrize("place", ["folder", "memory"])
def test_a_manifest_is_read_as_it_was_written(place: str, tmp_path: Path) -> None:
    where = Folder(tmp_path) if place == "folder" else Memory()
    manifest = Manifest("1", "abc", (Part("x", 3, {".table": 9}, 77, ("158",)),))
    write_manifest(where, manifest)
    assert read_manifest(where) == manifest
    where.replace("manifest", bytes(where.open("manifest"))[:-1])
    with pytest.raises(Damaged):
        read_manifest(where)
