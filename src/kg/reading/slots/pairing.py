"""Which of a sentence's names a word for a pair speaks of: by the relative clause, or the clause, that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pyoxigraph import NamedNode

from kg.reading.passages.frames import is_pronoun
from kg.reading.passages.listing import clauses_of_two, coordinated
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Slot

CLOSING = re.compile(r"[”“\"»)*_]*(?:\s*\([^()]{0,40}\))?\s*")
"""What may stand between a name and the comma of the relative clause that is about it."""
_JOINT = re.compile(r";|,|\s[–—]\s")
_CLAUSE_END = re.compile(r"[.,;:!?](?!\d)")
_PAIR, _FEW_WORDS, _LEAD_WORDS = 2, 4, 2
_LED_SUBJECT = re.compile(r"(?:[^,;:.!?]*\s\d{4})?,\s(?:[^\W\d_A-Z][\w'’]*\s?){0,4}")
_NEXT_WORD = re.compile(r"\s([a-zà-öø-ÿ][\w'’]*)")


def in_relative(
    at: Mention, members: Sequence[Mention], passage: Passage
) -> tuple[list[Mention], list[Mention]] | None:
    """Whom a relative clause is about that a word for a pair stands in, and whom the clause itself names.

    "X, with which Y has run …": [X] and [Y]. None where the word stands in no such clause, or behind no name.
    """
    opened = passage.grammar.relative(passage.text[: at.start])
    if opened is None:
        return None
    comma, several = opened
    before = [m for m in members if m.end <= comma and m.kind is Kind.THING]
    last = next((m for m in before if CLOSING.fullmatch(passage.text, m.end, comma)), None)
    if last is None:
        return None
    about = coordinated(last, before, passage) if several else [last]
    inside = [
        m
        for m in members
        if m.start > comma and not is_pronoun(m) and not _JOINT.search(passage.text, at.end, m.start)
    ]
    return about, inside


def own_clause(
    at: Mention, members: list[Mention], rivals: Sequence[Mention], passage: Passage
) -> list[Mention]:
    """Of the names of a sentence, those in the part of it that a word for a pair has to itself.

    Args:
        at: The word.
        members: All that might be meant.
        rivals: Other words for pairs in the sentence.
        passage: The sentence.
    """
    if opens_list(at, passage):
        return members
    named = [m for m in members if m.kind is Kind.THING]
    if row := clauses_of_two(named, passage):
        return _of_row(at, row, rivals)
    for rival in rivals:
        start, end = (at.end, rival.start) if at.start < rival.start else (rival.end, at.start)
        for joint in _joints(passage, start, max(start, end)):
            if _within_list(joint, named, passage):
                continue
            own = [m for m in named if (m.start < joint.start()) == (at.start < joint.start())]
            whole = _parts_clauses(joint, passage)
            if whole and len(own) == 1 and joint.end() < min(at.start, own[0].start):
                subject = [m for m in named if m.end <= joint.start()][:1]
                if not any(
                    m.genitive or passage.grammar.after_preposition(passage.text, m.start) for m in subject
                ):
                    return [*subject, *own]  # "X works with Y, and is related to Z"
            if len(named) - len(own) >= (1 if whole else _PAIR) and _has_own(own, joint, passage, whole):
                return [m for m in members if (m.start < joint.start()) == (at.start < joint.start())]
    return members


def _joints(passage: Passage, start: int, end: int) -> Iterator[re.Match[str]]:
    """What may part the clauses of a sentence between two places, a word that stands at the second included."""
    yield from _JOINT.finditer(passage.text, start, end)
    for joint in passage.grammar.besides.finditer(passage.text, start):
        if joint.start() >= end:
            break
        yield joint


def _of_row(at: Mention, row: Sequence[list[Mention]], rivals: Sequence[Mention]) -> list[Mention]:
    """The names of the clause that a word stands in, and of those behind it that have no such word of their own."""
    begins = [0, *(one.start for one, _ in row[1:])]
    last = max(n for n, begin in enumerate(begins) if begin <= at.start)
    held = {max(n for n, begin in enumerate(begins) if begin <= r.start) for r in rivals}
    found = list(row[last])
    for n in range(last + 1, len(row)):
        if n in held:
            break
        found.extend(row[n])
    return found


def opens_list(at: Mention, passage: Passage) -> bool:
    """Whether a colon behind a word opens a list, of partners or of pairs ("X has three partners: A, B and C")."""
    return passage.text[at.end : at.end + 2].lstrip().startswith(":")


def held_apart(at: Mention, members: Sequence[Mention], slot: Slot, passage: Passage) -> list[Mention]:
    """Of members, those who are no party to what a sentence tells of a pair.

    Somebody is only likened to them, or set against them ("Like A and B, C works on X"), or people do it who are from
    there ("pupils from A and B"), unless the word says what towns are to each other ("… in the twin town C").

    Args:
        at: The word for the pair.
        members: All that might be meant.
        slot: For the pair.
        passage: The sentence.
    """
    apart: list[Mention] = []
    for member in members:
        if member in apart:
            continue
        listed = coordinated(member, members, passage)
        likened = _before_others(at, member, listed, members, passage)
        if _is_likened(at, member, likened, members, passage):
            apart.extend(likened)
        elif passage.grammar.unlike(passage.text, member.start, member.end) or (
            member.end <= at.start
            and not _tells_standing(at, slot)
            and passage.grammar.sent_from(passage.text, member.start)
        ):
            apart.extend(listed)
    return apart


def _before_others(
    at: Mention, first: Mention, listed: Sequence[Mention], members: Sequence[Mention], passage: Passage
) -> list[Mention]:
    """Of a list, those from its first up to the comma behind which others are meant ("like A and B, | C …")."""
    behind = [m for m in listed if m.start >= first.start]
    limit = at.start if at.start > first.start else max(m.start for m in members) + 1
    comma = passage.text.rfind(",", first.start, limit)
    if any(comma < m.start < limit for m in members if comma >= 0):
        return [m for m in behind if m.end <= comma]
    return behind


def _is_likened(
    at: Mention, first: Mention, group: Sequence[Mention], members: Sequence[Mention], passage: Passage
) -> bool:
    """Whether somebody is likened to a list.

    Not where that is the subject of a clause ("As A said, …"), or stands for those just spoken of ("towns, like A").
    """
    text, grammar = passage.text, passage.grammar
    if not grammar.likened(text, first.start):
        return False
    end = max(m.end for m in group)
    gap = text[end : min((m.start for m in members if m.start > end), default=len(text))]
    told, comma, _ = gap.partition(",")
    if comma and at.start > end and grammar.may_have_verb(told):
        return False
    pause = text.rfind(",", 0, first.start)
    return pause < 0 or pause == at.end or any(m.end == pause for m in members)


def does_so_severally(at: Mention, end: int, slot: Slot, passage: Passage) -> bool:
    """Whether several are said to do each for itself what a word says; not where it is what they are to each other.

    Args:
        at: The word.
        end: Where it ends, its second part included.
        slot: For the pair.
        passage: The sentence.
    """
    told = any(passage.grammar.severally(passage.text, at.start, stop) for stop in {at.end, end})
    return told and not _tells_standing(at, slot)  # "A and B are twin towns, each for itself …"


def _tells_standing(at: Mention, slot: Slot) -> bool:
    """Whether a word says what two are to each other, rather than what they do."""
    free = slot.hints.get("differUnless", ())
    given = [value for _, value in at.entry.sets] if at.entry is not None else []
    return bool(free) and any(isinstance(v, NamedNode) and v.value not in free for v in given)


def up_to_company(at: Mention, members: list[Mention], passage: Passage) -> list[Mention]:
    """Of the names of a sentence, those up to the company that stands right behind a word ("a pact with A and B").

    Names further on have nothing to do with it, unless they stand in twos of their own ("…, C with D").
    """
    begin = passage.grammar.company(passage.text, at.start, at.end)
    behind = sorted((m for m in members if m.start >= begin), key=lambda m: m.start) if begin >= 0 else []
    first = behind[0] if behind else None
    if clauses_of_two([m for m in members if m.kind is Kind.THING], passage):
        return members
    if first is None or _CLAUSE_END.search(passage.text, begin, first.start):
        return members
    if len(passage.text[begin : first.start].split()) > _FEW_WORDS:
        return members
    company = coordinated(first, behind, passage)
    later = [m for m in behind if m not in company and m.start > company[-1].end]
    parted = [m for m in later if _is_parted(passage, company[-1].end, m.start)]
    if any(passage.grammar.couples(passage.text[a.end : b.start]) for a, b in pairwise(later)):
        return members
    return [m for m in members if m not in parted]


def _is_parted(passage: Passage, start: int, end: int) -> bool:
    """Whether a clause ends between two places, or a second predicate opens."""
    over = passage.grammar.besides.search(passage.text, start, end)
    return over is not None or _CLAUSE_END.search(passage.text, start, end) is not None


def up_to_apposed(at: Mention, members: list[Mention], passage: Passage) -> list[Mention]:
    """Of the names of a sentence, those up to the list right behind a noun for one of a pair ("the twin town X, …")."""
    named = next((m for m in members if m.kind is Kind.THING and m.start == at.end + 1), None)
    if named is None:
        return members
    company = coordinated(named, members, passage)
    return [
        m for m in members if m in company or not _CLAUSE_END.search(passage.text, company[-1].end, m.start)
    ]


def led_by_company(at: Mention, members: Sequence[Mention], passage: Passage) -> list[Mention]:
    """Those a sentence opens with, in the company of its subject, which comes last ("Joined with A and B, X …").

    Empty where it does not open so.
    """
    text, grammar = passage.text, passage.grammar
    behind = sorted((m for m in members if m.start >= at.end and m.kind is Kind.THING), key=lambda m: m.start)
    lead = text[: at.start].split()
    if len(behind) < _PAIR or len(lead) > _LEAD_WORDS or any(m.end <= at.start for m in members):
        return []
    if not grammar.beside(text[: behind[0].start]) or _CLAUSE_END.search(text, at.end, behind[0].start):
        return []
    for nth, subject in enumerate(behind[1:], 1):
        gap = text[behind[nth - 1].end : subject.start]
        told = _LED_SUBJECT.fullmatch(gap) is not None and not grammar.beside(text[: subject.start])
        word = _NEXT_WORD.match(text, subject.end)
        if told and word is not None and grammar.may_have_verb(word.group(1)):
            return behind[: nth + 1]
    return []


def are_of_sender(at: Mention, members: Sequence[Mention], passage: Passage) -> bool:
    """Whether three or more stand right behind the noun for them that opens a sentence ("The partners A, B and C …").

    So many are hardly partners of each other, but of whoever speaks.
    """
    named = sorted((m for m in members if m.kind is Kind.THING), key=lambda m: m.start)
    if (
        len(named) <= _PAIR
        or len(named) < len(members)
        or len(passage.text[: at.start].split()) > _LEAD_WORDS
    ):
        return False
    if passage.text[at.end : named[0].start] not in (" ", ": ", " : "):
        return False
    return len(coordinated(named[0], named, passage)) == len(named)


def on_both_sides(at: Mention, members: Sequence[Mention], passage: Passage) -> list[Mention]:
    """Of members, those of a verb that one does with another: on both its sides, or all before it where it is passive.

    "X advises Y", "Y is advised by X" where the verb stands last. None where it is not so told.
    """
    before = [m for m in members if m.end <= at.start]
    behind = [m for m in members if m.start >= at.end]
    if not before:
        inverted = len(behind) >= _PAIR and not passage.text[behind[0].end : behind[1].start].strip()
        return behind[:_PAIR] if inverted else []  # "in the project advises X Y", as some languages put it
    if behind:
        nearest = coordinated(before[-1], before, passage)
        return [*nearest, *coordinated(behind[0], behind, passage)]
    lead = passage.text[: before[-1].start].rstrip().rpartition(" ")[2]
    passive = len(before) >= _PAIR and passage.grammar.is_agent_lead(f" {lead} ")
    return before if passive else []


def keeps_others(at: Mention, end: int, members: Sequence[Mention], passage: Passage) -> bool:
    """Whether the "with" of a word leads to nobody who might be one of a pair ("in cooperation with schools in X").

    Args:
        at: The word.
        end: Where it ends, its second part included.
        members: All that might be meant.
        passage: The sentence.
    """
    text, grammar = passage.text, passage.grammar
    within = grammar.company(text, at.start, at.end) if end > at.end else -1
    if 0 <= within < end:
        return _are_others(within, end, members, passage)  # "works with schools in X on"
    begin = grammar.company(text, at.start, end)
    if begin < 0 or (at.entry is not None and "after" in at.entry.hints.get("phrase", ())):
        return False
    stop = _CLAUSE_END.search(text, begin)
    return _are_others(begin, stop.start() if stop is not None else len(text), members, passage)


def _are_others(begin: int, end: int, members: Sequence[Mention], passage: Passage) -> bool:
    """Whether the company between two places is nobody who might be one of a pair."""
    text, grammar = passage.text, passage.grammar
    if _ends_others(begin, members, passage):
        return False
    named = min((m.start for m in members if m.end > begin and m.start < end), default=None)
    if grammar.is_stranded(text[begin:end]):
        return False  # of whoever stood before: "whom we work with on …"
    if named is None:
        return not grammar.has_fellows(text[begin:end])
    return not grammar.leads_to_name(text[begin:named])


def _ends_others(begin: int, members: Sequence[Mention], passage: Passage) -> bool:
    """Whether a conjunction before the first name ends a list of others ("with schools, firms and X")."""
    text, grammar = passage.text, passage.grammar
    gap = text[begin : min((m.start for m in members if m.start >= begin), default=begin)]
    last = max((found.span() for found in grammar.joiner.finditer(gap)), default=None)
    if last is None or re.search(r"[;:.!?()]", gap):
        return False
    others = [part.split() for part in gap[: last[0]].split(",")]
    short = all(0 < len(words) <= _FEW_WORDS for words in others)
    led = grammar.leads_to_name(gap[last[1] :]) or grammar.beside(gap[last[1] :])
    return short and led and not grammar.is_led_off(gap[: last[0]])


def is_over(at: Mention, rivals: Sequence[Mention], named: Sequence[Mention], passage: Passage) -> bool:
    """Whether a sentence says that what two had has ended: "their pact lapsed", "ended the pact with X".

    Args:
        at: The word for what they had.
        rivals: Other words for pairs in the sentence.
        named: The two, as far as the sentence names them.
        passage: The sentence.
    """
    for word in passage.grammar.over.finditer(passage.text):
        if word.start() >= at.end:
            between = (at.end, word.start())
        elif len(passage.text[word.end() : at.start].split()) <= _FEW_WORDS:
            between = (word.end(), at.start)
        elif named and all(m.end <= word.start() for m in named):
            return True  # "the link with X lapsed, as its friends had gone"
        else:
            continue
        if not any(r.inside(*between) for r in rivals):
            return True
    text = passage.text
    for verb in passage.grammar.over_what.finditer(text):
        gap = (at.end, verb.start()) if verb.start() >= at.end else (verb.end(), at.start)
        lead = text[slice(*gap)].split()
        far = verb.end() <= at.start and (len(lead) > _FEW_WORDS or passage.grammar.leads_off(lead))
        if not far and not any(r.inside(*gap) for r in rivals) and not _is_parted_off(*gap, passage):
            return True
    return any(
        once.start() < at.end
        and len(text[once.end() : at.start].split()) <= _LEAD_WORDS
        and not _is_parted_off(once.end(), at.start, passage)
        and not passage.grammar.has_auxiliary(text[once.end() : at.start])
        for once in passage.grammar.was_once.finditer(text)
    )


def _is_parted_off(start: int, end: int, passage: Passage) -> bool:
    """Whether a comma, or a conjunction that joins no two names, stands between two places."""
    if _CLAUSE_END.search(passage.text, start, end):
        return True
    things = passage.of(Kind.THING)
    return any(
        not any(m.end == joint.start() - 1 for m in things)
        or not any(m.start == joint.end() + 1 for m in things)
        for joint in passage.grammar.joiner.finditer(passage.text, start, end)
    )


def _has_own(own: list[Mention], joint: re.Match[str], passage: Passage, whole: bool) -> bool:
    """Whether a part of a sentence names two of a pair, or one that somebody unnamed in it goes with."""
    if not own:
        return False
    first = min(own, key=lambda m: m.start)
    begin = joint.end() if first.start > joint.start() else 0
    blanks = [at for at in range(begin, first.start) if passage.text[at].isspace()]
    beside = any(passage.grammar.beside(passage.text[: blank + 1]) for blank in blanks)
    if len(own) < _PAIR:
        return beside and whole and first.end < joint.start()
    return not (beside and len(coordinated(first, own, passage)) == len(own))


def _within_list(joint: re.Match[str], named: Sequence[Mention], passage: Passage) -> bool:
    """Whether a comma parts but two members of one list ("A, B and C")."""
    before = [m for m in named if m.end <= joint.start()][-1:]
    if not before or joint.group() != ",":
        return False
    listed = sorted(coordinated(before[0], named, passage), key=lambda m: m.start)
    behind = [m for m in listed if m.start >= joint.end()]
    if len(behind) < _PAIR or passage.text[before[0].end : behind[0].start].strip() != ",":
        return False
    return "," not in passage.text[behind[-2].end : behind[-1].start]


def _parts_clauses(joint: re.Match[str], passage: Passage) -> bool:
    """Whether a semicolon, or a comma with a conjunction behind it, divides a sentence."""
    rest = passage.text[joint.end() :]
    besides = passage.grammar.besides.fullmatch(joint.group()) is not None
    return besides or joint.group() == ";" or passage.grammar.joiner.match(rest.lstrip()) is not None
