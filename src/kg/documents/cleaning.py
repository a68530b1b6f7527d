"""Lines → blocks: letterheads set apart, wrapped lines joined, cut sentences made whole.

Five steps: what lines are by their words (`layout`), what they are by their neighbours (`_spread`), which
lines make one group (`_groups`), which groups a page break tore apart (`_resume`), what each is (`_name`).
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from kg.documents import inline, layout
from kg.documents.layout import Hint
from kg.documents.model import Block, Extract, Kind, Line

_UNWRAPPED = 10_000
_WIDEST_WRAP = 160
_LONGEST_WEAK = 100
_WEAK_LINES_BETWEEN = 4
_NARROW = 60
_LONGEST_COLUMN = 12
_LONGEST_HEADING = 180
_LABELLED = re.compile(r"[A-ZÄÖÜÉ][^\s:]*(?: [^\s:]+){0,3}\s?: ")
_NUMBERS = re.compile(r"\d+")


@dataclass(slots=True)
class _Group:
    """Lines that become one block."""

    lines: list[Line]
    kind: Kind | None = None
    level: int = 0
    resumed: bool = False

    @property
    def text(self) -> str:
        return " ".join(line.bare for line in self.lines)

    @property
    def size(self) -> int:
        return sum(line.size for line in self.lines)


def blocks(extract: Extract) -> tuple[Block, ...]:
    """The blocks of an extracted text, in order of their first character.

    Linear in the size of the text; nothing of it is lost but blank lines, rules and markup.
    """
    lines = extract.lines
    width = wrap_width(lines)
    _hint(lines)
    _spread(lines, width)
    groups = _groups(extract.text, lines, width)
    groups = _resume(extract.text, groups, width)
    _name(extract.text, groups)
    words = inline.Vocabulary(extract.text)
    made = (block for group in groups for block in _blocks(extract, group, words))
    return tuple(sorted((b for b in made if b.text), key=lambda block: block.offsets[0]))


def wrap_width(lines: list[Line]) -> int:
    """The column at which the lines were broken; a very large number where each line is a paragraph."""
    sizes = [line.size for line in lines if line.mark in ("", "item")]
    if sum(size for size in sizes if size > _WIDEST_WRAP) * 10 >= sum(sizes) * 3:
        return _UNWRAPPED
    followed = sorted(
        line.size
        for line, below in pairwise(lines)
        if line.mark in ("", "item") and not below.gap and not below.mark
    )
    if len(followed) < 3 or followed[int(len(followed) * 0.9)] < 35:
        return _UNWRAPPED
    return followed[int(len(followed) * 0.9)]


# What lines are by their words and by their neighbours


def _hint(lines: list[Line]) -> None:
    repeated = _page_furniture(lines)
    prose = 0
    for number, line in enumerate(lines):
        if line.mark in ("clutter", "letterhead", "caption"):
            line.hint, line.strong = line.mark, True
        elif line.bare:
            line.hint = layout.hint(line.bare)
            stays = (
                line.hint != "letterhead" or not layout.is_dated(line.bare) or _is_head(number, prose, lines)
            )
            line.hint = line.hint if stays else ""
            line.hint = line.hint or ("letterhead" if number in repeated else "")
            line.strong = bool(line.hint)
        prose += line.size > _LONGEST_WEAK and not line.hint
    for line, above, below in zip(lines, [None, *lines], [*lines[1:], None], strict=False):
        if not line.hint and layout.is_postcode(line.bare) and _is_sender(above, below, line):
            line.hint, line.strong = "letterhead", True


def _is_head(number: int, prose: int, lines: list[Line]) -> bool:
    """Whether a date that stands alone there may be the paper's own: at its head, or at its foot."""
    return (number < 30 and prose <= 2) or number >= len(lines) - 6 or lines[number].page


def _is_sender(above: Line | None, below: Line | None, line: Line) -> bool:
    near = [above] if above and not line.gap else []
    near += [below] if below and not below.gap else []
    return any(other.hint in ("letterhead", "contact") for other in near)


def _page_furniture(lines: list[Line]) -> frozenset[int]:
    """Numbers of the lines that stand at the edge of more than one page, but for their digits."""
    starts = [number for number, line in enumerate(lines) if line.page]
    if len(starts) < 2:
        return frozenset()
    ends = [*starts[1:], len(lines)]
    edges: dict[str, list[int]] = {}
    for start, end in zip(starts, ends, strict=True):
        near = {*range(start, min(start + 4, end)), *range(max(start, end - 3), end)}
        for number in sorted(near):
            bare = lines[number].bare
            if bare and len(bare) <= _LONGEST_WEAK and not layout.is_prose(bare):
                edges.setdefault(_NUMBERS.sub("0", bare), []).append(number)
    return frozenset(n for same in edges.values() if len(same) > 1 for n in same)


def _spread(lines: list[Line], width: int) -> None:
    _spread_in_narrow_columns(lines, width)
    _spread_below_cues(lines)
    _spread_to_repeated(lines)
    _spread_up_from_kind_of_paper(lines)
    _spread_between(lines, width)
    _spread_footnotes(lines)
    _spread_clutter(lines)


def _is_weak(line: Line) -> bool:
    """Short, no sentence, no list: nothing speaks against its being part of a letterhead."""
    if line.mark or not line.bare or len(line.bare) > _LONGEST_WEAK:
        return False
    return not layout.is_prose(line.bare) and not line.bare.endswith(":")


def _chunks(lines: list[Line]) -> list[list[Line]]:
    """Runs of lines without a blank line between them."""
    found: list[list[Line]] = []
    for line in lines:
        if line.gap or line.page or not found:
            found.append([])
        found[-1].append(line)
    return found


def _spread_in_narrow_columns(lines: list[Line], width: int) -> None:
    """An address column beside long lines belongs together, whatever its single lines say."""
    for chunk in _chunks(lines):
        senders = [line for line in chunk if line.strong and line.hint in ("letterhead", "contact")]
        if (
            not senders
            or len(chunk) < 2
            or not (_is_column(chunk, width) or _is_mostly(chunk, senders, width))
        ):
            continue
        hint: Hint = "letterhead" if any(line.hint == "letterhead" for line in senders) else "contact"
        for above, line in zip([None, *chunk], chunk, strict=False):
            if not line.hint and not _may_be_title(above, line):
                line.hint = hint


def _is_column(chunk: list[Line], width: int) -> bool:
    if width <= _NARROW + 15 or len(chunk) > _LONGEST_COLUMN:
        return False
    narrow = all(len(line.bare) <= _NARROW and line.mark in ("", "letterhead") for line in chunk)
    return narrow and not any(layout.is_prose(line.bare) for line in chunk if not line.hint)


def _is_mostly(chunk: list[Line], senders: list[Line], width: int) -> bool:
    rest = [line for line in chunk if not line.hint]
    return len(senders) * 2 >= len(chunk) and all(
        _is_weak(line) and not _is_wide(line, width) for line in rest
    )


def _is_wide(line: Line, width: int) -> bool:
    """Whether it nearly fills the column of a wrapped text, or goes on from a line above."""
    return line.size > min(width, _WIDEST_WRAP) * 0.75 or (line.size > 40 and line.bare[:1].islower())


def _spread_below_cues(lines: list[Line]) -> None:
    """The name right below "Contact"."""
    for line, below in pairwise(lines):
        is_cue = line.hint == "contact" and layout.is_cue(line.bare)
        if is_cue and not below.gap and not below.hint and _is_weak(below) and len(below.bare.split()) <= 6:
            below.hint = "contact"


def _spread_to_repeated(lines: list[Line]) -> None:
    """A short line that comes again and stands beside a letterhead is part of it, heading or not."""
    seen = Counter(line.bare for line in lines if line.bare)
    for ordered in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for number in ordered:
            line = lines[number]
            if (
                line.hint
                or line.mark not in ("", "heading")
                or seen[line.bare] < 2
                or len(line.bare) > _LONGEST_WEAK
            ):
                continue
            beside = [lines[n] for n in (number - 1, number + 1) if 0 <= n < len(lines)]
            if any(other.hint in ("letterhead", "contact") for other in beside):
                line.hint, line.strong = "letterhead", True


def _spread_up_from_kind_of_paper(lines: list[Line]) -> None:
    """Above "press release", at the top of the paper, stands its sender."""
    for number, line in enumerate(lines[:8]):
        if line.hint == "letterhead" and layout.is_kind_of_paper(line.bare):
            above = lines[:number]
            if all(
                one.hint or _is_weak(one) or (one.mark == "heading" and len(one.bare.split()) <= 6)
                for one in above
            ):
                for one in above:
                    one.hint = one.hint or "letterhead"


def _spread_between(lines: list[Line], width: int) -> None:
    """A few short lines between two that belong to letterheads belong to them too."""
    last: int | None = None
    for number, line in enumerate(lines):
        if line.hint not in ("letterhead", "contact"):
            continue
        between: list[Line] = []
        if last is not None and number - last - 1 <= _WEAK_LINES_BETWEEN:
            between = lines[last + 1 : number]
        fits = all(
            one.hint == "clutter" or (not one.hint and _is_weak(one) and not _is_wide(one, width))
            for one in between
        )
        if between and fits and not _may_be_title(lines[last or 0], max(between, key=lambda one: one.size)):
            for one in between:
                one.hint = one.hint or "letterhead"
        last = number


def _may_be_title(above: Line | None, line: Line) -> bool:
    """Whether the only heading of the paper would be lost: four words or more below its date."""
    below_date = above is not None and layout.is_stamp(above.bare)
    return below_date and len(line.bare.split()) >= 4


def _spread_footnotes(lines: list[Line]) -> None:
    """A note to a star in the letterhead ("mail only for …*") is letterhead."""
    starred = any(line.hint in ("contact", "letterhead") and line.bare.endswith("*") for line in lines)
    if not starred:
        return
    for chunk in _chunks(lines):
        if chunk[0].bare.startswith("*") and sum(line.size for line in chunk) <= 600:
            for line in chunk:
                line.hint = line.hint or "letterhead"


def _spread_clutter(lines: list[Line]) -> None:
    """Short lines between pieces of clutter, or between the last piece and the end, are clutter."""
    last: int | None = None
    for number, line in enumerate([*lines, None]):
        if line is not None and line.hint != "clutter":
            continue
        between = (
            lines[last + 1 : number] if last is not None and number - last - 1 <= _WEAK_LINES_BETWEEN else []
        )
        if all(not one.hint and _is_weak(one) and len(one.bare.split()) <= 3 for one in between):
            for one in between:
                one.hint = "clutter"
        last = number


# Which lines make one group


def _groups(text: str, lines: list[Line], width: int) -> list[_Group]:
    groups: list[_Group] = []
    for chunk in _chunks(lines):
        joined = _is_wrapped_heading(chunk, width) and not _introduces(groups)
        for number, line in enumerate(chunk):
            if number and (joined or _belongs(text, groups[-1], line, width)):
                groups[-1].lines.append(line)
            else:
                groups.append(_Group([line]))
    return groups


def _introduces(groups: list[_Group]) -> bool:
    return bool(groups) and groups[-1].lines[-1].bare.endswith(":")


def _is_wrapped_heading(chunk: list[Line], width: int) -> bool:
    """Two or three short lines on their own that end in no full stop."""
    if width == _UNWRAPPED or not 2 <= len(chunk) <= 3:
        return False
    if any(line.mark or line.hint or line.size > width * 0.85 or line.bare.endswith(".") for line in chunk):
        return False
    return not chunk[-1].bare.endswith((",", ";", ":"))


def _belongs(text: str, group: _Group, line: Line, width: int) -> bool:
    above = group.lines[-1]
    if line.hint != above.hint or above.mark == "heading":
        return False
    if line.mark in ("heading", "item", "row", "caption"):
        return False
    if line.hint in ("letterhead", "contact", "clutter"):
        return True
    if group.lines[0].mark == "item" and line.indent > group.lines[0].indent:
        return True
    if _is_labelled(text, line) and _is_labelled(text, group.lines[0]):
        return False  # entries of a fact sheet, however long
    begins = text[line.start]
    ends = text[above.end - 1]
    final = layout.is_final(text[max(above.start, above.end - 12) : above.end])
    if begins.islower() and not final:
        return True
    if ends in "-\u00ad,":
        return True
    if width == _UNWRAPPED:
        return False
    fits = above.size + 1 + _first_word(text, line) <= width * 0.8
    return (
        not fits or begins.islower() or (not final and (_ends_open(text, above) or above.size > width * 0.7))
    )


def _is_labelled(text: str, line: Line) -> bool:
    """Whether a line begins with a few words and a colon, as an entry of a fact sheet does."""
    return _LABELLED.match(text, line.start, line.end) is not None


def _first_word(text: str, line: Line) -> int:
    return len(text[line.start : min(line.end, line.start + 80)].split(None, 1)[0])


def _ends_open(text: str, line: Line) -> bool:
    return layout.is_open(text[max(line.start, line.end - 60) : line.end])


# Which groups were torn apart


def _resume(text: str, groups: list[_Group], width: int) -> list[_Group]:
    """Join what a letterhead or a page break tore apart."""
    kept: list[_Group] = []
    waiting: _Group | None = None
    for group in groups:
        line = group.lines[0]
        if line.hint:
            kept.append(group)
            continue
        torn = waiting is not None and (kept[-1] is not waiting or line.page)
        if waiting is not None and not line.mark and _goes_on(text, waiting, line, torn, width):
            waiting.lines += group.lines
            waiting.resumed = True
        else:
            kept.append(group)
            waiting = group if line.mark in ("", "item") else None
    return kept


def _goes_on(text: str, group: _Group, line: Line, torn: bool, width: int) -> bool:
    last = group.lines[-1]
    tail = text[max(last.start, last.end - 60) : last.end].rstrip("*_ ")
    if not tail or layout.is_final(tail):
        return False
    if text[line.start].islower():
        return bool(torn or line.gap) and (_runs(text, group) or layout.is_open(tail) or line.size > 40)
    if group.lines[0].mark == "item" and not torn:
        return False
    if _ends_with_prefix(tail, group) and not _runs(text, group):
        return False
    if layout.is_open(tail) and (torn or _runs(text, group)):
        return not tail.endswith("–") or torn
    return torn and (_runs(text, group) or _is_full(last, width, line))


# A headline's last word may be what German parts from its verb ("… bereitet sich vor"), not a preposition.
_PREFIXES = frozenset(
    [
        "ab",
        "an",
        "auf",
        "aus",
        "bei",
        "ein",
        "mit",
        "nach",
        "um",
        "vor",
        "zu",
        "zurück",
        "durch",
        "über",
        "unter",
    ]
)
_LONGEST_HEADLINE = 140


def _ends_with_prefix(tail: str, group: _Group) -> bool:
    """Whether a single line looks like a headline that ends in a verb's parted prefix."""
    return len(group.lines) == 1 and group.size <= _LONGEST_HEADLINE and tail.split()[-1:][0] in _PREFIXES


def _is_full(last: Line, width: int, line: Line) -> bool:
    """Whether a wrapped line reaches the margin right before a page break."""
    return line.page and width != _UNWRAPPED and last.size > width * 0.9


_SENTENCE_INSIDE = re.compile(r"(?:\w[a-zäöüßéèáíóú]|[»“\"])[.!?][»“”\"]?\s+[»„“\"]?[A-ZÄÖÜÅÉÈÁ0-9]")


def _runs(text: str, group: _Group) -> bool:
    """Whether it is running text for certain: a sentence ends inside, or it is very long."""
    start, end = group.lines[0].start, group.lines[-1].end
    return group.size > 250 or _SENTENCE_INSIDE.search(text, start, min(end, start + 1000)) is not None


# What each group is


def _name(text: str, groups: list[_Group]) -> None:
    for group in groups:
        group.kind, group.level = _marked_kind(group)
    plain = [group for group in groups if group.kind is None]
    last_running = max(
        (n for n, group in enumerate(groups) if group.kind is None or group.kind == "item"), default=-1
    )
    _name_items(text, groups)
    for number, group in enumerate(groups):
        if group.kind is None:
            followed = number < last_running
            below = groups[number + 1] if number + 1 < len(groups) else None
            group.kind = "heading" if followed and _is_heading(group, below) else "paragraph"
            if group.kind == "heading" and below is not None and _describes_picture(group, below):
                group.kind = "caption"
    _level_headings(groups, plain)


def _marked_kind(group: _Group) -> tuple[Kind | None, int]:
    line = group.lines[0]
    if line.hint == "caption" and line.mark == "item":
        return "item", line.level
    if line.hint:
        return line.hint, 0
    if line.mark == "heading":
        return "heading", line.level
    if line.mark in ("item", "row"):
        return "item", max(1, line.level)
    return None, 0


def _name_items(text: str, groups: list[_Group]) -> None:
    """Short lines right below each other, or below a colon, are a list without bullets."""
    run: list[_Group] = []
    intro: _Group | None = None
    for group in [*groups, None]:
        fits = (
            group is not None
            and group.kind is None
            and _is_listed(group)
            and (not run or not group.lines[0].gap)
        )
        if fits and group is not None and run:
            run.append(group)
            continue
        _close_list(run, intro)
        intro = run[-1] if run else intro
        run = []
        if group is None:
            break
        if fits or (group.kind is None and _is_listed(group)):
            run = [group]
        elif group.kind in (None, "heading", "item"):
            intro = group


def _is_listed(group: _Group) -> bool:
    return len(group.lines) == 1 and _is_weak(group.lines[0]) and len(group.lines[0].bare) <= 80


def _close_list(run: list[_Group], intro: _Group | None) -> None:
    introduced = intro is not None and intro.lines[-1].bare.endswith(":")
    short = all(len(group.lines[0].bare.split()) <= 6 for group in run)
    if len(run) >= (2 if introduced else 3) and (introduced or short):
        for group in run:
            group.kind, group.level = "item", 1


def _is_heading(group: _Group, below: _Group | None) -> bool:
    if group.resumed or group.size > _LONGEST_HEADING:
        return False
    bare = group.text
    words = len(bare.split())
    if not bare or words > 24 or bare[0].islower() or not any(c.isalpha() for c in bare):
        return False
    if bare.endswith(":"):
        return words <= 5 and (below is None or below.kind != "item")
    if bare.endswith(("?", "!")):
        return words <= 14
    return not layout.is_final(bare) and not layout.is_open(bare)


def _describes_picture(group: _Group, below: _Group) -> bool:
    """A picture's stand-in text: too long for a heading, right above the text of its neighbour."""
    adjoins = not below.lines[0].gap and below.size > _LONGEST_WEAK
    return adjoins and not group.lines[0].mark and group.size > 80 and "," in group.text


def _level_headings(groups: list[_Group], plain: list[_Group]) -> None:
    """Headings without markup: the first is the title, where no markup says otherwise."""
    marked = any(group.kind == "heading" and group.level for group in groups)
    first = True
    for group in groups:
        if group.kind == "heading" and not group.level:
            group.level = 1 if first and not marked else 2 if not marked else 6
        first = first and group.kind != "heading"


# From groups to blocks


def _blocks(extract: Extract, group: _Group, words: inline.Vocabulary) -> list[Block]:
    parts = [(line.start, line.end) for line in group.lines]
    text, offsets = inline.clean(extract.text, parts, markup=extract.markup, words=words)
    kind = group.kind or "paragraph"
    if kind in ("letterhead", "contact", "clutter"):
        return [Block(text, offsets, kind, group.level)]
    return _without_contacts(text, offsets, kind, group.level)


def _without_contacts(text: str, offsets: array[int], kind: Kind, level: int) -> list[Block]:
    """Telephone numbers and mail addresses become blocks of their own, out of the running text."""
    spans = _contacts(text)
    if not spans:
        return [Block(text, offsets, kind, level)]
    if len(text) <= _LONGEST_INVITATION and _INVITES.search(text):
        return [Block(text, offsets, "contact", 0)]
    found = [Block(text[a:b], _slice(offsets, a, b), "contact") for a, b in spans]
    kept, places, at = [], array("l"), 0
    for start, end in [*spans, (len(text), len(text))]:
        kept.append(text[at:start])
        places.extend(offsets[at:start])
        at = end
    return [*_trimmed("".join(kept), places, kind, level), *found]


def _contacts(text: str) -> list[tuple[int, int]]:
    if "@" not in text and not _MAY_BE_PHONE.search(text):
        return []
    both = sorted(m.span() for pattern in (layout.MAIL, layout.PHONE) for m in pattern.finditer(text))
    spans: list[tuple[int, int]] = []
    for start, end in both:
        if spans and start < spans[-1][1]:
            # a number may run into an address: what is left of either is none of the text's words
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


_LONGEST_INVITATION = 250
_INVITES = re.compile(
    r"\b(?:(?:weitere|mehr|n[aä]here) information|anmeld|kontakt|r[uü]ckfragen|erreichbar|(?:more|"
    r"further) information|contact|"
    r"questions|regist|renseignements|inscri|informaci[oó]n|consultas|fr[aå]gor|kontakta)",
    re.IGNORECASE,
)
_MAY_BE_PHONE = re.compile(r"\d[\d\s()/.–-]{4}")


def _slice(offsets: array[int], start: int, end: int) -> array[int]:
    return array("l", [*offsets[start:end], offsets[end - 1] + 1])


def _trimmed(text: str, offsets: array[int], kind: Kind, level: int) -> list[Block]:
    """The rest, without the doubled blanks that a cut leaves."""
    kept: list[str] = []
    places = array("l")
    for character, place in zip(text, offsets, strict=True):
        if character == " " and (not kept or kept[-1] == " "):
            continue
        kept.append(character)
        places.append(place)
    while kept and kept[-1] == " ":
        kept.pop()
        places.pop()
    if not any(c.isalnum() for c in kept):
        return []
    places.append(places[-1] + 1)
    return [Block("".join(kept), places, kind, level)]
