"""Booking sites: no appointment, one offered, a step, a captcha."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from ._scene import DAYS, MONTHS, Page, near, pick
from ._sites import ASKED, RDV, ez, portal, rdv_path, state

Maker = Callable[[random.Random, date], Page]
_LATER = ("Veuillez réessayer ultérieurement.",) * 6 + (
    "Veuillez réessayer ultérieurement", "Merci de réessayer ultérieurement.")  # fmt: skip
_UNSEEN = (
    "Aucun créneau n'est actuellement disponible pour cette démarche. Veuillez réessayer "
    "ultérieurement.",
    "Il n'y a plus de créneau disponible pour cette démarche. Veuillez réessayer ultérieurement.",
    "Tous les créneaux sont actuellement réservés. Merci de réessayer ultérieurement.",
    "Aucun rendez-vous n'est disponible pour le moment. Veuillez réessayer ultérieurement.",
    "Désolé, aucun créneau n'est disponible pour cette démarche.",
    "Il n'existe plus de créneau disponible pour cette démarche.",
    "Plus aucun rendez-vous n'est disponible sur ce guichet. Veuillez recommencer ultérieurement.",
    "Aucun créneau de rendez-vous n'est disponible à ce jour.",
)  # fmt: skip


def _s(rng: random.Random, text: str) -> str:
    return text.replace("'", "’") if rng.random() < 0.35 else text


def _said(text: str, tag: str = "p", style: str = "") -> str:
    return f"<{tag} style='{style}'><span class=said>{text}</span></{tag}>"


def _rdv(rng: random.Random, at: date, kind: str, result: str, inner: str, step: str = "creneau",
         title: str = "") -> Page:  # fmt: skip
    where = rng.choice(("Préfecture du Rhône", "Préfecture des Hauts-de-Seine", "Sous-préfecture "
                        "de Sarcelles", "Préfecture de police", "Préfecture de l’Oise",
                        "Sous-préfecture d’Argenteuil", "Préfecture du Nord"))  # fmt: skip
    asked = rng.choice(ASKED)
    named = f"{where} – {asked}"
    head = f"<h1>{named}</h1>" if rng.random() < 0.8 else f"<h2>{asked}</h2>"
    stage = {"cgu": "Étape 1 sur 6", "creneau": "Étape 3 sur 6"}.get(step, "Étape 4 sur 6")
    if rng.random() < 0.4:
        head += f"<p class=pale>{stage}</p>"
    body = state(rng, at, "RDV-Préfecture", "Prendre un rendez-vous en préfecture ou "
                 "sous-préfecture", head + inner)  # fmt: skip
    host = RDV if rng.random() < 0.93 else RDV.removeprefix("www.")
    return Page(kind, result, body, host, rdv_path(rng, step),
                title or rng.choice((named, "RDV Préfecture", "Choix du créneau - "
                    "RDV-Préfecture")))  # fmt: skip


def _publication(rng: random.Random, at: date) -> str:
    one, two = near(rng, at, -8, 0), near(rng, at, 1, 7)
    week, next_ = near(rng, at, 3, 14), near(rng, at, 15, 30)
    hour = f"{rng.randint(8, 17):02d}:{rng.choice((0, 15, 30, 58)):02d}"
    lines = (f"<p>Dernière mise en ligne de rendez-vous : le {one:%d/%m/%Y} à {hour} pour des "
             f"créneaux de la semaine du {week:%d/%m/%Y}</p>")  # fmt: skip
    if rng.random() < 0.6:
        lines += (f"<p>Prochaine mise en ligne de nouveaux rendez-vous : le {two:%d/%m/%Y} à "
                  f"{hour} pour des créneaux de la semaine du {next_:%d/%m/%Y}</p>")  # fmt: skip
    return lines


def rdv_none(rng: random.Random, at: date) -> Page:
    """The new platform's own refusal, with its dates about publication."""
    dated = rng.random() < 0.3
    what = "Aucun créneau disponible" + (" à partir de cette date." if dated else "")
    later = rng.choice(_LATER)
    look = rng.random()
    if look < 0.4:
        inner = _said(what, "h2") + _said(later)
    elif look < 0.7:
        inner = (f"<div class=alert style='border-color:#0063cb'>{_said(what, 'h3')}"
                 f"{_said(later)}</div>")  # fmt: skip
    else:
        inner = f"<h2>Choisissez votre créneau</h2>{_said(f'{what} {later}'.replace('  ', ' '))}"
    if dated:
        day = near(rng, at, 0, 20)
        inner = (f"<p>À partir du</p><p><span class=inp>{day:%d/%m/%Y}</span> <button>Rechercher"
                 f"</button></p>") + inner  # fmt: skip
    if rng.random() < 0.6:
        inner += _publication(rng, at)
    inner += "<p><button>Retour à l’accueil</button></p>" if rng.random() < 0.5 else ""
    return _rdv(rng, at, "rdv_none", "refusal", inner)


def rdv_unseen(rng: random.Random, at: date) -> Page:
    """The same thing said with words that nobody has listed yet."""
    text = _said(_s(rng, rng.choice(_UNSEEN)), rng.choice(("h2", "p", "h3")))
    text = f"<div class=alert>{text}</div>" if rng.random() < 0.5 else text
    return _rdv(rng, at, "rdv_unseen", "refusal", text + _publication(rng, at))


def ez_none(rng: random.Random, at: date) -> Page:
    """The older sites: « Il n’existe plus de plage horaire libre »."""
    text = pick(rng,
        (12, ("Il n'existe plus de plage horaire libre pour votre demande de rendez-vous. Veuillez "
              "recommencer ultérieurement.", 2)),
        (2, ("Il n'y a pas calendrier disponible pour effectuer une demande de rendez-vous", 0)),
        (1, ("Il n'existe pas de plage horaire pour la prise de rendez-vous", 1)))  # fmt: skip
    host, path, where = ez(rng, text[1])
    box = _said(_s(rng, text[0]), "p", rng.choice(("", "", "font-weight:bold", "color:#b30000")))
    title = "<h3>Vérification de disponibilité</h3>" if text[1] == 2 else ""
    inner = (f"<h2>{rng.choice(ASKED)}</h2><div class=box>{title}{box}<button>"
             f"{'Terminer' if text[1] == 2 else 'Retour'}</button></div>")  # fmt: skip
    scheme = "http://" if rng.random() < 0.08 else "https://"
    return Page("ez_none", "refusal", portal(rng, at, where, inner), host, path,
                rng.choice(("Demande de rendez-vous / Prendre un rendez-vous / Booking - Accueil "
                            "- Les services de l’État", "Prise de "
                                                        "rendez-vous")), scheme)  # fmt: skip


def query_none(rng: random.Random, at: date) -> Page:
    """A refusal at an address that carries a query."""
    page = rdv_none(rng, at)
    more = rng.choice(("?reserve=true", "?reserve=1&lang=fr", "?date=" + f"{at:%Y-%m-%d}",
                       "?origine=mail"))  # fmt: skip
    return Page("query_none", "refusal", page.body, page.host, page.path + more, page.title)


def alert_94(rng: random.Random, at: date) -> Page:
    """Val-de-Marne's alert box over the form."""
    text = rng.choice((
        "Aucun rendez-vous n'est possible pour les motifs selectionnnés ou le créneau horaire "
        "séléctionné.", "Il n'y a pas de rendez-vous disponible pour ce service."))  # fmt: skip
    host = "rdv-etrangers-94.interieur.gouv.fr"
    box = (f"<div class=js><p>{host} indique</p>{_said(text)}<p style='text-align:right'>"
           "<button class=main>OK</button></p></div>")  # fmt: skip
    form = "<h2>Prise de rendez-vous</h2><p>Motif <span class=inp>Renouvellement</span></p>"
    return Page("alert_94", "refusal", portal(rng, at, "le Val-de-Marne", form) + box, host,
                "/eAppointmentpref94/element/jsp/appointment.jsp", "eAppointment")  # fmt: skip


def _hours(rng: random.Random, low: int, high: int, mark: str = "h") -> list[str]:
    minutes = rng.choice((10, 15, 20, 30))
    start = rng.choice((8 * 60 + 30, 9 * 60, 13 * 60 + 30))
    return [f"{(start + n * minutes) // 60:02d}{mark}{(start + n * minutes) % 60:02d}"
            for n in range(rng.randint(low, high))]  # fmt: skip


def week_trap(rng: random.Random, at: date) -> Page:
    """No slot this week, and a button to the next one."""
    day = near(rng, at, 8, 40)
    inner = ("<h2>Choisissez votre créneau</h2>"
             + _said("Aucun créneau disponible sur cette semaine")
             + f"<p><button class=main><span class=said>Prochaine disponibilité le {day:%d/%m/%Y}"
             "</span></button></p>")  # fmt: skip
    return _rdv(rng, at, "week_trap", "slot_offered", inner)


def day_trap(rng: random.Random, at: date) -> Page:
    """Days folded one under the other: one is empty, others have hours."""
    start = near(rng, at, 2, 20)
    full = rng.randint(0, 3)
    inner = "<h2>Choisissez votre créneau</h2>"
    for n in range(4):
        day = start + timedelta(days=n)
        named = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}".capitalize()
        if n == full or (n > 1 and rng.random() < 0.5 and full != 3):
            hours = "".join(f"<button><span class=said>{one}</span></button>"
                            for one in _hours(rng, 1, 4))  # fmt: skip
            inner += f"<div class=fold><b>{named}</b><p>{hours}</p></div>"
        else:
            inner += f"<div class=fold><b>{named}</b><p>Aucun créneau disponible</p></div>"
    return _rdv(rng, at, "day_trap", "slot_offered", inner)


def slots(rng: random.Random, at: date) -> Page:
    """A week of hours."""
    start = near(rng, at, 3, 30)
    cols = ""
    for n in range(5):
        day = start + timedelta(days=n)
        hours = _hours(rng, 0, 5, rng.choice(("h", ":"))) if n else _hours(rng, 1, 3)
        cells = "".join(f"<p><button><span class={'said' if not n else 'x'}>{one}</span></button>"
                        "</p>" for one in hours) or "<p class=pale>–</p>"  # fmt: skip
        cols += (f"<td style='vertical-align:top'><b>{DAYS[day.weekday()][:3]}. {day:%d/%m}</b>"
                 f"{cells}</td>")  # fmt: skip
    inner = f"<h2>Choisissez votre créneau</h2><table><tr>{cols}</tr></table>"
    return _rdv(rng, at, "slots", "slot_offered", inner)


def ez_cells(rng: random.Random, at: date) -> Page:
    """The older sites' table: « libre », « complet »."""
    host, path, where = ez(rng, 4)
    free = rng.randint(0, 5)
    rows = ""
    for n, hour in enumerate(_hours(rng, 6, 6, ":")):
        state_ = "<b class=said style='color:#060'>libre</b>" if n == free else "complet"
        rows += f"<tr><td>{hour}</td><td>{state_}</td></tr>"
    day = near(rng, at, 3, 40)
    inner = (f"<h2 class=said>Choix d’une plage horaire</h2><p>{DAYS[day.weekday()]} {day.day} "
             f"{MONTHS[day.month - 1]}</p><table>{rows}</table><button>Première plage horaire libre"
             "</button>")  # fmt: skip
    return Page("ez_cells", "slot_offered", portal(rng, at, where, inner), host, path)


def cgu(rng: random.Random, at: date) -> Page:
    """The new platform's first step and its captcha."""
    inner = ("<h2>Conditions d’utilisation</h2><p>Les créneaux sont mis en ligne chaque lundi à "
             "9 heures. Si aucun créneau n’est proposé, il est inutile de recharger la page.</p>"
             if rng.random() < 0.5 else "<h2>Sécurité</h2>")  # fmt: skip
    code = "".join(rng.choices("ABCDEFGHKMNPRSTXYZ23456789", k=6))
    inner += (f"<p><span class=code>{code}</span> <button class=said>Énoncer le code du captcha"
              "</button> <button>Générer un nouveau captcha</button></p><p>Saisissez le code "
              "<span class=inp>&nbsp;</span></p><button class=main>Suivant</button>")  # fmt: skip
    return _rdv(rng, at, "cgu", "captcha", inner, "cgu")


def ez_step(rng: random.Random, at: date) -> Page:
    """The older sites' first steps."""
    step = rng.choice((0, 1, 6))
    host, path, where = ez(rng, step)
    if step == 0:
        inner = ("<h2 class=said>Effectuer une demande de rendez-vous</h2><p>☐ Veuillez cocher la "
                 "case pour accepter les conditions d’utilisation avant de continuer le processus "
                 "de prise de rendez-vous.</p><button>Effectuer une demande de "
                 "rendez-vous</button>")  # fmt: skip
    elif step == 1:
        what = "".join(
            f"<p>○ Guichet {n} – {one}</p>" for n, one in enumerate(rng.sample(ASKED, 4))
        )
        inner = f"<h2 class=said>Choix de la nature du rendez-vous</h2>{what}<button>Étape suivante"
        inner += "</button>"
    else:
        inner = ("<h2 class=said>Contrôle de sécurité</h2><p><span class=code>7GK4PD</span></p><p>"
                 "Recopiez le code affiché <span class=inp>&nbsp;</span></p><button>Étape suivante"
                 "</button>")  # fmt: skip
    return Page("ez_step", "captcha" if step == 6 else "other_page",
                portal(rng, at, where, inner), host, path)  # fmt: skip


def form(rng: random.Random, at: date) -> Page:
    """Names and numbers to fill, after a slot was found."""
    inner = ("<h2 class=said>Vos informations</h2>" + "".join(
        f"<p>{one}<br><span class=inp style='min-width:260px'>&nbsp;</span></p>"
        for one in ("Nom", "Prénom", "Adresse électronique", "Numéro d’étranger")))  # fmt: skip
    return _rdv(rng, at, "form", "other_page", inner, "coordonnees")


REFUSALS: tuple[tuple[float, Maker], ...] = (
    (34, rdv_none),
    (34, ez_none),
    (9, rdv_unseen),
    (7, query_none),
    (6, alert_94),
)
OTHERS: tuple[tuple[float, Maker], ...] = (
    (4, week_trap),
    (4, day_trap),
    (3, slots),
    (3, ez_cells),
    (3, cgu),
    (3, ez_step),
    (1, form),
)
