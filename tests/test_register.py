"""The register: what stands in data/reference is complete, sourced, well spelt and unambiguous."""

from __future__ import annotations

import csv
import itertools
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
import yaml

from kg.names import DCTERMS, KG, NAMING_PROPERTIES, RDF_TYPE, RDFS, SKOS, WGS84, fold, local_name, slug
from kg.periods import Period

BASE = "https://w3id.org/cities-mission/"
CM = BASE + "ontology#"
FOLDER = Path(__file__).parent.parent / "data" / "reference"
ADDRESSES = FOLDER / "addresses.ttl"
FILES = sorted(path for path in FOLDER.glob("*.ttl") if path != ADDRESSES)
LIST_OF_CITIES = Path(__file__).parents[2] / "shared" / "reference" / "mission_cities.csv"

CLASSES = {
    "City",
    "Region",
    "State",
    "District",
    "Country",
    "Union",
    "Scope",
    "Organisation",
    "PublicBody",
    "Ministry",
    "Cabinet",
    "Council",
    "Company",
    "University",
    "Network",
    "NewsOutlet",
    "Person",
    "Office",
    "Mission",
    "Programme",
    "Project",
    "Policy",
    "Participation",
    "Call",
    "Application",
    "Selection",
    "ClimateCityContract",
    "AgreementType",
    "ContractStatus",
    "ContractSubmission",
    "ContractSigning",
    "Adoption",
    "LabelScheme",
    "LabelAward",
    "Facility",
    "Title",
    "TitleHolding",
    "LabelCount",
    "MissionCityCount",
    "ApplicantCount",
    "Target",
    "Goal",
    "Topic",
    "Unit",
    "Plan",
    "Partnership",
    "PartnershipKind",
    "PartnershipTopic",
    "Event",
    "OfficeHolding",
    "Designation",
    "DesignationKind",
    "DesignationApplication",
    "Act",
    "Assessment",
    "Funding",
}
PROPERTIES = {
    "liesIn",
    "population",
    "governs",
    "holder",
    "office",
    "organisation",
    "from",
    "until",
    "affiliatedWith",
    "partOf",
    "supports",
    "fundedBy",
    "ledBy",
    "sisterProject",
    "participant",
    "project",
    "role",
    "mission",
    "openedOn",
    "openedBy",
    "applicant",
    "submittedOn",
    "selectedCity",
    "selectedOn",
    "selectedBy",
    "contractCity",
    "partnersAtLeast",
    "partnerCount",
    "status",
    "legallyBinding",
    "submittedTo",
    "signedOn",
    "signatory",
    "adoptingCity",
    "item",
    "adoptedBy",
    "adoptedOn",
    "recipient",
    "label",
    "awardedOn",
    "handedOverOn",
    "awardedBy",
    "awardPlace",
    "awardEvent",
    "opens",
    "launchedOn",
    "titleHolder",
    "title",
    "count",
    "scope",
    "countedOn",
    "countEvent",
    "countKind",
    "targetHolder",
    "goal",
    "targetYear",
    "planCity",
    "since",
    "member",
    "partnershipKind",
    "topic",
    "eventPlace",
    "startsOn",
    "endsOn",
    "organisedBy",
    "speaksAt",
    "region",
    "designationStatus",
    "designatedOn",
    "designatedBy",
    "restsOn",
    "enactedOn",
    "applicationFor",
    "completedOn",
    "foundedOn",
    "amount",
    "currency",
    "funder",
    "fundingRecipient",
}
OTHER_PREDICATES = {
    RDF_TYPE.value,
    *(p.value for p in NAMING_PROPERTIES),
    RDFS + "comment",
    SKOS + "exactMatch",
    SKOS + "closeMatch",
    WGS84 + "lat",
    WGS84 + "long",
    DCTERMS + "source",
    KG + "confidence",
    KG + "seriesName",
    KG + "exactName",
    KG + "webHost",
}
# Kinds of thing that say nothing but their own name; all others state facts.
WORDS = {"ContractStatus", "Goal", "Office", "PartnershipKind", "Scope", "Title", "Topic", "Unit"}
# Names that two things of one class may share, with the reason.
SHARED_NAMES = {"twinning": "English calls so what sister cities do, and what pairs of a mission's cities do"}


class Register(NamedTuple):
    """All triples, and for each subject its predicates with their objects and the file it stands in."""

    triples: tuple[ox.Triple, ...]
    things: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]
    files: dict[str, set[str]]


@cache
def register() -> Register:
    triples: list[ox.Triple] = []
    things: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
    files: dict[str, set[str]] = defaultdict(set)
    for path in FILES:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            triples.append(quad.triple)
            things[quad.subject.value][quad.predicate.value].append(quad.object)
            files[quad.subject.value].add(path.name)
    return Register(tuple(triples), things, files)


def of_class(name: str) -> dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]:
    return {
        iri: about
        for iri, about in register().things.items()
        if CM + name in {kind.value for kind in about[RDF_TYPE.value]}
    }


def names_of(about: dict[str, list[ox.NamedNode | ox.Literal]]) -> set[tuple[str, str]]:
    return {(n.value, n.language or "") for p in NAMING_PROPERTIES for n in about.get(p.value, [])}


@cache
def rows() -> tuple[dict[str, str], ...]:
    if not LIST_OF_CITIES.exists():
        pytest.skip("the list of mission cities that the register was made from is not here")
    with LIST_OF_CITIES.open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))


def city_of(row: dict[str, str]) -> tuple[str, dict[str, list[ox.NamedNode | ox.Literal]]]:
    found = {iri: c for iri, c in of_class("City").items() if row["name_en"] in {n for n, _ in names_of(c)}}
    assert len(found) == 1, f"{row['name_en']}: {sorted(found)}"
    return next(iter(found.items()))


def where(predicate: str, value: str) -> list[str]:
    return [iri for iri, a in register().things.items() if value in {o.value for o in a.get(predicate, [])}]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_parses_and_is_not_empty(path):
    found = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))

    assert found


def test_there_are_files():
    assert len(FILES) >= 10


def test_no_node_is_blank():
    blank = [t for t in register().triples if ox.BlankNode in (type(t.subject), type(t.object))]

    assert not blank


def test_a_thing_stands_in_one_file():
    split = {iri: sorted(names) for iri, names in register().files.items() if len(names) > 1}

    assert not split


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_things_of_a_file_are_sorted_by_class_and_name(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    subjects = [line.split()[0] for line in lines if " a cm:" in line and not line.startswith((" ", "#"))]

    order = [(kind, name) for kind, name in (subject.split(":") for subject in subjects)]

    assert [k for k, _ in order] == sorted((k for k, _ in order)), path.name
    assert all(a[1] < b[1] for a, b in itertools.pairwise(order) if a[0] == b[0])


def test_every_thing_has_one_class_and_its_address_is_made_of_it():
    wrong = []
    for iri, about in register().things.items():
        kinds = {kind.value for kind in about[RDF_TYPE.value]}
        kind = local_name(next(iter(kinds), "")).lower()
        folder, _, key = iri.removeprefix(BASE + "id/").partition("/")
        if len(kinds) != 1 or folder != kind or key != slug(key):
            wrong.append((iri, sorted(kinds)))

    assert not wrong


def test_only_agreed_classes_and_predicates_are_used():
    classes = {o.value for a in register().things.values() for o in a[RDF_TYPE.value]}
    predicates = {t.predicate.value for t in register().triples}

    assert classes <= {CM + name for name in CLASSES}
    assert predicates <= OTHER_PREDICATES | {CM + name for name in PROPERTIES}


def test_every_thing_spoken_of_is_a_thing_of_the_register():
    things = register().things

    missing = {
        t.object.value
        for t in register().triples
        if isinstance(t.object, ox.NamedNode)
        and t.object.value.startswith(BASE + "id/")
        and not t.object.value.startswith(BASE + "id/period/")
        and t.object.value not in things
    }

    assert not missing


def test_every_period_can_be_read():
    periods = {
        t.object.value.removeprefix(BASE + "id/period/")
        for t in register().triples
        if t.object.value.startswith(BASE + "id/period/")
    }

    read = {Period.parse(text.replace("--", "/")).text.replace("/", "--") for text in periods}

    assert periods == read


def test_every_thing_that_states_a_fact_has_a_source_and_a_confidence():
    wrong = []
    for iri, about in register().things.items():
        if {local_name(k.value) for k in about[RDF_TYPE.value]} <= WORDS:
            continue
        confidence = [c.value for c in about.get(KG + "confidence", [])]
        sources = about.get(DCTERMS + "source", [])
        if not sources or confidence not in (["seen twice"], ["seen once"], ["inferred"]):
            wrong.append((iri, len(sources), confidence))

    assert not wrong


def test_words_state_no_facts():
    stated = [
        (iri, p)
        for kind in WORDS
        for iri, about in of_class(kind).items()
        for p in about
        if p.startswith(CM) or p in (DCTERMS + "source", KG + "confidence")
    ]

    assert not stated


def test_every_source_is_a_public_address():
    wrong = []
    for triple in register().triples:
        if triple.predicate.value == DCTERMS + "source":
            address = urlsplit(triple.object.value)
            if address.scheme not in ("http", "https") or "." not in (address.hostname or ""):
                wrong.append(triple.object.value)

    assert not wrong


def test_every_name_has_a_language_and_no_stray_blanks():
    wrong = [
        t.object.value
        for t in register().triples
        if t.predicate in NAMING_PROPERTIES
        and (not t.object.language or t.object.value != " ".join(t.object.value.split()))
    ]

    assert not wrong


def test_a_thing_has_one_label_in_a_language():
    twice = []
    for iri, about in register().things.items():
        tags = [label.language for label in about.get(RDFS + "label", [])]
        if len(tags) != len(set(tags)):
            twice.append(iri)

    assert not twice


def test_everything_with_a_name_has_a_label_in_german_and_in_english():
    wrong = [
        iri
        for iri, about in register().things.items()
        if names_of(about) and not {"en", "de"} <= {n.language for n in about.get(RDFS + "label", [])}
    ]

    assert not wrong


def test_no_two_things_of_one_class_share_a_name():
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for iri, about in register().things.items():
        for kind in about[RDF_TYPE.value]:
            for name, _ in names_of(about):
                owners[kind.value, fold(name)].add(iri)

    shared = {key: sorted(iris) for key, iris in owners.items() if len(iris) > 1}

    assert {key: iris for key, iris in shared.items() if key[1] not in SHARED_NAMES} == {}


def test_the_label_goes_by_no_word_that_any_label_goes_by():
    (scheme,) = of_class("LabelScheme").values()

    names = {fold(name) for name, _ in names_of(scheme)}

    assert not names & {"label", "the label", "siegel", "anerkennung", "pradikat", "auszeichnung der eu"}


def test_every_city_has_a_country_and_coordinates():
    wrong = []
    within = {iri: [o.value for o in a.get(CM + "liesIn", [])] for iri, a in register().things.items()}
    for iri, about in of_class("City").items():
        around, reached = list(within[iri]), set()
        while around:
            place = around.pop()
            if place not in reached:
                reached.add(place)
                around.extend(within[place])
        if not any("/id/country/" in place for place in reached):
            wrong.append((iri, "country"))
        for axis, most in (("lat", 90), ("long", 180)):
            values = about.get(WGS84 + axis, [])
            if len(values) != 1 or abs(float(values[0].value)) > most:
                wrong.append((iri, axis))

    assert not wrong


def test_every_mission_city_of_the_list_is_here_with_labels_and_coordinates():
    for row in rows():
        _, about = city_of(row)

        assert {"en", "de"} <= {label.language for label in about[RDFS + "label"]}
        assert float(about[WGS84 + "lat"][0].value) == float(row["latitude"])
        assert float(about[WGS84 + "long"][0].value) == float(row["longitude"])


def test_every_mission_city_of_the_list_was_selected_once_and_no_other():
    expected = sorted(city_of(row)[0] for row in rows())

    selected = sorted(o.value for s in of_class("Selection").values() for o in s[CM + "selectedCity"])

    assert selected == expected
    assert len(selected) == 112


def test_every_labelled_city_of_the_list_has_its_award_and_no_other():
    expected = {city_of(row)[0]: row["label_date"] for row in rows() if row["label_wave"]}

    awards = {
        a[CM + "recipient"][0].value: local_name(a[CM + "awardedOn"][0].value)
        for a in of_class("LabelAward").values()
    }

    assert awards == expected


def test_addresses_of_awards_and_selections_name_their_city():
    for iri, award in of_class("LabelAward").items():
        assert local_name(iri) == local_name(award[CM + "recipient"][0].value) + "-eu-mission-label"
    for iri, selection in of_class("Selection").items():
        assert local_name(iri) == local_name(selection[CM + "selectedCity"][0].value)


def test_a_partnership_has_two_members_and_its_address_names_them_and_its_kind():
    for iri, about in of_class("Partnership").items():
        members = sorted(local_name(o.value) for o in about[CM + "member"])
        (kind,) = about[CM + "partnershipKind"]

        assert len(set(members)) == 2
        assert local_name(iri) == "-".join((*members, local_name(kind.value)))


def test_a_country_of_the_union_lies_in_it_and_an_associated_one_does_not():
    for row in rows():
        country = next(iri for iri in reached_from(city_of(row)[0]) if "/id/country/" in iri)

        inside = BASE + "id/union/european-union" in reached_from(country)

        assert inside == (row["eu_or_associated"] == "EU"), country


def reached_from(iri: str) -> list[str]:
    found: list[str] = []
    for place in [o.value for o in register().things[iri].get(CM + "liesIn", [])]:
        found.extend((place, *reached_from(place)))
    return found


def test_no_two_organisations_publish_at_one_host():
    owners: dict[str, set[str]] = defaultdict(set)
    for triple in register().triples:
        if triple.predicate.value == KG + "webHost":
            owners[triple.object.value].add(triple.subject.value)

    assert {host: sorted(iris) for host, iris in owners.items() if len(iris) > 1} == {}
    assert all(host == host.lower() and "/" not in host for host in owners)


@pytest.mark.parametrize(
    ("thing", "name", "language"),
    [
        ("agreementtype/climate-city-contract", "Climate City Contract", "en"),
        ("agreementtype/climate-city-contract", "Klimastadtvertrag", "de"),
        ("labelscheme/eu-mission-label", "EU Mission Label", "en"),
        ("mission/eu-cities-mission", "EU Cities Mission", "en"),
        ("facility/climate-city-capital-hub", "Climate City Capital Hub", "en"),
        ("act/net-zero-industry-act", "Net-Zero Industry Act", "en"),
        ("event/cities-mission-conference-2025", "Cities Mission Conference 2025", "en"),
        ("title/european-capital-of-innovation", "European Capital of Innovation (iCapital)", "en"),
        ("city/munich", "München", "de"),
        ("scope/all", "all", "en"),
        ("partnershipkind/sister-city", "sister city", "en"),
        ("goal/climate-neutrality", "climate neutrality", "en"),
    ],
)
def test_a_name_that_others_rely_on_is_the_label(thing, name, language):
    labels = register().things[f"{BASE}id/{thing}"][RDFS + "label"]

    assert ox.Literal(name, language=language) in labels


@cache
def addresses() -> dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]:
    told: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(path=str(ADDRESSES), format=ox.RdfFormat.TURTLE):
        told[quad.subject.value][quad.predicate.value].append(quad.object)
    return told


def test_an_address_that_has_a_date_is_cited_and_has_only_one():
    cited = {t.object.value for t in register().triples if t.predicate.value == DCTERMS + "source"}

    wrong = [a for a, told in addresses().items() if a not in cited or len(told[DCTERMS + "issued"]) != 1]

    assert addresses()
    assert wrong == []


def test_of_an_address_only_date_and_publisher_are_said():
    allowed = {DCTERMS + "issued", DCTERMS + "publisher"}
    publishers = {p.value for told in addresses().values() for p in told.get(DCTERMS + "publisher", [])}

    assert {p for told in addresses().values() for p in told} <= allowed
    assert publishers <= register().things.keys()


def test_the_date_of_an_address_can_be_read():
    periods = {t[DCTERMS + "issued"][0].value.removeprefix(BASE + "id/period/") for t in addresses().values()}

    assert periods == {Period.parse(text).text for text in periods}


def test_a_digest_and_the_register_agree_on_when_a_page_was_published():
    folder = FOLDER.parent / "documents"
    headers = [path.read_text(encoding="utf-8").split("---\n")[1] for path in sorted(folder.glob("*.md"))]
    sources = [yaml.safe_load(header)["source"] for header in headers]

    dated = {s["address"]: Period.parse(str(s["date"])) for s in sources if "date" in s}
    told = {
        a: Period.parse(addresses()[a][DCTERMS + "issued"][0].value.removeprefix(BASE + "id/period/"))
        for a in dated
        if a in addresses()
    }

    assert told
    assert {a: p.text for a, p in told.items() if not p.overlaps(dated[a])} == {}
