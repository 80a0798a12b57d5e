"""Pages that offer, or ask: slots, the week without any but the next, steps, codes to copy."""

from __future__ import annotations

from datetime import datetime, timedelta

from ._dress import newer, older, rdv_page
from ._refusing import PARIS, put_online
from ._sheet import DAYS, MONTHS, Address, Dice, Sheet, said
from ._sites import REASONS, booking, county, rdv


def _site(
    dice: Dice, when: datetime, step: str, inner: str, *, narrow: bool
) -> tuple[Address, str]:
    label, name = county(dice)
    host = f"{label}.gouv.fr"
    if dice.random() < 0.1:
        host, name = PARIS
    title = "Demande de rendez-vous – " + dice.choice(REASONS)
    if when.year < 2023 or dice.random() < 0.3:
        body = older(dice, name, title, inner)
    else:
        body = newer(dice, name, title, inner, narrow=narrow)
    return booking(dice, host, step, when.year), body


def _chips(dice: Dice, count: int) -> str:
    minutes = sorted(dice.sample(range(9 * 4, 16 * 4), count))
    look = "display:inline-block;border:1px solid #000091;color:#000091;padding:3px 10px;margin:3px"
    return "".join(
        f'<span style="{look}">{said(f"{at // 4:02d}h{at % 4 * 15:02d}")}</span>' for at in minutes
    )


def slots(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """RDV-Préfecture, with hours to take."""
    day = when + timedelta(days=dice.randint(5, 40))
    columns = ""
    for _ in range(2 if narrow else dice.randint(3, 5)):
        day += timedelta(days=3 if day.weekday() > 3 else 1)
        head = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
        columns += f'<div style="flex:1"><h3>{head}</h3>{_chips(dice, dice.randint(1, 4))}</div>'
    shown = f'<div style="display:flex;gap:18px">{columns}</div>'
    inner = (put_online(dice, when) if dice.random() < 0.4 and not narrow else "") + shown
    body = rdv_page(
        dice,
        f"<h2>{said('Choisissez votre créneau')}</h2>{inner}",
        (2, "Créneau"),
        narrow=narrow,
    )
    return Sheet("slots", "slot_offered", None, "RDV-Préfecture", rdv(dice, "creneau/"), body)


def next_week(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """A week without slots, and the button to the next one that has."""
    monday = when + timedelta(days=7 - when.weekday())
    later = monday + timedelta(days=dice.randint(8, 30))
    inner = (
        f"<h2>Choisissez votre créneau</h2><p>Semaine du {monday:%d/%m/%Y} au "
        f"{monday + timedelta(days=6):%d/%m/%Y}</p>"
        f"<p>{said('Aucun créneau disponible sur cette semaine')}</p>"
        f'<span class="b">{said(f"Prochaine disponibilité le {later:%d/%m/%Y}")}</span>'
    )
    body = rdv_page(dice, inner, (2, "Créneau"), narrow=narrow)
    address = rdv(dice, "creneau/")
    return Sheet("next_week", "slot_offered", None, "RDV-Préfecture", address, body)


def folds(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """Days one under the other, as on a telephone: one is empty, another has hours."""
    day = when + timedelta(days=dice.randint(3, 12))
    empty = dice.randint(0, 2)
    rows = ""
    for at in range(3):
        day += timedelta(days=3 if day.weekday() > 3 else 1)
        head = f"{DAYS[day.weekday()].capitalize()} {day.day} {MONTHS[day.month - 1]}"
        text = "Aucun créneau disponible" if at == empty else _chips(dice, dice.randint(2, 4))
        rows += (
            f'<div style="border-top:1px solid #ddd;padding:8px 0"><b style="color:#000091">{head}'
            f"</b><div>{text}</div></div>"
        )
    inner = f'<h2 style="margin-top:0">Choisissez votre créneau</h2>{rows}'
    body = rdv_page(dice, inner, None, narrow=narrow)
    return Sheet("folds", "slot_offered", None, "RDV-Préfecture", rdv(dice, "creneau/"), body)


def cells(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """The older module: a table of hours, some of them free."""
    monday = when + timedelta(days=7 - when.weekday() + 7 * dice.randint(0, 3))
    days = [monday + timedelta(days=at) for at in range(3 if narrow else 5)]
    head = "".join(f"<th>{DAYS[day.weekday()][:3]} {day:%d/%m}</th>" for day in days)
    rows, free = "", dice.randrange(4)
    for at in range(4):
        row = f"<th>{9 + at}:00</th>"
        for column in range(len(days)):
            taken = column != free % len(days) and dice.random() < 0.7
            look = ("#f4d7d7", "complet") if taken else ("#cfe8cf", said("libre"))
            row += f'<td style="background:{look[0]}">{look[1]}</td>'
        rows += f"<tr>{row}</tr>"
    inner = (
        f"<h2>Choix d'une plage horaire</h2><table><tr><th></th>{head}</tr>{rows}</table>"
        '<p><input type="button" value="Première plage horaire libre"> '
        '<input type="button" value="Etape suivante"></p>'
    )
    address, body = _site(dice, when, "/4", inner, narrow=narrow)
    return Sheet("cells", "slot_offered", None, "Rendez-vous", address, body)


def nature(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """A step of the older module, before anything is known."""
    if dice.random() < 0.5:
        rows = "".join(
            f'<p><input type="radio"> {reason}</p>' for reason in dice.sample(REASONS, 3)
        )
        inner = f"<h2>{said('Choix de la nature du rendez-vous')}</h2>{rows}"
        step = "/1"
    else:
        terms = "J'accepte les conditions d'utilisation du service."
        inner = (
            "<p>Avant de prendre rendez-vous, vérifiez que votre dossier est complet. Tout dossier "
            "incomplet sera refusé au guichet.</p>"
            f"<p><input type='checkbox'> Veuillez cocher la case pour continuer : {terms}</p>"
        )
        step = "/0"
    button = "Effectuer une demande de rendez-vous" if step == "/0" else "Etape suivante"
    inner += f"<p><input class='W' type='button' value='{button}'></p>"
    address, body = _site(dice, when, step, inner, narrow=narrow)
    return Sheet("nature", "other_page", None, "Rendez-vous", address, body)


def _code(dice: Dice) -> str:
    letters = "".join(
        f'<text x="{14 + at * 24}" y="{38 + dice.randint(-5, 5)}" '
        f'font-size="{dice.randint(24, 32)}"'
        f' transform="rotate({dice.randint(-14, 14)} {14 + at * 24} 36)"'
        f' fill="#334">{dice.choice("ABCDEFGHKMNPRSTXYZ3456789")}</text>'
        for at in range(6)
    )
    lines = "".join(
        f'<path d="M0 {dice.randint(5, 55)}Q80 {dice.randint(5, 55)} 170 {dice.randint(5, 55)}"'
        ' stroke="#889" fill="none"/>'
        for _ in range(3)
    )
    return (
        f'<svg width="170" height="60" style="border:1px solid #bbb;background:#f4f4ee"'
        f' font-family="DejaVu Serif">{letters}{lines}</svg>'
    )


def code(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """Copy the characters, on either platform."""
    if dice.random() < 0.35:
        inner = (
            f"<h2>{said('Contrôle de sécurité')}</h2><p>Recopiez les caractères affichés dans "
            f"l'image :</p><p>{_code(dice)}</p><p><input size='12'></p>"
            '<p><input type="button" value="Etape suivante"></p>'
        )
        address, body = _site(dice, when, "/6", inner, narrow=narrow)
        return Sheet("code", "captcha", "cap_controle", "Rendez-vous", address, body)
    end = "cgu/?error=invalidCaptcha" if dice.random() < 0.2 else "cgu/"
    wrong = '<div class="alert red">Le code saisi est invalide.</div>' if "error" in end else ""
    inner = (
        f"{wrong}<p>Pour accéder au service, veuillez recopier le code de sécurité.</p>"
        f"<p>{_code(dice)}</p><p>{said('Énoncer le code du captcha')} · Générer un nouveau captcha"
        "</p><p><input size='16'></p><p><input type='checkbox'> J’ai lu et j’accepte les "
        "conditions"
        ' générales d’utilisation</p><span class="b">Suivant</span>'
    )
    body = rdv_page(dice, inner, (1, "Conditions générales d’utilisation"), narrow=narrow)
    return Sheet("code", "captcha", "st_cgu", "RDV-Préfecture", rdv(dice, end), body)
