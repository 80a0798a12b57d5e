"""The dress of State sites: old departmental sites, the 2022 State design, two booking services."""

from __future__ import annotations

from ..fifth._sheet import Dice
from ._places import Case

STYLE = """
.st{background:#fff;color:#222;min-height:100%;font:16px/1.5 'Liberation Sans'}
.st h1{font-size:26px;line-height:1.25;margin:14px 0 12px}.st h2{font-size:20px;margin:12px 0 8px}
.st p{margin:8px 0}.st .in{max-width:1100px;margin:0 auto;padding:0 22px}.st .bar .nav{
padding:9px 22px}
.st .nav{display:flex;gap:22px;flex-wrap:wrap;font-size:14px;padding:9px 0}
.st .way{font-size:12.5px;color:#555;padding:8px 0}
.st button,.st .btn{font:inherit;border:0;padding:8px 18px;margin:8px 10px 8px 0;
display:inline-block}
.st .box{border:1px solid #ccc;padding:12px 18px;margin:12px 0}
.st .foot{border-top:2px solid #000091;margin-top:28px;padding:14px 0;font-size:13px;color:#444}
.st .flow{display:flow-root}.old .foot{clear:both}.st .pale{color:#555;font-size:13.5px}.st table{
border-collapse:collapse}
.st td,.st th{border:1px solid #bbb;padding:6px 11px;font-size:14px}
.old{font-family:'Liberation Sans';font-size:14px}.old h1{color:#0b4c8c;font-size:22px}
.old .top{display:flex;align-items:center;gap:18px;padding:10px 22px}
.old .bar{background:#0b4c8c;color:#fff}.old button{background:#0b4c8c;color:#fff}
.old fieldset{border:1px solid #9ab;padding:6px 18px 14px;margin:10px 0}
.old legend{color:#0b4c8c;font-weight:bold;padding:0 6px}
.new{font-family:Marianne}.new button{background:#000091;color:#fff}
.new .top{display:flex;align-items:center;gap:26px;padding:14px 0;border-bottom:1px solid #ddd}
.new .say{border-left:4px solid #0063cb;padding:12px 20px;background:#f6f6f6;margin:14px 0}
.new .bad{border-left:4px solid #ce0500;padding:12px 20px;background:#fff5f4;margin:14px 0}
.new .step b{display:block;font-size:20px}.new .step{padding:10px 0;font-size:14px}
.new .slots{display:flex;gap:10px;flex-wrap:wrap}
.new .slots span.s{border:1px solid #000091;color:#000091;padding:5px 14px;font-size:15px}
.mar{display:inline-block;text-align:left;font:bold 17px/1.1 Marianne;text-transform:uppercase;
white-space:nowrap}.mar i{display:block;width:41px;height:15px;margin-bottom:3px;
background:linear-gradient(90deg,#000091 50%,#fff 50% 55%,#e1000f 55%)}
.mar em{display:block;font:italic 10px/1.15 'EB Garamond';text-transform:none;margin-top:3px}
.cook{position:absolute;left:0;right:0;bottom:0;background:#fff;color:#222;padding:14px 22px;
font-size:14px;box-shadow:0 -2px 12px #0005}
"""
COOKIES = [
    "En poursuivant votre navigation sur ce site, vous acceptez l’utilisation de cookies de mesure "
    "d’audience. <u>En savoir plus</u> <button>OK</button>",
    "<b>Gestion des cookies</b><br>Ce site utilise des cookies et vous donne le contrôle sur ce "
    "que vous souhaitez activer. <button>Tout accepter</button><button>Tout refuser</button>"
    "<button>Personnaliser</button>",
    "À propos des cookies : nous utilisons des cookies pour vous assurer la meilleure expérience. "
    "<button>Accepter</button>",
]


def marianne(*lines: str) -> str:
    """The block that State sites begin with."""
    return (
        f"<div class=mar><i></i>{'<br>'.join(lines)}<em>Liberté<br>Égalité<br>Fraternité</em></div>"
    )


def cookies(dice: Dice, share: float = 0.12) -> str:
    """A banner over the bottom of the page, now and then."""
    return f'<div class="cook st">{dice.choice(COOKIES)}</div>' if dice.random() < share else ""


def department(one: Case, crumbs: str, title: str, inner: str) -> str:
    """The préfecture's own site, in the dress of its year."""
    dice = one.dice
    modern = one.modern and (one.when.year > 2022 or dice.random() < 0.5)
    return (_modern if modern else _former)(one, crumbs, title, inner)


_MENU = (
    "Services de l’État",
    "Actualités",
    "Actions de l’État",
    "Démarches",
    "Publications",
    "Contacts",
)


def _menu(one: Case) -> str:
    if one.narrow:
        return "<span>☰ &nbsp;Menu</span>"
    return "".join(f"<span>{word}</span>" for word in _MENU)


def _crumbs(one: Case, crumbs: str) -> str:
    if one.narrow:
        return (
            ""
            if one.modern
            else f"<div class=way>Accueil &gt; … &gt; {crumbs.rpartition('>')[2]}</div>"
        )
    front = one.dice.choice(("Vous êtes ici : Accueil", "Accueil", "Vous êtes ici&nbsp;: Accueil"))
    return f"<div class=way>{front} &gt; {crumbs.replace('>', '&gt;')}</div>"


def _former(one: Case, crumbs: str, title: str, inner: str) -> str:
    dice, (of, within, _slug, town) = one.dice, one.place
    told = one.later(-900, -20)
    foot = dice.choice(
        (
            f"Mis à jour le {told:%d/%m/%Y}",
            f"Date de dernière mise à jour : {told:%d/%m/%Y}",
            "Haut de page",
            "Partager : &nbsp; Facebook &nbsp; Twitter &nbsp; Courriel",
        )
    )
    size = "18px" if one.narrow else "25px"
    beside = "" if one.narrow or dice.random() < 0.6 else _aside(one)
    return (
        f'<div class="st old"><div class=top>{marianne("Préfet", of)}'
        f'<div style="font:{size} Lato;color:#0b4c8c">Les services de l’État {within}</div>'
        f'</div><div class=bar><div class="in nav">{_menu(one)}</div></div>'
        f"<div class=in>{_crumbs(one, crumbs)}{beside}<div class=flow>"
        f"<h1>{title}</h1>{inner}</div><div class=foot>{foot}<br>Préfecture {of} – {town} · "
        f"Plan du site · Mentions légales · "
        "Accessibilité</div></div></div>"
    )


def _aside(one: Case) -> str:
    """The column at the right of the former sites."""
    news = one.later(-40, -1)
    links = "".join(
        f"<br>› {link}"
        for link in ("Séjour", "Asile", "Nationalité", "Permis de conduire", "Cartes grises")
    )
    return (
        '<div style="float:right;width:230px;margin:0 0 20px 30px"><div class=box>Rechercher</div>'
        f"<div class=box><b>Dans cette rubrique</b>{links}</div><div class=box><b>Actualités</b>"
        f"<br>{news:%d/%m/%Y}<br>Vigilance météo : crues</div></div>"
    )


def _modern(one: Case, crumbs: str, title: str, inner: str) -> str:
    of, within, _slug, town = one.place
    name = "" if one.narrow else f"<b>Les services de l’État {within}</b>"
    told = one.later(-400, -3)
    return (
        f'<div class="st new"><div class=in><div class=top>{marianne("Préfet", of)}{name}</div>'
        f"<div class=nav>{_menu(one)}</div>{_crumbs(one, crumbs)}<h1>{title}</h1>{inner}"
        f"<div class=foot>Dernière modification : {told:%d/%m/%Y} · Préfecture {of}, {town}<br>"
        "legifrance.gouv.fr · info.gouv.fr · service-public.fr · data.gouv.fr</div></div></div>"
    )


def booking(one: Case, inner: str) -> str:
    """RDV-Préfecture."""
    of = one.place[0]
    name = one.dice.choice(("Rendez-vous en préfecture", "Prise de rendez-vous", "RDV Préfecture"))
    says = "" if one.narrow else f"<div><b>{name}</b><br><small>Préfecture {of}</small></div>"
    return (
        f'<div class="st new"><div class=in><div class=top>'
        f"{marianne('Ministère', 'de l’intérieur')}{says}</div>{inner}"
        "<div class=foot>Mentions légales · Données personnelles · Accessibilité : non conforme · "
        "Gestion des cookies</div></div></div>"
    )


def social(one: Case, inner: str) -> str:
    """RDV Service Public."""
    right = "" if one.narrow else '<span style="margin-left:auto">Se connecter &nbsp; Aide</span>'
    return (
        '<div class="st new"><div class=in><div class=top>'
        f"{marianne('République', 'française')}<b>RDV Service Public</b>{right}</div>{inner}"
        "<div class=foot>RDV Service Public est un service de l’Agence nationale de la cohésion "
        "des territoires · Conditions d’utilisation · Contact</div></div></div>"
    )
