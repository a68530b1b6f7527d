"""French."""

from __future__ import annotations

from kg.claims import Factuality
from kg.language.model import Cue, Language, Reach, Wording

EXPECTED, POSSIBLE, DENIED = Factuality.EXPECTED, Factuality.POSSIBLE, Factuality.DENIED
_BEFORE_NOUNS = (
    "autres|grande?s|petite?s|premi(?:er|ère)s|derni(?:er|ère)s|nouve(?:aux|lles)|principa(?:ux|les)|mêmes"
    "|différente?s"
)
"""Plural adjectives that stand before their noun, a pattern."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(text: str, first: int) -> dict[str, int]:
    """Names, several of one number joined by "/", numbered from `first`."""
    return {name: number for number, names in enumerate(text.split(), first) for name in names.split("/")}


def _small_numbers() -> dict[str, int]:
    found = _numbered(
        "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
        " seize dix-sept"
        " dix-huit dix-neuf",
        0,
    )
    names = {number: name for name, number in found.items() if name != "une"}
    for value, tens in ((20, "vingt"), (30, "trente"), (40, "quarante"), (50, "cinquante"), (60, "soixante")):
        found[tens] = value
        found |= {f"{tens}-{names[low]}": value + low for low in range(2, 20 if value == 60 else 10)}
        found[f"{tens}-et-un"] = found[f"{tens}-et-une"] = value + 1
    found |= {f"quatre-vingt-{names[low]}": 80 + low for low in range(1, 20)}
    return found | {
        "quatre-vingts": 80,
        "quatre-vingt": 80,
        "soixante-et-onze": 71,
        "cent-dix": 110,
        "cent-douze": 112,
        "dizaine": 10,
        "douzaine": 12,
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "soixantaine": 60,
        "centaine": 100,
        "septante": 70,
        "nonante": 90,
        "cent": 100,
        "mille": 1000,
    }


_SAYS = _words(
    "sourit souri plaisante plaisanté ironise ironisé dénonce dénoncé déplore déploré critique critiqué"
    " défend défendu"
    " admet admis avoue avoué explicite explicité tranche tranché tempère tempéré nuance nuancé enchaîne enchaîné"
    " rétorque rétorqué réplique répliqué clame clamé revendique revendiqué résumait estimait confiait précisait"
    " indiquait rappelait concède concédé certifie certifié avance avancé développe développé appuie appuyé"
    " s'enthousiasme enthousiasmé s'interroge interrogé s'inquiète inquiété soutient soutenu soupire soupiré"
    " avertissait écrit affirment expliquent soulignent déclarent estiment rappellent précisent ajoutent"
    " craint craignait craignent redoute redouté espère espérait espéré pense pensait croit croyait considère"
    " considéré"
    " jugeait demande demandé exige exigé réclame réclamé suggère suggéré signale signalé mentionne mentionné expose"
    " exposé évoque évoqué souhaite souhaité prône prôné alerte alerté prétend prétendu maintient maintenu"
    " objecte objecté"
    " proteste protesté s'étonne étonné s'indigne indigné conseille conseillé répète répété assène asséné"
    " garantit garanti"
    " pronostique pronostiqué prédit vante vanté raille raillé doute douté calcule calculé informe informé invite"
    " rassure rassuré s'exclame exclamé s'amuse amusé déclara affirma ajouta expliqua souligna rappela"
    " répondit conclut"
    " dit déclare déclaré affirme affirmé explique expliqué souligne souligné ajoute ajouté précise précisé"
    " rappelle rappelé indique indiqué estime estimé annonce annoncé confie confié note noté conclut conclu"
    " commente commenté poursuit poursuivi insiste insisté assure assuré salue salué réagit réagi juge jugé"
    " lance lancé résume résumé observe observé remarque remarqué reconnaît reconnu martèle martelé plaide"
    " plaidé témoigne témoigné prévient prévenu promet promis répond répondu détaille détaillé glisse glissé"
    " relève relevé constate constaté raconte raconté se-réjouit réjouit réjoui félicite félicité avertit"
    " regrette regretté valoir savoir complète complété renchérit expliquait déclarait ajoutait affirmait"
    " soulignait"
)
_INVERTED = frozenset(
    f"{verb}-{pronoun}"
    for verb in _SAYS
    for pronoun in ("il", "elle", "t-il", "t-elle", "ils", "elles", "on", "t-on")
)


def _demonyms() -> str:
    """How adjectives are made of the names of most towns, in both genders."""
    most = (
        "on>onnais|es>ais|e>ois|lle>llois|que>quois|g>geois|is>isien|ouse>ousain|ers>evin|an>anais|on>onais"
    )
    found: dict[str, None] = {}
    for rule in most.split("|"):
        found[rule] = None
        found[f"{rule}ne" if rule.endswith("ien") else f"{rule}e"] = None
    return "|".join(found)


def _cues() -> tuple[Cue, ...]:
    found: list[Cue] = []

    def add(words: str, factuality: Factuality, kind: str, reach: Reach = "clause") -> None:
        found.extend(Cue(word.strip(), factuality, kind, reach) for word in words.split("|"))

    # what somebody wanted before wanting something else
    add(
        "voulait initialement|voulaient initialement|voulait d'abord|voulait au départ|"
        "visait initialement|visaient initialement|avait espéré|avaient espéré|"
        "avait prévu de devenir|avait prévu d'être|devait initialement",
        DENIED,
        "superseded",
        "phrase",
    )

    # what is given up was there, and is no more, noun and all
    given_up = (
        "abandonné",
        "abandonnée",
        "abandonnés",
        "enterré",
        "enterrée",
        "supprimé",
        "supprimée",
        "retiré",
    )
    add("|".join(f"été {verb}" for verb in given_up), DENIED, "abandoned", "all")
    add("prépare sa|préparent leurs|prépare une candidature", EXPECTED, "planned")
    add(
        "abandonne l'objectif|a abandonné l'objectif|a renoncé à l'objectif|renonce à l'objectif",
        DENIED,
        "abandoned",
        "all",
    )
    # what people mean to do is put down before it is done
    add(
        "déclaration d'intention pour|déclaration d'intention en vue|déclaration d'intention sur|"
        "lettre d'intention pour|lettre d'intention en vue|lettre d'intention sur",
        EXPECTED,
        "intended",
        "phrase",
    )
    # whoever is put forward is not chosen yet
    add(
        "dans les prochains jours|dans les prochaines semaines|dans les prochains mois|dans les jours à venir|"
        "dans les semaines à venir|dans les mois à venir|prochainement",
        EXPECTED,
        "expected",
    )
    # what somebody is still collected for is not there yet
    add(
        "recueille des engagements pour son|recueille les engagements pour son|"
        "cherche des partenaires pour son|recherche des partenaires pour son|"
        "appelle à des contributions à son|cherche encore des partenaires pour son",
        EXPECTED,
        "planned",
        "phrase",
    )
    # what somebody is told, or ready, to do is yet to be done
    add(
        "autorise|autorisent|charge|mandate|donne mandat|donne pouvoir|habilite|décide de|décident de|"
        "a décidé de|s'engage à signer|prêt à signer|prête à signer|prêtes à signer|prêts à signer",
        EXPECTED,
        "commissioned",
        "behind",
    )
    # who is allowed or told to do something has not done it yet; what was decided before is done
    add(
        "autorisé la|autorisé le|autorisé son|autorisé sa|autorisé Mme|autorisé M|autorisé Madame|autorisé Monsieur|"
        "autorisant la|autorisant le|chargé la|chargé le|mandaté la|mandaté le",
        EXPECTED,
        "commissioned",
        "behind",
    )
    add(
        "compte signer|compte déposer|compte remettre|compte soumettre|compte transmettre|"
        "compte adopter|compte recevoir|compte obtenir|compte décrocher|compte présenter|"
        "compte atteindre|compte devenir|compte rejoindre|compte participer|compte candidater|"
        "compte postuler|compte lancer|compte approuver|comptent signer|comptent déposer|"
        "comptent remettre|comptent soumettre|comptent transmettre|comptent adopter|"
        "comptent recevoir|comptent obtenir|comptent décrocher|comptent présenter|comptent atteindre|"
        "comptent devenir|comptent rejoindre|comptent participer|comptent candidater|"
        "comptent postuler|comptent lancer|comptent approuver",
        EXPECTED,
        "planned",
    )
    # what was done in vain was done all the same: a kind of its own, before the others that deny
    add(
        "n'a pas été retenue|n'a pas été retenu|n'ont pas été retenues|n'ont pas été retenus|"
        "n'avait pas été retenue|n'avaient pas été retenues|n'a pas été sélectionnée|"
        "n'a pas été sélectionné|n'ont pas été sélectionnées|n'ont pas été sélectionnés|"
        "n'avait pas été sélectionnée|n'avaient pas été sélectionnées|n'a pas été choisie|"
        "n'a pas été choisi|n'ont pas été choisies|n'ont pas été choisis|n'avait pas été choisie|"
        "n'avaient pas été choisies|n'a pas été admise|n'a pas été admis|n'ont pas été admises|"
        "n'ont pas été admis|n'avait pas été admise|n'avaient pas été admises|n'a pas été désignée|"
        "n'a pas été désigné|n'ont pas été désignées|n'ont pas été désignés|n'avait pas été désignée|"
        "n'avaient pas été désignées|n'est pas passée|n'a pas passé le cap|n'ont pas passé le cap|"
        "n'a pas été du nombre|non retenue|non retenues|pas retenue|pas retenues|"
        "pas de chance|pas eu de chance|sans réussite|sans succès|en vain|bredouille|bredouilles|écartée|"
        "écartées|écarté|écartés|recalée|recalées|recalé|recalés|sur le carreau|sur la touche|évincée|"
        "évincées|est restée à quai|reste à quai|malheureuse|malheureuses|malheureux",
        DENIED,
        "vain",
    )
    add(
        "prévoit|prévoient|prévoit de|est prévu|est prévue|sont prévus|sont prévues|devrait|devraient",
        EXPECTED,
        "planned",
    )
    add(
        "sera|seront|aura|auront|deviendra|deviendront|fera|feront|permettra|recevra|signera|pourra|va|vont",
        EXPECTED,
        "future",
    )
    # what somebody is ready, trying or asked to do is not done
    add(
        "cherche à|cherchent à|cherchait à|projette de|projettent de|projette d'|projettent d'|prête à|prêtes à|"
        "prêt à|prêts à|disposée à|disposées à|disposé à|disposés à|désireuse de|désireuses de|désireux de|"
        "se prépare à|se préparent à|déterminée à|déterminé à|travaille à|travaillent à",
        EXPECTED,
        "intended",
        "behind",
    )
    add(
        "appelée à|appelées à|appelé à|appelés à|incitée à|incité à|encouragée à|encouragé à|demandé à",
        POSSIBLE,
        "proposed",
        "behind",
    )
    add(
        "souhait de|souhait d'|rêve de|rêve d'|espoir de|espoir d'|ambition de|ambition d'|chance de|chance d'|"
        "désir de|désir d'|plus près de|en passe de|se rapproche du|se rapproche de",
        POSSIBLE,
        "hoped",
        "behind",
    )
    add(
        "espère|espèrent|l'espère|l'espèrent|attend|attendent|est attendu|est attendue|"
        "sont attendus|sont attendues|"
        "compte bien|projette|projettent|prochaine étape|s'apprête à|s'apprêtent à",
        EXPECTED,
        "hoped",
    )
    add(
        "vise à|visent à|entend|entendent|souhaite|souhaitent|s'engage à|ambitionne|veut|veulent",
        EXPECTED,
        "intended",
    )
    add("peut|peuvent|pouvoir", POSSIBLE, "able")
    add("pourrait|pourraient|peut-être|éventuellement|envisage|envisagent", POSSIBLE, "possible")
    add(
        "réfléchit à|réfléchissent à|réfléchissons à|songe à|songent à|l'idée de|l'idée d'un|l'idée d'une|"
        "à l'étude|étudier un|étudier une",
        POSSIBLE,
        "considered",
    )
    add("serait|seraient|aurait|auraient", POSSIBLE, "conditional")
    add("si", POSSIBLE, "condition")
    add("réclame|exige", POSSIBLE, "demanded")
    add(
        "le principe d'un|le principe d'une",
        EXPECTED,
        "planned",
    )
    add(
        "autorise le maire|autorise la maire|autorise son maire|mandate le maire|charge le maire",
        EXPECTED,
        "planned",
        "behind",
    )
    add("en discussion|en cours de discussion|en projet", POSSIBLE, "considered")
    add("doit|doivent|devra|devront", POSSIBLE, "due")
    add("devait|devaient", POSSIBLE, "due", "behind")
    add(
        "se verrait|se verraient|obtiendrait|obtiendraient|recevrait|recevraient|décrocherait",
        POSSIBLE,
        "conditional",
    )
    add(
        "voté contre|vote contre|votent contre|s'oppose à|s'opposent à",
        DENIED,
        "denied",
        "behind",
    )
    # of what is left undone
    add(
        "échoué à|échoue à|échouent à|échoué dans|omis de|omet de|négligé de|néglige de|manqué de|"
        "manqué l'occasion de|manqué l'échéance pour|tarde à|tardent à|peine à|peinent à|s'est abstenu de|"
        "s'est abstenue de|s'abstient de|abstenu de|abstenue de|s'est gardée de",
        DENIED,
        "undone",
        "behind",
    )
    add(
        "pas|jamais|refuse|a refusé|"
        "renonce à|renoncent à|a renoncé à|décline|a décliné|exclut de|passe à côté de",
        DENIED,
        "denied",
    )
    add("ne|n'est|n'a|n'ont|n'était", DENIED, "denied")
    add("rien|nul|nulle", DENIED, "nobody")
    add("étape suivante", EXPECTED, "planned", "both")
    add(
        "refusé|refusée|refusent|a rejeté|rejette|rejettent|rejeté|rejetée|ont rejeté|a écarté|"
        "écarte|dément|démentent|a démenti|nie|nient|a nié|exclut|excluent|a exclu|n'est pas parvenu|"
        "reste sans|restent sans|attend toujours|attendent toujours|reste en dehors|"
        "est restée à la porte|est resté à la porte|manque à l'appel|manquent à l'appel|personne",
        DENIED,
        "denied",
    )
    add(
        "ni|n'a ni|n'ont ni|jamais été|n'a pas vocation|n'avait pas vocation|aucun|aucune|pas de|"
        "pas encore de|pas d'|pas encore d'|dépourvu de|dépourvue de|ni de|plus de contrat|"
        "prépare son|préparent leur|rédige son|rédigent leur|peaufine son|travaille à son|travaillent à leur",
        DENIED,
        "denied",
        "both",
    )
    add(
        "ne figure pas parmi|ne figurent pas parmi|n'est pas l'une|n'est pas une|n'est pas parmi|ne fait pas partie|"
        "ne font pas partie|n'a pas fait partie|ne compte pas parmi|ne comptent pas parmi|n'était pas parmi|"
        "n'appartient pas",
        DENIED,
        "excluded",
        "both",
    )
    add(
        "brigue|briguent|postule à|postulent à|a demandé|ont demandé|sollicite|"
        "sollicitent|a sollicité|ont sollicité|soit reconnu|soit reconnue|soit désigné|soit désignée|soit classé|"
        "soit classée|demande à être|prétend à|dans la course|fait acte de candidature|faire acte de candidature|"
        "a candidaté|ont candidaté|a postulé|ont postulé|s'est portée candidate|s'est porté candidat|"
        "se sont portées candidates|se sont portés candidats|dépose sa candidature|déposent leur candidature|"
        "a déposé sa candidature|ont déposé leur candidature",
        POSSIBLE,
        "applied",
    )
    add(
        "candidate à|candidat à|candidates à|candidats à|candidate au|candidat au|candidature à|candidature au|"
        "candidatures au|demande de reconnaissance",
        POSSIBLE,
        "applied",
        "phrase",
    )
    add(
        "en vue d'un|en vue d'une|en vue du|en vue de la|en vue des|en vue de", POSSIBLE, "intended", "phrase"
    )
    add("en route vers|sur la voie de|sur le chemin de|en passe de devenir", EXPECTED, "underway", "phrase")
    add(
        "a autorisé|donne mandat à|donne pouvoir à|charge le|charge la|ont décidé de",
        EXPECTED,
        "charged",
        "behind",
    )
    add(
        "à l'état de projet|à l'état d'ébauche|n'est qu'un projet|n'est encore qu'un projet|reste un projet|"
        "dans les cartons|en est encore au stade",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "est reporté|est reportée|a été reporté|a été reportée|reporté à|reportée à|ajourné|ajournée|ajourne|"
        "de l'ordre du jour|renvoyé en commission|renvoyée en commission|remis à plus tard|remise à plus tard",
        EXPECTED,
        "deferred",
        "both",
    )
    add(
        "a besoin d'un|a besoin d'une|besoin d'un|besoin d'une|réclame un|réclame une|réclament un|réclament une|"
        "demande un|demande une|demandent un|demandent une",
        POSSIBLE,
        "needed",
        "phrase",
    )
    add("sans|au lieu de", DENIED, "without", "phrase")
    add("projet de|avant-projet de|ébauche de|ébauche du", EXPECTED, "drafted", "phrase")
    add(
        "prévus|prévues|compte|comptent|comptons|espérons|attendons|envisageons|prévoyons|voulons|souhaitons|"
        "visons à|s'engagent à|s'est engagé à|s'est engagée à|se sont engagés à|se sont engagées à|"
        "aspire à|aspirent à|est sur le point de|"
        "sont sur le point de|a l'intention de|ont l'intention de",
        EXPECTED,
        "intended",
    )
    add(
        "étudie la|étudie l'|étudie la possibilité|examine la|probablement|vraisemblablement|"
        "sans doute|il se peut que|il est possible que",
        POSSIBLE,
        "considered",
    )
    add("aurait été|auraient été|aurait dû|auraient dû", POSSIBLE, "counterfactual")
    add(
        "réclament|réclamé|a réclamé|exigent|exigé|a exigé|demande que|demandent que|appelle à|appellent à|"
        "devons|il faut|il faudra|propose de|proposent de|a proposé de|proposition de|motion",
        POSSIBLE,
        "demanded",
    )
    by_mistake = ("par erreur", "à tort", "erronément")
    told = (
        "indiqué",
        "indiquait",
        "annoncé",
        "écrit",
        "écrivions",
        "affirmé",
        "mentionné",
        "publié",
        "publiée",
    )
    add("|".join([f"{one} {other}" for one in told for other in by_mistake]), DENIED, "mistaken", "all")
    add("|".join(f"{one} que" for one in by_mistake), DENIED, "mistaken", "all")
    # what was told and is told no more
    add(
        "|".join(
            f"{version} {page}"
            for version in (
                "version antérieure",
                "version précédente",
                "précédente version",
                "première version",
            )
            for page in (
                "de ce communiqué",
                "du communiqué",
                "de cet article",
                "de l'article",
                "de ce texte",
                "du texte",
            )
        ),
        DENIED,
        "mistaken",
        "all",
    )
    add(
        "précédente version, nous|il est faux que|faux de dire que|il est inexact que",
        DENIED,
        "mistaken",
        "all",
    )
    add(
        "selon la rumeur|selon une rumeur|des rumeurs|il paraît que|paraît-il|prétendument|soi-disant",
        POSSIBLE,
        "rumoured",
    )
    add("futurs|futures|prochains|prochaines", EXPECTED, "planned", "phrase")
    add(
        "possible|possibles|éventuels|éventuelles|hypothétique|prétendu|prétendue",
        POSSIBLE,
        "possible",
        "phrase",
    )
    add("prévu|prévue|futur|future|éventuel|éventuelle|prochain|prochaine", EXPECTED, "planned", "phrase")
    add(
        "négocie un accord|négocient un accord|négocient une convention|négociations sur|"
        "propose d'étudier|propose un|propose une|étudie un|étudie une|envisage un|envisage une",
        POSSIBLE,
        "considered",
        "both",
    )
    add(
        "dans l'attente du|en attente du",
        DENIED,
        "denied",
        "both",
    )
    add(
        "laissée de côté|laissées de côté|n'y figure pas|est passée à côté|reste à la porte|"
        "restent à la porte|hors de la|hors du|en dehors de la|en dehors du|absente de|absent de|"
        "absentes de|manque encore|manquent encore|se fait attendre|se font attendre|patiente|"
        "patientent|doit patienter|doivent patienter|attend encore|attendent encore",
        DENIED,
        "denied",
    )
    add(
        "absente de la|absent de la|absentes de la|n'est même pas|ne sont pas|n'est pas|n'ont pas|n'a pas",
        DENIED,
        "excluded",
        "both",
    )
    add(
        "n'a jamais|n'ont jamais|n'avait jamais",
        DENIED,
        "denied",
        "both",
    )
    return tuple(found)


LANGUAGE = Language(
    code="fr",
    abbreviations=_words(
        "M MM Mme Mlle Dr Pr Prof St Ste art p pp cf env ex c.-à-d av bd tél Tél no n° jan janv"
        " fév févr avr juill juil sept oct nov déc"
    ),
    ending_abbreviations=_words("etc Cie"),
    starters=_words(
        "Le La Les Un Une Des Du De Il Elle Ils Elles Nous Vous On Ce Cette Ces Cela En Dans Par Pour"
        " Avec Sans Après"
        " Avant Depuis Lors Au Aux À Et Mais Ou Donc Or Car Si Sur Sous Son Sa Ses Leur Leurs Notre Nos"
        " Tous Toutes"
    ),
    spaced_quotes=True,
    determiners=_words("le la les l' un une des du de au aux ce cette ces son sa ses leur leurs notre nos"),
    functions=_words(
        "le la les un une des du de d' l' au aux à en dans par pour avec sans après avant depuis lors et"
        " ou mais donc or"
        " car si sur sous son sa ses leur leurs notre nos il elle ils elles nous vous on ce cette ces"
        " qui que dont où"
        " est sont était étaient a ont avait avaient sera seront ne pas plus comme afin déjà jusqu'à"
        " jusqu'en vers"
    ),
    months=_numbered(
        "janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct"
        " novembre/nov"
        " décembre/déc",
        1,
    ),
    weekdays=_numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    seasons=_numbered("printemps été automne hiver", 0),
    parts={
        "début": "early",
        "au début de": "early",
        "au début du mois de": "early",
        "mi": "mid",
        "courant": "mid",
        "fin": "late",
        "à la fin de": "late",
        "la fin de": "late",
    },
    part_nouns=_words("de d' l'année du mois l' année de"),
    date_fillers=_words("le l' l'année l'an année an la horizon l'horizon"),
    month_leads=_words("en pour depuis dès jusqu'en d'ici début fin au l' cet"),
    year_leads=_words(
        "en depuis dès d'ici jusqu'en année l'année l'an l'horizon horizon de fin début avant après"
    ),
    day_particles=_words("de"),
    since=frozenset({"depuis", "dès", "à partir de", "à partir du", "à compter du"}),
    until=frozenset(
        {
            "d'ici",
            "d'ici à",
            "d'ici fin",
            "jusqu'en",
            "jusqu'au",
            "jusqu'à",
            "avant",
            "au plus tard en",
            "à l'horizon",
        }
    ),
    range_words=_words("au à"),
    list_words=_words("et ou"),
    relative={
        "aujourd'hui": ("day", 0),
        "hier": ("day", -1),
        "avant-hier": ("day", -2),
        "demain": ("day", 1),
        "ce matin": ("day", 0),
        "ce soir": ("day", 0),
        "l'an dernier": ("year", -1),
        "l'an passé": ("year", -1),
        "l'an prochain": ("year", 1),
        "après-demain": ("day", 2),
        "cette année": ("year", 0),
        "il y a un an": ("year", -1),
        "il y a deux ans": ("year", -2),
        "il y a un mois": ("month", -1),
        "il y a une semaine": ("week", -1),
        "ce mois-ci": ("month", 0),
        "cette semaine": ("week", 0),
    },
    relative_adjectives={
        "dernier": -1,
        "dernière": -1,
        "passé": -1,
        "passée": -1,
        "prochain": 1,
        "prochaine": 1,
    },
    ahead=("dans", "d'ici", "sous", "d’ici"),
    centuries=(("milieu du siècle", 2050), ("mi-siècle", 2050), ("milieu de ce siècle", 2050)),
    decades=(
        ("fin de la décennie", 10),
        ("fin de cette décennie", 10),
        ("terme de la décennie", 10),
        ("milieu de la prochaine décennie", 15),
        ("fin de la prochaine décennie", 20),
    ),
    elapsed_units={
        "jour": "day",
        "jours": "day",
        "semaine": "week",
        "semaines": "week",
        "mois": "month",
        "an": "year",
        "ans": "year",
        "année": "year",
        "années": "year",
    },
    afterwards=(
        "plus tard",
        "après",
    ),
    ahead_of=("plus tôt que", "d'avance sur", "avant"),
    behind_of=("plus tard que", "de retard sur", "après"),
    beforehand=(
        "plus tôt",
        "auparavant",
    ),
    unit_nouns={"an": "year", "année": "year", "mois": "month", "semaine": "week", "week-end": "weekend"},
    year_after=("de l'année suivante", "l'année suivante"),
    month_followers=_words("suivant"),
    same_year=(
        "de la même année",
        "la même année",
        "de cette année-là",
        "cette année-là",
        "de ladite année",
    ),
    quarters={"trimestre": 3, "semestre": 6},
    this_words=_words("ce cet cette"),
    lone=_words("seule seul unique"),
    hoping=_words(
        "espère espèrent espérons attend attendent attendons compte comptent comptons pourrait"
        " pourraient devrait devraient mise misent table tablent sera seront aura auront veut"
        " veulent obtiendra recevra"
    ),
    object_pronouns=frozenset(("le", "la", "les", "lui", "leur", "en")),
    passives=frozenset(("est", "sont", "été", "sera", "seront", "fut", "furent", "être")),
    future_words=_words(
        "sera seront aura auront va vont prévoit devrait prochain prochaine"
        " tiendra tiendront accueillera visitera attendue attendu prévu prévue invite réunira"
    ),
    thousands=" \u00a0\u202f.",
    decimal=",",
    small_numbers=_small_numbers(),
    hundreds=_words("cent cents"),
    scales={
        "cent": 100,
        "mille": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "md": 10**9,
    },
    number_joiners=_words("et"),
    ordinals=_numbered(
        "premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième huitième", 1
    ),
    ordinal_endings=_words("er re e ème ère es"),
    ones=_words("un une l'un l'une"),
    only=_words("seule seul unique"),
    only_more=_words("autre autres"),
    of_words=_words("de des d' d"),
    modifiers={
        "plus de": "at_least",
        "au moins": "at_least",
        "au minimum": "at_least",
        "jusqu'à": "at_most",
        "au plus": "at_most",
        "au maximum": "at_most",
        "moins de": "at_most",
        "environ": "approximate",
        "près de": "approximate",
        "quelque": "approximate",
        "quelques": "approximate",
        "presque": "approximate",
        "une bonne": "at_least",
        "plus d'une": "at_least",
        "au moins une": "at_least",
        "une petite": "approximate",
        "une": "approximate",
    },
    modifiers_after={"ou plus": "at_least", "au moins": "at_least", "environ": "approximate"},
    more_words=_words("autres autre supplémentaires supplémentaire nouvelles nouveaux"),
    percent_words=frozenset({"pour cent", "pourcent"}),
    currencies={
        "euro": "EUR",
        "euros": "EUR",
        "d'euros": "EUR",
        "dollars": "USD",
        "francs": "CHF",
        "francs suisses": "CHF",
        "livres": "GBP",
        "livres sterling": "GBP",
        "zlotys": "PLN",
        "złotys": "PLN",
        "lei": "RON",
        "leva": "BGN",
        "forints": "HUF",
        "hryvnias": "UAH",
        "couronnes": "SEK",
        "couronnes suédoises": "SEK",
        "couronnes danoises": "DKK",
        "couronnes norvégiennes": "NOK",
        "couronnes tchèques": "CZK",
        "livres turques": "TRY",
    },
    units=_words(
        "km m kg tonnes mètres kilomètres hectares mw kwh habitants personnes euros millions milliards"
    ),
    labels=_words("n° n no article art page p ligne chapitre section rue bp cs tél"),
    clock_words=_words("h heures"),
    street_endings=("straße",),
    honorifics=_words("M MM Mme Mlle Dr Pr Prof Professeur Madame Monsieur"),
    particles=_words("de du des d' la le Le La Du Des De von van Von Van der den di da del ten ter"),
    weak_given=_words("Lourdes Lorraine Milan Nancy Georgia Marin Aurore"),
    not_names=_words(
        "ville villes rue place pont maison prix jour semaine mois an université institut ministère europe"
    ),
    institutions=(
        "fondation",
        "institut",
        "université",
        "école",
        "lycée",
        "avenue",
        "musée",
        "stiftung",
        "university",
    ),
    genitive=(),
    fields=_words("général générale europe énergie mobilité environnement transition ville"),
    noun_endings=("tion", "ment", "isme", "logie", "ique"),
    plural_offices=(
        "conseillers",
        "conseillères",
        "adjoints",
        "adjointes",
        "maires",
        "élus",
        "élues",
        "échevins",
        "échevines",
        "ministres",
        "députés",
        "députées",
        "présidents",
        "présidentes",
    ),
    speech_verbs=_SAYS | _INVERTED,
    reporters=_words("que qu' combien"),
    speech_auxiliaries=_words("se s'est a ont avait fait a-t-il a-t-elle a-t-on ont-ils ont-elles"),
    remarks=(
        "parlé>de,d',d'un,d'une|juge>le,la,les,ce,cette,que,son,sa|jugé>le,la,les,que|voit>un,une,le,la,pas,comme|"
        "estime>le,la,à|plaide>pour|plaidé>pour|cité>exemple|cite>exemple|veut>que,voir|réjouit>de,d',du,que,d'un,d'une|"
        "félicite>de,d',du,que,d'un,d'une|espère>que,un,une,le,la,voir|souhaite>que|considère>que,comme|"
        "félicité>de,d'|félicitée>de,d'|"
        "dit>fier,fière,heureux,heureuse,confiant,confiante,satisfait,satisfaite|"
        "qualifié>de,d'|qualifie>de,d'|parle>de,d',d'un,d'une,du|appelle>à|met>garde|mis>garde|fait>valoir,savoir|dit>que,vouloir,avoir,être,attendre,espérer|"
        "appelé>à|évoqué>un,une,des|salué>un,une,le,la,les,cette,ce"
    ),
    speech_leads=frozenset(),
    according=(
        *(
            "selon",
            "d'après",
            "pour",
            "de l'avis de",
            "aux yeux de",
            "à en croire",
            "par la voix de",
            "aux dires de",
        ),
        *(
            "du point de vue de",
            "de l'aveu de",
            "selon les mots de",
            "selon les termes de",
            "dans les mots de",
        ),
    ),
    according_after=frozenset(),
    already=_words("déjà"),
    act_endings=("ant", "er", "ir", "dre", "ttre", "être", "faire"),
    future_adverbs=_words("bientôt prochainement demain prochaine prochain presque"),
    pronouns=_words("il elle ils elles a-t-il a-t-elle ont-ils ont-elles") | _INVERTED,
    genders={"il": "m", "elle": "f", "a-t-il": "m", "a-t-elle": "f"},
    by_account={
        "selon lui": "m",
        "selon elle": "f",
        "d'après lui": "m",
        "d'après elle": "f",
        "pour lui ,": "m",
        "pour elle ,": "f",
        "à ses yeux": "",
        "à son avis": "",
        "selon ses mots": "",
        "selon ses termes": "",
        "de son propre aveu": "",
        "de son point de vue": "",
    },
    verdicts=_words(
        "verdict conclusion avis message bilan appel commentaire réponse souhait espoir avertissement conseil"
        " mot devise"
        " constat jugement explication argument question"
    ),
    view_leads=_words("pour"),
    copulas=_words("est sont dit reste montre"),
    convictions=_words(
        "fier fière heureux heureuse satisfait satisfaite déçu déçue "
        "convaincu convaincue persuadé persuadée confiant confiante certain certaine sceptique optimiste"
    ),
    quoting=_words("comme"),
    meets=(
        *("entretien avec", "interview avec", "interview de", "rencontre avec", "nous avons rencontré"),
        *("trois questions à", "questions à", "conversation avec", "nous avons interrogé", "entretien :"),
    ),
    role_articles=_words("le la l' un une son sa leur"),
    cues=_cues(),
    no_cues=(
        # of what goes on, as its end was voted down
        *(
            f"{against} {end}"
            for against in (
                "voté contre",
                "vote contre",
                "votent contre",
                "s'oppose à",
                "s'opposent à",
                "opposé à",
                "opposée à",
            )
            for end in (
                "la fin du",
                "la fin de",
                "l'arrêt du",
                "l'arrêt de",
                "la suppression du",
                "la suppression de",
                "la rupture du",
                "la rupture de",
            )
        ),
        "décide d'approuver",
        "décide d'adopter",
        "n'empêche pas",
        "n'empêche",
        ", projet de",
        "projet de recherche",
        "projet de démonstration",
        "projet de l'union",
        "projet de coopération",
        "compte au nombre",
        "comptent au nombre",
        "compte parmi",
        "comptent parmi",
        "compte au rang",
        "compte désormais",
        "compte déjà",
        "comptent désormais",
        "compte neuf",
        "compte deux",
        "compte trois",
        "compte quatre",
        "compte cinq",
        "compte six",
        "compte sept",
        "compte huit",
        "compte dix",
        "n'est pas la seule",
        "ne sont pas les seules",
        "n'est pas la première",
        "pas seulement",
        "non seulement",
        "pas moins de",
        "comme prévu",
        "ne que",
        "si bien que",
        "pas uniquement",
    ),
    subordinators=_words(
        "parce si lorsque quand puisque afin comme tandis pendant après avant bien alors dès"
    ),
    adversatives=_words("mais"),
    apposed_participles=_words(
        "créé créée lancé lancée ouvert ouverte fondé fondée mis mise adopté adoptée signé signée géré gérée"
        " financé financée porté portée approuvé approuvée voté votée remis remise déposé déposée"
    ),
    relatives=_words(
        "qui dont où laquelle lequel lesquels lesquelles que auquel auxquels auxquelles duquel desquels desquelles"
    ),
    prepositions=_words("à de dans pour avec par sur sous dont en"),
    complementisers=_words("que"),
    conditionals=_words("si"),
    awaited=_words("lorsque quand dès avant"),
    awaiting=_words("sera seront aura auront soit soient ait aient"),
    new_clause=_words("mais et ou donc or car"),
    coordinators=_words("et ou mais"),
    alternatives=_words("ou"),
    # imperfects end like some conditionals ("montrait", "tirait"), and are left out with them
    conditional_endings=(
        *("erait", "eraient", "endrait", "endraient", "oudrait", "oudraient", "audrait", "audraient"),
        *("ettrait", "ettraient", "devrait", "devraient", "cevrait", "cevraient"),
    ),
    future_endings=(
        *("era", "eront", "ira", "iront", "dra", "dront", "ttra", "ttront"),
        *("îtra", "îtront", "evra", "evront", "rra", "rront"),
    ),
    clitics=_words("se le la les lui leur en y ne n' s' l' également aussi ainsi déjà nous"),
    inner_openers=_words("qui dont"),
    nots=_words("pas jamais"),
    yets=_words("encore toujours"),
    second_leads=_words("toujours jamais pas encore n' ne"),
    second_verbs=_words(
        "porte portent détient détiennent possède possèdent participe participent fait font reçoit "
        "reçoivent obtient obtiennent appartient appartiennent rejoint rejoignent signe signent figure "
        "figurent compte"
    ),
    finite=_words(
        "est sont était étaient a ont avait avaient sera seront aura auront peut peuvent pourrait"
        " pourraient doit"
        " devrait devraient veut veulent va vont prévoit prévoient fut furent s'est s'était n'est n'a n'ont l'a l'ont"
        " compte comptent vise visent dispose disposent souhaite souhaitent reste restent"
    ),
    encounters=_words(
        "rencontre rencontré rencontrait rencontrera reçoit reçu recevra accueille accueilli accueillera"
        " invite invité salue salué remercie remercié félicite félicité accompagne accompagné retrouvé"
        " retrouve honoré décoré croisé interpellé remplacé remplace"
    ),
    past=_words(
        "a ont avait avaient était étaient fut furent signa reçut reçurent remit remirent adopta obtint obtinrent"
        " décerna décida vota"
    ),
    past_endings=("ait", "aient", "èrent"),
    parties=_words("ps lr eelv rn lfi pcf renaissance modem horizons verts écologistes prg udi"),
    wording=Wording(
        articles="la|le|les|l'|l’|un|une|cette|année",
        joiners="et|mais aussi|ou|ainsi qu|ainsi que|comme",
        within_lists="avec|la|le|les|de|à",
        adverbs="aussi|la|le|les",
        pairs="et|avec",
        between_pairs="ainsi que|et",
        breaks="tandis que",
        betweens="entre",
        apposes="comme|parmi",
        predicates="est|reste|sera|a été|devient|demeure|était|fut",
        equates="sont|étaient|figurent|comptent parmi",
        holds=(
            "est|sont|a été élu|a été élue|a été nommé|a été nommée|élu|élue|nommé|nommée|reste|comme|en tant que|"
            "devenu|devenue"
        ),
        becomes="sera|deviendra|devient|prendra|futur|future",
        held="était|fut|a été|ancien|ancienne|autrefois|jusqu|ex|jadis|précédemment",
        listing="oui|et|ainsi|que|aussi|outre|en|à|avec",
        gap_words="en|puis|dès|le|au|d'ici|depuis|déjà|ensuite|seulement",
        adverbial_relatives="où|comment|dont|que",
        affirms="oui|effectivement|tout à fait",
        asks_when="quand|depuis quand|en quelle année|à quelle date|à partir de quand",
        asks_whether="(?:est-ce|(?:[\\w\\s'’-]{2,40}\\s)?\\w+(?:-t)?-(?:elle|il|elles|ils))",
        denials="pas|jamais|plus|ni",
        denial_gaps="encore|été|non plus|un|une|elle-même|devenu|devenue",
        they="Elles|Ils|Elles toutes|Ils tous",
        wholes="les|ces|des|aux|nos|toutes les|tous les|toutes|tous|ces",
        pointers=("le|la|l'|l’|du|au|ce|cet|cette|son|sa|leur|notre"),
        prepositions="en|à|de|par|avec|entre",
        places="en|à",
        venues="à|au|aux|dans|sur|en",
        contains="dans|en",
        indefinite="un|une|aucun|aucune",
        occasions=(
            "lors de la|lors du|lors de l'|lors de l’|lors d'une|à l'occasion de la|à l'occasion du|"
            "à l’occasion de la|à la|pour la|au cours de la|après la|assisté à la"
        ),
        of_rules="le >du |les >des |la >de la |un >d'un |une >d'une |>de ",
        completed="après|depuis",
        turns="devenir|deviendront|deviendra|être",
        makes="rédiger|élaborer|préparer|conclure|écrire|établir",
        making=(
            "travaille à|travaillent à|travaille sur|travaillent sur|en cours de rédaction|"
            "en cours d'élaboration|en préparation|prépare|rédige|élabore"
        ),
        making_begun=(
            "commencé à rédiger|commencé à élaborer|entamé la rédaction|entamé l'élaboration|"
            "lancé l'élaboration|lancé la rédaction"
        ),
        made_already="a|ont|avait",
        subjects_again="elle|il",
        their_own="son|sa|ses",
        quarters="quartier|quartier de|quartier du|quartiers de",
        owned_behind="dont le|dont la|dont l'|dont l’",
        aims="objectif|objectifs|but|ambition|cap|engagement",
        possessives="son|sa|leur|ses|leurs|dont le|dont la",
        ours="notre|nos",
        adds="avec|et|aux côtés de|en même temps que|outre|comme",
        likes=(
            "comme|telles que|dont|parmi lesquelles|parmi elles|à l’instar de|à l'instar de|notamment"
            "|à savoir|à commencer par|tels que|parmi lesquels"
        ),
        joins_in=(
            "aux côtés de|outre|avec|ainsi que|en même temps que|comme|de concert avec|de pair avec"
            "|au même titre que|tout comme|de même que"
        ),
        subset=(
            "dont|parmi lesquelles|parmi elles|parmi eux|parmi lesquels|d’entre elles|d'entre elles"
            "|au nombre desquelles"
        ),
        complete="les|toutes les|tous les|des|aux",
        elliptic=(
            "au total|d'entre elles|d'entre eux|en tout|parmi elles|parmi eux|de ces villes"
            "|des villes|des participantes|des lauréates|d’entre elles|d’entre eux|à ce jour"
        ),
        totals=(
            "au total|en tout|le total à|total à|leur nombre à|le nombre à|nombre total à|s'élève à"
            "|s’élève à|s'établit à|s’établit à|est passé à|passe à|est porté à|porte à|portant à"
            "|elles sont désormais|sont désormais|elles sont|ils sont|soit"
        ),
        counted=rf"(?:(?:{_BEFORE_NOUNS})\s+)*(?!(?:{_BEFORE_NOUNS})\b)[a-zà-ÿœ][\w-]{{2,}}[sx]",
        moments="il y a|dans|après|voici|d'ici|d’ici|âgé de|âgée de",
        moments_after="plus tard|plus tôt|auparavant|après",
        number_of=(
            "nombre de|total de|liste des|cercle des|groupe des|club des|fournée de|vague de"
            "|cercle de|groupe de|série de"
        ),
        part_of="sur les|parmi les|sur ces|parmi ces|de ces|sur un total de|sur l'ensemble des|des|d'entre les",
        of_all="sur|parmi|des|d'entre|au sein des",
        all_of="les|ses|ces|un total de|quelque",
        of_them="d'entre elles|d'entre eux",
        between_number="de|du",
        not_between_number="de",
        relatives="qui|que|dont",
        others="autres",
        hails="vont|sont allés|sont allées|viennent|reviennent|soient|se trouvent|se situent",
        earlier="précédents|précédentes|antérieurs|antérieures|premiers|premières",
        receivers="à|au|aux",
        namely="à savoir|dont|notamment",
        after="après",
        owns=(
            "compte|comptait|a|aligne|fournit|envoie|place|apporte|totalise|possède"
            "|est représentée par|est représenté par|participe avec|est présente avec"
            "|est présent avec|en compte|en aligne|dispose de"
        ),
        alike="aussi|également",
        origins="de|d'|en|pour|du|au",
        topic_leads=(
            "sur|autour de|autour du|autour des|autour de l'|en matière de|en matière d'|"
            "dans le domaine de|dans le domaine du|dans le domaine des|dans le domaine de l'|"
            "dans les domaines de|dans les domaines du|"
            "dans les domaines des|au sujet de|au sujet du|au sujet des|à propos de|à propos du|à propos des|"
            "concernant|relatif à|"
            "relative à|relatifs à|relatives à|portant sur|axé sur|axée sur|axés sur|axées sur|centré sur|"
            "centrée sur|consacré à|"
            "consacrée à|consacré au|consacrée au|consacré aux|consacrée aux|dédié à|dédiée à|dédié au|dédiée au|"
            "en faveur de|"
            "en faveur du|en faveur des|en matière d’|autour de l’|autour d'|autour d’"
        ),
        no_topics=(
            "sur place|sur le terrain|sur pied|sur la base|sur le papier|sur un pied|sur une|sur un|"
            "sur plusieurs|sur deux|sur trois|"
            "sur la route|sur le chemin|sur le point|sur la voie|sur son|sur sa|sur leur|sur notre|sur invitation"
        ),
        fellows=(
            "collègues|homologues|homologue|équipes|services|experts|élus|ville|villes|commune|communes|"
            "municipalité|mairie|maire|"
            "municipalités|amis|partenaires|délégation|port|capitale|voisine|voisines|métropole|cité"
        ),
        over=(
            "rompu|rompue|rompus|rompues|gelé|gelée|gelés|suspendu|suspendue|suspendus|dénoncé|dénoncée|mis fin|"
            "pris fin|met fin|en sommeil|dissous|dissoute|résilié|résiliée|interrompu|interrompue|caduc|caduque"
            "|mettent fin|expiré|arrivé à échéance|arrivée à échéance|échu|été abandonné"
            "|été abandonnée|été mis en pause"
        ),
        over_what="rompt|rompent|a abandonné|ont abandonné|abandonne|abandonnent|a mis en pause",
        done_before=(
            r"après\s+(?:avoir\s+été|(?:sa|leur)\s+(?:sélection|candidature))|(?:qui\s+avai(?:t|ent)|ayant)\s+(?:déjà\s+)?été"
        ),
        was_once=(
            r"autrefois|jadis|anciennement|anciennes?\s+(?:villes?|partenaires?)|"
            r"(?:était|étaient|fut|furent|a\s+été|ont\s+été)\b[^.;,]{0,80}?\bjusqu['’](?:en|à)\s+(?:\w+\s+)?\d{4}"
        ),
        phrase_leads=(
            "dès l'automne|dès l'hiver|dès l'été|dès le printemps|désormais|bientôt|sur|les|la|le|l'|l’|des|de|"
            "d'|d’|un|une|notamment|surtout|avant tout|principalement|d'abord|"
            "essentiellement|en particulier|"
            "en priorité|aussi|au|aux|du|à|leurs|leur|ses|son|sa"
        ),
        phrase_tails="ensemble|conjointement|également",
        phrase_stops=(
            "au sein|via|dans ce|avec|depuis|dès|dans le cadre|grâce|jusqu'en|est|sont|sera|"
            "seront|ont|sous la"
        ),
        name_articles="PDG|DG|Le|La|Les|Un|Une|Cette|Notre|Leur|Toute|Chaque|Sa|De|À|Au",
        hyphened_tails="sur|sous|lès|lez|les|en|de|du|des|d'|la|le|aux|au|près|l'",
        aims_behind="au|aux|du|des|comme|en tant que",
        aims_determined="à|pour|dans|de|au sein de",
        noun_first=True,
        aims_to=(
            r"(?<!cesser )(?:de |d['’]|à |: )(?!(?:cesser|atteindre|arriver|parvenir|devenir|aboutir|"
            r"réussir|y|mer|hiver|\w+ier)\b)\w{3,}(?:er|ir)"
        ),
        no_aims=(
            "statut|reconnaissance|désignation|titre|"
            "élargissement|extension|vague|édition|entrée|intégration|adhésion|"
            "première|premier|deuxième|seconde|troisième|dernière|"
            "programme|dispositif|initiative|projet|démarche|aventure|participation|tour|vague|phase|"
            "étape|sélection|processus|liste|cercle|groupe|cohorte|promotion|appel|concours|fois|"
            "début|fin|année|ans|mois|partie|pionnière|pionnier|pionnières|exemple|action|avenir|"
            "europe|monde|pays|région|nord|sud|est|ouest|endroit|lauréate|lauréates|membre|membres|"
            "printemps|été|automne|hiver|manifestation|manifestations|intérêt|candidatures|côtés|sein|"
            "niveau|nombre|rang|cœur|tête|ville|lice|course|avant"
        ),
        aim_articles="la|le|les|l’|un|une|cette|ce|cet|notre",
        joined_behind=(
            "à|à l'|à l’|à la|au|aux|du|de la|de l'|de l’|dans|dans le|dans la|dans l'|"
            "dans l’|le|la|l'|l’|au sein du|au sein de la"
        ),
        name_links="de|la|du|des",
        demonyms=_demonyms(),
        tail_adjectives="ique|iques|al|ale|aux|ales|el|elle|ien|ienne|éen|éenne|aire|aires|gnon|gnonne|in|ine|ain|aine|ais|aise|ois|oise",
        head_links="de la|de l'|de l’|de|du|des|d'|d’|pour",
        topic_links="sur|sur la|sur le|sur les|pour|pour la|pour le",
        none_other="aucun autre|aucune autre|nul autre|nulle autre",
        field_links="chargé|chargée|à|au|aux|en|et|l'|délégué|déléguée",
        holdings=(
            "de|d'|d’|du|de la|de l'|de l’|des|au|à la|à l'|à l’|chez"
            "|au sein du|au sein de la|au sein de l'|au sein de l’|au sein de"
        ),
        employs="chez|à l'|à l’|au sein du|au sein de la|au sein de l'|au sein de l’|au sein de",
        agents="par|par la|par le|par l'|par l’",
        known_articles="le|la|l'|l’|du|au|notre",
        elects=(
            "élu|élue|élus|élues|élit|élisent|réélu|réélue|nommé|nommée|nomme|nomment|désigné|désignée|désigne|"
            "désignent|choisi|choisie|choisit|promu|promue|porté|portée|reconduit|reconduite|rejoint|"
            "recruté|recrutée|installé|installée|confirmé|confirmée|propulsé|propulsée|appelé|appelée"
        ),
        elected_to=(
            "comme|à la|en tant que|en qualité de|au poste de|aux fonctions de|à la fonction de|au poste d'|"
            "au rang de|à la tête de la"
        ),
        follows=(
            "succède à|succédera à|succédant à|a succédé à|succéder à|remplace|remplacera|a remplacé|"
            "prend la suite de|prend le relais de|à la place de|en remplacement de"
        ),
        serves="du|de la|auprès du|auprès de la|de l'",
        charged="en charge|charge|chargé|chargée|chargés|chargées|délégué|déléguée|délégués|déléguées|responsable|"
        "responsables",
        gives_out="publié|communiqué",
        calls="parle|parlé|qualifié|qualifie",
        naming="nommé|nommée|baptisé|baptisée|appelé|appelée|dénommé|dénommée|intitulé|intitulée|du nom de|"
        "qui porte le nom de|sous le nom de|dit|dite",
        besides="outre|hormis|à part|après|excepté|en dehors de",
        exclusives="seul|seule|seuls|seules|uniquement|seulement",
        unlike=(
            "contrairement à|et non|à la différence de|à la différence des|à l’inverse de|à l'inverse de|"
            "au contraire de|à l(?:’|')(?:unique |seule )?exception (?:de|du|des)|excepté|sauf|"
            "à la seule exception de|exception faite de|"
            "au lieu de|plutôt que|à la place de"
        ),
        all_but="hormis|à part|en dehors de|hors",
        excepted="except[ée]e?|mise? à part|exclue?",
        said_of_all="tou(?:te)?s|l(?:’|')ensemble",
        said_of_none="aucune?|personne|nul|nulle",
        likened=(
            "comme|tout comme|de même que|à l'instar de|à l’instar de|"
            "à l'instar d'|à l’instar d’|à l'image de|à l’image de|à l'image d'|à l’image d’"
        ),
        jointly="ensemble avec|conjointement avec",
        sent_from=(
            r"(?:enseignant(?:e?s)|professeurs|élèves|écoliers|collégiens|lycéens|étudiant(?:e?s)|enfants|jeunes|apprentis|familles|"
            r"habitant(?:e?s)|citoyens|artistes|musiciens|chorales|associations|écoles|entreprises|chercheurs|sportifs)"
            r"\s(?:de|à|venus de)"
        ),
        severally="chacune? de son côté|ont chacune?|indépendamment l['’]une? de l['’]autre",
        claimed=(
            r"(?:que\b|(?:(?:l['’]|la |le |les |des |certaines |une )?"
            r"(?:informations?|rumeurs?|affirmations?|annonces?|"
            r"chiffres?|listes?|articles?)\b))"
        ),
        refuted=(
            r"(?:est|sont|était|étaient) (?:tout simplement |simplement )?"
            r"(?:faux|fausses?|inexacte?s?|erronée?s?|infondée?s?)|"
            r"n['’](?:est|était) pas (?:vrai|exacte?|correcte?)|ne sont pas (?:vraie?s|exacte?s|correcte?s)|"
            r"(?:résulte(?:nt)?|relève(?:nt)?|proviennent|provient) "
            r"d['’]une (?:erreur|coquille|faute)(?: de (?:frappe|plume|saisie))?"
        ),
        on_days="le|la|en|au|à|dès|du|mois|de|déjà",
        happened=r"(?:c['’]était|ce fut|(?:cela|ceci) (?:s['’]est (?:passé|produit)|a eu lieu|remonte au))",
        sets_against="mais|tandis que|alors que|quand",
        gapped_joiners="et|mais|tandis que|alors que|seule",
        gapped_no=(
            "(?:(?:en revanche|quant à elle|elle|lui),?\\s+)?(?:non|pas|pas encore|toujours pas|"
            "n['’](?:en est|y est) pas)"
        ),
        does_besides=(
            "coopère|collabore|travaille|participe|accueille|échange|entretient|reçoit|visite|mène|"
            "coopèrent|collaborent|travaillent|échangent"
        ),
        other_papers="contributions|idées|propositions|suggestions|observations|engagements|remarques|"
        "(?:lettres?|déclarations?) d['’]intention|protocoles? d['’]accord|mémorandums?|"
        "(?:accords?|conventions?|contrats?|chartes?) (?:de coopération|de partenariat|de jumelage|cadre|"
        "de financement|de prêt|d['’]objectifs)|convention des maires|charte|pétition",
        gapped_no_first="(?:mais\\s+)?(?:pas|non)(?:\\s+à)?",
        gapped_yes="(?:(?:en revanche|quant à elle|elle|lui),?\\s+)?(?:si|oui)",
        gapped_yes_first="",
        gapped_alike="aussi|également|non plus",
    ),
)
