"""The `Finding` record: one thing that is wrong, or may be, in what kg was given or made of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

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
        at: Where it stands (file, line, document); empty until a later stage fills it in.
        found: What stood there.
        want: What belongs there.
        do: What to type or mend.
        messages: All wordings as (language, text), sorted; the language is empty where none is given.
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

    def as_dict(self) -> dict[str, str | dict[str, str]]:
        """For JSON: the fields in their order, `messages` by language."""
        return {**asdict(self), "messages": dict(self.messages)}

    def at_least(self, severity: str) -> bool:
        """Whether this is as bad as `severity` or worse."""
        return SEVERITIES.index(self.severity) <= SEVERITIES.index(severity)
