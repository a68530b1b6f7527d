"""What happens, called by the noun for what is done there ("handover of the charter", "visit of a group from X").

A report tells that something was signed, handed over, opened or presented, or that somebody came; what happened is then
known as the signing, the handover, the opening, the presentation or the visit. Cues with the role `Doing` are such
nouns and the verbs that tell the same; the label of a cue is the noun. A noun calls what happens where its sentence
tells a day and a place, or behind words that say on which occasion something was ("at the signing of …"); a verb where
it opens such a sentence. What is done with a thing is called by that thing, a cue with the role `Coming` by the guests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.language.nominal import of_phrase
from kg.reading.passages.frames import Frame, roles
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.slots.occasionnames import complements

_DOING, _COMING, _HELD = "Doing", "Coming", "Held"
_ROLES = frozenset((_DOING, _HELD))
_DAYS = ("day", "span")
_LONGEST_NAME = 7
_DETERMINED = re.compile(r"(?<!\w)(\w+)\s+(?:[^\W\d_A-ZÄÖÜ]\w*e[nrs]?\s+){0,3}([^\W\d_a-zß-ÿ][\w-]+)")
_NAME_BEHIND = re.compile(r"\s+((?:[^\W\d_a-zß-ÿ][\w'’-]*)(?:\s+[\w'’-]+)?)")
_MOST_DESCRIBED, _FARTHEST = 3, 60


def call_by_doing(passages: Sequence[Passage], happened: Mapping[int, Sequence[Frame]], cls: str) -> None:
    """Name what happens by what is done, where no noun for such things does: one more mention in its passage.

    Args:
        passages: All of a document.
        happened: Frames of such things, by passage.
        cls: Their class.
    """
    for passage in passages:
        words = [w for w in passage.of(Kind.WORD) if w.entry is not None and _ROLES & set(roles(w.entry))]
        if not words or any(cls in m.classes for m in passage.of(Kind.THING)):
            continue
        frames = [f for f in happened.get(passage.number, ()) if f.about is None]
        doing = [w for w in words if w.entry is not None and _DOING in roles(w.entry)]
        found = _by_noun(doing, passage, told=bool(frames)) or (
            _by_verb(doing, frames, passage) if frames else None
        )
        if found is None and (frames or any(m.period_kind in _DAYS for m in passage.of(Kind.PERIOD))):
            found = _by_subject([w for w in words if w not in doing], passage)
        if found is None:
            continue
        mention = replace(found, kind=Kind.THING, classes=frozenset({cls}))
        passage.mentions = sorted([*passage.mentions, mention], key=lambda m: (m.start, -m.end))
        for frame in frames:
            frame.about = mention


def _by_noun(words: Sequence[Mention], passage: Passage, *, told: bool) -> Mention | None:
    """The first noun for what is done that is what happens."""
    for word in words:
        if not _is_noun(word, passage) or not (told or passage.grammar.at_occasion(passage.text, word.start)):
            continue
        noun = _noun(word)
        base = passage.text[word.start : word.end]
        same = base.casefold().startswith(noun.casefold()) or noun.casefold() not in base.casefold()
        coming = word.entry is not None and _COMING in roles(word.entry)
        what = _guests(passage) if coming and not complements(passage, word.end) else ""
        full = of_phrase(noun, what, passage.grammar.of_rules) if what else ""
        also = full or ("" if same else noun)
        return replace(word, text=noun if same else base, also=also, entry=None)
    return None


def _by_verb(words: Sequence[Mention], frames: Sequence[Frame], passage: Passage) -> Mention | None:
    """The noun of the verb that opens what is told, with what it is of."""
    for word in words:
        if word.entry is None or _is_noun(word, passage):
            continue
        coming = _COMING in roles(word.entry)
        what = _guests(passage) if coming else _object(word, frames, passage)
        opens = any(f.entry is None or (f.start < word.end and word.start < f.end) for f in frames)
        if not opens and not (coming and what):
            continue
        noun = _noun(word)
        full = of_phrase(noun, what, passage.grammar.of_rules) if what else ""
        return replace(word, text=full or noun, also=noun if full else "")
    return None


def _by_subject(words: Sequence[Mention], passage: Passage) -> Mention | None:
    """What is said to take place: the subject of a verb that nothing but such things has."""
    grammar, text = passage.grammar, passage.text
    for word in words:
        span = _nominative(word, passage) if grammar.nouns_capitalised else _before_or_behind(word, passage)
        if span is None or any(
            m.start < span[1] and span[0] < m.end for m in passage.of(Kind.PERSON, Kind.PERIOD)
        ):
            continue
        if any(m.start <= span[0] and span[1] <= m.end for m in passage.of(Kind.THING)):
            continue
        return replace(word, start=span[0], end=span[1], text=text[span[0] : span[1]], also="", entry=None)
    return None


def _nominative(word: Mention, passage: Passage) -> tuple[int, int] | None:
    """The first noun with an article and no preposition before it, behind the verb or else before it."""
    text, grammar = passage.text, passage.grammar
    found = [
        match.span(2)
        for match in _DETERMINED.finditer(text)
        if grammar.is_article(match.group(1))
        and not grammar.after_preposition(text, match.start())
        and not grammar.contracts(match.group(1))
    ]
    behind = [s for s in found if word.end <= s[0]]
    return next(iter(behind or [s for s in found if s[1] <= word.start]), None)


def _before_or_behind(word: Mention, passage: Passage) -> tuple[int, int] | None:
    """The subject before a verb; else the name right behind it."""
    text = passage.text
    phrase = _subject(text[: word.start], passage).partition(" ")[2]
    start = text.rfind(phrase, 0, word.start) if phrase else -1
    if start >= 0 and len(phrase.split()) <= _LONGEST_NAME:
        return start, start + len(phrase)
    behind = _NAME_BEHIND.match(text, word.end)
    return behind.span(1) if behind is not None else None


def _noun(word: Mention) -> str:
    return word.entry.forms[0].lstrip("*") if word.entry is not None else word.text


def _is_noun(word: Mention, passage: Passage) -> bool:
    """Whether a word is a noun and no verb: by its capital, by the noun of its cue, or by the article before it."""
    grammar, written = passage.grammar, passage.text[word.start : word.end]
    if grammar.nouns_capitalised:
        return written[:1].isupper() and word.start > 0
    noun, said = _noun(word).casefold(), written.casefold()
    return said == noun or (said.startswith(noun) and said[len(noun) :] in grammar.ending_articles)


def _object(word: Mention, frames: Sequence[Frame], passage: Passage) -> str:
    """The noun with its article that a verb is about: its object, or the subject of a passive."""
    grammar, text = passage.grammar, passage.text
    if grammar.nouns_capitalised:
        told = [f.mention for frame in frames for fs in frame.fillers.values() for f in fs]
        taken = [word, *(m for m in told if m is not None)]
        spans = [s for s in grammar.objects(text) if not any(s[0] < m.end and m.start < s[1] for m in taken)]
        return _phrase(*spans[-1], passage) if spans else ""  # the object stands behind the subject
    if grammar.passive(text, word.start, word.end):
        return _subject(text[: word.start], passage)
    behind = complements(passage, word.end) if grammar.goes_on_in_noun(text, word.end) else []
    return behind[0] if behind else ""


def _subject(lead: str, passage: Passage) -> str:
    """The noun phrase with its article that stands before the auxiliary at the end of a stretch."""
    grammar = passage.grammar
    words = lead.rpartition(", ")[2].split()
    while words and grammar.has_auxiliary(words[-1].casefold()):
        words.pop()
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        free = not before or not grammar.after_preposition(f"{before} ", len(before) + 1)
        if free and grammar.determined(f"{word} ", len(word) + 1):
            return " ".join([word.casefold(), *words[at + 1 :]])
    return ""


def _phrase(start: int, end: int, passage: Passage) -> str:
    """A noun with its article and adjectives before it, and what it is of behind."""
    grammar, text = passage.grammar, passage.text
    before = text[max(0, start - _FARTHEST) : start].split()
    lead: list[str] = []
    for word in reversed(before[-_MOST_DESCRIBED:]):
        lead.insert(0, word)
        if grammar.determined(f"{word} ", len(word) + 1):
            break
    named = [m.end for m in passage.of(Kind.THING, Kind.QUOTED) if m.start <= start < m.end]
    end = max([end, *named])
    more = complements(passage, end)[:1]
    return " ".join([lead[0].casefold(), *lead[1:], *text[start:end].split(), *more]) if lead else ""


def _guests(passage: Passage) -> str:
    """Those who came from somewhere, with the article that makes them new ("eine Gruppe aus X")."""
    grammar, text = passage.grammar, passage.text
    for town in passage.of(Kind.THING):
        if town.genitive or not grammar.from_there(text, town.start):
            continue
        words = text[max(0, town.start - _FARTHEST) : town.start].split()
        at = next((i for i in range(len(words) - 2, -1, -1) if grammar.is_article(words[i])), None)
        if at is None or any(w.strip(",.;") != w for w in words[at:]):
            continue
        return " ".join([words[at].casefold(), *words[at + 1 :], text[town.start : town.end]])
    return ""
