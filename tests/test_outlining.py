"""What the dataset keeps so that queries need not go through everything, against going through everything."""

from __future__ import annotations

import pytest

from kg import queries


def _pairs(store, text):
    return {tuple(str(term) for term in row) for row in queries.run(store, text).rows}


def test_answers_list_a_thing_under_its_english_label_or_else_the_first(shipped):
    chosen = _pairs(
        shipped,
        """SELECT ?thing (SUBSTR(MIN(CONCAT(IF(LANG(?l) = "en", "0", "1"), STR(?l))), 2) AS ?name) WHERE {
          ?thing rdfs:label ?l .
          MINUS { ?thing a kg:Document }
          MINUS { ?thing a kg:Finding }
        } GROUP BY ?thing""",
    )

    kept = _pairs(shipped, "SELECT ?thing ?name WHERE { ?thing kg:name ?name }")

    assert kept == chosen


def test_a_document_speaks_of_what_its_claims_are_about_or_have_as_value(shipped):
    said = _pairs(
        shipped,
        """SELECT DISTINCT ?document ?thing WHERE {
          ?document a kg:Document .
          ?evidence oa:hasSource ?document .
          ?claim kg:evidence ?evidence ; kg:about|kg:value ?thing .
          FILTER (isIRI(?thing))
        }""",
    )

    kept = _pairs(shipped, "SELECT ?document ?thing WHERE { ?document kg:speaksOf ?thing }")

    assert kept == said


@pytest.mark.slow
def test_a_document_uses_the_properties_of_its_claims_and_the_classes_of_what_they_are_about(shipped):
    said = _pairs(
        shipped,
        """SELECT DISTINCT ?document ?term WHERE {
          ?document a kg:Document .
          ?evidence oa:hasSource ?document .
          ?claim kg:evidence ?evidence ; kg:about ?thing .
          { ?claim kg:property|rdf:predicate ?term } UNION { ?thing a ?term }
          FILTER (?term != kg:Document)
        }""",
    )

    kept = _pairs(shipped, "SELECT ?document ?term WHERE { ?document kg:usesTerm ?term }")

    assert kept == said


def test_what_is_new_in_a_document_no_earlier_one_says(shipped):
    counted = _pairs(
        shipped,
        """SELECT ?document (COUNT(DISTINCT ?claim) AS ?new) WHERE {
          ?document a kg:Document ; dcterms:issued/kg:earliestDay ?day .
          ?evidence oa:hasSource ?document .
          ?claim kg:evidence ?evidence ;
            kg:about ?thing ; kg:property ?property ; kg:value ?value ; kg:factuality ?firm .
          FILTER (?property NOT IN (rdf:type, rdfs:label))
          MINUS {
            ?claim kg:evidence/oa:hasSource ?document ;
              kg:about ?thing ; kg:property ?property ; kg:value ?value ; kg:factuality ?firm .
            ?document dcterms:issued/kg:earliestDay ?day .
            ?twin kg:evidence/oa:hasSource ?other ;
              kg:about ?thing ; kg:property ?property ; kg:value ?value ; kg:factuality ?firm .
            ?other a kg:Document ; dcterms:issued/kg:latestDay ?last .
            FILTER (?last < ?day)
          }
        } GROUP BY ?document""",
    )

    kept = _pairs(shipped, "SELECT ?document ?new WHERE { ?document kg:newClaims ?new . FILTER (?new > 0) }")

    assert kept == counted
