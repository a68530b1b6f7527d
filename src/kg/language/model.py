"""The records that reading a text gives, and the `Language` object that holds the words of one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kg.claims import Factuality
from kg.periods import Period

Span = tuple[int, int]
DateKind = Literal["day", "month", "year", "span", "until", "since", "compared"]
SpeakerKind = Literal["person", "role", "pronoun"]
Reach = Literal["clause", "phrase", "both", "behind", "all"]
Unit = Literal["day", "week", "weekend", "month", "year"]
Part = Literal["early", "mid", "late"]
VerbReading = Literal["future", "passive", "rumour"]


class Token(NamedTuple):
    """A word, a number or one punctuation mark; offsets in code points, half-open."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that name a period.

    Args:
        start: First code point; prepositions ("im", "seit", "until") stand outside.
        end: One past the last code point.
        period: The days meant, both ends included.
        relative: True where the document's own date was needed ("heute", "im Mai").
        kind: What is named; "until" and "since" where a word before makes the period a limit, "compared" where the
            words hold somebody else's day against the one told before ("ten years ahead of X": the day of X).
        in_name: True where the year belongs to a name ("HORIZONT 2030") or stands inside quotation marks.
    """

    start: int
    end: int
    period: Period
    relative: bool
    kind: DateKind
    in_name: bool = False


@dataclass(frozen=True, slots=True)
class NumberMention:
    """Words or digits that name a number; scale words are applied to `value`.

    Args:
        start: First code point of the number itself; modifiers ("rund", "more than") stand outside.
        end: One past the last code point, percent sign and currency included.
        value: The number; an integer where it has no fraction.
        at_least: "mehr als", "at least"; the bound itself is counted in.
        at_most: "bis zu", "no more than".
        approximate: "rund", "about", "fast".
        more: The number adds to others named before ("38 weitere", "38 other").
        ordinal: "dritte", "3rd".
        percent: A share of a hundred.
        currency: ISO 4217 code, or None.
        one_of: "eine von 112": one out of a group whose number follows.
    """

    start: int
    end: int
    value: int | float
    at_least: bool = False
    at_most: bool = False
    approximate: bool = False
    more: bool = False
    ordinal: bool = False
    percent: bool = False
    currency: str | None = None
    one_of: bool = False


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person's name in the text.

    Args:
        start: First code point, titles included.
        end: One past the last code point, a genitive s included.
        name: Given and family name without titles and genitive s.
        titles: Titles and forms of address before the name, as written.
        given: Given names, "" where only a family name stands.
        family: Family name with its particles.
        genitive: True where a genitive s was taken off.
    """

    start: int
    end: int
    name: str
    titles: tuple[str, ...]
    given: str
    family: str
    genitive: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words given as someone's own.

    Args:
        start: The opening mark.
        end: One past the closing mark.
        inner_start: First code point inside the marks.
        inner_end: One past the last code point inside the marks.
        speaker_start: Where the speaker is named, or None where nobody is.
        speaker_end: One past it, or None.
        speaker_kind: How the speaker is named, or None.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_kind: SpeakerKind | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """A person whose statement a sentence renders without quotation marks.

    Args:
        start: First code point of the person.
        end: One past it.
        scope_start: First code point of the sentence.
        scope_end: One past it.
    """

    start: int
    end: int
    scope_start: int
    scope_end: int


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that say how firmly something is held.

    Args:
        start: First code point of the words.
        end: One past it.
        factuality: Never ASSERTED.
        kind: planned, intended, future, able, conditional, demanded, rumoured, denied and the like.
        reach: "clause" governs its clause but no nouns in it; "phrase" only the few words that follow;
            "both" the clause, and of its nouns those that follow at once; "behind" what follows in the clause, in
            languages that mark infinitives where it ends in one ("beschlossen, … zu bauen").
        scope: The stretches that it governs, in order.
        near: The few words that follow it.
    """

    start: int
    end: int
    factuality: Factuality
    kind: str
    reach: Reach
    scope: tuple[Span, ...]
    near: Span


@dataclass(frozen=True, slots=True)
class Cue:
    """Hedging words of a language, lower case, blank between tokens.

    Words of reach "phrase" ("geplante") govern the words that follow; see `Hedge.reach`.
    """

    words: str
    factuality: Factuality
    kind: str
    reach: Reach = "clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Small words that tie together what a sentence speaks of; each field holds phrases, with "|" between them.

    Args:
        articles: Articles and other words that may stand between a preposition and its name.
        joiners: Join the members of a list.
        within_lists: Articles and prepositions that come again before a later member.
        adverbs: May stand between a joiner and the member that it adds.
        adjective_endings: Of a word that describes a member ("nearby").
        pairs: Join the two of a pair.
        between_pairs: Join one pair to the next.
        listing: May stand between the names of a list that has no verb.
        gap_words: Between a member and its day in a clause that leaves out its verb ("B already in …").
        adverbial_relatives: Relatives that stand for a place, time or manner.
        singular_relatives: Relative pronouns that stand for one thing alone.
        affirms: Say yes to a question.
        asks_when: Open a question for a day or time.
        asks_whether: Open a question that is answered with yes or no, a pattern.
        denials: Deny the noun that somebody is said to be ("is not a member"), right before it.
        denial_gaps: May stand between such a denial and its noun ("not yet a").
        pointers: Determiners of what has been spoken of already.
        they: Plural pronouns that open a sentence; only before such verbs as `they_do` where other things share them.
        they_do: Endings of verbs in the plural; none where the pronoun is plural anyway.
        wholes: Before a number, say that it is all of a group that has been named ("the", "all").
        breaks: Open another clause that pairs its own members.
        apposes: Say again what somebody is ("as").
        predicates: Between an office and its holder: say that the one is, becomes or stays the other.
        equates: Say that those named are as many as a number behind it ("A and B are two of …").
        holds: Between a person and an office, say that they hold it ("is", "was elected").
        becomes: The same, that they will hold it.
        held: The same, that they held it once.
        betweens: Prepositions that open each pair of a list of pairs ("between A and B and between C and D").
        prepositions: A name right behind one is no subject or object.
        places: Prepositions that say where.
        venues: Prepositions before the hall or square where something takes place.
        contains: Those of them that make a numbered group a place ("in two towns").
        indefinite: Articles of what is not known yet.
        occasions: Before a noun for what is done, with its article: say on which occasion something was.
        of_rules: How an object stands behind the noun of its verb, as `nominal` reads it.
        completed: Prepositions whose noun has come about.
        participles: Endings of participles behind which a noun alone means any such thing.
        makes: Infinitives of bringing something about ("draw up"): their object is not there yet.
        turns: Verbs of becoming, in the forms that a hedge or a plan takes: what they lead to is not so yet.
        making: Say that something is being brought about now ("is drafting").
        making_begun: Say that somebody began to, so that it is not there yet ("started drafting").
        made_already: Auxiliaries that say it has come about after all.
        subjects_again: Pronouns that, first in a sentence, go on with what the one before speaks of.
        aims: Nouns for what somebody means to reach.
        possessives: "its", "their".
        ours: "our", in every form.
        adds: What makes "… and 22 others" add to those named.
        likes: Behind a number of others, lead to some of them ("ten others such as A").
        joins_in: Before a name, add it to others of the same clause ("besides", "together with").
        subset: Open a part of what was counted.
        complete: Before a number, say that it counts all there are.
        elliptic: Behind a number, say that it counts what was counted before.
        totals: Before a number, say that it is a total.
        ends: Behind a number that stands for itself.
        number_of: Before the noun of a number that follows.
        counted: A noun that a number before it counts, with what describes it, a pattern; "pair" is skipped.
        counted_cases: How such a noun ends in another case, a pattern whose last letter the base form lacks.
        moments: Before a stretch of time, say that it is when something happens ("vor drei Jahren").
        moments_after: The same, behind it ("three years ago").
        part_of: Open a sentence with the whole of which a part is counted.
        of_all: Between a part and its whole: the preposition.
        their_own: Possessives of persons: "his", "her".
        owned_behind: Relative pronouns for whose something is, right behind its owner: "whose".
        all_of: Between a part and its whole: the article or possessive.
        of_them: Between a number and the adjective that says of which kind.
        between_number: Words that part a number from a noun that follows.
        not_between_number: Those of them that do not.
        relatives: Behind a comma, end a noun phrase.
        phrase_leads: Stand between a word that announces noun phrases and the first of them.
        topic_leads: Prepositions, with an article where they need one, that lead what something is about.
        no_topics: What such prepositions begin that says nothing of what something is about ("on paper").
        fellows: Nouns for people who stand for the member that is named behind them ("colleagues from X").
        object_articles: Articles that an object may begin with, where the verb stands behind it.
        tells_on: Verbs in the present that are no infinitives, and so go on with what is told.
        over: Say that what two had with one another has ended.
        over_what: Verbs that say the same where the noun for it is their object, or their subject.
        was_once: The same by the time that it lasted ("formerly", "was … until 2022"), a pattern.
        done_before: Open what was done before that which a sentence tells ("after having been"), a pattern.
        phrase_tails: Particles that end a noun phrase's clause and are no part of it.
        phrase_stops: Begin what goes on after a noun phrase.
        name_links: Connect the parts of a name.
        joined_behind: Stand right before what somebody takes part in.
        verb_particles: Behind a verb, make another verb of it ("hand in").
        aims_behind: Prepositions, some with their article, before what somebody is chosen or applies for.
        aims_determined: The same, of those that say so only with an article behind them.
        no_aims: Nouns behind such prepositions that say nothing of their own ("in the first round").
        aims_to: Infinitives, between a word for an aim and its year, of something else that is to be done by then.
        noun_first: A noun stands before what describes it.
        aim_articles: Articles and the like that may stand between those and the noun.
        head_links: Connect an office or body with its field ("head of …").
        topic_links: Connect what is held with what it is about ("conference on …").
        none_other: Whoever is meant by these is none of those that are spoken of.
        body_links: Those of them that may stand within a body's name, where not all may.
        field_links: Further words that do.
        holdings: Stand between an office, or who holds it, and the body that it is held in.
        employs: Those of them behind which only an employer can stand.
        agents: Behind a verb in the passive, lead to who does it.
        headed_by: Behind a comma, say who heads those before it.
        numbered: Stand before the noun of what is counted, its number further on.
        owns: Verbs that say how many somebody has.
        of_which: Stand beside a number that counts a part of what was counted before.
        quarters: Before the name of a part of a town.
        seated: Behind a place and a hyphen, say only that somebody has their seat there.
        others: Say that what follows, or precedes, are more of those that were told of ("the other").
        hails: Between a number of some that were counted and where they lie or go to ("come").
        earlier: Say that those spoken of came before the ones that were told of ("the previous").
        receivers: Prepositions before those to whom something goes.
        namely: Announce the names of those counted.
        after: Prepositions before those that came earlier in a row ("after").
        alike: Say that the same holds of another ("too").
        origins: Prepositions between a verb and the place that members come from.
        weak_adjectives: What an adjective ends in behind an article, and without any ("der:en>e").
        oblique: How a name's noun loses its ending: "the article before it:the ending>what takes its place".
        name_tails: Connect a place's name with the river or hill that tells it from others.
        owned: Endings that a place's name has before the noun that says what it is ("Northens kommun").
        not_owned: Endings of names that are the name's own all the same.
        hyphened_tails: The same, between hyphens.
        name_articles: Capitalised words before a name that are no part of it.
        name_leads: First parts of names that never stand alone.
        heading_adjectives: Endings of adjectives with a capital that open a name whose noun has none ("Nordska …et").
        name_adjectives: Endings of adjectives made of names, which have a capital.
        tail_adjectives: Endings of adjectives that may stand last in a name ("Institut du Rhône inférieur").
        adjectives: How an adjective of a name ends when nothing governs it: "the noun's ending>the adjective's".
        demonyms: How a place's name becomes an adjective: "ending>what takes its place".
        definite: How a noun with its article behind it loses that: "ending>what takes its place".
        elects: Verbs by which somebody is given an office.
        elected_to: Stand before that office.
        follows: Before whom somebody follows in an office ("succeeds").
        serves: Between an office and that of whom its holder works for ("to the").
        charged: Adjectives that open the field of an office named before ("chargée de").
        known_articles: Stand before a noun alone that means what was named.
        ending_articles: The same, at a noun's end.
        gives_out: Say that somebody gave a text out.
        calls: Verbs by which somebody is said to have used a few words.
        naming: Stand between a noun and the name of what it means ("by the name of").
        besides: Stand before those of whom it holds as well ("besides X, only Y").
        exclusives: Stand before those of whom alone it holds ("only X").
        unlike: Stand before those of whom the contrary holds ("unlike", "except"), a pattern.
        all_but: The same where a sentence speaks of all or of none, and not of "also" ("all but X"), a pattern.
        excepted: Stand behind those of whom the contrary holds ("X excepted"), a pattern.
        said_of_all: Say that something holds of all, a pattern.
        said_of_none: Say that it holds of none, a pattern.
        likened: Open a sentence, or stand behind a comma, before those whom somebody is only likened to ("like X").
        next_objects: Between a noun and the next object of the same verb, a pattern; "" where nouns have no capital.
        jointly: Behind a comma, before those who do something just as whoever is named before ("together with").
        sent_from: People who speak for no town, with what leads to the towns they are from ("pupils from"), a pattern.
        severally: Say that several do something each for itself, a pattern.
        sets_against: Conjunctions behind a comma that set another clause against one, with its own subject.
        gapped_joiners: May open a clause whose verb is left out, a pattern.
        claimed: Open a sentence with what is said only to be judged ("The report that", "That X did it"), a pattern.
        refuted: End such a sentence, and say that it is not so ("is not true"), a pattern.
        on_days: Lead from such words to a day ("on", "back in").
        happened: Say, with a pronoun for what was told before, that it happened ("That was on"), a pattern.
        gapped_no: End a clause that says no more than that something does not hold of somebody, a pattern.
        gapped_no_first: The same, at its beginning ("but not B").
        other_papers: What papers are called that people sign at many occasions ("letter of intent"), and what they
            hand in besides ("comments on"), a pattern.
        definite_endings: Endings of nouns that have their article behind them ("planen").
        gapped_yes: End one that says that it does hold.
        gapped_yes_first: The same, at its beginning.
        gapped_alike: End one that says the same of somebody, yes or no ("Y too").
        gapped_alike_first: The same, at its beginning ("so has Y").
        does_besides: Verbs behind a conjunction that tell what else the same subject does.
    """

    articles: str = ""
    joiners: str = ""
    within_lists: str = ""
    adverbs: str = ""
    adjective_endings: str = ""
    pairs: str = ""
    between_pairs: str = ""
    breaks: str = ""
    listing: str = ""
    gap_words: str = ""
    adverbial_relatives: str = ""
    singular_relatives: str = ""
    affirms: str = ""
    asks_when: str = ""
    asks_whether: str = ""
    denials: str = ""
    denial_gaps: str = ""
    pointers: str = ""
    aims: str = ""
    they: str = ""
    they_do: str = ""
    wholes: str = ""
    predicates: str = ""
    equates: str = ""
    holds: str = ""
    becomes: str = ""
    held: str = ""
    betweens: str = ""
    apposes: str = ""
    prepositions: str = ""
    places: str = ""
    venues: str = ""
    contains: str = ""
    indefinite: str = ""
    occasions: str = ""
    of_rules: str = ""
    completed: str = ""
    participles: str = ""
    makes: str = ""
    turns: str = ""
    making: str = ""
    making_begun: str = ""
    made_already: str = ""
    subjects_again: str = ""
    possessives: str = ""
    owned_behind: str = ""
    their_own: str = ""
    ours: str = ""
    adds: str = ""
    joins_in: str = ""
    likes: str = ""
    subset: str = ""
    complete: str = ""
    elliptic: str = ""
    totals: str = ""
    ends: str = ""
    number_of: str = ""
    counted: str = ""
    counted_cases: str = ""
    moments: str = ""
    moments_after: str = ""
    part_of: str = ""
    of_all: str = ""
    all_of: str = ""
    of_them: str = ""
    between_number: str = ""
    not_between_number: str = ""
    relatives: str = ""
    phrase_leads: str = ""
    topic_leads: str = ""
    no_topics: str = ""
    fellows: str = ""
    object_articles: str = ""
    tells_on: str = ""
    over: str = ""
    over_what: str = ""
    was_once: str = ""
    done_before: str = ""
    phrase_tails: str = ""
    phrase_stops: str = ""
    name_links: str = ""
    joined_behind: str = ""
    verb_particles: str = ""
    aims_behind: str = ""
    aims_determined: str = ""
    no_aims: str = ""
    aims_to: str = ""
    aim_articles: str = ""
    noun_first: bool = False
    head_links: str = ""
    topic_links: str = ""
    none_other: str = ""
    body_links: str = ""
    field_links: str = ""
    holdings: str = ""
    employs: str = ""
    agents: str = ""
    quarters: str = ""
    seated: str = ""
    of_which: str = ""
    owns: str = ""
    headed_by: str = ""
    numbered: str = ""
    others: str = ""
    hails: str = ""
    earlier: str = ""
    receivers: str = ""
    namely: str = ""
    after: str = ""
    alike: str = ""
    origins: str = ""
    weak_adjectives: str = ""
    oblique: str = ""
    name_tails: str = ""
    owned: str = ""
    not_owned: str = ""
    hyphened_tails: str = ""
    name_articles: str = ""
    name_leads: str = ""
    heading_adjectives: str = ""
    name_adjectives: str = ""
    tail_adjectives: str = ""
    adjectives: str = ""
    demonyms: str = ""
    definite: str = ""
    elects: str = ""
    elected_to: str = ""
    charged: str = ""
    serves: str = ""
    follows: str = ""
    known_articles: str = ""
    ending_articles: str = ""
    gives_out: str = ""
    calls: str = ""
    naming: str = ""
    besides: str = ""
    exclusives: str = ""
    unlike: str = ""
    all_but: str = ""
    excepted: str = ""
    said_of_all: str = ""
    said_of_none: str = ""
    likened: str = ""
    next_objects: str = ""
    jointly: str = ""
    sent_from: str = ""
    severally: str = ""
    sets_against: str = ""
    gapped_joiners: str = ""
    claimed: str = ""
    refuted: str = ""
    on_days: str = ""
    happened: str = ""
    gapped_no: str = ""
    gapped_no_first: str = ""
    other_papers: str = ""
    definite_endings: str = ""
    gapped_yes: str = ""
    gapped_yes_first: str = ""
    gapped_alike: str = ""
    gapped_alike_first: str = ""
    does_besides: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """All that the machinery must know of one language; words are lower case unless said otherwise.

    Compared by identity: the tables are large, many caches are keyed by language, and there is one object of each.

    Args:
        code: ISO 639-1.
        fallback: True where the language asked for is unknown and this one stands in.
        unlearned: No text in it was among those that readers learned from, so that only what its words say is read.

        abbreviations: Never end a sentence; as written, without the last full stop.
        ending_abbreviations: End a sentence where a starter follows.
        starters: Words that often open a sentence, capitalised as there.
        ordinal_dots: "7." may be an ordinal.
        spaced_quotes: Guillemets have blanks inside.
        single_quotes: Somebody's words stand between single marks as well.
        nouns_capitalised: Every noun has a capital, so that a capital tells nothing about names.
        joins_nouns: Nouns are put together into one word, whose last part is its head.
        determiners: Articles and the like.
        functions: Prepositions, conjunctions, articles and auxiliaries: what follows a year but no quantity.

        months: Name or abbreviation → 1 to 12.
        weekdays: Name → 0 (Monday) to 6.
        calendar_capitals: Months and weekdays are written with a capital.
        already: Adverbs that may open what a sentence says first of its subject ("Already holder of …, X wants …").
        act_endings: Endings of verbs that open a sentence with an act, not with what its subject is ("Winning …, X").
        title_capitals: Names of bodies have capitals in all their words but small ones.
        seasons: Name → 0 (spring) to 3 (winter).
        parts: Phrase that stands before a month or year → which third.
        part_nouns: Words that may stand between a part and its year ("des Jahres", "of the year").
        date_fillers: Words between a preposition and its date ("dem", "Jahr").
        month_leads: Words that make a bare month name a date.
        year_leads: Words that make four digits a year whatever follows.
        day_particles: Words inside a date ("de", "of").
        since: Words before a date that open a period.
        until: Words before a date that close one.
        range_words: "bis", "to".
        list_words: "und", "and".
        relative: Phrase → unit and number of units from the document's date.
        relative_adjectives: "letzten" → -1, "next" → 1.
        unit_nouns: "Jahr" → year.
        elapsed_units: Nouns for what time is counted in, singular and plural → unit.
        afterwards: Phrases behind a stretch of time that count it from the day told before ("later").
        beforehand: The same, backwards ("earlier").
        ahead_of: Phrases behind a stretch of time by which what was told comes before another's ("ahead of").
        behind_of: The same, after another's ("later than").
        ahead: Prepositions that count a stretch of time from the day the text was written ("within").
        centuries: Phrases for a part of this century → the year that is meant.
        decades: Phrases for a part of this decade or the next → years since this one began.
        quarters: Nouns for a quarter or half year → number of months.
        same_year: Phrases behind a month or season that take the year of the date before.
        year_after: The same for the year after that.
        month_followers: Beside a month: it is the first one after the date before.
        future_words: Auxiliaries that tell the future.
        foretelling: Words of what was to come when somebody said so ("said it would").
        future_pairs: Two words that tell it ("is to").
        inverts: A subject may stand behind its verb.
        expletives: Words that stand in a subject's place and mean nothing ("it is raining").
        object_pronouns: Pronouns right before a verb that are its object.
        passives: Auxiliaries beside which a participle tells what is done to its subject.
        participles: Endings of forms that are no participles, for languages whose auxiliaries take others as well.
        this_words: Stand before a day, month or season of the year in which a text is written ("this").
        coming_days: A small word and a day of the week that together mean the next of its name ("på torsdag").
        hoping: Verbs of those who look ahead, in whose clause a season without a year is the next one.

        thousands: Characters that group digits by three.
        decimal: The decimal character.
        small_numbers: Word → number below 1,000 that one token can spell.
        hundreds: Words for a hundred that multiply what stands before.
        scales: Words for a thousand and more.
        abbreviated_scales: Those of them that take a full stop ("Mrd").
        number_joiners: Words inside a number ("and").
        closed_thousands: What joins thousands within one word ("tausend"), or "".
        ordinals: Word → number.
        ordinal_endings: What may follow digits ("st", "th").
        group_endings: What digits of a rough number end in ("30-tal").
        ones: Words that are a number only in "one of n".
        of_words: What stands between such a word and the number.
        only: Words that behind an article say that there is one alone.
        lone: Those of them that open a phrase with no article before them ("sole town of the land").
        only_more: Words behind those by which others were told of before.
        only_several: Words right before "the only" that say that it is several.
        modifiers: Phrase before a number → at_least, at_most or approximate.
        modifiers_after: The same, after it.
        more_words: "weitere": next to a number, before or after.
        percent_words: "Prozent", "per cent".
        currencies: Word → ISO 4217 code.
        units: Words and signs after which digits are a quantity, not a year.
        labels: Words after which digits are a label ("Nr", "Artikel", "line").
        clock_words: What makes digits a time of day.
        street_endings: A word that ends so has a house number after it.

        honorifics: Titles and forms of address, as written, without full stop.
        particles: Words inside a family name.
        weak_given: Given names that are also common words or places, as written.
        not_names: Capitalised words that are no part of a person's name, lower case.
        institutions: Words or word endings that turn a person's name into something else's.
        surnames: Family names that end like that all the same, folded.
        genitive: Endings that a name takes off.
        fields: Nouns for what an office is in charge of, which stand behind it like a name, lower case.
        noun_endings: Endings of nouns that no family name has.
        parties: What stands before an office with a hyphen and says of which party its holder is, lower case ("*x": its
            end).
        plural_offices: Endings of offices that several people hold, whose names follow as a list.
        unmarked_offices: Pattern of the endings of offices that are alike for one holder and several.
        plural_ties: Pattern of what ties such an office to all of a list of people ("A und B sind …").
        person_endings: Of nouns for one person by what they do, where nouns have capitals as names have, "|" between.

        speech_verbs: Finite forms that tell of saying.
        saying: Those of them that always bring what was said.
        remarks: Verbs that tell of saying along with one of a few words behind them: "verb>word,word|verb>…".
        telling: Verbs that can only open what was said where a comma follows them.
        told: Participles that tell of saying at the end of a sentence, behind an auxiliary.
        reporters: Words behind a verb of saying that open what was said ("that").
        indirect: Verb forms of reported speech.
        speech_auxiliaries: Auxiliaries that stand before a participle of saying.
        bare_speech: A line of speech may have no quotation marks, only its speaker behind a comma.
        speech_leads: What may stand between a quotation and its speaker with no verb ("so").
        according: Phrases that stand before whoever said it.
        according_after: Words that stand after whoever said it.
        pronouns: Personal pronouns that can speak.
        by_account: Phrases that say whose account is given, of one who was named before → the gender that they tell.
        verdicts: Nouns for what somebody says of a matter ("the verdict of X is …").
        drops_subject: Pronouns may be left out before a verb.
        reports_by_mood: Given a sentence, whether its verbs alone say that it renders somebody's words.
        asks: Verbs of asking: what follows are not the words of whoever asked.
        view_leads: First in a sentence and before a person, say how they see a matter ("for").
        view_verbs: What must follow the person there, where a comma does not.
        copulas: Verbs between a person and a word of conviction.
        convictions: "sure", "convinced".
        quoting: Before a person and a verb of saying, put what they said into another sentence ("as").
        quoting_after: Behind a quotation, say that somebody spoke so ("is how X puts it").
        meets: Before a person's name, say that an interview follows.
        genders: Pronouns that speak of a man ("m") or a woman ("f") alone.
        role_articles: Articles that can open a speaker's role.

        cues: Hedging words.
        no_cues: Phrases that contain hedging words and are none.
        subordinators: Words that open a subordinate clause.
        relatives: Words that open a relative clause, alone or after a preposition.
        prepositions: What may stand before a relative.
        complementisers: Subordinators whose clause shares what its main clause is subject to.
        conditionals: Subordinators whose main clause shares the condition.
        awaited: Subordinators of what comes first, and may be yet to come ("once it is signed").
        awaiting: Verbs that, in their clause and with none of the past, say that it is.
        verbs_like_nouns: Hedging verbs that are nouns behind an article ("a plan to").
        conditional_verbs: Verbs that, first in a sentence that goes on with another verb, open a condition.
        consequences: Between the comma behind such a condition and the verb ("so", "dann").
        inversions: Verbs that, first in a sentence, say what did not come about ("had it been …").
        contrasts: Behind a verb that follows a comma, open another main clause ("…, came but late").
        new_clause: Conjunctions after a comma that open another main clause.
        coordinators: "und": open another clause where a finite verb follows.
        alternatives: Those of them behind which what was denied goes on being denied ("or").
        inner_openers: Words that open a clause in mid-sentence with no comma before them.
        inner_relatives: The same, where a finite verb follows at once.
        adversatives: Conjunctions that set something against what was denied ("but").
        apposed_participles: Participles that, behind a comma, tell of a name before it.
        future_endings: Endings of verbs in the future tense.
        conditional_endings: Endings of verbs in the conditional ("would …").
        clitics: Small words that may stand between a conjunction and its finite verb ("y se ha …").
        second_leads: Small words that may stand there as well where one of the two clauses denies ("and never held").
        second_verbs: Full verbs that open another clause there where one of the two denies ("and holds").
        finite: Auxiliaries and modals.
        nots: Say right before a verb, or soon, that it does not hold.
        yets: Beside them, leave open that it will ("not yet").
        reported: Those of them in a mood that tells what somebody said or wrote ("…, er sei").
        encounters: Verbs and participles whose object is somebody else: of meeting, welcoming, thanking, replacing.
        past: Finite forms that tell the past.
        past_endings: Endings of verbs that tell the past.
        verb_final: Subordinate clauses end with their verb.
        infinitive_mark: Stands before, or inside, the infinitive that ends a clause with no subject ("zu").
        future_adverbs: Words that put a present passive, or what a sentence opens with, into the future.
        objects: Given a sentence, the nouns that its verb may be about, determined and behind no preposition; () where
            a pronoun is its object. None where nouns cannot be told by their capital.
        read_auxiliary: Given the clause's words and the index of one of `auxiliaries`, what it forms.
        auxiliaries: Words that `read_auxiliary` is asked about.

        wording: What ties names, numbers and phrases together.
    """

    code: str
    fallback: bool = False
    unlearned: bool = False

    abbreviations: frozenset[str]
    ending_abbreviations: frozenset[str]
    starters: frozenset[str]
    ordinal_dots: bool = False
    spaced_quotes: bool = False
    single_quotes: bool = False
    nouns_capitalised: bool = False
    joins_nouns: bool = False
    determiners: frozenset[str]
    functions: frozenset[str]

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    calendar_capitals: bool = False
    already: frozenset[str] = frozenset()
    act_endings: tuple[str, ...] = ()
    title_capitals: bool = False
    seasons: Mapping[str, int]
    parts: Mapping[str, Part]
    part_nouns: frozenset[str]
    date_fillers: frozenset[str]
    month_leads: frozenset[str]
    year_leads: frozenset[str]
    day_particles: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    range_words: frozenset[str]
    list_words: frozenset[str]
    relative: Mapping[str, tuple[Unit, int]]
    relative_adjectives: Mapping[str, int]
    unit_nouns: Mapping[str, Unit]
    quarters: Mapping[str, int]
    same_year: tuple[str, ...] = ()
    year_after: tuple[str, ...] = ()
    month_followers: frozenset[str] = frozenset()
    elapsed_units: Mapping[str, Unit] = field(default_factory=dict)
    afterwards: tuple[str, ...] = ()
    beforehand: tuple[str, ...] = ()
    ahead_of: tuple[str, ...] = ()
    behind_of: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    centuries: tuple[tuple[str, int], ...] = ()
    decades: tuple[tuple[str, int], ...] = ()
    future_words: frozenset[str]
    foretelling: frozenset[str] = frozenset()
    future_pairs: frozenset[str] = frozenset()
    inverts: bool = True
    expletives: frozenset[str] = frozenset()
    object_pronouns: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    participles: str = r"\w+"

    thousands: str
    decimal: str
    small_numbers: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    abbreviated_scales: frozenset[str] = frozenset()
    number_joiners: frozenset[str]
    closed_thousands: str = ""
    ordinals: Mapping[str, int]
    ordinal_endings: frozenset[str] = frozenset()
    group_endings: frozenset[str] = frozenset()
    ones: frozenset[str]
    of_words: frozenset[str]
    only: frozenset[str] = frozenset()
    only_more: frozenset[str] = frozenset()
    only_several: frozenset[str] = frozenset()
    modifiers: Mapping[str, Literal["at_least", "at_most", "approximate"]]
    modifiers_after: Mapping[str, Literal["at_least", "at_most", "approximate"]]
    more_words: frozenset[str]
    percent_words: frozenset[str]
    currencies: Mapping[str, str]
    units: frozenset[str]
    labels: frozenset[str]
    clock_words: frozenset[str]
    street_endings: tuple[str, ...]

    honorifics: frozenset[str]
    particles: frozenset[str]
    weak_given: frozenset[str]
    not_names: frozenset[str]
    institutions: tuple[str, ...]
    genitive: tuple[str, ...]
    fields: frozenset[str] = frozenset()
    noun_endings: tuple[str, ...] = ()
    parties: frozenset[str] = frozenset()
    plural_offices: tuple[str, ...] = ()
    unmarked_offices: str = ""
    plural_ties: str = ""
    person_endings: str = ""

    speech_verbs: frozenset[str]
    saying: frozenset[str] = frozenset()
    remarks: str = ""
    told: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    reporters: frozenset[str] = frozenset()
    indirect: frozenset[str] = frozenset()
    speech_auxiliaries: frozenset[str] = frozenset()
    bare_speech: bool = False
    speech_leads: frozenset[str]
    according: tuple[str, ...]
    according_after: frozenset[str]
    pronouns: frozenset[str]
    genders: Mapping[str, str] = field(default_factory=dict)
    by_account: Mapping[str, str] = field(default_factory=dict)
    verdicts: frozenset[str] = frozenset()
    drops_subject: bool = False
    reports_by_mood: Callable[[Sequence[Token]], bool] | None = None
    meets: tuple[str, ...] = ()
    asks: frozenset[str] = frozenset()
    view_leads: frozenset[str] = frozenset()
    view_verbs: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    convictions: frozenset[str] = frozenset()
    quoting: frozenset[str] = frozenset()
    quoting_after: frozenset[str] = frozenset()
    role_articles: frozenset[str]

    cues: tuple[Cue, ...]
    no_cues: tuple[str, ...]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    prepositions: frozenset[str]
    complementisers: frozenset[str]
    conditionals: frozenset[str]
    new_clause: frozenset[str]
    coordinators: frozenset[str]
    inner_openers: frozenset[str] = frozenset()
    adversatives: frozenset[str] = frozenset()
    apposed_participles: frozenset[str] = frozenset()
    inner_relatives: frozenset[str] = frozenset()
    verbs_like_nouns: frozenset[str] = frozenset()
    conditional_verbs: frozenset[str] = frozenset()
    alternatives: frozenset[str] = frozenset()
    awaited: frozenset[str] = frozenset()
    awaiting: frozenset[str] = frozenset()
    consequences: frozenset[str] = frozenset()
    inversions: frozenset[str] = frozenset()
    contrasts: frozenset[str] = frozenset()
    future_endings: tuple[str, ...] = ()
    conditional_endings: tuple[str, ...] = ()
    clitics: frozenset[str] = frozenset()
    second_leads: frozenset[str] = frozenset()
    second_verbs: frozenset[str] = frozenset()
    finite: frozenset[str]
    nots: frozenset[str] = frozenset()
    yets: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
    encounters: frozenset[str] = frozenset()
    past: frozenset[str]
    past_endings: tuple[str, ...]
    verb_final: bool = False
    infinitive_mark: str = ""
    future_adverbs: frozenset[str] = frozenset()
    objects: Callable[[str], Sequence[Span]] | None = None
    read_auxiliary: Callable[[Sequence[str], int], VerbReading | None] | None = None
    auxiliaries: frozenset[str] = frozenset()

    surnames: frozenset[str] = frozenset()
    wording: Wording = Wording()
    this_words: frozenset[str] = frozenset()
    hoping: frozenset[str] = frozenset()
    coming_days: frozenset[tuple[str, str]] = frozenset()
    lone: frozenset[str] = frozenset()

    def contracts(self, word: str) -> bool:
        """Whether a word that may open a date is a preposition and an article in one ("am", "al")."""
        return word in self.functions and word in self.date_fillers and word not in self.role_articles
