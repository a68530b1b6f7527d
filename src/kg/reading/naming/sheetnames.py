"""Names of what a fact sheet is about: behind a label ("Short name: X"), or above and before lines with labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language import Language
from kg.reading.passages.mentions import Kind, Mention
from kg.schema import Schema

_CAPITAL = "A-ZÄÖÜÉÅØŁŠŽČÁÍÓÚÀÈÊ"
_LABEL = re.compile(r"(?:^|(?<=[\n.;|]\s)|(?<=\n))\W{0,3}([^\W\d_][^:\n.!?]{1,40}?)\s?:\s+", re.MULTILINE)
_BEHIND = re.compile(r"([^\n:;|()]{2,60}?)(?=\s*(?:$|[\n:;|(]|\s[–—-]\s|\.\s))")
# in capitals, or made up, right before a mark or the end: "SUNHARBOUR. A pilot for …", "TownGrid – …"
_OPENER = re.compile(
    rf"\W{{0,6}}((?:[{_CAPITAL}\d][{_CAPITAL}\d+-]{{3,}}(?:\s[{_CAPITAL}\d][{_CAPITAL}\d+-]*){{0,3}})|"
    rf"(?:[{_CAPITAL}]+[a-zäöü]+){{2,}}[{_CAPITAL}\d]*)(?=\s*(?:$|[.:(,]|\s[–—|-]\s))"
)
_EDGES = ' \t.,;:*_„“”"«»–—-'
_SHORTEST, _MOST_WORDS, _OFTEN = 4, 6, 2


class SheetNames:
    """Finds such names in the blocks of a document.

    Args:
        schema: For labels of lists, and labels of names with what these are names of.
        spoken: The language.
    """

    def __init__(self, schema: Schema, spoken: Language) -> None:
        self._labels = schema.forms_of("LineLabel", spoken.code)
        self._names: dict[str, frozenset[str]] = {}
        self._of: frozenset[str] = frozenset()
        for entry in schema.entries:
            if entry.language == spoken.code and "NameLabel" in entry.hints.get("role", ()):
                self._of = frozenset(entry.denotes)
                self._names.update({form.casefold(): self._of for form in entry.forms})
        self._kinds = (Kind.WORD, Kind.REFERENCE, Kind.THING)

    def find(self, blocks: Sequence[tuple[str, Sequence[Mention]]]) -> Iterator[tuple[str, frozenset[str]]]:
        """Names and their classes, in order.

        Args:
            blocks: Of a document, each with what is known in it.
        """
        if not self._names or not any(":" in text for text, _ in blocks):
            return
        whole = "\n".join(text for text, _ in blocks)
        labelled = [self._has_list(text) for text, _ in blocks]
        entries = False
        for at, (text, mentions) in enumerate(blocks):
            yield from self._labelled(text)
            opener = _OPENER.match(text) if any(labelled) else None
            if opener is None or self._is_known(opener, mentions):
                continue
            # entries of one style, of which some have labels; or a title that comes again
            opens = opener.end() < len(text.rstrip())
            entry = labelled[at] or (entries and opens and text[opener.end()] in ".:")
            entries = entries or (opens and labelled[at])
            titles = not opener.group(1).isupper() or whole.count(opener.group(1)) >= _OFTEN
            if entry if opens else titles:
                yield opener.group(1), self._of

    def _labelled(self, text: str) -> Iterator[tuple[str, frozenset[str]]]:
        """Names behind labels of names."""
        for label in _LABEL.finditer(text):
            classes = self._names.get(label.group(1).casefold(), frozenset[str]())
            named = _BEHIND.match(text, label.end()) if classes else None
            name = named.group(1).strip(_EDGES) if named is not None else ""
            if len(name) >= _SHORTEST and len(name.split()) <= _MOST_WORDS and name[0].isupper():
                yield name, classes

    def _has_list(self, text: str) -> bool:
        """Whether a block holds a label that lists stand behind."""
        return any(label.group(1).casefold() in self._labels for label in _LABEL.finditer(text))

    def _is_known(self, name: re.Match[str], mentions: Sequence[Mention]) -> bool:
        """Whether what opens a block is a label, or holds words that the register or the lexicon knows."""
        if name.group(1).casefold() in self._labels or name.group(1).casefold() in self._names:
            return True
        return any(
            m.kind in self._kinds and m.start < name.end(1) and name.start(1) < m.end for m in mentions
        )
