"""Pages where nothing can be had: refusals, and téléservices that stop."""

from __future__ import annotations

import random
from datetime import date, timedelta

from plaise.law._phrases import PhraseClass, load_phrases

from .._pages import DAYS, phrase, straight
from ._frames import (
    ANEF,
    RDV,
    Site,
    create_path,
    departmental,
    place,
    said,
    state_service,
    stepper,
)
from ._kits import Hand


def booked_out(rng: random.Random, hand: Hand, day: date) -> Site:
    """The « booking » module says that nothing is left."""
    host, name = place(rng, hand)
    wording = rng.choices(("ez_plus_de_plage", "ez_pas_calendrier", "ez_nexiste_pas_plage"),
                          (8, 1, 1))[0]  # fmt: skip
    text = straight(rng, phrase(wording).text)
    again = " Veuillez recommencer ultérieurement." if wording == "ez_plus_de_plage" else ""
    split = "<br>" if rng.random() < 0.3 else ""
    head = "" if rng.random() < 0.15 else "<h2>Vérification de disponibilité</h2>"
    nature = f"<p><b>{rng.choice(hand.subjects)}</b></p>" if rng.random() < 0.4 else ""
    button = "<button>Terminer</button>" if head or rng.random() < 0.6 else ""
    inner = f"{nature}{head}<fieldset>{said(text + split + again)}</fieldset>{button}"
    step = 2 if wording == "ez_plus_de_plage" else rng.choice((0, ""))
    return Site("out_of_slots", departmental(rng, hand, f"Préfecture {name}", inner, day),
                "refusal", host, create_path(rng, step), wording)  # fmt: skip


def rare(rng: random.Random, hand: Hand, day: date) -> Site:
    """The wordings that programs look for, on a « booking » page."""
    host, name = place(rng, hand)
    text = rng.choice(phrase("x_bots_variants").texts)
    text = text.lower() if rng.random() < 0.3 else text
    inner = f"<h2>Vérification de disponibilité</h2>{said(text)}<button>Terminer</button>"
    return Site("rare_wording", departmental(rng, hand, f"Préfecture {name}", inner, day),
                "refusal", host, create_path(rng, 2), "x_bots_variants")  # fmt: skip


def no_slot(rng: random.Random, hand: Hand, day: date) -> Site:
    """RDV-Préfecture has nothing at all, with or without its publication lines."""
    last = day - timedelta(days=rng.randint(0, 12))
    lines = "" if rng.random() < 0.4 else (
        f"<p>Dernière mise en ligne de rendez-vous : le {last:%d/%m/%Y} à {rng.randint(7, 20)}:"
        f"{rng.randint(10, 59)} pour des créneaux de la semaine du "
        f"{last + timedelta(days=21):%d/%m/%Y}</p>")  # fmt: skip
    if rng.random() < 0.4:
        wording = "rdvpref_a_partir_de"
        text = said("Aucun créneau disponible à partir de cette date. Veuillez réessayer "
                    "ultérieurement.")  # fmt: skip
    else:
        wording = "rdvpref_aucun_creneau"
        text = said("Aucun créneau disponible", "h3") + said("Veuillez réessayer ultérieurement.")
    box = f"<div style='border-left:5px solid #c9191e;padding:4px 18px'>{text}</div>"
    head = stepper(2, "Choisissez votre créneau", "Vos informations")
    inner = head + f"<p>{rng.choice(hand.subjects)}</p>{box}{lines}<button>Précédent</button>"
    return Site("no_slot", state_service(rng, hand, "RDV-Préfecture", inner, day), "refusal", RDV,
                f"/rdvpref/reservation/demarche/{rng.randint(90, 9999)}/creneau/", wording,
                "RDV-Préfecture")  # fmt: skip


def alert(rng: random.Random, hand: Hand, day: date) -> Site:
    """The Val-de-Marne answers in a box of the browser itself."""
    host = "rdv-etrangers-94.interieur.gouv.fr"
    wording = rng.choice(("ea94_aucun_rdv_possible", "ea94_pas_rdv_service"))
    text = straight(rng, rng.choice(phrase(wording).texts))
    days = "".join(f"<span style='padding:8px'>{DAYS[n][:3]}</span>" for n in range(5))
    inner = f"<h3>Sélection du motif et du créneau</h3><p>Motif : Service des étrangers</p>{days}"
    return Site("alert_box", departmental(rng, hand, "Préfecture du Val-de-Marne", inner, day),
                "refusal", host, "/eAppointmentpref94/element/jsp/" + rng.choice(
                    ("appointment.jsp", "specific/pref94.jsp")), wording, alert=text)  # fmt: skip


def stopped(rng: random.Random, hand: Hand, day: date) -> Site:
    """A téléservice that stops on an error, or a category that cannot be chosen."""
    one = rng.choice([p for p in load_phrases() if p.kind is PhraseClass.BLOCKED_FORM])
    text = straight(rng, rng.choice(one.texts))
    numeric = one.platform == "demarche_numerique"
    inner = (stepper(1, "Ma demande de titre de séjour", "Mes pièces justificatives")
             + f"<p>{rng.choice(hand.subjects)}</p>"
             + f"<div style='background:#ffe9e9;padding:6px 16px;color:#a00'>{said(text)}</div>"
             "<button>Retour à l’accueil</button>")  # fmt: skip
    name = "Démarche numérique" if numeric else "Administration numérique des étrangers en France"
    return Site("stopped", state_service(rng, hand, name, inner, day), "blocked_form",
                "demarche.numerique.gouv.fr" if numeric else ANEF,
                rng.choice(("/particuliers/#/demande", "/espace-personnel/demandes", "/")), one.id,
                name)  # fmt: skip
