"""How a graph differs from what it was is told by what came and went, and is what a comparison would find."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.dataset.packing import Changed, pack
from kg.dataset.summing import ByDays, Made
from kg.deciding.annals import folded, of_spells, unfolded
from kg.errors import DatasetError
from kg.names import Names

NAMES = Names("https://example.org/")
A, B, C = (NamedNode(f"https://example.org/id/{letter}") for letter in "abc")
DAY = 0

spells = st.dictionaries(
    st.sampled_from((20200101, 20200301, 20210101)), st.sampled_from((20220101, 20230101))
)
stood = st.dictionaries(st.sampled_from([(s, p, o) for s, p, o in ((A, B, C), (B, B, C))]), spells)


def by_days(told):
    lines = [folded(" ".join(map(str, terms)), spell) for terms, own in told.items() for spell in own.items()]
    return ByDays([(DAY, line) for line in lines], (), partial(unfolded, names=NAMES)), lines


def lines_of(part):
    return {line for text in part.texts() for line in text.decode().split("\n") if line}


@given(before=stood, after=stood)
def test_a_graph_of_folded_lines_changes_by_the_lines_that_came_and_went(before, after):
    (old, kept), (new, _) = by_days(before), by_days(after)
    then = Made(old.of.get(DAY, (0,)), 0, "", {})
    was, is_now = lines_of(old.packed_again(DAY)), lines_of(new.packed_again(DAY))

    found = new.difference(DAY, then, lambda _: kept) if DAY in new.of else None

    if found is not None:
        assert found.out == was - is_now
        assert found.new == is_now - was


@given(told=stood)
def test_a_spell_that_was_folded_is_told_as_one_that_was_not(told):
    graph, _ = by_days(told)

    lines = {line for terms, own in told.items() for line in of_spells(terms, own.items(), NAMES)}

    assert lines_of(graph.packed_again(DAY)) == lines
    assert len(lines) == 6 * sum(map(len, told.values()))


def test_a_changed_graph_is_refused_where_other_lines_came_or_went_than_was_told():
    def changed(out, new):
        return Changed.from_before(2, "", frozenset(out), frozenset(new), lambda: pack(["b", "c"]))

    assert [*changed("a", "c").texts()] == [b"b\nc"]
    for told in (changed("a", "d"), changed("b", "c")):
        with pytest.raises(DatasetError, match="KG508"):
            list(told.texts())
