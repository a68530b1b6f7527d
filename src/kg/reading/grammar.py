"""Tests on the small words around a mention, made from one language's wording.

No word of a language stands here: they come from `Language.wording`, and nouns for classes of things ("town")
from the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from kg.claims import Factuality
from kg.language import Language, language, links_abroad, parties
from kg.language.doers import doers_of
from kg.language.gapped import Gapped, gapped
from kg.language.model import Span, Wording

# a text; by places in it: the words before, those without articles, whether they end in a preposition
_Led = tuple[str, dict[int, str], dict[int, str], dict[int, bool]]
_PAIR = 2  # a word with a hyphen at its end, "and", and the noun
_CAPITAL = "A-ZÄÖÜÉŁŠŽČ"
_WORDS = rf"(?:\s+[{_CAPITAL}][\w&'’-]+(?!\.\w))*"
_LEAD = re.compile(r"(?:[\w'’.-]+\W+){0,4}$")
_LONGEST_GAP, _LONGEST_COMPANY, _AIM_NEAR = 70, 90, 80
_LONGEST_CLAUSE, _LONGEST_OPENING = 140, 24
_NEVER = "(?!)"
_NEAR_LEAD = 60
_DASH = re.compile(r"(?:\s\([^()]{1,30}\))?\s(?:[–—|]|-)\s")
_ASIDE = re.compile(r",[^,]*,")
_ORDINAL = re.compile(r"(\d)\.(?=\s)")
_SHORTEST_PLACE, _SHORTEST_ALONE = 4, 6
_LEAST_CLAUSE, _PLAIN = 3, 3
_LEAST_OF_COMPOUND, _LEAST_OF_HEAD = 4, 4
_STOPS = ",.;:!?)"
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_PHRASE_WORD = re.compile(r"[\w'’-]+")
_NO_WORD = re.compile(r"[\s„“”\"'«»()]+")


def _any(phrases: str) -> str:
    """A pattern for any of some phrases, longest first."""
    found = [p for p in phrases.split("|") if p]
    return "|".join(re.escape(p) for p in sorted(found, key=lambda p: (-len(p), p))) or _NEVER


def _plain_words(wording: Wording) -> str:
    """A pattern for up to four words that are no prepositions."""
    word = rf"(?!(?:{_any(wording.prepositions)}|{_any(wording.joiners)})\b)[\w'’-]+"
    return rf"{word}(?:\s+{word}){{0,3}}?"


_CLAUSE_START = re.compile(r"[,;:]")
_PREPOSITION_AND_PRONOUN = 2


class Grammar:
    """What the words beside a mention say of it, in one language.

    Args:
        spoken: The language whose words count.
        nouns: Nouns that may stand before a name and say what it is, lower case.
        kinds: Those that a body's name may be given without, lower case.
    """

    def __init__(self, spoken: Language, nouns: Sequence[str] = (), kinds: Collection[str] = ()) -> None:
        self._kinds = frozenset(kinds)
        # of one text, the words before a place: found once for all slots that ask for them
        self._own: dict[int, tuple[tuple[tuple[str, str], ...], tuple[str, ...]]] = {}
        self._led: _Led = ("", {}, {}, {})
        self.nouns_capitalised = spoken.nouns_capitalised
        self.code = spoken.code
        self._objects = spoken.objects
        self._passives = spoken.passives
        self.inverts = spoken.inverts
        self._object_pronouns = spoken.object_pronouns
        self._participle = re.compile(spoken.participles)
        self._inflections = tuple(filter(None, spoken.wording.adjective_endings.split("|")))
        w = spoken.wording
        inside = _any(
            "|".join([w.within_lists, *(a for a in w.articles.split("|") if a[-1:] in "'’"), *nouns])
        )
        small = rf"[^\W\d_{_CAPITAL}][\w-]*"
        self._joined = re.compile(
            rf"^(?:\s*\([^()]{{0,40}}\)|\s(?-i:[A-Z]{{2}})(?!\w))?\s*(?:,|–|-|/|;)?\s*(?:(?:{_any(w.joiners)})\s+)*(?:(?:{inside})(?:\s+|(?<=['’])))*$",
            re.IGNORECASE,
        )
        self._described = re.compile(
            rf"^\s*,?\s*(?:{_any(w.joiners)})\s+(?:(?:{_any(w.adverbs)})\s+)?"
            rf"(?:[^\W\dA-ZÄÖÜ_]+(?:{_any(w.adjective_endings)})\s+)$"
        )
        self._fill = re.compile(rf"(?:\b(?:{_any('|'.join([w.articles, *nouns]))})\s*)*$")
        self._prepositions = re.compile(
            rf"(?:^|\W)(?:{_any(w.prepositions)})(?:\s+[^\W\dA-ZÄÖÜ_]+(?:{_any(w.adjective_endings)}))?$"
        )
        self._governed = self._before("|".join(sorted(spoken.prepositions)), words=3)
        self._located = self._before(w.places, words=1)
        self._venue = self._before(w.venues, words=4)
        self._from_there = self._before(w.origins, words=1)
        self._determined = re.compile(rf"\b(?:{_any('|'.join(spoken.determiners))})\s+$", re.IGNORECASE)
        self._within = self._before(w.contains, words=1)
        self._among = self._before(w.part_of, words=0)
        self._complete = self._before(w.complete, words=0)
        self._indefinite = self._before(w.indefinite, words=1)
        self._bare_participle = re.compile(
            rf"(?<!\w){small}(?:{_any(w.participles)})\s+$" if w.participles else r"(?!)"
        )
        self._completed = re.compile(rf"\b(?:{_any(w.completed)})\s+\w+\s+(?:\w+\s+)?$", re.IGNORECASE)
        determiners = _any("|".join([w.articles, w.possessives, *sorted(spoken.determiners)]))
        self._comes_after = re.compile(
            rf"\b(?:{_any(w.completed)})\s+(?:{determiners})\s+(?:\w+\s+)?$", re.IGNORECASE
        )
        self._turned_before = self._before(w.turns, words=2)
        owner = rf"(?:\s+(?:{_any(w.head_links)})(?:\s+[\w'’-]+){{1,3}})?"
        self._turned_behind = re.compile(rf"{owner}\s+(?:{_any(w.turns)})(?=\s*(?:[,.;:!?)]|$))")
        self._makes = re.compile(rf"\b(?:{_any(w.makes)})\b", re.IGNORECASE)
        self._making = re.compile(rf"\b(?:{_any(w.making)})\b", re.IGNORECASE)
        self._made_already = re.compile(rf"\b(?:{_any(w.made_already)})\b", re.IGNORECASE)
        self._occasion = self._before(w.occasions or _NEVER, words=1)
        self._articles = frozenset(f"{w.indefinite}|{'|'.join(spoken.determiners)}".split("|"))
        self.of_rules = w.of_rules
        self.ending_articles = frozenset(filter(None, w.ending_articles.split("|")))
        self._possessive = self._before(w.possessives, words=1)
        self._instead = self._before("|".join(c.words for c in spoken.cues if c.kind == "without"), words=0)
        self._excludes = re.compile(
            rf"(?<!\w)((?:{w.gapped_no_first or _NEVER})\s+)?(?:{_any(w.exclusives)})\s+"
            rf"(?:(?:{_any('|'.join([w.articles, *nouns]))})\s+)*$",
            re.IGNORECASE,
        )
        self._besides = re.compile(
            rf"(?<!\w)(?:{_any(w.besides)})\s+(?:(?:{_any('|'.join([w.articles, *nouns]))})\s+)*$",
            re.IGNORECASE,
        )
        self._ours = re.compile(rf"\b(?:{_any(w.ours)})\s+(?:{small}\s+)?$", re.IGNORECASE)
        self._adds = self._before(f"{w.adds}|{w.joins_in}", words=2)
        self._joins_in = re.compile(
            rf"\b(?:{_any(w.joins_in)})\s+(?:(?:{_any('|'.join([w.articles, *nouns]))})\s+)*(?:(?-i:{small})\s+)?$",
            re.IGNORECASE,
        )
        self._likes = re.compile(
            rf"\b(?:{_any(w.joins_in)})\s+(?:[\w-]+\s+){{1,5}}?,?\s*(?:{_any(w.likes)})\s+$", re.IGNORECASE
        )
        self._apposes = re.compile(rf"\b(?:{_any(w.apposes)})\s+$", re.IGNORECASE)
        self._apposes_first = re.compile(
            rf"^\W*(?:{_any(w.apposes)})\s+(?:(?:{_any(w.articles)})\s+)?(?:{small}\s+)?$", re.IGNORECASE
        )
        adjectives = rf"(?:(?:{_any(w.articles)})\s+)?(?:{small}\s+){{0,2}}$"
        self._elects = re.compile(rf"(?<!\w)(?:{_any(w.elects)})(?!\w)", re.IGNORECASE)
        self._elected_to = re.compile(
            rf"^[^.;:!?„“”\"]{{0,60}}(?<!\w)(?:{_any(w.elected_to)})\s+{adjectives}"
        )
        self._follows = re.compile(
            rf"(?<!\w)(?:{_any(w.follows or _NEVER)})\s+(?:{small}\s+){{0,2}}$", re.IGNORECASE
        )
        self._serves = re.compile(rf"\s(?:{_any(w.serves or _NEVER)})\s?")
        self._charged = re.compile(rf"(?:{_any(w.charged or _NEVER)})(?!\w)", re.IGNORECASE)
        self._elected_first = re.compile(rf"^\W*(?i:{_any(w.elected_to)})\s+{adjectives}")
        self._belonging = re.compile(
            rf"\s+(?:{_any(w.of_all)})\s+(?:(?:{_any(w.articles)})\s+)?[{_CAPITAL}][\w-]+"
        )
        self._equation = re.compile(rf"(?<!\w)(?:{_any(w.equates)})\s+", re.IGNORECASE)
        self._equates = re.compile(rf"\b(?:{_any(w.equates)})\s+$", re.IGNORECASE)
        self._holds, self._becomes, self._held = (
            re.compile(rf"(?<!\w)(?:{_any(words)})(?!\w)", re.IGNORECASE)
            for words in (w.holds, w.becomes, w.held)
        )
        self._apposed_late = re.compile(
            rf"\s+{small},\s+(?:{_any(w.articles)})\s+(?:[\w-]+\s+)?"
        )  # "X spoke, the first deputy"
        self._as_such = re.compile(
            rf"^[^.;:!?,]*\b(?:{_any(w.apposes)})\s+(?:(?:{_any(w.articles)})\s+)?(?:{small}\s+)?$"
        )
        tied = "|".join([w.holds, w.becomes, w.held]).replace(" ", "|")
        self._tied = frozenset(tied.split("|"))
        self.meets = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, spoken.meets))})(?!\w)" if spoken.meets else r"(?!)",
            re.IGNORECASE,
        )
        self._says = spoken.speech_verbs
        self._acts = (spoken.speech_verbs | spoken.past | spoken.finite) - self._tied
        self._act_endings = tuple(word[1:] for word in self._acts if word.startswith("-"))
        self._of_name = re.compile(rf"\b(?:{_any(w.holdings)})\s+(?=[{_CAPITAL}])")
        self.plural_offices = spoken.plural_offices
        self._several = re.compile(rf"(?:{doers_of(spoken.code).several})$")
        self._unmarked = re.compile(rf"(?:{spoken.unmarked_offices or _NEVER})$", re.IGNORECASE)
        self._plural_tie = re.compile(rf"[^,;:()]*\b(?:{spoken.plural_ties or _NEVER})\s+", re.IGNORECASE)
        self._spoken = spoken
        self._unlike = re.compile(
            rf"(?<!\w)(?:{w.unlike or _NEVER})\s*(?:(?:{_any('|'.join([w.articles, *nouns]))})\s*)*$",
            re.IGNORECASE,
        )
        self._contrasts = re.compile(rf"(?<!\w)(?:{w.unlike or _NEVER})(?!\w)", re.IGNORECASE)
        self._subset = re.compile(rf"\b(?:{_any(w.subset)})\W+(?:\w+\W+){{0,2}}$", re.IGNORECASE)
        self._subset_word = re.compile(rf"\b(?:{_any(w.subset)})\b", re.IGNORECASE)
        self._total = self._before(w.totals, words=1)
        self._number_of = re.compile(rf"\b(?:{_any(w.number_of)})\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)
        self._elliptic = re.compile(rf"\W+(?:{_any(w.elliptic)})", re.IGNORECASE)
        self._ends = re.compile(rf"\s*(?:[.,;!?]|$|(?:{_any(w.ends)})\b)", re.IGNORECASE)
        self._part_of = re.compile(rf"\W*(?:{_any(w.part_of)})\b", re.IGNORECASE)
        self._owned_by = re.compile(rf"\s(?:{_any(w.head_links)})\s?", re.IGNORECASE)
        self._of_whole = re.compile(rf"(?<!\w)(?:{_any(w.part_of)})\s+$", re.IGNORECASE)
        modifiers = _any("|".join(sorted(spoken.modifiers)))
        self._modifiers = re.compile(rf"(?<!\w)(?:{modifiers})\s+$", re.IGNORECASE)
        self._of_all = re.compile(
            rf"\s+(?:\w+\s+)?(?:{_any(w.of_all)})\s+(?:(?:{_any(w.all_of)})\s*)?", re.IGNORECASE
        )
        self._of_them = re.compile(rf",?\s+(?:{_any(w.of_them)})(?:\s+\w+){{0,2}}\s+", re.IGNORECASE)
        self._parting = (
            frozenset(w.between_number.split("|")) - frozenset(w.not_between_number.split("|"))
        ) | spoken.finite
        self._pairs = self._before(w.pairs, words=1)
        beside = frozenset(w.pairs.split("|")) - frozenset(w.joiners.split("|"))
        self._beside = re.compile(
            rf"\b(?:{_any('|'.join(sorted(beside)))})\s+(?:(?:{_any('|'.join([w.articles, *nouns]))})\s+)*$",
            re.IGNORECASE,
        )
        self._with = beside | frozenset(w.betweens.split("|"))
        self._company = re.compile(
            rf"\s*(?:{_any('|'.join([*sorted(beside), w.betweens]))})\s+", re.IGNORECASE
        )
        self._fellows = frozenset(w.fellows.casefold().split("|"))
        self._in_passing = frozenset("|".join([w.articles, w.possessives, *nouns]).casefold().split("|"))
        self._one = re.compile(rf"\s*(?:{_any(w.pairs)}|[–-])\s*(?:(?:{inside})\s+)?$")
        self._next = re.compile(
            rf"\s*(?:,\s*(?:{_any(w.between_pairs)})?|;|{_any(w.between_pairs)})\s*(?:(?:{inside})\s+)?$"
        )
        self._listing = (
            frozenset(w.listing.split("|"))
            | frozenset(w.joiners.split("|"))
            | frozenset(w.articles.split("|"))
        )
        links = _any("|".join([w.gap_words, w.articles]))
        self._place_lead = re.compile(rf"\b(?:{_any(w.places)})\s+(?:(?:{_any(w.articles)})\s+)?$")
        finite = _any("|".join(sorted(spoken.finite)))
        self._over = re.compile(rf"\b(?:{_any('|'.join(sorted(spoken.coordinators)))})\s+(?:{finite})\b")
        self._topical = re.compile(
            rf"\b(?:{_any('|'.join(sorted(spoken.view_leads)))})\s+(?:(?:{_any(w.articles)})\s+)?$",
            re.IGNORECASE,
        )
        self._gapped = re.compile(rf"(?:\s+(?:{links}))*\s+", re.IGNORECASE)
        self._leading = re.compile(
            rf"\b({_any('|'.join(sorted(spoken.prepositions)))})\s+(?:(?:{_any('|'.join([w.articles, *nouns]))})\s+)*$"
        )
        self._new_subject = re.compile(
            rf"(?:[\w'’-]+\s+){{{_LEAST_CLAUSE},}}(?:{_any(w.joiners)})\s+(?:\w+\s+)?(?:{_any(w.possessives)})\s",
            re.IGNORECASE,
        )
        self._goes_on = re.compile(
            rf"[^,;]*(?:[,;]|\s(?:{_any(w.joiners)})\s)\s*(?:(?:{_any(w.joiners)})\s+)?(?:(?:{links})\s+)*",
            re.IGNORECASE,
        )
        self._others = re.compile(
            rf"\b(?:{_any(w.others)})\b[^.;()]{{0,60}}?(?:\b(?:{_any(w.equates)})|:)\s+(?:(?:{_any(w.articles)})\s+)?$",
            re.IGNORECASE,
        )
        self._are_others = re.compile(
            rf"\s+(?:{_any(w.equates)})\s+(?:\w+\s+){{0,2}}(?:{_any(w.others)})\b", re.IGNORECASE
        )
        self._earlier = re.compile(
            rf"(?:[^\s.;:()]+\s+){{0,2}}\b(?:{_any(w.earlier)})\b[^.;:()]{{0,80}}?\s(?:{_any(w.receivers)}|{_any(w.equates)})\s+"
            rf"(?:(?:{_any('|'.join([w.articles, *nouns]))})(?:\s+|(?<=['’])))*$",
            re.IGNORECASE,
        )
        self._after = re.compile(
            rf"\b(?:{_any(w.after)})\s+(?:(?:{_any('|'.join([w.articles, *nouns]))})\s+)*$", re.IGNORECASE
        )
        self._namely = re.compile(rf"[^,]*,\s+(?:{_any(w.namely)})\s+", re.IGNORECASE)
        self._alike = re.compile(rf"\b(?:{_any(w.alike)})\b", re.IGNORECASE)
        self._heads = re.compile(
            rf"(?:^|[,;:–]\s|\b(?:{_any(w.joiners)}|{_any(w.origins)}))\s*$", re.IGNORECASE
        )
        relatives = _any("|".join(sorted(spoken.relatives - frozenset(w.adverbial_relatives.split("|")))))
        preps = _any("|".join(sorted(spoken.prepositions)))
        self._relative = re.compile(rf",\s+(?:(?:{preps})\s+)?({relatives})\b[^,;:.!?]*$")
        self._aside = re.compile(rf"^,\s+(?:(?:{preps})\s+)?(?:{relatives})\b[^;:.!?,]{{0,90}},\s*(.*)$")
        self._relative_words = spoken.relatives | spoken.inner_relatives
        self.verb_last = spoken.nouns_capitalised
        named = rf"(?:(?:{_any('|'.join([w.articles, *nouns]))})(?:\s+|(?<=['’])))*"
        self._agent_lead = re.compile(
            rf"\s+(?:{_any(w.agents)})(?:\s+|(?<=['’])){named}|\s+(?:{_any(w.articles)})(?:\s+|(?<=['’]))",
            re.IGNORECASE,
        )
        self._quarter = self._before(w.quarters, words=0)
        self._their_own = self._before(w.their_own, words=1)
        self._predicated = re.compile(rf"\b(?:{_any(w.predicates)})\b")
        self.agent_before = re.compile(rf"\s+(?:{_any(w.agents)})\s+$")
        self._predicate = re.compile(rf"\s+(?:{_any(w.equates)})\s+(?:\w+\s+){{0,2}}")
        self._hails = re.compile(rf"\s+(?:{_any(w.hails)})\s+(?:\w+\s+){{0,2}}")
        self._placed_tail = re.compile(rf"\s+(?:{_any(w.places)})\s+[{_CAPITAL}][\w-]+$")
        self._relative_here = re.compile(
            rf"\s*(?:[\w-]+)?,\s+(?:(?:{preps})\s+)?(?:{relatives})\b[^.;:!?,]*$"
        )
        of = _any("|".join([w.head_links, *sorted(spoken.of_words)]))
        self._in_name = re.compile(
            rf"(?:\s+{small})?(?:\s+(?:{of}))+\s+[«„“\"']?\s*|\s*(?:{small}\s+)?[«„“\"']\s?"
        )
        self._article = re.compile(rf"\s*(?:(?:{_any(w.articles)})\s+|l['’])?", re.IGNORECASE)
        self._relative_start = re.compile(rf"\s*,?\s*(?:(?:{relatives})\s+)?(?:\w+\s+)?", re.IGNORECASE)
        self._one_of_relatives = frozenset(w.singular_relatives.split("|"))
        self._affirms = re.compile(rf"\W*(?:{_any(w.affirms)})\b\s*[,.!:–-]", re.IGNORECASE)
        self._denies = re.compile(rf"\b(?:{w.gapped_no_first or _NEVER})\b", re.IGNORECASE)
        self._asks_whether = re.compile(
            rf"\W*(?:\w{{1,6}}:\s*)?(?:{w.asks_whether or _NEVER})\b", re.IGNORECASE
        )
        self._denied_noun = re.compile(
            rf"\b(?:{_any(w.denials)})(?:\s+(?:{_any(w.denial_gaps)}))*\s+$", re.IGNORECASE
        )
        self._asks_when = re.compile(rf"\W*(?:\w{{1,6}}:\s*)?¿?(?:{_any(w.asks_when)})\b", re.IGNORECASE)
        self._breaks = re.compile(rf";|\b(?:{_any(w.breaks)})\b|\b(?:{_any(w.betweens)})\s*$", re.IGNORECASE)
        self._definite = tuple(rule.partition(">")[::2] for rule in w.definite.split("|") if rule)
        self._oblique = tuple(
            (article, *rule.partition(">")[::2])
            for article, _, rule in (part.partition(":") for part in w.oblique.split("|") if part)
        )
        self._weak = {
            article: rule.partition(">")[::2]
            for article, _, rule in (part.partition(":") for part in w.weak_adjectives.split("|") if part)
        }
        self._inflected = tuple(rule.partition(">")[::2] for rule in w.adjectives.split("|") if rule)
        self._fields_before = re.compile(
            rf"(?:\b(?:{_any(w.articles)}|The|A)\s+|^)((?:[{_CAPITAL}][\w'’-]*,?\s+){{1,4}}(?:{_any(w.joiners)})\s+)$"
        )
        self._owns_number = re.compile(rf"\s+(?:(?:{_any(w.adverbs)})\s+)?(?:{_any(w.owns)})\s+")
        self._verb_first = re.compile(rf"\s+(?:{finite})\b")
        self._verb_next = re.compile(rf",?\s+(?:{finite})\s")
        self._headed_by = re.compile(
            rf",\s+(?:{_any(w.headed_by)})\s+(?:(?:{_any('|'.join([w.articles, w.possessives]))})\s+)?$"
        )
        self._numbered = re.compile(rf"\b(?:{_any(w.numbered)})\s+(?=\w)", re.IGNORECASE)
        self._verb_behind_comma = re.compile(rf",\s+(?:{finite})\b")
        self._small_words = spoken.functions | spoken.finite | spoken.speech_verbs
        self._parted = re.compile(rf"\s*[,(–-]?\s*(?:{_any(w.of_which)})\s+", re.IGNORECASE)
        self._parts = re.compile(rf"\s+(?:{_any(w.of_which)})\b", re.IGNORECASE)
        says = _any("|".join(sorted(spoken.saying)))
        self._said_then = re.compile(rf"\b(?:{says})\s+(?:(?:{preps})\s+)?$", re.IGNORECASE)
        self._seated = re.compile(rf"[-‑](?:{_any(w.seated)})\b" if w.seated else "(?!)")
        self.field_goes_on = re.compile(
            rf"(?:,\s+[{_CAPITAL}][\w&'’-]+{_WORDS})*,?\s+(?:{_any(w.joiners)})\s+(?:(?:{_any(w.articles)})\s+)?"
            rf"[{_CAPITAL}][\w&'’-]+{_WORDS}"
        )
        self.joiner = re.compile(rf"\b(?:{_any(w.joiners)})\b")
        self.phrase_end = re.compile(
            rf"[.;:!?()„“\"]|,? \b(?:{_any(w.breaks)})\b|, (?:{_any(w.relatives)})\b|\s[–—-]\s"
        )
        self.phrase_split = re.compile(rf",\s+(?:(?:{_any(w.joiners)})\s+)?|\s+(?:{_any(w.joiners)})\s+(?!-)")
        self.phrase_lead = re.compile(rf"^\W*(?:(?:{_any(w.phrase_leads)})(?:\s+|(?<=['’])))*", re.IGNORECASE)
        self.topic_lead = re.compile(
            rf"\b(?:{_any(w.topic_leads)})\s+(?!(?:{_any('|'.join(sorted(spoken.relatives)))})\b)",
            re.IGNORECASE,
        )
        self._object_lead = re.compile(rf"(?<!\w)(?:{_any(w.object_articles)})\s+")
        self.over = re.compile(rf"(?<!\w)(?:{_any(w.over)})(?!\w)", re.IGNORECASE)
        self._owned = re.compile(rf"\s*(?:{_any(w.possessives)})\s")
        self._no_topic = re.compile(rf"(?:{_any(w.no_topics)})\b" if w.no_topics else "(?!)", re.IGNORECASE)
        self._verbal = spoken.finite | (
            spoken.relatives - frozenset(w.articles.split("|")) - spoken.prepositions
        )
        self.phrase_tail = re.compile(rf"\s+(?:{_any(w.phrase_tails)})$|\s+(?:{_any(w.phrase_stops)})\s.*$")
        after = r"(?:\s+|(?<=['’]))"
        # "the agency X and researcher": a holder's other role ends a body's name
        roles = spoken.person_endings
        role = rf"\s(?:{_any(w.joiners)})\s(?=(?i:\w*(?:{roles}))\b)" if roles else _NEVER
        self.next_role = re.compile(role)
        # "the institute and the association": two names
        together = rf"(?!{role})" + (
            rf"(?!\s+(?:{_any(w.joiners)})\s+(?:{_any(w.articles)})\s)" if self.nouns_capitalised else ""
        )
        # "an der University of the Isles": a name in another language goes on with that language's links
        linked = _any("|".join([w.name_links, w.head_links, *links_abroad(spoken.code)]))
        self.name_right = re.compile(
            rf"(?:{together}(?<![a-zäöüß]{{3}}\.)\s+(?:(?:{linked}){after})*"
            rf"(?:[{_CAPITAL}][\w.&'’-]*|\d{{4}}(?:[–-]\d{{4}})*|\d{{1,3}}\s?%(?=\s[{_CAPITAL}])))+"
        )
        member = rf"[{_CAPITAL}][\w&'’-]*{_WORDS}"
        self.listed_right = re.compile(
            rf"\s+(?:{_any('|'.join([w.name_links, w.head_links]))}){after}{member}(?:,\s+{member})+"
            rf",?\s+(?:{_any(w.joiners)})\s+(?:(?:{_any(w.articles)})\s+)?{member}"
        )
        # "for heat and air, roads and houses": a pair of pairs
        single = rf"[{_CAPITAL}][\w-]+"
        pair = rf"(?:(?:,\s+{single})+\s+(?:{_any(w.joiners)})\s+{single}(?=\s*(?:[,.;)]|$)))?"
        right = (
            rf"{after}[{_CAPITAL}][\w&'’-]*-?{_WORDS}"
            rf"(?:(?:,\s+[{_CAPITAL}][\w&'’-]+{_WORDS})*,?\s+(?:{_any(w.joiners)})\s+[{_CAPITAL}][\w&'’-]+{_WORDS}{pair})?"
        )
        self.head_right = re.compile(rf"\s+(?:{_any(w.head_links)}){right}")
        self.head_field = re.compile(rf"\s+(?:{_any('|'.join([w.head_links, w.field_links]))}){right}")
        self.head_words = re.compile(
            rf"\s+(?:{_any(w.head_links)}){after}(?:(?:{_any(w.within_lists)})\s+)?{_plain_words(w)}"
            rf"(?:,?\s+(?:{_any(w.joiners)})\s+{_plain_words(w)})?(?=\s*[,.;:()]|\s+(?:{_any(w.prepositions)})\b|\s+[{_CAPITAL}]|$)"
        )
        linked = rf"\s+(?:(?:{_any('|'.join([w.head_links, w.name_links]))}){after})+"
        adjective = rf"\s+(?![{_CAPITAL}])[\w-]+(?:{_any(w.tail_adjectives)})(?!\w)"
        # "local agency of heat and of the sea": an adjective right behind the noun, and what it is also for
        self.long_name = re.compile(
            rf"(?:{adjective})?(?:{linked}(?:[{_CAPITAL}][\w&'’-]*|{small}(?:{adjective})?)|\s+[{_CAPITAL}][\w&'’-]+)+"
            rf"(?:\s+(?:{_any(w.joiners)}){linked}{small}(?:{adjective})?)?"
        )
        links = _any("|".join([w.joiners, w.head_links, w.name_links]))
        self.topic_name = re.compile(
            rf"\s+(?:{_any(w.topic_links)}){after}[{_CAPITAL}][\w&'’-]*"
            rf"(?:(?:,?\s+(?:{links}))?\s+[{_CAPITAL}][\w&'’-]+){{0,4}}"
        )
        self.name_links = re.compile(
            rf"(?:\s+(?:{_any('|'.join([w.head_links, w.name_links, w.articles]))}|,))+\s*$"
        )
        self.owner_links = re.compile(
            rf"\s+(?:{_any(w.head_links)})\s+(?:(?:{_any('|'.join([w.articles, *nouns]))})\s+)*$",
            re.IGNORECASE,
        )
        self._aim = re.compile(
            rf"(?<!\w)({_any(w.aims)})(?!\w)(?:(?!(?<!\w)(?:{_any(w.aims)})(?!\w))[^.;:!?])*$"
            if w.aims
            else "(?!)"
        )
        self._town_owner = re.compile(
            rf"\s+(?:{_any(w.head_links)})\s+(?i:{_any('|'.join(nouns))})\s+(?=[{_CAPITAL}])"
            if nouns
            else "(?!)"
        )
        self._owned = re.compile(rf"(?<=\w{{3}})(?:{_any(w.owned)})$")
        self._not_owned = re.compile(rf"(?:{_any(w.not_owned)})$")
        self.hyphened_tail = re.compile(rf"-(?:{_any(w.hyphened_tails)})-?[{_CAPITAL}\w][\w-]+$")
        self.name_tail = re.compile(rf"\s+(?:{_any(w.name_tails)})\s+[{_CAPITAL}][\w-]+")
        # "head of the chamber"
        self._noun_of = re.compile(rf"\s+(?:{_any(w.head_links)})\s+([{_CAPITAL}][\w-]+)$")
        # "X and the institute"
        self.and_the = re.compile(
            rf",?\s+(?:{_any(w.joiners)})\s+(?:{_any(w.articles)})(?:\s+|(?<=['’]))(?:{small}\s+)?$"
        )
        # "the plan of 2019"
        self.of_year = re.compile(rf"\s+(?:{_any('|'.join([w.head_links, w.field_links]))})\s+\d{{4}}$")
        # "the institute and Jane Doe"
        self.and_somebody = re.compile(
            rf",?\s+(?:{_any(w.joiners)})\s+([{_CAPITAL}][\w-]+)(?=(?:\s+[{_CAPITAL}][\w.'’-]*)+)"
        )
        self._belongs = re.compile(rf",?\s+(?:{_any(w.holdings)}){after}(?:[a-zà-ÿ][\w-]+\s+){{0,2}}")
        self._links = re.compile(rf"\s+(?:{_any('|'.join([w.head_links, w.within_lists]))})\s+")
        self.name_articles = re.compile(rf"^(?:(?:{_any(w.name_articles)})\s+)+")
        self.naming = re.compile(rf"\s(?:{_any(w.naming)})(?=\s)")
        self._named = re.compile(rf"\s(?:{_any(w.naming)})\s$")
        self.calls = re.compile(rf"\b(?:{_any(w.calls)})\w*\b[^.]{{0,60}}$", re.IGNORECASE)
        self.gives_out = re.compile(_any(w.gives_out), re.IGNORECASE)
        self._adjectives = re.compile(
            rf"^\W*(?:(?:[^\W\dA-ZÄÖÜ_][\w-]*|\w*-\w+|[{_CAPITAL}]\w*(?:{_any(w.name_adjectives)})|{_any(w.name_adjectives)})\s+){{0,4}}$"
        )
        self._field_links = frozenset(
            " ".join((w.name_links, w.head_links, w.field_links, w.articles)).replace("|", " ").split()
        )
        first = "|".join([w.subjects_again, w.possessives])
        self._opening_pronoun = re.compile(rf"\W*(?:{_any(first)})\b", re.IGNORECASE)
        verb = (
            rf"(?:{_any('|'.join(sorted(spoken.finite)))}|\w{{3,}}(?:te|t))\s+"
            if self.nouns_capitalised
            else ""
        )
        self._pronoun_behind = re.compile(
            rf"\W*(?:[\w.-]+\s+){{1,5}}{verb}(?:{_any(w.subjects_again)})\b"
            if self.nouns_capitalised
            else rf"\W*(?:[\w.-]+,?\s+){{1,5}}(?:{_any(w.subjects_again)})\b",
            re.IGNORECASE,
        )
        self._drops_subject = spoken.drops_subject
        self.none_other = re.compile(rf"(?<!\w)(?:{_any(w.none_other)})(?!\w)", re.IGNORECASE)
        self._finite = spoken.finite
        # what may stand between a day and a town in a line without a verb
        self.line_words = frozenset({*spoken.weekdays, *spoken.clock_words, *spoken.range_words})
        self._functions = spoken.functions | spoken.finite | frozenset(w.adverbs.split("|"))
        self._times = frozenset(spoken.elapsed_units)
        self._counted = re.compile(rf"\s+({w.counted or '(?!)'})(?![\w-])")
        self._counted_cases = re.compile(w.counted_cases or "(?!)")
        self._joins_nouns = spoken.joins_nouns
        determiners = "|".join(re.escape(d) for d in sorted(spoken.determiners) if d)
        self._noun_lead = rf"(?<!\w)(?:{determiners or '(?!)'})\s+"
        self._moments = self._before(w.moments, words=0)
        self._moments_after = re.compile(rf"\s+(?:{_any(w.moments_after)})\b", re.IGNORECASE)
        self._not_counted = frozenset().union(
            self._small_words, spoken.prepositions, spoken.determiners, spoken.months, self._times
        )
        self._pointers = frozenset(w.pointers.split("|")) - frozenset(w.articles.split("|"))
        prepositions = "|".join([w.prepositions, w.venues, w.topic_links]).split("|")
        self._determiners = frozenset(
            "|".join([w.articles, w.possessives, w.pointers]).split("|")
        ).difference(prepositions)
        self._leads = frozenset(w.name_leads.split("|"))
        attributes = rf"(?:[^\W\dA-ZÄÖÜ_]+(?:{_any(w.adjective_endings)})\s+){{0,3}}"
        attributes += rf"(?:[{_CAPITAL}][\w-]*(?:{_any(w.name_adjectives)})\s+(?=[{_CAPITAL}]))?"
        noun = rf"{attributes}[„“\"»«]?([{_CAPITAL}][\w-]+)" if spoken.nouns_capitalised else r"(?=\w)()"
        determined = rf"(?:(?i:{_any(w.aim_articles)})\s+|l['’])"
        self._complement = re.compile(
            rf"(?<![\w-])(?:(?i:{_any(w.aims_behind)})\s+{determined}?|"
            rf"(?i:{_any(w.aims_determined)})\s+{determined}){noun}"
        )
        self._verb_particles = frozenset(filter(None, w.verb_particles.split("|")))
        self._no_aims = frozenset(w.no_aims.split("|"))
        self._noun_first = w.noun_first

    def objects(self, sentence: str) -> Sequence[Span]:
        """The nouns that a sentence's verb may be about; () where the language does not tell."""
        return self._objects(sentence) if self._objects is not None else ()

    def makes_verb(self, particle: str, behind: str) -> bool:
        """Whether a word behind a verb makes another verb of it ("handed in on Friday"), and leads to nothing."""
        ends = not behind.strip() or behind.lstrip()[0] in _STOPS
        return particle.casefold() in self._verb_particles and (ends or self.is_stranded(behind))

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

    def _phrase(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The words from a place on, up to the first that names nothing."""
        for word in _PHRASE_WORD.finditer(text, start, end):
            if word[0].casefold() in self._functions:
                return
            yield word.span()

    def _before(self, phrases: str, *, words: int) -> re.Pattern[str]:
        """Any of the phrases right before what is looked at, with a few words between at most.

        A year between them belongs to the phrase ("In 2024 X signed": X is no place there).
        """
        return re.compile(rf"\b(?:{_any(phrases)})\s+(?:(?!\d{{4}}\s)\w+\s+){{0,{words}}}$", re.IGNORECASE)

    # -- lists -----------------------------------------------------------------------------------------

    def joined(self, gap: str) -> bool:
        """Whether the words between two mentions merely list them."""
        aside = self._aside.match(gap) if gap.startswith(",") else None
        if aside is not None:  # "A, which …, B and C"
            return not aside.group(1) or self._joined.match(aside.group(1)) is not None
        if not gap.strip() or len(gap) >= _LONGEST_GAP:
            return False
        return self._joined.match(gap) is not None or self._described.match(gap) is not None

    def placed(self, lead: str) -> bool:
        """Whether a preposition of place, or an article, ends a lead ("A in X, B": X is where A lies)."""
        return self._place_lead.search(lead) is not None

    def goes_over(self, gap: str) -> bool:
        """Whether a conjunction and a verb open another clause between two words."""
        return self._over.search(gap) is not None

    def breaks(self, gap: str) -> bool:
        """Whether another clause begins between two members."""
        return self._breaks.search(gap) is not None

    def couples(self, gap: str) -> bool:
        """Whether two mentions make one pair ("A with B")."""
        return self._one.match(gap) is not None

    def owned_by(self, gap: str) -> bool:
        """Whether what follows a noun is whose it is ("the twin towns of X")."""
        return self._owned_by.fullmatch(gap) is not None

    def couples_next(self, gap: str) -> bool:
        """Whether the next pair of a list of pairs begins."""
        return self._next.match(gap) is not None

    def pairs(self, lead: str) -> bool:
        """Whether what follows is the other one of a pair."""
        return self._pairs.search(lead) is not None

    def beside(self, lead: str) -> bool:
        """Whether what follows is somebody else's company ("with A, B and C")."""
        return self._beside.search(lead) is not None

    def company(self, text: str, start: int, end: int) -> int:
        """Where the company begins that a word speaks of ("cooperation with …"); -1 where it speaks of none."""
        found = self._company.match(text, end)
        if found is not None:
            return found.end()
        own = text[start:end].casefold().rpartition(" ")[2]
        return end if own in self._with else -1

    def is_particle(self, text: str, end: int) -> bool:
        """Whether a word for company before a place is none, as nobody follows ("work in the project with.")."""
        stops = not text[end : end + 1] or text[end] in _STOPS
        return stops and text[:end].casefold().rpartition(" ")[2] in self._with

    def has_fellows(self, words: str) -> bool:
        """Whether people are spoken of who stand for what is named ("its peers")."""
        return any(w.casefold() in self._fellows for w in _NO_WORD.split(words))

    def is_stranded(self, words: str) -> bool:
        """Whether nobody stands behind a preposition, as another follows ("with on")."""
        return any(w.casefold() in self._spoken.prepositions for w in words.split()[:1])

    def leads_to_name(self, gap: str) -> bool:
        """Whether words before a name only lead to it, or are for people who stand for it ("its peers from …")."""
        words = [w for w in _NO_WORD.split(gap) if w and w.casefold() not in self._in_passing]
        if self.has_fellows(gap):
            return True
        told = [w for w in words[:-1] if not self.nouns_capitalised or w[:1].isupper()]
        if any(w.casefold() in self._spoken.prepositions for w in words):
            return False
        return len(told) <= (0 if self.nouns_capitalised else 1)

    def lists(self, word: str) -> bool:
        """Whether a word may stand between the names of a bare list."""
        return word.casefold() in self._listing

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

    def led_alike(self, lead: str, gap: str) -> str:
        """What parts two members but for the preposition that leads both ("to A and to B"); "" where none does."""
        first, second = self._leading.search(lead), self._leading.search(gap)
        if first is None or second is None or first.group(1) != second.group(1):
            return ""
        return gap[: second.start(1)] + gap[second.end(1) :].lstrip()

    def changes_subject(self, gap: str) -> bool:
        """Whether a second clause within a gap speaks of something else ("… come from X and their work has been")."""
        return self._new_subject.search(gap) is not None

    def gapped(self, gap: str) -> bool:
        """Whether a member and its day stand side by side, as where the verb is left out."""
        return self._gapped.fullmatch(gap) is not None

    def goes_on(self, gap: str) -> bool:
        """Whether a comma or a conjunction, after the rest of a clause, opens the next."""
        return self._goes_on.fullmatch(gap) is not None

    def others(self, lead: str, tail: str) -> bool:
        """Whether a list is said to be the others ("the other two are …")."""
        return self._others.search(lead) is not None or self._are_others.match(tail) is not None

    def earlier(self, lead: str) -> int | None:
        """Where the words begin by which a list tells who came before ("the previous five went to …"), if it does."""
        found = self._earlier.search(lead, max(0, len(lead) - _LONGEST_CLAUSE))
        return found.start() if found is not None else None

    def after(self, lead: str) -> bool:
        """Whether what follows comes before another in a row ("after A")."""
        return self._after.search(lead) is not None

    def names_them(self, gap: str) -> bool:
        """Whether a gap ends by announcing names ("…, namely")."""
        return self._namely.fullmatch(gap) is not None

    def contrasts(self, text: str) -> bool:
        """Whether a sentence may say the contrary of one of whom it names."""
        return self._contrasts.search(text) is not None or bool(gapped(text, self._spoken))

    def unlike(self, lead: str) -> bool:
        """Whether what follows is set against whom the sentence is about ("unlike A")."""
        return self._unlike.search(lead[-_LONGEST_GAP:]) is not None

    def gapped_clauses(self, text: str) -> list[Gapped]:
        """Clauses that say no more than that it holds of somebody, or does not ("…, B does not")."""
        return gapped(text, self._spoken)

    def alike(self, lead: str) -> bool:
        """Whether a clause says the same of another ("B too was …")."""
        return self._alike.search(lead) is not None

    def heads(self, lead: str) -> bool:
        """Whether a place behind a lead opens a clause, or says where what follows comes from."""
        return self._heads.search(lead) is not None

    def closes(self, tail: str, words: int) -> bool:
        """Whether a clause ends a few words on."""
        return re.match(rf"(?:\s+[\w-]+){{0,{words}}}\s*(?:[.,:;!?)]|$)", tail) is not None

    def is_small(self, gap: str, *, behind: bool) -> bool:
        """Whether a gap holds an article at most, or, before a verb, a comma and a relative pronoun."""
        return (self._article if behind else self._relative_start).fullmatch(gap) is not None

    def affirms(self, text: str) -> bool:
        """Whether an answer says yes."""
        return self._affirms.match(text) is not None

    def asks_when(self, text: str) -> bool:
        """Whether a question asks for a day."""
        return self._asks_when.match(text) is not None

    def asks_whether(self, text: str) -> bool:
        """Whether a question is one that yes or no answers."""
        return self._asks_whether.match(text) is not None

    # -- before a mention ------------------------------------------------------------------------------

    def lead(self, text: str, start: int) -> str:
        """Up to four words before a place, lower case, articles left in."""
        known = self._leads_of(text)[1]
        if start not in known:
            found = _LEAD.search(text[max(0, start - 60) : start])
            known[start] = found.group(0).casefold() if found else ""
        return known[start]

    def _leads_of(self, text: str) -> _Led:
        """What is known of the words in a text; of the one asked for last alone."""
        led = self._led
        if led[0] is not text:
            led = self._led = (text, {}, {}, {})
        return led

    def lead_words(self, text: str, start: int) -> str:
        """The same without the articles and nouns that belong to the name behind them."""
        known = self._leads_of(text)[2]
        if start not in known:
            known[start] = self._fill.sub("", self.lead(text, start)).rstrip()
        return known[start]

    def own(self, words: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
        """Of the schema's (language, word) those of this language, or of all, in lower case."""
        known = self._own.get(id(words))
        if known is None:  # kept beside them, so that their id means no other
            found = tuple(word.casefold() for code, word in words if code in ("", self.code))
            known = self._own[id(words)] = (words, found)
        return known[1]

    def belongs_before(self, words: str) -> bool:
        """Whether words are but nouns and articles that stand before names ("the town hall of")."""
        return self._fill.fullmatch(words.casefold()) is not None

    def after_preposition(self, text: str, start: int) -> bool:
        known = self._leads_of(text)[3]
        if start not in known:
            known[start] = self._prepositions.search(self.lead_words(text, start)) is not None
        return known[start]

    def governed(self, text: str, start: int) -> bool:
        """Whether a preposition of whatever sense stands before a noun or its attributes ("of the 100 towns")."""
        return self._governed.search(text[max(0, start - 48) : start]) is not None

    def named(self, lead: str) -> bool:
        """Whether what follows is said to be a name ("by the name of")."""
        return self._named.search(lead) is not None

    def located(self, text: str, start: int) -> bool:
        """Whether a name at `start` says where something is."""
        return self._located.search(text[max(0, start - 30) : start]) is not None

    def from_there(self, text: str, start: int) -> bool:
        """Whether a name at `start` says where somebody came from."""
        return self._from_there.search(text[max(0, start - 30) : start]) is not None

    def at_venue(self, text: str, start: int) -> bool:
        """Whether a noun at `start` says in which place of a town something is."""
        return self._venue.search(text[max(0, start - 50) : start]) is not None

    def at_occasion(self, text: str, start: int) -> bool:
        """Whether the words before a noun say that it is the occasion of something ("at the", "lors de la")."""
        return self._occasion.search(text[max(0, start - 40) : start]) is not None

    def acts(self, word: str) -> bool:
        """Whether a word is a verb that says what somebody did or does."""
        return word in self._acts or word.endswith(self._act_endings or (" ",))

    def is_article(self, word: str) -> bool:
        """Whether a word is an article, whether or not of what is known."""
        return word.casefold() in self._articles

    def contracts(self, word: str) -> bool:
        """See `Language.contracts`; whatever the case."""
        return self._spoken.contracts(word.casefold())

    def is_common(self, name: str, texts: Sequence[str]) -> bool:
        """Whether texts use a name as an ordinary noun, behind an article, where nouns have capitals as well."""
        if not self._spoken.nouns_capitalised:
            return False
        noun = re.compile(rf"{self._noun_lead}{re.escape(name)}(?!\w)", re.IGNORECASE)
        return any(noun.search(text) for text in texts)

    def determined(self, text: str, start: int) -> bool:
        """Whether an article stands right before a name, as towns' names have none."""
        return self._determined.search(text[max(0, start - 12) : start]) is not None

    def indefinite(self, lead: str) -> bool:
        """Whether a noun speaks of what is not there yet ("a contract", not "after a contract")."""
        return self._indefinite.search(lead) is not None and self._completed.search(lead) is None

    def comes_after(self, lead: str) -> bool:
        """Whether what follows comes after the noun behind a determiner ("after a successful …"): that has happened."""
        return self._comes_after.search(lead) is not None

    def denied_noun(self, lead: str) -> bool:
        """Whether a noun follows that somebody is said not to be ("is not yet a …", "has never been …")."""
        return self._denied_noun.search(lead) is not None

    def unmarked(self, lead: str) -> bool:
        """Whether a noun stands right behind a participle, with neither article nor preposition ("ha firmado …")."""
        return self._bare_participle.search(lead) is not None

    def turned(self, text: str, start: int, end: int) -> bool:
        """Whether a noun is what somebody is to become, where a verb in the infinitive says so ("may become twins")."""
        noun, _, link = text[start:end].rpartition(" ")
        if noun and self.owned_by(f" {link} "):
            end = start + len(noun)  # "twin town of", a word of its own
        if self.verb_last and self._turned_behind.match(text, end):
            return True
        return (
            not self.verb_last
            and self._turned_before.search(text[max(0, start - _NEAR_LEAD) : start]) is not None
        )

    def made(self, clause: str) -> bool:
        """Whether a clause has a verb that brings something about which is not there yet ("to draw up")."""
        return self._makes.search(clause) is not None

    def making(self, clause: str) -> bool:
        """Whether a clause says that something is being brought about, and not yet there."""
        return self._making.search(clause) is not None and self._made_already.search(clause) is None

    def aim_before(self, text: str, end: int) -> Span | None:
        """The last noun for an aim in the same sentence before a place, no more than a few words away."""
        found = self._aim.search(text, max(0, end - _AIM_NEAR), end)
        return found.span(1) if found is not None else None

    def excludes(self, text: str, start: int) -> bool:
        """Whether what begins at a place is said to be the only one ("only X"; but "not only X")."""
        found = self._excludes.search(text[max(0, start - _NEAR_LEAD) : start])
        return found is not None and found[1] is None

    def is_besides(self, text: str, start: int) -> bool:
        """Whether what begins at a place is told of beside the only one ("besides X, only Y")."""
        return self._besides.search(text[max(0, start - _NEAR_LEAD) : start]) is not None

    def instead(self, text: str, start: int) -> bool:
        """Whether what begins at a place is told only as what does not hold ("by 2035 instead of 2030")."""
        return self._instead.search(text[max(0, start - 24) : start]) is not None

    def possessive(self, text: str, start: int) -> bool:
        return self._possessive.search(text[max(0, start - 24) : start]) is not None

    def is_quarter(self, text: str, start: int) -> bool:
        """Whether a noun before a name says that it is that of a part of a town."""
        return self._quarter.search(text[max(0, start - 24) : start]) is not None

    def of_person(self, text: str, start: int) -> bool:
        """Whether "his" or "her" stands before a noun."""
        return self._their_own.search(text[max(0, start - 24) : start]) is not None

    def topical(self, text: str, start: int) -> bool:
        """Whether what stands at a place is what a sentence holds for ("for the company, …")."""
        return self._topical.search(text[max(0, start - 24) : start]) is not None

    def speaks_of_us(self, text: str, start: int) -> bool:
        """Whether "our" stands before a noun, with an adjective between at most."""
        return self._ours.search(text[max(0, start - 40) : start]) is not None

    # -- numbers ---------------------------------------------------------------------------------------

    def adds(self, text: str, start: int) -> bool:
        """Whether a number of others adds to what is named ("with 38 others")."""
        return self._adds.search(text[max(0, start - 40) : start]) is not None

    def links_field(self, word: str) -> bool:
        """Whether a word ties an office, or a part of its field, to what the field is."""
        return word in self._field_links

    def may_be_field(self, word: str, linked: bool) -> bool:
        """Whether a word may belong to the field of an office.

        Args:
            word: As written.
            linked: Whether a link stands before it; where not every noun has a capital, the field begins with one.
        """
        if self.nouns_capitalised:
            return word[:1].isupper() or word[:1].isdigit()
        return linked and word.casefold() not in self._functions

    def joins_in(self, text: str, start: int) -> bool:
        """Whether a name is added to others that the clause names elsewhere ("besides A, …")."""
        lead = text[max(0, start - _LONGEST_COMPANY) : start]
        return self._joins_in.search(lead[-50:]) is not None or self._likes.search(lead) is not None

    def apposes(self, text: str, start: int) -> bool:
        """Whether a number says again who was named ("as two of …")."""
        return self._apposes.search(text[max(0, start - 20) : start]) is not None

    def apposes_first(self, lead: str) -> bool:
        """Whether a sentence opens by saying as what somebody does something."""
        return self._apposes_first.match(lead) is not None

    def end_of_noun(self, text: str, end: int) -> int:
        """Where a noun ends with another or a name that it belongs to ("revision of the …")."""
        more = self._belonging.match(text, end)
        return more.end() if more is not None else end

    def behind_equation(self, text: str, start: int, end: int) -> int | None:
        """Where what those before are begins, between two places ("the members are …"); None where nothing says so."""
        found = self._equation.search(text, start, end)
        return found.end() if found is not None else None

    def opened_by_equation(self, text: str) -> int | None:
        """Where what somebody is begins, in a sentence that opens with that ("They are …")."""
        found = self._equation.search(text[:_LONGEST_OPENING])
        words = text[: found.start()].split() if found is not None else []
        small = all(w.casefold() in self._spoken.functions | self._spoken.pronouns for w in words)
        return found.end() if found is not None and len(words) <= 1 and small else None

    def equates(self, text: str, start: int) -> bool:
        """Whether a verb before a number says that those named are as many."""
        return self._equates.search(text[max(0, start - 20) : start]) is not None

    def tie(self, gap: str, *, person_first: bool) -> Factuality | None:
        """What the words between a person and an office say of the holding; None where they tie nothing.

        Args:
            gap: Between the two, whichever stands first.
            person_first: Whether the person does, so that little but a comma or a verb of being can tie them.
        """
        if not person_first and gap[:1] == ")":
            return None
        if person_first and (
            _DASH.fullmatch(gap) or self._as_such.search(gap) or self._apposed_late.fullmatch(gap)
        ):
            return Factuality.ASSERTED
        bare = _ASIDE.sub(" ", gap) if person_first and gap.count(",") > 1 else gap
        bare = _ORDINAL.sub(r"\1", re.sub(r"\([^()]*\)", " ", bare))
        if not person_first:
            bare = self._of_name.sub(" ", bare)  # "head of X", not "head from 2010 on"
        if re.search(r"[.;:!?»«„“”\"]", bare) or bare.count(",") > 1 or self.joiner.search(bare):
            return None
        words = [w for w in re.findall(r"[\w'’-]+", bare) if w.islower() and w not in self._tied]
        if any(self.acts(w) for w in words):
            return None
        for pattern, firmness in (
            (self._holds, Factuality.ASSERTED),
            (self._becomes, Factuality.EXPECTED),
            (self._held, Factuality.DENIED),
        ):
            if pattern.search(bare):
                return firmness
        near = not person_first or not bare.strip() or bare.lstrip()[:1] in (",", "(")
        return Factuality.ASSERTED if near and not (person_first and self._is_of_holder(bare)) else None

    def _is_of_holder(self, gap: str) -> bool:
        """Whether a person is somebody's of whom the office is told ("X, daughter of the chair")."""
        for word in re.finditer(r"[^\W\d_]{4,}(?=\s)", gap):
            lead = gap[: word.end()]
            if (
                self.belongs(gap[word.end() :])
                and word[0] not in self._tied
                and not self.is_subset(lead, len(lead))
            ):
                return True
        return False

    def is_subset(self, text: str, start: int) -> bool:
        return self._subset.search(text[max(0, start - 60) : start]) is not None

    def opens_subset(self, gap: str) -> bool:
        """Whether a word stands in a gap that begins with members of what was counted."""
        return self._subset_word.search(gap) is not None

    def is_total(self, text: str, start: int) -> bool:
        return self._total.search(text[max(0, start - 40) : start]) is not None

    def is_elliptic(self, text: str, end: int) -> bool:
        return self._elliptic.match(text[end : end + 30]) is not None

    def ends_clause(self, text: str, end: int) -> bool:
        return self._ends.match(text[end : end + 14]) is not None

    def number_of(self, lead: str) -> bool:
        return self._number_of.search(lead) is not None

    def is_part_of(self, text: str, start: int) -> bool:
        """Whether words before a number make of it a whole of which a part is counted ("of the 15")."""
        return self._of_whole.search(text, max(0, start - _NEAR_LEAD), start) is not None

    def before_modifiers(self, text: str, start: int) -> int:
        """Where a number begins with the words that say how exact it is ("about")."""
        found = self._modifiers.search(text, max(0, start - _NEAR_LEAD), start)
        return found.start() if found is not None else start

    def opens_with_whole(self, text: str) -> bool:
        return self._part_of.match(text) is not None

    def is_agent_lead(self, gap: str) -> bool:
        """Whether a gap holds but a preposition of who does something, with articles ("by the")."""
        return self._agent_lead.fullmatch(gap) is not None

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

    def ends_in_relative(self, lead: str) -> bool:
        """Whether a relative pronoun, elided or not, stands last ("…, que", "…, qu'")."""
        word = re.sub(r"(?<=['’])(?=\w)", " ", lead[-_NEAR_LEAD:].casefold()).split()[-1:]
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

    def is_predicate(self, gap: str) -> bool:
        """Whether a verb of being stands in a gap, with two words at most on each side."""
        return self._predicate.fullmatch(gap) is not None

    def hails(self, gap: str) -> bool:
        """Whether a number and a place are tied by where those counted lie, go to or are from ("six go to X")."""
        return self.is_predicate(gap) or self._hails.fullmatch(gap) is not None

    def without_place(self, name: str) -> str:
        """A name without the place at its end ("Days of Heat in X")."""
        tail = self._placed_tail.search(name)
        return name[: tail.start()] if tail is not None else name

    def goes_on_in_name(self, gap: str) -> bool:
        """Whether but an adjective and an article, or a quotation mark, part a name from what it goes on in."""
        return self._in_name.fullmatch(gap) is not None

    def opens_relative(self, gap: str) -> bool:
        """Whether a relative clause that a verb at most parts from its noun opens in a gap and is still open."""
        return self._relative_here.match(gap) is not None

    def part_of_next(self, gap: str) -> bool:
        """Whether one number is a part of the next ("92 of its 112")."""
        return self._of_all.fullmatch(gap) is not None

    def of_them(self, gap: str) -> bool:
        return self._of_them.fullmatch(gap) is not None

    def may_have_verb(self, gap: str) -> bool:
        """Whether a gap holds an auxiliary, or any word in lower case that is no preposition, article or the like."""
        return any(w in self._finite or (w.islower() and w not in self._functions) for w in gap.split())

    def has_auxiliary(self, words: str) -> bool:
        """Whether some words hold a verb that every language uses all the time ("is", "has", "will")."""
        return any(w in self._finite for w in words.split())

    def opens_with_pronoun(self, text: str) -> bool:
        """Whether a sentence begins with a personal or a possessive pronoun."""
        return self._opening_pronoun.match(text) is not None

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

    def time_behind(self, text: str, end: int) -> int:
        """Where the noun ends of a stretch of time that a number before it counts; -1 where it counts none."""
        found = _NEXT_WORD.match(text, end)
        return found.end() if found is not None and found[1].casefold() in self._times else -1

    def is_moment(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of time tells when, not how long ("three years ago")."""
        lead = text[max(0, start - _NEAR_LEAD) : start]
        return self._moments.search(lead) is not None or self._moments_after.match(text, end) is not None

    def counted_behind(self, text: str, end: int) -> int:
        """Where the noun ends that a number before it counts; -1 where none stands there."""
        found = self._counted.match(text, end)
        if found is None:
            return -1
        told = found.group(1).replace(found.groupdict().get("pair") or "", "")
        if any(w.casefold() in self._not_counted for w in told.split()):
            return -1
        return found.end()

    def counted_part(self, text: str, end: int) -> int:
        """The same, of a part of those whom the noun means ("30 of the ideas")."""
        found = self._part_of.match(text, end)
        return self.counted_behind(text, found.end()) if found is not None else -1

    def counted_base(self, noun: str) -> str:
        """A noun that is counted as it stands beside no preposition ("Ländern": "Länder")."""
        return noun[:-1] if self._counted_cases.fullmatch(noun) else noun

    def heads_of(self, noun: str) -> list[str]:
        """A noun as it stands, and what may be its head: one of its words, or the last part of a compound."""
        words = noun.split()
        found = [noun, *(words[-1:] + words[:1] if len(words) > 1 else ())]
        if self._joins_nouns and words:
            last = words[-1]
            found.extend(last[cut:] for cut in range(_LEAST_OF_COMPOUND, len(last) - _LEAST_OF_HEAD + 1))
        return found

    def within(self, text: str, start: int) -> bool:
        """ "in two of the towns" says where, not how many there are."""
        return self._within.search(text[max(0, start - 30) : start]) is not None

    def among(self, text: str, start: int) -> bool:
        """Whether words before a number make of those counted a group that others belong to ("among the 112")."""
        return self._among.search(text[max(0, start - 30) : start]) is not None

    def complete(self, text: str, start: int) -> bool:
        """Whether words before a number say that it counts all there are ("all three")."""
        return self._complete.search(text[max(0, start - 30) : start]) is not None

    def parted(self, words: Sequence[str]) -> bool:
        """Whether a preposition parts a number from a noun behind it."""
        return any(word in self._parting for word in words)

    def describes(self, gap: str) -> bool:
        """Whether only adjectives stand between a number and its noun."""
        return self._adjectives.match(gap) is not None

    def elected(self, text: str, gap: str) -> bool:
        """Whether the words between a person and an office say that the one was given the other ("chose X as head")."""
        return self._elected_to.search(gap) is not None and self._elects.search(text) is not None

    def is_charged(self, office: str) -> bool:
        """Whether an office is told by an adjective that may but open another's field ("chargée de")."""
        return self._charged.match(office) is not None

    def held_by_several(self, office: str, gap: str) -> bool:
        """Whether an office is held by all of a list of people, by its ending or by the words that tie it to them.

        Args:
            office: Its name as it stands.
            gap: The words between it and the nearest of them.
        """
        if office.casefold().endswith(self.plural_offices):
            return True
        return self._unmarked.search(office) is not None and self._plural_tie.fullmatch(gap) is not None

    def may_be_several(self, office: str) -> bool:
        """Whether a noun of an office may stand for more than one holder, by its ending."""
        return any(self._several.search(word) for word in re.findall(r"[^\W\d_]+", office.casefold()))

    def precedes(self, lead: str) -> bool:
        """Whether a lead says of the person behind it that somebody follows him or her in an office."""
        return self._follows.search(lead[-_NEAR_LEAD:]) is not None

    def is_party(self, name: str) -> bool:
        """Whether a name is a party's, of whichever country, or the last word of the second of its two names is."""
        known = parties()
        return name.casefold() in known or ("/" in name and name.casefold().split()[-1] in known)

    def serves(self, gap: str) -> bool:
        """Whether an office behind a gap is that of whom the holder of the one before works for."""
        return self._serves.fullmatch(gap) is not None

    def elected_first(self, text: str, lead: str) -> bool:
        """Whether a sentence opens with the office that somebody was given ("Head of X became Y by vote")."""
        return self._elected_first.search(lead) is not None and self._elects.search(text) is not None

    def bare(self, noun: str) -> str:
        """A noun without the article that its ending is ("the director" in one word)."""
        for ending, made in self._definite:
            if noun.endswith(ending):
                return noun[: len(noun) - len(ending)] + made
        return noun

    def bare_adjectives(self, lead: str, phrase: str) -> str:
        """A noun phrase without the article that a lead ends in: its first adjectives as they are then."""
        ending, made = self._weak.get((lead.split() or [""])[-1].casefold(), ("", ""))
        words = phrase.split()
        for at, word in enumerate(words[:-1]):
            if not ending or not word.islower() or not word.endswith(ending):
                break
            words[at] = word[: len(word) - len(ending)] + made
        return " ".join(words)

    def object_start(self, stretch: str) -> int:
        """Where in the words before a verb its object begins, by its article; 0 where it has none."""
        found = self._object_lead.search(stretch)
        return found.end() if found is not None else 0

    def owned(self, words: str) -> bool:
        """Whether a phrase is said to be somebody's ("its plan")."""
        return self._owned.match(words) is not None

    def idiom(self, phrase: str) -> bool:
        """Whether a stretch begins as one that never says what something is about ("on paper")."""
        return self._no_topic.match(phrase) is not None

    def is_clause(self, phrase: str) -> bool:
        """Whether a stretch is more than a noun phrase, for an auxiliary or a relative pronoun stands in it."""
        return any(word.casefold() in self._verbal for word in phrase.split())

    def points(self, phrase: str) -> bool:
        """Whether a phrase points back to what was named ("these topics")."""
        return phrase.split()[0].casefold() in self._pointers if phrase.strip() else False

    def goes_on_in_noun(self, text: str, end: int) -> bool:
        """Whether a determiner right behind a noun says whose or what it is of ("zur Würdigung dieser …")."""
        following = text[end:].split(maxsplit=1)[:1]
        return text[end : end + 1].isspace() and following[0].casefold() in self._determiners

    def owns_number(self, gap: str) -> bool:
        """Whether only a verb stands between what has so many and their number ("Lusitania has two towns …")."""
        return self._owns_number.fullmatch(gap) is not None

    def opens_with_verb(self, behind: str) -> bool:
        """Whether a finite verb stands first, in languages where it does so behind what a clause speaks of."""
        return not self.nouns_capitalised and self._verb_first.match(behind) is not None

    def goes_on_with_verb(self, gap: str) -> bool:
        """Whether a comma, if any, and a finite verb open what follows on somebody."""
        return not self.nouns_capitalised and self._verb_next.match(gap) is not None

    def opens_clause(self, before: str, behind: str) -> bool:
        """Whether a name opens a main clause behind a comma, small words before it and its verb right behind."""
        comma, _, lead = before.partition(" ")
        verb = behind.split(maxsplit=1)[:1]
        opens = self.verb_last and comma == "," and bool(lead) and self.is_function(lead)
        return opens and bool(verb) and verb[0] in self._spoken.finite

    def headed_by(self, lead: str) -> int:
        """Where the comma stands behind which a lead says who heads those before it; -1 for none."""
        found = self._headed_by.search(lead)
        return found.start() if found is not None else -1

    def numbered(self, lead: str) -> int:
        """Where the noun begins of which a lead says that its number is told; -1 for none."""
        found = list(self._numbered.finditer(lead))
        return found[-1].end() if found else -1

    def verb_follows(self, gap: str) -> bool:
        """Whether a finite verb opens what goes on behind a comma (", has held")."""
        return self._verb_behind_comma.search(gap) is not None

    def noun_follows(self, behind: str) -> bool:
        """Whether a noun without a capital follows, where nouns have none."""
        word = re.match(r"\s([a-zà-ÿ][\w-]*)", behind)
        return not self.nouns_capitalised and word is not None and word.group(1) not in self._small_words

    def listed_before(self, lead: str) -> int:
        """How far left the name of a unit reaches that two fields share ("the Roads and Harbours Committee")."""
        found = self._fields_before.search(lead)
        return len(found.group(1)) if found is not None and not self.nouns_capitalised else 0

    def parts(self, before: str, behind: str) -> bool:
        """Whether the words on both sides of a number say that it counts a part of what was counted before."""
        if self._parted.fullmatch(before):
            return True
        return re.fullmatch(r"\s*(?:,|–|-)\s+", before) is not None and self._parts.match(behind) is not None

    def said_then(self, text: str, start: int) -> bool:
        """Whether a day only says when somebody said something ("the office said on Friday")."""
        return self._said_then.search(text[:start]) is not None

    def seated(self, text: str, at: int) -> bool:
        """Whether what ends at a place only says where somebody sits ("the X-based network")."""
        return self._seated.match(text, at) is not None

    def links(self, gap: str) -> bool:
        """Whether only an article or "of" stands between an office and what it is an office of."""
        return self._links.fullmatch(gap) is not None

    def predicated(self, gap: str) -> bool:
        """Whether the words between an office and a person say that the one is, becomes or stays the other."""
        return self._predicated.search(gap) is not None

    def is_month(self, word: str) -> bool:
        """Whether a word, in small letters, is a month's name."""
        return word in self._spoken.months

    def denies(self, lead: str) -> bool:
        """Whether a few words say that something is not so."""
        return self._denies.search(lead) is not None

    def is_held_against(self, lead: str) -> bool:
        """Whether a lead says that something comes before or after what follows, and not then."""
        return lead.casefold().strip().endswith((*self._spoken.ahead_of, *self._spoken.behind_of))

    def is_preposition(self, word: str) -> bool:
        """Whether a word, in small letters, is one."""
        return word in self._spoken.prepositions

    def belongs(self, gap: str) -> bool:
        """Whether the words between an office or its holder and a body say that the one belongs to the other."""
        return self._belongs.fullmatch(gap) is not None

    def nominative(self, name: str) -> str:
        """A name with its adjectives as they stand when nothing governs it ("Technischen Hochschule X")."""
        if not self._inflected:
            return name
        words = name.split()
        ending = "e" if words[0].endswith("e") else "en"
        opens = words[0][:1].islower()
        count = next(
            (
                i
                for i, w in enumerate(words)
                if not w.endswith(ending)
                or not (opens or (w.islower() if i and ending == "e" else w[:1].isupper() or i))
            ),
            0,
        )
        if not 0 < count < len(words):
            return name
        pair = words[count].endswith("-") and len(words) > count + _PAIR  # "Roads and Houses Board"
        noun = words[count + _PAIR if pair else count].casefold()
        made = next((made for last, made in self._inflected if noun.endswith(last)), "")
        bare = (word.removesuffix(ending) + made for word in words[:count])
        return " ".join([*bare, *words[count:]]) if made else name

    def before_town(self, text: str, start: int, end: int) -> int:
        """Where a name ends that goes on with a noun for a town and its name ("the plan of the town of X")."""
        found = self._town_owner.search(text, start, end)
        return found.start() if found is not None else end

    def owner(self, name: str) -> str:
        """A place's name as it stands alone, from before the noun that says what it is ("Northens kommun")."""
        return name if self._not_owned.search(name) else self._owned.sub("", name)

    def uninflected(self, link: str, name: str) -> str:
        """A name behind a preposition or article as it stands alone: its first noun without the ending of its case."""
        words = name.split()
        rules = [(ending, made) for article, ending, made in self._oblique if link.endswith(article)]
        for at, word in enumerate(words):
            rule = next((r for r in rules if word.casefold().endswith(r[0])), None)
            if rule is not None and len(word) > len(rule[0]) + 2:
                words[at] = word[: len(word) - len(rule[0])] + rule[1]
                break
        return self.nominative(" ".join(words))

    def name_adjective(self, text: str, start: int) -> int:
        """How long an adjective is whose capital makes it a part of the name behind it; 0 where there is none."""
        if not self._inflected:
            return 0
        found = re.search(
            rf"(?<=\w\s)[{_CAPITAL}]\w{{2,}}(?:e|en|es|em)\s+(?:[a-zäöüß]{{4,}}(?:e|en|es|em)\s+)?$",
            text[max(0, start - 60) : start],
        )
        return len(found.group(0)) if found else 0

    def noun_of(self, office: str) -> re.Match[str] | None:
        """The one noun that an office's name ends with ("head of the chamber")."""
        found = self._noun_of.search(office)
        return found if found is not None and not self._links.search(office[: found.start() + 1]) else None

    def without_kind(self, name: str) -> str:
        """A name without the noun before it that says what it is the name of; "" where there is none."""
        first, _, rest = name.partition(" ")
        told = " " in rest or (len(rest) >= _SHORTEST_ALONE and rest.casefold() not in self._spoken.fields)
        return rest if first.casefold() in self._kinds and told else ""

    def starts_name(self, word: str) -> bool:
        """Whether a word is never a name alone ("Bad …")."""
        return word in self._leads

    def may_be_place(self, name: str) -> bool:
        """Whether a capitalised word behind a preposition of place may be a town's name, by its look."""
        spoken, last = self._spoken, name.split()[-1].casefold()
        common = last in spoken.functions or last in spoken.not_names or last in spoken.fields
        return not common and not last.endswith(tuple(spoken.noun_endings))


def endings(spoken: Language) -> tuple[str, ...]:
    """What a name may end in beyond its own letters: genitives, and adjectives made by adding letters."""
    made = [rule.partition(">")[2] for rule in spoken.wording.demonyms.split("|") if rule.startswith(">")]
    return tuple(dict.fromkeys([*spoken.genitive, *made, "'s", "’s", "'", "’"]))


def demonyms(name: str, spoken: Language) -> tuple[str, ...]:
    """Adjectives made of a place's name; () for names of several words and in languages that have none."""
    if " " in name or len(name) < _SHORTEST_PLACE:
        return ()
    return tuple(
        dict.fromkeys(
            name[: len(name) - len(ending)] + made
            for ending, made in demonym_rules(spoken)
            if name.endswith(ending)
        )
    )


@lru_cache(maxsize=16)
def demonym_rules(spoken: Language) -> tuple[tuple[str, str], ...]:
    """What a place's name ends in, and what the adjective made of it has instead."""
    rules = (rule.partition(">") for rule in spoken.wording.demonyms.split("|") if rule)
    return tuple((ending, made) for ending, _, made in rules)


@lru_cache(maxsize=1)
def plain() -> Grammar:
    """For stretches outside any running text."""
    return Grammar(language("en"))
