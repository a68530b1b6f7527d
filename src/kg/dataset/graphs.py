"""Readings → the graphs of a dataset. Pure: no files; the same readings give the same graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg import converting, turtle
from kg.claims import Claim
from kg.closure import compile_ontology
from kg.dataset import packing, sheets, texts
from kg.dataset.believing import Believed, Places, Reasoner, believe, decisions_behind
from kg.dataset.gathering import Complete, Gathering
from kg.dataset.intake import Intake
from kg.dataset.naming import composed_labels, frame_labels, listed_names
from kg.dataset.outlining import Outlines, outlines
from kg.dataset.overrides import Overrides
from kg.dataset.remembering import NOTHING, Memory
from kg.dataset.summing import Shelf
from kg.dataset.telling import Before, Doubts, OfSources, Once, Standing
from kg.dataset.timing import expected, graph_name, timing
from kg.dataset.wrongs import finding_triples, quarantine_triples
from kg.deciding import (
    LAST_DAY,
    Case,
    Chronicle,
    Decided,
    Histories,
    Source,
    deciding_over_time,
    known_day,
    plain_triples,
    prepare,
    register_sources,
)
from kg.deciding.annals import unfolded
from kg.findings import Finding
from kg.names import Names
from kg.register import Register, read_register
from kg.resolving import Resolution, resolve
from kg.schema import Schema
from kg.shapes import Checker

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Graphs:
    """A dataset before it is written.

    Args:
        parts: Graph → its triples; no triple stands in two.
        findings: All that is wrong or may be, sorted.
        counts: What there is of each kind.
        report: The SHACL report as N-Triples.
        texts: File name → a document's text as pages show it, as JSON, or the file that holds it.
        kept: What spares the next time its work.
    """

    parts: packing.Parts
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    report: str
    texts: Mapping[str, str | Path] = field(default_factory=dict)
    kept: Memory = NOTHING

    def quads(self) -> Iterator[Quad]:
        return packing.quads(self.parts)


def assemble(
    schema: Schema,
    intake: Intake,
    judged: Overrides | None = None,
    *,
    reasoner: str = "rules",
    validator: str = "rules",
    progress: Progress | None = None,
    register: Register | None = None,
    kept: Memory | None = None,
    complete: Complete | None = None,
    shelf: Shelf | None = None,
    workers: int = 1,
) -> Graphs:
    """From what documents say to what is believed, what follows and what is wrong.

    Args:
        schema: What is known before.
        intake: What the documents say.
        judged: What editors judged of it.
        reasoner: "rules" (the ontology compiled), or "owlrl" (slow; to compare with).
        validator: "rules" (the shapes compiled), or "pyshacl" (slow; to compare with).
        progress: Told before each step.
        register: What the register says, where it was read already.
        kept: Of an earlier time, under the same schema; it spares work and changes nothing.
        complete: Told of each graph as soon as nothing will be changed in it.
        shelf: Keeps lines of graphs, like `kept`.
        workers: Processes to work with; the graphs are the same.

    Raises:
        SchemaError: KG106, KG190; ClosureError: KG401; DatasetError: KG502, KG505.
    """
    tell = progress or (lambda step, done, total: None)
    judged, kept = judged or Overrides(), kept or NOTHING
    register = register or read_register(schema)
    claims = [claim for reading in intake.readings for claim in reading.claims]
    tell("resolving", 0, 4)
    resolution = resolve(claims, register.claims, schema)
    tell("deciding", 1, 4)
    sources = _sources(intake, register_sources(schema, register.claims))
    case = prepare([*claims, *register.claims], resolution, schema, sources, judged.judgements)
    graphs = Gathering(schema.names, complete, kept.graphs, shelf)
    histories = Histories(case, kept.decided)
    with deciding_over_time(case, register.triples, histories, aside=workers > 1) as decide:
        del histories  # it holds what came of every thing that has to go through its turns again
        # Threads that fill a store are idle before: what is forked holds none of their memory.
        _gather_documents(graphs, intake, case)
        decided, past = decide()
    tell("concluding and checking", 2, 4)
    places = Places(past.outcomes.on, decided, intake, schema)
    engine, checker = Reasoner(schema, reasoner), Checker(schema.shapes, schema.ontology, validator)
    believed = believe(decided.facts, register.triples, schema, engine, checker, places)
    tell("gathering", 3, 4)
    findings = sorted({*intake.findings, *judged.findings, *believed.findings, *_notes(decided, resolution)})
    labels = list(frame_labels(believed.facts, register.triples, schema))
    labels += composed_labels(believed.facts, schema)
    before = Before({of: each.annals for of, each in kept.decided.items()}, Doubts.recalled(*kept.doubts))
    doubts = _gather(
        graphs, case, past, intake, register, judged, decided, believed, findings, labels, before
    )
    parts = graphs.finished()
    counts = _counts(intake, register.claims, past, decided, believed, findings, parts)
    shown = {
        texts.file_name(r.iri.value): intake.pages.get(r.iri.value) or texts.as_json(r)
        for r in intake.readings
    }
    memory = Memory(past.outcomes.kept, graphs.made, doubts.told)
    return Graphs(parts, tuple(findings), counts, believed.report, shown, memory)


def _gather_documents(graphs: Gathering, intake: Intake, case: Case) -> None:
    """What each document says, in its graph: nothing of it waits for what is believed."""
    for reading in intake.readings:
        read = intake.sheets.get(reading.iri.value) or sheets.of_reading(reading, case.schema.names)
        told = sheets.called(read, case.resolution.canonical)
        graphs.add_document(reading.iri, told, known_day(case.sources.get(reading.iri.value)))


def _gather(
    graphs: Gathering,
    case: Case,
    past: Chronicle,
    intake: Intake,
    register: Register,
    judged: Overrides,
    decided: Decided,
    believed: Believed,
    findings: Sequence[Finding],
    labels: Sequence[Triple],
    before: Before | None = None,
) -> Doubts:
    """Everything else in its graph: what is believed, follows, is expected, was believed, and is wrong.

    Found: what was not told, since it led to what a rule keeps out.
    """
    schema, names = case.schema, case.schema.names
    # Decisions that led to what a rule keeps out stand with it.
    out = [*decisions_behind(believed.quarantined, past.outcomes.on)]
    doubts = Doubts(past, {d.iri(names) for d in out}, believed.quarantined)
    times = timing(
        case,
        past,
        facts=believed.facts,
        kept_out=believed.quarantined,
        register=register.triples,
        labels=labels,
        ruleset=compile_ontology(schema.ontology),
    )
    graphs.keep_in_mind(_in_other_graphs(decided, register, names))
    graphs.add("ontology", skolemised(schema.ontology, names))
    graphs.add("register", register.triples)
    for day, said in _by_day(register.claims, case):
        graphs.add(graph_name("register/claims", day), converting.claim_triples(said, names), day)
    plain = plain_triples(decided, case.resolution, names)
    kept = [*(t for t in plain if t not in believed.quarantined), *labels]
    graphs.add_by_day("facts", kept, times, (), Standing(past, doubts, before), OfSources(case, past, names))
    graphs.add_by_day("outlines", (), times, (), _outlined(case, intake, register, decided, believed))
    graphs.add("names", listed_names([*schema.ontology, *register.triples, *kept]))
    graphs.add_by_day("inferred", believed.closure.triples, times)
    graphs.add_by_day("expectations", (), times, expected(decided.expectations, case, past))
    graphs.add("overrides", judged.triples)
    graphs.add("quarantine", quarantine_triples(believed.quarantined, out, names), LAST_DAY)
    graphs.add("findings", (t for f in findings for t in finding_triples(f, names)), LAST_DAY)
    former = times.former(believed.quarantined)
    graphs.add_own("former", former, partial(unfolded, names=names), Once(past, doubts, before))
    graphs.add_periods()
    return doubts


def _outlined(
    case: Case, intake: Intake, register: Register, decided: Decided, believed: Believed
) -> Outlines:
    """What each document is about in short, on the day of the document."""
    claims = chain(decided.claims, (counted.resolved for counted in decided.counted))
    known = chain(register.triples, believed.facts, believed.closure.triples)
    found = outlines(claims, {r.iri.value: r.issued for r in intake.readings}, known)
    return Outlines(found, {document: known_day(case.sources.get(document)) for document in found})


def _in_other_graphs(decided: Decided, register: Register, names: Names) -> set[NamedNode]:
    """Claims that are written out elsewhere than in the graph of a document."""
    return {claim.iri(names) for claim in register.claims} | {c.resolved.iri for c in decided.counted}


def _by_day(claims: Iterable[Claim], case: Case) -> list[tuple[int, list[Claim]]]:
    """Claims of the register by the day from which they are known, the earliest first."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(case.days[claim.iri(case.schema.names)], []).append(claim)
    return sorted(found.items())


def _sources(intake: Intake, addresses: Mapping[str, Source]) -> dict[str, Source]:
    found = dict(addresses)
    for reading in intake.readings:
        source = reading.document.metadata.source
        found[reading.iri.value] = Source(
            iri=reading.iri,
            publisher=reading.publisher,
            issued=reading.issued,
            fingerprint=intake.fingerprints[reading.iri.value],
            primary=source.address if source else None,
            sketch=intake.sketches[reading.iri.value],
        )
    return found


def _notes(decided: Decided, resolution: Resolution) -> Iterator[Finding]:
    for note in {*decided.notes, *resolution.notes}:
        yield Finding(
            code="KG310", focus=note.about, severity="info", what="something to look at", found=note.text
        )


def skolemised(triples: Iterable[Triple], names: Names) -> list[Triple]:
    """The triples with IRIs for blank nodes, named by what hangs on them."""
    plain: list[Triple] = []
    blank: list[Triple] = []
    for t in triples:
        (blank if turtle.has_blank(t) else plain).append(t)
    quads = turtle.canonical_blanks(Quad(t.subject, t.predicate, t.object) for t in blank)

    def name(node: NamedNode | BlankNode | Literal | Triple) -> NamedNode | Literal | Triple:
        if isinstance(node, BlankNode):
            return NamedNode(f"{names.base}.well-known/genid/{node.value}")
        return node

    return [*plain, *(Triple(name(q.subject), q.predicate, name(q.object)) for q in quads)]  # type: ignore[arg-type]


def _counts(
    intake: Intake,
    register: Collection[Claim],
    past: Chronicle,
    decided: Decided,
    believed: Believed,
    findings: Iterable[Finding],
    parts: packing.Parts,
) -> dict[str, int]:
    readings = intake.readings
    numbers = [annals.numbers for annals in past.annals.values()]
    severities = Counter(finding.severity for finding in findings)
    return {
        "documents": len(readings),
        "documents unread": intake.unread,
        "passages": sum(len(r.passages) for r in readings),
        "passages silent": sum(len(r.silent) for r in readings),
        "claims": sum(len(r.claims) for r in readings),
        "claims of the register": len(register),
        "things": len({t.subject for t in believed.facts}),
        "facts": len(believed.facts),
        "facts that follow": len(believed.closure.triples),
        "facts in quarantine": len(believed.quarantined),
        "decisions": sum(each.decisions for each in numbers),
        "contradictions": sum(each.contradictions for each in numbers),
        "contradictions open": sum(each.open for each in numbers),
        "expectations": len(decided.expectations),
        "errors": severities["error"],
        "warnings": severities["warning"],
        "notes": severities["info"],
        "quads": sum(part.many for part in parts.values()),
    }
