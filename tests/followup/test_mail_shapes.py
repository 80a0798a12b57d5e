"""Shapes of real mail that hide something: empty parts, marks, reports, envelopes, notices."""

from __future__ import annotations

import base64
import codecs
import datetime as dt
from datetime import date

import pytest
from followup_cases import filed
from mail_messages import CONVOCATION, ON, appointment, bounce, mail, read

from plaise.followup.mail import FoundKind, MailKind, read_mail, suggestions

HEADERS = (
    b"From: Bureau <p@b.test>\r\nSubject: Convocation\r\n"
    b"Date: Tue, 01 Dec 2026 10:12:00 +0100\r\nMIME-Version: 1.0\r\n"
)
MEETING = (date(2027, 1, 18), dt.time(9, 30))


def parts(kind: str, *bodies: bytes) -> bytes:
    """A multipart message of these parts, each with its own headers."""
    inside = b"".join(b"--B\r\n" + body + b"\r\n" for body in bodies)
    start = HEADERS + f"Content-Type: multipart/{kind}; boundary=B\r\n\r\n".encode()
    return start + inside + b"--B--\r\n"


HTML = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>Rendez-vous le 18 janvier 2027, 9h30</p>"


def test_an_empty_text_beside_the_html_does_not_hide_it():
    blank = b"Content-Type: text/plain\r\n\r\n \r\n"
    reading = read(parts("alternative", blank, HTML))
    assert appointment(reading) == MEETING


@pytest.mark.parametrize("before", [codecs.BOM_UTF8, b"\r\n\r\n", b"From p@b.test Tue Dec  1\r\n"])
def test_what_a_program_saves_before_the_headers_does_not_hide_them(before):
    found = read_mail(before + parts("alternative", HTML))
    assert (found.sender, found.subject) == ("Bureau <p@b.test>", "Convocation")


def test_words_in_two_bytes_each_are_read():
    content = base64.encodebytes(CONVOCATION.encode("utf-16"))
    raw = (
        HEADERS + b"Content-Type: text/plain; charset=utf-16\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + content
    )
    assert appointment(read(raw)) == MEETING


def test_a_message_without_a_date_is_dated_by_its_reception():
    message = mail("Vous avez rendez-vous le 18 janvier à 9h30.")
    del message["Date"]
    reading = read(message)
    assert reading.mail.sent_at is None
    assert appointment(reading) == MEETING


def test_a_subject_in_several_pieces_and_names_of_files_in_clear():
    encoded = base64.b64encode("Réponse – dossier".encode("cp1252")).decode()
    name = base64.b64encode("Convocation été.pdf".encode()).decode()
    raw = parts(
        "mixed",
        b"Content-Type: text/plain\r\n\r\nBonjour",
        b"Content-Type: application/pdf\r\nContent-Disposition: attachment; "
        b"filename*0*=utf-8''R%C3%A9ponse%20; filename*1*=pr%C3%A9fecture.pdf\r\n\r\nx",
        f'Content-Type: application/pdf; name="=?UTF-8?B?{name}?="\r\n\r\nx'.encode(),
    ).replace(
        b"Subject: Convocation",
        f"Subject: =?windows-1252?B?{encoded}?=\r\n =?windows-1252?Q?_de_l=92agent?=".encode(),
    )
    found = read_mail(raw)
    assert found.subject == "Réponse – dossier de l’agent"
    assert [one.path for one in found.attachments] == [
        "Réponse préfecture.pdf",
        "Convocation été.pdf",
    ]


def other(action: bytes) -> bytes:
    return b"Final-Recipient: rfc822; autre@prefecture.test\r\nAction: " + action + b"\r\n\r\n"


@pytest.mark.parametrize(("first", "second"), [("failed", b"delivered"), ("delivered", b"failed")])
def test_a_report_on_two_recipients_says_who_was_not_reached(first, second):
    reading = read(bounce(action=first, also=other(second)))
    assert reading.guess.kind is MailKind.BOUNCE
    assert reading.mail.report is not None
    assert reading.mail.report.action == "failed"
    names = {"failed": "etrangers@prefecture.test", "delivered": "autre@prefecture.test"}
    assert reading.mail.report.recipient == names[first]


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_that_it_arrived_is_no_bounce(action):
    raw = bounce("2.0.0", action).replace(b"Undelivered Mail Returned", b"Delivery Status")
    assert read(raw).guess.kind is MailKind.ACKNOWLEDGEMENT


def test_a_delay_says_that_the_server_still_tries():
    reading = read(bounce("4.4.1", "delayed"))
    assert reading.guess.kind is MailKind.BOUNCE
    assert any("essaie encore" in str(one) for one in reading.warnings)
    assert not read(bounce()).warnings


def test_an_outlook_envelope_is_kept_and_said():
    tnef = (
        b"Content-Type: application/ms-tnef; name=winmail.dat\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\neJ8+"
    )
    reading = read(parts("mixed", b"Content-Type: text/plain\r\n\r\n", tnef))
    assert any("winmail.dat" in str(one) for one in reading.warnings)
    assert [one.path for one in reading.mail.attachments] == ["winmail.dat"]


COURT = "Télérecours citoyens <ne-pas-repondre@telerecours.juradm.fr>"
NOTICES = [
    (
        "Nouveau document dans votre dossier",
        "Un nouveau document a été déposé dans votre dossier n° 2612345.\nConnectez-vous à "
        "Télérecours citoyens. Ceci est un message automatique, merci de ne pas y répondre.",
        ["numbered"],
    ),
    (
        "Notification d’une décision",
        "Une décision a été mise à votre disposition dans Télérecours citoyens, "
        "affaire n° 2612345.",
        ["numbered"],
    ),
    (
        "Avis d’audience",
        "L’audience aura lieu le 8 décembre 2026 à 14h00, dossier n° 2612345.",
        ["hearing_set", "numbered"],
    ),
    (
        "Communication d’un mémoire",
        "Le tribunal vous communique le mémoire en défense du préfet. Vous disposez d’un délai de "
        "48 heures pour répondre. Dossier n° 2612345.",
        ["numbered"],
    ),
]


@pytest.mark.parametrize(("subject", "body", "kinds"), NOTICES)
def test_a_notice_of_the_court_is_never_taken_for_a_mere_automatic_reply(subject, body, kinds):
    reading = read(mail(body, subject=subject, From=COURT, Auto_Submitted="auto-generated"))
    assert reading.guess.kind is MailKind.COURT_NOTICE
    assert reading.guess.automatic
    assert [one.kind for one in suggestions(reading, filed().followup, ON)] == kinds


def test_a_time_limit_in_hours_is_said_to_be_counted_from_the_message():
    (found,) = read(mail(NOTICES[3][1], From=COURT)).of(FoundKind.TIME_LIMIT)
    assert found.amount == 2
    assert "heures" in str(found.doubt)


def test_a_signature_of_another_kind_does_not_hide_the_words():
    raw = parts(
        "signed; protocol=application/pgp-signature",
        b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + CONVOCATION.encode(),
        b"Content-Type: application/pgp-signature; name=signature.asc\r\n\r\nx",
    )
    assert appointment(read(raw)) == MEETING
