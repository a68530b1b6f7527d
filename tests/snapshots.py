"""The graph as it would be if only what was published by a day had ever been: an oracle for `known_on`.

Built by the same stations from fewer claims, all decided at once; only which things are the same, and the names
of those that nobody names, are taken from all documents, as they are there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from pyoxigraph import Store, Triple

from kg import schema as schemas
from kg.dataset import believing, gathering, graphs, inputs, intake, overrides, packing
from kg.dataset.intake import Intake
from kg.dataset.naming import frame_labels
from kg.deciding import (
    LAST_DAY,
    Case,
    Chronicle,
    Decided,
    Decision,
    decide_case,
    decided_triples,
    known_day,
    prepare,
    register_sources,
)
from kg.deciding.annals import tell
from kg.deciding.chronicle import Outcomes
from kg.deciding.epochs import Epochs
from kg.deciding.graphs import counted_triples
from kg.deciding.histories import Entry
from kg.deciding.records import Settled
from kg.names import RDF_TYPE, Names
from kg.register import Register, read_register
from kg.resolving import Resolution, resolve
from kg.schema import Schema
from kg.shapes import Checker


class Snapshots:
    """All snapshots of one project; it is read once."""

    def __init__(self, root: Path) -> None:
        self.schema: Schema = schemas.load(root)
        files = inputs.gather(root).files
        self._intake: Intake = intake.take_in(files, self.schema, cache=root / "build" / "cache")
        self._register: Register = read_register(self.schema)
        self._judged = overrides.read(root, self.schema)
        claims = [claim for reading in self._intake.readings for claim in reading.claims]
        self._resolution = resolve(claims, self._register.claims, self.schema)
        sources = graphs._sources(self._intake, register_sources(self.schema, self._register.claims))
        everything = [*claims, *self._register.claims]
        self.case: Case = prepare(everything, self._resolution, self.schema, sources, self._judged.judgements)

    @cached_property
    def _labels(self) -> list[Triple]:
        """The names that things without one have today."""
        decided = decide_case(self.case, self._register.triples)
        return list(frame_labels(decided.facts, self._register.triples, self.schema))

    def days(self) -> list[int]:
        """The days on which anything was published."""
        return sorted({*self.case.days.values()})

    def on(self, day: int) -> Store:
        """The dataset of a day."""
        published = {iri for iri, source in self.case.sources.items() if known_day(source) <= day}
        case = self.case.on(day)
        case = replace(case, resolution=self._resolved(case))
        readings = tuple(r for r in self._intake.readings if r.iri.value in published)
        names, said = self.schema.names, {claim.iri for claim in case.said}
        claims = tuple(c for c in self._register.claims if c.iri(names) in said)
        register = replace(self._register, claims=claims)
        decided = decide_case(case, register.triples)
        taken = replace(self._intake, readings=readings)
        past = _at_once(decided, names)
        places = believing.Places(past.outcomes.on, decided, taken, self.schema)
        engine = believing.Reasoner(self.schema, "rules")
        checker = Checker(self.schema.shapes, self.schema.ontology)
        believed = believing.believe(decided.facts, register.triples, self.schema, engine, checker, places)
        existing = {t.subject for t in believed.facts if t.predicate == RDF_TYPE}
        labels = [label for label in self._labels if label.subject in existing]
        parts = gathering.Gathering(names)
        graphs._gather_documents(parts, taken, case)
        graphs._gather(parts, case, past, taken, register, self._judged, decided, believed, [], labels)
        made = Store()
        made.extend(packing.quads(parts.finished()))
        return made

    def _resolved(self, case: Case) -> Resolution:
        """What all documents together tell of the things that these ones speak of."""
        spoken = {term.value for claim in case.said for term in (claim.claim.subject, claim.claim.object)}
        records = tuple(record for record in self._resolution.records if record.local in spoken)
        things = {record.thing for record in records}
        unregistered = frozenset(self._resolution.unregistered & things)
        return replace(self._resolution, records=records, unregistered=unregistered)


def _at_once(decided: Decided, names: Names) -> Chronicle:
    """What was decided at once, as if nothing had ever been decided before."""
    epochs, about = Epochs((LAST_DAY,)), defaultdict[str, list[Decision]](list)
    for decision in decided.decisions:
        about[decision.about.value].append(decision)
    told = dict.fromkeys(decided_triples(decided, names), 1)
    settled = Settled(decided.decisions, decided.contradictions)
    annals = tell(told, dict.fromkeys(decided.facts, 1), [settled], epochs, names)
    counted = {told: 1 for each in decided.counted for told in counted_triples(each, names)}
    outcomes = {
        thing: Entry("", "", annals, (((thing, "", ""), Settled(tuple(own))),))
        for thing, own in about.items()
    }
    return Chronicle(epochs.days, {"all at once": annals}, counted, Outcomes(outcomes))
