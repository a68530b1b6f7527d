from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.deciding import register_sources
from kg.errors import SchemaError
from kg.names import RDF_TYPE, RDFS_LABEL
from kg.periods import Period
from kg.register import Register, read_register
from kg.schema import Schema, load
from seamarks import PREFIXES, SEA, load_coast, thing


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return load_coast(tmp_path_factory.mktemp("coast"))


@pytest.fixture(scope="module")
def register(coast: Schema) -> Register:
    return read_register(coast)


def test_a_sourced_statement_becomes_one_claim_for_each_of_its_addresses(register: Register) -> None:
    claims = [c for c in register.claims if c.subject.value == thing("lighting/tall")]

    lit = sorted(c.source.value for c in claims if c.predicate.value == SEA + "litOn")

    assert lit == ["https://other.example/page", "https://pilots.example/list"]


def test_a_register_claim_is_asserted_and_has_no_words(register: Register) -> None:
    claim = register.claims[0]

    evidence = claim.evidence

    assert claim.factuality == "Asserted"
    assert (evidence.source, evidence.verbatim, evidence.start) == (claim.source, False, -1)


def test_names_matches_and_addresses_stay_plain_triples(register: Register) -> None:
    tall = NamedNode(thing("lighthouse/tall"))

    plain = {t.predicate.value.rpartition("#")[2] for t in register.triples if t.subject == tall}

    assert {"label", "exactMatch", "confidence", "type"} <= plain
    assert "standsOn" not in plain


def test_the_class_of_a_frame_is_a_claim_and_that_of_a_named_thing_is_not(register: Register) -> None:
    typed = {c.object.value for c in register.claims if c.predicate == RDF_TYPE}

    assert typed == {SEA + "Lighting"}


def test_an_address_tells_its_host_and_who_publishes_there(register: Register) -> None:
    told = {
        (t.predicate.value.rpartition("/")[2].rpartition("#")[2], getattr(t.object, "value", ""))
        for t in register.triples
        if t.subject == NamedNode("https://pilots.example/list")
    }

    assert told == {("webHost", "pilots.example"), ("publisher", thing("office/pilots"))}


def test_an_address_at_an_unknown_host_has_no_publisher(register: Register) -> None:
    told = [t for t in register.triples if t.subject == NamedNode("https://other.example/page")]

    assert [t.object.value for t in told] == ["other.example"]


def test_what_the_register_says_of_an_address_goes_before_its_host(tmp_path: Path) -> None:
    load_coast(tmp_path)
    (tmp_path / "data/reference/addresses.ttl").write_text(
        PREFIXES
        + "<https://pilots.example/list> dcterms:issued <https://example.org/sea/id/period/2001-05> ;"
        " dcterms:publisher <https://example.org/sea/id/keeper/hook> ."
    )
    dated = load(tmp_path)

    sources = register_sources(dated, read_register(dated).claims)

    listed, other = sources["https://pilots.example/list"], sources["https://other.example/page"]
    assert listed.issued == Period.parse("2001-05")
    assert listed.publisher == NamedNode(thing("keeper/hook"))
    assert (other.issued, other.publisher) == (None, None)


def test_a_node_without_a_source_gives_no_claim(register: Register) -> None:
    hook = NamedNode(thing("lighthouse/hook-north"))

    claims = [c for c in register.claims if c.subject == hook]

    assert claims == []
    assert any(t.subject == hook and t.predicate.value == SEA + "standsOn" for t in register.triples)


def test_no_triple_is_both_claimed_and_plain(register: Register) -> None:
    claimed = {(c.subject, c.predicate, c.object) for c in register.claims}

    plain = {(t.subject, t.predicate, t.object) for t in register.triples}

    assert not claimed & plain
    assert any(predicate == RDFS_LABEL for _, predicate, _ in plain)


def test_a_blank_node_in_the_register_is_refused(coast: Schema, tmp_path: Path) -> None:
    load_coast(tmp_path)
    extra = "lighthouse:tall sea:standsOn [ a sea:Coast ] ."
    (tmp_path / "data/reference/extra.ttl").write_text(PREFIXES + extra)
    schema = load(tmp_path)

    with pytest.raises(SchemaError) as refused:
        read_register(schema)

    assert refused.value.code == "KG106"
