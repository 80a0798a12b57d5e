"""What each situation changes in a petition: door, age, decision, nationality."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from factories import (
    TODAY,
    make_anef,
    make_brief,
    make_capture,
    make_dossier,
    make_person,
    make_request,
)
from plaise.dossier import (
    Circumstance,
    Demarche,
    Door,
    Dossier,
    Gender,
    HardCase,
    Piece,
    PieceKind,
    Representative,
    Result,
)
from plaise.drafting import (
    Act,
    Finding,
    check_act,
    draft,
)
from plaise.drafting._blocks import lines


def codes(findings: tuple[Finding, ...], *, blocking: bool = True) -> set[str]:
    return {finding.code for finding in findings if finding.blocking is blocking}


def first_card(**facts: Any) -> Dossier:
    request = make_request(demarche=Demarche.FIRST_CARD, expires_on=None, current_title="", **facts)
    return make_dossier(request=request)


def test_outside_renewals_each_circumstance_has_its_exhibit() -> None:
    reasons = (Circumstance(text="Je dors mal"), *make_dossier().urgency)
    dossier = first_card().model_copy(update={"urgency": reasons})
    found = check_act(Act.REQUETE, make_brief(dossier))
    assert codes(found) == {"urgence_sans_piece"}
    renewal = make_dossier(urgency=reasons)
    assert not codes(check_act(Act.REQUETE, make_brief(renewal)))


@pytest.mark.parametrize(
    "facts",
    [
        {"expires_on": date(2026, 5, 1)},
        {"hard_cases": (HardCase.OQTF,), "adviser": "Me X"},
        {"hard_cases": (HardCase.EARLIER_REFUSAL,), "adviser": "Me X"},
    ],
)
def test_urgency_is_not_presumed_for_every_renewal(facts: dict[str, Any]) -> None:
    request = make_request(**facts)
    bare = make_brief(make_dossier(request=request, urgency=()))
    assert codes(check_act(Act.REQUETE, bare)) == {"urgence"}
    written = "\n".join(lines(draft(Act.REQUETE, make_brief(make_dossier(request=request)))))
    assert "en principe constatée" not in written


def test_a_renewal_asked_for_too_soon_waits() -> None:
    request = make_request(expires_on=TODAY + timedelta(days=200))
    assert codes(check_act(Act.REQUETE, make_brief(make_dossier(request=request)))) == {"trop_tot"}


def test_an_older_decision_is_said_and_not_attacked() -> None:
    request = make_request(
        hard_cases=(HardCase.OQTF,), adviser="Me X", notified_on=date(2024, 3, 1)
    )
    written = "\n".join(lines(draft(Act.REQUETE, make_brief(make_dossier(request=request)))))
    assert "obligation de quitter le territoire" in written
    assert "je n’en demande ni l’annulation ni la suspension" in written


@pytest.mark.parametrize("case", [HardCase.ALREADY_REGISTERED, HardCase.APPOINTMENT_REFUSED])
def test_another_remedy_is_never_replaced_by_a_petition(case: HardCase) -> None:
    request = make_request(hard_cases=(case,), adviser="Me X")
    found = check_act(Act.REQUETE, make_brief(make_dossier(request=request)))
    assert [finding.code for finding in found] == ["hors_champ"]
    assert "autre recours" in found[0].message


def test_the_teleservice_needs_help_asked_for_and_proved() -> None:
    assert not codes(check_act(Act.REQUETE, make_brief(make_anef())))
    bare = make_anef(contacts=make_dossier().contacts)
    assert codes(check_act(Act.REQUETE, make_brief(bare))) == {"aide_demandee"}
    text = "\n".join(lines(draft(Act.REQUETE, make_brief(make_anef())))).replace("\u00a0", " ")
    assert "solution de substitution prévue au troisième alinéa de l’article R. 431-2" in text
    assert "accueil physique permettant l’enregistrement" in text
    assert "une date de rendez-vous pour déposer" not in text


def test_an_error_of_the_teleservice_counts_and_one_of_a_booking_site_does_not() -> None:
    host = "administration-etrangers-en-france.interieur.gouv.fr"
    errors = tuple(
        make_capture(
            datetime.fromisoformat(f"2026-{day}"), Result.OUTAGE, host=host, name=f"{n}.png"
        )
        for n, day in enumerate(("10-12T08:00", "10-12T08:20", "10-20T08:00", "11-03T08:00"))
    )
    text = "\n".join(lines(draft(Act.REQUETE, make_brief(make_anef(), errors))))
    assert "Je compte trois tentatives" in text
    assert "erreur du service" in text
    assert "faits" in codes(check_act(Act.REQUETE, make_brief(make_dossier(), errors)))


def test_a_silent_form_needs_the_proof_of_its_sending() -> None:
    unproved = first_card(door=Door.DEMARCHE_NUMERIQUE, date_asked_on=date(2026, 10, 26))
    receipt = Piece(
        file="accuse.pdf",
        kind=PieceKind.OTHER,
        label="Accusé de réception du formulaire",
        dated=date(2026, 10, 26),
    )
    form = unproved.model_copy(update={"pieces": (*unproved.pieces, receipt)})
    text = "\n".join(lines(draft(Act.REQUETE, make_brief(form, ()))))
    assert "J’ai envoyé le formulaire le 26\u00a0octobre\u00a02026 (pièce\u00a0n°\u00a06)" in text
    assert codes(check_act(Act.REQUETE, make_brief(unproved, ()))) == {"envoi_du_formulaire"}


def minor(**facts: Any) -> Dossier:
    others: dict[str, Any] = {
        "person": make_person(birth_date=date(2014, 5, 2), gender=Gender.MASCULINE),
        "request": make_request(
            demarche=Demarche.DCEM, title_sought="document de circulation", expires_on=None
        ),
        "representative": Representative(
            last_name="Modèle", first_names="Fatou", capacity="mère", gender=Gender.FEMININE
        ),
    }
    return make_dossier(**{**others, **facts})


def test_a_minor_speaks_through_the_holder_of_parental_authority() -> None:
    text = "\n".join(lines(draft(Act.REQUETE, make_brief(minor())))).replace("\u00a0", " ")
    assert "Mme Fatou MODÈLE" in text
    assert "Agissant en qualité de mère, pour l’enfant Aminata EXEMPLE" in text
    assert "Né le 2 mai 2014" in text
    assert "D. 414-1" in text
    assert "R. 431-3" not in text
    alone = check_act(Act.REQUETE, make_brief(minor(representative=None)))
    assert "representant" in codes(alone)
    grown = check_act(Act.COURRIEL, make_brief(minor(person=make_person())))
    assert codes(grown) == {"representant_de_trop"}


@pytest.mark.parametrize(
    ("birth", "article", "limit"),
    [
        (date(2008, 1, 10), "L. 423-22", "9 janvier 2027"),
        (date(2008, 1, 10), "l423-22", "9 janvier 2027"),
        (date(2008, 10, 10), "L. 435-3", "10 décembre 2026"),
        (date(2008, 1, 10), "L. 435-3", ""),
        (date(2007, 1, 10), "L. 423-22", ""),
    ],
)
def test_the_eve_of_nineteen_is_for_the_titles_that_the_text_lists(
    birth: date, article: str, limit: str
) -> None:
    dossier = first_card(article=article).model_copy(
        update={"person": make_person(birth_date=birth)}
    )
    text = "\n".join(lines(draft(Act.REQUETE, make_brief(dossier)))).replace("\u00a0", " ")
    assert ("Il y a plus" in text) is bool(limit)
    assert limit in text
    assert ("le 2° de l’article R. 431-5" in text) is (limit == "9 janvier 2027")


def test_an_algerian_file_may_not_cite_the_code_even_in_the_persons_words() -> None:
    person = make_person(nationality="algérienne")
    request = make_request(serious="Je remplis l’article L. 423-23")
    found = check_act(Act.REQUETE, make_brief(make_dossier(person=person, request=request)))
    assert codes(found) == {"accord_bilateral"}
    anef = check_act(Act.REQUETE, make_brief(make_anef(person=person)))
    assert [finding.code for finding in anef] == ["hors_champ"]
