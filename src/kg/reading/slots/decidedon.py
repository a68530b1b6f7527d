"""What somebody decides on, in the words of the sentence: a noun with the name that it is tied to.

"The council agreed to a friendship with X", "voted for joining the project Y": what was decided is no word of the
lexicon alone, but the noun with its preposition and the name behind that. Where a sentence names nothing known, it is
the object of the verb, whatever that is called.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.slots.occasionnames import complements

_MOST_WORDS, _FARTHEST = 5, 80
_BEFORE = re.compile(r"\b(\w+)\s+(?:[^\W\d_A-ZÄÖÜ]\w*e[nrs]?\s+){0,2}([^\W\d_a-zß-ÿ][\w-]+)\s+$")
_BEHIND = re.compile(r"\s+(\w+)\s+((?:[\w’'-]+\s+){0,4}?[\w’'-]+)(?=\s*(?:[.,;:!?()–—]|$))")


def in_full(noun: Mention, passage: Passage, ties: Collection[str]) -> Mention:
    """A noun with one of some prepositions behind it and the name that this leads to, if there is one."""
    for behind in complements(passage, noun.end):
        if behind.partition(" ")[0] not in ties:
            break
        found = re.compile(r"\s+".join(map(re.escape, behind.split()))).search(passage.text, noun.end)
        if found is not None and _ends_in_name(passage, noun.end, found.end()):
            return Mention(Kind.QUOTED, noun.start, found.end(), passage.text[noun.start : found.end()])
    return noun


def object_of(verb: Mention, passage: Passage) -> Mention | None:
    """The noun that a verb is about, where it is none of the names of a sentence."""
    grammar, text = passage.grammar, passage.text
    taken = [verb, *passage.of(Kind.THING, Kind.PERSON, Kind.PERIOD, Kind.NUMBER)]
    if grammar.nouns_capitalised:
        free = [s for s in grammar.objects(text) if not any(s[0] < m.end and m.start < s[1] for m in taken)]
        spans = [s for s in free if s[1] <= verb.start or s[0] >= verb.end] or _right_before(
            verb, passage, taken
        )
        if not spans:
            return None
        start, end = min(spans, key=lambda s: max(verb.start - s[1], s[0] - verb.end))
        return Mention(Kind.QUOTED, start, end, text[start:end])
    behind = _BEHIND.match(text, verb.end)
    if behind is None or not grammar.is_article(behind.group(1)):
        return None
    start, end = behind.span(2)
    words = behind.group(2).split()
    if len(words) > _MOST_WORDS or any(grammar.is_function(w) or grammar.has_auxiliary(w) for w in words):
        return None
    return (
        None
        if any(start < m.end and m.start < end for m in taken)
        else Mention(Kind.QUOTED, start, end, text[start:end])
    )


def _right_before(verb: Mention, passage: Passage, taken: list[Mention]) -> list[tuple[int, int]]:
    """The noun with its article right before a verb, in whatever case ("… dem Antrag zugestimmt")."""
    grammar, text = passage.grammar, passage.text
    found = _BEFORE.search(text, max(0, verb.start - _FARTHEST), verb.start)
    if (
        found is None
        or not grammar.is_article(found.group(1))
        or grammar.after_preposition(text, found.start())
    ):
        return []
    start, end = found.span(2)
    return [] if any(start < m.end and m.start < end for m in taken) else [(start, end)]


def _ends_in_name(passage: Passage, start: int, end: int) -> bool:
    return any(start < m.start and m.end == end for m in passage.of(Kind.THING))
