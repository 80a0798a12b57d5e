"""Browser windows: tabs, buttons, and the address as each browser writes it."""

from __future__ import annotations

import random
from dataclasses import dataclass

from ._drawings import AGAIN, BACK, LOCK, MENU, NEXT, STAR
from ._frames import Site
from ._kits import Hand

_TABS = ("Gmail", "Boîte de réception (3)", "YouTube", "Le Bon Coin", "Traduction", "Nouvel onglet",
         "service-public.fr", "Caf.fr – Mon compte", "WhatsApp")  # fmt: skip
_MARKS = ("impots.gouv.fr", "Ameli", "CAF", "Traduction", "Facebook", "France Travail", "Météo")


@dataclass(frozen=True)
class Written:
    """An address as displayed: what comes before the host, the host, what comes after."""

    before: str
    host: str
    after: str
    mark: str = ""  # « Non sécurisé », « Aa »

    @property
    def markup(self) -> str:
        """Host in ink, the rest paler, as browsers do."""
        host = f"<b class='host strict' style='font-weight:inherit'>{self.host}</b>"
        return f"<span class=pale>{self.before}</span>{host}<span class=pale>{self.after}</span>"

    @property
    def whole(self) -> str | None:
        """The whole address, when a path is shown."""
        return f"{self.before}{self.host}{self.after}" if self.after else None

    @property
    def bare(self) -> str | None:
        """The host without « www. »."""
        return self.host.removeprefix("www.") or None


def written(rng: random.Random, site: Site, browser: str) -> Written:
    """How a browser writes an address; each its own habit, and people's own settings."""
    path = "" if site.path == "/" else site.path
    short = site.host.removeprefix("www.")
    if rng.random() < 0.03 and not site.feigned:
        return Written("", "", "")
    if browser == "safari" and rng.random() < 0.75:
        return Written("", short, "")
    if browser == "firefox":
        if rng.random() < 0.5:
            return Written("https://www." if site.host != short else "https://", short, path)
        return Written("www." if site.host != short else "", short, path)
    if browser == "edge" and rng.random() < 0.8:
        return Written("https://", site.host, path)
    mark = "Non sécurisé" if rng.random() < 0.12 else ""
    return Written("", rng.choice((short, site.host)), path, mark)


def window(
    rng: random.Random, hand: Hand, site: Site, browser: str, zoom: float
) -> tuple[str, Written]:
    """A window around a page."""
    tab, bar, field, ink = rng.choice(hand.inks)
    address = written(rng, site, browser)
    others = rng.sample(_TABS, rng.randint(0, 4))
    tabs = "".join(f"<span class=t>{one}</span>" for one in others)
    first = f"<span class='t on' style='background:{bar}'>{site.title[:24]}</span>"
    tabs = f"{first}{tabs}<span>+</span>{_buttons(rng)}"
    strip = f"<div class=tabs2 style='background:{tab}'>{tabs}</div>"
    private = "<small>Navigation privée</small>" if rng.random() < 0.07 else ""
    size, height = rng.choice((12, 13, 14, 14.5)), rng.choice((28, 32, 36))
    centred = browser == "safari"
    zoomed = f"<small>{round(zoom * 100)} %</small>" if zoom != 1 and browser == "firefox" else ""
    side = rng.choice((4, 8, 12, 40)) if not centred else 180
    rounded, framed = rng.choice((4, 8, 18)), rng.random() < 0.3
    look = (
        f"background:{field};color:{ink};height:{height}px;font-size:{size}px;margin:0 {side}px;"
        f"border-radius:{rounded}px;justify-content:{'center' if centred else 'left'};"
        f"padding:0 12px;border:{'1px solid #9998' if framed else 'none'}"
    )
    row = (
        f"<div class=bar2 style='background:{bar}'>{BACK}{NEXT}{AGAIN}<div class=url "
        f"style='{look}'>{LOCK if rng.random() < 0.8 else ''}<small>{address.mark}</small>"
        f"<span class=text>{address.markup}</span><i style='flex:{0 if centred else 1}'></i>"
        f"{zoomed}{STAR if not centred else ''}</div>{private}{MENU}</div>"
    )
    if not address.host:
        row = ""
    marks = "" if rng.random() < 0.7 else (
        f"<div class=bar2 style='background:{bar};font-size:12px;padding-top:0'>"
        + "".join(f"<span>{one}</span>" for one in rng.sample(_MARKS, 4)) + "</div>")  # fmt: skip
    box = alert_box(site, bar, ink) if site.alert else ""
    return (
        f"<div class=win2 style='color:{ink}'>{strip}{row}{marks}<div class=view>{box}"
        f"<div style='zoom:{zoom};min-height:100%;height:100%'>{site.body}</div></div></div>",
        address,
    )


def _buttons(rng: random.Random) -> str:
    return (
        "<span style='margin-left:auto;letter-spacing:14px'>"
        + rng.choice(("–□✕", "–❐✕", ""))
        + "</span>"
    )


def alert_box(site: Site, ground: str, ink: str) -> str:
    """The browser's own box, hung under the address."""
    told = f"<b>{site.host} indique</b><p>{site.alert}</p>"
    button = "<p style='text-align:right'><span class=ok>OK</span></p>"
    return f"<div class='alert2 said' style='background:{ground};color:{ink}'>{told}{button}</div>"
