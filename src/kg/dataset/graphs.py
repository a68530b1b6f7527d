"""Readings → the graphs of a dataset. Pure: no files; the same readings give the same graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg import closure, converting, turtle
from kg.claims import Claim
from kg.closure import Clash, Closure, Prover, Ruleset, close_with_owlrl, compile_ontology
from kg.dataset import storing, texts
from kg.dataset.intake import Intake
from kg.dataset.naming import composed_labels, frame_labels
from kg.dataset.overrides import Overrides
from kg.dataset.timing import FROM_THE_START, graph_name, known_from, timing
from kg.deciding import (
    LAST_DAY,
    Case,
    Chronicle,
    Decided,
    Histories,
    Kept,
    Source,
    decide_over_time,
    expectations_graph,
    facts_triples,
    known_day,
    prepare,
    register_sources,
)
from kg.errors import DatasetError
from kg.findings import Finding
from kg.names import DCTERMS, RDF_TYPE, RDFS_LABEL, SH, Names, kg
from kg.register import Register, class_is_named, read_register
from kg.resolving import Resolution, resolve
from kg.schema import Schema
from kg.shapes import Checker

REASONERS = ("rules", "owlrl")
_MOST_ROUNDS = 8
_ONE_VALUE = frozenset(("KG803", "KG804", "KG805", "KG806", "KG807", "KG809"))
"""Codes of broken rules that one value breaks by itself, whatever else is said."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Graphs:
    """A dataset before it is written.

    Args:
        parts: Graph → its triples, sorted; no triple stands in two.
        findings: All that is wrong or may be, sorted.
        counts: What there is of each kind.
        report: The SHACL report as N-Triples.
        texts: File name → a document's text as pages show it.
        kept: What spares the next time its work: what came of things and numbers.
        digests: Graph → a hash of its triples.
    """

    parts: Mapping[NamedNode, Sequence[Triple]]
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    report: str
    texts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    kept: Kept = field(default_factory=dict)
    digests: Mapping[NamedNode, str] = field(default_factory=dict)

    def quads(self) -> Iterator[Quad]:
        return storing.quads(self.parts)


@dataclass(frozen=True, slots=True)
class _Believed:
    """Facts that keep the rules, what follows from them, and what was left out."""

    facts: tuple[Triple, ...]
    closure: Closure
    findings: tuple[Finding, ...]
    quarantined: Mapping[Triple, Finding]
    report: str


def assemble(
    schema: Schema,
    intake: Intake,
    judged: Overrides | None = None,
    *,
    reasoner: str = "rules",
    validator: str = "rules",
    progress: Progress | None = None,
    register: Register | None = None,
    kept: Kept | None = None,
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

    Raises:
        SchemaError: KG106, KG190; ClosureError: KG401; DatasetError: KG502, KG505.
    """
    tell = progress or (lambda step, done, total: None)
    judged = judged or Overrides()
    register = register or read_register(schema)
    claims = [claim for reading in intake.readings for claim in reading.claims]
    tell("resolving", 0, 4)
    resolution = resolve(claims, register.claims, schema)
    tell("deciding", 1, 4)
    sources = _sources(intake, register_sources(schema, register.claims))
    case = prepare([*claims, *register.claims], resolution, schema, sources, judged.judgements)
    histories = Histories(case, kept)
    decided, past = decide_over_time(case, register.triples, histories)
    tell("concluding and checking", 2, 4)
    places = _Places(decided, intake, schema)
    engine, checker = _Reasoner(schema, reasoner), Checker(schema.shapes, schema.ontology, validator)
    believed = _believe(decided.facts, register.triples, schema, engine, checker, places)
    tell("gathering", 3, 4)
    findings = sorted({*intake.findings, *judged.findings, *believed.findings, *_notes(decided, resolution)})
    labels = list(frame_labels(believed.facts, register.triples, schema))
    labels += composed_labels(believed.facts, schema)
    gathered = _gather(case, past, intake, register, judged, decided, believed, findings, labels)
    parts, digests = gathered.sorted()
    counts = _counts(intake, register.claims, decided, believed, findings, parts, schema.names)
    shown = {texts.file_name(r.iri.value): texts.as_dict(r) for r in intake.readings}
    return Graphs(parts, tuple(findings), counts, believed.report, shown, histories.kept(), digests)


def _gather(
    case: Case,
    past: Chronicle,
    intake: Intake,
    register: Register,
    judged: Overrides,
    decided: Decided,
    believed: _Believed,
    findings: Sequence[Finding],
    labels: Sequence[Triple],
) -> _Parts:
    """Everything in its graph: what is said, believed, follows, is expected, was believed, and is wrong."""
    schema, names = case.schema, case.schema.names
    kept, left_out = _parted(facts_triples(decided, case.resolution, names), decided, believed, names)
    quarantine = [*left_out, *_quarantine(believed.quarantined, decided, names)]
    times = timing(
        case,
        decided,
        past,
        facts=believed.facts,
        kept_out=believed.quarantined,
        register=register.triples,
        labels=labels,
        ruleset=compile_ontology(schema.ontology),
    )
    graphs = _Parts(names)
    for reading in intake.readings:
        triples = converting.document_triples(reading, names, _resolver(case.resolution))
        graphs.add_document(reading.iri, triples, known_day(case.sources.get(reading.iri.value)))
    graphs.add("ontology", skolemised(schema.ontology, names))
    graphs.add("register", register.triples)
    for day, said in _by_day(register.claims, case):
        graphs.add(graph_name("register/claims", day), converting.claim_triples(said, names), day)
    now = {"facts": [*kept, *labels], "inferred": [*believed.closure.triples]}
    now["expectations"] = list(expectations_graph(decided, names))
    for name, triples in now.items():
        for day, known in times.graphs(triples):
            graphs.add(graph_name(name, day), known, day)
    graphs.add("overrides", judged.triples)
    graphs.add("quarantine", quarantine, LAST_DAY)
    graphs.add("findings", (t for f in findings for t in finding_triples(f, names)), LAST_DAY)
    standing = {t for triples in now.values() for t in triples}
    former = times.former(standing, {*quarantine, *believed.quarantined}, names)
    graphs.add("former", former, None)
    graphs.add_periods()
    return graphs


def _by_day(claims: Iterable[Claim], case: Case) -> list[tuple[int, list[Claim]]]:
    """Claims of the register by the day from which they are known, the earliest first."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(case.days[claim.iri(case.schema.names).value], []).append(claim)
    return sorted(found.items())


def _resolver(resolution: Resolution) -> Callable[[NamedNode], NamedNode]:
    return lambda thing: NamedNode(resolution.canonical.get(thing.value, thing.value))


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


# --- believing ---------------------------------------------------------------------------------------------


class _Places:
    """Where facts come from: files of documents and of the register."""

    def __init__(self, decided: Decided, intake: Intake, schema: Schema) -> None:
        files = {r.iri.value: r.document.path.name for r in intake.readings}
        said = {claim.iri: claim for claim in decided.claims}
        self._by_fact: dict[Triple, set[str]] = {}
        self._by_slot: dict[tuple[str, str], set[str]] = {}
        self.registered: set[Triple] = set()
        for decision in decided.decisions:
            about = decision.about
            for claim in (said[w] for w in decision.winners if w in said):
                file = files.get(claim.source)
                if file is None:
                    self.registered.add(decision.triple)
                    file = schema.register_files.get(claim.claim.subject.value, claim.source)
                self._by_fact.setdefault(decision.triple, set()).add(file)
                self._by_slot.setdefault((about.value, decision.triple.predicate.value), set()).add(file)
                self._by_slot.setdefault((about.value, ""), set()).add(file)

    def of(self, facts: Iterable[Triple]) -> str:
        return _few({file for fact in facts for file in self._by_fact.get(fact, ())})

    def about(self, thing: str, path: str) -> str:
        return _few(self._by_slot.get((thing, path)) or self._by_slot.get((thing, ""), set()))


def _few(files: set[str]) -> str:
    names = sorted(files)
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def _believe(
    facts: Sequence[Triple],
    register: Sequence[Triple],
    schema: Schema,
    engine: _Reasoner,
    checker: Checker,
    places: _Places,
) -> _Believed:
    """Close and check; leave out what breaks a rule, and begin again, until nothing has to be left out."""
    periods = converting.period_triples(
        converting.periods_in([*facts, *register], schema.names), schema.names
    )
    left, quarantined, findings = list(facts), dict[Triple, Finding](), set[Finding]()
    for _ in range(_MOST_ROUNDS):
        closed = engine.close([*left, *register])
        validation = checker.validate([*left, *register, *closed.triples, *periods])
        broken = [replace(f, at=f.at or places.about(f.focus, f.path)) for f in validation.findings]
        clashes = engine.clashes(closed, left, register, places)
        findings |= {*broken, *validation.notes, *(finding for finding, _ in clashes)}
        out = _to_leave_out(broken, left, schema)
        for finding, facts_out in clashes:
            out |= {fact: finding for fact in facts_out if fact not in out}
        if not out:
            break
        quarantined |= out
        left = [t for t in left if t not in out]
    return _Believed(tuple(left), closed, tuple(sorted(findings)), quarantined, validation.report)


class _Reasoner:
    def __init__(self, schema: Schema, name: str) -> None:
        if name not in REASONERS:
            raise DatasetError("KG505", "no reasoner of this name", found=name, want=" or ".join(REASONERS))
        self._ontology = schema.ontology
        self._rules: Ruleset | None = compile_ontology(schema.ontology) if name == "rules" else None

    def close(self, facts: Iterable[Triple]) -> Closure:
        if self._rules is not None:
            return closure.run(facts, self._rules)
        return close_with_owlrl(facts, self._ontology)

    def clashes(
        self, closed: Closure, facts: Sequence[Triple], register: Sequence[Triple], places: _Places
    ) -> list[tuple[Finding, list[Triple]]]:
        """Each clash with the facts that have to go.

        What rests on the register stands against what rests on a document alone. Where both sides do, or
        neither, nobody can say which is wrong: nothing goes, and the finding stays.
        """
        if not closed.clashes:
            return []
        rules = self._rules or compile_ontology(self._ontology)
        prover = Prover([*facts, *register], rules.rules)
        known = {*facts}
        found = []
        for clash in closed.clashes:
            proofs = [prover.prove(triple) for triple in clash.triples]
            sides = [[f for f in proof.facts() if f in known] for proof in proofs if proof is not None]
            doubtful = [[f for f in side if f not in places.registered] for side in sides]
            out = [f for side in doubtful for f in side] if not all(doubtful) else []
            behind = [f for side in sides for f in side]
            found.append((_clash_finding(clash, behind, places), out))
        return found


def _to_leave_out(
    findings: Iterable[Finding], facts: Sequence[Triple], schema: Schema
) -> dict[Triple, Finding]:
    """The facts that have to go, each with the finding that says so.

    A value that is wrong by itself goes alone. Where a rule speaks of the whole (too few, too many, at
    odds), a frame goes whole, with what points to it; of a thing with a name, only the property's values.
    """
    about: dict[str, list[Triple]] = {}
    pointing: dict[str, list[Triple]] = {}
    for fact in facts:
        about.setdefault(str(fact.subject), []).append(fact)
        pointing.setdefault(str(fact.object), []).append(fact)
    found: dict[Triple, Finding] = {}
    for finding in findings:
        if finding.severity != "error" or not finding.focus:
            continue
        node = f"<{finding.focus}>"
        own = about.get(node, [])
        wrong = [t for t in own if t.predicate.value == finding.path and str(t.object) == finding.value]
        slot = [t for t in own if t.predicate.value == finding.path]
        whole = [*own, *pointing.get(node, [])] if _is_frame(own, schema) else slot
        for triple in (wrong or whole) if finding.code in _ONE_VALUE else whole:
            found.setdefault(triple, finding)
    return found


def _is_frame(facts: Iterable[Triple], schema: Schema) -> bool:
    """Whether a thing is what fills its slots: nothing of it is worth keeping where a slot is missing."""
    classes = [t.object.value for t in facts if t.predicate == RDF_TYPE and isinstance(t.object, NamedNode)]
    return any(schema.identities_of(c) for c in classes) and not any(
        class_is_named(schema, c) for c in classes
    )


def _clash_finding(clash: Clash, behind: Iterable[Triple], places: _Places) -> Finding:
    first = clash.triples[0] if clash.triples else None
    focus = first.subject.value if first and isinstance(first.subject, NamedNode) else ""
    facts = list(dict.fromkeys(behind))
    return Finding(
        code="KG402",
        focus=focus,
        path=first.predicate.value if first else "",
        value=str(first.object) if first else "",
        component=clash.rule,
        severity="error",
        what="facts that the ontology says cannot all hold",
        at=places.of(facts),
        found=" . ".join(map(str, clash.triples)) + "".join(f" ; from {fact}" for fact in facts)
        if clash.triples
        else clash.note,
        want="; ".join(map(str, clash.axioms)),
        facts=tuple(map(str, facts)),
        do="kg explain --clashes, and mend the lexicon, the register or the axiom",
    )


def _notes(decided: Decided, resolution: Resolution) -> Iterator[Finding]:
    for note in {*decided.notes, *resolution.notes}:
        yield Finding(
            code="KG310", focus=note.about, severity="info", what="something to look at", found=note.text
        )


# --- what stands beside the facts --------------------------------------------------------------------------


def _parted(
    triples: Iterable[Triple], decided: Decided, believed: _Believed, names: Names
) -> tuple[list[Triple], list[Triple]]:
    """The facts graph without what was left out, and the decisions that led to what was left out."""
    if not believed.quarantined:
        return [*triples], []
    out = {d.iri(names) for d in decided.decisions if d.triple in believed.quarantined}
    kept: list[Triple] = []
    left_out: list[Triple] = []
    for triple in triples:
        if triple not in believed.quarantined:
            (left_out if triple.subject in out else kept).append(triple)
    return kept, left_out


def _quarantine(quarantined: Mapping[Triple, Finding], decided: Decided, names: Names) -> Iterator[Triple]:
    behind = {d.triple: d for d in decided.decisions}
    for triple in sorted(quarantined, key=str):
        node = names.hashed("quarantined", *map(str, (triple.subject, triple.predicate, triple.object)))
        yield Triple(node, RDF_TYPE, kg("Quarantined"))
        yield Triple(node, kg("about"), triple.subject)
        yield Triple(node, kg("property"), triple.predicate)
        yield Triple(node, kg("value"), triple.object)
        yield Triple(node, kg("finding"), finding_iri(quarantined[triple], names))
        for claim in behind[triple].winners if triple in behind else ():
            yield Triple(node, kg("claim"), claim)


def finding_iri(finding: Finding, names: Names) -> NamedNode:
    """The same for the same breach of the same rule at the same place."""
    parts = (
        finding.code,
        finding.focus,
        finding.path,
        finding.value,
        finding.shape,
        finding.at,
        finding.found,
    )
    return names.hashed("finding", *parts)


def finding_triples(finding: Finding, names: Names) -> list[Triple]:
    """A finding for the graph of findings; unsorted."""
    node = finding_iri(finding, names)
    texts = {
        "what": finding.what,
        "at": finding.at,
        "found": finding.found,
        "want": finding.want,
        "do": finding.do,
    }
    found = [
        Triple(node, RDF_TYPE, kg("Finding")),
        Triple(node, NamedNode(DCTERMS + "identifier"), Literal(finding.code)),
        Triple(node, RDFS_LABEL, Literal(finding.what or finding.code)),
        Triple(node, kg("severity"), Literal(finding.severity)),
        *(Triple(node, kg(key), Literal(text)) for key, text in texts.items() if text),
        *(_message(node, language, text) for language, text in finding.messages),
    ]
    for predicate, iri in (
        (kg("about"), finding.focus),
        (kg("property"), finding.path),
        (NamedNode(SH + "sourceShape"), finding.shape),
    ):
        term = _iri(iri)
        if term is not None:
            found.append(Triple(node, predicate, term))
    return found


def _message(node: NamedNode, language: str, text: str) -> Triple:
    said = Literal(text, language=language) if language else Literal(text)
    return Triple(node, NamedNode(SH + "resultMessage"), said)


def _iri(text: str) -> NamedNode | None:
    """An IRI; None for a path, a blank node or nothing."""
    try:
        return NamedNode(text) if ":" in text else None
    except ValueError:
        return None


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


# --- parts -------------------------------------------------------------------------------------------------


class _Parts:
    """Graphs that share no triple: what an earlier one holds, a later one goes without."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._parts: dict[NamedNode, list[Triple]] = {}
        self._seen: set[Triple] = set()
        self._days: list[Triple] = []

    def add(self, graph: str, triples: Iterable[Triple], day: int | None = FROM_THE_START) -> None:
        """A graph and since when it is known; None for one that is never asked as it was on a day."""
        self._put(self._names.graph(graph), [*self._fresh(triples)], day)

    def _fresh(self, triples: Iterable[Triple]) -> Iterator[Triple]:
        """Those that no graph holds yet, each once."""
        seen = self._seen
        many = len(seen)
        for triple in triples:
            # To hash a triple costs more than all else here: it is looked up and put in in one.
            seen.add(triple)
            if len(seen) > many:
                many += 1
                yield triple

    def _put(self, graph: NamedNode, triples: list[Triple], day: int | None) -> None:
        self._parts[graph] = triples
        if day is not None and triples:
            self._days.append(known_from(graph, day))

    def add_document(self, graph: NamedNode, triples: Iterable[Triple], day: int) -> None:
        wanted = {*triples}
        found = [*self._fresh(wanted)]
        if graph in self._parts or len(found) < len(wanted):
            twice = next(iter(sorted(wanted - {*found}, key=str)), None)
            raise DatasetError(
                "KG502",
                "graphs that overlap",
                at=graph.value,
                found=str(twice or "a second graph of this name"),
                want="each triple in one graph",
                do="report it: documents' graphs share nothing by construction",
            )
        self._put(graph, found, day)

    def add_periods(self) -> None:
        """What every period is that any graph speaks of."""
        used = converting.periods_in((t for part in self._parts.values() for t in part), self._names)
        self.add("periods", converting.period_triples(used, self._names))

    def sorted(self) -> tuple[dict[NamedNode, list[Triple]], dict[NamedNode, str]]:
        """The graphs that are not empty, and a hash of each."""
        self.add("known", self._days, None)
        parts, digests = dict[NamedNode, list[Triple]](), dict[NamedNode, str]()
        for graph in sorted(self._parts, key=lambda g: g.value):
            triples = self._parts[graph]
            if triples:
                lines = [*map(str, triples)]
                order = sorted(range(len(lines)), key=lines.__getitem__)
                parts[graph] = [triples[place] for place in order]
                digests[graph] = storing.digest_of(lines[place] for place in order)
        return parts, digests


def _counts(
    intake: Intake,
    register: Collection[Claim],
    decided: Decided,
    believed: _Believed,
    findings: Iterable[Finding],
    parts: Mapping[NamedNode, Sequence[Triple]],
    names: Names,
) -> dict[str, int]:
    readings = intake.readings
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
        "decisions": len(decided.decisions),
        "contradictions": len(decided.contradictions),
        "contradictions open": sum(c.status.value == "Open" for c in decided.contradictions),
        "expectations": len(decided.expectations),
        "errors": severities["error"],
        "warnings": severities["warning"],
        "notes": severities["info"],
        "quads": sum(map(len, parts.values())),
    }
