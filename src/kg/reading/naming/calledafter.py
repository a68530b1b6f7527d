"""What a document calls something registered after what that belongs to: "the seal of the League of Quiet Towns".

A class says so (`kg:calledAfter`: the classes of what its things belong to). The noun that a text refers with, and the
name behind it up to its end, are one more name of what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.language import Language
from kg.reading.passages.frames import Filler, Frame, by_passage
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_NOUN = re.compile(r"[^\W\d_][\w-]*$")
_MARKS = '„“”"«»'
_CLOSING = re.compile(rf"\s?[{_MARKS}](?!\w)")
_QUOTES, _MOST_LINKS, _MOST_OWNERS = "„“”\"«»'’‘ ", 3, 3


class ByName(NamedTuple):
    """Another name of a registered thing, and where it stands."""

    thing: str
    name: str
    mention: Mention
    passage: Passage


class CalledAfter:
    """Finds such names.

    Args:
        schema: Classes whose things are called so.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        shapes = schema.classes.values()
        self._owners = {s.iri: s.hints["calledAfter"] for s in shapes if "calledAfter" in s.hints}

    def find(self, passages: Iterable[Passage], frames: Iterable[Frame], language: Language) -> list[ByName]:
        """All of a document, in order, each once."""
        small = language.functions | language.prepositions | language.determiners
        found: dict[tuple[str, str], ByName] = {}
        told = by_passage(frames)
        for passage in passages:
            for cls, owners in self._owners.items():
                for mention in passage.of(Kind.REFERENCE, Kind.THING):
                    if cls not in mention.classes:
                        continue
                    thing = _only(mention.things) or self._meant(cls, told.get(passage.number, ()))
                    name = self._name(passage, mention, owners, small) if thing else ""
                    if name:
                        found.setdefault((thing, name), ByName(thing, name, mention, passage))
        return list(found.values())

    def _meant(self, cls: str, frames: Iterable[Frame]) -> str:
        """The one thing of a class that a passage's frames speak of; "" where there are several."""
        things = {f.thing for frame in frames for f in self._fillers_of(cls, frame)}
        return _only(sorted(t for t in things if t))

    def _fillers_of(self, cls: str, frame: Frame) -> Iterator[Filler]:
        for fillers in frame.fillers.values():
            for filler in fillers:
                known = self._schema.things.get(filler.thing or "")
                if known is not None and cls in known.classes:
                    yield filler

    def _name(
        self, passage: Passage, mention: Mention, owners: tuple[str, ...], small: frozenset[str]
    ) -> str:
        """The noun with the names of what it is of, and with what is quoted right behind those; "" where none is."""
        noun = _NOUN.search(passage.text, mention.start, mention.end)
        if noun is None or noun.group(0).casefold() in small:
            return ""
        end = mention.end
        behind = [
            m for m in passage.of(Kind.THING) if m.start >= end and self._schema.any_is_a(m.classes, owners)
        ]
        for owner in behind[:_MOST_OWNERS]:
            gap = passage.text[end : owner.start]
            if not _links(gap, small):
                break
            end = owner.end
        if end == mention.end:
            return ""
        start = noun.start() if mention.kind is Kind.REFERENCE else mention.start
        opened = any(mark in passage.text[start:end] for mark in _MARKS)
        closing = _CLOSING.match(passage.text, end) if opened else None
        return passage.text[start : closing.end() if closing is not None else end]


def _links(gap: str, small: frozenset[str]) -> bool:
    """Whether only small words stand between a noun and what it is of, or a quotation mark."""
    words = [w.casefold() for w in gap.strip(_QUOTES).split()]
    return gap[:1].isspace() and len(words) <= _MOST_LINKS and all(w in small for w in words)


def _only(things: Iterable[str]) -> str:
    known = list(things)
    return known[0] if len(known) == 1 else ""
