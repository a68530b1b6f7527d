"""What makes a choice of a list: "A or B" says for certain of neither what it says of one of them."""

from __future__ import annotations

import re
from functools import cache

_OR: dict[str, str] = {
    "de": "oder|beziehungsweise|bzw\\.",
    "en": "or",
    "fr": "ou",
    "es": "o|u",
    "nl": "of|dan wel|ofwel",
    "it": "o|oppure",
    "sv": "eller",
}


@cache
def _or(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_OR.get(code, '(?!)')})(?![\w-])", re.IGNORECASE)


def gives_choice(code: str, gap: str) -> bool:
    """Whether the words between two names of a list leave open which of them is meant."""
    return _or(code).search(gap) is not None
