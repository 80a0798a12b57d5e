"""Pages that speak of a refusal, or of something else: none of them is one."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from ._scene import MONTHS, Page, near
from ._sites import RDV, SERIF, rdv_path, state

Maker = Callable[[random.Random, date], Page]
_QUOTED = (
    "« Il n’existe plus de plage horaire libre pour votre demande de rendez-vous. Veuillez "
    "recommencer ultérieurement. »", "« Aucun créneau disponible. Veuillez réessayer "
    "ultérieurement. »", "\"Aucun créneau disponible\"",
)  # fmt: skip


def _plain(rng: random.Random, inner: str, width: int = 760) -> str:
    font = rng.choice((*SERIF, "Liberation Serif", "EB Garamond", "Noto Serif"))
    return (f"<div class=pg style=\"font-family:'{font}'\"><div class=in "
            f"style='max-width:{width}px;"
            f"margin:auto'>{inner}</div></div>")  # fmt: skip


def press(rng: random.Random, at: date) -> Page:
    """An article."""
    host, path, brand = rng.choice((
        ("www.lemonde.fr", "/societe/article/titres-de-sejour-l-impossible-rendez-vous.html",
         "Le Monde"), ("www.mediapart.fr", "/journal/france/prefecture-rendez-vous", "MEDIAPART"),
        ("www.leparisien.fr", "/val-d-oise-95/rendez-vous-en-prefecture-la-galere.php",
         "Le Parisien"), ("www.streetpress.com", "/sujet/prefecture-rdv", "StreetPress"),
        ("actu.fr", "/ile-de-france/cergy/prefecture-du-val-d-oise-rendez-vous.html", "actu"),
    ))  # fmt: skip
    day = near(rng, at, -200, 0)
    inner = (f"<div style='font:bold 26px Liberation Serif'>{brand}</div><hr><h1>Titres de "
             f"séjour : "
             f"l’impossible rendez-vous en préfecture</h1><p class=pale>Publié le {day.day} "
             f"{MONTHS[day.month - 1]} {day.year} à "
             f"{rng.randint(6, 22):02d}h{rng.randint(0, 59):02d}"
             f" – Lecture 4 min</p><p>Depuis des semaines, Amina se connecte chaque nuit. À chaque "
             f"fois, la même phrase : {rng.choice(_QUOTED)} « Je n’en peux plus », "
             f"souffle-t-elle.</p>"
             "<p>Les avocats saisissent le tribunal administratif pour obtenir une "
             "date.</p>")  # fmt: skip
    return Page("press", "other_page", _plain(rng, inner), host, path,
                f"Titres de séjour : l’impossible rendez-vous - {brand}")  # fmt: skip


def counsel(rng: random.Random, at: date) -> Page:
    """A lawyer's or an association's page."""
    host, path, brand = rng.choice((
        ("www.gisti.org", "/spip.php?article6229", "GISTI"),
        ("www.lacimade.org", "/prendre-rendez-vous-en-prefecture/", "La Cimade"),
        ("www.village-justice.com", "/articles/droit-des-etrangers,39808.html", "Village Justice"),
        ("www.avocat-durand-etrangers.fr", "/refere-mesures-utiles", "Cabinet Durand"),
    ))  # fmt: skip
    inner = (f"<b style='font-size:22px'>{brand}</b><h2>Préfecture : pas de rendez-vous en "
             f"ligne, que "
             "faire ?</h2><p>Faites des captures d’écran où l’on voit l’adresse, la date et "
             "l’heure, "
             f"et le texte, par exemple :</p><div class=box>{rng.choice(_QUOTED)}</div><p>Après "
             "plusieurs tentatives sur plusieurs semaines, saisissez le juge des référés (CE, 10 "
             "juin "
             "2020, n° 435594).</p>")  # fmt: skip
    return Page("counsel", "other_page", _plain(rng, inner), host, path, f"{brand} – Rendez-vous")


def mail(rng: random.Random, at: date) -> Page:
    """A message in a mail program on the web."""
    host, path = rng.choice((("mail.google.com", "/mail/u/0/#inbox/FMfcgzGxSHvQ"),
                             ("outlook.live.com", "/mail/0/inbox/id/AQMkADAw"),
                             ("messagerie.orange.fr", "/ox6/#!!&app=io.ox/mail")))  # fmt: skip
    day = near(rng, at, -30, 0)
    inner = (f"<h2 style='font-weight:400'>Impossible d’avoir un rendez-vous</h2><p><b>Moi</b> "
             f"<span "
             f"class=pale>à pref-etrangers@val-doise.gouv.fr – {day.day} "
             f"{MONTHS[day.month - 1][:4]}. "
             f"{day.year} {rng.randint(7, 22):02d}:{rng.randint(0, 59):02d}</span></p><p>Madame, "
             f"Monsieur,</p><p>J’ai essayé chaque jour. Le site affiche : "
             f"{rng.choice(_QUOTED)}</p><p>"
             "Je vous prie de me donner une date.</p><button>Répondre</button>")  # fmt: skip
    return Page("mail", "other_page", _plain(rng, inner, 900), host, path,
                "Impossible d’avoir un rendez-vous - Messagerie")  # fmt: skip


def search(rng: random.Random, at: date) -> Page:
    """Results of a search whose words are the refusal."""
    host, path, brand = rng.choice((
        ("www.google.com", "/search?q=aucun+cr%C3%A9neau+disponible+pr%C3%A9fecture", "Google"),
        ("duckduckgo.com", "/?q=aucun+creneau+disponible+prefecture&ia=web", "DuckDuckGo"),
        ("www.bing.com", "/search?q=aucun+creneau+disponible+prefecture", "Bing")))  # fmt: skip
    rows = "".join(
        f"<p><span class=pale style='font-size:13px'>https://{where}</span><br><span style='color:"
        f"#1a0dab;font-size:19px'>{head}</span><br>{text}</p>"
        for where, head, text in (
            ("www.rdv-prefecture.interieur.gouv.fr › rdvpref", "RDV-Préfecture", "Aucun créneau "
             "disponible. Veuillez réessayer ultérieurement."),
            ("www.service-public.fr › particuliers", "Titre de séjour", "Vérifié le 12 mars 2025."),
            ("forum.lesetrangers.fr › t", "Plus de plage horaire libre", "Il n’existe plus de "
                "plage "
             "horaire libre pour votre demande de rendez-vous…")))  # fmt: skip
    inner = f"<b style='font-size:24px'>{brand}</b> <span class=inp>aucun créneau disponible</span>"
    return Page("search", "other_page", _plain(rng, inner + rows), host, path,
                f"aucun créneau disponible préfecture - {brand}")  # fmt: skip


def health(rng: random.Random, at: date) -> Page:
    """Somebody else's appointments."""
    host, path, body = rng.choice((
        ("www.doctolib.fr", "/dermatologue/cergy", "<h2>Dr Hélène Marchal</h2><p>Aucun créneau "
         "disponible en ligne.</p><p>Prochain RDV le 14 janvier</p>"),
        ("www.maiia.com", "/medecin-generaliste/95000-cergy", "<h2>Centre de santé</h2><p>Aucune "
         "disponibilité pour ce praticien. Veuillez réessayer ultérieurement.</p>"),
        ("rdv.ville-argenteuil.fr", "/etat-civil/passeport", "<h2>Passeport – Mairie</h2><p>Aucun "
         "créneau disponible. Veuillez réessayer ultérieurement.</p>"),
    ))  # fmt: skip
    return Page("health", "other_page", _plain(rng, body), host, path, "Prendre rendez-vous")


def fake(rng: random.Random, at: date) -> Page:
    """An imitation of the State's site, on a host that is not the State's."""
    host = rng.choice(("rdv-prefecture-interieur-gouv.fr", "rdv-prefecture.interieur.gouv.fr.co",
                       "www.rdv-prefectures.fr", "prefecture-rdv.online"))  # fmt: skip
    inner = ("<h2>Aucun créneau disponible</h2><p>Veuillez réessayer ultérieurement.</p><p><button "
             "class=main>Réserver un rendez-vous payant (49 €)</button></p>")  # fmt: skip
    return Page("fake", "other_page", state(rng, at, "RDV-Préfecture", "Prendre "
        "rendez-vous", inner),
                host, rdv_path(rng), "RDV Préfecture")  # fmt: skip


def word(rng: random.Random, at: date) -> Page:
    """A text in a word processor: no address at all."""
    day = near(rng, at, -10, 0)
    inner = (f"<p style='text-align:right'>Cergy, le {day.day} {MONTHS[day.month - 1]} "
             f"{day.year}</p>"
             "<p><b>Objet : impossibilité d’obtenir un rendez-vous</b></p><p>Madame, Monsieur le "
             f"préfet,</p><p>Chaque jour, le site affiche : {rng.choice(_QUOTED)}</p><p>Adresse du "
             "site : https://www.val-doise.gouv.fr/booking/create/11343/2</p><p>Je vous prie "
             "d’agréer"
             "…</p>")  # fmt: skip
    return Page("word", "other_page", inner, "", "", "Courrier préfet.docx - Word")


TALK: tuple[tuple[float, Maker], ...] = (
    (4, press), (4, counsel), (3, mail), (3, search), (3, health), (3, fake), (3, word),
)  # fmt: skip

_ABROAD = {
    "en": ("Choose your slot", "No slots available", "Please try again later.", "ltr"),
    "ar": ("اختر موعدك", "لا توجد مواعيد متاحة", "يرجى المحاولة مرة أخرى لاحقًا.", "rtl"),
    "pt": ("Escolha o seu horário", "Nenhum horário disponível", "Tente novamente mais tarde.",
           "ltr"),
}  # fmt: skip


def translated(rng: random.Random, at: date) -> Page:
    """The refusal as the browser translated it: still a refusal to whoever reads the language."""
    title, none, later, way = _ABROAD[rng.choice(("en", "en", "ar", "pt"))]
    inner = (f"<div dir={way}><h2>{title}</h2><h3><span class=said>{none}</span></h3><p>"
             f"<span class=said>{later}</span></p></div>")  # fmt: skip
    return Page("translated", "refusal", state(rng, at, "RDV-Préfecture", "", inner), RDV,
                rdv_path(rng), "RDV-Préfecture")  # fmt: skip
