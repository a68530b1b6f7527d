"""What a verb tells as a noun with what that is of: "signed the charter" is the "signing of the charter"."""

from __future__ import annotations

from functools import lru_cache

_HISSING = ("s", "x", "z", "ß")
_DECLINED = ("es", "er", "en", "e")


def of_phrase(noun: str, phrase: str, rules: str) -> str:
    """A noun with what it is of behind it.

    Args:
        noun: For what is done.
        phrase: What is done with, with its article, as it stands in a sentence.
        rules: "what the phrase begins with>what that becomes", with "|" between; a "+" at the end says that its noun
            takes the ending of the genitive; a rule without a beginning is for all others.
    """
    for first, made, inflects in _rules(rules):
        if phrase.casefold().startswith(first):
            rest = phrase[len(first) :]
            return f"{noun} {made}{_genitive(rest) if inflects else rest}"
    return ""


@lru_cache(maxsize=8)
def _rules(rules: str) -> tuple[tuple[str, str, bool], ...]:
    parts = (rule.partition(">") for rule in rules.split("|") if rule)
    return tuple((first, made.removesuffix("+"), made.endswith("+")) for first, _, made in parts)


def _genitive(words: str) -> str:
    """The same words in the genitive: adjectives, and one noun behind them that no name follows."""
    found: list[str] = []
    rest = words.split()
    while rest and rest[0][:1].islower():
        ending = next((e for e in _DECLINED if rest[0].endswith(e)), "")
        found.append(rest.pop(0).removesuffix(ending) + "en")
    if rest and not (len(rest) > 1 and rest[1][:1].isupper()):
        noun = rest.pop(0)
        found.append(noun + ("es" if noun.endswith(_HISSING) else "s"))
    return " ".join([*found, *rest])
