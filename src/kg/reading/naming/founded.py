"""Mentions that are none: references to what a document does not name ("100 towns"), parts of the names of halls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.reading.passages.frames import roles
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Entry, Schema

_AND = r"(?!(?:und|oder|and|or|et|ou|y|e|och|i)\b)"
_TAIL_LEAD = rf"(?:\s{_AND}[a-zà-ÿ]+)?\s*(?:[:–„“\"«‘'(-]\s*)*(?:{_AND}[^\W\d_]{{1,4}}(?:\s+|['’])){{0,3}}[„“\"«‘']?\s?"


def drop_unfounded(passages: Sequence[Passage], schema: Schema) -> None:
    """Take out of passages the references that the document gives no ground for.

    Args:
        passages: All of a document; their mentions are changed.
        schema: For the lineage of classes.
    """
    doubted = [p for p in passages if any(_is_doubted(m) for m in p.mentions)]
    if not doubted:
        return
    named = sorted({c for p in passages for m in p.mentions if m.kind is Kind.THING for c in m.classes})
    for passage in doubted:
        passage.keep(
            [m for m in passage.mentions if not _is_doubted(m) or _is_founded(m.entry, named, schema)]
        )


class Begun:
    """Takes out names with which that of something else begins ("the programme for X", of which only the other is one).

    Args:
        schema: Says what of a class is none with which words behind it (`kg:notTailedBy`).
    """

    def __init__(self, schema: Schema) -> None:
        self._barred = {
            c.iri: re.compile(
                rf"{_TAIL_LEAD}(?:{'|'.join(map(re.escape, c.hints['notTailedBy']))})", re.IGNORECASE
            )
            for c in schema.classes.values()
            if "notTailedBy" in c.hints
        }
        self._telling = {c.iri: c.hints["aimsAt"] for c in schema.classes.values() if "aimsAt" in c.hints}

    def drop(self, passages: Sequence[Passage]) -> None:
        """Take them out of the passages of a document, whose mentions are changed."""
        for passage in passages:
            ends = {
                m.end
                for m in passage.mentions
                for cls in self._barred.keys() & self._named_or_told(m)
                if self._barred[cls].match(passage.text, m.end)
            }
            if ends:
                passage.keep([m for m in passage.mentions if m.end not in ends])

    def _named_or_told(self, mention: Mention) -> set[str]:
        """The classes of a name, and those of the names that end words which tell what is done with them."""
        if mention.kind is not Kind.WORD:
            return {*mention.classes}
        told = mention.entry.evokes if mention.entry else ()
        return {cls for iri in told for cls in self._telling.get(iri, ())}


def drop_venues(passages: Sequence[Passage], schema: Schema) -> None:
    """Take out what only says of which sort a house is ("the congress centre", "Hall of Exhibitions").

    Args:
        passages: All of a document; their mentions are changed.
        schema: Says which classes are of things that happen.
    """
    happening = tuple(sorted(schema.hinted("happens")))
    for passage in passages:
        venues = [w for w in passage.of(Kind.WORD) if w.entry is not None and "Venue" in roles(w.entry)]
        if not venues:
            continue
        kept = [
            m
            for m in passage.mentions
            if not (
                m.kind is Kind.THING
                and not m.things
                and schema.any_is_a(m.classes, happening)
                and any(_is_of_house(m, w, passage) for w in venues)
            )
        ]
        if len(kept) < len(passage.mentions):
            passage.keep(kept)


def _is_of_house(mention: Mention, venue: Mention, passage: Passage) -> bool:
    text = passage.text
    if passage.grammar.nouns_capitalised:
        return False  # a house and what is held there make one word
    if venue.start == mention.end + 1:
        return text[mention.end] == " "
    return passage.grammar.owner_links.fullmatch(text[venue.end : mention.start]) is not None


def _is_doubted(mention: Mention) -> bool:
    return mention.kind is Kind.REFERENCE and mention.entry is not None and "foundedOn" in mention.entry.hints


def _is_founded(entry: Entry | None, named: Sequence[str], schema: Schema) -> bool:
    """Whether something of one of an entry's classes is named, or something of each of some others."""
    if entry is None or _speaks(named, entry.hints["foundedOn"], schema):
        return True
    both = entry.hints.get("foundedOnBoth", ())
    return bool(both) and all(_speaks(named, (cls,), schema) for cls in both)


def _speaks(named: Sequence[str], classes: Sequence[str], schema: Schema) -> bool:
    return any(schema.is_a(cls, classes) for cls in named)
