"""The triple patterns of a SPARQL query, each replaced by another pattern; all else stays as it is.

Only as much of the grammar as that takes: what is not understood is refused, never passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kg import sparql
from kg.errors import QueryError
from kg.sparql import Token

Replace = Callable[[str, str, str], str]
"""Subject, predicate and object as text → what stands in their place."""

Path = tuple[str, tuple["Path", ...], str]
"""Kind ("iri", "^", "/", "|", "*"), parts, and text (of an IRI; of a whole path of kind "*")."""

_GROUPS = ("OPTIONAL", "MINUS", "UNION")
_REFUSED = ("GRAPH", "SERVICE", "FROM", "DESCRIBE")


def replace_patterns(text: str, replace: Replace, repeatable: Callable[[str], bool]) -> str:
    """The query with each of its triple patterns replaced.

    Sequences, inverses and alternatives of a property path become patterns of their own, which changes no
    answer; a path that repeats stays whole where every property in it is `repeatable`.

    Args:
        text: A SELECT, ASK or CONSTRUCT.
        replace: Called for each pattern; a predicate is an IRI, a prefixed name, `a` or a variable.
        repeatable: Whether a predicate may stand under `*`, `+` or `?`.

    Raises:
        QueryError: KG631, for a form that is not understood: GRAPH, FROM, DESCRIBE, blank nodes and lists in
            patterns, paths that repeat.

    Source:
        SPARQL 1.1 Query Language (W3C, 2013), section 18.2.2.3: how property paths become patterns.
    """
    return _Walk(text, sparql.significant(sparql.tokens(text)), replace, repeatable).query()


@dataclass
class _Walk:
    text: str
    tokens: list[Token]
    replace: Replace
    repeatable: Callable[[str], bool]
    place: int = 0
    made: list[str] = field(default_factory=list)
    _fresh: int = 0
    _copied: int = -1

    # --- looking and taking ------------------------------------------------------------------------------

    @property
    def now(self) -> Token:
        if self.place < len(self.tokens):
            return self.tokens[self.place]
        raise self.refused("a query that ends too soon", self.tokens[-1] if self.tokens else Token("", "", 0))

    def take(self) -> Token:
        token = self.now
        self.place += 1
        return token

    def copy(self) -> Token:
        """Take a token along; signs that stand together stay together, since `<=` and `CONCAT(` must not part."""
        token = self.take()
        self.made.append(token.text if token.start == self._copied else f" {token.text}")
        self._copied = token.end
        return token

    def put(self, text: str) -> None:
        self.made.append(f" {text} ")
        self._copied = -1

    def is_mark(self, *marks: str) -> bool:
        return self.place < len(self.tokens) and self.now.kind == "mark" and self.now.text in marks

    def is_word(self, *words: str) -> bool:
        return self.place < len(self.tokens) and self.now.is_word(*words)

    def refused(self, found: str, token: Token) -> QueryError:
        return QueryError(
            "KG631",
            "query that cannot be asked of a past day",
            at=sparql.position(self.text, token.start),
            found=found,
            want="SELECT, ASK or CONSTRUCT over triple patterns, without GRAPH and FROM",
            do="write it with plain patterns, or ask for the day with kg:knownFrom in the query",
        )

    # --- the query as a whole ----------------------------------------------------------------------------

    def query(self) -> str:
        while self.place < len(self.tokens):
            if self.is_word("CONSTRUCT"):
                self.template()
            elif self.is_word(*_REFUSED):
                raise self.refused(self.now.text, self.now)
            elif self.is_word("SELECT"):
                self.select(outermost=True)
            elif self.is_mark("{"):
                self.group()
            else:
                self.copy()
        return "".join(self.made).strip()

    def template(self) -> None:
        self.copy()
        if not self.is_mark("{"):
            raise self.refused("CONSTRUCT WHERE", self.now)
        while self.copy().text != "}":
            pass

    def select(self, *, outermost: bool = False) -> None:
        """Up to the group after WHERE."""
        self.copy()
        while not self.is_mark("{"):
            if (
                outermost
                and self.is_mark("*")
                and self.made[-1].strip().upper() in ("SELECT", "DISTINCT", "REDUCED")
            ):
                raise self.refused("SELECT *", self.now)
            if self.is_word(*_REFUSED):
                raise self.refused(self.now.text, self.now)
            if self.is_mark("("):
                self.expression()
            else:
                self.copy()

    def group(self) -> None:
        self.copy()
        if self.is_word("SELECT"):
            self.select()
            self.group()
            self.modifiers()
        while not self.is_mark("}"):
            self.element()
        self.copy()

    def modifiers(self) -> None:
        """GROUP BY, HAVING, ORDER BY, LIMIT and VALUES behind a subquery."""
        while not self.is_mark("}"):
            if self.is_word("VALUES"):
                self.values()
            elif self.is_mark("("):
                self.expression()
            else:
                self.copy()

    def element(self) -> None:
        if self.is_mark("{"):
            self.group()
        elif self.is_word(*_GROUPS):
            self.copy()
        elif self.is_word("FILTER"):
            self.copy()
            self.constraint()
        elif self.is_word("BIND"):
            self.copy()
            self.expression()
        elif self.is_word("VALUES"):
            self.values()
        elif self.is_word(*_REFUSED):
            raise self.refused(self.now.text, self.now)
        elif self.is_mark("."):
            self.take()
        else:
            self.triples()

    def constraint(self) -> None:
        while self.is_word("NOT"):
            self.copy()
        if self.is_word("EXISTS"):
            self.copy()
            self.group()
            return
        while not self.is_mark("("):
            self.copy()
        self.expression()

    def expression(self) -> None:
        """From one parenthesis to its partner; groups after EXISTS within it are looked into."""
        depth = 0
        while True:
            if self.is_mark("{"):
                self.group()
                continue
            token = self.copy()
            depth += {"(": 1, ")": -1}.get(token.text, 0) if token.kind == "mark" else 0
            if depth == 0:
                return

    def values(self) -> None:
        """Rows of data; a single UNDEF binds nothing and is left out, since not every store keeps to that."""
        start = len(self.made)
        self.copy()
        while not self.is_mark("}"):
            self.copy()
        self.copy()
        if [part.strip().upper() for part in self.made[start + 2 :]] == ["{", "UNDEF", "}"]:
            del self.made[start:]

    # --- triple patterns ---------------------------------------------------------------------------------

    def triples(self) -> None:
        subject = self.node()
        while True:
            path = self.verb()
            while True:
                target = self.node()
                self.put(self.pattern(subject, path, target))
                if not self.is_mark(","):
                    break
                self.take()
            if not self.is_mark(";"):
                return
            while self.is_mark(";"):
                self.take()
            if self.is_mark(".", "}"):
                return

    def node(self) -> str:
        token = self.take()
        if token.kind == "mark" and token.text in "[(":
            raise self.refused("a blank node or a list in a pattern", token)
        if token.kind == "mark" and token.text not in "+-":
            raise self.refused(token.text, token)
        if token.kind == "name" and token.text.startswith("_:"):
            raise self.refused("a blank node in a pattern", token)
        return token.text + "".join(self.rest_of_literal(token))

    def rest_of_literal(self, token: Token) -> Iterator[str]:
        """Language, datatype, or the rest of a number: what follows without a blank."""
        end = token.end
        if token.kind not in ("string", "word", "mark"):
            return
        while self.place < len(self.tokens) and self.now.start == end:
            number = token.kind != "string" and (
                self.now.kind == "word"
                or (self.now.text == "." and self.following_is_digit())
                or token.text in ("+", "-")
            )
            if not number and token.kind != "string":
                return
            if token.kind == "string" and self.now.text not in "@^-" and not self.goes_on(token, end):
                return
            end = self.now.end
            yield self.take().text

    def goes_on(self, token: Token, end: int) -> bool:
        """Whether a word or name belongs to the literal: behind `@`, `-` or `^^`."""
        return self.text[end - 1] in "@^-" and end > token.end

    def following_is_digit(self) -> bool:
        after = self.tokens[self.place + 1] if self.place + 1 < len(self.tokens) else None
        return after is not None and after.start == self.now.end and after.text[:1].isdigit()

    def verb(self) -> Path:
        if self.now.kind == "variable":
            return ("iri", (), self.take().text)
        return self.alternatives()

    def alternatives(self) -> Path:
        parts = [self.sequence()]
        while self.is_mark("|"):
            self.take()
            parts.append(self.sequence())
        return parts[0] if len(parts) == 1 else ("|", tuple(parts), "")

    def sequence(self) -> Path:
        parts = [self.step()]
        while self.is_mark("/"):
            self.take()
            parts.append(self.step())
        return parts[0] if len(parts) == 1 else ("/", tuple(parts), "")

    def step(self) -> Path:
        start = self.place
        if self.is_mark("^"):
            self.take()
            return ("^", (self.step(),), "")
        token = self.take()
        if token.kind == "mark" and token.text == "(":
            found = self.alternatives()
            self.take()
        elif token.kind in ("iri", "name") or token.text == "a":
            found = ("iri", (), token.text)
        else:
            raise self.refused(token.text, token)
        if self.is_mark("*", "+", "?") and self.now.start == self.tokens[self.place - 1].end:
            self.take()
            self.refuse_repeated(found, token)
            return ("*", (), "".join(t.text for t in self.tokens[start : self.place]))
        return found

    def refuse_repeated(self, path: Path, token: Token) -> None:
        kind, parts, text = path
        if kind == "iri" and not self.repeatable(text):
            raise self.refused(f"{text} repeated", token)
        for part in parts:
            self.refuse_repeated(part, token)

    def pattern(self, subject: str, path: Path, target: str) -> str:
        kind, parts, text = path
        if kind == "iri":
            return self.replace(subject, text, target)
        if kind == "*":
            return f"{subject} {text} {target} ."
        if kind == "^":
            return self.pattern(target, parts[0], subject)
        if kind == "|":
            return " UNION ".join(f"{{ {self.pattern(subject, part, target)} }}" for part in parts)
        nodes = [subject, *(self.fresh() for _ in parts[1:]), target]
        return " ".join(self.pattern(nodes[i], part, nodes[i + 1]) for i, part in enumerate(parts))

    def fresh(self) -> str:
        self._fresh += 1
        return f"?_step{self._fresh}"
