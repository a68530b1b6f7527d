"""Things that no source names are called after what identifies them."""

from __future__ import annotations

from pyoxigraph import NamedNode, Store

from kg.names import RDFS_LABEL

AWARD = NamedNode("https://w3id.org/cities-mission/id/labelaward/munich-eu-mission-label")


def labels(store: Store, thing: NamedNode) -> set[tuple[str, str | None]]:
    return {
        (q.object.value, q.object.language) for q in store.quads_for_pattern(thing, RDFS_LABEL, None, None)
    }


def test_an_award_is_called_after_whom_it_went_to_in_both_languages(shipped: Store) -> None:
    assert labels(shipped, AWARD) == {
        ("label award (Munich, EU Mission Label)", "en"),
        ("Siegelverleihung (München, EU-Missionslabel)", "de"),
    }


def test_a_thing_with_a_name_keeps_it_alone(shipped: Store) -> None:
    city = NamedNode("https://w3id.org/cities-mission/id/city/munich")

    assert not [text for text, _ in labels(shipped, city) if "(" in text]
