"""Verbs, pronouns and the ends of clauses: who does what to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from kg.language.common import has_past, tells_past, tokenised
from kg.language.hedges import clauses, hedges, other_subjects
from kg.language.model import Span
from kg.reading.grammar.lists import Lists
from kg.reading.grammar.spoken import CAPITAL, NEAR_LEAD, NEVER, STOPS, any_of

_PLAIN, _PLACED = 3, 4
_PHRASE_WORD = re.compile(r"[\w'’-]+")
_CLAUSE_START = re.compile(r"[,;:]")
_PREPOSITION_AND_PRONOUN = 2
_OPENING_WORDS, _LONGEST_OPENING = range(1, 9), 120


class Clauses(Lists):
    """Verbs, pronouns and the ends of clauses: who does what to whom."""

    @cached_property
    def meets(self) -> re.Pattern[str]:
        spoken = self._spoken
        return re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, spoken.meets))})(?!\w)" if spoken.meets else r"(?!)",
            re.IGNORECASE,
        )

    @cached_property
    def agent_before(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of(w.agents)})\s+$")

    @cached_property
    def phrase_end(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"[.;:!?()„“\"]|,? \b(?:{any_of(w.breaks)})\b|, (?:{any_of(w.relatives)})\b|\s[–—-]\s"
        )

    @cached_property
    def phrase_split(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf",\s+(?:(?:{any_of(w.joiners)})\s+)?|\s+(?:{any_of(w.joiners)})\s+(?!-)")

    @cached_property
    def phrase_lead(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"^\W*(?:(?:{any_of(w.phrase_leads)})(?:\s+|(?<=['’])))*", re.IGNORECASE)

    @cached_property
    def topic_lead(self) -> re.Pattern[str]:
        spoken, w = self._spoken, self._wording
        return re.compile(
            rf"\b(?:{any_of(w.topic_leads)})\s+(?!(?:{any_of('|'.join(sorted(spoken.relatives)))})\b)",
            re.IGNORECASE,
        )

    @cached_property
    def over(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.over)})(?!\w)", re.IGNORECASE)

    @cached_property
    def over_what(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.over_what)})(?!\w)", re.IGNORECASE)

    def leads_off(self, words: Sequence[str]) -> bool:
        """Whether a preposition, but for one of a part, is among some words."""
        w = self._wording
        of = w.of_all.split("|")
        return not (self._spoken.prepositions - frozenset(of)).isdisjoint(words)

    @cached_property
    def was_once(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self._wording.was_once or NEVER})(?!\w)", re.IGNORECASE)

    @cached_property
    def done_before(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self._wording.done_before or NEVER})(?!\w)", re.IGNORECASE)

    @cached_property
    def phrase_tail(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of(w.phrase_tails)})$|\s+(?:{any_of(w.phrase_stops)})\s.*$")

    @cached_property
    def calls(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.calls)})\w*\b[^.]{{0,60}}$", re.IGNORECASE)

    @cached_property
    def gives_out(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(any_of(w.gives_out), re.IGNORECASE)

    @cached_property
    def none_other(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.none_other)})(?!\w)", re.IGNORECASE)

    @cached_property
    def line_words(self) -> frozenset[str]:
        spoken = self._spoken
        # what may stand between a day and a town in a line without a verb
        return frozenset({*spoken.weekdays, *spoken.clock_words, *spoken.range_words})

    def objects(self, sentence: str) -> Sequence[Span]:
        """The nouns that a sentence's verb may be about; () where the language does not tell."""
        return self._objects(sentence) if self._objects is not None else ()

    @cached_property
    def _other_papers(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?<![\w-])(?:{w.other_papers})(?!\w)" if w.other_papers else r"(?!)", re.IGNORECASE
        )

    def other_papers(self, text: str) -> tuple[Span, ...]:
        """Where a text speaks of papers that people sign beside those that the text may be about."""
        return tuple(m.span() for m in self._other_papers.finditer(text))

    @cached_property
    def _places(self) -> frozenset[str]:
        w = self._wording
        return self._spoken.prepositions | {*w.prepositions.split("|"), *w.venues.split("|")}

    def is_placed(self, lead: str) -> bool:
        """Whether a preposition stands among the last few words of a lead, and nothing joins what follows to it."""
        words = [word.casefold() for word in _PHRASE_WORD.findall(lead)[-_PLACED:]]
        spoken = self._spoken
        days = [
            n for n, w in enumerate(words) if w[:1].isdigit() or w in spoken.weekdays or w in spoken.months
        ]
        words = words[days[-1] + 1 if days else 0 :]  # "on Monday the treaty": the day has the preposition
        joined = [at for at, word in enumerate(words) if word in self._spoken.coordinators]
        return not self._places.isdisjoint(words[joined[-1] + 1 if joined else 0 :])

    @cached_property
    def _verb_particles(self) -> frozenset[str]:
        w = self._wording
        return frozenset(filter(None, w.verb_particles.split("|")))

    def makes_verb(self, particle: str, behind: str) -> bool:
        """Whether a word behind a verb makes another verb of it ("handed in on Friday"), and leads to nothing."""
        ends = not behind.strip() or behind.lstrip()[0] in STOPS
        return particle.casefold() in self._verb_particles and (ends or self.is_stranded(behind))

    @cached_property
    def _complement(self) -> re.Pattern[str]:
        spoken, w = self._spoken, self._wording
        attributes = rf"(?:[^\W\dA-ZÄÖÜ_]+(?:{any_of(w.adjective_endings)})\s+){{0,3}}"
        attributes += rf"(?:[{CAPITAL}][\w-]*(?:{any_of(w.name_adjectives)})\s+(?=[{CAPITAL}]))?"
        noun = rf"{attributes}[„“\"»«]?([{CAPITAL}][\w-]+)" if spoken.nouns_capitalised else r"(?=\w)()"
        determined = rf"(?:(?i:{any_of(w.aim_articles)})\s+|l['’])"
        return re.compile(
            rf"(?<![\w-])(?:(?i:{any_of(w.aims_behind)})\s+{determined}?|"
            rf"(?i:{any_of(w.aims_determined)})\s+{determined}){noun}"
        )

    @cached_property
    def _no_aims(self) -> frozenset[str]:
        w = self._wording
        return frozenset(w.no_aims.split("|"))

    @cached_property
    def _aims_to(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self._wording.aims_to or NEVER})(?!\w)")

    def aims_elsewhere(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch says what else is to be done ("plans *to plant 3,000 trees by* 2030")."""
        return self._aims_to.search(text, start, end) is not None

    def complements(self, text: str, clause: Span, word: Span) -> Iterator[Span]:
        """Nouns in a word's clause that may say what somebody is chosen or applies for; none that says nothing.

        Where nouns have capitals they may stand anywhere in it, else only right behind the word, and with what
        stands before them.

        Args:
            text: Of the sentence.
            clause: From where to where.
            word: The word; it may end in the preposition.
        """
        if self.nouns_capitalised:
            found = (m for m in self._complement.finditer(text, *clause))
            yield from (m.span(1) for m in found if m[1].casefold() not in self._no_aims)
            return
        last = text.rfind(" ", *word) + 1 or word[0]
        lead = self._complement.match(text, last) or self._complement.match(text, word[1] + 1)
        phrase = [*self._phrase(text, lead.end(), clause[1])] if lead is not None else []
        noun = phrase[0 if self._noun_first else -1] if phrase else (0, 0)
        plain = len(phrase) <= _PLAIN or self._noun_first
        if noun[0] >= word[1] and not (plain and text[slice(*noun)].casefold() in self._no_aims):
            yield phrase[0][0], noun[1]

    @cached_property
    def _functions(self) -> frozenset[str]:
        spoken, w = self._spoken, self._wording
        return spoken.functions | spoken.finite | frozenset(w.adverbs.split("|"))

    def _phrase(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The words from a place on, up to the first that names nothing."""
        for word in _PHRASE_WORD.finditer(text, start, end):
            if word[0].casefold() in self._functions:
                return
            yield word.span()

    @cached_property
    def _agent_lead(self) -> re.Pattern[str]:
        w = self._wording
        named = rf"(?:(?:{self._any_namer})(?:\s+|(?<=['’])))*"
        return re.compile(
            rf"\s+(?:{any_of(w.agents)})(?:\s+|(?<=['’])){named}|\s+(?:{any_of(w.articles)})(?:\s+|(?<=['’]))",
            re.IGNORECASE,
        )

    def is_agent_lead(self, gap: str) -> bool:
        """Whether a gap holds but a preposition of who does something, with articles ("by the")."""
        return self._agent_lead.fullmatch(gap) is not None

    @cached_property
    def _participle(self) -> re.Pattern[str]:
        spoken = self._spoken
        return re.compile(spoken.participles)

    def passive(self, text: str, start: int, end: int) -> bool:
        """Whether an auxiliary makes of the verb between two places what is done to its subject."""
        words = text[start:end].split()
        if not self._passives or not self._participle.fullmatch(words[-1].rpartition("-")[2]):
            return False
        lead = _CLAUSE_START.split(text[:start])[-1].casefold().split()
        if not self.verb_last:
            return not self._passives.isdisjoint(lead[-2:]) or words[0].casefold() in self._passives
        follow = re.findall(r"^\s*(\w+)(?:\s+(\w+))?", text[end:].casefold())
        return not self._passives.isdisjoint([*lead, *(follow[0] if follow else ())])

    @cached_property
    def _inflections(self) -> tuple[str, ...]:
        spoken = self._spoken
        return tuple(filter(None, spoken.wording.adjective_endings.split("|")))

    def inflected(self, word: str) -> bool:
        """Whether a word ends as an adjective does that stands before its noun."""
        return word.endswith(self._inflections)

    def is_participle(self, word: str) -> bool:
        """Whether a word has the form of a verb that tells what is done to something."""
        return self._participle.fullmatch(word) is not None

    def object_before(self, text: str, start: int) -> bool:
        """Whether a pronoun right before a verb is its object, so that the subject may stand behind ("lo paga X")."""
        words = text[:start].casefold().split()[-1:]
        return not self.nouns_capitalised and not self._object_pronouns.isdisjoint(words)

    def leads_clause(self, lead: str) -> bool:
        """Whether a lead ends in the relative or question word of a clause of its own ("…, at which", "saw how")."""
        spoken, last = self._spoken, lead.rsplit(maxsplit=_PLAIN + 1)[-_PLAIN - 1 :]
        words = [word.casefold() for word in last]
        openers = spoken.relatives | spoken.subordinators | spoken.inner_relatives
        if len(words) < _PREPOSITION_AND_PRONOUN or words[-1] not in openers:
            return False
        before = words[-2] if words[-2] not in self._places else words[-3] if len(words) > _PLAIN else ""
        return not self.nouns_capitalised or before.endswith(",")

    @cached_property
    def _relative_words(self) -> frozenset[str]:
        spoken = self._spoken
        return spoken.relatives | spoken.inner_relatives

    def ends_in_relative(self, lead: str) -> bool:
        """Whether a relative pronoun, elided or not, stands last ("…, que", "…, qu'")."""
        word = re.sub(r"(?<=['’])(?=\w)", " ", lead[-NEAR_LEAD:].casefold()).split()[-1:]
        return any(
            w in self._relative_words
            or (w[-1] in "'’" and any(r.startswith(w[:-1]) for r in self._relative_words))
            for w in word
        )

    def turns_aside(self, gap: str) -> bool:
        """Whether a relative pronoun in a gap gives what follows a subject of its own ("… and which X pays")."""
        words = gap.casefold().split()
        return not self.verb_last and len(words) > 1 and not self._relative_words.isdisjoint(words)

    def relates(self, gap: str) -> bool:
        """Whether a comma and a relative pronoun, with a preposition before it or not, open a part of a gap."""
        parts = [part.casefold().split()[:_PREPOSITION_AND_PRONOUN] for part in gap.split(", ")[1:]]
        return any(
            first in self._relative_words
            or (
                bool(rest)
                and rest[0] in self._relative_words
                and self._prepositions.search(first) is not None
            )
            for first, *rest in (part for part in parts if part)
        )

    def opens_inverted(self, words: str) -> bool:
        """Whether words open a relative clause whose subject may stand behind its verb."""
        first = words.split()[0].casefold()
        return not self.nouns_capitalised and " " in words and first in self._relative_words

    @cached_property
    def _predicate(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of(w.equates)})\s+(?:\w+\s+){{0,2}}")

    def is_predicate(self, gap: str) -> bool:
        """Whether a verb of being stands in a gap, with two words at most on each side."""
        return self._predicate.fullmatch(gap) is not None

    @cached_property
    def _hails(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s+(?:{any_of(w.hails)})\s+(?:\w+\s+){{0,2}}")

    def hails(self, gap: str) -> bool:
        """Whether a number and a place are tied by where those counted lie, go to or are from ("six go to X")."""
        return self.is_predicate(gap) or self._hails.fullmatch(gap) is not None

    @cached_property
    def _relative_here(self) -> re.Pattern[str]:
        return re.compile(
            rf"\s*(?:[\w-]+)?,\s+(?:(?:{self._any_preposition})\s+)?(?:{self._any_relative})\b[^.;:!?,]*$"
        )

    def opens_relative(self, gap: str) -> bool:
        """Whether a relative clause that a verb at most parts from its noun opens in a gap and is still open."""
        return self._relative_here.match(gap) is not None

    def may_have_verb(self, gap: str) -> bool:
        """Whether a gap holds an auxiliary, or any word in lower case that is no preposition, article or the like."""
        return any(w in self._finite or (w.islower() and w not in self._functions) for w in gap.split())

    def has_auxiliary(self, words: str) -> bool:
        """Whether some words hold a verb that every language uses all the time ("is", "has", "will")."""
        return any(w in self._finite for w in words.split())

    @cached_property
    def _opening_pronoun(self) -> re.Pattern[str]:
        w = self._wording
        first = "|".join([w.subjects_again, w.possessives])
        return re.compile(rf"\W*(?:{any_of(first)})\b", re.IGNORECASE)

    def opens_with_pronoun(self, text: str) -> bool:
        """Whether a sentence begins with a personal or a possessive pronoun."""
        return self._opening_pronoun.match(text) is not None

    @cached_property
    def _pronoun_behind(self) -> re.Pattern[str]:
        spoken, w = self._spoken, self._wording
        verb = (
            rf"(?:{any_of('|'.join(sorted(spoken.finite)))}|\w{{3,}}(?:te|t))\s+"
            if self.nouns_capitalised
            else ""
        )
        return re.compile(
            rf"\W*(?:[\w.-]+\s+){{1,5}}{verb}(?:{any_of(w.subjects_again)})\b"
            if self.nouns_capitalised
            else rf"\W*(?:[\w.-]+,?\s+){{1,5}}(?:{any_of(w.subjects_again)})\b",
            re.IGNORECASE,
        )

    def speaks_on(self, text: str) -> int:
        """Where the words end that say, by a pronoun behind a few others or by none at all, that the sentence is
        about what was spoken of before ("In May it was …"); -1 where none do."""
        found = self._pronoun_behind.match(text)
        if found is not None:
            return found.end()
        return 0 if self._drops_subject else -1

    def tells(self, rest: str) -> bool:
        """Whether a verb of saying comes next ("In X says …"), as where verbs stand second."""
        words = rest.split(maxsplit=1)
        return bool(words) and words[0] in self._says

    def is_no_noun(self, word: str) -> bool:
        """Whether a word in lower case can be no noun, as those have capitals."""
        return self._spoken.nouns_capitalised and word.islower()

    def is_function(self, gap: str) -> bool:
        """Whether a gap holds no word, or one that names nothing ("112 also take part")."""
        return all(word.casefold() in self._functions for word in gap.split())

    @cached_property
    def _object_lead(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?<!\w)(?:{any_of(w.object_articles)})\s+")

    def object_start(self, stretch: str) -> int:
        """Where in the words before a verb its object begins, by its article; 0 where it has none."""
        found = self._object_lead.search(stretch)
        return found.end() if found is not None else 0

    @cached_property
    def _possessed(self) -> re.Pattern[str]:
        return re.compile(rf"\s*(?:{any_of(self._wording.possessives)})\s")

    def owned(self, words: str) -> bool:
        """Whether a phrase is said to be somebody's ("its plan")."""
        return self._possessed.match(words) is not None

    @cached_property
    def _no_topic(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?:{any_of(w.no_topics)})\b" if w.no_topics else "(?!)", re.IGNORECASE)

    def idiom(self, phrase: str) -> bool:
        """Whether a stretch begins as one that never says what something is about ("on paper")."""
        return self._no_topic.match(phrase) is not None

    @cached_property
    def _verbal(self) -> frozenset[str]:
        spoken, w = self._spoken, self._wording
        return spoken.finite | (spoken.relatives - frozenset(w.articles.split("|")) - spoken.prepositions)

    def is_clause(self, phrase: str) -> bool:
        """Whether a stretch is more than a noun phrase, for an auxiliary or a relative pronoun stands in it."""
        return any(word.casefold() in self._verbal for word in phrase.split())

    @cached_property
    def _pointers(self) -> frozenset[str]:
        w = self._wording
        return frozenset(w.pointers.split("|")) - frozenset(w.articles.split("|"))

    def points(self, phrase: str) -> bool:
        """Whether a phrase points back to what was named ("these topics")."""
        return phrase.split()[0].casefold() in self._pointers if phrase.strip() else False

    @cached_property
    def _determiners(self) -> frozenset[str]:
        w = self._wording
        prepositions = "|".join([w.prepositions, w.venues, w.topic_links]).split("|")
        return frozenset("|".join([w.articles, w.possessives, w.pointers]).split("|")).difference(
            prepositions
        )

    def goes_on_in_noun(self, text: str, end: int) -> bool:
        """Whether a determiner right behind a noun says whose or what it is of ("zur Würdigung dieser …")."""
        following = text[end:].split(maxsplit=1)[:1]
        return text[end : end + 1].isspace() and following[0].casefold() in self._determiners

    @cached_property
    def _verb_first(self) -> re.Pattern[str]:
        return re.compile(rf"\s+(?:{self._any_finite})\b")

    def opens_with_verb(self, behind: str) -> bool:
        """Whether a finite verb stands first, in languages where it does so behind what a clause speaks of."""
        return not self.nouns_capitalised and self._verb_first.match(behind) is not None

    @cached_property
    def _verb_next(self) -> re.Pattern[str]:
        return re.compile(rf",?\s+(?:{self._any_finite})\s")

    def goes_on_with_verb(self, gap: str) -> bool:
        """Whether a comma, if any, and a finite verb open what follows on somebody."""
        return not self.nouns_capitalised and self._verb_next.match(gap) is not None

    def opens_clause(self, before: str, behind: str) -> bool:
        """Whether a name opens a main clause behind a comma, small words before it and its verb right behind."""
        comma, _, lead = before.partition(" ")
        verb = behind.split(maxsplit=1)[:1]
        opens = self.verb_last and comma == "," and bool(lead) and self.is_function(lead)
        return opens and bool(verb) and verb[0] in self._spoken.finite

    @cached_property
    def _verb_behind_comma(self) -> re.Pattern[str]:
        return re.compile(rf",\s+(?:{self._any_finite})\b")

    def verb_follows(self, gap: str) -> bool:
        """Whether a finite verb opens what goes on behind a comma (", has held")."""
        return self._verb_behind_comma.search(gap) is not None

    @cached_property
    def _small_words(self) -> frozenset[str]:
        spoken = self._spoken
        return spoken.functions | spoken.finite | spoken.speech_verbs

    def noun_follows(self, behind: str) -> bool:
        """Whether a noun without a capital follows, where nouns have none."""
        word = re.match(r"\s([a-zà-ÿ][\w-]*)", behind)
        return not self.nouns_capitalised and word is not None and word.group(1) not in self._small_words

    @cached_property
    def _against(self) -> re.Pattern[str]:
        return re.compile(rf"[,;–—]\s+(?:{any_of(self._wording.sets_against)})\s|;", re.IGNORECASE)

    @cached_property
    def _opens_against(self) -> re.Pattern[str]:
        spoken = self._spoken
        small = spoken.coordinators | spoken.new_clause | spoken.adversatives
        words = [w for w in self._wording.sets_against.split("|") if w not in small]
        return re.compile(rf"\W*(?:{any_of('|'.join(words))})\s", re.IGNORECASE)

    def set_against(self, text: str) -> tuple[int, ...]:
        """Where clauses with a subject of their own begin that a conjunction, or a semicolon, sets against another."""
        bounds = {
            j.end() for j in self._against.finditer(text) if not self._is_aside(text, j.start(), j.end())
        }
        bounds.update(other_subjects(text, self._spoken))
        if opening := self._opens_against.match(text):
            bounds.update(self._first_clause_ends(text, opening.end()))
        return tuple(sorted(bounds))

    def told_of_others(self, text: str, at: int) -> int | None:
        """Where the clause of a place begins, if a verb that tells of the past leads to it with "that", it opens with a
        name, and nothing in it points back ("A said that B has it"; "A found that B is its partner" does)."""
        tok, spoken = tokenised(text), self._spoken
        if spoken.complementisers.isdisjoint(tok.vocabulary):
            return None
        back = spoken.pronouns | frozenset(
            f"{self._wording.possessives}|{self._wording.subjects_again}".split("|")
        )
        for index, word in enumerate(tok.words[:-1]):
            if (
                word not in spoken.complementisers
                or index == 0
                or not tok.tokens[index + 1].text[0].isupper()
            ):
                continue
            verb = index - 1 - (tok.words[index - 1] == "," and index > 1)
            start = tok.tokens[index + 1].start
            if start > at or not self._tells(text, verb):
                continue
            for clause in clauses(text, spoken):
                if all(any(low <= one < high for low, high in clause) for one in (start, at)):
                    said = " ".join(text[low:high] for low, high in clause)
                    return start if back.isdisjoint(tokenised(said).words) else None
        return None

    def _tells(self, text: str, index: int) -> bool:
        """Whether a word is a verb that tells of the past or of what was not done ("failed to notice")."""
        tok, spoken = tokenised(text), self._spoken
        token, word = tok.tokens[index], tok.words[index]
        if token.text[0].islower() and (word in spoken.speech_verbs or tells_past(token.text, word, spoken)):
            return True
        return any(h.kind == "undone" and h.end == token.start - 1 for h in hedges(text, spoken))

    def _is_aside(self, text: str, start: int, end: int) -> bool:
        """Whether a clause set against another stands between two commas and names nobody ("A and, though …, B")."""
        spoken, comma = self._spoken, text.find(",", end)
        opener = text[start:end].strip(" ,;–—").casefold()
        if comma < 0 or opener in spoken.coordinators | spoken.adversatives or text[start] != ",":
            return False
        inside, behind = text[end:comma], text[comma + 1 :].split(maxsplit=1)
        if behind and behind[0].casefold() in spoken.coordinators:
            return False
        return inside.islower() and not _CLAUSE_START.search(inside)

    def _first_clause_ends(self, text: str, start: int) -> Iterator[int]:
        """The comma behind the first words that have a verb ("While A, B and C received it, D …")."""
        comma = text.find(",", start)
        while comma >= 0:
            if self.may_have_verb(text[start:comma].replace(",", " ")):
                yield comma + 1
                return
            comma = text.find(",", comma + 1)

    @cached_property
    def _said_then(self) -> re.Pattern[str]:
        spoken = self._spoken
        says = any_of("|".join(sorted(spoken.saying)))
        return re.compile(rf"\b(?:{says})\s+(?:(?:{self._any_preposition})\s+)?$", re.IGNORECASE)

    def said_then(self, text: str, start: int) -> bool:
        """Whether a day only says when somebody said something ("the office said on Friday")."""
        return self._said_then.search(text[:start]) is not None

    @cached_property
    def _happened(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self._wording.happened or NEVER})(?!\w)", re.IGNORECASE)

    def happened(self, text: str) -> int:
        """Where in a sentence stands when what was told before it happened ("That was …"); 0 where it tells no such."""
        found = self._happened.match(text)
        return found.end() if found is not None else 0

    def leads_to_day(self, gap: str) -> bool:
        """Whether but small words and the day of the week stand before a date, and none that parts it from that."""
        words = (word.casefold() for word in gap.replace(",", " ").split())
        return all(word in self._on_days or word in self._spoken.weekdays for word in words)

    @cached_property
    def _on_days(self) -> frozenset[str]:
        return frozenset(self._wording.on_days.split("|"))

    def opens_apart(self, text: str, one: Span, other: Span) -> bool:
        """Whether a subject stands behind the comma of what a sentence opens with ("At the meeting in A, the town B").

        Args:
            text: Of the sentence.
            one: Where the first name stands.
            other: Where the next one does.
        """
        if one[0] > _LONGEST_OPENING or not text.startswith(",", one[1]):
            return False
        lead, gap = text[: one[0]], text[one[1] : other[0]]
        behind = text[other[1] : other[1] + _LONGEST_OPENING]
        named = gap.removeprefix(",").casefold().split()
        words = lead.casefold().split()
        if not named or "," in lead or len(words) not in _OPENING_WORDS:
            return False
        if not self._spoken.coordinators.isdisjoint(named) or self._leads_alike(words[-len(named) :], named):
            return False
        is_led = words[0] in self._functions or not self._spoken.prepositions.isdisjoint(words)
        if not is_led or not self._finite.isdisjoint(words):
            return False
        return not self.belongs_before(lead) and self._has_verb(behind.partition(",")[0])

    @cached_property
    def _all_of(self) -> frozenset[str]:
        """Words for "of" in all their forms, elided or not."""
        return self._spoken.of_words | {*self._wording.head_links.split("|")}

    def _leads_alike(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether two names are led by the same words, or by one for "of" in whatever form ("d'A, de B")."""
        if list(one) == list(other):
            return True
        return (
            len(one) == len(other) == 1
            and {word.replace("’", "'") for word in (*one, *other)} <= self._all_of
        )

    def _has_verb(self, stretch: str) -> bool:
        """Whether a finite verb of whatever tense stands in a stretch."""
        return not self._finite.isdisjoint(tokenised(stretch).words) or has_past(stretch, self._spoken)
