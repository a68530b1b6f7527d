"""The page of a document: its text, what each stretch of it says, and what was made of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.names import DCTERMS, OA, PROV, RDF_TYPE, kg, local_name
from kg.pages.knowing import Knowledge, plain
from kg.pages.sayings import Shown, Teller

_MOST_TEXT = 9_000
_MOST_CLAIMS = 250
"""Code points of text, and claims, on one page of a long document."""
_AT_FIRST = 6
_FIRMNESS = ("asserted", "expected", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Line:
    """One claim.

    Args:
        property: What is said.
        value: Of it.
        factuality: asserted, expected, possible or denied.
        told: The same in the page's language.
        believed: "believed", "refused", "open" or "aside".
    """

    property: Shown
    value: Shown
    factuality: str
    told: str
    believed: str


@dataclass(frozen=True, slots=True)
class Note:
    """The claims of a passage about one thing."""

    about: Shown
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a passage.

    Args:
        text: As it stands there.
        factuality: Of the claims that stand on it; "mixed" for several, "" for none.
        anchors: Places in the document at which evidence begins.
    """

    text: str
    factuality: str = ""
    anchors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, heading or list."""

    number: int
    kind: str
    silent: bool
    opens: bool
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    more: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """All that the page shows."""

    iri: str
    title: Shown
    publisher: Shown | None
    published: str
    language: str
    address: str
    paraphrase: bool
    claims: int
    silent: int
    passages: int
    text: tuple[Passage, ...]
    missing: bool
    page: int
    pages: int
    firmness: tuple[tuple[str, str], ...]
    formats: tuple[tuple[str, str], ...]


class Document:
    """Looks at one document."""

    def __init__(self, teller: Teller, node: NamedNode) -> None:
        self._teller = teller
        self._known: Knowledge = teller.knowledge
        self._node = node
        self._by_span = self._evidence()

    def page(self, wanted: int = 0, at: int = -1) -> DocumentPage:
        """A page of it.

        Args:
            wanted: Number of the page, from 1; 0 for the first.
            at: A place in the document's text; the page that shows it, where there is one.
        """
        known, node = self._known, self._node
        text = known.document_text(node)
        passages = text["passages"] if text else []
        sheets = list(self._sheets([*self._beside(passages), *passages]))
        chosen = max(1, min(wanted, len(sheets))) - 1
        for number, sheet in enumerate(sheets):
            if at >= 0 and any(p["start"] <= at < max(p["end"], p["start"] + 1) for _, p in sheet):
                chosen = number
        title = known.value(node, NamedNode(DCTERMS + "title"))
        publisher = known.value(node, NamedNode(DCTERMS + "publisher"))
        language = known.text(node, NamedNode(DCTERMS + "language"))
        primary = known.text(node, NamedNode(PROV + "hadPrimarySource"))
        path = node.value[len(self._teller.links.base) :]
        forms = (("Turtle", "ttl"), ("JSON-LD", "jsonld"))
        return DocumentPage(
            iri=node.value,
            title=Shown(plain(title) or known.label(node), None, language, node.value),
            publisher=self._teller.shown(publisher) if publisher else None,
            published=known.label(known.value(node, NamedNode(DCTERMS + "issued"))),
            language=language,
            address=primary or known.text(node, NamedNode(PROV + "atLocation")),
            paraphrase=bool(primary),
            claims=sum(len(found) for found in self._by_span.values()),
            silent=int(known.text(node, kg("silentPassages")) or 0),
            passages=int(known.text(node, kg("passages")) or 0),
            text=tuple(self._passages(sheets[chosen])) if sheets else (),
            missing=text is None,
            page=chosen + 1,
            pages=max(1, len(sheets)),
            firmness=tuple((name, known.label(kg(name.capitalize()))) for name in _FIRMNESS),
            formats=tuple((name, self._teller.links.at(path, format=form)) for name, form in forms),
        )

    def _evidence(self) -> dict[tuple[int, int], list[NamedNode]]:
        """Stretch of the document's text → claims that stand on it."""
        known = self._known
        found: dict[tuple[int, int], list[NamedNode]] = defaultdict(list)
        for evidence in known.subjects(NamedNode(OA + "hasSource"), self._node):
            start, end = (known.text(evidence, NamedNode(OA + name)) for name in ("start", "end"))
            if start and end:
                found[int(start), int(end)] += known.subjects(kg("evidence"), evidence)
        return found

    def _beside(self, passages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Words that claims stand on outside of all passages: a letterhead, a header of the file."""
        known = self._known
        inside = {(m[2], m[3]) for p in passages for m in p["marks"]}
        found = []
        for evidence in known.subjects(NamedNode(OA + "hasSource"), self._node):
            start, end = (known.text(evidence, NamedNode(OA + name)) for name in ("start", "end"))
            words = known.text(evidence, NamedNode(OA + "exact"))
            if start and end and (int(start), int(end)) not in inside:
                found.append((int(start), int(end), words))
        return [
            {"text": words, "kind": "caption", "paragraph": -1, "start": start, "end": end, "silent": False,
             "marks": [[0, len(words), start, end]]}
            for start, end, words in sorted(set(found))
        ]  # fmt: skip

    def _sheets(self, passages: list[dict[str, Any]]) -> Iterator[list[tuple[int, dict[str, Any]]]]:
        """A long document in pages of bounded size; a passage stays whole."""
        sheet: list[tuple[int, dict[str, Any]]] = []
        size = claims = 0
        for number, passage in enumerate(passages):
            here = sum(len(self._by_span.get((m[2], m[3]), ())) for m in passage["marks"])
            if sheet and (size + len(passage["text"]) > _MOST_TEXT or claims + here > _MOST_CLAIMS):
                yield sheet
                sheet, size, claims = [], 0, 0
            sheet.append((number, passage))
            size += len(passage["text"])
            claims += here
        if sheet:
            yield sheet

    # -- passages -----------------------------------------------------------------------------------------

    def _passages(self, sheet: Iterable[tuple[int, Mapping[str, Any]]]) -> Iterator[Passage]:
        paragraph = None
        for number, passage in sheet:
            claims = [c for m in passage["marks"] for c in self._by_span.get((m[2], m[3]), ())]
            notes = self._notes(dict.fromkeys(claims))
            yield Passage(
                number=number,
                kind=passage["kind"],
                silent=bool(passage["silent"]),
                opens=passage["paragraph"] != paragraph,
                runs=tuple(self._runs(passage)),
                notes=notes[:_AT_FIRST],
                more=notes[_AT_FIRST:],
            )
            paragraph = passage["paragraph"]

    def _runs(self, passage: Mapping[str, Any]) -> Iterator[Run]:
        """The text cut where evidence begins and ends."""
        text, marks = passage["text"], passage["marks"]
        cuts = sorted({0, len(text), *(m[0] for m in marks), *(m[1] for m in marks)})
        for start, end in pairwise(cuts):
            over = [m for m in marks if m[0] <= start and end <= m[1]]
            kinds = {self._firmness(c) for m in over for c in self._by_span.get((m[2], m[3]), ())}
            anchors = tuple(m[2] for m in over if m[0] == start)
            kind = next(iter(kinds)) if len(kinds) == 1 else "mixed" if kinds else ""
            yield Run(text[start:end], kind, anchors)

    def _firmness(self, claim: NamedNode) -> str:
        return local_name(plain(self._known.value(claim, kg("factuality")))).lower()

    def _notes(self, claims: Iterable[NamedNode]) -> tuple[Note, ...]:
        by_thing: dict[str, list[NamedNode]] = defaultdict(list)
        for claim in claims:
            about = self._known.value(claim, kg("about"))
            if about is not None:
                by_thing[about.value if isinstance(about, NamedNode) else str(about)].append(claim)
        return tuple(self._note(NamedNode(about), found) for about, found in by_thing.items())

    def _note(self, about: NamedNode, claims: list[NamedNode]) -> Note:
        known = self._known
        kinds = [c for c in claims if known.value(c, kg("property")) == RDF_TYPE]
        others = [c for c in claims if c not in kinds]
        name = self._teller.shown(about)
        if known.label_of(about) is None and kinds:
            name = Shown(known.label(known.value(kinds[0], kg("value"))), name.href, "", about.value)
        return Note(name, tuple(self._line(c) for c in others or kinds))

    def _line(self, claim: NamedNode) -> Line:
        known = self._known
        firmness = known.value(claim, kg("factuality"))
        prop = known.value(claim, kg("property"))
        value = known.value(claim, kg("value"))
        shown = Shown("", None) if prop == RDF_TYPE else self._teller.property(prop)
        return Line(
            property=shown,
            value=self._teller.shown(value),
            factuality=self._firmness(claim),
            told=known.label(firmness),
            believed=self._believed(claim),
        )

    def _believed(self, claim: NamedNode) -> str:
        known = self._known
        won = known.subjects(kg("winner"), claim)
        if any(known.value(node, kg("status")) == kg("Open") for node in won):
            return "open"
        if won:
            return "believed"
        return "refused" if known.subjects(kg("loser"), claim) else "aside"


def title_of(known: Knowledge, document: NamedNode) -> tuple[str, str]:
    """Its title and the language of that."""
    title = known.value(document, NamedNode(DCTERMS + "title"))
    return plain(title) or known.label(document), (title.language or "") if isinstance(title, Literal) else ""
