"""Names of persons: by title, or by a known given name before a capitalised family name."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from kg import ready
from kg.language.common import Tokenised, capitalised, inside, noise, tokenised
from kg.language.givennames import MEN, WOMEN
from kg.language.model import Language, PersonMention, Token

_ELIDED = re.compile(r"(?:d|l|qu|lorsqu|puisqu|n|dall|dell|all)['’](?=[^\W\d_a-zà-ÿ])")
_LOCALES = [
    "de_DE",
    "de_AT",
    "de_CH",
    "en_GB",
    "en_US",
    "en_IE",
    "fr_FR",
    "fr_BE",
    "es_ES",
    "sv_SE",
    "pl_PL",
    "it_IT",
    "nl_NL",
    "nl_BE",
    "pt_PT",
    "da_DK",
    "no_NO",
    "fi_FI",
    "ro_RO",
    "hr_HR",
    "sl_SI",
    "cs_CZ",
    "sk_SK",
    "hu_HU",
    "et_EE",
    "lt_LT",
    "lv_LV",
    "el_GR",
    "bg_BG",
    "uk_UA",
    "mk_MK",
]
_COMPANY = frozenset(
    [
        "ag",
        "gmbh",
        "kg",
        "ohg",
        "ug",
        "se",
        "plc",
        "ltd",
        "inc",
        "llc",
        "llp",
        "corp",
        "co",
        "sa",
        "sas",
        "sarl",
        "srl",
        "spa",
        "ab",
        "oy",
        "as",
        "aps",
        "bv",
        "nv",
        "ev",
        "eg",
        "mbh",
        "kgaa",
    ]
)
_MOST_WORDS, _MOST_BEFORE_OFFICE, _TWO_WORDS = 5, 3, 2
_BLANKS = frozenset((" ", "\u00a0"))
_INITIAL = re.compile(r"[^\W\d_]")
_FAMILY = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_GLUED = re.compile(r"(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le|Van|Von)?[^\W\d_]+")
# Romanisation of Ukrainian (Cabinet of Ministers, resolution 55 of 2010), within words.
_UKRAINIAN = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’",
        [
            "a",
            "b",
            "v",
            "h",
            "g",
            "d",
            "e",
            "ie",
            "zh",
            "z",
            "y",
            "i",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "_",
            "iu",
            "ia",
            "_",
            "_",
        ],
        strict=True,
    )
)
# What romanisation of Bulgarian (law of 2009) and Macedonian does otherwise.
_SOUTHERN = _UKRAINIAN | {
    "г": "g",
    "и": "i",
    "й": "y",
    "х": "h",
    "щ": "sht",
    "ъ": "a",
    "ю": "yu",
    "я": "ya",
    "ѓ": "gj",
    "ѕ": "dz",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ќ": "kj",
    "џ": "dzh",
}
# Romanisation of Hellenic letters (ELOT 743), pairs first.
_HELLENIC = {
    "ου": "ou",
    "αυ": "af",
    "ευ": "ef",
    "γγ": "ng",
    "γκ": "gk",
    "γχ": "nch",
    "μπ": "mp",
    "θ": "th",
    "χ": "ch",
    "ψ": "ps",
    **dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True)),
}
_HELLENIC_PARTS = re.compile("|".join(sorted(_HELLENIC, key=len, reverse=True)))
_UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def _never(_: str) -> bool:
    return False


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of some thirty countries, as written, Ukrainian, Bulgarian and Hellenic ones romanised as well."""
    return frozenset(_given_names())


def genders_of(name: str) -> str:
    """The genders ("m", "f", "mf") whose lists have a given name; both where none has it."""
    return _given_names().get(name.partition("-")[0], "") or "mf"


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    return ready.kept("given-names", "faker", _made_given_names)


def _made_given_names() -> dict[str, str]:
    """Given names with the genders that they are listed for; "" where a list has no gender.

    Source:
        The `faker` package's lists, read from its source files: importing them builds the whole generator.
    """
    found: dict[str, set[str]] = {}
    spec = find_spec("faker")
    if spec is None or spec.origin is None:
        return {}
    root = Path(spec.origin).parent / "providers" / "person"
    for locale in _LOCALES:
        path = root / locale / "__init__.py"
        if path.is_file():
            for name, gender in _listed_names(ast.parse(path.read_text(encoding="utf-8"))):
                found.setdefault(name, set()).update(gender)
    for name in list(found):
        for romanised in romanisations(name):
            found.setdefault(romanised, set()).update(found[name])
    for gender, names in (("m", MEN), ("f", WOMEN)):
        for name in names:
            found.setdefault(name, set()).add(gender)
    return {name: "".join(sorted(genders)) for name, genders in found.items() if len(name) > 1}


def _listed_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each name of a module's lists, with "m" or "f" where the list is one of men or women."""
    for node in _assignments(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        lists = [t.id for t in targets if isinstance(t, ast.Name) and "first_name" in t.id]
        if not lists or node.value is None:
            continue
        gender = "f" if "female" in lists[0] else "m" if "male" in lists[0] else ""
        for name in _strings(node.value):
            if name[:1].isupper():
                yield name, gender


def _assignments(tree: ast.Module) -> Iterator[ast.Assign | ast.AnnAssign]:
    """Those of the module and of its classes; to look into the lists for more would take most of the time."""
    for outer in tree.body:
        for node in outer.body if isinstance(outer, ast.ClassDef) else (outer,):
            if isinstance(node, ast.Assign | ast.AnnAssign):
                yield node


def _strings(node: ast.expr) -> Iterator[str]:
    """The strings of a collection, however deep they lie in it."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for part in node.elts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value  # as nearly all are
            else:
                yield from _strings(part)
    else:
        yield from (
            n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)
        )


def romanisations(name: str) -> tuple[str, ...]:
    """How a name in Cyrillic or Hellenic letters is written in Roman ones; () for one in these."""
    if re.match(r"[Ѐ-ӿ]", name):
        return _romanised(name), _romanised_southern(name)
    return (_from_hellenic(name),) if re.match(r"[Ͱ-Ͽ]{4}", name) else ()


def _from_hellenic(name: str) -> str:
    letters = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return _HELLENIC_PARTS.sub(lambda part: _HELLENIC[part.group()], letters).capitalize()


def _romanised(name: str) -> str:
    letters = name.lower().replace("зг", "zgh")
    first = _UKRAINIAN_FIRST.get(letters[0], _UKRAINIAN.get(letters[0], letters[0]))
    rest = "".join(_UKRAINIAN.get(letter, letter) for letter in letters[1:])
    return (first + rest).replace("_", "").capitalize()


def _romanised_southern(name: str) -> str:
    return "".join(_SOUTHERN.get(letter, letter) for letter in name.lower()).replace("_", "").capitalize()


def persons(
    text: str,
    lang: Language,
    known_not: Callable[[str], bool] = _never,
    known_office: Callable[[str], bool] = _never,
    known_place: Callable[[str], bool] = _never,
    offices: Collection[int] = (),
) -> list[PersonMention]:
    """Persons named by title and family name, or by given and family name.

    Args:
        text: Any text.
        lang: The language it is in.
        known_not: Says of a name, or of its last word, that it is something else's.
        known_office: Says of the word before that it is an office, which admits given names that are
            also common words or places.
        known_place: Says of a word that it is a place's name, which may be a family name as well.
        offices: Where offices begin; one in apposition behind a name vouches for it.

    Returns:
        Mentions in order and apart.
    """
    reader = _Reader(text, tokenised(text), lang, known_not, known_office, known_place, offices)
    found: list[PersonMention] = []
    after = 0
    for index in [i for i, token in enumerate(reader.tokens) if token.text[0].isupper()]:
        read = reader.at(index) if index >= after else None
        if read is not None:
            found.append(read[0])
            after = read[1]
            reader.named_to = after if read[0].given else -1
    return found


class Families:
    """Family names by their last words.

    Args:
        people: Family name → the person's full mention; may grow, but loses none.
    """

    def __init__(self, people: dict[str, PersonMention]) -> None:
        self.people = people
        self._by_last: dict[str, str] = {}
        self._seen = 0

    def by_last(self) -> Mapping[str, str]:
        """Last word → family name, of all people so far."""
        if self._seen < len(self.people):
            new = islice(reversed(self.people), len(self.people) - self._seen)
            for family in reversed(list(new)):
                if words := _FAMILY.findall(family):
                    self._by_last[words[-1]] = family
            self._seen = len(self.people)
        return self._by_last


def surnames(
    text: str, lang: Language, people: Mapping[str, PersonMention] | Families
) -> list[PersonMention]:
    """Later mentions of known persons by their family name alone, genitive included.

    Args:
        text: The text that `people` were found in, or another that speaks of them.
        lang: The language it is in.
        people: Family name → the person's full mention; or those names by their last words, for many texts.

    Returns:
        Mentions in order, with the full name, given name and titles of the person meant; a title or form
        of address right before the name lies inside the span.
    """
    reader = _Reader(text, tokenised(text), lang, _never, _never)
    found: list[PersonMention] = []
    known_as = people if isinstance(people, Families) else Families(dict(people))
    for family, index, after, genitive in reader.families(known_as):
        first = index
        while first > 0 and reader.is_honorific(first - 1):
            first = reader.honorific_start(first - 1)
        known = known_as.people[family]
        start, end = reader.tokens[first].start, reader.tokens[after - 1].end
        if not found or found[-1].end <= start:
            found.append(
                PersonMention(start, end, known.name, known.titles, known.given, known.family, genitive)
            )
    return found


def _without_elisions(text: str, tok: Tokenised) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    """The tokens, and the same in lower case; a given name without the small word that runs into it ("d'Anne")."""
    if "'" not in text and "’" not in text:
        return tok.tokens, tok.words
    elided = {
        at: found.end()
        for at, token in enumerate(tok.tokens)
        if (found := _ELIDED.match(token.text)) and token.text[found.end() :] in given_names()
    }
    if not elided:
        return tok.tokens, tok.words
    tokens, words = list(tok.tokens), list(tok.words)
    for at, length in elided.items():
        token = tokens[at]
        tokens[at] = token._replace(text=token.text[length:], start=token.start + length)
        words[at] = words[at][length:]
    return tuple(tokens), tuple(words)


class _Reader:
    def __init__(
        self,
        text: str,
        tok: Tokenised,
        lang: Language,
        known_not: Callable[[str], bool],
        known_office: Callable[[str], bool],
        known_place: Callable[[str], bool] = _never,
        offices: Collection[int] = (),
    ) -> None:
        self.text, self.tok, self.lang = text, tok, lang
        self.tokens, self.words = _without_elisions(text, tok)
        self.size = len(self.tokens)
        self.known_not, self.known_office, self.known_place = known_not, known_office, known_place
        self.offices = frozenset(offices)
        self.names = given_names()
        self.noise = noise(text)
        self.listed_to = self.named_to = -1

    def raw(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < self.size else ""

    def gap(self, index: int) -> str:
        return (
            self.text[self.tokens[index - 1].end : self.tokens[index].start]
            if 0 < index < self.size
            else "\n\n"
        )

    def upper(self, index: int) -> bool:
        return self.raw(index)[:1].isupper()

    def together(self, index: int) -> bool:
        """Whether the token stands in the same line, or the next, as the one before."""
        return self.gap(index).count("\n") <= 1 and len(self.gap(index)) <= 6

    # -- titles

    def is_honorific(self, index: int) -> bool:
        if self.raw(index) == ".":
            return self.raw(index - 1) in self.lang.honorifics and not self.gap(index)
        return self.raw(index) in self.lang.honorifics

    def honorific_start(self, index: int) -> int:
        return index - 1 if self.raw(index) == "." else index

    def titles(self, index: int) -> tuple[tuple[str, ...], int]:
        found: list[str] = []
        while index < self.size and self.raw(index) in self.lang.honorifics:
            if found and not self.together(index):
                break
            title = self.raw(index)
            index += 1
            if self.raw(index) == "." and not self.gap(index):
                title, index = title + ".", index + 1
            while self.raw(index) in ("-", "h", "c", "med", "rer", "nat", "iur", "phil", "techn", "mult"):
                index += 1
                index += self.raw(index) == "."
            found.append(title)
        return tuple(found), index

    # -- names

    def at(self, index: int) -> tuple[PersonMention, int] | None:
        if inside(self.tokens[index].start, self.noise):
            return None
        titles, begin = self.titles(index)
        given, after = self.given(begin, bool(titles))
        if not given and (
            (self.name_shaped(begin) and self.is_vouched(begin, bool(titles))) or self.is_small_given(begin)
        ):
            given, after = [self.raw(begin)], begin + 1
        if not given and not titles:
            return self.by_family(index)
        family, after = self.family(after, allow=_MOST_WORDS - len(given))
        if not family:
            return self.by_family(index) if len(given) == 1 and not titles else None
        if not titles and self.doubtful(index, given, family, after):
            return None
        return self.mention(index, begin, titles, given, family, after)

    def given(self, index: int, titled: bool) -> tuple[list[str], int]:
        found: list[str] = []
        while index < self.size and len(found) < 3:
            word = self.raw(index)
            if found and not self.together(index):
                break
            if len(word) == 1 and word.isupper() and self.raw(index + 1) == "." and not self.gap(index + 1):
                if not (found or titled):
                    break
                found.append(word + ".")
                index += 2
                continue
            if not self.is_given(word) or (found and not self.more_follows(index)) or self.is_month(index):
                break
            if not found and titled and not self.more_follows(index):
                break
            found.append(word)
            index += 1
        if found and all(name.endswith(".") for name in found) and not titled:
            return [], index
        return found, index

    def by_family(self, index: int) -> tuple[PersonMention, int] | None:
        """A family name alone right behind an office, or in a list of those that hold it ("councillors X, Y and Z")."""
        if not self.holds_office(index) or not self.is_family_alone(index):
            return None
        if self.named_to >= 0 and self.raw(self.named_to) == "," and self.opens_office(index - 1):
            return None  # "X Y, head of Z": whose office it is stands before
        if self.listed_to == index - 1 or self.words[index - 1].endswith(self.lang.plural_offices):
            self.listed_to = index + 1
        return self.mention(index, index, (), [], [self.raw(index)], index + 1)

    def opens_office(self, index: int) -> bool:
        """Whether only an office of a few words stands between the last full name's comma and a token."""
        between = range(self.named_to + 1, index + 1)
        return 0 < len(between) <= _MOST_WORDS and all(self.raw(i) not in ",.;:()" for i in between)

    def holds_office(self, index: int) -> bool:
        """Whether an office stands right before, or a list that one opened goes on."""
        if index < 1:
            return False
        if self.gap(index) in _BLANKS and self.known_office(self.raw(index - 1)):
            return True
        joined = self.raw(index - 1) == "," or self.words[index - 1] in self.lang.coordinators
        return joined and self.listed_to == index - 1 and self.together(index)

    def is_family_alone(self, index: int) -> bool:
        """Whether a word can only be somebody's name: no noun, no place, and no name of something longer."""
        word, lowered = self.raw(index), self.words[index]
        if not self.is_family(index) or word.isupper() or ("-" in word and not word.istitle()):
            return False
        if self.ends_as_noun(lowered) or lowered in self.lang.fields:
            return False
        stems = [word, *(word[: -len(end)] for end in self.lang.genitive if lowered.endswith(end))]
        if any(self.known_not(stem) or stem.casefold() in self.lang.not_names for stem in stems):
            return False
        following = self.raw(index + 1)
        if (
            self.gap(index + 1) in _BLANKS
            and following[:1].isupper()
            and self.words[index + 1] not in _COMPANY
        ):
            return self.words[index + 1] in self.lang.functions
        return not self.belongs_to_name(index + 1) and not (following in "-/" and not self.gap(index + 1))

    def ends_as_noun(self, word: str) -> bool:
        """Whether a word has an ending of nouns, and more before it than one letter ("Jung" is none in "-ung")."""
        return word[2:].endswith(self.lang.noun_endings)

    def name_shaped(self, index: int) -> bool:
        """Two capitalised words after an office, the first a given name that no list has."""
        return (
            self.is_family(index)
            and self.more_follows(index)
            and not self.raw(index).isupper()
            and self.words[index] not in self.lang.fields
            and not self.ends_as_noun(self.words[index])
            and not self.known_not(self.raw(index))
            and not self.known_office(self.raw(index))
        )

    def is_small_given(self, index: int) -> bool:
        """A given name that is a small word as well ("An"), before one family name and an office in apposition."""
        following = index + 1
        return (
            self.raw(index) in self.names
            and self.words[index] in (self.lang.functions | self.lang.role_articles)
            and following < self.size
            and self.together(following)
            and self.is_family(following)
            and not self.known_not(self.raw(following))
            and not self.known_place(self.raw(following))
            and self.is_apposed(following + 1)
        )

    def more_follows(self, index: int) -> bool:
        """Whether a family name may still follow this word."""
        following = index + 1
        if not self.together(following):
            return False
        if following < self.size and self.is_particle(following):
            return self.upper(following + 1) and not self.begins_another(following)
        if len(self.raw(following)) == 1 and self.upper(following):
            return self.raw(following + 1) == "."
        return self.is_family(following)

    def begins_another(self, index: int) -> bool:
        """Whether what may stand within a name adds another person here ("Ana Gil y Marta Ros")."""
        joins = self.words[index] in self.lang.coordinators
        return joins and self.is_given(self.raw(index + 1)) and self.upper(index + 2)

    def is_month(self, index: int) -> bool:
        """Whether a word is a month's name behind a day's number."""
        before = self.raw(index - 1) if self.raw(index - 1) != "." else self.raw(index - 2)
        return self.words[index] in self.lang.months and before.isdigit()

    def is_given(self, word: str) -> bool:
        if not capitalised(word) or len(word) < 2 or not self.is_listed(word):
            return False
        lowered = word.casefold()
        if lowered in self.lang.not_names and word not in self.lang.weak_given:
            return False  # a given name elsewhere, a common noun here ("Ville")
        return lowered not in self.lang.role_articles and not self.known_office(word)

    def is_listed(self, word: str) -> bool:
        """Whether a list of given names has a word, or both its parts."""
        if word in self.names:
            return True
        head, _, tail = word.replace("‑", "-").partition("-")
        if tail:
            return head in self.names and tail.split("-")[0] in self.names
        return word.isupper() and len(word) > 3 and word.capitalize() in self.names

    def is_family(self, index: int) -> bool:
        word = self.raw(index)
        if len(word) < 2 or not capitalised(word) or not _FAMILY.fullmatch(word) or self.known_office(word):
            return False
        lowered = self.words[index]
        if lowered in self.lang.not_names or lowered in self.lang.months or lowered in self.lang.weekdays:
            return False
        if lowered in self.lang.functions or lowered in _COMPANY:
            return False
        # A few capitals make an abbreviation; a longer word may be a name set in capitals.
        if word.isupper() and len(word) <= 3:
            return False
        return lowered in self.lang.surnames or not lowered.endswith(self.lang.institutions)

    def family(self, index: int, allow: int) -> tuple[list[str], int]:
        found: list[str] = []
        begin = index
        while index < self.size and self.is_particle(index, index - begin) and index - begin < 3:
            if not self.together(index) or self.begins_another(index):
                return [], begin
            found.append(self.raw(index))
            index += 1
        if index >= self.size or not self.together(index) or not self.is_family(index):
            return [], begin
        # where any noun has a capital, an article alone opens a noun phrase, not a family's name
        article = self.lang.nouns_capitalised and len(found) == 1 and found[0] in self.lang.role_articles
        if article and (not begin or self.words[begin - 1] not in self.lang.particles):
            return [], begin
        found.append(self.raw(index))
        index += 1
        while len(found) < min(allow, 3) and (self.second_family(index) or self.double_family(index, begin)):
            found.append(self.raw(index))
            index += 1
        return found, index

    def is_particle(self, index: int, at: int = 0) -> bool:
        """Whether a word may open a family name, or go on opening one behind others.

        Where every noun has a capital, one with a capital counts as well ("De", "Van"), and no article or "and" is the
        first: what stands behind a name may be a genitive, or somebody else.
        """
        word, lowered = self.raw(index), self.words[index]
        if not self.lang.nouns_capitalised:
            return word in self.lang.particles
        if lowered not in self.lang.particles or not (at or lowered not in self.lang.determiners):
            return False
        if not at and lowered in self.lang.coordinators:
            return False
        return word.islower() or bool(at) or lowered not in self.lang.functions

    def double_family(self, index: int, begin: int) -> bool:
        """A second family name where nouns have capitals: between a first one and a mark, or a verb of saying.

        An office has to tell that a person is named: right before the name, or in apposition behind it.
        """
        if not (self.lang.nouns_capitalised and index < self.size and self.gap(index) in _BLANKS):
            return False
        if not self.is_family_alone(index) or self.known_place(self.raw(index)):
            return False
        following = self.words[index + 1] if index + 1 < self.size else "."
        if self.is_apposed(index + 1):
            return True
        office = self.known_office(self.raw(begin - _TWO_WORDS))
        return office and (following in ",.;:()" or following in self.lang.speech_verbs)

    def second_family(self, index: int) -> bool:
        """A further family name on the same line, where nouns have no capital to be mistaken for one."""
        return (
            not self.lang.nouns_capitalised
            and index < self.size
            and self.gap(index) in (" ", "\u00a0")
            and self.is_family(index)
            and not self.raw(index).isupper()
            and self.words[index] not in self.lang.not_names
            and not self.known_not(self.raw(index))
        )

    def is_vouched(self, index: int, titled: bool) -> bool:
        """Whether a title, an office or a place in apposition makes a name of two words that no list knows."""
        if titled:
            return self.closes(index + 2) and not self.known_place(self.raw(index + 1))
        return self.supported(index) or self.is_apposed(self.after_families(index))

    def is_apposed(self, after: int) -> bool:
        """Whether an office in apposition follows a name ("X Y, the first head of Z")."""
        if not self.offices or self.raw(after) not in (",", "("):
            return False
        for ahead in range(after + 1, min(after + 2 + _MOST_BEFORE_OFFICE, self.size)):
            if self.tokens[ahead].start in self.offices:
                return not self.names_another(ahead + 1)
            if not self.raw(ahead).islower():
                return False
        return False

    def names_another(self, index: int) -> bool:
        """Whether an office that seems to stand in apposition has its own holder right behind ("…, director X Y")."""
        for ahead in range(index, min(index + _MOST_BEFORE_OFFICE, self.size - 1)):
            if self.raw(ahead) in ",.;:()":
                return False
            if self.is_given(self.raw(ahead)) and self.is_family(ahead + 1) and self.together(ahead + 1):
                return True
        return False

    def doubtful(self, index: int, given: list[str], family: list[str], after: int) -> bool:
        """Whether a name with no title belongs to something else."""
        name = " ".join((*given, *family))
        last = family[-1]
        told = self.supported(index) or self.is_apposed(after)
        if self.known_not(name) or self.known_not(given[0]):
            return not told
        if self.known_not(last) and not (self.known_place(last) and len(name.split()) == 2):
            return not told
        if given[0] in self.lang.weak_given and not told:
            return True
        if self.belongs_to_name(after):
            return True
        before = self.words[index - 1] if index else ""
        joined = index > 0 and not self.gap(index) and before in ("-", "/", "_", "@", "#")
        return joined

    def supported(self, index: int) -> bool:
        if index < 1 or not self.together(index):
            return False
        return self.known_office(self.raw(index - 1)) or self.introduced(index)

    def introduced(self, index: int) -> bool:
        """Whether two capitalised words follow an office and its place, or a verb of saying behind a quotation."""
        if not self.closes(self.after_families(index)):
            return False
        if self.lang.nouns_capitalised:
            last = self.raw(index + 1)
            stems = (last, *(last.removesuffix(ending) for ending in self.lang.genitive))
            if last in self.names or any(self.known_place(stem) for stem in stems):
                return False
        elif self.words[index - 1] in self.lang.speech_verbs:
            return index > 1 and self.words[index - 2] in (",", "»", "”", '"')
        if self.words[index - 1] != ",":
            return False
        for before in range(index - 2, max(index - 9, -1), -1):
            if self.known_office(self.raw(before)):
                return not self.is_anothers(before)
            if self.raw(before) in ",.;:()":
                return False
            small = self.lang.nouns_capitalised and self.raw(before).islower()
            if small and self.words[before] not in self.lang.functions:
                return False  # a verb: what stands behind its clause is somebody else
        return False

    def is_anothers(self, office: int) -> bool:
        """Whether an office stands in apposition to a name before it, so that what follows names where it is held."""
        mark = office - 1
        while mark > office - _MOST_BEFORE_OFFICE and self.raw(mark).islower():
            if self.words[mark] in self.lang.functions:
                return False  # "X, and the head of Y, Z"
            mark -= 1
        if mark < 2 or self.raw(mark) not in (",", "("):
            return False
        last, first = self.raw(mark - 1), self.raw(mark - 2)
        return (
            capitalised(last)
            and capitalised(first)
            and self.together(mark - 1)
            and not self.known_place(last)
            and not self.known_office(first)
        )

    def after_families(self, index: int) -> int:
        """Where a given name with one family name, or two of them, ends."""
        two = not self.closes(index + 2) and not self.is_given(self.raw(index + 1))
        return (
            index + 2 + (two and (self.second_family(index + 2) or self.double_family(index + 2, index + 1)))
        )

    def closes(self, index: int) -> bool:
        """Whether a name may end before the token: a mark, or a word that is no further name."""
        return index >= self.size or self.raw(index) in ",.;:)" or self.raw(index)[0].islower()

    def belongs_to_name(self, after: int) -> bool:
        """ "Erika Muster AG", "Erika Muster Stiftung", "Erika-Muster-Straße"."""
        for ahead in range(after, min(after + 3, self.size)):
            if self.gap(ahead).count("\n") or not capitalised(self.raw(ahead)):
                break
            word = self.words[ahead]
            if word.endswith(self.lang.institutions) and word not in self.lang.surnames:
                return True
        if after >= self.size or self.gap(after).count("\n"):
            return False
        word = self.words[after]
        if word in _COMPANY and (self.raw(after).isupper() or capitalised(self.raw(after))):
            return True
        return word == "-" and not self.gap(after)

    def mention(
        self, index: int, begin: int, titles: tuple[str, ...], given: list[str], family: list[str], after: int
    ) -> tuple[PersonMention, int] | None:
        last, genitive = self.bare(family[-1], after)
        family = [*family[:-1], last]
        if not titles and last in self.names and not given and not self.holds_office(index):
            return None
        surname = " ".join(family)
        name = " ".join((*given, surname))
        end = self.tokens[after - 1].end
        if genitive and self.raw(after) in ("'", "’") and not self.gap(after):
            end, after = self.tokens[after].end, after + 1
        start = self.tokens[index if titles else begin].start
        return PersonMention(start, end, name, titles, " ".join(given), surname, genitive), after

    def bare(self, family: str, after: int) -> tuple[str, bool]:
        """The family name without a genitive s.

        A name that ends in s keeps it unless the text knows it without: whether "Jungs" is Jung's or its
        own name only the other mentions, or the noun that follows, can tell.
        """
        for ending in self.lang.genitive:
            if family.lower().endswith(ending) and len(family) > len(ending) + 2:
                stem = family[: -len(ending)]
                if not ending.isalpha() or self.known_stem(stem):
                    return stem, True
        if self.raw(after) in ("'", "’") and not self.gap(after) and family[-1:] in "sßxz":
            return family, True
        return family, False

    def known_stem(self, stem: str) -> bool:
        return stem[-1:].lower() not in "sßxzaiou" and stem in _capitalised_words(self.text)

    def families(self, known: Families) -> Iterator[tuple[str, int, int, bool]]:
        """Family name, first token, index after and whether in the genitive, wherever one stands alone."""
        by_last, endings = known.by_last(), tuple(self.lang.genitive)
        if not by_last:
            return
        for index, token in enumerate(self.tokens):
            word = token.text
            genitive = False
            if word not in by_last:
                if not word.lower().endswith(endings):
                    continue
                stems = [word[: -len(end)] for end in self.lang.genitive if word.lower().endswith(end)]
                word = next((stem for stem in stems if stem in by_last), "")
                genitive = True
            if not word:
                continue
            family = by_last[word]
            first = index - len(family.split()) + 1
            if first >= 0 and self.alone(first, index, known.people[family]):
                yield family, first, index + 1, genitive

    def alone(self, first: int, last: int, person: PersonMention) -> bool:
        """Whether a family name is neither part of a full name nor of something else's."""
        before = self.raw(first - 1) if first else ""
        near = first > 0 and self.together(first)
        if near and (self.is_given(before) or before in person.given.split()):
            return False
        if near and before.lower() in self.lang.determiners and self.lang.nouns_capitalised:
            return False
        if near and before in self.lang.particles and before not in person.family.split():
            further = self.raw(first - 2) if first > 1 else ""
            if not further or self.is_given(further):
                return False  # "Jan de X" is somebody else, "the words of X" are not
        return not self.belongs_to_name(last + 1) and not inside(self.tokens[last].start, self.noise)


@lru_cache(maxsize=16)
def _capitalised_words(text: str) -> frozenset[str]:
    return frozenset(token.text for token in tokenised(text).tokens if token.text[:1].isupper())
