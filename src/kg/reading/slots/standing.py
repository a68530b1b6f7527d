"""Whether what stands somewhere in a sentence can be meant: questions about places, asked while slots are filled."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.reading.passages.frames import (
    Filler,
    Opening,
    is_group,
    roles,
    thing_key,
)
from kg.reading.passages.listing import coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import (
    after_preposition,
    same_clause,
    words_between,
)
from kg.reading.slots.pairing import (
    CLOSING,
)
from kg.schema import ClassShape, Slot

LEAST_LISTED, PAIR = 2, 2
NEAR_NOUN, SHORT_LINK = 24, 8
_LEAST_CLAUSE, _FEW_WORDS, _SCENE_WORDS, _SHARE_WORDS, _WHOLE = 3, 3, 1, 6, 100
_PARTS = re.compile(r"[,;:.!?()]")
_SENTENCE_STOP = re.compile(r"[.;!?](?=\s|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")
PARTING = re.compile(r"[,;:]")
LETTER = re.compile(r"\w")
SENTENCE = ("Sentence",)
CLAUSE_LEAD = re.compile(r"(?:^|[.,;:!?–—]\s+)((?:\w+\s+){1,4})$")
PARTED = re.compile(r"[.,;:!?–—()]")


def named_by(place: Mention, others: list[Mention], call: Opening, passage: Passage) -> Mention:
    """What is named behind a place that is but its adjective ("in the Lusitanian X"); else the place itself."""
    if not passage.text[place.start].islower() or place.inside(call.at.start, call.at.end):
        return place
    return next((m for m in others if m.start == place.end + 1), place)


def opens_with_place(mention: Mention, word: Mention, passage: Passage) -> bool:
    """Whether a clause opens with the place of which a word in it speaks ("In X there is a pact with Y")."""
    text = passage.text
    lead = CLAUSE_LEAD.search(text[: mention.start])
    opens = lead is not None and len(lead.group(1).split()) == 1 and mention.kind is Kind.THING
    between = text[mention.end : word.start] if mention.end <= word.start else "."
    return opens and passage.grammar.located(text, mention.start) and not PARTED.search(between)


def without_owners(found: list[Mention], passage: Passage) -> list[Mention]:
    """Without those that only say whose one of the others is ("from A, B's programme", "from B-programme A")."""
    text = passage.text
    pairs = [
        (a, b) for a in found for b in found if a is not b and a.kind is Kind.THING and b.kind is Kind.THING
    ]
    owners = {
        id(b)
        for a, b in pairs
        if (b.start > a.end and b.genitive and text[a.end : b.start].lstrip().startswith(","))
        or (b.start > a.end and passage.grammar.links(text[a.end : b.start]))
        or (b.compound and b.inside(a.start, a.end))
    }
    return [m for m in found if id(m) not in owners]


def lead_to(mention: Mention, word: Mention, passage: Passage) -> str:
    """What parts a verb from a name behind it, with a preposition that is taken with the verb, without days."""
    start = word.end
    for day in passage.of(Kind.PERIOD):
        if (
            start <= day.start
            and day.end <= mention.start
            and len(passage.text[start : day.start].split()) <= 1
        ):
            start = day.end
    if start == word.end and passage.grammar.is_agent_lead(f" {word.text.split()[-1]} "):
        start -= len(word.text.split()[-1]) + 1
    return passage.text[start : mention.start]


def is_beside_joined(slot: Slot, call: Opening) -> bool:
    """Whether a slot names something that goes with the two that a frame joins: the body that an office is of."""
    joins = call.shape.hints.get("joins", ())
    return bool(joins) and slot.path not in joins and slot.kind == "thing"


def sources(slot: Slot, call: Opening) -> tuple[str, ...]:
    """Where to look for a slot's fillers, best first."""
    sources = slot.sources or SENTENCE
    if call.entry is not None and "signed" in call.entry.hints and slot.path in call.entry.needs:
        sources = SENTENCE  # a signature is what meets in one sentence
    led = call.entry is not None and call.entry.hints.get("phrase") == ("led",)
    if led and "Phrase" in sources:
        return ("Phrase",)
    if led and "Sentence" in sources and (call.entry is None or "along" not in call.entry.hints):
        return SENTENCE  # who does it stands in the sentence that says so
    if call.entry is not None and "ofUnit" in call.entry.hints and "Unit" in sources:
        return ("Unit", *sources)
    return sources


def stands_behind(filler: Filler, call: Opening, passage: Passage) -> bool:
    """Whether a filler is named in a passage only behind an office and its holder, and not as the holder's own."""
    body, holder = filler.mention, call.about
    if filler.passage is not passage or body is None or body.start < call.at.end:
        return False
    gap = words_between(holder, body, passage.text) if holder is not None else ""
    far = PARTED.search(gap) is not None or gap.count(" ") > _FEW_WORDS
    return far or passage.grammar.has_auxiliary(gap) or passage.grammar.acts(gap.strip().partition(" ")[0])


def may_go_on(shape: ClassShape) -> bool:
    """Whether later passages may name more members of what a class lists."""
    return "lists" in shape.hints or "continued" in shape.hints


def with_following(usable: list[Mention], candidates: list[Mention], passage: Passage) -> list[Mention]:
    """The same, with the members that a list of pairs goes on with, however far it goes."""
    found = sorted(usable, key=lambda m: m.start)
    for member in sorted(candidates, key=lambda m: m.start):
        if found and member.start >= found[-1].end:
            gap = passage.text[found[-1].end : member.start]
            if passage.grammar.couples(gap) or passage.grammar.couples_next(gap):
                found.append(member)
    return found


def announcing(call: Opening, members: list[Mention], passage: Passage) -> list[Mention]:
    """Before a word that announces a topic, the pair that stands nearest: "A and B work on x, C and D on y"."""
    before = [m for m in members if m.end <= call.at.start]
    if call.entry is None or call.entry.hints.get("phrase") != ("after",) or len(before) < LEAST_LISTED:
        return members
    nearest = coordinated(before[-1], before, passage)
    return nearest if len(nearest) >= LEAST_LISTED else members


def part_agents(call: Opening, chosen: dict[str, list[Filler]]) -> None:
    """Leave out whoever would give to themselves ("it", by which the giver cannot be meant)."""
    known: set[str] = set()
    for path in call.shape.hints.get("agents", ()):
        kept = [f for f in chosen.get(path, ()) if f.mention is None or f.key_of_thing not in known]
        if path in chosen and not kept:
            del chosen[path]
        known.update(f.key_of_thing for f in kept)


def is_shut_out(slot: Slot, mention: Mention, call: Opening, passage: Passage) -> bool:
    """Whether a mention cannot be what the verb needs: by the word before it, or as it stands before the verb.

    "With the label, X gets money"; "the label gives X access".
    """
    if (
        call.entry is not None
        and slot.path in call.entry.hints.get("behind", ())
        and mention.end <= call.at.start
    ):
        return True
    barred = (
        call.entry.hints.get("blockedBy", ())
        if call.entry is not None and slot.path in call.entry.needs
        else ()
    )
    lead = passage.grammar.lead_words(passage.text, mention.start) if barred else ""
    if not barred or passage.grammar.joins_in(passage.text, mention.start):
        return False  # "along with X" adds X to those who get it
    return lead.split()[-1:] in [[word] for word in barred]


def are_numbered(at: Mention, passage: Passage) -> bool:
    """Whether right before a word a number says how many there are."""
    return any(
        n.amount is not None and n.amount.value > 1 and not passage.text[n.end : at.start].strip()
        for n in passage.of(Kind.NUMBER)
        if n.end <= at.start
    )


def is_of_all(group: Mention, call: Opening, passage: Passage) -> bool:
    """Whether "the towns" speaks of such towns at large: where no verb says what they do, or in an aside."""
    if group.entry is None or not is_group(group) or "far" not in group.entry.hints:
        return False
    return "signed" in (call.entry.hints if call.entry else ()) or bool(
        passage.grammar.relative(passage.text[: group.start])
    )


def apposed_to(at: Mention, members: list[Mention], passage: Passage) -> Mention | None:
    """Whom "our partner town" speaks of: what stands right behind, or right before its comma."""
    if not passage.grammar.speaks_of_us(passage.text, at.start):
        return None
    behind = next((m for m in members if 0 <= m.start - at.end <= 1), None)
    if behind is not None:
        return behind
    before = [m for m in members if m.end <= at.start]
    gap = words_between(before[-1], at, passage.text) if before else ""
    return before[-1] if gap.startswith(",") or "," in gap[:NEAR_NOUN] else None


def others(found: Sequence[Filler], subject: Sequence[Filler]) -> list[Filler]:
    """Without what the frame is about: nothing has a property with itself as its value."""
    own = {thing_key(f.mention) for f in subject if f.mention is not None}
    return [
        f
        for f in found
        if f.mention is None or f.mention.kind is Kind.REFERENCE or thing_key(f.mention) not in own
    ]


def is_whole_of(whole: Mention, passage: Passage) -> bool:
    """Whether a name only says of what many things are a part, of which a number speaks ("100 towns of the Union")."""
    counted = [w for w in passage.of(Kind.WORD) if w.entry is not None and "CountedNoun" in roles(w.entry)]
    return whole.kind is Kind.THING and any(
        w.start - n.end <= NEAR_NOUN
        and (passage.grammar.links(gap) or passage.grammar.located(passage.text, whole.start))
        for w in counted
        if w.end < whole.start and len(gap := passage.text[w.end : whole.start]) <= SHORT_LINK
        for n in passage.of(Kind.NUMBER)
        if n.end <= w.start
    )


def has_strange_subject(call: Opening, passage: Passage) -> bool:
    """Whether a name that nothing explains opens the sentence, right before the verb or its auxiliary."""
    lead = passage.text[: call.at.start].split()
    words = [w for w in lead if not passage.grammar.is_function(w)]
    return (
        0 < len(words) <= PAIR
        and words[0][:1].isupper()
        and words[0] == lead[0]
        and not any(m.kind is Kind.PERIOD and m.end <= call.at.start for m in passage.mentions)
    )


def counts_others(noun: Mention, passage: Passage) -> bool:
    """Whether a number before a noun says that there are others beside whom is spoken of ("with eight other towns")."""
    return any(
        n.amount is not None
        and n.amount.more
        and n.end <= noun.start
        and len(words_between(n, noun, passage.text).split()) <= _FEW_WORDS
        and not _PARTS.search(words_between(n, noun, passage.text))
        for n in passage.of(Kind.NUMBER)
    )


def without_gapped(found: list[Mention], word: Mention, passage: Passage) -> list[Mention]:
    """Without those of whom a clause with no verb of its own tells ("…, B not"), if any others stay."""
    clauses = [c for c in passage.grammar.gapped_clauses(passage.text) if not word.inside(c.start, c.end)]
    return [m for m in found if not any(m.inside(c.start, c.end) for c in clauses)] or found


def without_opposed(found: list[Mention], word: Mention, passage: Passage) -> list[Mention]:
    """Without those of whom a clause set against the word's own tells with a verb of its own ("A got it, but B has …").

    Where the word's clause names none of them, whoever the other one names is meant ("A was chosen, but has not …").
    """
    bounds = passage.grammar.set_against(passage.text) if len(found) > 1 else ()
    if not bounds or not any(_is_beside(m, word, bounds) for m in found):
        return found
    return [m for m in found if _is_beside(m, word, bounds) or not _has_verb_beside(m, bounds, passage)]


def without_tellers(found: list[Mention], word: Mention, passage: Passage) -> list[Mention]:
    """Without those who only say what a word tells of others ("A announced that B received it")."""
    start = passage.grammar.told_of_others(passage.text, word.start) if len(found) > 1 else None
    return found if start is None else [m for m in found if m.start >= start] or found


def is_day_of_other(day: Mention, word: Mention, passage: Passage) -> bool:
    """Whether a day stands in another clause than a word, which has a subject of its own, and does not open it."""
    bounds = passage.grammar.set_against(passage.text)
    if not bounds or _is_beside(day, word, bounds):
        return False
    first = min((m.start for m in passage.of(Kind.THING)), default=0)
    return day.start > first or day.start > word.start


def is_opposed(mention: Mention, told: Sequence[Mention], iri: str, passage: Passage) -> bool:
    """Whether a class is told of others in a clause, and another set against it tells something else of a mention."""
    bounds = passage.grammar.set_against(passage.text) if told else ()
    bounds = tuple(at for at in bounds if passage.text[at - 1] != ";")  # "A was first; B followed"
    if not bounds or any(_is_beside(m, mention, bounds) for m in told):
        return False
    words = (w for w in passage.of(Kind.WORD) if w.entry is not None and iri in w.entry.evokes)
    return _has_verb_beside(mention, bounds, passage) and not any(
        _is_beside(w, mention, bounds) for w in words
    )


def _is_beside(one: Mention, other: Mention, bounds: Sequence[int]) -> bool:
    """Whether two stand in the same of the clauses that some places part."""
    return bisect_right(bounds, one.start) == bisect_right(bounds, other.start)


def _has_verb_beside(mention: Mention, bounds: Sequence[int], passage: Passage) -> bool:
    """Whether the clause of a mention has a verb, as far as its words can tell."""
    at, text = bisect_right(bounds, mention.start), passage.text
    start, end = (0, *bounds, len(text))[at : at + 2]
    words = re.sub(r"[^\w\s'’]", " ", f"{text[start : mention.start]} {text[mention.end : end]}")
    return passage.grammar.may_have_verb(words)


def without_denied_phrases(found: list[Mention], word: Mention, passage: Passage) -> list[Mention]:
    """Without those that a short denial behind a comma names, of which the word is no part ("…, not the prize B")."""
    text, denied = passage.text, passage.grammar.in_denied_phrase
    return found if denied(text, word.start) else [m for m in found if not denied(text, m.start)]


def is_said_of_number(call: Opening, passage: Passage) -> bool:
    """Whether the subject of a verb is a number of things, with their noun or without."""
    return _counted_subject(call, passage) is not None


def without_outside(found: list[Filler], call: Opening, passage: Passage) -> list[Filler]:
    """Without those named before a relative clause of which a number is the subject ("X saw how ten received it")."""
    number = _counted_subject(call, passage)
    if number is None or not passage.grammar.leads_clause(passage.text[: number.start]):
        return found
    return [f for f in found if f.mention is None or f.passage is not passage or f.mention.end > number.start]


def _counted_subject(call: Opening, passage: Passage) -> Mention | None:
    """The number that counts the subject of a verb, with its noun or without."""
    if call.entry is None or "presupposed" in call.entry.hints:
        return None
    text = passage.text
    nouns = [w for w in passage.of(Kind.WORD) if w.entry is not None and "CountedNoun" in roles(w.entry)]
    for number in passage.of(Kind.NUMBER):
        amount = number.amount
        if amount is None or amount.one_of or amount.percent or amount.currency or amount.value < PAIR:
            continue
        if amount.ordinal or number.end > call.at.start or _YEAR.fullmatch(number.text):
            continue
        if after_preposition(number, passage) and not passage.grammar.leads_clause(text[: number.start]):
            continue
        noun = next((w for w in nouns if 0 <= w.start - number.end <= SHORT_LINK), None)
        gap = text[(noun or number).end : call.at.start]
        if noun is None and gap.strip():
            continue
        if (
            not re.search(r"[.,;:()]", gap)
            and len(gap.split()) <= _FEW_WORDS
            and same_clause(number, call.at, passage)
        ):
            return number
    return None


def is_scene(place: Mention, call: Opening, passage: Passage) -> bool:
    """Whether a place that opens a sentence, before a comma, only says where ("Yesterday in X, …")."""
    text = passage.text
    days = sum(len(m.text.split()) for m in passage.of(Kind.PERIOD) if m.end <= place.start)
    return (
        place.kind is Kind.THING
        and place.end <= call.at.start
        and len(text[: place.start].split()) - days <= _SCENE_WORDS + bool(days)
        and (text[place.end : place.end + 1] == "," or passage.grammar.tells(text[place.end :]))
        and passage.grammar.located(text, place.start)
    )


def is_for_another(year: Mention, call: Opening, passage: Passage) -> bool:
    """Whether a word for an aim says how much else is to be done by a year ("plans to plant 3,000 trees by 2030").

    Without a number the words may only say the aim again ("plans to complete the journey by 2030").
    """
    end = year.start
    start = call.at.start
    if year.inside(call.at.start, call.at.end):  # "by 2030" is the word
        start = max((m.end() for m in _PARTS.finditer(passage.text, 0, start)), default=0)
    if passage.grammar.verb_last:
        stop = _SENTENCE_STOP.search(passage.text, year.end)
        end = stop.start() if stop is not None else len(passage.text)
    counted = any(start <= n.start and n.end <= end for n in passage.of(Kind.NUMBER))
    return counted and passage.grammar.aims_elsewhere(passage.text, start, end)


def is_of_goal(period: Mention, call: Opening, passage: Passage) -> bool:
    """Whether a year far off stands behind a word for an aim that another word than that asks about."""
    if call.entry is not None and "modal" in call.entry.hints:
        return False
    return any(
        w.entry is not None
        and "modal" in w.entry.hints
        and w.end <= period.start
        and same_clause(w, period, passage)
        for w in passage.of(Kind.WORD)
    )


_APPOSED = 60
_APPOSITION = re.compile(r"(?:\s[^\W\d_A-Z][\w-]*){1,5}(?:,\s|\s[–—]\s)")


def is_years_of(period: Mention, at: Mention, passage: Passage) -> bool:
    """Whether a year stands in one phrase with a noun behind it that it dates ("a 2030 heat goal")."""
    gap = passage.text[period.end : at.start] if period.end <= at.start else ""
    near = period.inside(at.start, at.end) or (
        gap.isspace() or re.fullmatch(r"(?:\s[\w-]+){1,3}\s", gap) is not None
    )
    return period.period_kind == "until" and near and not passage.grammar.is_function(gap)


def owns_apposed(owner: Mention, others: Sequence[Mention], passage: Passage) -> bool:
    """Whether a name only says whose another is, in an apposition to that ("X, Y's former capital, has …")."""
    behind = passage.text[owner.end : owner.end + _APPOSED]
    if not owner.genitive or _APPOSITION.match(behind) is None:
        return False
    return any(m is not owner and passage.text[m.end : owner.start] == ", " for m in others)


def tells_of(person: Mention, at: Mention, passage: Passage) -> bool:
    """Whether a person only says what a clause before tells ("X signed the contract, Y told reporters")."""
    if person.kind is not Kind.PERSON or person.start < at.end:
        return False
    if not any(m.end <= at.start for m in passage.of(Kind.THING)):
        return False  # "Signing the contract, Y said …"
    spoken = [(start, end) for start, end, _ in passage.speech]
    quoted = any(start <= at.start and at.end <= end for start, end in spoken)
    said = (person.start, person.end) in spoken and not quoted and '"' not in passage.text[: at.start]
    behind = passage.text[person.end :].rstrip(".!?")
    return said and "," in passage.text[at.end : person.start] and passage.grammar.tells(behind)


def is_of_share(period: Mention, call: Opening, passage: Passage) -> bool:
    """Whether a year says by when a share is reached ("80 per cent less by 2030"), not what a word tells."""
    for share in passage.of(Kind.NUMBER):
        if share.amount is None or not share.amount.percent or share.amount.value >= _WHOLE:
            continue
        start, end = min(share.end, period.end), max(share.start, period.start)
        gap = passage.text[start:end]
        if call.at.inside(start, end) or is_next(share, call.at, passage):
            continue
        if (
            len(gap.split()) <= _SHARE_WORDS
            and not _PARTS.search(gap)
            and not passage.grammar.joiner.search(gap)
        ):
            return True
    return False


def is_next(one: Mention, other: Mention, passage: Passage) -> bool:
    """Whether a word stands right behind another."""
    return one.end <= other.start and not passage.text[one.end : other.start].strip()


def refers_back(call: Opening) -> bool:
    return call.entry is not None and "refersBack" in call.entry.hints


def possessed(at: Mention, members: list[Mention]) -> list[Mention]:
    """ "A's sister town B": the owner and what stands right behind the noun; [] where it is not said so."""
    owner = [m for m in members if m.genitive and 0 <= at.start - m.end <= NEAR_NOUN]
    owned = [m for m in members if 0 <= m.start - at.end <= 1]
    return [*owner[-1:], *owned[:1]] if owner and owned else []


def joins_names(start: int, end: int, passage: Passage) -> bool:
    """Whether a conjunction stands between two nouns with capitals, or two names of a list."""
    last, following = passage.text[:start].split()[-1:], passage.text[end:].split()[:1]
    if last and following and last[0][:1].isupper() and following[0][:1].isupper():
        return True
    names = passage.of(Kind.THING, Kind.PERSON)
    before = max((m for m in names if m.end <= start), key=lambda m: m.end, default=None)
    after = min((m for m in names if m.start >= end), key=lambda m: m.start, default=None)
    if before is None or after is None:
        return False
    return passage.grammar.joined(passage.text[before.end : after.start])


def parted(gap: str) -> bool:
    """Whether a mark and a word stand between two mentions."""
    return PARTING.search(gap) is not None and LETTER.search(gap) is not None


def coupled(one: Mention, other: Mention, passage: Passage) -> bool:
    """ "X and the Y": two topics, of which nothing is said."""
    gap = words_between(one, other, passage.text)
    return "," not in gap and passage.grammar.joiner.search(gap) is not None and passage.grammar.joined(gap)


def from_to(one: Mention, other: Mention, passage: Passage) -> str:
    """The words from one mention to another behind it; "" where it stands before."""
    return passage.text[one.end : other.start]


def owns(office: Mention, body: Mention, passage: Passage) -> bool:
    """Whether a body's name behind an office says whose it is: by a preposition, or as an adjective."""
    gap = passage.text[office.end : body.start]
    adjective = body.genitive and gap == " " and passage.text[body.start].islower()
    return adjective or passage.grammar.belongs(gap)


def is_several(mention: Mention) -> bool:
    """Whether a reference is to two things or more ("both towns"): whose is whose is for others to tell."""
    return mention.entry is not None and mention.entry.hints.get("howMany", ("1",)) != ("1",)


def is_origin(place: Mention, call: Opening, passage: Passage) -> bool:
    """Whether a place stands between somebody and the office that they were given ("chose X of A as head")."""
    if call.about is None or not call.about.end <= place.start < call.at.start:
        return False
    return passage.grammar.elected(passage.text, passage.text[call.about.end : call.at.start])


def is_apart(at: Mention, other: Mention, passage: Passage) -> bool:
    """Whether a mention stands in a relative clause that speaks of something else than the word before it."""
    opened = passage.grammar.relative(passage.text[: other.start])
    if opened is None or not LETTER.search(passage.text[at.end : opened[0]]):
        return False
    return len(passage.text[opened[0] : other.start].split()) > _LEAST_CLAUSE


def is_governed(value: Slot, mention: Mention, passage: Passage) -> bool:
    """Whether a mention stands behind what only the doer has before it, with a noun between ("vom Programm X")."""
    before = passage.text[: mention.start].split()[-_FEW_WORDS:]
    return any(word.casefold() in value.hints.get("nameCue", ()) for word in before[:-1])


def is_past_aside(at: Mention, period: Mention, passage: Passage) -> bool:
    """Whether a word stands in a relative clause and a day in what goes on behind it."""
    opened = passage.grammar.relative(passage.text[: at.start])
    return opened is not None and period.start > at.end and "," in passage.text[at.end : period.start]


def is_adjective_of_several(place: Mention, passage: Passage) -> bool:
    """Whether a country's adjective only says where those lie who are counted beside it ("the Lusitanian towns")."""
    text = passage.text
    if not text[place.start].islower():
        return False
    return any(
        gap == " "
        and (other.kind is Kind.NUMBER or (other.entry is not None and "CountedNoun" in roles(other.entry)))
        for other in passage.of(Kind.NUMBER, Kind.WORD)
        for gap in (text[other.end : place.start], text[place.end : other.start])
    )


def is_done_before(at: Mention, period: Mention, passage: Passage) -> bool:
    """Whether a day is of what was done before that which a word tells ("…, after being picked in May")."""
    text = passage.text
    if period.start >= at.end:
        opened = passage.grammar.done_before.search(text, at.end, period.start)
        return opened is not None and "," not in text[opened.end() : period.start]
    over = text.find(",", period.end, at.start)
    opened = passage.grammar.done_before.search(text, 0, period.start)
    return over >= 0 and opened is not None and "," not in text[opened.end() : period.start]


def is_behind_another(call: Opening, mention: Mention, passage: Passage) -> bool:
    """Whether somebody else is named between those whom an office joins and a mention ("the head, X, and Y of Z")."""
    end = max(m.end for m in (call.at, call.about) if m is not None)
    between = [p for p in passage.of(Kind.PERSON) if end <= p.start and p.end <= mention.start]
    return bool(between) and passage.grammar.joined(passage.text[end : between[0].start])


def has_own_verb(at: Mention, member: Mention, passage: Passage) -> bool:
    """Whether a member behind a comma is what another clause speaks of ("When A received it, B was still …")."""
    between = passage.text[at.end : member.start]
    spoken_of = passage.of(Kind.PERSON, Kind.THING)
    return (
        member.start > at.end
        and any(m.end <= at.start and not after_preposition(m, passage) for m in spoken_of)
        and between.rstrip().endswith(",")
        and passage.grammar.opens_with_verb(passage.text[member.end :])
    )


def is_behind_verb(call: Opening, mention: Mention, passage: Passage) -> bool:
    """Whether a sentence goes on with what somebody does before it names something ("the head, X, met … of Z")."""
    end = max(m.end for m in (call.at, call.about) if m is not None)
    return mention.start > end and passage.grammar.goes_on_with_verb(passage.text[end : mention.start])


def have_own_day(at: Mention, members: list[Mention], passage: Passage) -> bool:
    """Whether a list stands between the day of what is told and one of its own ("A by 2029 and B, C by 2050").

    Where the verb stands last, that day stands before it ("A has it in 2029 received, B in 2050").
    """
    text, days = passage.text, passage.of(Kind.PERIOD)
    start, end = min(m.start for m in members), max(m.end for m in members)
    last = passage.grammar.verb_last and start > at.end
    next_clause = last and passage.grammar.goes_on(text[at.end : start])
    before = any(d.end <= start and (at.end <= d.start or next_clause) for d in days)
    return before and any(d.start > end and passage.grammar.gapped(text[end : d.start]) for d in days)


def is_meant(call: Opening, passage: Passage) -> bool:
    """Whether an office is told by a reference to another one that was named ("her counterpart")."""
    if call.about is None or call.at.kind is not Kind.THING:
        return False
    written = passage.text[call.at.start : call.at.end].casefold()
    return any(
        m.kind is Kind.REFERENCE and m.start == call.at.start and m.text.casefold() == written
        for m in passage.mentions
    )


def lasts_elsewhere(at: Mention, period: Mention, passage: Passage) -> bool:
    """Whether "since …" goes with an apposition or a verb of its own ("X, our partner since …, received it")."""
    text = passage.text
    if passage.grammar.nouns_capitalised or period.period_kind != "since":
        return False
    if period.start > at.start:
        return passage.grammar.verb_follows(text[at.end : period.start])
    return "," in text[: period.start] and "," in text[period.end : at.start]


def is_in_relative_before(at: Mention, period: Mention, passage: Passage) -> bool:
    """Whether a relative clause about another, over before a word, holds a day ("After A, who came in May, B …")."""
    if period.end > at.start or "," not in passage.text[period.end : at.start]:
        return False
    opened = passage.grammar.relative(passage.text[: period.start])
    # "on Saturday, the 28th": no clause, but the day in full
    return opened is not None and len(passage.text[opened[0] : period.start].split()) > PAIR


def leads(word: Mention, period: Mention, passage: Passage) -> bool:
    """Whether but a preposition parts a word, no auxiliary, from a day behind it."""
    gap = passage.text[word.end : period.start] if word.end <= period.start else ","
    preposition = len(gap.split()) == 1 and passage.grammar.is_function(gap) and not PARTED.search(gap)
    return preposition and not passage.grammar.has_auxiliary(word.text)


def describes_next(word: Mention, passage: Passage) -> bool:
    """Whether a word is an inflected participle right before a noun; told where nouns have capitals."""
    behind = passage.text[word.end : word.end + 2]
    written = passage.text[word.start : word.end]
    lower = (
        written.islower()
        and passage.grammar.inflected(written)
        and not passage.grammar.has_auxiliary(written)
    )
    return passage.grammar.nouns_capitalised and lower and behind[:1] == " " and behind[1:].isupper()


def is_in_aside(at: Mention, other: Mention, passage: Passage) -> bool:
    """Whether a mention stands in a relative clause, and a word in what goes on behind it ("X, which …, …")."""
    if passage.grammar.nouns_capitalised or other.start >= at.start:
        return False  # where the verb closes the clause, a comma may stand before it all the same
    opened = passage.grammar.relative(passage.text[: other.start])
    return opened is not None and "," in passage.text[other.end : at.start]


def antecedents(at: Mention, candidates: list[Mention], passage: Passage) -> list[Mention]:
    """What a relative clause is about that a word stands in: the candidates right before its comma; [] for none."""
    opened = passage.grammar.relative(passage.text[: at.start])
    if opened is None:
        return []
    comma, several = opened
    last = next(
        (m for m in candidates if m.end <= comma and CLOSING.fullmatch(passage.text, m.end, comma)), None
    )
    if last is None:
        return []
    return coordinated(last, [m for m in candidates if m.end <= comma], passage) if several else [last]


def are_others(at: Mention, members: list[Mention], passage: Passage) -> bool:
    """Whether a list holds partners of somebody else, not of each other ("our partner towns are A, B and C")."""
    if len(members) < LEAST_LISTED:
        return False
    first = min(members, key=lambda m: m.start)
    if len(coordinated(first, members, passage)) != len(members):
        return False
    if heads_list(at, members, passage) or passage.grammar.beside(passage.text[: first.start]):
        return True
    owned = passage.grammar.possessive(passage.text, at.start) or passage.grammar.speaks_of_us(
        passage.text, at.start
    )
    return owned and first.start >= at.end and passage.grammar.equates(passage.text, first.start)


def heads_list(at: Mention, members: list[Mention], passage: Passage) -> bool:
    """Whether a list stands behind a noun and a colon: partners of somebody else, not of each other."""
    if len(members) < LEAST_LISTED or passage.text[at.end : at.end + 1] != ":":
        return False
    first = min(members, key=lambda m: m.start)
    return first.start >= at.end and len(coordinated(first, members, passage)) == len(members)
