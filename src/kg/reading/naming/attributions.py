"""Who said what stands in quotation marks on the line above or below: a line that is but a name and an office.

"“We lead the way.”", and below "— X, keeper of Ostra" or "X, keeper of Ostra"; above "X, keeper of Ostra:". Without
quotation marks, a dash and an office tell that the line above is what somebody said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.reading.passages.mentions import Kind, Mention, Passage

_CLOSES = re.compile(r"[^\s(]\s?[”“»\"]\s*$|^\s*[‘'].*\w[.!?,…]?[’']\s*$", re.DOTALL)
_SENTENCE_ENDS = re.compile(r"[.!?…]\s?[”“»\"’']?[.!?]?\s*$")
_OPENS = re.compile(r"\s*[„“”«»\"‘']")
_DASH = re.compile(r"\s*[–—―]\s*")
_LEAD = " \t\u00a0–—―-(>•*_~|"
_LONGEST, _FEWEST_WORDS, _LONGEST_TITLE = 160, 5, 7


def attribute(passages: Sequence[Passage], offices: frozenset[str]) -> None:
    """Note in such a line who it is that said the words.

    Args:
        passages: All of a document, in order; their speech is added to.
        offices: Classes of what somebody may be beside their name.
    """
    opening: dict[int, Passage] = {}
    for above, below in pairwise(passages):
        first = opening.setdefault(above.paragraph, above)
        if not above.speech and (who := _said_below(first, above, below, offices)) is not None:
            below.speech.append((who.start, who.end, who))
        elif not below.speech and (who := _said_above(above, below, offices)) is not None:
            above.speech.append((who.start, who.end, who))


def _said_below(first: Passage, above: Passage, below: Passage, offices: frozenset[str]) -> Mention | None:
    """Whom a line below names: the paragraph above, with its first sentence and its last, is but a quotation."""
    addresses = below.text.rstrip().endswith(",")
    if below.speech or addresses or len(below.text) > _LONGEST or not below.of(Kind.PERSON):
        return None
    words = len(above.text.split())
    if _CLOSES.search(above.text):
        told = words > _LONGEST_TITLE or _SENTENCE_ENDS.search(above.text)  # else the title of a talk
        # words before the quotation tell whose it is
        return _named(below, below.text, offices) if told and _OPENS.match(first.text) else None
    dash = _DASH.match(below.text)
    if dash is None or words < _FEWEST_WORDS or above.kind == "caption" or above.of(Kind.PERSON):
        return None
    if not any(
        above.grammar.acts(w) or above.grammar.has_auxiliary(w) for w in above.text.casefold().split()
    ):
        return None
    beside = [m for m in below.of(Kind.THING) if m.classes & offices]
    return _named(below, below.text, offices) if beside else None


def _said_above(above: Passage, below: Passage, offices: frozenset[str]) -> Mention | None:
    text = above.text.rstrip()
    if not text.endswith(":") or len(text) > _LONGEST or _OPENS.match(below.text) is None:
        return None
    told = len(below.text.split()) > _LONGEST_TITLE or _SENTENCE_ENDS.search(below.text)
    return _named(above, text[:-1], offices) if told else None


def _named(passage: Passage, text: str, offices: frozenset[str]) -> Mention | None:
    """The one person of a line that names nobody else and tells nothing but what they are."""
    people = passage.of(Kind.PERSON)
    if len(people) != 1 or people[0].genitive:
        return None
    person = people[0]
    lead = passage.text[: person.start].strip(_LEAD)
    titles = [m for m in passage.of(Kind.THING) if m.end <= person.start and m.classes & offices]
    if lead and not any(passage.text[m.start : m.end] == lead for m in titles):
        return None
    tail = text[person.end :].strip()
    if tail and tail[0] not in ",(–—|)":
        return None
    grammar = passage.grammar
    return None if any(grammar.has_auxiliary(word) for word in tail.split()) else person
