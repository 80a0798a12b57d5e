"""Windows: tabs, address bar, what the browser hangs around them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from html import escape

from ._icons import app, dots, icon
from ._scene import Page, pick

_TABS = (
    "Boîte de réception (3) – Messagerie", "Prise de rendez-vous - Préfecture", "WhatsApp",
    "Météo 14 h - 17 h : Paris", "Convocation du 12/03/2025 à 09:30.pdf", "Nouvel onglet",
    "Titre de séjour | Service-Public.fr", "(1) YouTube", "Horaires 08:45 – 16:15 | Mairie",
    "Mon compte ANEF", "ameli.fr - Mes messages du 4 janv. 2026", "CAF - Mon Compte",
    "Traduction", "Replay du 20/10 à 20:00 - France tv", "Leboncoin", "RDV 10:20 Doctolib",
)  # fmt: skip
_MARKS = ("Gmail", "YouTube", "Maps", "Préfecture", "CAF", "Impots.gouv", "Ameli", "La Cimade",
          "Pôle emploi", "Traduction", "Banque Postale", "À lire")  # fmt: skip
# ground of tabs, of the selected tab and toolbar, of the field, ink, pale ink
_LIGHT = {
    "chrome": (("#dee1e6", "#fff", "#f1f3f4", "#202124", "#5f6368"),
               ("#d3e3fd", "#fff", "#edf2fa", "#1f1f1f", "#5c5f5e")),
    "edge": (("#cfd8e3", "#f7f7f7", "#fff", "#1b1b1b", "#6b6b6b"),
             ("#e8e8e8", "#f9f9f9", "#fff", "#1b1b1b", "#707070")),
    "firefox": (("#f0f0f4", "#f9f9fb", "#f0f0f4", "#15141a", "#6f6e78"),
                ("#e5e5ea", "#fff", "#f0f0f4", "#15141a", "#75747e")),
    "opera": (("#e3e6ec", "#f7f8fa", "#e9ebef", "#222", "#777"),),
    "brave": (("#e3e5ea", "#fff", "#f0f1f5", "#1d1f25", "#62656e"),),
    "safari": (("#f2f2f2", "#f6f6f6", "#e4e4e4", "#222", "#222"),),
}  # fmt: skip
_DARK = {
    "chrome": (("#202124", "#35363a", "#202124", "#e8eaed", "#9aa0a6"),
               ("#1f2020", "#3c3c3c", "#282828", "#e3e3e3", "#a8abab")),
    "edge": (("#202020", "#3b3b3b", "#292929", "#fff", "#ababab"),),
    "firefox": (("#1c1b22", "#42414d", "#1c1b22", "#fbfbfe", "#a9a8b0"),
                ("#2b2a33", "#2b2a33", "#1c1b22", "#fbfbfe", "#a5a4ad")),
    "opera": (("#14171d", "#1d2129", "#2a2f38", "#f0f0f0", "#9a9fa8"),),
    "brave": (("#17171f", "#25252e", "#17171f", "#f0f0f4", "#9c9ca8"),),
    "safari": (("#38383b", "#3e3e42", "#55555a", "#eee", "#eee"),),
}  # fmt: skip
BROWSERS = {
    "win10": ((6, "chrome"), (3, "edge"), (3, "firefox"), (1, "opera"), (1, "brave")),
    "win11": ((6, "chrome"), (4, "edge"), (2, "firefox"), (1, "opera"), (1, "brave")),
    "macos": ((4, "safari"), (3, "chrome"), (1, "firefox")),
    "chromeos": ((1, "chrome"),),
    "": ((4, "firefox"), (2, "chrome"), (1, "brave")),
}  # fmt: skip


@dataclass(frozen=True)
class Address:
    """The address as drawn: the markup, and the text that a reader could copy."""

    html: str
    whole: str | None


def _painted(shown: str, host: str, pale: str, strong: str = "") -> str:
    before, _, after = shown.partition(host)
    head = f"<span style='color:{pale}'>{escape(before)}</span>" if before else ""
    tail = f"<span style='color:{pale}'>{escape(after)}</span>" if after else ""
    body = host
    if strong and host != strong and host.endswith(strong):
        body = f"<span style='color:{pale}'>{host.removesuffix(strong)}</span>{strong}"
    return f"{head}<span class=host>{body}</span>{tail}"


def address(rng: random.Random, name: str, page: Page, ink: str, pale: str) -> Address:
    """What each browser shows of an address."""
    full, host = page.address, page.host
    short = page.known + page.path.rstrip("/" if page.path == "/" else "")
    if name == "safari" and rng.random() < 0.7:
        return Address(f"<span class=host>{page.known}</span>", None)
    if name in {"safari", "edge"}:
        return Address(_painted(full, host, pale), full)
    if rng.random() < 0.07:  # selected
        ground, over = rng.choice((("#1a73e8", "#fff"), ("#b3d7ff", "#111"), ("#0078d7", "#fff")))
        return Address(f"<span style='background:{ground};color:{over}'><span>"
                       f"{_painted(full, host, over)}</span></span>", full)  # fmt: skip
    if name in {"chrome", "brave", "opera"}:
        if page.scheme == "http://" or rng.random() < 0.82:
            return Address(_painted(short, page.known, pale), short)
        return Address(_painted(full, host, pale), full)
    base = ".".join(host.split(".")[-2 if not host.endswith("gouv.fr") else -3 :])
    shown = full if rng.random() < 0.7 else host + page.path
    return Address(_painted(shown, host, pale, base if host.endswith(base) else ""), shown)


def _chip(rng: random.Random, name: str, page: Page, pale: str) -> str:
    if page.bare and rng.random() < 0.5:
        return icon("page", 15)
    if page.scheme == "http://":
        return (f"{icon('tune', 14)}<span style='color:{pale};font-size:13px'>Non sécurisé</span>"
                f"<span style='color:{pale};opacity:.6'>|</span>")  # fmt: skip
    if name == "firefox":
        return icon("shield", 15) + icon("lock", 14)
    return icon(pick(rng, (3, "lock"), (2, "tune")), 15)


def _tail(rng: random.Random, name: str, zoom: int) -> str:
    marks = [icon("star", 16)]
    if zoom != 100 and name == "firefox":
        marks.insert(0, f"<span style='background:#8883;border-radius:9px;font-size:12px;padding:"
                        f"2px 8px'>{zoom} %</span>")  # fmt: skip
    elif zoom != 100 and rng.random() < 0.6:
        marks.insert(0, icon("mag", 15))
    if rng.random() < 0.3:
        marks.insert(0, icon("book", 15))
    if name == "edge" and rng.random() < 0.5:
        marks.insert(0, "<span style='font-size:13px'>A<sup style='font-size:8px'>»</sup></span>")
    if name == "opera":
        marks.insert(0, "<span style='font-size:10px;border:1px solid;border-radius:3px;padding:"
                        "0 3px'>VPN</span>")  # fmt: skip
    return "".join(marks)


def _tabs(rng: random.Random, page: Page, look: tuple[str, ...], radius: str) -> str:
    others = rng.sample(_TABS, pick(rng, (4, 0), (3, 1), (3, 2), (2, 4), (1, 7)))
    at = rng.randint(0, len(others))
    titles = [*others[:at], None, *others[at:]]
    out = []
    for title in titles:
        on = title is None
        text = page.title if title is None else title
        style = f"background:{look[1]};border-radius:{radius}" if on else "opacity:.8"
        fade = "" if rng.random() < 0.6 else ";text-overflow:ellipsis"
        out.append(
            f"<span class=tab style='{style}'>{app(rng, 15)}<span style='overflow:hidden;"
            f"white-space:nowrap{fade}'>{escape(text)}</span><span class=push></span>"
            f"{icon('close', 11)}</span>"
        )
    return "".join(out)


def window(
    rng: random.Random, name: str, page: Page, view: str, *, mac: bool, zoom: int, dark: bool
) -> tuple[str, str | None]:
    """The window's markup and the address that it can show whole."""
    look = rng.choice((_DARK if dark else _LIGHT)[name])
    strip, tool, field, ink, pale = look
    shown = address(rng, name, page, ink, pale)
    buttons = ("".join(f"<i style='background:{one};width:12px;height:12px;border-radius:50%'></i>"
                       for one in ("#ff5f57", "#febc2e", "#28c840")) if mac else "")  # fmt: skip
    caption = ("" if mac else "<span class=push></span><span class=row "
                              "style='gap:26px;padding-left:"
               "14px'><i style='width:11px;border-top:1px solid'></i><i style='width:10px;height:"
               f"10px;border:1px solid'></i>{icon('close', 13)}</span>")  # fmt: skip
    radius = {"chrome": "9px 9px 0 0", "brave": "9px", "firefox": "5px"}.get(name, "7px 7px 0 0")
    row = (f"<div class=tabs style='background:{strip};color:{ink}'>{buttons}"
           f"{_tabs(rng, page, look, radius)}{icon('plus', 14)}{caption}</div>")  # fmt: skip
    centre = "justify-content:center;" if name == "safari" else ""
    corner = {"edge": 16, "chrome": 17, "safari": 8, "brave": 9, "opera": 15}.get(name, 5)
    size = pick(rng, (5, 14), (2, 13), (1, 15))
    end = _tail(rng, name, zoom) if name != "safari" else icon("reload", 14)
    bar = (f"<span class=url style='background:{field};border-radius:{corner}px;font-size:{size}px;"
           f"{centre}'>{_chip(rng, name, page, pale)}<span class=text>{shown.html}</span>"
           f"{'' if centre else '<span class=push></span>'}{end}</span>")  # fmt: skip
    private = name == "chrome" and dark and rng.random() < 0.3
    who = ("<span class=row style='gap:6px;font-size:13px'>"
           f"{icon('user', 17)}Navigation "
           f"privée</span>" if private else app(rng, 22, True))  # fmt: skip
    before = f"{icon('back', 17)}{icon('next', 17)}"
    before += icon("reload", 17) if name != "safari" else ""
    before += icon("home", 17) if rng.random() < 0.3 else ""
    nav = (f"<div class=nav style='background:{tool};color:{ink}'>{before}{bar}"
           f"{icon('puzzle', 17) if rng.random() < 0.6 else ''}{who}"
           f"{dots(16, flat=name == 'edge')}</div>")  # fmt: skip
    marks = ""
    if rng.random() < 0.4 and name != "safari":
        some = "".join(f"<span class=row style='gap:5px'>{app(rng, 14)}{one}</span>"
                       for one in rng.sample(_MARKS, rng.randint(3, 9)))  # fmt: skip
        marks = f"<div class=marks style='background:{tool};color:{ink}'>{some}</div>"
    if name == "safari":
        nav = nav.replace("<div class=nav style='", "<div class=nav style='height:50px;", 1)
        nav = nav.replace(before, buttons + before, 1)
        row = row.replace(buttons, "", 1)
        many = "class=tab style='opacity" in row
        top = nav + (row if many else "")
    else:
        top = row + nav
    if "<span style='background:" in shown.html and rng.random() < 0.3:
        nav = nav.removesuffix("</div>") + _drop(page) + "</div>"
    note = _note(rng, tool, ink)
    return f"<div class=win>{top}{marks}{note}{view}</div>", shown.whole


def _drop(page: Page) -> str:
    """What the browser offers under an address that is being typed."""
    some = "".join(f"<p class=row style='gap:12px'>{icon('mag', 14)}{one}</p>" for one in (
        f"{page.known}{page.path}", f"{page.title} - www.service-public.fr",
        "rdv préfecture - Rechercher avec Google"))  # fmt: skip
    return f"<div class=drop>{some}</div>"


def _note(rng: random.Random, tool: str, ink: str) -> str:
    """A find bar, an offer to translate, a notice: sometimes."""
    asked = rng.random()
    if asked < 0.04:
        return (f"<div class=note style='background:{tool};color:{ink}'><span style='border:1px "
                f"solid #8888;padding:3px 9px;width:200px'>créneau</span>1 occurrence sur 2"
                f"{icon('up', 12)}{icon('chev', 12)}<span class=push></span>{icon('close', 12)}"
                "</div>")  # fmt: skip
    if asked < 0.07:
        return (f"<div class=note style='background:#fff4ce;color:#222'>Firefox n’est pas votre "
                f"navigateur par défaut.<span "
                f"class=push></span>{icon('close', 12)}</div>")  # fmt: skip
    if asked < 0.09:
        return (f"<div class=note style='background:#f3f6fb;color:#222'>Restaurer les pages ? "
                f"Chrome ne s’est pas fermé correctement.<span class=push></span>"
                f"{icon('close', 12)}</div>")  # fmt: skip
    return ""
