"""Every limit on an archive and every lie it can tell refuses the file before anything is parsed."""

import contextlib
import io
import struct
import warnings
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from docctl.docx.archive import inflate, read_entries
from docctl.docx.limits import LIMITS, MIB, Limits
from docctl.errors import UnreadableDraft
from tests.docx.packages import packed

NAME = "word/document.xml"


def refused(data: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableDraft) as error:
        contents(data, replace(LIMITS, **limits))
    assert error.value.rule == "DOC001"
    return str(error.value)


def contents(data: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    return {entry.name: inflate(data, entry, limits) for entry in read_entries(data, limits)}


def patched(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """`data` with bytes of its last header of a kind replaced."""
    at = data.rindex(signature) + offset
    return data[:at] + value + data[at + len(value) :]


def streamed(name: str, content: bytes) -> bytes:
    """An archive whose sizes follow the data, as .NET and Java write it."""

    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    buffer = Unseekable()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


class TestReading:
    @pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    def test_reads_what_was_packed(self, method: int) -> None:
        packed_parts = {"a.xml": b"<a/>", "тарау/ә.xml": "мәтін".encode() * 1000, "empty": b""}
        assert contents(packed(packed_parts, method)) == packed_parts

    def test_reads_sizes_that_follow_the_data(self) -> None:
        assert contents(streamed(NAME, b"<a/>" * 100)) == {NAME: b"<a/>" * 100}

    def test_reads_zip64(self) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive, archive.open(NAME, "w", force_zip64=True) as part:
            part.write(b"<a/>")
        assert contents(buffer.getvalue()) == {NAME: b"<a/>"}

    def test_leaves_folders_out_and_bears_a_comment(self) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.mkdir("word")
            archive.writestr(NAME, "<a/>")
            archive.comment = b"made by hand"
        assert list(contents(buffer.getvalue())) == [NAME]


class TestLimits:
    def test_entries(self) -> None:
        data = packed({str(number): b"" for number in range(11)})
        assert "more than 10 entries" in refused(data, entries=10)
        assert len(read_entries(data, replace(LIMITS, entries=11))) == 11

    def test_two_thousand_entries_is_the_limit(self) -> None:
        assert LIMITS.entries == 2_000

    def test_unpacked_size_of_all(self) -> None:
        data = packed({"a": b"x" * 600_000, "b": b"y" * 600_000}, zipfile.ZIP_STORED)
        assert "unpacks to more than 1 MiB" in refused(data, unpacked=MIB)
        assert LIMITS.unpacked == 200 * MIB

    def test_ratio(self) -> None:
        assert "more than 100 times" in refused(packed({NAME: b" " * (3 * MIB)}))

    def test_ratio_does_not_count_for_small_parts(self) -> None:
        assert contents(packed({NAME: b" " * MIB})) == {NAME: b" " * MIB}

    def test_ratio_of_one_entry_counts_while_it_inflates(self) -> None:
        other = bytes(range(256)) * 1000
        data = _beside(other, b" " * (2 * MIB))
        assert read_entries(data)
        assert "more than 100 times" in refused(data)


def _beside(stored: bytes, deflated: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("media.bin", stored, zipfile.ZIP_STORED)
        archive.writestr(NAME, deflated, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


class TestNames:
    @pytest.mark.parametrize(
        "name",
        [
            "../a.xml",
            "word/../../a.xml",
            "/etc/passwd",
            "word\\document.xml",
            "C:/a.xml",
            "a\nb",
            "..",
            "//a",
        ],
    )
    def test_unsafe_names(self, name: str) -> None:
        info = zipfile.ZipInfo()
        info.filename = name
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(info, "<a/>")
        assert "unsafe name" in refused(buffer.getvalue())

    @pytest.mark.parametrize("twin", [NAME, NAME.upper()])
    def test_duplicates_whatever_their_case(self, twin: str) -> None:
        buffer = io.BytesIO()
        with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
            warnings.simplefilter("ignore")
            archive.writestr(NAME, "<a/>")
            archive.writestr(twin, "<b/>")
        assert "twice" in refused(buffer.getvalue())


CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
LIES: dict[str, Callable[[bytes], bytes]] = {
    "encrypted": lambda data: patched(data, CENTRAL, 8, b"\x01\x00"),
    "unknown method": lambda data: patched(data, CENTRAL, 10, b"\x0c\x00"),
    "declares less than it holds": lambda data: patched(
        patched(data, CENTRAL, 24, struct.pack("<L", 9)), LOCAL, 22, struct.pack("<L", 9)
    ),
    "declares more than it holds": lambda data: patched(
        patched(data, CENTRAL, 24, struct.pack("<L", 9999)), LOCAL, 22, struct.pack("<L", 9999)
    ),
    "headers disagree on the size": lambda data: patched(data, LOCAL, 22, struct.pack("<L", 9)),
    "headers disagree on the packed size": lambda data: patched(data, LOCAL, 18, struct.pack("<L", 3)),
    "headers disagree on the name": lambda data: patched(data, LOCAL, 30, b"W"),
    "headers disagree on the method": lambda data: patched(data, LOCAL, 8, b"\x00\x00"),
    "wrong checksum": lambda data: patched(patched(data, CENTRAL, 16, b"\0\0\0\0"), LOCAL, 14, b"\0\0\0\0"),
    "packed data runs into the directory": lambda data: patched(
        data, CENTRAL, 20, struct.pack("<L", 999_999)
    ),
    "header lies outside": lambda data: patched(data, CENTRAL, 42, struct.pack("<L", 999_999)),
    "zip64 without its field": lambda data: patched(data, CENTRAL, 24, b"\xff\xff\xff\xff"),
    "zip64 directory that is not there": lambda data: patched(data, END, 10, b"\xff\xff"),
    "fewer entries than told": lambda data: patched(data, END, 8, b"\x03\x00\x03\x00"),
    "more entries than told": lambda data: patched(data, END, 8, b"\x00\x00\x00\x00"),
    "second volume": lambda data: patched(data, END, 4, b"\x01\x00"),
    "directory elsewhere": lambda data: patched(data, END, 16, b"\x00\x00\x00\x00"),
    "something before the archive": lambda data: b"junk" + data,
    "cut short": lambda data: data[:-30],
    "no directory": lambda data: data[: data.index(CENTRAL)],
    "broken stream": lambda data: patched(data, LOCAL, 30 + len(NAME), b"\xff\xff\xff"),
}


@pytest.mark.parametrize("lie", LIES)
def test_lies(lie: str) -> None:
    refused(LIES[lie](packed({NAME: b"<w:p>text</w:p>" * 50})))


def test_overlapping_entries() -> None:
    """Two directory entries that share one stream, as the smallest zip bombs do."""
    data = packed({"a.xml": b"x" * 400, "b.xml": b"x" * 400}, zipfile.ZIP_STORED)
    at = data.rindex(CENTRAL)
    refused(data[: at + 42] + struct.pack("<L", 0) + data[at + 46 :])
    first = data.index(CENTRAL)
    quoted = data[: first + 20] + struct.pack("<LL", 500, 500) + data[first + 28 :]
    assert "damaged" in refused(quoted[:18] + struct.pack("<LL", 500, 500) + quoted[26:])


@given(st.data())
def test_no_damage_ends_in_another_error(data: st.DataObject) -> None:
    archive = bytearray(packed({"a.xml": b"<a/>" * 20, "b/c.xml": b"<b/>"}))
    for _ in range(data.draw(st.integers(1, 6))):
        archive[data.draw(st.integers(0, len(archive) - 1))] = data.draw(st.integers(0, 255))
    damaged = bytes(archive[: data.draw(st.integers(0, len(archive)))])
    with contextlib.suppress(UnreadableDraft):
        contents(damaged)
