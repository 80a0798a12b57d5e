"""What fails: servers, browsers, téléservices, links."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from ._icons import icon
from ._scene import Page
from ._sites import ANEF, DEPARTMENTS, RDV, ez, portal, rdv_path, state

Maker = Callable[[random.Random, date], Page]


def _door(rng: random.Random) -> tuple[str, str]:
    roll = rng.random()
    if roll < 0.4:
        return RDV, rdv_path(rng)
    if roll < 0.8:
        host, path, _ = ez(rng, rng.choice((0, 1, 2)))
        return host, path
    return ANEF, "/particuliers/#/espace-personnel"


def server(rng: random.Random, at: date) -> Page:
    """The bare page of a proxy or of a server."""
    code, name = rng.choice(((502, "Bad Gateway"), (503, "Service Temporarily Unavailable"),
                             (504, "Gateway Time-out"), (503, "Service Unavailable"),
                             (500, "Internal Server Error")))  # fmt: skip
    kind = rng.random()
    if kind < 0.5:
        body = (f"<h1 style='text-align:center'><span class=said>{code} {name}</span></h1><hr>"
                f"<p style='text-align:center'>{rng.choice(('nginx', 'nginx/1.18.0', 'openresty'))}"
                "</p>")  # fmt: skip
    elif kind < 0.75:
        body = (f"<h1><span class=said>{code} {name}</span></h1><p>The server is temporarily "
                f"unable "
                "to service your request due to maintenance downtime or capacity problems. Please "
                "try again later.</p>")  # fmt: skip
    else:
        body = (f"<h1><span class=said>Error {code} Backend fetch failed</span></h1><p>Backend "
                "fetch failed</p><h3>Guru Meditation:</h3><p>XID: 89253412</p><hr><p>Varnish cache "
                "server</p>")  # fmt: skip
    host, path = _door(rng)
    return Page("server", "outage", f"<div class='pg serif'>{body}</div>", host, path,
                f"{code} {name}", bare=True)  # fmt: skip


def upkeep(rng: random.Random, at: date) -> Page:
    """The site says it is closed for works, or overloaded."""
    said, more = rng.choice((
        ("Site en maintenance", "Nous travaillons à rétablir le service. Merci de revenir plus "
         "tard."), ("Service surchargé", "Le service est actuellement surchargé. Veuillez "
                    "réessayer ultérieurement."),
        ("Le site est temporairement indisponible", f"Une opération de maintenance est en cours "
         f"jusqu’au {at:%d/%m/%Y} à 18h00. Veuillez nous excuser pour la gêne occasionnée."),
        ("Service temporairement indisponible", "Veuillez réessayer dans quelques minutes."),
    ))  # fmt: skip
    host, path = _door(rng)
    inner = f"<h1><span class=said>{said}</span></h1><p>{more}</p>"
    body = (state(rng, at, "Ministère de l’Intérieur", "", inner) if rng.random() < 0.7
            else f"<div class=pg style='padding:60px;text-align:center'>{inner}</div>")  # fmt: skip
    return Page("upkeep", "outage", body, host, path, said)


def browser(rng: random.Random, at: date) -> Page:
    """The browser's own page: nothing answered."""
    host, path = _door(rng)
    kind = rng.random()
    if kind < 0.6:
        code, why = rng.choice((
            ("ERR_CONNECTION_TIMED_OUT", f"<b>{host}</b> a mis trop de temps à répondre."),
            ("ERR_CONNECTION_REFUSED", f"<b>{host}</b> n’autorise pas la connexion."),
            ("ERR_CONNECTION_RESET", "La connexion a été réinitialisée."),
            ("ERR_CONNECTION_CLOSED", f"<b>{host}</b> a mis fin à la connexion de manière "
             "inattendue."),
            ("ERR_EMPTY_RESPONSE", f"<b>{host}</b> n’a envoyé aucune donnée."),
        ))  # fmt: skip
        head = "Cette page ne fonctionne pas" if "EMPTY" in code else "Ce site est inaccessible"
        inner = (f"{icon('page', 60)}<h2><span class=said>{head}</span></h2><p>{why}</p><p>Essayez "
                 "de :</p><ul><li>Vérifier la connexion</li><li>Vérifier le proxy et le pare-feu"
                 f"</li></ul><p class=pale style='font-size:12px'>{code}</p><button class=main>"
                 "Actualiser</button>")  # fmt: skip
        title = host
    elif kind < 0.85:
        head = rng.choice(("La connexion a échoué", "Le délai d’attente est dépassé"))
        inner = (f"<h1 style='font-weight:300'><span class=said>{head}</span></h1><p>Le serveur à "
                 f"l’adresse {host} met trop de temps à répondre.</p><ul><li>Le site est peut-être "
                 "temporairement indisponible ou surchargé. Réessayez plus tard.</li><li>Si vous "
                 "n’arrivez à naviguer sur aucun site, vérifiez la connexion au réseau.</li></ul>"
                 "<button>Réessayer</button>")  # fmt: skip
        title = "Problème de chargement de la page"
    else:
        inner = (f"<div style='text-align:center'><h2 style='font-weight:500'><span "
                 f"class=said>Safari"
                 f" ne parvient pas à ouvrir la page</span></h2><p class=pale>Safari ne parvient "
                 f"pas"
                 f" à ouvrir la page « https://{host}{path} », car le serveur ne répond plus.</p>"
                 "</div>")  # fmt: skip
        title = "Échec d’ouverture de la page"
    return Page("browser", "outage", f"<div class=pg style='padding:7% 12%'>{inner}</div>", host,
                path, title, bare=True)  # fmt: skip


def guard(rng: random.Random, at: date) -> Page:
    """A filter before the site asks whether one is human."""
    host, path = _door(rng)
    inner = (f"<h1>{host}</h1><h2 style='font-weight:400'>Vérifiez que vous êtes humain en "
             f"effectuant"
             " l’action ci-dessous.</h2><p class=box style='max-width:300px'>☐ <span "
             "class=said>Je ne "
             f"suis pas un robot</span></p><p>{host} doit vérifier la sécurité de votre connexion "
             "avant de continuer.</p><p class=pale>Ray ID: 8f2c1ab90d3e</p>")  # fmt: skip
    return Page("guard", "captcha", f"<div class=pg style='padding:40px'>{inner}</div>", host, path,
                "Un instant…")  # fmt: skip


def forbidden(rng: random.Random, at: date) -> Page:
    """403, or a filter's answer."""
    host, path = _door(rng)
    inner = rng.choice((
        "<h1 style='text-align:center'><span class=said>403 Forbidden</span></h1><hr>",
        f"<h1><span class=said>Sorry, you have been blocked</span></h1><h2>You are unable to "
        f"access "
        f"{host}</h2><p>This website is using a security service to protect itself from online "
        "attacks.</p>",
    ))  # fmt: skip
    return Page("forbidden", "outage", f"<div class='pg serif'>{inner}</div>", host, path,
                "403 Forbidden", bare=True)  # fmt: skip


def gone(rng: random.Random, at: date) -> Page:
    """The link leads nowhere any more."""
    host, path, where = ez(rng, 0)
    said = rng.choice(("Page introuvable", "Erreur 404", "La page demandée n’existe pas"))
    inner = (f"<h1><span class=said>{said}</span></h1><p>La page que vous cherchez a peut-être été "
             "déplacée. Utilisez le moteur de recherche ou revenez à l’accueil.</p>")  # fmt: skip
    return Page("gone", "dead_link", portal(rng, at, where, inner), host, path, said)


def anef(rng: random.Random, at: date) -> Page:
    """The national téléservice stops."""
    said = rng.choice((
        "Une erreur est survenue lors de l’enregistrement de votre demande",
        "Une erreur technique est survenue, votre demande n’a pas pu être enregistrée",
        "Vous ne pouvez pas poursuivre cette démarche en ligne",
        "Votre situation ne permet pas de déposer une demande en ligne",
    ))  # fmt: skip
    number = f"{rng.randint(10, 99)}03{rng.randint(100000, 999999)}"
    inner = (f"<h2>Je demande ou renouvelle un titre de séjour</h2><p>Numéro étranger : {number} – "
             f"valable du 04/02/{at.year - 1} au 03/02/{at.year}</p><div class=alert><b class=said>"
             f"{said}.</b><p>Code erreur : ANEF-{rng.randint(100, 999)}</p></div><button>Retour "
             "</button>")  # fmt: skip
    body = state(rng, at, "Administration numérique pour les étrangers en France", "Étrangers en "
                 "France", inner)  # fmt: skip
    path = rng.choice(("/particuliers/#/", "/particuliers/#/espace-personnel",
                       "/particuliers/#/demande/etape/3"))  # fmt: skip
    return Page("anef", "blocked_form", body, ANEF, path, "Étrangers en France")


def category(rng: random.Random, at: date) -> Page:
    """A category that cannot be chosen."""
    inner = ("<h2>Votre demande</h2><p>Motif du séjour</p><p><span class=inp "
             "style='background:#eee;"
             "color:#888'>Salarié – Travailleur temporaire</span></p><p style='color:#ce0500'>"
             "<span class=said>Cette catégorie ne peut pas être "
             "sélectionnée.</span></p>")  # fmt: skip
    body = state(rng, at, "demarche.numerique.gouv.fr", "", inner)
    return Page("category", "blocked_form", body, "demarche.numerique.gouv.fr",
                f"/dossiers/{rng.randint(1000000, 29999999)}/brouillon", "Dossier en "
                    "brouillon")  # fmt: skip


def info(rng: random.Random, at: date) -> Page:
    """A préfecture's page of advice: it tells what to do when there is no appointment."""
    name, where = rng.choice(sorted(DEPARTMENTS.items()))
    inner = rng.choice((
        "<h2>Prendre rendez-vous pour un titre de séjour</h2><p>Les rendez-vous sont ouverts "
        "chaque "
        "mardi à 10h00. Si le message « Aucun créneau disponible » s’affiche, cela signifie que "
        "tous "
        "les rendez-vous ont été attribués : veuillez réessayer ultérieurement.</p><p><u>Accéder "
        "à la"
        " prise de rendez-vous</u></p>",
        "<h2>Foire aux questions</h2><b>Il n’existe plus de plage horaire libre, que faire ?</b><p>"
        "De nouvelles plages sont ouvertes toutes les semaines. Il est inutile de multiplier les "
        "tentatives.</p><b>Puis-je venir sans rendez-vous ?</b><p>Non. L’accueil se fait "
        "uniquement "
        "sur rendez-vous, du lundi au vendredi de 9h à 12h.</p>",
        "<h2>Accueil des étrangers</h2><p>Horaires : lundi, mardi, jeudi de 8h45 à 11h45. Fermé "
        "les "
        "1er et 8 mai.</p><p>Pièces à fournir : passeport, justificatif de domicile de moins de "
        "six "
        "mois, trois photographies.</p>",
    ))  # fmt: skip
    path = "/Demarches/Etrangers/Titre-de-sejour/" + rng.choice(("Prendre-rendez-vous", "FAQ"))
    return Page("info", "other_page", portal(rng, at, where, inner), f"www.{name}.gouv.fr", path,
                "Titre de séjour - Étrangers - Démarches")  # fmt: skip


FAILURES: tuple[tuple[float, Maker], ...] = (
    (5, server), (3, upkeep), (5, browser), (2, guard), (1, forbidden), (3, gone), (4, anef),
    (1, category), (4, info),
)  # fmt: skip
