"""Reminders by e-mail over a real SMTP server: neutral, once a day, nothing lost when it fails."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import override_settings
from smtp_sink import Sink, smtp_sink

from plaise.cli.commands.remind import run
from plaise.dossier import PlaiseError
from plaise.store import read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, import_parts
from plaise.web.followup.outside import refresh, remind_at
from plaise.web.followup.sending import send_due
from plaise.web.models import ReminderDay
from plaise.work import record_event
from plaise.work.seen import today_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
TODAY = date(2026, 12, 7)
REMIND = f"""
import sys
import time_machine
time_machine.travel("{TODAY}T09:00Z", tick=False).start()
from plaise.cli import main
sys.exit(main())
"""
SAYS_TOO_MUCH = (
    "aminata", "exemple", "tribunal", "préfecture", "greffe", "plaise", "référé", "titre",
    "2612345", "audience", "court", "محكمة",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    """No midnight falls between what is noted and what is sent."""
    with time_machine.travel(f"{TODAY}T09:00Z", tick=False):
        yield


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    parts = [part for part in read_folder(EXAMPLE) if not part.path.startswith("captures/")]
    made = import_parts(person, parts)
    facts = {"on": str(today_of(made)), "channel": "telerecours", "number": "2612345"}
    record_event(made, "filed", facts)
    remind_at(made, "moi@boite.test")
    ReminderDay.objects.all().delete()
    return made


def due_on(dossier: EncryptedDossier, *days: date) -> None:
    for one in days:
        ReminderDay.objects.create(dossier_id=dossier.id, day=one)


def through(sink: Sink, **more: object) -> override_settings:
    ours: dict[str, object] = {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": sink.port,
        "EMAIL_USE_TLS": False,
        "EMAIL_TIMEOUT": 300,
        "DEFAULT_FROM_EMAIL": "rappels@boite.test",
    }
    return override_settings(**ours | more)


def test_the_message_on_the_wire_says_nothing_of_the_case(dossier):
    due_on(dossier, TODAY)
    with smtp_sink() as sink, through(sink):
        assert send_due(TODAY).sent == 1
    ((recipient, message),) = sink.received
    assert recipient == "moi@boite.test"
    wire = message.as_string() + str(message["Subject"]) + message.get_content()
    said = wire.lower().replace(recipient, "").replace("rappels@boite.test", "")
    assert [word for word in SAYS_TOO_MUCH if word in said] == []
    assert "Un rappel vous attend" in message.get_content()
    assert "تذكير" in message.get_content()
    assert message["Auto-Submitted"] == "auto-generated"
    assert str(message["Message-ID"]).endswith("@boite.test>")
    assert [name for name in message if name.lower().startswith("x-plaise")] == []


def test_one_message_a_day_whatever_is_missed_or_recorded_meanwhile(dossier):
    due_on(dossier, TODAY - timedelta(days=2), TODAY - timedelta(days=1), TODAY)
    with smtp_sink() as sink, through(sink):
        assert send_due(TODAY).sent == 1
        assert send_due(TODAY).sent == 0
        ReminderDay.objects.all().delete()
        record_event(dossier, "hearing_set", {"on": str(today_of(dossier)), "day": "2099-01-05"})
        record_event(
            dossier,
            "appointment_received",
            {"on": str(today_of(dossier)), "day": str(today_of(dossier) + timedelta(days=7))},
        )
        refresh(dossier)
        assert send_due(today_of(dossier)).sent == 0
    assert len(sink.received) == 1
    assert ReminderDay.objects.filter(day__gt=today_of(dossier)).exists()


def test_a_reminder_of_today_that_still_waits_survives_what_is_recorded(dossier):
    today = today_of(dossier)
    seven = {"on": str(today), "day": str(today + timedelta(days=7))}
    due_on(dossier, today)
    record_event(dossier, "appointment_received", seven)
    refresh(dossier)
    assert ReminderDay.objects.filter(day=today).count() == 1


@pytest.mark.parametrize(
    ("behaviour", "reachable"), [("refuses", True), ("drops", True), ("silent", False)]
)
def test_nothing_is_lost_when_the_mail_server_fails_and_it_leaves_the_next_time(
    dossier, behaviour, reachable
):
    due_on(dossier, TODAY)
    patience = 300 if reachable else 0.2
    with smtp_sink(behaviour) as failing, through(failing, EMAIL_TIMEOUT=patience):
        done = send_due(TODAY)
    assert (done.sent, done.failed, done.reachable) == (0, 1, reachable)
    assert not failing.received
    assert ReminderDay.objects.filter(day=TODAY).exists()
    with smtp_sink() as sink, through(sink):
        assert send_due(TODAY + timedelta(days=1)).sent == 1
    assert len(sink.received) == 1


def test_nothing_is_lost_when_nobody_answers_at_all(dossier):
    due_on(dossier, TODAY)
    with smtp_sink() as sink:
        gone = through(sink)
    with gone:
        done = send_due(TODAY)
    assert (done.failed, done.reachable) == (1, False)
    assert ReminderDay.objects.filter(day=TODAY).exists()


def test_a_silent_server_is_waited_for_once_for_everyone(dossier, person):
    parts = [part for part in read_folder(EXAMPLE) if not part.path.startswith("captures/")]
    other = import_parts(person, parts)
    remind_at(other, "elle@boite.test")
    ReminderDay.objects.all().delete()
    due_on(dossier, TODAY)
    due_on(other, TODAY)
    with smtp_sink("silent") as sink, through(sink, EMAIL_TIMEOUT=0.2):
        assert send_due(TODAY).failed == 2
        sink.called.acquire()
    assert sink.lines == 1


def test_after_two_days_a_reminder_is_forgotten_and_that_is_counted(dossier):
    due_on(dossier, TODAY - timedelta(days=3))
    with smtp_sink() as sink, through(sink):
        done = send_due(TODAY)
    assert (done.sent, done.forgotten) == (0, 1)
    assert not sink.received


def remind() -> int:
    return run(argparse.Namespace(data=settings.PLAISE_DATA, database=""))


@pytest.fixture
def _environment_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command sets the environment of its process: it is put back."""
    for name in ("DJANGO_SETTINGS_MODULE", "PLAISE_DATA", "PLAISE_ORIGIN", "PLAISE_DOOR"):
        monkeypatch.setenv(name, os.environ.get(name, ""))


@pytest.mark.usefixtures("_environment_kept", "dossier")
def test_without_a_mail_server_the_command_refuses_and_says_what_to_set():
    with pytest.raises(PlaiseError, match="pas réglé pour envoyer") as refused:
        remind()
    assert "PLAISE_SMTP" in refused.value.to_do


@pytest.mark.usefixtures("_environment_kept")
def test_the_command_says_plainly_what_could_not_leave(dossier, capsys):
    due_on(dossier, TODAY)
    with smtp_sink("refuses") as sink, through(sink, PLAISE_MAIL=True):
        assert remind() == 1
    said = capsys.readouterr().out
    assert "a refusé ces messages. Ils restent notés" in said
    assert "moi@" not in said
    with smtp_sink("silent") as sink, through(sink, PLAISE_MAIL=True, EMAIL_TIMEOUT=0.2):
        assert remind() == 1
    assert "n’a pas répondu pour ces messages" in capsys.readouterr().out


def test_the_real_command_sends_from_what_another_process_wrote(dossier):
    due_on(dossier, TODAY)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLAISE_")}
    with smtp_sink() as sink:
        environment = kept | {
            "PLAISE_SECRET": settings.SECRET_KEY,
            "PLAISE_SMTP": f"127.0.0.1:{sink.port}",
            "PLAISE_SMTP_FROM": "rappels@boite.test",
            "PLAISE_SMTP_SECURITY": "none",
        }
        told = subprocess.run(
            [sys.executable, "-c", REMIND, "remind", "--data", str(settings.PLAISE_DATA)],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
    assert told.returncode == 0, told.stderr
    assert "Rappels envoyés : 1" in told.stdout
    assert [recipient for recipient, _ in sink.received] == ["moi@boite.test"]
    assert not ReminderDay.objects.exists()
