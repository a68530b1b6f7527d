"""Saved queries as text: the terms they name, with their places, and the traps that make a store slow."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pyoxigraph import NamedNode, Store

from kg import queries, sparql
from kg.checking.workspace import Workspace, finding
from kg.errors import KgError
from kg.findings import Finding, Place
from kg.names import KG, RDF_TYPE
from kg.sparql import Token


@dataclass(frozen=True, slots=True)
class Asked:
    """A saved query, taken apart.

    Args:
        path: The file.
        file: As shown.
        text: The file's text.
        query: None where it cannot be read.
        iris: IRI → offsets at which it is named.
        fault: Why it cannot be read or parsed.
    """

    path: Path
    file: str
    text: str
    query: queries.Query | None
    iris: Mapping[str, tuple[int, ...]]
    fault: Finding | None = None

    def place(self, offset: int) -> Place:
        line, column = _line_and_column(self.text, offset)
        return Place(self.file, line, column)


def read(path: Path, root: Path, known: Mapping[str, str]) -> Asked:
    """Read a query, and see whether it is SPARQL.

    Args:
        path: The file.
        root: The project.
        known: Prefix → namespace, for what the query does not declare.
    """
    file = path.relative_to(root).as_posix()
    try:
        query = queries.read(path)
        _parse(query.text, tuple(known.items()))
    except KgError as error:
        text = path.read_text(encoding="utf-8", errors="replace")
        return Asked(path, file, text, None, {}, failing(error, file))
    return Asked(path, file, query.text, query, _iris(query.text, known))


def read_to_ask(path: Path, root: Path) -> Asked:
    """As `read`, for a query that is to be run: whether it parses shows then."""
    file = path.relative_to(root).as_posix()
    try:
        query = queries.read(path)
    except KgError as error:
        return Asked(path, file, "", None, {}, failing(error, file))
    return Asked(path, file, query.text, query, {})


@lru_cache(maxsize=500)
def _parse(text: str, known: tuple[tuple[str, str], ...]) -> None:
    queries.ask(Store(), text, dict(known))


def failing(error: KgError, file: str, line: int = 1) -> Finding:
    """A query's error as a finding, with the line and column that it tells."""
    numbers = [int(n) for n in "".join(c if c.isdigit() else " " for c in _where(error.at)).split()]
    place = Place(file, numbers[0] if numbers else line, numbers[1] if len(numbers) > 1 else 0)
    return finding(
        error.code,
        error.what,
        [place],
        found=error.found,
        want=error.want,
        do=error.do or "mend the query",
    )


def _where(at: str) -> str:
    """What follows the file's name, or the words `line 3, column 7`."""
    return at.rpartition(".rq:")[2] if ".rq" in at else at if "line" in at else ""


def _iris(text: str, known: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    prefixes = {**known, **sparql.declared_prefixes(text)}
    found: dict[str, tuple[int, ...]] = {}
    parts = sparql.significant(sparql.tokens(text))
    for before, token in zip([None, *parts], parts, strict=False):
        iri = ""
        if token.kind == "iri":
            declares = before is not None and before.kind == "name" and before.text.endswith(":")
            iri = "" if declares else token.text[1:-1]
        elif token.kind == "name":
            prefix, _, local = token.text.partition(":")
            iri = prefixes[prefix] + local.replace("\\", "") if local and prefix in prefixes else ""
        if iri:
            found[iri] = (*found.get(iri, ()), token.start)
    return found


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def check(asked: Sequence[Asked], workspace: Workspace) -> Iterator[Finding]:
    """What the text of queries shows: KG601, KG606, KG611, KG618, KG619; in no order."""
    known = {
        s.triple.subject.value
        for s in workspace.having(RDF_TYPE.value)
        if isinstance(s.triple.subject, NamedNode)
    }
    for each in asked:
        if each.fault is not None:
            yield each.fault
            continue
        yield from _unknown(each, workspace, known)
        yield from traps(each)


def _unknown(each: Asked, workspace: Workspace, known: set[str]) -> Iterator[Finding]:
    """KG618: terms of the vocabularies that there are not; things that the register does not have."""
    things = f"{workspace.base}id/"
    for iri, offsets in each.iris.items():
        term = workspace.is_own(iri) or iri.startswith(KG)
        thing = bool(workspace.base) and iri.startswith(things) and iri.count("/") > things.count("/")
        if iri in known or not (term or (thing and not iri.startswith(f"{things}period/"))):
            continue
        near = difflib.get_close_matches(iri, sorted(known), n=3, cutoff=0.8)
        for offset in offsets:
            yield finding(
                "KG618",
                "query that names what there is not",
                [each.place(offset)],
                focus=iri,
                found=workspace.short(NamedNode(iri)),
                want=" or ".join(workspace.short(NamedNode(n)) for n in near) or "a term of the ontology",
                do="mend the spelling: a pattern with an unknown term never matches",
            )


# --- traps -------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Group:
    """What stands between two braces.

    Args:
        start: Offset of the opening brace.
        word: The keyword before it: OPTIONAL, MINUS, EXISTS, "NOT EXISTS", SELECT for a sub-query, else "".
        triples: Blocks of one subject each: the variables, in order, and the offset.
        groups: Groups directly inside, in order.
        order: "triple", "optional" or "other" for each part, with its offset, in the order of the text.
        filters: Tokens of each FILTER.
    """

    start: int
    word: str = ""
    triples: list[tuple[tuple[str, ...], int]] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    order: list[tuple[str, int]] = field(default_factory=list)
    filters: list[list[Token]] = field(default_factory=list)

    def inside(self) -> Iterator[Group]:
        """This group and all within."""
        yield self
        for group in self.groups:
            yield from group.inside()

    def variables(self) -> set[str]:
        """The variables of its own triples."""
        return {v for names, _ in self.triples for v in names}


def traps(each: Asked) -> Iterator[Finding]:
    """KG619: forms that are known to take a store minutes, or to be answered wrongly.

    Two triples or more within NOT EXISTS; pairs that differ, as one pattern with a filter; what is not bound,
    where the binding stands in an OPTIONAL that a parameter filters; patterns behind an OPTIONAL.
    """
    given = _given(each.text)
    for outer in groups(each.text):
        for group in outer.inside():
            yield from _absent(each, group)
            yield from _pairs(each, group, given)
            yield from _unbound(each, group, given)
            yield from _behind(each, group)


def _given(text: str) -> frozenset[str]:
    """The variables that VALUES bind, parameters among them."""
    found: set[str] = set()
    naming = False
    for token in sparql.significant(sparql.tokens(text)):
        naming = token.is_word("VALUES") or (naming and token.text != "{")
        if naming and token.kind == "variable":
            found.add(token.text)
    return frozenset(found)


def _trap(each: Asked, offset: int, found: str, want: str) -> Finding:
    return finding(
        "KG619",
        "query in a form that is slow",
        [each.place(offset)],
        severity="warning",
        found=found,
        want=want,
        do="rewrite this part; kg queries test tells whether the answer stays",
    )


def _absent(each: Asked, group: Group) -> Iterator[Finding]:
    inside = each.text[group.start : each.text.find("}", group.start)]
    single = len(group.triples) == 1 and ";" not in inside  # with a property that varies, too
    if group.word == "NOT EXISTS" and not single and sum(len(names) - 1 for names, _ in group.triples) > 1:
        want = "MINUS, with the VALUES of its parameters repeated inside"
        yield _trap(each, group.start, "FILTER NOT EXISTS with several patterns", want)


def _pairs(each: Asked, group: Group, given: frozenset[str]) -> Iterator[Finding]:
    for one, other in _differing(group):
        homes = [{names for names, _ in group.triples if v.text in names[1:]} for v in (one, other)]
        pairs = [(a, b) for a in homes[0] for b in homes[1] if given.isdisjoint({*a, *b})]
        if any(_twins(group, a, b) for a, b in pairs):
            want = "a sub-select for each side, the filter outside"
            yield _trap(
                each, one.start, f"pairs that differ in one pattern: {one.text} != {other.text}", want
            )


def _differing(group: Group) -> Iterator[tuple[Token, Token]]:
    for tokens in group.filters:
        for one, sign, equals, other in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
            if (sign.text, equals.text) == ("!", "=") and one.kind == other.kind == "variable":
                yield one, other


def _twins(group: Group, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Two subjects of which the same is said, and which nothing else singles out: each is tried with each."""
    anchored = {v for names, _ in group.triples for v in names[1:]}
    return one[0] != other[0] and len(one) == len(other) and not {one[0], other[0]} & anchored


def _unbound(each: Asked, group: Group, given: frozenset[str]) -> Iterator[Finding]:
    filtered = {
        variable
        for inner in group.groups
        if inner.word == "OPTIONAL" and any(t.text in given for tokens in inner.filters for t in tokens)
        for variable in inner.variables()
    }
    for tokens in group.filters:
        for negation, word, _, variable in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
            if negation.text == "!" and word.is_word("BOUND") and variable.text in filtered:
                found = f"OPTIONAL with a filter, then !BOUND({variable.text})"
                yield _trap(each, negation.start, found, "MINUS, with the VALUES of its parameters inside")


def _behind(each: Asked, group: Group) -> Iterator[Finding]:
    optional = False
    for kind, offset in group.order:
        if kind == "triple" and optional:
            yield _trap(each, offset, "a pattern behind an OPTIONAL", "patterns first, then OPTIONAL")
            return
        optional = optional or kind == "optional"


def groups(text: str) -> list[Group]:
    """The outermost groups of a query, those of VALUES left out."""
    return _Grouping(sparql.significant(sparql.tokens(text))).all()


class _Grouping:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def all(self) -> list[Group]:
        found = []
        while self._at < len(self._tokens):
            token = self._next()
            if token.is_word("VALUES"):
                self._skip_rows()
            elif token.text == "{" and token.kind == "mark":
                found.append(self._group(token, ""))
        return found

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _group(self, opening: Token, word: str) -> Group:
        group = Group(opening.start, word)
        pending = ""
        while self._at < len(self._tokens):
            token = self._next()
            if token.text == "}" and token.kind == "mark":
                break
            if token.text == "{" and token.kind == "mark":
                group.groups.append(self._group(token, pending))
                group.order.append(("optional" if pending == "OPTIONAL" else "other", token.start))
                pending = ""
            elif token.is_word("OPTIONAL", "MINUS", "UNION", "GRAPH"):
                pending = token.text.upper()
            elif token.is_word("VALUES"):
                self._skip_rows()
            elif token.is_word("SELECT"):
                self._sub_select(group)
            elif token.is_word("FILTER", "BIND"):
                self._condition(group, token)
            elif token.text != ".":
                self._triples(group, token, pending)
        return group

    def _skip_rows(self) -> None:
        while (token := self._peek()) is not None and token.text != "{":
            self._next()
        while (token := self._peek()) is not None and token.text != "}":
            self._next()
        self._at += 1

    def _sub_select(self, group: Group) -> None:
        """The head up to its brace is passed over; what follows the closing one belongs to nobody."""
        group.word = group.word or "SELECT"
        while (token := self._peek()) is not None and token.text != "{":
            self._next()
        if self._peek() is not None:
            group.groups.append(self._group(self._next(), "SELECT"))
        depth = 0
        while (token := self._peek()) is not None and not (token.text == "}" and depth == 0):
            depth += {"(": 1, ")": -1}.get(token.text, 0)
            if token.is_word("VALUES"):
                self._next()
                self._skip_rows()
            else:
                self._next()

    def _condition(self, group: Group, word: Token) -> None:
        """FILTER or BIND with all between its parentheses; groups of EXISTS are kept."""
        tokens: list[Token] = []
        depth, negated = 0, False
        while (token := self._peek()) is not None:
            if token.text == "{" and token.kind == "mark":
                self._next()
                group.groups.append(self._group(token, "NOT EXISTS" if negated else "EXISTS"))
                if depth == 0:
                    break
                continue
            if depth == 0 and tokens and not self._goes_on(tokens, token):
                break
            self._next()
            tokens.append(token)
            negated = token.is_word("NOT") or (negated and token.is_word("EXISTS"))
            depth += {"(": 1, ")": -1}.get(token.text, 0) if token.kind == "mark" else 0
        if word.is_word("FILTER"):
            group.filters.append(tokens)

    @staticmethod
    def _goes_on(tokens: list[Token], token: Token) -> bool:
        """Outside parentheses: `NOT EXISTS`, or the parenthesis of a function just named."""
        return tokens[-1].is_word("NOT") or (token.text == "(" and tokens[-1].kind in ("word", "name", "iri"))

    def _triples(self, group: Group, first: Token, pending: str) -> None:
        """One subject with what is said of it, up to the full stop or the next keyword."""
        if pending == "GRAPH":
            return
        names = [first.text]
        while (token := self._peek()) is not None and token.text not in (".", "{", "}"):
            if token.is_word("OPTIONAL", "FILTER", "BIND", "MINUS", "VALUES", "GRAPH", "UNION", "SELECT"):
                break
            self._next()
            names += [token.text] if token.kind == "variable" or token.text in (";", ",") else []
        group.triples.append((tuple(_objects(names)), first.start))
        group.order.append(("triple", first.start))


def _objects(names: list[str]) -> Iterator[str]:
    """The subject, then a name for each object: its variable, or a mark where it is none."""
    yield names[0]
    fresh = True
    for name in names[1:]:
        if name in (";", ","):
            if fresh:
                yield "·"
            fresh = True
        else:
            yield name
            fresh = False
    if fresh:
        yield "·"
