"""Pages that refuse: nothing left, no calendar, no slot, and words no list has."""

from __future__ import annotations

from datetime import datetime, timedelta

from ._dress import newer, older, rdv_page, state
from ._sheet import Address, Dice, Sheet, said
from ._sites import REASONS, booking, county, rdv

PARIS = ("pprdv.interieur.gouv.fr", "de police")
LEFT_NONE = (
    "Il n{a}existe plus de plage horaire libre pour votre demande de rendez-vous. "
    "Veuillez recommencer ultérieurement."
)
NO_CALENDAR = (
    "Il n{a}y a pas calendrier disponible pour effectuer une demande de rendez-vous",
    "ez_pas_calendrier",
)
NO_RANGE = (
    "Il n{a}existe pas de plage horaire pour la prise de rendez-vous",
    "ez_nexiste_pas_plage",
)
BOX_94 = (
    (
        "Aucun rendez-vous n'est possible pour les motifs selectionnnés ou le créneau horaire "
        "séléctionné.",
        "ea94_aucun_rdv_possible",
    ),
    ("Il n'y a pas de rendez-vous disponible pour ce service.", "ea94_pas_rdv_service"),
)
VARIANTS = (
    "Aucune plage horaire disponible. Veuillez réessayer ultérieurement.",
    "Tous les créneaux sont complets. Merci de réessayer ultérieurement.",
    "Tous les rendez-vous sont complets pour le moment.",
    "Aucun rendez-vous disponible pour cette démarche.",
    "Il n{a}y a pas de rendez-vous disponible pour le moment.",
    "Il n{a}y a pas de créneau disponible actuellement. Veuillez renouveler votre demande "
    "ultérieurement.",
    "Pas de plage horaire disponible. Veuillez recommencer ultérieurement.",
    "Il n{a}y a plus de rendez-vous disponible. Veuillez réessayer plus tard.",
    "Plus aucun créneau disponible pour votre demande de rendez-vous.",
)


def _door(dice: Dice, when: datetime, step: str) -> tuple[Address, str]:
    host, name = PARIS if dice.random() < 0.12 else _gouv(dice)
    return booking(dice, host, step, when.year), name


def _gouv(dice: Dice) -> tuple[str, str]:
    label, name = county(dice)
    return f"{label}.gouv.fr", name


def _site(dice: Dice, when: datetime, name: str, inner: str, *, narrow: bool) -> tuple[str, str]:
    title = "Demande de rendez-vous – " + dice.choice(REASONS)
    if dice.random() < 0.4:
        title = "Prise de rendez-vous en ligne"
    if when.year < 2023 or dice.random() < 0.3:
        return older(dice, name, title, inner), title
    return newer(dice, name, title, inner, narrow=narrow), title


def _words(dice: Dice, text: str) -> str:
    return text.replace("{a}", dice.choice(("'", "'", "’")))


def booked(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """The older module: nothing left at its second step."""
    address, name = _door(dice, when, "/2")
    heading = "Vérification de disponibilité"
    lines = said(_words(dice, LEFT_NONE))
    if dice.random() < 0.5:
        first, second = LEFT_NONE.split(". ")
        lines = said(_words(dice, first) + ".") + "<br>" + said(second)
    button = '<p><input type="button" value="Terminer"></p>'
    inner = f"<h2>{heading}</h2><p>{lines}</p>{button}"
    body, title = _site(dice, when, name, inner, narrow=narrow)
    return Sheet("booked", "refusal", "ez_plus_de_plage", title, address, body)


def no_calendar(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """The older module: not even a calendar."""
    address, name = _door(dice, when, "/0")
    text, wording = dice.choice((NO_CALENDAR, NO_CALENDAR, NO_RANGE))
    inner = f'<div style="border:1px solid #ccc;padding:10px">{said(_words(dice, text))}.</div>'
    body, title = _site(dice, when, name, inner, narrow=narrow)
    return Sheet("no_calendar", "refusal", wording, title, address, body)


def put_online(dice: Dice, when: datetime) -> str:
    """The lines of publication, whose dates are not the capture's."""
    gone = when - timedelta(days=dice.randint(1, 9))
    gone = gone.replace(hour=dice.randint(8, 18), minute=dice.randint(0, 59))
    week = gone + timedelta(days=14 - gone.weekday())
    line = (
        f"Dernière mise en ligne de rendez-vous : le {gone:%d/%m/%Y} à {gone:%H:%M} "
        f"pour des créneaux de la semaine du {week:%d/%m/%Y}"
    )
    if dice.random() < 0.5:
        later, at = gone + timedelta(days=7), week + timedelta(days=7)
        line += (
            f"<br>Prochaine mise en ligne de nouveaux rendez-vous : le {later:%d/%m/%Y} à "
            f"{later:%H:%M} pour des créneaux de la semaine du {at:%d/%m/%Y}"
        )
    return f'<div class="callout">{line}</div>'


def no_slot(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """RDV-Préfecture: no slot."""
    lead = f"<h3>{dice.choice(REASONS)}</h3>" if dice.random() < 0.6 else ""
    dates = put_online(dice, when) if dice.random() < 0.5 else ""
    wording = "rdvpref_aucun_creneau"
    if dice.random() < 0.4:
        wording = "rdvpref_a_partir_de"
        both = "Aucun créneau disponible à partir de cette date. Veuillez réessayer ultérieurement."
        told = f'<div class="alert">{said(both)}</div>'
    else:
        told = (
            f"<h2>{said('Aucun créneau disponible')}</h2>"
            f"<p>{said('Veuillez réessayer ultérieurement.')}</p>"
        )
    parts = [told, dates] if dice.random() < 0.5 else [dates, told]
    inner = lead + "".join(parts) + '<span class="b2">Précédent</span>'
    step = (2, "Créneau") if dice.random() < 0.7 else None
    body = rdv_page(dice, inner, step, narrow=narrow)
    return Sheet("no_slot", "refusal", wording, "RDV-Préfecture", rdv(dice, "creneau/"), body)


def variant(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """Words that programs of the field look for, on a known door."""
    text = said(_words(dice, dice.choice(VARIANTS)))
    if when.year < 2022 or dice.random() < 0.5:
        address, name = _door(dice, when, "/2")
        inner = f"<h2>Vérification de disponibilité</h2><p>{text}</p>"
        body, title = _site(dice, when, name, inner, narrow=narrow)
    else:
        address, title = rdv(dice, "creneau/"), "RDV-Préfecture"
        inner = f'<div class="alert amber">{text}</div><span class="b2">Retour</span>'
        body = rdv_page(dice, inner, (2, "Créneau"), narrow=narrow)
    return Sheet("variant", "refusal", "x_bots_variants", title, address, body)


def anct(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """RDV Service Public."""
    text = dice.choice((*VARIANTS[4:6], "Aucun créneau disponible pour ce motif."))
    inner = (
        f"<h1>Prendre rendez-vous</h1><p>Motif : {dice.choice(REASONS)}</p>"
        f'<div class="alert">{said(_words(dice, text))}</div><span class="b2">Retour</span>'
    )
    body = state(dice, "République<br>française", ("RDV Service Public", ""), inner, narrow=narrow)
    address = Address("rdv.anct.gouv.fr", f"/prendre_rdv?departement={when.day:02d}")
    return Sheet("anct", "refusal", "x_bots_variants", "RDV Service Public", address, body)


def box_94(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """The Val-de-Marne: the refusal is in a JavaScript box."""
    del when, narrow
    leaf = dice.choice(("specific/pref94.jsp", "appointment.jsp"))
    address = Address(
        "rdv-etrangers-94.interieur.gouv.fr", f"/eAppointmentpref94/element/jsp/{leaf}"
    )
    rows = "".join(
        f'<p><input type="radio"{" checked" if at == 0 else ""}> {reason}</p>'
        for at, reason in enumerate(dice.sample(REASONS, 3))
    )
    body = (
        '<div class="ea"><div class="bar">Préfecture du Val-de-Marne – Prise de rendez-vous</div>'
        f'<div class="box"><fieldset><legend>Motif du rendez-vous</legend>{rows}</fieldset>'
        '<span class="b">Précédent</span><span class="b">Suivant</span></div></div>'
    )
    text, wording = dice.choice(BOX_94)
    return Sheet("box_94", "refusal", wording, "eAppointment", address, body, alert=said(text))
