"""The words between the members of a list, and around it."""

from __future__ import annotations

import re
from functools import cached_property

from kg.language.gapped import Gapped, denied_phrases, gapped, in_denied_phrase
from kg.language.hedges import hedges
from kg.language.model import Span
from kg.reading.grammar.leads import Leads
from kg.reading.grammar.spoken import NEAR_LEAD, NEVER, STOPS, any_of

_LONGEST_GAP = 70
_LONGEST_CLAUSE = 140
_LEAST_CLAUSE = 3
_PARTS = re.compile(r"[;:!?]|\.\s")
_NO_WORD = re.compile(r"[\s„“”\"'«»()]+")


class Lists(Leads):
    """The words between the members of a list, and around it."""

    @cached_property
    def _joined(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"^(?:\s*\([^()]{{0,40}}\)|\s(?-i:[A-Z]{{2}})(?!\w))?\s*(?:,|–|-|/|;)?\s*(?:(?:{any_of(w.joiners)})\s+)*(?:(?:{self._any_inside})(?:\s+|(?<=['’])))*$",
            re.IGNORECASE,
        )

    @cached_property
    def _described(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"^\s*,?\s*(?:{any_of(w.joiners)})\s+(?:(?:{any_of(w.adverbs)})\s+)?"
            rf"(?:[^\W\dA-ZÄÖÜ_]+(?:{any_of(w.adjective_endings)})\s+)$"
        )

    @cached_property
    def _aside(self) -> re.Pattern[str]:
        return re.compile(
            rf"^,\s+(?:(?:{self._any_preposition})\s+)?(?:{self._any_relative})\b[^;:.!?,]{{0,90}},\s*(.*)$"
        )

    def joined(self, gap: str) -> bool:
        """Whether the words between two mentions merely list them."""
        aside = self._aside.match(gap) if gap.startswith(",") else None
        if aside is not None:  # "A, which …, B and C"
            return not aside.group(1) or self._joined.match(aside.group(1)) is not None
        if not gap.strip() or len(gap) >= _LONGEST_GAP:
            return False
        return self._joined.match(gap) is not None or self._described.match(gap) is not None

    @cached_property
    def _place_lead(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.places)})\s+(?:(?:{any_of(w.articles)})\s+)?$")

    def placed(self, lead: str) -> bool:
        """Whether a preposition of place, or an article, ends a lead ("A in X, B": X is where A lies)."""
        return self._place_lead.search(lead) is not None

    @cached_property
    def _over(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self._any_coordinator})\s+(?:{self._any_finite})\b")

    @cached_property
    def besides(self) -> re.Pattern[str]:
        """What opens a second predicate of the same subject: a conjunction and a verb, an adverb between at most."""
        w = self._wording
        return self._and_does(rf"{any_of(w.adverbs)}|\w+(?:{any_of(w.adjective_endings)})")

    @cached_property
    def next_verb(self) -> re.Pattern[str]:
        """What opens a second predicate and nothing else: a conjunction and a verb, an adverb between at most."""
        return self._and_does(any_of(self._wording.adverbs))

    def _and_does(self, between: str) -> re.Pattern[str]:
        """A conjunction and a verb, with at most two of some words between."""
        verbs = f"{self._any_finite}|{any_of(self._wording.does_besides)}"
        return re.compile(rf"\s(?:{self._any_coordinator})\s+(?:(?:{between})\s+){{0,2}}(?:{verbs})\b")

    def goes_over(self, gap: str) -> bool:
        """Whether a conjunction and a verb open another clause between two words."""
        return self._over.search(gap) is not None

    @cached_property
    def _breaks(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf";|\b(?:{any_of(w.breaks)})\b|\b(?:{any_of(w.betweens)})\s*$", re.IGNORECASE)

    def breaks(self, gap: str) -> bool:
        """Whether another clause begins between two members."""
        return self._breaks.search(gap) is not None

    @cached_property
    def _one(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s*(?:{any_of(w.pairs)}|[–-])\s*(?:(?:{self._any_inside})\s+)?$")

    def couples(self, gap: str) -> bool:
        """Whether two mentions make one pair ("A with B")."""
        return self._one.match(gap) is not None

    @cached_property
    def _owned_by(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s(?:{any_of(w.head_links)})\s?", re.IGNORECASE)

    def owned_by(self, gap: str) -> bool:
        """Whether what follows a noun is whose it is ("the twin towns of X")."""
        return self._owned_by.fullmatch(gap) is not None

    @cached_property
    def _next(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"\s*(?:,\s*(?:{any_of(w.between_pairs)})?|;|{any_of(w.between_pairs)})\s*(?:(?:{self._any_inside})\s+)?$"
        )

    def couples_next(self, gap: str) -> bool:
        """Whether the next pair of a list of pairs begins."""
        return self._next.match(gap) is not None

    @cached_property
    def _pairs(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.pairs, words=1)

    def pairs(self, lead: str) -> bool:
        """Whether what follows is the other one of a pair."""
        return self._pairs.search(lead) is not None

    @cached_property
    def _beside(self) -> re.Pattern[str]:
        w = self._wording
        beside = frozenset(w.pairs.split("|")) - frozenset(w.joiners.split("|"))
        return re.compile(
            rf"\b(?:{any_of('|'.join(sorted(beside)))})\s+(?:(?:{self._any_namer})\s+)*$",
            re.IGNORECASE,
        )

    def beside(self, lead: str) -> bool:
        """Whether what follows is somebody else's company ("with A, B and C")."""
        return self._beside.search(lead) is not None

    @cached_property
    def _coordinators_last(self) -> tuple[re.Pattern[str], ...]:
        opened = rf"\s(?:{self._any_coordinator})\s+(?:(?:{any_of(self._wording.articles)})\s+)?"
        return tuple(re.compile(rf"{opened}(?:\w+\s){{0,{n}}}$", re.IGNORECASE) for n in range(3))

    def coordinated_at(self, text: str, start: int, *, words: int = 0) -> int:
        """Where a conjunction stands before a word, an article and so many words between at most; -1 without one."""
        found = self._coordinators_last[words].search(text, max(0, start - _LONGEST_GAP), start)
        return found.start() if found is not None else -1

    @cached_property
    def _company_aside(self) -> re.Pattern[str]:
        beside = any_of("|".join(sorted(self._with - frozenset(self._wording.betweens.split("|")))))
        jointly = self._wording.jointly or NEVER
        return re.compile(rf"\s?,\s(?!(?:{jointly})\s)(?:[^\W\d_]+\s){{0,3}}?(?:{beside})\s", re.IGNORECASE)

    def opens_company(self, gap: str) -> bool:
        """Whether a comma and a word for company open what stands between two names (", in partnership with").

        Not where those behind it do the same as those before (", together with").
        """
        return self._company_aside.match(gap) is not None

    def company_from(self, lead: str) -> int:
        """Where the words begin that make what follows somebody's company; -1 where none do."""
        found = self._beside.search(lead)
        return found.start() if found is not None else -1

    @cached_property
    def _with(self) -> frozenset[str]:
        w = self._wording
        beside = frozenset(w.pairs.split("|")) - frozenset(w.joiners.split("|"))
        return beside | frozenset(w.betweens.split("|"))

    @cached_property
    def _company(self) -> re.Pattern[str]:
        w = self._wording
        beside = frozenset(w.pairs.split("|")) - frozenset(w.joiners.split("|"))
        return re.compile(rf"\s*(?:{any_of('|'.join([*sorted(beside), w.betweens]))})\s+", re.IGNORECASE)

    def company(self, text: str, start: int, end: int) -> int:
        """Where the company begins that a word speaks of ("cooperation with …"); -1 where it speaks of none."""
        found = self._company.match(text, end)
        if found is not None:
            return found.end()
        own = text[start:end].casefold().rpartition(" ")[2]
        return end if own in self._with else -1

    def is_particle(self, text: str, end: int) -> bool:
        """Whether a word for company before a place is none, as nobody follows ("work in the project with.")."""
        stops = not text[end : end + 1] or text[end] in STOPS
        return stops and text[:end].casefold().rpartition(" ")[2] in self._with

    @cached_property
    def _fellows(self) -> frozenset[str]:
        w = self._wording
        return frozenset(w.fellows.casefold().split("|"))

    def has_fellows(self, words: str) -> bool:
        """Whether people are spoken of who stand for what is named ("its peers")."""
        return any(w.casefold() in self._fellows for w in _NO_WORD.split(words))

    def is_stranded(self, words: str) -> bool:
        """Whether nobody stands behind a preposition, as another follows ("with on")."""
        return any(w.casefold() in self._spoken.prepositions for w in words.split()[:1])

    def is_led_off(self, words: str) -> bool:
        """Whether a preposition stands among some words ("schools in X")."""
        return any(w.casefold() in self._spoken.prepositions for w in words.split())

    @cached_property
    def _in_passing(self) -> frozenset[str]:
        w, nouns = self._wording, self._nouns
        return frozenset("|".join([w.articles, w.possessives, *nouns]).casefold().split("|"))

    def leads_to_name(self, gap: str) -> bool:
        """Whether words before a name only lead to it, or are for people who stand for it ("its peers from …")."""
        words = [w for w in _NO_WORD.split(gap) if w and w.casefold() not in self._in_passing]
        if self.has_fellows(gap):
            return True
        told = [w for w in words[:-1] if not self.nouns_capitalised or w[:1].isupper()]
        if any(w.casefold() in self._spoken.prepositions for w in words):
            return False
        return len(told) <= (0 if self.nouns_capitalised else 1)

    @cached_property
    def _listing(self) -> frozenset[str]:
        w = self._wording
        return (
            frozenset(w.listing.split("|"))
            | frozenset(w.joiners.split("|"))
            | frozenset(w.articles.split("|"))
        )

    def lists(self, word: str) -> bool:
        """Whether a word may stand between the names of a bare list."""
        return word.casefold() in self._listing

    @cached_property
    def _relative(self) -> re.Pattern[str]:
        return re.compile(rf",\s+(?:(?:{self._any_preposition})\s+)?({self._any_relative})\b[^,;:.!?]*$")

    @cached_property
    def _one_of_relatives(self) -> frozenset[str]:
        w = self._wording
        return frozenset(w.singular_relatives.split("|"))

    def relative(self, lead: str) -> tuple[int, bool] | None:
        """Where the comma of the relative clause stands that a lead ends in, and whether it can tell of several."""
        found = self._relative.search(lead[-_LONGEST_CLAUSE:])
        if found is None:
            return None
        start = max(0, len(lead) - _LONGEST_CLAUSE)
        return start + found.start(), found.group(1) not in self._one_of_relatives

    def leaves(self, gap: str) -> bool:
        """Whether another clause that is no relative one begins between two words."""
        comma = gap.find(",")
        return ";" in gap or (comma >= 0 and self.relative(gap) is None)

    @cached_property
    def _leading(self) -> re.Pattern[str]:
        return re.compile(
            rf"\b({self._any_preposition})\s+"
            rf"(?:(?:{self._any_namer})\s+)*$"
        )

    def led_alike(self, lead: str, gap: str) -> str:
        """What parts two members but for the preposition that leads both ("to A and to B"); "" where none does."""
        first, second = self._leading.search(lead), self._leading.search(gap)
        if first is None or second is None or first.group(1) != second.group(1):
            return ""
        return gap[: second.start(1)] + gap[second.end(1) :].lstrip()

    @cached_property
    def _new_subject(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?:[\w'’-]+\s+){{{_LEAST_CLAUSE},}}(?:{any_of(w.joiners)})\s+(?:\w+\s+)?(?:{any_of(w.possessives)})\s",
            re.IGNORECASE,
        )

    def changes_subject(self, gap: str) -> bool:
        """Whether a second clause within a gap speaks of something else ("… come from X and their work has been")."""
        return self._new_subject.search(gap) is not None

    @cached_property
    def _any_gap_word(self) -> str:
        return any_of("|".join([self._wording.gap_words, self._wording.articles]))

    @cached_property
    def _gapped(self) -> re.Pattern[str]:
        return re.compile(rf"(?:\s+(?:{self._any_gap_word}))*\s+", re.IGNORECASE)

    def gapped(self, gap: str) -> bool:
        """Whether a member and its day stand side by side, as where the verb is left out."""
        return self._gapped.fullmatch(gap) is not None

    @cached_property
    def _goes_on(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"[^,;]*(?:[,;]|\s(?:{any_of(w.joiners)})\s)\s*(?:(?:{any_of(w.joiners)})\s+)?(?:(?:{self._any_gap_word})\s+)*",
            re.IGNORECASE,
        )

    def goes_on(self, gap: str) -> bool:
        """Whether a comma or a conjunction, after the rest of a clause, opens the next."""
        return self._goes_on.fullmatch(gap) is not None

    @cached_property
    def _others(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"\b(?:{any_of(w.others)})\b[^.;()]{{0,60}}?(?:\b(?:{any_of(w.equates)})|:)\s+(?:(?:{any_of(w.articles)})\s+)?$",
            re.IGNORECASE,
        )

    @cached_property
    def _are_others(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"\s+(?:{any_of(w.equates)})\s+(?:\w+\s+){{0,2}}(?:{any_of(w.others)})\b", re.IGNORECASE
        )

    def others(self, lead: str, tail: str) -> bool:
        """Whether a list is said to be the others ("the other two are …")."""
        return self._others.search(lead) is not None or self._are_others.match(tail) is not None

    @cached_property
    def _earlier(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?:[^\s.;:()]+\s+){{0,2}}\b(?:{any_of(w.earlier)})\b[^.;:()]{{0,80}}?\s(?:{any_of(w.receivers)}|{any_of(w.equates)})\s+"
            rf"(?:(?:{self._any_namer})(?:\s+|(?<=['’])))*$",
            re.IGNORECASE,
        )

    def earlier(self, lead: str) -> int | None:
        """Where the words begin by which a list tells who came before ("the previous five went to …"), if it does."""
        found = self._earlier.search(lead, max(0, len(lead) - _LONGEST_CLAUSE))
        return found.start() if found is not None else None

    @cached_property
    def _after(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.after)})\s+(?:(?:{self._any_namer})\s+)*$", re.IGNORECASE)

    def after(self, lead: str) -> bool:
        """Whether what follows comes before another in a row ("after A")."""
        return self._after.search(lead) is not None

    @cached_property
    def _namely(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"[^,]*,\s+(?:{any_of(w.namely)})\s+", re.IGNORECASE)

    def names_them(self, gap: str) -> bool:
        """Whether a gap ends by announcing names ("…, namely")."""
        return self._namely.fullmatch(gap) is not None

    @cached_property
    def _contrasts(self) -> re.Pattern[str]:
        w = self._wording
        words = [w.unlike, w.all_but, w.excepted]
        return re.compile(rf"(?<!\w)(?:{'|'.join(filter(None, words)) or NEVER})(?!\w)", re.IGNORECASE)

    def contrasts(self, text: str) -> bool:
        """Whether a sentence may say the contrary of one of whom it names."""
        return self._contrasts.search(text) is not None or bool(gapped(text, self._spoken))

    def _before_apart(self, words: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w)(?:{words or NEVER})\s*(?:(?:{self._any_namer})\s*)*$",
            re.IGNORECASE,
        )

    @cached_property
    def _unlike(self) -> re.Pattern[str]:
        return self._before_apart(self._wording.unlike)

    @cached_property
    def _all_but(self) -> re.Pattern[str]:
        return self._before_apart(self._wording.all_but)

    @cached_property
    def _excepted(self) -> re.Pattern[str]:
        return re.compile(rf",?\s+(?:{self._wording.excepted or NEVER})(?=\s*(?:[,.;:)–—]|$))", re.IGNORECASE)

    @cached_property
    def _said_of_all(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?<!\w)(?:{w.said_of_all or NEVER}|{w.said_of_none or NEVER})(?!\w)", re.IGNORECASE
        )

    @cached_property
    def _said_of_none(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self._wording.said_of_none or NEVER})(?!\w)", re.IGNORECASE)

    @cached_property
    def _says_also(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{any_of(self._wording.alike)})(?!\w)", re.IGNORECASE)

    def unlike(self, text: str, start: int, end: int) -> bool:
        """Whether a mention is set against whom its sentence is about ("unlike A", "all but A", "A excepted")."""
        lead = text[max(0, start - _LONGEST_GAP) : start]
        if self._unlike.search(lead) is not None:
            return True
        if self._all_but.search(lead) is None and self._excepted.match(text, end) is None:
            return False
        lead, rest = text[max(0, start - _LONGEST_CLAUSE) : start], text[start : end + _LONGEST_CLAUSE]
        near = _PARTS.split(lead)[-1] + _PARTS.split(rest)[0]
        return self._said_of_all.search(near) is not None and self._says_also.search(near) is None

    def leaves_undone(self, text: str) -> bool:
        """Whether a sentence tells of something left undone ("no town but A has failed to …": A has)."""
        return any(hedge.kind in ("undone", "vain") for hedge in hedges(text, self._spoken))

    def of_none(self, text: str) -> bool:
        """Whether a sentence says that something holds of none ("no town but A")."""
        return self._said_of_none.search(text) is not None

    @cached_property
    def _likened(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(
            rf"(?:^|[,;:–—(]\s*)(?:{w.likened or NEVER})\s*(?:(?:{self._any_namer})\s*)*$",
            re.IGNORECASE,
        )

    def likened(self, text: str, start: int) -> bool:
        """Whether what follows is only what somebody is likened to ("Like A, B does it too")."""
        return self._likened.search(text, max(0, start - _LONGEST_GAP), start) is not None

    @cached_property
    def _sent_from(self) -> re.Pattern[str]:
        told = self._wording.sent_from or NEVER
        return re.compile(rf"(?<!\w)(?:{told})\s+(?:(?:{self._any_namer})\s*)*$", re.IGNORECASE)

    def sent_from(self, text: str, start: int) -> bool:
        """Whether people who speak for no town are said to be from what follows ("pupils from")."""
        return self._sent_from.search(text, max(0, start - _LONGEST_GAP), start) is not None

    @cached_property
    def _severally(self) -> tuple[re.Pattern[str], ...]:
        told = rf"(?<!\w)(?:{self._wording.severally or NEVER})(?!\w)"
        no_adverbs = any_of("|".join(sorted(self._spoken.coordinators | self._spoken.prepositions)))
        word = rf"\s(?!(?:{no_adverbs})\s)[^\W\d_]+"
        return (
            re.compile(rf"{told}(?:{word}){{0,2}}\s$", re.IGNORECASE),
            re.compile(rf"(?:{word})?\s{told}|[^,;:.!?]*,\s{told}\W*$", re.IGNORECASE),
        )

    def severally(self, text: str, start: int, end: int) -> bool:
        """Whether words right beside a word, or that close its clause, say that several do it each for itself."""
        before, behind = self._severally
        lead = text[max(0, start - _LONGEST_GAP) : start]
        return before.search(lead) is not None or behind.match(text, end) is not None

    @cached_property
    def _next_objects(self) -> re.Pattern[str]:
        objects = self._wording.next_objects or NEVER
        return re.compile(rf"(\b[A-ZÄÖÜ][\w-]*)\s+(?:{objects})\s[A-ZÄÖÜ].*$")

    def before_next_object(self, words: str) -> str:
        """A phrase up to the next object, where nouns have a capital ("work on heat | common goals")."""
        return self._next_objects.sub(r"\1", words)

    def gapped_clauses(self, text: str) -> list[Gapped]:
        """Clauses that say no more than that it holds of somebody, or does not ("…, B does not")."""
        return gapped(text, self._spoken)

    def in_denied_phrase(self, text: str, at: int) -> bool:
        """Whether a place lies in a denial of but a noun phrase ("…, not the older prize")."""
        return in_denied_phrase(text, at, self._spoken)

    def denied_phrases(self, text: str) -> tuple[Span, ...]:
        """All denials of but a noun phrase in a sentence."""
        return denied_phrases(text, self._spoken)

    @cached_property
    def _alike(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\b(?:{any_of(w.alike)})\b", re.IGNORECASE)

    def alike(self, lead: str) -> bool:
        """Whether a clause says the same of another ("B too was …")."""
        return self._alike.search(lead) is not None

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"(?:^|[,;:–]\s|\b(?:{any_of(w.joiners)}|{any_of(w.origins)}))\s*$", re.IGNORECASE)

    def heads(self, lead: str) -> bool:
        """Whether a place behind a lead opens a clause, or says where what follows comes from."""
        return self._heads.search(lead) is not None

    def closes(self, tail: str, words: int) -> bool:
        """Whether a clause ends a few words on."""
        return re.match(rf"(?:\s+[\w-]+){{0,{words}}}\s*(?:[.,:;!?)]|$)", tail) is not None

    @cached_property
    def _article(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s*(?:(?:{any_of(w.articles)})\s+|l['’])?", re.IGNORECASE)

    @cached_property
    def _relative_start(self) -> re.Pattern[str]:
        return re.compile(rf"\s*,?\s*(?:(?:{self._any_relative})\s+)?(?:\w+\s+)?", re.IGNORECASE)

    def is_small(self, gap: str, *, behind: bool) -> bool:
        """Whether a gap holds an article at most, or, before a verb, a comma and a relative pronoun."""
        return (self._article if behind else self._relative_start).fullmatch(gap) is not None

    @cached_property
    def _affirms(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\W*(?:{any_of(w.affirms)})\b\s*[,.!:–-]", re.IGNORECASE)

    def affirms(self, text: str) -> bool:
        """Whether an answer says yes."""
        return self._affirms.match(text) is not None

    @cached_property
    def _asks_when(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\W*(?:\w{{1,6}}:\s*)?¿?(?:{any_of(w.asks_when)})\b", re.IGNORECASE)

    def asks_when(self, text: str) -> bool:
        """Whether a question asks for a day."""
        return self._asks_when.match(text) is not None

    @cached_property
    def _asks_whether(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\W*(?:\w{{1,6}}:\s*)?(?:{w.asks_whether or NEVER})\b", re.IGNORECASE)

    def asks_whether(self, text: str) -> bool:
        """Whether a question is one that yes or no answers."""
        return self._asks_whether.match(text) is not None

    @cached_property
    def _turned_before(self) -> re.Pattern[str]:
        w = self._wording
        return self._before(w.turns, words=2)

    @cached_property
    def _turned_behind(self) -> re.Pattern[str]:
        w = self._wording
        owner = rf"(?:\s+(?:{any_of(w.head_links)})(?:\s+[\w'’-]+){{1,3}})?"
        return re.compile(rf"{owner}\s+(?:{any_of(w.turns)})(?=\s*(?:[,.;:!?)]|$))")

    def turned(self, text: str, start: int, end: int) -> bool:
        """Whether a noun is what somebody is to become, where a verb in the infinitive says so ("may become twins")."""
        noun, _, link = text[start:end].rpartition(" ")
        if noun and self.owned_by(f" {link} "):
            end = start + len(noun)  # "twin town of", a word of its own
        if self.verb_last and self._turned_behind.match(text, end):
            return True
        return (
            not self.verb_last
            and self._turned_before.search(text[max(0, start - NEAR_LEAD) : start]) is not None
        )

    @cached_property
    def _ends(self) -> re.Pattern[str]:
        w = self._wording
        return re.compile(rf"\s*(?:[.,;!?]|$|(?:{any_of(w.ends)})\b)", re.IGNORECASE)

    def ends_clause(self, text: str, end: int) -> bool:
        return self._ends.match(text[end : end + 14]) is not None
