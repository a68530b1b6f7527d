"""Who is said by a verb, or by words for a helm, to be at the head of a body ("X, who runs Y", "Y, led by X").

Read by the order of the words: a person, a verb of leading and a body with no more than small words, or one aside,
between them; where verbs stand last, a relative clause on the person that ends in the verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.claims import Factuality
from kg.language.headings import Headings, headings_of
from kg.reading.around.context import Surroundings
from kg.reading.around.pool import Pool
from kg.reading.opening.unheld import unheld_in
from kg.reading.passages.frames import Frame, joined_slots
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import Schema

_SMALL = r"(?:[a-zäöüßà-ÿ][\w’'-]*|\d{1,4}\.?|1er)"
_BETWEEN = re.compile(rf"(?:,[^,.;:()]{{2,45}},)?\s*(?:{_SMALL}(?:\s+|(?<=['’]))){{0,6}}")
_CLOSE = re.compile(rf"\s*(?:\([^()]{{2,40}}\))?\s*(?:{_SMALL}\s+){{0,2}}")
_NO_MARK = re.compile(r"[^.;:!?„“”\"«»]*")
_CLOSED = re.compile(rf"(?:\s*\([^()]{{2,40}}\))?\s+(?:{_SMALL}\s+){{0,3}}")
_TITLES = r"(?:[A-ZÄÖÜ][\w-]*\.?(?:\s+|-)){0,3}"
_ASIDE = r"(?:[^.,;:!?()„“”\"«»]{1,40}?\s)?"
_LONGEST = 140


class Headships:
    """Finds frames of the class that joins an office and its holder, by verbs of leading.

    Args:
        schema: The class (`kg:joins`), and which classes are bodies, and which only parts of them.
        pool: Of candidates.
    """

    def __init__(self, schema: Schema, pool: Pool) -> None:
        self._pool = pool
        self._schema = schema
        self._bodies = tuple(sorted(schema.hinted("closedName")))
        self._never = schema.hinted("unit") | schema.hinted("openName") | schema.hinted("reportsAsAgency")
        self._shapes = joined_slots(schema)
        self._ways: dict[str, list[_Way]] = {}

    def read(self, passage: Passage, around: Surroundings) -> list[Frame]:
        """Frames of a passage, in the order of their verbs; none told twice."""
        bodies = [m for m in passage.of(Kind.THING) if self._is_body(m)]
        if not bodies:
            return []
        persons = passage.of(Kind.PERSON)
        found: dict[tuple[str, str], Frame] = {}
        unheld = unheld_in(passage.grammar.code)
        for way in self._of_language(passage.grammar.code):
            for verb in way.words.finditer(passage.text):
                pair = way.pair(verb, persons, bodies, passage.text)
                pair = pair or self._of_pronoun(verb, way, bodies, passage, around)
                if pair is None:
                    continue
                if unheld.is_denied(passage.text, *(_span(m) for m in pair)):
                    continue
                person, body = pair[0], way.owner(pair[1], bodies, passage.text)
                for shape, holder, slot in self._shapes:
                    frame = Frame(shape.iri, passage, verb.start(), verb.end(), way.firmness)
                    frame.fillers[holder.path] = [self._pool.filler(holder.path, passage, person, holder)]
                    frame.fillers[slot.path] = [self._pool.filler(slot.path, passage, body, slot)]
                    found.setdefault((person.text, body.text), frame)
        return list(found.values())

    def _of_language(self, code: str) -> list[_Way]:
        if code not in self._ways:
            self._ways[code] = _ways(headings_of(code))
        return self._ways[code]

    def _is_body(self, mention: Mention) -> bool:
        return not mention.classes & self._never and self._schema.any_is_a(mention.classes, self._bodies)

    def _of_pronoun(
        self,
        verb: re.Match[str],
        way: _Way,
        bodies: Sequence[Mention],
        passage: Passage,
        around: Surroundings,
    ) -> tuple[Mention, Mention] | None:
        """ "She also chairs Y": the one person whom the sentence before names."""
        if way.pronoun is None or not way.pronoun.fullmatch(passage.text[: verb.start()]):
            return None
        before = around.before(passage)
        named = {m.text: m for m in before.of(Kind.PERSON)} if before is not None else {}
        body = _first(bodies, verb.end(), passage.text)
        return (next(iter(named.values())), body) if len(named) == 1 and body is not None else None


class _Way:
    """One order in which a language tells it.

    Args:
        words: The verb, or what stands for it.
        firmness: How firmly it tells.
        order: "active", "inverted", "passive", "last", "closing", "opening", "noun" or "helm".
        headings: Of the language.
    """

    def __init__(self, words: str, firmness: Factuality, order: str, headings: Headings) -> None:
        self.words = re.compile(rf"(?<![\w-])(?:{words})(?:(?<=['’])|(?![\w-]))", re.IGNORECASE)
        self.firmness = firmness
        self._order = order
        who = headings.who
        self._before = re.compile(rf"(?:\s*\([^()]{{2,40}}\))?,?\s+(?:(?:{who})\s+)?(?:{_SMALL},?\s+){{0,3}}")
        self._relative = re.compile(rf"(?:\s*\([^()]{{2,40}}\))?,\s+(?:{who})\s+", re.IGNORECASE)
        self._whom = re.compile(
            rf"\s*(?:\([^()]{{2,30}}\))?,?\s+(?:{headings.whom})\s*(?:{_SMALL}\s+){{0,2}}"
        )
        self._passive = re.compile(rf"\s*(?:\([^()]{{2,30}}\))?,?\s+(?:{_SMALL}\s+){{0,3}}")
        agents = rf"(?:{headings.agents})\s+(?:{_SMALL}\s+){{0,2}}(?:{_TITLES})?"
        self._led_by = re.compile(rf"\s*(?:\([^()]{{2,40}}\))?\s+(?:{headings.is_led})\s+{_ASIDE}{agents}")
        self._is_led = re.compile(rf"\s+(?:{headings.is_led})\s+(?:{_SMALL}\s+){{0,3}}")
        self._agent = re.compile(rf"\s*(?:\([^()]{{2,40}}\))?\s+{_ASIDE}{agents}")
        self._lies = re.compile(
            rf"\s*(?:\([^()]{{2,40}}\))?,?\s+{_ASIDE}(?:{headings.lies_with})\s+{_ASIDE}(?:{_TITLES})?",
            re.IGNORECASE,
        )
        self._within, self._articles = re.compile(headings.within), re.compile(headings.articles)
        self._inside = re.compile(headings.inside)
        active = order in ("active", "inverted", "last") and headings.pronouns
        opening = f"{headings.pronouns}|{headings.instead}" if headings.instead else headings.pronouns
        self.pronoun = (
            re.compile(rf"\W*(?:{opening})\s+(?:{_SMALL}\s+){{0,2}}", re.IGNORECASE) if active else None
        )

    def owner(self, body: Mention, bodies: Sequence[Mention], text: str) -> Mention:
        """The body whose part another is: named right behind it ("the institute X at the university Y"), or before."""
        for other in bodies:
            if other.start > body.end and self._within.fullmatch(text, body.end, other.start):
                return other
            apart = other.end < body.start and self._articles.fullmatch(text, other.end, body.start)
            if apart and self._inside.search(text[: other.start]):
                return other
        return body

    def pair(
        self, verb: re.Match[str], persons: Sequence[Mention], bodies: Sequence[Mention], text: str
    ) -> tuple[Mention, Mention] | None:
        """Who heads what by a verb; None where no person and no body stand as they should."""
        return getattr(self, f"_{self._order}_pair")(verb, persons, bodies, text)  # type: ignore[no-any-return]

    def _active_pair(
        self, verb: re.Match[str], persons: Sequence[Mention], bodies: Sequence[Mention], text: str
    ) -> tuple[Mention, Mention] | None:
        before = [p for p in persons if self._before.fullmatch(text, p.end, verb.start())]
        body = _first(bodies, verb.end(), text)
        return (before[-1], body) if before and body is not None else None

    def _inverted_pair(
        self, verb: re.Match[str], persons: Sequence[Mention], bodies: Sequence[Mention], text: str
    ) -> tuple[Mention, Mention] | None:
        """ "Since May heads X the office Y"; "Y, which X heads" with the verb first."""
        person = _close(persons, verb, text)
        if person is None:
            return None
        owned = [b for b in bodies if self._whom.fullmatch(text, b.end, verb.start())]
        if owned:
            return person, owned[-1]
        body = _first(bodies, person.end, text) if self.pronoun is not None else None
        return (person, body) if body is not None else None

    def _passive_pair(
        self, verb: re.Match[str], persons: Sequence[Mention], bodies: Sequence[Mention], text: str
    ) -> tuple[Mention, Mention] | None:
        person = _close(persons, verb, text)
        before = [b for b in bodies if self._passive.fullmatch(text, b.end, verb.start())]
        if person is not None and not before and not text[: verb.start()].strip():
            # "Led by X, Y met"
            before = [b for b in bodies if _OPENS_MAIN.fullmatch(text, person.end, b.start)]
        return (person, before[-1]) if before and person is not None else None

    def _last_pair(
        self, verb: re.Match[str], persons: Sequence[Mention], bodies: Sequence[Mention], text: str
    ) -> tuple[Mention, Mention] | None:
        """ "X, who Y heads": the last body before a verb that stands at its clause's end."""
        for person in reversed([p for p in persons if p.end < verb.start()]):
            opened = self._relative.match(text, person.end)
            if opened is None:
                continue
            inside = [b for b in bodies if b.start >= opened.end() and b.end <= verb.start()]
            inside = [b for b in inside if not self._inside.search(text[: b.start])]
            whole = _NO_MARK.fullmatch(text, opened.end(), verb.start())
            return (
                (person, inside[-1]) if inside and whole and verb.start() - person.end <= _LONGEST else None
            )
        return None

    def _closing_pair(
        self, verb: re.Match[str], persons: Sequence[Mention], bodies: Sequence[Mention], text: str
    ) -> tuple[Mention, Mention] | None:
        """ "Y is by X led"."""
        person = next((p for p in persons if _CLOSED.fullmatch(text, p.end, verb.start())), None)
        if person is None:
            return None
        led = [
            b for b in bodies if b.end < person.start and self._led_by.fullmatch(text, b.end, person.start)
        ]
        return (person, led[-1]) if led else None

    def _opening_pair(
        self, verb: re.Match[str], persons: Sequence[Mention], bodies: Sequence[Mention], text: str
    ) -> tuple[Mention, Mention] | None:
        """ "Led is Y by X"."""
        body = next((b for b in bodies if self._is_led.fullmatch(text, verb.end(), b.start)), None)
        if body is None:
            return None
        person = next((p for p in persons if self._agent.fullmatch(text, body.end, p.start)), None)
        return (person, body) if person is not None else None

    def _noun_pair(
        self, verb: re.Match[str], persons: Sequence[Mention], bodies: Sequence[Mention], text: str
    ) -> tuple[Mention, Mention] | None:
        """ "The leadership of Y lies with X"."""
        body = _close(bodies, verb, text)
        if body is None:
            return None
        person = next(
            (p for p in persons if p.start > body.end and self._lies.fullmatch(text, body.end, p.start)), None
        )
        return (person, body) if person is not None else None

    def _helm_pair(
        self, verb: re.Match[str], persons: Sequence[Mention], bodies: Sequence[Mention], text: str
    ) -> tuple[Mention, Mention] | None:
        """ "At the helm of Y, X …", "X, at the helm of Y"."""
        body = _close(bodies, verb, text)
        if body is None:
            return None
        before = [p for p in persons if self._before.fullmatch(text, p.end, verb.start())]
        behind = [
            p for p in persons if p.start > body.end and _BETWEEN_NAMES.fullmatch(text, body.end, p.start)
        ]
        named = [*before[-1:], *behind[:1]]
        return (named[0], body) if named else None


_OPENS_MAIN = re.compile(rf",\s+(?:{_SMALL}\s+){{0,2}}")
_BETWEEN_NAMES = re.compile(rf"(?:\s[^,.;:!?()]{{2,30}})?,?\s*(?:{_SMALL}\s+){{0,3}}")


def _ways(headings: Headings) -> list[_Way]:
    told = (
        (headings.leads, Factuality.ASSERTED, "active"),
        (headings.leads, Factuality.ASSERTED, "inverted"),
        (headings.leads if headings.verb_last else "", Factuality.ASSERTED, "last"),
        (headings.will_lead, Factuality.EXPECTED, "active"),
        (headings.will_lead, Factuality.EXPECTED, "inverted"),
        (headings.led_by, Factuality.ASSERTED, "passive"),
        (headings.led, Factuality.ASSERTED, "closing"),
        (headings.led, Factuality.ASSERTED, "opening"),
        (headings.helm_nouns, Factuality.ASSERTED, "noun"),
        (headings.at_helm, Factuality.ASSERTED, "helm"),
    )
    return [_Way(words, firmness, order, headings) for words, firmness, order in told if words]


def _span(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _close(named: Sequence[Mention], verb: re.Match[str], text: str) -> Mention | None:
    """The first of some that stands right behind a verb."""
    return next((m for m in named if _CLOSE.fullmatch(text, verb.end(), m.start)), None)


def _first(bodies: Sequence[Mention], at: int, text: str) -> Mention | None:
    """The body that stands behind a verb with only small words before it; the longest of those that begin there."""
    behind = [b for b in bodies if b.start >= at and _BETWEEN.fullmatch(text, at, b.start)]
    return min(behind, key=lambda b: (b.start, -b.end), default=None)
