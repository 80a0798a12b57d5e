"""Pages that are not the site’s own answer: errors, closed modules, security checks, dead links."""

from __future__ import annotations

import random
from datetime import date

from plaise.law._phrases import PhraseClass, load_phrases

from .._pages import straight
from ._frames import (
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


def server_error(rng: random.Random, hand: Hand, day: date) -> Site:
    """What servers, shields and browsers show instead of the site."""
    host, _ = place(rng, hand)
    path = create_path(rng, rng.choice((0, 1, 2)))
    kinds = (
        ("out_502", "<center><h1 class=said>502 Bad Gateway</h1></center><hr><center>nginx/1.18.0"
         "</center>"),
        ("out_502", said("The server returned an invalid or incomplete response.", "h1")),
        ("out_503", said("503 Service Unavailable", "h1")
         + "<p>No server is available to handle this request.</p>"),
        ("out_guru", "<h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p>"
         + said("Guru Meditation:", "h3") + f"<p>XID: {rng.randint(10**5, 10**7)}</p><hr>"
         "<p>Varnish cache server</p>"),
        ("out_504", said("504 Gateway Time-out", "h1")
         + "<p>The server didn't respond in time.</p>"),
        ("out_403", "<center><h1 class=said>403 Forbidden</h1></center><hr><center>nginx</center>"),
        ("blk_cloudflare", said("Sorry, you have been blocked", "h1")
         + f"<p>You are unable to access {host.removeprefix('www.')}</p>"),
        ("out_service_surcharge", "<div style='text-align:center;padding:60px'>"
         + said("Service surchargé", "h1") + "<p>Merci de réessayer plus tard.</p></div>"),
        ("out_navigateur", _unreachable(host, f"{host} n’autorise pas la connexion.",
                                        "ERR_CONNECTION_REFUSED")),
        ("out_navigateur", _unreachable(host, f"{host} a mis trop de temps à répondre.",
                                        "ERR_CONNECTION_TIMED_OUT")),
        ("out_navigateur", "<div style='padding:90px 18%'>" + said("La connexion a échoué", "h1")
         + f"<p>Firefox ne peut établir de connexion avec le serveur {host}.</p></div>"),
        ("out_maintenance", departmental(rng, hand, "Préfecture",
                                          said("Le site est actuellement en maintenance", "h2"),
                                          day)),
    )  # fmt: skip
    wording, body = rng.choice(kinds)
    return Site("outage", f"<div style='padding:14px'>{body}</div>", "outage", host, path, wording,
                host)  # fmt: skip


def _unreachable(host: str, why: str, code: str) -> str:
    return ("<div style='padding:90px 18%'>" + said("Ce site est inaccessible", "h1")
            + f"<p>{why}</p><p>Voici quelques conseils :</p><ul><li>Vérifier la connexion</ul>"
            + f"<p style='opacity:.7'>{code}</p><button>Actualiser</button></div>")  # fmt: skip


def closed(rng: random.Random, hand: Hand, day: date) -> Site:
    """The module is closed « for the moment »."""
    host, name = place(rng, hand)
    inner = said("Attention : Cette page n'est pas disponible pour le moment !")
    return Site("closed", departmental(rng, hand, f"Préfecture {name}", inner, day), "outage",
                host, create_path(rng, 0), "ez_page_pas_disponible")  # fmt: skip


def robot(rng: random.Random, hand: Hand, day: date) -> Site:
    """Security checks."""
    code = "".join(rng.choices("ABCDEFGHKMNPRSTUVWXYZ2345679", k=rng.randint(5, 8)))
    look = "font:italic 30px DejaVu Serif;letter-spacing:9px;background:#ccc;color:#444"
    image = f"<p style='{look};display:inline-block;padding:8px 20px'>{code}</p>"
    if rng.random() < 0.5:
        host, name = place(rng, hand)
        inner = said("Contrôle de sécurité", "h2") + image + (
            "<p>Saisissez le code de l’image</p><button>Étape suivante</button>")  # fmt: skip
        return Site("robot", departmental(rng, hand, f"Préfecture {name}", inner, day), "captcha",
                    host, create_path(rng, 6), "cap_controle")  # fmt: skip
    inner = (stepper(1, "Conditions générales d’utilisation", "Choisissez votre créneau") + image
             + said("Énoncer le code du captcha") + "<p>Générer un nouveau captcha</p>"
             "<input> <button>Suivant</button>")  # fmt: skip
    error = rng.choice(("", "?error=invalidCaptcha"))
    path = f"/rdvpref/reservation/demarche/{rng.randint(90, 9999)}/cgu/{error}"
    body = state_service(rng, hand, "RDV-Préfecture", inner, day)
    return Site("robot", body, "captcha", RDV, path, "st_cgu", "RDV-Préfecture")


def gone(rng: random.Random, hand: Hand, day: date) -> Site:
    """Links that lead nowhere."""
    host, name = place(rng, hand)
    one = rng.choice([p for p in load_phrases() if p.kind is PhraseClass.DEAD_LINK])
    text = straight(rng, rng.choice(one.texts))
    if one.id == "dead_dns":
        text = f"Impossible de trouver l’adresse IP du serveur de {host}."
        body = _unreachable(host, text, "DNS_PROBE_FINISHED_NXDOMAIN")
        return Site("gone", body, "dead_link", host, create_path(rng, 0), one.id, host)
    if one.platform == "demarche_numerique":
        body = state_service(rng, hand, "Démarche numérique", said(text), day)
        host, path = "demarche.numerique.gouv.fr", "/commencer/rdv-titre-de-sejour"
        return Site("gone", body, "dead_link", host, path, one.id)
    inner = said(text, "h1") + "<p>Vérifiez l’adresse ou revenez à l’accueil.</p>"
    return Site("gone", departmental(rng, hand, f"Préfecture {name}", inner, day), "dead_link",
                host, create_path(rng, 0), one.id)  # fmt: skip
