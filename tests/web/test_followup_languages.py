"""After filing, in English and Arabic: nothing stays French but quotations and terms of law."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from web_cases import Newcomer

from plaise.law import LawError, Sentence, Span, Unit, cassation, execution, load_sentences, say
from plaise.store import read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, import_parts
from plaise.web.spoken import length_of, spoken
from plaise.work import followup_of, record_event
from plaise.work.seen import today_of

pytestmark = pytest.mark.usefixtures("example_day")

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
OTHERS = ("en", "ar")
# What stays French on purpose: words quoted, terms and titles of texts, the language's own name.
KEPT = {"q", "bdi", "summary", "button", "textarea"}
PLACES = ("histoire", "dates", "messages", "lettres", "rejet", "clore", "rendez-vous")
DOUBTS = ("before_nineteen", "after_expiry", "sealed_message", "after_sending", "weekday_differs")
MARKED = re.compile(r"<(\w+)(?=\s)[^>]*\blang=\"fr\"[^>]*>(.{0,80})")
MESSAGE = """From: Prefecture <rdv@val-d-exemple.exercice.test>
Subject: Votre rendez-vous
Date: Tue, 24 Nov 2026 10:00:00 +0100
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8

Vous êtes convoquée le lundi 15 décembre à 9h30, sous 48 heures, dossier n° 1912345.
Lettre 1A 123 456 7890 1 reçue.
--x
Content-Type: application/pkcs7-mime; smime-type=enveloped-data
Content-Transfer-Encoding: base64

AAAA
--x--
"""


def facts_with_every_doubt(text: str) -> str:
    """The example, where an offered date comes too late in every way, and a paper has no letter."""
    year = datetime.now(UTC).year
    changes = {
        "naissance = 1991-03-14": f"naissance = {year - 18}-12-31",
        "expire_le = 2026-11-02": f"expire_le = {year + 2}-01-02",
        "frais_euros = 0": f"rendez_vous_avant_le = {year + 1}-02-01\nfrais_euros = 0",
        ', "avis-de-reception.jpg"]': "]",
    }
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    """Everything at once: late dates, a silent préfecture, a stray paper."""
    parts = [part for part in read_folder(EXAMPLE) if not part.path.startswith("captures/")]
    made = import_parts(person, parts)
    text, version = made.versioned_facts()
    made.write_facts(facts_with_every_doubt(text), seen=version)
    on = str(today_of(made))
    for kind, facts in (
        ("filed", {"channel": "telerecours"}),
        ("defence_received", {}),
        ("date_offered", {"day": "2099-12-14", "hour": "09:30"}),
        ("hearing_set", {"day": "2099-01-05"}),
        ("order", {"outcome": "injunction", "delay": "15", "penalty_euros": "50"}),
        ("not_executed", {}),
    ):
        record_event(made, kind, {"on": on, **facts})
    return made


def left_in_french(page: str) -> list[tuple[str, str]]:
    return [(tag, text) for tag, text in MARKED.findall(page) if tag not in KEPT]


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_after_filing_is_left_in_french(member: Newcomer, dossier, language):
    member.post("/langue/", {"langue": language, "suite": "/"})
    first = followup_of(dossier)[1].history[0].id
    file = SimpleUploadedFile("reponse.eml", MESSAGE.encode())
    message = member.post(f"/dossiers/{dossier.id}/apres/messages/", {"file": file})
    # The petition is now said never to have been filed: what followed no longer counts.
    places = ("", *(f"{name}/" for name in PLACES))
    pages = {place: member.get(f"/dossiers/{dossier.id}/apres/{place}") for place in places}
    pages["message"] = member.get(message.headers["Location"])
    removed = {"why": "wrong", "remove": "1"}
    member.post(f"/dossiers/{dossier.id}/apres/corriger/{first}/", removed)
    pages["removed"] = member.get(f"/dossiers/{dossier.id}/apres/histoire/")
    for place, answer in pages.items():
        assert answer.status_code == 200, place
        assert left_in_french(answer.content.decode()) == [], place
    shown = " ".join(answer.content.decode() for answer in pages.values())
    for name in DOUBTS:
        with translation.override(language):
            words = str(spoken(Sentence(text=load_sentences()[name])))
        assert words.rpartition(")s")[2] in shown, name


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.usefixtures("data")
def test_every_sentence_with_values_is_said_with_its_values(language):
    dates = (
        cassation(date(2026, 12, 10), limit_stated=False),
        execution(date(2026, 12, 11), 15, Unit.WORKING_DAYS, departement="67", estimated=True),
    )
    steps = [step for one in dates for step in (*one.computed, *one.notes)]
    steps.append(say("not_possible_then", label=Sentence(text="L’ordonnance est arrivée")))
    steps.append(say("after_sending", span=Span(amount=3, unit=Unit.DAYS)))
    with translation.override(language):
        for step in steps:
            told = spoken(step)
            assert "lang=" not in told, step.text
            assert "%(" not in told
            assert "\u00a0:" not in told, told  # the spaces of French are for French
            assert not re.search(r"\b(jour|décembre|samedi|ouvrés)\b", told), told


@pytest.mark.usefixtures("data")
def test_a_length_of_time_is_counted_as_each_language_counts():
    said = {}
    for language in ("fr", *OTHERS):
        with translation.override(language):
            said[language] = [length_of(number, Unit.DAYS) for number in (1, 2, 3, 15)]
    assert said["fr"] == ["1 jour", "2 jours", "3 jours", "15 jours"]
    assert said["en"] == ["1 day", "2 days", "3 days", "15 days"]
    assert len(set(said["ar"])) == 4
    assert "أيام" in said["ar"][2]


def test_a_sentence_refuses_a_value_that_is_missing():
    name = next(iter(load_sentences()))
    with pytest.raises(LawError, match="valeurs"):
        say(name)
