"""Who gives a document out: of all names in its head, foot and first words, the one that most speaks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

from pyoxigraph import Literal

from kg import weights
from kg.documents import Document
from kg.language import papers
from kg.names import fold, kg
from kg.reading.around.context import Place
from kg.reading.layout.candidates import Candidate, Candidates, belongs, in_forms
from kg.reading.naming import bynames
from kg.reading.naming.annotating import Annotator
from kg.reading.naming.bynames import NAME, name_forms
from kg.reading.passages.mentions import Kind, Mention, Passage
from kg.schema import ClassShape, Schema
from kg.weights import Weights

_WEB_HOST = kg("webHost")
_WEIGHTS = "senders.txt"
SENDER = "sender"
_MOST_LETTERS = 4
_MOST_WORDS, _LEAST_OF_BODY, _LEAST_AT_HEAD = 8, 3, 0.9
_PARTS = re.compile(r"\s*[|·•›»]\s*|\s+[–—-]\s+|\.\s+|,\s+|\s+c/o\s+|\s{3,}|\t")
# a body's name and, behind it, the state's whose it is
_STATE_BEHIND = re.compile(r"(.+?),?(?:\s(?:des\sLandes|Land|of|de|du))?\s([A-ZÄÖÜ][\w-]+)")
_STATE = re.compile(
    r",?\s(?:(?:des|der|of|de|du)\s)?(?:(?:the|Landes|Landes|Land|Freistaats|Freistaates)\s)?([^\W\d_a-z][\w -]+)"
)
# between a part of a body and the place that it works in or for
_WHERE = re.compile(r"\s(?:in|to|en|i|für|för|for|pour)$")

# why a name stands where it does, though no line of the head gives it
_SAID_WHY = {
    *(f"behind {label} label" for label in ("publisher", "arranger", "contact", "about")),
    *(
        "behind byline",
        "behind sign",
        "behind desk",
        "behind made by",
        "behind by",
        "told about",
        "of itself",
    ),
    *("own host", "agency", "bracket alone", "paper of"),
}
_NO_SENDER = {
    "only rubric",
    "only menu",
    "only paper",
    "dated",
    "digit",
    "is town",
    "person",
    "piece later",
    "labels",
}
# seen of a name that stands alone in a line of the head, with its legal form
_FORMAL_LINE = {"head: whole", "head: part all", "head: legal form"}


class Senders:
    """Finds publishers.

    Args:
        schema: For things of publishing classes and their web hosts.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._candidates = Candidates(schema)
        self._places = schema.hinted("subject")

    def find(self, document: Document, annotator: Annotator) -> Place | None:
        """The publisher and where it is named; a name that no register knows stands for a new thing."""
        meta = document.metadata
        if meta.publisher:
            mention = self._tidied(self._candidates.resolve(meta.publisher, annotator), annotator)
            return outside(mention, meta.spans.get("publisher") or (0, 0))
        candidates = self._candidates.of(document, annotator)
        best = self._with_state(
            _in_full(_with_its_fields(_outright(self._best(candidates), candidates), candidates), candidates),
            candidates,
        )
        host = self._by_host(document)
        if best is None or (host is not None and not best.mention.things):
            return host
        best = self._formally(best, candidates)
        mention = self._tidied(best.mention, annotator)
        start = (
            best.start if document.text.startswith(best.name, best.start) else document.text.find(best.name)
        )
        return outside(mention, (max(start, 0), max(start, 0) + best.length))

    def _best(self, candidates: Sequence[Candidate]) -> Candidate | None:
        """The first of those that most speaks for; None where too little speaks for any."""
        known = _weights()
        least = known.base[SENDER]
        scored = [(known.sum(c.traits).get(SENDER, 0.0), c) for c in candidates]
        score, best = max(scored, key=lambda pair: pair[0], default=(least, None))
        if score > least and best is not None:
            heading = _heads_document(candidates) if _in_passing(best) else None
            return (
                heading
                or _site_before(best, candidates)
                or _names_page(best, [c for s, c in scored if s > _LEAST_AT_HEAD])
                or _town_before(best, candidates)
                or best
            )
        # where too little speaks for any, what a page is headed with needs less
        headed = [(s, c) for s, c in scored if s > _LEAST_AT_HEAD and _heads_page(c)]
        first = max(headed, key=lambda pair: pair[0], default=(least, None))[1]
        return first or next((c for c in candidates if c.traits >= {"head 0", "before menu", "whole"}), None)

    def _formally(self, best: Candidate, candidates: Sequence[Candidate]) -> Candidate:
        """A place by its full name, where the text gives that besides its short one: more can be learned of that."""
        if not best.mention.things or not best.mention.classes & self._places:
            return best
        if fold(best.name) != fold(best.mention.text):
            return best
        full = (c for c in candidates if c.key == best.key and fold(c.name) != fold(c.mention.text))
        return next((c for c in full if "whole" in c.traits), best)

    def _with_state(self, best: Candidate | None, candidates: Sequence[Candidate]) -> Candidate | None:
        """A ministry by the name that has its state's in it, where the text gives that."""
        if best is not None and self._says_state(best):
            return next((c for c in candidates if "joined below" in c.traits), best)
        if best is None or best.mention.things or papers.MINISTRY.match(best.name) is None:
            return best
        longer = [
            c for c in candidates if c.name.startswith(best.name) and self._is_state(c.name[len(best.name) :])
        ]
        return min(longer, key=lambda c: len(c.name), default=best)

    def _says_state(self, best: Candidate) -> bool:
        return self._is_state(f" {best.name}")

    def _is_state(self, rest: str) -> bool:
        """Whether nothing but the name of a state stands behind a body's name."""
        match = _STATE.fullmatch(rest)
        things = self._schema.by_name.get(fold(match.group(1)), ()) if match is not None else ()
        kinds = (c for t in things for c in self._schema.things[t].classes)
        return any("stateName" in self._schema.classes[c].hints for c in kinds if c in self._schema.classes)

    def _tidied(self, mention: Mention, annotator: Annotator) -> Mention:
        """A new name without the bracket and the legal form at its end."""
        name = bynames.plain(mention.text)
        if mention.things or name == mention.text:
            return mention
        known = self._candidates.resolve(name, annotator)
        if known.classes & self._places and bynames.in_legal_form(mention.text):
            return replace(mention, text=name)  # a company called like a town
        return known if known.things or known.classes & self._places else replace(mention, text=name)

    def _by_host(self, document: Document) -> Place | None:
        for host in document.metadata.hosts:
            for iri in self._hosts.get(host.lower().removeprefix("www."), ()):
                thing = self._schema.things[iri]
                start = max(document.text.find(host), 0)
                mention = Mention(Kind.THING, 0, 0, thing.name(), things=(iri,), classes=thing.classes)
                return outside(mention, (start, start + len(host)))
        return None

    @cached_property
    def _hosts(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for triple in self._schema.register:
            if triple.predicate == _WEB_HOST and isinstance(triple.object, Literal):
                host = triple.object.value.lower().removeprefix("www.")
                found.setdefault(host, []).append(getattr(triple.subject, "value", ""))
        return {host: sorted(iris) for host, iris in found.items()}

    # -- what else it is called ------------------------------------------------------------------------

    def own_names(
        self, written: str, before: str, behind: str, sender: Mention, annotator: Annotator
    ) -> list[str]:
        """What who sends a text calls itself there beside its short name: "Town of X", "X Ltd", its abbreviation.

        Args:
            written: Its name as the text has it.
            before: What stands before that in its line.
            behind: What follows that in the text.
            sender: Who it is.
            annotator: For the text's language.
        """
        shapes = [self._schema.classes[c] for c in sorted(sender.classes) if c in self._schema.classes]
        found = [n for n in self._formal(written, sender, shapes) if fold(n) not in self._known_as(sender)]
        if not set(sender.classes) & self._places:
            found += [n for n in bynames.in_line(written, before, behind) if n not in found]
        if sender.things:
            return [*found, written] if bynames.is_host(written) else found
        whole = f"{written}{behind}"
        if found:
            legal_name = bynames.with_form(sender.text, _behind(sender.text, whole) or behind)
            return [*found, legal_name] if legal_name else found
        short = [name for name in (self._without_state(sender.text),) if name]
        if any("subject" in shape.hints for shape in shapes):
            longer = 1 < len(written.split()) <= _MOST_WORDS
            return short or ([written] if longer and sender.text.casefold() in written.casefold() else [])
        kept = annotator.grammar.without_kind(sender.text) or self._without_outlet(sender.text)
        rest = _behind(kept or sender.text, whole) or behind
        legal = bynames.LEGAL_FORM.match(rest)
        names = [bynames.with_form(sender.text, rest), kept, *short]
        names.append(bynames.with_form(kept, rest) if kept else "")
        brief = bynames.abbreviation(rest[legal.end() :] if legal is not None else rest)
        names += [
            brief,
            f"{sender.text} ({brief})" if brief else "",
            bynames.beside_dash(sender.text, before, rest),
        ]
        return [name for name in dict.fromkeys(names) if name]

    def _without_state(self, name: str) -> str:
        """ "Ministry of X, Y": the name without the state whose it is, where it says enough without."""
        for said in (papers.KIND_BEFORE, papers.DESK, papers.ARTICLE):
            match = said.match(name)
            if match is not None and len(name) > match.end():
                return name[match.end() :]
        match = _STATE_BEHIND.fullmatch(name)
        if match is None or len(match.group(1).split()) < _LEAST_OF_BODY or _WHERE.search(match.group(1)):
            return ""
        things = (self._schema.things[t] for t in self._schema.by_name.get(fold(match.group(2)), ()))
        classes = [self._schema.classes[c] for t in things for c in t.classes if c in self._schema.classes]
        states = [c for c in classes if "stateName" in c.hints]
        return match.group(1) if states else ""

    def _without_outlet(self, name: str) -> str:
        """A magazine's name without the noun for it before, a paper's without its town; "" where none stands there."""
        noun, _, rest = name.partition(" ")
        if not rest[:1].isupper() or papers.OUTLET.search(noun) is None:
            return ""
        return noun if self._schema.called(rest, tuple(sorted(self._places))) else rest

    def _known_as(self, sender: Mention) -> set[str]:
        things = (self._schema.things[t] for t in sender.things)
        return {fold(sender.text), *(fold(name) for thing in things for name, _, _ in thing.names)}

    def _formal(self, written: str, sender: Mention, shapes: Sequence[ClassShape]) -> list[str]:
        """A part of what is written that has the form of a full name of its class, and that name's other forms."""
        names, forms = self._known_as(sender), name_forms(shapes)
        for part in _PARTS.split(re.sub(r"\s*\([^()]*\)\s*$", "", written.partition("\n")[0])):
            for before, name, behind in in_forms(part, forms):
                if any(fold(name) == n or fold(name).startswith(f"{n} ") for n in names):
                    others = [f for shape in shapes for f in shape.hints.get("formalName", ())]
                    short = [f.replace(NAME, sender.text) for f in others if not sender.things]
                    return [f"{before}{name.title() if name.isupper() else name}{behind}", *short]
        return []


def _outright(best: Candidate | None, candidates: Sequence[Candidate]) -> Candidate | None:
    """Who alone fills a line of the head with a name in legal form, or whom the foot tells about; else the best.

    A line for the one does so only where nobody known was found, one for the other where nobody was.
    """
    if best is not None and best.mention.things:
        return best
    formal = next(
        (
            c
            for c in candidates
            if c.traits >= _FORMAL_LINE
            and c.name[:1].isupper()
            and not c.mention.things
            and "piece later" not in c.traits
            and papers.PAPER.search(c.name) is None
        ),
        None,
    )
    if formal is not None and bynames.plain(formal.name) != formal.name:
        longer = best is None or formal.name.endswith(f" {best.name}")
        if longer or (best is not None and bynames.plain(best.name) == best.name):
            return formal
    return best or next((c for c in candidates if "told about" in c.traits and not c.mention.things), None)


def _in_passing(one: Candidate) -> bool:
    """Whether a name is a headline, or among other words, in a rubric or below the head, with nothing that says why."""
    if "head 0" in one.traits:
        return False
    if "masthead" in one.traits:
        return "title" in one.traits
    headed = any(trait.startswith("head ") for trait in one.traits)
    among = not one.traits.isdisjoint(("in words", "only rubric", "only menu", "only paper"))
    return among or (not headed and one.traits.isdisjoint(_SAID_WHY))


def _site_before(best: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The page on the web that a line opens with, where the best is but a place that its news are sorted by."""
    if not best.traits >= {"head 0", "is town"} or best.traits.isdisjoint(("part mid", "part last")):
        return None
    opens = {"head 0", "part first", "whole", "site name"}
    return next((c for c in candidates if c.traits >= opens and not belongs(c.name, best.name)), None)


def _town_before(best: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The town of a dateline, told of throughout, where the best is but letters that nobody is known by."""
    if best.mention.things or "agency" not in best.traits or "short for other" in best.traits:
        return None
    if not best.name.isupper() or len(best.name) > _MOST_LETTERS:
        return None
    told = {"dateline", "is town", "whole"}
    often = (c for c in candidates if c.traits >= told and not c.traits.isdisjoint(("count 4", "count 5")))
    return next((c for c in often if c.name[:1] in best.name), None)


def _names_page(best: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The name that opens a page with a menu or trail of links, where the best is but a name below or behind it."""
    behind = "head 0" in best.traits
    if behind and "part mid" not in best.traits:
        return None
    if not best.traits.isdisjoint(_SAID_WHY - {"behind publisher label"}):
        return None
    page = ("line row",) if behind else ("below menu", "below links", "before menu")
    return next(
        (
            c
            for c in candidates
            if c.traits >= {"head 0", "whole"}
            and not c.traits.isdisjoint(("part first", "part all"))
            and not c.traits.isdisjoint(page)
            and not c.traits.isdisjoint(("masthead", "is new outlet", "is outlet"))
            and c.traits.isdisjoint({*_NO_SENDER, "leads elsewhere"})
            and papers.MENU.match(c.name) is None
            and fold(c.name) != fold(best.name)
        ),
        None,
    )


def _heads_document(candidates: Sequence[Candidate]) -> Candidate | None:
    """The name that a document opens with: the first of its masthead, or a body's, if it is neither rubric nor day."""
    return next(
        (
            c
            for c in candidates
            if c.traits >= {"head 0", "whole"}
            and not c.traits.isdisjoint(("part first", "part all"))
            and not c.traits.isdisjoint(("masthead", "opens with body", "before menu"))
            and c.traits.isdisjoint(_NO_SENDER)
        ),
        None,
    )


def _heads_page(one: Candidate) -> bool:
    """Whether a name of a few words opens the first line of a page, and is neither a rubric nor a day."""
    traits = one.traits
    opens = "masthead" in traits and "whole" in traits and not traits.isdisjoint(("part first", "part all"))
    return opens and traits.isdisjoint(
        ("only rubric", "only menu", "only paper", "dated", "digit", "is town", "person")
    )


def _with_its_fields(best: Candidate | None, candidates: Sequence[Candidate]) -> Candidate | None:
    """A body by its name with the fields behind it, where a line gives that alone ("Office Heat, Roads, Air")."""
    if best is None or best.mention.things or "piece first" not in best.traits:
        return best
    return next(
        (
            c
            for c in candidates
            if c.traits >= {"with commas", "part all", "whole"}
            and c.start == best.start
            and c.name.startswith(f"{best.name}, ")
            and _are_fields(c.name[len(best.name) + 2 :])
        ),
        best,
    )


def _are_fields(rest: str) -> bool:
    """Whether words behind a comma are several nouns alone, divided by commas."""
    pieces = rest.split(", ")
    return len(pieces) > 1 and all(p[:1].isupper() and p.isalpha() for p in pieces)


def _behind(name: str, text: str) -> str:
    """What follows a name in a text, however it is written there."""
    return text[named.end() :] if (named := re.search(re.escape(name), text, re.IGNORECASE)) else ""


def _in_full(best: Candidate | None, candidates: Sequence[Candidate]) -> Candidate | None:
    """An agency by its whole name, where the text gives that besides its short one."""
    if best is None or "short for other" not in best.traits:
        return best
    return next((c for c in candidates if "long for agency" in c.traits), best)


@cache
def _weights() -> Weights:
    text = resources.files("kg.reading.layout").joinpath(_WEIGHTS).read_text(encoding="utf-8")
    return weights.read(text, Path(_WEIGHTS))


def outside(mention: Mention, span: tuple[int, int]) -> Place:
    """A place outside the running text, as a passage of its own."""
    start, end = span
    length = max(end - start, 1)
    text = mention.text.ljust(length)[:length]
    return Passage(-1, text, list(range(start, start + length + 1)), "letterhead", -1), mention
