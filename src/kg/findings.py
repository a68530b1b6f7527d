"""The `Finding` record: one thing that is wrong, or may be, in what kg was given or made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

SEVERITIES = ("error", "warning", "info")
"""From worst to mildest: an answer would be wrong, an answer may be incomplete, tidiness."""

KINDS: dict[str, str] = {
    "KG800": "rule of a shape broken",
    "KG801": "too few values",
    "KG802": "too many values",
    "KG803": "value of the wrong class",
    "KG804": "value of the wrong kind or datatype",
    "KG805": "value not among those allowed",
    "KG806": "text of the wrong form",
    "KG807": "number or date out of range",
    "KG808": "two properties at odds",
    "KG809": "value that breaks another shape",
    "KG810": "property that the shape does not know",
    "KG811": "rule in SPARQL broken",
    "KG812": "shape that is not compiled",
}
"""What each code of a broken shape says, in a few words."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a file.

    Args:
        file: From the project's folder, with slashes.
        line: From 1; 0 where it is not known.
        column: In code points, from 1; 0 where it is not known.
        start: Offset of the first code point in the document's text, from 0; -1 for no document's words.
        end: Offset behind the last one; -1 for no document's words.
        words: What stands there, for a document's words.
    """

    file: str
    line: int = 0
    column: int = 0
    start: int = -1
    end: int = -1
    words: str = ""

    @property
    def is_words(self) -> bool:
        """Whether it is a stretch of a document's words."""
        return self.start >= 0

    def __str__(self) -> str:
        """`file:line:column`, and of words their offsets."""
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts) + (f" ({self.start}–{self.end})" if self.is_words else "")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding; findings sort by code, then by thing.

    Args:
        code: `KG` and three digits, one code for each kind of cause.
        focus: IRI of the thing it is about; empty where none.
        path: The property in question, as an IRI or a SPARQL path; empty where none.
        value: The offending term as in N-Triples; empty where none.
        shape: IRI of the rule that is broken; empty where none.
        component: Local name of the SHACL constraint component; empty where none.
        severity: error, warning or info.
        what: What is wrong, in English where there is a choice.
        at: Where it stands, for people; empty until a later stage fills it in.
        found: What stood there.
        want: What belongs there.
        do: What to type or mend.
        messages: All wordings as (language, text), sorted; the language is empty where none is given.
        facts: What it rests on, as N-Triples.
        places: Where it stands, for machines: the Turtle or query at fault first, words of documents last.
    """

    code: str
    focus: str = ""
    path: str = ""
    value: str = ""
    shape: str = ""
    component: str = ""
    severity: str = "error"
    what: str = ""
    at: str = ""
    found: str = ""
    want: str = ""
    do: str = ""
    messages: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For JSON: the fields in their order, `messages` by language, `places` as a list of objects."""
        return {**asdict(self), "messages": dict(self.messages), "places": [asdict(p) for p in self.places]}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Finding:
        """What `as_dict` gave."""
        messages = tuple(sorted(fields.get("messages", {}).items()))
        places = tuple(Place(**place) for place in fields.get("places", ()))
        facts = tuple(fields.get("facts", ()))
        return cls(**{**fields, "messages": messages, "facts": facts, "places": places})

    @property
    def place(self) -> Place | None:
        """The first place in a file that somebody mends: Turtle or a query, else a document."""
        return self.places[0] if self.places else None

    @property
    def words(self) -> tuple[Place, ...]:
        """The words of documents that it rests on."""
        return tuple(place for place in self.places if place.is_words)

    def at_least(self, severity: str) -> bool:
        """Whether this is as bad as `severity` or worse."""
        return SEVERITIES.index(self.severity) <= SEVERITIES.index(severity)
