"""What is signed: a paper that a class tells of, or another beside which it is only named.

"X signed a letter of intent for a treaty" is no signature under the treaty. A class says which papers its words act
on (`kg:ofPaper`), a language what others are called (`other_papers` in its wording). Where such another paper stands
in the clause of the word, one that only a preposition ties to it, or that stands in another clause, was not signed.
"""

from __future__ import annotations

import re

from kg.language.model import Span
from kg.reading.around.pool import Pool
from kg.reading.passages.frames import is_pronoun
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.reading.passages.nearness import after_preposition
from kg.schema import Schema

_OWN = 2
# a point behind a number is that of a day
_MARK = re.compile(r"[,;:!?()–]\s|(?<!\d)\.\s|[.!?]$")


class OtherPapers:
    """Knows which words act on another paper than their class is about.

    Args:
        schema: Classes that say what their words act on.
        pool: Tells what is of a class.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._of = {c.iri: c.hints["ofPaper"] for c in schema.classes.values() if "ofPaper" in c.hints}

    def are_others(self, iri: str, passage: Passage) -> bool:
        """Whether words of a passage act on other papers, and none of them on those that a class is about."""
        words = [w for w in passage.of(Kind.WORD) if w.entry is not None and iri in w.entry.evokes]
        return bool(words) and iri in self._of and all(self.is_another(w, iri, passage) for w in words)

    def is_another(self, word: Mention, iri: str, passage: Passage) -> bool:
        """Whether the clause of a word names another paper, and none of those that the class is about beside it."""
        wanted = self._of.get(iri, ())
        spans = passage.grammar.other_papers(passage.text) if wanted else ()
        if not spans:
            return False
        fitting = [m for m in passage.of(Kind.THING, Kind.REFERENCE) if self._pool.fits(m, wanted)]
        known = [m for m in fitting if m.kind is Kind.THING]
        clause = _clause(word, passage.text)
        papers = [
            s
            for s in spans
            if _within(s, clause)
            and not any(_meet(m, s) for m in known)
            and not passage.grammar.is_placed(" ".join(passage.text[clause[0] : s[0]].split()[-2:]))
        ]
        named = [m for m in fitting if not is_pronoun(m) and not any(_meet(m, s) for s in papers)]
        return bool(papers and named) and all(_is_apart(m, word, clause, passage) for m in named)


def _is_apart(paper: Mention, word: Mention, clause: Span, passage: Passage) -> bool:
    """Whether a paper stands in another clause than a word, or behind a preposition that is not the word's own."""
    if not _within((paper.start, paper.end), clause):
        return True
    own = passage.text[word.end : paper.start]
    if word.end <= paper.start and len(own.split()) <= _OWN:
        return False
    return after_preposition(paper, passage) or passage.grammar.is_placed(
        passage.text[clause[0] : paper.start]
    )


def _clause(word: Mention, text: str) -> Span:
    start = max((m.end() for m in _MARK.finditer(text, 0, word.start)), default=0)
    mark = _MARK.search(text, word.end)
    return start, mark.start() if mark is not None else len(text)


def _within(span: Span, clause: Span) -> bool:
    return clause[0] <= span[0] and span[1] <= clause[1]


def _meet(mention: Mention, span: Span) -> bool:
    return mention.start < span[1] and span[0] < mention.end
