"""Messages as they really come: charsets, forwards, signatures, machines, bounces, nesting."""

import base64
import datetime as dt
from datetime import date
from email.message import EmailMessage

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from followup_cases import Case, filed
from hypothesis import given, settings
from hypothesis import strategies as st
from outlook_file import outlook

from dossier_texts import SOUND
from plaise.dossier import parse_dossier
from plaise.followup.mail import (
    Certainty,
    FoundKind,
    LetterPaper,
    MailError,
    MailKind,
    check_tracking,
    extract,
    find_tracking,
    match_letter,
    read_answer,
    read_mail,
    read_order,
    s10_check_digit,
    suggestions,
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


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "iso-8859-15"])
@pytest.mark.parametrize("cte", ["quoted-printable", "base64"])
def test_every_charset_gives_the_same_words(charset, cte):
    reading = read(mail(CONVOCATION.replace("’", "'"), charset=charset, cte=cte))
    assert "Vous êtes convoquée à la préfecture" in reading.mail.text
    assert appointment(reading) == (date(2027, 1, 18), dt.time(9, 30))
    assert reading.guess.kind is MailKind.ANSWER


@pytest.mark.parametrize(
    ("declared", "content"),
    [
        ("iso-8859-1", "L’agent vous écrit".encode("cp1252")),
        ("us-ascii", "L’agent vous écrit".encode("cp1252")),
        ("us-ascii", "L’agent vous écrit".encode()),
        ("charset-inconnu", "L’agent vous écrit".encode()),
        ("utf-8", "L’agent vous écrit".encode("cp1252")),
    ],
)
def test_a_charset_that_lies_is_read_all_the_same(declared, content):
    raw = (
        b"From: a@b.test\r\nSubject: Bonjour\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=" + declared.encode() + b"\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + content
    )
    assert read_mail(raw).text == "L’agent vous écrit"


def test_raw_latin_and_encoded_headers_are_shown_in_clear():
    raw = (
        b"From: Pr\xe9fecture <p@b.test>\r\n"
        b"Subject: =?iso-8859-1?Q?R=E9ponse_=E0_votre_demande?=\r\n"
        b"\r\nBonjour"
    )
    found = read_mail(raw)
    assert found.sender.startswith("Préfecture")
    assert found.subject == "Réponse à votre demande"


def test_html_alone_is_read_without_its_scripts():
    message = mail("x")
    message.set_content(
        "<html><head><style>p{}</style><title>t</title></head><body><p>Vous &ecirc;tes "
        "convoqu&eacute;e au rendez-vous</p><p>le 18/01/2027 à 09:30<br>guichet 4</p>"
        "<script>alert('audience')</script></body></html>",
        subtype="html",
    )
    reading = read(message)
    assert appointment(reading) == (date(2027, 1, 18), dt.time(9, 30))
    assert "alert" not in reading.mail.text


AUTOMATIC = [
    ({"Auto_Submitted": "auto-replied"}, "Réponse", "Bonjour."),
    ({"X_Autoreply": "yes", "Precedence": "bulk"}, "Réponse", "Bonjour."),
    ({"Precedence": "auto_reply"}, "Réponse", "Bonjour."),
    ({"X_Autorespond": "oui"}, "Réponse", "Bonjour."),
    ({}, "Réponse automatique : Demande de rendez-vous", "Le service est fermé."),
    ({}, "Automatic reply: demande", "I am currently out of the office."),
    ({}, "Absence du bureau", "Je suis absente, actuellement absente, jusqu’à lundi."),
    ({}, "Out of Office", "Back soon."),
    (
        {"Return_Path": "<>"},
        "Votre message",
        "Ceci est un message automatique, merci de ne pas répondre à ce message.",
    ),
]


@pytest.mark.parametrize(("headers", "subject", "body"), AUTOMATIC)
def test_automatic_replies_are_told_apart_in_french_and_english(headers, subject, body):
    guess = read(mail(body, subject=subject, **headers)).guess
    assert guess.kind is MailKind.AUTO_REPLY
    assert guess.automatic
    assert guess.signs
    assert all(sign.why and sign.seen for sign in guess.signs if sign.kind is guess.kind)


def test_an_automatic_message_that_gives_a_date_is_never_put_away():
    reading = read(mail(CONVOCATION, Auto_Submitted="auto-generated", Precedence="bulk"))
    assert reading.guess.kind is MailKind.ANSWER
    assert reading.guess.automatic
    assert appointment(reading) == (date(2027, 1, 18), dt.time(9, 30))


@pytest.mark.parametrize(
    ("subject", "body", "headers"),
    [
        (
            "Accusé de réception électronique",
            "Nous accusons réception de votre demande du 26 octobre 2026.",
            {"Auto_Submitted": "auto-generated"},
        ),
        ("Votre courriel", "Nous avons bien reçu votre message et le traiterons bientôt.", {}),
        (
            "Télérecours citoyens : accusé d’enregistrement",
            "Votre requête a été enregistrée sous le n° 2612345.",
            {"From": "ne-pas-repondre@telerecours.fr"},
        ),
        ("Your request", "We have received your request.", {}),
    ],
)
def test_acknowledgements_are_not_answers(subject, body, headers):
    assert read(mail(body, subject=subject, **headers)).guess.kind is MailKind.ACKNOWLEDGEMENT


def bounce(status="5.1.1", action="failed"):
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
        b"--B\r\nContent-Type: message/rfc822\r\n\r\nFrom: aminata@exemple.exercice.test\r\n"
        b"Subject: Demande de rendez-vous\r\n\r\n"
        b"Je demande un rendez-vous avant le 18 janvier 2027.\r\n--B--\r\n"
    )


def test_a_bounce_names_who_was_not_reached_and_gives_no_date():
    reading = read(bounce())
    assert reading.guess.kind is MailKind.BOUNCE
    assert reading.guess.certainty is Certainty.SURE
    assert reading.mail.report.recipient == "etrangers@prefecture.test"
    assert "User unknown" in reading.mail.report.diagnostic
    assert not reading.of(FoundKind.APPOINTMENT)
    assert suggestions(reading, filed().followup, ON) == ()


@pytest.mark.parametrize(
    ("subject", "body", "sender"),
    [
        (
            "Échec de la remise du message",
            "Votre message n’a pas pu être remis au destinataire : boîte aux lettres pleine.",
            "postmaster@prefecture.test",
        ),
        ("Non remis : demande", "L’adresse introuvable.", "Microsoft Outlook <m@prefecture.test>"),
        ("failure notice", "Hi. This is the qmail-send program.", "MAILER-DAEMON@host.test"),
    ],
)
def test_bounces_without_a_report_are_seen_too(subject, body, sender):
    assert read(mail(body, subject=subject, From=sender)).guess.kind is MailKind.BOUNCE


def test_a_reading_receipt_is_not_an_answer():
    raw = (
        b"From: agent@prefecture.test\r\nSubject: Lu : Demande\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/report; report-type=disposition-notification; boundary=B\r\n"
        b"\r\n--B\r\nContent-Type: text/plain\r\n\r\nYour message was read.\r\n"
        b"--B\r\nContent-Type: message/disposition-notification\r\n\r\n"
        b"Final-Recipient: rfc822; agent@prefecture.test\r\n"
        b"Disposition: manual-action/MDN-sent-manually; displayed\r\n\r\n--B--\r\n"
    )
    reading = read(raw)
    assert reading.guess.kind is MailKind.READ_RECEIPT
    assert reading.mail.report.action == "displayed"


def test_a_court_notice_says_to_open_telerecours():
    body = "Un nouveau document est disponible dans votre dossier n° 2612345 sur Télérecours."
    guess = read(mail(body, subject="Notification", From="ne-pas-repondre@telerecours.fr")).guess
    assert guess.kind is MailKind.COURT_NOTICE
    assert "Télérecours" in guess.advice


def test_a_message_forwarded_as_an_attachment_is_judged_by_what_is_inside():
    outer = mail("Voici ce que j’ai reçu.", subject="TR: convocation", From="moi@exemple.test")
    outer.add_attachment(mail(CONVOCATION))
    reading = read(outer)
    assert reading.guess.kind is MailKind.ANSWER
    assert appointment(reading) == (date(2027, 1, 18), dt.time(9, 30))


@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ---------",
        "-------- Message transféré --------",
        "-----Message d’origine-----",
        "Début du message réexpédié :",
        "",
    ],
)
def test_a_message_forwarded_in_the_text_is_read(mark):
    body = (
        f"Pour info.\n\n{mark}\nDe : Bureau du séjour <s@p.test>\nEnvoyé : mardi 1 décembre 2026 "
        "09:00\nÀ : Aminata\nObjet : Convocation\n\n" + CONVOCATION.replace("\r\n", "\n")
    )
    assert appointment(read(mail(body, subject="TR : Convocation")))[0] == date(2027, 1, 18)


def test_dates_of_our_own_quoted_letter_are_not_theirs():
    body = (
        "Bonjour,\n\nVotre demande est en cours.\n\nCordialement\n\n"
        "Le lun. 26 oct. 2026 à 10:00, Aminata <a@exemple.test> a écrit :\n"
        "> Je demande un rendez-vous le 18 janvier 2027.\n> Merci."
    )
    assert not read(mail(body, subject="Re: demande")).of(FoundKind.APPOINTMENT)


def test_nested_attachments_are_found_and_their_names_stay_in_place():
    inner = mail("Voir la pièce jointe.")
    inner.add_attachment(
        b"abc", maintype="application", subtype="pdf", filename="../../etc/plan.pdf"
    )
    outer = mail("Suite", subject="Fwd: convocation")
    outer.add_attachment(inner)
    found = read_mail(outer.as_bytes())
    assert found.attached[0].attachments[0].path == "plan.pdf"
    assert found.attached[0].attachments[0].content == b"abc"


def test_messages_nested_without_end_are_cut_with_a_warning():
    message = mail("fond")
    for _ in range(12):
        outer = mail("couche")
        outer.add_attachment(message)
        message = outer
    found = read_mail(message.as_bytes())
    warnings, depth = [], 0
    while found.attached:
        found, depth = found.attached[0], depth + 1
        warnings += found.warnings
    assert depth == 6
    assert any("profondément" in warning for warning in warnings)


@pytest.fixture(scope="module")
def signer():
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Exercice")])
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + dt.timedelta(days=900))
        .sign(key, hashes.SHA256())
    )
    return certificate, key


def smime(signer, options, encoding=serialization.Encoding.SMIME):
    certificate, key = signer
    inner = mail(CONVOCATION).as_bytes()
    builder = pkcs7.PKCS7SignatureBuilder().set_data(inner)
    return builder.add_signer(certificate, key, hashes.SHA256()).sign(encoding, options)


def test_a_detached_signature_does_not_hide_the_words(signer):
    signed = smime(signer, [pkcs7.PKCS7Options.DetachedSignature])
    reading = read(b"From: s@p.test\r\nSubject: Signed\r\n" + signed)
    assert reading.mail.signed
    assert "convoquée" in reading.mail.text or any(
        "convoquée" in one.text for one in reading.mail.attached
    )


def test_a_signature_in_one_block_is_opened(signer):
    der = smime(signer, [pkcs7.PKCS7Options.Binary], serialization.Encoding.DER)
    raw = (
        b"From: s@p.test\r\nSubject: Convocation\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(der)
    )
    reading = read(raw)
    assert reading.mail.signed
    assert appointment(reading)[0] == date(2027, 1, 18)


def test_what_is_encrypted_is_said_and_not_guessed():
    raw = (
        b"From: s@p.test\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\nMIIB"
    )
    reading = read(raw)
    assert reading.guess.kind is MailKind.UNKNOWN
    assert any("chiffré" in warning for warning in reading.warnings)


def test_an_outlook_file_is_read_with_its_headers_and_attachments():
    headers = (
        "From: Bureau <s@p.test>\r\nTo: a@exemple.test\r\nAuto-Submitted: auto-replied\r\n"
        "Subject: R\r\n\r\n"
    )
    content = outlook(
        headers,
        "Réponse automatique",
        "Le service est fermé.",
        [("plan.txt", "text/plain", b"abc")],
    )
    reading = read_answer(content, "reponse.msg", ON)
    assert reading.mail.kind == "msg"
    assert reading.mail.subject == "Réponse automatique"
    assert reading.mail.attachments[0].path == "plan.txt"
    assert reading.mail.attachments[0].content == b"abc"
    assert reading.guess.kind is MailKind.AUTO_REPLY


def test_an_outlook_convocation_gives_its_date():
    content = outlook("From: s@p.test\r\n\r\n", "Convocation", CONVOCATION)
    assert appointment(read_answer(content, "c.msg", ON)) == (date(2027, 1, 18), dt.time(9, 30))


def test_an_outlook_file_without_text_says_so():
    reading = read_answer(outlook("", "Vide", None), "v.msg", ON)
    assert any("Outlook" in warning for warning in reading.warnings)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"bonjour",
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
        b"%PDF-1.7\nabc",
    ],
)
def test_what_is_not_a_message_is_refused_in_words(content):
    with pytest.raises(MailError) as caught:
        read_answer(content, "fichier", ON)
    assert caught.value.to_do


@settings(deadline=None)  # what looks like a PDF is read by a child process
@given(st.binary(max_size=400))
def test_no_bytes_can_break_the_reader(noise):
    start = b"From: a@b.test\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=B\r\n"
    try:
        assert read(start + noise).guess.label
    except MailError as error:
        assert error.to_do


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"--B\r\n",
                b"--B--\r\n",
                b"Content-Type: text/plain; charset=\xff\r\n",
                b"Content-Type: message/rfc822\r\n",
                b"Content-Type: multipart/report; report-type=delivery-status; boundary=B\r\n",
                b"Content-Type: message/delivery-status\r\n",
                b"Content-Type: message/disposition-notification\r\n",
                b"Content-Type: application/pkcs7-mime\r\n",
                b"Content-Transfer-Encoding: base64\r\n",
                b"Content-Disposition: attachment; filename*=utf-8''%ff%00; filename==?x?q?a?=\r\n",
                b"Date: Mon, 99 Foo 20266 99:99 +9999\r\n",
                b"Return-Path: <>\r\n",
                b"From: =?utf-8?b?/w==?= <\xe9>\r\n",
                b"\r\n",
                b"le 18 janvier 2027\r\n",
                b"=E9=\r\n",
            ]
        ),
        max_size=30,
    )
)
def test_no_assembly_of_real_pieces_can_break_the_reader(pieces):
    assert read(b"Subject: x\r\n" + b"".join(pieces)).guess.label


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


def test_a_court_pdf_is_read_and_told_as_the_court_s():
    content = pdf(
        "TRIBUNAL ADMINISTRATIF D'EXEMPLEVILLE\nDossier n° 2612345\nAVIS D'AUDIENCE\n"
        "L'audience aura lieu le 8 décembre 2026 à 14h00."
    )
    reading = read_answer(content, "avis.pdf", ON)
    assert reading.mail.kind == "pdf"
    assert reading.guess.kind is MailKind.COURT_NOTICE
    assert reading.of(FoundKind.HEARING)[0].day == date(2026, 12, 8)
    assert reading.of(FoundKind.CASE_NUMBER)[0].number == "2612345"


def test_a_convocation_in_an_attached_pdf_is_found_with_its_place():
    message = mail("Veuillez trouver ci-joint votre convocation.")
    content = pdf("Vous êtes convoqué le 18 janvier 2027 à 09h30.")
    message.add_attachment(content, maintype="application", subtype="pdf", filename="conv.pdf")
    reading = read(message)
    assert reading.of(FoundKind.APPOINTMENT)[0].where == "conv.pdf"
    assert reading.guess.kind is MailKind.ANSWER


def test_a_scanned_pdf_says_that_it_holds_no_text():
    reading = read_answer(pdf(""), "scan.pdf", ON)
    assert any("image" in warning for warning in reading.warnings)
    message = mail("Bonjour")
    message.add_attachment(pdf(""), maintype="application", subtype="pdf", filename="scan.pdf")
    assert any("scan.pdf" in warning for warning in read(message).warnings)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("Rendez-vous le 18 janvier 2027 à 9 h 30", date(2027, 1, 18), dt.time(9, 30)),
        ("Rendez-vous le lundi 18 janvier 2027 à 14h", date(2027, 1, 18), dt.time(14)),
        ("Rendez-vous : 18/01/2027 09:05", date(2027, 1, 18), dt.time(9, 5)),
        ("Rendez-vous le 18.01.27", date(2027, 1, 18), None),
        ("Rendez-vous du 2027-01-18", date(2027, 1, 18), None),
        ("Vous êtes convoqué le 1er février 2027, à 8 heures", date(2027, 2, 1), dt.time(8)),
        ("Votre rendez-vous du 18 janvier 2027 est confirmé", date(2027, 1, 18), None),
        ("VOUS ÊTES CONVOQUÉ LE 18 JANVIER 2027 À 09H30", date(2027, 1, 18), dt.time(9, 30)),
    ],
)
def test_dates_are_read_as_people_write_them(text, day, hour):
    found = [one for one in extract(text, ON) if one.kind is FoundKind.APPOINTMENT]
    assert [(one.day, one.hour) for one in found] == [(day, hour)]
    assert found[0].seen in " ".join(text.split())


def test_a_date_without_year_is_a_doubtful_guess():
    found = extract("Vous êtes convoqué le 18 janvier à 9h.", ON)[0]
    assert (found.day, found.certainty) == (date(2027, 1, 18), Certainty.WEAK)
    assert "année" in found.doubt


def test_a_weekday_that_does_not_fit_is_a_doubt():
    found = extract("Rendez-vous le mardi 18 janvier 2027.", ON)[0]
    assert "mardi" in found.doubt


@pytest.mark.parametrize(
    "text",
    [
        "Votre courriel du 18 janvier 2027 demandant un rendez-vous.",
        "Rendez-vous le 18 janvier 2020.",
        "Rendez-vous le 31 février 2027.",
    ],
)
def test_other_dates_are_not_appointments(text):
    assert not [one for one in extract(text, ON) if one.kind is FoundKind.APPOINTMENT]


def test_limits_hearings_and_numbers_are_told_apart():
    text = (
        "Affaire n° 2612345. Vous pouvez produire vos observations avant le 4 décembre 2026, dans "
        "un délai de trois jours ouvrés. L’audience aura lieu le 8 décembre 2026 à 14h00. Merci de "
        "répondre sous 48 heures ou dans un délai de 2 mois."
    )
    found = extract(text, ON)
    by_kind = {kind: [one for one in found if one.kind is kind] for kind in FoundKind}
    assert by_kind[FoundKind.CASE_NUMBER][0].number == "2612345"
    assert by_kind[FoundKind.LIMIT][0].day == date(2026, 12, 4)
    assert by_kind[FoundKind.HEARING][0].day == date(2026, 12, 8)
    limits = [(one.amount, str(one.unit)) for one in by_kind[FoundKind.TIME_LIMIT]]
    assert limits == [(3, "jours_ouvres"), (2, "jours"), (2, "mois")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("dossier n° 2612345", "2612345"),
        ("Requête nº 26 12345", "2612345"),
        ("Votre dossier numéro 2612345-1", "2612345"),
        ("requête n° 2616798/9", "2616798"),
    ],
)
def test_case_numbers_are_found_as_courts_write_them(text, number):
    assert [one.number for one in extract(text, ON) if one.number] == [number]


def test_the_number_of_an_old_case_is_doubtful_and_a_phone_is_not_one():
    assert extract("CE, affaire n° 2010725", ON)[0].certainty is Certainty.WEAK
    assert extract("n° 0612345678, dossier 9912345", ON) == ()


def test_a_message_suggests_events_that_are_possible():
    case = filed()
    reading = read(mail("Votre requête a été enregistrée sous le n° 2612345."))
    made = suggestions(reading, case.followup, ON)
    assert [(one.kind, one.data["number"]) for one in made] == [("numbered", "2612345")]
    case.record(made[0].kind, **made[0].data)
    assert suggestions(reading, case.followup, ON) == ()
    offered = suggestions(read(mail(CONVOCATION)), case.followup, ON)[0]
    assert offered.kind == "date_offered"
    case.record(offered.kind, **offered.data)
    assert case.followup.state == "date_offered"
    before = suggestions(read(mail(CONVOCATION)), Case().followup, ON)[0]
    assert before.kind == "appointment_received"


def test_published_tracking_numbers_hold():
    # Numbers printed in the documentation of public libraries.
    assert check_tracking("1A 099 205 4479 3").number == "1A09920544793"
    assert check_tracking("6A15602676300").checked is None
    assert check_tracking("EB 000 717 61 8 HK").checked is True
    assert check_tracking("RB167995284IT").checked is True
    assert check_tracking("EB900717618HK").checked is False
    for wrong in ("1A0992054479", "09920544793", "bonjour", "AA 099 205 4479 3"):
        assert check_tracking(wrong) is None


@settings(deadline=None)
@given(st.integers(0, 99_999_999), st.integers(0, 9))
def test_one_wrong_digit_never_passes_an_s10_check(serial, other):
    digits = f"{serial:08}"
    good = s10_check_digit(digits)
    found = check_tracking(f"RK{digits}{other}FR")
    assert found.checked is (other == good)


def test_a_serial_that_is_not_eight_digits_is_refused():
    with pytest.raises(ValueError, match="eight"):
        s10_check_digit("123")


LETTERS = (
    SOUND
    + """
[[contacts]]
moyen = "lettre_recommandee"
date = 2026-11-02
pieces = ["depot.jpg"]

[[contacts]]
moyen = "lettre_recommandee"
date = 2026-11-16
pieces = []

[[pieces]]
fichier = "depot.jpg"
nature = "preuve_de_depot"
libelle = "Preuve de dépôt 1A 099 205 4479 3"
"""
)


def test_a_receipt_goes_to_the_letter_of_the_same_number():
    dossier = parse_dossier(LETTERS)
    found = match_letter(LetterPaper.RECEIPT, "AR 1A 099 205 4479 3", date(2026, 11, 20), dossier)
    assert found[0].contact == 0
    assert found[0].certainty is Certainty.SURE


def test_without_a_number_the_dates_decide_and_doubt_is_kept():
    dossier = parse_dossier(LETTERS)
    slip = match_letter(LetterPaper.DEPOSIT, "", date(2026, 11, 16), dossier)
    assert [one.contact for one in slip] == [1]
    both = match_letter(LetterPaper.RETURNED, "pli non réclamé", date(2026, 12, 4), dossier)
    assert [one.contact for one in both] == [1, 0]
    assert all(one.certainty is Certainty.LIKELY for one in both)
    assert match_letter(LetterPaper.RECEIPT, "", date(2026, 10, 1), dossier) == ()


def test_tracking_numbers_inside_a_text_are_each_found_once():
    text = "Envoi 1A 099 205 4479 3 (1A09920544793) et RB 167 995 28 4 IT."
    assert [one.number for one in find_tracking(text)] == ["1A09920544793", "RB167995284IT"]


INJUNCTION = """TRIBUNAL ADMINISTRATIF D’EXEMPLEVILLE
N° 2612345
Vu l’article L. 761-1 du code de justice administrative.
O R D O N N E :
Article 1er : Il est enjoint à la préfète du Val-d’Exemple de communiquer à Mme Exemple une date de
rendez-vous, au plus tard le 29 janvier 2027, dans un délai de quinze jours à compter de la
notification de la présente ordonnance, sous astreinte de 1 00 euros par jour de retard.
Article 2 : L’État versera à Mme Exemple la somme de 800 euros au titre de l’article L. 761-1.
"""


def test_an_injunction_is_read_with_its_limit_its_penalty_and_its_costs():
    guess = read_order(INJUNCTION.replace("1 00", "100"), ON)
    assert guess.outcome == "injunction"
    assert guess.data == {
        "outcome": "injunction",
        "delay": "15",
        "unit": "jours",
        "appointment_before": "2027-01-29",
        "penalty_euros": "100",
        "costs_euros": "800",
    }


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("ORDONNE : Article 1er : Il n’y a plus lieu de statuer sur la requête.", "non_lieu"),
        (
            "Il est donné acte. ORDONNE : Il est donné acte du désistement de la requête.",
            "withdrawal",
        ),
        ("ORDONNE : Article 1er : La requête de Mme Exemple est rejetée.", "rejected"),
        (
            "Vu l’article L. 522-3 du code. ORDONNE : La requête de Mme Exemple est rejetée.",
            "rejected_without_hearing",
        ),
        ("D E C I D E : Article 1er : La requête de Mme Exemple est rejetée.", "rejected"),
    ],
)
def test_what_an_order_decides_is_a_guess_from_its_operative_part(text, outcome):
    assert read_order(text, ON).outcome == outcome


def test_what_the_parties_ask_is_not_what_the_judge_decides():
    asked = "Elle demande qu’il soit enjoint. Il est enjoint, dit-elle. "
    assert read_order(asked, ON) is None
    assert read_order(asked + "ORDONNE : La requête est rejetée.", ON).outcome == "rejected"


def test_an_order_in_pdf_suggests_its_event_ready_to_confirm():
    case = filed()
    reading = read_answer(pdf(INJUNCTION.replace("1 00", "100")), "ordonnance.pdf", ON)
    assert reading.guess.kind is MailKind.COURT_NOTICE
    made = next(one for one in suggestions(reading, case.followup, ON) if one.kind == "order")
    case.record(made.kind, **made.data)
    assert case.followup.state == "injunction"
    assert case.followup.injunction.delay == 15


def test_the_reasons_of_a_rejection_are_guessed_before_the_operative_part():
    text = "La condition d’urgence n’est pas remplie. ORDONNE : La requête est rejetée."
    assert read_order(text, ON).reasons == ("urgence",)


def test_a_hostile_text_is_read_only_so_far():
    text = "Rendez-vous le 12/01/2027 à 9h30, n° 2612345. " * 5000
    found = extract(text, ON)
    assert len(found) <= 300
    assert found[0].day == date(2027, 1, 12)
