"""Telephones and tablets: the line of the hour, the bar of the address, the applications."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime
from html import escape

from ._icons import app, bars, battery, dots, icon
from ._scene import Clock, Page, day_words, pick, said


@dataclass(frozen=True)
class Hand:
    """A drawn telephone."""

    html: str
    clock: Clock
    whole: str | None
    font: str


def _status(rng: random.Random, at: datetime, apple: bool, ink: str, *, tablet: bool) -> Clock:
    level = rng.randint(6, 100)
    hour = pick(rng, (14, f"{at:%H:%M}"), (1, f"{at.hour}:{at:%M}"))
    if rng.random() < 0.03:
        hour = f"{at:%I:%M}".lstrip("0") + f" {at:%p}"
    net = pick(rng, (3, "4G"), (3, "5G"), (1, "LTE"), (1, "3G"), (3, ""))
    net = f"<span style='font-size:11px'>{net}</span>" if net else icon("wifi", 14)
    clock = said(at=at)
    if apple:
        right = f"{bars(rng, 15)}{net}{battery(level, 24, inside=rng.random() < 0.6)}"
        day = ""
        if tablet:
            day = day_words(at).capitalize()
            clock = said(at=at, part=at.date())
            right = f"{icon('wifi', 14)}<span>{level} %</span>{battery(level, 24)}"
        left = f"<span class=k>{hour}&ensp;{day}</span>"
        if not tablet and rng.random() < 0.12:  # before the notch: the hour in the middle
            who = rng.choice(("Orange F", "SFR", "Free", "Bouygues", "Lycamobile"))
            middle = f"<span class=mid><span class=k>{hour}</span></span>"
            return Clock(f"<div class=row style='width:100%;color:{ink};font-size:12px'>"
                         f"{bars(rng, 12)}{who} {net}{middle}<span class=push></span>"
                         f"<span>{level} "
                         f"%</span>{battery(level, 22)}</div>", None, None, clock.time)  # fmt: skip
        moon = icon("plane", 12) if rng.random() < 0.1 else ""
        return Clock(f"<div class=row style='width:100%;color:{ink}'>{left}{moon}<span class=push>"
                     f"</span>{right}</div>", clock.date, clock.partial, clock.time)  # fmt: skip
    notes = "".join(app(rng, 12, rng.random() < 0.5) for _ in range(rng.randint(0, 4)))
    if rng.random() < 0.12:
        notes += f"<span style='font-size:11px'>{rng.randint(12, 31)}°</span>"
    carrier = rng.choice(("Orange F", "SFR", "Bouygues Telecom", "Free", "Lycamobile", "Lebara"))
    shape = rng.random()
    charge = f"<span style='font-size:12px'>{level} %</span>" if rng.random() < 0.6 else ""
    tail = f"{icon('bell', 12)}{net}{bars(rng, 13)}{charge}{battery(level, 19)}"
    if tablet or rng.random() < 0.06:
        clock = said(at=at, part=at.date())
        hour = f"{hour}&ensp;{day_words(at)}"
    k = f"<span class=k>{hour}</span>"
    if shape < 0.72:
        line = f"{k}{notes}<span class=push></span>{tail}"
    elif shape < 0.82:
        line = (
            f"<span style='font-size:11px'>{carrier}</span>{notes}<span class=push></span>{tail}{k}"
        )
    elif shape < 0.92:
        line = f"{k}<span style='font-size:11px'>| {rng.randint(1, 900)} Ko/s</span>{notes}"
        line += f"<span class=push></span>{tail}"
    else:
        line = f"{notes}<span class=push></span>{tail}{k}"
    return Clock(f"<div class=row style='width:100%;gap:7px;color:{ink}'>{line}</div>",
                 clock.date, clock.partial, clock.time)  # fmt: skip


def _url(page: Page, shown: str, ink: str, pale: str, style: str = "", host: str = "") -> str:
    host = host or page.known
    before, _, after = shown.partition(host)
    return (f"<span class=text style='{style}'><span style='color:{pale}'>{escape(before)}</span>"
            f"<span class=host style='color:{ink}'>{host}</span>"
            f"<span style='color:{pale}'>{escape(after)}</span></span>")  # fmt: skip


def _android(rng: random.Random, page: Page, ink: str, field: str) -> tuple[str, str, str | None]:
    """Bar, edge and whole address of Chrome, Samsung Internet, Firefox or Brave."""
    name = pick(rng, (6, "chrome"), (3, "samsung"), (2, "firefox"), (1, "brave"))
    pale = "#8a8d91"
    tabs = (f"<span style='border:1.7px solid;border-radius:5px;font:bold 11px Roboto;padding:2px "
            f"5px'>{rng.randint(1, 30)}</span>")  # fmt: skip
    seal = icon(pick(rng, (3, "lock"), (2, "tune")), 14)
    if page.scheme == "http://":
        seal = icon("tune", 14)
    edge = "bottom" if name == "firefox" and rng.random() < 0.7 else "top"
    if name == "samsung":
        bar = (f"<span class=url style='background:{field};justify-content:center'>{seal}"
               f"{_url(page, page.known, ink, pale, 'font-size:14px')}{icon('star', 15)}"
               f"{icon('reload', 15)}</span>")  # fmt: skip
        return bar, edge, None
    shown = page.known + page.path
    if name == "firefox" and rng.random() < 0.5:
        shown = page.known
    size = rng.choice((14, 15, 16))
    bar = (f"<span class=url style='background:{field}'>{seal}"
           f"{_url(page, shown, ink, pale, f'font-size:{size}px')}</span>")  # fmt: skip
    head = icon("home", 19) if name == "chrome" else ""
    plus = icon("plus", 18) if rng.random() < 0.4 else ""
    return f"{head}{bar}{plus}{tabs}{dots(18)}", edge, shown


def _apple(rng: random.Random, page: Page, ink: str, field: str) -> tuple[str, str, str | None]:
    """Safari: the bar below or above, sometimes folded to one small line; or Chrome."""
    kind = rng.random()
    pale = "#8a8d91"
    lock = icon("lock", 11) if rng.random() < 0.6 else ""
    if kind < 0.22:
        return (f"<span class=url style='justify-content:center;gap:4px;padding:0'>{lock}"
                f"{_url(page, page.known, ink, pale, 'font-size:12px')}</span>",
                rng.choice(("bottom", "top")), None)  # fmt: skip
    aa = pick(rng, (2, "<span style='font-size:14px'><small>A</small>A</span>"),
              (2, icon("page", 16)), (1, ""))  # fmt: skip
    mic = icon("mic", 14) if kind > 0.9 else icon("reload", 16)
    bar = (f"<span class=url style='background:{field};border-radius:12px;justify-content:center'>"
           f"{aa}<span "
           f"class=push></span>{lock}{_url(page, page.known, ink, pale, 'font-size:16px')}"
           f"<span class=push></span>{mic}</span>")  # fmt: skip
    return bar, "bottom" if kind < 0.75 else "top", None


def _inside(rng: random.Random, page: Page, ink: str) -> tuple[str, str, str | None]:
    """A window inside an application: a cross, the page's title, the host below."""
    pale = "#8a8d91"
    seal = icon("lock", 10) if rng.random() < 0.6 else ""
    bar = (f"{icon('close', 18)}<span class=url style='display:block;padding:2px 4px'>"
           f"<span style='display:block;font-size:15px;overflow:hidden;white-space:nowrap;"
           f"text-overflow:ellipsis;font-weight:500'>{escape(page.title)}</span><span class=row "
           f"style='gap:4px'>{seal}{_url(page, page.known, pale, pale, 'font-size:12px')}</span>"
           f"</span>{icon('share', 17)}{dots(17)}")  # fmt: skip
    return bar, "top", None


def hand(rng: random.Random, page: Page, view: str, at: datetime, *, tablet: bool) -> Hand:
    """A telephone around a page."""
    apple = rng.random() < 0.42
    dark = rng.random() < 0.28
    ground, ink, field = (
        ("#1c1d1f", "#f2f2f2", "#3a3b3e")
        if dark
        else (
            rng.choice(("#fff", "#f6f6f8", "#f1f3f4")),
            "#111",
            rng.choice(("#e9eaee", "#e3e5e8")),
        )
    )
    clock = _status(rng, at, apple, ink, tablet=tablet)
    kind = rng.random()
    if kind < 0.12:
        bar, edge, whole = _inside(rng, page, ink)
    elif kind < 0.15:
        bar, edge, whole = "", "top", None  # installed as an application: no bar
    else:
        bar, edge, whole = (_apple if apple else _android)(rng, page, ink, field)
    font = "Inter" if apple else rng.choice(("Roboto", "Roboto", "Lato", "Noto Sans", "Open Sans"))
    island = ""
    top = 24
    if apple and not tablet:
        top, camera = 44, "class=mid" not in clock.html
        island = (
            "<i style='position:absolute;left:50%;top:9px;width:108px;height:28px;margin-left:"
            "-54px;border-radius:15px;background:#000'></i>"
            if camera and rng.random() < 0.6
            else ""
        )
    elif rng.random() < 0.3:
        island = ("<i style='position:absolute;left:50%;top:6px;width:14px;height:14px;margin-left:"
                  "-7px;border-radius:50%;background:#000'></i>")  # fmt: skip
    status = (f"<div class=sys "
              f"style='height:{top}px;background:{ground};position:relative;padding:0 "
              f"{22 if apple else 14}px;font-size:{15 if apple else 13}px;"
              f"font-weight:{600 if apple else 500}'>{clock.html}{island}</div>")  # fmt: skip
    tall = "" if not bar else f"<div class=pbar style='background:{ground};color:{ink}'>{bar}</div>"
    tools = ""
    if apple and bar and kind >= 0.15 and rng.random() < 0.7 and not tablet:
        tools = "".join(icon(one, 21) for one in ("back", "next", "share", "book", "squares"))
    elif not apple and rng.random() < 0.4:
        tools = "".join(icon(one, 17) for one in ("menu", "home", "back"))
    foot = (f"<div class=row style='background:{ground};color:{ink};justify-content:space-around;"
            f"padding:9px 0 {16 if apple else 9}px'>{tools}</div>" if tools else
            f"<div style='background:{ground};height:20px'><i style='display:block;margin:0 auto;"
            f"width:34%;height:5px;border-radius:3px;background:{ink}'></i></div>")  # fmt: skip
    inner = status + (tall + view if edge == "top" else view + tall) + foot
    return Hand(f"<div class='hand{' night' if dark and rng.random() < 0.4 else ''}'>{inner}</div>",
                clock, whole, font)  # fmt: skip
