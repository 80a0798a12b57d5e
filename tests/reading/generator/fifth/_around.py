"""What else is on people's screens: notes in the other half, a message that comes up."""

from __future__ import annotations

from datetime import datetime, timedelta

from ._icons import dot, icon
from ._sheet import Dice, day_words

_SAYINGS = (
    ("WhatsApp", "Fatou : tu as eu ton rendez-vous ?"),
    ("Outlook", "CAF : votre déclaration trimestrielle"),
    ("Windows Update", "Un redémarrage est nécessaire"),
    ("Messages", "Rappel : dentiste jeudi à 15:30"),
)


def with_notes(dice: Dice, window: str, when: datetime, font: str) -> str:
    """The browser on one half of the screen, a text of one's own on the other."""
    lines = ["Essais préfecture", ""]
    for at in range(dice.randint(2, 5), 0, -1):
        tried = when - timedelta(days=at * 2, hours=dice.randint(0, 5), minutes=dice.randint(0, 50))
        lines.append(f"{tried:%d/%m/%Y} {tried:%Hh%M} : rien")
    lines += ["", f"Appeler le 3939 {day_words(when + timedelta(days=2))}"]
    text = "<br>".join(line or "&nbsp;" for line in lines)
    head = (
        f'<div style="display:flex;gap:10px;padding:8px 12px;background:#eee;font:12px {font}">'
        f"{dot('#4a90d9', 14, '3px')}essais – Bloc-notes"
        f'<span style="margin-left:auto">{icon("close", 12)}</span></div>'
    )
    notes = (
        '<div style="flex:1;background:#fff;color:#111;display:flex;flex-direction:column">'
        f"{head}<div style=\"padding:10px 12px;font:15px/1.5 'DejaVu Sans Mono',monospace\">"
        f"{text}</div></div>"
    )
    share = dice.choice((2, 2, 1))
    return (
        '<div style="display:flex;flex:1;min-height:0">'
        f'<div style="display:flex;flex:{share};min-width:0">{window}</div>{notes}</div>'
    )


def message(dice: Dice, font: str) -> str:
    """A message in the lower right corner, over the page."""
    who, what = dice.choice(_SAYINGS)
    back, ink = dice.choice((("#1f1f1f", "#fff"), ("#f3f3f3", "#111")))
    return (
        f'<div style="position:absolute;right:14px;bottom:62px;width:360px;background:{back};'
        f"color:{ink};border-radius:6px;padding:14px 16px;font:14px/1.4 {font};"
        f'box-shadow:0 4px 16px #0007"><b>{who}</b><br>{what}</div>'
    )
