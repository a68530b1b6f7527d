"""What a document says as Turtle: plain triples for reviewers, claims with their words beside them."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg import converting
from kg.claims import Factuality
from kg.names import OA, RDF_OBJECT, RDF_SUBJECT, RDF_TYPE, kg
from kg.periods import Period
from lighthouses import BASE, read_all, reading

LH = f"{BASE}ontology#"


def triples(text: str) -> set[Triple]:
    return {quad.triple for quad in ox.parse(input=text, format=ox.RdfFormat.TURTLE)}


@pytest.fixture(scope="module")
def harbour():
    return reading("harbour-day")


@pytest.fixture(scope="module")
def letter():
    return reading("keepers-letter")


def test_turtle_holds_plain_triples_and_a_claim_for_each_of_them(letter):
    schema, said = letter

    found = triples(converting.to_turtle(said, schema))

    plain = {t for t in triples(converting.to_turtle(said, schema, plain_only=True)) if t.subject != said.iri}
    plain = {t for t in plain if "/period/" not in t.subject.value}
    claimed = {
        Triple(subject.object, predicate.object, value.object)
        for subject in found
        if subject.predicate == RDF_SUBJECT
        for predicate in found
        if predicate.subject == subject.subject and predicate.predicate.value.endswith("#predicate")
        for value in found
        if value.subject == subject.subject and value.predicate == RDF_OBJECT
    }
    assert plain
    assert plain <= claimed
    assert plain <= found


def test_evidence_quotes_the_words_at_their_place(letter):
    schema, said = letter

    found = triples(converting.to_turtle(said, schema))

    evidence = [t.subject for t in found if t.predicate == RDF_TYPE and t.object == kg("Evidence")]
    assert evidence
    for node in evidence:
        about = {t.predicate.value.removeprefix(OA): t.object.value for t in found if t.subject == node}
        start, end = int(about["start"]), int(about["end"])
        assert said.document.text[start:end] == about["exact"]


def test_claims_of_one_sentence_share_their_evidence(letter):
    schema, said = letter

    found = triples(converting.to_turtle(said, schema))

    claims = {t.subject for t in found if t.object == kg("Claim")}
    evidence = {t.subject for t in found if t.object == kg("Evidence")}
    assert len(evidence) < len(claims)


def test_what_is_only_expected_stands_in_a_claim_and_not_as_a_plain_triple(harbour):
    schema, said = harbour
    expected = {c.subject for c in said.claims if c.factuality is Factuality.EXPECTED}

    plain = converting.plain_triples(said, schema.names)
    whole = triples(converting.to_turtle(said, schema))

    assert expected
    assert not [t for t in plain if t.subject in expected or t.object in expected]
    assert kg("Expected") in {t.object for t in whole}


def test_turtle_is_the_same_in_whatever_order_the_claims_come(letter):
    from dataclasses import replace

    schema, said = letter

    turned = converting.to_turtle(replace(said, claims=said.claims[::-1]), schema)

    assert turned == converting.to_turtle(said, schema)


def test_one_changed_word_changes_only_the_lines_about_it(tmp_path: Path):
    from lighthouses import project, write

    root = project(tmp_path)
    schema, before = read_all(root)
    path = root / "data" / "documents" / "keepers-letter.md"
    write(root, path.name, path.read_text().replace("lit in 1904", "lit in 1905"))

    _, after = read_all(root)

    def lines(readings):
        said = next(r for r in readings if r.document.name == "keepers-letter")
        return set(converting.to_turtle(said, schema, plain_only=True).splitlines())

    gone = lines(before) - lines(after)
    assert len(gone) < len(lines(before)) / 2
    assert any("1904" in line for line in gone)


def test_every_period_that_is_spoken_of_has_its_days():
    schema, readings = read_all(Path(__file__).parent / "tiny")

    for said in readings:
        found = triples(converting.to_turtle(said, schema))
        periods = {
            t.object for t in found if isinstance(t.object, NamedNode) and "/id/period/" in t.object.value
        }
        defined = {t.subject for t in found if t.predicate == kg("earliestDay")}
        assert periods == defined


def test_period_is_given_as_integers():
    from kg.names import Names

    found = converting.period_triples([Period.parse("2024-06")], Names(BASE))

    node = NamedNode(f"{BASE}id/period/2024-06")
    assert Triple(node, kg("earliestDay"), Literal(20240601)) in found
    assert Triple(node, kg("latestDay"), Literal(20240630)) in found


def test_digest_says_that_its_words_are_not_verbatim():
    schema, said = reading("storm-chronicle")

    found = triples(converting.to_turtle(said, schema))

    verbatim = {t.object.value for t in found if t.predicate == kg("verbatim")}
    sources = {t.object.value for t in found if t.predicate.value.endswith("hadPrimarySource")}
    assert verbatim == {"false"}
    assert sources == {"https://example.org/archive/storms"}


def test_publisher_and_speakers_are_canonical_in_the_dataset_and_as_read_in_the_file(letter):
    schema, said = letter
    canonical = NamedNode(f"{BASE}id/thing/society-of-lights")

    as_read = converting.document_triples(said, schema.names)
    resolved = converting.document_triples(said, schema.names, lambda thing: canonical)

    assert canonical not in {t.object for t in as_read}
    publishers = {t.object for t in resolved if t.predicate.value.endswith("publisher")}
    assert publishers == {canonical}
    assert {c.iri(schema.names) for c in said.claims} <= {t.subject for t in resolved}
