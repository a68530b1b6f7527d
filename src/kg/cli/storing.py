"""The dataset as files, in other stores, over HTTP."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.common import (
    app,
    base_of,
    root_folder,
    say,
    tell,
)


class Target(StrEnum):
    """Formats of an export."""

    NQ = "nq"
    TTL = "ttl"
    TRIG = "trig"
    JSONLD = "jsonld"


class Compression(StrEnum):
    """How a file is made smaller."""

    NONE = "none"
    GZIP = "gzip"
    ZSTD = "zstd"


@app.command()
def export(
    form: Annotated[Target, typer.Option("--format", help="nq is what stores load best.")] = Target.NQ,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Else stdout.")] = None,
    graph: Annotated[str | None, typer.Option(metavar="IRI", help="One graph alone.")] = None,
    by_graph: Annotated[
        bool, typer.Option("--by-graph", help="A file for each graph, in the folder given by -o.")
    ] = False,
    compress: Annotated[
        Compression | None,
        typer.Option(help="By default as the ending of the file's name says: .gz, .zst.", show_default=False),
    ] = None,
) -> None:
    """Write the dataset as a file.

    The same data give the same bytes. No blank nodes: they get IRIs.

    Examples:

        kg export --format nq -o dataset.nq.zst

        kg export --format ttl --graph https://…/graph/register

        kg export --format ttl --by-graph -o graphs/
    """
    from pyoxigraph import NamedNode

    from kg import dataset, exporting, queries
    from kg.errors import DatasetError

    root = root_folder()
    store, base = dataset.open(root), base_of(root)
    options: dict[str, Any] = {"base": base, "prefixes": queries.prefixes(root)}
    kind = compress.value if compress else exporting.compression(output.name) if output else "none"
    if not by_graph:
        node = NamedNode(graph) if graph else None
        count = _export(store, output, form.value, kind, graph=node, **options)
        if output is not None:
            tell(f"wrote {count:,} statements to {output}")
        return
    if output is None or graph is not None:
        raise DatasetError("KG531", "files without a folder", want="-o FOLDER, and no --graph", do="name one")
    ending = form.value + {"gzip": ".gz", "zstd": ".zst"}.get(kind, "")
    named = sorted(g.value for g in store.named_graphs() if isinstance(g, NamedNode))
    for iri in named:
        path = output / f"{exporting.file_name(NamedNode(iri), base)}.{ending}"
        _export(store, path, form.value, kind, graph=NamedNode(iri), **options)
    tell(f"wrote {len(named):,} files to {output}")


def _export(store: Any, output: Path | None, form: str, kind: str, **options: Any) -> int:
    from kg import exporting

    if output is None:
        with exporting.compressed(sys.stdout.buffer, kind) as out:
            return exporting.export(store, form, out, **options)
    output.parent.mkdir(parents=True, exist_ok=True)
    half = output.with_name(f".{output.name}.half")
    try:
        with half.open("wb") as file, exporting.compressed(file, kind) as out:
            count = exporting.export(store, form, out, **options)
        half.replace(output)
    finally:
        half.unlink(missing_ok=True)
    return count


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="TCP port.")] = 7878,
    root_path: Annotated[str, typer.Option(help="Path below which a reverse proxy shows the server.")] = "",
    trust: Annotated[
        list[str], typer.Option(help="Proxy whose X-Forwarded-… headers are believed; * for all.")
    ] = ["127.0.0.1", "::1"],  # noqa: B006
    seconds: Annotated[float, typer.Option(min=0.1, help="For one query.")] = 30.0,
    workers: Annotated[int, typer.Option(min=1, help="Queries at once.")] = 2,
    long: Annotated[int, typer.Option(min=1, help="Free queries of over half a second at once, beside.")] = 1,
    rows: Annotated[int, typer.Option(min=1, help="Rows, or triples, of one answer.")] = 100_000,
    memory: Annotated[int, typer.Option(min=16, help="Mebibytes for one query.")] = 1024,
) -> None:
    """Serve the dataset over HTTP.

    SPARQL 1.1 Protocol, saved queries as addresses, each IRI of the dataset at its path. What is built
    meanwhile is taken up.

    Examples:

        kg serve --port 8000
    """
    from kg import serving

    root = root_folder()
    limits = serving.Limits(seconds=seconds, workers=workers, long=long, rows=rows, memory=memory * 2**20)
    tell(f"http://{host}:{port}/  (Ctrl-C ends it)")
    serving.serve(root, host, port, limits=limits, root_path=root_path, trusted=trust)


@app.command()
def load(
    url: Annotated[str, typer.Argument(help="Address of the store, or of its repository.")],
    user: Annotated[str | None, typer.Option(help="For HTTP authentication, basic or digest.")] = None,
    layout: Annotated[
        str | None,
        typer.Option(help="oxigraph, fuseki, rdf4j or virtuoso; tried in turn.", show_default=False),
    ] = None,
    query_at: Annotated[
        str, typer.Option("--query-at", metavar="URL", help="SPARQL Query, where no layout fits.")
    ] = "",
    update_at: Annotated[str, typer.Option("--update-at", metavar="URL", help="SPARQL Update.")] = "",
    graphs_at: Annotated[str, typer.Option("--graphs-at", metavar="URL", help="Graph Store Protocol.")] = "",
    graph: Annotated[
        list[str] | None, typer.Option(metavar="IRI", help="Only this graph; repeatable.")
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Leave graphs that an earlier load sent and are here no more.")
    ] = False,
) -> None:
    """Load the dataset into another triple store, graph by graph. The password comes from KG_PASSWORD.

    Only what differs is sent; a load that was cut off goes on where it stopped.

    Examples:

        kg load http://localhost:7878

        KG_PASSWORD=dba kg load http://localhost:8890 --user dba
    """
    from pyoxigraph import NamedNode

    from kg import dataset, stores

    root = root_folder()
    with _pace() as progress:
        loaded = stores.load(
            dataset.open(root),
            url,
            base=base_of(root),
            graphs=[NamedNode(iri) for iri in graph] if graph else None,
            user=user,
            password=os.environ.get("KG_PASSWORD"),
            endpoint=stores.Endpoint(query_at, update_at, graphs_at) if query_at else None,
            layout=layout,
            keep=keep,
            progress=progress,
        )
    say("".join(f"{one.sent:>9,}  {one.how:<9}  {one.graph}\n" for one in loaded))


@contextmanager
def _pace() -> Iterator[Callable[[Any], None]]:
    """On stderr: how much has been sent, how fast, how long it will take; every two seconds, and at the end."""

    started = shown = time.monotonic()
    last: Any = None
    told = False

    def report(step: Any) -> None:
        nonlocal shown, last, told
        last = step
        if (now := time.monotonic()) - shown >= _SECONDS_BETWEEN_LINES:
            shown, told = now, True
            tell(_pace_line(step, now - started))

    yield report
    if last is not None and (told or last.sent):
        tell(_pace_line(last, time.monotonic() - started))


_SECONDS_BETWEEN_LINES = 2.0


def _pace_line(step: Any, seconds: float) -> str:
    """Graphs that were there already count as done, and say nothing of how fast the store is."""
    told = f"{step.done:>11,} of {step.total:,} triples"
    if not step.sent:
        return f"{told}, none of them new"
    rate = step.sent / max(seconds, 0.001)
    left = (step.total - step.done) / rate
    ahead = f"{left:,.0f} s left" if step.done < step.total else f"done in {seconds:.1f} s"
    return f"{told}, {rate:,.0f} a second, {ahead}"
