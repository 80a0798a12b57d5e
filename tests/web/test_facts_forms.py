"""The facts typed through the forms are those that a text editor would have written."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from facts_cases import EXAMPLE, day, example, type_the_example
from web_cases import Newcomer

from plaise.dossier import ContactKind, HardCase, edit_facts, raw_facts, zone_of_facts
from plaise.store import read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, create_dossier, import_parts
from plaise.web.facts import list_views
from plaise.web.facts.proofs import blocks
from plaise.web.facts.screens import PARTS, SCREENS
from plaise.web.journey import State, stages
from plaise.web.spoken import plainly
from plaise.work import warnings_to_show

pytestmark = pytest.mark.usefixtures("example_day")


@pytest.fixture
def empty(person: Unlocked) -> EncryptedDossier:
    return create_dossier(person, exercise=True)


@pytest.fixture
def full(person: Unlocked) -> EncryptedDossier:
    """The example, without its captures."""
    parts = [part for part in read_folder(EXAMPLE) if not part.path.startswith("captures/")]
    return import_parts(person, parts)


def at(dossier: EncryptedDossier, place: str = "") -> str:
    return f"/dossiers/{dossier.id}/{place}"


def test_from_nothing_the_forms_write_the_very_facts_of_the_example(
    member: Newcomer, empty: EncryptedDossier, monkeypatch: pytest.MonkeyPatch
):
    names = [one.capture for one in example().explanations]
    monkeypatch.setattr(list_views, "_captures", lambda dossier: dict.fromkeys(names))
    type_the_example(member, empty)
    wanted = example().model_copy(update={"id": empty.facts().id, "acts_on": None})
    assert empty.facts() == wanted
    assert warnings_to_show(empty) == ()
    assert raw_facts(empty.facts_text())["demande"]["situations_difficiles"] == []
    done = {one.step.name for one in stages(empty) if one.state is State.DONE}
    assert {"before", "who", "request", "contacts", "pieces"} <= done


@pytest.mark.parametrize(
    "place",
    [
        *(f"{one.place}/" for one in SCREENS.values() if one.form),
        *(
            f"{name}/{n}/"
            for name in ("demande/urgence", "contacts", "explications")
            for n in (0, 1)
        ),
    ],
)
def test_a_screen_saved_as_it_was_shown_leaves_the_text_alone(
    member: Newcomer, full: EncryptedDossier, place: str
):
    before = full.facts_text()
    form = member.get(at(full, place)).context["form"]
    sent: dict[str, object] = {}
    for name in form.fields:
        bound = form[name]
        for widget in bound.subwidgets:
            _collect(sent, widget.data)
    answer = member.post(at(full, place), sent)
    if place in {"qui/representant/", "avant/situation/"}:  # not answered in the example
        assert answer.status_code == 422
    else:
        assert answer.status_code == 302, (sent, answer.content.decode())
    assert full.facts_text() == before


def _collect(sent: dict[str, object], data: dict) -> None:
    """What a browser would send back of a widget as it was drawn."""
    if "subwidgets" in data:
        for one in data["subwidgets"]:
            _collect(sent, one)
        return
    if data.get("type") == "file":
        return
    if data.get("type") in {"checkbox", "radio", "select"}:
        if data.get("selected"):
            held = sent.setdefault(data["name"], [])
            assert isinstance(held, list)
            held.append(data["value"])
    elif data.get("value") is not None:
        sent[data["name"]] = str(data["value"]).replace("\n", "\r\n")


def test_what_no_form_covers_stays_with_its_comments(member: Newcomer, full: EncryptedDossier):
    text, version = full.versioned_facts()
    corrected = {"regle": "six_months", "date": example().acts_on, "raison": "Avis"}
    full.write_facts(edit_facts(text, {("dates_corrigees", 0): corrected}), seen=version)
    before = full.facts()
    comments = [one for one in full.facts_text().splitlines() if one.startswith("#")]
    typed = {"first_names": "Awa", "last_name": "Exemple", "gender": "feminin"}
    assert member.post(at(full, "qui/nom/"), typed).status_code == 302
    person = before.person.model_copy(update={"first_names": "Awa"})
    assert full.facts() == before.model_copy(update={"person": person})
    assert [one for one in full.facts_text().splitlines() if one.startswith("#")] == comments


def test_two_tabs_on_two_screens_both_count_on_the_same_screen_the_second_is_told(
    member: Newcomer, full: EncryptedDossier
):
    names = member.get(at(full, "qui/nom/")).context["form"].initial | {}
    seen_name = member.get(at(full, "qui/nom/")).context["form"]["seen"].value()
    seen_home = member.get(at(full, "qui/adresse/")).context["form"]["seen"].value()
    typed = {"last_name": "Autre", "first_names": "A", "gender": "feminin", "seen": seen_name}
    assert member.post(at(full, "qui/nom/"), typed).status_code == 302
    home = {"address": "1 rue B\r\n00100 Exempleville", "city": "Ici", "seen": seen_home}
    assert member.post(at(full, "qui/adresse/"), home).status_code == 302
    late = member.post(at(full, "qui/nom/"), typed | {"last_name": str(names["last_name"])})
    assert late.status_code == 409
    assert (full.facts().person.last_name, full.facts().city) == ("Autre", "Ici")


@pytest.mark.parametrize(
    ("place", "typed", "said"),
    [
        ("qui/adresse/", {"address": "Chez Awa", "city": "Ici"}, "code postal"),
        ("qui/nom/", {"first_names": "A"}, "Nom de famille"),
        ("qui/naissance/", day("birth_date", "2026-02-31"), "n’existe pas"),
        ("qui/naissance/", day("birth_date", "2062-02-03"), "pas encore arrivé"),
        ("contacts/ajouter/courriel/", day("on", "2027-11-02"), "pas encore arrivé"),
        ("qui/joindre/", {"phone": "06"}, "trop court"),
        ("qui/joindre/", {"email": "moi"}, "pas complète"),
        ("avant/situation/", {"situations": ["aucune", "oqtf"]}, "ne va pas avec"),
        ("avant/situation/", {}, "Cochez ce qui vous concerne"),
        ("avant/site/", {"address": "prefecture"}, "pas complète"),
        ("avant/demarche/", {"demarche": "x", "departement": "20"}, "x"),
        ("demande/juge/", {"delay": 400, "penalty": 0, "costs": 0}, "90"),
        (
            "contacts/ajouter/lettre_recommandee/",
            {**day("on", "2026-11-02"), "tracking": "RK123456789FR"},
            "forme d’un numéro",
        ),
        ("contacts/ajouter/courriel/", {}, "Date"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_written(
    member: Newcomer, empty: EncryptedDossier, place: str, typed: dict, said: str
):
    before = empty.facts_text()
    answer = member.post(at(empty, place), typed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert 'class="errors"' in answer.content.decode()
    assert empty.facts_text() == before


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "PDF abîmé\u00a0: des pages"), ("en", "damaged PDF")]
)
def test_a_file_that_the_court_would_refuse_is_told_in_the_words_of_a_page(
    member: Newcomer, empty: EncryptedDossier, language: str, said: str
):
    member.post("/langue/", {"langue": language})
    sent = {"kind": "autre", "file": SimpleUploadedFile("a.pdf", b"%PDF-1.4 ...")}
    page = member.post(at(empty, "pieces/"), sent).content.decode()
    assert said in page
    assert "la commande" not in page


@pytest.mark.parametrize("place", ["pret/", "plan/", "numeros/", "chronologie/", "apres/"])
def test_a_step_before_its_time_leads_to_the_answers_that_are_missing(
    member: Newcomer, empty: EncryptedDossier, place: str
):
    page = member.get(at(empty, place)).content.decode()
    assert f'href="{at(empty, "qui/nom/")}"' in page
    assert "dossier.toml" not in page


def test_a_letter_keeps_its_number_as_la_poste_writes_it(member: Newcomer, empty):
    typed = {**day("on", "2026-11-02"), "tracking": "1a23456789012", "recipient": "Préfecture"}
    member.post(at(empty, "contacts/ajouter/lettre_recommandee/"), typed)
    (held,) = blocks(raw_facts(empty.facts_text()), "contacts")
    assert held["numero_de_suivi"] == "1A 234 567 8901 2"
    assert "1A 234 567 8901 2" in member.get(at(empty, "contacts/")).content.decode()


def test_a_contact_is_corrected_and_taken_out_and_its_proofs_stay(
    member: Newcomer, full: EncryptedDossier
):
    typed = {
        **day("on", "2026-10-27"),
        "answer": "Réessayez.",
        "pieces": ["courriel-2026-10-26.eml"],
    }
    assert member.post(at(full, "contacts/0/"), typed).status_code == 302
    assert full.facts().contacts[0].answer == "Réessayez."
    assert "Retirer" in member.get(at(full, "contacts/0/retirer/")).content.decode()
    assert member.post(at(full, "contacts/0/retirer/"), {}).status_code == 302
    assert [one.kind for one in full.facts().contacts] == [ContactKind.LRAR]
    assert len(full.facts().pieces) == len(example().pieces)
    assert member.get(at(full, "contacts/7/")).status_code == 404
    assert member.get(at(full, "contacts/ajouter/pigeon/")).status_code == 404


def test_a_block_that_moved_meanwhile_is_not_taken_out_instead_of_another(
    member: Newcomer, full: EncryptedDossier
):
    seen = member.get(at(full, "demande/urgence/0/retirer/")).context["form"]["seen"].value()
    member.post(at(full, "demande/urgence/0/retirer/"), {"seen": seen})
    late = member.post(at(full, "demande/urgence/0/retirer/"), {"seen": seen})
    assert late.status_code == 409
    assert len(full.facts().urgency) == 1


def test_a_real_dossier_is_not_offered_the_invented_departement(member: Newcomer, person):
    real = create_dossier(person, exercise=False)
    assert "Val-d’Exemple" not in member.get(at(real, "avant/demarche/")).content.decode()
    answer = member.post(
        at(real, "avant/demarche/"), {"demarche": "renouvellement", "departement": "974"}
    )
    assert answer.status_code == 302
    assert zone_of_facts(raw_facts(real.facts_text())) == "Indian/Reunion"
    member.post(at(real, "avant/demarche/"), {"demarche": "renouvellement", "departement": "95"})
    assert zone_of_facts(raw_facts(real.facts_text())) == "Europe/Paris"
    page = member.get(at(real, "avant/prefecture/")).content.decode()
    assert "à vérifier" in page
    assert (
        "95010"
        in member.get(at(real, "avant/prefecture/?proposition=1"))
        .context["form"]["address"]
        .value()[1:]
        .__str__()
    )


def test_a_minor_is_asked_who_acts_and_may_change_her_mind(member: Newcomer, full):
    assert "qui/representant/" not in member.get(at(full, "qui/")).content.decode()
    birth = {**day("birth_date", "2015-01-02"), "birth_place": "Kayes", "nationality": "malienne"}
    assert member.post(at(full, "qui/naissance/"), birth).status_code == 302
    assert "qui/representant/" in member.get(at(full, "qui/")).content.decode()
    typed = {"last_name": "Exemple", "capacity": "mère", "gender": "feminin"}
    assert member.post(at(full, "qui/representant/"), typed).status_code == 302
    assert full.facts().representative is not None
    member.post(at(full, "qui/representant/"), {"remove": "1"})
    assert full.facts().representative is None


def test_hard_situations_are_kept_and_never_close_the_door(member: Newcomer, full):
    answer = member.post(at(full, "avant/situation/"), {"situations": ["oqtf", "asile"]})
    assert answer.headers["Location"] == at(full, "avant/conseil/")
    page = member.get(at(full, "avant/conseil/")).content.decode()
    assert "3039" in page
    assert "propre délai de recours" in page
    typed = {**day("notified_on", "2026-11-10"), "adviser": "La permanence"}
    assert member.post(at(full, "avant/conseil/"), typed).status_code == 302
    asked = full.facts().request
    assert asked.hard_cases == (HardCase.OQTF, HardCase.ASYLUM)
    assert asked.adviser == "La permanence"
    for place in ("", "captures/", "pret/", "contacts/", "avant/porte/"):
        assert member.get(at(full, place)).status_code == 200


def test_every_part_reads_back_what_it_holds(member: Newcomer, full: EncryptedDossier):
    pages = "".join(
        member.get(at(full, f"{part.place}/")).content.decode() for part in PARTS.values()
    )
    for words in (
        "Aminata",
        "jeudi 14\u00a0mars\u00a01991",
        "Renouveler un titre",
        "00100 Exempleville",
    ):
        assert words in pages


def test_the_text_for_volunteers_takes_nothing_that_the_forms_could_not_read(
    member: Newcomer, empty: EncryptedDossier
):
    text, version = empty.versioned_facts()
    assert "Ce qui manque encore" in member.get(at(empty, "faits/")).content.decode()
    half = text.replace('nom = ""', 'nom = "Exemple"', 1)
    sent = {"text": half.replace("\n", "\r\n"), "seen": version}
    assert member.post(at(empty, "faits/"), sent).status_code == 302
    assert empty.facts_text() == half
    late = member.post(at(empty, "faits/"), {"text": text, "seen": version})
    assert late.status_code == 409
    bad = member.post(at(empty, "faits/"), {"text": "nom = ", "seen": version + 1})
    assert bad.status_code == 422
    assert empty.facts_text() == half


def test_what_is_missing_leads_to_the_screen_that_mends_it(member: Newcomer, empty, full):
    page = member.get(at(empty, "pret/")).content.decode()
    for place in ("avant/demarche/", "avant/porte/", "qui/nom/", "demande/titre/"):
        assert f'href="{at(empty, place)}"' in page
    ready = member.get(at(full, "pret/")).content.decode()
    assert f'href="{at(full, "captures/")}"' in ready
    assert f'href="{at(full, "avant/prefecture/")}"' in ready
    assert "dossier.toml" not in ready


def test_no_sentence_sends_a_person_to_a_file_she_never_opens():
    sentences = [
        "Écrivez dans dossier.toml (motifs) pourquoi vous demandez ce titre.",
        "Vérifiez l’horloge et les dates écrites dans dossier.toml ; expliquez-la dans "
        "[[explications]].",
        "Inscrivez dans dossier.toml qui vous avez vu, quand, et le jour où la décision a été "
        "reçue (conseil_consulte, conseil_consulte_le et notifie_le).",
        "Ajoutez dans dossier.toml : le téléphone.",
        "Gardez l’accusé de dépôt et inscrivez sa date dans dossier.toml (date_demandee_le).",
    ]
    for one in sentences:
        said = plainly(one)
        assert not any(sign in said for sign in ("dossier.toml", "[[", "_", "()")), said
    assert plainly(sentences[3]) == "Ajoutez\u00a0: le téléphone."
    known = "Le titre a expiré (vous l’avez dit dans le dossier)."
    assert plainly(known) == known


def reach(member: Newcomer, dossier: EncryptedDossier, demarche: str, *answers: str) -> str:
    """The page of the door that some answers lead to."""
    typed = {"demarche": demarche, "departement": "00"}
    assert member.post(at(dossier, "avant/demarche/"), typed).status_code == 302
    place = at(dossier, "avant/porte/question/")
    for answer in answers:
        place = member.post(place, {"answer": answer}).headers["Location"]
    return member.get(place, follow=True).content.decode()


def test_a_door_that_is_not_ours_is_said_clearly(member: Newcomer, empty: EncryptedDossier):
    page = reach(member, empty, "regroupement_familial")
    member.get(at(empty, "avant/porte/question/"))
    page = member.get(at(empty, "avant/porte/"), follow=True).content.decode()
    assert "Ce n’est pas la bonne voie" in page
    assert "OFII" in page
    assert raw_facts(empty.facts_text())["demande"]["porte"] == "ofii"
    page = reach(member, empty, "asile")
    assert "quarante-huit heures" in page
    assert "Combien de tentatives" not in page


def test_the_answers_lead_to_anef_and_reveal_a_request_already_registered(member, empty):
    page = reach(member, empty, "renouvellement", "anef", "deposee")
    assert "Le téléservice ANEF" in page
    assert "centre de contact citoyens" in page
    held = raw_facts(empty.facts_text())["demande"]
    assert (held["porte"], held["situations_difficiles"]) == ("anef", ["demande_enregistree"])
    advice = member.get(at(empty, "avant/conseil/")).content.decode()
    assert "référé-suspension" in advice
    assert "Jour où la demande complète a été enregistrée" in advice


def test_an_address_of_another_platform_is_noticed(member: Newcomer, full: EncryptedDossier):
    calm = member.get(at(full, "avant/porte/")).content.decode()
    assert "ce n’est peut-être pas la bonne porte" not in calm
    site = "administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/"
    member.post(at(full, "avant/site/"), {"address": site})
    page = member.get(at(full, "avant/porte/")).content.decode()
    assert "ce n’est peut-être pas la bonne porte" in page
    assert "Le téléservice ANEF" in page


def test_who_does_not_know_the_door_is_told_how_to_find_it(member: Newcomer, full):
    page = reach(member, full, "renouvellement", "inconnu")
    assert "La porte n’est pas encore connue" in page
    assert raw_facts(full.facts_text())["demande"]["porte"] == ""


def test_facts_that_are_no_toml_can_still_be_mended(member: Newcomer, full: EncryptedDossier):
    _, version = full.versioned_facts()
    full.write_facts("schema = ", seen=version)
    for place in ("", "faits/", "captures/", "exporter/"):
        assert member.get(at(full, place)).status_code == 200
    answer = member.get(at(full, "qui/nom/"))
    assert answer.status_code in range(400, 500)
    assert f'href="{at(full, "faits/")}"' in member.get(at(full)).content.decode()


def test_warnings_are_shown_in_order_and_recorded_once(member: Newcomer, empty: EncryptedDossier):
    assert len(warnings_to_show(empty)) > 4
    page = member.get(at(empty, "avant/avertissements/")).content.decode()
    places = [page.index(one.title) for one in warnings_to_show(empty)]
    assert places == sorted(places)
    assert "vérifié le" in page
    for _ in range(2):
        member.post(at(empty, "avant/avertissements/"))
    assert warnings_to_show(empty) == ()
    assert len(empty.journal().of_kind("warnings_shown")) == 1
