"""Messages as they come back, made for tests."""

from datetime import date
from email.message import EmailMessage

from plaise.followup.mail import (
    FoundKind,
    read_answer,
)

ON = date(2026, 12, 1)
CONVOCATION = (
    "Madame,\r\n\r\nVous êtes convoquée à la préfecture le lundi 18 janvier 2027 à 9h30, "
    "guichet 4, pour déposer votre demande.\r\n\r\nCordialement,\r\nLe bureau du séjour"
)


def mail(body, *, charset="utf-8", cte=None, subject="Votre demande", **headers):
    message = EmailMessage()
    message["From"] = headers.pop("From", "Bureau du séjour <sejour@val-d-exemple.exercice.test>")
    message["To"] = "aminata@exemple.exercice.test"
    message["Subject"] = subject
    message["Date"] = "Tue, 01 Dec 2026 10:12:00 +0100"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body, charset=charset, cte=cte)
    return message


def read(message):
    content = message if isinstance(message, bytes) else message.as_bytes()
    return read_answer(content, "reponse.eml", ON)


def appointment(reading):
    found = reading.of(FoundKind.APPOINTMENT)
    assert found, reading.found
    return found[0].day, found[0].hour


def bounce(status="5.1.1", action="failed", also=b""):
    return (
        b"Return-Path: <>\r\nFrom: Mail Delivery System <MAILER-DAEMON@mx.test>\r\n"
        b"To: aminata@exemple.exercice.test\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="B"\r\n'
        b"\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        b"I'm sorry to have to inform you that your message could not be delivered.\r\n"
        b"--B\r\nContent-Type: message/delivery-status\r\n\r\n"
        b"Reporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; etrangers@prefecture.test\r\n"
        b"Action: " + action.encode() + b"\r\nStatus: " + status.encode() + b"\r\n"
        b"Diagnostic-Code: smtp; 550 5.1.1 User unknown\r\n\r\n"
        + also
        + b"--B\r\nContent-Type: message/rfc822\r\n\r\nFrom: aminata@exemple.exercice.test\r\n"
        b"Subject: Demande de rendez-vous\r\n\r\n"
        b"Je demande un rendez-vous avant le 18 janvier 2027.\r\n--B--\r\n"
    )


def pdf(text):
    """A one-page PDF whose text can be read (Helvetica, Latin-1)."""
    words = text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
    stream = b"BT /F1 12 Tf 50 700 Td 16 TL (" + words.replace(b"\n", b") ' (") + b") ' ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + (b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body))
    )
