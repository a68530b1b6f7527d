"""What else a document calls something that happens: in full, with what describes it and what it is of.

"At the third annual forum of towns on heat" is a forum, an annual forum and a forum of towns on heat; whoever looks it
up may know it by any of these. A short name is one more of a longer one that holds all of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.reading.context import Place
from kg.reading.mentions import Kind, Mention, Passage

_MOST_LEFT, _MOST_BEHIND, _LEAST_WORDS, _FARTHEST, _MOST_ALIKE = 3, 6, 2, 80, 12
_CAPITALS = re.compile(r"(?:[^\W\d_a-z][\w&’'-]*\s+){0,3}[^\W\d_a-z][\w&’'-]*$")
_WORD = re.compile(r"[\w&’'-]+")
_BEHIND = re.compile(r"\s+[^.,;:!?()\n„“”\"«»–—]+(?=[.,;:!?()\n–—]|$)")


def by_noun(named: Sequence[Place]) -> dict[str, list[Place]]:
    """The first names that a document gives what happens, by the noun that each is built on; each name once."""
    found: dict[str, dict[str, Place]] = {}
    for passage, noun in named:
        same = found.setdefault(_head(noun, _words_of(noun, passage)), {})
        if len(same) < _MOST_ALIKE:
            same.setdefault(noun.text, (passage, noun))
    return {head: list(same.values()) for head, same in found.items()}


def with_other_names(place: Place, alike: Mapping[str, Sequence[Place]]) -> Mention:
    """A thing that happens with all names that its sentence, and those of the same thing, give it.

    Args:
        place: Where it is named.
        alike: What the document names, by its noun.
    """
    passage, noun = place
    if noun.things:
        return noun
    names = list(_names(passage, noun))
    for other_passage, other in alike.get(_head(noun, _words_of(noun, passage)), ()):
        if other is not noun and not other.things and _is_short_for(noun, other, passage, other_passage):
            names.extend([other.text, *_names(other_passage, other)])
    known = [noun.text, *noun.also.split("\n")]
    new = list(dict.fromkeys(name for name in names if name not in known))
    return replace(noun, also="\n".join([n for n in (noun.also, *new) if n])) if new else noun


def _names(passage: Passage, noun: Mention) -> Iterator[str]:
    text = passage.text
    start = _start(noun, passage)
    whole = " ".join(text[start : noun.end].split())
    if start < noun.start:
        yield whole
    left = _adjectives(passage, start)
    if left:
        yield passage.grammar.nominative(f"{left} {whole}")
    behind = _complement(passage, noun)
    if behind:
        yield f"{whole} {behind}"
        if left:
            yield passage.grammar.nominative(f"{left} {whole} {behind}")


def _adjectives(passage: Passage, start: int) -> str:
    """Words in lower case right before a name that are no small ones: what describes it."""
    grammar = passage.grammar
    words = passage.text[max(0, start - _FARTHEST) : start].split()
    count = 0
    for word in reversed(words):
        if not word.islower() or grammar.is_function(word) or grammar.has_auxiliary(word):
            break
        if grammar.nouns_capitalised and not grammar.inflected(word):
            break
        count += 1
    bounded = count == len(words) or grammar.is_function(words[-count - 1])
    return " ".join(words[len(words) - count :]) if 0 < count <= _MOST_LEFT and bounded else ""


def _complement(passage: Passage, noun: Mention) -> str:
    """What something is of or on, where a few words with a preposition first go on to the end of the clause."""
    found = _BEHIND.match(passage.text, noun.end)
    grammar, text = passage.grammar, passage.text
    words = found.group().split() if found is not None else []
    verb = next((i for i, word in enumerate(words) if grammar.has_auxiliary(word)), len(words))
    words = words[:verb]
    if not _LEAST_WORDS <= len(words) <= _MOST_BEHIND or grammar.is_function(words[-1]):
        return ""
    first = text.index(words[0], noun.end) + len(words[0]) + 1
    if not grammar.after_preposition(text, first) or grammar.located(text, first):
        return ""
    end = noun.end + len(" ".join(words)) + 1
    if any(noun.end <= m.start < end for m in passage.of(Kind.PERSON, Kind.PERIOD, Kind.REFERENCE)):
        return ""
    return " ".join(words)


def _is_short_for(one: Mention, other: Mention, passage: Passage, other_passage: Passage) -> bool:
    """Whether two names have the same noun and one holds all words of the other.

    The noun alone is short for a longer name in a heading, which says what a document is about.
    """
    first, second = _words_of(one, passage), _words_of(other, other_passage)
    if _head(one, first) != _head(other, second):
        return False
    if min(len(first), len(second)) < _LEAST_WORDS and other_passage.kind != "heading":
        return False
    return set(first) <= set(second) or set(second) <= set(first)


def _head(noun: Mention, words: Sequence[str]) -> str:
    """The noun that a name is built on, in front of what it is of or at the end."""
    return next(
        (name.casefold() for name in noun.also.split("\n") if name.isalpha()), words[-1] if words else ""
    )


def _start(noun: Mention, passage: Passage) -> int:
    """Where a name begins that another name runs into, known or not ("Charter of Towns Ceremony")."""
    text, grammar = passage.text, passage.grammar
    known = [m.start for m in passage.of(Kind.THING) if m.start < noun.start < m.end < noun.end]
    if known or grammar.nouns_capitalised or not noun.text[:1].isupper():
        return min(known, default=noun.start)
    links = grammar.name_links.search(text, max(0, noun.start - _FARTHEST), noun.start)
    head = _CAPITALS.search(text[: links.start()]) if links is not None else None
    if head is None or "," in text[head.start() : noun.start]:
        return noun.start
    opens = next((w for w in re.finditer(r"\S+", head.group()) if not grammar.is_function(w.group())), None)
    return head.start() + opens.start() if opens is not None else noun.start


def _words_of(noun: Mention, passage: Passage) -> list[str]:
    return [w.casefold() for w in _WORD.findall(passage.text[_start(noun, passage) : noun.end])]
