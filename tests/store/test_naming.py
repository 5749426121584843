"""Any number is a safe name, and the name tells the number."""

import unicodedata

import pygit2
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from docctl.errors import DamagedRecord, TransitionRefused
from docctl.store.naming import LONGEST, name_of, number_of, reference_of

SEEN = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1
)


def named(number: str) -> str:
    try:
        return name_of(number)
    except TransitionRefused:
        assume(False)
        raise


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("158", "158"),
        ("12/3-н", "12%2F3-н"),
        ("ДН-07", "ДН-07"),
        ("СМЖ ЕР 4.2", "СМЖ ЕР 4.2"),
        ("a\\b:c", "a%5Cb%3Ac"),
        (".git", "%2Egit"),
        ("GIT~1", "GIT%7E1"),
        ("7.", "7%2E"),
        (" 7 ", "%207%20"),
        ("..", "%2E%2E"),
        ("100%", "100%25"),
        ("submissions", "%73ubmissions"),
        ("Roles", "%52oles"),
        ("con", "%63on"),
        ("NUL.7", "%4EUL.7"),
        ("COM¹", "%43OM¹"),
        ("conduct", "conduct"),
        ("и\u0306", "й"),
        ("1\u00a02", "1%C2%A02"),
    ],
)
def test_a_number_and_its_name(number: str, name: str) -> None:
    assert name_of(number) == name
    assert number_of(name) == unicodedata.normalize("NFC", number)


@given(SEEN)
def test_the_name_tells_the_number(number: str) -> None:
    assert number_of(named(number)) == unicodedata.normalize("NFC", number)


@given(SEEN, SEEN)
def test_two_numbers_never_share_a_name(one: str, other: str) -> None:
    assume(unicodedata.normalize("NFC", one) != unicodedata.normalize("NFC", other))
    assert named(one) != named(other)


@given(SEEN | st.sampled_from(("aux.1", "PRN", "LPT9", "conin$", "roles", "SUBMISSIONS", "a.", "a ", ".a")))
def test_a_name_is_safe_on_every_disk(number: str) -> None:
    name = named(number)
    assert not set(name) & set('/\\:*?"<>|~\x00')
    assert name == name.strip(" .")
    assert name.split(".")[0].strip().casefold() not in {"con", "prn", "aux", "nul", "lpt9", "conin$"}
    assert name.casefold() not in {"submissions", "roles"}
    assert len(name.encode()) <= LONGEST
    assert unicodedata.is_normalized("NFC", name)


@pytest.mark.parametrize("number", ["", "  ", "\u00a0"])
def test_an_empty_number_is_refused(number: str) -> None:
    with pytest.raises(TransitionRefused, match="must not be empty"):
        name_of(number)


@pytest.mark.parametrize(
    "number", ["1\n2", "1\t2", "1\u202e2", "1\u200b2", "1\udcff2", "1\x7f", "1\u2028", "\ufeff1"]
)
def test_what_nobody_sees_is_refused(number: str) -> None:
    with pytest.raises(TransitionRefused, match=r"cannot be seen \(U\+"):
        name_of(number)


def test_length_is_that_of_the_name_in_bytes() -> None:
    assert name_of("ж" * 60)
    with pytest.raises(TransitionRefused, match="it would have 122"):
        name_of("ж" * 61)
    with pytest.raises(TransitionRefused, match="too long"):
        name_of("/" * 41)


@pytest.mark.parametrize(
    "name",
    [
        "a%2",
        "a%2f",
        "a%41",
        "a/b",
        "%FF",
        "",
        "submissions",
        "roles",
        "con",
        ".git",
        "и\u0306",
        "a%0A",
        "\udcff",
        "a~1",
    ],
)
def test_a_foreign_name_is_no_number(name: str) -> None:
    with pytest.raises(DamagedRecord, match="stands for no number"):
        number_of(name)


@given(SEEN)
def test_git_takes_every_number_in_a_reference(number: str) -> None:
    named(number)
    assert pygit2.reference_is_valid_name(f"refs/tags/edition/{reference_of(number)}/1")


@pytest.mark.parametrize("number", ["15 а", "a..b", "x.lock", "v@{1}", "^5", "-x", "@", "[1]", "7.", ".hid"])
def test_git_takes_odd_numbers_in_a_reference(number: str) -> None:
    assert pygit2.reference_is_valid_name(f"refs/tags/edition/{reference_of(number)}/1")


@given(SEEN, SEEN)
def test_two_numbers_have_two_references(one: str, other: str) -> None:
    assume(named(one) != named(other))
    assert reference_of(one) != reference_of(other)
