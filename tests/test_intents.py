"""What somebody wants, tries, is ready or is asked to do is never told as done, whatever it is and in any language."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import from_text
from kg.evaluating import _relations, system_rows
from kg.reading import Reader
from kg.schema import load

ROOT = Path(__file__).parent.parent
RELATIONS = ROOT / "tests" / "gold" / "relations"
DEEDS = ("participates", "contract_signed")

# who, what is not done yet as an infinitive (in German: bare, with "zu", in a subordinate clause), and how it is hedged
SAID: dict[str, tuple[str, list[tuple[str, ...]], list[str]]] = {
    "de": (
        "Bonn",
        [
            tuple(f"den Klimastadtvertrag {verb}" for verb in ("unterzeichnen", "zu unterzeichnen", "unterzeichnet")),
            tuple(f"dem Projekt SUN4Ukraine {verb}" for verb in ("beitreten", "beizutreten", "beitritt")),
            tuple(f"am Projekt SUN4Ukraine {verb}" for verb in ("teilnehmen", "teilzunehmen", "teilnimmt")),
        ],
        [
            "will {0}",
            "möchte {0}",
            "könnte {0}",
            "dürfte {0}",
            "soll {0}",
            "plant, {1}",
            "hat vor, {1}",
            "beabsichtigt, {1}",
            "hat die Absicht, {1}",
            "strebt an, {1}",
            "hofft, {1}",
            "erwägt, {1}",
            "bemüht sich darum, {1}",
            "hat sich das Ziel gesetzt, {1}",
            "ist bestrebt, {1}",
            "wünscht sich, {1}",
            "ist bereit, {1}",
            "bereitet sich darauf vor, {1}",
            "prüft, ob es {2}",
            "überlegt, ob es {2}",
        ],
    ),
    "en": (
        "Limerick",
        [
            ("sign its Climate City Contract",) * 3,
            ("take part in the SUN4Ukraine project",) * 3,
            ("join the SUN4Ukraine project",) * 3,
        ],
        [
            f"{lead} {{0}}"
            for lead in (
                "wants to", "plans to", "intends to",
                "has the intention to", "is seeking to", "is keen to", "is set to",
                "is preparing to", "is considering whether to", "would like to", "is working to", "is ready to",
                "is expected to", "is due to", "may", "could", "has been invited to", "has been urged to", "should",
                "has pledged to", "is bidding to", "is looking to", "is on track to", "was asked to", "declined to",
                "failed to", "refused to", "aspires to", "is poised to",
            )
        ],
    ),
    "fr": (
        "Rennes",
        [
            ("signer son contrat de ville climatique",) * 3,
            ("participer au projet SUN4Ukraine",) * 3,
            ("rejoindre le projet SUN4Ukraine",) * 3,
        ],
        [
            f"{lead} {{0}}"
            for lead in (
                "souhaite", "veut", "a l'intention de", "envisage de",
                "compte", "espère", "ambitionne de", "prévoit de",
                "s'apprête à", "s'engage à", "va", "devrait", "pourrait", "projette de", "cherche à", "a refusé de",
                "a renoncé à", "a décidé de", "se prépare à", "est prête à", "rêve de",
            )
        ],
    ),
    "es": (
        "Murcia",
        [
            ("firmar su Contrato Climático de Ciudad",) * 3,
            ("participar en el proyecto SUN4Ukraine",) * 3,
            ("sumarse al proyecto SUN4Ukraine",) * 3,
        ],
        [
            f"{lead} {{0}}"
            for lead in (
                "quiere", "desea", "tiene la intención de", "tiene intención de",
                "aspira a", "prevé", "espera", "pretende",
                "planea", "se propone", "podría", "va a", "se dispone a", "se prepara para", "está dispuesta a",
                "ha sido invitada a", "se ha negado a", "ha renunciado a", "se compromete a", "ha decidido", "busca",
                "confía en",
            )
        ],
    ),
    "sv": (
        "Uppsala",
        [
            ("skriva under sitt klimatkontrakt",) * 3,
            ("gå med i projektet SUN4Ukraine",) * 3,
        ],
        [
            f"{lead} {{0}}"
            for lead in (
                "vill", "planerar att", "avser att", "har för avsikt att", "hoppas", "siktar på att", "överväger att",
                "tänker", "ska", "kan komma att",
                "väntas", "förbereder sig för att", "är berett att", "har beslutat att",
                "har bjudits in att", "har tackat nej till att", "strävar efter att", "lovar att", "arbetar för att",
                "önskar",
            )
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(SAID))
def test_what_is_only_meant_is_not_told_as_done(language: str):
    schema = load(ROOT)
    reader, relations = Reader(schema), _relations(ROOT / "tests" / "gold" / "relations.json")
    who, deeds, hedges = SAID[language]
    sentences = [f"{who} {hedge.format(*deed)}." for deed in deeds for hedge in hedges]

    told = []
    for sentence in sentences:
        reading = reader.read(from_text(sentence, name="case.txt"))
        rows = system_rows(schema, [reading], RELATIONS, [r for r in sorted(relations) if r in DEEDS])
        told += [(sentence, row.relation) for row in rows if row.factuality == "asserted"]

    assert not told


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("Bonn hat den Klimastadtvertrag unterzeichnet.", "contract_signed"),
        ("Bonn nimmt am Projekt SUN4Ukraine teil.", "participates"),
        ("Limerick has signed its Climate City Contract.", "contract_signed"),
        ("Limerick takes part in the SUN4Ukraine project.", "participates"),
        ("Rennes a signé son contrat de ville climatique.", "contract_signed"),
        ("Rennes participe au projet SUN4Ukraine.", "participates"),
        ("Murcia ha firmado su Contrato Climático de Ciudad.", "contract_signed"),
        ("Murcia participa en el proyecto SUN4Ukraine.", "participates"),
        ("Uppsala har skrivit under sitt klimatkontrakt.", "contract_signed"),
        ("Uppsala deltar i projektet SUN4Ukraine.", "participates"),
    ],
)
def test_what_is_done_is_told_so(said: str, relation: str):
    schema = load(ROOT)
    reading = Reader(schema).read(from_text(said, name="case.txt"))
    rows = system_rows(schema, [reading], RELATIONS, [relation])

    assert any(row.factuality == "asserted" for row in rows)
