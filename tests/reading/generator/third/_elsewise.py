"""Pages that are no answer of the site's: servers, shields, checks, slots, steps, quotations."""

from __future__ import annotations

import random
from datetime import date, timedelta

from plaise.law._phrases import PhraseClass, load_phrases

from .._pages import phrase, straight
from ._doors import (
    FALSE_DOORS,
    MAILS,
    NUMERIQUE,
    OTHERS,
    RDV,
    SLUGS,
    TELLERS,
    booking,
    department,
    rdvpref,
)
from ._scene import SUBJECTS, Scene, decoy, dialog, dsfr, long_day, prefecture, said


def server(rng: random.Random, day: date) -> Scene:
    """What stands between the person and the site."""
    host, name = department(rng)
    if rng.random() < 0.3:
        host = RDV
    short = host.removeprefix("www.")
    plain = "<center><h1 class=said>{}</h1></center><hr><center>{}</center>"
    ray = f"{rng.getrandbits(60):x}"
    kinds = (
        (
            "out_502",
            plain.format("502 Bad Gateway", rng.choice(("nginx", "nginx/1.24.0 (Ubuntu)"))),
        ),
        ("out_503", plain.format("503 Service Temporarily Unavailable", "nginx")),
        ("out_504", plain.format("504 Gateway Time-out", "nginx")),
        (
            "out_500",
            said("Internal Server Error", "h1") + "<p>The server encountered an internal "
            f"error.</p><i>Apache/2.4.57 (Debian) Server at {short} Port 443</i>",
        ),
        (
            "out_guru",
            said("Error 503 Service Unavailable", "h1") + "<h3>Guru Meditation:</h3><p>XID: "
            f"{rng.randint(10**6, 10**8)}</p><hr><p>Varnish cache server</p>",
        ),
        (
            "out_403",
            said("403 Forbidden", "h1") + "<p>Request forbidden by administrative rules.</p>",
        ),
        (
            "blk_cloudflare",
            said("Sorry, you have been blocked", "h1") + f"<h2>You are unable to "
            f"access {short}</h2><p>Cloudflare Ray ID: {ray} • Performance & security by "
            f"Cloudflare",
        ),
        (
            "out_service_surcharge",
            said("Service surchargé", "h1") + "<p>En raison d’un grand nombre "
            "de connexions, le service est surchargé.</p>",
        ),
        (
            "out_maintenance",
            prefecture(
                rng,
                name,
                said("Site en maintenance", "h2") + "<p>Nous serons de retour bientôt.</p>",
                day,
            ),
        ),
        (
            "out_maintenance",
            dsfr(
                rng,
                "RDV-Préfecture",
                said("Service temporairement indisponible", "h1") + "<p>Erreur 503</p>",
                day,
            ),
        ),
        (
            "out_navigateur",
            "<div style='padding:70px 20%'>"
            + said("Ce site est inaccessible", "h1")
            + f"<p>{short} a mis trop de temps à "
            f"répondre.</p><p>ERR_CONNECTION_TIMED_OUT</p></div>",
        ),
        (
            "out_navigateur",
            "<div style='padding:60px 22%'>"
            + said("Cette page ne fonctionne pas", "h1")
            + f"<p>{short} n’a envoyé aucune donnée.</p><p>ERR_EMPTY_RESPONSE</p></div>",
        ),
        (
            "out_navigateur",
            "<div style='padding:60px 22%'>"
            + said("Le délai d’attente est dépassé", "h1")
            + f"<p>Le serveur à l’adresse {short} met trop de temps à répondre.</p></div>",
        ),
    )
    wording, body = rng.choice(kinds)
    path = booking(rng, 1) if host != RDV else rdvpref(rng, "cgu")
    return Scene("server", body, "outage", host, path, wording, short)


def check(rng: random.Random, day: date) -> Scene:
    """Security checks of the two platforms."""
    code = "".join(rng.choices("abcdefhkmnprstuvwxyz23456789ABDEFGHKMNR", k=rng.randint(5, 9)))
    image = (
        "<div style='font:italic 30px DejaVu Serif;letter-spacing:7px;color:#555;background:"
        f"#ddd;padding:8px;width:260px'>{code}</div>"
    )
    if rng.random() < 0.5:
        host, name = department(rng)
        inner = (
            said("Contrôle de sécurité", "h2") + image + "<p>Recopiez le texte de l’image</p>"
            "<button>Étape suivante</button>"
        )
        return Scene(
            "check",
            prefecture(rng, name, inner, day),
            "captcha",
            host,
            booking(rng, 6),
            "cap_controle",
        )
    inner = (
        f"<h2>{rng.choice(SUBJECTS)}</h2><p>Étape 1 sur 4</p>{image}"
        + said("Énoncer le code du captcha")
        + "<p>Générer un nouveau captcha</p><p>☐ J’accepte "
        "les conditions générales</p><button>Suivant</button>"
    )
    return Scene(
        "check",
        dsfr(rng, "RDV-Préfecture", inner, day),
        "captcha",
        RDV,
        rdvpref(rng, "cgu"),
        "st_cgu",
        "RDV-Préfecture",
    )


def gone(rng: random.Random, day: date) -> Scene:
    """Links that lead nowhere any more."""
    host, name = department(rng)
    one = rng.choice(
        [p for p in load_phrases() if p.kind is PhraseClass.DEAD_LINK and p.id != "dead_dns"]
    )
    text = straight(rng, rng.choice(one.texts))
    if one.platform == "demarche_numerique":
        path = f"/commencer/{rng.choice(('demande-de-rdv', 'titre-sejour-92', 'aes-travail'))}"
        return Scene(
            "gone", dsfr(rng, NUMERIQUE, said(text), day), "dead_link", NUMERIQUE, path, one.id
        )
    inner = said(text, "h1") + "<p>Utilisez la recherche ou revenez à l’accueil.</p>"
    return Scene(
        "gone", prefecture(rng, name, inner, day), "dead_link", host, booking(rng, 0), one.id
    )


def offered(rng: random.Random, day: date) -> Scene:
    """Something can be had: green cells, a later week, one day among empty ones."""
    start = day + timedelta(days=rng.randint(2, 25))
    head = "<p>Étape 2 sur 4</p><h2>Choisissez votre créneau</h2>"
    roll = rng.random()
    if roll < 0.3:
        host, name = department(rng)
        cells = "".join(
            "<tr><td>"
            + f"{9 + n}h00</td>"
            + "".join(
                f"<td style='background:{'#86efac' if free else '#e5e7eb'}'>"
                f"{'libre' if free else 'complet'}</td>"
                for free in (rng.random() < 0.35 for _ in range(5))
            )
            + "</tr>"
            for n in range(4)
        )
        inner = (
            said("Choix d’une plage horaire", "h2") + f"<p>Semaine du {start:%d/%m/%Y}</p>"
            f"<table>{cells}</table><button>Première plage horaire libre</button>"
        )
        return Scene(
            "cells", prefecture(rng, name, inner, day), "slot_offered", host, booking(rng, 4)
        )
    if roll < 0.6:
        week = f"<p>Semaine du {long_day(start)}</p>" if rng.random() < 0.5 else ""
        none = said("Aucun créneau disponible sur cette semaine", rng.choice(("h3", "p")))
        later = said(f"Prochaine disponibilité le {start + timedelta(days=30):%d/%m/%Y}", "button")
        inner = head + week + rng.choice((none + later, later + none))
        body = dsfr(rng, "RDV-Préfecture", inner, day)
        return Scene(
            "later", body, "slot_offered", RDV, rdvpref(rng, "creneau"), title="RDV-Préfecture"
        )
    days = []
    for number in range(3):
        times = sorted(rng.sample(("08h30", "09h15", "10h00", "11h45", "14h15", "15h30"), 2))
        full = number == 1
        slots = (
            "<p>Aucun créneau disponible</p>"
            if full
            else "".join(
                f"<span style='border:1px solid #000091;padding:6px 14px;margin:4px'>{one}</span>"
                for one in times
            )
        )
        days.append(
            f"<div class=said style='margin:9px 0'><b>{long_day(start + timedelta(days=number))}"
            f"</b><div style='padding:9px 0'>{slots}</div></div>"
        )
    return Scene(
        "days",
        dsfr(rng, "RDV-Préfecture", head + "".join(days), day),
        "slot_offered",
        RDV,
        rdvpref(rng, "creneau"),
        title="RDV-Préfecture",
    )


def step(rng: random.Random, day: date) -> Scene:
    """Steps, forms and confirmations."""
    host, name = department(rng)
    kinds = (
        (
            host,
            booking(rng, 1),
            f"<h2>Choix de la nature du rendez-vous</h2><p>○ {SUBJECTS[0]}</p>"
            f"<p>○ {SUBJECTS[3]}</p><button>Étape suivante</button>",
        ),
        (
            host,
            booking(rng, 0),
            "<h2>Prendre un rendez-vous</h2><p>☐ Veuillez cocher la case pour "
            "accepter les conditions d’utilisation</p><button>Effectuer une demande de rendez-vous"
            "</button>",
        ),
        (
            host,
            "/Demarches/Etrangers-en-France/Sejour",
            "<h2>Séjour</h2><p>Les rendez-vous sont mis "
            f"en ligne le lundi à 9:00.</p><p>{decoy(rng, day)}</p>",
        ),
        (
            RDV,
            rdvpref(rng, "coordonnees"),
            "<h2>Vos informations</h2><p>Nom</p><input><p>Courriel</p>"
            f"<input><p>Rendez-vous du {day + timedelta(days=8):%d/%m/%Y} à "
            f"10:20</p><button>Confirmer "
            "le rendez-vous</button>",
        ),
    )
    place, path, inner = rng.choice(kinds)
    return Scene("step", prefecture(rng, name, inner, day), "other_page", place, path)


def foreign(rng: random.Random, day: date) -> Scene:
    """Other sites, about other things."""
    host, path, title = rng.choice(OTHERS)
    if rng.random() < 0.25:
        inner = (
            "<h2>Dr Martin – Médecin généraliste</h2><p>Aucune disponibilité en ligne</p><p>"
            f"Prochain rendez-vous le {long_day(day + timedelta(days=40))}</p>"
        )
        host, path, title = "www.doctolib.fr", "/medecin-generaliste/paris/dr-martin", "Doctolib"
    else:
        inner = f"<h1>{title}</h1><p>Bonjour, que cherchez-vous ?</p><p>{decoy(rng, day)}</p>"
    return Scene(
        "foreign",
        f"<div style='padding:24px 8%'>{inner}</div>",
        "other_page",
        host,
        path,
        title=title,
    )


def retold(rng: random.Random, day: date) -> Scene:
    """Someone repeats the words of a refusal: press, mail, search, questions, imitations."""
    name = rng.choice(
        ("ez_plus_de_plage", "rdvpref_a_partir_de", "ea94_pas_rdv_service", "ez_pas_calendrier")
    )
    text = straight(rng, phrase(name).text)
    slug, roll, told = rng.choice(SLUGS), rng.random(), decoy(rng, day)
    if roll < 0.28:
        host, path = rng.choice(TELLERS)
        inner = rng.choice(
            (
                f"<h1>Préfecture : l’attente sans fin</h1><p>{told}</p><p>Chaque nuit, Awa "
                f"recharge la "
                f"page. « {text} » Trois ans que cela dure.</p>",
                f"<h1>Que faire ?</h1><blockquote>{text}</blockquote><p>Ce message apparaît "
                f"depuis mars. "
                f"{told}</p>",
            )
        )
    elif roll < 0.5:
        host, path = rng.choice(MAILS)
        inner = (
            f"<p><b>Re: rendez-vous</b></p><p>De : Samir &lt;samir@exemple.fr&gt;</p><p>{told}"
            f"</p><p>Bonjour, j’ai encore eu :</p><p>{text}</p><p>Merci, S.</p>"
        )
    elif roll < 0.62:
        host, path = f"www.{slug}.gouv.fr", "/Contenus/Questions-frequentes/Rendez-vous"
        inner = (
            f"<h1>Foire aux questions</h1><h3>Pourquoi ce message : « {text} » ?</h3><p>Tous les "
            "rendez-vous sont pris. De nouveaux créneaux sont ouverts chaque semaine.</p>"
        )
    elif roll < 0.76:
        host, path = "www.google.com", "/search?q=prefecture+plus+de+plage+horaire&hl=fr"
        inner = (
            f"<p>Environ 12 300 résultats (0,41 s)</p><p>https://www.{slug}.gouv.fr › booking › "
            f"create</p><h3>Vérification de disponibilité</h3><p>{text}</p>"
        )
    else:
        host, path = rng.choice(FALSE_DOORS)
        behind = f"<h2>Vérification de disponibilité</h2><p>{text}</p><button>Terminer</button>"
        inner = dialog(rng, "<p>RDV</p>", behind) if rng.random() < 0.2 else behind
    return Scene(
        "retold",
        f"<div style='padding:22px 7%'>{inner}</div>",
        "other_page",
        host,
        path,
        title="Rendez-vous préfecture",
    )
