"""Texts that fill slots: noun phrases that a word announces, and the currency of a sum."""

from __future__ import annotations

import re

from pyoxigraph import Literal

from kg.reading.grammar import Grammar
from kg.reading.passages.frames import Filler, Opening, is_pronoun
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Slot

_FEWEST_LETTERS, _LONGEST_PHRASE = 4, 7
_ASIDE = 2
_CLAUSE = re.compile(r"[.;:!?,](?!\d)")
_PAUSE = re.compile(r"[,;:](?!\d)|\s[–—-]\s")
_COLON = re.compile(r"\s*:\s*")
_LISTED = re.compile(r"[^.,;:!?]{0,70}:\s+")
_NO_NOUN = re.compile(r"\d|[–—:]")
_LOWER_TAIL = re.compile(r"(?:\s+[a-zäöüß]\S*)+$")


def phrases(slot: Slot, call: Opening, passage: Passage, chosen: dict[str, list[Filler]]) -> list[Filler]:
    """Noun phrases behind (or before) a word that announces them, one for each member of their list.

    Args:
        slot: To be filled.
        call: What opens the frame.
        passage: In which it stands.
        chosen: Fillers of the slots before, which are no such phrases.
    """
    entry, grammar = call.entry, passage.grammar
    side = (entry.hints.get("phrase") or ("",))[0] if entry is not None else ""
    if not side:
        return []
    start, stretch = _stretch(side, call, passage)
    stretch = _before_company(start, stretch, passage)
    if side == "after" and grammar.relative(passage.text[: call.at.start]) is not None:
        stretch = _within_clause(stretch, grammar)
    if side == "after":
        end = end_of_word(call, passage)
        last = passage.text.rfind(" ", 0, end) + 1
        if grammar.owned(passage.text[end:]) or grammar.idiom(passage.text[last : start + len(stretch)]):
            return []  # "helps it with its plan", "work in the framework of the project"
    found: list[Filler] = []
    at = 0
    for part in grammar.phrase_split.split(stretch):
        place = stretch.find(part, at)
        at = place + len(part)
        words = grammar.phrase_tail.sub("", grammar.phrase_lead.sub("", part)).strip(" ,*")
        if grammar.nouns_capitalised:
            words = _LOWER_TAIL.sub("", grammar.before_next_object(words))
        if len(words) < _FEWEST_LETTERS or len(words.split()) > _LONGEST_PHRASE:
            break
        if grammar.points(words) or (grammar.nouns_capitalised and words == words.lower()):
            break
        if grammar.is_function(words) or (found and _is_done_by(part, grammar)):
            break  # "…, supervised by X": no topic more
        if grammar.is_clause(words) or _NO_NOUN.search(words) or grammar.placed(f"{words.split()[0]} "):
            break  # "work on what comes next", "…, at the size of A": clauses and further objects
        begin = start + place + max(part.find(words), 0)
        phrase = Mention(Kind.QUOTED, begin, begin + len(words), words)
        taken = [
            f.mention
            for fillers in chosen.values()
            for f in fillers
            if f.mention is not None and f.here and f.passage is passage
        ]
        if any(
            m.overlaps(phrase) for m in (*passage.of(Kind.PERSON, Kind.PERIOD), *taken) if m is not call.at
        ):
            break
        if found and any(m.overlaps(phrase) for m in passage.of(Kind.THING)):
            break  # "…, led by X": no topic more
        if grammar.leads_to_day(words):
            break  # "sealed their partnership on Friday"
        if _says_no_more(phrase, call, passage):
            break  # "an agreement on cooperation"
        kinds = {c for m in taken for c in m.classes}
        if any(m.start == begin and m.classes & kinds for m in passage.of(Kind.THING)):
            break  # the next clause begins with its own members
        told = grammar.bare_adjectives(passage.text[:begin], words)
        found.append(Filler(slot.path, passage, phrase, value=Literal(told)))
    return [*found, *_of_next_members(slot, found, passage, chosen)] if found else found


def _is_done_by(part: str, grammar: Grammar) -> bool:
    """Whether a part of a list begins with what somebody does, and by whom ("supervised by X")."""
    words = part.split()
    if len(words) <= _ASIDE or not grammar.is_agent_lead(f" {words[1]} "):
        return False
    return words[0].islower() and words[2][:1].isupper()


def _says_no_more(phrase: Mention, call: Opening, passage: Passage) -> bool:
    """Whether a phrase is but another word for what those of a pair do."""
    paired = {slot.path for slot in call.shape.slots if "pairs" in slot.hints}
    return any(
        (m.start, m.end) == (phrase.start, phrase.end) and m.entry is not None and paired & set(m.entry.needs)
        for m in passage.of(Kind.WORD)
    )


def _of_next_members(
    slot: Slot, found: list[Filler], passage: Passage, chosen: dict[str, list[Filler]]
) -> list[Filler]:
    """The phrases of members that follow without the verb ("A and B work on X, C and D on Y")."""
    text, grammar = passage.text, passage.grammar
    first, last = found[0].mention, found[-1].mention
    if first is None or last is None:
        return []
    lead = grammar.phrase_lead.sub("", text[: first.start][::-1])[::-1].split()
    members = [f.mention for fillers in chosen.values() for f in fillers if f.mention is not None and f.here]
    more = []
    for member in sorted(members, key=lambda m: m.start):
        if member.start < last.end or not lead:
            continue
        behind = re.match(rf"\s+{re.escape(lead[-1])}\s+", text[member.end :], re.IGNORECASE)
        if behind is None:
            continue
        start = member.end + behind.end()
        article = grammar.phrase_lead.match(text[start:])
        start += article.end() if article else 0
        end = grammar.phrase_end.search(text, start)
        words = text[start : end.start() if end else len(text)].strip(" ,*")
        if len(words) >= _FEWEST_LETTERS and len(words.split()) <= _LONGEST_PHRASE:
            phrase = Mention(Kind.QUOTED, start, start + len(words), words)
            told = grammar.bare_adjectives(text[:start], words)
            more.append(Filler(slot.path, passage, phrase, value=Literal(told)))
    return more


def _stretch(side: str, call: Opening, passage: Passage) -> tuple[int, str]:
    """Where the list of phrases begins, and its text."""
    text, grammar = passage.text, passage.grammar
    if side == "led":
        return _led(call, passage)
    if side == "before":
        start = max(text.rfind(mark, 0, call.at.start) for mark in ".;:,") + 1
        return start, text[start : call.at.start]
    if side == "object":
        return _object(call, passage)
    start = end_of_word(call, passage)
    if listed := _LISTED.match(text, start):
        start = listed.end()  # "they set themselves two topics: …"
    for skipped in (_COLON, grammar.phrase_lead):
        match = skipped.match(text[start:])
        start += match.end() if match else 0
    end = grammar.phrase_end.search(text[start:])
    return start, text[start : start + end.start() if end else len(text)].rstrip(" ,")


def _object(call: Opening, passage: Passage) -> tuple[int, str]:
    """What stands between the last name or mark and a verb that closes its clause."""
    text = passage.text
    marks = [m.end() for m in _CLAUSE.finditer(text, 0, call.at.start)]
    names = [
        m.end
        for m in passage.of(Kind.THING, Kind.REFERENCE, Kind.PERSON, Kind.PERIOD)
        if m.end <= call.at.start
    ]
    start = max([*marks, *names], default=0)
    start += passage.grammar.object_start(text[start : call.at.start])
    return start, text[start : call.at.start]


def _led(call: Opening, passage: Passage) -> tuple[int, str]:
    """The phrase that a preposition leads in the clause of a word: behind it, else before it, but for things' names."""
    text, grammar = passage.text, passage.grammar
    clause_end = grammar.phrase_end.search(text, call.at.end)
    end = clause_end.start() if clause_end else len(text)
    clause_start = max((m.end() for m in _CLAUSE.finditer(text, 0, call.at.start)), default=0)
    for start, stop in ((call.at.end, end), (clause_start, call.at.start)):
        for lead in grammar.topic_lead.finditer(text, start, stop):
            phrase = _before_company(lead.end(), text[lead.end() : stop].rstrip(" ,"), passage)
            phrase = grammar.phrase_tail.sub("", phrase)
            stop = lead.end() + len(phrase)
            whole = Mention(Kind.QUOTED, lead.end(), stop, phrase)
            if "along" in (call.entry.hints if call.entry else ()) and _pauses(text, start, lead.start()):
                break  # past a comma another clause tells of something else
            if (
                phrase
                and not grammar.idiom(text[lead.start() : stop])
                and not _names_something(whole, call, passage)
                and not grammar.is_clause(phrase)
            ):
                return lead.end(), phrase
    return call.at.end, ""


def _before_company(start: int, stretch: str, passage: Passage) -> str:
    """A stretch up to the company of whoever does it ("an exchange on heat planning | with X")."""
    inside = (m for m in passage.of(Kind.THING) if start < m.start < start + len(stretch))
    first = min(inside, key=lambda m: m.start, default=None)
    end = passage.grammar.company_from(passage.text[: first.start]) if first is not None else -1
    phrase = stretch[: max(0, end - start)].rstrip(" ,")
    last = phrase.rpartition(" ")[2]
    if not phrase or passage.grammar.joiner.fullmatch(last) is not None:
        return stretch  # "on heat planning and with X on cycling"
    return phrase


def _within_clause(stretch: str, grammar: Grammar) -> str:
    """What stands before the comma that ends a relative clause; all of it where it goes on with a list."""
    joints = list(grammar.phrase_split.finditer(stretch))
    bare = all(joint.group().strip() == "," for joint in joints)
    return stretch[: joints[0].start()] if joints and bare else stretch


def _pauses(text: str, start: int, end: int) -> bool:
    """Whether a comma divides two places; two of them only put something between."""
    return len(_PAUSE.findall(text, start, end)) not in (0, _ASIDE)


def _names_something(phrase: Mention, call: Opening, passage: Passage) -> bool:
    """Whether a name, a day or another word for the same class stands in a phrase."""
    return any(
        m.overlaps(phrase) and not is_pronoun(m)
        for m in passage.mentions
        if m.kind in (Kind.THING, Kind.REFERENCE, Kind.PERSON, Kind.PERIOD)
        or (m.entry is not None and call.shape.iri in m.entry.evokes)
    )


def end_of_word(call: Opening, passage: Passage) -> int:
    """Where what opens the frame ends, its second part included ("paired with … on")."""
    ends = []
    for form in call.entry.forms if call.entry else ():
        first, _, last = form.partition("…")
        if last and first.strip().casefold() == passage.text[call.at.start : call.at.end].casefold():
            found = re.search(rf"(?<!\w){re.escape(last.strip())}(?!\w)", passage.text[call.at.end :])
            ends += [call.at.end + found.end()] if found is not None else []
    return min(ends, default=call.at.end)


def currencies(slot: Slot, passage: Passage, chosen: dict[str, list[Filler]]) -> list[Filler]:
    """The currency of the sum of money in another slot."""
    for fillers in chosen.values():
        for filler in fillers:
            amount = filler.mention.amount if filler.mention else None
            if amount is not None and amount.currency:
                return [Filler(slot.path, passage, None, value=Literal(amount.currency))]
    return []
