"""Everything else that people capture: never a refusal, even when it quotes one."""

from __future__ import annotations

from ..fifth._sheet import Address, Sheet, long_day, said
from ._places import Case, day_of
from ._talk import chat, chat_app, pdf, quote, word

STYLE = """
.pg{background:#fff;color:#202124;min-height:100%;padding:20px 4%;font:16px/1.5 'Noto Sans'}
.all6{background:#fff;min-height:100%}.brand{color:#fff;padding:10px 4%;font:19px Lato;
display:flex;justify-content:space-between}.pg h1{font-size:28px;line-height:1.25;margin:10px 0}
.pg h2{font-size:20px;margin:12px 0 4px}
.pg p{margin:9px 0}.pg .by{color:#666;font-size:14px}.pg .row{display:flex;gap:18px}
.pg blockquote{border-left:4px solid #ccc;margin:12px 0;padding:4px 16px;color:#444}
.pg .card{border:1px solid #ddd;border-radius:8px;padding:14px 18px;margin:12px 0}
.pg button{font:inherit;border:0;border-radius:6px;background:#107aca;color:#fff;padding:9px 18px}
.err6 button{background:#1a73e8;color:#fff;border:0;border-radius:16px;padding:8px 18px;
font:14px Roboto}
.chat{display:flex;flex-direction:column;gap:9px;padding:16px 5%;min-height:100%;
background:#efe7dd;color:#111;font:15.5px/1.4 'Roboto'}
.chat div{max-width:78%;padding:8px 12px;border-radius:9px;background:#fff;align-self:flex-start}
.chat div.me{background:#d9fdd3;align-self:flex-end}.chat small{color:#667;font-size:11.5px}
"""


def _other(kind: str, title: str, address: Address, inner: str, *, strict: bool = False) -> Sheet:
    name = address.host.split(".")[-2].capitalize()
    ink = f"hsl({len(title) * 17 % 360} 55% 32%)"
    brand = f"<div class=brand style='background:{ink}'><b>{name}</b> <span>☰ Menu</span></div>"
    return Sheet(kind, "other_page", None, title, address,
                 f"<div class=all6>{brand}<div class=pg>{inner}</div></div>",
                 strict_host=strict)  # fmt: skip


def _mail(one: Case) -> Sheet:
    dice, sent = one.dice, one.later(-9, 0)
    host, path = dice.choice((("mail.google.com", "/mail/u/0/#inbox/FMfcgzGxStq"),
                              ("outlook.live.com", "/mail/0/inbox/id/AQMkADAwATM"),
                              ("webmail.free.fr", "/?_task=mail&_uid=2318"),
                              ("mail.yahoo.com", "/d/folders/1/messages/8841")))  # fmt: skip
    subject = dice.choice(("Re: impossible de prendre rendez-vous", "Votre demande de rendez-vous",
                           "Dossier préfecture – capture du jour", "RDV préfecture"))  # fmt: skip
    text = dice.choice(
        (
            f"Bonjour Maître,<br>Voici ce que le site m’affiche encore ce matin :</p><blockquote>"
            f"{quote(one)}</blockquote><p>Que dois-je faire ?<br>Cordialement",
            "Madame, Monsieur,<br>Nous accusons réception de votre message. Les rendez-vous sont "
            f"mis en ligne chaque lundi. Si le message « {quote(one)} » s’affiche, il convient de "
            "renouveler votre connexion.<br>Le service des étrangers",
        )
    )
    inner = (
        f"<h1 style='font-size:22px'>{said(subject)}</h1><p class=by>{said('De : ')}"
        f"{dice.choice(('Aminata D.', 'Préfecture – ne pas répondre', 'Collectif Droits'))} · "
        f"{sent:%d/%m/%Y %H:%M}<br>À : moi</p><p>{text}</p><button>Répondre</button>"
    )
    if not one.narrow:
        folders = (
            "<p><b>Nouveau message</b></p>Boîte de réception (12)<br>Envoyés<br>Brouillons<br>"
        )
        inner = (
            f"<div class=row><div class=by style='width:210px'>{folders}Indésirables</div><div "
            f"style="
            f"'flex:1'>{inner}</div></div>"
        )
    return _other("mail", f"{subject} - Boîte de réception", Address(host, path), inner)


def _news(one: Case) -> Sheet:
    dice, told = one.dice, one.later(-300, 0)
    host = dice.choice(("lemonde.fr", "francebleu.fr", "ouest-france.fr", "94.citoyens.com",
                        "mediapart.fr", "infomigrants.net"))  # fmt: skip
    title = dice.choice(
        (
            f"Préfecture {one.place[0]} : l’impossible rendez-vous des étrangers",
            "Titres de séjour : des mois à attendre un créneau en ligne",
            "Dématérialisation : le parcours du combattant des étrangers",
        )
    )
    inner = (
        f"<p class=by>Société</p><h1>{said(title)}</h1><p class=by>Publié le {long_day(told)} à "
        f"{told:%Hh%M} · Temps de lecture : 4 min.</p><p>Chaque nuit, Fatou se connecte au site de "
        f"la préfecture de {one.place[3]}. La réponse ne change pas : « {quote(one)} »</p><p>« Je "
        "risque de perdre mon emploi », raconte cette aide-soignante de 34 ans.</p>"
    )
    address = Address(host, f"/societe/article/{told:%Y/%m/%d}/prefecture-rendez-vous.html",
                      www=not host.startswith("94"))  # fmt: skip
    return _other("news", title, address, inner)


def _forum(one: Case) -> Sheet:
    dice, told = one.dice, one.later(-200, -1)
    host = dice.choice(("reddit.com", "droit-finances.commentcamarche.com"))
    title = dice.choice(("RDV préfecture : jamais de place ?", "Impossible d’avoir un rendez-vous"))
    inner = (
        f"<h1>{said(title)}</h1><div class=card><b>Karim_{dice.randint(60, 99)}</b> <span "
        f"class=by>{day_of(told)} {told.year} à {told:%H:%M}</span><p>Bonjour, j’ai toujours le "
        f"message « {quote(one)} » depuis trois semaines. Une astuce ?</p></div><div class=card>"
        "<b>lulu92</b> <span class=by>il y a 2 jours</span><p>Essaie vers minuit, et garde des "
        "captures d’écran de chaque essai.</p></div><button>Répondre</button>"
    )
    return _other("forum", title, Address(host, "/forum/affich-8123441-rdv-prefecture"), inner)


def _guide(one: Case) -> Sheet:
    host, name = one.dice.choice((("lacimade.org", "La Cimade"), ("gisti.org", "Gisti"),
                                  ("infomie.net", "InfoMIE"),
                                  ("ldh-france.org", "LDH")))  # fmt: skip
    title = "Pas de rendez-vous en préfecture : que faire ?"
    inner = (
        f"<p class=by>{name} – fiche pratique mise à jour le {one.later(-500, -5):%d/%m/%Y}</p><h1>"
        f"{said(title)}</h1><h2>1. Garder la preuve de chaque essai</h2><p>Faites une capture de "
        "l’écran entier, avec l’adresse du site, la date et l’heure, lorsque la page affiche :</p>"
        f"<blockquote>{quote(one)}</blockquote><h2>2. Écrire à la préfecture</h2><p>Envoyez une "
        "lettre recommandée avec vos captures.</p>"
    )
    return _other("guide", title, Address(host, "/spip.php?article6521", www=True), inner)


def _results(one: Case) -> Sheet:
    asked = f"rendez-vous préfecture {one.place[3].lower()} titre de séjour"
    host, path = one.dice.choice((("google.com", "/search?q=rdv+prefecture"),
                                  ("google.fr", "/search?q=rendez-vous+prefecture"),
                                  ("bing.com", "/search?q=rdv+pref"),
                                  ("qwant.com", "/?q=rdv+prefecture&t=web")))  # fmt: skip
    hits = (
        (f"www.{one.place[2]}.gouv.fr", f"Prise de rendez-vous – préfecture {one.place[0]}",
         "L’accueil se fait sur rendez-vous. Choisissez votre démarche…"),
        ("www.lacimade.org", "Impossible d’obtenir un rendez-vous",
         f"… le site répond « {quote(one)[:70]}… »"),
        ("www.service-public.fr", "Titre de séjour | Service-Public.fr", "Vérifié le 1er janvier."),
    )  # fmt: skip
    rows = "".join(
        f"<p><span class=by>https://{site}</span><br><span style='color:#1a0dab;font-size:19px'>"
        f"{name}</span><br>{text}</p>"
        for site, name, text in hits
    )
    inner = (
        f"<p class=card style='border-radius:24px'>{said(asked)}</p><p class=by>Tous &nbsp; Images "
        f"&nbsp; Actualités &nbsp; Maps &nbsp; Environ 214 000 résultats</p>{rows}"
    )
    return _other("search_results", f"{asked} - Recherche", Address(host, path, www=True), inner)


def _seller(one: Case) -> Sheet:
    host = one.dice.choice(("rdv-prefecture-express.fr", "monrdv-prefecture.com",
                            "rendezvous-prefecture.net", "prefecture-rdv.online"))  # fmt: skip
    inner = (
        f"<h1>{said('Votre rendez-vous en préfecture en 48 h')}</h1><p>Marre de lire « Aucun "
        f"créneau "
        "disponible » ? Nos experts surveillent les sites pour vous, jour et nuit.</p><div "
        "class=row>"
        "<div class=card><b>Formule simple</b><p>39 €</p></div><div class=card><b>Formule "
        "rapide</b>"
        f"<p>79 €</p></div></div><button>{said('Commander')}</button><p class=by>Site privé, non "
        "affilié à l’administration. 4,8/5 sur 1 204 avis.</p>"
    )
    return _other("seller", "RDV préfecture rapide", Address(host, "/commande"), inner, strict=True)


def _doctor(one: Case) -> Sheet:
    host, name = one.dice.choice((("doctolib.fr", "Doctolib"), ("maiia.com", "Maiia"),
                                  ("keldoc.com", "KelDoc")))  # fmt: skip
    inner = (
        f"<p class=by>{name}</p><h1>{said('Dr Claire Morel')}</h1><p>{said('Médecin généraliste')} "
        f"· {one.place[3]}</p><div class=card><b>Prenez rendez-vous en ligne</b><p>Consultation de "
        "suivi</p><p>Aucun créneau disponible</p><p class=by>Ce praticien n’a pas de disponibilité "
        "en ligne pour le moment.</p></div>"
    )
    town = one.place[3].partition("-")[0].lower()
    address = Address(host, f"/medecin-generaliste/{town}/claire-morel",
                      www=True)  # fmt: skip
    return _other("doctor", f"Dr Morel - {name}", address, inner, strict=True)


def _public(one: Case) -> Sheet:
    host, path, title, text = one.dice.choice(
        (
            ("service-public.fr", "/particuliers/vosdroits/N110", "Titres de séjour",
             "Vérifié le 1er mars par la Direction de l’information légale et administrative."),
            ("caf.fr", "/allocataires/mon-compte", "Mon compte CAF",
             "Votre titre de séjour expire bientôt : transmettez-nous le nouveau."),
            ("ameli.fr", "/assure/rendez-vous", "Prendre rendez-vous avec votre CPAM",
             "Choisissez le motif de votre demande."),
            ("ants.gouv.fr", "/rendez-vous-passeport", "Rendez-vous passeport et carte d’identité",
             "Recherchez une mairie. Aucun créneau disponible dans un rayon de 20 km."),
            ("telerecours.fr", "/citoyens", "Télérecours citoyens",
             "Saisir une juridiction administrative par internet."),
            ("impots.gouv.fr", "/accueil", "Votre espace particulier", "Consultez vos avis."),
        )
    )  # fmt: skip
    inner = f"<h1>{said(title)}</h1><p>{text}</p><button>Continuer</button>"
    return _other("public_site", title, Address(host, path, www=True), inner, strict=True)


def other(one: Case) -> Sheet:
    """One of them."""
    app = chat_app if one.narrow else word
    pages = [_mail, _news, _forum, _guide, _results, _seller, _doctor, _public, chat, pdf, app]
    weights = (12, 10, 7, 12, 8, 7, 8, 10, 2 if one.narrow else 8, 0 if one.narrow else 6, 7)
    return one.dice.choices(pages, weights)[0](one)
