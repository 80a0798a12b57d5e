"""Every act, for every démarche, door, gender and number of exhibits that it can be made for."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from itertools import product

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
    Capture,
    Demarche,
    Door,
    Dossier,
    Gender,
    Representative,
    Result,
    typeset,
)
from plaise.drafting import Act, ActError, Brief, Details, Document, Quote, draft, reread
from plaise.drafting._acts import SHEETS
from plaise.drafting._blocks import lines, text

ENGLISH = re.compile(
    r"\b(the|and|with|from|this|your|none|null|true|false|undefined|draft|exhibit|refusal|outage)\b",
    re.IGNORECASE,
)
UNRESOLVED = re.compile(r"\{\{|\}\}|\{%|%\}|[\ue000-\uf8ff]|\(\)|, ,|\.\.|\bNone\b|« »|\(\s")
BAD_SPACES = re.compile(r"  | ,| \.(?=\s|$)|\( | \)|^ | $|\u00a0 | \u00a0|[^\s\u202f][;!?](?:\s|$)")
BAD_FRENCH = re.compile(
    r"\b(?:d[eà] les? (?:préfet|tribunal|Val)|(?:de|la) (?:Exempleville|enfant|article)\b|"
    r"que ils?|que elles?|si ils?|ma ma|la la|une une|dans dans|le le)\b"
)
CITED = re.compile(r"pièces?\u00a0n°\u00a0([\d\s\u00a0,à]*\d(?: et \d+)?)")

DOORS = (Door.BOOKING, Door.RDV_PREFECTURE, Door.DEMARCHE_NUMERIQUE, Door.ANEF)
DEMARCHES = (
    Demarche.FIRST_CARD,
    Demarche.RENEWAL,
    Demarche.DCEM,
    Demarche.TRAVEL_DOCUMENT,
    Demarche.CHANGE,
)
TITLES = {
    Demarche.DCEM: "document de circulation pour étranger mineur",
    Demarche.TRAVEL_DOCUMENT: "titre de voyage pour réfugié",
}
MIXED = (
    *make_attempts(6),
    make_capture(datetime.fromisoformat("2026-10-12T08:20"), name="f5.png"),
    make_capture(datetime.fromisoformat("2026-10-20T09:02"), Result.OUTAGE),
    make_capture(date(2026, 10, 28), name="sans-heure.png"),
    make_capture(
        datetime.fromisoformat("2026-11-09T07:03"), Result.SLOT_OFFERED, name="creneau.png"
    ),
    make_capture(
        datetime.fromisoformat("2026-11-03T07:03"),
        Result.BLOCKED_FORM,
        wording="bf_categorie_non_selectionnable",
    ),
    make_capture(None),
)
CAPTURES: dict[str, tuple[Capture, ...]] = {
    "une": make_attempts(1, start=datetime.fromisoformat("2026-11-10T08:00")),
    "vingt-quatre": make_attempts(24),
    "mêlées": MIXED,
}


@cache
def brief_of(demarche: Demarche, door: Door, gender: Gender, captures: str) -> Brief:
    facts: dict[str, object] = {"demarche": demarche, "door": door}
    if door is Door.DEMARCHE_NUMERIQUE:
        facts["date_asked_on"] = date(2026, 10, 26)
    if demarche is not Demarche.RENEWAL:
        facts |= {"expires_on": None, "current_title": ""}
    if demarche in TITLES:
        facts["title_sought"] = TITLES[demarche]
    others: dict[str, object] = {
        "request": make_request(**facts),
        "person": make_person(gender=gender),
    }
    if demarche is Demarche.DCEM:
        others["person"] = make_person(gender=gender, birth_date=date(2014, 5, 2))
        others["representative"] = Representative(
            last_name="Exemple", first_names="Alix", capacity="parent", gender=gender
        )
    dossier: Dossier = (make_anef if door is Door.ANEF else make_dossier)(**others)
    return make_brief(with_order(dossier), CAPTURES[captures])


def possible(act: Act, door: Door) -> bool:
    return door is Door.ANEF or not SHEETS[act].anef


def numbers_in(cited: str) -> set[int]:
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:\u00a0à\u00a0(\d+))?", cited):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def faults_of(document: Document, brief: Brief, act: Act) -> list[str]:
    known = {entry.number for entry in brief.plan.entries}
    found = [finding.message for finding in reread(act, document)]
    for line in lines(document):
        matches = (rule.search(line) for rule in (UNRESOLVED, BAD_SPACES, ENGLISH, BAD_FRENCH))
        found += [f"« {match[0]} » : {line[:160]}" for match in matches if match]
        orphans = (numbers_in(cited) - known for cited in CITED.findall(line))
        found += [f"pièces orphelines {numbers} : {line[:160]}" for numbers in orphans if numbers]
        if typeset(line) != line:
            found += [f"typographie : {line[:160]}"]
    return found


@pytest.mark.parametrize("act", list(Act))
def test_every_act_is_finished_french_with_no_orphan(act: Act) -> None:
    made = 0
    for demarche, door, gender, captures in product(DEMARCHES, DOORS, Gender, CAPTURES):
        if not possible(act, door):
            continue
        brief = brief_of(demarche, door, gender, captures)
        document = draft(act, brief, make_details())
        assert not faults_of(document, brief, act), (demarche, door, gender, captures)
        assert document.mark == "Exemple – exercice, à ne pas déposer"
        made += 1
    assert made >= 36


@pytest.mark.parametrize("act", list(Act))
def test_the_three_genders_say_the_same_words(act: Act) -> None:
    """Only the endings and the civility differ: « reçue », « reçu », « reçu·e »."""
    for demarche, door in product(DEMARCHES, DOORS):
        if not possible(act, door):
            continue
        said = {
            gender: "\n".join(
                lines(draft(act, brief_of(demarche, door, gender, "mêlées"), make_details()))
            )
            for gender in Gender
        }
        inclusive = said[Gender.INCLUSIVE]
        masculine = said[Gender.MASCULINE].replace("M.\u00a0", "")
        feminine = said[Gender.FEMININE].replace("Mme\u00a0", "")
        if act is Act.ATTESTATION:  # the witness chooses alone
            masculine = masculine.replace("soussigné", "soussigné")
            assert inclusive.replace("·e", "") == masculine.replace("·e", "")
            continue
        assert "·e" not in masculine + feminine
        assert inclusive.replace("·e", "") == masculine
        assert inclusive.replace("·e", "e") == feminine


def test_the_petition_agrees_somewhere_with_the_person() -> None:
    told = {
        gender: "\n".join(
            lines(draft(Act.REQUETE, brief_of(Demarche.RENEWAL, Door.ANEF, gender, "mêlées")))
        )
        for gender in Gender
    }
    assert "Être reçue à la préfecture" in told[Gender.FEMININE]
    assert "Être reçu à la préfecture" in told[Gender.MASCULINE]
    assert "Être reçu·e à la préfecture" in told[Gender.INCLUSIVE]


@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize("nationality", ["algérienne", "algérien", "Algérie"])
def test_no_article_of_substance_is_cited_under_an_agreement(act: Act, nationality: str) -> None:
    for door in DOORS:
        if not possible(act, door):
            continue
        brief = brief_of(Demarche.FIRST_CARD, door, Gender.MASCULINE, "vingt-quatre")
        dossier = brief.dossier.model_copy(
            update={
                "person": brief.dossier.person.model_copy(update={"nationality": nationality}),
                "request": brief.dossier.request.model_copy(
                    update={"adviser": "Me Modèle", "article": "L. 423-22"}
                ),
            }
        )
        document = draft(act, brief.model_copy(update={"dossier": dossier}), make_details())
        written = "\n".join(lines(document)).replace("\u00a0", " ")
        assert not re.search(r"L\. 4[1-3]\d-\d", written)
        if door is not Door.ANEF:
            assert "entrée et du séjour" not in written


HOSTILE = (
    "{{ 7 * 7 }} {% for x in y %}",
    "# titre ::: bandeau",
    "$x^2$ #set page(width: 1pt)",
    "<script>alert(1)</script> **gras** `code`",
    "| a | b | c |",
    "mot " * 2500,
)


@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_values_come_out_as_text_in_every_act(act: Act, value: str) -> None:
    door = Door.ANEF if SHEETS[act].anef else Door.BOOKING
    brief = brief_of(Demarche.RENEWAL, door, Gender.FEMININE, "une")
    plain = draft(act, brief, make_details())
    request = brief.dossier.request.model_copy(
        update={"title_sought": f"x {value}", "serious": value}
    )
    urgency = tuple(r.model_copy(update={"text": value}) for r in brief.dossier.urgency)
    facts = brief.dossier.model_copy(update={"request": request, "urgency": urgency})
    shown = draft(act, brief.model_copy(update={"dossier": facts}), hostile_details(value))
    assert [type(block) for block in shown.blocks] == [type(block) for block in plain.blocks]
    if act is not Act.AIDE_JURIDICTIONNELLE and "{{" in value and act is not Act.ATTESTATION:
        written = "\n".join(lines(shown)).replace("\u00a0", " ")
        assert "{{ 7 * 7 }}" in written or act in {
            Act.INTERVENTION,
            Act.INVENTAIRE,
            Act.MEMOIRE_COMPLEMENTAIRE,
        }


def hostile_details(value: str) -> Details:
    details = make_details()
    assert details.order
    replies = tuple(r.model_copy(update={"answer": value, "point": value}) for r in details.replies)
    order = details.order.model_copy(update={"ordered": value})
    return details.model_copy(update={"replies": replies, "order": order})


def test_a_quotation_is_always_one_of_the_laws() -> None:
    from plaise.law import load_law

    texts = [
        typeset(" ".join(quotation.text.split()))
        for reference in load_law().references.values()
        for quotation in reference.quotations
        if not quotation.reported
    ]
    seen = 0
    for act in Act:
        door = Door.ANEF if SHEETS[act].anef else Door.BOOKING
        for door_ in {door, Door.ANEF}:
            brief = brief_of(Demarche.DCEM, door_, Gender.FEMININE, "vingt-quatre")
            for block in draft(act, brief, make_details()).blocks:
                if isinstance(block, Quote):
                    for part in block.paragraphs:
                        quoted = text(part).strip("«»\u00a0 ")
                        assert any(quoted in own for own in texts), quoted
                        seen += 1
    assert seen > 30


def test_an_act_is_refused_rather_than_left_incomplete() -> None:
    for act in Act:
        brief = brief_of(Demarche.RENEWAL, Door.ANEF, Gender.FEMININE, "vingt-quatre")
        if not SHEETS[act].needs:
            assert draft(act, brief).blocks
            continue
        with pytest.raises(ActError, match="il manque"):
            draft(act, brief)
