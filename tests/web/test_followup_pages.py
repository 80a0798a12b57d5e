"""After filing, in the app: where one is, recording, correcting, mail, dates, the end."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from web_cases import Newcomer

from plaise.dossier import edit_facts
from plaise.store import read_folder
from plaise.store.database.models import Dossier, Membership
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, import_parts
from plaise.web.followup.outside import feed_secret, open_feed, read_feed, remind_at
from plaise.web.followup.sending import send_due
from plaise.web.models import CalendarFeed, MailReminder, ReminderDay, Tally
from plaise.work import followup_of, record_event

pytestmark = pytest.mark.usefixtures("example_day")

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
MESSAGE = """From: Prefecture <rdv@val-d-exemple.exercice.test>
To: aminata@exemple.test
Subject: Votre rendez-vous
Date: Tue, 24 Nov 2026 10:00:00 +0100
In-Reply-To: <a@b>
Content-Type: text/plain; charset=utf-8

Madame,
Vous êtes convoquée le 14 décembre 2026 à 9h30 à la préfecture, guichet 4.
Cordialement
"""


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    parts = [part for part in read_folder(EXAMPLE) if not part.path.startswith("captures/")]
    return import_parts(person, parts)


def at(dossier: EncryptedDossier, place: str = "") -> str:
    return f"/dossiers/{dossier.id}/apres/{place}"


def day(name: str, value: str) -> dict[str, str]:
    year, month, number = value.split("-")
    return {f"{name}_jour": number, f"{name}_mois": month, f"{name}_annee": year}


def today_of(dossier: EncryptedDossier) -> str:
    from plaise.work.seen import today_of as asked

    return str(asked(dossier))


def filed(dossier: EncryptedDossier) -> None:
    record_event(dossier, "filed", {"on": today_of(dossier), "channel": "telerecours"})


def state(dossier: EncryptedDossier) -> str:
    return followup_of(dossier)[1].state


def test_filing_is_recorded_then_the_page_says_where_one_is(member: Newcomer, dossier):
    assert "Requête pas encore déposée" in member.get(at(dossier)).content.decode()
    page = member.get(at(dossier, "noter/filed/")).content.decode()
    assert "Par quelle voie" in page
    sent = day("on", today_of(dossier)) | {"channel": "telerecours"}
    assert member.post(at(dossier, "noter/filed/"), sent).status_code == 302
    after = member.get(at(dossier)).content.decode()
    assert "Requête déposée" in after
    assert "La prochaine date" in after
    assert "Trois jours ouvrés" in after


def test_the_next_date_stands_on_the_first_page_of_the_dossier(member: Newcomer, dossier):
    before = member.get(f"/dossiers/{dossier.id}/").content.decode()
    assert "La prochaine date" not in before
    filed(dossier)
    after = member.get(f"/dossiers/{dossier.id}/").content.decode()
    assert "La prochaine date" in after
    assert f'href="/dossiers/{dossier.id}/apres/"' in after


def test_what_is_not_possible_or_not_yet_is_said_and_nothing_is_written(member: Newcomer, dossier):
    answer = member.post(at(dossier, "noter/order/"), {"outcome": "rejected"})
    assert answer.headers["Location"] == at(dossier)
    assert member.get(at(dossier, "noter/rien/")).status_code == 404
    future = member.post(at(dossier, "noter/filed/"), day("on", "2099-01-01"))
    assert future.status_code == 422
    assert "pas encore arrivé" in future.content.decode()
    assert state(dossier) == "not_filed"


def test_an_injunction_asks_for_its_delay_and_execution_waits_for_its_end(
    member: Newcomer, dossier
):
    filed(dossier)
    first = member.get(at(dossier, "noter/order/")).content.decode()
    assert "délai donné à la préfecture" not in first
    chosen = {"outcome": "injunction", "commencer": "1"}
    second = member.post(at(dossier, "noter/order/"), chosen).content.decode()
    assert "délai donné à la préfecture" in second
    assert "raisons du rejet" not in second
    told = day("on", today_of(dossier)) | {"outcome": "injunction", "delay": "15", "unit": "jours"}
    assert member.post(at(dossier, "noter/order/"), told).status_code == 302
    assert state(dossier) == "injunction"
    early = day("on", today_of(dossier)) | {"route": "l911_4", "channel": "telerecours"}
    refused = member.post(at(dossier, "noter/execution_requested/"), early)
    assert refused.status_code == 422
    assert "trop tôt pour demander l’exécution" in refused.content.decode()
    assert "Pas encore" in member.get(at(dossier)).content.decode()


def test_a_correction_keeps_both_and_removing_asks_for_a_reason(member: Newcomer, dossier):
    filed(dossier)
    event = followup_of(dossier)[1].history[0].id
    page = member.get(at(dossier, f"corriger/{event}/")).content.decode()
    assert "reste dans le journal" in page
    changed = day("on", today_of(dossier)) | {"channel": "post", "tracking": "1A12345678901"}
    assert member.post(at(dossier, f"corriger/{event}/"), changed).status_code == 422
    member.post(at(dossier, f"corriger/{event}/"), changed | {"why": "mauvaise voie"})
    line = member.get(at(dossier, "histoire/")).content.decode()
    assert "Lettre recommandée" in line
    assert "mauvaise voie" in line
    kinds = [entry.kind for entry in dossier.journal().entries if "followup" in entry.kind]
    assert kinds == ["followup.filed", "followup.corrected"]
    member.post(at(dossier, f"corriger/{event}/"), {"why": "pas encore", "remove": "1"})
    assert state(dossier) == "not_filed"
    assert member.get(at(dossier, "corriger/inconnu/")).status_code == 404


def test_a_message_is_kept_told_apart_and_its_date_recorded_once_confirmed(
    member: Newcomer, dossier
):
    filed(dossier)
    file = SimpleUploadedFile("reponse.eml", MESSAGE.encode())
    answer = member.post(at(dossier, "messages/"), {"file": file})
    assert dossier.read("pieces/reponse.eml") == MESSAGE.encode()
    place = answer.headers["Location"]
    page = member.get(place).content.decode()
    assert "supposition" in page
    assert "14 décembre 2026" in page
    member.post(place, {"kind": "answer"})
    assert "C’est vous qui l’avez dit" in member.get(place).content.decode()
    begun = member.post(
        at(dossier, "noter/date_offered/"),
        {"commencer": "1", "on": today_of(dossier), "day": "2026-12-14", "hour": "09:30"},
    ).content.decode()
    assert 'value="14"' in begun
    assert 'value="09:30"' in begun
    assert state(dossier) == "filed"
    bad = SimpleUploadedFile("image.eml", b"\xff\xd8\xff\xe0 not a message")
    member.post(at(dossier, "messages/"), {"file": bad})


def test_a_rejection_is_read_reason_by_reason_with_the_fine_and_a_plan(member: Newcomer, dossier):
    filed(dossier)
    record_event(
        dossier, "order", {"on": today_of(dossier), "outcome": "rejected", "reasons": ["trop_peu"]}
    )
    page = member.get(at(dossier, "rejet/")).content.decode()
    assert "10 000 euros" in page.replace("\u00a0", " ").replace("\u202f", " ")
    assert "Le plan des quinze jours" in page
    text = "Considérant que la condition d’urgence n’est pas remplie."
    pasted = member.post(at(dossier, "rejet/"), {"text": text}).content.decode()
    assert "Ce que le texte semble dire" in pasted
    assert text not in str([entry.data for entry in dossier.journal().entries])
    petition = member.get(at(dossier, "acte/nouvelle_requete/")).content.decode()
    assert "Trop peu de tentatives" in petition


def test_the_sheet_of_the_appointment_is_made_from_what_was_recorded(member: Newcomer, dossier):
    filed(dossier)
    record_event(
        dossier,
        "appointment_received",
        {"on": today_of(dossier), "day": "2099-12-14", "hour": "09:30", "place": "Guichet 4"},
    )
    page = member.get(at(dossier, "rendez-vous/")).content.decode()
    assert page.index("arrêtées au guichet") < page.index("À apporter")
    sheet = at(dossier, "acte/fiche_rendez_vous/")
    form = member.get(sheet).content.decode()
    assert 'value="Guichet 4"' in form
    sent = day("rendez_vous.date", "2099-12-14") | {
        "rendez_vous.heure": "9h30",
        "rendez_vous.lieu": "Guichet 4",
        "rendez_vous.documents": "Avis d’imposition",
    }
    shown = member.post(sheet, sent).content.decode()
    assert "Avis d’imposition" in shown
    assert "récépissé" in shown
    pdf = member.post(sheet, sent | {"forme": "pdf"})
    assert pdf.content.startswith(b"%PDF")
    assert member.get(at(dossier, "acte/inconnu/")).status_code == 404


def test_what_was_done_late_is_asked_before_the_act_of_execution(member: Newcomer, dossier):
    filed(dossier)
    today = today_of(dossier)
    record_event(dossier, "order", {"on": today, "outcome": "injunction"})
    place = at(dossier, "acte/requete_l521_4/")
    assert "Ce que la préfecture a fait" not in member.get(place).content.decode()
    late = {"on": today, "what": "late", "note": "une date m’a été donnée hier"}
    record_event(dossier, "not_executed", late)
    form = member.get(place).content.decode()
    assert "Ce que la préfecture a fait" in form
    assert "une date m’a été donnée hier" in form


def test_a_memoir_dated_before_the_filing_says_where_to_change_the_date(member: Newcomer, dossier):
    today = date.fromisoformat(today_of(dossier))
    facts, version = dossier.versioned_facts()
    fixed = edit_facts(facts, {("date_des_actes",): today - timedelta(days=1)})
    dossier.write_facts(fixed, seen=version)
    filed(dossier)
    place = at(dossier, "acte/memoire_en_replique/")
    sent = day("depot.date", str(today)) | {
        "depot.derniere_piece": "1",
        "reponses.0.motif": "Vos tentatives sont trop récentes.",
        "reponses.0.reponse": "Elles durent depuis deux mois.",
    }
    refused = member.post(place, sent).content.decode()
    assert "après la date fixée pour vos actes" in refused
    assert "Les faits en texte" in refused
    dossier.write_facts(facts, seen=version + 1)
    assert "Elles durent depuis deux mois" in member.post(place, sent).content.decode()


def test_every_date_explains_itself_and_goes_to_a_calendar_in_neutral_words(
    member: Newcomer, dossier
):
    filed(dossier)
    page = member.get(at(dossier, "dates/")).content.decode()
    assert "Comment cette date est calculée" in page
    calendar = member.get(at(dossier, "dates/fichier/")).content.decode()
    assert "BEGIN:VEVENT" in calendar
    assert "Rappel" in calendar
    assert not [word for word in ("greffe", "Plaise –", "tribunal") if word in calendar]


def test_a_feed_answers_anyone_with_its_address_until_it_is_closed(
    member: Newcomer, browser: Newcomer, dossier
):
    filed(dossier)
    member.post(at(dossier, "dates/"), {"feed_open": "1"})
    secret = feed_secret(dossier)
    assert secret
    address = f"/agenda/{secret}.ics"
    assert address in member.get(at(dossier, "dates/")).content.decode()
    first = browser.get(address)
    assert first.headers["Content-Type"].startswith("text/calendar")
    assert first.content.count(b"BEGIN:VEVENT") == 2
    assert not first.cookies
    today = today_of(dossier)
    record_event(dossier, "numbered", {"on": today, "number": "2612345"})
    told = day("on", today) | day("day", "2099-01-05") | {"hour": "9h"}
    member.post(at(dossier, "noter/hearing_set/"), told)
    assert b"20990105T090000" in browser.get(address).content
    row = CalendarFeed.objects.get()
    for clear in (secret.encode(), b"BEGIN:VCALENDAR", b"2099"):
        assert clear not in bytes(row.content) + bytes(row.secret) + row.lookup.encode()
    assert read_feed("autre") is None
    old = open_feed(dossier)
    assert browser.get(address).status_code == 404
    member.post(at(dossier, "dates/"), {"feed_close": "1"})
    assert browser.get(f"/agenda/{old}.ics").status_code == 404


def test_reminders_by_mail_are_neutral_sent_once_and_stop_when_asked(member: Newcomer, dossier):
    filed(dossier)
    assert "Recevoir des rappels" not in member.get(at(dossier, "dates/")).content.decode()
    member.post(at(dossier, "dates/"), {"mail_on": "1", "address": "moi@exemple.test"})
    assert not MailReminder.objects.exists()
    with override_settings(PLAISE_MAIL=True, DEFAULT_FROM_EMAIL="rappels@exemple.test"):
        wrong = member.post(at(dossier, "dates/"), {"mail_on": "1", "address": "moi"})
        assert wrong.status_code == 422
        member.post(at(dossier, "dates/"), {"mail_on": "1", "address": "moi@exemple.test"})
        days = list(ReminderDay.objects.order_by("day").values_list("day", flat=True))
        assert days
        assert b"moi@" not in bytes(MailReminder.objects.get().address)
        assert send_due(days[0]).sent == 1
        assert send_due(days[0]).sent == 0
        (message,) = mail.outbox
        assert message.to == ["moi@exemple.test"]
        said = f"{message.subject} {message.body}".lower()
        names = ("tribunal", "préfecture", "greffe", "plaise", "aminata", "référé", "titre")
        assert not [word for word in names if word in said]
        assert message.extra_headers["Auto-Submitted"] == "auto-generated"
        member.post(at(dossier, "dates/"), {"mail_off": "1"})
    assert not ReminderDay.objects.exists()
    assert not MailReminder.objects.exists()


def test_a_reminder_that_cannot_leave_is_tried_again_and_an_old_one_is_forgotten(dossier):
    filed(dossier)
    remind_at(dossier, "moi@exemple.test")
    first = ReminderDay.objects.order_by("day").first()
    assert first
    with override_settings(EMAIL_BACKEND="plaise.absent.Backend"), pytest.raises(ImportError):
        send_due(first.day)
    with override_settings(SECRET_KEY="un autre secret, tout aussi long que le premier d’avant"):
        assert send_due(first.day).unreadable == 1
    assert send_due(date(2099, 1, 1)).sent == 0
    assert not ReminderDay.objects.exists()


def test_closing_keeps_the_outcome_and_counts_only_real_cases_that_were_asked(
    member: Newcomer, dossier
):
    filed(dossier)
    closing = day("on", today_of(dossier)) | {"outcome": "appointment", "counted": "on"}
    assert member.post(at(dossier, "clore/"), closing).status_code == 302
    assert state(dossier) == "closed"
    page = member.get(at(dossier, "clore/")).content.decode()
    assert "Exporter ce dossier" in page
    assert not Tally.objects.exists()  # the example is an exercise
    counts = member.get("/comptes-anonymes/").content.decode()
    assert "Pas encore assez" in counts
    member.post(at(dossier, "noter/reopened/"), day("on", today_of(dossier)))
    assert state(dossier) == "filed"


def test_small_groups_are_never_shown(member: Newcomer):
    Tally.objects.create(field="ending", value="date_apres_injonction", number=41)
    Tally.objects.create(field="ending", value="autre_date", number=12)
    Tally.objects.create(field="ending", value="sans_date", number=3)
    page = member.get("/comptes-anonymes/").content.decode()
    assert "<td>41</td>" in page
    assert "<td>12</td>" not in page
    assert "<td>3</td>" not in page


def test_erasing_removes_keys_and_files_and_gives_a_certificate_that_says_nothing_of_the_person(
    member: Newcomer, dossier
):
    filed(dossier)
    open_feed(dossier)
    last = dossier.journal().entries[-1].hash
    blobs = list(Path(settings.PLAISE_DATA).rglob(f"*{dossier.id}*"))
    assert blobs
    page = member.post(f"/dossiers/{dossier.id}/effacer/", {"sure": "on"}).content.decode()
    assert last in page
    assert "Aminata" not in page
    assert not Dossier.objects.filter(pk=dossier.id).exists()
    assert not Membership.objects.filter(dossier_id=dossier.id).exists()
    assert not CalendarFeed.objects.exists()
    assert not list(Path(settings.PLAISE_DATA).rglob(f"*{dossier.id}*"))
    signed = re.search(r'name="signed" value="([^"]+)"', page)
    assert signed
    pdf = member.post("/certificat/", {"signed": signed[1]})
    assert pdf.content.startswith(b"%PDF")
    assert member.post("/certificat/", {"signed": signed[1][:-2] + "xx"}).status_code == 404
