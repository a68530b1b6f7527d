"""The German mood of reported speech: a sentence in it renders somebody's words though nothing says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.language.model import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AUXILIARIES = _words("sei seien habe werde könne müsse solle wolle dürfe")
_VERBS = _words(
    "gebe gehe komme brauche bleibe stehe wisse bringe sehe nehme zeige rechne erwarte fehle erhalte bekomme dauere"
    " begründe verfüge biete führe helfe verstehe koste passe setze spare diene gehöre bedeute bestehe liefere sinke"
    " steige wachse beginne ende entstehe verdiene verliere gewinne zahle trage ermögliche beteilige freue schaffe"
    " arbeite plane profitiere finde falle fahre kenne lerne lohne müsste profitiere sorge spreche stelle strebe"
    " unterstütze verlange verfolge verpflichte wünsche zähle ziehe übernehme erfülle hoffe glaube denke handele"
)
# what they may be besides is no verb of the third person: "als sei", "es sei denn", "ich habe"
_NOT_BEFORE = _words("als sobald damit ohne auf ob")
# the first person's own verbs, and words that name another source
_NOT_HERE = _words(
    "ich wir gemunkelt heißt hieß laut zufolge vermutet erwartet gehofft befürchtet kritisiert"
)
_OPENS = _words(
    "dass daß ob wie wo die der das den dem deren dessen weil wenn was wer welche welcher welches während wonach da"
    " warum sodass obwohl"
)
_NO_VERBS = _words(
    "heute gerne lange alle beide eine keine diese jene solche viele wenige ohne sie die wie je seine ihre unsere meine"
    " gerade beinahe nahe ganze andere wurde würde große kleine neue beide eigene weitere nahezu strafe ehe"
    " sowie bitte"
    " etwaige mehrere zuhause beispielsweise schade irgendwie genauso ebenso alte junge böse müde leise weise"
)
_FINAL = re.compile(r"[a-zäöüß]{3,}(?<![ts])e|[a-zäöüß]{3,}(?:ss|eis|ies|os|ös|aus|us|it|iet|eit|eut|ut)e")
_ADJECTIVES = ("ste", "bare", "liche", "ige", "ische", "elle", "ive", "ale", "same", "ene")
_ARTICLES = _words(
    "der die das ein eine dieser diese dieses sein seine ihr ihre unser unsere kein keine jede jeder jedes"
)
_SHORTEST, _PHRASE = 4, 5
_STOPS = frozenset(".;!,")


def renders_speech(tokens: Sequence[Token]) -> bool:
    """Whether a sentence stands in the subjunctive of reported speech ("Das Vorhaben sei reif", "…, der es trage")."""
    words = [token.text for token in tokens]
    if any(word.lower() in _NOT_HERE for word in words):
        return False
    for index, word in enumerate(words):
        before = words[index - 1].lower() if index else ""
        if (
            word in _AUXILIARIES
            and index
            and before not in _NOT_BEFORE
            and words[index + 1 : index + 2] != ["denn"]
        ):
            return True
        if word in _VERBS and index > 0 and words[index - 1][:1].isupper():
            return True
        if 1 < index < len(words) - 1 and word[-1] == "e" and _stands_second(words, index):
            return True
        if word in _STOPS and index > 1 and _closes_clause(words, index):
            return True
    return False


def _stands_second(words: Sequence[str], at: int) -> bool:
    """Whether a verb in the mood stands right behind the noun that opens a clause ("…, der Wandel vollziehe sich")."""
    word = words[at]
    if len(word) < _SHORTEST or not _FINAL.fullmatch(word) or word in _NO_VERBS or word.endswith(_ADJECTIVES):
        return False
    if not words[at - 1][:1].isupper() or words[at + 1][:1].isupper():
        return False
    for before in range(at - 2, max(at - _PHRASE, -1), -1):
        if words[before].lower() in _ARTICLES:
            return before == 0 or words[before - 1] in ",;:–"
        if not words[before].islower():
            return False
    return False


def _closes_clause(words: Sequence[str], stop: int) -> bool:
    """Whether a subordinate clause ends here with a verb in the mood."""
    verb = words[stop - 1]
    if verb in _NO_VERBS or not _FINAL.fullmatch(verb) or verb.endswith(_ADJECTIVES):
        return False
    for at in range(stop - 2, 0, -1):
        if words[at] in _OPENS and words[at - 1] in (",", "–"):
            return True
        if words[at] in _STOPS or words[at] == ":":
            return False
    return False
