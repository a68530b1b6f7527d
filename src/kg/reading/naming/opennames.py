"""Names of which neither the register nor a word beside them says what they name.

A slot may take them (`kg:openNames`, the class that they are of then) right behind a word that only its fillers have
before them ("funded by …"): the place in the sentence says what the name stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language import Language
from kg.reading.naming.marks import ends_in_word_of_its_own
from kg.reading.passages.mentions import Kind, Mention

_CAPITAL = "A-ZÄÖÜÉÅØŁŠŽČÁÍÓÚ"
_TOKEN = rf"[{_CAPITAL}][\w&'’+/-]*(?<![-'’/])"
# where only names have capitals: several, with small words between; a last word in lower case may go on ("Nordska …et")
_NAME = rf"{_TOKEN}(?:\s+(?:(?:{{links}})\s+)?{_TOKEN}){{{{0,5}}}}"
# where nouns have them too: what looks made up, or an abbreviation
_MADE_UP = r"(?:[A-ZÄÖÜ]{2,}\d*|[A-ZÄÖÜ][a-zäöüß]+[A-ZÄÖÜ]\w*|[A-ZÄÖÜ]\w*\d\w*)(?:-[A-ZÄÖÜ]\w+)?"
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+)[„“\"«(]*$")
_VERB = re.compile(r" [a-zà-ÿ]{3,} ")
_SHORTEST, _TWO = 3, 2


class OpenNames:
    """Finds such names in texts of one language.

    Args:
        spoken: The language.
        states: Classes of things by whose name others are called, too ("Nordlandish … Fund").
    """

    def __init__(self, spoken: Language, states: frozenset[str]) -> None:
        self._states = states
        self._functions = spoken.functions | spoken.not_names | spoken.determiners
        self._starters = spoken.starters
        self._abbreviations = spoken.abbreviations
        wording = spoken.wording
        joiners = set(wording.joiners.split("|")) | {"&"}
        links = (
            "|".join(re.escape(w) for w in wording.name_links.split("|") if w and w not in joiners) or "(?!)"
        )
        adjectives = "|".join(re.escape(w) for w in wording.heading_adjectives.split("|") if w) or "(?!)"
        found = (
            _MADE_UP
            if spoken.nouns_capitalised
            else _NAME.format(links=links).replace("{{", "{").replace("}}", "}")
        )
        articles = "|".join(re.escape(w) for w in wording.articles.split("|") if w) or "(?!)"
        self._article = re.compile(rf"\b(?:{articles})\s+$", re.IGNORECASE)
        both = "|".join(sorted(map(re.escape, wording.joiners.split("|")))) or "(?!)"
        self._added = re.compile(rf"\s+(?:{both})\s+{_TOKEN}(?:\s+{_TOKEN}){{1,3}}(?!\w)")
        self._pattern = re.compile(
            rf"(?<![\w@/.-])(?:[{_CAPITAL}]\w*(?:{adjectives})\s+[a-zà-ÿ]\w{{3,}}|{found})(?!\w)"
        )

    def find(self, text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """Names that overlap nothing that was found before, in order."""
        taken = [m for m in mentions if m.kind in (Kind.THING, Kind.PERSON, Kind.PERIOD)]
        for match in self._pattern.finditer(text):
            name = match.group(0)
            if len(name) < _SHORTEST or name.split()[0].casefold() in self._functions:
                continue
            if ends_in_word_of_its_own(text, match.span(), mentions):
                continue
            if name in self._abbreviations and text.startswith(".", match.end()):
                continue  # a form of address ("Cllr. Jane Doe")
            opens = _SENTENCE_START.search(text[: match.start()]) is not None
            if name in self._starters or (opens and not self._opens_sentence(match, text)):
                continue
            mention = self._whole(text, match.start(), match.end())
            if not any(m.overlaps(mention) and not self._is_adjective(m, mention) for m in taken):
                yield mention

    def _opens_sentence(self, found: re.Match[str], text: str) -> bool:
        """Whether what opens a sentence is a name all the same: two words with capitals, or one of nothing else."""
        words = found.group(0).split()
        if len(words) == 1 and words[0].isupper() and words[0].isalpha():
            return _VERB.match(text, found.end()) is not None
        return len(words) == _TWO and words[0] not in self._starters and not text.isupper()

    def _whole(self, text: str, start: int, end: int) -> Mention:
        """A name with what a conjunction adds, where an article says that it is one ("the … Recovery and … Plan")."""
        article = self._article.search(text[max(0, start - 8) : start])
        more = self._added.match(text, end) if article else None
        end = more.end() if more is not None else end
        return Mention(Kind.NAME, start, end, text[start:end])

    def _is_adjective(self, thing: Mention, name: Mention) -> bool:
        """Whether a name begins with what another thing is called by, and goes on."""
        made = thing.genitive or thing.text[:1].islower() or bool(thing.classes & self._states)
        owner = name.text[: thing.end - name.start].endswith(("'s", "’s"))
        return made and not owner and thing.start == name.start and thing.end < name.end
