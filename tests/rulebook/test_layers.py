"""The office's files over the shipped ones."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from docctl.rulebook.layers import merged
from docctl.yaml_files.plain import Plain, YamlFile

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
mappings = st.dictionaries(st.text(max_size=3), plain, max_size=4)


def over(upper: dict[str, Plain], lower: dict[str, Plain]) -> dict[str, Plain]:
    return merged([YamlFile(Path("shipped"), lower, {}), YamlFile(Path("office"), upper, {})])


def test_a_key_changes_and_its_neighbours_stay() -> None:
    assert over({"params": {"size": 13}}, {"code": "X", "params": {"size": 12, "tables": 8}}) == {
        "code": "X",
        "params": {"size": 13, "tables": 8},
    }


def test_a_list_of_words_is_replaced_whole() -> None:
    assert over({"kk": ["Ереже"]}, {"kk": ["Қағида", "Тәртіп"]}) == {"kk": ["Ереже"]}


def test_items_with_a_role_are_matched_by_it_and_new_ones_come_last() -> None:
    lower = {"sections": [{"role": "a", "required": True}, {"role": "b", "required": True}]}
    upper = {"sections": [{"role": "c"}, {"role": "a", "required": False}]}
    assert over(upper, lower) == {
        "sections": [{"role": "a", "required": False}, {"role": "b", "required": True}, {"role": "c"}]
    }


@given(mappings)
def test_nothing_laid_over_changes_nothing(data: dict[str, Plain]) -> None:
    assert over({}, data) == data


@given(mappings, mappings)
def test_laying_over_twice_is_laying_over_once(upper: dict[str, Plain], lower: dict[str, Plain]) -> None:
    once = over(upper, lower)
    assert over(upper, once) == once
