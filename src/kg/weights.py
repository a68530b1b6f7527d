"""What was learned from examples: how much each trait of a passage speaks for something of a class. Kept as text.

Sources:
    Logistic regression, with the sum of absolute weights held down so that most traits get none: Tibshirani,
    "Regression Shrinkage and Selection via the Lasso" (1996).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import SchemaError

_CLASS, _DECIMALS = "= ", 2
_HEAD = (
    "# How much traits of a passage speak for something of a class: log odds, learned by `kg learn` from rows that",
    "# careful readers took. A line with = names the class, and what speaks for it before anything is looked at.",
)


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of traits, by class.

    Args:
        base: Class → its log odds before any trait is looked at.
        traits: Trait → the classes for which it counts, each with its weight.
    """

    base: Mapping[str, float] = field(default_factory=dict)
    traits: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)

    def sum(self, traits: Iterable[str]) -> dict[str, float]:
        """Class → what some traits, each given once, add to its log odds; nothing where they add nothing."""
        found: dict[str, float] = {}
        weighed = self.traits.get
        for trait in traits:
            if (weights := weighed(trait)) is not None:  # most have none
                for cls, weight in weights:
                    found[cls] = found.get(cls, 0.0) + weight
        # as exact as weights are written, so that no sum depends on the order in which it was taken
        return {cls: round(weight, _DECIMALS) for cls, weight in found.items()}


def likelihood(log_odds: float) -> float:
    """From 0 to 1."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, log_odds))))


def read(text: str, path: Path) -> Weights:
    """Weights as `write` wrote them.

    Raises:
        SchemaError: KG109, for a line that is none.
    """
    base: dict[str, float] = {}
    traits: dict[str, list[tuple[str, float]]] = defaultdict(list)
    cls = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        name, _, weight = line.rpartition("\t")
        try:
            if line.startswith(_CLASS):
                cls = name.removeprefix(_CLASS)
                base[cls] = float(weight)
            elif cls and name:
                traits[name].append((cls, float(weight)))
            else:
                raise ValueError(line)
        except ValueError as error:
            raise SchemaError(
                "KG109",
                "weight that cannot be read",
                at=f"{path}:{number}",
                found=line[:80],
                want="a trait, a tab and a number, below a line with = and a class",
                do="let kg learn write the file again",
            ) from error
    return Weights(base, {trait: tuple(pairs) for trait, pairs in traits.items()})


def write(weights: Weights) -> str:
    """Weights as text, sorted, so that a change shows as the lines that changed."""
    by_class: dict[str, list[tuple[str, float]]] = {cls: [] for cls in weights.base}
    for trait, pairs in weights.traits.items():
        for cls, weight in pairs:
            by_class[cls].append((trait, weight))
    lines = [*_HEAD]
    for cls in sorted(by_class):
        lines += ["", f"{_CLASS}{cls}\t{weights.base[cls]:.{_DECIMALS}f}"]
        lines += [f"{trait}\t{weight:.{_DECIMALS}f}" for trait, weight in sorted(by_class[cls])]
    return "\n".join(lines) + "\n"
