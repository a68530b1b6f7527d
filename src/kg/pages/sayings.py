"""Facts as pages show them: a value, how sure it is, and the words of those who say so or otherwise."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from kg.names import DCTERMS, OA, PROV, RDF_TYPE, kg, local_name
from kg.pages.knowing import DEFINITION, Knowledge, Term, plain
from kg.pages.links import Links

_SOURCE = NamedNode(OA + "hasSource")
_EXACT = NamedNode(OA + "exact")
_START = NamedNode(OA + "start")
_TITLE = NamedNode(DCTERMS + "title")
_PUBLISHER = NamedNode(DCTERMS + "publisher")
_ISSUED = NamedNode(DCTERMS + "issued")
_SPEAKER = NamedNode(PROV + "wasAttributedTo")
_PRIMARY = NamedNode(PROV + "hadPrimarySource")
_MOST_SAYINGS = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """A term on a page.

    Args:
        text: As people read it.
        href: Where it leads to; None for nowhere.
        language: Of the text, where that may not be the page's; "" otherwise.
        iri: For an IRI.
    """

    text: str
    href: str | None = None
    language: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one source says.

    Args:
        claim: IRI.
        words: The sentence; "" for an entry of the register.
        language: Of the words.
        verbatim: False for a paraphrase.
        factuality: asserted, expected, possible or denied.
        told: The same in the page's language.
        value: What this source says the value is.
        title: Of the source.
        place: The page where the words stand; an address of the web for an entry of the register.
        publisher: Name, or web host.
        published: When.
        speaker: Whose words they are, if not the publisher's.
        address: Where the publication stands.
    """

    claim: str
    words: str
    language: str
    verbatim: bool
    factuality: str
    told: str
    value: Shown
    title: str
    place: str | None
    publisher: str
    published: str
    speaker: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One property of one thing.

    Args:
        property: With a link to its definition.
        meaning: The property's definition.
        value: What is believed.
        standing: "agreed" (several sources), "single", "register", "disputed" (decided against others),
            "judged" (by an editor), "open", "follows" or "expected".
        sources: How many say so.
        rule: By which it was decided.
        reason: What the rule says.
        sayings: Of those who say so.
        against: Of those who say otherwise.
        more: Sayings that are not shown.
        why: Page with the proof; None where there is none to see.
        on: First day of a period, as a number; 0 for other values.
    """

    property: Shown
    meaning: str
    value: Shown
    standing: str
    sources: int = 0
    rule: str = ""
    reason: str = ""
    sayings: tuple[Saying, ...] = ()
    against: tuple[Saying, ...] = ()
    more: int = 0
    why: str | None = None
    on: int = 0


def shown_alike(fact: Fact) -> Hashable:
    """Equal for facts of which the same is shown: the same sentences, the same decision."""
    said = tuple((s.words, s.place, s.title, s.factuality, s.speaker) for s in fact.sayings)
    return said or fact.why, fact.standing, fact.rule, fact.reason, fact.sources, fact.more


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells facts and sayings of one dataset, in the language of one page."""

    knowledge: Knowledge
    links: Links
    _sources: dict[str, tuple[str, str, str, str, str]] = field(default_factory=dict)

    def shown(self, node: Term | None) -> Shown:
        if isinstance(node, NamedNode):
            if self.knowledge.is_period(node):
                return Shown(self.knowledge.label(node), None, "", node.value)
            label = self.knowledge.label_of(node)
            language = (label.language or "") if label is not None else ""
            text = self.knowledge.label(node) if label is not None else self._unnamed(node)
            href = self.links.thing(node.value)
            if node.value in self.knowledge.classes or node.value in self.knowledge.properties:
                href = self.links.term(node.value)
            return Shown(text, href, self._other(language), node.value)
        if isinstance(node, Literal):
            return Shown(self.knowledge.literal(node), None, self._other(node.language or ""))
        return Shown(plain(node))

    def _unnamed(self, node: NamedNode) -> str:
        """What no source names is called after its class."""
        kinds = self.knowledge.classes_of(node)
        return self.knowledge.label(kinds[0]) if kinds else self.links.short(node.value)

    def _other(self, language: str) -> str:
        return language if language != self.knowledge.language else ""

    def property(self, node: Term | None) -> Shown:
        if not isinstance(node, NamedNode):
            return Shown(plain(node))
        href = self.links.term(node.value) if node.value in self.knowledge.properties else None
        return Shown(self.knowledge.label(node), href, "", node.value)

    # -- sayings ------------------------------------------------------------------------------------------

    def sayings(self, claims: Iterable[Term]) -> list[Saying]:
        """What claims say, dated documents first, in their order."""
        found = [saying for claim in claims if isinstance(claim, NamedNode) for saying in self._of(claim)]
        return sorted(found, key=lambda s: (not s.words, s.title, s.place or "", s.claim))

    def _of(self, claim: NamedNode) -> list[Saying]:
        known = self.knowledge
        factuality = known.value(claim, kg("factuality"))
        value = self.shown(known.value(claim, kg("value")))
        made = []
        for evidence in known.values(claim, kg("evidence")):
            source = known.value(evidence, _SOURCE)
            title, language, publisher, published, address = self._source(source)
            start = known.text(evidence, _START)
            speaker = known.value(evidence, _SPEAKER)
            name = known.label(speaker)
            made.append(
                Saying(
                    claim=claim.value,
                    words=" ".join(known.text(evidence, _EXACT).split()),
                    language=language,
                    verbatim=known.text(evidence, kg("verbatim")) == "true",
                    factuality=local_name(plain(factuality)).lower(),
                    told=known.label(factuality),
                    value=value,
                    title=title,
                    place=self._place(source, start),
                    publisher=publisher,
                    published=published,
                    speaker=name if name != publisher else "",
                    address=address,
                )
            )
        return made

    def _place(self, source: Term | None, start: str) -> str | None:
        iri = plain(source)
        if start and self.links.is_own(iri):
            return self.links.at(f"{iri[len(self.links.base) :]}#w{start}", at=start)
        return self.links.thing(iri)

    def _source(self, source: Term | None) -> tuple[str, str, str, str, str]:
        """Title, language, publisher, date and address."""
        key = plain(source)
        if source is not None and key not in self._sources:
            known = self.knowledge
            title = known.value(source, _TITLE)
            publisher = known.value(source, _PUBLISHER)
            named = known.label(publisher) if publisher is not None else known.text(source, kg("webHost"))
            self._sources[key] = (
                plain(title) or key.removeprefix("https://").removeprefix("http://"),
                (title.language or "") if isinstance(title, Literal) else "",
                named,
                known.label(known.value(source, _ISSUED)),
                plain(known.value(source, _PRIMARY)),
            )
        return self._sources.get(key, ("", "", "", "", ""))

    # -- facts --------------------------------------------------------------------------------------------

    def decisions(self, thing: NamedNode) -> list[NamedNode]:
        """On a thing, sorted."""
        found = self.knowledge.subjects(kg("about"), thing)
        return [node for node in found if kg("Decision") in self.knowledge.values(node, RDF_TYPE)]

    def decided(self, decision: NamedNode, most: int = _MOST_SAYINGS) -> Fact:
        """A fact by its decision, with so many sayings at the most."""
        known = self.knowledge
        prop, value = known.value(decision, kg("property")), known.value(decision, kg("value"))
        rule, status = known.value(decision, kg("rule")), known.value(decision, kg("status"))
        winners = self.sayings(known.values(decision, kg("winner")))
        losers = self.sayings(known.values(decision, kg("loser")))
        return Fact(
            property=self.property(prop),
            meaning=known.in_language(prop, DEFINITION) if prop is not None else "",
            value=self.shown(value),
            standing=_standing(local_name(plain(status)), local_name(plain(rule)), winners, losers),
            sources=len({(s.title, s.publisher) for s in winners}),
            rule=known.label(rule),
            reason=known.in_language(rule, DEFINITION) if rule is not None else "",
            sayings=tuple(winners[:most]),
            against=tuple(losers[:most]),
            more=max(0, len(winners) - most),
            why=self._why(known.value(decision, kg("about")), prop, value),
            on=self._first_day(value),
        )

    def _why(self, subject: Term | None, predicate: Term | None, value: Term | None) -> str:
        """The page with all that a fact rests on."""
        return self.links.at("why", subject=plain(subject), property=plain(predicate), value=plain(value))

    def follows(self, subject: NamedNode, predicate: NamedNode, value: Term) -> Fact:
        """A fact that was concluded; its proof has a page of its own."""
        return Fact(
            property=self.property(predicate),
            meaning=self.knowledge.in_language(predicate, DEFINITION),
            value=self.shown(value),
            standing="follows",
            why=self._why(subject, predicate, value),
            on=self._first_day(value),
        )

    def expected(self, expectation: NamedNode) -> Fact:
        """What sources expect, hold possible or deny."""
        known = self.knowledge
        prop, value = known.value(expectation, kg("property")), known.value(expectation, kg("value"))
        sayings = self.sayings(known.values(expectation, kg("claim")))
        return Fact(
            property=self.property(prop),
            meaning=known.in_language(prop, DEFINITION) if prop is not None else "",
            value=self.shown(value),
            standing="expected",
            sources=len({(s.title, s.publisher) for s in sayings}),
            rule=known.label(known.value(expectation, kg("factuality"))),
            sayings=tuple(sayings[:_MOST_SAYINGS]),
            more=max(0, len(sayings) - _MOST_SAYINGS),
            on=self._first_day(value),
        )

    def _first_day(self, value: Term | None) -> int:
        if value is None or not self.knowledge.is_period(value):
            return 0
        day = self.knowledge.text(value, kg("earliestDay"))
        return int(day) if day.isdigit() else 0


def _standing(status: str, rule: str, winners: list[Saying], losers: list[Saying]) -> str:
    if status == "Open":
        return "open"
    if rule == "Override":
        return "judged"
    if losers:
        return "disputed"
    if not any(saying.words for saying in winners):
        return "register"
    return "agreed" if len({s.title for s in winners}) > 1 else "single"
