"""Frames → claims about document-local things, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from kg.claims import Claim, Evidence, Factuality, Term
from kg.names import (
    RDF_TYPE,
    RDFS_LABEL,
    SKOS_ALT_LABEL,
    Names,
    digest,
    kg,
    local_name,
    slug,
)
from kg.periods import Period
from kg.reading.naming import bynames
from kg.reading.naming.fullnames import in_full
from kg.reading.naming.kinds import Kinds
from kg.reading.passages.frames import SUBJECT, Filler, Frame
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_AROUND, _SHORTEST, _LONGEST_ENDING = 32, 3, 3


class Named:
    """What a schema says of names, looked up once for all documents.

    Args:
        schema: Its classes' hints.
    """

    def __init__(self, schema: Schema) -> None:
        self.bodies = tuple(sorted(schema.hinted("closedName")))
        self.kinds = Kinds(schema.classes.values())
        self.towns = schema.hinted("gazetteer")
        placed = {c for c in schema.classes if len(schema.identities_of(c)) > 1}
        self.heads = tuple(
            sorted(
                form[1:].casefold()
                for entry in schema.entries
                if placed.intersection(entry.denotes)
                for form in entry.forms
                if form.startswith("*")
            )
        )

    def is_compound(self, noun: str) -> bool:
        """Whether a noun says more than the heads of compounds do ("tramway meeting", where that is one word)."""
        word = noun.casefold()
        return any(word.endswith(head) and len(word) - len(head) >= _SHORTEST for head in self.heads)


class Claimer:
    """Makes the claims of one document.

    Args:
        schema: For identities and classes.
        named: What it says of names.
        document: The document's IRI.
        text: The document's whole text, in which evidence counts its places.
        verbatim: False where the document is a digest.
        publisher: Whom words outside quotations are attributed to, or None.
    """

    def __init__(
        self,
        schema: Schema,
        named: Named,
        document: NamedNode,
        text: str,
        verbatim: bool,
        publisher: NamedNode | None,
    ) -> None:
        self._schema = schema
        self._names: Names = schema.names
        self._bodies, self._kinds, self._towns = named.bodies, named.kinds, named.towns
        self._yearly = schema.hinted("yearly")
        self._by_head = schema.hinted("namedByHead")
        self._around = schema.hinted("calledWithPlace")
        self._compound = named.is_compound
        self._document = document
        self._text = text
        self._verbatim = verbatim
        self.publisher = publisher
        self._claims: dict[tuple[str, str, str, str], Claim] = {}
        # What was said already is not said again. Passages go by their ids and are kept beside what is known.
        self._mentioned: dict[tuple[Mention, int, str | None], tuple[Passage, NamedNode]] = {}
        self._words: dict[tuple[Mention | None, int, NamedNode | None], tuple[Passage, Evidence]] = {}

    def claims(self) -> tuple[Claim, ...]:
        """All claims made, in the order of their places."""
        return tuple(
            sorted(
                self._claims.values(),
                key=lambda c: (
                    c.evidence.start,
                    c.subject.value,
                    c.predicate.value,
                    str(c.object),
                    c.factuality,
                ),
            )
        )

    def add_frames(self, frames: Iterable[Frame]) -> None:
        for frame in frames:
            if frame.cls in self._schema.classes:
                self._add_instance(frame)
            else:
                self._add_triple(frame)

    def add(
        self, subject: NamedNode, predicate: NamedNode, value: Term, passage: Passage, firmness: Factuality
    ) -> None:
        """One claim, with the whole passage as its words."""
        evidence = self._evidence(passage, 0)
        self._put(Claim(self._document, subject, predicate, value, firmness, evidence))

    def thing(self, filler: Filler) -> NamedNode:
        """The local thing behind a filler; says of it, once, what it is and how it is called."""
        if filler.told is not None:
            return self._subject_of(filler.told)
        mention = filler.mention
        if mention is None or (filler.value is not None and isinstance(filler.value, NamedNode)):
            return filler.value if isinstance(filler.value, NamedNode) else self._document
        return self.mentioned(mention, filler.passage, filler.thing)

    def mentioned(self, mention: Mention, passage: Passage, iri: str | None = None) -> NamedNode:
        """The local thing that a mention stands for; what it is and how it is called is claimed once a passage."""
        key = (mention, id(passage), iri)
        if key not in self._mentioned:
            self._mentioned[key] = (passage, self._introduced(mention, passage, iri))
        return self._mentioned[key][1]

    def _introduced(self, mention: Mention, passage: Passage, iri: str | None) -> NamedNode:
        iri = iri or (mention.things[0] if len(mention.things) == 1 else None)
        thing = self._schema.thing(iri) if iri else None
        classes = sorted(thing.classes if thing else mention.classes)
        name = mention.text if mention.kind is not Kind.REFERENCE or thing is None else thing.name()
        key = _key_of(classes, iri, name)
        nameless = thing is None and self._is_common_noun(name, classes)
        local = self._names.local(self._document, f"{key}-{passage.number}" if nameless else key)
        for cls in classes:
            self.add(local, RDF_TYPE, NamedNode(cls), passage, Factuality.ASSERTED)
        if not nameless:
            self.add(local, RDFS_LABEL, Literal(name), passage, Factuality.ASSERTED)
        elif self._compound(name):
            self.add(local, SKOS_ALT_LABEL, Literal(name), passage, Factuality.ASSERTED)
        whole = not nameless and thing is None and mention.kind is Kind.THING
        placed = passage.grammar.without_place(name) if self._is_placed(classes) and not nameless else name
        for also in (
            *mention.also.split("\n"),
            self._without_form(name, classes) if whole else "",
            passage.grammar.without_kind(name) if whole and self._is_body(classes) else "",
            bynames.with_form(name, passage.text[mention.end :]) if whole and self._is_body(classes) else "",
            placed if placed != name else "",
            bynames.without_year(name) if whole and self._yearly.intersection(classes) else "",
            *(
                self._called_around(name, mention, passage)
                if whole and self._around.intersection(classes)
                else ()
            ),
        ):
            if also:
                said = SKOS_ALT_LABEL if self._is_common_noun(also, classes) else RDFS_LABEL
                self.add(local, said, Literal(also), passage, Factuality.ASSERTED)
        alike = self._kinds.alike(name, classes, self._called) if whole or nameless else []
        for other in (name, *alike) if alike and nameless else alike:
            self.add(local, SKOS_ALT_LABEL, Literal(other), passage, Factuality.ASSERTED)
        return local

    def _called_around(self, name: str, mention: Mention, passage: Passage) -> list[str]:
        """A name with the adjective of a town right before it, and with the abbreviation in a bracket behind it."""
        found = []
        for town in passage.of(Kind.THING):
            if town.classes & self._towns and 0 <= mention.start - town.end <= _LONGEST_ENDING:
                found.append(f"{passage.text[town.start : mention.start].strip()} {name}")
        short = bynames.abbreviation(passage.text[mention.end :])
        return [*found[-1:], f"{name} ({short})"] if short else found[-1:]

    def _called(self, place: str) -> list[str]:
        """The towns of a name as each tongue calls them first."""
        towns = self._schema.called(place, self._towns)
        return sorted(
            {text for t in towns for text, _, preferred in self._schema.things[t].names if preferred}
        )

    def _without_form(self, name: str, classes: Iterable[str]) -> str:
        """A body's name without its legal form; "" where it has none."""
        short = bynames.plain(name) if self._is_body(classes) else name
        return short if short != name else ""

    def _is_body(self, classes: Iterable[str]) -> bool:
        return any(self._schema.is_a(c, self._bodies) for c in classes)

    def _is_placed(self, classes: Iterable[str]) -> bool:
        """Whether things of a class can be told apart by where and when they are, so that a name may say where."""
        return any(len(self._schema.identities_of(cls)) > 1 for cls in classes)

    def _is_common_noun(self, name: str, classes: Iterable[str]) -> bool:
        """One plain word ("meeting") names nothing, where the class has another way to tell its things apart."""
        return name.isalpha() and any(len(self._schema.identities_of(cls)) > 1 for cls in classes)

    def _add_instance(self, frame: Frame) -> None:
        values = self._values(frame)
        subject = self._subject_of(frame, values)
        if frame.about is not None and not self._joins(frame) and frame.factuality is not Factuality.ASSERTED:
            self._claim(frame, subject, RDFS_LABEL, Literal(frame.about.text))
        self._claim(frame, subject, RDF_TYPE, NamedNode(frame.cls))
        self._call_in_full(frame)
        self._call_by_kind(frame)
        for path, fillers in sorted(frame.fillers.items()):
            for filler, value in zip(fillers, values[path], strict=True):
                self._claim(frame, subject, NamedNode(path), value, filler)
        self._claim_named(frame, subject)

    def _claim_named(self, frame: Frame, subject: NamedNode) -> None:
        """Beside the words for a thing that the register knows, the thing itself, where a slot of text says so."""
        for slot in self._schema.slots_of(frame.cls):
            for path in slot.hints.get("thingOfWords", ()):
                for filler in frame.fillers.get(slot.path, ()):
                    named = self._named_by(filler, frame.cls, path)
                    if named is not None:
                        thing = self.mentioned(named, filler.passage)
                        self._claim(frame, subject, NamedNode(path), thing, filler)

    def _named_by(self, filler: Filler, cls: str, path: str) -> Mention | None:
        """The one known thing that words name: what the text marks as such, else what a class of the slot calls so."""
        mention = filler.mention
        slot = self._schema.classes[cls].slot(path)
        if slot is None:
            return None
        by_head = self._by_head.intersection(slot.classes)
        if mention is not None and mention.things and not by_head:
            return mention if len(mention.things) == 1 else None
        told = str(getattr(filler.value, "value", ""))
        words = filler.passage.grammar.heads_of(told) if by_head else (told,)
        known = next((found for word in words if (found := self._schema.called(word, slot.classes))), ())
        if len(known) != 1:
            return None
        called, classes = self._schema.things[known[0]].name(), self._schema.things[known[0]].classes
        if by_head or mention is None:
            return Mention(Kind.THING, 0, 0, called, classes=classes, things=known)
        return replace(mention, kind=Kind.THING, text=told, things=known, classes=classes)

    def _values(self, frame: Frame) -> dict[str, list[Term]]:
        return {path: [self._value(f) for f in fillers] for path, fillers in frame.fillers.items()}

    def _subject_of(self, frame: Frame, values: dict[str, list[Term]] | None = None) -> NamedNode:
        """The local thing that a frame is about: what bears the name that opened it, else the instance itself."""
        if frame.about is None or self._joins(frame):
            found = values if values is not None else self._values(frame)
            return self._names.local(self._document, self._key(frame, found))
        subject = self.mentioned(frame.about, frame.passage)
        if frame.factuality is Factuality.ASSERTED:
            return subject
        return self._names.local(self._document, f"{subject.value.rpartition('#')[2]}-{frame.factuality}")

    def _joins(self, frame: Frame) -> tuple[str, ...]:
        """The slots whose fillers a frame of this class joins; () where it joins none."""
        shape = self._schema.classes.get(frame.cls)
        return shape.hints.get("joins", ()) if shape is not None else ()

    def _call_in_full(self, frame: Frame) -> None:
        """Give what is joined to a holder its name with its field ("head of", and of what) beside the short one."""
        joins = self._joins(frame)
        for filler in frame.fillers.get(joins[0], ()) if joins else ():
            mention = filler.mention
            if mention is None or mention.kind is Kind.REFERENCE:
                continue
            if any(self._schema.is_whole(thing) for thing in mention.things):
                continue
            others = [f for path, fillers in frame.fillers.items() if path != joins[0] for f in fillers]
            beside = [f.mention for f in others if f.mention is not None and f.passage is filler.passage]
            things = {thing for f in others if f.mention is not None for thing in f.mention.things}
            beside += [m for m in filler.passage.mentions if things.intersection(m.things)]
            name = in_full(mention, filler.passage, beside)
            if name != mention.text:
                self.add(self.thing(filler), RDFS_LABEL, Literal(name), filler.passage, Factuality.ASSERTED)

    def _call_by_kind(self, frame: Frame) -> None:
        """Give a body that the text tells by its kind ("the council") the names that all of its kind have."""
        fillers = [f for fs in frame.fillers.values() for f in fs if f.mention is not None]
        for filler in fillers:
            body = filler.mention
            if body is None or not self._kinds.concern(body):
                continue
            towns = [self._name_of(f) for f in fillers if f.mention and f.mention.classes & self._towns]
            for name in self._kinds.names(body, towns):
                self.add(
                    self.thing(filler), SKOS_ALT_LABEL, Literal(name), filler.passage, Factuality.ASSERTED
                )

    def _name_of(self, filler: Filler) -> str:
        known = self._schema.things.get(filler.thing or "")
        return known.name() if known is not None else filler.mention.text if filler.mention else ""

    def _add_triple(self, frame: Frame) -> None:
        subjects = [self.thing(f) for f in frame.fillers.get(SUBJECT, ())]
        for subject in subjects:
            for filler in frame.fillers.get(frame.cls, ()):
                value = self._value(filler)
                if value != subject:
                    self._claim(frame, subject, NamedNode(frame.cls), value, filler)

    def _value(self, filler: Filler) -> Term:
        if isinstance(filler.value, Period):
            return self._names.period(filler.value.text)
        if filler.value is not None:
            return filler.value
        return self.thing(filler)

    def _key(self, frame: Frame, values: dict[str, list[Term]]) -> str:
        """The same key for frames of one document that speak of the same thing, as firmly."""
        firm = "" if frame.factuality is Factuality.ASSERTED else f"-{frame.factuality}"
        firm += f"-{local_name(frame.apart)}" if frame.apart else ""
        for identity in self._schema.identities_of(frame.cls):
            if all(values.get(path) for path in identity):
                parts = [local_name(str(v.value)) for path in identity for v in sorted(values[path], key=str)]
                return f"{local_name(frame.cls)}-{'-'.join(parts)}{firm}"
        content = sorted(str(v) for vs in values.values() for v in vs)
        return f"{local_name(frame.cls)}-{digest(*content, str(frame.passage.number))}{firm}"

    def _claim(
        self,
        frame: Frame,
        subject: NamedNode,
        predicate: NamedNode,
        value: Term,
        filler: Filler | None = None,
    ) -> None:
        passage = frame.passage
        if filler is not None and filler.mention is not None and not filler.here:
            passage = filler.passage
        at = frame.start if passage is frame.passage else 0
        evidence = self._evidence(passage, at)
        self._put(Claim(self._document, subject, predicate, value, frame.factuality, evidence))

    def _put(self, claim: Claim) -> None:
        key = (claim.subject.value, claim.predicate.value, str(claim.object), claim.factuality.value)
        known = self._claims.get(key)
        if known is None or claim.evidence.start < known.evidence.start:
            self._claims[key] = claim

    def _evidence(self, passage: Passage, at: int) -> Evidence:
        speaker = passage.speaker_at(at)
        key = (speaker, id(passage), self.publisher)
        if key not in self._words:
            self._words[key] = (passage, self._words_of(passage, speaker))
        return self._words[key][1]

    def _words_of(self, passage: Passage, speaker: Mention | None) -> Evidence:
        start, end = passage.span()
        who = self.publisher
        if speaker is not None:
            iri = speaker.things[0] if len(speaker.things) == 1 else None
            who = self._names.local(self._document, _key_of(sorted(speaker.classes), iri, speaker.text))
        return Evidence(
            source=self._document,
            start=start,
            end=end,
            exact=self._text[start:end],
            prefix=self._text[max(0, start - _AROUND) : start],
            suffix=self._text[end : end + _AROUND],
            attributed_to=who,
            verbatim=self._verbatim,
        )


def _key_of(classes: Sequence[str], iri: str | None, name: str) -> str:
    """What a thing is called within its document: by its class, and its name in the register or its own."""
    kind = local_name(classes[0]) if classes else "thing"
    return f"{kind}-{local_name(iri) if iri and classes else slug(name)}"


QUOTES = kg("quotes")
