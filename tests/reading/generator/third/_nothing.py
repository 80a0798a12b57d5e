"""Pages where nothing can be had, whatever their dress."""

from __future__ import annotations

import random
from datetime import date, timedelta

from plaise.law._phrases import PhraseClass, load_phrases

from .._pages import phrase, straight
from ._doors import ANEF, EA94, NUMERIQUE, RDV, booking, department, rdvpref
from ._scene import SUBJECTS, Scene, dialog, dsfr, prefecture, said


def _button(rng: random.Random, text: str) -> str:
    if rng.random() < 0.4:
        return f"<p><button>{text}</button></p>"
    return (
        "<p><span style='background:#000091;color:#fff;padding:8px 18px;border-radius:4px'>"
        f"{text}</span></p>"
    )


def booked(rng: random.Random, day: date) -> Scene:
    """Step 2 of the « booking » module, broken across lines or not, in a table, a box, a dialog."""
    host, name = department(rng)
    text = straight(rng, phrase("ez_plus_de_plage").text)
    again = rng.choice(
        (
            " Veuillez recommencer ultérieurement.",
            "<br>Veuillez recommencer ultérieurement.",
            "",
            " Merci de réessayer dans quelques jours.",
        )
    )
    if rng.random() < 0.2:
        text = text.replace("plage horaire libre", "<b>plage horaire libre</b>")
    narrow = rng.choice(("", "", "max-width:300px", "max-width:470px"))
    look = rng.choice(
        (
            "",
            "color:#b91c1c",
            "font-weight:bold",
            "font-style:italic",
            "background:#fee2e2;color:#450a0a;padding:9px",
        )
    )
    sentence = said(text + again, "p", f"{look};{narrow}")
    if rng.random() < 0.2:
        sentence = f"<table><tr><td>⚠</td><td>{sentence}</td></tr></table>"
    subject = f"<p>Votre demande : {rng.choice(SUBJECTS)}</p>" if rng.random() < 0.4 else ""
    inner = f"<h2>Vérification de disponibilité</h2>{subject}{sentence}{_button(rng, 'Terminer')}"
    body = prefecture(rng, name, inner, day)
    if rng.random() < 0.12:
        behind = prefecture(rng, name, f"<h2>{rng.choice(SUBJECTS)}</h2><p>☑ J’ai lu</p>", day)
        body = dialog(rng, behind, inner)
    return Scene("booked", body, "refusal", host, booking(rng, 2), "ez_plus_de_plage")


def no_calendar(rng: random.Random, day: date) -> Scene:
    """The rarer words of the module's first page."""
    host, name = department(rng)
    one = rng.choice(("ez_pas_calendrier", "ez_nexiste_pas_plage"))
    inner = (
        f"<h2>{rng.choice(SUBJECTS)}</h2><p>Bienvenue dans l’application de prise de rendez-"
        f"vous.</p>{said(straight(rng, phrase(one).text))}{_button(rng, 'Retour')}"
    )
    return Scene(
        "no_calendar",
        prefecture(rng, name, inner, day),
        "refusal",
        host,
        booking(rng, rng.choice((0, 1, None))),
        one,
    )


def no_slot(rng: random.Random, day: date) -> Scene:
    """RDV-Préfecture: inline, in an alert, in a dialog, publication lines around it."""
    last = day - timedelta(days=rng.randint(0, 9))
    lines = (
        ""
        if rng.random() < 0.45
        else (
            f"<p>Dernière mise en ligne de rendez-vous : le {last:%d/%m/%Y} à {rng.randint(7, 19)}:"
            f"{rng.randint(10, 59)} pour des créneaux de la semaine du "
            f"{last + timedelta(days=14):%d/%m/%Y}</p><p>Prochaine mise en ligne de nouveaux "
            f"rendez-"
            f"vous : le {day + timedelta(days=3):%d/%m/%Y} à 09:00</p>"
        )
    )
    if rng.random() < 0.45:
        wording = "rdvpref_a_partir_de"
        cut = rng.choice((" ", "<br>"))
        message = said(
            f"Aucun créneau disponible à partir de cette date.{cut}Veuillez réessayer "
            "ultérieurement."
        )
    else:
        wording = "rdvpref_aucun_creneau"
        message = said("Aucun créneau disponible", rng.choice(("h2", "h3", "b", "p"))) + said(
            "Veuillez réessayer ultérieurement."
        )
    icon = rng.choice(("", "<div style='font-size:26px'>✕</div>", "<div>ⓘ</div>"))
    centred = rng.choice(("", "text-align:center"))
    box = (
        f"<div style='border:1px solid #ddd;border-left:6px solid "
        f"{rng.choice(('#0063cb', '#ce0500'))}"
        f";padding:10px 18px;{centred}'>{icon}{message}</div>"
    )
    head = (
        "<p style='font-size:.85em'>Étape 2 sur 4</p><h2>Choisissez votre créneau</h2>"
        f"<p style='font-size:.85em'>Étape suivante : Vos informations</p><p>{rng.choice(SUBJECTS)}"
        "</p>"
    )
    body = dsfr(
        rng,
        "RDV-Préfecture",
        head + rng.choice((lines + box, box + lines)) + _button(rng, "Précédent"),
        day,
    )
    if rng.random() < 0.2:
        body = dialog(
            rng, dsfr(rng, "RDV-Préfecture", head, day), icon + message + _button(rng, "Fermer")
        )
    return Scene(
        "no_slot", body, "refusal", RDV, rdvpref(rng, "creneau"), wording, "RDV-Préfecture"
    )


def alert(rng: random.Random, day: date) -> Scene:
    """The Val-de-Marne answers in a box of the browser's own."""
    wording = rng.choice(
        ("ea94_aucun_rdv_possible", "ea94_pas_rdv_service", "x94_aucun_rdv_disponible")
    )
    text = straight(rng, rng.choice(phrase(wording).texts))
    inner = (
        f"<h3>Prise de rendez-vous</h3><p>Service des étrangers</p><p>{rng.choice(SUBJECTS)}</p>"
    )
    return Scene(
        "alert",
        prefecture(rng, "Préfecture du Val-de-Marne", inner, day),
        "refusal",
        EA94,
        "/eAppointmentpref94/element/jsp/appointment.jsp",
        wording,
        alert=text,
    )


def rare(rng: random.Random, day: date) -> Scene:
    """Words that programs look for, as a page would say them."""
    host, name = department(rng)
    text = rng.choice(phrase("x_bots_variants").texts)
    inner = (
        f"<h2>Vérification de disponibilité</h2>{said(text + rng.choice(('', '.', ' !')))}"
        f"{_button(rng, 'Terminer')}"
    )
    return Scene(
        "rare",
        prefecture(rng, name, inner, day),
        "refusal",
        host,
        booking(rng, 2),
        "x_bots_variants",
    )


def stopped(rng: random.Random, day: date) -> Scene:
    """A téléservice that stops, or a category that cannot be chosen."""
    one = rng.choice([p for p in load_phrases() if p.kind is PhraseClass.BLOCKED_FORM])
    text = said(straight(rng, rng.choice(one.texts)), "p", "color:#ce0500")
    numeric = one.platform == "demarche_numerique"
    name = "demarche.numerique.gouv.fr" if numeric else "Étrangers en France"
    head = f"<h2>Ma demande</h2><p>{rng.choice(SUBJECTS)}</p><p>Numéro étranger : 99•••••••1</p>"
    box = f"<div style='border:1px solid #ce0500;padding:4px 16px'>{text}</div>"
    body = dsfr(rng, name, head + box + _button(rng, "Retour à l’accueil"), day)
    if rng.random() < 0.2:
        body = dialog(rng, dsfr(rng, name, head, day), text + _button(rng, "OK"))
    path = rng.choice(
        (
            "/particuliers/#/espace-personnel/mes-demandes",
            "/usager/#/demande/etape-2",
            "/particuliers/#/",
        )
    )
    host = NUMERIQUE if numeric else ANEF
    path = f"/dossiers/{rng.randint(10**6, 10**7)}/brouillon" if numeric else path
    return Scene("stopped", body, "blocked_form", host, path, one.id, name)
