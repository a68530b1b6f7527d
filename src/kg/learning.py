"""Learns from rows that careful readers took how the classes are spoken of that a project wants to be learned."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.documents import Document, find, from_text, read
from kg.errors import KgError
from kg.evaluating import Row, agree, gold_rows
from kg.names import fold, local_name
from kg.reading import Reader
from kg.reading.learned.reader import Candidate, lessons
from kg.reading.passages.mentions import Mention
from kg.reading.slots.choosing import Choice
from kg.schema import Schema
from kg.weights import Weights, likelihood

_LEAST_SEEN = 3
_LEAST_EXAMPLES = 25
_STRENGTH = 1.0
_LEAST_WEIGHT = 0.005
_TIMES = 5
"""So often a counter-example counts: somebody wrote it down because it is taken wrongly with ease."""
LIKELIHOODS = (0.2, 0.3, 0.4, 0.5, 0.6)
"""Those at which trials are told."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate, and whether a careful reader took it.

    Args:
        cls: The class.
        document: File name.
        traits: Of the candidate and of its passage, each once.
        is_right: Whether a row of the class's relation, with its words in the passage, gives the candidate.
    """

    cls: str
    document: str
    traits: tuple[str, ...]
    is_right: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """What weights are worth on documents from which they were not learned, at one likelihood.

    Args:
        least: From which likelihood on a candidate was taken.
        taken: Candidates taken.
        right: Of these, right.
        wanted: Candidates that are right.
    """

    least: float
    taken: int
    right: int
    wanted: int


def examples(
    schema: Schema, gold: Sequence[Path], documents: Sequence[Path], progress: Progress | None = None
) -> list[Example]:
    """All candidates of the documents that lie with gold rows.

    Args:
        schema: Of the project; its lessons say what is to be learned.
        gold: Files of gold rows.
        documents: Folders in which their documents lie; by default those of the files themselves.
        progress: Told after each document.

    Raises:
        KgError: KG2xx, for a document that cannot be read.
    """
    found: list[Example] = []
    reader = _Observer(schema)
    for path in gold:
        folders = documents or (path.parent,)
        by_document: dict[str, list[Row]] = defaultdict(list)
        for row in gold_rows(path, folders):
            by_document[row.doc].append(row)
        paths = find(folders)  # those without a row as well: they show what is to be passed over
        for done, file in enumerate(paths, 1):
            found += reader.examples(read(file), by_document[file.name])
            if progress:
                progress(f"reading for {path.parent.name}", done, len(paths))
    return found


def counter_examples(schema: Schema, progress: Progress | None = None) -> list[Example]:
    """Candidates of the sentences that, by an entry of the lexicon, say nothing of a class; none of them is right."""
    found: list[Example] = []
    reader = _Observer(schema)
    entries = [entry for entry in schema.entries if entry.matches_not]
    for done, entry in enumerate(entries, 1):
        for sentence in entry.matches_not:
            document = from_text(sentence, name=local_name(entry.iri), language=entry.language)
            found += [e for e in reader.examples(document, ()) if e.cls in entry.evokes]
        if progress:
            progress("reading counter-examples", done, len(entries))
    return found * _TIMES


class _Observer:
    """Reads documents and takes down their candidates."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._reader = Reader(schema)
        self._seen: list[tuple[Candidate, tuple[str, ...]]] = []
        self._choices: list[Choice] = []
        self._reader.watch(
            lambda candidate, common: self._seen.append((candidate, tuple(common))), self._choices.append
        )

    def examples(self, document: Document, rows: Sequence[Row]) -> list[Example]:
        self._seen.clear()
        self._choices.clear()
        self._reader.read(document)
        name = document.path.name
        return [
            *(
                Example(c.slot.shape, name, c.traits, any(self._chooses(row, c) for row in rows))
                for c in self._choices
            ),
            *self._told(name, rows),
        ]

    def _told(self, name: str, rows: Sequence[Row]) -> list[Example]:
        """Candidates of classes that are learned."""
        return [
            Example(
                candidate.lesson.shape.iri,
                name,
                (*common, *candidate.traits),
                any(self._says(row, candidate) for row in rows),
            )
            for candidate, common in self._seen
        ]

    def _says(self, row: Row, candidate: Candidate) -> bool:
        """Whether a row gives a candidate, with its words in the candidate's passage."""
        lesson = candidate.lesson
        if row.relation != lesson.relation or row.factuality == "denied":
            return False
        start, end = candidate.passage.span()
        if not start <= (row.start + row.end) / 2 < end:
            return False
        values = self._values(candidate.who[1])
        return any(agree(row.args[a], values) for a in lesson.arguments if a in row.args)

    def _chooses(self, row: Row, choice: Choice) -> bool:
        """Whether a row gives what may fill a slot to the one whom the frame is about."""
        *_, relation, argument, holder = choice.slot.hints["choosesBy"]
        if row.relation != relation or row.factuality == "denied" or choice.call.about is None:
            return False
        said = set(fold(choice.call.about.text).split())
        names = (set(fold(str(name)).split()) for name in row.args.get(holder, ()))
        about = any(name <= said or said <= name for name in names)
        return about and argument in row.args and agree(row.args[argument], self._values(choice.place[1]))

    def _values(self, mention: Mention) -> tuple[str | float, ...]:
        """All that a mention may be called in a row: names, a number, a day."""
        things = (self._schema.things[t] for t in mention.things if t in self._schema.things)
        found: list[str | float] = [mention.text, *(text for thing in things for text, _, _ in thing.names)]
        found += [mention.also] if mention.also else []
        found += [mention.amount.value] if mention.amount is not None else []
        found += [mention.period.text.partition("/")[0]] if mention.period is not None else []
        return tuple(found)


def learn(schema: Schema, told: Iterable[Example], progress: Progress | None = None) -> Weights:
    """Weights for each class of which there are enough right examples.

    Raises:
        KgError: KG192, where scikit-learn is not installed.
    """
    base: dict[str, float] = {}
    traits: dict[str, list[tuple[str, float]]] = defaultdict(list)
    by_class = _by_class(schema, told)
    for done, (cls, some) in enumerate(by_class.items(), 1):
        if sum(example.is_right for example in some) >= _LEAST_EXAMPLES:
            base[cls], weights = _fitted(some)
            for trait, weight in weights.items():
                traits[trait].append((cls, weight))
        if progress:
            progress("learning", done, len(by_class))
    return Weights(base, {trait: tuple(pairs) for trait, pairs in sorted(traits.items())})


def trials(
    schema: Schema, told: Sequence[Example], folds: int, progress: Progress | None = None
) -> dict[str, list[Trial]]:
    """What each class's weights are worth, learned from all documents but a part, and tried on that part, in turn.

    Args:
        schema: See `learn`.
        told: Examples.
        folds: Into how many parts the documents are dealt, by their names.
        progress: Told after each part.
    """
    names = sorted({example.document for example in told})
    part = {name: place % folds for place, name in enumerate(names)}
    scored: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for turn in range(folds):
        weights = learn(schema, (e for e in told if part[e.document] != turn))
        for example in told:
            if part[example.document] == turn and example.cls in weights.base:
                odds = weights.base[example.cls] + weights.sum(example.traits).get(example.cls, 0.0)
                scored[example.cls].append((likelihood(odds), example.is_right))
        if progress:
            progress("trying", turn + 1, folds)
    return {cls: [_trial(pairs, least) for least in LIKELIHOODS] for cls, pairs in sorted(scored.items())}


def _trial(pairs: Sequence[tuple[float, bool]], least: float) -> Trial:
    taken = [right for likely, right in pairs if likely >= least]
    return Trial(least, len(taken), sum(taken), sum(right for _, right in pairs))


def _by_class(schema: Schema, told: Iterable[Example]) -> Mapping[str, Sequence[Example]]:
    slots = (
        slot.shape for shape in schema.classes.values() for slot in shape.slots if "choosesBy" in slot.hints
    )
    found: dict[str, list[Example]] = {lesson.shape.iri: [] for lesson in lessons(schema)}
    found.update((iri, []) for iri in sorted(slots))
    for example in told:
        found[example.cls].append(example)
    return found


def _fitted(told: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """The log odds before any trait, and the weights of those traits that tell anything."""
    model = _model()
    seen = Counter(trait for example in told for trait in example.traits)
    names = sorted(trait for trait, times in seen.items() if times >= _LEAST_SEEN)
    model.fit(_matrix(told, names), [example.is_right for example in told])
    weights = zip(names, model.coef_[0], strict=True)
    return float(model.intercept_[0]), {name: float(w) for name, w in weights if abs(w) >= _LEAST_WEIGHT}


def _model() -> Any:
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise KgError(
            "KG192",
            "nothing to learn with",
            found="no scikit-learn",
            want="the package that fits weights",
            do="install kg[learn]",
        ) from error
    return LogisticRegression(solver="liblinear", l1_ratio=1.0, C=_STRENGTH, random_state=0, max_iter=300)


def _matrix(told: Sequence[Example], names: Sequence[str]) -> Any:
    """One row an example, one column a trait: 1 where it has it."""
    import numpy as np
    from scipy.sparse import csr_matrix

    columns = {name: place for place, name in enumerate(names)}
    rows = [sorted({columns[t] for t in example.traits if t in columns}) for example in told]
    starts = np.cumsum([0, *map(len, rows)])
    places = np.fromiter((place for row in rows for place in row), dtype=np.int32, count=int(starts[-1]))
    return csr_matrix((np.ones(len(places)), places, starts), shape=(len(told), len(names)))
