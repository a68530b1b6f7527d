"""How far a hedge reaches that holds but what follows it ("keen to …"): to the end of its infinitive and no more."""

from __future__ import annotations

from functools import lru_cache

from kg.language.common import Tokenised, tells_past
from kg.language.model import Language

_FAR, _NEAR, _LEAD, _LONGEST = 6, 4, 3, 400
_STARTS = frozenset('.!?:;»„“”"«–—|')


def reach_ends(
    tok: Tokenised, lang: Language, first: int, behind: int, last: int, *, contents: bool = True
) -> int:
    """Where what follows a hedge ends: at what another verb tells than the infinitive the hedge opens.

    Args:
        tok: A text.
        lang: The language it is in.
        first: Index of the first word of the hedge.
        behind: Index of the first word behind it.
        last: One past the last word it may reach.
        contents: Whether it holds what stands behind "that" as well; what one failed to say is so all the same.

    Returns:
        The index of the first word that it does not hold, at most the last.
    """
    end = _Extent(tok, lang).end(first, behind, last)
    return end if contents else _Extent(tok, lang).content_begins(behind, end)


@lru_cache(maxsize=16)
def _openers(lang: Language) -> frozenset[str]:
    """Words that open a clause of their own within what somebody means to do; no mere "that" of its content."""
    relatives = lang.relatives | lang.inner_relatives
    contents = lang.complementisers - relatives
    return (lang.subordinators | lang.inner_openers | relatives) - contents


@lru_cache(maxsize=16)
def _subjects(lang: Language) -> frozenset[str]:
    """Pronouns that only a verb can follow."""
    return (lang.pronouns | frozenset(lang.wording.subjects_again.split("|"))) - lang.determiners


@lru_cache(maxsize=16)
def _bars(lang: Language) -> frozenset[str]:
    """Words behind which what looks like a past may be a participle ("be signed", "is won", "plans for led …")."""
    small = lang.functions | lang.finite | lang.prepositions
    return small - lang.past - _subjects(lang) - lang.relatives - lang.inner_relatives


class _Extent:
    def __init__(self, tok: Tokenised, lang: Language) -> None:
        self.tok, self.words, self.lang = tok, tok.words, lang

    def end(self, first: int, behind: int, last: int) -> int:
        comma = self.is_opening(first)
        aside = not comma and self.is_aside(first)
        last = min(behind + _LONGEST, last)  # the rest of a very long list says nothing about it
        for at in range(behind, last):
            if self.words[at] == ",":
                if comma or (aside and self.goes_on(at, last)):
                    return at
            elif self.tells(at, behind, last):
                return at
        return last

    def content_begins(self, behind: int, last: int) -> int:
        """Where a clause begins that "that" opens and that has a verb soon; else the end."""
        places = (at for at in range(behind, last) if self.words[at] in self.lang.complementisers)
        near = (range(at + 1, min(at + 1 + _FAR, last)) for at in places)
        return next((one.start - 1 for one in near if any(map(self.is_verb, one))), last)

    def tells(self, at: int, behind: int, last: int) -> bool:
        """Whether another verb tells on from a place."""
        if self.words[at] in self.lang.coordinators:
            return self.tells_more(behind, at, last)
        later = self.is_opener(at, last) or self.is_subject(at, last) or self.says(at, last)
        return at > behind and later

    def is_opening(self, first: int) -> bool:
        """Whether a hedge opens its sentence, with no more before it than small words ("In the hope of …, X has")."""
        low = first
        small = self.lang.functions | self.lang.determiners | self.lang.prepositions | self.lang.already
        while low > 0 and first - low <= _LEAD and self.words[low - 1] in small - self.lang.finite:
            low -= 1
        opens = low == 0 or self.words[low - 1] in _STARTS
        return opens and not self.is_finite(first)

    def is_aside(self, first: int) -> bool:
        """Whether a hedge stands right behind a comma ("X, ready to …, has")."""
        low = first - (
            first > 1 and self.words[first - 1] != "," and self.tok.tokens[first - 1].text.islower()
        )
        return low > 0 and self.words[low - 1] == "," and not self.is_finite(first)

    def is_finite(self, index: int) -> bool:
        """Whether a word is a verb with a subject, by a form that no participle has."""
        word = self.words[index]
        if word in self.lang.finite:
            return True
        return bool(self.lang.clitics) and tells_past(self.tok.tokens[index].text, word, self.lang)

    def goes_on(self, comma: int, last: int) -> bool:
        """Whether the sentence goes on with its verb soon behind a comma."""
        return any(
            self.is_verb(at) or self.words[at] in self.lang.speech_verbs
            for at in range(comma + 1, min(comma + 1 + _NEAR, last))
        )

    def is_opener(self, index: int, last: int) -> bool:
        """Whether a relative or temporal clause opens that tells of the past ("the contract that it signed")."""
        word = self.words[index]
        opens = word in _openers(self.lang) or word.replace("’", "'").startswith("qu'")
        return opens and self.past_within(index + 1, last)

    def past_within(self, low: int, last: int) -> bool:
        openers = _openers(self.lang)
        for at in range(low, min(low + _FAR, last)):
            if self.words[at] == "," or (at > low and self.words[at] in openers):
                return False
            if self.is_past(at):
                return True
        return False

    def is_subject(self, index: int, last: int) -> bool:
        """Whether a pronoun and its verb follow a noun with no relative between ("the contract it signed")."""
        if self.words[index] not in _subjects(self.lang) or index + 1 >= last:
            return False
        return self.is_past(index + 1)

    def is_past(self, index: int) -> bool:
        """Whether a word is a verb in the past, and by what stands before no participle."""
        text, word = self.tok.tokens[index].text, self.words[index]
        return tells_past(text, word, self.lang) and self.words[index - 1] not in _bars(self.lang)

    def is_verb(self, index: int) -> bool:
        return self.words[index] in self.lang.finite or self.is_past(index)

    def tells_more(self, behind: int, index: int, last: int) -> bool:
        """Whether a verb with a subject of its own, or of the main clause, stands behind a conjunction."""
        at = index + 1
        while at + 1 < last and self.words[at] in self.lang.clitics:
            at += 1
        if at >= last:
            return False
        if self.words[at] in self.lang.wording.tells_on.split("|"):
            return True
        if self.words[at] in self.lang.finite or self.words[at] in self.lang.past:
            return not self.is_participle(at, behind, index)
        if tells_past(self.tok.tokens[at].text, self.words[at], self.lang):
            return not self.is_participle(at, behind, index)
        return self.has_subject(index + 1, last)

    def is_participle(self, verb: int, behind: int, index: int) -> bool:
        """Whether a form that may be a participle has another before its conjunction ("to be chosen and signed")."""
        word = self.words[verb]
        if self.lang.clitics or not (word in self.lang.past or word.endswith(self.lang.past_endings)):
            return False
        return any(
            self.words[at].endswith(self.lang.past_endings) or self.words[at] in self.lang.apposed_participles
            for at in range(behind, index)
        )

    def has_subject(self, low: int, last: int) -> bool:
        """Whether a name, or words with an article, and a verb stand behind a conjunction ("and X signed")."""
        for at in range(low, min(low + _NEAR, last)):
            text, before = self.tok.tokens[at].text, self.tok.tokens[at - 1].text
            if self.words[at] in _openers(self.lang) or not text[0].isalnum():
                return False
            if at > low and self.is_verb(at):
                named = before[0].isupper() or self.words[at - 1] in _subjects(self.lang)
                return named or self.words[at] in self.lang.past or self.is_finite(at)
        return False

    def says(self, index: int, last: int) -> bool:
        """Whether a verb of saying goes on behind the infinitive ("the head asked to comment said …")."""
        if self.words[index] not in self.lang.speech_verbs or not self.is_past(index):
            return False
        following = self.words[index + 1] if index + 1 < last else ""
        return self.words[index] in self.lang.past or following in self.lang.complementisers
