"""Of all that a document names, what fills a slot: the one for which most speaks, by weights that were learned.

A slot with `kg:choosesBy` is filled as any other first; what that found is one piece of evidence. Each thing that
might fill it instead has traits: how it is named in the sentence, how lately before, with whom, how often, of which
class beside which kind of holder. Their weights add up to how likely a careful reader would say it; where none is
likely enough, nothing is said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.language.origins import countries, origins
from kg.names import fold, local_name
from kg.reading.around.context import Place, Surroundings
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.naming.gazetteer import countries_of
from kg.reading.passages.frames import Filler, Opening, last_name, thing_key
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import attached, gap_between, is_of_another, words_between
from kg.reading.slots.strangers import is_of_part
from kg.schema import Schema, Slot
from kg.weights import likelihood

_SIZES = (1, 4, 10, 25, 60, 120)
_STEPS = (1, 2, 3, 6, 15)
_MOST, _WORDS, _MOST_KEPT = 3, 3, 4096
_BACK, _ON = 300, 100
"""So many places before an opening and behind it are looked at: of a long text not all of it for each opening."""
_WAYS, _CLEARLY = ("beside", "around", "nowhere"), 0.25
_LEAST_NAME, _SAID, _SURE, _FAR, _OPENING, _BESIDE = 5, 2.0, 1.5, 3, 14, 8
_PLACES = (
    "publisher",
    "subject",
    "last",
    "held",
    "here before",
    "here behind",
    "alone in paragraph",
    "alone in sentence before",
    "first in sentence before",
    "with person",
)
_OWN_SOURCES = frozenset(("Sentence", "Possessor", "Clause", "Unit", "Implied"))
_TOLD_SOURCES = _OWN_SOURCES | {"Known"}
_HELD_BY_SENDER = "PublisherHeld"


@dataclass(frozen=True, slots=True)
class Choice:
    """What may fill a slot.

    Args:
        slot: To be filled.
        call: What opens the frame.
        passage: In which that stands.
        place: What might fill the slot, where it is named.
        traits: What speaks for it or against it.
    """

    slot: Slot
    call: Opening
    passage: Passage
    place: Place
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A thing with all places where a document names it, in order."""

    key: str
    places: tuple[Place, ...]


class Chooser:
    """Chooses fillers.

    Args:
        schema: Weights, and classes.
        pool: What may fill a slot.
        memory: Of the document.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory) -> None:
        self.watch: Callable[[Choice], None] | None = None
        """Set by whoever learns; what was found otherwise is taken then."""
        self._schema = schema
        self._pool = pool
        self._memory = memory
        self._homes = Homes(schema)
        self._several = schema.forms_of("Several")
        self._towns = schema.hinted("gazetteer")

    def choose(
        self,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        found: Sequence[Filler],
        source: str,
    ) -> list[Filler]:
        """The likeliest filler; [] where none is likely enough.

        Args:
            slot: To be filled.
            call: What opens the frame.
            passage: In which that stands.
            around: That passage.
            found: Fillers by where they stand.
            source: Where they were found, as `Slot.sources` names it; "" where nothing was.
        """
        chosen = self._chosen(slot, call, passage, around, found, source)
        if not any(self._is_refused(slot, call, passage, f) for f in chosen):
            return chosen
        found = [f for f in found if not self._is_refused(slot, call, passage, f)]
        return self._chosen(slot, call, passage, around, found, source, refusing=True)

    def _is_refused(self, slot: Slot, call: Opening, passage: Passage, filler: Filler) -> bool:
        if filler.mention is None:
            return False
        if self._pool.refuses(slot, call, filler.mention):
            return True
        return filler.passage is passage and self._is_scene(slot, call, passage, filler.mention)

    def _is_scene(self, slot: Slot, call: Opening, passage: Passage, mention: Mention) -> bool:
        """Whether a town is but where something was said by who holds an office of no town ("X, chair, in Ostra")."""
        if mention.start < call.at.end or mention.classes.isdisjoint(self._towns):
            return False
        if not passage.grammar.located(passage.text, mention.start) or self._pool.is_bound(slot, call):
            return False
        gap = passage.text[call.at.end : mention.start]
        between = (m for m in passage.mentions if call.at.end <= m.start and m.end < mention.start)
        if any(m.kind is Kind.THING or (m.entry is not None and m.entry.denotes) for m in between):
            return False  # "head of energy at the administration in Ostra"
        return gap.startswith(",") or passage.grammar.tells_occasion(gap)

    def _chosen(
        self,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        found: Sequence[Filler],
        source: str,
        *,
        refusing: bool = False,
    ) -> list[Filler]:
        """The likeliest filler, of all or (`refusing`) of those that what opens the frame does not refuse."""
        if self.watch is None and slot.shape not in self._schema.weights.base:
            return [*found]
        own = found[0].key_of_thing if found else ""
        named = self._named(slot, call, passage, around, found)
        if refusing:
            named = [
                n
                for n in named
                if not self._pool.refuses(slot, call, n.places[0][1])
                and not all(w is passage and self._is_scene(slot, call, w, m) for w, m in n.places)
            ]
        look = _Look(slot, call, passage, around, self._pool, self._memory, self._homes, named, own, source)
        choices = [Choice(slot, call, passage, look.nearest(n), tuple(look.traits(n))) for n in named]
        if self.watch is not None:
            for choice in choices:
                self.watch(choice)
            return [*found]
        if not choices or (found and found[0].mention is None):
            return [*found]
        alone = "unique" in slot.hints and call.at.text.casefold() not in self._several
        choices = [c for c in choices if thing_key(c.place[1]) == own or not (alone and self._is_held(c))]
        way = "beside" if source in _TOLD_SOURCES else "around" if found else "nowhere"
        way = "sender" if source == _HELD_BY_SENDER else way
        best = self._best(choices, own, way)
        if best is None or thing_key(best.place[1]) == own:
            return [*found] if best is not None else []
        where, mention = best.place
        return [replace(self._pool.filler(slot.path, where, mention, slot), here=where is passage)]

    def _best(self, choices: Sequence[Choice], own: str, way: str) -> Choice | None:
        """The likeliest choice; None where it is not likely enough for where what else was found stands."""
        likely = {thing_key(c.place[1]): likelihood(self._odds(c)) for c in choices}
        best = max(choices, key=lambda c: likely[thing_key(c.place[1])], default=None)
        if best is None:
            return None
        key = thing_key(best.place[1])
        if way == "beside" and likely[key] - likely.get(own, 0.0) < _CLEARLY:
            # what stands there keeps its place, unless something else is clearly better
            key, best = own, next((c for c in choices if thing_key(c.place[1]) == own), None)
        if best is None or (way == "sender" and key == own):
            return best  # the town that speaks has such an office, and nothing else is likelier
        least = dict(zip(_WAYS, map(float, best.slot.hints["choosesBy"]), strict=False))
        return best if likely[key] >= least["around" if way == "sender" else way] else None

    def _is_held(self, choice: Choice) -> bool:
        """Whether somebody else was said to hold there what only one can hold."""
        return self._memory.held_by_another(choice.call, choice.place[1])

    def _odds(self, choice: Choice) -> float:
        iri = choice.slot.shape
        return self._schema.weights.base[iri] + self._schema.weights.sum(choice.traits).get(iri, 0.0)

    def _named(
        self, slot: Slot, call: Opening, passage: Passage, around: Surroundings, found: Sequence[Filler]
    ) -> list[_Named]:
        """Each thing named around a passage that may fill the slot, the publisher, and what was found."""
        places: dict[str, list[Place]] = {}
        elsewhere: set[str] = set()
        never = slot.hints.get("except", ())
        for place in _around(around.named(slot.hints.get("fillers") or slot.classes), passage):
            mention = place[1]
            where, text = mention.start - 1, place[0].text
            party = text[where : where + 1] == "(" and passage.grammar.is_party(mention.text)
            if place[0] is passage and (
                is_of_another(call, mention, passage) or is_of_part(mention, slot, passage, self._towns)
            ):
                elsewhere.add(thing_key(mention))  # "head X goes to A": the text is not about A for that
            elif not party and not self._pool.fits(mention, never):
                places.setdefault(thing_key(mention), []).append(place)
        own = [place for place in _places(found) if thing_key(place[1]) not in elsewhere]
        for place in (*around.places("Publisher", around.first, slot), *own):
            places.setdefault(thing_key(place[1]), [place])
        return [_Named(key, tuple(where)) for key, where in places.items()]


def _around(places: Sequence[Place], passage: Passage) -> Sequence[Place]:
    """Those nearest to a passage; all of them in any document of usual length."""
    if len(places) <= _ON:
        return places
    at = bisect_left(places, passage.number, key=lambda place: place[0].number)
    return places[max(0, at - _BACK) : at + _ON]


def _places(found: Sequence[Filler]) -> Iterator[Place]:
    return ((f.passage, f.mention) for f in found[:1] if f.mention is not None)


class Homes:
    """In which countries things lie, and from which a holder seems to come.

    Args:
        schema: For the register, and for words that are said of holders in some countries alone (`kg:saidIn`).
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._states = schema.hinted("stateName")
        self.places = self._states | schema.hinted("gazetteer")
        self._steps = sorted(
            {s.path for c in schema.classes.values() for s in c.slots if "stepsTo" in s.hints}
        )
        self._codes = {fold(name): code for name, code in countries().items()}
        # as many as are kept: a reader of many documents meets ever more names
        self._lies = lru_cache(_MOST_KEPT)(self._look_up)
        told = [t for iri in sorted(schema.classes) for t in schema.classes[iri].hints.get("saidIn", ())]
        self._words = {w.casefold(): frozenset(c.split()) for w, c in zip(told[::2], told[1::2], strict=True)}

    def of(self, mention: Mention) -> frozenset[str]:
        """Codes of the countries in which a thing lies; none where nobody knows."""
        return self._lies(mention.things[0] if mention.things else "", mention.text)

    def of_thing(self, iri: str) -> frozenset[str]:
        """Codes of the countries in which a thing of the register lies, or of the one that it is."""
        return self._lies(iri, "")

    def _look_up(self, thing: str, text: str) -> frozenset[str]:
        todo, seen = [thing] if thing else [], {thing}
        for iri in todo:
            known = self._schema.things.get(iri)
            if known is not None and not known.classes.isdisjoint(self._states):
                own = frozenset(self._codes[fold(n)] for n, _, _ in known.names if fold(n) in self._codes)
                if own:
                    return own
            above = (o for p in (*self._schema.placing, *self._steps) for o in self._schema.known(iri, p))
            for value in (getattr(o, "value", "") for o in above):
                if value not in seen:
                    seen.add(value)
                    todo.append(value)
        names = [text, *(w for w in text.split() if w[:1].isupper() and len(w) >= _LEAST_NAME)]
        return next((codes for n in names if (codes := countries_of(n))), frozenset())

    def speaks(self, person: Mention, at: Mention, text: str) -> dict[str, float]:
        """Code → how much the name of a holder, and the word for what they hold, speak for that country."""
        found = dict(origins(person.text))
        written = text[at.start : at.end].casefold()
        for code in (codes := self._words.get(written, frozenset())):
            found[code] = found.get(code, 0.0) + _SAID / len(codes)
        return found


class _Look:
    """At one opening, and at all that may fill its slot."""

    def __init__(
        self,
        slot: Slot,
        call: Opening,
        passage: Passage,
        around: Surroundings,
        pool: Pool,
        memory: Memory,
        homes: Homes,
        named: Sequence[_Named],
        own: str,
        source: str,
    ) -> None:
        self._slot, self._call, self._passage = slot, call, passage
        self._pool, self._memory, self._homes = pool, memory, homes
        self._own, self._source = own, source
        self._how = "own" if source in _OWN_SOURCES else "known" if source == "Known" else "guess"
        self._how = self._how if own else "none"
        self._allowed = pool.constrained(slot, call)
        self._open = self._allowed == tuple(slot.hints.get("fillers", ()))
        self._kinds = [local_name(t) for t in pool.kin(call.at)[-1:]] or ["unknown"]
        self._publisher = {thing_key(m) for _, m in around.places("Publisher", passage, slot)}
        self._subjects = [thing_key(m) for _, m in around.places("Subject", passage, slot)]
        self._named = named
        self._fitting = [n for n in named if self._fits(n)]
        self._here = [m for n in self._fitting for p, m in n.places if p is passage]
        self._holders = self._told_beside(around)
        self._last = self._last_before()
        self._with = self._companions(around)
        self._origin = homes.speaks(call.about, call.at, passage.text) if call.about is not None else {}
        self._lies = {n.key: homes.of(n.places[0][1]) for n in named}
        self._points = {
            n.key: max((self._origin.get(c, 0.0) for c in self._lies[n.key]), default=0.0)
            for n in self._fitting
        }
        self._paragraph = {
            n.key
            for n in self._fitting
            for p, _ in n.places
            if p.paragraph == passage.paragraph and p.number <= passage.number
        }
        self._most = max((len(n.places) for n in self._fitting), default=0)

    def _fits(self, named: _Named) -> bool:
        return self._pool.fits(named.places[0][1], self._allowed or self._slot.classes)

    def _last_before(self) -> str:
        """What was named last before the passage."""
        before = [
            (p.number, m.start, n.key)
            for n in self._fitting
            for p, m in n.places
            if p.number < self._passage.number
        ]
        return max(before, default=(0, 0, ""))[2]

    def _companions(self, around: Surroundings) -> frozenset[str]:
        """What else passages name in which the same person is named."""
        if self._call.about is None:
            return frozenset()
        numbers = around.passages_of(self._call.about)
        return frozenset(
            n.key
            for n in self._named
            if any(p.number in numbers and p is not self._passage for p, _ in n.places)
        )

    def _told_beside(self, around: Surroundings) -> dict[str, set[str]]:
        """Of which persons the document says beside a thing that they hold the same there, by their last names."""
        found: dict[str, set[str]] = {}
        told_in = self._fitting_by_passage()
        own = set(self._pool.kin(self._call.at))
        for passage, office in _around(around.named(sorted(self._call.at.classes)), self._passage):
            beside = [k for k, m in told_in.get(id(passage), ()) if gap_between(m, office) <= _BESIDE]
            if not beside or own.isdisjoint(self._pool.kin(office)):
                continue
            persons = [p for p in passage.of(Kind.PERSON) if gap_between(p, office) <= _BESIDE]
            if persons and (passage is not self._passage or office.start != self._call.at.start):
                nearest = min(persons, key=lambda p: gap_between(p, office))
                for key in beside:
                    found.setdefault(key, set()).add(last_name(nearest))
        return found

    def _fitting_by_passage(self) -> dict[int, list[tuple[str, Mention]]]:
        found: dict[int, list[tuple[str, Mention]]] = {}
        for named in self._fitting:
            for passage, mention in named.places:
                found.setdefault(id(passage), []).append((named.key, mention))
        return found

    def nearest(self, named: _Named) -> Place:
        """Where a thing is named nearest: here, else last before, else first behind."""
        here = [m for p, m in named.places if p is self._passage]
        if here:
            return self._passage, min(here, key=lambda m: (self._gap(m), m.start))
        before = [place for place in named.places if place[0].number < self._passage.number]
        return before[-1] if before else named.places[0]

    def _gap(self, mention: Mention) -> int:
        ends = (m for m in (self._call.at, self._call.about) if m is not None)
        return min(gap_between(m, mention) for m in ends)

    def traits(self, named: _Named) -> Iterator[str]:
        """What speaks for a thing or against it, each trait alone and with how it was found otherwise."""
        found = dict.fromkeys(self._all(named))
        for trait in found:
            yield f"o {trait}"
            yield f"o {self._how}: {trait}"
        origin = next((t for t in reversed(found) if "origin" in t), "")
        for trait in _PLACES:
            if trait in found:
                yield f"o {trait}, {origin}"

    def _all(self, named: _Named) -> Iterator[str]:
        is_own = named.key == self._own
        yield f"found {self._source}" if is_own else "not found"
        place = self.nearest(named)
        yield from self._of_kind(place[1], named)
        sort = "" if place[1].things or self._pool.fits(place[1], self._homes.places) else "body's "
        yield from (f"{sort}{trait}" for trait in self._of_origin(named))
        yield from self._of_document(named)
        if place[0] is self._passage:
            yield from self._in_sentence(place[1])
        else:
            yield from self._before(place, named)

    def _of_kind(self, mention: Mention, named: _Named) -> Iterator[str]:
        fits = self._fits(named)
        yield ("fits" if fits else "does not fit") + (" anyhow" if self._open else "")
        classes = sorted(local_name(c) for c in mention.classes)
        for cls in classes:
            yield f"class {cls}"
            yield from (f"{kind} of {cls}" for kind in self._kinds)
        if not mention.things:
            yield "unregistered"
        same = [n for n in self._fitting if n.places[0][1].classes & mention.classes]
        yield f"rivals {min(len(same), _MOST)}"
        if fits and len(self._fitting) == 1:
            yield "alone"

    def _of_origin(self, named: _Named) -> Iterator[str]:
        """Whether the person's name speaks for where a thing lies, beside where the others lie."""
        lies = self._lies[named.key]
        others = {c for n in self._fitting for c in self._lies[n.key]}
        if len(others | lies) <= 1:
            yield "one country"
            return
        if not lies:
            yield "origin unknown"
            return
        points = max((self._origin.get(c, 0.0) for c in lies), default=0.0)
        best = max(self._points.values(), default=0.0)
        if best <= 0:
            yield "origin untold"
        elif points >= best:
            yield "origin best"
            if sum(p >= best for p in self._points.values()) == 1:
                yield "origin only best"
            if best >= _SURE:
                yield "origin surely best"
        else:
            yield "origin worse"
            if points <= best / _FAR:
                yield "origin far worse"
            if points <= 0:
                yield "origin none"

    def _of_document(self, named: _Named) -> Iterator[str]:
        if named.key in self._publisher:
            yield "publisher"
        if named.key in self._subjects:
            yield "subject" if len(self._subjects) == 1 else "a subject"
        if len(named.places) == self._most:
            yield "most named"
        if any(p.kind == "heading" for p, _ in named.places):
            yield "in heading"
        if any(p.number == 0 for p, _ in named.places):
            yield "at top"
        if named.key == self._last:
            yield "last"
        if named.key in self._with:
            yield "with person"
        if self._memory.held_by_another(self._call, named.places[0][1]):
            yield "held"
        told = self._holders.get(named.key, set())
        if self._call.about is not None and told:
            yield "told of person" if last_name(self._call.about) in told else "told of another"

    def _in_sentence(self, mention: Mention) -> Iterator[str]:
        passage, call = self._passage, self._call
        side = "before" if mention.end <= call.at.start else "behind"
        if mention.overlaps(call.at):
            side = "within"
        yield f"here {side}"
        yield f"here {side} {_size(self._gap(mention), _SIZES)}"
        nearest = min(self._here, key=lambda m: (self._gap(m), m.start), default=None)
        if nearest is not None and thing_key(nearest) == thing_key(mention):
            yield "nearest here"
        lead = passage.grammar.lead_words(passage.text, mention.start).split()[-1:]
        yield from (f"{side} lead {w}" for w in lead if w.islower())
        if lead and lead[0].casefold() in self._slot.hints.get("spokenFor", ()):
            yield f"{side} spoken for"
        if passage.grammar.located(passage.text, mention.start):
            yield f"{side} located"
        if mention.genitive:
            yield f"{side} genitive"
        if attached(self._slot, call, mention, passage):
            yield f"{side} attached"
        if mention.start == 0:
            yield "opens"
        between = words_between(call.at, mention, passage.text)
        if any(mark in between for mark in ",;:"):
            yield f"{side} parted"
        if len(between.split()) <= _WORDS:
            yield f"{side} close"
        others = [
            p
            for p in passage.of(Kind.PERSON)
            if p != call.about
            and min(mention.end, call.at.end) <= p.start < max(mention.start, call.at.start)
        ]
        if others:
            yield f"{side} past another person"
        if len({thing_key(m) for m in self._here}) == 1:
            yield "alone here"

    def _before(self, place: Place, named: _Named) -> Iterator[str]:
        other, mention = place
        if self._here:
            yield "others here"
        if other.number > self._passage.number:
            yield "only later"
            return
        if other.number < 0:
            yield "outside"
            return
        yield f"back {_size(self._passage.number - other.number, _STEPS)}"
        if other.paragraph == self._passage.paragraph:
            yield "same paragraph"
        lead = other.grammar.lead_words(other.text, mention.start).split()[-1:]
        yield from (f"back lead {w}" for w in lead if w.islower())
        if other.kind == "heading":
            yield "back in heading"
        if other.grammar.located(other.text, mention.start):
            yield "back located"
        if self._paragraph == {named.key}:
            yield "alone in paragraph"
        rest = [m for n in self._fitting for p, m in n.places if p is other and n is not named]
        if not rest:
            yield "back alone"
        if other.number == self._passage.number - 1 and other.paragraph == self._passage.paragraph:
            yield "in sentence before"
            if not rest:
                yield "alone in sentence before"
            if mention.start <= _OPENING and not mention.genitive:
                yield "opens sentence before"
            if not any(m.start < mention.start for m in rest):
                yield "first in sentence before"


def _size(value: int, limits: Sequence[int]) -> str:
    return next((str(limit) for limit in limits if value <= limit), "more")
