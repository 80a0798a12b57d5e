"""How the sites dress their pages: the older préfecture sites, the State's design, and others."""

from __future__ import annotations

from datetime import datetime

from ._icons import icon
from ._sheet import Dice, long_day

CSS = """
.page>.old,.page>.ea{min-height:2600px}
.old{font:14px/1.45 Arial,'Liberation Sans',sans-serif;color:#333;background:#e9ecef}
.old .wrap{max-width:980px;margin:0 auto;background:#fff;padding:0 18px 20px}
.old .head{display:flex;align-items:center;gap:18px;padding:14px 0}
.old .head b{font-size:22px;font-weight:400;color:#1b3f7b}
.old nav{background:#1b3f7b;color:#fff;display:flex;flex-wrap:wrap;gap:4px 22px;padding:9px 14px;
 font-weight:700;font-size:13px}
.old .crumbs{font-size:11px;color:#777;margin:10px 0}
.old h1{font-size:20px;color:#1b3f7b;margin:8px 0 12px;font-weight:700}
.old h2{font-size:16px;color:#b5121b;border-bottom:1px solid #ccc;padding-bottom:5px;margin:14px 0}
.old input[type=button]{font:13px Arial,'Liberation Sans';padding:5px 16px;border:1px solid #999;
 background:#eee;border-radius:2px}
.old .foot{border-top:2px solid #1b3f7b;font-size:11px;color:#666;margin-top:40px;padding:10px 0}
.old table{border-collapse:collapse;margin:10px 0}.old td,.old th{border:1px solid #bbb;
 padding:4px 10px;font-size:13px}
.flag{display:inline-block;width:46px;height:28px;flex:none;
 background:linear-gradient(90deg,#000091 33%,
 #fff 33% 66%,#e1000f 66%);border:1px solid #ddd}
.rf{font:16px/1.5 Marianne,Arial,'Liberation Sans',sans-serif;color:#3a3a3a;background:#fff}
.rf .top{border-bottom:1px solid #ddd;box-shadow:0 2px 6px #0001;padding:14px 24px;display:flex;
 align-items:center;gap:24px;flex-wrap:wrap}
.rf .arms{font-weight:700;line-height:1.15;color:#161616;font-size:17px;text-transform:uppercase}
.rf .arms small{display:block;font:italic 11px/1.2 Spectral,'Liberation Serif',serif;
 text-transform:none;margin-top:5px}
.rf .service b{display:block;color:#161616;font-size:19px}.rf .service{font-size:14px}
.rf .main{max-width:1200px;margin:0 auto;padding:16px 24px 40px}
.rf .crumbs{font-size:12px;color:#666;margin:0 0 18px}
.rf h1{font-size:30px;line-height:1.25;color:#161616;margin:6px 0 18px}
.rf h2{font-size:23px;line-height:1.3;color:#161616;margin:22px 0 10px}
.rf h3{font-size:18px;color:#161616;margin:14px 0 8px}
.rf .b{display:inline-block;background:#000091;color:#fff;padding:8px 16px;margin:8px 10px 8px 0;
 font-size:16px}
.rf .b2{display:inline-block;color:#000091;border:1px solid #000091;padding:7px 15px;
 margin:8px 10px 8px 0}
.rf .callout{background:#eee;border-left:4px solid #6a6af4;padding:14px 20px;margin:16px 0}
.rf .alert{border:1px solid #0063cb;border-left-width:40px;padding:12px 18px;margin:16px 0}
.rf .alert.red{border-color:#ce0500}.rf .alert.amber{border-color:#b34000}
.rf .step{margin:0 0 22px}.rf .step i{font-style:normal;font-size:14px;color:#666;display:block}
.rf .step b{font-size:20px;color:#161616}
.rf .bars{display:flex;gap:6px;margin:8px 0}.rf .bars u{flex:1;height:6px;background:#eee}
.rf .bars u.on{background:#000091}
.rf table{border-collapse:collapse}.rf td,.rf th{border:1px solid #aaa;padding:6px 12px}
.rf .foot{border-top:2px solid #000091;padding:20px 24px;font-size:12px;color:#666}
.ea{font:13px/1.4 Verdana,'DejaVu Sans',sans-serif;background:#f3f6fb;color:#222}
.ea .bar{background:#2b5797;color:#fff;padding:14px 20px;font-size:18px}
.ea .box{max-width:820px;margin:18px auto;background:#fff;border:1px solid #b9c7de;
 padding:16px 20px}
.ea fieldset{border:1px solid #c8d3e6;margin:10px 0;padding:10px}
.ea .b{display:inline-block;background:#2b5797;color:#fff;padding:5px 14px;margin:10px 6px 0 0}
.txt{font:17px/1.6 'Source Sans 3','Noto Sans',sans-serif;color:#222;background:#fff}
.txt .band{padding:14px 24px;font-weight:700;font-size:22px}
.txt .main{max-width:760px;margin:0 auto;padding:20px 24px 40px}.txt h1{font-size:32px;
 line-height:1.2}
.txt blockquote{border-left:4px solid #ccc;margin:16px 0;padding:4px 18px;color:#444;
 font-style:italic}
.err{background:#fff;color:#000;font:16px 'Times New Roman','Liberation Serif',serif;
 padding:8px 10px}
"""


def older(dice: Dice, name: str, title: str, inner: str) -> str:
    """The sites of préfectures before the State's design system."""
    tabs = ("Actualités", "Politiques publiques", "Démarches administratives", "Publications")
    shown = "".join(f"<span>{tab}</span>" for tab in tabs[: dice.randint(3, 4)])
    crumbs = "Accueil &gt; Prendre un rendez-vous &gt; " + title
    return (
        f'<div class="old"><div class="wrap"><div class="head"><span class="flag"></span>'
        f"<b>{_owner(name)}</b></div><nav>{shown}</nav>"
        f'<div class="crumbs">{crumbs}</div><h1>{title}</h1>{inner}'
        f'<div class="foot">Mentions légales | Plan du site | Accessibilité | Contact'
        f" | © Ministère de l’intérieur</div></div></div>"
    )


def _owner(name: str) -> str:
    return "Préfecture de police" if "police" in name else f"Les services de l’État {_within(name)}"


def _within(name: str) -> str:
    plain = {"du ": "dans le ", "de la ": "dans la ", "de l’": "dans l’", "des ": "dans les "}
    for start, turned in plain.items():
        if name.startswith(start):
            return turned + name[len(start) :]
    return "en " + name.removeprefix("de ").removeprefix("d’")


def state(dice: Dice, arms: str, service: tuple[str, str], inner: str, *, narrow: bool) -> str:
    """The State's design: arms, name of the service, page, foot."""
    tools = "" if narrow else f'<span style="margin-left:auto">{icon("search", 20)}</span>'
    if narrow:
        tools = f'<span style="margin-left:auto">{icon("menu", 24)}</span>'
    motto = "Liberté<br>Égalité<br>Fraternité"
    links = ("legifrance.gouv.fr", "gouvernement.fr", "service-public.fr", "data.gouv.fr")
    foot = " · ".join(dice.sample(links, 3))
    size = ";font-size:14px" if narrow else ""
    return (
        f'<div class="rf"><div class="top"><div class="arms" style="{size[1:]}">'
        f'<span class="flag" style="width:38px;height:14px"></span><br>{arms}'
        f'<small>{motto}</small></div><div class="service"><b>{service[0]}</b>{service[1]}</div>'
        f'{tools}</div><div class="main">{inner}</div><div class="foot">{foot}<br><br>'
        f"Mentions légales · Données personnelles · Accessibilité : non conforme</div></div>"
    )


def newer(dice: Dice, name: str, title: str, inner: str, *, narrow: bool) -> str:
    """The sites of préfectures in the State's design."""
    arms = f"Préfet<br>{name}"
    crumbs = f'<p class="crumbs">Accueil &gt; Démarches &gt; {title}</p>'
    service = (_owner(name), "")
    return state(dice, arms, service, crumbs + f"<h1>{title}</h1>" + inner, narrow=narrow)


def rdv_page(dice: Dice, inner: str, step: tuple[int, str] | None, *, narrow: bool) -> str:
    """RDV-Préfecture."""
    told = ""
    if step:
        at, words = step
        bars = "".join(f'<u class="{"on" if n < at else ""}"></u>' for n in range(4))
        told = (
            f'<div class="step"><i>Étape {at} sur 4</i><b>{words}</b>'
            f'<div class="bars">{bars}</div></div>'
        )
    service = ("RDV-Préfecture", "Prise de rendez-vous en préfecture")
    arms = "Ministère<br>de l’Intérieur"
    return state(dice, arms, service, told + inner, narrow=narrow)


def article(band: str, colour: str, title: str, inner: str, when: datetime | None = None) -> str:
    """A page of words: a guide, a newspaper, an association."""
    dated = ""
    if when:
        dated = f'<p style="color:#777;font-size:14px">Publié le {long_day(when)}</p>'
    return (
        f'<div class="txt"><div class="band" style="background:{colour};color:#fff">{band}</div>'
        f'<div class="main"><h1>{title}</h1>{dated}{inner}</div></div>'
    )
