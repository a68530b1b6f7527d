"""Which things bear on which numbers, on the shipped ontology."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.claims import Claim, Evidence, Factuality
from kg.deciding.bearing import Bearing, Counting
from kg.deciding.records import ResolvedClaim
from kg.names import RDF_TYPE
from kg.schema import Schema, load

ROOT = Path(__file__).resolve().parents[1]
CM, HERE = "https://w3id.org/cities-mission/ontology#", "https://example.org/"
TOWN, COUNT, OTHER, EVENT = (f"{HERE}{name}" for name in ("town", "count", "other-count", "event"))
STEERING = f"{CM}homepage"


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load(ROOT)


def said(about: str, path: str, value: str) -> ResolvedClaim:
    source = NamedNode(f"{HERE}document")
    node, term = NamedNode(path), NamedNode(value)
    claim = Claim(source, NamedNode(about), node, term, Factuality.ASSERTED, Evidence(source))
    return ResolvedClaim(
        NamedNode(f"{about}/{path.rpartition('#')[2]}"),
        claim,
        about,
        path,
        term,
        Factuality.ASSERTED,
        Factuality.ASSERTED,
    )


def bearing(schema: Schema, *, denied: str = "") -> Bearing:
    """Of a town in a country, a count of labels at an event, and a count of towns in a mission."""
    told = {
        TOWN: [
            said(TOWN, f"{CM}liesIn", f"{HERE}country"),
            said(TOWN, f"{CM}twinnedWith", f"{HERE}far"),
            said(TOWN, STEERING, f"{HERE}page"),
            said(TOWN, RDF_TYPE.value, f"{CM}City"),
        ],
        COUNT: [said(COUNT, f"{CM}countEvent", EVENT)],
        OTHER: [],
        EVENT: [said(EVENT, f"{CM}eventPlace", TOWN)],
    }
    classes = {
        TOWN: frozenset({f"{CM}City"}),
        COUNT: frozenset({f"{CM}LabelCount"}),
        OTHER: frozenset({f"{CM}MissionCityCount"}),
        EVENT: frozenset({f"{CM}Event"}),
    }
    return Bearing(told, classes, told.keys() - {denied}, Counting(schema), (STEERING,))


def test_a_number_bears_on_those_of_its_own_class_alone(schema: Schema) -> None:
    found = bearing(schema)
    assert found.on[COUNT] == {found.family[COUNT]}
    assert found.on[OTHER] == {found.family[OTHER]}
    assert found.family[COUNT] != found.family[OTHER]


def test_what_somebody_denies_bears_on_all_numbers(schema: Schema) -> None:
    everything = {*bearing(schema).family.values()}
    assert len(everything) == 2
    assert bearing(schema, denied=COUNT).on[COUNT] == everything


def test_the_event_of_a_number_bears_on_all_numbers(schema: Schema) -> None:
    found = bearing(schema)
    assert found.on[EVENT] == {*found.family.values()}


def test_of_what_leads_to_scopes_only_where_it_leads_and_who_has_authority_bears(schema: Schema) -> None:
    found = bearing(schema)
    told = [said(TOWN, f"{CM}{path}", f"{HERE}x") for path in ("liesIn", "twinnedWith")]
    told += [said(TOWN, STEERING, f"{HERE}page"), said(TOWN, RDF_TYPE.value, f"{CM}City")]

    assert found.on[TOWN] == {*found.family.values()}
    assert [c.predicate for c in found.bear(TOWN, told)] == [f"{CM}liesIn", STEERING, RDF_TYPE.value]
    assert [*found.bear(COUNT, told)] == told
