"""Icons of bars, drawn: engines read them as letters now and then, as they do real ones."""

_PEN = "stroke='currentColor' stroke-width='1.4' fill='none'"


def _svg(width: int, inside: str, height: int = 16) -> str:
    return f"<svg width={width} height={height} style='flex:none'>{inside}</svg>"


TUNE = _svg(
    16,
    f"<path d='M1 5 H9 M13 5 H15 M1 11 H3 M7 11 H15' {_PEN}/><circle cx=11 cy=5 r=2 {_PEN}/>"
    f"<circle cx=5 cy=11 r=2 {_PEN}/>",
)
LOCK = _svg(
    14, f"<rect x=2 y=7 width=10 height=7 rx=1 {_PEN}/><path d='M4 7 V5 a3 3 0 0 1 6 0 V7' {_PEN}/>"
)
SHIELD = _svg(14, f"<path d='M7 1 L13 3 V8 C13 12 9 14 7 15 C5 14 1 12 1 8 V3 Z' {_PEN}/>")
WARN = _svg(16, f"<path d='M8 2 L15 14 H1 Z M8 6 V10' {_PEN}/>")
STAR = _svg(16, f"<path d='M8 1 L10 6 L15 6 L11 9 L13 15 L8 11 L3 15 L5 9 L1 6 L6 6 Z' {_PEN}/>")
READER = _svg(14, f"<path d='M2 3 H12 M2 7 H12 M2 11 H8' {_PEN}/>")
QR = _svg(
    14, f"<path d='M1 1 H5 V5 H1 Z M9 1 H13 V5 H9 Z M1 9 H5 V13 H1 Z M9 9 H10 M12 12 H13' {_PEN}/>"
)
ARROWS = _svg(
    58,
    f"<path d='M10 3 L5 8 L10 13 M28 3 L33 8 L28 13' {_PEN}/><circle cx=50 cy=8 r=5 {_PEN}"
    " stroke-dasharray='25 7'/>",
)
HOME = _svg(16, f"<path d='M2 8 L8 2 L14 8 V14 H2 Z' {_PEN}/>")
DOTS = _svg(
    6,
    "<g fill='currentColor'><circle cx=3 cy=3 r=1.5 /><circle cx=3 cy=8 r=1.5 />"
    "<circle cx=3 cy=13 r=1.5 /></g>",
)
FACE = _svg(20, "<circle cx=9 cy=9 r=8 fill='#c2410c'/>", 20)
WIFI = _svg(
    16,
    f"<path d='M1 6 a10 10 0 0 1 14 0 M4 9 a6 6 0 0 1 8 0' {_PEN}/><circle cx=8 cy=13 r=1.4 "
    "fill='currentColor'/>",
)
SOUND = _svg(15, f"<path d='M1 6 H4 L8 2 V14 L4 10 H1 Z M10 5 a4 4 0 0 1 0 6' {_PEN}/>")
CELL = _svg(
    24,
    f"<rect x=1 y=4 width=18 height=8 rx=2 {_PEN}/><rect x=3 y=6 width=11 height=4 fill="
    "'currentColor'/>",
)
BARS = _svg(
    16,
    "<g fill='currentColor'><rect x=0 y=10 width=3 height=4 /><rect x=4 y=7 width=3 height=7 />"
    "<rect x=8 y=4 width=3 height=10 /><rect x=12 y=1 width=3 height=13 opacity=.4 /></g>",
)
BELL = _svg(14, f"<path d='M3 11 V7 a4 4 0 0 1 8 0 V11 L13 12 H1 Z' {_PEN}/>")
TILES = "".join(
    f"<i style='width:24px;height:24px;border-radius:5px;background:{c}'></i>"
    for c in ("#2563eb", "#f59e0b", "#16a34a", "#7c3aed", "#ef4444")
)
