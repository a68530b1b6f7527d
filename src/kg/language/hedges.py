"""How firmly a text holds what it says: hedging words, the clauses they govern, and the answer at a place."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.claims import Factuality
from kg.language.common import Phrases, Tokenised, sentences, tells_past, tokenised
from kg.language.dates import dates, openings
from kg.language.extents import reach_ends
from kg.language.gapped import denies_phrase, is_gapped
from kg.language.model import Cue, DateMention, Hedge, Language, Span
from kg.language.verdicts import refuted

_NEAR_TOKENS, _LONGEST_ASIDE, _SHORTEST_VERB = 5, 12, 5
_NAMED = 2
_SOON = 8
_NEAR_NOT = 3
_OBJECT = 2
_BESIDE = 3
_LEAST_OF_CLAUSE = 4

_LEAST_LEAD = 2
_ENDING = frozenset('.!?:»„“”"«')
_BRACKET = 60
_DROPPED = "dropped"
_GIVEN_UP = frozenset({"abandoned", "dropped", "undone"})
_MEANT = frozenset({"intended", "hoped", "goal", "planned"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANK = {Factuality.DENIED: 3, Factuality.POSSIBLE: 2, Factuality.EXPECTED: 1, Factuality.ASSERTED: 0}
_SEPARATORS = frozenset(",;:()–—|")
_HARD = frozenset(";:|")
_SMALL_MARKS = _SEPARATORS | _ENDING
_QUOTED = re.compile(
    r"(?:(?<=[:\s])|^)(?:[“„«]\s?[^“”„«»]{20,}|\"[^\"]{20,}?)(?:[,.!?…]\s?[”“»\"]|[”“»\"](?=,))"
)


# "…“, said X, „…": the same sentence goes on
_GOES_ON_QUOTED = re.compile(r",?[^.!?:;“”„«»\"]{1,90}[,\s][“„«\"]")


@dataclass(slots=True)
class _Clause:
    """Token ranges of one clause, which another may interrupt, the clause it depends on, and whose rumour it shares."""

    parts: list[tuple[int, int]] = field(default_factory=list)
    parent: int | None = None
    opener: str = ""
    follows: bool = False
    own_subject: bool = False
    told_with: int | None = None

    def indexes(self) -> list[int]:
        return [index for low, high in self.parts for index in range(low, high)]


def hedges(text: str, lang: Language, reference: dt.date | None = None) -> list[Hedge]:
    """All words that make what is said less than asserted, in order.

    Args:
        text: Any text.
        lang: The language it is in.
        reference: The day the text was written. With it, a date to come makes a present clause expected.
    """
    return list(_hedges(text, lang, reference))


def clauses(text: str, lang: Language) -> list[tuple[Span, ...]]:
    """The clauses of all sentences, each as the stretches it consists of, ordered by where they begin."""
    tok = tokenised(text)
    found = [_spans(tok, clause) for group in _clauses(text, lang) for clause in group if clause.parts]
    return sorted(found)


@lru_cache(maxsize=64)
def other_subjects(text: str, lang: Language) -> tuple[int, ...]:
    """Where clauses begin that a conjunction joins to another, and that have a subject of their own ("and B has …")."""
    if lang.coordinators.isdisjoint(tokenised(text).vocabulary):
        return ()
    tokens = tokenised(text).tokens
    starts = (c.parts[0][0] for group in _clauses(text, lang) for c in group if c.own_subject and c.parts)
    return tuple(sorted(tokens[at].start for at in starts))


def factuality_at(
    text: str,
    lang: Language,
    position: int,
    *,
    presupposed: bool = False,
    reference: dt.date | None = None,
    own: Span | None = None,
    without: frozenset[str] = frozenset(),
) -> Factuality:
    """How the words at a position are held.

    Args:
        text: Any text.
        lang: The language it is in.
        position: A code point of the word in question.
        presupposed: The word is a noun or participle ("das verliehene Zeichen"), which stays asserted
            under its clause's modal; only words right before it ("geplante", "kein") count.
        reference: As for `hedges`.
        own: Words whose own hedges are part of what they say ("no more emissions") and do not count, tense aside.
        without: Kinds of hedges that do not weaken what the words say: hopes an aim, or leave a permission.

    Returns:
        Of all hedges that govern the position the strongest: denied, possible, expected, asserted.
    """
    best = Factuality.ASSERTED
    for hedge in _hedges(text, lang, reference):
        # a verb in the future tense is its own hedge, and counts, as does one that opens a condition
        ahead = hedge.factuality is Factuality.EXPECTED or hedge.kind == "conditional"
        if not ahead and own is not None and own[0] <= hedge.start and hedge.end <= own[1]:
            continue
        if hedge.kind in without:
            continue
        if _governs(hedge, position, presupposed) and _RANK[hedge.factuality] > _RANK[best]:
            best = hedge.factuality
    return best


def _governs(hedge: Hedge, position: int, presupposed: bool) -> bool:
    near = hedge.near[0] <= position < hedge.near[1]
    if hedge.reach == "phrase":
        return near
    if presupposed and hedge.reach != "all":
        against = hedge.reach == "behind" and hedge.kind == "denied"
        return near and (hedge.reach == "both" or against)
    return any(start <= position < end for start, end in hedge.scope)


@lru_cache(maxsize=64)
def _hedges(text: str, lang: Language, reference: dt.date | None) -> tuple[Hedge, ...]:
    found = [
        Hedge(*said, Factuality.DENIED, "mistaken", "all", claim, claim[0])
        for claim, said in refuted(text, lang)
        if claim
    ]
    if _may_hedge(tokenised(text), lang, reference):
        reader = _Reader(text, lang, reference)
        found += (hedge for group in _clauses(text, lang) for hedge in reader.of_sentence(group))
        found = _within_quotes(found, text)
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind)))


def _within_quotes(found: list[Hedge], text: str) -> list[Hedge]:
    """The same hedges, of which those that somebody's whole sentence holds reach no further than it."""
    spans = (m.span() for m in _QUOTED.finditer(text)) if found else ()
    quoted = [span for span in spans if not _GOES_ON_QUOTED.match(text, span[1])]
    return [
        next((_clipped(h, span) for span in quoted if span[0] < h.start and h.end <= span[1]), h)
        for h in found
    ]


def _clipped(hedge: Hedge, span: Span) -> Hedge:
    """A hedge that reaches no further than a stretch."""
    low, high = span
    scope = tuple((max(a, low), min(b, high)) for a, b in hedge.scope if a < high and b > low)
    return replace(hedge, scope=scope, near=(max(hedge.near[0], low), min(hedge.near[1], high)))


@lru_cache(maxsize=16)
def _cues(lang: Language) -> Phrases[Cue | None]:
    pairs: list[tuple[str, Cue | None]] = [(cue.words, cue) for cue in lang.cues]
    return Phrases([*pairs, *((words, None) for words in lang.no_cues)])


@lru_cache(maxsize=16)
def _triggers(lang: Language) -> frozenset[str]:
    """Words of which each hedge has one, but for those told by their endings and for dates."""
    cues = (tokenised(cue.words).words[0] for cue in lang.cues)
    return frozenset(
        (
            *cues,
            *lang.auxiliaries,
            *lang.conditionals,
            *lang.awaited,
            *lang.conditional_verbs,
            *lang.inversions,
            *lang.future_adverbs,
        )
    )


@lru_cache(maxsize=16)
def _denials(lang: Language) -> frozenset[str]:
    """Words that begin what denies."""
    cues = (cue.words for cue in lang.cues if cue.factuality is Factuality.DENIED)
    return lang.nots | {tokenised(words).words[0] for words in cues}


@lru_cache(maxsize=16)
def _subjects(lang: Language) -> frozenset[str]:
    """Words that may open a subject."""
    return lang.determiners | lang.pronouns | lang.more_words | frozenset(lang.small_numbers)


@lru_cache(maxsize=16)
def _agents(lang: Language) -> frozenset[str]:
    """Prepositions of who does something in the passive."""
    return frozenset(lang.wording.agents.split("|"))


@lru_cache(maxsize=16)
def _endings(lang: Language) -> tuple[str, ...]:
    """Endings by which a word may hedge."""
    return ("n't", "n’t", *lang.future_endings, *lang.conditional_endings)


def _may_hedge(tok: Tokenised, lang: Language, reference: dt.date | None) -> bool:
    """Whether any word is one that may weaken what is said; many sentences have none."""
    words, endings = tok.vocabulary, _endings(lang)
    if not _triggers(lang).isdisjoint(words) or any(w.endswith(endings) for w in words):
        return True
    return reference is not None and bool(openings(tok, lang))


def _without_asides(hedge: Hedge, completing: Sequence[Span]) -> Hedge:
    """A hedge without the clauses that ended before it: they only say of whom it speaks ("X, who did it, hopes …")."""
    scope = tuple(s for s in hedge.scope if s not in completing or s[0] > hedge.start)
    return hedge if len(scope) == len(hedge.scope) else replace(hedge, scope=scope)


def _beside(hedge: Hedge, asides: Sequence[Span]) -> Hedge:
    """A hedge that holds within the aside it stands in, or in all but the asides."""
    own = [s for s in asides if s[0] <= hedge.start < s[1]]
    return replace(hedge, scope=tuple(own or (s for s in hedge.scope if s not in asides)))


def _with_described(hedge: Hedge, behind: Sequence[Span]) -> Hedge:
    """A hedge that keeps somebody out of a group, with the clauses that say of what group ("not among those who …")."""
    more = tuple(s for s in behind if s[0] > hedge.start) if hedge.kind == "excluded" else ()
    return replace(hedge, scope=tuple(sorted({*hedge.scope, *more}))) if more else hedge


def _carried_on(hedge: Hedge, told: Sequence[Span]) -> Hedge:
    """A rumour that opens a sentence, with the clauses that it tells as well ("Reportedly, A has it and B has …")."""
    more = tuple(told) if hedge.kind == "rumoured" else ()
    return replace(hedge, scope=tuple(sorted({*hedge.scope, *more}))) if more else hedge


def _as_foretold(hedge: Hedge) -> Hedge:
    """ "They said it would open": what was a conditional is the future of what was said."""
    return replace(hedge, factuality=Factuality.EXPECTED) if hedge.kind == "conditional" else hedge


class _Reader:
    def __init__(self, text: str, lang: Language, reference: dt.date | None) -> None:
        self.text, self.lang, self.reference = text, lang, reference
        self.tok = tokenised(text)
        self.words, self.tokens = self.tok.words, self.tok.tokens
        self.cues = _cues(lang)
        self.opening = frozenset(openings(self.tok, lang)) if reference is not None else frozenset()
        endings = _endings(lang)
        self.telling = frozenset(
            [
                word
                for word in self.tok.vocabulary
                if word in lang.auxiliaries or self.cues.may_begin(word) or word.endswith(endings)
            ]
        )
        self._dates: tuple[list[DateMention], list[int]] | None = None

    def dates(self) -> tuple[list[DateMention], list[int]]:
        """The dates of the text and where each begins; looked for once, and only where one may weigh."""
        if self._dates is None:
            found = dates(self.text, self.lang, self.reference) if self.reference is not None else []
            self._dates = found, [one.start for one in found]
        return self._dates

    def of_sentence(self, group: Sequence[_Clause]) -> list[Hedge]:
        found: list[Hedge] = []
        completed: dict[int, list[Span]] = {}
        carried: dict[int, list[Span]] = {}
        described = self.described(group)
        for clause in group:
            if clause.follows and clause.parent is not None and clause.opener in self.lang.complementisers:
                completed.setdefault(clause.parent, []).extend(_spans(self.tok, clause))
            if clause.told_with is not None:
                carried.setdefault(clause.told_with, []).extend(_spans(self.tok, clause))
        opening = self.inverted(group) or self.conditioned_by_verb(group)
        opened_at = {hedge.start for hedge in opening}
        conditioned: set[int] = set()
        for number, clause in enumerate(group):
            indexes = clause.indexes()
            if not indexes:
                continue
            # The clause itself and those that complete it ("es ist geplant, dass …").
            completing = completed.get(number, ())
            scope = tuple(sorted((*_spans(self.tok, clause), *completing)))
            local = [h for h in self.spoken(clause, indexes, scope) if h.start not in opened_at]
            if self.is_told_before(clause, group):
                local = [_as_foretold(h) for h in local]
            local = [_without_asides(h, completing) for h in local] if completing else local
            local = [_with_described(h, described.get(number, ())) for h in local]
            local = [_carried_on(h, carried.get(number, ())) for h in local]
            local = self.apart(local, clause)
            found += self.foretold(clause)
            found += self.awaited(clause, indexes, group)
            found += local or self.dated(clause, indexes, scope)
            fresh = clause.parent is not None and clause.parent not in conditioned
            if clause.opener in self.lang.conditionals and fresh and clause.parent is not None:
                conditioned.add(clause.parent)
                found += self.conditional(group, clause)
        return [*opening, *found]

    def is_told_before(self, clause: _Clause, group: Sequence[_Clause]) -> bool:
        """Whether a clause is what a verb of saying in the past tells, with a conjunction between or without."""
        if clause.follows and clause.parent is not None and clause.opener in self.lang.complementisers:
            return self.says_in_past(group[clause.parent].indexes())
        return self.says_in_past(clause.indexes())

    def says_in_past(self, indexes: Sequence[int]) -> bool:
        return any(
            self.words[index] in self.lang.speech_verbs
            and tells_past(self.tokens[index].text, self.words[index], self.lang)
            for index in indexes
        )

    def apart(self, found: list[Hedge], clause: _Clause) -> list[Hedge]:
        """Hedges of a clause without what a participle tells between two commas, and those within it of it alone."""
        if not found:
            return found
        asides = [span for part in clause.parts[1:] if (span := self.aside(*part))]
        if len(clause.parts) > 1 and (lead := self.lead(*clause.parts[0])) is not None:
            found = [_beside(h, [lead]) if self.is_meant_of(lead, h) else h for h in found]
        return [_beside(hedge, asides) for hedge in found] if asides else found

    def aside(self, low: int, high: int) -> Span | None:
        """What stands between two commas with a participle first, or last where verbs do ("…, 2019 beschlossen, …")."""
        if high - low > _LONGEST_ASIDE or high >= len(self.words):
            return None
        participles, last = self.lang.apposed_participles, self.words[high - 1]
        told = self.words[low] in participles or (self.lang.verb_final and last in participles)
        if not told or self.words[low - 1] != "," or self.words[high] != ",":
            return None
        return self.tokens[low].start, self.tokens[high - 1].end

    def lead(self, low: int, high: int) -> Span | None:
        """What a sentence opens with and says of its subject, up to a comma ("Holder of the light, X wants to …")."""
        opens = low == 0 or self.words[low - 1] in _ENDING
        if not opens or high >= len(self.words) or self.words[high] != ",":
            return None
        first = low + (self.words[low] in self.lang.already)
        said = self.words[first:high]
        small = self.lang.functions | self.lang.determiners | self.lang.prepositions | self.lang.conditionals
        if len(said) < _LEAST_LEAD or said[0] in small or said[0].endswith(self.lang.act_endings):
            return None
        if not (self.lang.finite | self.lang.future_adverbs).isdisjoint(said):
            return None
        return self.tokens[low].start, self.tokens[high - 1].end

    def is_meant_of(self, lead: Span, hedge: Hedge) -> bool:
        """Whether a hedge tells what the subject behind an opening means to do; right behind it, of a condition."""
        low, comma = self.tok.index_at(lead[0]), self.tok.index_at(lead[1])
        if hedge.start <= self.tokens[comma + 1].start:
            return False
        denied = hedge.factuality is Factuality.DENIED
        return hedge.kind in _MEANT or (denied and self.tells_alone(low, comma))

    def tells_alone(self, low: int, high: int) -> bool:
        """Whether words have a subject and a verb in the past with its object ("Members adopted the plan, …")."""
        for at in range(low + 1, high - 1):
            if tells_past(self.tokens[at].text, self.words[at], self.lang):
                return self.words[at] in self.lang.past or self.words[at + 1] in self.lang.determiners
        return False

    def foretold(self, clause: _Clause) -> list[Hedge]:
        """ "Soon to be holder of the light, X …": what a sentence says first of its subject, as something to come."""
        low, high = clause.parts[0]
        opens = low == 0 or self.words[low - 1] in _ENDING
        if not opens or self.words[low] not in self.lang.future_adverbs or high - low < _LEAST_LEAD:
            return []
        if high >= len(self.words) or self.words[high] != ",":
            return []
        small = self.lang.subordinators | self.lang.prepositions
        after = self.words[low + 1] in small - {"to"}  # "soon after its founding"
        if after or not self.lang.finite.isdisjoint(self.words[low:high]):
            return []
        start, end = self.tokens[low].start, self.tokens[low].end
        scope = ((start, self.tokens[high - 1].end),)
        return [Hedge(start, end, Factuality.EXPECTED, "future", "clause", scope, (end, end))]

    def awaited(self, clause: _Clause, indexes: Sequence[int], group: Sequence[_Clause]) -> list[Hedge]:
        """ "Once it is signed, …": what comes first is yet to come where a verb of its clause is in the present."""
        lang, words = self.lang, {self.words[index] for index in indexes}
        if clause.opener not in lang.awaited or lang.awaiting.isdisjoint(words):
            return []
        if not words.isdisjoint(lang.past - lang.awaiting):
            return []
        main = group[clause.parent].indexes() if clause.parent is not None else []
        if lang.future_words.isdisjoint(self.words[i] for i in main) and any(
            tells_past(self.tokens[i].text, self.words[i], lang) for i in main
        ):
            return []
        at = self.tokens[indexes[0]]
        scope = _spans(self.tok, clause)
        return [Hedge(at.start, at.end, Factuality.EXPECTED, "awaited", "clause", scope, (at.end, at.end))]

    def described(self, group: Sequence[_Clause]) -> dict[int, list[Span]]:
        """Of each clause, those behind it that say more of what it names ("not one of the towns that take part")."""
        found: dict[int, list[Span]] = {}
        relatives = self.lang.relatives | self.lang.inner_relatives
        for clause in group:
            if clause.follows and clause.parent is not None and clause.opener in relatives:
                found.setdefault(clause.parent, []).extend(_spans(self.tok, clause))
        return found

    def inverted(self, group: Sequence[_Clause]) -> list[Hedge]:
        """ "Had X done it, …": a verb that opens a sentence which is no question denies all that follows."""
        spans = [span for clause in group for span in _spans(self.tok, clause)]
        if not spans:
            return []
        first = self.tokens[self.tok.index_at(min(spans)[0])]
        if (
            first.text.lower() not in self.lang.inversions
            or "?" in self.text[max(spans)[1] : max(spans)[1] + 2]
        ):
            return []
        low, high = self.tok.index_at(first.start), self.tok.index_at(max(spans)[1] - 1)
        ends = self.tokens[self.turns_away(low + 1, high)].end
        scope = tuple((start, min(end, ends)) for start, end in sorted(spans) if start < ends)
        return [
            Hedge(
                first.start,
                first.end,
                Factuality.DENIED,
                "counterfactual",
                "clause",
                scope,
                (first.end, first.end),
            )
        ]

    def conditional(self, group: Sequence[_Clause], clause: _Clause) -> list[Hedge]:
        """What holds under a condition is expected at most; the condition itself may come about or not."""
        first = self.tokens[clause.parts[0][0]]
        parent = group[clause.parent or 0]
        spans = _spans(self.tok, clause), _spans(self.tok, parent)
        return self.under_condition((first.start, first.end), *spans)

    def under_condition(self, at: Span, condition: tuple[Span, ...], then: tuple[Span, ...]) -> list[Hedge]:
        return [
            Hedge(*at, Factuality.EXPECTED, "conditional", "clause", then, (at[1], at[1])),
            Hedge(*at, Factuality.POSSIBLE, "conditional", "clause", condition, (at[1], at[1])),
        ]

    def conditioned_by_verb(self, group: Sequence[_Clause]) -> list[Hedge]:
        """ "Stimmt X zu, erhält Y …": a verb that opens a sentence, and another right behind its comma."""
        spans = sorted(span for clause in group for span in _spans(self.tok, clause))
        if not spans:
            return []
        low, high = self.tok.index_at(spans[0][0]), self.tok.index_at(spans[-1][1] - 1)
        if (
            self.words[low] not in self.lang.conditional_verbs
            or "?" in self.text[spans[-1][1] - 1 : spans[-1][1] + 2]
        ):
            return []
        if self.words[min(low + 1, high)] in self.lang.finite | _agents(self.lang):
            return []  # "Unterzeichnet wurde …", "Bestätigt vom Rat …": a participle
        comma = next((i for i in range(low, high) if self.words[i] == ","), high)
        behind = comma + 1 + (self.words[comma + 1] in self.lang.consequences if comma < high else 0)
        if not self.lang.nouns_capitalised and self.lang.consequences:  # a comma is not needed
            # a verb behind "that" is another's
            told = next((i for i in range(low, comma) if self.words[i] in self.lang.complementisers), high)
            if told < comma:
                return []
            verb = next((i for i in range(low + _NAMED, high) if self.words[i] in self.lang.finite), high)
            comma, behind = (verb - 1, verb) if verb < comma else (comma, behind)
        if behind > high or not self.is_verb(self.words[behind]):
            return []
        first, middle = self.tokens[low], self.tokens[comma].end
        ends = self.tokens[self.turns_away(behind, high)].end
        return self.under_condition((first.start, first.end), ((first.start, middle),), ((middle, ends),))

    def turns_away(self, low: int, high: int) -> int:
        """The last word of what holds under a condition: what another clause sets against it stands on its own."""
        lang = self.lang
        turns = (lang.new_clause - lang.coordinators) | lang.contrasts | lang.adversatives
        for at in range(low, high):
            if _is_in_word(self.tok, at):
                continue
            if self.words[at] in _HARD or (self.words[at] in _SEPARATORS and self.words[at + 1] in turns):
                return at
        return high

    def is_verb(self, word: str) -> bool:
        """Whether a word is a finite verb of any tense; in languages whose main clauses never open with one, any is."""
        return (
            not self.lang.consequences
            or word in self.lang.finite
            or word in self.lang.past
            or word in self.lang.auxiliaries
            or self.cues.at([word], 0) is not None
            or word.endswith(("t", "te", "ten", "en") if self.lang.verb_final else "r")
        )

    def spoken(self, clause: _Clause, indexes: Sequence[int], scope: tuple[Span, ...]) -> list[Hedge]:
        found: list[Hedge] = []
        skip = -1
        for place, index in enumerate(indexes):
            word = self.words[index]
            if word not in self.telling or index < skip or self.is_month(index):
                continue
            if word in self.lang.auxiliaries:
                found += self.auxiliary(place, index, indexes, clause, scope)
                continue
            match = self.cues.at(self.words, index)
            if match is None:
                if (tense := self.cue_of_form(index)) is not None:
                    found.append(self.made(index, 1, tense, scope, indexes[-1]))
                elif word.endswith(("n't", "n’t")):
                    found.append(
                        self.made(index, 1, Cue(word, Factuality.DENIED, "denied"), scope, indexes[-1])
                    )
                continue
            length, cue = match
            skip = index + length
            if cue is not None and cue.kind == "purpose" and not self.is_purpose(place, indexes, cue):
                continue
            if cue is not None and cue.kind in _GIVEN_UP and self.is_negated(index):
                # the denial is of giving up alone
                near = self.tokens[max(0, index - _NEAR_NOT - 1)].start
                found = [h for h in found if h.kind != "denied" or h.end < near]
                continue
            if cue is not None and self.holds(index, cue):
                made = self.made(index, length, cue, scope, indexes[-1])
                if cue.reach == "behind":
                    made = replace(made, scope=self.behind(clause, (index, index + length), scope, cue.kind))
                    # a noun that stands farther off is there all the same ("against the end of the treaty")
                    first = self.tokens[min(index + length - 1 + _OBJECT, indexes[-1])].end
                    made = replace(made, near=(made.near[0], min(made.near[1], first)))
                    if not made.scope:
                        continue
                if cue.reach != "phrase" or made.near[1] > made.near[0]:
                    found.append(made)
        return found

    def is_negated(self, index: int) -> bool:
        """Whether a word of denial stands soon before a word for giving up, so that nothing was given up."""
        return not self.lang.nots.isdisjoint(self.words[max(0, index - _NEAR_NOT) : index + 1])

    def is_month(self, index: int) -> bool:
        """Whether a word that may also hedge is the month of a day or year right behind it ("May 2024")."""
        following = self.words[index + 1] if index + 1 < len(self.words) else ""
        return (
            self.words[index] in self.lang.months
            and following[:1].isdigit()
            and self.tokens[index].text[:1].isupper()
        )

    def behind(
        self, clause: _Clause, cue: tuple[int, int], scope: tuple[Span, ...], kind: str
    ) -> tuple[Span, ...]:
        """What follows a word in its clause and in those that complete it; of marked infinitives those alone.

        The last of several words counts with them: in "resolves to send" that is what is not done yet. What one voted
        against needs no infinitive, and its verb is denied as well.
        """
        first, index = cue
        start = self.tokens[index - 1].start if index - first > 1 else self.tokens[index - 1].end
        if kind == "denied":
            start = self.tokens[first - (first > 0 and self.words[first - 1] in self.lang.finite)].start
        if not self.lang.infinitive_mark or kind == "denied":
            last = self.tok.index_at(scope[-1][1])
            ends = reach_ends(self.tok, self.lang, first, index, last, contents=kind != "undone")
            end = self.tokens[ends - 1].end
            within = scope[max(0, bisect_right(scope, (start, start)) - 1) : bisect_right(scope, (end, 0))]
            held = ((max(low, start), min(high, end)) for low, high in within)
            return tuple((low, high) for low, high in held if high > low)
        return tuple(
            (self.tokens[low].start, self.tokens[high - 1].end)
            for low, high in clause.parts
            if low >= index and _ends_in_infinitive(self.words, low, high, self.lang.infinitive_mark)
        )

    def cue_of_form(self, index: int) -> Cue | None:
        """What the ending of a verb says: that something is to come, or would be."""
        word = self.tokens[index].text
        if len(word) < _SHORTEST_VERB or not word[0].islower():
            return None
        if word.endswith(self.lang.future_endings):
            return Cue(word, Factuality.EXPECTED, "future")
        if word.endswith(self.lang.conditional_endings):
            return Cue(word, Factuality.POSSIBLE, "conditional")
        return None

    def is_purpose(self, place: int, indexes: Sequence[int], cue: Cue) -> bool:
        """ "um … zu fördern": the conjunction opens a clause that ends in an infinitive."""
        if cue.reach == "phrase":
            return True
        return place == 0 and self.lang.infinitive_mark in [self.words[index] for index in indexes[-4:]]

    def holds(self, index: int, cue: Cue) -> bool:
        """A capital inside a sentence makes a name or a noun of a verb ("the Will"); capitals throughout stress it."""
        token = self.tokens[index]
        if token.text in self.lang.verbs_like_nouns and self.is_described(index):
            return False
        if self.is_stressed(index, cue):
            return True
        if token.text[0].isupper() and index and self.words[index - 1] not in '.!?:»„“"«':
            return cue.reach != "clause" or " " in cue.words
        return True

    def is_stressed(self, index: int, cue: Cue) -> bool:
        """Whether a word stands in capitals that make no name of it ("has NOT been chosen").

        A word that may be an acronym of its own ("the network CAN") is stressed in a line of capitals alone.
        """
        if not self.is_shouted(index) or self.words[index] in self.lang.months:
            return False
        if cue.factuality is Factuality.DENIED or cue.kind == "future":
            return True
        beside = range(max(0, index - _BESIDE), min(index + _BESIDE + 1, len(self.words)))
        letters = [self.tokens[at].text for at in beside if self.words[at][0].isalpha()]
        return len(letters) > 1 and all(word.isupper() for word in letters)

    def is_shouted(self, index: int) -> bool:
        text = self.tokens[index].text
        return len(text) > 1 and text.isupper()

    def is_described(self, index: int) -> bool:
        """Whether an article stands before a word, with an adjective between at most ("a good plan")."""
        before = [self.words[i] for i in range(max(0, index - 2), index)]
        if before and before[-1] in self.lang.determiners:
            return True
        return len(before) > 1 and before[0] in self.lang.determiners and not before[1].endswith("s")

    def made(self, index: int, length: int, cue: Cue, scope: tuple[Span, ...], last: int) -> Hedge:
        start, end = self.tokens[index].start, self.tokens[index + length - 1].end
        if cue.factuality is Factuality.DENIED and not self.lang.adversatives.isdisjoint(self.tok.vocabulary):
            scope = self.up_to_contrast(index + length, scope, last)
        near = self.near(index + length, last, years=cue.kind == _DROPPED)
        return Hedge(start, end, cue.factuality, cue.kind, cue.reach, scope, near)

    def up_to_contrast(self, behind: int, scope: tuple[Span, ...], last: int) -> tuple[Span, ...]:
        """What is denied, but for what "but" sets against it ("is not in force but tells how …")."""
        for ahead in range(behind + 1, last + 1):
            if self.words[ahead] in self.lang.adversatives:
                at = self.tokens[ahead].start
                return tuple((start, min(end, at)) for start, end in scope if start < at)
        return scope

    def near(self, index: int, last: int, *, years: bool) -> Span:
        """The few words that follow, up to the next mark, conjunction or verb, or to a year that stands first."""
        end = self.tokens[index - 1].end
        for ahead in range(index, min(index + _NEAR_TOKENS, last + 1)):
            word = self.words[ahead]
            mark = word in _SEPARATORS and not _is_in_word(self.tok, ahead)
            if mark or word in self.lang.finite or word in ".!?":
                break
            end = self.tokens[ahead].end
            if ahead == index and not years and _YEAR.fullmatch(word):
                break  # "statt 2030 fertig"
        return self.tokens[index - 1].end, end

    def auxiliary(
        self, place: int, index: int, indexes: Sequence[int], clause: _Clause, scope: tuple[Span, ...]
    ) -> list[Hedge]:
        if self.lang.read_auxiliary is None:
            return []
        # A bracket spans a few dozen words; the rest of a very long list says nothing about it.
        low = max(0, place - _BRACKET)
        raw = [self.tokens[at].text for at in indexes[low : place + _BRACKET]]
        reading = self.lang.read_auxiliary(raw, place - low)
        if reading == "passive" and self.comes_later(indexes):
            reading = "future"
        if reading in ("future", "rumour"):
            factuality = Factuality.EXPECTED if reading == "future" else Factuality.POSSIBLE
            kind = "future" if reading == "future" else "rumoured"
            return [self.made(index, 1, Cue(self.words[index], factuality, kind), scope, indexes[-1])]
        return []

    def comes_later(self, indexes: Sequence[int]) -> bool:
        return self.later_date(indexes) is not None or any(
            self.words[index] in self.lang.future_adverbs for index in indexes
        )

    def later_date(self, indexes: Sequence[int]) -> tuple[int, int] | None:
        """The first date of the clause that lies wholly after the document's own and is no limit or name."""
        if self.reference is None or not indexes:
            return None
        if self.opening.isdisjoint(indexes):
            return None
        mentions, starts = self.dates()
        if not mentions:
            return None
        today = self.reference.year * 10000 + self.reference.month * 100 + self.reference.day
        own = frozenset(self.tokens[index].start for index in indexes)
        position = bisect_right(starts, self.tokens[indexes[0]].start - 1)
        last = self.tokens[indexes[-1]].end
        while position < len(mentions) and mentions[position].start < last:
            one = mentions[position]
            if one.start in own and one.period.earliest > today and self.tells_when(one):
                return one.start, one.end
            position += 1
        return None

    def tells_when(self, one: DateMention) -> bool:
        """Whether a date says when something happens, not by when or for when it is meant to."""
        if one.kind in ("until", "since") or one.in_name:
            return False
        before = self.words[self.tok.index_at(one.start) - 1]
        return (
            one.kind != "year" or before in self.lang.month_leads or before in ("in", *self.lang.date_fillers)
        )

    def dated(self, clause: _Clause, indexes: Sequence[int], scope: tuple[Span, ...]) -> list[Hedge]:
        """A date to come makes a clause expected that nothing else hedges and no verb puts in the past."""
        later = self.later_date(indexes)
        if later is None or self.is_past(indexes):
            return []
        return [Hedge(*later, Factuality.EXPECTED, "dated", "clause", scope, (later[1], later[1]))]

    def is_past(self, indexes: Sequence[int]) -> bool:
        return any(tells_past(self.tokens[index].text, self.words[index], self.lang) for index in indexes)


def _spans(tok: Tokenised, clause: _Clause) -> tuple[Span, ...]:
    return tuple(
        (tok.tokens[low].start, tok.tokens[high - 1].end) for low, high in clause.parts if high > low
    )


def _is_in_word(tok: Tokenised, index: int) -> bool:
    """Whether a colon only joins an ending to a name ("EU:s")."""
    tokens = tok.tokens
    inside = 0 < index < len(tokens) - 1 and tok.words[index] == ":"
    return inside and tokens[index - 1].end == tokens[index].start == tokens[index + 1].start - 1


def _last_word(words: Sequence[str], low: int, high: int) -> int:
    last = high - 1
    while last > low and not words[last][0].isalnum():
        last -= 1
    return last


def _ends_in_infinitive(words: Sequence[str], low: int, high: int, mark: str) -> bool:
    """Whether the last word is an infinitive with its mark before or inside it ("zu bauen", "abzubauen")."""
    last = _last_word(words, low, high)
    return bool(mark) and last > low and (words[last - 1] == mark or mark in words[last][1:-3])


@lru_cache(maxsize=64)
def _clauses(text: str, lang: Language) -> tuple[tuple[_Clause, ...], ...]:
    tok = tokenised(text)
    found: list[tuple[_Clause, ...]] = []
    for start, end in sentences(text, lang):
        low, high = tok.index_at(start), tok.index_at(end)
        if high > low:
            found.append(tuple(_Splitter(text, tok, lang, low, high).split()))
    return tuple(found)


class _Splitter:
    """Parts one sentence into clauses at its commas and conjunctions."""

    def __init__(self, text: str, tok: Tokenised, lang: Language, low: int, high: int) -> None:
        self.text = text
        self.tok, self.words, self.lang, self.low, self.high = tok, tok.words, lang, low, high
        self.clauses: list[_Clause] = [_Clause()]
        self.main = self.current = 0
        self.dated = frozenset(openings(tok, lang))
        self.denies = not _denials(lang).isdisjoint(self.words[low:high])
        self.verbs = lang.finite | lang.second_verbs if self.denies else lang.finite

    def split(self) -> list[_Clause]:
        begin = self.low
        opened = ""
        inner = denied = 0
        for index in range(self.low, self.high + 1):
            mark = self.words[index] if index < self.high else ";"
            if index < self.high and (mark not in _SEPARATORS or _is_in_word(self.tok, index)):
                if index == begin:
                    continue
                if self.opens_another(begin, index) and not self.goes_on_telling(begin, index):
                    self.add(begin, index, opened)
                    self.open_main(index)
                    self.clauses[self.main].own_subject = not self.coordinates(begin, index)
                    begin, opened = index, "and"
                elif end := self.denies_of_others(index):
                    self.add(begin, index, opened)
                    begin, opened, denied = index, "(", end
                elif index == denied:
                    self.add(begin, index, opened)
                    begin, opened = index, "resumed"
                elif self.opens_inside(index):
                    self.add(begin, index, opened)
                    begin, opened, inner = index, ",", index
                elif inner and self.resumes(index, inner):
                    self.add(begin, index, opened)
                    begin, opened, inner = index, "resumed", 0
                continue
            if index > begin:
                self.add(begin, index, opened)
            begin, opened, inner = index + (index < self.high), mark, 0
            if mark in _HARD and index < self.high:
                self.open_main()
        return self.clauses

    def opens_inside(self, index: int) -> bool:
        """A relative clause with no comma: "cities that will …", or one with two words that open it ("trots att")."""
        word = self.words[index]
        if word in self.lang.inner_openers:
            return True
        following = self.words[index + 1] if index + 1 < self.high else ""
        if (
            following in self.lang.complementisers
            and word in self.lang.subordinators - self.lang.complementisers
        ):
            return True
        return word in self.lang.inner_relatives and following in self.lang.finite

    def resumes(self, index: int, inner: int) -> bool:
        """A second finite verb, with no conjunction before it, belongs to the clause around."""
        if self.words[index] not in self.lang.finite or index - inner > _BRACKET:
            return False
        before = self.words[index - 1]
        if before in self.lang.coordinators or before in self.lang.finite or before in self.lang.prepositions:
            return False
        return any(word in self.lang.finite for word in self.words[inner : index - 1])

    def opens_another(self, begin: int, index: int) -> bool:
        """Whether a conjunction opens another clause, with the same subject or with one of its own."""
        if self.words[index] not in self.lang.coordinators or self.goes_on_denying(begin, index):
            return False
        return (
            self.coordinates(begin, index)
            or self.names_another(begin, index)
            or self.names_bare_noun(begin, index)
        )

    def goes_on_denying(self, begin: int, index: int) -> bool:
        """ "X never signed or sent it": what stands behind "or" is denied with what came before."""
        denials = _denials(self.lang)
        return self.words[index] in self.lang.alternatives and any(
            word in denials or word.endswith(("n't", "n’t")) for word in self.words[begin:index]
        )

    def names_another(self, begin: int, index: int) -> bool:
        """ "A will get it and B has signed": a subject and its verb behind a conjunction, a whole clause before it."""
        if self.current != self.main or index + _NAMED >= self.high:
            return False
        first = self.tok.tokens[index + 1].text
        if not (first[0].isupper() or first[0].isdigit() or self.words[index + 1] in _subjects(self.lang)):
            return False
        near = range(index + 2, min(index + 2 + _NEAR_NOT, self.high))
        verb = next((at for at in near if self.is_verb(at)), 0)
        if not verb or not _SMALL_MARKS.isdisjoint(self.words[index + 1 : verb]):
            return False
        inside = self.words[index + 1 : verb]
        if any(word in self.lang.coordinators or word in self.lang.prepositions for word in inside):
            return False
        return any(self.is_verb(at) for at in range(begin, index - _NEAR_NOT))

    def names_bare_noun(self, begin: int, index: int) -> bool:
        """ "A has signed it and work will start": a noun that has neither capital nor article, and its auxiliary."""
        lang = self.lang
        if lang.nouns_capitalised or self.current != self.main or index + _NAMED >= self.high:
            return False
        near = range(index + 2, min(index + 2 + _NEAR_NOT, self.high))
        verb = next((at for at in near if self.words[at] in lang.finite), 0)
        inside = self.words[index + 1 : verb]
        if not inside or not all(word.isalpha() for word in inside):
            return False
        small = lang.coordinators | lang.prepositions | lang.inner_relatives | lang.complementisers
        first = self.tok.tokens[index + 1].text
        if inside[-1] in lang.functions or not small.isdisjoint(inside):
            return False
        if tells_past(first, self.words[index + 1], lang):
            return False
        tokens = self.tok.tokens
        said = lang.speech_verbs | lang.told  # "said the award and first payments will come"
        return any(
            self.words[at] not in said and tells_past(tokens[at].text, self.words[at], lang)
            for at in range(begin, index - _NEAR_NOT)
        )

    def is_verb(self, at: int) -> bool:
        """Whether a word is a finite verb, by a form that is no participle's."""
        word, text = self.words[at], self.tok.tokens[at].text
        future = len(word) > _SHORTEST_VERB and text[0].islower() and word.endswith(self.lang.future_endings)
        past = bool(self.lang.clitics) and tells_past(text, word, self.lang)
        cue = None if future or past else _cues(self.lang).at(self.words, at)
        future = future or (cue is not None and cue[1] is not None and cue[1].kind == "future")
        return word in self.verbs or word in self.lang.past or future or past

    def coordinates(self, begin: int, index: int) -> bool:
        """ "und wird …": a conjunction and a finite verb open another clause with the same subject."""
        if self.words[index] not in self.lang.coordinators or index + 1 >= self.high:
            return False
        small = self.lang.clitics | self.lang.second_leads if self.denies else self.lang.clitics
        at = index + 1
        while at + 1 < self.high and self.words[at] in small:
            at += 1
        following = self.words[at]
        verb = following in self.verbs or (
            len(following) > 4 and following.endswith(self.lang.future_endings)
        )
        if not verb and (self.lang.clitics or (self.denies and self.tells_alone(begin, index))):
            verb = tells_past(self.tok.tokens[at].text, following, self.lang)
        return verb and not self.verb_final_here()

    def tells_alone(self, begin: int, index: int) -> bool:
        """Whether the words up to a conjunction have no auxiliary that a participle behind it may belong to as well."""
        return self.lang.finite.isdisjoint(self.words[begin:index])

    def goes_on_telling(self, begin: int, index: int) -> bool:
        """ "Papers wrote that X was picked and has won": what stands behind the conjunction is told as well."""
        cues = _cues(self.lang)
        return any(
            self.words[at] in self.lang.complementisers and cues.before(self.words, at + 1) is not None
            for at in range(begin, index)
        )

    def verb_final_here(self) -> bool:
        return self.lang.verb_final and self.current != self.main

    def open_main(self, conjunction: int | None = None) -> None:
        """Begin another main clause, at a conjunction or without."""
        told_with = self.rumoured() if conjunction is not None and self.joins_on(conjunction) else None
        self.clauses.append(_Clause(told_with=told_with))
        self.main = self.current = len(self.clauses) - 1

    def joins_on(self, index: int) -> bool:
        """Whether a word joins a clause to another, and sets it against nothing."""
        lang = self.lang
        return self.words[index] in lang.coordinators - lang.contrasts - lang.adversatives

    def rumoured(self) -> int | None:
        """The main clause that opens with a rumour by which this one and what is joined to it are told, if any."""
        clause = self.clauses[self.main]
        if clause.told_with is not None or not clause.parts:
            return clause.told_with
        low = clause.parts[0][0]
        for at in range(low, min(low + _NAMED, self.high)):
            cue = _cues(self.lang).at(self.words, at)
            if cue is not None and cue[1] is not None and cue[1].kind == "rumoured":
                return self.main
            if self.words[at] not in self.lang.functions:
                break
        return None

    def add(self, low: int, high: int, opened: str) -> None:
        """Give a stretch between two marks to the clause it belongs to."""
        first = self.words[low]
        opener = self.opener(low, high)
        if opener:
            follows = bool(self.clauses[self.main].parts)
            self.clauses.append(_Clause(parent=self.main, opener=opener, follows=follows))
            self.current = len(self.clauses) - 1
        elif opened == "(" or (low > self.low and self.is_gapped(low, high)):
            self.clauses.append(_Clause())
            self.clauses[-1].parts.append((low, high))
            return
        elif opened == "resumed":
            self.current = self.main
        elif opened == "," and (
            first in self.lang.new_clause
            or self.begins_anew(first)
            or self.contrasts(low, high)
            or self.stands_beside(low, high)
        ):
            if not self.is_reported(low, high):
                self.open_main(low)
        elif self.current != self.main and not self.goes_on():
            self.current = self.main
        self.clauses[self.current].parts.append((low, high))

    def is_gapped(self, low: int, high: int) -> bool:
        """ "B not", "but C is": what it says of those whom it names is no part of the clause around."""
        if self.denies_phrase(low, high) and self.is_complete():
            return True
        return high - low <= _NEAR_TOKENS + _NEAR_TOKENS and is_gapped(self.stretch(low, high), self.lang)

    def denies_phrase(self, low: int, high: int) -> bool:
        """Whether a stretch is a denial of but a noun phrase, which leaves what the clause around says as it is."""
        told = denies_phrase(self.stretch(low, high), self.lang)
        return told and self.lang.finite.isdisjoint(self.words[low:high])

    def stretch(self, low: int, high: int) -> str:
        """The words between two places, as written."""
        return self.text[self.tok.tokens[low].start : self.tok.tokens[high - 1].end]

    def is_complete(self) -> bool:
        """Whether the main clause has said something, and does not wait behind an auxiliary for what it denies."""
        parts = self.clauses[self.main].parts
        # no part is empty, so that few of them tell whether there are words enough
        told = sum(high - low for low, high in parts[:_LEAST_OF_CLAUSE])
        if self.current != self.main or told < _LEAST_OF_CLAUSE:
            return False
        return all(self.words[high - 1] not in self.lang.finite for _, high in parts[-_LEAST_OF_CLAUSE:])

    def denies_of_others(self, index: int) -> int:
        """ "and not B": where it ends, which denies nothing of what is said of those before; 0 where nothing does."""
        if self.words[index] not in self.lang.coordinators:
            return 0
        most = min(index + _NEAR_TOKENS + _NEAR_TOKENS, self.high)
        end = next((at for at in range(index + 1, most) if self.ends_phrase(at)), most)
        return end if is_gapped(self.stretch(index, end), self.lang, denying=True) else 0

    def ends_phrase(self, index: int) -> bool:
        """Whether a mark stands at a place, or the relative that goes on with what a sentence picks out ("that …")."""
        inner = self.lang.inner_relatives | self.lang.inner_openers
        word, near = self.words[index], self.words[index + 1 : min(index + 1 + _NAMED, self.high)]
        led = word in self.lang.determiners and not inner.isdisjoint(near)  # "y no B la (ciudad) que …"
        return led or word in _SEPARATORS or word in inner

    def contrasts(self, low: int, high: int) -> bool:
        """A verb or a name and then "but", right after a comma ("…, kam aber …", "…, B dagegen verlor")."""
        second = self.words[low + 1] if low + 1 < high else ""
        if second not in self.lang.contrasts:
            return False
        return self.tok.tokens[low].text[0].islower() or low + _NAMED < high

    def begins_anew(self, first: str) -> bool:
        """A finite verb right after a comma, where the main clause has its own already."""
        if first not in self.verbs or self.current != self.main:
            return False
        return self.tells(self.main)

    def is_reported(self, low: int, high: int) -> bool:
        """Whether the mood of its verb says that a clause tells what the one before only introduces ("…, X sei da")."""
        if self.current != self.main or not self.clauses[self.main].parts:
            return False
        verb = next((w for w in self.words[low : min(low + _SOON, high)] if w in self.lang.finite), "")
        return verb in self.lang.reported

    def stands_beside(self, low: int, high: int) -> bool:
        """A clause with a subject and a finite verb of its own, right after a comma ("…, a second one may follow").

        None is what a verb right before the comma tells ("they hope, it comes"), nor one that ends in its verb, as
        those do that say whose words came before ("…, the board hopes").
        """
        if self.current != self.main or not (self.tells(self.main) or self.names_subject(low)):
            return False
        if self.is_short_denial(low, high):
            return False
        verb = next(
            (at for at in range(low, min(low + _SOON, high)) if self.words[at] in self.lang.finite), high
        )
        if verb >= _last_word(self.words, low, high) or self.words[verb - 1] in self.lang.finite:
            return False
        return _cues(self.lang).before(self.words, low - 1) is None

    def names_subject(self, low: int) -> bool:
        """A name and a finite verb, in a language where no adverb needs a comma: whatever stood before had its verb."""
        parts = self.clauses[self.main].parts
        return (
            self.lang.nouns_capitalised
            and bool(parts)
            and parts[-1][1] - parts[0][0] > _NAMED
            and self.tok.tokens[low].text[0].isupper()
            and low + 1 < self.high
            and self.words[low + 1] in self.lang.finite
        )

    def is_short_denial(self, low: int, high: int) -> bool:
        """ "B may not": what it denies is told before it."""
        if high - low > _NEAR_TOKENS:
            return False
        cues = (_cues(self.lang).at(self.words, at) for at in range(low, high))
        return any(f is not None and f[1] is not None and f[1].factuality is Factuality.DENIED for f in cues)

    def tells(self, clause: int) -> bool:
        """Whether a clause has a finite verb yet; what looks like one at the end of an infinitive clause is none."""
        mark = self.lang.infinitive_mark
        parts = self.clauses[clause].parts[:3]
        return any(
            word in self.verbs
            for low, high in parts
            if not _ends_in_infinitive(self.words, low, high, mark)
            for word in self.words[low:high][:_BRACKET]
        )

    def goes_on(self) -> bool:
        """A subordinate clause that has not reached its verb goes on after the comma."""
        parts = self.clauses[self.current].parts
        if not self.lang.verb_final or not parts:
            return False
        last = self.tok.tokens[parts[-1][1] - 1].text
        return not last[0].islower() and parts[-1][0] >= self.low and len(parts) < 6

    def opener(self, low: int, high: int) -> str:
        """The word that makes the stretch a subordinate clause, or ""."""
        first = self.words[low]
        second = self.words[low + 1] if low + 1 < high else ""
        if first in self.lang.subordinators or (low > self.low and self.opens_inside(low)):
            return first
        last = _last_word(self.words, low, high)
        if _ends_in_infinitive(self.words, low, high, self.lang.infinitive_mark):
            return ""
        weekday = low > self.low + 1 and self.words[low - 2] in self.lang.weekdays
        inside = low > self.low and not (
            self.words[low - 1] == ":" and self.tok.tokens[low].text[0].isupper()
        )
        if inside and first in self.lang.relatives and not (weekday and second[:1].isdigit()):
            return first
        if inside and first in self.lang.prepositions:
            led = second if second in self.lang.relatives else self.led_with_article(low, high)
            if led:
                return led if not self.lang.verb_final or self.tok.tokens[last].text[0].islower() else ""
        return first if low > self.low and self.apposes(low, high) else ""

    def led_with_article(self, low: int, high: int) -> str:
        """The relative that an article stands before, behind its preposition ("de los que …"), or ""."""
        word = self.words[low + 2] if low + 2 < high and not self.lang.verb_final else ""
        return word if word in self.lang.relatives and self.words[low + 1] in self.lang.determiners else ""

    def apposes(self, low: int, high: int) -> bool:
        """A participle behind a comma, with a preposition soon ("…, set up by … in June"): of a name before it."""
        if self.words[low - 1] != "," or self.words[low] not in self.lang.apposed_participles:
            return False
        near = range(low + 1, min(low + 3, high))
        return any(self.words[at] in self.lang.prepositions or at in self.dated for at in near)
