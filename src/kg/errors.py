"""`KgError`, one subclass a stage, one code a cause.

A message says what is wrong, where, what was found, what is wanted and what to do; `kg explain CODE`
tells the longer story.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class KgError(Exception):
    """A fault in what kg was given; never a fault in kg.

    Args:
        code: `KG` and three digits; the first digit names the stage.
        what: The fault in a few words.
        at: Where it stands: file, line or offset.
        found: What stood there.
        want: What belongs there.
        do: What to type or mend.
    """

    code: str
    what: str
    at: str = ""
    found: str = ""
    want: str = ""
    do: str = ""

    def __reduce__(self) -> tuple[type[KgError], tuple[str, ...]]:
        # An exception is copied, and sent to another process, by its `args`, which a dataclass does not set.
        return type(self), (self.code, self.what, self.at, self.found, self.want, self.do)

    def __str__(self) -> str:
        lines = [f"{self.code} {self.what}"]
        for label in ("at", "found", "want", "do"):
            text = getattr(self, label)
            if text:
                lines.append(f"  {label:<6} {text}")
        return "\n".join(lines)


class SchemaError(KgError):
    """KG1xx: ontology, shapes, lexicon, register."""


class DocumentError(KgError):
    """KG2xx: a document that cannot be read."""


class ClaimError(KgError):
    """KG3xx: a claim that its document does not bear out."""


class ClosureError(KgError):
    """KG4xx: reasoning."""


class DatasetError(KgError):
    """KG5xx: the graphs on disk."""


class QueryError(KgError):
    """KG6xx: saved queries and free SPARQL."""


class StoreError(KgError):
    """KG7xx: other people's triple stores."""
