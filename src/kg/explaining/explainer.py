"""A triple → the rule it follows by → facts → decisions → claims → the quoted words."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.closure import FACT, Clash, Hierarchy, Proof, Prover, compile_ontology
from kg.errors import QueryError
from kg.explaining.looking import Lookup, Term, plain
from kg.explaining.naming import Namer
from kg.explaining.records import Explanation, Step, Words, rule_in_words
from kg.explaining.sayings import Sayings
from kg.names import DCTERMS, KG, RDF, RDF_TYPE, fold, kg, local_name
from kg.schema import Schema

_FIRST = NamedNode(RDF + "first")


class Explainer:
    """Explains triples of one dataset; reasons at the first conclusion it is asked about, then looks up.

    Args:
        store: A built dataset; only read.
        schema: Of the same project.
        language: Of names and rules, where there is a choice: "en" or "de".
    """

    def __init__(self, store: Store, schema: Schema, language: str = "en") -> None:
        self.look = Lookup(store)
        self._schema = schema
        self.reasoning = Reasoning(self.look, schema)
        self._speak(language)
        names = schema.names
        self._facts, self._inferred = names.graph("facts"), names.graph("inferred")
        self._register, self._ontology = names.graph("register"), names.graph("ontology")
        self._quarantine = names.graph("quarantine")

    def _speak(self, language: str) -> None:
        self._language = language
        self.namer = Namer(self.look, self._schema, language)
        self._sayings = Sayings(self.look, self._schema, self.namer)

    def speaking(self, language: str) -> Explainer:
        """The same in another language; what was reasoned for the one serves the other."""
        made = copy.copy(self)
        made._speak(language)
        return made

    def explain(
        self, subject: NamedNode, predicate: NamedNode | None = None, wanted: str | None = None
    ) -> Explanation:
        """See the function of this name; `wanted` is a value as it is shown.

        Raises:
            QueryError: KG610, where nothing is known.
        """
        triples = self._about(subject, predicate)
        if predicate is None:
            triples += self._pointing_to(subject)
        steps = [self.step(t, deep=predicate is not None) for t in triples]
        steps += [self._open(node) for node in self._open_decisions(subject, predicate)]
        expected = self._sayings.expected(subject, predicate)
        if wanted is not None:
            steps = [s for s in steps if self.namer.is_called(s.triple.object, wanted)]
            expected = [w for w in expected if fold(w.value) == fold(wanted)]
        if not steps and not expected:
            raise self._nothing(subject, predicate, wanted)
        return Explanation(subject.value, self.namer.name(subject), tuple(steps), tuple(expected))

    def property(self, text: str) -> NamedNode:
        """The property that bears a name; see `Namer.property`."""
        return self.namer.property(text)

    def beside(self, explanation: Explanation) -> list[NamedNode]:
        """The open decisions and the expectations that an explanation shows, sorted."""
        opened = {d for s in explanation.steps if s.status == "open" for d in self.decisions(s.triple)}
        graph = self._schema.names.graph("expectations")
        claims = {NamedNode(words.claim) for words in explanation.expected if words.claim}
        opened |= {node for claim in claims for node in self.look.nodes(kg("claim"), claim, graph)}
        return sorted(opened, key=str)

    def _nothing(self, subject: NamedNode, predicate: NamedNode | None, wanted: str | None) -> QueryError:
        asked = " ".join(
            [
                self.namer.name(subject),
                *([self.namer.name(predicate)] if predicate else []),
                *([wanted] if wanted else []),
            ]
        )
        known = sorted({self.namer.name(t.predicate) for t in self._about(subject, None)})
        return QueryError(
            "KG610",
            "nothing is known of this",
            found=asked,
            want=f"one of: {', '.join(known)}" if known else "a thing that some document speaks of",
            do="ask for the thing alone: kg explain THING",
        )

    # -- triples ------------------------------------------------------------------------------------------

    def _about(self, subject: NamedNode, predicate: NamedNode | None) -> list[Triple]:
        found = [
            *self.look.triples(self._facts, subject, predicate),
            *self.look.triples(self._inferred, subject, predicate),
        ]
        stated = self.look.triples(self._register, subject, predicate)
        # Names and the like are no news, unless somebody asks for them.
        return found + [t for t in stated if predicate is not None or t.predicate == RDF_TYPE]

    def _pointing_to(self, thing: NamedNode) -> list[Triple]:
        quads = self.look.quads(None, None, thing, self._facts)
        return sorted((q.triple for q in quads if not q.predicate.value.startswith(KG)), key=str)

    def step(self, triple: Triple, *, deep: bool = True) -> Step:
        """A triple with all that it rests on; with `deep` false, a conclusion without its proof."""
        decisions = self.decisions(triple)
        if decisions:
            return self._decided(triple, decisions[0])
        if self.look.has(triple, self._inferred):
            proof = self.reasoning.prover.prove(triple) if deep else None
            return self._concluded(proof) if proof else self._stated(triple, "inferred")
        return self._stated(triple, "register" if self.look.has(triple, self._register) else "ontology")

    def decisions(self, triple: Triple) -> list[NamedNode]:
        if not isinstance(triple.subject, NamedNode):
            return []
        return [
            node
            for node in self._nodes(triple.subject)
            if self.look.value(node, kg("property")) == triple.predicate
            and self.look.value(node, kg("value")) == triple.object
        ]

    def _nodes(self, thing: NamedNode) -> list[NamedNode]:
        """The decisions about a thing; of facts that were left out, too."""
        found = [*self.look.nodes(kg("about"), thing, self._facts)]
        found += self.look.nodes(kg("about"), thing, self._quarantine)
        return [n for n in found if self.look.value(n, RDF_TYPE) == kg("Decision")]

    def _open_decisions(self, subject: NamedNode, predicate: NamedNode | None) -> list[NamedNode]:
        return [
            node
            for node in self._nodes(subject)
            if self.look.value(node, kg("status")) == kg("Open")
            and predicate in (None, self.look.value(node, kg("property")))
        ]

    def _open(self, node: NamedNode) -> Step:
        parts = [self.look.value(node, kg(part)) for part in ("about", "property", "value")]
        return self._decided(Triple(*parts), node)  # type: ignore[arg-type]

    def _decided(self, triple: Triple, node: NamedNode) -> Step:
        rule, status = self.look.value(node, kg("rule")), self.look.value(node, kg("status"))
        return Step(
            triple=triple,
            text=self.namer.text(triple),
            origin="fact",
            rule=local_name(plain(rule)),
            reason=self._definition(rule),
            status=local_name(plain(status)).lower(),
            winners=self._sayings.of(node, kg("winner")),
            losers=self._sayings.of(node, kg("loser")),
        )

    def _definition(self, node: Term | None) -> str:
        """What the engine's vocabulary says of a rule."""
        wanted = NamedNode("http://www.w3.org/2004/02/skos/core#definition")
        for quad in self.look.store.quads_for_pattern(node, wanted, None, self._ontology):  # type: ignore[arg-type]
            if isinstance(quad.object, Literal) and quad.object.language == self._language:
                return quad.object.value
        return ""

    def _concluded(self, proof: Proof) -> Step:
        if proof.rule == FACT:
            return self.step(proof.conclusion)
        return Step(
            triple=proof.conclusion,
            text=self.namer.text(proof.conclusion),
            origin="ontology" if proof.rule == "stated" else "inferred",
            rule=proof.rule,
            reason=rule_in_words(proof.rule, self._language),
            axioms=self._axioms(proof),
            premises=tuple(self._concluded(premise) for premise in proof.premises),
        )

    def _axioms(self, proof: Proof) -> tuple[str, ...]:
        """The axioms in words; a list's cells as one sentence."""
        chain = [self.namer.name(a.object) for a in proof.axioms if a.predicate == _FIRST]
        told = [self.namer.text(a) for a in proof.axioms if _is_readable(a)]
        if proof.rule == "prp-spo2" and chain:
            then, makes = (", dann ", "ergibt") if self._language == "de" else (", then ", "makes")
            told.append(f"{then.join(chain)}, {makes} {self.namer.name(proof.conclusion.predicate)}")
        return tuple(told)

    def axioms_in_words(self, axioms: Iterable[Triple], clash: Clash) -> list[str]:
        """The axioms behind a clash; of a list that forbids, the members that it forbids here."""
        told = [self.namer.text(a) for a in axioms if _is_readable(a)]
        if any(isinstance(a.subject, BlankNode) for a in clash.axioms):
            kinds = [a.object for a in clash.axioms if a.predicate == RDF_TYPE]
            held = [t.object if t.predicate == RDF_TYPE else t.predicate for t in clash.triples]
            names = [*map(self.namer.name, kinds), *map(self.namer.name, held)]
            told.append(f"{names[0]}: {', '.join(names[1:])}" if kinds else ", ".join(names))
        return told

    def _stated(self, triple: Triple, origin: str) -> Step:
        winners: tuple[Words, ...] = ()
        if origin == "register" and isinstance(triple.subject, NamedNode):
            sources = self.look.values(triple.subject, NamedNode(DCTERMS + "source"), self._register)
            winners = tuple(
                self._sayings.entry(triple, source) for source in sources if isinstance(source, NamedNode)
            )
        return Step(triple, self.namer.text(triple), origin, winners=winners)


class Reasoning:
    """What takes its time, made when it is first asked for.

    Args:
        look: Into a built dataset.
        schema: Of the same project.
    """

    def __init__(self, look: Lookup, schema: Schema) -> None:
        self._look, self._schema = look, schema

    @cached_property
    def hierarchy(self) -> Hierarchy:
        return Hierarchy(self._schema.ontology)

    @cached_property
    def prover(self) -> Prover:
        names = self._schema.names
        facts = [*self._look.triples(names.graph("facts")), *self._look.triples(names.graph("register"))]
        return Prover(facts, compile_ontology(self._schema.ontology).rules)


def _is_readable(axiom: Triple) -> bool:
    """Not the cells of a list: they say nothing by themselves."""
    return not isinstance(axiom.subject, BlankNode) and not isinstance(axiom.object, BlankNode)
