"""The page of a thing, of whatever class: made from ontology, shapes and what is known of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from kg.names import DCTERMS, OA, RDF_TYPE, RDFS, RDFS_LABEL, SKOS, SKOS_ALT_LABEL, WGS84, kg
from kg.pages.knowing import DEFINITION, Knowledge, plain
from kg.pages.sayings import Fact, Shown, Teller, shown_alike
from kg.pages.words import words

_MATCHES = ("exactMatch", "closeMatch", "broadMatch", "relatedMatch")
_MOST_FRAMES = 4
_FRAMES_ON_A_PAGE = 24
_MOST_LINKED = 40
_LAT = NamedNode(WGS84 + "lat")
_LONG = NamedNode(WGS84 + "long")


@dataclass(frozen=True, slots=True)
class Part:
    """Something that the thing takes part in, with what is known of that.

    Args:
        name: With a link.
        facts: Of it, without the thing itself.
        roles: What the thing is in it.
    """

    name: Shown
    facts: tuple[Fact, ...]
    roles: tuple[Fact, ...]

    @property
    def blocks(self) -> tuple[tuple[Fact, ...], ...]:
        """Facts and roles, those together for which the same sentences speak, and which were decided alike."""
        found: dict[object, list[Fact]] = {}
        for fact in (*self.facts, *self.roles):
            key = (fact.property, fact.value) if fact.against else shown_alike(fact)
            found.setdefault(key, []).append(fact)
        return tuple(map(tuple, found.values()))


@dataclass(frozen=True, slots=True)
class Group:
    """All of one class that the thing takes part in.

    Args:
        anchor: Name of the section in the page's address.
        name: Of the class.
        meaning: Of the class.
        parts: Shown.
        count: In all.
        all: Page with all; None when all are shown.
    """

    anchor: str
    name: Shown
    meaning: str
    parts: tuple[Part, ...]
    count: int
    all: str | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """Named things that lead to this one by one property."""

    property: Shown
    things: tuple[Shown, ...]
    count: int
    all: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on the thing's road."""

    on: int
    when: str
    what: str
    about: Shown | None
    standing: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A document that speaks of the thing."""

    document: Shown
    publisher: str
    published: str
    claims: int


@dataclass(frozen=True, slots=True)
class ThingPage:
    """All that the page shows."""

    iri: str
    name: Shown
    classes: tuple[Shown, ...]
    also: tuple[str, ...] = ()
    notes: tuple[Shown, ...] = ()
    facts: tuple[Fact, ...] = ()
    groups: tuple[Group, ...] = ()
    linked: tuple[Linked, ...] = ()
    conclusions: tuple[Fact, ...] = ()
    expected: tuple[tuple[Shown, tuple[Fact, ...]], ...] = ()
    contradictions: tuple[tuple[Shown, str, str], ...] = ()
    road: tuple[Moment, ...] = ()
    tellings: tuple[Telling, ...] = ()
    elsewhere: tuple[Shown, ...] = ()
    place: tuple[str, str] | None = None
    formats: tuple[tuple[str, str], ...] = ()


class Thing:
    """Looks at one thing.

    Args:
        teller: Of the page.
        node: The thing.
        only: Name of the one section to be shown whole; "" for all of them.
        number: Page of that section.
    """

    def __init__(self, teller: Teller, node: NamedNode, only: str = "", number: int = 1) -> None:
        self._teller = teller
        self._known: Knowledge = teller.knowledge
        self._links = teller.links
        self._node = node
        self._only = only
        self._number = number
        self.pages = 1
        names = self._known.names
        self._facts_graph, self._inferred = names.graph("facts"), names.graph("inferred")
        self._register = names.graph("register")

    def page(self) -> ThingPage:
        known, node = self._known, self._node
        frames, linked = self._around()
        groups = self._groups(frames)
        if self._only:
            return self._section(groups, linked)
        facts = tuple(self._facts_of(node))
        return ThingPage(
            iri=node.value,
            name=self._teller.shown(node),
            classes=tuple(self._teller.shown(cls) for cls in known.classes_of(node)),
            also=self._also(),
            notes=tuple(self._teller.shown(note) for note in self._notes()),
            facts=facts,
            groups=groups,
            linked=linked,
            conclusions=tuple(self._conclusions({frame.value for frame, _ in frames})),
            expected=self._expected(),
            contradictions=self._contradictions([node, *(frame for frame, _ in frames)]),
            road=_road(facts, groups),
            tellings=self._tellings([node, *(frame for frame, _ in frames)]),
            elsewhere=self._elsewhere(),
            place=self._place(),
            formats=self._formats(),
        )

    def _section(self, groups: tuple[Group, ...], linked: tuple[Linked, ...]) -> ThingPage:
        """One section alone."""
        kept = tuple(one for one in linked if self._links.short(one.property.iri) == self._only)
        kinds = tuple(self._teller.shown(cls) for cls in self._known.classes_of(self._node))
        return ThingPage(self._node.value, self._teller.shown(self._node), kinds, groups=groups, linked=kept)

    # -- names --------------------------------------------------------------------------------------------

    def _also(self) -> tuple[str, ...]:
        known = self._known

        shown = known.label(self._node)
        found = [*known.values(self._node, RDFS_LABEL), *known.values(self._node, SKOS_ALT_LABEL)]
        return tuple(dict.fromkeys(o.value for o in found if isinstance(o, Literal) and o.value != shown))[
            :12
        ]

    def _notes(self) -> list[Literal]:

        known = self._known
        found = known.values(self._node, NamedNode(RDFS + "comment")) + known.values(self._node, DEFINITION)
        said = [o for o in found if isinstance(o, Literal)]
        own = [o for o in said if o.language in (None, known.language)]
        return own or said

    def _place(self) -> tuple[str, str] | None:
        lat, long = self._known.text(self._node, _LAT), self._known.text(self._node, _LONG)
        return (lat, long) if lat and long else None

    def _elsewhere(self) -> tuple[Shown, ...]:
        nodes = [o for name in _MATCHES for o in self._known.values(self._node, NamedNode(SKOS + name))]
        web = [n for n in nodes if isinstance(n, NamedNode) and n.value.startswith("http")]
        return tuple(Shown(n.value.partition("://")[2], n.value, "", n.value) for n in dict.fromkeys(web))

    def _formats(self) -> tuple[tuple[str, str], ...]:
        if not self._links.is_own(self._node.value):
            return ()
        path = self._node.value[len(self._links.base) :]
        forms = (("Turtle", "ttl"), ("JSON-LD", "jsonld"), ("RDF/XML", "rdf"), ("N-Triples", "nt"))
        return tuple((name, self._links.at(path, format=form)) for name, form in forms)

    # -- facts --------------------------------------------------------------------------------------------

    def _facts_of(self, node: NamedNode, most: int = 2) -> list[Fact]:
        """Decided facts of the project's properties, in the order of the shape's slots."""
        known = self._known
        order = known.order(known.classes_of(node))
        found = [self._teller.decided(decision, most) for decision in self._teller.decisions(node)]
        kept = [f for f in found if f.property.iri in known.properties]
        return sorted(
            kept, key=lambda f: (order.get(f.property.iri, len(order)), f.property.text, f.value.text)
        )

    def _conclusions(self, frames: set[str]) -> list[Fact]:
        known, node = self._known, self._node
        quads = known.quads(node, None, None, self._inferred)
        found = [q for q in quads if q.predicate.value in known.properties and plain(q.object) not in frames]
        order = known.order(known.classes_of(node))
        facts = [self._teller.follows(node, q.predicate, q.object) for q in found]
        ranked = sorted(
            facts, key=lambda f: (order.get(f.property.iri, len(order)), f.property.text, f.value.text)
        )
        return ranked[:_MOST_LINKED]

    # -- what leads here ----------------------------------------------------------------------------------

    def _around(self) -> tuple[list[tuple[NamedNode, NamedNode]], tuple[Linked, ...]]:
        """Occasions in which it takes part, with its role; and named things that lead to it, by property."""
        known = self._known
        frames: list[tuple[NamedNode, NamedNode]] = []
        linked: dict[NamedNode, list[NamedNode]] = defaultdict(list)
        quads = known.quads(None, None, self._node, self._facts_graph)
        for quad in sorted(quads, key=lambda q: (str(q.subject), q.predicate.value)):
            if quad.predicate.value not in known.properties or not isinstance(quad.subject, NamedNode):
                continue
            if known.is_named(quad.subject):
                linked[quad.predicate].append(quad.subject)
            else:
                frames.append((quad.subject, quad.predicate))
        return frames, tuple(self._linked(prop, linked[prop]) for prop in sorted(linked, key=str))

    def _linked(self, prop: NamedNode, things: list[NamedNode]) -> Linked:
        shown = sorted(
            (self._teller.shown(thing) for thing in things), key=lambda s: (s.text.casefold(), s.iri)
        )
        whole = self._only == self._links.short(prop.value)
        kept = shown if whole else shown[:_MOST_LINKED]
        more = None if len(kept) == len(shown) else self._all(self._links.short(prop.value))
        return Linked(self._teller.property(prop), tuple(kept), len(shown), more)

    def _all(self, section: str) -> str:
        path = self._node.value[len(self._links.base) :] if self._links.is_own(self._node.value) else ""
        return self._links.at(path, all=section)

    def _groups(self, frames: Iterable[tuple[NamedNode, NamedNode]]) -> tuple[Group, ...]:
        by_class: dict[NamedNode, list[tuple[NamedNode, NamedNode]]] = defaultdict(list)
        for frame, role in frames:
            kinds = self._known.classes_of(frame)
            if kinds:
                by_class[kinds[0]].append((frame, role))
        wanted = {c: f for c, f in by_class.items() if self._only in ("", self._links.short(c.value))}
        made = [self._group(cls, found) for cls, found in wanted.items()]
        return tuple(sorted(made, key=lambda g: (g.name.text.casefold(), g.anchor)))

    def _group(self, cls: NamedNode, found: list[tuple[NamedNode, NamedNode]]) -> Group:
        section = self._links.short(cls.value)
        once = list(dict(reversed(found)).items())[::-1]
        kept = self._sheet(once) if self._only else once[:_MOST_FRAMES]
        return Group(
            anchor=cls.value.rpartition("#")[2].rpartition("/")[2].lower(),
            name=self._teller.shown(cls),
            meaning=self._known.in_language(cls, DEFINITION),
            parts=tuple(self._part(frame) for frame, _ in kept),
            count=len(once),
            all=None if self._only or len(kept) == len(once) else self._all(section),
        )

    def _sheet(self, found: list[tuple[NamedNode, NamedNode]]) -> list[tuple[NamedNode, NamedNode]]:
        self.pages = max(1, -(-len(found) // _FRAMES_ON_A_PAGE))
        self._number = max(1, min(self._number, self.pages))
        return found[(self._number - 1) * _FRAMES_ON_A_PAGE : self._number * _FRAMES_ON_A_PAGE]

    @property
    def number(self) -> int:
        """Of the page that is shown."""
        return self._number

    def _part(self, frame: NamedNode) -> Part:
        facts = self._facts_of(frame, 1)
        own = [f for f in facts if f.value.iri == self._node.value]
        others = [f for f in facts if f.value.iri != self._node.value]
        part = words(self._known.language)["role"]
        roles = [replace(f, property=Shown(part), value=Shown(f.property.text)) for f in own]
        return Part(self._teller.shown(frame), tuple(others), tuple(roles))

    # -- what is said of it -------------------------------------------------------------------------------

    def _expected(self) -> tuple[tuple[Shown, tuple[Fact, ...]], ...]:
        """By what it is about: the thing itself, or an occasion in which it would take part."""
        known = self._known
        abouts = {self._node}
        for node in known.subjects(kg("value"), self._node, known.names.graph("expectations")):
            abouts |= {a for a in known.values(node, kg("about")) if isinstance(a, NamedNode)}
        found = []
        for about in sorted(abouts, key=str):
            nodes = known.subjects(kg("about"), about, known.names.graph("expectations"))
            facts = [self._teller.expected(node) for node in nodes]
            kept = [
                f for f in facts if f.property.iri in known.properties and f.value.iri != self._node.value
            ]
            if kept:
                found.append((self._named_frame(about), tuple(kept)))
        return tuple(found)

    def _named_frame(self, about: NamedNode) -> Shown:
        """An occasion that no fact names is called after its class."""
        if about == self._node or self._known.label_of(about) is not None:
            return self._teller.shown(about)
        for claim in self._known.subjects(kg("about"), about):
            if self._known.value(claim, kg("property")) == RDF_TYPE:
                kind = self._known.value(claim, kg("value"))
                return Shown(self._known.label(kind), self._links.thing(about.value), "", about.value)
        return self._teller.shown(about)

    def _contradictions(self, nodes: Iterable[NamedNode]) -> tuple[tuple[Shown, str, str], ...]:
        """Each with a link, its kind and its state."""
        known = self._known
        found = {}
        for node in nodes:
            for one in known.subjects(kg("about"), node):
                if kg("Contradiction") in known.values(one, RDF_TYPE):
                    prop = known.label(known.value(one, kg("property")))
                    name = known.label(node) if node != self._node else ""
                    text = f"{name}: {prop}" if name else prop
                    status = known.value(one, kg("status"))
                    found[one.value] = (
                        Shown(text, self._links.thing(one.value), "", one.value),
                        known.label(known.value(one, kg("kind"))),
                        plain(status).rpartition("#")[2].lower(),
                    )
        return tuple(sorted(found.values(), key=lambda item: (item[2] != "open", item[0].text, item[0].iri)))

    def _tellings(self, nodes: Iterable[NamedNode]) -> tuple[Telling, ...]:
        """Documents by how many claims they make of it."""
        known = self._known
        claims: dict[NamedNode, set[NamedNode]] = defaultdict(set)
        for node in nodes:
            for claim in known.subjects(kg("about"), node):
                for evidence in known.values(claim, kg("evidence")):
                    for source in known.values(evidence, NamedNode(OA + "hasSource")):
                        if isinstance(source, NamedNode) and self._links.is_own(source.value):
                            claims[source].add(claim)
        made = [self._telling(document, len(found)) for document, found in claims.items()]
        return tuple(sorted(made, key=lambda t: (-t.claims, t.document.text))[:_MOST_LINKED])

    def _telling(self, document: NamedNode, claims: int) -> Telling:

        known = self._known
        title = known.value(document, NamedNode(DCTERMS + "title"))
        language = (title.language or "") if isinstance(title, Literal) else ""
        return Telling(
            Shown(
                plain(title) or known.label(document),
                self._links.thing(document.value),
                language,
                document.value,
            ),
            known.label(known.value(document, NamedNode(DCTERMS + "publisher"))),
            known.label(known.value(document, NamedNode(DCTERMS + "issued"))),
            claims,
        )


def _road(facts: Iterable[Fact], groups: Iterable[Group]) -> tuple[Moment, ...]:
    """All days in its facts and in those of its occasions, in order."""
    found = [Moment(f.on, f.value.text, f.property.text, None, f.standing) for f in facts if f.on]
    for group in groups:
        for part in group.parts:
            found += [
                Moment(f.on, f.value.text, f.property.text, part.name, f.standing) for f in part.facts if f.on
            ]
    return tuple(sorted(found, key=lambda m: (m.on, m.when, m.what, m.about.text if m.about else "")))
