"""English."""

from __future__ import annotations

from kg.claims import Factuality
from kg.language.model import Cue, Language, Reach, Wording

EXPECTED, POSSIBLE, DENIED = Factuality.EXPECTED, Factuality.POSSIBLE, Factuality.DENIED


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]


def _small_numbers() -> dict[str, int]:
    found = {word: value for value, word in enumerate(_ONES)}
    for tens, word in enumerate(_TENS, 2):
        found[word] = tens * 10
        found |= {f"{word}-{unit}": tens * 10 + value for value, unit in enumerate(_ONES[:10]) if value}
    return found | {"dozen": 12, "hundred": 100}


def _cues() -> tuple[Cue, ...]:
    found: list[Cue] = []

    def add(words: str, factuality: Factuality, kind: str, reach: Reach = "clause") -> None:
        found.extend(Cue(word.strip(), factuality, kind, reach) for word in words.split("|"))

    # what somebody applies for is not theirs yet
    add("applied for|applying for", POSSIBLE, "applied", "phrase")
    add(
        "letter of intent to|letter of intent for|letter of intent on|declaration of intent to|"
        "declaration of intent for|declaration of intent on|statement of intent to",
        EXPECTED,
        "intended",
        "phrase",
    )
    add(
        "later this week|later this month|later this year|later this spring|later this summer|"
        "later this autumn|in the coming days|in the coming weeks|in the coming months|in the next few days|"
        "in the next few weeks|in the next few months|over the coming months",
        EXPECTED,
        "expected",
    )
    # what somebody is still collected for is not there yet
    add(
        "collecting pledges for its|collects pledges for its|collecting commitments for its|"
        "looking for partners for its|seeking partners for its|seeks partners for its|"
        "calling for contributions to its|calls for contributions to its|inviting contributions to its|"
        "collecting ideas for its",
        EXPECTED,
        "planned",
        "phrase",
    )
    # what somebody is told, or ready, to do is yet to be done
    add(
        "instructs|instructed|authorises|authorised|authorizes|authorized|mandates|mandated|tasks|"
        "tasked with|empowers|empowered|agreed to submit|agrees to submit|is to be submitted|"
        "are to be submitted|declared itself ready to|declared its readiness to|ready to sign|"
        "willing to sign",
        EXPECTED,
        "commissioned",
    )
    # what was done in vain was done all the same: a kind of its own, before the others that deny
    add(
        "without success|unsuccessfully|in vain|to no avail|unsuccessful|empty-handed|went away empty-handed|"
        "came away empty-handed|left empty-handed|missed out|misses out|missed out on|lost out|lost out on|"
        "missed the cut|was turned away|were turned away|turned away|was left out|were left out|left out|"
        "passed over|not so lucky|did not make it|no luck|no success|failed to get in|failed to make it|"
        "failed to make the cut|was rejected|were rejected",
        DENIED,
        "vain",
    )
    add(
        "was to|were to|was due to|were due to|had been due to|was supposed to|were supposed to",
        POSSIBLE,
        "due",
        "behind",
    )
    add(
        "will|shall|going to|is to|are to|is to be|are to be|we'll|they'll|it'll|he'll|she'll",
        EXPECTED,
        "future",
    )
    add(
        "is expected|are expected|expected to|is due to|are due to|is set to|are set to|set to|due to be|"
        "expects to|expect to|expecting to|is anticipated|are anticipated|anticipates|is foreseen|are foreseen|"
        "is envisaged|are envisaged",
        EXPECTED,
        "expected",
    )
    add(
        "is planned|are planned|plans a|plans an|plans to|plan to|planning to|is planning|are planning|is scheduled|"
        "are scheduled",
        EXPECTED,
        "planned",
    )
    add(
        "would like to|would all like to|would also like to|would love to",
        EXPECTED,
        "intended",
    )
    add(
        "aims to|aim to|aiming to|intends to|intend to|wants to|want to|seeks to|is about to",
        EXPECTED,
        "intended",
    )
    add(
        "aims at|strives to|the goal is|the aim is|pledges to",
        EXPECTED,
        "goal",
    )
    add(
        "decided to|decides to|have decided to|agreed to|agrees to|agree to|voted to|votes to|resolved to|resolves to|"
        "promised to|promises to|promise to|vowed to|vows to|undertook to|undertakes to|opted to|"
        "in favour of joining|in favour of signing",
        EXPECTED,
        "decided",
        "behind",
    )
    # what somebody is ready or trying to do is not done; before "applied", which "bidding" alone would be
    add(
        "intention to|intention of|intending to|is seeking to|are seeking to|was seeking to|seeking to|keen to|"
        "preparing to|prepares to|getting ready to|looking to|looks to|working to|bidding to|ready to|willing to|"
        "eager to|poised to|determined to|plans on|aspires to|aspire to|aspiring to|in the hope of|in a bid to|"
        "is seeking a place|are seeking a place|seeking a place",
        EXPECTED,
        "intended",
        "behind",
    )
    add(
        "asked to|urged to|encouraged to|called on|calls on|call on|calling on|recommends that|advised to",
        POSSIBLE,
        "proposed",
        "behind",
    )
    add(
        "proposed to|proposes to|offered to|offers to|invited to|recommended to",
        POSSIBLE,
        "proposed",
        "behind",
    )
    add(
        "committed to|pledged to|on track to|on course to",
        EXPECTED,
        "bound",
    )
    add(
        "wish to|hope to|hopes to|dream to|dream of|dreams of|ambition to|ambitions to|desire to|chance to|"
        "aspiration to|aspirations to|closer to becoming|closer to being|closer to winning|closer to receiving|"
        "hopes of|chances of|chance of",
        POSSIBLE,
        "hoped",
        "behind",
    )
    add(
        "hoping to|hopes for|hope for|hopes that|hope that|hoped to",
        POSSIBLE,
        "hoped",
    )
    add("can|able to|is possible|be able to", POSSIBLE, "able")
    add("may", POSSIBLE, "allowed")
    add("could|might|perhaps|possibly|potentially|maybe|probably|likely", POSSIBLE, "possible")
    add(
        "considers|considering|is considering|are considering|whether|unclear|under review|is examining|"
        "under discussion|being discussed|being considered|under consideration|being weighed|being explored|"
        "conditional on|conditional upon|subject to approval|subject to the approval",
        POSSIBLE,
        "considered",
    )
    add(
        "thinking about|thinking of|thinks about|think about|toying with|toys with|the idea of|mulls|mulling|"
        "is exploring|are exploring|in talks about|in talks over|flirts with",
        POSSIBLE,
        "considered",
    )
    add("would", POSSIBLE, "conditional")
    add(
        "in the pipeline|talks are going on|talks are under way|talks are ongoing",
        POSSIBLE,
        "considered",
    )
    add(
        "authorised the|authorises the|authorized the|authorizes the|instructed the|instructs the|"
        "voted to seek|votes to seek|agreed to seek|agrees to seek",
        EXPECTED,
        "planned",
    )
    add("would have|could have|might have|should have", POSSIBLE, "counterfactual")
    add(
        "proposal to|proposes|proposed|mooted|"
        "should|ought to|calls for|called for|demands|urges|"
        "demanded|demanding|urged",
        POSSIBLE,
        "demanded",
    )
    add("must|needs to|need to|has to|have to|will have to", POSSIBLE, "due")
    adverbs = ("wrongly", "erroneously", "mistakenly", "incorrectly", "falsely")
    verbs = ("stated", "reported", "said", "claimed", "listed", "named", "announced", "stating", "claiming",
             "reporting", "says", "states", "lists")  # fmt: skip
    add(
        "|".join(
            [f"{a} {v}" for a in adverbs for v in verbs]
            + [f"{v} {a}" for a in (*adverbs, "in error", "by mistake") for v in verbs]
        ),
        DENIED,
        "mistaken",
        "all",
    )
    # what was told and is told no more
    pages = ("article", "release", "press", "report", "text", "story", "page", "post", "statement")
    firsts = ("earlier", "previous", "first", "original")
    versions = [f"{which} version of this {page}" for which in firsts for page in pages]
    add("|".join([*versions, "earlier version said", "earlier version stated"]), DENIED, "mistaken", "all")
    add(
        "not true that|untrue that|false that|not the case that|not correct that|incorrect that|"
        "contrary to claims that|contrary to reports that|contrary to what we reported that",
        DENIED,
        "mistaken",
        "all",
    )
    add(
        "the claim that|claims that|the allegation that",
        POSSIBLE,
        "rumoured",
    )
    add("reportedly|allegedly|rumoured|rumored|is said to|are said to|supposedly", POSSIBLE, "rumoured")
    add("applies for|is applying|are applying|bids for|is bidding", POSSIBLE, "applied")
    add(
        "with a view to|"
        "application to|applications to|request to|request for the|candidacy for|candidate for|candidates for|"
        "hopes of becoming",
        POSSIBLE,
        "applied",
        "phrase",
    )
    add(
        "on its way to|on their way to|on the way to|on the road to|on the path to|en route to",
        EXPECTED,
        "underway",
        "phrase",
    )
    # of what is left undone
    add(
        "failed to|neglected to|neglects to|refrained from|refrains from|stopped short of|stops short of|"
        "shied away from|shies away from|held back from|missed the chance to|missed the opportunity to|"
        "missed its chance to|missed the deadline to|forgot to|forget to|fail to|neglect to|omitted to|balked at|"
        "baulked at",
        DENIED,
        "undone",
        "behind",
    )
    add(
        "not|never|no longer|cannot|neither|nor|hardly|have yet to|has yet to|had yet to|yet to be",
        DENIED,
        "denied",
    )
    # an aim of earlier days, though what was done then was done
    add("had originally|had initially", DENIED, "former", "phrase")
    # what somebody wanted before wanting something else: the few words behind, as what came of it follows soon
    add(
        "had previously aimed|had previously planned|originally planned to|"
        "initially planned to|originally aimed to|initially aimed to|originally aimed for|initially aimed for|"
        "previously aimed for|used to be|used to aim|had aimed to|had aimed for|"
        "had been aiming|had planned to|had hoped to|had intended to|had wanted to",
        DENIED,
        "superseded",
        "phrase",
    )
    add(
        "refused|refuses|rejected|rejects|denied|denies|fails to|declined|declines|unable to|"
        "rules out|ruled out|turns down|turned down|opts out of|opted out of|decided against|"
        "decides against|stays out of|stay out of",
        DENIED,
        "denied",
    )
    add(
        "voted down|votes down|vote down|threw out|throws out|voted against|votes against|vote against|was defeated|"
        "were defeated|called off|calls off|cancelled|"
        "withdrew from|withdraws from|pulled out of|pulls out of|backed out of|dropped out of",
        DENIED,
        "denied",
    )
    # what is given up was there, and is no more, noun and all
    done = (
        "scrapped",
        "abandoned",
        "ditched",
        "dropped",
        "axed",
        "given up",
        "rescinded",
        "repealed",
        "revoked",
    )
    add(
        "|".join(f"{be} {verb}" for be in ("was", "were", "been") for verb in done),
        DENIED,
        "abandoned",
        "all",
    )
    # what somebody had and has no more, which a noun behind tells of; what else was done beside it is done
    gives_up = ("scrap", "drop", "abandon", "ditch", "axe", "rescind", "repeal", "revoke")
    add(
        "abandons|abandoned|abandoning|scraps|scrapped|scrapping|ditches|ditched|ditching|axes its|axed|rescinds|"
        "rescinded|rescinding|repeals|repealed|repealing|revokes|revoked|revoking|gives up|gave up|"
        "giving up|given up",
        DENIED,
        "dropped",
        "phrase",
    )
    add(
        "|".join(
            f"{verb} {whose}"
            for verb in ("drops", "dropped", "dropping")
            for whose in ("its", "their", "the")
        ),
        DENIED,
        "dropped",
        "phrase",
    )
    add("|".join(f"{verb} its" for verb in gives_up), DENIED, "dropped", "phrase")
    # what was settled so is settled of nothing else
    settles = ("voted to", "votes to", "decided to", "decides to", "agreed to", "agrees to")
    add("|".join(f"{settled} {verb}" for settled in settles for verb in gives_up), DENIED, "dropped", "both")
    add(
        "waiting for|waits for|awaits|awaiting|misses out on|fell short of|came close to",
        DENIED,
        "denied",
    )
    add(
        "drafting its|drafting their|preparing its|not yet",
        DENIED,
        "denied",
        "both",
    )
    add(
        "applied to|applies to|apply to|applying to|interest in|bid to|asking to|wished to|sought to|"
        "tried to|wanted to",
        DENIED,
        "applied",
        "phrase",
    )
    add(
        "have written that|has written that|was reported that|been reported that|rumours that|reports that claim",
        POSSIBLE,
        "rumoured",
    )
    # whoever is called by no name vouches for nothing
    tellers = (
        "media",
        "newspapers",
        "papers",
        "outlets",
        "websites",
        "posts",
        "articles",
        "rumours",
        "reports",
    )
    tells = ("have reported", "had reported", "reported", "have claimed", "claimed", "claim", "have suggested",
             "suggested", "suggest", "have said", "said", "have stated", "wrote")  # fmt: skip
    add("|".join(f"{who} {does}" for who in tellers for does in tells), POSSIBLE, "rumoured")
    add("reports according to which|word has it|rumour has it|making the rounds", POSSIBLE, "rumoured")
    add(
        "is not among|are not among|not one of|is not part of|are not part of|does not belong to|"
        "do not belong to|was not among|were not among",
        DENIED,
        "excluded",
        "both",
    )
    add(
        "next step|next steps|pencilled in|penciled in|slated for|is due|are due", EXPECTED, "planned", "both"
    )
    add("no|none of", DENIED, "denied", "both")
    add("nobody|no one|no-one|nothing", DENIED, "nobody")
    add(
        "is not|are not|was not|were not|isn't|aren't|wasn't|weren't|is not a|is no|are no|is not yet|are not yet",
        DENIED,
        "excluded",
        "both",
    )
    add(
        "is being prepared|are being prepared|being drafted|being drawn up|under preparation|in preparation",
        EXPECTED,
        "prepared",
    )
    add("draft of the|draft of its|drafts of the|first draft of", EXPECTED, "drafted", "phrase")
    add(
        "missing out|overlooked|came up short",
        DENIED,
        "denied",
    )
    add(
        "postponed|deferred|put off until|put off the|puts off the|putting off the|"
        "pulled from the agenda|taken off the agenda|withdrawn from the agenda|"
        "off the agenda|shelved|sent back to committee|referred back|held over|to the next meeting",
        EXPECTED,
        "deferred",
        "both",
    )
    add(
        "needs a|needs an|need a|need an|wants a|wants an|want a|want an|calls for a|calls for an|called for a|"
        "called for an|demands a|demands an|demanded a|demanded an",
        POSSIBLE,
        "needed",
        "phrase",
    )
    add(
        "draft|commissioned a|commissioned an|has commissioned|have commissioned|had commissioned",
        EXPECTED,
        "drafted",
        "phrase",
    )
    add("lacks|lack|is missing", DENIED, "denied")
    add("in order to|so as to", POSSIBLE, "purpose", "phrase")
    add("without|instead of|rather than", DENIED, "without", "phrase")
    add(
        "planned|future|upcoming|forthcoming|expected|intended|scheduled",
        EXPECTED,
        "planned",
        "phrase",
    )
    add("possible|potential|alleged|prospective|would-be", POSSIBLE, "possible", "phrase")
    add(
        "proposals to|proposal for|proposes a|in talks on|talks on a|negotiating an agreement|"
        "negotiate an agreement|negotiating a partnership|negotiations on|could be|could perhaps be|"
        "might be|might perhaps be|may be|suggestion of|idea of a",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "has yet to receive|have yet to receive|still waiting for|still awaiting",
        DENIED,
        "awaited",
        "both",
    )
    add("application for|applications for|bid for", DENIED, "applied", "both")
    add(
        "was passed over|were passed over|been passed over|was overlooked|were overlooked|"
        "misses the cut|miss out|narrowly missed|is still without|are still without|remains without|"
        "remain without|remains outside|remain outside|stayed outside|is outside|are outside|"
        "lies outside|stands outside|still absent|absent from|never entered|never made it",
        DENIED,
        "denied",
    )
    add(
        "is absent from|are absent from|missing from|is missing from|are missing from|outside the|"
        "not in the|not on the|not among the|not one of the|not part of the|without the|without an|"
        "without a",
        DENIED,
        "excluded",
        "both",
    )
    add(
        "has never|had never|have never",
        DENIED,
        "denied",
        "both",
    )
    return tuple(found)


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
}

LANGUAGE = Language(
    code="en",
    abbreviations=_words(
        "Mr Mrs Ms Mx Dr Prof St No Nos Rev Hon Gen Col Capt Lt Sgt Sen Rep Gov Pres vs cf approx dept"
        " est e.g i.e eg ie"
        " viz al fig Fig vol pp p Art art Ph Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Ald Cllr"
        " Mt Ave Rd tel Tel Rt Assoc Asst Dir Dep Eng"
    ),
    ending_abbreviations=_words("etc Inc Ltd Co Corp Jr Sr Bros U.S U.K E.U a.m p.m D.C Ph.D St"),
    starters=_words(
        "The A An In On At By For From To With Without After Before During Since Until When While If As"
        " Because Although"
        " It He She They We I You This That These Those There Here His Her Its Their Our My Your And But"
        " Or So Yet Nor"
        " All Both Each Every Many More Most Some Several No Not Now Then Today Yesterday Tomorrow"
        " However Moreover"
        " Furthermore Meanwhile Also Under Over Among Between Of What Who Why Where How One Two Three"
    ),
    determiners=_words(
        "the a an this that these those its their his her our my your all each every some any both"
    ),
    functions=_words(
        "in on at by for from to with without after before during since until when while if as because"
        " although and or"
        " but nor so yet the a an this that these those it he she they we i you is are was were be been"
        " has have had"
        " will would can could may might shall should must not of than then there here which who whose"
        " whom where"
        " also only already first including among between into onto over under about across through"
        " against his her"
        " its their our both all when"
    ),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    calendar_capitals=True,
    title_capitals=True,
    seasons={"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3},
    parts={
        "early": "early",
        "the beginning of": "early",
        "beginning of": "early",
        "the start of": "early",
        "start of": "early",
        "mid": "mid",
        "the middle of": "mid",
        "middle of": "mid",
        "late": "late",
        "the end of": "late",
        "end of": "late",
    },
    part_nouns=_words("of the in"),
    date_fillers=_words("the year on"),
    month_leads=_words("in for since by until till from during of last next this through every"),
    year_leads=_words(
        "in since by until till from year during of before after to summer spring autumn winter around"
    ),
    day_particles=_words("of"),
    since=frozenset({"since", "from", "as of", "starting in", "starting"}),
    until=frozenset({"by", "until", "till", "no later than", "through", "up to", "before", "up until"}),
    range_words=_words("to till until through"),
    list_words=_words("and or"),
    relative={
        "today": ("day", 0),
        "yesterday": ("day", -1),
        "tomorrow": ("day", 1),
        "tonight": ("day", 0),
        "last night": ("day", -1),
        "a year ago": ("year", -1),
        "two years ago": ("year", -2),
        "three years ago": ("year", -3),
        "a month ago": ("month", -1),
        "two months ago": ("month", -2),
        "a week ago": ("week", -1),
        "two weeks ago": ("week", -2),
        "the day before yesterday": ("day", -2),
        "the day after tomorrow": ("day", 2),
    },
    year_after=("of the following year", "the following year", "of the year after"),
    month_followers=_words("following"),
    same_year=(
        "of the same year",
        "of that same year",
        "that same year",
        "of that year",
        "that year",
        "the same year",
    ),
    relative_adjectives={
        "last": -1,
        "past": -1,
        "previous": -1,
        "next": 1,
        "coming": 1,
        "following": 1,
        "this": 0,
        "current": 0,
    },
    ahead=("in", "within", "in just", "in only", "inside", "within just", "within the next"),
    centuries=(
        ("mid-century", 2050),
        ("mid century", 2050),
        ("midcentury", 2050),
        ("middle of the century", 2050),
        ("middle of this century", 2050),
    ),
    decades=(
        ("end of the decade", 10),
        ("end of this decade", 10),
        ("decade's end", 10),
        ("decade’s end", 10),
        ("close of the decade", 10),
        ("turn of the decade", 10),
        ("decade is out", 10),
        ("middle of the next decade", 15),
        ("middle of next decade", 15),
        ("end of the next decade", 20),
    ),
    elapsed_units={
        "day": "day",
        "days": "day",
        "week": "week",
        "weeks": "week",
        "month": "month",
        "months": "month",
        "year": "year",
        "years": "year",
    },
    afterwards=(
        "later",
        "afterwards",
        "after that",
    ),
    ahead_of=("ahead of", "earlier than", "sooner than", "faster than", "in advance of", "before"),
    behind_of=("later than", "slower than", "after", "behind"),
    beforehand=(
        "earlier",
        "before that",
        "previously",
    ),
    unit_nouns={
        "year": "year",
        "year's": "year",
        "month": "month",
        "month's": "month",
        "week": "week",
        "week's": "week",
        "weekend": "weekend",
    },
    quarters={"quarter": 3, "half": 6},
    this_words=_words("this"),
    lone=_words("sole"),
    hoping=_words(
        "hopes hope hoping expects expect expecting awaits await could should may might will"
        " would wants intends plans counts looks due"
    ),
    inverts=False,
    passives=frozenset(("is", "are", "was", "were", "been", "being", "be")),
    participles=r"(?!\w+ing$)\w+",
    future_words=_words(
        "will shall plans planned expected upcoming scheduled due invites begins forthcoming"
    ),
    foretelling=_words("would"),
    future_pairs=frozenset({"is to", "are to", "hopes to", "hope to", "aims to", "wants to", "intends to"}),
    thousands=", \u00a0\u202f",
    decimal=".",
    small_numbers=_small_numbers(),
    hundreds=_words("hundred"),
    scales={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "bn": 10**9,
        "m": 10**6,
        "k": 1000,
        "trillion": 10**12,
        "mln": 10**6,
    },
    abbreviated_scales=_words("bn mln"),
    number_joiners=_words("and"),
    ordinals={word: value for value, word in enumerate(_ORDINALS, 1)},
    ordinal_endings=_words("st nd rd th"),
    ones=_words("one"),
    only=_words("only sole"),
    only_more=_words("other others one ones"),
    only_several=_words("are were"),
    of_words=_words("of among"),
    modifiers={
        "more than": "at_least",
        "over": "at_least",
        "at least": "at_least",
        "no fewer than": "at_least",
        "no less than": "at_least",
        "not less than": "at_least",
        "upwards of": "at_least",
        "up to": "at_most",
        "at most": "at_most",
        "no more than": "at_most",
        "fewer than": "at_most",
        "less than": "at_most",
        "under": "at_most",
        "a maximum of": "at_most",
        "around": "approximate",
        "about": "approximate",
        "some": "approximate",
        "nearly": "approximate",
        "almost": "approximate",
        "approximately": "approximate",
        "roughly": "approximate",
        "circa": "approximate",
        "close to": "approximate",
    },
    modifiers_after={
        "or more": "at_least",
        "and more": "at_least",
        "plus": "at_least",
        "or so": "approximate",
    },
    more_words=_words("other others further additional more another extra"),
    percent_words=frozenset({"percent", "per cent", "pct"}),
    currencies={
        "euro": "EUR",
        "euros": "EUR",
        "dollar": "USD",
        "dollars": "USD",
        "pound": "GBP",
        "pounds": "GBP",
        "kronor": "SEK",
        "krona": "SEK",
        "kroner": "NOK",
        "krone": "NOK",
        "zloty": "PLN",
        "zlotys": "PLN",
        "złoty": "PLN",
        "zlotych": "PLN",
        "forint": "HUF",
        "forints": "HUF",
        "lei": "RON",
        "leva": "BGN",
        "koruna": "CZK",
        "korunas": "CZK",
        "crowns": "CZK",
        "francs": "CHF",
        "hryvnia": "UAH",
        "hryvnias": "UAH",
        "liras": "TRY",
        "krónur": "ISK",
        "norwegian kroner": "NOK",
        "norwegian krone": "NOK",
        "norwegian crowns": "NOK",
        "danish kroner": "DKK",
        "danish krone": "DKK",
        "danish crowns": "DKK",
        "swedish kronor": "SEK",
        "swedish krona": "SEK",
        "swedish kroner": "SEK",
        "swedish crowns": "SEK",
        "icelandic kronur": "ISK",
        "icelandic krónur": "ISK",
        "icelandic crowns": "ISK",
        "czech crowns": "CZK",
        "czech koruna": "CZK",
        "czech korunas": "CZK",
        "swiss francs": "CHF",
        "us dollars": "USD",
        "american dollars": "USD",
        "polish zlotys": "PLN",
        "polish zloty": "PLN",
        "turkish lira": "TRY",
        "turkish liras": "TRY",
        "british pounds": "GBP",
        "romanian lei": "RON",
        "bulgarian leva": "BGN",
        "ukrainian hryvnia": "UAH",
        "ukrainian hryvnias": "UAH",
        "pounds sterling": "GBP",
    },
    units=_words(
        "percent per km m kg t tonnes tons metres meters kilometres kilometers hectares ha mw kw kwh mwh"
        " gwh gw degrees"
        " people persons inhabitants residents employees participants thousand million billion bn °c"
        " watts litres hours"
    ),
    labels=_words(
        "no nos number article art § page pages p pp chapter section room line lines tel phone fax"
        " version figure fig"
        " table paragraph para platform gate box"
    ),
    clock_words=_words("pm am p.m a.m o'clock"),
    street_endings=("street", "straße", "platz"),
    honorifics=_words(
        "Bailie Baillie Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Rev Madam Cllr Councillor"
    ),
    particles=_words("von van Von Van de der den di da del della la le du des dos ten ter af al bin el zu"),
    weak_given=_words(
        "April May June August Grant Sydney Milan Georgia India Chelsea Brooklyn Madison Jordan Chad"
        " Asia Lourdes Mercedes Carolina Virginia Summer Autumn Chase Destiny Savannah Aurora Diamond"
        " Crystal An My Don Per Urban Van Nova"
    ),
    not_names=_words(
        "street city cities council university institute foundation award prize bridge house road avenue"
        " park square"
        " agreement summit conference act fund bank group company project programme program network"
        " office department"
        " the and of in on at for with by from to university president minister director europe state"
    ),
    institutions=(
        "foundation",
        "institute",
        "university",
        "college",
        "school",
        "street",
        "road",
        "avenue",
        "square",
        "prize",
        "award",
        "bridge",
        "stadium",
        "airport",
        "hospital",
        "museum",
        "centre",
        "center",
        "library",
        "agreement",
        "stiftung",
        "straße",
    ),
    genitive=("'s", "’s"),
    fields=_words(
        "states state general elect affairs area office officer council committee convener energy transport housing"
        " planning finance europe european group party board street cabinet member members programme services"
        " emeritus emergency resilience sustainability transition"
        " today monday tuesday wednesday thursday friday saturday sunday uk eu us labour green conservative"
    ),
    noun_endings=("tion", "ment", "ness", "ship", "ity", "ing"),
    plural_offices=("s", "aldermen"),
    speech_verbs=_words(
        "demanded demands admitted admits conceded vowed countered urged urges objected cautioned"
        " laughed laughs smiled smiles grinned sighed shrugged beamed chuckled"
        " recalled quipped joked jokes acknowledged hailed  described describes suggested suggests hopes"
        " hoped"
        " believes believed says: reminded reminds wished joking predicted predicts appealed"
        " said says say explained explains added adds stressed stresses emphasised emphasises emphasized"
        " emphasizes noted"
        " notes stated states declared declares commented comments underlined underlines pointed points"
        " told tells wrote"
        " writes announced announces confirmed confirms highlighted highlights concluded concludes"
        " remarked remarks"
        " argued argues warned warns promised promises insisted insists reported reports claimed claims"
        " welcomed"
        " praised replied continued according recalled recalls"
        " concedes objects counters vows cautions wonders wondered informs informed advised advises observed"
        " observes maintained maintains contended contends asserted asserts alleged alleges responds"
        " responded answers"
        " answered replies reiterated reiterates recounted recounts mused muses feared fears thinks thought reckons"
        " reckoned estimates estimated disagreed disagrees clarified clarifies outlined"
        " summarised summarises foresees foresaw assured assures complained complains regretted regrets"
        " lamented laments"
        " boasted boasts enthused retorted retorts submitted considers considered doubts doubted deplored deplores"
        " criticised criticises criticized defended defends proposed proposes hinted hints signalled revealed reveals"
        " cheered bemoaned lauded lauds confessed confesses professed disclosed advocated pleaded pleads quipping"
        " say explain argue warn add note puts put stating saying noting arguing suggesting"
    ),
    saying=_words(
        "said says explained explains added adds argued argues warned warns insisted insists stressed stresses"
        " emphasised emphasises emphasized emphasizes noted notes stated states concluded concludes told tells"
        " remarked remarks hopes hoped believes believed concedes conceded cautioned cautions wondered"
        " wonders asserted"
        " contended maintained countered counters reckons reckoned fears feared mused reminded reminds informed"
        " lamented laments complained complains objected objects quipped doubts doubted reiterated recalled recalls"
    ),
    reporters=_words("that whether how why"),
    remarks=(
        "pleaded>for|pleads>for|hopes>for|hoped>for|called>a,an,it,the,this|calls>a,an,it,this|hailed>as|hails>as|described>as|describes>as|spoke>of|speaks>of|"
        "talked>of|warned>of,against|warns>of,against|urged>to|urges>to|sounds>note,warning|sounded>note,warning|"
        "pledged>to|promised>to|promises>to|termed>a,an|labelled>a,an|pointed>out|points>out|put>number,figure,cost|"
        "makes>clear,plain|made>clear,plain|spelled>out|spelt>out|played>down|plays>down|ruled>out|rules>out|"
        "struck>note,tone|strikes>note,tone|"
        "expressed>hope,regret,concern,doubt,doubts,satisfaction,confidence,thanks|"
        "expresses>hope,regret,concern,doubt,doubts,satisfaction,confidence|voiced>hope,regret,concern,doubt,doubts|"
        "voices>hope,regret,concern,doubt,doubts|spoke>about,against,favour,favor|praised>as|welcomed>as|welcomes>as|"
        "criticised>as,the,that|criticises>as,the,that|dismissed>as|dismisses>as|rejected>as|dubbed>a,an,the,it|"
        "sees>as|saw>as|views>as|viewed>as|regards>as|regarded>as|finds>it|"
        "considers>a,an,it,the|demanded>that,more|demands>that,more"
    ),
    telling=_words("said says replied replies answered answers added adds noted notes"),
    speech_leads=frozenset(),
    according=(
        "in the view of",
        "in the eyes of",
        "in the words of",
        "according to",
        "as reported by",
    ),
    according_after=frozenset(),
    already=_words("already"),
    act_endings=("ing",),
    pronouns=_words("he she they i we"),
    genders={"he": "m", "she": "f"},
    by_account={
        "according to him": "m",
        "according to her": "f",
        **{
            f"{lead} {owner} {noun}": gender
            for owner, gender in (("his", "m"), ("her", "f"))
            for lead, nouns in (
                ("in", "view opinion words eyes judgment judgement experience estimation"),
                ("by", "account reckoning estimate calculation calculations"),
                ("on", "reading view"),
                ("to", "mind"),
            )
            for noun in nouns.split()
        },
    },
    verdicts=_words(
        "verdict conclusion view opinion message assessment judgement judgment summary answer reply comment hope wish"
        " appeal plea warning advice motto plea words reasoning explanation argument question response"
    ),
    view_leads=_words("for to"),
    copulas=_words("is are remains remained sounds sounded felt feels"),
    convictions=_words(
        "proud glad delighted grateful disappointed worried pleased "
        "convinced confident certain sure adamant sceptical skeptical optimistic hopeful"
    ),
    quoting=_words("as"),
    quoting_after=_words("how words"),
    meets=(
        *("interview with", "conversation with", "we met", "we spoke to", "we spoke with", "we talked to"),
        *("we talked with", "we asked", "questions for", "questions to", "in conversation:", "sat down with"),
        *("spoke to", "spoke with", "talked to", "talks to", "caught up with", "q & a with"),
    ),
    role_articles=_words("the a an his her their its"),
    cues=_cues(),
    no_cues=(
        "was to celebrate",
        "was to mark",
        "were to celebrate",
        # of what goes on, as its end was voted down
        *(
            f"{against} {end}"
            for against in ("voted against", "votes against", "vote against")
            for end in (
                "ending the",
                "ending its",
                "ending their",
                "the end of",
                "terminating",
                "cutting",
                "cuts to",
                "scrapping",
            )
        ),
        "is not the only",
        "are not the only",
        "was not the only",
        "can now call",
        "going to the",
        "going to cities",
        "going to projects",
        "can call",
        "may now call",
        "may call",
        "can now be proud",
        "can look back",
        "can boast",
        "their plans",
        "its plans",
        "our plans",
        "the plans",
        "these plans",
        "those plans",
        "action plans",
        "for plans",
        "of plans",
        "with plans",
        "on plans",
        "whose plans",
        "ambitious plans",
        "cities' plans",
        "cities’ plans",
        "city's plans",
        "city’s plans",
        "cities’ ambitious plans",
        "the will",
        "a will",
        "political will",
        "their will",
        "not only",
        *(
            f"{verb} not {word}"
            for verb in ("is", "are", "was", "were")
            for word in ("only", "just", "least")
        ),
        "not least",
        "not just",
        "no fewer than",
        "no less than",
        "no more than",
        "no doubt",
        "not least because",
        "as planned",
        "as expected",
        "without doubt",
        "no later than",
        "at will",
        "can't help",
        "than it can",
        "than they can",
        "as it can",
        "as they can",
        "than can be",
        "than the city can",
        "if not",
        "whether or not",
        "no.",
    ),
    subordinators=_words(
        "that because if unless whether although though while when whereas since until before after once"
        " provided lest"
    ),
    relatives=_words("which who whom whose where"),
    prepositions=_words("in at for with by from to of on through under about among during"),
    complementisers=_words("that whether"),
    conditionals=_words("if unless provided"),
    awaited=_words("once before until"),
    awaiting=_words("is are has have gets receives signs"),
    verbs_like_nouns=_words("plan aim hope bid proposal"),
    conditional_verbs=_words("should"),
    inversions=_words("had"),
    contrasts=_words("but however"),
    new_clause=_words("but yet so however and or"),
    coordinators=_words("and or but"),
    alternatives=_words("or"),
    adversatives=_words("but"),
    apposed_participles=_words(
        "set launched founded created established opened started introduced run managed funded led organised"
        " adopted approved signed awarded presented handed endorsed passed submitted selected chosen backed"
    ),
    inner_relatives=_words("that"),
    inner_openers=_words("which who whose because if unless whereas although"),
    nots=_words("not never"),
    yets=_words("yet still"),
    second_leads=_words("never not still yet"),
    second_verbs=_words(
        "holds hold carries carry bears bore takes took gets got joins belongs became becomes wins "
        "possesses lacks counts remains participates"
    ),
    finite=_words(
        "hope expect expects anticipates seek seeks "
        "is are was were has have had will would can could may might shall should must plans aims hopes"
        " intends wants want intend"
        " refused rejected denied received received signed won failed does did"
    ),
    encounters=_words(
        "meets invites invited welcomed welcomes hosted visited visits thanked thanks congratulated"
        " honoured replaced accompanied receives hugged"
    ),
    past=_words(
        "was were had did received won got began became chose took gave held made came went saw said told met"
        " led sent brought wrote built fell grew kept left lost paid sold spoke stood ran"
    ),
    past_endings=("ed",),
    future_adverbs=_words("soon eventually hopefully tomorrow would-be nearly almost"),
    parties=_words("lab con labour conservative green greens snp ld ind"),
    wording=Wording(
        articles="the|a|an|year|today's",
        joiners="and|but also|or|as well as|plus|&|/|as well as",
        within_lists="the|of|with|pair|duo",
        adverbs="the|later|nearby|now|also",
        adjective_endings="ly|ish|ian",
        pairs="and|with|&|/",
        between_pairs="as well as|and",
        breaks="while|whereas",
        betweens="between",
        apposes="as|among",
        predicates="is|was|remains|remained|becomes|became|stays|will be|has been|goes to|went to",
        equates="are|were|became|as|make up",
        holds=(
            "is|are|as|remains|serves|serving|appointed|elected|re-elected|named|sworn in|became|has been|"
            "have been|acts|takes over as|took over as"
        ),
        becomes="will|becomes|become|to be|takes over|is to|set to|due to|incoming|designate",
        held="was|were|had been|formerly|previously|once|until|used to|ex|then|earlier|past",
        listing="yes|also|besides|and|plus|in|from|as|well|together|with|then",
        gap_words=(
            "in|to|by|on|then|only|already|since|followed|later|as early as|as late as|at the latest in|"
            "not until|too"
        ),
        adverbial_relatives="where|when|how|why|what",
        affirms="yes|it has|it does|indeed|we have|we are|it is|they have",
        asks_when="when|since when|by when|in which year|in what year|on which day|what year",
        asks_whether="(?:is|are|was|were|does|do|did|has|have|will|can|could|would|should)",
        denials="not|never|neither|nor|no longer|isn't|aren't|wasn't|weren't|isn’t|aren’t|wasn’t|weren’t",
        denial_gaps="yet|currently|itself|been|become|a|an|any|longer",
        they="They|They all|All of them|Both of them|All of these|Each of them",
        wholes="all|the|these|those|our|all the|all of the|all of these",
        pointers=("the|this|that|its|their|our|his|her"),
        prepositions="than|with|at|from|by|near|for|between|in",
        places="at|from|near|in",
        venues="at|in|into|to|on|inside|outside",
        contains="in|between|from",
        indefinite="a|an",
        occasions=(
            "at the|at a|during the|on the occasion of the|for the|to the|after the|before the|"
            "attended the|attending the"
        ),
        of_rules=">of ",
        completed="after|following|since",
        turns="become|becoming|be made",
        makes="draw up|prepare|draft|write|develop|work out|negotiate|drawing up|drafting|preparing|developing",
        making=(
            "is drafting|are drafting|is preparing|are preparing|is drawing up|are drawing up|"
            "working on its|working on their|work on its|work on their|"
            "is working on|are working on|at the drafting stage|still a draft|is developing|are developing|"
            "in preparation|being drafted|being prepared|being drawn up|supposed to draw up|supposed to prepare"
        ),
        making_begun=(
            "started drafting|begun drafting|began drafting|started drawing up|begun drawing up|"
            "began drawing up|started work on|begun work on|began work on|started to draft|begun to draft|"
            "began to draft"
        ),
        subjects_again="it",
        their_own="his|her|their",
        quarters="neighbourhood of|quarter of|suburb of|city district of",
        owned_behind="whose",
        aims="goal|target|aim|objective|ambition|goals|targets|pledge",
        possessives="its|their|whose",
        ours="our",
        adds="with|and|alongside|besides|plus|at the same time as",
        likes="such as|like|including|among them",
        joins_in=(
            "at the same time as|alongside|besides|just like|like|as did|as does|as is|as has|together with|along with"
            "|side by side with|hand in hand with|jointly with|in tandem with"
            "|in company with|in the company of"
            "|simultaneously with|in parallel with|apart from|in addition to"
            "|joining|as well as|as do|as does|as did|as are|as have|as has"
        ),
        subset="including|of which|of them|among them",
        complete="all|all the|all of the|the",
        elliptic=(
            "in total|in all|altogether|of them|of these|of which|so far|to date|of the cities"
            "|of the participants|of the chosen|of those|of whom|among them|overall|thus far"
        ),
        totals=(
            "the overall number to|bringing to|brings to|brought to|"
            "the total to|total of|in all,|in all|all told,|all told|bringing the number to"
            "|bringing the total to|rises to|to a total of|the tally to|tally now stands at"
            "|now stands at|stands at|stood at|total now|the count to|taking the total to"
            "|takes the total to|takes the number to|taking the number to|takes the tally to"
            "|the figure to|climbed to|climbs to|grown to|grew to|risen to|rose to|swelled to"
            "|swells to|the number to|brings the total to|brought the total to|lifts the total to"
            "|lifting the total to|a grand total of|in total|now total|now number|now numbers"
        ),
        ends="had|out of|of",
        counted=r"(?:[A-Z][a-z]+(?:an|sh|se|ch|ek)\s+)?(?:[a-z][\w-]+\s+){0,2}?(?:[a-z][\w-]*[a-rtv-z]s|people|men|women|children)",
        moments="after|within|in|aged",
        moments_after="ago|later|earlier|before|after|from now|old",
        number_of=(
            "number of labelled|number of|total of|total number of|tally of|count of|circle of"
            "|list of|batch of|group of|round of|wave of|field of|club of"
            "|company of"
        ),
        part_of="of the|out of|of all|out of the|from among|among the|of these|of those",
        of_all="of|out of",
        all_of="its|the|all|all the|these|those|a total of|their|some|those",
        of_them="of them|of these|of which|all of them|all",
        between_number="in|for|to|at|by|with|from|on|about|under|against|before",
        not_between_number="of|the",
        relatives="which|who|that|from|so|as",
        others="other|others|further",
        hails="go|went|come|came|lie|are located|are based|hail",
        earlier="previous|earlier|preceding|former|first",
        receivers="to",
        namely="namely|including|among others",
        after="after|following",
        alike="also|too|likewise",
        origins="from|in|for",
        topic_leads=(
            "on|about|around|regarding|in the field of|in the area of|in the fields of|in the areas of|"
            "concerning|over|in matters of|"
            "on the subject of|on the topic of|on issues such as|on topics such as|in areas such as|"
            "in fields such as|when it comes to|"
            "with a focus on|with the focus on|focusing on|focused on|focussing on|dealing with|devoted to|"
            "dedicated to|in"
        ),
        no_topics=(
            "on paper|on board|on site|on the ground|on the spot|on the sidelines|on behalf|on top|on hold|"
            "on track|on time|on display|"
            "on stage|on both|on either|on a|on an|on its|on their|on his|on her|on our|on ice|on foot|"
            "on the road|on the way|on the path|"
            "on the fringes|on the margins|on the occasion|on the basis|on the one|on the other|on the agenda|"
            "on the table|on the joint|"
            "over the|over a|over time|over many|over several|over two|over three|over more|about to|about a|"
            "about half|around a|around the|"
            "in the|in a|in an|in its|in their|in our|in his|in her|in this|in that|in these|in which|in person|"
            "in hand|in practice|in earnest|in spring|"
            "in summer|in autumn|in winter|in return|in turn|in future|in particular|in general|in addition|"
            "in place|in full|in writing|"
            "in principle|in front|in order|in two|in three|in all|in one|in no|in late|in early|in mid|"
            "in recent|in case|in line|in favour|"
            "in total|in part|in fact|in effect|in force|in parallel|in response|in charge|in need|in touch|"
            "in view|in support|"
            "in cooperation|in partnership|in collaboration|in between|in common|in such|in what|in any|in many|"
            "in some|in both|in tandem"
        ),
        fellows=(
            "colleagues|counterparts|counterpart|peers|officials|experts|council|city council|authorities|"
            "administration|"
            "city|cities|town|towns|municipality|municipalities|friends|partners|delegation|city hall|port|"
            "capital|neighbour|neighbours"
        ),
        over=(
            "frozen|severed|severing|lapsed|terminated|suspended|dormant|discontinued|dissolved|called off|"
            "put on ice|was ended|were ended|formally ended|has ended|have ended|ended in|ended|came to an end|"
            "expired|broken off|cut ties|cut all ties|revoked|rescinded|wound up|wound down|a thing of the past"
            "|been scrapped|was scrapped|been abandoned|was abandoned|been paused|was paused"
        ),
        over_what="broke off|breaks off|breaking off|scrapped|abandoned|paused|pulled out of|withdrew from",
        done_before=(
            r"after\s+(?:being|having\s+been)\s+(?:selected|chosen|picked|accepted|admitted|nominated)|"
            r"having\s+been\s+(?:selected|chosen|picked|accepted|admitted|nominated)|(?:who|which|that)\s+had\s+(?:already\s+)?been"
        ),
        was_once=(
            r"(?:was|were|been)\s+once|once\s+(?:partnered|linked)|formerly|former|used\s+to\s+(?:be|work|have)|"
            r"(?:was|were)\b[^.;,]{0,80}?\buntil\s+(?:[A-Z]\w+\s+)?\d{4}|until\s+(?:[A-Z]\w+\s+)?\d{4},?[^.;]{0,60}?\s(?:was|were)"
        ),
        phrase_leads=(
            "are|is|include|namely|on|the|about|in|with|a|an|both|especially|particularly|in particular|mainly|"
            "chiefly|mostly|primarily|"
            "above all|first and foremost|first|such as|among other things|notably|currently|also|topics such as|"
            "issues such as|"
            "areas such as|areas like|things like|questions of|matters of|issues of"
        ),
        phrase_tails="together|jointly|alike|too|as partners|as twins",
        phrase_stops=(
            "through|within|under|as part of|in the framework|at the|this|from this|from next|from now|"
            "as twin|as sister|as partner|from spring|from summer|from autumn|until|by|since|"
            "has been|have been|has|have|had been|is being|are being|is to|are to|was|were|will|continues|goes on"
        ),
        definite="llors>llor|isters>ister|mbers>mber|Cllrs>Cllr",
        verb_particles="in|up|down|off|out|back|over|on|away|forward",
        aims_behind="for|as|of",
        aims_determined="in|into|to",
        aims_to=(
            r"to (?!(?:be|become|get|go|do|reach|achieve|attain|arrive|hit|meet|manage|make|cross|"
            r"turn|come|stop|cease|emit|the|an?|its|their|this|that|it|all)\b)[a-z]+"
        ),
        no_aims=(
            "status|recognition|designation|title|"
            "enlargement|extension|expansion|edition|wave|entry|inclusion|opening|next|"
            "programme|program|scheme|initiative|project|round|rounds|phase|stage|selection|process|"
            "list|circle|group|cohort|call|calls|competition|time|times|row|start|end|year|years|"
            "month|week|part|participation|membership|pioneer|pioneers|frontrunner|frontrunners|"
            "trailblazer|trailblazers|leader|leaders|example|action|future|way|europe|world|country|"
            "region|north|south|east|west|place|reason|addition|line|total|all|inclusion|admission|"
            "winner|winners|member|members|participant|participants|spring|summer|autumn|winter|"
            "interest|applications|proposals|expressions|number|ranks|heart|middle|top|lead|city|ring|"
            "hat|running|frame|race"
        ),
        aim_articles="the|a|an|this|that|our",
        joined_behind="in|in the|in a|of|of the|to|to the|to a|the|within the|under the|part of the",
        name_links="of|for|and|&",
        head_links="of the|for the|of|for",
        body_links="of the|for the|of|for|and|&|on",
        charged="responsible|in charge|with responsibility|with responsibilities|charged with|for",
        topic_links="on|on the|for|for the",
        none_other="no other|no further|nobody else",
        field_links="in|in charge|to",
        holdings="the|of|of the|at|at the|in the|from|from the|for the|with the",
        agents="by|by the",
        numbered="number of|share of|amount of",
        headed_by="headed by|led by|chaired by|represented by|accompanied by|under|with",
        owns=(
            "has|have|had|boasts|counts|fields|provides|contributes|is home to|is represented by"
            "|takes part with|sends|sent|supplies|enters|entered|put forward|accounts for"
            "|is represented with|is there with|takes part through|secured|landed|gained"
            "|is on board with|has got"
        ),
        of_which="of which|of whom|of them|of these|including|of those|among them|among which|among whom",
        seated="based|born|headquartered",
        employs="at|at the|with the",
        name_articles="CEO|CFO|COO|of|for|and|&|The|A|An|At|In|Its|Their|Our|His|Her|its|their|our",
        name_adjectives="n|an|ish|ese|ch|EU",
        known_articles="the|our",
        elects=(
            "elected|elects|appointed|appoints|named|names|re-elected|reelected|reappointed|re-appointed|chosen|chose|"
            "picked|picks|voted|confirmed|confirms|promoted|installed|designated|nominated|hired|recruited|"
            "selected|selects|tapped|unveiled|welcomed|welcomes|returned|sworn in"
        ),
        follows=(
            "succeeds|succeeded|succeeding|replaces|replaced|replacing|follows|takes over from|took over from|"
            "taking over from|steps into the shoes of|successor to|in place of|"
            "the chair from|the office from|the post from|the role from|the baton from|the reins from|office from"
        ),
        serves="to|to the|of the|to our|for the",
        elected_to="as|to be|as its|as their|as the|to the post of|to the position of|to the role of",
        gives_out="published|updated by|updated on|issued by|press office|newsroom",
        calls="called|calls|described|spoke",
        naming="called|named|known as|by the name of|under the name of|under the name|with the name|entitled|titled|"
        "dubbed|baptised|christened|going by the name of|that goes by the name of|nicknamed",
        besides="besides|apart from|aside from|after|except|except for|other than|alongside",
        exclusives="only|solely|just|exclusively|none but",
        unlike=(
            "unlike|in contrast to|contrary to|as opposed to|except|except for|with the (?:sole |only )?exception of|"
            "excepting|excluding|save for|instead of|"
            "rather than|in place of"
        ),
        all_but=(
            r"(?:(?:all|everyone|everybody|none|nobody)(?:\s\w+){0,6}?|(?:every|no)(?:\s\w+){1,6}?)\sbut(?:\sfor)?|"
            "bar|save for|other than|apart from|aside from|minus"
        ),
        excepted="excepted|excluded|aside",
        said_of_all="all|every|everyone|everybody",
        said_of_none="no|none|nobody|no one|not one",
        likened=(
            "like|just like|much like|as in|as with|similar to|"
            "similarly to|in the same way as|as did|as does|as has|as have"
        ),
        jointly="together with|along with|jointly with",
        sent_from=(
            r"(?:teachers|pupils|students|children|youngsters|youths|young people|teenagers|apprentices|families|"
            r"residents|citizens|inhabitants|artists|musicians|choirs|clubs|schools|companies|businesses|firms|researchers|athletes)"
            r"\s(?:from|in|of)"
        ),
        severally=(
            "(?:have|has|had|will|are|were|"
            "did) each|each on its own|each for itself|independently of (?:each |one an)other"
        ),
        claimed=(
            r"(?:that\b(?! (?:was|is|happened|means|makes|made)\b)|"
            r"(?:(?:the|a|any|all|such|some|earlier|media|press|news) )*"
            r"(?:(?:newspaper|online) )?(?:reports?|claims?|rumou?rs?|assertions?|allegations?|stories|story|"
            r"statements?|suggestions?|figures?|lists?|numbers?)\b)"
        ),
        refuted=(
            r"(?:is|are|was|were) (?:simply |just |plainly )?"
            r"(?:not (?:true|correct|right|accurate)|untrue|false|wrong|incorrect|inaccurate|unfounded|mistaken)|"
            r"(?:rests?|rested|(?:is|are|was|were) (?:due to|based on)|goes back to|stems? from) "
            r"(?:on )?an? (?:error|mistake|misprint|typo|typing error|misunderstanding|mix-up|clerical error|slip)|"
            r"(?:has|have) been denied"
        ),
        on_days="on|in|the|of|already|only|just|back|last|early|late|year",
        happened=r"(?:(?:that|this|it) (?:happened|occurred|was|took place)|which happened)",
        sets_against="but|while|whereas|whilst|though|although|yet",
        gapped_joiners="and|but|while|whereas|though|although|only",
        gapped_no=(
            "(?:(?:itself|however|though),?\\s+)?(?:(?:does|do|did|is|are|was|were|has|have|"
            "had)(?:\\s+not|n['’]t)(?:\\s+yet)?|not|never)"
        ),
        does_besides=(
            "works|cooperates|co-operates|collaborates|exchanges|partners|teams|runs|takes|hosts|"
            "leads|supports|participates|shares|visits|welcomes|maintains|enjoys|cultivates|work|"
            "cooperate|collaborate|exchange|visited|hosted|welcomed|worked|cooperated|collaborated|"
            "joined|joins|exchanged"
        ),
        other_papers="contributions|ideas|proposals for|comments|suggestions|remarks|objections|pledges|"
        "(?:letters?|declarations?|statements?) of intent|memorand(?:um|a)(?: of understanding)?|mous?|"
        "(?:co-?operation|collaboration|partnership|framework|friendship|lease|funding|grant|loan|supply|purchase|"
        "consortium|financing|concession|service) (?:agreements?|contracts?|declarations?)|charter|petition|"
        "covenant of \\w+",
        gapped_no_first="but not|not|not so",
        gapped_yes=("(?:(?:itself|however|though),?\\s+)?(?:does|do|did|is|are|was|were|has|have|had)"),
        gapped_yes_first="",
        gapped_alike="too|as well|likewise|neither|either",
        gapped_alike_first="(?:so|as|neither|nor) (?:does|do|did|is|are|was|were|has|have|had)",
    ),
)
