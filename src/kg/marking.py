"""A reading as a page of its own: the text in colours, what it gave below each sentence, what stayed silent."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kg.reading import Kind, Mention, Passage, Reading
from kg.reading.passages.frames import Frame
from kg.schema import Schema
from kg.showing import frame_line, spoken

LEGEND: dict[Kind, str] = {
    Kind.THING: "a thing with a name",
    Kind.PERSON: "a person",
    Kind.PERIOD: "a time",
    Kind.NUMBER: "a number",
    Kind.WORD: "a word that evokes something",
    Kind.REFERENCE: "a reference to something named elsewhere",
    Kind.QUOTED: "quoted words that nobody speaks",
    Kind.NAME: "a name of something that only its place tells",
}
"""What each kind of mention is, in the order of the page's legend."""
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2430; --paper: #fcfcfa; --dim: #687080; --rule: #dfe2e6;
  --thing: #d5ecd8; --person: #ecd9f0; --period: #d3e9ee; --number: #d9e0f5; --word: #f6ebc0; --reference: #e6f2d6;
  --asserted: #1f7a3a; --expected: #8a5a00; --possible: #8a5a00; --denied: #a8261d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7ec; --paper: #14171c; --dim: #98a1b0; --rule: #333a44;
  --thing: #234a2c; --person: #4a2f52; --period: #1e4650; --number: #2b3765; --word: #574a14; --reference: #38501d;
  --asserted: #7fd197; --expected: #e6bd6a; --possible: #e6bd6a; --denied: #f08a80; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2.5rem 1.25rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; text-wrap: balance; }
header p, footer { color: var(--dim); margin: 0 0 1rem; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem .9rem; padding: 0; margin: 0 0 2rem; list-style: none;
  font-size: .875rem; color: var(--dim); }
section { padding: .55rem 0; border-top: 1px solid var(--rule); }
section p { margin: 0; overflow-wrap: anywhere; }
section.heading p { font-weight: 650; }
section.silent p { color: var(--dim); }
section.silent p::before { content: "\\223C\\00a0"; }
mark { color: inherit; border-radius: .2em; padding: 0 .12em; background: var(--rule); }
mark.thing, mark.name { background: var(--thing); } mark.person { background: var(--person); }
mark.period { background: var(--period); } mark.number { background: var(--number); }
mark.word { background: none; border-bottom: 2px solid var(--expected); border-radius: 0; }
mark.reference { background: var(--reference); font-style: italic; } mark.quoted { font-style: italic; }
ul.frames { list-style: none; margin: .3rem 0 0; padding: 0 0 0 1rem; font-size: .9rem; }
ul.frames li { overflow-wrap: anywhere; }
.asserted { color: var(--asserted); } .expected { color: var(--expected); }
.possible { color: var(--possible); } .denied { color: var(--denied); }
footer { margin-top: 1.5rem; font-size: .9rem; }
@media print { body { padding: 0; } }
"""


def as_html(reading: Reading, schema: Schema) -> str:
    """A whole HTML page that needs nothing beside itself: no script, nothing loaded from elsewhere.

    Args:
        reading: As `Reader.read` gives it, with mentions and frames.
        schema: For names.
    """
    title = escape(reading.title or reading.document.name)
    who = escape(reading.publisher_name or "publisher unknown")
    when = escape(reading.issued.text if reading.issued else "date unknown")
    passages = "\n".join(_section(passage, reading, schema) for passage in reading.passages)
    silent = len(reading.silent)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(reading.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<header>\n<h1>{title}</h1>\n<p>{who}, {when}, {escape(spoken(reading))}</p>\n</header>\n"
        f'<ul class="legend" lang="en">{_legend()}</ul>\n{passages}\n'
        f'<footer lang="en">{len(reading.passages)} passages, {silent} of them silent (∼); '
        f"{len(reading.claims)} claims</footer>\n</main>\n</body>\n</html>\n"
    )


def _legend() -> str:
    return "".join(f'<li><mark class="{kind.value}">{text}</mark></li>' for kind, text in LEGEND.items())


def _section(passage: Passage, reading: Reading, schema: Schema) -> str:
    frames = [f for f in reading.frames if f.passage.number == passage.number]
    kinds = [passage.kind, *(["silent"] if passage.number in reading.silent else [])]
    listed = "".join(dict.fromkeys(_frame(frame, schema) for frame in frames))
    below = f'\n<ul class="frames" lang="en">{listed}</ul>' if listed else ""
    return f'<section class="{" ".join(kinds)}"><p>{"".join(_marked(passage, schema))}</p>{below}</section>'


def _frame(frame: Frame, schema: Schema) -> str:
    return f'<li class="{frame.factuality.value.lower()}">{escape(frame_line(frame, schema))}</li>'


def _marked(passage: Passage, schema: Schema) -> Iterator[str]:
    """The sentence with its outermost mentions marked."""
    last = 0
    for mention in sorted(passage.mentions, key=lambda m: (m.start, -m.end, m.kind is Kind.WORD)):
        if mention.start < last or mention.end > len(passage.text):
            continue
        yield escape(passage.text[last : mention.start])
        words = escape(passage.text[mention.start : mention.end])
        yield f'<mark class="{mention.kind.value}" title="{escape(_meaning(mention, schema))}">{words}</mark>'
        last = mention.end
    yield escape(passage.text[last:])


def _meaning(mention: Mention, schema: Schema) -> str:
    if mention.period is not None:
        return f"{mention.period.text} ({mention.period_kind})"
    if mention.amount is not None:
        return f"{mention.amount.value:g}"
    if mention.things:
        return ", ".join(schema.things[t].name() for t in mention.things if t in schema.things)
    if mention.entry is not None:
        return mention.entry.iri.rpartition("/")[2]
    return mention.text
