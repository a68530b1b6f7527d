"""An editor's judgement: find what is meant, write it to `data/overrides`, take it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from kg import queries, turtle
from kg.claims import Term
from kg.deciding import Verdict, judgement_iri, judgement_triples
from kg.errors import QueryError
from kg.names import DCTERMS, RDFS_LABEL, Names, fold, kg, local_name
from kg.tables import Table

_ABOUT, _PROPERTY, _VALUE = kg("about"), kg("property"), kg("value")
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Target:
    """What is judged.

    Args:
        about: The thing.
        path: The property.
        value: The value.
        claim: The claim; None where all claims of the triple are meant.
        said: The words of the claim or claims with their sources, a line each.
    """

    about: NamedNode
    path: NamedNode
    value: Term
    claim: NamedNode | None
    said: tuple[str, ...]

    @property
    def key(self) -> tuple[NamedNode, NamedNode, Term]:
        return self.about, self.path, self.value

    def text(self) -> str:
        """The triple in short, for people."""
        return " ".join(
            local_name(term.value) if isinstance(term, NamedNode) else term.value for term in self.key
        )


def find(store: Store, words: tuple[str, ...], known: Mapping[str, str], names: Names) -> Target:
    """The claim, or the triple, that one or three words name.

    Args:
        store: The dataset.
        words: A claim's IRI, CURIE or twelve digits; or subject, property and value, by name, CURIE or IRI.
        known: Prefix → namespace.
        names: To make an IRI of a claim's digits.

    Raises:
        QueryError: KG321, when there is no such claim or triple; KG603, KG604 for a name that several things
            or none bear.
    """
    if len(words) == 1:
        return _claim(store, words[0], known, names)
    if len(words) == 3:
        return _triple(store, words, known)
    raise _nothing(" ".join(words), "one claim, or SUBJECT PROPERTY VALUE")


def _claim(store: Store, word: str, known: Mapping[str, str], names: Names) -> Target:
    iri = queries.expand(word, known) or f"{names.base}id/claim/{word}"
    try:
        node = NamedNode(iri)
    except ValueError:
        raise _nothing(word, "a claim's IRI or its twelve digits") from None
    key = _key(store, node)
    if key is None or not _has(store, node, kg("evidence")):
        raise _nothing(word, "a claim's IRI or its twelve digits")
    return Target(*key, node, _said(store, [node], known))


def _key(store: Store, claim: NamedNode) -> tuple[NamedNode, NamedNode, Term] | None:
    about, path, value = (_first(store, claim, predicate) for predicate in (_ABOUT, _PROPERTY, _VALUE))
    if (
        isinstance(about, NamedNode)
        and isinstance(path, NamedNode)
        and isinstance(value, NamedNode | Literal)
    ):
        return about, path, value
    return None


def _first(store: Store, subject: NamedNode, predicate: NamedNode) -> object:
    return next((q.object for q in store.quads_for_pattern(subject, predicate, None, None)), None)


def _has(store: Store, subject: NamedNode, predicate: NamedNode) -> bool:
    return _first(store, subject, predicate) is not None


def _triple(store: Store, words: tuple[str, ...], known: Mapping[str, str]) -> Target:
    about = queries.resolve(store, words[0], "", known)
    met: dict[str, list[NamedNode]] = {}
    keys: dict[str, tuple[NamedNode, NamedNode, Term]] = {}
    for quad in store.quads_for_pattern(None, _ABOUT, about, None):
        node = quad.subject
        key = _key(store, node) if isinstance(node, NamedNode) and _has(store, node, kg("evidence")) else None
        if key is not None and isinstance(node, NamedNode):
            met.setdefault(str(key), []).append(node)
            keys[str(key)] = key
    fitting = sorted(k for k, key in keys.items() if _is(store, key[1], words[1], known))
    exact = [k for k in fitting if _is(store, keys[k][2], words[2], known)]
    if len(exact) == 1:
        claims = sorted(met[exact[0]], key=lambda iri: iri.value)
        return Target(*keys[exact[0]], None, _said(store, claims, known))
    said = [
        f"{local_name(keys[k][1].value)} {local_name(keys[k][2].value)}" for k in exact or fitting or keys
    ]
    raise _nothing(" ".join(words), "one of: " + "; ".join(sorted(said)[:_SHOWN]))


def _is(store: Store, term: Term, text: str, known: Mapping[str, str]) -> bool:
    """Whether a text means a term: its IRI, CURIE, last part, label or lexical form."""
    if isinstance(term, Literal):
        return fold(term.value) == fold(text)
    labels = (q.object for q in store.quads_for_pattern(term, RDFS_LABEL, None, None))
    spoken = {fold(label.value) for label in labels if isinstance(label, Literal)}
    return term.value == queries.expand(text, known) or fold(text) in {*spoken, fold(local_name(term.value))}


def _said(store: Store, claims: Iterable[NamedNode], known: Mapping[str, str]) -> tuple[str, ...]:
    rows = tuple((claim,) for claim in claims)
    table = queries.explained(Table(("claim",), rows), lambda text: queries.run(store, text, None, known))
    return tuple(line for cell in table.column("sentences") for line in (cell or "").splitlines())


def _nothing(found: str, want: str) -> QueryError:
    return QueryError(
        "KG321",
        "nothing there to be judged",
        found=found,
        want=want,
        do="kg query contradictions lists claims",
    )


def judge(
    root: Path,
    target: Target,
    verdict: Verdict,
    *,
    reason: str,
    editor: str,
    day: str,
    names: Names,
    prefixes: Mapping[str, str],
) -> Path:
    """Write a judgement; one of the same claim or triple is replaced.

    Returns:
        The file, `data/overrides/<digits>.ttl`. The next build heeds it.
    """
    claim = target.claim.value if target.claim else ""
    triples = judgement_triples(
        target.key, verdict, reason=reason, editor=editor, day=day, names=names, claim=claim
    )
    said = "".join(f"# {line}\n" for line in target.said)
    path = _file(root, target, names)
    path.parent.mkdir(parents=True, exist_ok=True)
    used = {**prefixes, "dcterms": DCTERMS}
    path.write_text(said + turtle.write(triples, used), encoding="utf-8")
    return path


def undo(root: Path, target: Target, names: Names) -> Path:
    """Remove a judgement.

    Raises:
        QueryError: KG322, where there is none of this claim or triple.
    """
    path = _file(root, target, names)
    if not path.is_file():
        raise QueryError(
            "KG322",
            "no judgement to be taken back",
            at=str(path),
            found=target.text(),
            do="list those that there are: kg query overrides",
        )
    path.unlink()
    if not any(path.parent.iterdir()):
        path.parent.rmdir()
    return path


def _file(root: Path, target: Target, names: Names) -> Path:
    claim = target.claim.value if target.claim else ""
    node = judgement_iri(target.key, claim, names)
    return root / "data" / "overrides" / f"{local_name(node.value)}.ttl"
