"""A comparison as text, Markdown and JSON: most important first, long lists cut with their counts."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from kg.diffing.records import ANSWERS, KINDS, QUERY, WAYS, Change, Diff, Named, Quote

FORMS = ("text", "json", "markdown")
"""What `write` writes."""

MOST = 25
"""How many changes of a kind are shown, unless somebody asks for more."""

_MARKS = {"came": "+", "went": "-", "changed": "~"}
_WIDTH = 110
_LONGEST_QUOTE = 300
_MOST_QUOTES = 2
_IN_A_GROUP = 5
_FOLDED = ("decision", "name", "conclusion", "term", "claim")


def write(diff: Diff, form: str = "text", *, most: int = MOST) -> str:
    """A comparison, written out.

    Args:
        diff: As `diffing.diff` gives it.
        form: One of `FORMS`.
        most: Changes of one kind that are shown, for "text" and "markdown"; 0 for all. The counts always
            tell of all.

    Returns:
        Text that ends with a line break; the same comparison gives the same bytes.

    Raises:
        ValueError: for an unknown form.
    """
    if form not in FORMS:
        raise ValueError(f"{form!r} is none of {', '.join(FORMS)}")
    if form == "json":
        return json.dumps(diff.as_dict(), ensure_ascii=False, indent=1) + "\n"
    writer = _text if form == "text" else _markdown
    return "".join(f"{line}\n" for line in writer(diff, most))


@dataclass(frozen=True, slots=True)
class _Group:
    """Changes under one heading.

    Args:
        heading: For people; "" where the changes need none.
        shown: Those that are shown.
        counts: How many there are of each way, in words.
        left: How many are not shown.
    """

    heading: str
    shown: tuple[Change, ...]
    counts: str
    left: int


def _groups(changes: Sequence[Change], most: int, *, headings: bool = False) -> tuple[list[_Group], int]:
    """The groups that are shown, and how many changes stand in those that are not.

    Each group shows a few, so that a long one does not hide the others; what is left of the room is filled from
    the first on. With `headings`, no group is left out: one that has no room shows its heading and its counts.
    """
    parts = [list(found) for _, found in groupby(changes, key=lambda change: (change.heading, change.group))]
    if most == 0:
        most = len(changes)
    room = most
    shares: list[int] = []
    for part in parts:
        shares.append(min(len(part), _IN_A_GROUP, room))
        room -= shares[-1]
    for place, part in enumerate(parts):
        more = min(len(part) - shares[place], room)
        if shares[place]:
            shares[place] += more
            room -= more
    made = [
        _Group(part[0].heading, tuple(part[:share]), _counted(part), len(part) - share)
        for part, share in zip(parts, shares, strict=True)
        if share or headings
    ]
    hidden = sum(len(part) for part, share in zip(parts, shares, strict=True) if not share)
    return made, 0 if headings else hidden


def _counted(changes: Sequence[Change]) -> str:
    """`3 came, 1 changed`."""
    numbers = {how: sum(change.how == how for change in changes) for how in WAYS}
    return ", ".join(f"{n:,} {how}" for how, n in numbers.items() if n)


def _sections(diff: Diff) -> Iterator[tuple[str, str, tuple[Change, ...]]]:
    for kind, many in KINDS.items():
        found = diff.of(kind)
        if kind == "decision":
            # One that came or went with its fact is told there.
            found = tuple(c for c in found if c.how == "changed" or "open, " in c.before + c.after)
        if found:
            yield kind, many, found


def _called(named: Named) -> str:
    short = named.revision[:10]
    return f"{named.label} ({short})" if short and not short.startswith(named.label) else named.label


# --- text --------------------------------------------------------------------------------------------------


def _text(diff: Diff, most: int) -> Iterator[str]:
    yield f"from {_called(diff.a)} to {_called(diff.b)}"
    yield ""
    if diff.is_empty:
        yield "nothing differs"
        return
    yield from _table_text(diff)
    for kind, many, changes in _sections(diff):
        groups, hidden = _groups(changes, most, headings=kind == "answer")
        yield ""
        yield f"{many.upper()}: {_counted(changes)}"
        for group in groups:
            yield from _group_text(group)
        if hidden:
            yield f"  … and {hidden:,} more elsewhere"


def _table_text(diff: Diff) -> Iterator[str]:
    yield f"{'':<16}{'came':>7}{'went':>7}{'changed':>9}"
    for many, numbers in diff.counts().items():
        if any(numbers.values()):
            came, went, changed = (numbers[how] or "" for how in WAYS)
            yield f"{many:<16}{came:>7}{went:>7}{changed:>9}"
    yield from _beside(diff)


def _beside(diff: Diff) -> Iterator[str]:
    if diff.moved:
        yield f"{diff.moved:,} {'claim' if diff.moved == 1 else 'claims'} moved within a document, nothing else"
    lines = len(diff.patch.removed) + len(diff.patch.added)
    if not diff.changes and lines:
        yield f"{lines:,} lines of N-Quads differ, in nothing that is told here"


def _group_text(group: _Group) -> Iterator[str]:
    if group.heading:
        yield f"  {group.heading}  [{group.counts}]"
    for change, following in _with_next(group.shown):
        yield from _wrapped(f"    {_MARKS[change.how]} ", _sentence(change))
        for detail in change.details:
            yield from _wrapped("        ", detail)
        for quote in _shown(change, following):
            yield from _wrapped("        ", quote)
    if group.left and group.shown:
        yield f"      … and {group.left:,} more"


def _with_next(changes: Sequence[Change]) -> Iterator[tuple[Change, Change | None]]:
    return zip_longest(changes, changes[1:])


def _wrapped(start: str, text: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [start.rstrip()]


# --- sentences ---------------------------------------------------------------------------------------------


def _sentence(change: Change) -> str:
    """The change without the name that stands above it."""
    subject, dash, rest = change.text.partition(" — ")
    text = rest if dash and rest and change.heading.startswith(subject) else change.text
    if change.before and change.after and change.before != change.after:
        return f"{text}: {change.before} → {change.after}"
    outcome = change.after or change.before
    return f"{text}: {outcome}" if outcome else text


def _shown(change: Change, following: Change | None) -> list[str]:
    """The sentences of a change; those that both sides have alike are left out where others differ.

    Where the next change rests on the same sentences, they stand below that one.
    """
    if following is not None and (change.how, change.quotes) == (following.how, following.quotes):
        return []
    before, after = (list(dict.fromkeys(map(_quoted, q))) for q in (change.said_before, change.said_after))
    gone, new = ([s for s in one if s not in other] for one, other in ((before, after), (after, before)))
    if before and after and (gone or new):
        return [f"no more: {s}" for s in _few(gone)] + [f"now: {s}" for s in _few(new)]
    return _few(after or before)


def _few(lines: list[str]) -> list[str]:
    left = len(lines) - _MOST_QUOTES
    more = [f"and {left} more {'source' if left == 1 else 'sources'}"] if left > 0 else []
    return lines[:_MOST_QUOTES] + more


def _quoted(quote: Quote) -> str:
    place = ", ".join(filter(None, (quote.title or quote.document, quote.publisher, quote.issued)))
    if not quote.words:
        return place
    words = quote.words
    if len(words) > _LONGEST_QUOTE:
        words = words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    said = f"“{words}”" if quote.verbatim else f"paraphrase: {words}"
    return f"{said} ({place})" if place else said


# --- Markdown ----------------------------------------------------------------------------------------------


def _markdown(diff: Diff, most: int) -> Iterator[str]:
    yield f"# From {_code(_called(diff.a))} to {_code(_called(diff.b))}"
    yield ""
    if diff.is_empty:
        yield "Nothing differs."
        return
    yield from _table_markdown(diff)
    for kind, many, changes in _sections(diff):
        heading = f"{many.capitalize()}: {_counted(changes)}"
        yield ""
        if kind == "answer":
            yield from _answers(heading, changes, most)
        else:
            yield from _folded(kind in _FOLDED, heading, _section(changes, most))


def _table_markdown(diff: Diff) -> Iterator[str]:
    yield "| | came | went | changed |"
    yield "|---|---:|---:|---:|"
    for many, numbers in diff.counts().items():
        if any(numbers.values()):
            cells = " | ".join(f"{numbers[how]:,}" if numbers[how] else "" for how in WAYS)
            yield f"| {many} | {cells} |"
    for line in _beside(diff):
        yield ""
        yield f"{line[0].upper()}{line[1:]}."


def _answers(heading: str, changes: Sequence[Change], most: int) -> Iterator[str]:
    """First which queries answer otherwise, then, folded, a few rows of each."""
    yield f"## {heading}"
    yield ""
    yield "| query | question | came | went | changed |"
    yield "|---|---|---:|---:|---:|"
    groups = [list(found) for _, found in groupby(changes, key=lambda change: change.group)]
    for group in groups:
        question = group[0].heading.removeprefix(f"{group[0].group}: ")
        numbers = " | ".join(str(sum(c.how == how for c in group) or "") for how in WAYS)
        yield f"| {_code(group[0].group)} | {_escaped(question)}{_news(group)} | {numbers} |"
    for group in groups:
        yield ""
        yield from _folded(True, f"{group[0].group}: {_counted(group)}", _few_rows(group, most))


def _news(group: Sequence[Change]) -> str:
    """What is new about the query itself."""
    told = {("came", QUERY): "new", ("went", QUERY): "gone", ("changed", QUERY): "changed"}
    found = next((told[c.how, c.text] for c in group if (c.how, c.text) in told), "")
    silent = "does not answer" if any(c.text == ANSWERS for c in group) else ""
    news = ", ".join(filter(None, (found, silent)))
    return f" *({news})*" if news else ""


def _few_rows(changes: Sequence[Change], most: int) -> Iterator[str]:
    share = len(changes) if most == 0 else min(_IN_A_GROUP, most)
    yield from _items(changes[:share])
    if len(changes) > share:
        yield f"- … and {len(changes) - share:,} more"


def _folded(fold: bool, heading: str, body: Iterator[str]) -> Iterator[str]:
    if not fold:
        yield f"## {heading}"
        yield ""
        yield from body
        return
    yield f"<details><summary><b>{heading}</b></summary>"
    yield ""
    yield from body
    yield ""
    yield "</details>"


def _section(changes: Sequence[Change], most: int) -> Iterator[str]:
    groups, hidden = _groups(changes, most)
    for place, group in enumerate(groups):
        if group.heading:
            if place:
                yield ""
            yield f"**{_escaped(group.heading)}** · {group.counts}"
            yield ""
        shown = group.shown if len(group.shown) <= 2 * _IN_A_GROUP else group.shown[:_IN_A_GROUP]
        yield from _items(shown)
        rest = group.shown[len(shown) :]
        if rest:
            yield ""
            yield from _folded_rest(rest, group.left)
        elif group.left:
            yield f"- … and {group.left:,} more"
    if hidden:
        yield ""
        yield f"… and {hidden:,} more elsewhere"


def _folded_rest(rest: Sequence[Change], left: int) -> Iterator[str]:
    yield f"<details><summary>and {len(rest) + left:,} more</summary>"
    yield ""
    yield from _items(rest)
    if left:
        yield f"- … and {left:,} more"
    yield ""
    yield "</details>"


def _items(changes: Sequence[Change]) -> Iterator[str]:
    for change, following in _with_next(changes):
        yield f"- `{_MARKS[change.how]}` {_escaped(_sentence(change))}"
        for line in (*change.details, *_shown(change, following)):
            yield f"  - {_escaped(line)}"


def _code(text: str) -> str:
    return f"`{text.replace('`', '')}`"


_SIGNS = re.compile(r"([\\`*_\[\]<>|#~])")


def _escaped(text: str) -> str:
    """Text in which Markdown finds no mark-up, and GitHub nobody to call by an @."""
    return _SIGNS.sub(r"\\\1", text).replace("@", "@\u200b") if text else ""
