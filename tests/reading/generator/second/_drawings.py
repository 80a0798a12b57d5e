"""Small drawings of browsers and systems: their fonts are nobody's to give."""

_PEN = "stroke='currentColor' fill=none"
BACK = f"<svg width=16 height=16><path d='M11 3 L5 8 L11 13' {_PEN} /></svg>"
NEXT = f"<svg width=16 height=16><path d='M5 3 L11 8 L5 13' {_PEN} /></svg>"
AGAIN = f"<svg width=16 height=16><circle cx=8 cy=8 r=5 {_PEN} stroke-dasharray='24 8'/></svg>"
LOCK = (
    "<svg width=13 height=14><rect x=2 y=6 width=9 height=7 fill='currentColor'/>"
    f"<path d='M4 6 V4 A2.5 2.5 0 0 1 9 4 V6' {_PEN} /></svg>"
)
STAR = (
    "<svg width=15 height=15>"
    f"<path d='M7 1 L9 6 L14 6 L10 9 L12 14 L7 11 L2 14 L4 9 L0 6 L5 6 Z' {_PEN} /></svg>"
)
MENU = (
    "<svg width=6 height=16><g fill='currentColor'><circle cx=3 cy=3 r=1.5 />"
    "<circle cx=3 cy=8 r=1.5 /><circle cx=3 cy=13 r=1.5 /></g></svg>"
)
APPS = (
    "<svg width=150 height=22><g fill='currentColor' opacity=.8>"
    "<rect x=4 y=4 width=14 height=14 /><circle cx=44 cy=11 r=7 />"
    "<rect x=70 y=5 width=16 height=12 rx=3 /><path d='M104 18 L112 4 L120 18 Z'/></g></svg>"
)
SIGNAL = (
    "<svg width=54 height=12><g fill='currentColor'><rect x=0 y=8 width=3 height=4 />"
    "<rect x=5 y=5 width=3 height=7 /><rect x=10 y=2 width=3 height=10 />"
    "<path d='M18 4 L28 4 L23 11 Z'/><rect x=34 y=2 width=18 height=9 rx=2 /></g></svg>"
)
PILL = "<div style='width:90px;height:22px;border-radius:12px;background:#000'></div>"
