"""Préfectures, démarches, addresses, and the day on which somebody looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from ..fifth._sheet import DAYS, MONTHS, Address, Dice

# « préfecture … », « les services de l’État … », address, town
PLACES = [
    ("de police de Paris", "à Paris", "prefecturedepolice.interieur", "Paris"),
    ("de police de Paris", "à Paris", "prefecturedepolice.interieur", "Paris"),
    ("des Hauts-de-Seine", "dans les Hauts-de-Seine", "hauts-de-seine", "Nanterre"),
    ("de la Seine-Saint-Denis", "dans la Seine-Saint-Denis", "seine-saint-denis", "Bobigny"),
    ("du Val-de-Marne", "dans le Val-de-Marne", "val-de-marne", "Créteil"),
    ("de l’Essonne", "dans l’Essonne", "essonne", "Évry-Courcouronnes"),
    ("du Val-d’Oise", "dans le Val-d’Oise", "val-doise", "Cergy"),
    ("des Yvelines", "dans les Yvelines", "yvelines", "Versailles"),
    ("de Seine-et-Marne", "dans la Seine-et-Marne", "seine-et-marne", "Melun"),
    ("de la Haute-Garonne", "dans la Haute-Garonne", "haute-garonne", "Toulouse"),
    ("de l’Hérault", "dans l’Hérault", "herault", "Montpellier"),
    ("du Rhône", "dans le Rhône", "rhone", "Lyon"),
    ("des Bouches-du-Rhône", "dans les Bouches-du-Rhône", "bouches-du-rhone", "Marseille"),
    ("du Nord", "dans le Nord", "nord", "Lille"),
    ("de la Gironde", "dans la Gironde", "gironde", "Bordeaux"),
    ("de la Loire-Atlantique", "dans la Loire-Atlantique", "loire-atlantique", "Nantes"),
    ("de l’Isère", "dans l’Isère", "isere", "Grenoble"),
    ("du Bas-Rhin", "dans le Bas-Rhin", "bas-rhin", "Strasbourg"),
    ("des Alpes-Maritimes", "dans les Alpes-Maritimes", "alpes-maritimes", "Nice"),
    ("d’Ille-et-Vilaine", "dans l’Ille-et-Vilaine", "ille-et-vilaine", "Rennes"),
    ("de la Seine-Maritime", "dans la Seine-Maritime", "seine-maritime", "Rouen"),
    ("de l’Oise", "dans l’Oise", "oise", "Beauvais"),
    ("de la Moselle", "dans la Moselle", "moselle", "Metz"),
    ("du Puy-de-Dôme", "dans le Puy-de-Dôme", "puy-de-dome", "Clermont-Ferrand"),
    ("du Loiret", "dans le Loiret", "loiret", "Orléans"),
    ("du Var", "dans le Var", "var", "Toulon"),
    ("de la Somme", "dans la Somme", "somme", "Amiens"),
    ("d’Eure-et-Loir", "dans l’Eure-et-Loir", "eure-et-loir", "Chartres"),
    ("de la Haute-Savoie", "dans la Haute-Savoie", "haute-savoie", "Annecy"),
]
ERRANDS = [
    "Demande de titre de séjour – Première demande",
    "Renouvellement de titre de séjour",
    "Retrait de titre de séjour",
    "Admission exceptionnelle au séjour (salarié)",
    "Demande de titre de séjour « vie privée et familiale »",
    "Naturalisation – dépôt de dossier",
    "Échange de permis de conduire étranger",
    "Remise de titre / récépissé",
    "Demande de document de circulation pour étranger mineur",
    "Changement de statut étudiant vers salarié",
    "Renouvellement de récépissé",
    "Demande de duplicata",
    "Regroupement familial : retrait du visa",
    "Passeport talent : premier titre",
]


@dataclass(frozen=True)
class Case:
    """Somebody looks at a page: where, when, on what width."""

    dice: Dice
    when: datetime
    narrow: bool
    place: tuple[str, str, str, str]
    errand: str

    def later(self, least: int, most: int) -> datetime:
        """A day that a page may name."""
        return self.when + timedelta(days=self.dice.randint(least, most))

    @property
    def modern(self) -> bool:
        """Whether State sites wear their 2022 dress."""
        return self.when.year >= 2022


def case(dice: Dice, when: datetime, *, narrow: bool) -> Case:
    """Any préfecture, any démarche."""
    return Case(dice, when, narrow, dice.choice(PLACES), dice.choice(ERRANDS))


def ez(one: Case, step: int | None) -> Address:
    """`www.val-doise.gouv.fr/booking/create/11343/2`."""
    dice = one.dice
    end = "" if step is None else f"/{step}"
    number = dice.randint(700, 38000)
    front = dice.choice(("", "", "", "/index.php"))
    path = f"{front}/booking/create/{number}{end}"
    if one.place[3] == "Paris":
        return Address("pprdv.interieur.gouv.fr", f"/booking/create/{dice.randint(900, 999)}{end}")
    scheme = "http" if one.when.year == 2019 and dice.random() < 0.5 else "https"
    return Address(f"{one.place[2]}.gouv.fr", path, www=True, scheme=scheme)


def state(one: Case, path: str) -> Address:
    """A page of the préfecture's own site."""
    return Address(f"{one.place[2]}.gouv.fr", path, www=True)


def rdvpref(one: Case, step: str) -> Address:
    """`www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9040/creneau/`."""
    path = f"/rdvpref/reservation/demarche/{one.dice.randint(1000, 9990)}/{step}"
    return Address("rdv-prefecture.interieur.gouv.fr", path, www=True)


def day_of(when: datetime) -> str:
    """`lundi 7 juin`."""
    number = "1er" if when.day == 1 else str(when.day)
    return f"{DAYS[when.weekday()]} {number} {MONTHS[when.month - 1]}"


def spoken(one: Case, text: str) -> str:
    """The site's words, as one of its versions prints them."""
    dice = one.dice
    if dice.random() < 0.3:
        text = text.replace("'", "’")
    if dice.random() < 0.12:
        text = text.replace(". ", ".<br>", 1)
    roll = dice.random()
    if roll < 0.04:
        return text.replace("<br>", " ").upper()
    if roll < 0.08:
        return text.removesuffix(".")
    return f"{text.removesuffix('.')} !" if roll < 0.1 else text
