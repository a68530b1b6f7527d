"""Made-up press releases, as many as wanted: `uv run python -m tests.benchmarks.corpus FOLDER 1000`.

The sentences are the lexicon's own examples. Names in them give way to others of the register of the same class,
days, years and numbers to others of the same form. What a sentence says of a thing is the same in all documents
(drawn from the sentence and its names), but in one of ten: these contradict the others. Some documents are reprints.

Each document depends on the seed and its number alone: the first hundred of a thousand are the hundred.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.names import kg
from kg.schema import Schema, Thing, load

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "en")
MANY = 60
"""Members of a class from which on its names are exchanged; rarer things stay what they are."""
IN_A_FOLDER = 1000
DEVIATING, REPRINTED, UNDATED = 0.1, 0.02, 0.15
SENTENCES = (8, 24)
OTHERS = 3
"""Values besides the agreed one that a sentence may have: sources disagree in camps, not each with each."""
MONTHS = {
    language: tuple(names.split())
    for language, names in {
        "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "en": "January February March April May June July August September October November December",
    }.items()
}
FIRST_DAY = dt.date(2022, 1, 1).toordinal()
LAST_DAY = dt.date(2025, 12, 31).toordinal()


@dataclass(frozen=True)
class Template:
    """A sentence with gaps.

    Args:
        text: The sentence as the lexicon has it.
        gaps: First and last place in it, and what stands there: a class of things, "day", "month", "year" or
            "number"; in order, half-open.
    """

    text: str
    gaps: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True)
class Stock:
    """What documents are made of.

    Args:
        templates: Language → sentences; sorted.
        things: Class → what has a name in every language, sorted by IRI.
        editors: Names of who has an address on the web; sorted.
    """

    templates: dict[str, tuple[Template, ...]]
    things: dict[str, tuple[Thing, ...]]
    editors: tuple[str, ...]


def stock(schema: Schema) -> Stock:
    """Take lexicon and register apart."""
    members: dict[str, list[Thing]] = defaultdict(list)
    for iri in sorted(schema.things):
        for kind in schema.things[iri].classes:
            members[kind].append(schema.things[iri])
    things = {kind: tuple(found) for kind, found in sorted(members.items()) if len(found) >= MANY}
    hosts = {t.subject.value for t in schema.register if t.predicate == kg("webHost")}
    editors = sorted({thing.name("en") for iri, thing in schema.things.items() if iri in hosts})
    templates = {language: tuple(_templates(schema, things, language)) for language in LANGUAGES}
    return Stock(templates, things, tuple(editors))


def _templates(schema: Schema, things: dict[str, tuple[Thing, ...]], language: str) -> Iterator[Template]:
    kinds = {name: kind for kind, found in things.items() for t in found for name, _, _ in t.names}
    names = "|".join(re.escape(name) for name in sorted(kinds, key=lambda n: (-len(n), n)))
    months = "|".join(MONTHS[language])
    pattern = re.compile(
        rf"\b(?P<name>{names})\b"
        rf"|\b(?P<day>\d\d?\.? (?:{months}) 20\d\d)\b|\b(?P<month>(?:{months}) 20\d\d)\b"
        r"|(?<!\w)(?<!-)(?P<year>20[1-5]\d)\b(?!-)|(?<![\w.,])(?P<number>[1-9]\d\d?)(?![\w.,-])"
    )
    examples = {text for e in schema.entries if e.language == language for text in e.matches}
    for text in sorted(examples):
        found = [(m.start(), m.end(), m.lastgroup or "", m.group()) for m in pattern.finditer(text)]
        gaps = tuple((a, b, kinds[word] if what == "name" else what) for a, b, what, word in found)
        yield Template(text, gaps)


def document(kept: Stock, number: int, seed: int = 7) -> str:
    """The text of one document, with its header."""
    chance = random.Random(f"{seed} {number}")
    original = chance.randrange(number) if number and chance.random() < REPRINTED else number
    language, body = _body(kept, original, seed)
    editor = chance.choice(kept.editors)
    header = [f"title: {editor}, {number}", f"publisher: {editor}", f"language: {language}"]
    if chance.random() >= UNDATED:
        header.append(f"date: {dt.date.fromordinal(chance.randint(FIRST_DAY, LAST_DAY))}")
    return "\n".join(["---", *header, "---", "", body, ""])


def _body(kept: Stock, number: int, seed: int) -> tuple[str, str]:
    chance = random.Random(f"{seed} body {number}")
    language = chance.choice(LANGUAGES)
    about = {kind: chance.sample(found, 3) for kind, found in kept.things.items()}
    sentences = [
        _sentence(template, language, about, chance, seed)
        for template in chance.choices(kept.templates[language], k=chance.randint(*SENTENCES))
    ]
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    return language, "\n\n".join(paragraphs)


def _sentence(
    template: Template, language: str, about: dict[str, list[Thing]], chance: random.Random, seed: int
) -> str:
    """The template with its gaps filled; the names are drawn, and from them the days and numbers."""
    shuffled = {kind: chance.sample(things, len(things)) for kind, things in about.items()}
    names = {kind: iter([*things, *things, *things]) for kind, things in shuffled.items()}
    fillers = [
        next(names[what]).name(language) if what in names else template.text[a:b]
        for a, b, what in template.gaps
    ]
    told = "" if chance.random() >= DEVIATING else str(chance.randrange(OTHERS))
    agreed = random.Random(f"{seed} {template.text} {fillers} {told}")
    text, last = "", 0
    for (a, b, what), filler in zip(template.gaps, fillers, strict=True):
        text += template.text[last:a] + (filler if what in names else _drawn(filler, what, language, agreed))
        last = b
    return text + template.text[last:]


def _drawn(text: str, what: str, language: str, agreed: random.Random) -> str:
    """Another day, month, year or number, written alike; a year to come stays one to come."""
    day = dt.date.fromordinal(agreed.randint(FIRST_DAY, LAST_DAY))
    month = f"{MONTHS[language][day.month - 1]} {day.year}"
    if what == "day":
        return f"{day.day}{'.' if '.' in text else ''} {month}"
    if what == "month":
        return month
    if what == "year":
        return str(agreed.choice((2030, 2035, 2040, 2045)) if int(text) >= 2030 else day.year)
    return str(max(2, round(int(text) * agreed.uniform(0.7, 1.3))))


def write(folder: Path, schema: Schema, many: int, seed: int = 7) -> None:
    """Write documents below a folder, a thousand in each of its folders, one after the other.

    Args:
        folder: Is made if need be.
        schema: Whose lexicon and register are drawn from.
        many: Documents.
        seed: Of all that is drawn.
    """
    kept = stock(schema)
    for number in range(many):
        home = folder / f"{number // IN_A_FOLDER:03d}"
        if number % IN_A_FOLDER == 0:
            home.mkdir(parents=True, exist_ok=True)
        (home / f"d{number:06d}.md").write_text(document(kept, number, seed), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("documents", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--project", type=Path, default=ROOT, help="whose lexicon and register are drawn from"
    )
    given = parser.parse_args()
    write(given.folder, load(given.project), given.documents, given.seed)


if __name__ == "__main__":
    main()
