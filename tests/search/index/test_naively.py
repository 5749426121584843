"""What the index finds is what a look at every clause finds."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.search.clause import Clause
from docctl.search.index.index import Index
from docctl.search.index.opening import open_index
from docctl.search.ranking.distance import distance
from docctl.search.request import Atom, Phrase, Prefix, Request
from docctl.search.words.analysis import analyse, key_of
from docctl.search.words.folding import fold
from tests.search.index.shelf import Shelf, clause

KNOWN = (
    "қала қалалық қалада кала жоспар жоспарлар жоспарды бөлім бөлімнің болім 6.23 КеАҚ және жән план планы"
)
WORDS = st.one_of(st.sampled_from(KNOWN.split()), st.text("абқкә", min_size=1, max_size=6))
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=8)
PREFIXES = st.one_of(
    st.text("абқкә", min_size=1, max_size=3), st.sampled_from(("жо", "ҚАЛА", "ж", "6.", "бөлім"))
)


@contextmanager
def index_of(texts: list[str]) -> Iterator[tuple[Index, list[Clause]]]:
    """An index of several small segments, in which two words in a row are many."""
    clauses = [
        clause(str(number), text, title="", headings=(), clause="") for number, text in enumerate(texts)
    ]
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("docctl.search.index.beginnings.WIDE", 2)
        patch.setattr("docctl.search.index.segment_writer.FULL", 12)
        yield open_index(Path(folder), Shelf(*clauses)), clauses


def found(index: Index, atom: Atom) -> set[str]:
    answer = index.find(Request(required=((atom,),)), 100)
    assert answer.total == len(answer.hits)
    return {hit.clause.number for hit in answer.hits}


def forms_of(clauses: list[Clause]) -> set[str]:
    texts = (text for one in clauses for text in (one.text, f"№ {one.number}"))
    return {token.exact for text in texts for token in analyse(text)}


@given(TEXTS, PREFIXES)
def test_a_beginning_finds_the_clauses_with_a_word_that_begins_so(texts: list[str], prefix: str) -> None:
    with index_of(texts) as (index, clauses):
        assert found(index, Prefix(prefix)) == {
            one.number for one in clauses if any(form.startswith(fold(prefix)) for form in forms_of([one]))
        }


def keys_of(word: str, clauses: list[Clause]) -> set[str]:
    """The keys of a word: its own, and those that it has in any clause."""
    [asked] = analyse(word)
    tokens = (token for one in clauses for token in analyse(one.text))
    return {key_of(word), *(token.key for token in tokens if token.exact == asked.exact)}


@given(TEXTS, st.sampled_from(KNOWN.split()), st.sampled_from(KNOWN.split()))
def test_a_phrase_finds_the_clauses_where_its_words_follow_each_other(
    texts: list[str], first: str, second: str
) -> None:
    with index_of([*texts, f"{first} {second}", f"{second} {first}"]) as (index, clauses):
        heads, tails = keys_of(first, clauses), keys_of(second, clauses)
        tokens = {one.number: analyse(one.text) for one in clauses}
        assert found(index, Phrase((first, second))) == {
            number
            for number, row in tokens.items()
            if any(head.key in heads and tail.key in tails for head, tail in pairwise(row))
        }


@given(TEXTS, WORDS, st.integers(1, 3))
def test_all_words_a_few_slips_away_are_near(texts: list[str], word: str, letters: int) -> None:
    with index_of(texts) as (index, clauses):
        near = {form.word: form.distance for form in index.vocabulary().near(word, letters)}
        distances = {form: distance(fold(word), form) for form in forms_of(clauses)}
        assert near == {form: far for form, far in distances.items() if far <= letters}
