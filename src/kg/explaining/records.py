"""What an explanation is made of: steps with what they rest on, and words with whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyoxigraph import Triple

from kg.explaining.looking import plain

_RULES: dict[str, tuple[str, str]] = {
    "cax-sco": (
        "whatever is of a class is of the class above it",
        "was zu einer Klasse gehört, gehört zu der darüber",
    ),
    "cax-eqc1": ("the two classes are one", "die beiden Klassen sind eine"),
    "cax-eqc2": ("the two classes are one", "die beiden Klassen sind eine"),
    "cls-avf": ("the class allows only such values", "die Klasse lässt nur solche Werte zu"),
    "cls-hv1": ("the class has this value", "die Klasse hat diesen Wert"),
    "cls-hv2": ("what has this value is of the class", "was diesen Wert hat, gehört zur Klasse"),
    "cls-int1": (
        "what is of all the classes is of their intersection",
        "was zu allen Klassen gehört, gehört zu ihrem Durchschnitt",
    ),
    "cls-int2": (
        "what is of an intersection is of each class in it",
        "was zu einem Durchschnitt gehört, gehört zu jeder Klasse darin",
    ),
    "cls-oo": ("the class lists its members", "die Klasse zählt auf, was zu ihr gehört"),
    "cls-svf1": ("what has such a value is of the class", "was einen solchen Wert hat, gehört zur Klasse"),
    "cls-svf2": ("what has any value is of the class", "was irgendeinen Wert hat, gehört zur Klasse"),
    "cls-uni": (
        "what is of one of the classes is of their union",
        "was zu einer der Klassen gehört, gehört zu ihrer Vereinigung",
    ),
    "eq-rep-o": ("the two are one thing", "die beiden sind dasselbe"),
    "eq-rep-p": ("the two are one thing", "die beiden sind dasselbe"),
    "eq-rep-s": ("the two are one thing", "die beiden sind dasselbe"),
    "eq-sym": ("the two are one thing", "die beiden sind dasselbe"),
    "eq-trans": ("the two are one thing", "die beiden sind dasselbe"),
    "prp-dom": (
        "whatever has the property is of its class",
        "was die Eigenschaft hat, gehört zu ihrer Klasse",
    ),
    "prp-eqp1": ("the two properties are one", "die beiden Eigenschaften sind eine"),
    "prp-eqp2": ("the two properties are one", "die beiden Eigenschaften sind eine"),
    "prp-inv1": ("the property read the other way round", "die Eigenschaft in umgekehrter Richtung"),
    "prp-inv2": ("the property read the other way round", "die Eigenschaft in umgekehrter Richtung"),
    "prp-rng": (
        "whatever the property leads to is of its class",
        "wohin die Eigenschaft führt, das gehört zu ihrer Klasse",
    ),
    "prp-spo1": ("the property implies the one above it", "aus der Eigenschaft folgt die darüber"),
    "prp-spo2": (
        "the properties, one after the other, make the longer way",
        "die Eigenschaften ergeben nacheinander den längeren Weg",
    ),
    "prp-symp": ("the property holds in both directions", "die Eigenschaft gilt in beiden Richtungen"),
    "prp-trp": ("the property carries on from step to step", "die Eigenschaft trägt von Schritt zu Schritt"),
    "cax-adc": ("the classes have no member in common", "die Klassen haben nichts gemeinsam"),
    "cax-dw": ("the classes have no member in common", "die Klassen haben nichts gemeinsam"),
    "cls-com": (
        "the one class is all that the other is not",
        "die eine Klasse ist alles, was die andere nicht ist",
    ),
    "cls-maxc1": ("the class allows no such value", "die Klasse lässt keinen solchen Wert zu"),
    "cls-maxqc1": ("the class allows no such value", "die Klasse lässt keinen solchen Wert zu"),
    "cls-maxqc2": ("the class allows no such value", "die Klasse lässt keinen solchen Wert zu"),
    "cls-nothing2": ("nothing is in the empty class", "in der leeren Klasse ist nichts"),
    "dt-diff": ("there is one value, and these are two", "es gibt nur einen Wert, und dies sind zwei"),
    "dt-not-type": ("the value is none of the datatype's", "der Wert ist keiner dieses Datentyps"),
    "eq-diff1": ("the two are different", "die beiden sind verschieden"),
    "eq-diff2": ("the two are different", "die beiden sind verschieden"),
    "eq-diff3": ("the two are different", "die beiden sind verschieden"),
    "prp-adp": (
        "the properties never lead from one thing to the same value",
        "die Eigenschaften führen nie von einem Ding zum selben Wert",
    ),
    "prp-asyp": (
        "the property never holds in both directions",
        "die Eigenschaft gilt nie in beiden Richtungen",
    ),
    "prp-irp": ("nothing has the property with itself", "nichts hat die Eigenschaft zu sich selbst"),
    "prp-npa1": ("the ontology denies it", "die Ontologie verneint es"),
    "prp-npa2": ("the ontology denies it", "die Ontologie verneint es"),
    "prp-pdw": (
        "the properties never lead from one thing to the same value",
        "die Eigenschaften führen nie von einem Ding zum selben Wert",
    ),
    "stated": ("the ontology says so itself", "die Ontologie sagt es selbst"),
}
"""Name of a rule in the W3C's tables → what it says, in plain words; English, German."""


def rule_in_words(rule: str, language: str = "en") -> str:
    """What a rule of the W3C's tables says; "" for any other."""
    return _RULES.get(rule, ("", ""))[language == "de"]


@dataclass(frozen=True, slots=True)
class Words:
    """What one source says, as answers show it.

    Args:
        claim: IRI of the claim.
        value: What the claim says the value is, as text.
        said: The words; "" for an entry of the register.
        verbatim: False for a paraphrase.
        factuality: asserted, expected, possible or denied.
        document: IRI of the document, or the address that the register gives.
        title: Of the document; of a register's entry, the file it stands in.
        publisher: Its name; "" when unknown.
        issued: Day, month or year; "" when unknown.
        address: Where the publication can be read; "" when unknown.
        speaker: Whose words they are, where that is not the publisher.
        start: First code point in the document; -1 where there are no words.
        end: One past the last.
        counted: The number was counted from a list of names.
    """

    claim: str
    value: str
    said: str
    verbatim: bool
    factuality: str
    document: str
    title: str
    publisher: str
    issued: str
    address: str
    speaker: str = ""
    start: int = -1
    end: int = -1
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A triple and why it holds.

    Args:
        triple: What holds; where `status` is open, what some say.
        text: The same in words.
        origin: "fact", "inferred", "register" or "ontology".
        rule: What decided (local name in kg:), or by which rule of OWL RL it follows.
        reason: The same in words.
        status: "decided", "open", or "" where nothing had to be decided.
        axioms: The ontology's triples that the rule came from, in words.
        premises: What it follows from.
        winners: Who says so.
        losers: Who says otherwise.
    """

    triple: Triple
    text: str
    origin: str
    rule: str = ""
    reason: str = ""
    status: str = ""
    axioms: tuple[str, ...] = ()
    premises: tuple[Step, ...] = ()
    winners: tuple[Words, ...] = ()
    losers: tuple[Words, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "triple": [
                plain(part) for part in (self.triple.subject, self.triple.predicate, self.triple.object)
            ],
            "text": self.text,
            "origin": self.origin,
            "rule": self.rule,
            "reason": self.reason,
            "status": self.status,
            "axioms": list(self.axioms),
            "premises": [step.as_dict() for step in self.premises],
            "winners": [_words_dict(words) for words in self.winners],
            "losers": [_words_dict(words) for words in self.losers],
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known on a question.

    Args:
        subject: IRI of the thing.
        name: Its name.
        steps: One for each triple in question, facts first.
        expected: What sources only expect or hold possible.
    """

    subject: str
    name: str
    steps: tuple[Step, ...]
    expected: tuple[Words, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "subject": self.subject,
            "name": self.name,
            "steps": [step.as_dict() for step in self.steps],
            "expected": [_words_dict(words) for words in self.expected],
        }

    def __str__(self) -> str:
        from kg.explaining.trees import as_text, to_tree

        return as_text(to_tree(self))


def _words_dict(words: Words) -> dict[str, Any]:
    return {name: getattr(words, name) for name in Words.__dataclass_fields__}
