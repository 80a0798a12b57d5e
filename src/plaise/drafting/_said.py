"""What stops the main acts, or is to be checked in them, with its values apart, to be translated.

Of the petition, of the letter and of the memoir, which the final page tells (see `readiness` for
what holes hold); what other acts lack is told where they are written.
"""

from __future__ import annotations

_CJA = "(article R. 411-1 du CJA)"
_FACTS = (
    f"il manque votre nom {_CJA}",
    f"il manque votre adresse {_CJA}",
    f"il manque l’adresse de la préfecture {_CJA}",
    "il manque le lieu où vous signez (« fait_a »)",
    "la demande est faite pour une personne mineure : il manque qui exerce l’autorité parentale "
    "(« [representant] », article D. 414-1 du CESEDA pour le document de circulation)",
    "un représentant est inscrit, mais la personne a plus de dix-huit ans",
    "votre adresse semble être dans le département %(name)s, et la préfecture est celle du "
    "%(other)s : le %(court)s rejetterait une requête qui ne relève pas de lui (article R. 522-8-1 "
    "du CJA)",
    "Corrigez l’adresse ou le département ; si les deux sont justes, faites vérifier par un "
    "juriste et inscrivez-le.",
    "%(said)s est du %(day)s, après la date de l’acte",
    "%(said)s est du %(day)s, après la date fixée pour vos actes (%(day_fixed)s)",
    "Changez la date des actes (« date_des_actes »), ou effacez cette ligne : ils porteront alors "
    "la date du jour.",
    "la capture « %(name)s »",
    "la démarche « %(name)s »",
    "l’envoi du formulaire",
    "l’invitation à l’accueil de substitution",
    "la décision notifiée",
    "le dépôt de la requête",
    "la démarche du %(day)s et sa pièce « %(name)s » ne portent pas des dates qui vont ensemble "
    "(la pièce est du %(day_piece)s)",
    "les numéros des pièces ne se suivent pas (article R. 412-2 du CJA)",
    "« %(name)s » n’a pas de numéro de pièce",
    "la pièce n° %(number)s n’a plus la date ou le contenu qu’elle avait à la numérotation",
    "Relancez la préparation du dossier, pour que les pièces soient renumérotées.",
    "%(said)s cite l’article %(name)s du CESEDA, alors qu’un accord bilatéral règle ce titre de "
    "séjour : retirez cette référence ou faites-la vérifier",
    "le titre demandé",
    "le titre actuel",
    "les motifs",
    "une raison urgente",
)
_PETITION = (
    "l’article R. 431-2 du CESEDA parle des titres de séjour : faites vérifier que sa solution de "
    "substitution peut être demandée pour cette démarche",
    "rien ne prouve encore que vous pouvez agir pour l’enfant : joignez son acte de naissance ou "
    "le livret de famille (nature « identite »)",
    "il manque un téléphone ou un courriel : le greffe doit pouvoir vous joindre",
    "il faut au moins une capture datée qui montre un refus : sans elle, les faits ne sont pas "
    "établis (article R. 522-1 du CJA)",
    "il manque la preuve de l’envoi du formulaire : une capture ou un accusé de réception, à la "
    "date de l’envoi",
    "il manque, avec sa preuve, la demande d’aide au centre de contact citoyens ou au point "
    "d’accueil numérique : l’accueil physique suppose qu’elle ait été faite (article R. 431-2 du "
    "CESEDA, troisième alinéa)",
    "il faut une raison urgente avec une pièce qui la prouve : hors renouvellement, l’urgence doit "
    "être justifiée (article R. 522-1 du CJA ; CE, 9 juin 2022, n° 453391)",
    "la raison « %(name)s… » n’a pas de pièce : joignez-en une, ou dites-la dans « motifs », où "
    "elle sera présentée comme votre déclaration",
    "il manque la date d’expiration de votre titre (« expire_le »)",
    "le titre n’expire que le %(day)s : la demande de renouvellement ne s’ouvre pas plus de "
    "%(number)s jours avant, et l’urgence n’existe pas encore",
    "les nouvelles pièces commencent au n° %(number)s, alors que la requête finissait au n° "
    "%(number_last)s",
    "la date limite de rendez-vous doit être à venir (« rendez_vous_avant_le »)",
    "le délai demandé (%(said)s) finirait après la date limite du rendez-vous : raccourcissez-le "
    "ou repoussez-la",
    "il manque les justificatifs des %(amount)s € de frais demandés (« frais_pieces », article L. "
    "761-1 du CJA)",
    "votre demande doit être présentée au plus tard le %(day)s : demandez un rendez-vous avant ce "
    "jour (« rendez_vous_avant_le »)",
    "%(name)s n’entre en vigueur que le %(day)s",
    "Retirez la date des actes, ou corrigez-la.",
    "des textes cités n’ont pas été vérifiés depuis plus d’un an (le plus ancien, le %(day)s) : "
    "%(names)s",
    "Montrez votre dossier à une association d’aide aux personnes étrangères ou à un avocat : vos "
    "captures et vos pièces leur serviront.",
    "Plaise n’écrit pas d’acte pour la nationalité : ses règles n’ont pas été étudiées ici, et "
    "l’urgence y est presque impossible à démontrer.",
)
FINDING_SENTENCES: tuple[str, ...] = (*_FACTS, *_PETITION)
"""French sentences in which `%(name)s` stands for a value."""
