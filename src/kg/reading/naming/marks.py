"""Where names begin and end in a text, and which of them give way to others."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from kg import language as lang
from kg.reading.grammar import Grammar
from kg.reading.naming.coinednames import is_coined
from kg.reading.passages.mentions import Kind, Mention
from kg.reading.passages.nearness import HYPHENS

QUOTED = re.compile(r"(?:[„«]|[“\"»](?!\s))([^„“”\"»«\n]{3,90})[“”\"«»]")
_LINE_NUMBER = re.compile(r"\d+(?:\.\d+)+\s+|\d[\d.]*\s+")
RUN = re.compile(r"\w+")
_LONGEST_ENTRY = 100
_rest = attrgetter(*Mention.__slots__[3:])


def classes_at(heads: Sequence[Mention]) -> dict[tuple[int, int], set[str]]:
    """What the nouns at each place say that a name beside them names."""
    found: dict[tuple[int, int], set[str]] = {}
    for head in heads:
        found.setdefault((head.start, head.end), set()).update(head.entry.denotes if head.entry else ())
    return found


def gives_way(mention: Mention, made: list[Mention], kinds: frozenset[str]) -> bool:
    """Whether a name is a part of a composed one, or is of its kind and overlaps it."""
    if mention.kind is not Kind.THING:
        return False
    return any(
        mention.inside(m.start, m.end) or (bool(mention.classes & kinds) and mention.overlaps(m))
        for m in made
    )


def is_entry(text: str, day: lang.DateMention, reference: dt.date | None) -> bool:
    """Whether a day at a line's head opens an entry of a calendar or chronicle: not the text's own, little follows."""
    if len(text) - day.end > _LONGEST_ENTRY or day.kind not in ("day", "span", "month", "year"):
        return False
    if reference is None or day.kind == "year":  # no text is dated by a year alone
        return True
    now = reference.year * 10000 + reference.month * 100 + reference.day
    return day.period.earliest > now or day.period.latest < now


def ends_in_word_of_its_own(text: str, stretch: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Whether what a hyphen ties to a name tells something of what comes next ("the ABC-funded project …")."""
    start, end = stretch
    tied = (m for m in mentions if m.kind is Kind.WORD and start < m.start - 1 and m.end == end)
    return any(text[m.start - 1] in HYPHENS and text[m.start].islower() for m in tied)


def before_names(text: str, head_end: int, end: int, mentions: list[Mention], grammar: Grammar) -> int:
    """Where a phrase ends that may not run into a name: "head of" and what the register knows is a head of that."""
    first = min(
        (m.start for m in mentions if m.kind in (Kind.THING, Kind.REFERENCE) and head_end < m.start < end),
        default=end,
    )
    if first == end:
        return end
    return head_end + len(grammar.name_links.sub("", text[head_end:first]).rstrip(" ,"))


def unnumbered(name: str, before: str) -> str:
    """A name without the number of the line that it opens."""
    found = _LINE_NUMBER.match(name)
    opens = not before.strip() and found is not None and "." in found.group().strip()
    return name[found.end() :] if found is not None and (opens or before.rstrip().endswith("§")) else name


def own_name(name: str, head: Mention) -> str:
    """What stands behind the noun in a name, where it looks made up ("SunGrid" in "Network SunGrid"); "" else."""
    kind = uninflected(head)
    own = name.removeprefix(kind).strip() if name.startswith(f"{kind} ") else ""
    return own if own and is_coined(own.split()[0]) and own[0].isupper() else ""


def apposed(head: Mention, mentions: list[Mention]) -> bool:
    """A head with another thing's name right behind it says what that thing is ("the programme Nordlicht")."""
    wanted = frozenset(head.entry.denotes if head.entry else ())
    return any(
        m.kind is Kind.THING
        and (0 <= m.start - head.end <= 1 or (m.start - head.end == 2 and m.classes & wanted))
        for m in mentions
    )


def around_quotes(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The whole quoted string that a head stands in, if it is short enough to be a name."""
    for match in QUOTED.finditer(text, max(0, start - 100), min(len(text), end + 100)):
        if match.start(1) <= start and end <= match.end(1):
            return match.start(1), match.end(1)
    return None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the blanks at its ends, which some languages set within quotation marks."""
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def without_office(person: lang.PersonMention, offices: dict[int, int]) -> lang.PersonMention:
    """The person alone where its first title is an office ("Cllr X")."""
    end = offices.get(person.start)
    return person if end is None or end >= person.end else replace(person, start=end + 1)


def uninflected(head: Mention) -> str:
    """A noun without the ending of the genitive, where its lexicon entry has it without."""
    forms = plain_forms(head.entry.forms) if head.entry is not None else frozenset[str]()
    for ending in ("ses", "es", "s", "n"):
        bare = head.text.removesuffix(ending)
        if bare != head.text and any(bare.casefold().endswith(form) for form in forms):
            return bare
    return head.text


def first_run(text: str) -> str:
    """The letters and digits that a text begins with; "" where it begins with a mark."""
    run = RUN.match(text)
    return run.group() if run is not None else ""


def within_day(word: Mention, days: list[Mention]) -> bool:
    """Whether a word is but a part of what names a day ("12 May of the same year")."""
    return any(d.start < word.start and word.end <= d.end for d in days)


@lru_cache(maxsize=1024)
def plain_forms(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f.strip("*").casefold() for f in forms)


def begins_or_ends(short: str, name: str) -> bool:
    """Whether a longer name begins or ends with all the words of a shorter one."""
    return name != short and (name.startswith(f"{short} ") or name.endswith(f" {short}"))


def is_compound(head: Mention) -> bool:
    """Whether a noun has another word in front, in one or with a hyphen, and so names more than a kind."""
    forms = head.entry.forms if head.entry is not None else ()
    word = head.text.casefold()
    fields = head.entry.hints.get("compoundOf", ()) if head.entry is not None else ()
    if fields:
        return word.startswith(fields)
    return (
        head.compound
        or " " in head.text
        or any(f[:1] == "*" and word.endswith(f[1:].casefold()) and word != f[1:].casefold() for f in forms)
    )


def as_person(mention: Mention) -> lang.PersonMention:
    """A noun that stands for somebody."""
    return lang.PersonMention(mention.start, mention.end, mention.text, (), "", mention.text)


def registered(mention: Mention) -> lang.PersonMention:
    """A person of the register, the last word taken as the family name."""
    given, _, family = mention.text.rpartition(" ")
    return lang.PersonMention(mention.start, mention.end, mention.text, (), given, family)


def in_full(person: lang.PersonMention, known: dict[str, lang.PersonMention]) -> lang.PersonMention:
    """ "Mr X" after "Y X" is Y X."""
    before = known.get(person.family)
    if person.given or before is None:
        return person
    return replace(person, name=before.name, given=before.given)


def without_described(mentions: list[Mention]) -> list[Mention]:
    """Leaves out "the two" where an adjective made of a name and so a noun follow ("the two northern towns")."""
    starts = {m.start for m in mentions if m.kind is Kind.THING}
    return [
        m
        for m in mentions
        if m.kind is not Kind.REFERENCE
        or m.entry is None
        or m.entry.hints.get("howMany", ("1",)) == ("1",)
        or m.end + 1 not in starts
    ]


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same stretches, in order and apart."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def within(start: int, end: int, names: list[Mention]) -> bool:
    return any(m.kind is Kind.THING and m.start <= start and end <= m.end for m in names)


def placed_at(mentions: list[Mention], kind: Kind, start: int, end: int) -> Mention | None:
    return next((m for m in mentions if m.kind is kind and m.start < end and start < m.end), None)


def names_part(mention: Mention, persons: list[Mention]) -> bool:
    """Whether a mention is the first or last part of a person's full name."""
    return mention.kind is Kind.THING and any(
        mention.inside(p.start, p.end) and mention.end - mention.start < p.end - p.start for p in persons
    )


def without_parts_of_tokens(mentions: list[Mention], names: Sequence[Mention]) -> list[Mention]:
    """The mentions without words that are but a part of one word in capitals that is a name ("RIVER-NEUTRAL")."""
    inside = {at: (n.start, n.end) for n in names if " " not in n.text for at in range(n.start, n.end)}
    if not inside:
        return mentions
    return [
        m
        for m in mentions
        if m.kind is not Kind.WORD
        or (span := inside.get(m.start)) is None
        or m.end > span[1]
        or (m.start, m.end) == span
    ]


def called(mention: Mention, name: str) -> Mention:
    return mention if name == mention.text else replace(mention, text=name)


def moved(mention: Mention, by: int) -> Mention:
    return Mention(mention.kind, mention.start - by, mention.end - by, *_rest(mention)) if by else mention


def ends_longer(mention: Mention, names: Sequence[Mention]) -> bool:
    """Whether what was taken for a name is but the last part of a longer one, or the first ("X Looks Up")."""
    return mention.kind is Kind.THING and any(
        mention.inside(m.start + 1, m.end)
        or (mention.inside(m.start, m.end - 1) and len(m.text.split()) > len(mention.text.split()) + 1)
        for m in names
    )
