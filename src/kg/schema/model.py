"""What a project knows, typed: classes with their slots, entries of the lexicon, things of the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from kg.claims import Factuality, Term
from kg.composing import Composer, Composition
from kg.names import (
    Names,
    fold,
)
from kg.triples import Files, Index, Node
from kg.weights import Weights

_FEW_THINGS, _LONG_NAME = 60, 8

STATED = ("ontology", "shapes", "reading")
"""Parts of a project that state what it is about; the lexicon and the register come beside."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What a property shape says of one property of a class, and how reading fills it.

    Args:
        shape: IRI of the property shape.
        path: The property.
        kind: "thing", "period", "number", "text" or "boolean".
        classes: Classes of which the filler must be one (kind "thing").
        least: Fewest values; 1 or more makes the slot one that a frame cannot do without.
        most: Most values, or None; 1 makes the property one that is watched for contradictions.
        each: Several coordinated fillers make one frame each.
        sources: Where a filler may come from, in order: "Sentence", "PreviousSentence", "Before", "Subject",
            "Publisher", "Speaker", "DocumentDate", "Own" (the register), "Known" (said before in the document),
            "Governed" (the place of a body that the sentence names).
        cues: (language, words) that stand before a filler.
        needs_cue: Only a filler with a cue before it counts.
        default: What holds where nothing is said.
        blocked: (language, words) that, directly before a mention, keep it out of this slot.
        datatype: IRI of the literals' datatype, or "".
        marks: (language, words) that, right before a mention, tell that it fills this slot and no other.
    """

    shape: str
    path: str
    kind: str
    classes: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None
    each: bool = False
    sources: tuple[str, ...] = ()
    cues: tuple[tuple[str, str], ...] = ()
    needs_cue: bool = False
    default: Term | None = None
    blocked: tuple[tuple[str, str], ...] = ()
    datatype: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)


@dataclass(frozen=True, slots=True)
class ClassShape:
    """A class as its node shape, its identity and its reading hints describe it.

    Args:
        iri: The class.
        slots: In the order of their paths.
        identities: Alternatives; each is an ordered list of properties that make two of them the same.
        named: Its instances are found in text by their names.
        measures: The class that a count of this class counts, or None.
        scope_of: Property path from a counted thing to the places it lies in.
        signature: Sets of paths whose fillers, met in one clause, evoke the class without a word.
    """

    iri: str
    slots: tuple[Slot, ...]
    identities: tuple[tuple[str, ...], ...] = ()
    named: bool = False
    measures: str | None = None
    scope_of: tuple[str, ...] = ()
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)

    def slot(self, path: str) -> Slot | None:
        for slot in self.slots:
            if slot.path == path:
                return slot
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexicon entry: how something of the domain is spoken of.

    Args:
        iri: The entry.
        language: BCP 47 code.
        forms: Base form first, then the others.
        evokes: Classes or properties of which the word opens a frame.
        denotes: Things or classes that the word stands for.
        weak: The word counts only where the slots in `needs` are filled nearby.
        needs: Properties.
        sets: Values that the word itself gives: (property, value).
        factuality: How firm a claim is that this word opens, where the word decides it.
        matches: Sentences that must give a claim.
        matches_not: Sentences that must give none.
    """

    iri: str
    language: str
    forms: tuple[str, ...]
    evokes: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()
    weak: bool = False
    needs: tuple[str, ...] = ()
    sets: tuple[tuple[str, Term], ...] = ()
    factuality: Factuality | None = None
    matches: tuple[str, ...] = ()
    matches_not: tuple[str, ...] = ()
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)

    @property
    def sets_truth(self) -> bool:
        """Whether the word itself says yes or no to something."""
        return any(isinstance(v, Literal) and v.value in ("true", "false") for _, v in self.sets)


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with a name: of the register, or a concept of the ontology.

    Args:
        names: Each with its language, and whether it is the preferred one.
        exact: Those of the names that stand for the thing only where they are written so, capitals and all.
    """

    iri: str
    classes: frozenset[str]
    names: tuple[tuple[str, str, bool], ...]
    exact: frozenset[str] = frozenset()

    def name(self, language: str = "en") -> str:
        """The preferred label, in the language asked for or the nearest there is."""
        return _nearest(self.names, language) if self.names else self.iri


@lru_cache(maxsize=65536)
def _nearest(names: tuple[tuple[str, str, bool], ...], language: str) -> str:
    # Asked for over and over, of the same few things that have names in dozens of forms.
    return min(names, key=lambda n: (not n[2], n[1] != language, n[1] != "en", n[1], n[0]))[0]


@dataclass(frozen=True)
class Schema:
    """All that is known before the first document is read.

    Args:
        by_name: Folded name → IRIs of the things that bear it, sorted.
    """

    root: Path
    files: Files
    names: Names
    prefixes: Mapping[str, str]
    register_files: Mapping[str, str]
    classes: Mapping[str, ClassShape]
    superclasses: Mapping[str, frozenset[str]]
    superproperties: Mapping[str, frozenset[str]]
    inverses: Mapping[str, str]
    symmetric: frozenset[str]
    entries: tuple[Entry, ...]
    things: Mapping[str, Thing]
    by_name: Mapping[str, tuple[str, ...]]
    constraints: Mapping[tuple[str, str], tuple[str, ...]]
    refusals: Mapping[tuple[str, str], tuple[str, ...]]
    exemptions: Mapping[tuple[str, str], tuple[str, ...]]
    implied: Mapping[tuple[str, str], tuple[str, ...]]
    stands_for: Mapping[str, tuple[str, ...]]
    composer: Composer
    fingerprint: str
    weights: Weights = field(default_factory=Weights)

    @property
    def ontology(self) -> tuple[Triple, ...]:
        return self.files.triples("ontology")

    @property
    def shapes(self) -> tuple[Triple, ...]:
        return self.files.triples("shapes")

    @property
    def register(self) -> tuple[Triple, ...]:
        return self.files.triples("register")

    @property
    def policy(self) -> Index:
        """What ontology, shapes and reading hints state of their terms."""
        return self.files.index(*STATED)

    def hinted(self, hint: str) -> frozenset[str]:
        """IRIs of the classes that have a hint ("gazetteer")."""
        if hint not in self._hinted:
            self._hinted[hint] = frozenset(c.iri for c in self.classes.values() if hint in c.hints)
        return self._hinted[hint]

    @cached_property
    def _hinted(self) -> dict[str, frozenset[str]]:
        return {}

    def is_a(self, class_iri: str, wanted: Iterable[str]) -> bool:
        lineage = self._lineages.get(class_iri)
        return class_iri in wanted if lineage is None else not lineage.isdisjoint(wanted)

    @cached_property
    def _lineages(self) -> Mapping[str, frozenset[str]]:
        """Each class that has others above it, with those and itself."""
        return {iri: above | {iri} for iri, above in self.superclasses.items()}

    def any_is_a(self, classes: frozenset[str], wanted: Iterable[str]) -> bool:
        """Whether one of some classes is one of others, or below one; looked at once for each two."""
        if not wanted or not classes:
            return False
        key = (classes, wanted if isinstance(wanted, (tuple, frozenset)) else tuple(wanted))
        known = self._kinships.get(key)
        if known is None:
            known = self._kinships[key] = any(self.is_a(c, key[1]) for c in classes)
        return known

    @cached_property
    def _kinships(self) -> dict[tuple[frozenset[str], frozenset[str] | tuple[str, ...]], bool]:
        return {}

    def thing_is(self, iri: str, wanted: Iterable[str]) -> bool:
        thing = self.things.get(iri) or self.thing(iri)
        return thing is not None and self.any_is_a(thing.classes, wanted)

    def called(self, name: str, classes: Iterable[str]) -> tuple[str, ...]:
        """IRIs of the things of some classes that bear a name, however it is written; sorted."""
        wanted = tuple(classes)
        return tuple(iri for iri in self.bearers(name, wanted) if self.thing_is(iri, wanted))

    @cached_property
    def _few(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    def names_of_few(self, classes: tuple[str, ...]) -> frozenset[str]:
        """Long names of the things of some classes, folded; none where the classes have more than a few things."""
        if classes not in self._few:
            things = [t for iri, t in self.things.items() if self.thing_is(iri, classes)]
            names = (name for t in things for name, _, _ in t.names) if len(things) <= _FEW_THINGS else ()
            self._few[classes] = frozenset(fold(name) for name in names if len(name) >= _LONG_NAME)
        return self._few[classes]

    def bearers(self, name: str, classes: Iterable[str]) -> tuple[str, ...]:
        """IRIs of all things that bear a name; where none of some classes does, what it is composed to be."""
        known = self.by_name.get(fold(name), ())
        composed = self.composer.class_iri
        if not composed or not any(self.is_a(composed, (c,)) for c in classes):
            return known
        if any(self.thing_is(iri, (composed,)) for iri in known):
            return known
        composition = self.composer.compose(name)
        if composition is None or not composition.says_enough:
            return known
        return tuple(sorted({*known, self.composed(composition)}))

    def composed(self, composition: Composition) -> str:
        """The IRI of what is called by a composition: the register's thing of that name, else one made of the name."""
        if composition not in self._iris:
            self._iris[composition] = self._iri_of(composition)
        return self._iris[composition]

    @cached_property
    def _iris(self) -> dict[Composition, str]:
        return {}

    def _iri_of(self, composition: Composition) -> str:
        own = composition.head.hints.get("aloneIs", ())
        if composition.bare and own:
            return own[0]
        cls, name = self.composer.class_iri, self.composer.canonical(composition)
        known = [iri for iri in self.by_name.get(fold(name), ()) if cls in self.things[iri].classes]
        # an IRI has no commas: what it is made of is read again from it
        return known[0] if known else self.names.thing(cls, name.replace(",", " and")).value

    def thing(self, iri: str) -> Thing | None:
        """The register's thing, or what is composed; None where it is neither. Both give their names to one."""
        if iri not in self._looked_up:
            self._looked_up[iri] = self._look_up(iri)
        return self._looked_up[iri]

    @cached_property
    def _looked_up(self) -> dict[str, Thing | None]:
        return {}

    def _look_up(self, iri: str) -> Thing | None:
        known = self.things.get(iri)
        composition = self.composition(iri)
        if composition is None:
            return known
        own = known.names if known is not None else ()
        told = {(text, code) for text, code, _ in own}
        more = self.composer.names(composition)
        names = [(t, c, preferred and known is None) for t, c, preferred in more if (t, c) not in told]
        classes = known.classes if known is not None else frozenset((self.composer.class_iri,))
        exact = known.exact if known is not None else frozenset[str]()
        return Thing(iri, classes, tuple(sorted({*own, *names})), exact)

    def composition(self, iri: str) -> Composition | None:
        """What the name of a thing is composed of, where its IRI is made of such a name."""
        cls = self.composer.class_iri
        home = self.names.thing(cls, "x").value[:-1] if cls else ""
        if not home or not iri.startswith(home):
            return None
        composition = self.composer.compose(iri[len(home) :].replace("-", " "))
        return composition if composition is not None and self.composed(composition) == iri else None

    def is_whole(self, iri: str) -> bool:
        """Whether the name of a thing is composed and says for what field, or of what unit, it is."""
        composition = self.composition(iri)
        return composition is not None and bool(composition.fields or composition.unit)

    def kinds(self, iri: str) -> tuple[str, ...]:
        """A thing, and what it is held like where its name is composed (a minister of something like a minister)."""
        composition = self.composition(iri)
        return (iri, *composition.head.hints.get("heldLike", ())) if composition is not None else (iri,)

    def heads_name(self, noun: str, classes: Iterable[str]) -> bool:
        """Whether a noun ends the name of a thing of some classes ("Pact" that of the Sunrise Pact)."""
        head = fold(noun)
        return any(
            fold(text).endswith(head) for thing in self.things_of(classes) for text, _, _ in thing.names
        )

    def things_of(self, classes: Iterable[str]) -> tuple[Thing, ...]:
        """The register's things of some classes."""
        wanted = tuple(classes)
        if wanted not in self._of_classes:
            self._of_classes[wanted] = tuple(
                t for t in self.things.values() if any(self.is_a(c, wanted) for c in t.classes)
            )
        return self._of_classes[wanted]

    @cached_property
    def _of_classes(self) -> dict[tuple[str, ...], tuple[Thing, ...]]:
        return {}

    def forms_of(self, role: str, language: str | None = None) -> frozenset[str]:
        """Forms of the words that have a role in the lexicon, of one language or of all; lower case."""
        return frozenset(
            form.casefold()
            for entry in self.entries
            if language in (None, entry.language) and role in entry.hints.get("role", ())
            for form in entry.forms
        )

    @cached_property
    def paired(self) -> frozenset[str]:
        """IRIs of the classes with a slot that is filled by pairs."""
        return frozenset(c.iri for c in self.classes.values() if any("pairs" in s.hints for s in c.slots))

    @cached_property
    def placing(self) -> tuple[str, ...]:
        """IRIs of the properties that say where things lie, or what they are of (`kg:placedBy`), sorted."""
        slots = (s for c in self.classes.values() for s in c.slots)
        return tuple(sorted({p for s in slots for p in s.hints.get("placedBy", ())}))

    @cached_property
    def counted_nouns(self) -> frozenset[str]:
        """Nouns for what is counted, in all languages, lower case."""
        return self.forms_of("CountedNoun")

    @cached_property
    def word_forms(self) -> frozenset[str]:
        """All forms of the lexicon, lower case."""
        return frozenset(form.casefold() for entry in self.entries for form in entry.forms)

    def is_name(self, text: str) -> bool:
        """Whether a thing of the register is called so in texts; what only rules speak of is not."""
        return fold(text) in self._spoken_names

    @cached_property
    def _spoken_names(self) -> frozenset[str]:
        shapes = self.classes.values()
        unspoken = {c.iri for c in shapes if c.hints.get("unspoken") == ("true",)}
        return frozenset(
            name
            for name, things in self.by_name.items()
            if not all(self.things[thing].classes & unspoken for thing in things)
        )

    @cached_property
    def _register_index(self) -> Mapping[tuple[str, str], tuple[Node, ...]]:
        found: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for triple in self.register:
            if isinstance(triple.subject, NamedNode):
                found[triple.subject.value, triple.predicate.value].append(triple.object)
        return {key: tuple(sorted(values, key=str)) for key, values in found.items()}

    def known(self, thing: str, path: str) -> tuple[Node, ...]:
        """What the register says of a thing, sorted."""
        return self._register_index.get((thing, path), ())

    def stated(self, path: str) -> Iterator[Node]:
        """All values that the register gives a property."""
        return (v for (_, stated), values in self._register_index.items() if stated == path for v in values)

    def slots_of(self, class_iri: str) -> tuple[Slot, ...]:
        """The slots of a class, its own and those of the classes above it."""
        known = self._slots_of.get(class_iri)
        if known is None:
            known = self._slots_of[class_iri] = self._all_slots(class_iri)
        return known

    @cached_property
    def _slots_of(self) -> dict[str, tuple[Slot, ...]]:
        return {}

    def _all_slots(self, class_iri: str) -> tuple[Slot, ...]:
        own = self.classes.get(class_iri)
        found = {slot.path: slot for slot in own.slots} if own else {}
        for ancestor in sorted(self.superclasses.get(class_iri, ())):
            shape = self.classes.get(ancestor)
            for slot in shape.slots if shape else ():
                found.setdefault(slot.path, slot)
        return tuple(found[path] for path in sorted(found))

    def identities_of(self, class_iri: str) -> tuple[tuple[str, ...], ...]:
        own = self.classes.get(class_iri)
        if own and own.identities:
            return own.identities
        for ancestor in sorted(self.superclasses.get(class_iri, ())):
            shape = self.classes.get(ancestor)
            if shape and shape.identities:
                return shape.identities
        return ()

    def watched(self, class_iri: str, path: str) -> bool:
        """Whether there is one value at most, so that two that differ are a contradiction."""
        return any(slot.path == path and slot.most == 1 for slot in self.slots_of(class_iri))
