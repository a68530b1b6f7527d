"""Readings → the graphs of a dataset. Pure: no files; the same readings give the same graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg import closure, converting, turtle
from kg.claims import Claim
from kg.closure import Clash, Closure, Prover, Ruleset, close_with_owlrl, compile_ontology
from kg.dataset import packing, sheets, texts
from kg.dataset.intake import Intake
from kg.dataset.naming import composed_labels, frame_labels, listed_names
from kg.dataset.outlining import outlines
from kg.dataset.overrides import Overrides
from kg.dataset.packing import Packed, Piles, pack
from kg.dataset.sheets import Sheet
from kg.dataset.timing import (
    FROM_THE_START,
    Timing,
    expected,
    graph_name,
    known_from,
    of_sources,
    timing,
)
from kg.deciding import (
    LAST_DAY,
    Case,
    Chronicle,
    Decided,
    Decision,
    Histories,
    Kept,
    ResolvedClaim,
    Source,
    decide_over_time,
    known_day,
    plain_triples,
    prepare,
    register_sources,
)
from kg.deciding.annals import but_spells_of
from kg.deciding.graphs import decision_triples
from kg.errors import DatasetError
from kg.findings import Finding
from kg.names import DCTERMS, RDF_TYPE, RDFS_LABEL, SH, Names, kg
from kg.periods import Period
from kg.register import Register, class_is_named, read_register
from kg.resolving import Resolution, resolve
from kg.schema import Schema
from kg.shapes import Checker

REASONERS = ("rules", "owlrl")
_MOST_ROUNDS = 8
_ONE_VALUE = frozenset(("KG803", "KG804", "KG805", "KG806", "KG807", "KG809"))
"""Codes of broken rules that one value breaks by itself, whatever else is said."""

Progress = Callable[[str, int, int], None]
Complete = Callable[[NamedNode, Packed], None]
DecisionsOn = Callable[[str], Iterable[Decision]]
"""Thing → what was decided on it, in any order."""


@dataclass(frozen=True, slots=True)
class Graphs:
    """A dataset before it is written.

    Args:
        parts: Graph → its triples; no triple stands in two.
        findings: All that is wrong or may be, sorted.
        counts: What there is of each kind.
        report: The SHACL report as N-Triples.
        texts: File name → a document's text as pages show it, as JSON.
        kept: What spares the next time its work: what came of things and numbers.
    """

    parts: packing.Parts
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    report: str
    texts: Mapping[str, str] = field(default_factory=dict)
    kept: Kept = field(default_factory=dict)

    def quads(self) -> Iterator[Quad]:
        return packing.quads(self.parts)


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
    complete: Complete | None = None,
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
    graphs = _Parts(schema.names, complete)
    _gather_documents(graphs, intake, case)
    decided, past = decide_over_time(case, register.triples, Histories(case, kept))
    tell("concluding and checking", 2, 4)
    places = _Places(past.outcomes.on, decided, intake, schema)
    engine, checker = _Reasoner(schema, reasoner), Checker(schema.shapes, schema.ontology, validator)
    believed = _believe(decided.facts, register.triples, schema, engine, checker, places)
    tell("gathering", 3, 4)
    findings = sorted({*intake.findings, *judged.findings, *believed.findings, *_notes(decided, resolution)})
    labels = list(frame_labels(believed.facts, register.triples, schema))
    labels += composed_labels(believed.facts, schema)
    _gather(graphs, case, past, intake, register, judged, decided, believed, findings, labels)
    parts = graphs.finished()
    counts = _counts(intake, register.claims, past, decided, believed, findings, parts)
    shown = {texts.file_name(r.iri.value): texts.as_json(r) for r in intake.readings}
    return Graphs(parts, tuple(findings), counts, believed.report, shown, past.outcomes.kept)


def _gather_documents(graphs: _Parts, intake: Intake, case: Case) -> None:
    """What each document says, in its graph: nothing of it waits for what is believed."""
    for reading in intake.readings:
        read = intake.sheets.get(reading.iri.value) or sheets.of_reading(reading, case.schema.names)
        told = sheets.called(read, case.resolution.canonical)
        graphs.add_document(reading.iri, told, known_day(case.sources.get(reading.iri.value)))


def _gather(
    graphs: _Parts,
    case: Case,
    past: Chronicle,
    intake: Intake,
    register: Register,
    judged: Overrides,
    decided: Decided,
    believed: _Believed,
    findings: Sequence[Finding],
    labels: Sequence[Triple],
) -> None:
    """Everything else in its graph: what is believed, follows, is expected, was believed, and is wrong."""
    schema, names = case.schema, case.schema.names
    # Decisions that led to what a rule keeps out stand with it.
    out = [*_decisions_on(believed.quarantined, past.outcomes.on)]
    told = _Annals(past, {d.iri(names) for d in out}, believed.quarantined, names)
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
    graphs.add_by_day("facts", kept, times, chain(told.standing(), of_sources(case, past, names)))
    graphs.add_by_day("outlines", (), times, _outlined(case, intake, register, decided, believed))
    graphs.add("names", listed_names([*schema.ontology, *register.triples, *kept]))
    graphs.add_by_day("inferred", believed.closure.triples, times)
    graphs.add_by_day("expectations", (), times, expected(decided.expectations, case, past))
    graphs.add("overrides", judged.triples)
    graphs.add("quarantine", _quarantine(believed.quarantined, out, names), LAST_DAY)
    graphs.add("findings", (t for f in findings for t in finding_triples(f, names)), LAST_DAY)
    graphs.add_own("former", chain(times.former(believed.quarantined, names), told.former()))
    graphs.add_periods()


def _decisions_on(facts: Iterable[Triple], decisions_on: DecisionsOn) -> Iterator[Decision]:
    """The decisions that led to facts, sorted."""
    wanted = {*facts}
    for thing in sorted({str(fact.subject)[1:-1] for fact in wanted}):
        found = (decision for decision in decisions_on(thing) if decision.triple in wanted)
        yield from sorted(found, key=lambda decision: decision.key)


class _Annals:
    """What annals tell, as lines, but for the decisions that led to what a rule keeps out.

    Args:
        past: What was decided when.
        out: Those decisions.
        quarantined: What a rule keeps out.
        names: Of the project.
    """

    def __init__(
        self, past: Chronicle, out: Collection[NamedNode], quarantined: Iterable[Triple], names: Names
    ) -> None:
        self._past = past
        self._out = {str(node) for node in out}
        # Numbers are told by families; what is kept out of one may stand in any.
        things = {str(fact.subject)[1:-1] for fact in quarantined}
        self._doubtful = (
            {owner for owner in past.annals if owner in things or " " in owner} if things else set()
        )
        self._names = names

    def standing(self) -> Iterator[tuple[str, int]]:
        """Lines of what stands, each with the day since which it has without a break."""
        for owner, annals in self._past.annals.items():
            for day, text in annals.told()[0]:
                for line in text.split("\n"):
                    if owner not in self._doubtful or line.partition(" ")[0] not in self._out:
                        yield line, day

    def former(self) -> Iterator[str]:
        """Lines of what stood once."""
        for owner, annals in self._past.annals.items():
            standing, former = annals.told()
            if not former:
                continue
            if owner not in self._doubtful:
                yield from former.split("\n")
                continue
            out = {
                line
                for _, text in standing
                for line in text.split("\n")
                if line.partition(" ")[0] in self._out
            }
            yield from but_spells_of(out, former.split("\n"))


def _outlined(
    case: Case, intake: Intake, register: Register, decided: Decided, believed: _Believed
) -> Iterator[tuple[str, int]]:
    """What each document is about in short, as lines, with the day of the document."""
    claims = chain(decided.claims, (counted.resolved for counted in decided.counted))
    known = chain(register.triples, believed.facts, believed.closure.triples)
    for document, triples in outlines(
        claims, {r.iri.value: r.issued for r in intake.readings}, known
    ).items():
        day = known_day(case.sources.get(document))
        yield from ((str(triple), day) for triple in triples)


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


# --- believing ---------------------------------------------------------------------------------------------


class _Places:
    """Where facts come from: files of documents and of the register."""

    def __init__(self, decisions_on: DecisionsOn, decided: Decided, intake: Intake, schema: Schema) -> None:
        self._decisions_on, self._decided, self._intake, self._schema = decisions_on, decided, intake, schema

    @cached_property
    def _files(self) -> Mapping[str, str]:
        return {r.iri.value: r.document.path.name for r in self._intake.readings}

    @cached_property
    def _said(self) -> Mapping[NamedNode, ResolvedClaim]:
        return {claim.iri: claim for claim in self._decided.claims}

    def _behind(self, decision: Decision) -> Iterator[tuple[str, bool]]:
        """The file of each claim behind a decision, and whether it is the register's."""
        for claim in (self._said[w] for w in decision.winners if w in self._said):
            file = self._files.get(claim.source)
            own = self._schema.register_files.get(claim.claim.subject.value, claim.source)
            yield file or own, file is None

    def of(self, facts: Iterable[Triple]) -> str:
        return _few({file for d in _decisions_on(facts, self._decisions_on) for file, _ in self._behind(d)})

    def is_registered(self, fact: Triple) -> bool:
        """Whether the register says so."""
        decisions = _decisions_on([fact], self._decisions_on)
        return any(is_registered for d in decisions for _, is_registered in self._behind(d))

    def about(self, thing: str, path: str) -> str:
        decisions = [*self._decisions_on(thing)]
        own = {f for d in decisions if d.predicate.value == path for f, _ in self._behind(d)}
        return _few(own or {file for d in decisions for file, _ in self._behind(d)})


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
            doubtful = [[f for f in side if not places.is_registered(f)] for side in sides]
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


def _quarantine(
    quarantined: Mapping[Triple, Finding], out: Iterable[Decision], names: Names
) -> Iterator[Triple]:
    """What was left out, why, and the decisions that led to it."""
    behind = {d.triple: d for d in out}
    for decision in behind.values():
        yield from (Triple(*told) for told in decision_triples(decision, names))
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
    """Graphs that share no triple: what an earlier one holds, a later one goes without.

    Each is packed as soon as it is complete. Of what was written, only those triples are kept in mind that
    another graph might hold; those whose subjects one graph alone tells of need not be compared.

    Args:
        names: Of the project.
        complete: Told of each graph when it is packed.
    """

    def __init__(self, names: Names, complete: Complete | None = None) -> None:
        self._names = names
        self._complete = complete or (lambda graph, part: None)
        self._parts: dict[NamedNode, Packed] = {}
        self._seen: set[str] = set()
        self._days: list[Triple] = []
        self._periods: set[str] = set()
        self._owners: dict[int, NamedNode] = {}

    def add(self, graph: str, triples: Iterable[Triple], day: int | None = FROM_THE_START) -> None:
        """A graph and since when it is known; None for one that is never asked as it was on a day."""
        self._put(self._names.graph(graph), self._fresh(map(str, triples)), day)

    def add_own(self, graph: str, lines: Iterable[str]) -> None:
        """A graph of triples whose subjects no other tells of, and that is never asked as it was on a day."""
        self._put(self._names.graph(graph), lines, None)

    def add_by_day(
        self, name: str, triples: Iterable[Triple], times: Timing, own: Iterable[tuple[str, int]] = ()
    ) -> None:
        """A graph for each day since which any of what stands now is known.

        Args:
            name: Of them all.
            triples: What others might hold.
            times: When it was known; learns that it stands now.
            own: Lines that no other graph holds, by their subjects and properties, with their days.
        """
        piles = Piles()
        for triple, day in times.of(triples):
            for line in self._fresh([str(triple)]):
                piles.add(day, line)
        for line, day in own:
            piles.add(day, line)
        for day, lines in piles.graphs():
            self._put(self._names.graph(graph_name(name, day)), lines, day)

    def add_document(self, graph: NamedNode, told: Sheet, day: int) -> None:
        """The graph of a document; of what it tells of claims and their words, no other document may tell."""
        found = "a second graph of this name" if graph in self._parts else ""
        if not self._owners.keys().isdisjoint(told.owners):
            found = "claims or words that another document has"
        if found:
            raise DatasetError(
                "KG502",
                "graphs that overlap",
                at=graph.value,
                found=found,
                want="each triple in one graph",
                do="report it: documents' graphs share nothing by construction",
            )
        self._owners.update(dict.fromkeys(told.owners, graph))
        self._periods |= told.periods
        self._place(graph, told.part, day)
        self._seen.update(told.description)

    def keep_in_mind(self, claims: Iterable[NamedNode]) -> None:
        """What documents say of claims that graphs beside theirs tell of as well."""
        owners = (sheets.owner_of(claim) for claim in claims)
        for graph in {self._owners[owner] for owner in owners if owner in self._owners}:
            self._seen.update(line for t in self._parts[graph].texts() for line in t.decode().split("\n"))

    def _fresh(self, lines: Iterable[str]) -> Iterator[str]:
        """Those that no graph holds yet, each once."""
        for line in lines:
            if line not in self._seen:
                self._seen.add(line)
                yield line

    def _put(self, graph: NamedNode, lines: Iterable[str], day: int | None) -> None:
        part = pack(lines)
        self._periods |= sheets.periods_in(part, self._names)
        self._place(graph, part, day)

    def _place(self, graph: NamedNode, part: Packed, day: int | None) -> None:
        """A graph that is empty is none."""
        if part.many:
            self._parts[graph] = part
            self._complete(graph, part)
            if day is not None:
                self._days.append(known_from(graph, day))

    def add_periods(self) -> None:
        """What every period is that any graph speaks of."""
        used = {Period.parse(text) for text in self._periods}
        told = converting.period_triples(used, self._names)
        self.add("periods", [*told, *listed_names(told)])

    def finished(self) -> dict[NamedNode, Packed]:
        """The graphs that are not empty, sorted by name."""
        self.add("known", self._days, None)
        return {graph: self._parts[graph] for graph in sorted(self._parts, key=lambda g: g.value)}


def _counts(
    intake: Intake,
    register: Collection[Claim],
    past: Chronicle,
    decided: Decided,
    believed: _Believed,
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
