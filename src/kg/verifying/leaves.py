"""Leaves: that a decision says so, that claims say it, and that their words stand in their documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from pyoxigraph import Literal, NamedNode

from kg.findings import Finding
from kg.verifying.ground import Ground
from kg.verifying.matching import OWL, RDF, RDFS, TYPE, Node, Spo
from kg.verifying.proofs import KG, LABEL, PARTS, File, Graph, Step, kg
from kg.verifying.values import alike

_OA = "http://www.w3.org/ns/oa#"
_DCTERMS = "http://purl.org/dc/terms/"
HAS_SOURCE, START, END, EXACT = (NamedNode(_OA + part) for part in ("hasSource", "start", "end", "exact"))
PREFIX, SUFFIX = NamedNode(_OA + "prefix"), NamedNode(_OA + "suffix")
IDENTIFIER, SOURCE = NamedNode(_DCTERMS + "identifier"), NamedNode(_DCTERMS + "source")
KEPT = ("Decision", "Claim", "Evidence", "Document", "Resolution", "Expectation")
"""Classes in kg: whose things a proof takes over from the dataset as they are."""

Problem = tuple[str, str, str, str]
"""Code, what is wrong, what was found, what is wanted."""


@dataclass
class Leaves:
    """Checks what proofs rest on.

    Args:
        file: What is to be checked.
        ground: What it is held against.
    """

    file: File
    ground: Ground
    checked: dict[Node, list[Problem]] = field(default_factory=dict)

    def problems(self, step: Step) -> Iterator[Problem]:
        """What is wrong with a leaf."""
        if step.triple is None:
            return
        if step.rule == "decided":
            yield from self._decided(step, step.triple)
        elif step.rule == "registered":
            yield from self._registered(step, step.triple)

    def _registered(self, step: Step, triple: Spo) -> Iterator[Problem]:
        if triple not in self.ground.register:
            yield (
                "KG921",
                "entry that the register does not have",
                shown(triple),
                "a triple of data/reference",
            )
        for source in step.sources:
            if (triple[0], SOURCE, source) not in self.ground.register:
                yield (
                    "KG921",
                    "address that the register does not give",
                    shown((source,)),
                    "its dcterms:source",
                )

    def _decided(self, step: Step, triple: Spo) -> Iterator[Problem]:
        graph = self.file.graph
        decisions = [node for node in step.sources if graph.is_a(node, "Decision")]
        if len(decisions) != 1 or len(step.sources) != 1:
            yield (
                "KG915",
                "leaf without its decision",
                shown(step.sources),
                "one kg:Decision that it was derived from",
            )
            return
        decision = decisions[0]
        about = tuple(graph.one(decision, kg(part)) for part in ("about", "property", "value"))
        if about != triple:
            yield "KG915", "decision about something else", shown(about), shown(triple)
        if graph.one(decision, kg("status")) != kg("Decided"):
            yield "KG915", "decision that is open", shown((graph.one(decision, kg("status")),)), "kg:Decided"
        winners = graph.values(decision, kg("winner"))
        if not winners:
            yield "KG915", "decision that no claim won", "no kg:winner", "a claim that says so"
        if set(winners) & set(graph.values(decision, kg("loser"))):
            yield "KG915", "claim that won and lost", shown(winners), "winners apart from losers"
        exactly = [winner for winner in winners if self.says(winner) == triple]
        if winners and not exactly:
            yield "KG916", "claims that say something else", shown(self.says(winners[0]) or ()), shown(triple)
        for winner in winners:
            yield from self._winner(winner, triple)
        for loser in graph.values(decision, kg("loser")):
            yield from self.claim(loser)

    def _winner(self, claim: Node, triple: Spo) -> Iterator[Problem]:
        said = self.says(claim)
        if said is None or not (said[:2] == triple[:2] and alike(said[2], triple[2])):
            yield "KG916", "claim that says something else", shown(said or ()), shown(triple)
        if self.file.graph.one(claim, kg("factuality")) != kg("Asserted"):
            firmness = shown(self.file.graph.values(claim, kg("factuality")))
            yield "KG917", "claim that its source does not assert", firmness, "kg:Asserted"
        yield from self.existence(claim)
        yield from self.claim(claim)

    # -- what a claim says --------------------------------------------------------------------------------

    def says(self, claim: Node) -> Spo | None:
        """The claim about the things that it means, in the direction in which its decision has it."""
        triple = self.file.graph.triple(claim)
        if triple is None:
            return None
        subject, predicate, target = self.meant(triple[0]), triple[1], self.meant(triple[2])
        decided = next(iter(self._decisions_of(claim)), predicate)
        if decided != predicate and self.ground.inverse(decided, predicate):
            return target, decided, subject
        if predicate == decided and self.ground.symmetric(predicate) and str(target) < str(subject):
            return target, predicate, subject
        return subject, predicate, target

    def _decisions_of(self, claim: Node) -> list[Node]:
        graph = self.file.graph
        nodes = [d for d in graph.instances("Decision") if claim in graph.values(d, kg("winner"))]
        return [p for d in nodes if (p := graph.one(d, kg("property"))) is not None]

    def meant(self, thing: Node) -> Node:
        """The thing that a document means by one of its own; each stands for itself where nothing is said."""
        found = [
            node
            for node in self._resolutions.get(thing, ())
            if self.file.graph.one(node, kg("thing")) is not None
        ]
        return self.file.graph.one(found[0], kg("thing")) or thing if len(found) == 1 else thing

    @cached_property
    def _resolutions(self) -> dict[Node, list[Node]]:
        known: dict[Node, list[Node]] = {}
        for node in self.file.graph.instances("Resolution"):
            for local in self.file.graph.values(node, kg("local")):
                known.setdefault(local, []).append(node)
        return known

    @cached_property
    def _classes(self) -> dict[Node, list[tuple[Node, Node | None]]]:
        """Thing → its classes, each with how firmly it is held."""
        known: dict[Node, list[tuple[Node, Node | None]]] = {}
        for claim in self.file.graph.instances("Claim"):
            triple = self.file.graph.triple(claim)
            if triple is not None and triple[1] == TYPE:
                firmness = self.file.graph.one(claim, kg("factuality"))
                known.setdefault(triple[0], []).append((triple[2], firmness))
        return known

    def existence(self, claim: Node) -> Iterator[Problem]:
        """A frame that its document does not assert to be there gives no fact through its slots."""
        triple = self.file.graph.triple(claim)
        for thing in (triple[0], triple[2]) if triple else ():
            if thing not in self._resolutions:
                continue
            said = self._classes.get(thing, [])
            named = any(self.ground.is_named(class_) for class_, _ in said)
            if not named and kg("Asserted") not in [firmness for _, firmness in said]:
                yield (
                    "KG917",
                    "claim about what its source does not assert to be there",
                    shown((thing,)),
                    "kg:Asserted",
                )

    # -- where a claim stands -----------------------------------------------------------------------------

    def claim(self, claim: Node) -> list[Problem]:
        """What is wrong with a claim by itself: its address, its words, its place among what is published."""
        if claim not in self.checked:
            self.checked[claim] = list(self._claim(claim))
        return self.checked[claim]

    def _claim(self, claim: Node) -> Iterator[Problem]:
        graph = self.file.graph
        triple = graph.triple(claim)
        evidence = graph.one(claim, kg("evidence"))
        if (
            triple is None
            or evidence is None
            or not (graph.is_a(claim, "Claim") and graph.is_a(evidence, "Evidence"))
        ):
            yield (
                "KG916",
                "claim that is not whole",
                shown((claim,)),
                "subject, predicate, object and one evidence",
            )
            return
        for thing in (triple[0], triple[2]):
            yield from self._resolved(thing)
        as_read = self._as_read(claim, triple, graph.one(evidence, HAS_SOURCE))
        if claim_address(graph, claim, evidence, as_read) != _last_part(claim):
            yield (
                "KG916",
                "claim whose address is not that of its words",
                shown((claim,)),
                "a hash of what it says",
            )
        source = graph.one(evidence, HAS_SOURCE)
        is_counted = graph.text(claim, kg("counted")) == "true"
        if is_counted:
            yield from self._counted(claim, triple)
        if graph.one(evidence, START) is None and source is not None:
            if not is_counted:
                yield from self._of_register(triple, source)
            return
        if not is_counted:
            yield from self._published(claim, triple, evidence, source)
        yield from self._words(evidence, source)

    def _as_read(self, claim: Node, triple: Spo, source: Node | None) -> Spo:
        """The claim's triple with its number as its source wrote it."""
        published = self.ground.published(source.value) if isinstance(source, NamedNode) else None
        if published is not None:
            return *triple[:2], self.ground.spelled((claim, PARTS[2], triple[2]), published)[2]
        return self.ground.spelled(triple, self.ground.register)

    def _resolved(self, thing: Node) -> Iterator[Problem]:
        nodes = self._resolutions.get(thing, [])
        if len(nodes) > 1:
            yield "KG916", "thing that is resolved twice", shown((thing,)), "one kg:Resolution"

    def kept(self) -> Iterator[Problem]:
        """What the file says beside its steps, and the dataset does not."""
        if self.ground.dataset is None:
            return
        for node in (node for class_ in KEPT for node in self.file.graph.instances(class_)):
            for spo in self.file.graph.about(node):
                if not self.ground.built(spo):
                    yield "KG922", "something that the dataset does not hold", shown(spo), "what was built"
        for decision in self.file.graph.instances("Decision"):
            for side in (kg("winner"), kg("loser")):
                left_out = {*self.ground.values(decision, side)} - {*self.file.graph.values(decision, side)}
                if left_out:
                    found = shown(sorted(left_out, key=str))
                    yield "KG922", "decision without claims that it weighed", found, "all that won and lost"

    def told(self, step: Step) -> Iterator[Problem]:
        """The words beside a step: made of the names that its terms have."""
        if self.ground.dataset is None or step.triple is None:
            return
        text = self.file.graph.text(step.node, LABEL)
        names = [self.ground.names(term) for term in step.triple]
        if step.triple[1] == TYPE:
            names[1] = {"is a"}
        if text not in {" — ".join(parts) for parts in product(*names)}:
            yield "KG924", "words that are not those of the triple", text, shown(step.triple)

    def _of_register(self, triple: Spo, source: Node) -> Iterator[Problem]:
        register = self.ground.register
        if (
            self.ground.spelled(triple, register) not in register
            or (triple[0], SOURCE, source) not in register
        ):
            yield (
                "KG921",
                "entry that the register does not have",
                shown(triple),
                "a triple of data/reference",
            )

    def _counted(self, claim: Node, triple: Spo) -> Iterator[Problem]:
        """A number that no sentence gives: as many as were listed, or the sum of what its parts count."""
        listed = self.file.graph.values(claim, kg("countedFrom"))
        said = [found for one in listed if (found := self.file.graph.triple(one)) is not None]
        number = triple[2].value if isinstance(triple[2], Literal) else ""
        things = {self.meant(end) for found in said for end in (found[0], found[2])}
        parts = {(self.meant(found[0]), found[2].value) for found in said if isinstance(found[2], Literal)}
        is_sum = len({thing for thing, _ in parts}) == len(parts) and all(n.isdecimal() for _, n in parts)
        total = sum(int(n) for _, n in parts) if parts and is_sum else -1
        if not number.isdecimal() or (len(things) < int(number) and total != int(number)):
            found_instead = f"{number} of {len(listed)} claims"
            yield (
                "KG916",
                "count of more than was listed",
                found_instead,
                "a claim for each, or parts that add up",
            )
        for one in listed:
            yield from self.claim(one)

    def _published(self, claim: Node, triple: Spo, evidence: Node, source: Node | None) -> Iterator[Problem]:
        published = self.ground.published(source.value) if isinstance(source, NamedNode) else None
        if published is None:
            return
        graph = self.file.graph
        wanted: list[Spo] = [(claim, part, term) for part, term in zip(PARTS, triple, strict=True)]
        wanted += [(claim, kg("factuality"), value) for value in graph.values(claim, kg("factuality"))]
        wanted += [(claim, kg("evidence"), evidence)]
        wanted += [(evidence, p, value) for p in (START, END, EXACT) for value in graph.values(evidence, p)]
        for spo in wanted:
            if self.ground.spelled(spo, published) not in published:
                yield (
                    "KG920",
                    "claim that is not published",
                    shown(spo),
                    f"a triple of data/graphs of {shown((source,))}",
                )

    def _words(self, evidence: Node, source: Node | None) -> Iterator[Problem]:
        graph = self.file.graph
        if source is None or not graph.is_a(source, "Document"):
            yield "KG919", "claim without its document", shown((source,)), "a kg:Document"
            return
        name, sha256 = graph.text(source, IDENTIFIER), graph.text(source, kg("sha256"))
        path = self.ground.document(name, sha256)
        if path is None:
            found = (
                "a file of this name with other bytes" if self.ground.named(name) else "no file of this name"
            )
            yield (
                "KG919",
                "document that is not there",
                f"{name}: {found}",
                f"bytes with the SHA-256 {sha256[:16]}…",
            )
            return
        exact, start, end = (
            graph.text(evidence, EXACT),
            graph.number(evidence, START),
            graph.number(evidence, END),
        )
        texts = self.ground.texts(path)
        if not self.ground.has_places(path):
            if _squeezed(exact) not in _squeezed(texts[0]) or not exact.strip():
                yield "KG918", "words that do not stand in the document", exact[:80], f"words of {name}"
            else:
                yield (
                    "KG923",
                    "place that cannot be checked in this format",
                    f"{start}–{end}",
                    f"words stand in {name}",
                )
        elif (
            start is None or end is None or not any(0 <= start < end and t[start:end] == exact for t in texts)
        ):
            stands = "they stand elsewhere in it" if any(exact and exact in t for t in texts) else exact[:80]
            yield (
                "KG918",
                "words that do not stand there",
                f"{name} at {start}–{end}: {stands}",
                "the words quoted",
            )


def claim_address(graph: Graph, claim: Node, evidence: Node, triple: Spo) -> str:
    """The last part of a claim's address: a hash of source, place, words, triple and factuality."""
    start, end = graph.number(evidence, START), graph.number(evidence, END)
    parts = (
        graph.text(evidence, HAS_SOURCE),
        "-1" if start is None else str(start),
        "-1" if end is None else str(end),
        graph.text(evidence, EXACT),
        getattr(triple[0], "value", ""),
        getattr(triple[1], "value", ""),
        str(triple[2]),
        graph.text(claim, kg("factuality")).rpartition("#")[2],
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _last_part(node: Node) -> str:
    return getattr(node, "value", "").rpartition("/")[2]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def shown(terms: Iterable[object]) -> str:
    """Terms for people; what everybody knows by a prefix with it."""
    return " ".join(map(_short, terms)) or "nothing"


def _short(term: object) -> str:
    text = str(term)
    for prefix, namespace in _WELL_KNOWN:
        if text.startswith(f"<{namespace}"):
            return f"{prefix}:{text[len(namespace) + 1 : -1]}"
    return text if len(text) < 160 else f"{text[:157]}…"


_WELL_KNOWN = (("rdf", RDF), ("rdfs", RDFS), ("owl", OWL), ("kg", KG))


def finding(step: Node | None, problem: Problem, at: str) -> Finding:
    """A problem as a finding."""
    code, what, found, want = problem
    return Finding(
        code=code,
        focus=getattr(step, "value", ""),
        severity="warning" if code == "KG923" else "error",
        what=what,
        at=f"{at}, {_last_part(step)}" if step is not None else at,
        found=found,
        want=want,
        do="do not believe it: have the proof made anew with kg explain, from files you trust",
    )
