"""Others that a clause speaks of by a noun alone, so that what the text is about is not meant ("the company aims")."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.reading.around.context import Surroundings
from kg.reading.passages.frames import Filler, Opening, roles
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import after_preposition, same_clause
from kg.schema import Slot

_BY, _YEAR = ("until", "year"), 10000
_ASIDE = re.compile(r"[;:()]|\s[–—-]\s")
_ENDS = re.compile(r"[.;:!?\n]")
_ATTRIBUTES, _LONGEST_JOINER, _LONGEST_LIST_END, _MARKS = 3, 12, 32, re.compile(r"[.,;:!?()\n]")


def speaks_of_stranger(slot: Slot, call: Opening, passage: Passage) -> bool:
    """Whether the clause of an opening has a noun for somebody else (`kg:strangers`) that no preposition governs.

    Args:
        slot: What nobody in the sentence fills.
        call: What opened the frame.
        passage: In which it stands.
    """
    wanted = slot.hints.get("strangers", ())
    return bool(wanted) and any(
        _is_stranger(word, wanted)
        and not word.overlaps(call.at)
        and (same_clause(word, call.at, passage) or _heads(word, call, passage))
        and not (after_preposition(word, passage) and not passage.grammar.topical(passage.text, word.start))
        and not _is_beside_one_who_fits(word, slot, passage)
        for word in passage.of(Kind.WORD)
    )


def _is_beside_one_who_fits(word: Mention, slot: Slot, passage: Passage) -> bool:
    """Whether a noun goes on with a list that somebody is named in who may fill the slot ("X and the port of X")."""
    before = [m for m in passage.of(Kind.THING) if m.end < word.start and m.classes & set(slot.classes)]
    gap = passage.text[max(m.end for m in before) : word.start] if before else ""
    return passage.grammar.joined(gap)


def _heads(word: Mention, call: Opening, passage: Passage) -> bool:
    """Whether a noun stands before a colon behind which an opening tells of it ("Fleet: …")."""
    between = passage.text[word.end : call.at.start]
    return between.startswith(":") and not _ENDS.search(between, 1)


def within_clause(found: list[Filler], slot: Slot, call: Opening, passage: Passage) -> list[Filler]:
    """Of what a sentence offers for a slot, leaves what stands in the clause of a stranger, if one is spoken of."""
    if not found or not speaks_of_stranger(slot, call, passage):
        return found
    return [f for f in found if f.mention is None or same_clause(f.mention, call.at, passage)]


def without_outspoken(found: list[Filler], slot: Slot, call: Opening, passage: Passage) -> list[Filler]:
    """Leaves out names that others than they stand behind, right before what is said ("X wants all towns to be …").

    Others are told by a noun for things at large (`kg:atLarge`) that nothing governs and no list holds.
    """
    wanted = slot.hints.get("atLarge", ())
    if not found or not wanted:
        return found
    others = [
        word
        for word in passage.of(Kind.WORD)
        if _is_stranger(word, wanted)
        and word.end <= call.at.start
        and not _ASIDE.search(passage.text, word.end, call.at.start)
        and not (after_preposition(word, passage) or passage.grammar.governed(passage.text, word.start))
        and not _is_listed(word, passage)
        and not _is_known(word, passage)
    ]
    return [
        f
        for f in found
        if f.mention is None or f.passage is not passage or not any(f.mention.end <= w.start for w in others)
    ]


def _is_known(word: Mention, passage: Passage) -> bool:
    """Whether a noun means who was named ("both towns"), or only says whose something is ("the role of towns")."""
    last = passage.text[: word.start].rstrip().rpartition(" ")[2]
    owned = passage.grammar.owner_links.fullmatch(f" {last} ") is not None
    return owned or any(m.overlaps(word) for m in passage.of(Kind.REFERENCE))


def _is_listed(word: Mention, passage: Passage) -> bool:
    """Whether a noun ends a list of names ("X, Y and eight more towns")."""
    lead = passage.text[max(0, word.start - _LONGEST_LIST_END) : word.start]
    return passage.grammar.joiner.search(lead) is not None


def is_of_part(mention: Mention, slot: Slot, passage: Passage, towns: frozenset[str]) -> bool:
    """Whether a name only says whose something is, or where, of which a noun beside it speaks (`kg:narrower`).

    "X Airport", "the X harbour", "X's building stock", "the port of X", "the administration of X". A noun for an
    area (`kg:wider`) says so of a town alone ("the region of X"), one for things at large (`kg:atLarge`) of what
    is no town ("the towns of X").
    """
    wanted = slot.hints.get("narrower", ())
    wanted += slot.hints.get("wider" if mention.classes & towns else "atLarge", ())
    text = passage.text
    for word in passage.of(Kind.WORD) if wanted else ():
        if not _is_stranger(word, wanted) or word.overlaps(mention):
            continue
        if word.start >= mention.end:
            gap = text[mention.end : word.start].removeprefix("'s").removeprefix("’s")
            most = _ATTRIBUTES if mention.genitive or gap != text[mention.end : word.start] else 0
            beside = len(gap.split()) <= most and not _MARKS.search(gap)
        else:
            gap = text[word.end : mention.start]
            beside = len(gap.split()) <= _ATTRIBUTES and not _MARKS.search(gap)
            beside = beside and not passage.grammar.may_have_verb(gap)
        if beside and gap.strip(" ") == gap.strip() and not passage.grammar.joiner.search(gap):
            return True
    return False


def with_doers(slot: Slot) -> Slot:
    """A slot that takes those as well who fill it only as who does something in the sentence (`kg:doers`: classes)."""
    doers = slot.hints.get("doers", ())
    return replace(slot, hints={**slot.hints, "fillers": (*slot.hints["fillers"], *doers)}) if doers else slot


def is_governed_body(mention: Mention, slot: Slot, passage: Passage) -> bool:
    """Whether a mention that fills a slot only as who does something does nothing here.

    A body does what a sentence tells where no preposition governs it and a verb stands right beside it.
    """
    if mention.classes.isdisjoint(slot.hints.get("doers", ())):
        return False
    text, grammar = passage.text, passage.grammar
    if mention.genitive or after_preposition(mention, passage) or grammar.governed(text, mention.start):
        return True
    before = text[: mention.start].split()[-_ATTRIBUTES:]
    behind = text[mention.end :].split(maxsplit=1)[:1]
    acts = bool(behind) and text[mention.end : mention.end + 1] == " " and grammar.may_have_verb(behind[0])
    return not (acts or (grammar.nouns_capitalised and grammar.has_auxiliary(" ".join(before))))


def is_too_soon(mention: Mention, slot: Slot, passage: Passage, around: Surroundings) -> bool:
    """Whether a sentence names no year so late as whatever its things aim at (`kg:notBefore`, of `kg:notBeforeOf`).

    What is to be by an earlier year is others' aim, whom they help or ask: "the Union helps towns to be … by 2030".
    """
    if mention.classes.isdisjoint(slot.hints.get("notBeforeOf", ())):
        return False
    days = [m for m in passage.of(Kind.PERIOD) if m.period is not None and m.period_kind in _BY]
    years = [m.period.latest // _YEAR for m in days if m.period and around.is_ahead(m.period)]
    return bool(years) and max(years) < int(slot.hints["notBefore"][0])


def speaks_of_many(slot: Slot, call: Opening, passage: Passage) -> bool:
    """Whether an opening is said of several (`kg:severalEnd`: how words for them end) that nobody there has.

    "The contracts are due in June" says nothing of the one that whoever the text is about may have.
    """
    endings = slot.hints.get("severalEnd", ())
    return bool(endings) and any(
        (m.overlaps(call.at) or same_clause(m, call.at, passage))
        and any(word.casefold().endswith(endings) for word in m.text.split())
        for m in passage.of(Kind.THING, Kind.WORD)
    )


def means_own_part(slot: Slot, call: Opening, passage: Passage) -> bool:
    """Whether a clause says something of a part that somebody has, not of them ("X wants its fleet to be …")."""
    wanted = slot.hints.get("narrower", ())
    return bool(wanted) and any(
        _is_stranger(word, wanted)
        and passage.grammar.possessive(passage.text, word.start)
        and same_clause(word, call.at, passage)
        and not _is_beside_owner(word, passage)
        for word in passage.of(Kind.WORD)
    )


def _is_beside_owner(word: Mention, passage: Passage) -> bool:
    """Whether a part is named along with its owner, or as a means ("X and its harbour", "with its harbour")."""
    before = passage.text[: word.start].rstrip()
    owned = before.rpartition(" ")[0]
    joined = passage.grammar.joiner.search(owned[-_LONGEST_JOINER:].rpartition(" ")[2]) is not None
    return joined or passage.grammar.after_preposition(passage.text, len(owned) + 1)


def _is_stranger(word: Mention, wanted: tuple[str, ...]) -> bool:
    return word.entry is not None and not set(wanted).isdisjoint(roles(word.entry))
