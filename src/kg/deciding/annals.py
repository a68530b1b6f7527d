"""What came of each thing over time, as the graphs tell it: lines that are not taken apart again."""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pyoxigraph import Literal, RdfFormat, Triple, parse

from kg.deciding.cases import LAST_DAY
from kg.deciding.epochs import Epochs, Spells
from kg.deciding.graphs import Told
from kg.deciding.records import Settled, Status
from kg.names import RDF_TYPE, Names, kg

__all__ = [
    "Annals",
    "Numbers",
    "but_spells_of",
    "epochs_of",
    "fingerprint",
    "folded",
    "line",
    "of_spells",
    "tell",
    "unfolded",
]

_QUICKLY = 1
_LINES_OF_A_SPELL = 6
_FORMER = kg("Former")
_SUBJECT, _PROPERTY, _VALUE = kg("formerSubject"), kg("formerProperty"), kg("formerValue")
_FROM, _UNTIL = kg("knownFrom"), kg("knownUntil")


class Numbers(NamedTuple):
    """How many there are now of what was decided."""

    decisions: int = 0
    contradictions: int = 0
    open: int = 0

    @classmethod
    def of(cls, settled: Iterable[Settled]) -> Numbers:
        known = [*settled]
        found = [contradiction for each in known for contradiction in each.contradictions]
        is_open = sum(contradiction.status is Status.OPEN for contradiction in found)
        return cls(sum(len(each.decisions) for each in known), len(found), is_open)


@dataclass(frozen=True, slots=True)
class Annals:
    """What came of one thing over time.

    Args:
        numbers: How many decisions and contradictions there are now.
        facts: What was ever believed, as lines, each with its spells.
        standing: The days of what `told` says stands now, each with the `fingerprint` of its lines.
        once: The same of all lines that it gives besides; 0 where there are none.
        pressed: What `told` gives: told one at a time, the lines of all things take little room.
    """

    numbers: Numbers
    facts: tuple[tuple[str, Spells], ...]
    standing: tuple[tuple[int, int], ...]
    once: int
    pressed: bytes

    def told(self) -> tuple[list[tuple[int, str]], str]:
        """What is told of decisions and contradictions, as lines of N-Triples without a point.

        Returns:
            What stands now, by the day since which it has without a break; and what tells of what stood once, or
            did not for a while.
        """
        found: tuple[list[tuple[int, str]], str] = pickle.loads(zlib.decompress(self.pressed))
        return found


def tell(
    told: Mapping[Told, int],
    facts: Mapping[Triple, int],
    settled: Iterable[Settled],
    epochs: Epochs,
    names: Names,
) -> Annals:
    """The annals of a thing.

    Args:
        told: The terms of triples of decisions and contradictions → the epochs in which these stood.
        facts: Believed triples → the epochs in which they were believed.
        settled: What came of it in the end.
        epochs: Of all sources.
        names: To name spells.
    """
    standing, former = defaultdict[int, list[str]](list), list[str]()
    for text, terms in sorted((line(terms), terms) for terms in told):
        spells = epochs.spells(told[terms])
        if spells[-1][1] > LAST_DAY:
            standing[spells[-1][0]].append(text)
            spells = spells[:-1]
        former += of_spells(terms, spells, names)
    texts, once = [(day, "\n".join(lines)) for day, lines in sorted(standing.items())], "\n".join(former)
    believed = sorted((str(fact), epochs.spells(stood)) for fact, stood in facts.items())
    return Annals(
        numbers=Numbers.of(settled),
        facts=tuple(believed),
        standing=tuple((day, fingerprint(text)) for day, text in texts),
        once=fingerprint(once) if once else 0,
        pressed=zlib.compress(pickle.dumps((texts, once), pickle.HIGHEST_PROTOCOL), _QUICKLY),
    )


def fingerprint(text: str) -> int:
    """A hash of lines. The sum of several tells whether any of the lines are others, in whatever order they come."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=16).digest())


def epochs_of(annals: Iterable[Annals], epochs: Epochs) -> dict[Triple, int]:
    """Believed triples of several annals → the epochs in which they were believed."""
    lines, stood = list[str](), list[int]()
    shared: dict[Spells, int] = {}
    for each in annals:
        for text, spells in each.facts:
            if spells not in shared:
                shared[spells] = epochs.of(spells)
            lines.append(text)
            stood.append(shared[spells])
    quads = parse(" .\n".join([*lines, ""]), RdfFormat.N_TRIPLES)
    return {quad.triple: each for quad, each in zip(quads, stood, strict=True)}


def line(told: Told) -> str:
    """A triple by its terms, as N-Triples without a point."""
    return f"{told[0]} {told[1]} {told[2]}"


def of_spells(terms: Told, spells: Iterable[tuple[int, int]], names: Names) -> Iterator[str]:
    """Lines that tell when a triple stood, six for each spell: of these the second to the fourth are its terms."""
    whole = line(terms)
    return (told for spell in spells for told in unfolded(folded(whole, spell), names))


def folded(whole: str, spell: tuple[int, int]) -> str:
    """A spell of a triple, given as N-Triples without a point, in one line: other spells have other lines."""
    return f"{spell[0]} {spell[1]} {whole}"


def unfolded(spell: str, names: Names) -> Iterator[str]:
    """The lines that tell of a spell, of what `folded` made of it."""
    begins, ends, whole = spell.split(" ", 2)
    subject, path, value = whole.split(" ", 2)
    node = names.hashed("former", whole, begins)
    yield f"{node} {RDF_TYPE} {_FORMER}"
    yield f"{node} {_SUBJECT} {subject}"
    yield f"{node} {_PROPERTY} {path}"
    yield f"{node} {_VALUE} {value}"
    yield f"{node} {_FROM} {Literal(int(begins))}"
    yield f"{node} {_UNTIL} {Literal(int(ends))}"


def but_spells_of(out: Collection[str], lines: Sequence[str]) -> Iterator[str]:
    """What `of_spells` has told, without the spells of some triples, which are given as lines."""
    for at in range(0, len(lines), _LINES_OF_A_SPELL):
        own = lines[at : at + _LINES_OF_A_SPELL]
        subject, path, value = (text.split(" ", 2)[2] for text in own[1:4])
        if f"{subject} {path} {value}" not in out:
            yield from own
