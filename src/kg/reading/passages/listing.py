"""Lists in a sentence: which mentions belong together, and which of them make pairs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from kg.reading.grammar import Grammar
from kg.reading.passages.frames import Filler, place_of
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import own_day

_CLAUSE_END = re.compile(r"[;:!?]|(?<!\d)\.\s")
_HEADED, _LONGEST_HEADED = re.compile(r"\s*[–—:-]\s+$"), 60
_REST_OF_NAME = re.compile(r"^\s[A-ZÀ-ÖØ-Þ][\w&-]+(?:(?:\s[a-zà-ÿ]{2})?\s[A-ZÀ-ÖØ-Þ][\w&-]+){0,3}(?=\s)")
_BRACKETS = re.compile(r"\s*\([^()]{0,40}\)")
_PARTED, _FEWEST_OF_TWOS, _TWO = re.compile(r"[,;]"), 4, 2
_ALLIES = 3
_WORDS_BEHIND = re.compile(r"\s((?:[a-zà-öø-ÿ][\w'’]*\s){1,3})")


def coordinated(best: Mention, candidates: Sequence[Mention], passage: Passage) -> list[Mention]:
    """The members of the list that a mention stands in, in order."""
    if len(candidates) == 1:
        return [best]
    ordered = sorted(candidates, key=lambda m: m.start)
    at = ordered.index(best)
    first = last = at
    while (
        first > 0
        and _joined(ordered[first - 1], ordered[first], passage)
        and not _opens_clause(ordered, first, passage)
    ):
        first -= 1
    while (
        last + 1 < len(ordered)
        and _joined(ordered[last], ordered[last + 1], passage)
        and not _opens_clause(ordered, last + 1, passage)
    ):
        last += 1
    return ordered[first : last + 1]


def _opens_clause(ordered: Sequence[Mention], at: int, passage: Passage) -> bool:
    """Whether a semicolon, and not just a longer comma, stands before a member: "…, A and B; C and D got it"."""
    text = passage.text
    if ";" not in text[ordered[at - 1].end : ordered[at].start]:
        return False
    last = at
    while last + 1 < len(ordered) and ";" not in text[ordered[last].end : ordered[last + 1].start]:
        if not _joined(ordered[last], ordered[last + 1], passage):
            break
        last += 1
    words = _WORDS_BEHIND.match(text, ordered[last].end)
    return words is not None and passage.grammar.may_have_verb(words.group(1))


def _joined(one: Mention, other: Mention, passage: Passage) -> bool:
    """Whether little but commas and conjunctions parts two members; headings within a list ("X: A, B; Y: C") may."""
    gap = passage.text[one.end : other.start]
    if passage.grammar.opens_apart(passage.text, (one.start, one.end), (other.start, other.end)):
        return False
    if passage.grammar.joined(gap) or passage.grammar.joined(_without_places(one, other, passage)):
        return True
    day = own_day(one, passage)  # "A: May 2024, B: …"
    if (
        day is not None
        and day.end <= other.start
        and passage.grammar.joined(passage.text[day.end : other.start])
    ):
        return True
    led = passage.grammar.led_alike(passage.text[: one.start], _without_places(one, other, passage) or gap)
    if led and passage.grammar.joined(led):
        return True
    if len(gap) > _LONGEST_HEADED or not _HEADED.search(gap):
        return False
    for heading in passage.of(Kind.THING):
        if heading.inside(one.end, other.start) and _HEADED.match(passage.text[heading.end : other.start]):
            return passage.grammar.joined(passage.text[one.end : heading.start])
    return False


def _without_places(one: Mention, other: Mention, passage: Passage) -> str:
    """The words between two members without those that say where they lie ("A in X, the Y town of B")."""
    text, at, kept = passage.text, one.end, ""
    for place in passage.of(Kind.THING):
        if not place.inside(one.end, other.start) or place.classes & one.classes:
            continue
        lead = text[at : place.start]
        kept += lead[: lead.rstrip().rfind(" ") + 1].rstrip() if passage.grammar.placed(lead) else lead
        at = place.end
    return f"{kept}{text[at : other.start]}" if at > one.end else ""


def is_among(
    one: Mention, others: Sequence[Mention], text: str, mentions: Sequence[Mention], grammar: Grammar
) -> bool:
    """Whether a name stands within a list of others, or ends it ("A, X and B", "A and X").

    Not at its head: what opens a list may be what the rest do something in ("within X, A and B …").

    Args:
        one: The name.
        others: Of another sort.
        text: In which they stand.
        mentions: All of the text.
        grammar: Of its language.
    """
    before = max((m for m in others if m.end <= one.start), key=lambda m: m.end, default=None)
    gap = _bare_gap(before, one, text, mentions) if before is not None else ""
    if not grammar.nouns_capitalised:
        gap = _REST_OF_NAME.sub("", gap)  # "X School of Economics and Y"
    if not gap.strip() or not grammar.joined(gap):
        return False
    if grammar.joiner.search(gap):
        return True
    behind = min((m for m in others if m.start >= one.end), key=lambda m: m.start, default=None)
    return behind is not None and grammar.joined(_bare_gap(one, behind, text, mentions, behind.classes))


def _bare_gap(
    one: Mention, other: Mention, text: str, mentions: Sequence[Mention], kinds: frozenset[str] = frozenset()
) -> str:
    """The words between two names without brackets, other names, and nouns of some kinds."""
    gap, start = text[one.end : other.start], one.end
    if len(gap) > _LONGEST_HEADED:
        return ""
    for m in mentions:
        noun = m.kind is Kind.WORD and m.entry is not None and not kinds.isdisjoint(m.entry.denotes)
        if (noun or m.kind is Kind.THING) and m.inside(start, other.start):
            gap = gap[: m.start - start] + " " * (m.end - m.start) + gap[m.end - start :]
    return re.sub(r"\s+", " ", _BRACKETS.sub("", gap))


def words_between(end: int, name: Mention, passage: Passage) -> str:
    """What stands between a place and a name behind it, but for small words and nouns for what the name is."""
    gap = passage.text[end : name.start]
    if not gap.strip():
        return ""
    nouns = {
        word
        for w in passage.of(Kind.WORD, Kind.REFERENCE)
        if w.entry is not None and w.inside(end, name.start) and not name.classes.isdisjoint(w.entry.denotes)
        for word in w.text.casefold().split()
    }
    words = gap.casefold().split()
    return " ".join(w for w in words if w not in nouns and not passage.grammar.is_function(w))


def side_by_side(best: Mention, candidates: Sequence[Mention], passage: Passage) -> list[Mention]:
    """The members of the list that a mention stands in, where nothing but brackets parts them ("A (2020) and B")."""
    ordered = sorted(candidates, key=lambda m: m.start)
    joined = [_is_next(a, b, passage) for a, b in itertools.pairwise(ordered)]
    first = last = ordered.index(best)
    while first > 0 and joined[first - 1]:
        first -= 1
    while last < len(joined) and joined[last]:
        last += 1
    return ordered[first : last + 1]


def _is_next(one: Mention, other: Mention, passage: Passage) -> bool:
    """Whether a name goes on with a list, with or without words of its own ("in A and in the network B")."""
    gap = _BRACKETS.sub("", passage.text[one.end : other.start])
    if passage.grammar.joined(gap):
        return True
    listed = gap.lstrip().startswith(",") or passage.grammar.joiner.match(gap.lstrip()) is not None
    return listed and not words_between(one.end, other, passage).replace(",", "").strip()


def of_own_predicate(
    at: Mention, members: list[Mention], passage: Passage, others: Sequence[Mention] = ()
) -> list[Mention]:
    """Members without the objects of the predicate before that of a word ("X belongs to A and works in B": X).

    Those alone that stand behind a preposition ("… is part of A and is led by X") are no subject either. Where a noun
    opens the second predicate ("X is a member of A and a partner in B"), only some are objects of the first.

    Args:
        at: The word.
        members: All that might be meant.
        passage: The sentence.
        others: Of members, those that may as well be what others belong to.
    """
    closes = _next_predicate(at, passage)
    members = [m for m in members if m.start < closes]
    nominal = passage.grammar.coordinated_at(passage.text, at.start, words=2)
    opened = nominal if nominal >= 0 else _second_predicate(at, passage)
    before = sorted((m for m in members if m.end <= opened and m.kind is Kind.THING), key=lambda m: m.start)
    if not before or _CLAUSE_END.search(passage.text, before[0].end, opened):
        return members
    subject = next((m for m in before if not passage.grammar.governed(passage.text, m.start)), None)
    if subject is not None and (subject.genitive or subject is not before[0]):
        return members
    own = coordinated(subject, before, passage) if subject is not None else []
    gone = [m for m in before if m not in own and (nominal < 0 or m in others)]
    return [m for m in members if m not in gone]


def without_asides(at: Mention, members: list[Mention], passage: Passage) -> list[Mention]:
    """Members without those in an aside that commas put behind another ("X, paid by Y, is led by Z": X)."""
    text = passage.text
    before = sorted((m for m in members if m.end <= at.start and m.kind is Kind.THING), key=lambda m: m.start)
    gone = [
        other
        for one, other in itertools.pairwise(before)
        if "," in text[one.end : other.start]
        and passage.grammar.after_preposition(text, other.start)
        and "," in text[other.end : at.start]
    ]
    return [m for m in members if m not in gone]


def objects_of(at: Mention, members: list[Mention], passage: Passage) -> list[Mention]:
    """Members without the objects of the predicate before that of a word, where its own has one."""
    opened = max(passage.grammar.coordinated_at(passage.text, at.start), _second_predicate(at, passage))
    closes = _next_predicate(at, passage)
    return [m for m in members if opened < m.start < closes] or members


def _next_predicate(at: Mention, passage: Passage) -> int:
    """Where the predicate after that of a word opens: by a verb, or by a noun that tells the same of somebody."""
    verb = passage.grammar.next_verb.search(passage.text, at.end)
    nouns = (
        w.start
        for w in passage.of(Kind.WORD)
        if w.start > at.end
        and w.entry is not None
        and at.entry is not None
        and not set(w.entry.evokes).isdisjoint(at.entry.evokes)
        and passage.grammar.coordinated_at(passage.text, w.start) >= 0
    )
    return min(next(nouns, len(passage.text)), verb.start() if verb is not None else len(passage.text))


def _second_predicate(at: Mention, passage: Passage) -> int:
    """Where the second predicate of a sentence opens that a word stands in; -1 where it stands in none."""
    found = -1
    for joint in passage.grammar.besides.finditer(passage.text):
        if joint.start() >= at.start:
            break
        found = joint.start()
    return found if not _CLAUSE_END.search(passage.text, max(found, 0), at.start) else -1


def beside_comma(members: Sequence[Mention], passage: Passage) -> list[Mention]:
    """Of members, those a comma and "with" put beside the rest ("led by A, in partnership with B and C")."""
    ordered = sorted(members, key=lambda m: m.start)
    for one, other in itertools.pairwise(ordered):
        if passage.grammar.opens_company(passage.text[one.end : other.start]):
            return [m for m in ordered if m.start >= other.start]
    return []


def set_apart(
    some: Sequence[Mention], members: Sequence[Mention], passage: Passage
) -> Iterator[list[Mention]]:
    """Of some members the lists that a word beside them sets against the rest ("unlike A and B, C was …")."""
    done: set[Mention] = set()
    for member in some:
        if member not in done and passage.grammar.unlike(passage.text, member.start, member.end):
            group = _behind_unlike(member, members, passage)
            done.update(group)
            yield group


def _behind_unlike(first: Mention, members: Sequence[Mention], passage: Passage) -> list[Mention]:
    """Of a list behind "unlike", those before its first comma, unless somebody else comes behind it."""
    group = [m for m in coordinated(first, members, passage) if m.start >= first.start]
    if any(m.start > group[-1].end for m in members):
        return group
    comma = passage.text.find(",", first.end)
    return [m for m in group if comma < 0 or m.start < comma]


def with_added(members: Sequence[Mention], candidates: Sequence[Mention], passage: Passage) -> list[Mention]:
    """The same members, and those that the clause adds apart from their list ("besides A, B and C as well")."""
    found = [*_compared(members, candidates, passage), *members]
    text = passage.text
    for other in sorted(candidates, key=lambda m: m.start):
        if other in found or not passage.grammar.joins_in(text, other.start):
            continue
        first, last = min(m.start for m in members), max(m.end for m in members)
        if not _CLAUSE_END.search(text[min(other.end, last) : max(other.start, first)]):
            found.extend(m for m in coordinated(other, candidates, passage) if m not in found)
    return sorted(found, key=lambda m: m.start)


def _compared(members: Sequence[Mention], candidates: Sequence[Mention], passage: Passage) -> list[Mention]:
    """Whom those are added to who were found: "A, like B, wants …"."""
    first = min(members, key=lambda m: m.start)
    if not passage.grammar.joins_in(passage.text, first.start):
        return []
    before = [m for m in candidates if m.end < first.start and m not in members]
    if not before:
        return []
    last = max(before, key=lambda m: m.end)
    gap = passage.text[last.end : first.start]
    if not gap.startswith(",") or _CLAUSE_END.search(gap) or "," in gap[1:]:
        return []
    return coordinated(last, before, passage)


def segments(fillers: Sequence[Filler], passage: Passage) -> list[list[Filler]]:
    """The parts of a sentence that each pair their own members ("A with B, C with D"); [] where there is one."""
    here = [f for f in fillers if f.passage is passage and f.mention is not None]
    here.sort(key=place_of)
    parts: list[list[Filler]] = []
    hard = False
    for filler in here:
        last = parts[-1][-1].mention if parts else None
        gap = passage.text[last.end : filler.mention.start] if last and filler.mention else ""
        broken = passage.grammar.breaks(gap) or _pairs_again(gap, filler, here, passage)
        broken = broken or ("," in gap and all(_is_pair(p, passage) for p in ([], *parts)[-_TWO:]))
        hard = hard or broken
        if not parts or broken or ("," in gap and not passage.grammar.joined(gap)):
            parts.append([filler])
        else:
            parts[-1].append(filler)
    twos = _twos(here, passage)
    if twos:
        return twos
    full = [p for p in parts if len({f.key_of_thing for f in p}) > 1]
    return full if len(parts) > 1 and full and (hard or len(full) == len(parts)) else []


def clauses_of_two(names: Sequence[Mention], passage: Passage) -> list[list[Mention]]:
    """The names of a row of clauses that name two each ("A helps B, C has D at its side"); [] where it is none."""
    if len(names) < _FEWEST_OF_TWOS or len(names) % 2:
        return []
    ordered, text, grammar = sorted(names, key=lambda m: m.start), passage.text, passage.grammar
    gaps = [text[a.end : b.start] for a, b in itertools.pairwise(ordered)]
    for at, gap in enumerate(gaps):
        parted = _PARTED.search(gap) is not None
        if at % 2 == 0 and (parted or grammar.joined(gap) or not grammar.may_have_verb(gap)):
            return []
        if at % 2 and (not parted or grammar.relates(gap) or grammar.beside(text[: ordered[at + 1].start])):
            return []
    return [list(ordered[i : i + 2]) for i in range(0, len(ordered), 2)]


def _twos(here: Sequence[Filler], passage: Passage) -> list[list[Filler]]:
    """ "A and B, C and D as well as E and F": the pairs of a list of pairs; [] where it is none."""
    if len(here) < _FEWEST_OF_TWOS or len(here) % 2:
        return []
    if clauses_of_two([f.mention for f in here if f.mention is not None], passage):
        return [list(here[i : i + 2]) for i in range(0, len(here), 2)]
    gaps = [
        _BRACKETS.sub("", passage.text[a.mention.end : b.mention.start]) if a.mention and b.mention else ""
        for a, b in itertools.pairwise(here)
    ]
    by_and = [not passage.grammar.beside(g) for g in gaps[::2]]
    if by_and[-1] and not all(by_and):
        return []  # "C with D, E and F": C has all who follow
    if all(passage.grammar.couples(g) for g in gaps[::2]) and all(
        passage.grammar.couples_next(g) for g in gaps[1::2]
    ):
        return [list(here[i : i + 2]) for i in range(0, len(here), 2)]
    return []


def _is_pair(part: Sequence[Filler], passage: Passage) -> bool:
    """Whether a part of a list is two names that "and" makes a pair."""
    names = [f.mention for f in part if f.mention is not None]
    if len(names) != _TWO:
        return False
    gap = passage.text[names[0].end : names[1].start]
    return passage.grammar.couples(gap) and not passage.grammar.beside(gap)


def _pairs_again(gap: str, filler: Filler, here: Sequence[Filler], passage: Passage) -> bool:
    """Whether one pair ends and another begins ("A with B, C with D", "A works with B and C with D")."""
    at = here.index(filler)
    if not ("," in gap or passage.grammar.joined(gap)) or not 1 < at < len(here) - 1:
        return False
    around = [m for m in (here[at - 1].mention, here[at + 1].mention) if m is not None]
    leads = [passage.text[: m.start] for m in around]
    alike = len({lead.split()[-1] for lead in leads if lead.split()}) == 1
    return len(leads) > 1 and alike and all(passage.grammar.pairs(lead) for lead in leads)


def groups(fillers: Sequence[Filler], passage: Passage) -> list[list[Filler]]:
    found: list[list[Filler]] = []
    for filler in sorted(
        fillers, key=lambda f: (f.passage is not passage, f.mention.start if f.mention else 0)
    ):
        if found and filler.passage is passage and found[-1][-1].passage is passage:
            last, this = found[-1][-1].mention, filler.mention
            gap = passage.text[last.end : this.start] if last and this else ""
            with_whom = len(gap.split()) == 1 and passage.grammar.beside(gap)
            if passage.grammar.joined(gap) and not set("–-") & set(gap) and not with_whom:
                found[-1].append(filler)
                continue
        elif found and filler.passage is found[-1][-1].passage:
            found[-1].append(filler)  # those of one list that was told before
            continue
        found.append([filler])
    return found


def in_alliance(at: Mention, fillers: Sequence[Filler], passage: Passage) -> list[list[Filler]]:
    """Those who do something side by side, and whom they do it with ("A has, together with B and C, a pact with D").

    Args:
        at: The word for what they do.
        fillers: All whom the sentence names.
        passage: The sentence.

    Returns:
        The two sides; [] where the sentence does not name three lists, one of them as the company of another.
    """
    lists = groups([f for f in fillers if f.mention is not None and f.passage is passage], passage)
    if len(lists) != _ALLIES or len(fillers) != sum(map(len, lists)):
        return []
    first, middle, last = lists
    begin = place_of(last[0])
    joined = [passage.grammar.joins_in(passage.text, place_of(some[0])) for some in lists]
    behind = max(map(place_of, middle)) < at.start and at.end <= begin
    # "A is a partner of B, C works with D": two sentences, not three who stand together
    lead = passage.text[: place_of(middle[0])]
    governed = passage.grammar.after_preposition(passage.text, len(lead)) and not passage.grammar.beside(lead)
    paired = behind and not governed and passage.grammar.beside(passage.text[at.end : begin])
    if (
        joined[0]
        or (joined[1] and not joined[2])
        or (paired and not _CLAUSE_END.search(passage.text, at.end, begin))
    ):
        return [[*first, *middle], last]
    return [[*first, *last], middle] if joined[2] and not joined[1] else []
