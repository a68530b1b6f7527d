"""A job and a store → a whole answer; what runs in the worker."""

from __future__ import annotations

import gzip
import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store, Triple

from kg import exporting, queries, sparql
from kg.errors import KgError, QueryError
from kg.pages import HEADERS, Ask, Site
from kg.serving import describing, graphs, linking, rows
from kg.serving.formats import GRAPHS, HTML, ROWS, TRUTH, negotiate, with_charset
from kg.serving.limits import Limits
from kg.serving.pages import Links
from kg.serving.problems import problem
from kg.serving.protocol import Job, Reply, UnacceptableError
from kg.serving.rows import too_large

_SHORTEST_COMPRESSED = 1000
_VOLATILE = ("RAND", "NOW", "UUID", "STRUUID", "BNODE")
_LARGEST_EXPONENT = 400


class Answerer:
    """Answers jobs over one dataset.

    Args:
        store: Only read.
        root: The project, for prefixes and saved queries.
        version: Of the dataset.
        limits: For rows and bytes; time and memory are watched from outside.
        folder: Where the dataset lies, with what pages need beside the store.
    """

    def __init__(
        self, store: Store, root: Path, version: str, limits: Limits, folder: Path | None = None
    ) -> None:
        self._store = store
        self._root = root
        self._version = version
        self._limits = limits
        self._prefixes = queries.prefixes(root)
        self._folder = folder or root / "build" / "dataset"

    @cached_property
    def _site(self) -> Site:
        return Site(self._store, self._root, self._base, self._prefixes, self._folder, self._limits.rows)

    @cached_property
    def _base(self) -> str:
        return describing.base_of(self._store)

    def answer(self, job: Job) -> Reply:
        """The answer, or the problem: a body is whole or is a problem's."""
        try:
            return self._answer(job)
        except KgError as error:
            return problem(error, address=job.address)
        except OSError as error:
            return replace(problem(error, 503, address=job.address), fault=True)
        except RuntimeError as error:
            told = QueryError("KG601", "SPARQL that cannot be carried out", found=str(error)[:200])
            return problem(told, 400 if "not supported" in str(error) else 500, address=job.address)
        except MemoryError:
            told = QueryError("KG609", "answer too large", found="more memory than a query may take")
            return problem(told, address=job.address)

    def _answer(self, job: Job) -> Reply:
        if job.asks in ("query", "saved"):
            return self._rows_or_graph(job)
        if job.asks == "state":
            return Reply(200, "text/plain", str(len(self._store)).encode(), keep=True)
        if job.asks == "dump":
            return self._dump(Path(job.text))
        if job.asks == "page":
            name, _, path = job.text.partition("/")
            return self._page(job, name, path)
        media = _chosen(job.accept, list(GRAPHS))
        prefixes = self._prefixes | describing.PREFIXES
        if job.asks == "thing":
            return self._thing(job, media)
        if job.asks == "service":
            triples, name = describing.service(self._store, job.address), "SPARQL endpoint"
        else:
            triples, name = describing.dataset(self._store, job.address, self._version), "Dataset"
        body = graphs.write(triples, media, prefixes, self._links(job), name)
        return self._reply(job, media, body, True)

    def _rows_or_graph(self, job: Job) -> Reply:
        text, query = job.text, None
        if _wants_page(job):
            if job.asks == "saved":
                return self._page(job, "question", job.text)
            volatile = any(t.is_word(*_VOLATILE) for t in sparql.tokens(text))
            reply = self._page(job, "sparql", query=text)
            return replace(reply, keep=reply.keep and not volatile)
        if job.asks == "saved":
            query = _saved(self._root, job.text, job.stamp)
            text = queries.bind(query, _plain(query, job.values), self._store, self._prefixes)
        then = queries.past_of(self._store, job.known_on, self._prefixes)
        found = queries.ask(
            self._store,
            queries.known_on(text, then, self._prefixes) if then else text,
            self._prefixes,
            default_graphs=_nodes(job.default_graphs),
            named_graphs=_nodes(job.named_graphs),
            base_iri=f"{job.address}sparql",
        )
        keep = not any(t.is_word(*_VOLATILE) for t in sparql.tokens(text))
        return self._written(job, found, keep, self._finishing(query, then) if query else None)

    def _finishing(self, query: queries.Query, then: queries.Past | None) -> rows.Finishing:
        """Cells of several values in order, and the mark on rows that open contradictions touch."""
        if not query.is_marked:
            return rows.Finishing((), lambda row: queries.tidied(row, query))
        known = queries.disputes(lambda text: queries.run(self._store, text, None, self._prefixes, then=then))
        place = [*query.columns].index("claim")
        return rows.Finishing(
            ("disputed",), lambda row: (*queries.tidied(row, query), queries.mark(row, place, known))
        )

    def _written(
        self, job: Job, found: queries.Answer, keep: bool, finishing: rows.Finishing | None = None
    ) -> Reply:
        if isinstance(found, QueryTriples):
            media = _chosen(job.accept, list(GRAPHS))
            kept = list(self._counted(found))
            body = graphs.write(kept, media, self._prefixes, self._links(job), "Answer")
        elif isinstance(found, QuerySolutions):
            media = _chosen(job.accept, list(ROWS))
            body = self._gathered(
                rows.write(found, ROWS[media], self._links(job), self._limits.rows, finishing)
            )
        else:
            assert isinstance(found, QueryBoolean)
            media = _chosen(job.accept, TRUTH)
            body = rows.truth(bool(found), ROWS[media]).encode()
        return self._reply(job, media, body, keep)

    def _page(self, job: Job, page: str, path: str = "", **more: str) -> Reply:
        ask = Ask(page, path, {**dict(job.values), **more}, job.language, job.chosen, job.address)
        media = HTML if page not in ("suggest", "picture") else "application/json"
        made = self._site.page(ask)
        reply = self._reply(job, media, made.body.encode("utf-8", "replace"), made.status == 200)
        return replace(reply, status=made.status)

    def _thing(self, job: Job, media: str) -> Reply:
        iri = self._base + job.text
        if media == HTML and self._base:
            return self._page(job, "thing", job.text).also(("Link", f'<{iri}>; rel="describes"'))
        found = linking.about(self._store, iri, self._base, self._limits.rows) if self._base else []
        if not found:
            told = QueryError(
                "KG610",
                "nothing is known of this",
                found=f"<{iri}>",
                want="the IRI of a thing in the dataset",
            )
            return problem(told, 404, address=job.address)
        kept = list(self._counted(found))
        body = graphs.write(kept, media, self._prefixes, self._links(job), linking.title(self._store, iri))
        return self._reply(job, media, body, True).also(("Link", f'<{iri}>; rel="describes"'))

    def _dump(self, file: Path) -> Reply:
        half = file.with_suffix(".half")
        with half.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as out:
            buffered = io.BufferedWriter(out)
            exporting.export(self._store, "nq", buffered, base=self._base)
            buffered.flush()
        half.rename(file)
        return Reply(200, "application/gzip", b"")

    def _links(self, job: Job) -> Links:
        return Links(self._base, job.address, self._prefixes)

    def _counted(self, triples: Iterable[Triple]) -> Iterator[Triple]:
        waiting = iter(triples)
        yield from islice(waiting, self._limits.rows)
        if next(waiting, None) is not None:
            raise too_large(f"more than {self._limits.rows} triples")

    def _gathered(self, parts: Iterator[str]) -> bytes:
        out = io.BytesIO()
        for part in parts:
            out.write(part.encode("utf-8", "replace"))
            if out.tell() > self._limits.answer:
                raise too_large(f"more than {self._limits.answer} bytes")
        return out.getvalue()

    def _reply(self, job: Job, media: str, body: bytes, keep: bool) -> Reply:
        if len(body) > self._limits.answer:
            raise too_large(f"more than {self._limits.answer} bytes")
        headers: tuple[tuple[str, str], ...] = HEADERS if media == HTML else ()
        if job.asks == "page" or media == HTML:
            headers += (("Content-Language", job.language),)
        if job.gzip and len(body) >= _SHORTEST_COMPRESSED:
            body = gzip.compress(body, 5, mtime=0)
            headers += (("Content-Encoding", "gzip"),)
        mark = hashlib.sha256(media.encode() + body).hexdigest()[:16]
        headers += (
            ("ETag", f'"{self._version}-{mark}"'),
            ("Cache-Control", "no-cache" if keep else "no-store"),
        )
        return Reply(200, with_charset(media), body, headers, keep)


@lru_cache(maxsize=256)
def _saved(root: Path, name: str, stamp: str) -> queries.Query:
    return queries.load(root, name)


def _plain(query: queries.Query, values: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Parameter → value; numbers as JSON writes them, too."""
    numbers = {param.name for param in query.params if param.type == "number"}
    found: dict[str, str] = {}
    for name, value in values:
        if name in found:
            raise QueryError("KG607", "parameter that is given twice", at=query.name, found=name)
        found[name] = _without_exponent(value) if name in numbers else value
    return found


def _without_exponent(text: str) -> str:
    if not text.isascii() or "e" not in text.lower():
        return text
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return format(value, "f") if value.is_finite() and abs(value.adjusted()) < _LARGEST_EXPONENT else text


def _nodes(iris: tuple[str, ...] | None) -> list[NamedNode] | None:
    try:
        return None if iris is None else [NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise sparql.unknown_graph(", ".join(iris or ())) from error


def _wants_page(job: Job) -> bool:
    """Whether who asks would rather have a page than rows or a graph; what names graphs is no page's work."""
    named = job.default_graphs is not None or job.named_graphs is not None
    return not named and negotiate(job.accept, [*ROWS, *GRAPHS]) == HTML


def _chosen(accept: str, offered: Iterable[str]) -> str:
    known = list(offered)
    media = negotiate(accept, known)
    if media is None:
        raise UnacceptableError("KG607", "format not offered", found=accept, want=", ".join(known))
    return media
