"""Rows of cells, as files write them, put on a grid where no two cover the same place."""

from __future__ import annotations

from collections.abc import Sequence

from ._tree import Cell, Table

_MOST_COLUMNS = 63
_CONTINUED = "continue"

Row = Sequence[tuple[int, str, Cell]]
"""The cells of a row: how many columns each covers, how it is merged with that above, itself."""


def gridded(rows: Sequence[Row], widths: Sequence[float], *, ruled: bool) -> Table | None:
    """A table; None when it has no cell.

    Args:
        rows: its rows; a merge of `continue` prolongs the cell above.
        widths: of its columns, in any unit; those missing take a usual share.
        ruled: whether its lines are drawn.
    """
    placed: list[Cell] = []
    above: dict[int, int] = {}
    columns = 0
    for y, row in enumerate(rows):
        x = 0
        starts: dict[int, int] = {}
        for span, merge, cell in row:
            across = min(span, _MOST_COLUMNS - x)
            if across < 1:
                break
            held = above.get(x)
            if merge == _CONTINUED and held is not None and placed[held].across == across:
                down = placed[held].down + 1
                placed[held] = placed[held].model_copy(update={"down": down})
                starts[x] = held
            else:
                starts[x] = len(placed)
                placed.append(cell.model_copy(update={"x": x, "y": y, "across": across}))
            x += across
            columns = max(columns, x)
        above = starts
    if not placed:
        return None
    known = [width for width in widths if width > 0]
    usual = sum(known) / len(known) if known else 1.0
    shares = [widths[at] if at < len(widths) and widths[at] > 0 else usual for at in range(columns)]
    return Table(widths=tuple(shares), cells=tuple(placed), ruled=ruled)
