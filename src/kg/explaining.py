"""A triple → the rule it follows by → facts → decisions → claims → the quoted words."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg import queries
from kg.closure import FACT, Proof, Prover, compile_ontology
from kg.errors import QueryError
from kg.names import (
    DCTERMS,
    KG,
    NAMING_PROPERTIES,
    OA,
    OWL,
    PROV,
    RDF,
    RDF_OBJECT,
    RDF_PREDICATE,
    RDF_SUBJECT,
    RDF_TYPE,
    RDFS_LABEL,
    fold,
    kg,
    local_name,
)
from kg.schema import Schema

if TYPE_CHECKING:
    from rich.tree import Tree

Term = NamedNode | BlankNode | Literal | Triple
_FIRST = NamedNode(RDF + "first")

RULES: dict[str, str] = {
    "cax-sco": "whatever is of a class is of the class above it",
    "cax-eqc1": "the two classes are one",
    "cax-eqc2": "the two classes are one",
    "cls-avf": "the class allows only such values",
    "cls-hv1": "the class has this value",
    "cls-hv2": "what has this value is of the class",
    "cls-int1": "what is of all the classes is of their intersection",
    "cls-int2": "what is of an intersection is of each class in it",
    "cls-oo": "the class lists its members",
    "cls-svf1": "what has such a value is of the class",
    "cls-svf2": "what has any value is of the class",
    "cls-uni": "what is of one of the classes is of their union",
    "eq-rep-o": "the two are one thing",
    "eq-rep-p": "the two are one thing",
    "eq-rep-s": "the two are one thing",
    "eq-sym": "the two are one thing",
    "eq-trans": "the two are one thing",
    "prp-dom": "whatever has the property is of its class",
    "prp-eqp1": "the two properties are one",
    "prp-eqp2": "the two properties are one",
    "prp-inv1": "the property read the other way round",
    "prp-inv2": "the property read the other way round",
    "prp-rng": "whatever the property leads to is of its class",
    "prp-spo1": "the property implies the one above it",
    "prp-spo2": "the properties, one after the other, make the longer way",
    "prp-symp": "the property holds in both directions",
    "prp-trp": "the property carries on from step to step",
    "stated": "the ontology says so itself",
}
"""Name of a rule in the W3C's tables → what it says, in plain words."""


@dataclass(frozen=True, slots=True)
class Words:
    """What one source says, as answers show it.

    Args:
        claim: IRI of the claim.
        value: What the claim says the value is, as text.
        said: The words; "" for an entry of the register.
        verbatim: False for a paraphrase.
        factuality: asserted, expected, possible or denied.
        document: IRI of the document, or the address that the register gives.
        title: Of the document; of a register's entry, the file it stands in.
        publisher: Its name; "" when unknown.
        issued: Day, month or year; "" when unknown.
        address: Where the publication can be read; "" when unknown.
        speaker: Whose words they are, where that is not the publisher.
        start: First code point in the document; -1 where there are no words.
        end: One past the last.
        counted: The number was counted from a list of names.
    """

    claim: str
    value: str
    said: str
    verbatim: bool
    factuality: str
    document: str
    title: str
    publisher: str
    issued: str
    address: str
    speaker: str = ""
    start: int = -1
    end: int = -1
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A triple and why it holds.

    Args:
        triple: What holds; where `status` is open, what some say.
        text: The same in words.
        origin: "fact", "inferred", "register" or "ontology".
        rule: What decided (local name in kg:), or by which rule of OWL RL it follows.
        reason: The same in words.
        status: "decided", "open", or "" where nothing had to be decided.
        axioms: The ontology's triples that the rule came from, in words.
        premises: What it follows from.
        winners: Who says so.
        losers: Who says otherwise.
    """

    triple: Triple
    text: str
    origin: str
    rule: str = ""
    reason: str = ""
    status: str = ""
    axioms: tuple[str, ...] = ()
    premises: tuple[Step, ...] = ()
    winners: tuple[Words, ...] = ()
    losers: tuple[Words, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "triple": [
                _plain(part) for part in (self.triple.subject, self.triple.predicate, self.triple.object)
            ],
            "text": self.text,
            "origin": self.origin,
            "rule": self.rule,
            "reason": self.reason,
            "status": self.status,
            "axioms": list(self.axioms),
            "premises": [step.as_dict() for step in self.premises],
            "winners": [_words_dict(words) for words in self.winners],
            "losers": [_words_dict(words) for words in self.losers],
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known on a question.

    Args:
        subject: IRI of the thing.
        name: Its name.
        steps: One for each triple in question, facts first.
        expected: What sources only expect or hold possible.
    """

    subject: str
    name: str
    steps: tuple[Step, ...]
    expected: tuple[Words, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "subject": self.subject,
            "name": self.name,
            "steps": [step.as_dict() for step in self.steps],
            "expected": [_words_dict(words) for words in self.expected],
        }

    def __str__(self) -> str:
        from io import StringIO

        from rich.console import Console

        out = StringIO()
        # Wide, because an address that is broken over two lines can be neither followed nor found.
        Console(file=out, width=10_000, no_color=True, highlight=False).print(to_tree(self))
        return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def explain(
    store: Store, schema: Schema, subject: str, predicate: str | None = None, object: str | None = None
) -> Explanation:
    """Why something is believed or follows, down to the words.

    Args:
        store: A built dataset; only read.
        schema: Of the same project.
        subject: A name, CURIE or IRI.
        predicate: A property's name, CURIE or IRI; without one, all facts about the thing or that lead to it.
        object: A value as it is shown, its name, CURIE or IRI; every value when left out.

    Raises:
        QueryError: KG603, KG604 for a name that several things or none bear; KG610 where nothing is known.
    """
    explainer = Explainer(store, schema)
    node = queries.resolve(store, subject, "", schema.prefixes)
    return explainer.explain(node, explainer.property(predicate) if predicate else None, object)


class Explainer:
    """Explains triples of one dataset; reasons at the first conclusion it is asked about, then looks up.

    Args:
        store: A built dataset; only read.
        schema: Of the same project.
    """

    def __init__(self, store: Store, schema: Schema) -> None:
        self._store = store
        self._schema = schema
        names = schema.names
        self._facts, self._inferred = names.graph("facts"), names.graph("inferred")
        self._register, self._ontology = names.graph("register"), names.graph("ontology")

    def property(self, text: str) -> NamedNode:
        """The property that bears a name, in any language, or that a CURIE, IRI or local name stands for.

        Raises:
            QueryError: KG604, when none does.
        """
        if text in ("a", "type", "rdf:type"):
            return RDF_TYPE
        prefix, _, local = text.strip("<>").partition(":")
        iri = self._schema.prefixes[prefix] + local if prefix in self._schema.prefixes else text.strip("<>")
        known = self._properties
        for key in (iri, fold(text)):
            if key in known:
                return NamedNode(known[key])
        near = difflib.get_close_matches(fold(text), sorted(known), n=5, cutoff=0.5)
        raise QueryError(
            "KG604", "no property of this name", found=text, want=", ".join(near) or "a property"
        )

    @cached_property
    def _properties(self) -> dict[str, str]:
        """IRI, folded local name or folded label → IRI."""
        kinds = {OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty"}
        iris = sorted(
            t.subject.value
            for t in self._schema.ontology
            if t.predicate == RDF_TYPE
            and isinstance(t.object, NamedNode)
            and t.object.value in kinds
            and isinstance(t.subject, NamedNode)
        )
        found = {iri: iri for iri in [*iris, *(p.value for p in NAMING_PROPERTIES)]}
        for iri in iris:
            for label in [local_name(iri), *self._labels(NamedNode(iri))]:
                found.setdefault(fold(label), iri)
        return found

    def _labels(self, node: NamedNode) -> list[str]:
        quads = self._store.quads_for_pattern(node, RDFS_LABEL, None, None)
        return sorted(q.object.value for q in quads if isinstance(q.object, Literal))

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
        expected = self._expected(subject, predicate)
        if wanted is not None:
            steps = [s for s in steps if self._is_called(s.triple.object, wanted)]
            expected = [w for w in expected if fold(w.value) == fold(wanted)]
        if not steps and not expected:
            raise self._nothing(subject, predicate, wanted)
        return Explanation(subject.value, self.name(subject), tuple(steps), tuple(expected))

    def _nothing(self, subject: NamedNode, predicate: NamedNode | None, wanted: str | None) -> QueryError:
        asked = " ".join(
            [
                self.name(subject),
                *([self.name(predicate)] if predicate else []),
                *([wanted] if wanted else []),
            ]
        )
        known = sorted({self.name(t.predicate) for t in self._about(subject, None)})
        return QueryError(
            "KG610",
            "nothing is known of this",
            found=asked,
            want=f"one of: {', '.join(known)}" if known else "a thing that some document speaks of",
            do="ask for the thing alone: kg explain THING",
        )

    # -- triples ------------------------------------------------------------------------------------------

    def _about(self, subject: NamedNode, predicate: NamedNode | None) -> list[Triple]:
        found = [*self._in(self._facts, subject, predicate), *self._in(self._inferred, subject, predicate)]
        stated = self._in(self._register, subject, predicate)
        # Names and the like are no news, unless somebody asks for them.
        return found + [t for t in stated if predicate is not None or t.predicate == RDF_TYPE]

    def _pointing_to(self, thing: NamedNode) -> list[Triple]:
        quads = self._store.quads_for_pattern(None, None, thing, self._facts)
        return sorted((q.triple for q in quads if not q.predicate.value.startswith(KG)), key=str)

    def _in(self, graph: NamedNode, subject: NamedNode, predicate: NamedNode | None) -> list[Triple]:
        quads = self._store.quads_for_pattern(subject, predicate, None, graph)
        return sorted((q.triple for q in quads if _is_of_domain(q.triple)), key=str)

    def step(self, triple: Triple, *, deep: bool = True) -> Step:
        """A triple with all that it rests on; with `deep` false, a conclusion without its proof."""
        decisions = self._decisions(triple)
        if decisions:
            return self._decided(triple, decisions[0])
        if self._has(triple, self._inferred):
            proof = self._prover.prove(triple) if deep else None
            return self._concluded(proof) if proof else self._stated(triple, "inferred")
        return self._stated(triple, "register" if self._has(triple, self._register) else "ontology")

    def _has(self, triple: Triple, graph: NamedNode) -> bool:
        quads = self._store.quads_for_pattern(triple.subject, triple.predicate, triple.object, graph)
        return next(quads, None) is not None

    def _decisions(self, triple: Triple) -> list[NamedNode]:
        if isinstance(triple.subject, BlankNode):
            return []
        return [
            node
            for node in self._nodes(kg("about"), triple.subject)
            if self._value(node, kg("property")) == triple.predicate
            and self._value(node, kg("value")) == triple.object
        ]

    def _nodes(self, predicate: NamedNode, target: Any) -> list[NamedNode]:
        """Decisions that a property leads to a term from."""
        quads = self._store.quads_for_pattern(None, predicate, target, self._facts)
        nodes = (q.subject for q in quads if isinstance(q.subject, NamedNode))
        return sorted((n for n in nodes if self._value(n, RDF_TYPE) == kg("Decision")), key=str)

    def _open_decisions(self, subject: NamedNode, predicate: NamedNode | None) -> list[NamedNode]:
        return [
            node
            for node in self._nodes(kg("about"), subject)
            if self._value(node, kg("status")) == kg("Open")
            and predicate in (None, self._value(node, kg("property")))
        ]

    def _open(self, node: NamedNode) -> Step:
        parts = [self._value(node, kg(part)) for part in ("about", "property", "value")]
        return self._decided(Triple(*parts), node)  # type: ignore[arg-type]

    def _decided(self, triple: Triple, node: NamedNode) -> Step:
        rule, status = self._value(node, kg("rule")), self._value(node, kg("status"))
        return Step(
            triple=triple,
            text=self.text(triple),
            origin="fact",
            rule=local_name(_plain(rule)),
            reason=self._definition(rule),
            status=local_name(_plain(status)).lower(),
            winners=self._sayings(node, kg("winner")),
            losers=self._sayings(node, kg("loser")),
        )

    def _definition(self, node: Term | None) -> str:
        """What the engine's vocabulary says of a rule, in English."""
        wanted = NamedNode("http://www.w3.org/2004/02/skos/core#definition")
        for quad in self._store.quads_for_pattern(node, wanted, None, self._ontology):  # type: ignore[arg-type]
            if isinstance(quad.object, Literal) and quad.object.language == "en":
                return quad.object.value
        return ""

    def _concluded(self, proof: Proof) -> Step:
        if proof.rule == FACT:
            return self.step(proof.conclusion)
        return Step(
            triple=proof.conclusion,
            text=self.text(proof.conclusion),
            origin="ontology" if proof.rule == "stated" else "inferred",
            rule=proof.rule,
            reason=RULES.get(proof.rule, ""),
            axioms=self._axioms(proof),
            premises=tuple(self._concluded(premise) for premise in proof.premises),
        )

    def _axioms(self, proof: Proof) -> tuple[str, ...]:
        """The axioms in words; a list's cells as one sentence."""
        chain = [self.name(a.object) for a in proof.axioms if a.predicate == _FIRST]
        plain = [self.text(a) for a in proof.axioms if _is_readable(a)]
        if proof.rule == "prp-spo2" and chain:
            plain.append(f"{', then '.join(chain)}, makes {self.name(proof.conclusion.predicate)}")
        return tuple(plain)

    def _stated(self, triple: Triple, origin: str) -> Step:
        winners: tuple[Words, ...] = ()
        if origin == "register" and isinstance(triple.subject, NamedNode):
            sources = self._values(triple.subject, NamedNode(DCTERMS + "source"), self._register)
            winners = tuple(
                self._entry(triple, source) for source in sources if isinstance(source, NamedNode)
            )
        return Step(triple, self.text(triple), origin, winners=winners)

    @cached_property
    def _prover(self) -> Prover:
        facts = [
            quad.triple
            for graph in (self._facts, self._register)
            for quad in self._store.quads_for_pattern(None, None, None, graph)
            if _is_of_domain(quad.triple)
        ]
        return Prover(facts, compile_ontology(self._schema.ontology).rules)

    # -- claims -------------------------------------------------------------------------------------------

    def _sayings(self, node: NamedNode, predicate: NamedNode) -> tuple[Words, ...]:
        claims = [c for c in self._values(node, predicate) if isinstance(c, NamedNode)]
        found = [words for claim in claims for words in self.words(claim)]
        return tuple(sorted(found, key=_by_day))

    def _expected(self, subject: NamedNode, predicate: NamedNode | None) -> list[Words]:
        graph = self._schema.names.graph("expectations")
        found: list[Words] = []
        for quad in self._store.quads_for_pattern(None, kg("about"), subject, graph):
            node = quad.subject
            if isinstance(node, NamedNode) and predicate in (None, self._value(node, kg("property"))):
                found += self._sayings(node, kg("claim"))
        return sorted(set(found), key=_by_day)

    def words(self, claim: NamedNode) -> list[Words]:
        """What a claim's sources say, one for each piece of evidence."""
        return [
            self._words(claim, evidence)
            for evidence in self._values(claim, kg("evidence"))
            if isinstance(evidence, NamedNode)
        ]

    def _words(self, claim: NamedNode, evidence: NamedNode) -> Words:
        source = self._value(evidence, NamedNode(OA + "hasSource"))
        document = source if isinstance(source, NamedNode) else NamedNode("urn:unknown")
        publisher = self._value(document, NamedNode(DCTERMS + "publisher"))
        speaker = self._value(evidence, NamedNode(PROV + "wasAttributedTo"))
        value = self._value(claim, kg("value")) or self._value(claim, RDF_OBJECT)
        is_document = self._value(document, RDF_TYPE) == kg("Document")
        said = self._said(evidence)
        return Words(
            claim=claim.value,
            value=self.name(value),
            said=" ".join(said.split()),
            verbatim=_plain(self._value(evidence, kg("verbatim"))) == "true",
            factuality=local_name(_plain(self._value(claim, kg("factuality")))).lower(),
            document=document.value,
            title=self._title(document) if is_document else self._file_of(claim),
            publisher=self.name(publisher) if publisher else "",
            issued=self.name(issued)
            if (issued := self._value(document, NamedNode(DCTERMS + "issued")))
            else "",
            address=self._address(document) if is_document else document.value,
            speaker=self.name(speaker) if speaker and speaker != publisher else "",
            start=self._number(evidence, "start"),
            end=self._number(evidence, "end"),
            counted=_plain(self._value(claim, kg("counted"))) == "true",
        )

    def _said(self, evidence: NamedNode) -> str:
        return _plain(self._value(evidence, NamedNode(OA + "exact")))

    def _number(self, evidence: NamedNode, part: str) -> int:
        found = _plain(self._value(evidence, NamedNode(OA + part)))
        return int(found) if found else -1

    def _title(self, document: NamedNode) -> str:
        return _plain(self._value(document, NamedNode(DCTERMS + "title"))) or document.value

    def _address(self, document: NamedNode) -> str:
        for local in ("hadPrimarySource", "atLocation"):
            found = self._value(document, NamedNode(PROV + local))
            if found is not None:
                return _plain(found)
        return ""

    def _file_of(self, claim: NamedNode) -> str:
        subject = _plain(self._value(claim, RDF_SUBJECT))
        name = self._schema.register_files.get(subject, "")
        return f"register, {name}" if name else "register"

    def _entry(self, triple: Triple, source: NamedNode) -> Words:
        """An entry of the register that nobody disputes: no claim is kept of it."""
        file = self._schema.register_files.get(_plain(triple.subject), "")
        return Words("", self.name(triple.object), "", False, "asserted", source.value,
                     f"register, {file}" if file else "register", "", "", source.value)  # fmt: skip

    def _value(self, node: NamedNode, predicate: NamedNode) -> Term | None:
        return next(iter(self._values(node, predicate)), None)

    def _values(self, node: NamedNode, predicate: NamedNode, graph: NamedNode | None = None) -> list[Term]:
        quads = self._store.quads_for_pattern(node, predicate, None, graph)
        return sorted((q.object for q in quads), key=str)

    # -- names --------------------------------------------------------------------------------------------

    def name(self, term: Term | None) -> str:
        """What people call it: its label in English, its short IRI, or the text itself."""
        if not isinstance(term, NamedNode):
            return _plain(term)
        thing = self._schema.things.get(term.value)
        if thing is not None:
            return thing.name()
        labels = [
            (q.object.language != "en", q.object.value)
            for q in self._store.quads_for_pattern(term, RDFS_LABEL, None, None)
            if isinstance(q.object, Literal)
        ]
        return min(labels)[1] if labels else self.short(term)

    def short(self, node: NamedNode) -> str:
        """A CURIE, or what follows `id/`, or the IRI."""
        base = f"{self._schema.names.base}id/"
        if node.value.startswith(base):
            return node.value[len(base) :]
        for prefix, namespace in sorted(self._schema.prefixes.items(), key=lambda p: (-len(p[1]), p[0])):
            if node.value.startswith(namespace) and len(node.value) > len(namespace):
                return f"{prefix}:{node.value[len(namespace) :]}"
        return node.value

    def text(self, triple: Triple) -> str:
        """A triple in words: subject, property, value."""
        property_name = "is a" if triple.predicate == RDF_TYPE else self.name(triple.predicate)
        return f"{self.name(triple.subject)} — {property_name} — {self.name(triple.object)}"

    def _is_called(self, term: Term, wanted: str) -> bool:
        names = {fold(_plain(term)), fold(self.name(term))}
        if isinstance(term, NamedNode):
            names |= {fold(self.short(term)), fold(local_name(term.value))}
            names |= {fold(label) for label in self._labels(term)}
            thing = self._schema.things.get(term.value)
            names |= {fold(text) for text, _, _ in thing.names} if thing else set()
            prefix, _, local = wanted.partition(":")
            if prefix in self._schema.prefixes and self._schema.prefixes[prefix] + local == term.value:
                return True
        return fold(wanted.strip("<>")) in names


def _by_day(words: Words) -> tuple[bool, str, str, int, str]:
    """Dated documents first, in their order; then the others."""
    return not words.issued, words.issued, words.document, words.start, words.claim


def _is_of_domain(triple: Triple) -> bool:
    """Whether a triple of the facts graph is a fact, and not part of a decision about one."""
    if triple.predicate in (RDF_SUBJECT, RDF_PREDICATE, RDF_OBJECT) or triple.predicate.value.startswith(KG):
        return False
    is_type = triple.predicate == RDF_TYPE and isinstance(triple.object, NamedNode)
    return not (is_type and triple.object.value.startswith(KG))  # type: ignore[union-attr]


def _is_readable(axiom: Triple) -> bool:
    """Not the cells of a list: they say nothing by themselves."""
    return not isinstance(axiom.subject, BlankNode) and not isinstance(axiom.object, BlankNode)


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, BlankNode | Triple) else term.value


def _words_dict(words: Words) -> dict[str, Any]:
    return {name: getattr(words, name) for name in Words.__dataclass_fields__}


# --- as text -----------------------------------------------------------------------------------------------


def to_tree(explanation: Explanation) -> Tree:
    """The explanation as a tree for the terminal."""
    from rich.tree import Tree

    tree = Tree(f"[bold]{_escaped(explanation.name)}[/]  [dim]{_escaped(explanation.subject)}[/]")
    for step in explanation.steps:
        _hang(tree, step)
    if explanation.expected:
        branch = tree.add("[bold]expected or possible, not believed[/]")
        for words in explanation.expected:
            _hang_words(branch, words)
    return tree


def _hang(tree: Tree, step: Step) -> None:
    branch = tree.add(f"[bold]{_escaped(step.text)}[/]")
    if step.origin == "inferred":
        branch.add(
            _escaped(f"follows: {step.reason} ({step.rule})" if step.reason else f"follows {step.rule}")
        )
    elif step.origin == "ontology":
        branch.add("the ontology says so")
    elif step.status == "open":
        branch.add(_escaped(f"open: {step.reason}"))
    elif step.rule:
        branch.add(_escaped(f"decided: {_spaced(step.rule)}. {step.reason}"))
    for axiom in step.axioms:
        branch.add(_escaped(f"axiom: {axiom}"))
    for words in step.winners:
        _hang_words(branch, words)
    for words in step.losers:
        _hang_words(branch.add(_escaped(f"against it: {words.value}")), words)
    for premise in step.premises:
        _hang(branch, premise)


def _hang_words(tree: Tree, words: Words) -> None:
    who = ", ".join(part for part in (words.publisher, words.issued) if part)
    firmness = "" if words.factuality in ("asserted", "") else f" [{words.factuality}: {words.value}]"
    if not words.said:
        tree.add(_escaped(f"{words.title}{firmness}: {words.address}"))
        return
    branch = tree.add(_escaped(f"{words.title}{f' ({who})' if who else ''}{firmness}"))
    branch.add(_escaped(f"“{words.said}”" if words.verbatim else f"paraphrase: {words.said}"))
    for part in (f"spoken by {words.speaker}" if words.speaker else "", words.address):
        if part:
            branch.add(_escaped(part))


def _spaced(rule: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in rule).strip()


def _escaped(text: str) -> str:
    from rich.markup import escape

    return escape(text)
