"""What else a document calls something that happens: in full, with what describes it and what it is of.

"At the third annual forum of towns on heat" is a forum, an annual forum and a forum of towns on heat; whoever looks it
up may know it by any of these. A short name is one more of a longer one that holds all of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.reading.around.context import Place
from kg.reading.grammar import Grammar
from kg.reading.passages.mentions import Kind, Mention, Passage

_MOST_LEFT, _MOST_BEHIND, _MOST_RIGHT, _LEAST_WORDS, _FARTHEST, _MOST_ALIKE = 3, 10, 3, 2, 80, 12
# "6.", "4th", "XIX", "2e": which one of several it is
_NUMBERED = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.|st|nd|rd|th|er|re|e|ª|º|:a|:e)|[IVX]{2,6}\.?)\s$")
_YEAR = re.compile(r"\s(?:19|20)\d\d(?!\w)")
_SHORT = re.compile(r"\s\(([A-ZÄÖÜ][\w-]*[A-Z][\w-]*)\)")
_CAPITALS = re.compile(r"(?<!\w)(?:[^\W\d_a-zß-ÿ][\w&’'-]*\s+){0,3}[^\W\d_a-zß-ÿ][\w&’'-]*$")
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
    if noun.things or noun.entry is not None:  # known, or named by a verb
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
    bare = _base_form(whole, text[:start], passage)
    if bare != whole:
        yield bare
    number, adjectives = _described(passage, start)
    for right in ("", *complements(passage, noun.end)):
        name = f"{bare} {right}".strip()
        full = passage.grammar.nominative(f"{adjectives} {name}") if adjectives else name
        yield from (n for n in (name, full) if n != whole)
        if number:
            yield f"{number} {full}"
    yield from (f"{whole} {right}" for right in _in_town(passage, noun.end))
    short = _SHORT.match(text, noun.end)
    if short is not None:
        yield short.group(1)
        yield f"{whole} ({short.group(1)})"


def _in_town(passage: Passage, end: int) -> Iterator[str]:
    """The town and the year right behind a name, which may be parts of it ("Winter Congress Northhaven 2026")."""
    behind = [m for m in passage.of(Kind.THING) if m.start == end + 1 and m.things]
    for town in behind[:1]:
        yield passage.text[town.start : town.end]
        year = _YEAR.match(passage.text, town.end)
        if year is not None:
            yield passage.text[town.start : year.end()]


def _base_form(name: str, lead: str, passage: Passage) -> str:
    """A name as it stands alone: not in the genitive, and without the article that its ending is."""
    grammar = passage.grammar
    link = " ".join(lead.split()[-1:]).casefold()
    if not name.isalpha() or not link:
        return name
    return grammar.uninflected(link, name) if grammar.nouns_capitalised else name


def _described(passage: Passage, start: int) -> tuple[str, str]:
    """The number that says which one it is, and the adjectives that describe it, right before a name."""
    adjectives = _adjectives(passage, start)
    at = passage.text.rfind(adjectives, 0, start) if adjectives else start
    number = _NUMBERED.search(passage.text[max(0, at - _FARTHEST) : at])
    return number.group(1) if number is not None else "", adjectives


def _adjectives(passage: Passage, start: int) -> str:
    """Words in lower case right before a name that are no small ones: what describes it."""
    grammar = passage.grammar
    words = passage.text[max(0, start - _FARTHEST) : start].split()
    count = 0
    for word in reversed(words):
        if not word.islower() or grammar.is_function(word) or grammar.has_auxiliary(word):
            break
        if grammar.possessive(f"{word} ", len(word) + 1):
            break  # whose it is describes nothing
        if _NUMBERED.fullmatch(f"{word} ") or (grammar.nouns_capitalised and not grammar.inflected(word)):
            break
        count += 1
    before = words[: len(words) - count]
    last = before[-1] if before else ""
    bounded = not last or grammar.is_function(last) or _NUMBERED.fullmatch(f"{last} ") is not None
    bounded = bounded or grammar.possessive(f"{last} ", len(last) + 1)
    return " ".join(words[len(before) :]) if 0 < count <= _MOST_LEFT and bounded else ""


def complements(passage: Passage, end: int) -> list[str]:
    """What something is of, on, with or from, as far as each of its nouns ("of towns", "of towns on heat").

    A few words with a preposition or an article first, up to a verb, a mark, a day or a person.

    Args:
        passage: In which it stands.
        end: Where the noun or name ends.
    """
    found = _BEHIND.match(passage.text, end)
    grammar, text = passage.grammar, passage.text
    words = found.group().split() if found is not None else []
    if not words or not _opens_complement(passage, end, words[0]):
        return []
    stops = [m.start for m in passage.of(Kind.PERSON, Kind.PERIOD) if m.start >= end]
    stops += [m.start for m in passage.of(Kind.WORD) if m.start > end and _is_verb(m, passage)]
    stop = min(stops, default=len(text))
    made: list[str] = []
    at = end
    for count, word in enumerate(words[:_MOST_BEHIND], start=1):
        at = text.index(word, at) + len(word)
        if at > stop or grammar.has_auxiliary(word) or word.casefold() in grammar.line_words:
            break
        if grammar.is_function(word):
            continue
        if grammar.nouns_capitalised and word.islower():
            if grammar.inflected(word):
                continue
            break
        if not grammar.nouns_capitalised and grammar.acts(word):
            break
        behind = words[count : count + 2]
        if count >= _LEAST_WORDS and (not behind or _ends_phrase(behind, at + 1, stop, grammar)):
            made.append(" ".join(words[:count]))
    return made[-_MOST_RIGHT:] if len(made) > _MOST_RIGHT else made


def _ends_phrase(words: Sequence[str], start: int, stop: int, grammar: Grammar) -> bool:
    """Whether what follows is no part of the noun phrase before it any more: small words, a verb, what it tells."""
    word = words[0]
    if start >= stop or grammar.is_function(word) or grammar.has_auxiliary(word) or grammar.acts(word):
        return True
    if not grammar.nouns_capitalised or word[:1].isupper():
        return False
    return not grammar.inflected(word) or not words[-1][:1].isupper()


def _is_verb(word: Mention, passage: Passage) -> bool:
    """Whether a word that evokes something is no noun: it has a blank, or the ending of a finite verb."""
    if word.entry is None or not word.entry.evokes or passage.text[word.start].isupper():
        return False
    return " " in word.text or passage.grammar.acts(word.text.casefold())


def _opens_complement(passage: Passage, end: int, word: str) -> bool:
    """Whether a word behind a noun says that what it is of comes next: a preposition, or an article in the genitive."""
    grammar = passage.grammar
    first = passage.text.index(word, end) + len(word) + 1
    if grammar.is_agent_lead(f"{word} ") and not grammar.links(f" {word} "):
        return False
    return grammar.after_preposition(passage.text, first) or grammar.goes_on_in_noun(passage.text, end)


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
    if head is None or "," in text[head.start() : noun.start] or not head.group()[0].isupper():
        return noun.start
    opens = next((w for w in re.finditer(r"\S+", head.group()) if not grammar.is_function(w.group())), None)
    if opens is None or grammar.located(text, head.start() + opens.start()):
        return noun.start  # "in X for the Forum"
    return head.start() + opens.start()


def _words_of(noun: Mention, passage: Passage) -> list[str]:
    return [w.casefold() for w in _WORD.findall(passage.text[_start(noun, passage) : noun.end])]
