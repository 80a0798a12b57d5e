"""The pages: what a booking site, an outage, a newspaper or a mail displays, and what it is."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from plaise.law._phrases import Phrase, PhraseClass, load_phrases

from ._kits import Kit


@dataclass(frozen=True)
class Shown:
    """A page: its body, its true result, and where it stands."""

    kind: str
    body: str
    result: str
    host: str
    path: str
    wording: str | None = None
    title: str = "Prise de rendez-vous"
    bare: bool = False  # without the site's dress (a server's own error page)


BOOKING = ("ez_booking", "any")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def straight(rng: random.Random, text: str) -> str:
    """As sites type it: straight apostrophes, mostly."""
    return text.replace("’", "'") if rng.random() < 0.7 else text


def phrase(name: str) -> Phrase:
    """A wording of the law data."""
    return next(one for one in load_phrases() if one.id == name)


def any_page(rng: random.Random, kit: Kit, day: date, *, phone: bool) -> Shown:
    """A page drawn at random: about 45 % refusals, the rest everything else."""
    makers: list[tuple[int, Callable[[random.Random, Kit, date], Shown]]] = [
        (20, refusal_booking), (14, refusal_rdvpref), (6, refusal_alert), (5, refusal_other),
        (6, blocked), (9, outage), (6, captcha), (5, dead), (6, slots_booking),
        (5, slots_rdvpref), (6, trap_week), (4, trap_day if phone else trap_week), (6, step),
        (10, quotation),
    ]  # fmt: skip
    weights = [weight for weight, _ in makers]
    return rng.choices([make for _, make in makers], weights)[0](rng, kit, day)


def _dept(rng: random.Random, kit: Kit) -> tuple[str, str]:
    return rng.choice(kit.departements)


def _booking_path(rng: random.Random, step: int) -> str:
    index = "/index.php" if rng.random() < 0.15 else ""
    return f"{index}/booking/create/{rng.randint(900, 48000)}/{step}"


def _ez(rng: random.Random, kit: Kit, step: int) -> tuple[str, str]:
    host = f"www.{_dept(rng, kit)[0]}.gouv.fr"
    if rng.random() < 0.1:
        host = "pprdv.interieur.gouv.fr"
    return host, _booking_path(rng, step)


def _rdvpref_path(rng: random.Random, step: str) -> tuple[str, str]:
    number = rng.randint(100, 9999)
    return "www.rdv-prefecture.interieur.gouv.fr", f"/rdvpref/reservation/demarche/{number}/{step}/"


def _box(*parts: str) -> str:
    return '<div class="box">' + "".join(parts) + "</div>"


def refusal_booking(rng: random.Random, kit: Kit, day: date) -> Shown:
    """Step 2 of the « booking » module, or its first page when no calendar is left."""
    if rng.random() < 0.12:
        host, path = _ez(rng, kit, 0)
        text = straight(rng, phrase("ez_pas_calendrier").text)
        return Shown("refusal_ez0", f"<h2>{rng.choice(kit.motifs)}</h2>" + _box(f"<p>{text}</p>"),
                     "refusal", host, path, "ez_pas_calendrier")  # fmt: skip
    host, path = _ez(rng, kit, 2)
    text = straight(rng, phrase("ez_plus_de_plage").text)
    after = rng.choice(("Veuillez recommencer ultérieurement.", ""))
    nature = f"<p>Nature du rendez-vous : {rng.choice(kit.motifs)}</p>"
    body = f"<h2>Vérification de disponibilité</h2>{nature if rng.random() < 0.4 else ''}" + _box(
        f"<p class='{rng.choice(('avis', ''))}'>{text} {after}</p><p><button>Terminer</button></p>"
    )
    return Shown("refusal_ez", body, "refusal", host, path, "ez_plus_de_plage",
                 "Vérification de disponibilité")  # fmt: skip


def refusal_rdvpref(rng: random.Random, kit: Kit, day: date) -> Shown:
    """The two refusals of RDV-Préfecture, publication lines beside them or not."""
    host, path = _rdvpref_path(rng, "creneau")
    from_date = rng.random() < 0.35
    title = "" if from_date else "<h3>Aucun créneau disponible</h3>"
    wording = "rdvpref_a_partir_de" if from_date else "rdvpref_aucun_creneau"
    said = "Aucun créneau disponible à partir de cette date. " if from_date else ""
    lines = _publication(rng, day) if rng.random() < 0.6 else ""
    body = (
        f"<p>Étape 2 sur 4</p><h2>Choisissez votre créneau</h2><p>{rng.choice(kit.motifs)}</p>"
        + _box(title, f"<p>{said}Veuillez réessayer ultérieurement.</p>", lines)
        + "<p><button>Précédent</button></p>"
    )
    return Shown("refusal_rdvpref", body, "refusal", host, path, wording, "RDV-Préfecture")


def _publication(rng: random.Random, day: date) -> str:
    last, weeks = day - timedelta(days=rng.randint(1, 9)), rng.randint(9, 20)
    week = day + timedelta(days=weeks)
    return (
        f"<p>Dernière mise en ligne de rendez-vous : le {last:%d/%m/%Y} à 11:58 pour des créneaux "
        f"de la semaine du {week:%d/%m/%Y}</p><p>Prochaine mise en ligne de nouveaux rendez-vous : "
        f"le {last + timedelta(days=14):%d/%m/%Y} à {rng.randint(8, 17):02d}:00</p>"
    )


def refusal_alert(rng: random.Random, kit: Kit, day: date) -> Shown:
    """The Val-de-Marne answers in an alert box of the browser."""
    host = "rdv-etrangers-94.interieur.gouv.fr"
    wording = rng.choice(("ea94_aucun_rdv_possible", "ea94_pas_rdv_service"))
    text = straight(rng, rng.choice(phrase(wording).texts))
    body = (
        f"<h2>Sélection du motif</h2>{_box('<p>Motif :</p><p>Service des étrangers</p>')}"
        f'<div class="alert"><b>{host} indique</b><p>{text}</p><p><button>OK</button></p></div>'
    )
    return Shown("refusal_alert", body, "refusal", host,
                 "/eAppointmentpref94/element/jsp/appointment.jsp", wording)  # fmt: skip


def refusal_other(rng: random.Random, kit: Kit, day: date) -> Shown:
    """Rarer wordings on a booking page."""
    wording = rng.choice(("x_bots_variants", "ez_nexiste_pas_plage", "ez_veuillez_reessayer"))
    host, path = _ez(rng, kit, 2)
    text = straight(rng, rng.choice(phrase(wording).texts))
    body = "<h2>Vérification de disponibilité</h2>" + _box(
        f"<p>{text}</p><p><button>Terminer</button></p>"
    )
    return Shown("refusal_rare", body, "refusal", host, path, wording)


def _of_class(rng: random.Random, *kinds: PhraseClass) -> tuple[Phrase, str]:
    """A wording of a class with one of its texts."""
    some = [one for one in load_phrases() if one.kind in kinds]
    one = rng.choice(some)
    return one, straight(rng, rng.choice(one.texts))


def blocked(rng: random.Random, kit: Kit, day: date) -> Shown:
    """A téléservice that stops."""
    one, text = _of_class(rng, PhraseClass.BLOCKED_FORM)
    host = {
        "anef": "administration-etrangers-en-france.interieur.gouv.fr",
        "demarche_numerique": "demarche.numerique.gouv.fr",
    }.get(one.platform, "administration-etrangers-en-france.interieur.gouv.fr")
    body = f"<h2>Ma demande</h2>{_box(f'<p>{rng.choice(kit.motifs)}</p><p class=avis>{text}</p>')}"
    return Shown("blocked_form", body, "blocked_form", host,
                 rng.choice(("/particuliers/", "/espace/demande", "")), one.id)  # fmt: skip


_BROWSER = {"out_navigateur", "dead_dns"}


def outage(rng: random.Random, kit: Kit, day: date) -> Shown:
    """A server's own error page, or a closed page."""
    one, text = _of_class(rng, PhraseClass.OUTAGE, PhraseClass.BLOCKED, PhraseClass.CLOSED)
    host, path = _ez(rng, kit, rng.choice((0, 1)))
    if one.id in _BROWSER:
        body = (
            f"<div style='max-width:600px;margin:80px auto'><h2>Ce site est inaccessible</h2>"
            f"<p>{host} a mis trop de temps à répondre.</p><p>ERR_CONNECTION_TIMED_OUT</p></div>"
        )
        return Shown("outage", body, "outage", host, path, one.id, host, bare=True)
    if one.kind is PhraseClass.CLOSED:
        return Shown("outage", _box(f"<p>{text}</p>"), "outage", host, path, one.id)
    server = rng.choice(("nginx", "Apache/2.4", "openresty", "Varnish cache server"))
    body = f"<center><h1>{text}</h1></center><hr><center>{server}</center>"
    return Shown("outage", body, "outage", host, path, one.id, text, bare=True)


def captcha(rng: random.Random, kit: Kit, day: date) -> Shown:
    """The security check of both families."""
    code = "".join(rng.choices("ABCDEFGHJKMNPQRSTUVWXYZ23456789", k=6))
    picture = f"<p class='code'>{' '.join(code)}</p>"
    if rng.random() < 0.5:
        host, path = _ez(rng, kit, 6)
        body = "<h2>Contrôle de sécurité</h2>" + _box(
            picture, "<p>Recopiez le code affiché</p><p><button>Étape suivante</button></p>"
        )
        return Shown("captcha", body, "captcha", host, path, "cap_controle")
    host, path = _rdvpref_path(rng, "cgu")
    if rng.random() < 0.3:
        path += "?error=invalidCaptcha"
    body = "<p>Étape 1 sur 4</p><h2>Conditions générales d’utilisation</h2>" + _box(
        picture, "<p>Énoncer le code du captcha</p><p>Générer un nouveau captcha</p>",
        "<p><button>Suivant</button></p>",
    )  # fmt: skip
    return Shown("captcha", body, "captcha", host, path, "st_cgu", "RDV-Préfecture")


def dead(rng: random.Random, kit: Kit, day: date) -> Shown:
    """A link that leads nowhere."""
    one, text = _of_class(rng, PhraseClass.DEAD_LINK)
    host, path = _ez(rng, kit, 0)
    if one.id == "dead_dns":
        body = (
            "<div style='max-width:600px;margin:80px auto'><h2>Ce site est inaccessible</h2>"
            "<p>Impossible de trouver l’adresse IP du serveur</p><p>DNS_PROBE_FINISHED_NXDOMAIN</p>"
            "</div>"
        )
        return Shown("dead_link", body, "dead_link", host, path, one.id, host, bare=True)
    if one.platform == "demarche_numerique":
        host, path = "demarche.numerique.gouv.fr", "/commencer/rdv-etrangers"
    return Shown("dead_link", f"<h2>{text}</h2>", "dead_link", host, path, one.id)


def slots_booking(rng: random.Random, kit: Kit, day: date) -> Shown:
    """Steps 3 and 4 of the « booking » module."""
    if rng.random() < 0.4:
        host, path = _ez(rng, kit, 3)
        body = "<h2>Description de la nature du rendez-vous</h2>" + _box(
            f"<p>{rng.choice(kit.motifs)}</p><p><button>Étape suivante</button></p>"
        )
        return Shown("slot_step3", body, "slot_offered", host, path)
    host, path = _ez(rng, kit, 4)
    monday = day + timedelta(days=14 - day.weekday())
    heads = "".join(f"<th>{(monday + timedelta(days=n)):%d/%m/%Y}</th>" for n in range(5))
    cell = ("<td>complet</td>", "<td><b>libre</b></td>", "<td>complet</td>")
    rows = "".join(
        f"<tr><td>{h:02d}:00</td>{''.join(rng.choice(cell) for _ in range(5))}</tr>"
        for h in (9, 10, 11, 14)
    )
    body = f"<h2>Choix d’une plage horaire</h2><table><tr><th></th>{heads}</tr>{rows}</table>"
    return Shown("slot_ez", body + "<p><button>Première plage horaire libre</button></p>",
                 "slot_offered", host, path)  # fmt: skip


def _day_words(day: date) -> str:
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def slots_rdvpref(rng: random.Random, kit: Kit, day: date) -> Shown:
    """Slots on offer, some days being full."""
    host, path = _rdvpref_path(rng, "creneau")
    rows = []
    for number in range(rng.randint(2, 4)):
        that = day + timedelta(days=7 + number)
        times = "".join(f"<button class=slot>{h:02d}h{m}</button>" for h, m in
                        ((9, "15"), (10, "00"), (14, "30"))[: rng.randint(1, 3)])  # fmt: skip
        rows.append(f"<h4>{_day_words(that).capitalize()}</h4><p>{times}</p>")
    if rng.random() < 0.5:
        rows.append(f"<h4>{_day_words(day + timedelta(days=12)).capitalize()}</h4>"
                    "<p>Aucun créneau disponible</p>")  # fmt: skip
    body = "<p>Étape 2 sur 4</p><h2>Choisissez votre créneau</h2>" + _box(*rows)
    return Shown("slot_rdvpref", body, "slot_offered", host, path, title="RDV-Préfecture")


def trap_week(rng: random.Random, kit: Kit, day: date) -> Shown:
    """Nothing this week, but a later slot exists."""
    host, path = _rdvpref_path(rng, "creneau")
    later = day + timedelta(days=rng.randint(8, 40))
    again = "<p>Veuillez réessayer ultérieurement.</p>" if rng.random() < 0.3 else ""
    body = (
        "<p>Étape 2 sur 4</p><h2>Choisissez votre créneau</h2>"
        + _box("<h3>Aucun créneau disponible sur cette semaine</h3>", again,
               f"<p><button>Prochaine disponibilité le {later:%d/%m/%Y}</button></p>",
               _publication(rng, day) if rng.random() < 0.5 else "")
    )  # fmt: skip
    return Shown("trap_week", body, "slot_offered", host, path, title="RDV-Préfecture")


def trap_day(rng: random.Random, kit: Kit, day: date) -> Shown:
    """On a phone: one folded day without slot while another has some."""
    host, path = _rdvpref_path(rng, "creneau")
    first, second = day + timedelta(days=7), day + timedelta(days=8)
    empty = f"<h4>{_day_words(first).capitalize()} ▾</h4><p>Aucun créneau disponible</p>"
    some = (
        f"<h4>{_day_words(second).capitalize()} ▾</h4><p><button class=slot>09h15</button>"
        "<button class=slot>11h00</button></p>"
    )
    body = "<h2>Choisissez votre créneau</h2>" + _box(empty, some)
    return Shown("trap_day", body, "slot_offered", host, path, title="RDV-Préfecture")


def step(rng: random.Random, kit: Kit, day: date) -> Shown:
    """A step that says nothing yet."""
    if rng.random() < 0.5:
        host, path = _ez(rng, kit, 0)
        body = f"<h2>{rng.choice(kit.motifs)}</h2>" + _box(
            "<p>Les rendez-vous sont ouverts chaque lundi.</p>",
            "<p><input type=checkbox> Veuillez cocher la case pour accepter les conditions</p>",
            "<p><button>Effectuer une demande de rendez-vous</button></p>",
        )
        return Shown("step", body, "other_page", host, path)
    host, path = _ez(rng, kit, 1)
    choices = "".join(f"<p><input type=radio> {motif}</p>" for motif in kit.motifs)
    body = "<h2>Choix de la nature du rendez-vous</h2>" + _box(
        choices, "<button>Étape suivante</button>"
    )
    return Shown("step", body, "other_page", host, path)


def quotation(rng: random.Random, kit: Kit, day: date) -> Shown:
    """Someone else's page, or the site's own news, that quotes a refusal."""
    text = straight(rng, phrase(rng.choice(("ez_plus_de_plage", "ea94_pas_rdv_service"))).text)
    intro = f"<p>{rng.choice(kit.contexts)}</p>" if rng.random() < 0.3 else ""
    alone = f"<p>{text}</p>"
    quoted = f"<p>Depuis trois mois, le site affiche : « {text} » raconte une avocate.</p>"
    told = (
        f"<p>Bonjour,</p><p>J’obtiens toujours la réponse suivante :</p>{alone}<p>Cordialement</p>"
    )
    kinds = (
        ("news", "www.lemonde.fr", "/societe/article/2026/05/04/rdv-prefecture_640.html", quoted),
        ("news", "www.streetpress.com", "/sujet/1623-rendez-vous-prefecture", alone + quoted),
        ("mail", "mail.google.com", "/mail/u/0/#inbox", told),
        ("mail", "outlook.live.com", "/mail/0/inbox", told),
        ("guide", "www.lacimade.org", "/guide-referes-prefecture", intro + alone),
        ("guide", "www.gisti.org", "/spip.php?article6229", quoted),
        ("forum", "www.reddit.com", "/r/france/comments/x1", alone),
        ("imitation", "www.rdv-prefecture-interieur.com", "/booking/create/12/2", alone),
        ("own_news", f"www.{_dept(rng, kit)[0]}.gouv.fr", "/Actualites/Rendez-vous",
         f"<p>Si le message « {text} » s’affiche, revenez un autre jour.</p>"),
    )  # fmt: skip
    kind, host, path, body = rng.choice(kinds)
    return Shown(f"quote_{kind}", f"<h2>Prendre rendez-vous en préfecture</h2>{body}", "other_page",
                 host, path, title="Rendez-vous en préfecture",
                 bare=kind in {"mail", "news"})  # fmt: skip
