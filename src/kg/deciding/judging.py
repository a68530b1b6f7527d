"""What editors judge: claims that are to be believed, or not to be, with a reason; from Turtle, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Triple

from kg.claims import Factuality, Term
from kg.deciding.records import Key, ResolvedClaim
from kg.names import DCTERMS, RDF_TYPE, XSD, Names, kg

_JUDGEMENT = kg("Judgement")
_CLAIM, _VERDICT, _REASON = kg("claim"), kg("verdict"), kg("reason")
_ABOUT, _PROPERTY, _VALUE = kg("about"), kg("property"), kg("value")
_EDITOR, _DATE = NamedNode(DCTERMS + "creator"), NamedNode(DCTERMS + "date")


class Verdict(StrEnum):
    """The local names of kg:Verdict."""

    UPHELD = "Upheld"
    REFUSED = "Refused"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One judgement of a person.

    Args:
        iri: Of the judgement.
        key: The triple that is judged, in canonical terms; a judgement of a claim copies the claim's.
        claim: IRI of the claim, "" where every claim of the triple is meant.
        verdict: Whether it is to be believed.
        reason: In the editor's words.
        editor: Who judged.
        day: When, as YYYY-MM-DD.
    """

    iri: str
    key: Key
    claim: str
    verdict: Verdict
    reason: str
    editor: str
    day: str


def judgement_iri(key: tuple[NamedNode, NamedNode, Term], claim: str, names: Names) -> NamedNode:
    """The address of the judgement of a triple, or of one claim of it."""
    return names.hashed("judgement", key[0].value, key[1].value, str(key[2]), claim)


def judgement_triples(
    key: tuple[NamedNode, NamedNode, Term],
    verdict: Verdict,
    *,
    reason: str,
    editor: str,
    day: str,
    names: Names,
    claim: str = "",
) -> list[Triple]:
    """A judgement as triples, under an address made of what is judged: there is one at most for each."""
    about, path, value = key
    node = judgement_iri(key, claim, names)
    found = [
        Triple(node, RDF_TYPE, _JUDGEMENT),
        Triple(node, _ABOUT, about),
        Triple(node, _PROPERTY, path),
        Triple(node, _VALUE, value),
        Triple(node, _VERDICT, kg(verdict.value)),
        Triple(node, _REASON, Literal(reason)),
        Triple(node, _EDITOR, Literal(editor)),
        Triple(node, _DATE, Literal(day, datatype=NamedNode(XSD + "date"))),
    ]
    return [*found, Triple(node, _CLAIM, NamedNode(claim))] if claim else found


def read_judgements(triples: Iterable[Triple]) -> tuple[Judgement, ...]:
    """The judgements in triples that keep the shape of kg:Judgement; sorted."""
    about: dict[str, dict[NamedNode, Term]] = defaultdict(dict)
    for t in triples:
        if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode | Literal):
            about[t.subject.value][t.predicate] = t.object
    found = []
    for iri in sorted(about):
        said = about[iri]
        if said.get(RDF_TYPE) == _JUDGEMENT:
            verdict = Verdict(said[_VERDICT].value.removeprefix(kg("").value))
            claim = said[_CLAIM].value if _CLAIM in said else ""
            key = (said[_ABOUT].value, said[_PROPERTY].value, str(said[_VALUE]))
            texts = (said[_REASON].value, said[_EDITOR].value, said[_DATE].value)
            found.append(Judgement(iri, key, claim, verdict, *texts))
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Judged:
    """What judgements come to.

    Args:
        upheld: IRIs of claims that win against any other.
        refused: IRIs of claims that count for nothing.
        idle: Judgements that meet no claim.
    """

    upheld: frozenset[str]
    refused: frozenset[str]
    idle: tuple[Judgement, ...]


def judged(judgements: Sequence[Judgement], claims: Sequence[ResolvedClaim]) -> Judged:
    """Hold judgements against claims; a claim that is both upheld and refused is refused.

    A judgement of a triple upholds the claims that assert it, not those that deny it or only expect it.
    """
    by_iri = {claim.iri.value: claim for claim in claims}
    by_key: dict[Key, list[ResolvedClaim]] = defaultdict(list)
    if any(not judgement.claim for judgement in judgements):
        for claim in claims:
            by_key[claim.key].append(claim)
    upheld: set[str] = set()
    refused: set[str] = set()
    idle = []
    for judgement in judgements:
        one = by_iri.get(judgement.claim)
        met = ([one] if one else []) if judgement.claim else by_key.get(judgement.key, [])
        if not judgement.claim:
            met = [claim for claim in met if claim.factuality is Factuality.ASSERTED]
        (upheld if judgement.verdict is Verdict.UPHELD else refused).update(c.iri.value for c in met)
        if not met:
            idle.append(judgement)
    return Judged(frozenset(upheld - refused), frozenset(refused), tuple(idle))
