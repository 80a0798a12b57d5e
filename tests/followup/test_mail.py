"""What comes back by mail: shapes, signatures, attachments, told apart as guesses."""

import base64
import datetime as dt
from datetime import date

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from followup_cases import filed
from hypothesis import given, settings
from hypothesis import strategies as st
from mail_messages import CONVOCATION, ON, appointment, bounce, mail, pdf, read
from outlook_file import outlook

from plaise.followup.mail import (
    Certainty,
    FoundKind,
    MailError,
    MailKind,
    read_answer,
    read_mail,
    suggestions,
)


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
    assert any("profondément" in str(warning) for warning in warnings)


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
    assert any("chiffré" in str(warning) for warning in reading.warnings)


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
    assert any("Outlook" in str(warning) for warning in reading.warnings)


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
    assert any("image" in str(warning) for warning in reading.warnings)
    message = mail("Bonjour")
    message.add_attachment(pdf(""), maintype="application", subtype="pdf", filename="scan.pdf")
    assert any("scan.pdf" in str(warning) for warning in read(message).warnings)
