"""Hard cases of the `language` package, a table for each of its functions."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from kg.claims import Factuality
from kg.language import (
    dates,
    factuality_at,
    given_names,
    hedges,
    language,
    numbers,
    persons,
    quotations,
    reported,
    sentences,
    surnames,
    tokens,
)

WEDNESDAY = dt.date(2025, 5, 7)


def in_language(code: str, *cases: tuple[object, ...]) -> list[tuple[object, ...]]:
    return [(code, *case) for case in cases]


# -- languages


@pytest.mark.parametrize("code", ["de", "en", "fr", "es", "it", "nl", "sv"])
def test_no_cue_stands_twice_as_only_the_first_would_count(code: str):
    found = language(code)
    written = [
        tuple(token.text.lower() for token in tokens(words))
        for words in (
            *(cue.words for cue in found.cues),
            *dict.fromkeys(w.replace("’", "'") for w in found.no_cues),
        )
    ]

    assert not [words for words, times in Counter(written).items() if times > 1]


def test_each_language_is_one_module_and_an_unknown_one_falls_back_to_english():
    known = {code: language(code) for code in ("de", "en", "fr", "es", "it", "nl", "sv")}

    assert all(found.code == code and not found.fallback for code, found in known.items())
    assert language("de-AT") is known["de"]
    assert language("xx").code == "en"
    assert language("xx").fallback
    assert language("../de").fallback


def test_a_language_that_stands_in_is_told_from_the_language_itself():
    assert language("xx") != language("en")
    assert len({language("xx"), language("en"), language("en")}) == 2


# -- tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Nord-Süd-Achse kostet 1.500,50 Euro.",
            ["Die", "Nord-Süd-Achse", "kostet", "1.500,50", "Euro", "."],
        ),
        ("A_B teilt mit: »Ja!«", ["A_B", "teilt", "mit", ":", "»", "Ja", "!", "«"]),
        ("We can’t wait", ["We", "can’t", "wait"]),
        ("", []),
    ],
)
def test_tokens_keep_words_and_numbers_whole(text, expected):
    found = tokens(text)

    assert [token.text for token in found] == expected
    assert all(text[token.start : token.end] == token.text for token in found)


# -- sentences

SENTENCES = [
    *in_language(
        "de",
        ("Sie kommt am 7. Mai. Er bleibt.", 2),
        ("Das 3. Treffen war gut. Alle kamen.", 2),
        ("Das gilt z. B. für Kiel. Mehr folgt.", 2),
        ("Dr. Ina Beispiel und Prof. Max Muster sprechen.", 1),
        ("Die Strecke bleibt bis 2030. Danach wird gebaut.", 2),
        ("Wir sind auf der Messe (4.–6. November 2025) und am 3./4. Juni 2026 dabei.", 1),
        ("Es kostet 3,5 Mio. Euro. Das ist viel.", 2),
        ("St. Georg liegt an der Str. nach Norden.", 1),
        ("»Wir bauen. Das dauert. Dann feiern wir«, sagte sie.", 3),
        ("Sie rief: „Kommt alle!“ Dann ging sie.", 2),
        ("„Wann endlich?“, fragte er. Niemand wusste es.", 2),
        ("Überschrift ohne Punkt\n\nErster Satz. Zweiter Satz.", 3),
        ("Zeile bricht\nmitten im Satz um.", 1),
        ("Ziele:\n- erstens Ruhe\n- zweitens Geduld", 3),
        ("Der Verein e. V. tagt u. a. in Ulm bzw. Hof.", 1),
        ("Am 28. Januar 2022 um 10.30 Uhr geht es los. Ende.", 2),
        ("J. R. Muster schreibt. Sie liest.", 2),
        ("Am 28. 1. 2022 war Schluss.", 1),
        ("Er verkauft Obst, Gemüse usw. Die Kunden freuen sich.", 2),
        ("1. Die Lage ist gut.", 1),
        ("Alles fertig… Und nun?", 2),
        ("Der Bau endete.Danach kam das Fest.", 2),
    ),
    *in_language(
        "en",
        ("Mr. Smith met Dr. Jones at No. 10 Main St. yesterday. It rained.", 2),
        ("It costs 3.5 million, e.g. for roads. Fine.", 2),
        ('"We won. We sing," she said.', 2),
        ('"Really?" he asked. Nobody knew.', 2),
        ("He moved to the U.S. The weather is fine.", 2),
        ("The plan runs to 2030. Then it ends.", 2),
        ("J. P. Writer wrote it. We read it.", 2),
        ("They left at 5 p.m. The rest stayed.", 2),
    ),
    *in_language(
        "fr",
        ("M. Dupont et Mme. Martin arrivent. Ils parlent.", 2),
        ("« Nous avons gagné. » Puis il partit.", 2),
        ("Il est né le 1er mai. Elle aussi.", 2),
    ),
    *in_language("es", ("El Sr. López habló. La Sra. Ruiz calló.", 2), ("¿Quién viene? Nadie.", 2)),
    *in_language(
        "nl",
        ("Dhr. Jansen en mevr. De Vries komen. Zij spreken.", 2),
        ("Het gaat o.a. om bussen. Die zijn groen.", 2),
        ("‘Wij bouwen.’ Toen vertrok hij.", 2),
    ),
    *in_language(
        "sv", ("Det gäller t.ex. bussar. De är gröna.", 2), ("Han sa: ”Vi bygger.” Sedan gick han.", 2)
    ),
    *in_language(
        "it", ("Il dott. Neri arriva. La casa è grande.", 2), ("«Costruiamo la casa.» Poi è partito.", 2)
    ),
]


@pytest.mark.parametrize(("code", "text", "count"), SENTENCES)
def test_sentences_end_where_a_reader_ends_them(code, text, count):
    found = [text[start:end] for start, end in sentences(text, language(code))]

    assert len(found) == count, found


# -- dates

DATES = [
    *in_language(
        "de",
        ("Am 07.05.2025 begann es.", [("07.05.2025", "2025-05-07", "day")]),
        ("Stand: 7.5.25", [("7.5.25", "2025-05-07", "day")]),
        ("Am 7. Mai 2024 war Markt.", [("7. Mai 2024", "2024-05-07", "day")]),
        ("vom 20. bis 22. Mai 2023", [("20. bis 22. Mai 2023", "2023-05-20/2023-05-22", "span")]),
        (
            "von Donnerstag, 17., bis Samstag, 19. September 2026",
            [("17., bis Samstag, 19. September 2026", "2026-09-17/2026-09-19", "span")],
        ),
        (
            "Donnerstag, 12. und Freitag, 13. März 2026",
            [("12. und Freitag, 13. März 2026", "2026-03-12/2026-03-13", "span")],
        ),
        ("6.-8.5.2025", [("6.-8.5.2025", "2025-05-06/2025-05-08", "span")]),
        ("6.–8. Mai 2025", [("6.–8. Mai 2025", "2025-05-06/2025-05-08", "span")]),
        ("vom 30. April bis 2. Mai 2025", [("30. April bis 2. Mai 2025", "2025-04-30/2025-05-02", "span")]),
        ("am 28. 1. 2022", [("28. 1. 2022", "2022-01-28", "day")]),
        ("Im Mai 2023 wurde gebaut.", [("Mai 2023", "2023-05", "month")]),
        ("Im März wurde gebaut.", [("März", "2025-03", "month")]),
        ("Im November wurde gebaut.", [("November", "2024-11", "month")]),
        (
            "Im Juni begann, im Mai 2021 endete es.",
            [("Juni", "2021-06", "month"), ("Mai 2021", "2021-05", "month")],
        ),
        ("Anfang Mai tagte der Rat.", [("Anfang Mai", "2025-05-01/2025-05-12", "span")]),
        ("Mitte Juni 2024", [("Mitte Juni 2024", "2024-06-09/2024-06-22", "span")]),
        ("Ende 2024 kam Post.", [("Ende 2024", "2024-09-01/2024-12-31", "span")]),
        ("Anfang des Jahres 2020", [("Anfang des Jahres 2020", "2020-01-01/2020-04-30", "span")]),
        ("Anfang des Jahres kam Post.", [("Anfang des Jahres", "2025-01-01/2025-04-30", "span")]),
        ("im Sommer 2024", [("Sommer 2024", "2024-06-01/2024-09-22", "span")]),
        ("im vergangenen Herbst", [("vergangenen Herbst", "2024-09-01/2024-12-20", "span")]),
        ("im Jahr 2022", [("2022", "2022", "year")]),
        ("seit 2019 aktiv", [("2019", "2019", "since")]),
        ("bis 2030", [("2030", "2030", "until")]),
        ("bis zum Jahr 2035", [("2035", "2035", "until")]),
        ("spätestens 2040", [("2040", "2040", "until")]),
        ("bis Ende 2026", [("Ende 2026", "2026-09-01/2026-12-31", "until")]),
        ("ab 2026 gilt das", [("2026", "2026", "since")]),
        ("von 2021 bis 2027", [("2021 bis 2027", "2021-01-01/2027-12-31", "span")]),
        ("im Schuljahr 2024/25", [("2024/25", "2024-01-01/2025-12-31", "span")]),
        ("im ersten Quartal 2025", [("ersten Quartal 2025", "2025-01-01/2025-03-31", "span")]),
        (
            "Heute, gestern und morgen",
            [
                ("Heute", "2025-05-07", "day"),
                ("gestern", "2025-05-06", "day"),
                ("morgen", "2025-05-08", "day"),
            ],
        ),
        ("Am Morgen regnete es.", []),
        ("Am Dienstag tagte der Rat.", [("Dienstag", "2025-05-06", "day")]),
        ("Am Dienstag wird der Rat tagen.", [("Dienstag", "2025-05-13", "day")]),
        ("am Dienstag, dem 10. Juni 2025", [("10. Juni 2025", "2025-06-10", "day")]),
        ("letztes Jahr", [("letztes Jahr", "2024", "year")]),
        ("nächste Woche", [("nächste Woche", "2025-05-12/2025-05-18", "span")]),
        ("Nur 2000 Bäume und 1.950 Hecken", []),
        ("2000 Euro, 2050 Prozent, 2023 km", []),
        ("an der A 14 und in Nr. 2020", []),
        ("+49 351 2020 2021", []),
        ("Das kann man nicht wissen.", []),
        ("Der 31.02.2025 ist kein Tag.", []),
        ("Punkt 753.", []),
    ),
    *in_language(
        "en",
        ("on 7 May 2025", [("7 May 2025", "2025-05-07", "day")]),
        ("on May 7, 2025, in town", [("May 7, 2025", "2025-05-07", "day")]),
        ("the 7th of May 2025", [("7th of May 2025", "2025-05-07", "day")]),
        ("dated 2025-05-07", [("2025-05-07", "2025-05-07", "day")]),
        (
            "from Thursday 17 to Saturday 19 September 2026",
            [("17 to Saturday 19 September 2026", "2026-09-17/2026-09-19", "span")],
        ),
        ("on 11/12 January 2024", [("11/12 January 2024", "2024-01-11/2024-01-12", "span")]),
        ("from 6 to 8 May 2025", [("6 to 8 May 2025", "2025-05-06/2025-05-08", "span")]),
        ("May 6–8, 2025", [("May 6–8, 2025", "2025-05-06/2025-05-08", "span")]),
        ("in early June 2024", [("early June 2024", "2024-06-01/2024-06-12", "span")]),
        ("mid-May", [("mid-May", "2025-05-09/2025-05-22", "span")]),
        ("by the end of 2025", [("the end of 2025", "2025-09-01/2025-12-31", "until")]),
        ("by 2030", [("2030", "2030", "until")]),
        ("till 2030", [("2030", "2030", "until")]),
        ("since 2019", [("2019", "2019", "since")]),
        ("today and yesterday", [("today", "2025-05-07", "day"), ("yesterday", "2025-05-06", "day")]),
        ("last week", [("last week", "2025-04-28/2025-05-04", "span")]),
        ("They met on Tuesday.", [("Tuesday", "2025-05-06", "day")]),
        ("They will meet on Tuesday.", [("Tuesday", "2025-05-13", "day")]),
        ("next year", [("next year", "2026", "year")]),
        ("Q3 2025", [("Q3 2025", "2025-07-01/2025-09-30", "span")]),
        ("We may march on.", []),
        ("2000 trees", []),
        ("in summer 2024", [("summer 2024", "2024-06-01/2024-09-22", "span")]),
    ),
    *in_language(
        "fr",
        ("le 7 mai 2025", [("7 mai 2025", "2025-05-07", "day")]),
        ("du 6 au 8 mai 2025", [("6 au 8 mai 2025", "2025-05-06/2025-05-08", "span")]),
        ("d'ici 2030", [("2030", "2030", "until")]),
        ("depuis 2019", [("2019", "2019", "since")]),
        ("hier", [("hier", "2025-05-06", "day")]),
        ("le 1er juin 2024", [("1er juin 2024", "2024-06-01", "day")]),
        ("l'année dernière", [("l'année dernière", "2024", "year")]),
        ("l'an dernier", [("l'an dernier", "2024", "year")]),
        ("le 5 novembre dernier", [("5 novembre", "2024-11-05", "day")]),
    ),
    *in_language(
        "es",
        ("el 7 de mayo de 2025", [("7 de mayo de 2025", "2025-05-07", "day")]),
        ("del 6 al 8 de mayo de 2025", [("6 al 8 de mayo de 2025", "2025-05-06/2025-05-08", "span")]),
        ("hasta 2030", [("2030", "2030", "until")]),
        ("la semana pasada", [("semana pasada", "2025-04-28/2025-05-04", "span")]),
        ("en mayo de 2024", [("mayo de 2024", "2024-05", "month")]),
        ("el pasado 16 de septiembre", [("16 de septiembre", "2024-09-16", "day")]),
        ("el próximo 2 de abril", [("2 de abril", "2026-04-02", "day")]),
        ("en septiembre del año pasado", [("septiembre del año pasado", "2024-09", "month")]),
        ("el pasado mes de marzo", [("pasado mes de marzo", "2025-03", "month")]),
        ("9 may 2024", [("9 may 2024", "2024-05-09", "day")]),
    ),
    *in_language(
        "nl",
        ("op 7 mei 2025", [("7 mei 2025", "2025-05-07", "day")]),
        ("van 6 tot 8 mei 2025", [("6 tot 8 mei 2025", "2025-05-06/2025-05-08", "span")]),
        ("tegen 2030", [("2030", "2030", "until")]),
        ("uiterlijk in 2030", [("2030", "2030", "until")]),
        ("sinds 2019", [("2019", "2019", "since")]),
        ("vandaag", [("vandaag", "2025-05-07", "day")]),
        ("gisteravond", [("gisteravond", "2025-05-06", "day")]),
        ("in april 2022", [("april 2022", "2022-04", "month")]),
        ("eind mei 2024", [("eind mei 2024", "2024-05-19/2024-05-31", "span")]),
        ("vorige week", [("vorige week", "2025-04-28/2025-05-04", "span")]),
        ("volgend jaar", [("volgend jaar", "2026", "year")]),
        ("drie jaar geleden", [("drie jaar geleden", "2022", "year")]),
        ("dinsdag 6 mei", [("6 mei", "2025-05-06", "day")]),
        (
            "in maart 2023 en in mei van dat jaar",
            [("maart 2023", "2023-03", "month"), ("mei van dat jaar", "2023-05", "month")],
        ),
    ),
    *in_language(
        "it",
        ("il 7 maggio 2025", [("7 maggio 2025", "2025-05-07", "day")]),
        ("l'8 maggio 2025", [("8 maggio 2025", "2025-05-08", "day")]),
        ("dall’11 al 13 maggio 2025", [("11 al 13 maggio 2025", "2025-05-11/2025-05-13", "span")]),
        ("entro il 2030", [("2030", "2030", "until")]),
        ("dal 2022", [("2022", "2022", "since")]),
        ("nell'aprile 2022", [("nell'aprile 2022", "2022-04", "month")]),
        ("lo scorso marzo", [("scorso marzo", "2025-03", "month")]),
        ("l'anno scorso", [("l'anno scorso", "2024", "year")]),
    ),
    *in_language(
        "sv",
        ("den 7 maj 2025", [("7 maj 2025", "2025-05-07", "day")]),
        ("den 6–8 maj 2025", [("6–8 maj 2025", "2025-05-06/2025-05-08", "span")]),
        ("senast 2030", [("2030", "2030", "until")]),
        ("i går", [("i går", "2025-05-06", "day")]),
        ("i början av maj 2024", [("i början av maj 2024", "2024-05-01/2024-05-12", "span")]),
        ("i april i år", [("april i år", "2025-04", "month")]),
        ("i tisdags", [("tisdags", "2025-05-06", "day")]),
        ("för tre år sedan", [("för tre år sedan", "2022", "year")]),
        (
            "i mars 2023 och i maj samma år",
            [("mars 2023", "2023-03", "month"), ("maj samma år", "2023-05", "month")],
        ),
    ),
]


@pytest.mark.parametrize(("code", "text", "expected"), DATES)
def test_dates_name_the_days_that_a_reader_understands(code, text, expected):
    found = dates(text, language(code), WEDNESDAY)

    assert [(text[one.start : one.end], one.period.text, one.kind) for one in found] == expected


def test_dates_that_need_the_documents_own_are_left_out_without_it():
    text = "Heute, im Mai, letztes Jahr und am Dienstag; am 7. Juni 2024."

    found = dates(text, language("de"), None)

    assert [one.period.text for one in found if not one.relative] == ["2024-05", "2024-06-07"]
    assert not any(one.relative for one in found)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Das Vorhaben ABC 2030 läuft."),
        ("de", "Im Plan „Grün bis 2030“ steht es."),
        ("en", "Agenda for Vision 2030 runs."),
    ],
)
def test_a_year_in_a_name_is_flagged(code, text):
    assert [one.in_name for one in dates(text, language(code), WEDNESDAY)] == [True]


# -- numbers

NUMBERS = [
    *in_language(
        "de",
        ("1.500 Bäume", [(1500, "")]),
        ("3,6 Grad", [(3.6, "")]),
        ("neununddreißig Orte", [(39, "")]),
        ("dreihundertsiebenundsiebzig Bewerber", [(377, "")]),
        ("zweitausendfünfhundert", [(2500, "")]),
        ("acht Orte", [(8, "")]),
        ("über 50 Betriebe", [(50, "at_least")]),
        ("mehr als 50 Betriebe", [(50, "at_least")]),
        ("rund 100", [(100, "approximate")]),
        ("bis zu 20", [(20, "at_most")]),
        ("mit 38 weiteren Orten", [(38, "more")]),
        ("weitere acht Orte", [(8, "more")]),
        ("360 Millionen Euro", [(360_000_000, "EUR")]),
        ("2 Mrd. Euro", [(2_000_000_000, "EUR")]),
        ("1,5 Milliarden €", [(1_500_000_000, "EUR")]),
        ("75 Prozent und 12,5 %", [(75, "percent"), (12.5, "percent")]),
        ("eine von 112 Gemeinden", [(1, "one_of"), (112, "")]),
        ("eine Gemeinde", []),
        ("die dritte Tagung", [(3, "ordinal")]),
        ("das 3. Treffen", [(3, "ordinal")]),
        ("Lindenstraße 12, 01097 Hausen", []),
        ("um 14:30 Uhr und um 9 Uhr", []),
        ("Telefon +49 351 564 80600", []),
        ("Linien 3, 7 und 8", []),
        ("CO<sub>2</sub>", []),
        ("Version 4 und Nr. 5", []),
        ("„100 grüne Orte“", [(100, "")]),
    ),
    *in_language(
        "en",
        ("1,500 trees", [(1500, "")]),
        ("3.6 degrees", [(3.6, "")]),
        ("thirty-nine towns", [(39, "")]),
        ("three hundred and seventy-seven bids", [(377, "")]),
        ("two thousand five hundred", [(2500, "")]),
        ("at least 50", [(50, "at_least")]),
        ("some 50 firms", [(50, "approximate")]),
        ("another 38 towns", [(38, "more")]),
        ("38 other towns", [(38, "more")]),
        ("€2 billion", [(2_000_000_000, "EUR")]),
        ("one of the 112 towns", [(1, "one_of"), (112, "")]),
        ("the 3rd meeting", [(3, "ordinal")]),
        ("75 per cent", [(75, "percent")]),
        ("50+ firms", [(50, "at_least")]),
        ("at 10:30 am", []),
    ),
    *in_language(
        "fr",
        ("vingt-trois villages", [(23, "")]),
        ("cent douze villages", [(112, "")]),
        ("plus de 1 500 arbres", [(1500, "at_least")]),
        ("2 milliards d'euros", [(2_000_000_000, "EUR")]),
        ("18,5 M€", [(18_500_000, "EUR")]),
        ("une centaine de villages", [(100, "approximate")]),
        ("plus d'une quarantaine de villages", [(40, "at_least")]),
        ("38 autres villages", [(38, "more")]),
    ),
    *in_language(
        "es",
        ("ciento doce pueblos", [(112, "")]),
        ("treinta y nueve pueblos", [(39, "")]),
        ("más de 50", [(50, "at_least")]),
        ("2 mil millones de euros", [(2_000_000_000, "EUR")]),
        ("más de un centenar de pueblos", [(100, "at_least")]),
        ("otras 38 villas", [(38, "more")]),
    ),
    *in_language(
        "nl",
        ("negenendertig dorpen", [(39, "")]),
        ("honderdtwaalf dorpen", [(112, "")]),
        ("tweeëntwintig dorpen", [(22, "")]),
        ("meer dan 50 bedrijven", [(50, "at_least")]),
        ("zo’n 50 bedrijven", [(50, "approximate")]),
        ("ruim 50 bedrijven", [(50, "at_least")]),
        ("38 andere dorpen", [(38, "more")]),
        ("2 miljard euro", [(2_000_000_000, "EUR")]),
        ("1,5 mln. euro", [(1_500_000, "EUR")]),
        ("een van de 112 dorpen", [(1, "one_of"), (112, "")]),
        ("12.500 dorpen", [(12_500, "")]),
    ),
    *in_language(
        "it",
        ("centododici paesi", [(112, "")]),
        ("trentanove paesi", [(39, "")]),
        ("ventotto paesi e ventitré ville", [(28, ""), (23, "")]),
        ("duemila case", [(2000, "")]),
        ("oltre 50", [(50, "at_least")]),
        ("11,8 milioni di euro", [(11_800_000, "EUR")]),
        ("altre 38 ville", [(38, "more")]),
    ),
    *in_language(
        "sv",
        ("trettionio orter", [(39, "")]),
        ("ett hundra tolv orter", [(112, "")]),
        ("över 50 företag", [(50, "at_least")]),
        ("38 andra orter", [(38, "more")]),
        ("2 miljarder kronor", [(2_000_000_000, "SEK")]),
        ("120 mkr", [(120_000_000, "SEK")]),
        ("ett femtiotal företag", [(50, "approximate")]),
        ("ett 30-tal orter", [(30, "approximate")]),
    ),
]
FLAGS = ("at_least", "at_most", "approximate", "more", "ordinal", "percent", "one_of")


@pytest.mark.parametrize(("code", "text", "expected"), NUMBERS)
def test_numbers_have_value_bounds_and_unit(code, text, expected):
    found = numbers(text, language(code))

    shown = [
        (
            one.value,
            " ".join([f for f in FLAGS if getattr(one, f)] + ([one.currency] if one.currency else [])),
        )
        for one in found
    ]
    assert shown == expected


def test_numbers_inside_dates_are_skipped():
    text = "Am 7. Mai 2025 kamen 12 Gäste."
    spans = [(one.start, one.end) for one in dates(text, language("de"), None)]

    found = numbers(text, language("de"), skip=spans)

    assert [one.value for one in found] == [12]


@pytest.mark.parametrize("code", ["de", "en", "fr", "es", "nl"])
def test_number_words_agree_with_an_independent_reader(code):
    from text_to_num import text2num

    words = [*language(code).small_numbers]

    wrong = []
    for word in words:
        try:
            independent = text2num(word, code)
        except ValueError:
            continue
        if independent != language(code).small_numbers[word]:
            wrong.append(word)
    assert wrong == []


# -- persons

PERSONS = [
    *in_language(
        "de",
        ("Ministerin Petra Beispiel kam.", ["Petra Beispiel"]),
        ("Dr. Ina Muster-Kühn und Prof. Dr. Jan van der Berg", ["Ina Muster-Kühn", "Jan van der Berg"]),
        ("Frau Muster sprach.", ["Muster"]),
        ("Hans-Peter Öztürk lachte.", ["Hans-Peter Öztürk"]),
        ("Nataliia Schewtschuk reiste.", ["Nataliia Schewtschuk"]),
        ("die Erika Muster AG", []),
        ("in der Konrad-Beispiel-Straße", []),
        ("die Petra Beispiel Stiftung", []),
        ("Im August Neues. Mai Fest.", []),
        ("Die Heide Wiese blüht.", []),
        ("Robert Muster Straße", []),
        ("Peter Müllers Rede. Peter Müller sprach.", ["Peter Müller", "Peter Müller"]),
        ("Julia Fuchs sprach.", ["Julia Fuchs"]),
    ),
    *in_language(
        "en",
        ("Mr Smith met Dr. Ann O'Hara.", ["Smith", "Ann O'Hara"]),
        ("Sir John Fielding spoke.", ["John Fielding"]),
        ("May Day and Will Europe follow?", []),
        ("the Robert Smith Foundation", []),
        ("Paris Agreement and Georgia State", []),
        ("Anna Maria Rossi's speech", ["Anna Maria Rossi"]),
        ("John F. Example wrote.", ["John F. Example"]),
    ),
    *in_language("fr", ("M. Dupont et Jean-Luc de Villiers", ["Dupont", "Jean-Luc de Villiers"])),
    *in_language("es", ("la Sra. García y José López", ["García", "José López"])),
    *in_language(
        "nl",
        ("Pieter van den Berg en Els Jansen", ["Pieter van den Berg", "Els Jansen"]),
        ("Els Van Dyck ontmoette Jan de Boer.", ["Els Van Dyck", "Jan de Boer"]),
    ),
    *in_language("it", ("l'ing. Giuseppe De Rossi e Anna Bianchi", ["Giuseppe De Rossi", "Anna Bianchi"])),
    *in_language("sv", ("Karin Åkesson och Lars af Ström", ["Karin Åkesson", "Lars af Ström"])),
]


@pytest.mark.parametrize(("code", "text", "expected"), PERSONS)
def test_persons_are_found_and_namesakes_are_not(code, text, expected):
    assert [one.name for one in persons(text, language(code))] == expected


def test_a_persons_titles_given_and_family_name_are_kept_apart():
    (found,) = persons("Gestern sprach Prof. Dr. Ina von Muster.", language("de"))

    assert (found.titles, found.given, found.family) == (("Prof.", "Dr."), "Ina", "von Muster")


def test_an_office_before_it_admits_a_name_that_is_also_a_common_word():
    text = "Direktor August Beispiel kam."

    assert persons(text, language("de")) == []
    assert [
        one.name for one in persons(text, language("de"), known_office=lambda word: word == "Direktor")
    ] == ["August Beispiel"]


def test_an_office_before_it_admits_a_given_name_that_no_list_has():
    text = "Direktorin Qyxara Beispiel kam, Qyxara Beispiel ging."

    found = persons(text, language("de"), known_office=lambda word: word == "Direktorin")

    assert [one.start for one in found] == [11]


def test_an_office_and_its_place_or_a_verb_of_saying_introduce_a_name_that_no_list_has():
    spanish = language("es")

    def office(word):
        return word == "directora"

    introduced = persons("La directora de Aldea, Maiderna Etxebar, abrió.", spanish, known_office=office)
    said = persons("«Todo va bien por aquí», afirma Maiderna Etxebar.", spanish)
    bare = persons("Ayer vino Maiderna Etxebar.", spanish)

    assert [one.name for one in (*introduced, *said)] == ["Maiderna Etxebar"] * 2
    assert bare == []


def test_a_name_known_to_be_something_elses_is_no_person():
    text = "Anna Hafen liegt am Meer."

    assert persons(text, language("de"), known_not=lambda name: name == "Hafen") == []


def test_surnames_find_later_mentions_but_neither_full_names_nor_companies():
    text = "Petra Beispiel kam. Beispiel lachte, Beispiels Rede gefiel. Ulla Beispiel ging. Beispiel AG."
    lang = language("de")
    people = {one.family: one for one in persons(text, lang)[:1]}

    found = surnames(text, lang, people)

    assert [(text[one.start : one.end], one.genitive) for one in found] == [
        ("Beispiel", False),
        ("Beispiels", True),
    ]
    assert {one.name for one in found} == {"Petra Beispiel"}


def test_given_names_come_from_many_countries():
    assert {"Dirk", "Nataliia", "Zofia", "Åsa", "Giulia", "José"} <= given_names()


# -- quotations

QUOTATIONS = [
    *in_language(
        "de",
        ("»Wir bauen das Haus jetzt fertig«, sagte Petra Beispiel.", [("Petra Beispiel", "person")]),
        (
            "»Wir bauen das Haus jetzt fertig«, so die Leiterin Petra Beispiel.",
            [("Petra Beispiel", "person")],
        ),
        ("Petra Beispiel betonte: „Wir bauen das Haus jetzt fertig.“", [("Petra Beispiel", "person")]),
        ("Petra Beispiel: „Wir bauen. Wir feiern dann das Fest.“", [("Petra Beispiel", "person")]),
        ("„Wir bauen das Haus jetzt fertig“, erklärte die Leiterin.", [("die Leiterin", "role")]),
        ("„Wir bauen das Haus jetzt fertig“, sagte er.", [("er", "pronoun")]),
        ("Das Motto „Wir bauen gemeinsam ein Haus“ gefiel Petra Beispiel.", []),
        ("Im Projekt „Haus am See für alle“, das Petra Beispiel leitet, wird gebaut.", []),
        ("Das „kleine Haus“, sagte Petra Beispiel.", []),
        (
            "»Wir bauen das Haus«, sagte Petra Beispiel. »Es wird groß und hell sein.«",
            [("Petra Beispiel", "person"), ("Petra Beispiel", "person")],
        ),
    ),
    *in_language(
        "en",
        ('"We are building the house," said Peter Example.', [("Peter Example", "person")]),
        ("“We are building the house,” Peter Example explained.", [("Peter Example", "person")]),
        ('Peter Example said: "We are building the house."', [("Peter Example", "person")]),
        ('Peter Example added, "We are building the house."', [("Peter Example", "person")]),
        ('"We are building the house," she said.', [("she", "pronoun")]),
        ('"We are building the house," said the director.', [("the director", "role")]),
        ('The project "a house for all of us" pleased Peter Example.', []),
    ),
    *in_language(
        "fr",
        ("« Nous construisons la maison », explique Jean Dupont.", [("Jean Dupont", "person")]),
        ("« Nous construisons la maison », a déclaré Jean Dupont.", [("Jean Dupont", "person")]),
        ("« Nous construisons la maison », a fait valoir Jean Dupont.", [("Jean Dupont", "person")]),
        ("« Nous construisons la maison », nous a-t-il confié.", [("a-t-il", "pronoun")]),
        ("Pour Jean Dupont, « nous construisons la maison ».", [("Jean Dupont", "person")]),
    ),
    *in_language(
        "es",
        ("«Construimos la casa ahora mismo», señaló José López.", [("José López", "person")]),
        ('"Construimos la casa ahora mismo", ha declarado José López.', [("José López", "person")]),
        ('"Construimos la casa ahora mismo", ha dicho.', [("dicho", "pronoun")]),
    ),
    *in_language(
        "nl",
        ("‘Wij bouwen nu het huis’, zegt Jan de Boer.", [("Jan de Boer", "person")]),
        ("“Wij bouwen nu het huis”, aldus Jan de Boer.", [("Jan de Boer", "person")]),
        ("Jan de Boer: “Wij bouwen nu het huis.”", [("Jan de Boer", "person")]),
        ("“Wij bouwen nu het huis”, zei ze.", [("ze", "pronoun")]),
    ),
    *in_language(
        "it",
        ("«Costruiamo la casa proprio adesso», ha detto Anna Bianchi.", [("Anna Bianchi", "person")]),
        ("Anna Bianchi ha spiegato: «Costruiamo la casa proprio adesso».", [("Anna Bianchi", "person")]),
    ),
    *in_language(
        "sv",
        ("”Vi bygger huset nu”, säger Karin Åkesson.", [("Karin Åkesson", "person")]),
        ("Vi bygger huset nu, säger Karin Åkesson.", [("Karin Åkesson", "person")]),
        ("Huset kallas ”Vi bor alla här” av Karin Åkesson.", []),
    ),
]


@pytest.mark.parametrize(("code", "text", "expected"), QUOTATIONS)
def test_quotations_have_their_speaker_and_names_in_quotes_are_none(code, text, expected):
    lang = language(code)

    found = quotations(text, lang, persons(text, lang))

    assert [(text[one.speaker_start : one.speaker_end], one.speaker_kind) for one in found] == expected


def test_a_quotation_marks_its_outer_and_inner_span():
    text = "»Wir bauen das Haus«, sagte Petra Beispiel."
    (found,) = quotations(text, language("de"), persons(text, language("de")))

    assert text[found.start : found.end] == "»Wir bauen das Haus«"
    assert text[found.inner_start : found.inner_end] == "Wir bauen das Haus"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Petra Beispiel betonte, dass gebaut wird.", 1),
        ("de", "Laut Petra Beispiel wird gebaut.", 1),
        ("de", "Petra Beispiel baut.", 0),
        ("en", "According to Peter Example, work goes on.", 1),
        ("en", "Peter Example says work goes on.", 1),
        ("en", "Peter Example builds.", 0),
        ("fr", "Selon Jean Dupont, tout va bien.", 1),
        ("nl", "Volgens Jan de Boer gaat het goed.", 1),
        ("nl", "Jan de Boer benadrukt dat er gebouwd wordt.", 1),
        ("nl", "Jan de Boer bouwt.", 0),
        ("sv", "Enligt Karin Åkesson går det bra.", 1),
    ],
)
def test_reported_speech_is_found_without_quotation_marks(code, text, expected):
    lang = language(code)

    assert len(reported(text, lang, persons(text, lang))) == expected


# -- hedges: the word after the bar is asked about

A, E, P, D = Factuality.ASSERTED, Factuality.EXPECTED, Factuality.POSSIBLE, Factuality.DENIED
FACTUALITY = [
    *in_language(
        "de",
        ("Das Haus wurde |eröffnet.", A),
        ("Das Haus wird |eröffnet.", A),
        ("Das Haus wird im Juni 2026 |eröffnet.", E),
        ("Das Haus wird bald |eröffnet.", E),
        ("Das Haus wird |eröffnet werden.", E),
        ("Das Dorf wird den Preis |erhalten.", E),
        ("Das Haus wird zum |Vorbild der neuen Zeit.", A),
        ("Das Haus soll |eröffnet werden.", E),
        ("Der Rat will das Haus |eröffnen.", E),
        ("Der Rat plant, das Haus zu |eröffnen.", E),
        ("Der Rat könnte das Haus |eröffnen.", P),
        ("Das Haus kann |eröffnet werden.", P),
        ("Der Rat prüft, ob er das Haus |eröffnet.", P),
        ("Das Haus wurde nicht |eröffnet.", D),
        ("Das Haus wurde noch nicht |eröffnet.", D),
        ("Der Ort erhielt keinen |Preis.", D),
        ("Nicht nur das Haus wurde |eröffnet, sondern auch der Hof.", A),
        ("Das Haus, das bald kommen soll, wurde |gelobt.", A),
        ("Das Haus, das der Rat |lobte, soll wachsen.", A),
        ("Das Haus wurde |gelobt und soll wachsen.", A),
        ("Das Haus wurde gelobt und soll |wachsen.", E),
        ("Es wird erwartet, dass das Haus |wächst.", E),
        ("Falls das Geld kommt, |wächst das Haus.", E),
        ("Falls das Geld |kommt, wächst das Haus.", P),
        ("Stimmt der Rat zu, |wächst das Haus.", E),
        ("Stimmt der Rat |zu, wächst das Haus.", P),
        ("Stimmt der Rat zu, könnte das Haus |wachsen.", P),
        ("Ist das das Haus, das |wächst?", A),
        ("Der Rat verzichtet auf das |Haus.", D),
        ("Das Haus muss |wachsen.", P),
        ("Der Verein wurde gegründet, um das Dorf zu |stärken.", P),
        ("Der Verein wurde |gegründet, um das Dorf zu stärken.", A),
        ("Das Dorf hat sich |angemeldet, wurde aber nicht gewählt.", A),
        ("Das Dorf hat sich als |Modell beworben.", P),
        ("Der Preis wird seit 2019 jährlich |verliehen.", A),
        ("Das |Fest findet im Herbst 2025 statt.", E),
        ("Der Ort soll den Preis |erhalten haben.", E),
        ("Der Ort soll den Preis |gewonnen haben.", P),
        ("Ohne Pause wurde |gebaut.", A),
        ("Aachen, |Bremen und Celle wurden nicht gewählt.", D),
        ("Nicht Aachen, sondern |Bremen wurde gewählt.", A),
    ),
    *in_language(
        "en",
        ("The house was |opened.", A),
        ("The house will |open.", E),
        ("The house is expected to |open.", E),
        ("The council plans to |open it.", E),
        ("It could |open.", P),
        ("It may |open.", P),
        ("They met in May and |opened it.", A),
        ("If money comes, it |opens.", E),
        ("If money |comes, it opens.", P),
        ("Should money come, it |opens.", E),
        ("It opened, a house with a bold plan to |grow.", A),
        ("The houses plan to |grow.", E),
        ("It did not |open.", D),
        ("It doesn't |open.", D),
        ("It never |opened.", D),
        ("Not only the house |opened, but also the yard.", A),
        ("The house, which will grow, was |praised.", A),
        ("It was |praised and will grow.", A),
        ("The council refused to |open it.", D),
        ("It received no |prize.", D),
        ("The prize was |awarded to towns that have not yet signed.", A),
        ("The towns that will host it were |named.", A),
        ("The towns that will |host it were named.", E),
        ("The conference takes |place in June 2026.", E),
        ("It aims to be |green by 2030.", E),
        ("It signed the |contract for 2030.", A),
    ),
    *in_language(
        "fr", ("La maison pourrait |ouvrir.", P), ("Elle n'a pas |ouvert.", D), ("Elle prévoit d'|ouvrir.", E)
    ),
    *in_language(
        "es", ("La casa podría |abrir.", P), ("La casa no |abrió.", D), ("La casa prevé |abrir.", E)
    ),
    *in_language(
        "nl",
        ("Het huis zou kunnen |openen.", P),
        ("Het huis is niet |geopend.", D),
        ("Het huis is nog niet |geopend.", D),
        ("Het huis zal in mei |openen.", E),
        ("De stad wil het huis |openen.", E),
        ("De stad hoopt het huis te |openen.", P),
        ("De stad heeft het huis |geopend.", A),
        ("Als de raad instemt, gaat het huis |open.", E),
        ("De raad besloot om het huis te |openen.", E),
        ("De stad kreeg geen |prijs.", D),
    ),
    *in_language(
        "it",
        ("La casa potrebbe |aprire.", P),
        ("La casa non ha |aperto.", D),
        ("La casa prevede di |aprire.", E),
    ),
    *in_language(
        "sv",
        ("Huset kan komma att |öppna.", P),
        ("Huset har inte |öppnat.", D),
        ("Huset planeras |öppna.", E),
    ),
    # what a second clause hopes says nothing of the first
    *(
        ("de", text, want)
        for text, want in (
            ("Das Haus hat im Mai |geöffnet, ein Anbau könnte im Herbst folgen.", A),
            ("Das Haus wird vom Land |gefördert, eine Verlängerung wäre denkbar.", A),
            ("Das Haus hat im Mai geöffnet, ein |Anbau könnte im Herbst folgen.", P),
            ("Ulm und Bonn haben es schon |bekommen, Celle darf nicht.", D),
        )
    ),
    # what somebody decides, promises or says that it would be is to come
    *(
        ("de", text, want)
        for text, want in (
            ("Der Rat hat gestern beschlossen, das Haus zu |öffnen.", E),
            ("Der Rat hat gestern |beschlossen, das Haus zu öffnen.", A),
            ("Der Rat hat den |Umbau beschlossen.", A),
            ("Der Rat spricht sich einstimmig dafür aus, ein Haus |einzurichten.", E),
            ("Die Firma hat angeboten, das Haus zu |bauen.", P),
            ("Das Land hat in Aussicht gestellt, das Haus zu |bezahlen.", E),
            ("Dort wolle man ein Haus |bauen.", E),
            ("Man werde das Haus im Mai |öffnen.", E),
        )
    ),
    *(
        ("en", text, want)
        for text, want in (
            ("The council voted to |open the house.", E),
            ("The council |voted to open the house.", A),
            ("She said the house would |open.", E),
            ("She told them that the house would |open.", E),
            ("The house would |open.", P),
            ("They have set money aside and expect to |open the house in June.", E),
            ("They have |set money aside and expect to open the house in June.", A),
            ("A new |house is under discussion.", P),
            ("Readers can visit the house, |opened last year to show the finds.", A),
        )
    ),
    *(
        ("es", text, want)
        for text, want in (
            ("La casa |cuesta tres millones, de los que el Estado quiere pagar uno.", A),
            ("La casa |abierta en mayo recibió un premio, al que otra podría aspirar.", A),
        )
    ),
]


@pytest.mark.parametrize(("code", "text", "expected"), FACTUALITY)
def test_factuality_is_that_of_the_clause(code, text, expected):
    position = text.index("|")
    text = text.replace("|", "")

    assert factuality_at(text, language(code), position, presupposed=False, reference=WEDNESDAY) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Der verliehene |Preis soll den Ort stärken.", A),
        ("de", "Der geplante |Preis stärkt den Ort.", E),
        ("de", "Der Ort erhielt keinen |Preis.", D),
        ("de", "Der Ort feiert ohne |Preis.", D),
        ("en", "The |prize could help the town.", A),
        ("en", "The planned |prize helps the town.", E),
        ("en", "There was no |prize.", D),
    ],
)
def test_what_is_presupposed_heeds_only_the_words_right_before_it(code, text, expected):
    position = text.index("|")
    text = text.replace("|", "")

    assert factuality_at(text, language(code), position, presupposed=True, reference=WEDNESDAY) == expected


def test_a_hedge_tells_its_words_and_its_kind():
    text = "Der Rat könnte bauen."
    (found,) = hedges(text, language("de"))

    assert (text[found.start : found.end], found.factuality, found.kind) == ("könnte", P, "possible")
