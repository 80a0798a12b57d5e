"""Draw in Chromium, read on the drawn page what its label may say, write the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from .._rendered import keep, rendered
from .._specimen import Specimen

# A bar that holds more than it shows fades at its end; on Android it is moved so that the end of
# the host shows. Then each mark is in sight when nothing clips, fades or covers any part of it.
_READ = """() => {
  const FADE = 26;
  for (const bar of document.querySelectorAll('.url')) {
    if (bar.scrollWidth <= bar.clientWidth + 1) continue;
    const host = bar.querySelector('.H'), held = bar.getBoundingClientRect();
    const over = host ? host.getBoundingClientRect().right - held.right : 0;
    if (bar.matches('.tail') && over > -FADE) bar.scrollLeft = over + FADE + 4;
    const left = bar.scrollLeft > 0 ? FADE : 0;
    const right = bar.scrollLeft + bar.clientWidth < bar.scrollWidth - 1 ? FADE : 0;
    bar.dataset.left = left;
    bar.dataset.right = right;
    bar.style.webkitMaskImage = `linear-gradient(90deg,
      ${left ? 'transparent' : '#000'},#000 ${left}px,
      #000 calc(100% - ${right}px),${right ? 'transparent' : '#000'})`;
  }
  const inside = (box, one) => {
    if (box.left < -.5 || box.top < -1 || box.right > innerWidth + .5
        || box.bottom > innerHeight + 1) return false;
    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX === 'visible') continue;
      const held = up.getBoundingClientRect();
      const left = held.left + Number(up.dataset.left || 0);
      const right = held.right - Number(up.dataset.right || 0);
      if (box.left < left - .5 || box.right > right + .5
          || box.top < held.top - 3 || box.bottom > held.bottom + 3) return false;
    }
    return true;
  };
  const clear = (box, one) => [0, .15, .3, .45, .6, .75, .9, 1].every(x =>
    [.3, .7].every(y => {
      const on = document.elementFromPoint(
        box.left + 2 + (box.width - 4) * x, box.top + box.height * y);
      return on && (one.contains(on) || on.contains(one));
    }));
  const seen = one => {
    const boxes = [...one.getClientRects()].filter(box => box.width > 0);
    return boxes.length > 0 && boxes.every(box => inside(box, one) && clear(box, one));
  };
  const every = mark => [...document.querySelectorAll(mark)];
  const cut = one => {  // hidden by so little that a reader may well make it out
    const box = one.getBoundingClientRect(), bar = one.closest('.url');
    if (!bar || seen(one)) return false;
    const held = bar.getBoundingClientRect();
    const left = held.left + Number(bar.dataset.left || 0) - box.left;
    const right = box.right - held.right + Number(bar.dataset.right || 0);
    return Math.max(left, right) < FADE + 14;
  };
  const clocks = [...every('.T'), ...every('.D'), ...every('.P')];
  const value = mark => (every(mark).find(seen) || {dataset: {}}).dataset.v || null;
  const pieces = every('.U');
  const host = every('.H').find(seen);
  return {
    host: host ? host.textContent : null,
    url: pieces.length > 0 && pieces.every(seen) ? pieces.map(p => p.textContent).join('') : null,
    said: every('.W').length > 0 && every('.W').every(seen) && clocks.every(seen)
      && !every('.H').some(cut),
    boxes: [...every('.W'), ...clocks, ...every('.H'), ...pieces].filter(seen)
      .flatMap(one => [...one.getClientRects()].map(b => [b.left, b.top, b.right, b.bottom])),
    time: value('.T'), date: value('.D'), partial: value('.P'),
  };
}"""


def shoot(specimens: Iterator[Specimen], out: Path) -> None:
    """Write the pictures and `labels.jsonl`.

    Left out: those whose telling words or clock are covered, or whose host is cut so little that
    one may argue about it, or that have words without ink.
    """
    out.mkdir(parents=True, exist_ok=True)
    for one, page in rendered(specimens):
        read = page.evaluate(_READ)
        if not read["said"] or (one.truth.host == "needed" and not read["host"]):
            continue
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        if not all(_inked(picture, box, one.scale) for box in read["boxes"]):
            continue
        _label(one, read)
        keep(one, *_saved(picture, one.damage), out)


def _inked(picture: Image.Image, box: list[float], scale: float) -> bool:
    """Whether words stand out on their ground."""
    left, top, right, bottom = (round(side * scale) for side in box)
    if right <= left:
        return True
    low, high = picture.crop((left, top, right, bottom)).convert("L").getextrema()
    return float(high) - float(low) > 70


def _label(one: Specimen, read: dict[str, Any]) -> None:
    truth, url = one.truth, read["url"]
    truth.host = read["host"]
    truth.url = url if url and "/" in url.replace("//", "") else None
    truth.time, truth.date = read["time"], read["date"]
    truth.date_partial = None if truth.date else read["partial"]


def _saved(picture: Image.Image, how: dict[str, Any]) -> tuple[bytes, str]:
    longest = how.get("longest", 0)
    if 0 < longest < max(picture.size):
        ratio = longest / max(picture.size)
        width, height = (round(side * ratio) for side in picture.size)
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    held = io.BytesIO()
    if "quality" in how:
        picture.save(held, "JPEG", quality=how["quality"])
        return held.getvalue(), "jpg"
    picture.save(held, "PNG")
    return held.getvalue(), "png"
