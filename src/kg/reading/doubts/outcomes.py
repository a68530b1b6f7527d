"""What minutes only propose is as firm as its outcome, which stands below ("Proposal: …", "Result: lost").

A class says that it is decided so (`kg:decidedBelow`). Without an outcome it is only possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.claims import Factuality
from kg.language.minutes import Minutes, minutes_of
from kg.reading.passages.frames import Frame
from kg.reading.passages.mentions import Passage
from kg.schema import Schema

_FAR, _LONGEST_LABEL = 5, 40
_MARK = re.compile(r"[,;:!?()–—](?!\d)|(?<!\d)\.\s")


class Outcomes:
    """Sets the firmness of such frames.

    Args:
        schema: Classes with their hints.
    """

    def __init__(self, schema: Schema) -> None:
        self._decided = schema.hinted("decidedBelow")

    def settle(self, frames: Sequence[Frame], passages: Sequence[Passage]) -> None:
        """As firm as is said below.

        Args:
            frames: All of a document; their factuality is changed in place.
            passages: All of the document, in order.
        """
        told = [f for f in frames if f.cls in self._decided and f.factuality is not Factuality.DENIED]
        words = minutes_of(passages[0].grammar.code) if told and passages else None
        if words is None:
            return
        places = {p.number: at for at, p in enumerate(passages)}
        for frame in told:
            at = places.get(frame.passage.number)
            firm = self._firm(frame, at, words, passages) if at is not None else None
            if firm is not None:
                frame.factuality = firm

    def _firm(self, frame: Frame, at: int, words: Minutes, passages: Sequence[Passage]) -> Factuality | None:
        """How firm what a line tells is by what stands below it; None where that says nothing."""
        own = passages[at].text
        if label := words.outcome.match(own):
            return _of_own(frame, label, words)
        proposed = _is_proposed(at, words, passages)
        below = _outcome(at, words, passages) if proposed else _next(at, words, passages)
        if below is None:
            return Factuality.POSSIBLE if proposed else None
        firm = _verdict(below, words, passages[at])
        return firm if proposed or firm is not Factuality.ASSERTED else None


def _of_own(frame: Frame, label: re.Match[str], words: Minutes) -> Factuality | None:
    """What a line that is an outcome itself makes of a frame, where the verdict stands in the frame's own clause."""
    text = frame.passage.text
    labelled = ":" in label.group()
    content = False
    for start, end in _clauses(text, label.end() if labelled else 0, words, frame.passage):
        clause = text[start:end]
        here = start <= frame.start < end
        content = content or (here and not labelled and words.content.match(clause.lstrip()) is not None)
        if here or content:
            firm = _of_clause(clause, words)
            if firm is Factuality.ASSERTED and not (labelled and len(text) < 2 * _LONGEST_LABEL):
                firm = None
            if firm is not None or not content:
                return firm
        elif not labelled and _of_clause(clause, words) is not None:
            break  # what is said of the noun for what was voted on
    return None


def _verdict(outcome: str, words: Minutes, passage: Passage) -> Factuality | None:
    """What an outcome makes of what it is about: the first that a clause says, but of what was voted on besides."""
    label = words.outcome.match(outcome)
    start = label.end() if label and ":" in label.group() else 0
    for begin, end in _clauses(outcome, start, words, passage):
        clause = outcome[begin:end]
        firm = _of_clause(clause, words)
        if firm is not None and not (firm is Factuality.DENIED and words.aside.search(clause)):
            return firm
    return None


def _of_clause(clause: str, words: Minutes) -> Factuality | None:
    if words.refused.search(clause):
        return Factuality.DENIED
    if words.put_off.search(clause):
        return Factuality.POSSIBLE
    return Factuality.ASSERTED if words.agreed.search(clause) else None


def _clauses(text: str, start: int, words: Minutes, passage: Passage) -> Iterator[tuple[int, int]]:
    """The clauses of a line from a place on, as far as marks, conjunctions and reasons part them."""
    cuts = [
        m.span() for cut in (_MARK, passage.grammar.joiner, words.because) for m in cut.finditer(text, start)
    ]
    begin = start
    for cut, behind in sorted(cuts):
        if cut > begin:
            yield begin, cut
        begin = max(begin, behind)
    yield begin, len(text)


def _is_proposed(at: int, words: Minutes, passages: Sequence[Passage]) -> bool:
    """Whether a line begins with a label of proposals, or stands below one that is nothing else."""
    if words.proposed.match(passages[at].text):
        return True
    for above in reversed(passages[max(0, at - _FAR) : at]):
        if words.item.match(above.text) or words.outcome.match(above.text):
            return False
        if words.proposed.match(above.text):
            return len(above.text) < _LONGEST_LABEL and above.text.rstrip().endswith(":")
    return False


def _outcome(at: int, words: Minutes, passages: Sequence[Passage]) -> str | None:
    """What the next line with an outcome says, before another item begins."""
    for place in range(at + 1, min(len(passages), at + 1 + _FAR)):
        if words.item.match(passages[place].text):
            return None
        if words.outcome.match(passages[place].text):
            label = passages[place].text.rstrip().endswith(":")
            return " ".join(p.text for p in passages[place : place + 1 + label])
    return None


def _next(at: int, words: Minutes, passages: Sequence[Passage]) -> str | None:
    """The line right below, where that is an outcome of a few words."""
    text = passages[at + 1].text if at + 1 < len(passages) else ""
    return text if ":" in text and len(text) < 2 * _LONGEST_LABEL and words.outcome.match(text) else None
