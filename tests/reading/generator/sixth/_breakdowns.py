"""Pages that fail: servers, names that lead nowhere, browsers, forms that stop."""

from __future__ import annotations

from ..fifth._sheet import Address, Sheet, said
from ._places import Case, ez, rdvpref, state
from ._sites import department, marianne


def _where(one: Case) -> Address:
    dice = one.dice
    if one.modern and dice.random() < 0.4:
        return rdvpref(one, dice.choice(("", "cgu/", "creneau/")))
    return ez(one, dice.choice((0, 1, 2, None)))


def _bare(inner: str, font: str = "16px 'Liberation Serif'") -> str:
    look = "background:#fff;color:#000;min-height:100%;padding:8px"
    return f'<div style="{look};font:{font}">{inner}</div>'


def _server(one: Case) -> Sheet:
    dice = one.dice
    code = dice.choice(("502 Bad Gateway", "503 Service Temporarily Unavailable",
                        "504 Gateway Time-out", "502 Bad Gateway", "403 Forbidden"))  # fmt: skip
    server = dice.choice(("nginx", "nginx/1.14.2", "nginx/1.18.0 (Ubuntu)", "openresty"))
    if dice.random() < 0.7:
        body = f"<center><h1>{said(code)}</h1></center><hr><center>{server}</center>"
    else:
        words = {
            "403": ("Forbidden", "You don't have permission to access this resource."),
            "502": (
                "Proxy Error",
                "The proxy server received an invalid response from an upstream server.",
            ),
            "503": (
                "Service Unavailable",
                "The server is temporarily unable to service your request due to maintenance "
                "downtime or capacity problems. Please try again later.",
            ),
            "504": (
                "Gateway Timeout",
                "The gateway did not receive a timely response from the upstream server.",
            ),
        }[code[:3]]
        body = (
            f"<h1>{said(words[0])}</h1><p>{said(words[1])}</p><hr><i>Apache Server at port 443</i>"
        )
    return Sheet("server_error", "outage", None, code, _where(one), _bare(body))


def _varnish(one: Case) -> Sheet:
    number = one.dice.randint(10**7, 10**9)
    cause = one.dice.choice(("Backend fetch failed", "Service Unavailable", "first byte timeout"))
    body = (
        f"<h1>{said(f'Error 503 {cause}')}</h1><p>{cause}</p><h3>{said('Guru Meditation:')}</h3>"
        f"<p>XID: {number}</p><hr><p>Varnish cache server</p>"
    )
    return Sheet("varnish", "outage", "out_guru", f"503 {cause}", ez(one, 1), _bare(body))


def _overloaded(one: Case) -> Sheet:
    body = (
        f"<div style='text-align:center;padding:50px 8%'>{marianne('République', 'française')}"
        f"<h1>{said('Service surchargé')}</h1><p>Le service est actuellement très sollicité. Merci "
        "de réessayer dans quelques minutes.</p></div>"
    )
    return Sheet("overloaded", "outage", "out_service_surcharge", "Service surchargé",
                 ez(one, one.dice.choice((0, 1, 2))), f'<div class="st">{body}</div>')  # fmt: skip


def _upkeep(one: Case) -> Sheet:
    dice, until = one.dice, one.later(0, 2)
    text = dice.choice(
        (
            "Site indisponible",
            "Site en maintenance",
            "Le service est momentanément indisponible",
            "Maintenance en cours",
        )
    )
    more = dice.choice(
        (
            "Une opération de maintenance est en cours. Nous vous prions de nous excuser pour la "
            "gêne occasionnée.",
            f"Le site sera de nouveau accessible le {until:%d/%m/%Y} à partir de 14h00.",
            "Nos équipes font le nécessaire pour rétablir le service au plus vite.",
        )
    )
    body = (
        f'<div class="st new"><div class=in><div class=top>{marianne("République", "française")}'
        f"</div><h1>{said(text)}</h1><p>{more}</p></div></div>"
    )
    return Sheet("upkeep", "outage", None, text, _where(one), body)


def _missing(one: Case) -> Sheet:
    """A page that is gone from the préfecture's site."""
    dice = one.dice
    title = dice.choice(("Page non trouvée", "La page demandée n’existe pas", "Erreur 404"))
    inner = (
        f"<p>{said('La page que vous cherchez est introuvable')}. Excusez-nous pour la gêne "
        "occasionnée. Si vous avez tapé l’adresse dans le navigateur, vérifiez qu’elle est "
        "correcte.</p><button>Page d’accueil</button>"
    )
    address = dice.choice((state(one, "/Demarches/RDV-etrangers"), ez(one, None)))
    body = department(one, "Erreur 404", said(title), inner)
    return Sheet("gone", "dead_link", None, title, address, body)


def _plain_missing(one: Case) -> Sheet:
    text = "404 Not Found"
    body = f"<center><h1>{said(text)}</h1></center><hr><center>nginx</center>"
    return Sheet("gone_plain", "dead_link", None, text, _where(one), _bare(body))


def _no_name(one: Case) -> Sheet:
    """The name of the site is unknown."""
    host = one.dice.choice(("rdv-etrangers-94.interieur.gouv.fr", f"rdv.{one.place[2]}.gouv.fr",
                            f"www.{one.place[2]}.pref.gouv.fr"))  # fmt: skip
    address = Address(host.removeprefix("www."), "/", www=host.startswith("www."))
    kind = "no_name" if one.narrow or one.dice.random() < 0.6 else "no_name_firefox"
    if kind == "no_name":
        body = (
            f"<h1>Ce site est inaccessible</h1><p>Impossible de trouver l’adresse IP du serveur de "
            f"<b>{host}</b>.</p><p>{said('DNS_PROBE_FINISHED_NXDOMAIN')}</p>"
            "<button>Actualiser</button>"
        )
        font, title = "16px Roboto", host
    else:
        body = (
            "<h1>Hum, nous ne parvenons pas à trouver ce site.</h1><p>"
            f"{said(f'Impossible de se connecter au serveur à l’adresse {host}.')}</p><ul><li>"
            "Réessayez plus tard.</li><li>Vérifiez votre connexion au réseau.</li></ul>"
            "<button>Réessayer</button>"
        )
        font, title = "16px 'Noto Sans'", "Problème de chargement de la page"
    return Sheet(kind, "dead_link", None, title, address, _middle(body, font))


def _too_slow(one: Case) -> Sheet:
    address = _where(one)
    host = ("www." if address.www else "") + address.host
    code = one.dice.choice(("ERR_CONNECTION_TIMED_OUT", "ERR_TIMED_OUT"))
    if not one.narrow and one.dice.random() < 0.4:
        body = (
            f"<h1>{said('Le délai d’attente est dépassé')}</h1><p>"
            f"{said(f'Le serveur à l’adresse {host} met trop de temps à répondre.')}</p><ul><li>"
            "Le site est peut-être temporairement indisponible ou surchargé. Réessayez plus tard."
            "</li></ul><button>Réessayer</button>"
        )
        return Sheet("too_slow_firefox", "outage", None, "Problème de chargement de la page",
                     address, _middle(body, "16px 'Noto Sans'"))  # fmt: skip
    body = (
        f"<h1>Ce site est inaccessible</h1><p>"
        f"{said(f'{host} a mis trop de temps à répondre.')}</p><p>Voici quelques conseils :</p><ul>"
        f"<li>Vérifier la connexion</li></ul><p>{said(code)}</p><button>Actualiser</button>"
    )
    return Sheet("too_slow", "outage", None, host, address, _middle(body, "16px Roboto"))


def _middle(body: str, font: str) -> str:
    return _bare(
        "<div class=err6 style='max-width:600px;margin:60px auto;color:#333;padding:0 16px'>"
        f"{body}</div>",
        font,
    )


_STOPS = [
    (
        "Demande invalide",
        "Vous n’êtes pas reconnu bénéficiaire de la protection internationale. Vous ne pouvez pas "
        "poursuivre votre demande.",
    ),
    (
        "Demande invalide",
        "Votre situation ne vous permet pas de déposer une demande de titre de séjour en ligne.",
    ),
    (
        "Une erreur s’est produite",
        "Votre demande n’a pas pu être enregistrée. Vous ne pouvez pas poursuivre votre démarche.",
    ),
    (
        "Demande impossible",
        "Vous ne pouvez pas sélectionner cette catégorie de titre de séjour.",
    ),
]


def _stopped(one: Case) -> Sheet:
    """The State's form for foreigners does not let its user go on."""
    dice = one.dice
    title, words = dice.choice(_STOPS)
    name = (
        ""
        if one.narrow
        else "<b>Étrangers en France</b><span style='margin-left:auto'>Mon compte</span>"
    )
    inner = (
        f"<h1>Demander un titre de séjour</h1><p class=pale>Étape {dice.randint(1, 3)} sur 6 – "
        f"Votre situation</p><div class=bad><b>{said(title)}</b><p>{said(words)}</p></div>"
        "<button>Retour à l’accueil</button>"
    )
    body = (
        f'<div class="st new"><div class=in><div '
        f"class=top>{marianne('Ministère', 'de l’intérieur')}"
        f"{name}</div>{inner}</div></div>"
    )
    address = Address("administration-etrangers-en-france.interieur.gouv.fr",
                      dice.choice(("/particuliers/#/espace-personnel/demande",
                                   "/particuliers/")))  # fmt: skip
    return Sheet("anef_stop", "blocked_form", None, "Étrangers en France", address, body)


def breakdown(one: Case) -> Sheet:
    """One of them."""
    pages = [_server, _varnish, _overloaded, _upkeep, _missing, _plain_missing, _no_name, _too_slow,
             _stopped]  # fmt: skip
    return one.dice.choices(pages, (24, 8, 12, 12, 9, 4, 10, 8, 14))[0](one)
