"""Graphs packed on their way to the store: nothing is lost, doubled or out of order, however they come."""

from __future__ import annotations

import random
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple

from kg import converting
from kg.dataset import packing, sheets, storing
from kg.dataset.gathering import Gathering
from kg.dataset.packing import Changed, Piles, Promised, pack, quads
from kg.dataset.shelving import Lines
from kg.dataset.summing import Difference
from kg.dataset.timing import Timing
from kg.deciding import LAST_DAY, Chronicle
from kg.deciding.annals import fingerprint
from kg.errors import DatasetError
from kg.names import RDF_TYPE, Names, kg
from kg.reading import Reading
from kg.schema import Schema
from lighthouses import HOME, read_all

NAMES = Names("https://example.org/coast/")
iris = st.sampled_from("abcdefgh").map(lambda name: NamedNode(NAMES.base + name))
# Whatever a text may hold: line feeds of all kinds, quotes, points at the end.
literals = st.builds(
    lambda text, language: Literal(text, language=language),
    st.text(max_size=9),
    st.sampled_from(("de", None)),
) | st.sampled_from([Literal("a .\n<b> <c> \u2028 \x85\r"), Literal(7)])
triples = st.builds(Triple, iris, iris, iris | literals)


@given(st.lists(triples, max_size=30), st.randoms())
def test_a_packed_graph_gives_its_triples_back_sorted_and_once(
    said: list[Triple], chance: random.Random
) -> None:
    twice = [*said, *said]
    chance.shuffle(twice)

    part = pack(map(str, twice))

    assert [*part.triples()] == sorted({*said}, key=str)
    assert part.many == len({*said})
    assert part == pack(map(str, said))


@given(st.lists(triples, max_size=30), st.integers(1, 7))
def test_how_a_graph_is_cut_into_pieces_changes_nothing_of_it(said: list[Triple], most: int) -> None:
    whole = pack(map(str, said))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "_MOST_IN_A_PIECE", most)
        cut = pack(map(str, said))

    assert (cut.many, cut.digest) == (whole.many, whole.digest)
    assert [*cut.triples()] == [*whole.triples()]


@given(st.lists(triples, max_size=60), st.integers(2, 7), st.integers(2, 9), st.integers(1, 9))
def test_how_a_graph_is_parted_to_be_sorted_changes_nothing_of_it(
    said: list[Triple], parts: int, more: int, loose: int
) -> None:
    whole = pack(map(str, said))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "_PARTS", parts)
        patch.setattr(packing, "_MOST_SORTED", parts * more)
        patch.setattr(packing, "Piles", lambda: Piles(loose))
        parted = pack(map(str, [*said, *said]))

    assert (parted.many, parted.digest) == (whole.many, whole.digest)
    assert [*parted.triples()] == [*whole.triples()]


@given(st.lists(st.tuples(st.integers(0, 3), triples), max_size=30), st.integers(1, 9))
def test_what_is_pressed_before_all_of_it_is_there_comes_back_on_its_day(
    said: list[tuple[int, Triple]], most: int
) -> None:
    piles = Piles(most)
    for day, triple in said:
        piles.add(day, str(triple))

    found = [*piles.graphs()]

    assert [day for day, _ in found] == sorted({day for day, _ in said})
    for day, lines in found:
        assert sorted(lines) == sorted(str(t) for d, t in said if d == day)


@given(st.dictionaries(iris, st.lists(triples, min_size=1, max_size=9), max_size=3), st.integers(1, 9))
def test_the_store_reads_from_the_text_what_stood_in_the_graphs(
    said: dict[NamedNode, list[Triple]], most: int
) -> None:
    parts = {graph: pack(map(str, known)) for graph, known in said.items()}
    read = Store()

    for file in packing.as_files(parts.items(), most):
        read.bulk_load(file, RdfFormat.N_QUADS)

    wanted = {Quad(t.subject, t.predicate, t.object, graph) for graph, known in said.items() for t in known}
    assert {*read} == wanted == {*quads(parts)}


@given(st.lists(st.lists(triples, max_size=9), max_size=5))
def test_a_later_graph_goes_without_what_an_earlier_one_holds(said: list[list[Triple]]) -> None:
    parts, seen, wanted = Gathering(NAMES), set[Triple](), dict[NamedNode, set[Triple]]()
    for number, known in enumerate(said):
        parts.add(str(number), known, None)
        wanted[NAMES.graph(str(number))] = {*known} - seen
        seen |= {*known}

    found = parts.finished()

    assert {graph: {*part.triples()} for graph, part in found.items()} == {
        g: k for g, k in wanted.items() if k
    }


class Told:
    """Tells lines of days, and takes down of which days it had to."""

    def __init__(
        self, of: Mapping[int, Sequence[str]], before: Mapping[int, Sequence[str]] | None = None
    ) -> None:
        self.of, self.before = of, before
        self.asked: set[int] = set()

    def fingerprints(self) -> Iterator[tuple[int, int]]:
        return ((day, fingerprint(line)) for day, lines in self.of.items() for line in lines)

    def texts(self, days: Collection[int]) -> Iterator[tuple[int, str]]:
        self.asked |= {*days}
        return ((day, "\n".join(lines)) for day, lines in self.of.items() if day in days and lines)

    def turned(self, day: int) -> Difference | None:
        return None if self.before is None else Difference.of(self.before.get(day, ()), self.of.get(day, ()))


by_day = st.dictionaries(
    st.sampled_from((0, 20200101, 20210605, LAST_DAY)),
    st.lists(triples.map(lambda t: str(Triple(kg("own"), t.predicate, t.object))), max_size=4),
)


@given(by_day, by_day)
def test_a_graph_made_of_the_same_is_not_told_again_and_is_the_same(
    before: dict[int, list[str]], after: dict[int, list[str]]
) -> None:
    times = Timing(Chronicle(()), {})
    first, wanted = Gathering(NAMES), Gathering(NAMES)
    first.add_by_day("facts", (), times, (), Told(before))
    second = Gathering(NAMES, known=first.made)
    told = Told(after)

    second.add_by_day("facts", (), times, (), told)

    assert told.asked == {
        day for day in after if after[day] and sorted(after[day]) != sorted(before.get(day, []))
    }
    wanted.add_by_day("facts", (), times, (), Told(after))
    assert second.made == wanted.made
    parts = [
        {g: (p.many, p.digest, [*p.texts()]) for g, p in each.finished().items()} for each in (second, wanted)
    ]
    assert parts[0] == parts[1]


@given(by_day, by_day, by_day, by_day)
def test_a_graph_that_is_known_to_differ_is_changed_and_is_the_same(
    before: dict[int, list[str]],
    after: dict[int, list[str]],
    loose: dict[int, list[str]],
    loose_after: dict[int, list[str]],
) -> None:
    with TemporaryDirectory() as folder:
        shelf = Lines(Path(folder) / "lines")
        first, second = Gathering(NAMES, shelf=shelf), Gathering(NAMES)
        _add(first, loose, Told(before))
        second = Gathering(NAMES, known=first.made, shelf=shelf)
        told = Told(after, before)

        _add(second, loose_after, told)

        shelf.close()
    wanted = Gathering(NAMES)
    _add(wanted, loose_after, Told(after))
    known, found, whole = (each.finished() for each in (first, second, wanted))
    assert told.asked <= {day for day in {*after, *loose_after} if not before.get(day) and not loose.get(day)}
    for graph, part in whole.items():
        assert (found[graph].many, {*found[graph].triples()}) == (part.many, {*part.triples()})
        changed = found[graph]
        if isinstance(changed, Changed):
            old = {*map(str, known[graph].triples())}
            assert (old - changed.out) | changed.new == {*map(str, part.triples())}
            assert changed.before == known[graph].digest
    assert {g: m.periods for g, m in second.made.items()} == {g: m.periods for g, m in wanted.made.items()}


def _add(parts: Gathering, loose: Mapping[int, Sequence[str]], told: Told) -> None:
    own = [(line.replace("own", "loose"), day) for day, lines in loose.items() for line in lines]
    parts.add_by_day("facts", (), Timing(Chronicle(()), {}), own, told)


def test_lines_that_are_of_another_time_or_damaged_are_not_there(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    shelf = Lines(path)
    shelf.put("graph", 7, ["one", "two"])
    shelf.close()

    assert Lines(path).lines("graph", 7) == ["one", "two"]
    assert Lines(path).lines("graph", 8) is None
    assert Lines(path).lines("other", 7) is None
    path.write_bytes(b"no file of SQLite, and long enough to be taken for one" * 100)
    assert Lines(path).lines("graph", 7) is None


@lru_cache(maxsize=1)
def lighthouses() -> tuple[Schema, tuple[Reading, ...]]:
    return read_all(HOME)


@settings(deadline=None)
@given(st.data())
def test_speakers_are_called_in_a_sheet_as_if_it_had_been_written_when_that_was_known(
    data: st.DataObject,
) -> None:
    schema, readings = lighthouses()
    reading = data.draw(st.sampled_from(readings))
    read = sheets.of_reading(reading, schema.names)
    canonical = data.draw(
        st.dictionaries(st.sampled_from(sorted(read.speakers)), iris.map(lambda i: i.value))
    )

    told = sheets.called(read, canonical)

    triples = converting.document_triples(
        reading, schema.names, lambda thing: NamedNode(canonical.get(thing.value, thing.value))
    )
    wanted = sheets.sheet(reading.iri, map(str, triples), schema.names)
    assert told.part == wanted.part
    assert (told.description, told.owners) == (wanted.description, wanted.owners)
    assert told.periods == wanted.periods


def test_documents_that_have_a_claim_in_common_are_refused() -> None:
    parts = Gathering(NAMES)
    claim = [Triple(NAMES.hashed("claim", "one"), RDF_TYPE, kg("Claim"))]
    one, other = (NamedNode(NAMES.base + name) for name in "ab")
    parts.add_document(one, sheets.sheet(one, map(str, claim), NAMES), 0)

    with pytest.raises(DatasetError, match="KG502"):
        parts.add_document(other, sheets.sheet(other, map(str, claim), NAMES), 0)


def test_what_a_document_tells_of_a_claim_that_others_tell_of_stands_once() -> None:
    claim, document = NAMES.hashed("claim", "one"), NamedNode(NAMES.base + "a")
    told = [Triple(claim, RDF_TYPE, kg("Claim")), Triple(claim, kg("value"), Literal(7))]
    parts = Gathering(NAMES)
    parts.add_document(document, sheets.sheet(document, map(str, told[:1]), NAMES), 0)
    parts.keep_in_mind([claim])

    parts.add("facts", told)

    assert [*parts.finished()[NAMES.graph("facts")].triples()] == told[1:]


def test_a_graph_that_went_is_taken_out_of_the_store_before(tmp_path: Path) -> None:
    graphs = {
        NamedNode(NAMES.base + str(n)): pack([str(Triple(kg("a"), kg("b"), Literal(n)))] * 2)
        for n in range(20)
    }
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    storing.fill(first, graphs)
    left = dict([*graphs.items()][1:])

    storing.fill(second, left, first)

    assert {*Store.read_only(str(second / storing.STORE))} == {*quads(left)}


def test_a_store_is_filled_while_graphs_are_made(tmp_path: Path) -> None:
    graphs = {
        NamedNode(NAMES.base + str(n)): pack([str(Triple(kg("a"), kg("b"), Literal(n)))]) for n in range(20)
    }

    with storing.Filler(tmp_path) as filler:
        for graph, part in graphs.items():
            filler.add(graph, part)
        storing.fill(tmp_path, graphs, filler=filler)

    assert {*Store.read_only(str(tmp_path / storing.STORE))} == {*quads(graphs)}
    assert storing.can_be_changed(tmp_path)


def test_a_store_that_cannot_be_filled_says_so(tmp_path: Path) -> None:
    (tmp_path / storing.STORE).write_text("in the way")

    with storing.Filler(tmp_path) as filler, pytest.raises(OSError, match=storing.STORE):
        filler.finished()


def test_a_store_that_is_left_before_it_is_full_is_none(tmp_path: Path) -> None:
    before = threading.active_count()

    with storing.Filler(tmp_path) as filler:
        filler.add(NamedNode(NAMES.base + "one"), pack([str(Triple(kg("a"), kg("b"), Literal(1)))]))

    assert threading.active_count() == before
    assert not storing.can_be_changed(tmp_path)


def test_a_graph_that_is_not_the_one_promised_is_refused() -> None:
    packed = pack(["<urn:a> <urn:b> <urn:c>"])
    other = pack(["<urn:a> <urn:b> <urn:d>"])
    kept = Promised(packed.many, packed.digest, (), lambda: packed)
    broken = Promised(packed.many, packed.digest, (), lambda: other)

    assert [*kept.texts()] == [*packed.texts()]
    with pytest.raises(DatasetError, match="KG508"):
        list(broken.texts())
