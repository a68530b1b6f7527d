"""Arguments and exit codes of `kg`; every decision is made elsewhere.

Nothing heavy is imported before a command needs it: `kg --help` has to answer at once.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.errors import KgError, QueryError

if TYPE_CHECKING:
    from kg.findings import Finding

CLEAN, FINDINGS, WRONG_INPUT, FAULT = 0, 1, 2, 3

app = typer.Typer(
    name="kg",
    help="Reads press releases into a knowledge graph in which every answer leads back to a sentence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # The framed help is twice as slow as all the rest: a quarter of a second before a word is said.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
lexicon = typer.Typer(
    help="The words by which things are spoken of.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(lexicon, name="lexicon")
saved_queries = typer.Typer(help="The saved queries.", rich_markup_mode=None)
app.add_typer(saved_queries, name="queries")


class Form(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MD = "md"


_FORMS = {form: {"table": "text", "md": "markdown"}.get(form.value, form.value) for form in Form}


class Brief(StrEnum):
    """How findings and explanations are written."""

    TEXT = "text"
    JSON = "json"


class Severity(StrEnum):
    """From which severity on a finding counts as failure."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Reasoner(StrEnum):
    """What concludes."""

    RULES = "rules"
    OWLRL = "owlrl"


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


def main() -> None:
    """Run `kg` with the arguments of this process, and leave with its exit code.

    0 clean, 1 findings, 2 wrong input or usage, 3 a fault in kg.
    """
    try:
        app()
    except KgError as error:
        print(error, file=sys.stderr)
        sys.exit(WRONG_INPUT)
    except BrokenPipeError:
        # Whoever read along has seen enough; the interpreter must not complain about it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CLEAN)
    except Exception as fault:
        _report_fault(fault)
        sys.exit(FAULT)


def _report_fault(fault: Exception) -> None:
    if os.environ.get("KG_DEBUG"):
        import traceback

        traceback.print_exception(fault)
    print(
        f"KG999 fault in kg\n  found  {type(fault).__name__}: {fault}\n"
        "  do     report it, with what `KG_DEBUG=1 kg …` prints",
        file=sys.stderr,
    )


# --- the project -----------------------------------------------------------------------------------------

_project: list[Path] = [Path()]


@app.callback()
def _options(
    project: Annotated[
        Path, typer.Option("--project", metavar="DIR", help="The project's folder, or one inside it.")
    ] = Path(),
) -> None:
    _project[0] = project


def _root() -> Path:
    from kg.schema import find_root

    return find_root(_project[0])


# --- talk ------------------------------------------------------------------------------------------------


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _width() -> int:
    import shutil

    return max(shutil.get_terminal_size((110, 40)).columns, 60) if _is_terminal() else 110


def _say(text: str) -> None:
    """A result, with its line breaks and nothing else."""
    sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")


def _say_json(content: Any) -> None:
    _say(json.dumps(content, ensure_ascii=False, indent=2))


def _tell(text: str) -> None:
    print(text, file=sys.stderr)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on stderr; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def report(step: str, done: int, total: int) -> None:
            key = "reading" if step == "reading" else "graph"
            if key not in tasks:
                tasks[key] = bar.add_task(step, total=total)
            bar.update(tasks[key], description=step, completed=done, total=total)

        yield report


def _show_findings(findings: Sequence[Finding], form: str) -> None:
    from kg import reports

    _say(reports.render(findings, form, width=_width(), colour=_is_terminal() and form == "text"))


def _leave(findings: Sequence[Finding], fail_on: Severity) -> None:
    if fail_on is not Severity.NEVER and any(f.at_least(fail_on.value) for f in findings):
        raise typer.Exit(FINDINGS)


# --- from documents to a dataset -------------------------------------------------------------------------


@app.command()
def convert(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE…", help="Documents.")] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write data/graphs/NAME.ttl instead of printing.")
    ] = False,
    plain_only: Annotated[
        bool, typer.Option("--plain-only", help="Only what is asserted, without claims and words.")
    ] = False,
) -> None:
    """Turn documents into Turtle.

    The file says what a document says, and with which words.

    Without FILE, all documents of the project.

    Examples:

        kg convert data/documents/some-release.md

        kg convert --write
    """
    from kg import converting, schema
    from kg.dataset import inputs, intake

    root = _root()
    found = inputs.gather(root, files or None).files
    known = schema.load(root)
    with _progress() as progress:
        taken = intake.take_in(found, known, cache=None, progress=progress)
    for reading in taken.readings:
        text = converting.to_turtle(reading, known, plain_only=plain_only)
        if write:
            path = root / "data" / "graphs" / converting.file_name(reading.iri)
            _write_atomically(path, text)
            _tell(f"wrote {inputs.shown(path, root)}")
        else:
            _say(text)
    if taken.findings:
        _tell(_findings_text(taken.findings))
    if taken.unread:
        raise typer.Exit(WRONG_INPUT)
    _leave(taken.findings, Severity.ERROR)


def _write_atomically(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    half.write_text(text, encoding="utf-8")
    half.replace(path)


def _findings_text(findings: Sequence[Finding]) -> str:
    from kg import reports

    return reports.render(findings, "text", width=_width()).rstrip()


@app.command()
def build(
    documents: Annotated[
        list[Path] | None,
        typer.Option("--documents", metavar="DIR", help="Read these in place of data/documents; repeatable."),
    ] = None,
    reasoner: Annotated[
        Reasoner, typer.Option(help="What concludes: compiled rules, or owlrl to compare with (slow).")
    ] = Reasoner.RULES,
    fail_on: Annotated[
        Severity, typer.Option(help="Exit with 1 at a finding as bad as this.")
    ] = Severity.ERROR,
    form: Annotated[Brief, typer.Option("--format", help="How the result is written.")] = Brief.TEXT,
) -> None:
    """Make the dataset in build/ from all documents.

    Ready at once when nothing has changed.

    Examples:

        kg build

        kg build --documents ~/releases --documents more/
    """
    from kg import dataset

    root = _root()
    with _progress() as progress:
        made = dataset.build(root, documents=documents or None, reasoner=reasoner.value, progress=progress)
    if form is Brief.JSON:
        findings = [finding.as_dict() for finding in made.findings]
        _say_json({"unchanged": made.unchanged, "counts": dict(made.counts), "findings": findings})
    else:
        if made.findings:
            _tell(_findings_text(made.findings))
        width = max(map(len, made.counts))
        _say("".join(f"{name:<{width}}  {count:>9,}\n" for name, count in made.counts.items()))
        _tell("nothing has changed" if made.unchanged else f"built in {made.seconds:.1f} s")
    _leave(made.findings, fail_on)


@app.command()
def check(
    documents: Annotated[
        list[Path] | None,
        typer.Option("--documents", metavar="DIR", help="Look at these in place of data/documents."),
    ] = None,
    fail_on: Annotated[
        Severity, typer.Option(help="Exit with 1 at a finding as bad as this.")
    ] = Severity.ERROR,
    form: Annotated[Brief, typer.Option("--format", help="How findings are written.")] = Brief.TEXT,
) -> None:
    """Look for what is wrong in the project.

    Broken rules, clashes, quotes that are gone, stale files in data/graphs.

    Examples:

        kg check

        kg check --fail-on warning --format json
    """
    from kg import checking

    with _progress() as progress:
        findings = checking.check(_root(), documents or None, progress=progress)
    _show_findings(findings, form.value)
    _leave(findings, fail_on)


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Documents.")],
    form: Annotated[Brief, typer.Option("--format", help="Text in colours, or data.")] = Brief.TEXT,
    html: Annotated[bool, typer.Option("--html", help="A page of its own for one document.")] = False,
) -> None:
    """Show a document with what was found in it.

    Names, days, numbers, claims, and sentences left silent.

    Examples:

        kg read data/documents/some-release.md

        kg read --html data/documents/some-release.md > reading.html
    """
    from kg import marking, schema, showing
    from kg.documents import read as read_document
    from kg.reading import Reader

    known = schema.load(_root())
    reader = Reader(known)
    for path in files:
        reading = reader.read(read_document(path))
        if html:
            _say(marking.as_html(reading, known))
        elif form is Brief.JSON:
            _say_json(showing.as_dict(reading))
        else:
            _say(showing.as_text(reading, known, width=_width(), colour=_is_terminal()))


# --- asking ----------------------------------------------------------------------------------------------


_LANGUAGE = typer.Option(
    "--lang",
    "--language",
    help="Of what kg itself says: en, de. By default as LANG has it.",
    show_default=False,
)


def _spoken(language: str) -> str:
    """What was asked for, else what the locale of this terminal says."""
    from kg.queries.helping import language_of

    return language or language_of(*(os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")))


@app.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}
)
def query(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME|FILE|-]", help="A saved query, a file of SPARQL, or stdin.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How the answer is written.")] = Form.TABLE,
    explained: Annotated[
        bool, typer.Option("--explain", help="With the sentences behind each row, and who says them.")
    ] = False,
    endpoint: Annotated[
        str, typer.Option(metavar="URL", help="Ask this store instead; the password comes from KG_PASSWORD.")
    ] = "",
    user: Annotated[str | None, typer.Option(help="For that store.")] = None,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", min=0.01, help="Give up after so long.")
    ] = None,
    language: Annotated[str, _LANGUAGE] = "",
    wants_help: Annotated[
        bool, typer.Option("--help", "-h", help="Show this; after a NAME, what that query asks and takes.")
    ] = False,
) -> None:
    """Ask the dataset. A saved query takes its parameters as options: --param value.

    Without a name, lists the saved queries.

    Examples:

        kg query

        kg query NAME --help

        kg query NAME --param value --format csv --explain

        echo 'SELECT * { ?s a ?class } LIMIT 5' | kg query -
    """
    from kg import asking, reports

    language = _spoken(language)
    if wants_help:
        _help_on_query(context, name, language)
        return
    if name is None:
        _list_queries(form, language)
        return
    text = _sparql_text(name)
    given = _parameters(context.args)
    if text is not None and given:
        raise QueryError(
            "KG607", "parameter of a query that has none", found=f"--{min(given)}", want="a saved query"
        )
    question = asking.Question(
        _root(),
        name=name if text is None else "",
        text=text or "",
        values=given,
        language=language,
        explain=explained,
        endpoint=endpoint,
        user=user,
        password=os.environ.get("KG_PASSWORD"),
    )
    if timeout is None:
        # The store looks at no signal while it works; a query that runs away must still end with Ctrl-C.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    found = asking.ask(question, timeout)
    _say(reports.render(found, _FORMS[form], width=_width(), colour=_is_terminal() and form is Form.TABLE))


def _help_on_query(context: typer.Context, name: str | None, language: str) -> None:
    from kg import queries
    from kg.queries import helping

    if name is None or _sparql_text(name) is not None:
        _say(context.get_help())
        return
    found = queries.read(Path(name)) if name.endswith(".rq") else queries.load(_root(), name)
    _say(helping.help_text(found, _spoken(language), _width()))


def _sparql_text(name: str) -> str | None:
    """SPARQL from stdin or a file; None for a saved query, by name or as a file with a header."""
    if name == "-":
        return sys.stdin.read()
    path = Path(name)
    if path.suffix != ".rq" and not path.is_file():
        return None
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise QueryError("KG611", "query file that cannot be read", at=name, found=str(fault)) from fault
    return None if path.suffix == ".rq" and text.lstrip().startswith("#+") else text


def _parameters(words: Sequence[str]) -> dict[str, str]:
    """`--name X --on=Y` as a mapping; a hyphen in a name is an underscore in the query."""
    found: dict[str, str] = {}
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("--"):
            raise QueryError("KG607", "value without a parameter", found=word, want="--parameter value")
        key, equals, value = word[2:].partition("=")
        if not equals:
            if not waiting:
                raise QueryError("KG607", "parameter without a value", found=word, want=f"{word} value")
            value = waiting.pop(0)
        found[key.replace("-", "_")] = value
    return found


@saved_queries.callback(invoke_without_command=True)
def list_queries(
    context: typer.Context,
    form: Annotated[Form, typer.Option("--format", help="How the list is written.")] = Form.TABLE,
    language: Annotated[str, _LANGUAGE] = "",
) -> None:
    """List the saved queries and what they ask.

    Examples:

        kg queries

        kg queries --lang de --format md
    """
    if context.invoked_subcommand is None:
        _list_queries(form, _spoken(language))


def _list_queries(form: Form, language: str) -> None:
    from pyoxigraph import Literal

    from kg import queries, reports
    from kg.tables import Table

    rows = tuple(
        (
            Literal(saved.name),
            Literal(" ".join(f"--{param.name}" for param in saved.params)),
            Literal(queries.in_language(saved.summary, language)),
        )
        for saved in queries.load_all(_root())
    )
    table = Table(("query", "parameters", "question"), rows, empty="no query is saved in queries/ yet")
    _say(reports.render(table, _FORMS[form], width=_width(), colour=_is_terminal() and form is Form.TABLE))


@saved_queries.command("test")
def prove_queries(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME|FILE]…", help="Saved queries, or files; else all.")
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Keep the answers in tests/expect instead of comparing them.")
    ] = False,
    form: Annotated[Brief, typer.Option("--format", help="How findings are written.")] = Brief.TEXT,
) -> None:
    """Try each query over the dataset, and hold it against its header.

    One that finds nothing fails, unless its header says `may_be_empty: true`; so does one that answers
    otherwise than tests/expect/NAME.csv has it.

    Examples:

        kg queries test

        kg queries test queries/my-own.rq
    """
    from kg import dataset, queries
    from kg.queries import proving

    root = _root()
    paths = [Path(n) if n.endswith(".rq") else queries.load(root, n).path for n in names or ()]
    with _progress() as progress:
        findings = proving.prove(
            root,
            dataset.open(root),
            queries.prefixes(root),
            paths=paths or None,
            accept=accept,
            progress=progress,
        )
    _show_findings(findings, form.value)
    _leave(findings, Severity.ERROR)


@saved_queries.command("docs")
def document_queries(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where the pages go.")],
    language: Annotated[
        str, typer.Option("--lang", "--language", help="en or de; both by default.", show_default=False)
    ] = "",
) -> None:
    """Write a page of Markdown for each saved query, and one that leads to them: DIR/en, DIR/de.

    Examples:

        kg queries docs -o build/pages
    """
    from kg import queries
    from kg.queries import helping

    root = _root()
    known, found = queries.prefixes(root), queries.load_all(root)
    for each in [language] if language else helping.LANGUAGES:
        for saved in found:
            _write_atomically(output / each / f"{saved.name}.md", helping.page(saved, known, each))
        _write_atomically(output / each / "README.md", helping.index(found, each))
    _tell(f"wrote {len(found)} pages a language to {output}")


@saved_queries.command("export")
def export_queries(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where the files go.")],
    endpoint: Annotated[str, typer.Option(metavar="URL", help="The endpoint that grlc is to ask.")] = "",
    language: Annotated[str, _LANGUAGE] = "",
) -> None:
    """Write the saved queries as grlc wants them, with its names of parameters.

    Examples:

        kg queries export -o build/grlc --endpoint http://localhost:7878/sparql
    """
    from kg import queries
    from kg.queries import grlc

    root = _root()
    known, found = queries.prefixes(root), queries.load_all(root)
    for saved in found:
        _write_atomically(
            output / f"{saved.name}.rq", grlc.written(saved, known, _spoken(language), endpoint)
        )
    _tell(f"wrote {len(found)} queries to {output}")


@app.command()
def explain(
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT|CODE", help="Name, CURIE, IRI, or KG and digits.")
    ],
    predicate: Annotated[str | None, typer.Argument(help="A property: its name, CURIE or IRI.")] = None,
    object: Annotated[str | None, typer.Argument(help="A value: its name, CURIE, IRI or text.")] = None,
    form: Annotated[Brief, typer.Option("--format", help="A tree, or data.")] = Brief.TEXT,
) -> None:
    """Say why: rules, facts, decisions, and the sentences behind them. Or what a code means.

    Examples:

        kg explain SUBJECT

        kg explain SUBJECT "name of a property" OBJECT

        kg explain KG301
    """
    from kg import codes

    if codes.is_code(subject):
        story = codes.story(subject)
        _say_json({"code": subject.upper(), **story.as_dict()}) if form is Brief.JSON else _say(str(story))
        return
    import kg

    explanation = kg.open(_root()).explain(subject, predicate, object)
    if form is Brief.JSON:
        _say_json(explanation.as_dict())
    elif _is_terminal():
        from rich.console import Console

        from kg.explaining import to_tree

        Console(highlight=False).print(to_tree(explanation))
    else:
        _say(str(explanation))


# --- measuring and proving -------------------------------------------------------------------------------


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Rows that a careful reader took.")],
    documents: Annotated[
        list[Path], typer.Option("--documents", metavar="DIR", help="Where the documents lie; repeatable.")
    ],
    relations: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Queries, one a relation; tests/gold/relations.")
    ] = None,
    rows: Annotated[
        Path | None, typer.Option(metavar="OUT", help="Write the rows found as JSON lines.")
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List what is missing and what is wrong.")] = False,
    form: Annotated[Brief, typer.Option("--format", help="How scores are written.")] = Brief.TEXT,
) -> None:
    """Score what is read against what a reader took.

    The rows were taken by a careful reader from the same documents.

    Examples:

        kg evaluate tests/gold/dev.jsonl --documents tests/gold/documents --misses
    """
    from kg import evaluating

    for path in (gold, *documents):
        if not path.exists():
            raise KgError("KG201", "file that cannot be read", at=str(path), found="nothing of that name")
    result = evaluating.evaluate(_root(), gold, documents, queries=relations)
    if rows is not None:
        lines = (json.dumps(row.as_dict(), ensure_ascii=False) for row in result.rows)
        _write_atomically(rows, "".join(f"{line}\n" for line in lines))
    for problem in result.problems:
        _tell(problem)
    if form is Brief.JSON:
        _say_json(result.as_dict())
        return
    _say(_scores(result))
    if misses:
        _say(_missed("missed", result.misses) + _missed("wrong", result.wrongs))


def _scores(result: Any) -> str:
    lines = [f"{'relation':<28}{'core':>6}{'recall':>8}{'all':>8}{'rows':>6}{'prec':>8}{'F1':>8}{'slots':>8}"]
    for name, score in [*sorted(result.scores.items()), ("all", result.total)]:
        if score.gold or score.rows:
            lines.append(
                f"{name:<28}{score.core:>6}{score.recall:>8.3f}{score.recall_all:>8.3f}{score.rows:>6}"
                f"{score.precision:>8.3f}{score.f1:>8.3f}{score.slot_share:>8.3f}"
            )
    return "\n".join(lines) + "\n"


def _missed(word: str, rows: Sequence[Any]) -> str:
    lines = (
        f"{word:<7}{row.doc}  {row.relation}  {json.dumps(row.as_dict()['args'], ensure_ascii=False)}"
        f"  {row.factuality}\n       {row.sentence}\n"
        for row in rows
    )
    return "".join(lines)


@lexicon.command("test")
def prove_lexicon(
    form: Annotated[Brief, typer.Option("--format", help="How findings are written.")] = Brief.TEXT,
) -> None:
    """Try each entry on its own examples: what must match has to, what must not may not.

    Examples:

        kg lexicon test
    """
    from kg import examples, schema

    with _progress() as progress:
        findings = examples.prove(schema.load(_root()), progress=progress)
    _show_findings(findings, form.value)
    _leave(findings, Severity.ERROR)


@lexicon.command("unused")
def unneeded_entries(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Documents to read.")],
    form: Annotated[Brief, typer.Option("--format", help="How entries are written.")] = Brief.TEXT,
) -> None:
    """List the entries that no document needed: never met, or met and without effect.

    Examples:

        kg lexicon unused data/documents/*.md
    """
    from kg import examples, schema
    from kg.documents import read as read_document

    with _progress() as progress:
        never, idle = examples.unused(
            schema.load(_root()), [read_document(path) for path in files], progress=progress
        )
    if form is Brief.JSON:
        _say_json({"never met": [e.iri for e in never], "without effect": [e.iri for e in idle]})
        return
    for word, entries in (("never met", never), ("without effect", idle)):
        _say("".join(f"{word}  {e.language}  {e.forms[0]}  {e.iri}\n" for e in entries))
    _tell(f"{len(never)} entries never met, {len(idle)} met without effect, in {len(files)} documents")


# --- handing on ------------------------------------------------------------------------------------------


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

        kg export --format ttl --graph https://…/graph/facts

        kg export --format ttl --by-graph -o graphs/
    """
    from pyoxigraph import NamedNode

    from kg import dataset, exporting, queries
    from kg.errors import DatasetError

    root = _root()
    store, base = dataset.open(root), _base(root)
    options: dict[str, Any] = {"base": base, "prefixes": queries.prefixes(root)}
    kind = compress.value if compress else exporting.compression(output.name) if output else "none"
    if not by_graph:
        node = NamedNode(graph) if graph else None
        count = _export(store, output, form.value, kind, graph=node, **options)
        if output is not None:
            _tell(f"wrote {count:,} statements to {output}")
        return
    if output is None or graph is not None:
        raise DatasetError("KG531", "files without a folder", want="-o FOLDER, and no --graph", do="name one")
    ending = form.value + {"gzip": ".gz", "zstd": ".zst"}.get(kind, "")
    named = sorted(g.value for g in store.named_graphs() if isinstance(g, NamedNode))
    for iri in named:
        path = output / f"{exporting.file_name(NamedNode(iri), base)}.{ending}"
        _export(store, path, form.value, kind, graph=NamedNode(iri), **options)
    _tell(f"wrote {len(named):,} files to {output}")


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


def _base(root: Path) -> str:
    from kg import schema

    return schema.load(root).names.base


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

    root = _root()
    limits = serving.Limits(seconds=seconds, workers=workers, long=long, rows=rows, memory=memory * 2**20)
    _tell(f"http://{host}:{port}/  (Ctrl-C ends it)")
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

    root = _root()
    with _pace() as progress:
        loaded = stores.load(
            dataset.open(root),
            url,
            base=_base(root),
            graphs=[NamedNode(iri) for iri in graph] if graph else None,
            user=user,
            password=os.environ.get("KG_PASSWORD"),
            endpoint=stores.Endpoint(query_at, update_at, graphs_at) if query_at else None,
            layout=layout,
            keep=keep,
            progress=progress,
        )
    _say("".join(f"{one.sent:>9,}  {one.how:<9}  {one.graph}\n" for one in loaded))


@contextmanager
def _pace() -> Iterator[Callable[[Any], None]]:
    """On stderr: how much has been sent, how fast, how long it will take; every two seconds, and at the end."""
    import time

    started = shown = time.monotonic()
    last: Any = None
    told = False

    def report(step: Any) -> None:
        nonlocal shown, last, told
        last = step
        if (now := time.monotonic()) - shown >= _SECONDS_BETWEEN_LINES:
            shown, told = now, True
            _tell(_pace_line(step, now - started))

    yield report
    if last is not None and (told or last.sent):
        _tell(_pace_line(last, time.monotonic() - started))


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
