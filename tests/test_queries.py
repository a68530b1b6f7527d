"""Saved queries: headers, parameters that cannot break out, names looked up, and no way out of the house."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from kg import queries, sparql, turtle
from kg.errors import QueryError
from kg.queries import binding

ROOT = Path(__file__).parent
EX = "https://example.org/coast/"
TRIG = """
@prefix : <https://example.org/coast/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
:graph-ontology {
  :Lighthouse a owl:Class ; rdfs:label "lighthouse"@en .
  :Tower a owl:Class ; rdfs:subClassOf :Lighthouse ; rdfs:label "tower"@en .
  :Keeper a owl:Class ; rdfs:label "keeper"@en .
}
:graph-register {
  :arkö a :Tower ; rdfs:label "Arkö"@de ; skos:altLabel "Arkö Light"@en ; :litOn 18970401 ; :height 31 .
  :borg a :Lighthouse ; rdfs:label "Borg"@en ; skos:hiddenLabel "Borgh" ; :litOn 19050612 ; :height 12 .
  :mrs-borg a :Keeper ; rdfs:label "Borg"@en .
}
:graph-facts { :mrs-borg :keeps :borg . }
"""
KNOWN = {**queries.WELL_KNOWN_PREFIXES, "": EX, "sea": EX}
LIT = """\
#+ summary: {en: "Which lights burned on a day?", de: "Welche Feuer brannten: wann?"}
#+ description: Two lines,
#+   joined.
#+ tags: [light, day]
#+ params:
#+   day: {type: day, default: 1900-01-01}
#+   tower: {type: thing, class: sea:Lighthouse}
#+ columns: tower (IRI), height (metres, above sea)
#+ order: height
#+ empty: none was lit in the graph
#+ since: 0.1
SELECT ?tower ?height WHERE {
  # VALUES ?day { "a comment keeps its braces" }
  VALUES ?tower { UNDEF }
  VALUES ?day { 19500101 }
  ?tower sea:litOn ?lit ; sea:height ?height .
  FILTER (?lit <= ?day)
  MINUS { VALUES ?day { 19500101 } ?tower sea:darkOn ?dark . FILTER (?dark <= ?day) }
}
ORDER BY ?height
"""


@pytest.fixture
def store() -> Store:
    store = Store()
    store.load(TRIG.encode(), RdfFormat.TRIG)
    return store


@pytest.fixture
def root(tmp_path):
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "lights-lit.rq").write_text(LIT, encoding="utf-8")
    return tmp_path


def saved(root, text: str, name: str = "other"):
    (root / "queries" / f"{name}.rq").write_text(text, encoding="utf-8")
    return queries.load(root, name)


def refusal(run, *arguments, **options) -> QueryError:
    with pytest.raises(QueryError) as caught:
        run(*arguments, **options)
    return caught.value


# --- headers ---------------------------------------------------------------------------------------------


def test_a_header_says_what_a_query_answers_takes_and_gives(root):
    query = queries.load(root, "lights-lit")

    assert queries.in_language(query.summary, "de") == "Welche Feuer brannten: wann?"
    assert queries.in_language(query.empty, "de") == "none was lit in the graph"
    assert [(p.name, p.type, p.default, p.class_iri) for p in query.params] == [
        ("day", "day", "1900-01-01", ""),
        ("tower", "thing", None, "sea:Lighthouse"),
    ]
    assert query.columns == {"tower": "IRI", "height": "metres, above sea"}
    assert (query.tags, query.since, query.description) == (("light", "day"), "0.1", "Two lines, joined.")


def test_queries_are_found_by_the_names_of_their_files(root):
    saved(root, "#+ summary: Nothing\nASK {}", "a-first")

    assert list(queries.find(root)) == ["a-first", "lights-lit"]
    assert [query.name for query in queries.load_all(root)] == ["a-first", "lights-lit"]


def test_a_name_that_no_query_has_is_answered_with_those_that_are_near(root):
    error = refusal(queries.load, root, "light-lit")

    assert error.code == "KG602"
    assert "lights-lit" in error.want


@pytest.mark.parametrize(
    ("header", "line", "found"),
    [
        ("#+ summary: a: b\nASK {}", 1, "mapping values"),
        ("ASK {}\n#+ summary: x\n#+ sumary: y", 3, "sumary"),
        ("#+ tags: x\nASK {}", 1, "no summary"),
        ("#+ summary: x\n#+ params: {n: {type: colour}}\nASK { VALUES ?n { 1 } }", 1, "colour"),
        ("#+ summary: x\n#+ params: {n: text}\nASK { ?s ?n '' }", 1, "without a place"),
        ("#+ summary: x\n#+ params: {n: text}\nASK { VALUES ?m { 'VALUES ?n {}' } }", 1, "without a place"),
        ("#+ just words\nASK {}", 1, "just words"),
    ],
)
def test_a_bad_header_is_refused_with_file_and_line(root, header, line, found):
    error = refusal(saved, root, header)

    assert error.code == "KG606"
    assert error.at.endswith(f"other.rq:{line}")
    assert found in error.found


# --- binding ---------------------------------------------------------------------------------------------


def test_every_block_of_a_parameter_is_bound_and_no_comment(root, store):
    query = queries.load(root, "lights-lit")

    text = queries.bind(query, {"day": "1904-02-29", "tower": "arko light"}, store, KNOWN)

    assert text.count("VALUES ?day { 19040229 }") == 2
    assert f"VALUES ?tower {{ <{EX}arkö> }}" in text
    assert '# VALUES ?day { "a comment keeps its braces" }' in text


def test_defaults_hold_and_what_has_none_stays_open(root, store):
    table = queries.run(store, queries.load(root, "lights-lit"), {}, KNOWN)

    assert table.column("height") == ["31"]
    assert table.empty == "none was lit in the graph"


def test_values_are_bound_to_rows(root, store):
    query = queries.load(root, "lights-lit")

    assert queries.run(store, query, {"day": "2000-01-01"}, KNOWN).column("height") == ["12", "31"]
    assert queries.run(store, query, {"day": "2000-01-01", "tower": "BORGH"}, KNOWN).column("height") == [
        "12"
    ]


@pytest.mark.parametrize(
    ("type_", "given"),
    [
        ("day", "2023-02-29"),
        ("day", "2023"),
        ("day", "2023-02-01\n"),
        ("day", "2023-02-01 } ?s ?p ?o {"),
        ("number", "1e3"),
        ("number", "7 8"),
        ("number", "nan"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(root, store, type_, given):
    query = saved(root, f"#+ summary: x\n#+ params: {{n: {type_}}}\nSELECT ?n {{ VALUES ?n {{ 1 }} }}")
    if given.endswith("\n"):
        assert queries.run(store, query, {"n": given}).column("n") == ["20230201"]
        return

    assert refusal(queries.bind, query, {"n": given}, store).code == "KG607"


def test_a_parameter_that_the_header_does_not_name_is_refused(root, store):
    error = refusal(queries.bind, queries.load(root, "lights-lit"), {"dai": "x"}, store)

    assert (error.code, "day" in error.want) == ("KG607", True)


HOSTILE = st.one_of(
    st.text(max_size=20),
    st.text(st.sampled_from(list("\"'{}<>#\\\n\r\t .?u0022x@^")), max_size=20),
)


@settings(deadline=None)
@given(HOSTILE)
@example('" } SERVICE <http://127.0.0.1/> { ?s ?p ?o } #')
@example("\\")
@example('\\" }')
@example("\\u0022 }")
@example("'''\"\"\"")
@example("} UNION { ?s ?p ?o")
def test_a_text_comes_back_as_it_was_given_and_breaks_out_of_nothing(tmp_path_factory, given_text):
    query = queries.Query(
        "q", tmp_path_factory.getbasetemp(), TEXT, {"": "x"}, params=(queries.Param("t", "text"),)
    )
    store = Store()

    table = queries.run(store, query, {"t": given_text})

    assert table.rows == ((Literal(given_text), Literal(given_text), Literal("} kept {")),)


TEXT = """SELECT ?t ?u ?v WHERE {
  VALUES ?t { "one" "two" } { VALUES $t { 'x}' # }
  } BIND(?t AS ?u) }
  BIND("} kept {" AS ?v)
}"""


@settings(deadline=None)
@given(HOSTILE)
@example(f"<{EX}borg> }} ?s ?p ?o {{ <urn:x>")
@example(f"{EX}borg> <urn:x")
@example("sea:borg } {")
def test_a_thing_is_bound_to_a_thing_of_the_graph_or_to_nothing(given_text):
    store = Store()
    store.load(TRIG.encode(), RdfFormat.TRIG)
    param = queries.Param("t", "thing", class_iri="sea:Lighthouse")

    try:
        outcome = binding.term_of(param, given_text, store, KNOWN)
    except QueryError as error:
        outcome = error.code

    assert outcome in ("KG603", "KG604", NamedNode(EX + "borg"), NamedNode(EX + "arkö"))


@given(st.text(st.sampled_from(list("abc:/#?éü\u2028%2e")), min_size=1).map(lambda t: "urn:x:" + t))
def test_an_iri_is_read_by_the_engine_as_it_was_bound(iri):
    try:
        node = NamedNode(iri)
    except ValueError:
        return
    text = sparql.replace_rows("SELECT ?x { VALUES ?x { UNDEF } }", {"x": turtle.term(node)})

    assert queries.run(Store(), text).terms("x") == [node]


# --- names -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["Arkö", "ARKO", "arkoe", "arkö-light", "sea:arkö", f"<{EX}arkö>", EX + "arkö"]
)
def test_a_thing_is_found_by_any_of_its_names(store, text):
    assert queries.resolve(store, text, known=KNOWN) == NamedNode(EX + "arkö")


def test_a_name_that_two_things_bear_is_decided_by_the_class_or_refused(store):
    error = refusal(queries.resolve, store, "Borg")

    assert queries.resolve(store, "Borg", EX + "Lighthouse") == NamedNode(EX + "borg")
    assert error.code == "KG603"
    assert f"<{EX}borg> Borg; <{EX}mrs-borg> Borg" in error.want


def test_a_name_that_nothing_bears_is_answered_with_near_ones(store):
    error = refusal(queries.resolve, store, "Borgg", EX + "Lighthouse")

    assert error.code == "KG604"
    assert f"Borg <{EX}borg>" in error.want
    assert "mrs-borg" not in error.want


def test_an_iri_that_the_graph_does_not_know_is_unknown(store):
    assert refusal(queries.resolve, store, EX + "nowhere").code == "KG604"


def test_terms_of_the_vocabulary_are_found_as_classes_only(root, store):
    query = saved(root, "#+ summary: x\n#+ params: {c: class}\nSELECT ?c { VALUES ?c { UNDEF } }")

    assert queries.run(store, query, {"c": "Tower"}, KNOWN).column("c") == [EX + "Tower"]
    assert refusal(queries.resolve, store, "Tower").code == "KG604"


# --- running ---------------------------------------------------------------------------------------------


def test_free_sparql_needs_no_prefix_lines_and_sees_all_graphs(store):
    table = queries.run(store, "SELECT ?n { ?who sea:keeps/rdfs:label ?n }", known=KNOWN)

    assert table.column("n") == ["Borg"]


def test_rows_of_a_query_without_order_are_sorted(store):
    first = queries.run(store, "SELECT ?s { { SELECT ?s { ?s a ?c } ORDER BY DESC(?s) } }", known=KNOWN)

    assert first.column("s") == sorted(first.column("s"))


def test_ask_and_construct_have_their_forms(store):
    yes = queries.run(store, "ASK { sea:borg sea:height 12 }", known=KNOWN)
    graph = queries.run(
        store, "CONSTRUCT { ?s sea:h ?h } { ?s sea:height ?h { SELECT * { ?a ?b ?c } } }", known=KNOWN
    )

    assert (yes.form, yes.answer, yes.to_json()) == ("boolean", True, {"head": {}, "boolean": True})
    assert queries.graph_text(graph).count(":h ") == 2


def test_from_narrows_the_union(store):
    count = "SELECT (COUNT(*) AS ?n) FROM sea:graph-facts { ?s ?p ?o }"

    assert queries.run(store, count, known=KNOWN).column("n") == ["1"]


def test_a_query_that_does_not_parse_says_where(store):
    error = refusal(queries.run, store, "SELECT ?s WHERE {\n  # <a>\n  ?s <urn:b> ,\n}")

    assert error.code == "KG601"
    assert "line 3" in error.at


@pytest.mark.parametrize(
    "text", ["SELECT 'open { ?s ?p ?o }", 'ASK { ?s ?p """ " }', "DROP ALL", "", "LOAD <file:///x>"]
)
def test_what_is_no_query_is_refused(store, text):
    assert refusal(queries.run, store, text).code == "KG601"


@pytest.mark.parametrize("name", ["file:///etc/passwd", "http://127.0.0.1:1/", EX + "graph-none"])
def test_a_graph_from_elsewhere_is_refused(store, name):
    assert refusal(queries.run, store, f"SELECT * FROM <{name}> {{ ?s ?p ?o }}").code == "KG605"
    assert refusal(queries.run, store, f"PREFIX f: <{name}> ASK FROM NAMED f: {{ ?s ?p ?o }}").code == "KG605"


SERVICES = [
    "SELECT * { SERVICE <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { service silent <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { ?a ?b 5SERVICE <ADDRESS> { ?s ?p ?o } }",
    "PREFIX a: <ADDRESS> SELECT * { SERVICE a:x { ?s ?p ?o } }",
    "PREFIX : <ADDRESS> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX a: <urn:> SELECT * { ?a ?b a:b.SERVICE <ADDRESS> { ?s ?p ?o } }",
    'SELECT * { ?a ?b "x"@enSERVICE <ADDRESS> { ?s ?p ?o } }',
    'PREFIX b: <urn:> SELECT * { FILTER(?a<b:c#>"""\n) SERVICE SILENT <ADDRESS> { ?s ?p ?o } #"""\n}',
    "PREFIX b: <urn:> SELECT * { FILTER(?a<5)SERVICE#>\n SILENT <ADDRESS> { ?s ?p ?o } }",
    "PREFIX b: <urn:> SELECT * { ?a ?b b:c\\#d . SERVICE SILENT <ADDRESS> { ?s ?p ?o } }",
    "PREFIX b: <urn:> SELECT * { ?a ?b b:c\\'d . SERVICE SILENT <ADDRESS> { ?s ?p ?o } # '\n }",
    "SELECT * { ?a ?b '''x'''' SERVICE SILENT <ADDRESS> { ?s ?p ?o } #'\n }",
]


@pytest.mark.parametrize("text", SERVICES)
def test_no_query_leaves_the_house(store, text):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        called: list[bool] = []
        thread = threading.Thread(target=_listen, args=(server, called))
        thread.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        error = refusal(queries.run, store, text.replace("ADDRESS", address), known={})
        thread.join()

    assert error.code in ("KG601", "KG605")
    assert not called


def _listen(server, called):
    try:
        connection, _ = server.accept()
    except TimeoutError:
        return
    called.append(True)
    connection.close()


@given(st.text(st.sampled_from(list("<>\"'#\\ab:?{}.() \n5,&=|")), max_size=30))
@settings(max_examples=300)
def test_tokens_joined_are_the_text(text):
    try:
        found = sparql.tokens(text)
    except QueryError:
        return

    assert "".join(token.text for token in found) == text


@pytest.mark.parametrize(
    "word", ["?service", "sea:service", '"SERVICE <x>"', "<urn:service>", "?x # SERVICE\n"]
)
def test_the_word_alone_is_no_offence(store, word):
    queries.run(store, f"ASK {{ ?s ?p {word} }}", known=KNOWN)


def test_a_query_becomes_portable_with_the_prefixes_that_it_uses(root):
    text = queries.portable(queries.load(root, "lights-lit"), KNOWN)

    assert text.startswith(f"PREFIX sea: <{EX}>\n#+ summary")
    assert queries.portable(text, KNOWN) == text


def test_prefixes_are_those_of_the_project(tmp_path):
    (tmp_path / "ontology" / "shapes").mkdir(parents=True)
    (tmp_path / "ontology" / "shapes" / "a.ttl").write_text("@prefix sea: <urn:sea#> .")

    assert queries.prefixes(tmp_path)["sea"] == "urn:sea#"


def test_a_header_that_names_other_columns_than_the_query_is_refused(root, store):
    query = saved(root, "#+ summary: x\n#+ columns: b, a\nSELECT ?a ?b { VALUES (?a ?b) { (1 2) } }")

    assert refusal(queries.run, store, query).code == "KG606"


# --- nothing breaks out, whatever its type ---------------------------------------------------------------

GAPS = """SELECT ?p WHERE {
  VALUES ?p { UNDEF } # VALUES ?p { UNDEF }
  ?s ?q "VALUES ?p { UNDEF }" .
  MINUS { VALUES $p { UNDEF } ?s ?p ?o }
}"""
BREAKERS = st.one_of(
    HOSTILE,
    st.sampled_from(
        ["1 } #", "1900-01-01\n}", "<urn:a> <urn:b>", "sea:borg\\u0020}", "'", '"""', "\\", "#", "\u2028"]
    ),
    st.integers().map(str),
    st.dates().map(str),
    st.decimals(allow_nan=False, allow_infinity=False).map(str),
)


@settings(deadline=None)
@given(st.sampled_from(["day", "thing", "class", "text", "number"]), BREAKERS)
def test_a_value_of_any_type_leaves_one_term_in_each_gap_and_the_rest_as_it_was(kind, given_text):
    store = Store()
    store.load(TRIG.encode(), RdfFormat.TRIG)
    query = queries.Query("q", ROOT, GAPS, {"": "x"}, params=(queries.Param("p", kind),))

    text = bound_or_refused(query, given_text, store)
    if text is None:
        return

    inside = [text[start:end] for start, end in sparql.values_rows(text, "p")]
    assert pieces(sparql.replace_rows(text, {"p": "UNDEF"})) == pieces(GAPS)
    assert len(inside) == 2
    assert all(1 <= len(pieces(term)) <= 4 for term in inside)
    queries.run(Store(), text)


def bound_or_refused(query, given_text, store):
    try:
        return queries.bind(query, {"p": given_text}, store, KNOWN)
    except QueryError as error:
        if error.code not in ("KG603", "KG604", "KG607"):
            raise
        return None


def pieces(text):
    return [token.text for token in sparql.significant(sparql.tokens(text))]


# --- text of queries -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tail", "order"),
    [
        ("", []),
        ("ORDER BY ?a DESC(?b) ASC(?c)", [("a", False), ("b", True), ("c", False)]),
        ("ORDER BY ?a LIMIT 3", [("a", False)]),
        ("ORDER BY STR(?a)", None),
        ("ORDER BY DESC(STR(?a))", None),
    ],
)
def test_the_order_of_a_query_is_read_off_its_end(tail, order):
    assert sparql.order(f"SELECT * {{ {{ SELECT * {{ ?a ?b ?c }} ORDER BY ?z }} }} {tail}") == order


def test_comments_go_and_what_looks_like_one_stays():
    text = '#+ summary: x\n\n# more\nSELECT ?a { # here\n\n\n  ?a <urn:b#c> "# not\n\n"@en }'.replace(
        '\n\n"', '"'
    )

    bare = sparql.without_comments(text)

    assert bare == 'SELECT ?a {\n  ?a <urn:b#c> "# not"@en }'


# --- answers ---------------------------------------------------------------------------------------------

MANY = """#+ summary: x
#+ columns: {names: {type: text, many: "; "}, n: {type: integer}}
SELECT ?names ?n { VALUES (?names ?n) { ("b; a; ; b" 1) (UNDEF 2) } } ORDER BY ?n
"""


def test_cells_of_several_values_are_sorted_and_each_stands_once(root, store):
    table = queries.run(store, saved(root, MANY))

    assert table.column("names") == ["a; b", None]


@pytest.mark.parametrize(
    "header",
    [
        "#+ summary: x\n#+ columns: {n: {type: colour}}",
        "#+ summary: x\n#+ columns: {n: {type: text, English: x}}",
        "#+ summary: x\n#+ may_be_empty: perhaps",
        "#+ summary: x\n#+ params: {format: text}",
    ],
)
def test_headers_are_refused_for_what_no_option_or_type_could_be(root, header):
    error = refusal(saved, root, f"{header}\nSELECT ?n {{ VALUES ?n {{ 1 }} VALUES ?format {{ UNDEF }} }}")

    assert error.code == "KG606"


def test_an_answer_becomes_a_data_frame_with_its_kinds(store):
    text = """SELECT ?n ?d ?t ?i { VALUES (?n ?d ?t ?i) { (1 1.5 "a"@en sea:borg) (2 UNDEF "b" UNDEF) } }"""
    frame = queries.run(store, text, known=KNOWN).to_pandas()

    assert [str(kind) for kind in frame.dtypes] == ["Int64", "Float64", "string", "string"]
    assert frame["n"].sum() == 3
    assert frame["d"].isna().tolist() == [False, True]
    assert frame["i"].iloc[0] == EX + "borg"


def test_without_pandas_the_extra_is_named(store, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)

    with pytest.raises(QueryError, match=r"KG617(.|\n)*kg\[pandas\]"):
        queries.run(store, "SELECT * { ?s ?p ?o }").to_pandas()


EVIDENCE = """
@prefix : <https://example.org/coast/> .
@prefix kg: <https://w3id.org/kg-claims#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:g {
  :c1 kg:evidence :e1 . :e1 oa:hasSource :doc ; oa:exact "It was\\n lit." .
  :doc dcterms:title "A letter" ; dcterms:publisher :pilots ; dcterms:issued :day .
  :pilots rdfs:label "Pilots"@en , "Lotsen"@de . :day rdfs:label "1901-02" .
  :c2 kg:evidence :e2 . :e2 oa:hasSource <https://pilots.example/list> .
  <https://pilots.example/list> kg:webHost "pilots.example" .
}
"""


def explained(text: str, language: str = "en"):
    store = Store()
    store.load(EVIDENCE.encode(), RdfFormat.TRIG)
    return queries.explained(
        queries.run(store, text, known=KNOWN), lambda more: queries.run(store, more), language
    )


def test_sentences_stand_first_and_addresses_that_quote_nothing_after():
    both = f'SELECT ?claim {{ BIND("{EX}c2 {EX}c1" AS ?claim) }}'

    told, listed = explained(both).column("sentences")[0].split("\n")

    assert told == "“It was lit.” (A letter, Pilots, 1901-02)"
    assert listed == "https://pilots.example/list, pilots.example"
    assert "Lotsen" in explained(both, "de").column("sentences")[0]


@pytest.mark.parametrize("cell", ["", "no iri", "> } ?s ?p ?o", "urn:unknown"])
def test_a_cell_without_a_claim_has_no_sentence(cell):
    assert explained(f"SELECT ?claim {{ BIND({turtle.term(Literal(cell))} AS ?claim) }}").column(
        "sentences"
    ) == [""]


def test_rows_without_claims_stay_as_they_are():
    assert explained("SELECT ?s { ?s ?p 'nothing' }").columns == ("s",)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("SELECT ?a { ?a ?b ?c } ORDER BY ?a DESC(?b)", "SELECT ?a { ?a ?b ?c } "),
        ("SELECT ?a { ?a ?b ?c } ORDER BY ?a LIMIT 3", "SELECT ?a { ?a ?b ?c } LIMIT 3"),
        (
            "SELECT ?a { ?a ?b ?c } GROUP BY ?a ORDER BY ?a OFFSET 1",
            "SELECT ?a { ?a ?b ?c } GROUP BY ?a OFFSET 1",
        ),
        ("SELECT ?a { { SELECT ?a { ?a ?b ?c } ORDER BY ?a LIMIT 1 } }", None),
        ("SELECT ?a { ?a ?b 'ORDER BY ?a' } # ORDER BY ?a", None),
        ("SELECT ?a { ?a ?b ?c } LIMIT 2", None),
    ],
)
def test_only_the_outermost_order_is_taken_away(text: str, without: str | None):
    assert sparql.without_order(text) == (text if without is None else without)


def test_what_is_wrong_in_a_header_is_told_alike_with_and_without_libyaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "tried.rq"
    path.write_text("#+ summary: a: b\nSELECT * { ?s ?p ?o }\n")
    told = []
    for there in (True, False):
        monkeypatch.setattr("yaml.__with_libyaml__", there)
        with pytest.raises(QueryError) as caught:
            queries.read(path)
        told.append(str(caught.value))

    assert told[0] == told[1]
    assert "mapping values are not allowed here" in told[0]
