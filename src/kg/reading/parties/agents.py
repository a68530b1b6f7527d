"""Who pays for or runs what a sentence speaks of: behind a preposition of agents, or as subject of an active verb.

A slot says so (`kg:agentCue`, words before whoever does it; `kg:agentOf`, classes of what it is done to). What a
sentence lists behind the preposition is listed for the verb that the preposition belongs to, whatever else it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims import Factuality
from kg.language import language as language_of
from kg.reading.around.context import Surroundings, last_named
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import SUBJECT, Filler, Frame, is_pronoun
from kg.reading.passages.listing import of_own_predicate
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import after_preposition, words_between
from kg.schema import Schema, Slot

_STOPS = re.compile(r"[;:!?]|\s[–—]\s|\.\s")
_FAR_BACK, _MOST_LEFT, _MOST_TO_VERB, _MOST_TO_CUE = 3, 2, 4, 6
_POSSESSIVE = ("'s", "’s", ":s")
_APART = re.compile(r"[,;:.()–—]")
_NEXT_WORD = re.compile(r"\s([^\W\d_][\w-]*)")
_BRACKET = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Role:
    """A property whose value is an agent."""

    path: str
    slot: Slot
    of: tuple[str, ...]
    cue: re.Pattern[str]


class Agents:
    """Adds frames for agents that sentences tell by their grammar.

    Args:
        schema: Slots with `kg:agentCue`.
        pool: For slots and fillers.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._places = tuple(sorted(schema.hinted("gazetteer") | schema.hinted("stateName")))
        self._roles: list[_Role] = []
        for path, ends in sorted(pool.properties.items()):
            for slot in ends.slots:
                if "agentCue" in slot.hints:
                    cues = sorted(slot.hints["agentCue"], key=lambda w: (-len(w), w))
                    cue = re.compile(
                        rf"(?<![\w-])(?:{'|'.join(map(re.escape, cues))})(?![\w-])", re.IGNORECASE
                    )
                    self._roles.append(_Role(path, slot, slot.hints["agentOf"], cue))

    def complete(
        self, frames: Sequence[Frame], passages: Sequence[Passage], around: Surroundings
    ) -> list[Frame]:
        """The frames of a document with those of further agents.

        Args:
            frames: All of the document.
            passages: All of the document.
            around: For how firm words are.
        """
        known = {f.told for f in frames}
        found = list(frames)
        paths = {role.path for role in self._roles}
        for passage in passages:
            verbs = [w for w in passage.of(Kind.WORD) if not paths.isdisjoint(_tells(w))]
            for role in self._roles if verbs else ():
                for frame in self._told(role, verbs, passage, passages, around):
                    if frame.told not in known:
                        known.add(frame.told)
                        found.append(frame)
        return found

    def _told(
        self,
        role: _Role,
        verbs: Sequence[Mention],
        passage: Passage,
        passages: Sequence[Passage],
        around: Surroundings,
    ) -> Iterator[Frame]:
        """Frames for the agents of one role in a passage."""
        own = [w for w in verbs if role.path in _tells(w)]
        actors = self._actors(role, passage)
        if not own or not actors:
            return
        told: list[tuple[Mention, list[Mention]]] = []
        for cued, listed in self._behind_cues(role, actors, verbs, passage):
            verb = _owner(listed[0], listed[-1], verbs, role.cue, passage)
            if told and passage.grammar.opens_company(passage.text[max(0, cued - 2) :]):
                continue  # "run by X, with partners from Y": whoever ran it has been told
            mine = [w for w in own if verb is not None and (w.start, w.end) == (verb.start, verb.end)]
            told.extend((w, listed) for w in mine[:1])
        for verb in own if not told else ():
            subject = self._subject(role, verb, actors, passage)
            told.extend([(verb, subject)] if subject else [])
        for verb, agents in told:
            whole = self._whole(role, verb, agents, passage, passages)
            firm = around.factuality(verb, verb.entry, passage)
            if whole is None or firm is Factuality.DENIED:
                continue
            for agent in agents:
                filler = self._pool.filler(role.path, passage, self._as_thing(role, agent), role.slot)
                if filler.key_of_thing != whole.key_of_thing:
                    fillers = {SUBJECT: [whole], role.path: [filler]}
                    yield Frame(role.path, passage, verb.start, verb.end, firm, fillers=fillers)

    def _actors(self, role: _Role, passage: Passage) -> list[Mention]:
        """Whoever may act in a passage, the longest where names overlap; not what it is done to."""
        classes = role.slot.hints.get("fillers") or role.slot.classes
        found: list[Mention] = []
        every = [m for m in passage.of(Kind.THING, Kind.NAME) if not m.compound]
        for m in sorted(every, key=lambda m: (m.start - m.end, m.start)):
            fits = m.kind is Kind.NAME or (
                self._pool.fits(m, classes)
                and not self._pool.fits(m, role.of[:1])
                and not self._is_adjective(m, passage)
            )
            if fits and not any(m.overlaps(o) for o in found):
                found.append(m)
        return sorted(found, key=lambda m: m.start)

    def _is_adjective(self, mention: Mention, passage: Passage) -> bool:
        """Whether a name only says whose or of where what follows is."""
        written = passage.text[mention.start : mention.end]
        if mention.genitive or (written.islower() and " " not in written) or written.endswith(_POSSESSIVE):
            return True
        following = _NEXT_WORD.match(passage.text, mention.end)
        alone = not mention.things and " " not in written  # the first word of a name that nobody knows
        if following is None or passage.grammar.nouns_capitalised:
            return False
        if not (alone or self._pool.fits(mention, self._places)):
            return False
        word = following.group(1)
        return not (passage.grammar.is_function(word) or passage.grammar.has_auxiliary(word))

    def _behind_cues(
        self, role: _Role, actors: Sequence[Mention], verbs: Sequence[Mention], passage: Passage
    ) -> Iterator[tuple[int, list[Mention]]]:
        """Lists of actors, each behind a preposition that opens it, and where that stands."""
        at = 0
        for cue in role.cue.finditer(passage.text):
            if cue.start() < at:
                continue
            listed: list[Mention] = []
            end = cue.end()
            for actor in (a for a in actors if a.start >= cue.end()):
                gap = passage.text[end : actor.start]
                told = any(end <= w.start and w.end <= actor.start for w in verbs)
                aside = "," in gap and passage.grammar.joins_in(passage.text, actor.start)
                if listed and (aside or passage.grammar.opens_company(gap)):
                    break  # "run by X, with partners from Y"
                if told or not _is_listed(passage, end, actor.start, first=not listed):
                    break
                led = role.cue.search(gap) is not None
                if (
                    listed
                    and not led
                    and (after_preposition(actor, passage) or self._is_other(actor, listed[0], gap, passage))
                ):
                    break
                listed.append(actor)
                end = actor.end
            if listed:
                at = end
                yield cue.start(), listed

    def _is_other(self, one: Mention, first: Mention, gap: str, passage: Passage) -> bool:
        """Whether a comma rather ends a list, as one is a place and the other none."""
        alike = self._pool.fits(one, self._places) == self._pool.fits(first, self._places)
        return "," in gap and not alike and passage.grammar.joiner.search(gap) is None

    def _subject(
        self, role: _Role, verb: Mention, actors: Sequence[Mention], passage: Passage
    ) -> list[Mention]:
        """Whoever is the subject of an active verb, with those listed beside; [] for other words."""
        transitive = verb.entry is not None and "actsOn" in verb.entry.hints
        if verb.entry is None or not (transitive or "cueless" in verb.entry.hints):
            return []
        if passage.grammar.passive(passage.text, verb.start, verb.end):
            return []
        if transitive and not self._is_object(role, verb, passage):
            return []
        bare = [a for a in actors if not a.genitive and not after_preposition(a, passage)]
        bare = [a for a in bare if a.kind is Kind.NAME or not self._pool.fits(a, role.of)] or bare
        if not passage.grammar.verb_last:
            relatives = language_of(passage.grammar.code).relatives
            bare = [a for a in bare if relatives.isdisjoint(passage.text[verb.end : a.start].split())]
        subject = self._beside(verb, bare, passage)
        if subject is None:
            return []
        listed, at = [subject], actors.index(subject)
        for actor in actors[at + 1 :]:
            if actor not in bare or not _is_coordinated(listed[-1], actor, verb, passage):
                break
            listed.append(actor)
        for actor in reversed(actors[:at]):
            if actor not in bare or not _is_coordinated(actor, listed[0], verb, passage):
                break
            listed.insert(0, actor)
        return listed

    def _beside(self, verb: Mention, bare: Sequence[Mention], passage: Passage) -> Mention | None:
        """Whoever stands right before a verb, or right behind one that a relative pronoun or an object opens."""
        text, grammar = passage.text, passage.grammar
        before = next((a for a in reversed(bare) if a.end <= verb.start), None)
        if before is not None:
            gap = text[before.end : verb.start]
            plain = not _APART.search(gap) and not grammar.turns_aside(gap) and not grammar.joiner.search(gap)
            close = plain and len(gap.split()) <= _MOST_LEFT
            if close or (grammar.relates(gap) and len(gap.split()) <= _MOST_LEFT):
                return before
        behind = next((a for a in bare if a.start >= verb.end), None)
        if behind is None or _APART.search(text[verb.end : behind.start]):
            return None
        near = len(text[verb.end : behind.start].split()) <= _MOST_TO_VERB
        opened = grammar.inverts or grammar.ends_in_relative(text[: verb.start])
        return behind if near and opened else None

    def _is_object(self, role: _Role, verb: Mention, passage: Passage) -> bool:
        """Whether a verb acts on what a passage names: right behind it, or before it with a relative pronoun."""
        for whole in (m for m in passage.of(Kind.THING) if self._pool.fits(m, role.of)):
            gap = words_between(whole, verb, passage.text)
            if whole.end <= verb.start and passage.grammar.relates(gap):
                return True
            words = [w for w in gap.split() if not passage.grammar.is_function(w)]
            if whole.start >= verb.end and len(words) <= _MOST_LEFT and not _APART.search(gap):
                return True
        return False

    def _whole(
        self,
        role: _Role,
        verb: Mention,
        agents: Sequence[Mention],
        passage: Passage,
        passages: Sequence[Passage],
    ) -> Filler | None:
        """What is paid for or run: the last named before the verb, else the next; else what was named before."""
        every = [m for m in passage.of(Kind.THING) if self._pool.fits(m, role.of) and m not in agents]
        every = of_own_predicate(verb, every, passage)
        main = [m for m in every if self._pool.fits(m, role.of[:1])]
        before = [m for m in main or every if m.end <= verb.start]
        if not main:
            gaps = [(m, words_between(m, verb, passage.text)) for m in before]
            before = [m for m, gap in gaps if "," not in gap or passage.grammar.relates(gap)]
        if before or main:
            return self._pool.filler(SUBJECT, passage, before[-1] if before else main[0], None)
        classes = role.of
        if verb.entry is None or "refersBack" not in verb.entry.hints:
            classes = self._referred(role, verb, passage)
        near = passages[max(0, passage.number - _FAR_BACK) : passage.number]
        last = last_named(near, lambda m, _: self._pool.fits(m, classes)) if classes else None
        return replace(self._pool.filler(SUBJECT, *last, None), here=False) if last is not None else None

    def _referred(self, role: _Role, verb: Mention, passage: Passage) -> tuple[str, ...]:
        """The classes of what a noun before a verb refers back to, where the slot lets such nouns stand for it."""
        if "agentReferred" not in role.slot.hints:
            return ()
        before = [m for m in passage.of(Kind.REFERENCE) if m.end <= verb.start and not is_pronoun(m)]
        named = [m for m in before if self._pool.fits(m, role.of)]
        return tuple(sorted(named[-1].classes)) if named else ()

    def _as_thing(self, role: _Role, mention: Mention) -> Mention:
        """A bare name as that of a body."""
        classes = role.slot.hints.get("openNames", ())
        if mention.kind is not Kind.NAME:
            return mention
        return replace(mention, kind=Kind.THING, classes=frozenset(classes))


def _tells(word: Mention) -> tuple[str, ...]:
    """The properties that a word tells of, unless it gives their value itself."""
    if word.entry is None or word.entry.sets:
        return ()
    return (*word.entry.evokes, *word.entry.hints.get("actsOn", ()))


def _is_listed(passage: Passage, end: int, start: int, *, first: bool) -> bool:
    """Whether a name goes on with a list, or opens it: articles, prepositions and a noun at most stand between."""
    gap = _BRACKET.sub(" ", passage.text[end:start])
    grammar = passage.grammar
    if re.search(r"[.;:!?–—()]", gap) or (not first and not (grammar.joiner.search(gap) or "," in gap)):
        return False
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", gap) if not grammar.is_function(w)]
    words = [w for w in words if not grammar.joiner.fullmatch(w)]
    if grammar.nouns_capitalised and any(w[:1].islower() and not w.endswith(("n", "r")) for w in words):
        return False  # a verb
    return len(words) <= _MOST_LEFT and not grammar.has_auxiliary(gap)


def _is_coordinated(one: Mention, other: Mention, verb: Mention, passage: Passage) -> bool:
    """Whether two actors are of one list that no verb or relative pronoun parts."""
    gap = passage.text[one.end : other.start]
    apart = one.end <= verb.start < other.start or passage.grammar.relates(gap)
    return (
        not apart
        and not passage.grammar.turns_aside(gap)
        and _is_listed(passage, one.end, other.start, first=False)
    )


def _owner(
    first: Mention, last: Mention, verbs: Sequence[Mention], cue: re.Pattern[str], passage: Passage
) -> Mention | None:
    """The verb to which a list behind a preposition belongs: the next where verbs come last, else the one before."""
    text = passage.text
    if passage.grammar.verb_last:
        after = [w for w in verbs if w.start >= last.end]
        gap = text[last.end : after[0].start] if after else ","
        if not re.search(r"[,;:.()]", gap) and len(gap.split()) <= _MOST_TO_VERB:
            return after[0]
    before = [w for w in verbs if w.start < first.start]
    if not before or _STOPS.search(text[before[-1].end : first.start]):
        return None
    near = len(text[before[-1].end : first.start].split()) <= _MOST_TO_CUE + _MOST_LEFT
    return before[-1] if near or passage.grammar.verb_last else None
