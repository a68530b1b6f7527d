"""How near a mention stands to what opens a frame, in characters, clauses and words that point to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.language.goings import in_company, is_home_of_others, leads_away
from kg.reading.grammar import Grammar
from kg.reading.passages.frames import SUBJECT, Opening, is_pronoun
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Slot

_CAPITALS = re.compile(r"(?:\s[A-ZÀ-ÖØ-Þ][\w&-]+){1,3}(?=\s*(?:[,.;:()]|$)|\s[a-zà-ÿ])")
_FURTHER = re.compile(r"\s([a-zà-ÿ]{2,3})((?:\s[A-ZÀ-ÖØ-Þ][\w&-]+){1,3})")
_ABBREVIATION, _LONGEST_SHORT = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-Þ]{3,6}\s$"), 9
_COUNTRY = re.compile(r"\s[A-Z]{2}")
_CUE, _WRONG_SIDE, _BOUNDARY, _ATTACHED, _GENITIVE, _COMPOUND = 3.0, 1.0, 1.0, 2.0, 1.5, 2.5
_PER_CHARACTER, FARTHEST = 0.02, 5.5
_CLAUSE_MARK = re.compile(r"[;:–—()]|, ")
_SEGMENT_END, _MARK = re.compile(r"[:;](?!\d)"), re.compile(r"[.,;:()](?!\d)")
HYPHENS, _LEAST_TIED = "-‑", 2
_STRETCH_END = re.compile(r"[.,;:!?()|]")
_DASH = re.compile(r"\s[–—]\s")
_APART = re.compile(r"[,;:.()–]|\d")
_DAY_MARK = re.compile(r"\s*[(:–—-]")
_OWN_DAY = re.compile(r"\s*[(:–—-]\s*(?:[^\W\d_]+\s){0,2}")
_KEY = re.compile(r"\W*[^:.!?;]{2,60}:\s+\S")
_KEYED, _KEY_WORDS = 160, 6
_GENITIVE_GAP = re.compile(r"(?:['’]s?)?\s+(?:[a-z][\w-]*\s+)?")  # "the town's chief engineer"
_BESIDE, _BEHIND = 10, 18
_ASIDE, _GENITIVE_ENDING = 30, 3
_FARTHEST_PLACE = 3
_OWNER_WORDS = 2
_WORDED = 80


def score(slot: Slot, call: Opening, mention: Mention, passage: Passage, relations: bool) -> float:
    """How well a mention fits a slot by where it stands; more is better.

    Args:
        relations: What opens the frame is a property, so that sides weigh more.
    """
    nearest = call.at
    if call.about is not None and gap_between(call.about, mention) < gap_between(call.at, mention):
        nearest = call.about
    score = -min(gap_between(nearest, mention) * _PER_CHARACTER, 3.0)
    between = passage.text[min(nearest.end, mention.end) : max(nearest.start, mention.start)]
    if not same_segment(nearest, mention, passage.text):
        score -= 2 * _BOUNDARY
    per_mark = _BOUNDARY if slot.kind == "period" else _BOUNDARY / 2
    score -= per_mark * min(len(_CLAUSE_MARK.findall(between)), 2)
    if cued(slot, mention, passage) or stands_behind(slot, call, mention, passage):
        score += _CUE
    elif slot.kind == "thing":
        if after_preposition(mention, passage) and "anyCue" not in slot.hints:
            score -= _ATTACHED
        if mention.genitive and "takesGenitive" not in slot.hints:
            score -= _GENITIVE
    if slot.path == SUBJECT and mention.start > call.at.end and passage.grammar.joiner.search(between):
        score -= _BOUNDARY  # "run by A and paid for by B": B is no subject of what stands before "and"
    if is_pronoun(mention):
        score -= _BOUNDARY
    if mention.compound and slot.kind == "thing" and "anyCue" not in slot.hints:
        score -= _COMPOUND
    if call.entry is not None and f"{_side_name(slot)}First" in call.entry.hints:
        score -= mention.start * _PER_CHARACTER
    side = (call.entry.hints.get(f"{_side_name(slot)}Side") if call.entry else None) or slot.hints.get("side")
    if side and (side[0].endswith("Before") != (mention.start < call.at.start)):
        score -= _WRONG_SIDE * (3 if call.entry and relations else 1)
    return score


def each_behind(
    names: Sequence[Mention], others: Sequence[Mention], farthest: int
) -> Iterator[tuple[Mention, Mention]]:
    """Each of some mentions with the name that stands last before it, not too far away; both in order."""
    ends = [m.end for m in names]
    for other in others if names else ():
        at = bisect_right(ends, other.start)
        if at > 0 and other.start - ends[at - 1] <= farthest:
            yield names[at - 1], other


def stretch_end(text: str, start: int, grammar: Grammar) -> int:
    """Where a stretch ends that begins at a place: at a mark, or at a word that joins another to it."""
    mark = _STRETCH_END.search(text, start)
    stop = mark.start() if mark is not None else len(text)
    joined = grammar.joiner.search(text, start, stop)
    return joined.start() if joined is not None else stop


def attached(slot: Slot, call: Opening, mention: Mention, passage: Passage) -> bool:
    """Whether a mention belongs to what opens the frame by its case or a preposition, with little between."""
    if call.about is not None and mention.inside(call.at.start + 1, call.at.end):
        return True  # an adjective within an office's name
    if call.about is not None and in_own_bracket(call.about, mention, passage):
        return True
    ends = [m for m in (call.at, call.about) if m is not None]
    if min(gap_between(m, mention) for m in ends) > 50:
        return False
    before = mention.end <= min(m.start for m in ends)
    if before and mention.kind is Kind.THING and mention.end + 1 >= min(m.start for m in ends):
        return True
    if not before and passage.text[call.at.end : mention.start] == ", " and call.at.start > ends[-1].end:
        return True
    if mention.kind is Kind.REFERENCE:
        if before:
            return _GENITIVE_GAP.fullmatch(passage.text, mention.end, call.at.start) is not None
        return any(0 <= mention.start - m.end <= 3 for m in ends)
    if at_head(slot, call, mention, passage):
        return True
    if not before and passage.grammar.located(passage.text, mention.start):
        # "the director took the train in X": a place, and none of the office's
        behind = min((mention.start - m.end for m in ends if m.end <= mention.start), default=0)
        gap = passage.text[mention.start - behind : mention.start]
        told = not passage.grammar.nouns_capitalised or passage.grammar.may_have_verb(gap)
        if told and len(gap.split()) > _FARTHEST_PLACE:
            return False
    return (mention.genitive and before) or (not before and cued(slot, mention, passage))


def in_own_bracket(person: Mention, mention: Mention, passage: Passage) -> bool:
    """Whether a name stands alone, or first, in a bracket behind a person, and is no party's ("X (Northern Heat)")."""
    opened = passage.text[person.end : mention.start] == " ("
    return (
        opened
        and passage.text[mention.end : mention.end + 1] in (")", ",")
        and not passage.grammar.is_party(mention.text)
    )


def is_of_another(call: Opening, mention: Mention, passage: Passage) -> bool:
    """Whether a name beside an office and its holder goes with something else than the office.

    Its body, or another office in it, is named right behind it ("the Northland's Heat Agency"), a clause of its own
    opens with it ("in A is X the chair, in B has Y that post"), somebody comes from there who is said by a verb to
    hold the office ("treasurer is X of the Heat Works"), or the holder goes there ("head X travels to A").
    """
    if call.about is None or mention.kind is not Kind.THING:
        return False
    text = passage.text
    further = max(call.at.end, call.about.end)
    lead = text[further : mention.start] if mention.start >= further else ""
    code = passage.grammar.code
    if leads_away(code, lead) or in_company(code, lead) or is_home_of_others(code, lead):
        return True  # "head X goes to A", "head X signed a pact with A", "head X met guests from A": not of A
    if mention.start >= further and any(
        owned.start == mention.end + 1 and owned.classes & call.at.classes
        for owned in passage.of(Kind.THING, Kind.REFERENCE)
    ):
        return True  # "head X and the A head Y", "head X and her A colleague Y"
    if any(
        r.classes & call.at.classes
        and further < r.start < mention.start
        and passage.grammar.belongs(text[r.end : mention.start])
        for r in passage.of(Kind.REFERENCE)
    ):
        return True  # "head X and his colleague of A"
    for owned in passage.of(Kind.THING, Kind.REFERENCE) if mention.genitive else ():
        if owned.kind is Kind.REFERENCE and not owned.classes & call.at.classes:
            continue
        if not 0 < owned.start - mention.end <= _GENITIVE_ENDING or owned.classes & mention.classes:
            continue
        if not owned.classes & call.at.classes or owned.start != call.at.start:
            return True
    if passage.grammar.opens_clause(text[further : mention.start], text[mention.end :]):
        return True
    if not (call.at.end <= call.about.start and mention.start >= call.about.end):
        return False
    gap = text[call.about.end : mention.start]
    tied = in_own_bracket(call.about, mention, passage) or passage.grammar.belongs(gap)
    return tied and passage.grammar.predicated(text[call.at.end : call.about.start])


def stands_beside(word: Mention, mention: Mention, passage: Passage) -> bool:
    """Whether nothing but a comma, an article or a relative pronoun parts a mention from a word."""
    gap = words_between(word, mention, passage.text)
    behind = mention.start >= word.end
    return len(gap) <= _BESIDE and passage.grammar.is_small(gap, behind=behind)


def at_head(slot: Slot, call: Opening, mention: Mention, passage: Passage) -> bool:
    """Whether a mention stands right behind what opens the frame, with a word that counts only there."""
    near = 0 <= mention.start - call.at.end <= _BESIDE
    return near and _cued_by("cueAtHead", slot, mention, passage)


def adjacent(call: Opening, mention: Mention, passage: Passage) -> bool:
    """Whether a mention stands right after what opens the frame, or as an adjective inside it."""
    if mention.inside(call.at.start, call.at.end):
        return True
    gap = passage.text[call.at.end : mention.start]
    if passage.grammar.of_them(gap):
        return True
    return 0 <= mention.start - call.at.end <= 32 and not _APART.search(gap)


def cued(slot: Slot, mention: Mention, passage: Passage) -> bool:
    if not slot.cues:
        return False
    cues = passage.grammar.own(slot.cues)
    if not cues:
        return False
    bare = passage.grammar.lead_words(passage.text, mention.start)
    return _ends_with_any(bare, cues) or _ends_with_any(
        passage.grammar.lead(passage.text, mention.start).rstrip(), cues
    )


def told_apart(slots: Sequence[Slot], instead: Sequence[Slot], call: Opening, passage: Passage) -> list[Slot]:
    """The slots that the words at hand leave: one that stands in for another by its words, or that other.

    Args:
        slots: All.
        instead: Those among them that stand in for others.
        call: What opens the frame.
        passage: In which it stands.
    """
    meant = [slot for slot in instead if _is_worded(slot, call, passage)]
    out = {slot.path for slot in instead} - {slot.path for slot in meant}
    out.update(path for slot in meant for path in slot.hints["insteadOf"])
    return [slot for slot in slots if slot.path not in out]


def _is_worded(slot: Slot, call: Opening, passage: Passage) -> bool:
    """Whether the frame is opened by one of a slot's words, with another of them beside it."""
    opened = call.at.text.casefold()
    if opened not in (word.casefold() for word in slot.hints.get("openedBy", ())):
        return False
    before = passage.text[max(call.at.start - _WORDED, 0) : call.at.start]
    after = passage.text[call.at.end : call.at.end + _WORDED]
    near = f"{re.split('[;:]', before)[-1]} {re.split('[;:]', after)[0]}".casefold()
    return any(re.search(rf"\b{re.escape(w.casefold())}", near) for w in slot.hints.get("besideWords", ()))


def in_heading_of_day(mention: Mention, passage: Passage) -> bool:
    """Whether a name stands beside a day before a colon or at the end of a line, as in a calendar.

    "3 June, Northhaven: assembly"; "assembly: 3 June, Northhaven". Not where a day follows, which is the name's own:
    "Rosenau: 3 June, Northhaven: 4 June".
    """
    after = passage.text[mention.end :]
    if own_day(mention, passage) is not None:
        return False
    for period in passage.of(Kind.PERIOD):
        if passage.text[period.end : mention.start] == ", " and re.match(r"\s*(?:[:–|]|$)", after):
            return True
        if passage.text[mention.end : period.start] == ", " and re.match(
            r"\s*[:–|]", passage.text[period.end :]
        ):
            return True
    return False


def own_day(name: Mention, passage: Passage) -> Mention | None:
    """The day right behind a name, with a mark and a few words between: "A (2023)", "A: since May 2023"."""
    text = passage.text
    if _DAY_MARK.match(text, name.end) is None:
        return None
    days = passage.of(Kind.PERIOD)
    return next((d for d in days if _OWN_DAY.fullmatch(text, name.end, d.start)), None)


def stands_behind(slot: Slot, call: Opening, mention: Mention, passage: Passage) -> bool:
    """Whether nothing but a word that this slot's fillers have before them parts a mention from what opens the frame.

    Where verbs come last, the mention stands right before it ("von X gefördert").
    """
    if passage.grammar.nouns_capitalised and mention.end + 1 == call.at.start:
        return name_cued(slot, mention, passage)
    near = 0 <= mention.start - call.at.end <= _BEHIND
    gap = passage.text[call.at.end : mention.start]
    apart = len(gap.split()) > _FARTHEST_PLACE or passage.grammar.joiner.search(gap)
    return near and not apart and name_cued(slot, mention, passage)


def name_cued(slot: Slot, name: Mention, passage: Passage) -> bool:
    """Whether a word that only this slot's fillers have before them stands before a name."""
    cues = slot.hints.get("nameCue", ())
    return bool(cues) and _ends_with_any(passage.grammar.lead_words(passage.text, name.start), cues)


def _cued_by(hint: str, slot: Slot, mention: Mention, passage: Passage) -> bool:
    cues = slot.hints.get(hint, ())
    return bool(cues) and _ends_with_any(passage.grammar.lead_words(passage.text, mention.start), cues)


def _ends_with_any(text: str, cues: tuple[str, ...]) -> bool:
    return text.endswith(cues) and any(_ends_with(text, cue) for cue in cues)


def _ends_with(text: str, cue: str) -> bool:
    return text.endswith(cue) and (len(text) == len(cue) or not text[-len(cue) - 1].isalnum())


def without_owners(named: Sequence[Mention], passage: Passage) -> list[Mention]:
    """Of some names those that no preposition makes the owner of the one before ("the programme of X" is not X)."""
    return [m for i, m in enumerate(named) if not any(_owns(m, other, passage) for other in named[:i])]


def _owns(owner: Mention, head: Mention, passage: Passage) -> bool:
    gap = passage.text[head.end : owner.start]
    return (
        1 <= len(gap.split()) <= _OWNER_WORDS
        and not _APART.search(gap)
        and not passage.grammar.joiner.search(gap)
        and passage.grammar.is_function(gap)
    )


def after_preposition(mention: Mention, passage: Passage) -> bool:
    return passage.grammar.after_preposition(passage.text, mention.start)


def longer_name(town: Mention, passage: Passage, towns: frozenset[str]) -> tuple[int, int] | None:
    """Where the name of a body stands that a town's name begins or ends ("X Energy, …", "the INSA X"); None for none.

    Two capitals alone behind it are its country ("X BE").

    Args:
        town: The town's name.
        passage: In which it stands.
        towns: Classes of towns.
    """
    if town.kind is not Kind.THING or town.classes.isdisjoint(towns) or town.compound:
        return None
    text = passage.text
    behind = _CAPITALS.match(text, town.end) if not passage.grammar.nouns_capitalised else None
    behind = None if behind is not None and _COUNTRY.fullmatch(behind.group()) else behind
    before = _ABBREVIATION.search(text[max(0, town.start - _LONGEST_SHORT) : town.start])
    start = town.start - len(before.group().lstrip()) if before is not None else town.start
    end = behind.end() if behind is not None else town.end
    further = _FURTHER.match(text, end) if behind is not None else None
    if further is not None and passage.grammar.owned_by(f" {further.group(1)} "):
        end = further.end()  # "X School of Economics"
    others = (
        m
        for m in passage.of(Kind.THING, Kind.PERSON, Kind.PERIOD, Kind.WORD)
        if not m.overlaps(town)
        and (m.kind is not Kind.WORD or (m.entry and not towns.isdisjoint(m.entry.denotes)))
    )
    if (start, end) == (town.start, town.end) or any(m.inside(start, end) for m in others):
        return None
    return start, end


def blocked(slot: Slot, mention: Mention, passage: Passage) -> bool:
    words = passage.grammar.own(slot.blocked)
    if not words:
        return False
    if _ends_with_any(passage.grammar.lead(passage.text, mention.start).rstrip(), words):
        return True
    # the article belongs to the name ("in the lower town")
    if _ends_with_any(passage.grammar.lead_words(passage.text, mention.start), words):
        return True
    start = mention.start
    for beside in passage.of(Kind.THING):
        if beside.end == mention.start - 1:
            if _ends_with_any(passage.grammar.lead(passage.text, beside.start).rstrip(), words):
                return True
            start = beside.start
            break
    # "in the presence of minister X and commissioner Y"
    before = [m for m in passage.of(Kind.PERSON) if mention.kind is Kind.PERSON and m.end < start]
    return (
        bool(before)
        and passage.grammar.joined(passage.text[before[-1].end : start])
        and blocked(slot, before[-1], passage)
    )


def led_by_phrase(slot: Slot, mention: Mention, passage: Passage) -> bool:
    """Whether a cue of several words stands right before a mention, which tells more than the word that blocks it."""
    if "phraseLeads" not in slot.hints:
        return False
    phrases = tuple(cue for cue in passage.grammar.own(slot.cues) if " " in cue)
    return bool(phrases) and _ends_with_any(
        passage.grammar.lead(passage.text, mention.start).rstrip(), phrases
    )


def is_keyed(at: Mention, passage: Passage) -> bool:
    """Whether a passage is a short line "key: value" about the thing at hand, with the word near its head."""
    match = _KEY.match(passage.text)
    if match is None or len(passage.text) > _KEYED or len(match.group(0).split()) > _KEY_WORDS + 1:
        return False
    if any(m.kind is Kind.PERSON and m.end <= match.end() for m in passage.mentions):
        return False
    return at.start <= match.end() + 40


def gap_between(a: Mention, b: Mention) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def words_between(one: Mention, other: Mention, text: str) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def same_voice(one: Mention, other: Mention, passage: Passage) -> bool:
    """Whether two mentions stand in the same words: both in one quotation, or both outside any."""
    quoted = passage.of(Kind.QUOTED)
    if not quoted and not passage.speech:
        return True
    spans = [(s, e) for s, e, _ in passage.speech] + [(q.start, q.end) for q in quoted if " " in q.text]
    ends = ((one.start, one.end), (other.start, other.end))
    return all(span in ends or one.inside(*span) == other.inside(*span) for span in spans)


def same_segment(one: Mention, other: Mention, text: str) -> bool:
    """Whether no colon or semicolon stands between two mentions."""
    return not _SEGMENT_END.search(text[min(one.end, other.end) : max(one.start, other.start)])


def same_clause(one: Mention, other: Mention, passage: Passage) -> bool:
    """Whether neither a mark nor a conjunction stands between two mentions."""
    gap = words_between(one, other, passage.text)
    return not _MARK.search(gap) and not passage.grammar.joiner.search(gap)


def in_brackets_apart(one: Mention, other: Mention, text: str) -> bool:
    """Whether `other` stands in brackets that `one` stands outside of: an aside of its own."""
    opened = text.rfind("(", 0, other.start)
    closed = text.find(")", other.end)
    if opened < 0 or closed < 0 or text.rfind(")", 0, other.start) > opened or closed - opened < _ASIDE:
        return False
    return not one.inside(opened, closed)


def is_span_of_name(period: Mention, passage: Passage) -> bool:
    """Whether years stand alone in brackets right behind a name, which they are of ("the programme X (2021–2027)")."""
    text = passage.text
    opened = period.start - 2
    return (
        period.period_kind == "span"
        and text[opened : period.start] == " ("
        and text[period.end : period.end + 1] == ")"
        and any(m.end == opened for m in passage.of(Kind.THING))
    )


def in_dashes_apart(one: Mention, other: Mention, text: str) -> bool:
    """Whether `other` stands between two dashes that `one` stands outside of ("X is none – those are Y – but it …")."""
    dashes = [m.start() for m in _DASH.finditer(text)]
    before = [at for at in dashes if at < other.start]
    behind = [at for at in dashes if at >= other.end]
    return len(before) % 2 == 1 and bool(behind) and not one.inside(before[-1], behind[0])


def opens_or_ends(word: Mention, passage: Passage) -> bool:
    """Whether a word stands at the beginning or the end of a clause."""
    before, after = passage.text[: word.start].rstrip(), passage.text[word.end :].lstrip()
    return not before or before[-1] in ",;:(–-" or not after or after[0] in ".,;:!?)"


def _side_name(slot: Slot) -> str:
    return "subject" if slot.path == SUBJECT else "object"


def in_word_of(at: Mention, mention: Mention, passage: Passage) -> bool:
    """Whether a part of a compound belongs to what is spoken of: the word, or the name right behind it."""
    end = mention.end
    while end < len(passage.text) and not passage.text[end].isspace():
        end += 1
    return at.start <= end + 1 and mention.start <= at.end


def is_tied_to_another(at: Mention, mention: Mention, passage: Passage) -> bool:
    """Whether a hyphen ties a word to the name of who does it, and this is somebody else ("the X-funded project")."""
    text = passage.text
    if at.start < _LEAST_TIED or text[at.start - 1] not in HYPHENS or not text[at.start].islower():
        return False
    first = text[: at.start - 1].rpartition(" ")[2]
    return not first.islower() and mention.end != at.start - 1  # "co-led by" names nobody
