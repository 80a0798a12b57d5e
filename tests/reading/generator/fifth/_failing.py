"""Pages that fail: servers, guards, browsers, addresses that lead nowhere, forms that stop."""

from __future__ import annotations

from datetime import datetime

from ._dress import newer, older, rdv_page, state
from ._icons import icon
from ._sheet import Address, Dice, Sheet, said
from ._sites import booking, county, rdv

_NGINX = '<div class="err"><center><h1>{0}</h1></center><hr><center>nginx{1}</center></div>'
SERVERS = (
    ("502 Bad Gateway", "out_502"),
    ("502 Bad Gateway", "out_502"),
    ("504 Gateway Time-out", "out_504"),
    ("503 Service Temporarily Unavailable", "out_503"),
    ("500 Internal Server Error", "out_500"),
)


def _door(dice: Dice, when: datetime) -> Address:
    label, _ = county(dice)
    if when.year >= 2022 and dice.random() < 0.3:
        return rdv(dice, dice.choice(("", "cgu/", "creneau/")))
    return booking(dice, f"{label}.gouv.fr", dice.choice(("", "/0", "/1", "/2")), when.year)


def server(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """What servers say by themselves."""
    del narrow
    address = _door(dice, when)
    draw = dice.random()
    if draw < 0.6:
        text, wording = dice.choice(SERVERS)
        version = dice.choice(("", "/1.14.2", "/1.18.0 (Ubuntu)"))
        body, title = _NGINX.format(said(text), version), text
    elif draw < 0.8:
        title, wording = "503 Backend fetch failed", "out_guru"
        body = (
            f'<div class="err"><h1>{said("Error 503 Backend fetch failed")}</h1>'
            f"<p>Backend fetch failed</p><h3>{said('Guru Meditation:')}</h3>"
            f"<p>XID: {dice.randint(10**6, 10**9)}</p><hr><p>Varnish cache server</p></div>"
        )
    else:
        title, wording = "403 Forbidden", "out_403"
        body = (
            f'<div class="err"><h1>{said("Forbidden")}</h1><p>You don\'t have permission to access '
            f"this resource.</p><hr><i>Apache/2.4.38 Server at {address.host} Port 443</i></div>"
        )
        if dice.random() < 0.6:
            body = _NGINX.format(said(title), "")
    return Sheet("server", "outage", wording, title, address, body, strict_host=True)


def upkeep(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """The site says that it is overloaded, or shut for now."""
    address = _door(dice, when)
    draw = dice.random()
    if draw < 0.45:
        title, wording = "Service surchargé", "out_service_surcharge"
        text = (
            f"<h1>{said('Service surchargé')}</h1><p>Le service que vous demandez est "
            "momentanément "
            "surchargé. Nous vous invitons à renouveler votre connexion un peu plus tard.</p>"
        )
    elif draw < 0.75:
        title, wording = "Site indisponible", "out_maintenance"
        text = (
            f"<h1>{said('Site indisponible')}</h1><p>Le site est actuellement en maintenance. "
            "Veuillez nous excuser pour la gêne occasionnée.</p>"
        )
    else:
        title, wording = "Prise de rendez-vous", "ez_page_pas_disponible"
        told = said("Attention : Cette page n'est pas disponible pour le moment !")
        inner = f"<p><b>{told}</b></p>"
        label, name = county(dice)
        address = booking(dice, f"{label}.gouv.fr", "/0", when.year)
        if when.year < 2023:
            body = older(dice, name, title, inner)
        else:
            body = newer(dice, name, title, inner, narrow=narrow)
        return Sheet("upkeep", "outage", wording, title, address, body)
    look = "font:16px Arial,'Liberation Sans';padding:60px 20px;text-align:center;background:#fff"
    body = f'<div style="{look}"><span class="flag"></span>{text}</div>'
    return Sheet("upkeep", "outage", wording, title, address, body)


def browser(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """The browser could not have the page."""
    del narrow
    address = _door(dice, when)
    title, wording = address.host, "out_navigateur"
    look = (
        "font:15px/1.6 'Segoe UI','Open Sans',Roboto,sans-serif;color:#5f6368;background:#fff;"
        "padding:70px 20px 0;max-width:600px;margin:0 auto"
    )
    why, fault = dice.choice(
        (
            (f"{address.host} a mis trop de temps à répondre.", "ERR_CONNECTION_TIMED_OUT"),
            (f"{address.host} n'autorise pas la connexion.", "ERR_CONNECTION_REFUSED"),
            ("La connexion a été réinitialisée.", "ERR_CONNECTION_RESET"),
        )
    )
    head = "Ce site est inaccessible"
    body = (
        f'<div style="{look}">{icon("warning", 56)}<h1 style="font-size:24px;font-weight:500;'
        f'color:#202124">{said(head)}</h1><p>{why}</p><p>Voici quelques conseils :</p><ul><li>'
        f"Vérifier la connexion</li><li>Vérifier le proxy et le pare-feu</li></ul><p>{fault}</p>"
        "</div>"
    )
    return Sheet("browser", "outage", wording, title, address, body, strict_host=True)


def guard(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """A guard in front of the site asks for a proof that a person is there."""
    del narrow
    address = _door(dice, when)
    box = (
        '<div style="border:1px solid #ccc;width:300px;padding:18px;background:#fafafa;'
        'display:flex;gap:14px;align-items:center"><span style="width:24px;height:24px;border:2px '
        f'solid #888"></span>{said("Je ne suis pas un robot")}</div>'
    )
    if dice.random() < 0.5:
        box = (
            f'<p style="font-size:20px">{said("Vérifiez que vous êtes un humain")} en effectuant '
            f"l’action ci-dessous.</p>{box.replace('Je ne suis pas un robot', 'Je suis humain')}"
        )
    body = (
        "<div style=\"font:16px/1.5 Roboto,'Open Sans',Arial;padding:50px 24px;background:#fff\">"
        f'<h1 style="font-size:30px">{address.host}</h1>{box}<p style="color:#666">'
        "La sécurité de votre connexion doit être vérifiée avant de continuer.</p></div>"
    )
    return Sheet("guard", "captcha", None, "Un instant…", address, body, strict_host=True)


def gone(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """The address leads nowhere."""
    label, name = county(dice)
    draw = dice.random()
    if draw < 0.35:
        address = rdv(dice, "")
        inner = (
            f"<h1>{said('Page non trouvée')}</h1><p>{said('Erreur 404')}</p><p>La page que vous "
            'cherchez est introuvable. Excusez-nous pour la gêne occasionnée.</p><span class="b">'
            "Page d’accueil</span>"
        )
        body = rdv_page(dice, inner, None, narrow=narrow)
        return Sheet("gone", "dead_link", "dead_404", "Page non trouvée", address, body)
    address = booking(dice, f"{label}.gouv.fr", "/0", when.year)
    if draw < 0.6:
        body = _NGINX.format(said("404 Not Found"), "")
        return Sheet("gone", "dead_link", "dead_404", "404 Not Found", address, body)
    inner = (
        f"<h2>{said('Erreur 404 : page introuvable')}</h2><p>La page demandée n’existe pas ou a "
        "été "
        "déplacée.</p><p>Retour à la page d’accueil</p>"
    )
    if when.year < 2023:
        body = older(dice, name, "Page introuvable", inner)
    else:
        body = newer(dice, name, "Page introuvable", inner, narrow=narrow)
    return Sheet("gone", "dead_link", "dead_404", "Page introuvable", address, body)


def stopped(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """The téléservice of residence permits stops."""
    del when
    text = (
        "Impossible de poursuivre votre demande : une erreur est survenue lors de l’enregistrement "
        "de votre demande."
    )
    inner = (
        "<h1>Demander un titre de séjour</h1><p>Étape 2 sur 5 – Ma situation</p>"
        f'<div class="alert red">{said(text)}</div><span class="b2">Retour</span>'
    )
    service = ("Administration numérique pour les étrangers en France", "")
    body = state(dice, "Ministère<br>de l’Intérieur", service, inner, narrow=narrow)
    host = "administration-etrangers-en-france.interieur.gouv.fr"
    address = Address(host, "/particuliers/#/demande/etape-2")
    return Sheet("stopped", "blocked_form", "bf_impossible_poursuivre", "ANEF", address, body)
