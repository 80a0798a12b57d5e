"""Browsers of computers: how each writes an address, at rest, focused, insecure, too long."""

from __future__ import annotations

import random
from dataclasses import dataclass

from ._glyphs import ARROWS, DOTS, FACE, HOME, LOCK, QR, READER, SHIELD, STAR, TUNE, WARN
from ._scene import Scene

_OPEN = (
    "Gmail",
    "YouTube",
    "WhatsApp Web",
    "Leboncoin",
    "La Poste",
    "Prise de rendez-vous",
    "Caf.fr",
    "Nouvel onglet",
    "Google Traduction",
    "service-public.fr | Accueil",
    "ANEF",
    "Météo 14:00",
    "rdv 12/03/2026",
    "Doctolib",
)
_MARKS = (
    "Gmail",
    "Maps",
    "YouTube",
    "Préfecture",
    "caf.fr",
    "ANEF",
    "Impôts",
    "Tous les favoris",
    "WhatsApp",
    "La Cimade",
)
# Tab strip, bar, field, ink.
_SKINS = {
    "chrome": (
        ("#dfe3e8", "#ffffff", "#eef1f6", "#1f1f1f"),
        ("#1f2020", "#3c3c3c", "#282828", "#e3e3e3"),
        ("#d3e3fd", "#f6f9fe", "#e4ebf6", "#1f1f1f"),
    ),
    "edge": (
        ("#cdd5de", "#f7f7f7", "#ffffff", "#1b1b1b"),
        ("#202124", "#3b3b3b", "#2b2b2b", "#f3f3f3"),
    ),
    "firefox": (
        ("#f0f0f4", "#f9f9fb", "#f0f0f4", "#15141a"),
        ("#1c1b22", "#2b2a33", "#42414d", "#fbfbfe"),
        ("#eaeaf0", "#ffffff", "#ececf2", "#15141a"),
    ),
    "safari": (
        ("#ececec", "#f6f6f6", "#e3e3e3", "#262626"),
        ("#2c2c2e", "#3a3a3c", "#4a4a4c", "#f2f2f2"),
    ),
    "brave": (
        ("#e4e4ee", "#ffffff", "#f1f1f6", "#1d1f25"),
        ("#17171f", "#2a2a35", "#1f1f28", "#ececf4"),
    ),
}


@dataclass(frozen=True)
class Bar:
    """An address as written: what precedes the host, the host, what follows; `focused`: "
    "selected."""

    before: str = ""
    host: str = ""
    after: str = ""
    mark: str = ""
    focused: bool = False

    @property
    def whole(self) -> str | None:
        """The whole address, when more than a host is shown."""
        return f"{self.before}{self.host}{self.after}" if self.after else None

    @property
    def bare(self) -> str | None:
        """The host without « www. », nor port."""
        return self.host.removeprefix("www.").split(":")[0] or None

    @property
    def markup(self) -> str:
        """Host in ink, the rest paler; all of it on blue when it is selected."""
        pale = "" if self.focused else "opacity:.68"
        host = f"<b class='host strict' style='font-weight:inherit'>{self.host}</b>"
        before, after = (f"<span style='{pale}'>{one}</span>" for one in (self.before, self.after))
        inside = f"{before}{host}{after}"
        if not self.focused:
            return inside
        return f"<span style='background:#2563eb;color:#fff'>{inside}</span>"


def written(rng: random.Random, scene: Scene, browser: str) -> Bar:
    """How a browser writes an address."""
    path = "" if scene.path == "/" else scene.path
    short, full = scene.host.removeprefix("www."), scene.host
    roll = rng.random()
    if roll < 0.02 and not scene.feigned:
        return Bar()
    insecure = ":" in full or full[0].isdigit() or rng.random() < 0.05
    scheme = "http://" if insecure else "https://"
    if roll < 0.1:
        return Bar(scheme, full, path or "/", focused=True)
    if browser == "safari":
        return Bar("", short, "") if rng.random() < 0.75 else Bar("", full, path)
    if browser == "firefox":
        told = rng.choice((scheme, ""))
        return Bar(told or ("http://" if insecure else ""), full, path)
    if browser == "edge":
        return Bar("" if insecure else scheme, full, path, "Non sécurisé" if insecure else "")
    return Bar("", rng.choice((short, short, full)), path, "Non sécurisé" if insecure else "")


def window(rng: random.Random, scene: Scene, browser: str, zoom: float) -> tuple[str, Bar]:
    """A window around a page, and what its bar says."""
    tabs, bar, field, ink = rng.choice(_SKINS[browser])
    address = written(rng, scene, browser)
    count = rng.choice((0, 1, 2, 4, 9))
    others = [f"<span class=tab3>{one} ✕</span>" for one in rng.choices(_OPEN, k=count)]
    here = f"<span class='tab3 on3' style='background:{bar}'>{scene.title} ✕</span>"
    place = rng.randint(0, count)
    strip = "".join([*others[:place], here, *others[place:]])
    controls = (
        "<span style='flex:none;letter-spacing:16px'>—☐✕</span>" if browser != "safari" else ""
    )
    row = _row(rng, browser, address, (bar, field, ink), zoom)
    marks = (
        ""
        if browser == "safari" or rng.random() < 0.65
        else (
            f"<div class=bar3 style='background:{bar};font-size:12px;gap:18px;padding-top:0'>"
            + "".join(f"<span>{one}</span>" for one in rng.sample(_MARKS, rng.randint(3, 7)))
            + "</div>"
        )
    )
    dots = "<span style='letter-spacing:5px'>●●●</span>" if browser == "safari" else ""
    head = (
        f"<div class=tabs3 style='background:{tabs}'>{dots}{strip}<span>+</span><i style='flex:1'>"
        f"</i>{controls}</div>"
    )
    head = row if browser == "safari" and count == 0 else head + row
    box = alert_box(scene, bar, ink) if scene.alert else ""
    view = f"<div class=view>{box}<div style='zoom:{zoom};height:100%'>{scene.body}</div></div>"
    return f"<div class=win3 style='color:{ink}'>{head}{marks}{view}</div>", address


def _row(
    rng: random.Random, browser: str, address: Bar, skin: tuple[str, str, str], zoom: float
) -> str:
    bar, field, ink = skin
    if not address.host:
        return ""
    icons = {"chrome": TUNE, "brave": LOCK, "edge": LOCK, "firefox": SHIELD + LOCK, "safari": LOCK}
    icon = WARN if address.mark else icons[browser]
    mark = f"<small>{address.mark}</small><span style='opacity:.4'>|</span>" if address.mark else ""
    percent = f"{round(zoom * 100)} %" if browser == "firefox" else f"{round(zoom * 100)}%"
    zoomed = f"<small>{percent}</small>" if zoom != 1 and browser in {"firefox", "edge"} else ""
    ends = {
        "chrome": zoomed + STAR,
        "brave": STAR,
        "edge": zoomed + "<small>A⁾⁾</small>" + STAR,
        "firefox": zoomed + READER + rng.choice(("", QR)) + STAR,
        "safari": "",
    }
    middle = browser == "safari"
    look = (
        f"background:{field};height:{rng.choice((28, 30, 34))}px;border-radius:"
        f"{rng.choice((4, 8, 17))}px;font-size:{rng.choice((12.5, 13, 14))}px;"
        f"margin:0 {rng.choice((120, 200)) if middle else rng.choice((2, 6, 40))}px;"
        f"{'border:2px solid #2563eb;' if address.focused else ''}"
        f"justify-content:{'center' if middle and not address.focused else 'left'}"
    )
    side = "" if middle else rng.choice(("", "<span>🧩</span>")) + FACE
    cut = rng.choice(("ellipsis", "clip"))
    return (
        f"<div class=bar3 style='background:{bar};color:{ink}'>{ARROWS}{rng.choice(('', HOME))}"
        f"<div class=url style='{look}'>{icon}{mark}<span class=text style='text-overflow:{cut}'>"
        f"{address.markup}</span><i "
        f"style='flex:{0 if middle else 1}'></i>{ends[browser]}</div>{side}"
        f"{DOTS}</div>"
    )


def alert_box(scene: Scene, ground: str, ink: str) -> str:
    """The browser's own box."""
    return (
        f"<div class='alert3 said' style='background:{ground};color:{ink}'><b>{scene.host} "
        f"indique</b>"
        f"<p>{scene.alert}</p><p style='text-align:right'><span "
        f"style='background:#2563eb;color:#fff;"
        "padding:7px 24px;border-radius:16px'>OK</span></p></div>"
    )
