"""Quotations, found by structure: quoted words, a short gap, and who said them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from kg.language.common import Phrases, capitalised, sentence_at, sentences, tokenised
from kg.language.model import Language, PersonMention, Quotation, Span, SpeakerKind

_MARK = re.compile(r"[»«„“”\"]")
_CLOSING = {"»": "«", "«": "»", "„": '“”"', "“": "”", "”": "”", '"': '"'}
# an apostrophe has a letter behind it, or before it none ("zo’n", "’s morgens")
_SINGLE = re.compile(r"(?<![\w‘'’])[‘'](?=\w)(?!(?:s|t|n|k|m)\b)([^‘\n]{1,2000}?[^\s‘])[’'](?!\w)")
_MARKS = '»«“”"'
_FEWEST_WORDS = 4
_LONGEST = 4000
_GAP_TOKENS = 14
_STANDS_ALONE = 8
_INHERIT_GAP = 120
_MARKUP = " \t\n\r*_\u00a0\u202f"

_Speaker = tuple[int, int, SpeakerKind]


def quotations(text: str, lang: Language, people: Sequence[PersonMention]) -> list[Quotation]:
    """Words given as someone's own; names of things in quotation marks are left out.

    Args:
        text: Any text.
        lang: The language it is in.
        people: Persons named in the text, full names and family names alone, in any order.

    Returns:
        Quotations in order and apart, of at least four words. One with no speaker is kept only where it
        is a whole sentence on its own.
    """
    quoted = _quoted(_doubled(text) if lang.single_quotes else text)
    marks = _closing_marks(lang)
    if not quoted and not lang.bare_speech:
        return []
    reader = _Reader(text, lang, people)
    found: list[Quotation] = []
    for start, end in quoted:
        inner = (start + 1, end - 1 if text[end - 1] in marks else end)
        one = reader.quotation((start, end), inner, found[-1] if found else None)
        if one is not None:
            found.append(one)
    if not lang.bare_speech:
        return found
    unmarked = (reader.unmarked(span) for span in reader.sentences)
    apart = [
        one
        for one in unmarked
        if one is not None and not any(one.start < two.end and two.start < one.end for two in found)
    ]
    return sorted([*found, *apart], key=lambda one: one.start)


def _closing_marks(lang: Language) -> str:
    return f"{_MARKS}’'" if lang.single_quotes else _MARKS


@lru_cache(maxsize=64)
def _doubled(text: str) -> str:
    """The same text with double marks where it has single ones; every other character stays in its place."""
    return _SINGLE.sub(r"“\1”", text)


@lru_cache(maxsize=64)
def _quoted(text: str) -> tuple[Span, ...]:
    """Stretches between quotation marks that belong together, outermost first, in order and apart."""
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text)]
    found: list[Span] = []
    position = 0
    while position < len(marks):
        start = marks[position][0]
        closer = _closer(text, marks, position)
        if closer is None:
            position += 1
            continue
        index, end = closer
        found.append((start, end))
        position = index + 1
    return tuple(found)


def _closer(text: str, marks: Sequence[tuple[int, str]], position: int) -> tuple[int, int] | None:
    """Index of the closing mark and the offset after it; a quotation left open ends with its paragraph."""
    start, mark = marks[position]
    before, after = text[start - 1 : start], text[start + 1 : start + 2]
    if (before.isalnum() or (after.isspace() and mark not in "«»")) or not after:
        return None
    if mark == "”" and not after.isalnum():
        return None
    for index in range(position + 1, min(position + 40, len(marks))):
        other, closing = marks[index]
        if other - start > _LONGEST:
            return None
        if closing == mark and mark not in _CLOSING[mark]:
            return None
        if closing in _CLOSING[mark] and not _opens(text, other, closing, mark):
            return index, other + 1
    return None


def _opens(text: str, position: int, closing: str, opening: str) -> bool:
    """Whether a mark that could close opens instead: a blank before it and none after."""
    if closing != opening:
        return False
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return before.isspace() and after.isalnum()


class _Reader:
    def __init__(self, text: str, lang: Language, people: Sequence[PersonMention]) -> None:
        self.text, self.lang = text, lang
        self.people = sorted(people, key=lambda one: (one.start, -one.end))
        self.starts = [one.start for one in self.people]
        self.tok = tokenised(text)
        self.words, self.tokens = self.tok.words, self.tok.tokens
        self.sentences = sentences(text, lang)
        self.according = _according(lang)

    # -- what is a quotation

    def quotation(self, span: Span, inner: Span, previous: Quotation | None) -> Quotation | None:
        count = self.word_count(inner)
        if count < _FEWEST_WORDS and not self.short_speech(span, count):
            return None
        named = self.names_something(span[0])
        speaker = (
            None if named else self.before(span) or self.after(span, inner) or self.inherited(span, previous)
        )
        if speaker is None and (named or not self.whole_sentence(span, inner, count)):
            return None
        start, end, kind = speaker or (None, None, None)
        return Quotation(*span, *inner, start, end, kind)

    def short_speech(self, span: Span, count: int) -> bool:
        """Whether a few quoted words have a verb of saying right behind them: "»Kommt alle«, sagte X"."""
        index = self.tok.index_at(span[1])
        behind = self.words[index : index + 2]
        if self.text[span[0] : span[1]].rstrip(f"{_closing_marks(self.lang)} ")[-1:] in (",", "!", "?"):
            return count > 1 and bool(behind) and behind[0] in self.lang.speech_verbs
        if count < 2 or behind[:1] != (",",) or len(behind) < 2:
            return False
        return self.verb_at(index + 1, min(index + 4, len(self.words))) is not None

    def word_count(self, span: Span) -> int:
        low, high = self.tok.index_at(span[0]), self.tok.index_at(span[1])
        return sum(token.text[0].isalnum() for token in self.tokens[low:high])

    def names_something(self, start: int) -> bool:
        """A noun or an article right before the opening mark, with nothing between, makes a name."""
        index = self.tok.index_at(start) - 1
        if index < 0 or "\n" in self.text[self.tokens[index].end : start].replace("\n", "", 1):
            return False
        token, word = self.tokens[index], self.words[index]
        if not token.text[0].isalnum() or word in self.lang.speech_verbs:
            return False
        if word in self.lang.complementisers:
            return False
        if self.lang.nouns_capitalised:
            return capitalised(token.text) or word in self.lang.determiners or word in self.lang.functions
        return True

    def whole_sentence(self, span: Span, inner: Span, count: int) -> bool:
        last = self.text[inner[0] : inner[1]].rstrip()[-1:]
        return count >= _STANDS_ALONE and last in ".!?…" and self.opens_line(span[0])

    def opens_line(self, start: int) -> bool:
        head = self.text[max(0, start - 8) : start].rstrip(" *_\t")
        return not head or head[-1] in "\n.!?"

    # -- who speaks

    def before(self, span: Span) -> _Speaker | None:
        """ "X betonte: »…«", "X: »…«", "X said, “…”"."""
        index = self.tok.index_at(span[0]) - 1
        while index >= 0 and self.words[index] in ("*", "_"):
            index -= 1
        if index < 1 or (
            self.words[index] not in (":", ",") and self.words[index] not in self.lang.speech_verbs
        ):
            return None
        colon = self.words[index] == ":"
        first = self.clause_start(index)
        verb = next(
            (at for at in range(index, first - 1, -1) if self.words[at] in self.lang.speech_verbs), None
        )
        if not colon and (verb is None or index - verb > 1):
            opened = self.tok.index_at(sentence_at(self.sentences, self.tokens[index].start)[0])
            if verb is not None or self.according.at(self.words, opened) is None:
                return None
        person = self.person_between(first, index, verb)
        if person is not None:
            return person
        return self.role_between(first, index) if verb is not None or colon else None

    def clause_start(self, index: int) -> int:
        """First token of the sentence that the token ends, never further than a short gap."""
        start = sentence_at(self.sentences, self.tokens[index].start)[0]
        low = max(self.tok.index_at(start), index - 2 * _GAP_TOKENS)
        return low

    def person_between(self, first: int, last: int, verb: int | None) -> _Speaker | None:
        found = self.people_in(self.tokens[first].start, self.tokens[last].start)
        if not found:
            return None
        if verb is None:
            one = found[-1]
        else:
            at = self.tokens[verb].start
            one = min(
                found, key=lambda person: (min(abs(person.end - at), abs(person.start - at)), person.start)
            )
        return one.start, one.end, "person"

    def people_in(self, start: int, end: int) -> list[PersonMention]:
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [one for one in self.people[low:high] if one.end <= end]

    def role_between(self, first: int, last: int) -> _Speaker | None:
        for index in range(first, last):
            if self.words[index] in self.lang.pronouns and self.verb_beside(index, last):
                token = self.tokens[index]
                return token.start, token.end, "pronoun"
            role = self.role(index, last)
            if role is not None and any(
                word in self.lang.speech_verbs for word in self.words[first : last + 1]
            ):
                return role
        return None

    def verb_beside(self, index: int, last: int) -> bool:
        return any(
            word in self.lang.speech_verbs for word in self.words[max(0, index - 1) : min(last, index + 3)]
        )

    def role(self, index: int, limit: int) -> _Speaker | None:
        """An article and the noun it opens: "die zuständige Ministerin", "the minister"."""
        if self.words[index] not in self.lang.role_articles:
            return None
        last = index
        for ahead in range(index + 1, min(index + 5, limit)):
            token, word = self.tokens[ahead], self.words[ahead]
            if not token.text[0].isalpha() or word in self.lang.functions or word in self.lang.speech_verbs:
                break
            last = ahead
            if self.lang.nouns_capitalised and capitalised(token.text):
                break
        if last == index or (self.lang.nouns_capitalised and not capitalised(self.tokens[last].text)):
            return None
        return self.tokens[index].start, self.tokens[last].end, "role"

    def after(self, span: Span, inner: Span) -> _Speaker | None:
        """ "»…«, so X", "»…«, sagte Minister X", "“…,” X said"."""
        index = self.tok.index_at(span[1])
        while index < len(self.words) and self.words[index] in ("*", "_"):
            index += 1
        if index >= len(self.words):
            return None
        stop = self.gap_end(span[1])
        comma = self.words[index] in (",", "–", "—", "-", ":")
        index += comma
        closed = comma or self.text[inner[0] : inner[1]].rstrip()[-1:] in ".,!?"
        if index < stop and self.words[index] == "(":
            return self.bracketed(index)
        if index >= stop or not (closed or self.verb_at(index, stop) is not None):
            return None
        return self.named_after(index, stop) or self.judged(index, stop)

    def judged(self, index: int, stop: int) -> _Speaker | None:
        """ "…", the verdict of X; "…", is how X puts it; "…", ist sich X sicher: a word that says it is a judgement."""
        words = self.words[index:stop]
        told = self.lang.verdicts | self.lang.convictions
        if not any(word in told for word in words) and not self.lang.quoting_after.intersection(words[:3]):
            return None
        found = self.people_in(self.tokens[index].start, self.tokens[stop - 1].end)
        return (found[0].start, found[0].end, "person") if len(found) == 1 else None

    def bracketed(self, index: int) -> _Speaker | None:
        """ "…" (N. N.): the person that brackets behind a quotation hold, alone or with an office."""
        close = self.text.find(")", self.tokens[index].end)
        found = self.people_in(self.tokens[index].end, close) if close >= 0 else []
        return (found[0].start, found[0].end, "person") if found else None

    def gap_end(self, position: int) -> int:
        sentence = sentence_at(self.sentences, max(0, position - 1))
        end = sentence[1]
        if end <= position:
            return 0
        paragraph = self.text.find("\n\n", position, min(end, position + 400))
        limit = self.tok.index_at(paragraph if paragraph >= 0 else end)
        return min(limit, self.tok.index_at(position) + _GAP_TOKENS)

    def unmarked(self, span: Span) -> Quotation | None:
        """Words with no marks around them, where that is how a line of speech is set: "…, säger X"."""
        low, high = self.tok.index_at(span[0]), self.tok.index_at(span[1])
        for index in range(low + _FEWEST_WORDS, high - 1):
            if (
                self.words[index] not in (",", "!", "?")
                or self.words[index + 1] not in self.lang.speech_verbs
            ):
                continue
            speaker = self.named_after(index + 1, min(high, index + _GAP_TOKENS))
            if speaker is None:
                return None
            inner = (span[0], self.tokens[index].start)
            start, end, kind = speaker
            return Quotation(*inner, *inner, start, end, kind)
        return None

    def verb_at(self, index: int, stop: int) -> int | None:
        """The verb of saying at a place, or the participle behind its auxiliary there ("a déclaré")."""
        if self.words[index] in self.lang.speech_verbs:
            return index
        for ahead in range(index + 1, min(index + 4, stop)):
            if self.words[ahead - 1] in self.lang.speech_auxiliaries and (
                verb := next(
                    (
                        at
                        for at in range(ahead, min(ahead + 2, stop))
                        if self.words[at] in self.lang.speech_verbs
                    ),
                    None,
                )
            ):
                return verb
            if self.words[ahead - 1] not in self.lang.functions:
                return None
        return None

    def named_after(self, index: int, stop: int) -> _Speaker | None:
        at = self.verb_at(index, stop)
        if at is not None and at + 1 < len(self.words) and self.words[at + 1] in ".!?":
            spoken = next((one for one in range(index, at + 1) if self.words[one] in self.lang.pronouns), at)
            return self.tokens[spoken].start, self.tokens[spoken].end, "pronoun"
        index = index if at is None else at
        word = self.words[index]
        lead = word in self.lang.speech_leads or self.according.at(self.words, index) is not None
        verb = word in self.lang.speech_verbs
        opens = lead or verb or word in self.lang.role_articles or word in self.lang.pronouns
        if not opens and word in self.lang.functions:
            return None
        begin = index + (lead or verb)
        if word in self.lang.pronouns or (begin < stop and self.words[begin] in self.lang.pronouns):
            token = self.tokens[index if word in self.lang.pronouns else begin]
            follows = self.tok.index_at(token.end)
            told = verb or lead or (follows < stop and self.words[follows] in self.lang.speech_verbs)
            return (token.start, token.end, "pronoun") if told else None
        end = self.tokens[stop - 1].end
        found = self.people_in(self.tokens[index].start, end)
        if found:
            return found[0].start, found[0].end, "person"
        for ahead in range(begin, min(begin + 3, stop)):
            role = self.role(ahead, stop)
            if role is not None:
                told = any(one in self.lang.speech_verbs for one in self.words[index:stop])
                return role if told or lead else None
        return None

    def inherited(self, span: Span, previous: Quotation | None) -> _Speaker | None:
        """A quotation that goes on after its speaker has been named: "…", said X. "…"."""
        if previous is None or previous.speaker_start is None or previous.speaker_end is None:
            return None
        between = self.text[previous.end : span[0]]
        if len(between) > _INHERIT_GAP or "\n\n" in between or not self.opens_line(span[0]):
            return None
        if previous.speaker_start < previous.end or previous.speaker_kind is None:
            return None
        return previous.speaker_start, previous.speaker_end, previous.speaker_kind


@lru_cache(maxsize=16)
def _according(lang: Language) -> Phrases[bool]:
    return Phrases([(phrase, True) for phrase in lang.according])
