"""What a lawyer or a registrar would strike out: facts nobody gave, wrong articles, no relief."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from factories import (
    make_anef,
    make_attempts,
    make_brief,
    make_capture,
    make_details,
    make_dossier,
    make_person,
    make_request,
    with_order,
)
from plaise.dossier import (
    Demarche,
    Door,
    Dossier,
    Gender,
    Piece,
    PieceKind,
    Relief,
    Representative,
    Result,
)
from plaise.drafting import Act, Brief, Details, Undone, check_act, draft
from plaise.drafting._blocks import ListBlock, Paragraph, lines
from plaise.drafting._source import held

FEW = make_attempts(4)
ANEF = "administration-etrangers-en-france.interieur.gouv.fr"
OTHER_DEMARCHES = (Demarche.DCEM, Demarche.TRAVEL_DOCUMENT, Demarche.CHANGE)


def words(act: Act, brief: Brief, details: Details | None = None) -> str:
    return "\n".join(lines(draft(act, brief, details))).replace("\u00a0", " ")


def codes(act: Act, brief: Brief, details: Details | None = None) -> set[str]:
    return {finding.code for finding in check_act(act, brief, details)}


def for_a_child(**overrides: Any) -> Dossier:
    facts: dict[str, Any] = {
        "person": make_person(birth_date=date(2014, 5, 2), gender=Gender.MASCULINE),
        "representative": Representative(
            last_name="Modèle", first_names="Fatou", capacity="mère", gender=Gender.FEMININE
        ),
    }
    return make_anef(**{**facts, **overrides})


def ordered(**facts: Any) -> tuple[Brief, Details]:
    """A dossier whose order was not obeyed, and what is known of that order."""
    details = make_details()
    assert details.order
    order = details.order.model_copy(update=facts)
    return make_brief(with_order(make_dossier())), details.model_copy(update={"order": order})


@pytest.mark.parametrize("demarche", OTHER_DEMARCHES)
@pytest.mark.parametrize("act", [Act.REQUETE, Act.COURRIEL, Act.LETTRE, Act.CENTRE_DE_CONTACT])
def test_what_is_not_a_permit_does_not_ask_for_what_only_permits_have(
    demarche: Demarche, act: Act
) -> None:
    request = make_request(door=Door.ANEF, demarche=demarche, expires_on=None, current_title="")
    make = for_a_child if demarche is Demarche.DCEM else make_anef
    brief = make_brief(make(request=request), FEW)
    text = words(act, brief)
    asked = text.partition("Par ces motifs")[2] if act is Act.REQUETE else text
    assert "R. 431-2" not in asked
    assert "accueil physique" in asked or "me recevoir" in asked
    if act is Act.REQUETE:
        assert "Ce texte parle des demandes de titre de séjour." in text
        assert "anef_hors_titre" in codes(act, brief)


def test_who_acts_for_a_child_is_told_to_prove_it() -> None:
    request = make_request(
        demarche=Demarche.DCEM, title_sought="document de circulation", expires_on=None
    )
    bare = for_a_child(request=request)
    assert "qualite" in codes(Act.REQUETE, make_brief(bare, FEW))
    birth = Piece(file="acte.pdf", kind=PieceKind.IDENTITY, label="Acte de naissance")
    proved = bare.model_copy(update={"pieces": (*bare.pieces, birth)})
    assert "qualite" not in codes(Act.REQUETE, make_brief(proved, FEW))


@pytest.mark.parametrize(
    ("expires", "told"),
    [
        (date(2026, 11, 2), "au plus tard le 2 mai 2027"),
        (date(2026, 12, 5), ""),
        (date(2026, 4, 1), ""),
    ],
)
def test_the_six_months_are_said_while_they_run(expires: date, told: str) -> None:
    text = words(Act.REQUETE, make_brief(make_dossier(request=make_request(expires_on=expires))))
    assert ("Le temps presse d’autant plus" in text) is bool(told)
    assert told in text


def test_a_card_still_valid_is_spoken_of_in_the_present() -> None:
    request = make_request(expires_on=date(2026, 12, 5))
    text = words(Act.REQUETE, make_brief(make_dossier(request=request)))
    assert "dans les deux mois qui précèdent cette expiration" in text


def test_one_capture_is_not_spoken_of_in_the_plural() -> None:
    brief = make_brief(captures=(make_capture(datetime.fromisoformat("2026-11-20T09:00")),))
    text = words(Act.REQUETE, brief)
    assert "1 pièces" not in text
    assert "mes captures" not in text
    assert "regroupées" not in words(Act.INVENTAIRE, brief)


def test_the_clock_of_an_overseas_screen_is_named_in_french() -> None:
    text = words(Act.REQUETE, make_brief(make_dossier(zone="Indian/Reunion")))
    assert "(heure de La Réunion)" in text


def test_the_enclosures_count_what_the_attempts_count() -> None:
    days = ("10-12T08:00", "10-20T08:00", "11-03T08:00")
    errors = tuple(
        make_capture(
            datetime.fromisoformat(f"2026-{day}"), Result.OUTAGE, host=ANEF, name=f"{at}.png"
        )
        for at, day in enumerate(days)
    )
    text = words(Act.LETTRE, make_brief(make_anef(), errors))
    assert "j’ai fait trois tentatives" in text
    assert "Trois captures d’écran" in text
    assert "Réponse du centre de contact" in text.partition("Cette enveloppe contient")[2]


def test_the_defenseur_gets_the_proof_of_the_letter() -> None:
    joined = words(Act.DEFENSEUR, make_brief()).partition("Je joins")[2]
    assert "Preuve de dépôt de la lettre" in joined
    sent = words(Act.LETTRE, make_brief()).partition("Cette enveloppe contient")[2]
    assert "Preuve de dépôt" not in sent


def test_no_capture_is_promised_to_the_help_desk_when_there_is_none() -> None:
    assert "capture" not in words(Act.CENTRE_DE_CONTACT, make_brief(make_anef(), ()))


@pytest.mark.parametrize("act", [Act.REQUETE_L521_4, Act.DEMANDE_L911_4])
def test_a_penalty_that_ran_is_to_be_liquidated(act: Act) -> None:
    brief, details = ordered(daily_penalty_euros=50)
    text = words(act, brief, details)
    assert "astreinte de 50 € par jour" in text
    assert "liquider l’astreinte" in text
    assert "L. 911-7" in text
    brief, details = ordered(daily_penalty_euros=0)
    assert "liquid" not in words(act, brief, details)


def test_a_stronger_penalty_is_a_higher_one() -> None:
    brief, details = ordered(daily_penalty_euros=150)
    assert "astreinte_trop_faible" in codes(Act.REQUETE_L521_4, brief, details)
    assert "astreinte_trop_faible" not in codes(Act.DEMANDE_L911_4, brief, details)
    higher = brief.dossier.model_copy(update={"relief": Relief(daily_penalty_euros=200)})
    brief = brief.model_copy(update={"dossier": higher})
    assert "astreinte_trop_faible" not in codes(Act.REQUETE_L521_4, brief, details)


def test_what_was_done_late_is_not_called_nothing() -> None:
    brief, details = ordered(undone=Undone.LATE)
    assert "inexecution" in codes(Act.REQUETE_L521_4, brief, details)
    done = "la date du 14 mai 2027 m’a été donnée le 20 novembre 2026"
    brief, details = ordered(undone=Undone.LATE, done=done)
    text = words(Act.REQUETE_L521_4, brief, details)
    assert f"La préfecture n’a agi qu’après ce délai : {done}" in text
    assert "Rien n’a été fait" not in text
    assert "rien n’est venu" not in text


def test_a_date_too_far_is_answered_by_a_day_even_on_the_teleservice() -> None:
    text = words(Act.OBSERVATIONS_DATE, make_brief(make_anef(), FEW), make_details())
    assert "la date d’un accueil physique permettant l’enregistrement de" in text
    assert "fixée au plus tard le 31 décembre 2026" in text


def test_a_young_adult_is_told_to_ask_for_a_day_before_the_limit() -> None:
    request = make_request(
        demarche=Demarche.FIRST_CARD, expires_on=None, current_title="", article="L. 423-22"
    )
    young = make_dossier(
        request=request, person=make_person(birth_date=date(2008, 1, 10)), relief=Relief()
    )
    assert "limite_d_age" in codes(Act.REQUETE, make_brief(young))
    soon = young.model_copy(update={"relief": Relief(latest_date=date(2026, 12, 31))})
    assert "limite_d_age" not in codes(Act.REQUETE, make_brief(soon))


def test_a_label_stays_with_the_list_that_it_names() -> None:
    written = draft(Act.DEFENSEUR, make_brief()).blocks
    label, following = written[-2:]
    assert isinstance(label, Paragraph)
    assert isinstance(following, ListBlock)
    assert label.keep
    assert held([following, label])[-1] == label


def test_the_inventory_ends_with_its_tables() -> None:
    last = draft(Act.INVENTAIRE, make_brief()).blocks[-1]
    assert not isinstance(last, Paragraph)
