"""The State's sites: names, addresses, and how each dresses its pages."""

from __future__ import annotations

import random
from datetime import date

from ._scene import MONTHS, near, pick

DEPARTMENTS = {
    "val-doise": "le Val-d’Oise", "seine-saint-denis": "la Seine-Saint-Denis", "rhone": "le Rhône",
    "hauts-de-seine": "les Hauts-de-Seine", "essonne": "l’Essonne", "yvelines": "les Yvelines",
    "val-de-marne": "le Val-de-Marne", "seine-et-marne": "la Seine-et-Marne", "nord": "le Nord",
    "bouches-du-rhone": "les Bouches-du-Rhône", "haute-garonne": "la Haute-Garonne",
    "herault": "l’Hérault", "loire-atlantique": "la Loire-Atlantique", "isere": "l’Isère",
    "alpes-maritimes": "les Alpes-Maritimes", "gironde": "la Gironde", "oise": "l’Oise",
    "seine-maritime": "la Seine-Maritime", "bas-rhin": "le Bas-Rhin", "loiret": "le Loiret",
    "ille-et-vilaine": "l’Ille-et-Vilaine", "moselle": "la Moselle", "var": "le Var",
    "guyane": "la Guyane", "eure-et-loir": "l’Eure-et-Loir", "maine-et-loire": "le Maine-et-Loire",
}  # fmt: skip
ASKED = (
    "Titre de séjour – première demande", "Renouvellement de titre de séjour",
    "Remise de titre de séjour", "Admission exceptionnelle au séjour (AES)",
    "Demande de document de circulation pour étranger mineur", "Changement de statut",
    "Duplicata de titre de séjour", "Demande de naturalisation – dépôt de dossier",
    "Titre de voyage pour réfugié", "Échange de permis de conduire étranger",
    "Étudiants : renouvellement", "Vie privée et familiale – Accueil Guichet 12",
)  # fmt: skip
RDV = "www.rdv-prefecture.interieur.gouv.fr"
ANEF = "administration-etrangers-en-france.interieur.gouv.fr"
SERIF = ("Inter", "Lato", "Open Sans", "Roboto", "Noto Sans")


def rdv_path(rng: random.Random, step: str = "creneau") -> str:
    """An address of the new platform."""
    asked = rng.choice((rng.randint(100, 999), rng.randint(1000, 9999), rng.randint(10000, 14999)))
    tail = pick(rng, (9, "/"), (1, ""), (1, "/?error=invalidCaptcha" if step == "cgu" else "/"))
    return f"/rdvpref/reservation/demarche/{asked}/{step}{tail}"


def ez(rng: random.Random, step: int) -> tuple[str, str, str]:
    """Host, path and department of an older booking site."""
    name, told = rng.choice(sorted(DEPARTMENTS.items()))
    number = rng.choice((rng.randint(900, 9999), rng.randint(10000, 62000)))
    index = "/index.php" if rng.random() < 0.12 else ""
    if rng.random() < 0.1:
        return "pprdv.interieur.gouv.fr", f"/booking/create/{number}/{step}", "Paris"
    return f"www.{name}.gouv.fr", f"{index}/booking/create/{number}/{step}", told


def _decoy(rng: random.Random, at: date) -> str:
    one, two = near(rng, at, -40, 2), near(rng, at, 1, 20)
    return rng.choice((
        f"Mis à jour le {one:%d/%m/%Y}", f"Publié le {one.day} {MONTHS[one.month - 1]} {one.year}",
        f"Dernière mise à jour : {one:%d/%m/%Y} à {rng.randint(8, 18)}:{rng.randint(0, 59):02d}",
        "Horaires d’ouverture : du lundi au vendredi, 9h00 – 12h00 et 13h30 – 15h45",
        f"Fermeture exceptionnelle le {two:%d/%m/%Y}", f"© Préfecture {at.year}",
        f"Version 4.{rng.randint(1, 30)}.{rng.randint(0, 9)} – {one:%d/%m/%Y}",
    ))  # fmt: skip


def state(rng: random.Random, at: date, brand: str, service: str, inner: str) -> str:
    """The State's design system: Marianne's block, a title, a footer."""
    font = rng.choice(SERIF)
    links = "".join(f"<span>{one}</span>" for one in rng.sample(
        ("Plan du site", "Accessibilité : non conforme", "Mentions légales", "Données personnelles",
         "Gestion des cookies", "Aide et contact"), 4))  # fmt: skip
    narrow = "<span class=wide style='margin-left:auto;color:#000091'>Contact&emsp;Aide</span>"
    note = f"<p class=pale>{_decoy(rng, at)}</p>" if rng.random() < 0.4 else ""
    return (
        f"<div class=pg style=\"font-family:'{font}'\"><div class=dsfr><b>RÉPUBLIQUE<br>FRANÇAISE"
        f"</b><span><b style='font-size:19px'>{brand}</b><br><span class=pale>{service}</span>"
        f"</span>{narrow}</div><div class=in>{inner}{note}</div><div class=foot>{links}</div></div>"
    )


def portal(rng: random.Random, at: date, where: str, inner: str) -> str:
    """A department's older site: banner, menu, crumbs, a column of links."""
    font = rng.choice(("Liberation Sans", "Open Sans", "Noto Sans", "DejaVu Sans", "Lato"))
    menu = "".join(f"<span>{one}</span>" for one in (
        "Accueil", "Services de l’État", "Politiques publiques", "Actualités", "Publications",
        "Démarches"))  # fmt: skip
    colour = rng.choice(("#1d3f6f", "#0b6aa2", "#27348b", "#4a5a68"))
    side = ""
    if rng.random() < 0.5:
        side = (f"<div class='side wide'><b>Pratique</b><p>{_decoy(rng, at)}</p><p>Standard : "
                f"01 34 20 {rng.randint(10, 99)} {rng.randint(10, 99)}</p></div>")  # fmt: skip
    return (
        f"<div class=pg style=\"font-family:'{font}'\"><div style='background:{colour};color:#fff;"
        f"padding:14px 26px'><span style='font-size:21px'>Les services de l’État dans {where}"
        f"</span></div><div class='menu wide'>{menu}</div><div class=in><p class=pale>Accueil "
        f"&gt; Booking &gt; Prise de rendez-vous</p><div style='display:flex;gap:26px'><div "
        f"style='flex:1'>{inner}</div>{side}</div></div><div class=foot><span>{_decoy(rng, at)}"
        "</span><span>Mentions légales</span><span>Contact</span></div></div>"
    )
