"""The archive with some files replaced: the others keep their packed bytes, the archive is sound."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from docctl.docx.annotating.archive_copy import rewritten
from docctl.docx.archive import read_entries
from tests.docx.packages import packed, parts, word

NAMES = st.lists(st.text("abcқ", min_size=1, max_size=8), unique=True, max_size=5)


def contents(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def raw(data: bytes, name: str) -> bytes:
    (entry,) = [entry for entry in read_entries(data) if entry.name == name]
    return data[entry.start : entry.end]


def test_what_is_not_changed_keeps_its_packed_bytes() -> None:
    data = packed({**parts(), "word/media/a.bin": b"x" * 5000}, zipfile.ZIP_STORED)
    result = rewritten(data, read_entries(data), {"word/document.xml": b"<new/>"})
    assert contents(result) == {**contents(data), "word/document.xml": b"<new/>"}
    for name in contents(data).keys() - {"word/document.xml"}:
        assert raw(result, name) == raw(data, name)


def test_new_files_come_last_and_the_order_stays() -> None:
    data = word()
    result = rewritten(data, read_entries(data), {"word/comments.xml": b"<c/>", "word/document.xml": b"<d/>"})
    assert list(contents(result)) == [*contents(data), "word/comments.xml"]


def test_sizes_that_follow_the_data_are_written_before_it() -> None:
    """An archive that was written to a pipe says sizes after each file."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts().items():
            archive.writestr(name, content)
    data = pipe.getvalue()
    result = rewritten(data, read_entries(data), {})
    assert contents(result) == contents(data)
    assert b"PK\x07\x08" not in result
    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        assert [info.flag_bits for info in archive.infolist()] == [0] * len(parts())


@given(NAMES, st.binary(max_size=500), st.data())
def test_our_own_strict_reader_takes_the_result(
    names: list[str], content: bytes, data: st.DataObject
) -> None:
    archive = packed(dict.fromkeys(names, content) or {"a": b""})
    changed = data.draw(st.sets(st.sampled_from([*names, "new", "жаңа"])))
    result = rewritten(archive, read_entries(archive), dict.fromkeys(changed, b"other"))
    before = contents(archive)
    assert contents(result) == before | dict.fromkeys(changed, b"other")
    assert [entry.name for entry in read_entries(result)] == list(contents(result))
