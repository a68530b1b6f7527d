"""What a document tells as done, though its own words elsewhere say that it is yet to come.

"X receives the label on Tuesday. Jane Doe hands it over": the second sentence has no day and no past, and tells of the
same act. And what an act brings about (`kg:begunBy`) is not there yet while the act is to come, and all that is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from kg.claims import Factuality
from kg.language import Language
from kg.language.common import has_past, tokenised
from kg.language.hedges import clauses, hedges
from kg.language.model import Span
from kg.periods import Period
from kg.reading.doubts.agreeing import identity, is_dated
from kg.reading.opening.unheld import Unheld, unheld_in
from kg.reading.passages.frames import Frame, is_presupposed, joined_slots, last_name, mentions_here
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_NEAR_VERB, _NEAR_DAY, _NEAR_NOT = 100, 5, 3
_FIRM = (Factuality.EXPECTED, Factuality.POSSIBLE)
_MARKS = frozenset(",;:.!?()")


def put_off(frames: Sequence[Frame], schema: Schema, language: Language) -> None:
    """Expect what the document tells to be ahead, wherever it tells it.

    Args:
        frames: All of one document; their factuality is changed in place.
        schema: Which acts happen once (`kg:once`).
        language: Of the document.
    """
    alike: dict[tuple[str, ...], list[Frame]] = defaultdict(list)
    for frame in frames:
        if (key := identity(frame, schema)) is not None:
            alike[key].append(frame)
    for group in alike.values():
        done = [f for f in group if f.factuality is Factuality.ASSERTED]
        ahead = any(f.factuality is Factuality.EXPECTED and is_dated(f) for f in group)
        if done and ahead and not any(is_dated(f) or _is_told_as_past(f, language) for f in done):
            for frame in done:
                frame.factuality = Factuality.EXPECTED


def await_begun(frames: Sequence[Frame], schema: Schema, language: Language) -> None:
    """Expect what a noun takes for granted, while the act that brings it about is only to come.

    Where all that is told denies the act, the thing is expected if the act is "not yet" done, else denied as well. It
    must be denied of the thing itself and on no day alone: who did not sign a lease, or in March, says no more. Of acts
    that show that it is there, only those "not yet" done count.

    Args:
        frames: All of one document; their factuality is changed in place.
        language: Of the document.
        schema: Which acts bring about what (`kg:begunBy`), and which show that it is there (`kg:begunUnless`).
    """
    for shape in schema.classes.values():
        if "begunBy" not in shape.hints:
            continue
        begun, shown = shape.hints["begunBy"], shape.hints.get("begunUnless", ())
        members = {s.path for s in shape.slots if s.each}
        named = {(f.passage.number, f.start) for f in frames if f.cls == shape.iri}
        firm: dict[str, set[Factuality]] = defaultdict(set)
        for frame in frames:
            says = frame.cls in begun or (frame.cls in shown and frame.factuality is Factuality.ASSERTED)
            if frame.factuality is Factuality.DENIED and frame.cls in {*begun, *shown}:
                says = _denies_itself(frame, named, language) and (says or _is_not_yet(frame, language))
            if says:
                for key in (f.key_of_thing for fs in frame.fillers.values() for f in fs):
                    firm[key].add(frame.factuality)
        for frame in (f for f in frames if f.cls == shape.iri and firm and _is_taken_for_granted(f, members)):
            told = [firm[f.key_of_thing] for path in members for f in frame.fillers.get(path, ())]
            if told and all(some and Factuality.ASSERTED not in some for some in told):
                ahead = set().union(*told) & {*_FIRM}
                denied = Factuality.EXPECTED if _is_not_yet(frame, language) else Factuality.DENIED
                frame.factuality = min(ahead, key=_FIRM.index, default=denied)


def _denies_itself(frame: Frame, named: set[tuple[int, int]], language: Language) -> bool:
    """Whether a denied act stands with the thing that it would bring about, in a clause with no day.

    Args:
        frame: Of the act.
        named: Where things of the kind are named, by passage and place.
        language: Of the document.
    """
    text = frame.passage.text
    own = [clause for clause in clauses(text, language) if _is_in(clause, frame.start)]
    days = [
        f.mention.start
        for fillers in frame.fillers.values()
        for f in fillers
        if isinstance(f.value, Period) and f.mention is not None and f.passage is frame.passage
    ]
    if any(_is_in(clause, day) for clause in own for day in days):
        return False
    places = [start for number, start in named if number == frame.passage.number]
    return any(
        any(_is_in(clause, at) for clause in own)
        or _is_close(text[min(at, frame.start) : max(at, frame.start)], language)
        for at in places
    )


def _is_in(clause: Sequence[Span], at: int) -> bool:
    return any(low <= at < high for low, high in clause)


def _is_close(between: str, language: Language) -> bool:
    """Whether nothing but a relative clause may part two words: no conjunction, and no mark that ends a clause."""
    words = tokenised(between).vocabulary
    return words.isdisjoint(language.coordinators) and words.isdisjoint(_MARKS - {","})


def _is_not_yet(frame: Frame, language: Language) -> bool:
    """Whether a sentence says "not yet", at once or with its verb between, or "has yet to".

    "Yet" behind a comma is no such word ("did not sign, yet it …").
    """
    words = tokenised(frame.passage.text).words
    nots = [at for at, word in enumerate(words) if word in language.nots]
    for at, word in enumerate(words):
        if word not in language.yets:
            continue
        ends = at + 1 == len(words) or words[at + 1] in _MARKS
        for other in nots:
            low, high = sorted((at, other))
            if _MARKS.isdisjoint(words[low:high]) and (high - low <= _NEAR_NOT or (ends and other < at)):
                return True
    text = frame.passage.text
    denials = (h for h in hedges(text, language) if h.factuality is Factuality.DENIED)
    return any(not language.yets.isdisjoint(tokenised(text[h.start : h.end]).words) for h in denials)


def _is_taken_for_granted(frame: Frame, members: set[str]) -> bool:
    """Whether a noun alone tells of something, and nothing else is said of it than whose it is."""
    asserted = frame.factuality is Factuality.ASSERTED
    return asserted and is_presupposed(frame) and frame.fillers.keys() <= members


def _is_told_as_past(frame: Frame, language: Language) -> bool:
    """Whether a verb of the sentence is in the past, or a noun or participle takes for granted what it tells."""
    if frame.entry is None or is_presupposed(frame):
        return True
    return has_past(frame.passage.text, language)


def await_offices(
    frames: Sequence[Frame], passages: Sequence[Passage], schema: Schema, today: int | None
) -> None:
    """Expect the offices of which a document tells that they were given, and are yet to be taken up.

    "X was chosen as head of Y. She takes up the post on 1 June": whatever else the text says of X as head of Y.

    Args:
        frames: All of one document; their factuality is changed in place.
        passages: Of the document, in order.
        schema: For the classes that join an office and its holder.
        today: Its day, if it has one, as YYYYMMDD.
    """
    following = {a.number: b for a, b in pairwise(passages)}
    for shape, holder, _ in joined_slots(schema):
        office = shape.hints["joins"][0]
        told = [f for f in frames if f.cls == shape.iri and f.factuality is Factuality.ASSERTED]
        ahead = [f for f in told if _is_awaited(f, office, holder.path, following, today)]
        for frame in told:
            if any(_is_same_holding(frame, other, office) for other in ahead):
                frame.factuality = Factuality.EXPECTED


def _is_awaited(
    frame: Frame, office: str, holder: str, following: dict[int, Passage], today: int | None
) -> bool:
    """Whether a frame tells of an office just given, and its sentence or the next that it is not yet taken up."""
    passage, unheld = frame.passage, unheld_in(frame.passage.grammar.code)
    (person, *_), (held, *_) = ([*mentions_here(frame, path), None] for path in (holder, office))
    if person is None:
        return False
    if held is None:  # by a verb of leading
        return _is_from_ahead(passage, (frame.start, frame.end), unheld, today)
    text, spans = passage.text, ((person.start, person.end), (held.start, held.end))
    if unheld.takes_up(text, person.end, held.start) and person.end < held.start:
        return True  # "X will take over as head"
    (_, first), (last, end) = sorted(spans)
    if _is_from_ahead(passage, (first, last), unheld, today, inside=True):
        return True
    if not unheld.is_new(text, *spans):
        return False
    given = unheld.given_at(text, *spans)
    others = [p.start for p in passage.of(Kind.PERSON) if p.start >= end and not p.overlaps(person)]
    after = following.get(passage.number)
    return (
        unheld.takes_up(text, end, min(others, default=None))
        or (given is not None and _is_from_ahead(passage, (given, given), unheld, today, years=False))
        or (after is not None and unheld.goes_on_taking_up(after.text, last_name(person), not others))
    )


def _is_from_ahead(
    passage: Passage,
    place: tuple[int, int],
    unheld: Unheld,
    today: int | None,
    *,
    inside: bool = False,
    years: bool = True,
) -> bool:
    """Whether what a clause tells at a place is so from a day on, and that day is known to be ahead.

    Args:
        passage: In which it stands.
        place: Of the word that tells it, or where `inside`, the words that may name the day.
        unheld: For what leads to the day.
        today: That of the document, if it has one.
        inside: Whether the day must be named at the place itself.
        years: Whether a year alone is such a day.
    """
    start, end = place
    days = passage.of(Kind.PERIOD)
    for at in unheld.from_days(passage.text):
        near = [m for m in days if m.start <= at + _NEAR_DAY and at < m.end]
        if not any(_is_ahead(m, today) and (years or m.period_kind != "year") for m in near):
            continue
        if start <= at <= end or (
            not inside
            and (0 < at - end < _NEAR_VERB or 0 < start - at < _NEAR_VERB)
            and unheld.goes_on(passage.text, *sorted((at, start)))
        ):
            return True
    return False


def _is_ahead(day: Mention, today: int | None) -> bool:
    """Whether a day is known to be after that of the document."""
    return today is not None and day.period is not None and day.period.earliest > today


def _is_same_holding(frame: Frame, other: Frame, office: str) -> bool:
    """Whether two frames tell of one person in one office of one body."""
    one, two = (
        {p: {f.key_of_thing for f in fs} for p, fs in f.fillers.items() if fs} for f in (frame, other)
    )
    return all(one.get(path) == two.get(path) for path in (*one.keys() & two.keys(), office))
