"""Ask a question of a project's dataset or of another store, for no longer than one is willing to wait."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from kg import dataset, queries, stores
from kg.errors import KgError, QueryError
from kg.tables import Table


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Args:
        root: The project, for saved queries, prefixes and, without an endpoint, the dataset.
        name: A saved query, or the path of a file with a header, with `values` for its parameters; "" for SPARQL
            of one's own.
        text: SPARQL; "" for a saved query.
        values: Parameter → what was given.
        language: Of what an empty answer means, and of publishers' names.
        explain: With the sentences behind each row.
        known_on: A day, YYYY-MM-DD: only what was published by then counts; "" for all that there is.
        endpoint: Address of another store; "" for the project's dataset.
        user: For that store.
        password: For that store; never shown.
    """

    root: Path
    name: str = ""
    text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    explain: bool = False
    known_on: str = ""
    endpoint: str = ""
    user: str | None = None
    password: str | None = field(default=None, repr=False)


def ask(question: Question, seconds: float | None = None) -> Table:
    """The answer.

    Args:
        question: See there.
        seconds: Longest time that it may take, in a process of its own, which is killed then: the embedded
            store looks at no clock while it works. None waits for ever, in this process.

    Raises:
        KgError: what `queries.run`, `dataset.open` and `stores.ask` raise; KG608 when the time is over.
    """
    return _answer(question) if seconds is None else _in_time(question, seconds)


def _answer(question: Question) -> Table:
    known = queries.prefixes(question.root)
    query = _named(question.root, question.name) if question.name else question.text
    if question.endpoint:
        ways = {"user": question.user, "password": question.password}
        with stores.connect(question.endpoint, **ways) as remote:  # type: ignore[arg-type]
            day = queries.day_of(question.known_on, "--known-on") if question.known_on else None
            options = {"language": question.language, "explain": question.explain, "mark": True, "day": day}
            return stores.ask(remote, query, question.values, known, **options)  # type: ignore[arg-type]
    store = dataset.open(question.root)

    def plainly(text: str) -> Table:
        return queries.run(store, text, None, known)

    day = queries.day_of(question.known_on, "--known-on") if question.known_on else None
    then = queries.past(plainly, day) if day is not None else None
    found = queries.run(store, query, question.values, known, language=question.language, then=then)

    def again(text: str) -> Table:
        return queries.run(store, text, None, known, then=then)

    if isinstance(query, queries.Query):
        found = queries.marked(found, query, again)
    return queries.explained(found, again, question.language) if question.explain else found


def _named(root: Path, name: str) -> queries.Query:
    return queries.read(Path(name)) if name.endswith(".rq") else queries.load(root, name)


def _in_time(question: Question, seconds: float) -> Table:
    # A fork would carry the threads of this process along, half of them holding locks.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, question), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            found = f"no answer after {seconds:g} seconds"
            raise QueryError("KG608", "query that takes too long", found=found, do="narrow it, or add LIMIT")
        try:
            answer: Table | KgError = ours.recv()
        except EOFError as error:
            raise QueryError("KG609", "query that broke its worker", do="ask for less: fewer rows") from error
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, KgError):
        raise answer
    return answer


def _work(pipe: Connection, question: Question) -> None:
    # Ctrl-C reaches the whole group; the parent ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipe.send(_answer(question))
    except KgError as error:
        pipe.send(error)
