"""Pages that are no refusal: slots on offer, steps, and other people’s words."""

from __future__ import annotations

import random
from datetime import date, timedelta

from .._pages import phrase, straight
from ._frames import (
    RDV,
    Site,
    create_path,
    departmental,
    place,
    said,
    state_service,
    stepper,
    week_day,
)
from ._kits import Hand


def offered(rng: random.Random, hand: Hand, day: date) -> Site:
    """A slot can be had: a week, a table, a later date, a day among empty ones."""
    start = day + timedelta(days=rng.randint(3, 20))
    path = f"/rdvpref/reservation/demarche/{rng.randint(90, 9999)}/creneau/"
    head = stepper(2, "Choisissez votre créneau", "Vos informations")
    if rng.random() < 0.3:
        host, name = place(rng, hand)
        return Site("offered_table",
                    departmental(rng, hand, f"Préfecture {name}", _table(rng, start), day),
                    "slot_offered", host, create_path(rng, 4))  # fmt: skip
    if rng.random() < 0.45:
        later = day + timedelta(days=rng.randint(8, 50))
        said_no = said("Aucun créneau disponible sur cette semaine", rng.choice(("p", "h3", "b")))
        button = said(f"Prochaine disponibilité le {later:%d/%m/%Y}", "button")
        body = state_service(rng, hand, "RDV-Préfecture", head + said_no + button, day)
        return Site("later_week", body, "slot_offered", RDV, path, title="RDV-Préfecture")
    folds = []
    for number in range(rng.randint(2, 3)):
        that = week_day(start + timedelta(days=number)).capitalize()
        full = number == 0 and rng.random() < 0.5
        times = rng.sample(("08h45", "09h15", "10h30", "11h00", "14h00", "15h30", "16h15"), 3)
        inside = "<p>Aucun créneau disponible</p>" if full else "".join(
            f"<button>{one}</button>" for one in sorted(times)[: rng.randint(1, 3)])  # fmt: skip
        folds.append(f"<div class=said><b>{that}</b> ⌄<br>{inside}</div>")
    body = state_service(rng, hand, "RDV-Préfecture", head + "".join(folds), day)
    return Site("offered_days", body, "slot_offered", RDV, path, title="RDV-Préfecture")


def _table(rng: random.Random, start: date) -> str:
    days = "".join(f"<th>{(start + timedelta(days=n)):%d/%m/%Y}</th>" for n in range(4))
    rows = "".join(
        f"<tr><td>{hour}:00</td>"
        + "".join(f"<td>{'libre' if rng.random() < 0.3 else 'complet'}</td>" for _ in range(4))
        + "</tr>"
        for hour in (9, 10, 11)
    )
    table = f"<table><tr><th></th>{days}</tr>{rows}</table>"
    button = "<button>Première plage horaire libre</button>"
    return said("Choix d'une plage horaire", "h2") + table + button


def nothing_said(rng: random.Random, hand: Hand, day: date) -> Site:
    """Steps, confirmations and pages that say neither yes nor no."""
    host, name = place(rng, hand)
    when = day + timedelta(days=rng.randint(9, 60))
    kinds = (
        ("/Demarches/Etrangers", "<h2>Étrangers en France</h2><p>Titres de séjour, visas, asile</p>"
         "<p>Accueil sur rendez-vous uniquement.</p>"),
        (create_path(rng, 1), "<h2>Choix de la nature du rendez-vous</h2><p>Que souhaitez-vous "
         f"effectuer ?</p><p>○ {hand.subjects[0]}</p><p>○ {hand.subjects[1]}</p>"
         "<button>Étape suivante</button>"),
        (create_path(rng, 0), f"<h2>{rng.choice(hand.subjects)}</h2><p>☐ Veuillez cocher la case "
         "pour accepter les conditions</p><button>Effectuer une demande de rendez-vous"
         "</button>"),
        (create_path(rng, 9), f"<h2>Validation de la demande</h2><p>Votre rendez-vous du "
         f"{when:%d/%m/%Y} à {rng.randint(9, 16)}:30 est enregistré.</p>"
         "<p>Un courriel vous a été envoyé.</p>"),
    )  # fmt: skip
    path, inner = rng.choice(kinds)
    return Site("plain_page", departmental(rng, hand, f"Préfecture {name}", inner, day),
                "other_page", host, path)  # fmt: skip


_QUOTED = ("ez_plus_de_plage", "ez_pas_calendrier", "rdvpref_a_partir_de", "ea94_pas_rdv_service")


def quoted(rng: random.Random, hand: Hand, day: date) -> Site:
    """Someone else repeats the words of a refusal: messages, press, search, other sites."""
    text = straight(rng, phrase(rng.choice(_QUOTED)).text)
    slug, _ = rng.choice(hand.places)
    bubble = f"<p style='background:#8883;border-radius:9px;padding:9px;width:60%'>{text}</p>"
    kinds = (
        ("web.whatsapp.com", "/", f"<h3>Maman</h3><p>Tu as un rendez-vous ?</p>{bubble}<p>18:42 ✓✓"
         "</p>"),
        ("www.google.com", "/search?q=rendez-vous+prefecture", "<p>Environ 41 200 résultats</p>"
         f"<p>https://www.{slug}.gouv.fr › booking</p><h3>Prendre rendez-vous</h3><p>{text}"
         "</p>"),
        ("www.doctolib.fr", "/medecin-generaliste/lyon", "<h2>Prenez rendez-vous en ligne</h2>"
         "<p>Aucune disponibilité</p><p>Prochain RDV le 3 mars</p>"),
        ("www.mediapart.fr", "/journal/france/rendez-vous-introuvables", "<h1>Des rendez-vous "
         f"introuvables</h1><p>« {text} » Le message s’affiche depuis des mois.</p>"),
        ("mail.proton.me", "/u/0/inbox", "<p>De : Association</p><p>Objet : votre rendez-vous</p>"
         f"<p>Bonjour,</p><p>Le site affiche toujours :</p><p>{text}</p><p>Cordialement</p>"),
        ("fr.wikipedia.org", "/wiki/Préfecture", f"<h1>Préfecture</h1><p>{text}</p>"),
        (f"www.{slug}-gouv.fr", "/booking/create/1203/2", "<h2>Vérification de disponibilité</h2>"
         f"<p>{text}</p><button>Terminer</button>"),
        ("rdv-prefecture.interieur-gouv.com", "/rdvpref/reservation/demarche/77/creneau/",
         "<h2>Choisissez votre créneau</h2><h3>Aucun créneau disponible</h3>"
         "<p>Veuillez réessayer ultérieurement.</p>"),
        ("www.rdv-titre-sejour.net", "/prefecture", f"<h1>Rendez-vous en 48 h</h1><p>{text}</p>"
         "<button>Payer 39 €</button>"),
        (f"www.{slug}.gouv.fr", "/Actualites/Prise-de-rendez-vous", f"<h2>Foire aux questions</h2>"
         f"<p>Que faire si ce message apparaît : « {text} » ?</p><p>Revenez plus tard.</p>"),
    )  # fmt: skip
    host, path, inner = rng.choice(kinds)
    return Site("quoted", f"<div style='padding:26px 9%'>{inner}</div>", "other_page", host, path,
                title="Rendez-vous préfecture")  # fmt: skip
