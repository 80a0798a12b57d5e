"""What blocks an act, what is only to be checked, and what is said about it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from factories import (
    TODAY,
    brief_for,
    make_anef,
    make_attempts,
    make_brief,
    make_capture,
    make_details,
    make_dossier,
    make_person,
    make_pieces,
    make_real,
    make_request,
    with_order,
)
from plaise.dossier import (
    Capture,
    Contact,
    ContactKind,
    Demarche,
    Door,
    Dossier,
    PlaiseError,
    Relief,
)
from plaise.drafting import (
    Act,
    ActError,
    Brief,
    Document,
    Filing,
    Finding,
    ListBlock,
    Lost,
    Quote,
    Run,
    applicable_acts,
    check_act,
    draft,
    parse_details,
    references_of,
    reread,
)
from plaise.drafting._acts import SHEETS
from plaise.drafting._blocks import lines
from plaise.law import load_law
from plaise.readiness import assess


def codes(findings: tuple[Finding, ...], *, blocking: bool = True) -> set[str]:
    return {finding.code for finding in findings if finding.blocking is blocking}


def first_card(**facts: Any) -> Dossier:
    request = make_request(demarche=Demarche.FIRST_CARD, expires_on=None, current_title="", **facts)
    return make_dossier(request=request)


@pytest.mark.parametrize("act", list(Act))
def test_an_act_that_can_be_made_has_no_blocking_fault(act: Act) -> None:
    assert not codes(check_act(act, brief_for(act), make_details()))


def test_every_fault_is_listed_at_once() -> None:
    dossier = make_dossier(
        person=make_person(address=("",), phone="", email=""),
        request=make_request(expires_on=None),
        relief=Relief(latest_date=date(2026, 11, 1), costs_euros=20),
    )
    with pytest.raises(ActError) as refused:
        draft(Act.REQUETE, make_brief(dossier, (make_capture(None),)))
    found = {finding.code for finding in refused.value.findings}
    assert found == {"domicile", "joindre", "faits", "expire_le", "date_limite", "frais"}
    for finding in refused.value.findings:
        assert finding.message in str(refused.value)
        assert set(finding.references) <= set(load_law().references)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"demarche": Demarche.FAMILY}, "OFII"),
        ({"demarche": Demarche.ASYLUM}, "quarante-huit heures"),
        ({"demarche": Demarche.NATIONALITY}, "nationalité"),
        ({"door": Door.POST}, "envoie"),
        ({"door": Door.COUNTER}, "guichet"),
        ({"door": Door.OFII}, "OFII"),
    ],
)
@pytest.mark.parametrize("act", [Act.REQUETE, Act.COURRIEL, Act.ATTESTATION])
def test_out_of_scope_says_where_to_go(act: Act, facts: dict[str, Any], said: str) -> None:
    found = check_act(act, make_brief(make_dossier(request=make_request(**facts))))
    assert [finding.code for finding in found] == ["hors_champ"]
    assert said in found[0].message
    assert "association" in found[0].to_do


def test_an_invented_departement_is_never_filed() -> None:
    found = check_act(Act.REQUETE, make_brief(make_dossier(exercise=False)))
    assert "inventé" in found[0].message
    assert not codes(check_act(Act.REQUETE, make_brief(make_real())))


def test_a_residence_elsewhere_blocks_until_an_adviser_saw_it() -> None:
    person = make_person(address=("1 rue X", "69001 Lyon"))
    assert codes(check_act(Act.REQUETE, make_brief(make_real(person=person)))) == {"tribunal"}
    advised = make_real(person=person, request=make_request(adviser="Me X"))
    assert not codes(check_act(Act.REQUETE, make_brief(advised)))
    assert "tribunal" in codes(check_act(Act.REQUETE, make_brief(advised)), blocking=False)


def test_an_act_speaks_of_no_day_to_come() -> None:
    late = make_capture(datetime.fromisoformat("2026-12-01T08:00"), name="demain.png")
    contact = Contact(kind=ContactKind.VISIT, on=date(2026, 11, 30))
    brief = make_brief(make_dossier(contacts=(contact,)), (*make_attempts(3), late))
    messages = [f.message for f in check_act(Act.REQUETE, brief) if f.code == "date_future"]
    assert len(messages) == 2
    assert "demain.png" in messages[0]


_FILED_LATER = {"filing": Filing(on=date(2026, 11, 24), last_exhibit=20)}


@pytest.mark.parametrize("act", [act for act in Act if "filing" in SHEETS[act].tells])
def test_an_act_that_tells_of_the_filing_is_not_dated_before_it(act: Act) -> None:
    details = make_details(**_FILED_LATER)
    assert codes(check_act(act, brief_for(act), details)) == {"date_future"}
    assert act not in applicable_acts(brief_for(act), details)


@pytest.mark.parametrize("act", [act for act in Act if "filing" not in SHEETS[act].tells])
def test_an_act_that_does_not_tell_of_the_filing_may_be_dated_before_it(act: Act) -> None:
    assert not codes(check_act(act, brief_for(act), make_details(**_FILED_LATER)))


@pytest.mark.parametrize("act", [act for act in Act if "order" in SHEETS[act].tells])
@pytest.mark.parametrize("name", ["on", "received_on", "prefect_received_on"])
def test_an_act_after_an_order_is_not_dated_before_it(act: Act, name: str) -> None:
    order = make_details().order.model_copy(update={name: date(2026, 11, 25)})
    found = check_act(act, brief_for(act), make_details(order=order))
    assert [finding.code for finding in found if finding.blocking] == ["date_future"]
    assert "date fixée pour vos actes" in found[0].message
    assert "Changez la date des actes" in found[0].to_do


@pytest.mark.parametrize("fixed", [None, TODAY])
def test_a_wait_counted_from_a_fixed_date_says_that_it_may_be_changed(fixed: date | None) -> None:
    order = make_details().order.model_copy(update={"due_on": date(2026, 11, 30)})
    dossier = with_order(make_dossier(acts_on=fixed))
    (found,) = check_act(Act.DEMANDE_L911_4, make_brief(dossier), make_details(order=order))
    assert found.code == "delai_en_cours"
    assert ("Changez la date des actes" in found.to_do) is (fixed is not None)


def test_a_contact_and_its_proof_bear_dates_that_agree() -> None:
    contacts = (
        Contact(kind=ContactKind.EMAIL, on=date(2026, 10, 27), pieces=("courriel.eml",)),
        Contact(kind=ContactKind.LRAR, on=date(2026, 11, 7), pieces=("avis.pdf",)),
    )
    found = check_act(Act.LETTRE, make_brief(make_dossier(contacts=contacts)))
    assert [finding.code for finding in found if finding.blocking] == ["date_piece"] * 2


def test_a_plan_made_before_the_facts_changed_is_refused() -> None:
    brief = make_brief()
    moved = tuple(
        piece.model_copy(update={"dated": date(2026, 1, 1)}) for piece in brief.dossier.pieces[:1]
    )
    dossier = brief.dossier.model_copy(update={"pieces": (*moved, *brief.dossier.pieces[1:])})
    stale = brief.model_copy(update={"dossier": dossier})
    assert codes(check_act(Act.REQUETE, stale)) == {"piece_changee"}
    other = brief.captures[0].model_copy(update={"sha256": "0" * 64})
    swapped = brief.model_copy(update={"captures": (other, *brief.captures[1:])})
    assert codes(check_act(Act.REQUETE, swapped)) == {"piece_changee"}


def test_exhibit_numbers_leave_no_gap() -> None:
    brief = make_brief()
    plan = brief.plan.model_copy(
        update={"entries": (*brief.plan.entries[:-2], brief.plan.entries[-1])}
    )
    used = brief.captures[:-2] + brief.captures[-1:]
    gap = brief.model_copy(update={"plan": plan, "captures": used})
    assert "numeros" in codes(check_act(Act.REQUETE, gap))


def test_a_follow_up_waits_a_week_and_says_what_is_new() -> None:
    text = "\n".join(lines(draft(Act.RELANCE, make_brief())))
    assert "neuf tentatives de plus" in text
    silent = make_brief(make_dossier(contacts=()))
    assert codes(check_act(Act.RELANCE, silent)) == {"premier_message"}
    yesterday = Contact(kind=ContactKind.EMAIL, on=TODAY - timedelta(days=1))
    soon = make_brief(make_dossier(contacts=(yesterday,)))
    assert codes(check_act(Act.RELANCE, soon)) == {"relance_trop_proche", "rien_de_nouveau"}


def test_execution_is_not_asked_for_before_its_time() -> None:
    details = make_details()
    assert details.order
    running = details.model_copy(
        update={"order": details.order.model_copy(update={"due_on": TODAY})}
    )
    for act in (Act.REQUETE_L521_4, Act.DEMANDE_L911_4):
        assert codes(check_act(act, brief_for(act), running)) == {"delai_en_cours"}
        bare = details.model_copy(
            update={
                "order": details.order.model_copy(
                    update={"due_on": None, "ordered": "", "pieces": ()}
                )
            }
        )
        assert codes(check_act(act, brief_for(act), bare)) == {
            "dispositif",
            "delai_ordonnance",
            "ordonnance_sans_piece",
        }


def test_new_exhibits_go_on_from_the_last_number_filed() -> None:
    brief = brief_for(Act.MEMOIRE_COMPLEMENTAIRE)
    text = "\n".join(lines(draft(Act.MEMOIRE_COMPLEMENTAIRE, brief, make_details())))
    assert "dont la dernière est la pièce n° 20" in text.replace("\u00a0", " ")
    later = brief.plan.entries[-5:]
    plan = brief.plan.model_copy(update={"entries": later})
    few = make_details(filing=Filing(on=date(2026, 11, 3), last_exhibit=3))
    found = check_act(
        Act.MEMOIRE_COMPLEMENTAIRE,
        brief.model_copy(update={"plan": plan, "captures": brief.captures[-5:]}),
        few,
    )
    assert "numeros_suivants" in codes(found)


def test_references_checked_too_long_ago_are_to_be_checked_again() -> None:
    brief = make_brief(make_dossier(acts_on=None, relief=Relief()))
    old = brief.model_copy(update={"today": date(2028, 1, 1)})
    found = check_act(Act.LETTRE, old)
    assert codes(found, blocking=False) == {"references_a_verifier"}
    assert not codes(found)
    assert "cja-l521-3" in references_of(Act.LETTRE)
    for act in Act:
        assert set(references_of(act)) <= set(load_law().references)


def test_a_letter_silent_for_two_months_is_to_be_checked() -> None:
    letter = Contact(kind=ContactKind.LRAR, on=date(2026, 9, 1))
    found = check_act(Act.REQUETE, make_brief(make_dossier(contacts=(letter,))))
    assert "deux_mois" in codes(found, blocking=False)
    assert not codes(found)


def edited(document: Document, index: int, block: Any) -> Document:
    blocks = list(document.blocks)
    blocks[index] = block
    return Document(document.title, tuple(blocks))


def test_an_altered_quotation_is_noticed_and_an_own_one_is_not() -> None:
    document = draft(Act.REQUETE, make_brief())
    at = next(n for n, block in enumerate(document.blocks) if isinstance(block, Quote))
    block = document.blocks[at]
    assert isinstance(block, Quote)
    words = block.paragraphs[0][0].text
    altered = Quote(((Run(words.replace("peut ordonner", "doit ordonner")),),))
    found = reread(Act.REQUETE, edited(document, at, altered))
    assert [finding.code for finding in found] == ["citation_modifiee"]
    assert found[0].references == ("cja-l521-3",)
    own = Quote(
        ((Run("« Ma voisine m’a dit que la préfecture ne répondait jamais au téléphone. »"),),)
    )
    assert not reread(Act.REQUETE, edited(document, at, own))


@pytest.mark.parametrize(
    "asked",
    [
        "enjoindre au préfet de me délivrer une carte de séjour",
        "annuler la décision",
        "suspendre l’obligation de quitter le territoire",
        "condamner l’État à des dommages et intérêts",
    ],
)
def test_nothing_is_asked_that_this_judge_cannot_give(asked: str) -> None:
    document = draft(Act.REQUETE, make_brief())
    at = max(n for n, block in enumerate(document.blocks) if isinstance(block, ListBlock))
    found = reread(Act.REQUETE, edited(document, at, ListBlock(((Run(asked),),), ordered=True)))
    assert [finding.code for finding in found] == ["hors_de_l_office_du_juge"]


SITTINGS = (
    *make_attempts(8),
    make_capture(datetime.fromisoformat("2026-10-12T08:20"), name="f5-1.png"),
    make_capture(datetime.fromisoformat("2026-10-12T08:44"), name="f5-2.png"),
    make_capture(datetime.fromisoformat("2026-11-13T23:50"), name="nuit-1.png"),
    make_capture(datetime.fromisoformat("2026-11-14T00:10"), name="nuit-2.png"),
)


@pytest.mark.parametrize("captures", [SITTINGS, make_attempts(24), make_attempts(3)])
def test_the_petition_counts_what_the_assessment_counts(captures: tuple[Capture, ...]) -> None:
    brief = make_brief(make_dossier(), captures)
    assessment = assess(brief.dossier, captures, today=TODAY)
    told = next(one for one in assessment.criteria if one.id == "tentatives")
    count = told.facts["tentatives"]
    rows = [
        row
        for block in draft(Act.REQUETE, brief).blocks
        if hasattr(block, "rows") and len(block.header) == 6
        for row in block.rows
    ]
    assert len(rows) == count


def test_a_package_holds_the_acts_of_the_moment() -> None:
    assert applicable_acts(make_brief()) == (
        Act.RELANCE,
        Act.LETTRE,
        Act.DEFENSEUR,
        Act.AIDE_JURIDICTIONNELLE,
        Act.REQUETE,
        Act.ABSENCE_DE_DECISION,
        Act.INVENTAIRE,
        Act.FICHE_DE_DEPOT,
    )
    assert Act.COURRIEL in applicable_acts(make_brief(make_dossier(contacts=())))
    assert Act.CENTRE_DE_CONTACT in applicable_acts(make_brief(make_anef()))
    assert applicable_acts(make_brief(make_dossier(request=make_request(door=Door.POST)))) == ()


def test_details_are_read_from_toml_in_french() -> None:
    details = parse_details(
        '[ordonnance]\nnumero = "26"\ndate = 2026-10-30\ndelai_jusqu_au = 2026-11-16\n'
        'dispositif = "donner une date"\npieces = ["ordonnance.pdf"]\n'
        '[[reponses]]\nmotif = "trop peu"\nreponse = "j’ai continué"\n'
    )
    assert details.order
    assert details.order.due_on == date(2026, 11, 16)
    brief = make_brief(with_order(make_dossier(pieces=make_pieces())))
    assert isinstance(brief, Brief)
    assert draft(Act.NOUVELLE_REQUETE, brief, details).blocks
    with pytest.raises(PlaiseError, match=r"ordonnance\.date"):
        parse_details('[ordonnance]\nnumero = "26"\n')
    with pytest.raises(PlaiseError, match="TOML"):
        parse_details("[ordonnance\n")


def test_the_page_on_details_names_every_act_and_its_example_is_read() -> None:
    page = (Path(__file__).parents[2] / "docs/precisions-des-actes.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    details = parse_details(example)
    for act in Act:
        assert f"`{act.value}`" in page
        assert all(getattr(details, need) for need in SHEETS[act].needs)


def test_a_new_appointment_is_asked_for_once_it_is_said_why_the_first_was_lost() -> None:
    appointment = make_details().appointment
    assert appointment
    told = {}
    for lost in (None, *Lost):
        one = appointment.model_copy(update={"lost": lost, "told": "", "reason": ""})
        details = make_details(appointment=one)
        told[lost] = codes(check_act(Act.NOUVEAU_RENDEZ_VOUS, make_brief(), details))
    assert told == {
        None: {"suite"},
        Lost.MISSED: {"raison"},
        **{lost: set() for lost in (Lost.TURNED_AWAY, Lost.INCOMPLETE, Lost.CANCELLED)},
    }


def test_the_sheet_of_the_appointment_warns_first_and_asks_for_the_recepisse() -> None:
    written = list(lines(draft(Act.FICHE_RENDEZ_VOUS, make_brief(), make_details())))
    assert "arrêtées au guichet" in written[2]
    text = "\n".join(written)
    assert "récépissé" in text
    assert "R. 431-12" in text.replace("\u00a0", " ")


def test_a_follow_up_names_what_was_sent_last() -> None:
    texts = []
    for kind in (ContactKind.EMAIL, ContactKind.LRAR):
        contact = Contact(kind=kind, on=TODAY - timedelta(days=10))
        brief = make_brief(make_dossier(contacts=(contact,)))
        texts.append("\n".join(lines(draft(Act.RELANCE, brief))))
    assert "mon courriel du 13 novembre 2026, resté" in texts[0].replace("\u00a0", " ")
    assert "ma lettre recommandée du 13 novembre 2026, restée" in texts[1].replace("\u00a0", " ")
