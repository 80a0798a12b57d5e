"""Draw in Chromium, and measure on the drawn page what its label may say."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from .._damage import damage
from .._rendered import keep, rendered
from .._specimen import Specimen

# Whether each part is in sight: inside every box that clips it, and under nothing.
_SEEN = """() => {
  const inside = (box, one) => {
    for (let up = one.parentElement; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX === 'visible' && up !== document.body) continue;
      const held = up.getBoundingClientRect();
      if (box.left < held.left - .3 || box.right > held.right + .3
          || box.top < held.top - 1 || box.bottom > held.bottom + 1) return false;
    }
    return true;
  };
  const clear = (box, one) => [0, .25, .5, .75, 1].every(at => {
    const x = box.left + 3 + (box.width - 6) * at, y = box.top + box.height * (.3 + at * .4);
    const on = document.elementFromPoint(x, y);
    return on && (one.contains(on) || on.contains(one));
  });
  const seen = one => [...one.getClientRects()].every(box =>
    box.width === 0 || (inside(box, one) && clear(box, one)));
  const every = query => [...document.querySelectorAll(query)];
  const text = document.querySelector('.url .text');
  return [every('.host').length > 0 && every('.host').every(seen),
          !!text && [...text.querySelectorAll('span')].every(seen), every('.said').every(seen),
          every('.k').length > 0 && every('.k').every(seen)];
}"""


def shoot(specimens: Iterator[Specimen], out: Path) -> None:
    """Write the pictures and `labels.jsonl`, but for those whose telling words are hidden."""
    out.mkdir(parents=True, exist_ok=True)
    for one, page in rendered(specimens):
        host, whole, said, clock = page.evaluate(_SEEN)
        if not said:
            continue
        truth = one.truth
        truth.host = truth.host if host or "alert" in one.page else None
        truth.url = truth.url if whole else None
        if not clock:
            truth.date = truth.date_partial = truth.time = None
        picture = Image.open(io.BytesIO(page.screenshot()))
        keep(one, *damage(picture, one.damage), out)
