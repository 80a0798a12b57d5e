"""What would be refused is said when the exhibit comes in, not on the last page."""

from __future__ import annotations

import io

import pikepdf

from plaise.dossier import PlaiseError

from ._font import caption_font
from ._plan import DEFAULT_CAP, FILE_WEIGHT, PAGE_WEIGHT, too_heavy
from ._probe import Probe, Way, probe

_MANY_PAGES = 200
_MARGIN = 0.99


def check_piece(raw: bytes, name: str, *, cap_bytes: int = DEFAULT_CAP) -> tuple[str, ...]:
    """What stands in the way of filing a file as an exhibit; empty when nothing does.

    Args:
        raw: its bytes.
        name: its name.
        cap_bytes: the most that one file may weigh.
    """
    error = piece_trouble(raw, name, cap_bytes=cap_bytes)
    return (f"{error.happened} {error.to_do}",) if error else ()


def piece_trouble(raw: bytes, name: str, *, cap_bytes: int = DEFAULT_CAP) -> PlaiseError | None:
    """The same as an error, for a page that tells it in its own language.

    Args:
        raw: the bytes of a file.
        name: its name.
        cap_bytes: the most that one file may weigh.
    """
    try:
        found = probe(raw, name, lambda _, make: make(), marked=False)
    except PlaiseError as error:
        return error
    weight = found.size + (FILE_WEIGHT + found.pages * PAGE_WEIGHT if found.changed else 0)
    return too_heavy(name, weight, cap_bytes) if weight > cap_bytes * _MARGIN else None


def piece_notes(raw: bytes, name: str) -> tuple[str, ...]:
    """What the person should know of a file that is taken: it changes nothing to its number.

    Raises:
        PlaiseError: it is not taken (see `check_piece`).
    """
    found = probe(raw, name, lambda _, make: make(), marked=False)
    return tuple(_notes(raw, name, found))


def label_notes(label: str) -> tuple[str, ...]:
    """What the person should know of the words that name an exhibit (R. 412-2 CJA).

    Args:
        label: as typed.
    """
    said = caption_font().drawable(label)
    if said == label:
        return ()
    return (
        f"L’intitulé « {label} » serait écrit « {said} » sous les pages : donnez-lui un intitulé "
        "en français, que le juge puisse lire (article R. 412-2 du code de justice "
        "administrative).",
    )


def _notes(raw: bytes, name: str, found: Probe) -> list[str]:
    notes = []
    if found.pages > _MANY_PAGES:
        notes.append(
            f"« {name} » compte {found.pages} pages : ne gardez que les pages utiles, un juge des "
            "référés a peu de temps."
        )
    if found.way is Way.AS_IT_IS:
        notes.append(f"« {name} » est signé électroniquement : il est déposé tel quel.")
    if found.way is Way.OFFICE:
        notes.append(_office_note(raw, name))
    if found.way is Way.PDF and _active(raw):
        notes.append(
            f"« {name} » contient un programme (JavaScript) : les pages sont gardées, le programme "
            "ne l’est pas."
        )
    return notes


def _office_note(raw: bytes, name: str) -> str:
    from ._office import missed_in  # noqa: PLC0415 (typesetting weighs 40 MB)

    made = f"« {name} » : Plaise en fait des pages ; la mise en page peut différer."
    missed = missed_in(raw)
    if missed:
        made += f" Ce fichier contient : {' ; '.join(missed)}."
    return (
        f"{made} Pour garder son aspect exact, ouvrez-le, enregistrez-le en PDF et indiquez ce PDF "
        "à sa place. L’original est gardé dans les deux cas."
    )


def _active(raw: bytes) -> bool:
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        names = pdf.Root.get("/Names")
        scripts = isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names
        return scripts or "/OpenAction" in pdf.Root or "/AA" in pdf.Root
