"""E-mails as pages: the words as sent, whatever form they were sent in."""

from __future__ import annotations

import email
import email.policy
import hashlib
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.outlook_file import outlook
from plaise.bundle._mail import (
    UnusableMailError,
    body_text,
    html_text,
    mail_document,
    outlook_document,
    outlook_pdf,
)
from plaise.drafting import plain_text
from plaise.followup.mail import read_mail


def parse(raw: str) -> EmailMessage:
    message = email.message_from_bytes(raw.encode(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


HEAD = "From: a@exemple.test\nSubject: Essai\nContent-Type: text/plain; charset=utf-8\n\n"


def test_lines_cut_at_the_margin_are_whole_again_and_others_stay() -> None:
    first = "Depuis cinq semaines j’essaie chaque jour, le matin et le soir, de prendre un"
    document = mail_document(parse(f"{HEAD}{first}\nrendez-vous.\n\nAminata\n12 rue des Essais\n"))
    text = plain_text(document)
    assert f"{first} rendez-vous." in text
    assert "Aminata\n12 rue des Essais" in text


@given(st.text(alphabet=st.sampled_from("abcé’ \n>-"), max_size=400))
def test_no_word_of_a_body_is_lost_or_changed(words: str) -> None:
    message = parse(HEAD + words)
    said = plain_text(mail_document(message)).split("Essai", 1)[1].replace("\u00a0", " ")
    assert said.split() == words.split()


def test_hidden_html_is_not_shown() -> None:
    markup = "<style>p{}</style><p>Bonjour&nbsp;<b>vous</b></p><script>x()</script><p>Fin"
    assert html_text(markup).replace("\u00a0", " ") == "Bonjour vous\n\nFin"


def test_a_wrong_charset_does_not_stop_the_exhibit() -> None:
    message = parse("From: a@b.test\nContent-Type: text/plain; charset=nope\n\nBonjour")
    assert body_text(message) == "Bonjour"


def test_an_outlook_message_shows_headers_body_and_attachments() -> None:
    headers = "From: Aminata <a@exemple.test>\r\nTo: b@exemple.test\r\nSubject: Rendez-vous\r\n"
    raw = outlook(
        headers,
        "Rendez-vous",
        "Madame,\r\nJe n’y arrive pas.",
        [("note.txt", "text/plain", b"bonjour")],
    )
    text = plain_text(outlook_document(read_mail(raw)))
    assert "Aminata <a@exemple.test>" in text
    assert "Je n’y arrive pas." in text
    assert "note.txt" in text
    assert hashlib.sha256(b"bonjour").hexdigest() in text
    assert outlook_pdf(raw, fallback=date(2026, 1, 1)).startswith(b"%PDF")


def test_a_damaged_outlook_message_is_refused() -> None:
    with pytest.raises(UnusableMailError):
        outlook_pdf(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rien", fallback=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("header", "shown"),
    [
        (
            "Mon, 26 Oct 2026 09:14:22 +0100",
            "lundi 26 octobre 2026, 9 h 14 (Mon, 26 Oct 2026 09:14:22 +0100)",
        ),
        ("un lundi", "un lundi"),
    ],
)
def test_the_day_of_a_message_is_said_in_french_beside_its_header(header: str, shown: str) -> None:
    text = plain_text(mail_document(parse(f"Date: {header}\n{HEAD}Bonjour")))
    assert shown in text.replace("\u00a0", " ").replace("\u202f", " ")
