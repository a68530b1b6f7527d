"""Names of political parties, as papers put them in brackets behind a politician's name ("X (Reform)")."""

from __future__ import annotations

# Single capitalised words or two: names in capitals alone ("SPD") cannot be taken for towns anyway.
_NAMES = (
    "Labour|Conservatives?|Tory|Greens?|Liberals?|Liberal Democrats?|Lib Dems?|Independent|Reform|Reform UK|"
    "Plaid Cymru|"
    "Fine Gael|Fianna Fáil|Sinn Féin|Social Democrats?|Democrats?|Aontú|Alliance|"
    "Grüne|Grünen|Linke|Die Linke|Volt|Mitte|Neos|"
    "Renaissance|Horizons|Écologistes|Ecologistes|Républicains|Socialistes?|Modem|Ecolo|Vooruit|Groen|Défi|Engagés|"
    "Podemos|Sumar|Compromís|Junts|Comuns|Bildu|Ciudadanos|Livre|Bloco|Chega|"
    "Moderaterna|Moderate|Socialdemokraterna|Centern|Centerpartiet|Vänsterpartiet|Miljöpartiet|Liberalerna|Venstre|Høyre|"
    "Arbeiderpartiet|Radikale Venstre|Enhedslisten|Alternativet|Radikale|"
    "Kokoomus|Keskusta|Vihreät|Vasemmistoliitto|Isamaa|Keskerakond|Centre|Center|Vienotība|Progresīvie|Saskaņa|"
    "Lewica|Fidesz|Tisza|Momentum|Smer|Hlas|Syriza|Pasok|Lega|"
    "Piraten|Pirates?|Pirati|Možemo"
)
PARTIES = rf"(?:{_NAMES})(?![\w-])"
