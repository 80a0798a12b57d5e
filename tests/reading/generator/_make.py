"""Specimens drawn at random, then rendered in Chromium."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from PIL import Image

from ._damage import damage
from ._desktops import SYSTEMS, bar_of, clock_of, system_bar, window
from ._dress import dressed, practice_page
from ._kits import Kit
from ._pages import Shown, any_page
from ._phones import phone, phone_bar, stamp, status
from ._rendered import keep, rendered
from ._specimen import Specimen, Truth
from .second import spoil

_STYLE = """
*{box-sizing:border-box} html,body{margin:0;height:100%;overflow:hidden}
.desk{display:flex;flex-direction:column;height:100vh;background:#3b6ea5}
.win{flex:1;min-height:0;display:flex;flex-direction:column;overflow:hidden}
.tabs{display:flex;gap:6px;padding:7px 10px 0;font-size:12px;align-items:center;white-space:nowrap;
overflow:hidden} .tab{padding:6px 12px;opacity:.7} .tab.on{opacity:1;background:#8883}
.nav{display:flex;align-items:center;gap:12px;padding:6px 12px} .nav i{font-style:normal}
.url{flex:1;display:flex;gap:9px;align-items:center;border-radius:15px;padding:6px 12px;height:31px;
white-space:nowrap;overflow:hidden} .url small{opacity:.75} .url .z{margin-left:auto;opacity:.8}
.marks{font-size:12px;padding:3px 14px 6px;opacity:.85}
.view{flex:1;min-height:0;overflow:hidden;position:relative;background:#fff} .view>div{height:100%}
.sys{display:flex;align-items:center;position:relative;padding:0 10px;flex:none}
.sys .r{margin-left:auto;display:flex;gap:14px;align-items:center}
.k{text-align:right;line-height:1.3}
.sys .c{position:absolute;left:0;right:0;text-align:center}
.box{border:1px solid #8886;border-radius:5px;padding:14px 20px;margin:14px 0}
.avis{font-weight:bold} button{font:inherit;padding:7px 15px;margin:3px}
.code{font:italic bold 34px 'DejaVu Serif';letter-spacing:6px;background:#8882;padding:6px 18px}
table{border-collapse:collapse} td,th{border:1px solid #8888;padding:6px 12px}
.alert{position:absolute;top:6px;left:50%;transform:translateX(-50%);background:#fff;color:#111;
padding:16px 24px;width:min(440px,92%);box-shadow:0 4px 24px #0009;border-radius:8px}
.frame{border:0;width:100%;height:100%} iframe{background:#fff}
.phone{display:flex;flex-direction:column;height:100vh;position:relative}
.status{display:flex;justify-content:space-between;padding:7px 20px 5px;font-size:13px;flex:none}
.pbar{display:flex;align-items:center;gap:12px;padding:6px 14px;flex:none}
.pbar i{font-style:normal}
.purl{flex:1;border-radius:20px;padding:9px 14px;font-size:14.5px;white-space:nowrap;
overflow:hidden}
.gest{height:16px;flex:none}
.stamp{position:absolute;background:#000b;color:#ffd24a;padding:3px 9px;
font:bold 17px 'DejaVu Sans'}
"""

# Whether the address is cut by its field, and whether the page's own words are below the fold.
_FITS = """() => {
  const bar = document.querySelector('.url, .purl'), view = document.querySelector('.view');
  const text = document.querySelector('.url .text') || bar;
  const cut = !!bar && (bar.scrollWidth > bar.clientWidth + 1
                        || text.scrollWidth > text.clientWidth + 1);
  const host = document.querySelector('.host');
  const strict = !!document.querySelector('.host.strict');
  const end = text ? text.getBoundingClientRect().right - (strict ? 3 : 14) : 0;
  const at = host && host.getBoundingClientRect();
  const least = strict ? 1 : 0.7;  // the rest tells which it is
  const lost = cut && !!host && (end - at.left) / at.width < least;
  const frame = document.querySelector('.frame');
  const last = frame ? [...frame.contentDocument.querySelectorAll('main, center')].pop()
                     : [...document.querySelectorAll(
                       '.said, .site .box, .site table, .alert, hr, h2')].pop();
  const zoom = frame ? frame.getBoundingClientRect() : view.getBoundingClientRect();
  const bottom = last ? last.getBoundingClientRect().bottom : 0;
  const room = frame ? frame.contentWindow.innerHeight : zoom.bottom;
  const words = one => {
    const range = document.createRange();  // the box of a paragraph is as wide as its column
    range.selectNodeContents(one);
    return range.getBoundingClientRect();
  };
  const hidden = [...document.querySelectorAll('.said')].map(one => one.getBoundingClientRect())
    .some(one => one.bottom > zoom.bottom || one.right > zoom.right + 1);
  const over = [...document.querySelectorAll('.over')].map(one => one.getBoundingClientRect());
  const under = [...document.querySelectorAll('.said')].map(words)
    .some(one => over.some(box => one.bottom > box.top && one.top < box.bottom
                                  && one.right > box.left && one.left < box.right));
  const telling = document.querySelector('.said') ? hidden || under : bottom > room;
  return [cut, lost, telling];
}"""


def draw(kit: Kit, seed: int, count: int, hard: float) -> Iterator[Specimen]:
    """Decide what pictures show; the same seed gives the same ones."""
    for number in range(count):
        rng = random.Random(f"{kit.name}-{seed}-{number}")
        day = date(rng.choice(kit.years), rng.randint(1, 12), rng.randint(1, 28))
        at = datetime.combine(day, time(rng.randint(6, 23), rng.randint(0, 59)))
        upright = rng.random() < 0.32
        one = (_phone if upright else _desktop)(rng, kit, at, f"{kit.name}-{seed}-{number:04d}")
        roll = rng.random()
        if roll < hard and not upright:
            kind = rng.choice(("photo", "photo", "scan"))
            one.family, one.damage = kind, {kind: number, "quality": rng.choice((80, 88, 92))}
        elif roll < hard + 0.28:
            one.damage = {"quality": rng.choice(kit.qualities)}
        elif roll < hard + 0.42 and max(one.width, one.height) * one.scale < 2700:
            longest, quality = rng.choice(kit.chat)
            one.damage = {"longest": longest, "quality": quality}
        yield one


def _content(rng: random.Random, kit: Kit, at: datetime, *, is_phone: bool) -> tuple[Shown, str]:
    if rng.random() < 0.12:
        return practice_page(rng)
    shown = any_page(rng, kit, at.date(), phone=is_phone)
    return shown, dressed(rng, kit, shown, at.date(), phone=is_phone)


def _desktop(rng: random.Random, kit: Kit, at: datetime, name: str) -> Specimen:
    system = rng.choice(SYSTEMS)
    width, height = rng.choice(kit.screens)
    scale = rng.choice(kit.scales) if width >= 1500 else 1
    scale = 2 if width == 3840 else scale
    shown, content = _content(rng, kit, at, is_phone=False)
    clock, bar = clock_of(rng, system, at), bar_of(rng, shown)
    zoom = rng.choice(kit.zooms)
    win = window(rng, kit, shown, bar, content, zoom)
    strip, place = system_bar(rng, system, clock)
    inner = strip + win if place == "top" else win + strip
    if rng.random() < 0.06:  # the window alone, without the desktop
        inner, clock = win, type(clock)("", None, None, None)
    host = shown.host if shown.kind == "refusal_alert" else bar.host  # the alert box names it
    truth = Truth(shown.result, shown.wording, host, bar.whole, clock.date, clock.partial,
                  clock.time)  # fmt: skip
    return Specimen(name, kit.name, "desktop", system, shown.kind, truth,
                    _html(rng.choice(kit.fonts), f"<div class=desk>{inner}</div>"),
                    round(width / scale), round(height / scale), scale)  # fmt: skip


def _phone(rng: random.Random, kit: Kit, at: datetime, name: str) -> Specimen:
    width, height, scale = rng.choice(kit.phones)
    shown, content = _content(rng, kit, at, is_phone=True)
    clock = status(rng, at)
    text, host, whole, edge = phone_bar(rng, shown, round(width / 9.4))
    host = shown.host if shown.kind == "refusal_alert" else host  # the alert box names it
    over = ""
    if rng.random() < 0.08 and clock.time and edge == "top" and clock.partial is None:
        over, _ = stamp(rng, at)
        clock = type(clock)(clock.markup, f"{at:%Y-%m-%d}", None, clock.time)
    body = phone(rng, kit, clock, (text, edge), content, over)
    truth = Truth(shown.result, shown.wording, host, whole, clock.date, clock.partial, clock.time)
    return Specimen(name, kit.name, "phone", f"{width}x{height}", shown.kind, truth,
                    _html(rng.choice(kit.fonts), body), width, height, scale)  # fmt: skip


def _html(font: str, body: str) -> str:
    return (
        f"<!doctype html><html lang=fr><meta charset=utf-8><style>{_STYLE}</style>"
        f"<body style=\"font-family:'{font}'\">{body}</body></html>"
    )


def make(specimens: Iterator[Specimen], out: Path) -> None:
    """Write the pictures and `labels.jsonl` into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    for one, page in rendered(specimens):
        picture = Image.open(io.BytesIO(page.screenshot()))
        cut, lost, clipped = page.evaluate(_FITS)
        if clipped:
            continue  # what the page says lies below the fold: nobody could label it
        named = "alert" in one.page  # the alert box names the host
        if not named and (lost or (cut and one.truth.url is None)):
            one.truth.host = None  # the host itself is cut
        one.truth.url = None if cut else one.truth.url
        taken = one.damage.keys() & {"photo2", "scan2"}
        spoilt = spoil(picture, one.damage, one.scale) if taken else damage(picture, one.damage)
        keep(one, *spoilt, out)
