"""A comparison as text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kg.comparing.records import Comparison, Difference, Kind, Said

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "counts": "{agree} claims agree, {otherwise} are said otherwise, {a} stand in A alone, {b} in B alone.",
        "otherwise": "Said otherwise",
        "a": "In A alone",
        "b": "In B alone",
        "value": "another value",
        "factuality": "held less or more firmly",
        "none": "No difference.",
        "asserted": "asserted",
        "expected": "expected",
        "possible": "possible",
        "denied": "denied",
        "thing": "of",
        "property": "property",
        "words": "words",
    },
    "de": {
        "counts": "{agree} Aussagen stimmen überein, {otherwise} lauten anders, {a} stehen nur in A, {b} nur in B.",
        "otherwise": "Anders gesagt",
        "a": "Nur in A",
        "b": "Nur in B",
        "value": "anderer Wert",
        "factuality": "mehr oder weniger fest",
        "none": "Kein Unterschied.",
        "asserted": "behauptet",
        "expected": "erwartet",
        "possible": "möglich",
        "denied": "verneint",
        "thing": "von",
        "property": "Eigenschaft",
        "words": "Wortlaut",
    },
}


def to_text(found: Comparison, language: str = "en") -> str:
    """For the terminal: counts, then differences, each with both sentences."""
    words = _WORDS[language]
    lines = [f"A  {found.a}", f"B  {found.b}", "", _counts(found, words)]
    if found.otherwise:
        lines += ["", words["otherwise"]]
        for difference in found.otherwise:
            lines += _difference(found, difference, words)
    for side, alone in (("a", found.only_a), ("b", found.only_b)):
        if alone:
            lines += ["", words[side], *_alone(found, alone, words)]
    if not found.differ:
        lines += ["", words["none"]]
    return "\n".join(lines) + "\n"


def _counts(found: Comparison, words: Mapping[str, str]) -> str:
    return words["counts"].format(
        agree=len(found.same), otherwise=len(found.otherwise), a=len(found.only_a), b=len(found.only_b)
    )


def _difference(found: Comparison, difference: Difference, words: Mapping[str, str]) -> Iterator[str]:
    kind = words[difference.kind.value]
    yield f"  {found.name(difference.about)} — {found.name(difference.predicate)} ({kind})"
    for mark, said in (("A", difference.a), ("B", difference.b)):
        for one in said:
            yield f"    {mark}  {_value(found, one)}{_firmness(one, words, difference.kind is Kind.FACTUALITY)}"
            yield f"       “{_squeezed(one.words)}”"


def _alone(found: Comparison, alone: Sequence[Said], words: Mapping[str, str]) -> Iterator[str]:
    for about, group in groupby(alone, key=lambda said: said.about):
        yield f"  {found.name(about)}"
        for sentence, claims in _by_words(group):
            for said in claims:
                yield f"    {found.name(said.predicate)}: {_value(found, said)}{_firmness(said, words)}"
            yield f"       “{sentence}”"


def _by_words(group: Iterable[Said]) -> list[tuple[str, list[Said]]]:
    found: dict[str, list[Said]] = {}
    for said in group:
        found.setdefault(_squeezed(said.words), []).append(said)
    return sorted(found.items(), key=lambda item: (item[1][0].start, item[0]))


def _value(found: Comparison, said: Said) -> str:
    return found.names.get(said.shown, said.shown)


def _firmness(said: Said, words: Mapping[str, str], always: bool = False) -> str:
    return f" [{words[said.factuality]}]" if always or said.factuality != "asserted" else ""


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def to_markdown(found: Comparison, language: str = "en") -> str:
    """For a pull request or a page: tables of differences."""
    words = _WORDS[language]
    lines = [f"- A: {_cell(str(found.a))}", f"- B: {_cell(str(found.b))}", "", _counts(found, words)]
    if found.otherwise:
        lines += ["", f"## {words['otherwise']}", "", *_header(words, "A", "B")]
        for d in found.otherwise:
            sides = (" / ".join(_told(found, one, words) for one in side) for side in (d.a, d.b))
            lines.append(_row(found.name(d.about), found.name(d.predicate), *sides))
    for side, alone in (("a", found.only_a), ("b", found.only_b)):
        if alone:
            lines += ["", f"## {words[side]}", "", *_header(words, words["words"])]
            lines += [
                _row(found.name(s.about), found.name(s.predicate), _told(found, s, words)) for s in alone
            ]
    if not found.differ:
        lines += ["", words["none"]]
    return "\n".join(lines) + "\n"


def _told(found: Comparison, said: Said, words: Mapping[str, str]) -> str:
    return f"{_value(found, said)}{_firmness(said, words)}: “{_squeezed(said.words)}”"


def _header(words: Mapping[str, str], *more: str) -> list[str]:
    names = (words["thing"], words["property"], *more)
    return [_row(*names), _row(*("---" for _ in names))]


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
