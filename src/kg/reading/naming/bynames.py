"""What else a body is called that no register knows: its abbreviation, its name without legal form or bracket."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from kg.language import papers
from kg.schema import ClassShape

NAME: Final = "…"
_CAPITAL = "A-ZÄÖÜÅÉŁŠŽČ"
_SHORTEST, _LONGEST_ENDING, _LEAST_LETTERS, _LEAST_IN_CAPITALS = 2, 2, 4, 5
_LEAST_INITIALS, _LEAST_ALONE = 3, 6
# what says of what kind a company or club is by law, and is left out where it is spoken of
LEGAL_FORM = re.compile(
    r"(?:\s\d{4})?,?\s+(?:g?GmbH|mbH|g?AG|KG|KGaA|UG|eG|SE|AöR|e\.\s?V\.?|e\.\s?G\.?|Ltd\.?|Limited|plc|Inc\.?|LLP|CIC|"
    r"S\.?A\.?S?|S\.?A\.?R\.?L|S\.?L\.?U?|S\.?p\.?A\.?|S\.?r\.?l\.?|A\.?S\.?B\.?L\.?|asbl|ABp?|ASA?|A/S|ApS|Oyj?|[BN]\.?V\.?|"
    r"Sp\. z o\. ?o\.|s\.\s?r\.\s?o\.|d\.\s?o\.\s?o\.)"
    r"(?:\s&\sCo\.\sKG)?(?!\w)"
)
_LEGAL = re.compile(rf"(?:{LEGAL_FORM.pattern})$")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,9}")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
# "No. 7", behind the name of what comes out again and again
_ISSUE = re.compile(
    r",?\s(?:n°|nº|n\.º|Nr\.?|No\.?|№|Issue|Ausgabe|Heft|Numéro|Número|Nummer|Vol\.?|#)\s?\d[\d/.-]*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s+(?:(?:19|20)\d\d)(?:[/–-]\d{2,4})?$")
_SHORT = re.compile(rf"\s*\(((?=[^()]*[{_CAPITAL}][^()]*[{_CAPITAL}])[\w&.+/-]{{2,12}})\)")
# two words in capitals in a bracket ("NKS KEM")
_SHORT_OF_TWO = re.compile(rf"\s*\(([{_CAPITAL}]{{2,}}\s[{_CAPITAL}]{{2,}})\)")
_DASH = r"\s+[–—|-]\s+"
_BEFORE_DASH = re.compile(rf"(?:^|\n)[\s#*_]*([\w&.+/-]{{2,14}}){_DASH}$")
_BEHIND_DASH = re.compile(rf"{_DASH}([^\W\d_a-z][^|\n–—.:;(]{{8,}})")
_WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
_BARS, _DASHES = re.compile(r"\s*[|›»>]\s*"), re.compile(r"\s+[–—]\s+")
# a mark that ends a name, or what a body is for
_BELONGING = re.compile(
    r"[+'’!]|\s(?:for|für|för|pour|para)(?:\s(?:[^\W\d_a-zß-ÿ][\w-]*,?|&|and|und|och|et|y|the)){1,5}"
)
# two to six words, capitals first and last, that are no sentence
_SECOND_NAME = re.compile(
    r"[^\W\d_a-zß-ÿ][\w'’-]*(?:\s[\w'’-]+){0,4}(?<!\s\d)\s[^\W\d_a-zß-ÿ][\w'’-]*|[\w ]+\s[^\W_]+\s[^\W\d_a-zß-ÿ][\w-]+"
)


def plain(name: str) -> str:
    """A name without the bracket and the legal form at its end."""
    while (shorter := _LEGAL.sub("", _ISSUE.sub("", _BRACKET.sub("", name))).strip()) not in (name, ""):
        name = shorter
    return name


def is_host(name: str) -> bool:
    """Whether a name is that of a page on the web ("example.org")."""
    return _HOST.fullmatch(name) is not None


def is_news(behind: str) -> bool:
    """Whether what stands behind a name makes of it that of its paper ("… newsletter")."""
    return papers.NEWS_BEHIND.fullmatch(behind) is not None


def in_legal_form(name: str) -> bool:
    """Whether a name ends in a legal form."""
    return _LEGAL.search(name) is not None


def without_year(name: str) -> str:
    """A name without the year at its end ("Town of the Year 2023"); "" where there is none."""
    short = _YEAR.sub("", name)
    return short if short != name else ""


def with_form(name: str, behind: str) -> str:
    """A name with the legal form right behind it; "" where there is none."""
    match = LEGAL_FORM.match(behind)
    return f"{name}{match.group(0)}" if match is not None else ""


def abbreviation(behind: str) -> str:
    """The abbreviation in a bracket right behind a name; "" where there is none."""
    match = _SHORT.match(behind) or _SHORT_OF_TWO.match(behind)
    return match.group(1) if match is not None else ""


def beside_dash(name: str, before: str, behind: str) -> str:
    """What a name is called on the other side of a dash: its abbreviation before it, or in full behind it."""
    short = _BEFORE_DASH.search(before)
    if short is not None and abbreviates(short.group(1), name):
        return short.group(1)
    full = _BEHIND_DASH.match(behind)
    if full is None or " " in name or not any(c.isupper() for c in name[1:]):
        return ""
    said = full.group(1).strip(" *_#")
    return said if stands_for(name, said) or abbreviates(name, said) else ""


def in_line(written: str, before: str, behind: str) -> list[str]:
    """What the line that a name heads calls it besides, up to the line's next mark.

    With the mark at its end ("News+"), with the fields that it works for ("Covenant for Heat and Air"), and with its
    other half, where a dash or bar parts two names and nothing else ("House of X – Service Y").

    Args:
        written: The name as it stands there.
        before: The line up to it; names in the midst of a line are not called so.
        behind: The line behind it.
    """
    if before.rpartition("\n")[2].strip(" *_#"):
        return []
    whole, *others = (part.strip(" *_#") for part in _BARS.split(f"{written}{behind.partition(chr(10))[0]}"))
    first, *rest = _DASHES.split(whole)
    more = first[len(written) :]
    found = [first] if more and (_BELONGING.fullmatch(more) or is_news(more)) else []
    found += [shorter for shorter in (_without_small(written),) if shorter]
    two = [whole, *others] if others else [first, *rest]
    is_rubric = papers.RUBRIC.fullmatch(two[-1]) or papers.PAPER.search(two[-1])
    if len(two) == _SHORTEST and _SECOND_NAME.fullmatch(two[1]) and not is_rubric:
        mark = " – " if not others else " | "
        found.append(mark.join(two))
    return found


def _without_small(name: str) -> str:
    """An abbreviation without what small words or a word for news behind it say of it ("NEXT for all")."""
    first, _, rest = name.partition(" ")
    if len(first) < _LEAST_INITIALS or not first.isupper() or not first.isalpha() or not rest:
        return ""
    return first if rest.islower() or is_news(f" {rest}") else ""


def abbreviates_something(text: str) -> bool:
    """Whether an abbreviation stands in a bracket anywhere."""
    return _SHORT.search(text) is not None


def abbreviates(short: str, name: str) -> bool:
    """Whether an abbreviation is made of the first letters of a name's words, or of more of its letters, in order."""
    letters = [c for c in short.casefold() if c.isalpha()]
    words = _WORD.findall(name)
    if len(letters) < _SHORTEST or not words or words[0][0].casefold() != letters[0]:
        return False
    rest = iter(" ".join(words).casefold())
    return all(letter in rest for letter in letters)


def stands_for(short: str, name: str) -> bool:
    """Whether letters of a name's words, each word's first among them, make its short form."""
    words = re.findall(r"[^\W\d_]+", name)
    if len(short) < _SHORTEST or short.casefold() == name.casefold() or not 0 < len(words) <= len(short):
        return False
    return _parts_of(short.casefold(), [w.casefold() for w in words])


def _parts_of(short: str, words: Sequence[str]) -> bool:
    """ "wnd" of two words, the second a compound: each word gives its first letter, the last ones further letters."""
    if not words:
        return not short
    first, *rest = words
    if not short or first[0] != short[0]:
        return False
    for taken in range(1, len(short) - len(rest) + 1):
        if _in_order(short[:taken], first) and _parts_of(short[taken:], rest):
            return True
    return False


def _in_order(letters: str, word: str) -> bool:
    left = iter(word)
    return all(letter in left for letter in letters)


def is_short_for(said: str, name: str) -> bool:
    """Whether a text may say one for the other: the first words of a name, inflected, or with initials for some.

    Args:
        said: What stands in a text ("Works of X", "TU X").
        name: In full ("Works of X on the River", "Technical University X").
    """
    short, full = said.split(), name.split()
    if not short or len(full) < _SHORTEST:
        return False
    if len(short) == 1:
        return _is_one_word_for(said, full)
    if short[0].isupper() and len(short[0]) >= _SHORTEST and len(short) > 1:
        count = len(short[0])
        initials = "".join(w[0] for w in full[:count])
        return initials == short[0] and _opens(short[1:], full[count:])
    return len(short) > 1 and _opens(short, full)


def _is_one_word_for(said: str, full: list[str]) -> bool:
    """The first word of a name, where that is long enough to be known by, or the initials of its first big words."""
    if said.isupper():
        big = "".join(part[0] for word in full for part in word.split("-") if part[:1].isupper())
        return len(said) >= _LEAST_INITIALS and big.startswith(said)
    return len(said) >= _LEAST_ALONE and _same_word(said, full[0])


def _opens(short: list[str], full: list[str]) -> bool:
    """Whether words are the first of others, but for their endings."""
    return 0 < len(short) <= len(full) and all(map(_same_word, short, full))


def _same_word(one: str, other: str) -> bool:
    a, b = sorted((one.casefold(), other.casefold()), key=len)
    if a == b:
        return True
    return len(a) >= _LEAST_LETTERS and b.startswith(a) and len(b) - len(a) <= _LONGEST_ENDING


def in_small(name: str, small: Collection[str]) -> str:
    """A name set in capitals as it is written elsewhere.

    Args:
        name: As written.
        small: Words that have no capital within a name.
    """
    if not name.isupper() or len(name) < _LEAST_IN_CAPITALS:
        return name
    words = (w.casefold() if i and w.casefold() in small else w.title() for i, w in enumerate(name.split()))
    return " ".join(words)


class NameForm(NamedTuple):
    """What a full name has before and behind the short one; as written, and whatever the case."""

    before: str
    behind: str
    begins: str
    ends: str


def name_forms(shapes: Iterable[ClassShape]) -> tuple[NameForm, ...]:
    """The forms of the full names of some classes."""
    forms = (form.partition(NAME) for shape in shapes for form in shape.hints.get("nameForm", ()))
    return tuple(
        NameForm(before, behind, before.casefold(), behind.casefold()) for before, _, behind in forms
    )
