"""The words of each act, kept as text: a change of wording is seen, and read, in review.

To renew them after a wanted change, run this file with PLAISE_SNAPSHOTS=1 set.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factories import (
    brief_for,
    make_anef,
    make_attempts,
    make_brief,
    make_details,
    make_dossier,
    make_person,
    make_request,
)
from plaise.dossier import Demarche, Door, Gender, HardCase, Representative
from plaise.drafting import Act, Brief, draft, plain_text

FOLDER = Path(__file__).parent / "snapshots"
FEW = make_attempts(4)


def first(**facts: Any) -> Brief:
    request = {"demarche": Demarche.FIRST_CARD, "expires_on": None, "current_title": "", **facts}
    return make_brief(make_dossier(request=make_request(**request)), FEW)


def young() -> Brief:
    brief = first(article="L. 423-22")
    person = make_person(birth_date=date(2008, 1, 10), gender=Gender.INCLUSIVE)
    return brief.model_copy(update={"dossier": brief.dossier.model_copy(update={"person": person})})


def minor() -> Brief:
    request = make_request(
        demarche=Demarche.DCEM,
        title_sought="document de circulation pour étranger mineur",
        expires_on=None,
        current_title="",
    )
    parent = Representative(
        last_name="Modèle", first_names="Fatou", capacity="mère", gender=Gender.FEMININE
    )
    child = make_person(birth_date=date(2014, 5, 2), gender=Gender.MASCULINE)
    return make_brief(make_dossier(person=child, representative=parent, request=request), FEW)


PETITIONS = {
    "requete_anef": lambda: make_brief(make_anef(), FEW),
    "requete_formulaire": lambda: first(
        door=Door.DEMARCHE_NUMERIQUE, date_asked_on=date(2026, 10, 26)
    ),
    "requete_premiere_carte": first,
    "requete_jeune_majeur": young,
    "requete_dcem": minor,
    "requete_titre_de_voyage": lambda: first(
        demarche=Demarche.TRAVEL_DOCUMENT, title_sought="titre de voyage pour réfugié"
    ),
    "requete_dcem_anef": lambda: make_brief(
        make_anef(
            request=minor().dossier.request.model_copy(update={"door": Door.ANEF}),
            person=minor().dossier.person,
            representative=minor().dossier.representative,
        ),
        FEW,
    ),
    "requete_oqtf": lambda: first(hard_cases=(HardCase.OQTF,), adviser="Me Modèle"),
}
CASES = {act.value: act for act in Act} | dict.fromkeys(PETITIONS, Act.REQUETE)


@pytest.mark.parametrize("name", CASES)
def test_the_words_of_an_act_change_only_on_purpose(name: str) -> None:
    act = CASES[name]
    brief = PETITIONS[name]() if name in PETITIONS else brief_for(act)
    details = None if name in PETITIONS else make_details()
    written = plain_text(draft(act, brief, details))
    path = FOLDER / f"{name}.txt"
    if os.environ.get("PLAISE_SNAPSHOTS"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written


def test_no_snapshot_is_left_behind() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(CASES)
    assert len(CASES) <= 40
