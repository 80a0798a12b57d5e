"""Where the pages of the third hand stand: doors, other sites, imitations."""

from __future__ import annotations

import random

RDV = "www.rdv-prefecture.interieur.gouv.fr"
ANEF = "administration-etrangers-en-france.interieur.gouv.fr"
NUMERIQUE = "demarche.numerique.gouv.fr"
EA94 = "rdv-etrangers-94.interieur.gouv.fr"
PARIS = "pprdv.interieur.gouv.fr"
SLUGS = (
    "ain",
    "aisne",
    "eure",
    "eure-et-loir",
    "loire",
    "loiret",
    "loir-et-cher",
    "lot",
    "gard",
    "gers",
    "haute-loire",
    "haute-marne",
    "marne",
    "val-de-marne",
    "hauts-de-seine",
    "val-doise",
    "seine-saint-denis",
    "yvelines",
    "essonne",
    "bas-rhin",
    "haut-rhin",
    "moselle",
    "tarn",
    "meurthe-et-moselle",
    "pas-de-calais",
    "bouches-du-rhone",
    "herault",
    "isere",
    "gironde",
    "saint-pierre-et-miquelon",
    "guyane",
    "indre",
    "orne",
    "haute-vienne",
    "vienne",
    "savoie",
    "ille-et-vilaine",
    "cotes-darmor",
    "territoire-de-belfort",
    "pyrenees-atlantiques",
)
# Sites that have nothing to do with it, and what their pages are about.
OTHERS = (
    ("www.leboncoin.fr", "/recherche?category=9&locations=Lyon", "Toutes les annonces"),
    ("www.caf.fr", "/allocataires/mon-compte", "Mon Compte"),
    ("www.labanquepostale.fr", "/particulier/connexion.html", "Espace client"),
    ("clients.boursobank.com", "/connexion/", "Se connecter"),
    ("www.ameli.fr", "/rhone/assure", "Mon compte ameli"),
    ("www.impots.gouv.fr", "/accueil", "Particulier"),
    ("www.service-public.fr", "/particuliers/vosdroits/N110", "Étranger – Europe"),
    ("france-visas.gouv.fr", "/fr/web/france-visas", "Demander un visa"),
    ("www.immigration.interieur.gouv.fr", "/Immigration", "Direction générale des étrangers"),
    ("candidat.francetravail.fr", "/offres/recherche", "Offres d’emploi"),
    ("www.youtube.com", "/watch?v=dQw4w9WgXcQ", "Vidéo"),
    ("localhost:8000", "/dossier/captures", "Plaise"),
    ("192.168.1.1", "/index.html", "Ma box"),
)
# Who repeats the words of a refusal: the press, associations, mail, messages, search.
TELLERS = (
    ("www.lemonde.fr", "/societe/article/2026/03/12/prefectures_6671234_3224.html"),
    ("www.bondyblog.fr", "/societe/prefecture-le-parcours-du-combattant/"),
    ("www.gisti.org", "/spip.php?article6229"),
    ("www.lacimade.org", "/presse/rendez-vous-en-prefecture/"),
    ("www.reddit.com", "/r/france/comments/1abc9de/prefecture/"),
    ("forum.doctissimo.fr", "/viepratique/Administration/sujet_2211_1.htm"),
)
MAILS = (
    ("mail.google.com", "/mail/u/0/#inbox/FMfcgzQXKMp"),
    ("outlook.live.com", "/mail/0/inbox/id/AQMkADAwATM"),
    ("mail.yahoo.com", "/d/folders/1/messages/4411"),
    ("messagerie.orange.fr", "/inbox"),
)
FALSE_DOORS = (
    ("rdv-prefecture.interieur.gouv.fr.xyz", "/rdvpref/reservation/demarche/1234/creneau/"),
    ("rdv-prefecture-interieur-gouv.fr", "/rdvpref/reservation/demarche/3720/creneau/"),
    ("www.rdv-prefecture.fr", "/demarche/88/creneau"),
    ("www.val-doise-gouv.com", "/booking/create/11343/2"),
    ("www.prefecture-rdv-express.com", "/booking/create/9845/2"),
    ("www.hauts-de-seine.gouv-fr.info", "/booking/create/12249/2"),
)


def department(rng: random.Random) -> tuple[str, str]:
    """A host of the « booking » module, and the name of its préfecture."""
    slug = rng.choice(SLUGS)
    if rng.random() < 0.06:
        return PARIS, "Préfecture de police"
    return f"www.{slug}.gouv.fr", f"Préfecture · {slug.replace('-', ' ').title()}"


def booking(rng: random.Random, step: int | None) -> str:
    """A path of the « booking » module."""
    index = "/index.php" if rng.random() < 0.12 else ""
    end = "" if step is None else f"/{step}"
    return f"{index}/booking/create/{rng.randint(100, 59999)}{end}"


def rdvpref(rng: random.Random, step: str) -> str:
    """A path of RDV-Préfecture, sometimes with the queries that links in letters carry."""
    query = ""
    if rng.random() < 0.12:
        query = rng.choice(
            (
                "?utm_source=newsletter&utm_medium=email&utm_campaign=titre-de-sejour",
                "?from=/rdvpref/reservation/demarche/&lang=fr&session=9f3ab02c77d",
            )
        )
    return f"/rdvpref/reservation/demarche/{rng.randint(10, 9999)}/{step}/{query}"
