"""Reported speech: whose words a sentence gives without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from kg.language.common import Phrases, sentence_at, sentences, tokenised
from kg.language.model import Language, PersonMention, Reported

_STOPS = frozenset('.;:!?»«„“”"')
_LEAD, _BEHIND, _BEFORE, _FURTHER = 6, 6, 10, 24
_AUXILIARY, _REMARK = 5, 16
_VIEW, _BESIDE, _FAR_LEAD = 8, 2, 12
_BELONGS = frozenset(["von", "vom", "aus", "of", "from", "at", "de", "du", "del", "på", "vid", "från"])
_ENDS = frozenset(",.;–—")
_MARKS = frozenset(",–—-")


def reported(text: str, lang: Language, people: Sequence[PersonMention]) -> list[Reported]:
    """Persons whose words a sentence renders: "X betonte, dass …", "according to X", "…, X said".

    Args:
        text: Any text.
        lang: The language it is in.
        people: Whoever may speak: persons, and nouns or pronouns that stand for one.

    Returns:
        In order of the persons; the scope is the sentence.
    """
    if not people:
        return []
    reader = _Reader(text, lang, people)
    return [
        Reported(one.start, one.end, *sentence_at(reader.sentences, one.start))
        for one in reader.people
        if reader.reports(one)
    ]


class _Reader:
    def __init__(self, text: str, lang: Language, people: Sequence[PersonMention]) -> None:
        self.text, self.lang = text, lang
        self.people = sorted(people, key=lambda one: (one.start, -one.end))
        self.tok = tokenised(text)
        self.words = self.tok.words
        self.sentences = sentences(text, lang)
        self.according = _according(lang)
        self.remarks = _remarks(lang)
        self.verbs, self.infinitive = _verbs(lang), _infinitive(lang)
        spans = [
            (one, range(self.tok.index_at(one.start), self.tok.index_at(one.end))) for one in self.people
        ]
        self.named = frozenset(index for _, span in spans for index in span)
        self.taken = frozenset(index for one, span in spans if one.given or one.titles for index in span)

    def reports(self, one: PersonMention) -> bool:
        first, last = self.tok.index_at(one.start), self.tok.index_at(one.end)
        if self.accorded(first):
            return True
        if self.has_view(first, last) or self.is_convinced(first, last):
            return True
        if last < len(self.words) and self.words[last] in self.lang.according_after:
            return True
        start, end = sentence_at(self.sentences, one.start)
        low, high = self.tok.index_at(start), self.tok.index_at(end)
        if self.told(first, last, low, high) or self.put_in(first, last, low, high):
            return True
        if self.is_put_in(first, last, low):
            return True
        verb = self.verb_behind(first, last, low, high)
        if verb is not None:
            return self.brings(verb, low, high)
        verb = self.verb_before(first, low)
        return verb is not None and (
            self.closes(verb, low)
            or self.brings(max(verb, last - 1), low, high)
            or (not self.is_object(verb, first) and self.says_behind(verb, last, low, high))
            or self.remarks_behind(verb, last, high)
        )

    def says_behind(self, verb: int, last: int, low: int, high: int) -> bool:
        """ "In a note says X that …", where a subject may stand behind its verb, and no subject opens the sentence."""
        lang, words = self.lang, self.words
        if not lang.inverts or not self.opens_aside(low, verb):
            return False
        behind = words[last:high]
        if not self.remarks.get(words[verb], frozenset()).isdisjoint(behind[:_REMARK]):
            return True
        if words[verb] not in lang.speech_verbs:
            return False
        told = words[verb] in lang.saying or any(w in lang.reporters or w in lang.indirect for w in behind)
        return told or (lang.reports_by_mood is not None and lang.reports_by_mood(self.tok.tokens[last:high]))

    def is_object(self, verb: int, first: int) -> bool:
        """Whether a preposition ties somebody to a verb before ("pidió a X que …"), and no comma sets them apart."""
        between = self.words[verb + 1 : first]
        return between[-1:] != (",",) and not self.lang.prepositions.isdisjoint(between)

    def opens_aside(self, low: int, verb: int) -> bool:
        """Whether a sentence opens with when, where or how, so that its subject is still to come."""
        lang, opening = self.lang, self.words[low]
        if low >= verb or not self.named.isdisjoint(range(low, verb)) or opening in lang.pronouns:
            return False
        if verb == low + 1:
            return opening not in lang.determiners | lang.expletives
        small = lang.prepositions | lang.functions
        return lang.contracts(opening) or (opening in small and opening not in lang.determiners)

    def remarks_behind(self, verb: int, last: int, high: int) -> bool:
        """ "That made X, the head, known", "a model calls X, the head of Y, the club": told behind the subject."""
        needed = self.remarks.get(self.words[verb], frozenset())
        closing = next((w for w in reversed(self.words[last:high]) if w[0].isalnum()), "")
        if closing in needed:
            return self.lang.verb_final
        names = (needed & self.lang.role_articles) - self.lang.prepositions
        return not names.isdisjoint(self.words[last : min(last + _FURTHER, high)])

    def told(self, first: int, last: int, low: int, high: int) -> bool:
        """ "X has … made clear": an auxiliary beside the person, and the participle at the sentence's end."""
        closing = next((i for i in range(high - 1, last - 1, -1) if self.words[i][0].isalnum()), None)
        if closing is None or self.words[closing] not in self.lang.told:
            return False
        beside = (*self.words[max(low, first - _AUXILIARY) : first], *self.words[last : last + 1])
        return any(word in self.lang.speech_auxiliaries for word in beside)

    def put_in(self, first: int, last: int, low: int, high: int) -> bool:
        """ "X is careful: first, he says, …", "X sounds doubtful: nothing will come of it" in reported speech."""
        if any(i in self.taken for i in range(low, first)):
            return False
        words = self.words
        for at in range(last, high - 2):
            if (
                words[at] == ","
                and words[at + 1] in self.lang.pronouns
                and words[at + 2] in self.lang.speech_verbs
            ):
                return True
            if words[at] == "," and words[at + 1] in self.lang.speech_verbs and words[at + 2] == ",":
                return True
            if words[at] == ":" and at - last <= _LEAD:
                return any(word in self.lang.indirect for word in words[at:high])
        return False

    def accorded(self, first: int) -> bool:
        """Whether words such as "according to" stand before, with titles and offices between at most."""
        for at in range(max(0, first - _FAR_LEAD), first + 1):
            match = self.according.at(self.words, at)
            if match is None or at + match[0] > first or self.words[at] in self.lang.view_leads:
                continue  # what holds for somebody is told by what stands behind them
            between = range(at + match[0], first)
            if any(self.words[i] in _STOPS or (self.words[i] == "," and i < first - 1) for i in between):
                continue
            if any(i in self.taken or self.is_function(i) for i in between):
                continue
            alone = match[0] > 1 or self.words[at] not in self.lang.speech_leads
            if alone or at == 0 or self.words[at - 1] in _MARKS:
                return True
        return False

    def has_view(self, first: int, last: int) -> bool:
        """ "For X, the contract is …": how somebody sees a matter, right at the head of a sentence."""
        low = self.tok.index_at(sentence_at(self.sentences, self.tok.tokens[first].start)[0])
        if self.words[low] not in self.lang.view_leads or not low < first <= low + _VIEW:
            return False
        if any(self.words[i] in _STOPS or self.words[i] == "," for i in range(low, first)):
            return False
        behind = self.words[last] if last < len(self.words) else ""
        return behind == "," if not self.lang.verb_final else behind in self.lang.view_verbs

    def is_convinced(self, first: int, last: int) -> bool:
        """ "X is sure that …", "…, ist X überzeugt": a copula beside the person and a word of conviction near."""
        beside = range(max(0, first - _BESIDE), min(last + _BESIDE, len(self.words)))
        if not any(self.words[i] in self.lang.copulas for i in beside):
            return False
        near = self.words[last : last + _LEAD]
        at = next((i for i, word in enumerate(near) if word in self.lang.convictions), None)
        return at is not None and not any(word in _STOPS for word in near[:at])

    def is_function(self, index: int) -> bool:
        """Whether a word is a small one that no title or office holds, articles aside."""
        word = self.words[index]
        if index > 0 and self.words[index - 1] == "-" and word in self.lang.list_words:
            return False  # two fields of one office, joined by a hyphen
        return word in self.lang.functions and word not in self.lang.determiners

    def verb_behind(self, first: int, last: int, low: int, high: int) -> int | None:
        """The verb of saying that a person is the subject of, straight behind or behind an apposition."""
        mark = self.apposed(last, high)
        if mark is not None:
            for index in range(mark + 1, min(last + _FURTHER, high - 1)):
                if self.words[index] in _STOPS:
                    break
                if self.words[index] in (",", ")") and (verb := self.verb_at(index + 1, high)) is not None:
                    if verb + 1 in self.named and self.closes(verb, low):
                        break  # "…, A and B, had come, explains C"
                    return verb
        for index in range(last, min(last + _BEHIND, high)):
            word = self.words[index]
            if word in self.verbs:
                return index
            if (not word[0].isalnum() and not (index == last and word == ",")) or index in self.taken:
                return None
            if word in self.lang.coordinators and any(i in self.taken for i in range(low, first)):
                return None  # "A thanked B and said …": A did
        return None

    def apposed(self, last: int, high: int) -> int | None:
        """The comma or bracket behind a person, or behind the body that a preposition ties them to."""
        if last < high and self.words[last] in _BELONGS:
            for index in range(last, min(last + _BEHIND + 2, high)):
                if self.words[index] == ",":
                    return index
                if self.words[index] in self.verbs or self.words[index] in _STOPS:
                    return None
        return last if last < high and self.words[last] in (",", "(") else None

    def verb_at(self, index: int, high: int) -> int | None:
        """The verb of saying at a place, or the participle right behind its auxiliary there."""
        if self.words[index] in self.lang.speech_auxiliaries and index + 1 < high:
            index += 1
        return index if self.words[index] in self.verbs else None

    def verb_before(self, first: int, low: int) -> int | None:
        """The verb of saying whose subject stands behind it: "kündigte der Leiter des Amtes, X, an"."""
        for index in range(first - 1, max(low, first - _BEFORE) - 1, -1):
            word = self.words[index]
            if word in self.verbs:
                return index
            if index in self.taken or (not word[0].isalnum() and not (index == first - 1 and word == ",")):
                return None
        return None

    def closes(self, verb: int, low: int) -> bool:
        """Whether what was said stands before the verb: "…, kündigte X an"."""
        return verb - low > _BEHIND - 2 and self.words[verb - 1] == ","

    def is_put_in(self, first: int, last: int, low: int) -> bool:
        """ "The town, recalled X, was …", "…, as X concedes, …": verb and person alone between two marks."""
        words = self.words
        before, behind = words[first - 1] if first > low else "", words[last] if last < len(words) else "."
        if before in self.verbs and behind in _MARKS and first - 2 > low and words[first - 2] in _MARKS:
            return True
        if behind not in self.verbs or last + 1 >= len(words) or words[last + 1] not in _ENDS:
            return False
        return first > low and (before in _MARKS or before in self.lang.quoting)

    def brings(self, verb: int, low: int, high: int) -> bool:
        """Whether words of the sentence are what was said."""
        lang, words = self.lang, self.words
        needed = self.remarks.get(words[verb])
        if needed is not None:
            near = range(verb + 1, min(verb + _REMARK, high))
            if any(words[i] in needed and not self.is_genitive(verb, i) for i in near):
                return True
        if words[verb] not in lang.speech_verbs:
            return words[verb + 1 : verb + 2] == (":",)
        if self.opens_clause(verb):
            return True
        if words[verb] in lang.saying or words[verb + 1 : verb + 2] == (":",):
            return True
        behind = words[verb + 1 : high]
        if any(word in lang.reporters for word in behind) or any(word == ":" for word in behind[:_LEAD]):
            return True
        if any(word in lang.indirect for word in words[low:high]):
            return True
        if lang.reports_by_mood is not None and lang.reports_by_mood(self.tok.tokens[low:high]):
            return True
        comma = next((i for i, word in enumerate(behind) if word == ","), None)
        if comma is None or not lang.infinitive_mark:
            return False
        if not lang.verb_final:
            return False
        return lang.infinitive_mark in behind[comma:] or any(
            self.infinitive.fullmatch(w) for w in behind[comma:]
        )

    def is_genitive(self, verb: int, index: int) -> bool:
        """Whether a small word belongs to a noun of where or for whom somebody spoke ("spoke at the opening of …")."""
        lang = self.lang
        if lang.nouns_capitalised or self.words[index] not in lang.of_words:
            return False
        if self.words[index + 1 : index + 2] and self.words[index + 1] in lang.wording.indefinite.split("|"):
            return False  # "spoke at the launch of a great day"
        noun = self.tok.tokens[index - 1]
        between = self.words[verb + 1 : index]
        return self.text[noun.start].islower() and not lang.prepositions.isdisjoint(between)

    def opens_clause(self, verb: int) -> bool:
        """Whether a comma right behind a verb that does nothing but say opens what was said."""
        return self.words[verb + 1 : verb + 2] == (",",) and self.words[verb] in self.lang.telling


@lru_cache(maxsize=16)
def _according(lang: Language) -> Phrases[bool]:
    return Phrases([(phrase, True) for phrase in lang.according])


@lru_cache(maxsize=16)
def _verbs(lang: Language) -> frozenset[str]:
    """Verbs of saying, and those that are such verbs where certain words follow."""
    return lang.speech_verbs | _remarks(lang).keys()


@lru_cache(maxsize=16)
def _infinitive(lang: Language) -> re.Pattern[str]:
    """An infinitive that has its mark within."""
    return re.compile(rf"\w{{2,6}}{lang.infinitive_mark}\w+(?:en|ern|eln)")


@lru_cache(maxsize=16)
def _remarks(lang: Language) -> Mapping[str, frozenset[str]]:
    """Verb → the words of which one must follow."""
    found: dict[str, frozenset[str]] = {}
    for verb, _, words in (entry.partition(">") for entry in lang.remarks.split("|") if entry):
        found[verb] = found.get(verb, frozenset()) | frozenset(words.split(","))
    return found
