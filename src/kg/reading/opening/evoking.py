"""Which classes a passage evokes: by a word, by a name, or by two fillers side by side."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from kg.claims import Factuality
from kg.reading.around.context import Surroundings
from kg.reading.around.memory import Memory
from kg.reading.around.pool import Pool
from kg.reading.naming.leads import Leads
from kg.reading.opening.aimed import Aims
from kg.reading.opening.joint import joint_holders, opening_body
from kg.reading.opening.otherpapers import OtherPapers
from kg.reading.opening.unheld import unheld_in
from kg.reading.passages.frames import SUBJECT, Frame, Opening, is_pronoun, roles
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import after_preposition, gap_between, words_between
from kg.schema import ClassShape, Entry, Schema, Slot

_FARTHEST_BESIDE, _FARTHEST_BEFORE, _MOST_WORDS_BESIDE = 60, 110, 5
_SAME_TOPIC = 2
_CLOSE_WORDS, _SEVERAL, _NEAR_NUMBER = 5, 2, 1
_FARTHEST_SHARED, _LONGEST_JOINER = 50, 9
_MARKED = re.compile(r"[.,;:!?()]")
_MADE = 20
_LISTED = frozenset(("lists", "continued"))
_MADE_OFFICER = re.compile(
    r"\s(?:(?:como|als|till|som|as|comme|zum|zur|to be)\s)?(?:(?:nuevo|nueva|nouveau|nouvelle|ny|new)\s)?"
)
_APPOSED = re.compile(r"(?:\s\([^()]{1,12}\))?, ")
_TITLES = re.compile(r"\W*(?:\w{1,4}\W+)*")


class Evoker:
    """Finds what opens frames.

    Args:
        schema: What can be evoked, and by what.
        pool: Of its candidates.
        memory: Of the document.
    """

    def __init__(self, schema: Schema, pool: Pool, memory: Memory) -> None:
        self._schema = schema
        self._pool = pool
        self._memory = memory
        self._leads = Leads()
        self.aims = Aims(schema, pool)
        self.other_papers = OtherPapers(schema, pool)
        self._needed_by: dict[tuple[tuple[str, ...], tuple[str, ...]], frozenset[str]] = {}
        self._rivals: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._named = [c for c in schema.classes.values() if "evokedByName" in c.hints]
        self._bodies = tuple(sorted(schema.hinted("closedName")))
        self._offices = schema.hinted("beforeNames")
        self._joined = [c for c in schema.classes.values() if "joins" in c.hints]
        self._signed = [
            (c, _signature(c.iri, c.hints["signature"]))
            for c in schema.classes.values()
            if "signature" in c.hints
        ]
        self._signed += [
            (ends, _signature(path, (SUBJECT, path), "presupposed"))
            for path, ends in sorted(pool.properties.items())
            if any("signed" in s.hints for s in ends.slots)
        ]

        self._signing = [
            (shape, entry, slot, shape.hints.get("unless", ()))
            for shape, entry in self._signed
            if (slot := shape.slot(entry.needs[0])) is not None
        ]

    def calls(self, passage: Passage, around: Surroundings) -> list[Opening]:
        found: list[Opening] = []
        offices = any(m.classes & self._offices for m in passage.of(Kind.THING))
        for mention in passage.of(Kind.WORD):
            entry = mention.entry
            if entry is None or "CountedNoun" in roles(entry):
                continue
            if not self.near(entry, passage, around) or self._refers(mention, entry, passage):
                continue
            if _is_begun(mention, entry, passage):
                continue
            if "onlyDenied" in entry.hints and not around.denies(mention, entry, passage):
                continue
            if self._says_another(mention, entry, passage) or self.aims.is_another(mention, entry, passage):
                continue
            if not self._leads.led(mention, entry, passage) and not self._told_beside(
                mention, entry, passage
            ):
                continue
            for iri in entry.evokes:
                if self._goes_on(mention, iri, passage) or self._tells_of_whole(mention, iri, passage):
                    continue
                if self.other_papers.is_another(mention, iri, passage):
                    continue
                if self._means_rival(mention, iri, passage, around) or self._tells_of_others(
                    mention, iri, passage
                ):
                    continue
                shape = self._schema.classes.get(iri) or self._pool.properties.get(iri)
                if shape is not None and not (offices and self._makes_officer(mention, shape, passage)):
                    found.append(Opening(shape, mention, entry))
        for mention in passage.of(Kind.THING):
            for shape in self._named:
                if self._pool.fits(mention, (shape.iri,)):
                    found.append(Opening(shape, mention, None, about=mention))
        return found

    @staticmethod
    def _things_behind(passage: Passage, at: int, reach: int) -> Iterator[Mention]:
        """The things that begin behind a place and not far from it."""
        things = passage.of(Kind.THING)
        for nth in range(bisect_left(things, at, key=lambda m: m.start), len(things)):
            if things[nth].start - at > reach:
                return
            yield things[nth]

    def _makes_officer(self, word: Mention, shape: ClassShape, passage: Passage) -> bool:
        """Whether a word tells of somebody who is made an officer, in a class of other things ("chosen president")."""
        if any(self._offices & {*slot.classes, *slot.hints.get("fillers", ())} for slot in shape.slots):
            return False
        if passage.grammar.is_function(word.text):
            return False
        made = [
            m
            for m in self._things_behind(passage, word.end + 1, _MADE)
            if m.classes & self._offices
            and _MADE_OFFICER.fullmatch(passage.text, word.end, m.start) is not None
        ]
        persons = passage.of(Kind.PERSON) if made else ()
        # "handed it over minister X", as some languages put it, makes nobody a minister
        return any(all(p.start != m.end + 1 for p in persons) for m in made)

    def _told_beside(self, noun: Mention, entry: Entry, passage: Passage) -> bool:
        """Whether another word, which tells nothing else, says in the same clause what a noun needs to be told."""
        if "orTold" not in entry.hints or self._leads.only_begins(noun, entry, passage):
            return False
        words = passage.of(Kind.WORD)
        return any(
            w.entry is not None
            and set(entry.evokes) == set(w.entry.evokes)
            and "ledBy" not in w.entry.hints
            and not w.overlaps(noun)
            and _in_one_clause(w, noun, passage.text)
            and all(
                o.entry is None or not set(o.entry.evokes) - set(entry.evokes) for o in words if o.overlaps(w)
            )
            for w in words
        )

    def _means_rival(self, word: Mention, iri: str, passage: Passage, around: Surroundings) -> bool:
        """Whether a word that may tell of two things tells of the other, spoken of since ("made the cut")."""
        shape = self._schema.classes.get(iri)
        for rival in shape.hints.get("confusedWith", ()) if shape is not None else ():
            other = self._schema.classes.get(rival)
            if shape is None or other is None or not _evokes_too(word, rival, passage):
                continue
            own, its = (around.named_since(passage, s.hints.get("toldOf", ())) for s in (shape, other))
            if its > own or (its == own and self._told_last(rival, iri, passage)):
                return True
        return False

    def _told_last(self, cls: str, other: str, passage: Passage) -> bool:
        """Whether the sentences right before told or counted things of one class, and nothing of another."""
        told = {f.cls for f in self._memory.recent(passage, 1)}
        told |= {
            s.measures for iri in told if (s := self._schema.classes.get(iri)) is not None and s.measures
        }
        return cls in told and other not in told

    def _tells_of_others(self, word: Mention, iri: str, passage: Passage) -> bool:
        """Whether a noun names as many others as a number before it says ("X, Y and 35 more participants")."""
        if self.listed(iri) is None:
            return False
        return any(
            n.amount is not None
            and n.amount.more
            and n.end <= word.start
            and not passage.text[n.end : word.start].strip(" \u00a0")
            for n in passage.of(Kind.NUMBER)
        )

    def _goes_on(self, word: Mention, iri: str, passage: Passage) -> bool:
        """Whether a word that also goes on with a list can only mean the list of another class told just before."""
        shape = self.listed(iri)
        members = {slot.path for slot in shape.slots if slot.each} if shape is not None else set()
        if not members or (word.entry is not None and not members.issuperset(word.entry.needs)):
            return False  # it names what it tells of the members itself
        if not any(
            w.overlaps(word) and w.entry is not None and "Continues" in roles(w.entry)
            for w in passage.of(Kind.WORD)
        ):
            return False
        told = {s.iri for f in self._memory.recent(passage, 1) if (s := self.listed(f.cls)) is not None}
        return bool(told) and iri not in told

    def _tells_of_whole(self, word: Mention, iri: str, passage: Passage) -> bool:
        """Whether a word tells of all those of whom a number is a part ("106 of the 112 towns that take part")."""
        if self.listed(iri) is None:
            return False
        numbers = [m for m in passage.of(Kind.NUMBER) if m.end <= word.start]
        if len(numbers) < 2 or passage.text[numbers[-1].end : word.start].count(" ") > _CLOSE_WORDS:
            return False
        part, whole = numbers[-2:]
        gap = passage.text[part.end : whole.start]
        single = part.amount is not None and (part.amount.one_of or part.amount.value == 1)
        return (
            not single
            and passage.grammar.part_of_next(gap)
            and not re.search(r"[,;:.]", passage.text[whole.end : word.start])
        )

    def _refers(self, word: Mention, entry: Entry, passage: Passage) -> bool:
        """Whether a noun stands in a reference ("this award"), which speaks of what was told before."""
        if "needsOne" in entry.hints:
            return False
        return any(
            m.start < word.start
            and m.end == word.end
            and not is_pronoun(m)
            and self._pool.fits(m, self._needed(entry))
            for m in passage.of(Kind.REFERENCE)
        )

    def _needed(self, entry: Entry) -> frozenset[str]:
        """Classes of what has to stand beside a word."""
        key = (entry.evokes, entry.needs)
        if key not in self._needed_by:
            shapes = [s for iri in entry.evokes if (s := self._schema.classes.get(iri)) is not None]
            slots = [slot for s in shapes for slot in s.slots if slot.least or slot.path in entry.needs]
            self._needed_by[key] = frozenset(c for slot in slots for c in slot.classes)
        return self._needed_by[key]

    def _says_another(self, word: Mention, entry: Entry, passage: Passage) -> bool:
        """Whether a word that needs something beside it has what another reading of the same word needs instead."""
        wanted = entry.hints.get("near", ())
        if not wanted:
            return False
        beside = [m for m in passage.of(Kind.THING, Kind.REFERENCE) if self._pool.fits(m, wanted)]
        own = {
            c
            for iri in entry.evokes
            if (s := self._schema.classes.get(iri))
            for slot in s.slots
            for c in slot.classes
        }
        others = [
            w.entry
            for w in passage.of(Kind.WORD)
            if (w.start, w.end) == (word.start, word.end)
            and w.entry is not None
            and w.entry is not entry
            and "modal" not in w.entry.hints
        ]
        needed = {
            c
            for other in others
            for iri in other.evokes
            if (shape := self._schema.classes.get(iri)) is not None
            for slot in shape.slots
            if slot.least or (beside and slot.path in other.needs)
            for c in slot.classes
        } - own
        if beside and needed:
            # "the label, handed over …, honours the contract": the label is what was handed over
            rivals = [m for m in passage.of(Kind.THING, Kind.REFERENCE) if self._pool.fits(m, needed)]
            rivals = [m for m in rivals if not self._pool.fits(m, own)]
            return _nearest(word, rivals) < _nearest(word, beside)
        return bool(needed) and any(self._pool.fits(m, needed) for m in passage.of(Kind.THING))

    def near(self, entry: Entry, passage: Passage, around: Surroundings) -> bool:
        """Whether something of a class that the word must stand with is spoken of in the passage."""
        wanted = entry.hints.get("near", ())
        apart = entry.hints.get("awayFrom", ())
        if apart and any(self._pool.fits(m, apart) for m in passage.of(Kind.THING)):
            return False
        if "unless" in entry.hints and _names_group(entry.hints["unless"], passage):
            return False
        if not wanted:
            return True
        meant = (m for m in passage.of(Kind.THING, Kind.REFERENCE) if self._pool.fits(m, wanted))
        beside = [m for m in meant if self._may_mean(m, entry)]
        if beside and all(passage.grammar.in_denied_phrase(passage.text, m.start) for m in beside):
            return False  # "signed a paper, not the treaty"
        if any(
            around.resolve(m, passage, wanted) and not self._only_serves(m, entry, passage) for m in beside
        ):
            return True
        if set(entry.hints.get("nearInText", ())) and around.speaks_of(entry.hints["nearInText"]):
            return True
        if self._memory.goes_on(entry.evokes, passage) and any(self.listed(iri) for iri in entry.evokes):
            return True  # what a list was told of before goes on
        before = entry.hints.get("nearBefore", ())
        if before and "ownObject" in entry.hints and self._acts_on_other(entry, passage):
            return False
        if before and any(f.cls in entry.evokes for f in self._memory.recent(passage, _SAME_TOPIC)):
            return True
        if not before:
            return False
        return any(
            self._pool.fits(m, before)
            for other in around.leading(passage)
            for m in other.of(Kind.THING, Kind.REFERENCE)
        ) or self.is_topic(before, passage, around)

    def _only_serves(self, mention: Mention, entry: Entry, passage: Passage) -> bool:
        """Whether a word acts on something else, and a mention only says what that is for ("hand in ideas for X")."""
        return (
            "ownObject" in entry.hints
            and after_preposition(mention, passage)
            and self._acts_on_other(entry, passage)
        )

    def _may_mean(self, mention: Mention, entry: Entry) -> bool:
        """Whether what is called by a number stands for it here: where those are told of whom the number counts."""
        if not mention.by_number:
            return True
        counts = (c for c in self._schema.classes.values() if c.measures and "contextClass" in c.hints)
        return any({c.iri, c.measures} & set(entry.evokes) for c in counts)

    def is_topic(self, classes: tuple[str, ...], passage: Passage, around: Surroundings) -> bool:
        """Whether something of the classes is what the sentences before went on about."""
        if classes not in self._rivals:
            shapes = [shape for iri in classes if (shape := self._schema.classes.get(iri)) is not None]
            self._rivals[classes] = tuple(c for s in shapes for c in s.hints.get("topicUntil", ()))
        rivals = self._rivals[classes]
        return bool(rivals) and around.is_topic(passage, classes, rivals)

    def _acts_on_other(self, entry: Entry, passage: Passage) -> bool:
        """Whether the sentence has an object of its own ("handed over the grant letter"), so that none is meant
        that stood before it."""
        shapes = [s for iri in entry.evokes if (s := self._schema.classes.get(iri)) is not None]
        known = {c for shape in shapes for slot in shape.slots for c in slot.classes}
        taken = [
            m
            for m in passage.of(Kind.THING, Kind.PERSON, Kind.PERIOD, Kind.WORD, Kind.REFERENCE)
            if (m.kind is not Kind.REFERENCE or self._pool.fits(m, known))
            and (m.kind is not Kind.WORD or m.entry is entry)
        ]
        return any(
            not any(m.start < end and start < m.end for m in taken)
            and not self._schema.heads_name(passage.text[start:end], entry.hints.get("near", ()))
            for start, end in passage.grammar.objects(passage.text)
        )

    def adjacent(self, passage: Passage) -> list[Opening]:
        """Frames that open where the fillers of two slots stand side by side, with no word for it."""
        found: list[Opening] = []
        for shape in self._joined:
            one, other = (shape.slot(p) for p in shape.hints["joins"][:2])
            if one is None or other is None:
                continue
            people = self._pool.candidates(other, passage, None)
            body = next((s for s in shape.slots if "choosesBy" in s.hints), None)
            bodies = [m for m in self._pool.fitting(body, passage) if m.kind is Kind.THING] if body else []
            called: set[Mention] = set()
            for first in sorted(self._pool.candidates(one, passage, None), key=lambda m: m.start):
                joint = self._joint(shape, first, people, body, passage)
                found.extend(Opening(shape, first, None, about=p, given=b) for p, b in joint)
                if joint:
                    continue
                beside = self._beside(first, people, passage, called)
                if beside is None:
                    continue
                partner, firmness = beside
                if partner.start > first.start:
                    called.add(partner)
                if self._is_field_of_another(first, passage) or self._is_served(first, passage):
                    continue
                gap = passage.text[min(first.end, partner.end) : max(first.start, partner.start)]
                several = passage.grammar.held_by_several(passage.text[first.start : first.end], gap)
                if firmness is Factuality.DENIED:
                    continue  # who held it once: neither true today nor denied
                members = coordinated(partner, people, passage) if several else [partner]
                behind = partner.start > first.start
                for member in members:
                    if behind and member.start < first.start:
                        continue  # "X (chair), councillors Y and Z"
                    given = opening_body(first, member, bodies, passage)
                    found.append(Opening(shape, first, None, about=member, firmness=firmness, given=given))
            found.extend(self._shared(shape, one, found, passage))
        return found

    def _joint(
        self, shape: ClassShape, office: Mention, people: list[Mention], slot: Slot | None, passage: Passage
    ) -> list[tuple[Mention, Mention]]:
        """Who holds an office each in a body of their own, where a passage lists several together."""
        written = passage.text[office.start : office.end]
        if slot is None or len(people) < _SEVERAL or not passage.grammar.may_be_several(written):
            return []
        allowed = self._pool.constrained(slot, Opening(shape, office, None))
        bodies = [
            m
            for m in self._pool.fitting(slot, passage)
            if m.kind is Kind.THING
            and m is not office
            and self._pool.fits(m, allowed)
            and not (passage.text[m.start - 1 : m.start] == "(" and passage.grammar.is_party(m.text))
        ]
        others = [m for m in passage.of(Kind.THING) if m is not office and m.classes & office.classes]
        holders = [
            p
            for p in people
            if p.kind is Kind.PERSON and not any(0 < p.start - m.end <= _CLOSE_WORDS for m in others)
        ]
        return joint_holders(office, holders, bodies, passage)

    def _is_field_of_another(self, office: Mention, passage: Passage) -> bool:
        """Whether what looks like an office only says for what the one before it is ("X of Y in charge of Z")."""
        if not passage.grammar.is_charged(office.text):
            return False
        before = [m for m in passage.of(Kind.THING) if m.end <= office.start and m.classes & office.classes]
        return bool(before) and not _MARKED.search(passage.text[before[-1].end : office.start])

    def _is_served(self, office: Mention, passage: Passage) -> bool:
        """Whether an office is but that of whom another's holder works for ("X, adviser to the minister")."""
        text = passage.text
        if any(p.start - office.end in (1, 2) for p in passage.of(Kind.PERSON) if p.start > office.end):
            return False
        before = [m for m in passage.of(Kind.THING) if m.end < office.start and m.classes & office.classes]
        return bool(before) and passage.grammar.serves(text[before[-1].end : office.start])

    def _shared(self, shape: ClassShape, slot: Slot, found: list[Opening], passage: Passage) -> list[Opening]:
        """ "head of X and speaker of Y, N. N.", "N. N., founder and head": both of two joined have one partner."""
        others = self._pool.candidates(slot, passage, None)
        opened = {id(o.at) for o in found}
        shared = []
        for opening in found:
            if opening.shape is not shape or opening.about is None:
                continue
            first = opening.about.start < opening.at.end
            for other in (o for o in others if o.kind is Kind.THING):
                gap = passage.text[other.end : opening.at.start]
                gap = passage.text[opening.at.end : other.start] if first else gap
                joined = passage.grammar.joiner.search(gap[-_LONGEST_JOINER:])
                if id(other) in opened or not 0 < len(gap) <= _FARTHEST_SHARED or not joined:
                    continue
                named = any(p.inside(other.end, opening.at.start) for p in passage.of(Kind.PERSON))
                if not re.search(r"[.,;:!?()]", gap) and not (named and not first):
                    shared.append(Opening(shape, other, None, about=opening.about))
        return shared

    def signed(self, passage: Passage, made: list[Frame]) -> list[Opening]:
        """Frames that open where the fillers of a class's signature meet, though no word for it was known.

        Args:
            passage: To be read.
            made: What its words were found to say; a class that they opened is not opened again.
        """
        found = []
        words = [w.entry for w in passage.of(Kind.WORD) if w.entry is not None]
        told = {f.cls for f in made} | {iri for word in words if not word.weak for iri in word.evokes}
        weakly = {iri for word in words if word.weak for iri in word.evokes}
        for shape, entry, slot, others in self._signing:
            if (
                not self._pool.fitting(slot, passage)
                or shape.iri in told
                or not told.isdisjoint(others)
                or not weakly.isdisjoint(others)
            ):
                continue
            first = next((m for m in self._pool.candidates(slot, passage, None) if not is_pronoun(m)), None)
            if first is not None:
                found.append(Opening(shape, first, entry))
        return found

    def untold(self, passage: Passage, made: list[Frame]) -> list[Opening]:
        """What alone is the signature of a class that is told of, and in no frame yet ("…, of it 2 million for X")."""
        told = {f.cls for f in made}
        used = {
            f.mention for frame in made for fs in frame.fillers.values() for f in fs if f.passage is passage
        }
        return [
            Opening(shape, mention, entry)
            for shape, entry, slot, _ in self._signing
            if (len(entry.needs) == 1 or "signsEach" in shape.hints) and shape.iri in told
            for mention in self._pool.candidates(slot, passage, None)
            if mention not in used and not is_pronoun(mention)
        ]

    def _beside(
        self, first: Mention, others: list[Mention], passage: Passage, called: Set[Mention]
    ) -> tuple[Mention, Factuality] | None:
        """The nearest candidate that the words between tie to a mention, and how firmly; None for none.

        Args:
            first: An office.
            others: Who may hold it.
            passage: That names them.
            called: Those who have another office before them.
        """
        ranked = []
        unheld = unheld_in(passage.grammar.code)
        for other in others:
            before = other.start < first.start
            gap = passage.text[other.end : first.start]
            if not before:
                gap = _with_names_cut(passage, first.end, other.start)
            if before and other.genitive and other.kind is Kind.PERSON:
                continue  # "X's adviser" is somebody else
            if passage.grammar.precedes(passage.text[: other.start]):
                continue  # "X succeeds Y as head": Y was it
            if first.overlaps(other) or len(gap) > (_FARTHEST_BEFORE if before else _FARTHEST_BESIDE):
                continue
            if not before and self._has_own_office(first, other, passage):
                continue  # "the head thanked minister X"
            firmness = passage.grammar.tie(gap, person_first=before)
            if firmness is None and not before and self._opens_as(first, gap, passage):
                firmness = Factuality.ASSERTED
            if firmness is None and before and passage.grammar.elected(passage.text, gap):
                firmness = Factuality.ASSERTED
            if firmness is None or unheld.is_unheld(
                passage.text, (other.start, other.end), (first.start, first.end)
            ):
                continue
            if firmness is Factuality.ASSERTED and unheld.is_coming(passage.text, (first.start, first.end)):
                firmness = Factuality.EXPECTED
            apart = not before and not _TITLES.fullmatch(gap) and "," not in gap
            apart = apart and not self._opens_as(first, gap, passage)
            if apart and self._words_between(passage, first.end, other.start) > _MOST_WORDS_BESIDE:
                continue
            ranked.append((len(gap) + (3 if before else 0), other.start, other, firmness))
        best = min(ranked)[2:] if ranked else None
        if best is not None and "," in passage.text[first.end : best[0].start]:
            apposed = (r[2:] for r in ranked if self._is_apposed_to(first, r[2], passage))
            best = next(apposed, best)
        if (
            best is not None
            and best[0].start < first.start
            and self._opens_next(first, best[0], passage, called)
        ):
            next_one = next((r[2:] for r in sorted(ranked)[1:] if r[2].start > first.end), None)
            if next_one is None and self._goes_on_with_office(first, passage):
                return None
            best = next_one or best
        return best

    def _has_own_office(self, office: Mention, person: Mention, passage: Passage) -> bool:
        """Whether another office stands right before a person, with words of a clause between it and this one."""
        text = passage.text
        return any(
            m.classes & office.classes
            and m.end <= person.start
            and _TITLES.fullmatch(text, m.end, person.start) is not None
            and passage.grammar.may_have_verb(text[office.end : m.start])
            for m in self._things_behind(passage, office.end + 1, person.start - office.end)
        )

    def _opens_next(self, office: Mention, person: Mention, passage: Passage, called: Set[Mention]) -> bool:
        """ "Head of A X, the head of B, Y, and Z": who has an office before them is not called by the next's.

        "Head of A X, the head of B, and Y" does call them so.
        """
        text = passage.text
        lead = text[person.end : office.start]
        if not lead.startswith(", ") or not passage.grammar.is_article(lead[1:].strip()):
            return False
        if passage.grammar.and_follows(text, office.end):
            return False
        return person in called or any(
            m is not office and m.classes & office.classes and text[m.end : person.start] == " "
            for m in passage.of(Kind.THING)
        )

    def _goes_on_with_office(self, office: Mention, passage: Passage) -> bool:
        """Whether one more office follows soon, so that a list of officers goes on, named or not."""
        behind = self._things_behind(passage, office.end + 1, _FARTHEST_BESIDE)
        return any(m.classes & office.classes for m in behind)

    def _is_apposed_to(self, office: Mention, person: Mention, passage: Passage) -> bool:
        """ "X, head of this, Y, head of that": a bare office is theirs who have none before them, not the next's.

        So it is where the body stands between them ("X, this, head, Y, that, head").
        """
        text = passage.text
        row = [
            m
            for m in passage.of(Kind.THING)
            if text[person.end : m.start] == ", " == text[m.end : office.start]
            and self._schema.any_is_a(m.classes, self._bodies)
        ]
        return (bool(row) or _APPOSED.fullmatch(text, person.end, office.start) is not None) and not any(
            m.classes & office.classes and passage.text[m.end : person.start] in (" ", ", ")
            for m in passage.of(Kind.THING)
            if m.end < person.start
        )

    def _opens_as(self, office: Mention, gap: str, passage: Passage) -> bool:
        """ "As head of X, Y spoke": a verb stands between, as the sentence opens with the office."""
        lead = passage.text[: office.start]
        opens = passage.grammar.apposes_first(lead) or passage.grammar.elected_first(passage.text, lead)
        return opens and not re.search(r"[.;:!?()„“”\"]", gap)

    def _words_between(self, passage: Passage, start: int, end: int) -> int:
        """How many words stand in a gap; a name or a day in it counts as one."""
        inside = (m for m in passage.of(Kind.THING, Kind.PERIOD) if m.inside(start, end))
        names = list({(m.start, m.end): m for m in inside}.values())
        longest = [m for m in names if not any(o is not m and m.inside(o.start, o.end) for o in names)]
        return len(passage.text[start:end].split()) - sum(
            len(passage.text[m.start : m.end].split()) - 1 for m in longest
        )

    def listed(self, cls: str) -> ClassShape | None:
        """The class of a frame, or what it counts, if later passages go on with its members."""
        shape = self._schema.classes.get(cls)
        if shape is not None and shape.measures:
            shape = self._schema.classes.get(shape.measures)
        return shape if shape is not None and not _LISTED.isdisjoint(shape.hints) else None


def _signature(iri: str, paths: Sequence[str], *hints: str) -> Entry:
    """What stands in for the word that a signature lacks: it needs all slots of the signature, in the passage."""
    return Entry(
        iri=iri,
        language="",
        forms=(),
        evokes=(iri,),
        weak=True,
        needs=tuple(paths),
        hints={"signed": ("true",), **dict.fromkeys(hints, ("true",))},
    )


def _names_group(classes: Sequence[str], passage: Passage) -> bool:
    """Whether a passage has a noun for those alone that some classes count, and no number before it ("rivals")."""
    counted = {n.end for n in passage.of(Kind.NUMBER)}
    return any(
        w.entry is not None
        and w.entry.evokes
        and set(classes).issuperset(w.entry.evokes)
        and "CountedNoun" in roles(w.entry)
        and counted.isdisjoint(range(w.start - _NEAR_NUMBER, w.start + 1))
        for w in passage.of(Kind.WORD)
    )


def _evokes_too(word: Mention, iri: str, passage: Passage) -> bool:
    """Whether another entry for a word evokes a class as well."""
    return any(
        w.entry is not None and iri in w.entry.evokes and w.overlaps(word) for w in passage.of(Kind.WORD)
    )


def _is_begun(word: Mention, entry: Entry, passage: Passage) -> bool:
    """Whether a particle behind a verb makes one of it that tells something else ("was handed", "was handed in")."""
    return any(
        w.start == word.start
        and w.end > word.end
        and w.entry is not None
        and bool(w.entry.evokes)
        and set(entry.evokes).isdisjoint(w.entry.evokes)
        and passage.grammar.makes_verb(passage.text[word.end : w.end].strip(), passage.text[w.end :])
        for w in passage.of(Kind.WORD)
    )


def _with_names_cut(passage: Passage, start: int, end: int) -> str:
    """The words between two places, of each name there but the first: "for", "and" and commas in it tie nothing."""
    text, inside = passage.text, [m for m in passage.of(Kind.THING) if m.inside(start, end)]
    found, at = "", start
    for name in sorted(inside, key=lambda m: (m.start, -m.end)):
        if name.start >= at:
            found += text[at : name.start] + text[name.start : name.end].split(maxsplit=1)[0]
            at = name.end
    return found + text[at:end]


def _nearest(word: Mention, mentions: list[Mention]) -> float:
    """How far the nearest of some mentions stands from a word."""
    return min((gap_between(word, m) for m in mentions), default=float("inf"))


def _in_one_clause(one: Mention, other: Mention, text: str) -> bool:
    """Whether no more than a few words, and no mark of a clause, stand between two mentions."""
    between = words_between(one, other, text)
    return between.count(" ") <= _CLOSE_WORDS and not re.search(r"[,;:–]", between)
