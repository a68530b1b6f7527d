"""Speech whose speaker was named before: pronouns that say, "by her account", and a mood that goes on reporting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.language.common import Phrases, Tokenised, sentences, tokenised
from kg.language.model import Language, PersonMention, Span

_ENDS = frozenset(",.;:!?–—")
_OPENING, _TELLS, _CLAUSE = 8, 4, 14


class Alluded(NamedTuple):
    """Somebody who says something and was named before.

    Args:
        start: First code point of the words that mean them.
        end: One past the last.
        gender: "m" or "f" where those words tell it, else "".
        near: Only somebody of the same paragraph can be meant.
    """

    start: int
    end: int
    gender: str
    near: bool = False


def alluded(text: str, lang: Language) -> list[Alluded]:
    """Who says something and is but meant: "she recalled that …", "…, he said", "by her account …".

    Args:
        text: Any text.
        lang: The language it is in.

    Returns:
        In order of the words.
    """
    tok = tokenised(text)
    leads, genders = _account_leads(lang), lang.genders
    places = [at for at, word in enumerate(tok.words) if word in leads or word in genders]
    found = [one for at in places if (one := _at(tok, at, lang)) is not None]
    if lang.drops_subject:
        found.extend(_without_subject(tok, text, lang))
    return sorted(found)


def _at(tok: Tokenised, at: int, lang: Language) -> Alluded | None:
    word = tok.words[at]
    if word in _account_leads(lang):
        match = _accounts(lang).at(tok.words, at)
        if match is not None:
            return Alluded(tok.tokens[at].start, tok.tokens[at + match[0] - 1].end, match[1], True)
    gender = lang.genders.get(word)
    if gender is not None and _says(tok, at, lang):
        return Alluded(tok.tokens[at].start, tok.tokens[at].end, gender)
    return None


def _says(tok: Tokenised, at: int, lang: Language) -> bool:
    """Whether the pronoun at a place is the subject of a verb of saying, and what it says stands beside it."""
    for verb in _verbs(tok, at, lang):
        behind = max(at, verb) + 1
        after = tok.words[behind : behind + 1]
        before = tok.words[min(at, verb) - 1] if min(at, verb) > 0 else ""
        if before in _ENDS and after and after[0] in _ENDS:
            return True
        if (after and after[0] == ":") or _opens(tok.words[behind : behind + _CLAUSE], tok.words[verb], lang):
            return True
        if verb < at and before == "," and (not after or after[0] in _ENDS or lang.verb_final):
            return True
    return False


def _verbs(tok: Tokenised, at: int, lang: Language) -> list[int]:
    """Where the verb of saying beside a pronoun stands; auxiliaries may come between."""
    words = tok.words
    found = [i for i in (at + 1, at - 1) if 0 <= i < len(words) and words[i] in lang.speech_verbs]
    if (
        at + 2 < len(words)
        and words[at + 1] in lang.speech_auxiliaries
        and words[at + 2] in lang.speech_verbs
    ):
        found.append(at + 2)
    return [i for i in found if not (lang.nouns_capitalised and words[i].endswith("en"))]


def _opens(behind: Sequence[str], verb: str, lang: Language) -> bool:
    """Whether words behind a verb of saying open what was said."""
    for index, word in enumerate(behind):
        if word in ".;!?":
            return False
        if word in lang.reporters:
            return index < _TELLS or behind[index - 1] == ","
    if behind[:1] == (",",) and verb in lang.telling:
        return True
    return verb in lang.saying or any(word in lang.indirect for word in behind)


def _without_subject(tok: Tokenised, text: str, lang: Language) -> list[Alluded]:
    """A sentence that begins with a verb of saying and "that", where pronouns are left out ("Añadió que …")."""
    found = []
    for start, _ in sentences(text, lang)[1:]:
        low = tok.index_at(start)
        for at in range(low, min(low + _TELLS, len(tok.words) - 1)):
            if tok.words[at] in lang.speech_verbs and tok.words[at + 1] in lang.reporters:
                found.append(Alluded(tok.tokens[at].start, tok.tokens[at].end, "", True))
                break
            if tok.words[at] not in lang.functions | lang.inner_openers and tok.words[at] != ",":
                break
    return found


def continued(text: str, lang: Language, people: Sequence[PersonMention]) -> list[PersonMention]:
    """Persons whose words a sentence goes on to render in the mood of reported speech alone.

    Args:
        text: Any text; a sentence's speaker stands in it or in the one before.
        lang: The language it is in.
        people: Persons named in the text.

    Returns:
        In order; [] in a language that has no such mood.
    """
    if lang.reports_by_mood is None or not people:
        return []
    tok = tokenised(text)
    spans = sentences(text, lang)
    found: list[PersonMention] = []
    speaker: PersonMention | None = None
    for start, end in spans:
        here = [one for one in people if start <= one.start and one.end <= end]
        low, high = tok.index_at(start), tok.index_at(end)
        reports = lang.reports_by_mood(tok.tokens[low:high])
        alone = _subject(tok, (low, high), here)
        if alone is not None and not lang.asks.isdisjoint(tok.words[low:high]):
            speaker = None  # whoever is asked answers
            continue
        if reports and (one := alone or (speaker if not here else None)) is not None:
            found.append(one)
        speaker = alone if here else speaker if reports else None
    return found


def _subject(tok: Tokenised, span: Span, here: Sequence[PersonMention]) -> PersonMention | None:
    """The one person of a sentence, or the one that it begins with."""
    if len({one.name for one in here}) == 1:
        return here[0]
    first = next(iter(here), None)
    return first if first is not None and tok.index_at(first.start) - span[0] < _OPENING else None


@lru_cache(maxsize=16)
def _accounts(lang: Language) -> Phrases[str]:
    return Phrases([(phrase, gender) for phrase, gender in lang.by_account.items()])


@lru_cache(maxsize=16)
def _account_leads(lang: Language) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in lang.by_account)
