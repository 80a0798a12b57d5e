"""The acts: what they must say, what they must never say, and what blocks them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from factories import (
    brief_for,
    make_attempts,
    make_brief,
    make_capture,
    make_details,
    make_dossier,
    make_person,
    make_request,
)
from plaise.dossier import (
    Capture,
    Circumstance,
    Demarche,
    Door,
    Dossier,
    Explanation,
    HardCase,
    PlaiseError,
    PrefectTitle,
    Prefecture,
    Relief,
    Result,
    typeset,
)
from plaise.drafting import Act, Document, Table, draft
from plaise.drafting._blocks import lines
from plaise.law import load_law


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def words(document: Document) -> str:
    return "\n".join(lines(document)).replace("\u00a0", " ").replace("\u202f", " ")


def petition(dossier: Dossier, captures: tuple[Capture, ...] | None = None) -> str:
    return words(draft(Act.REQUETE, make_brief(dossier, captures)))


ODD_CAPTURES = (
    *make_attempts(6),
    make_capture(at("2026-10-20T09:02"), Result.OUTAGE),
    make_capture(date(2026, 10, 28), name="sans-heure.png"),
    make_capture(at("2026-11-09T07:03"), Result.SLOT_OFFERED, name="creneau.png"),
    make_capture(
        at("2026-11-03T07:03"), Result.BLOCKED_FORM, wording="bf_categorie_non_selectionnable"
    ),
    make_capture(at("2026-11-04T07:03"), Result.CAPTCHA),
    make_capture(at("2026-11-05T07:03"), Result.DEAD_LINK),
    make_capture(None),
)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("", "Mamadou"),
        ("Jean-Noël", "de L’Étoile"),
        ("N'Golo", "O'Connor d'Aïr"),
        ("ʿAbd al-Raḥmān", "ibn Muḥammad al-Ṣāliḥī"),
        ("{{ nom }} *#$", "<b>|</b>"),
        ("A" * 300, "B " * 200),
    ],
)
def test_any_name_is_printed_as_typed(first: str, last: str) -> None:
    person = make_person(first_names=first, last_name=last)
    for act in set(Act) - {Act.AIDE_JURIDICTIONNELLE}:
        brief = brief_for(act)
        named = brief.dossier.model_copy(update={"person": person})
        document = draft(act, brief.model_copy(update={"dossier": named}), make_details())
        assert typeset(person.full_name).replace("\u202f", " ") in words(document)


def test_the_petition_has_what_the_code_requires() -> None:
    text = petition(make_dossier())
    for needed in (
        "RÉFÉRÉ",
        "TRIBUNAL ADMINISTRATIF D’EXEMPLEVILLE",
        "Mme Aminata EXEMPLE",
        "Demeurant 12 rue des Essais, 00100 Exempleville",
        "06 39 98 12 34",
        "aminata@exemple.test",
        "nationalité malienne",
        "L’État, représenté par la préfète du Val-d’Exemple",
        "Les faits",
        "Discussion",
        "Par ces motifs",
        "enjoindre à la préfète du Val-d’Exemple",
        "dans un délai de quinze jours à compter de la notification de l’ordonnance",
        "au plus tard le 31 décembre 2026",
        "astreinte de 100 € par jour de retard",
        "L. 911-3",
        "Fait à Exempleville, le 23 novembre 2026",
        "inventaire",
    ):
        assert needed in text
    for outdated in ("R. 311-1", "L. 911-1", "amende", "229773"):
        assert outdated not in text


def test_quotations_are_the_law_files_own_words() -> None:
    references = load_law().references
    text = "\n".join(lines(draft(Act.REQUETE, make_brief(make_dossier()))))
    for name, part in (
        ("cja-l521-3", "texte"),
        ("ce-435594", "point-3"),
        ("ce-435594", "point-4"),
        ("ce-448178", "texte"),
    ):
        assert typeset(references[name].quote(part)) in text
    for quotation in references["ce-453391"].quotations:
        assert typeset(quotation.text) not in text


def test_an_outage_is_never_counted_and_a_slot_is_never_hidden() -> None:
    note = Explanation(capture="creneau.png", text="Cette date tombait après mon embauche.")
    brief = make_brief(make_dossier(explanations=(note,)), ODD_CAPTURES)
    document = draft(Act.REQUETE, brief)
    text = words(document)
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert len(table.rows) == 8  # six refusals, one without a clock, one blocked form
    assert "huit tentatives" in text
    assert "Je ne les compte pas comme des refus" in text
    assert "le mardi 20 octobre 2026 à 9 h 02, une page d’erreur" in text
    assert "a affiché une disponibilité le lundi 9 novembre 2026 à 7 h 03" in text
    assert "Cette date tombait après mon embauche." in text
    assert "sans la compter, une capture dont la date n’est pas visible" in text


def test_a_day_that_the_screen_does_not_show_is_marked_and_explained() -> None:
    phone = make_capture(
        at("2026-11-05T08:12"), name="tel.png", date=None, date_inferred="2026-11-05"
    )
    note = Explanation(capture="tel.png", text="Mon téléphone ne montre pas la date.")
    text = petition(make_dossier(explanations=(note,)), (*make_attempts(4), phone))
    assert "jeu. 05/11/2026*" in text
    assert "L’astérisque (*) signale un jour que l’écran ne montre pas en entier" in text
    assert "(pièce n° 9) Mon téléphone ne montre pas la date." in text
    assert "*" not in petition(make_dossier())


def test_all_the_sites_tried_are_named() -> None:
    other = make_capture(at("2026-11-05T08:12"), host="rdv-prefecture.exercice.test")
    text = petition(make_dossier(), (*make_attempts(4), other))
    both = "sur val-d-exemple.exercice.test et rdv-prefecture.exercice.test"
    assert both in text


def test_each_row_points_to_its_exhibit_and_page() -> None:
    brief = make_brief(make_dossier(), ODD_CAPTURES)
    table = next(b for b in draft(Act.REQUETE, brief).blocks if isinstance(b, Table))
    counted = [capture for capture in brief.used if capture.counts and capture.shown_on]
    for row, capture in zip(table.rows, counted, strict=True):
        entry = brief.entry(capture)
        assert (row[4][0].text, row[5][0].text) == (str(entry.number), str(entry.first_page))


def test_urgency_is_in_principle_for_a_renewal_and_argued_otherwise() -> None:
    renewal = petition(make_dossier())
    assert "l’urgence est en principe constatée" in renewal
    assert "ma première tentative date du 12 octobre 2026" in renewal
    first = petition(make_dossier(request=make_request(demarche=Demarche.FIRST_CARD)))
    assert "circonstances particulières" in first
    assert "en principe constatée" not in first
    assert "commencer le 1er décembre 2026 (pièce n° 2)." in first


def test_an_unproved_reason_is_told_as_the_persons_own_statement() -> None:
    reasons = (Circumstance(text="Je dors mal."), *make_dossier().urgency)
    assert "Je dors mal (selon ma déclaration)." in petition(make_dossier(urgency=reasons))


def test_no_ceseda_article_is_cited_for_an_algerian_person() -> None:
    text = petition(make_dossier(person=make_person(nationality="algérienne")))
    assert "code de l’entrée et du séjour" not in text


def test_costs_are_asked_only_with_receipts() -> None:
    assert "L. 761-1" not in petition(make_dossier())
    relief = Relief(costs_euros=14, costs_pieces=("depot.pdf",))
    assert "14 € au titre de l’article L. 761-1" in petition(make_dossier(relief=relief))
    with pytest.raises(PlaiseError, match="frais"):
        petition(make_dossier(relief=Relief(costs_euros=14)))


def test_paris_has_a_prefect_of_police() -> None:
    prefecture = Prefecture(departement="75", title=PrefectTitle.PREFET, address=("1 rue X",))
    person = make_person(address=("12 rue des Essais", "75011 Paris"))
    text = petition(make_dossier(exercise=False, prefecture=prefecture, person=person))
    assert "TRIBUNAL ADMINISTRATIF DE PARIS" in text
    assert "enjoindre au préfet de police de me communiquer" in text


def test_the_inventory_names_every_exhibit_in_order() -> None:
    brief = make_brief(make_dossier())
    table, hashes = (
        block for block in draft(Act.INVENTAIRE, brief).blocks if isinstance(block, Table)
    )
    assert [row[0][0].text for row in table.rows] == [str(e.number) for e in brief.plan.entries]
    assert [row[1][0].text for row in hashes.rows] == [e.sha256 for e in brief.plan.entries]


@pytest.mark.parametrize(
    ("dossier", "captures", "said"),
    [
        (make_dossier(person=make_person(address=("",))), None, "votre adresse"),
        (make_dossier(person=make_person(phone="", email="")), None, "téléphone"),
        (make_dossier(request=make_request(expires_on=None)), None, "expire_le"),
        (make_dossier(), (make_capture(None),), "capture datée"),
        (make_dossier(), (make_capture(at("2026-10-20T09:02"), Result.OUTAGE),), "capture datée"),
        (
            make_dossier(request=make_request(demarche=Demarche.FIRST_CARD), urgency=()),
            None,
            "raison urgente",
        ),
        (make_dossier(relief=Relief(latest_date=date(2026, 11, 1))), None, "date limite"),
        (make_dossier(request=make_request(hard_cases=(HardCase.OQTF,))), None, "risque"),
        (
            make_dossier(
                request=make_request(hard_cases=(HardCase.ALREADY_REGISTERED,), adviser="Me X")
            ),
            None,
            "autre recours",
        ),
        (make_dossier(request=make_request(demarche=Demarche.FAMILY)), None, "OFII"),
        (make_dossier(request=make_request(demarche=Demarche.DCEM)), None, "autorité parentale"),
        (make_dossier(request=make_request(door=Door.ANEF)), None, "centre de contact"),
    ],
)
def test_a_petition_that_would_be_incomplete_is_refused(
    dossier: Dossier, captures: tuple[Capture, ...] | None, said: str
) -> None:
    with pytest.raises(PlaiseError, match=said) as refused:
        petition(dossier, captures)
    assert refused.value.to_do


def test_a_capture_without_exhibit_number_is_refused() -> None:
    brief = make_brief(make_dossier())
    with pytest.raises(PlaiseError, match="numéro de pièce"):
        draft(Act.REQUETE, brief.model_copy(update={"captures": ODD_CAPTURES}))


@pytest.mark.parametrize(("days", "told"), [(1, "délai d’un jour"), (15, "délai de quinze jours")])
def test_the_delay_is_asked_in_good_french(days: int, told: str) -> None:
    dossier = make_dossier(relief=Relief(delay_days=days))
    assert told in petition(dossier)
