"""Facts that keep the rules, what follows from them, and what had to be left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pyoxigraph import NamedNode, Triple

from kg import closure, converting
from kg.closure import Clash, Closure, Prover, Ruleset, close_with_owlrl, compile_ontology
from kg.dataset.intake import Intake
from kg.deciding import Decided, Decision, ResolvedClaim
from kg.errors import DatasetError
from kg.findings import Finding
from kg.names import RDF_TYPE
from kg.register import class_is_named
from kg.schema import Schema
from kg.shapes import Checker

__all__ = ["REASONERS", "Believed", "Places", "Reasoner", "believe", "decisions_behind"]

REASONERS = ("rules", "owlrl")
_MOST_ROUNDS = 8
_ONE_VALUE = frozenset(("KG803", "KG804", "KG805", "KG806", "KG807", "KG809"))
"""Codes of broken rules that one value breaks by itself, whatever else is said."""

DecisionsOn = Callable[[str], Iterable[Decision]]
"""Thing → what was decided on it, in any order."""


@dataclass(frozen=True, slots=True)
class Believed:
    """Facts that keep the rules, what follows from them, and what was left out."""

    facts: tuple[Triple, ...]
    closure: Closure
    findings: tuple[Finding, ...]
    quarantined: Mapping[Triple, Finding]
    report: str


def decisions_behind(facts: Iterable[Triple], decisions_on: DecisionsOn) -> Iterator[Decision]:
    """The decisions that led to facts, sorted."""
    wanted = {*facts}
    for thing in sorted({str(fact.subject)[1:-1] for fact in wanted}):
        found = (decision for decision in decisions_on(thing) if decision.triple in wanted)
        yield from sorted(found, key=lambda decision: decision.key)


class Places:
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
        return _few(
            {file for d in decisions_behind(facts, self._decisions_on) for file, _ in self._behind(d)}
        )

    def is_registered(self, fact: Triple) -> bool:
        """Whether the register says so."""
        decisions = decisions_behind([fact], self._decisions_on)
        return any(is_registered for d in decisions for _, is_registered in self._behind(d))

    def about(self, thing: str, path: str) -> str:
        decisions = [*self._decisions_on(thing)]
        own = {f for d in decisions if d.predicate.value == path for f, _ in self._behind(d)}
        return _few(own or {file for d in decisions for file, _ in self._behind(d)})


def _few(files: set[str]) -> str:
    names = sorted(files)
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def believe(
    facts: Sequence[Triple],
    register: Sequence[Triple],
    schema: Schema,
    engine: Reasoner,
    checker: Checker,
    places: Places,
) -> Believed:
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
    return Believed(tuple(left), closed, tuple(sorted(findings)), quarantined, validation.report)


class Reasoner:
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
        self, closed: Closure, facts: Sequence[Triple], register: Sequence[Triple], places: Places
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


def _clash_finding(clash: Clash, behind: Iterable[Triple], places: Places) -> Finding:
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
