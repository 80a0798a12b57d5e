"""The `mailto:` address says what the e-mail says, whatever the facts hold."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from factories import make_brief, make_dossier, make_person
from plaise.drafting import Act, courriel_mailto, courriel_subject, draft, plain_text


@pytest.mark.parametrize("name", ["Diallo", "O’Neil & fils ?body=", "Nguyễn\r\nBcc: x@y.test"])
def test_the_link_opens_the_same_words_for_the_same_reader(name):
    brief = make_brief(make_dossier(person=make_person(last_name=name)))
    link = courriel_mailto(brief)
    parts = urlsplit(link)
    assert link.isascii()
    assert parts.scheme == "mailto"
    assert unquote(parts.path) == brief.dossier.prefecture.email
    fields = parse_qs(parts.query, strict_parsing=True)
    assert set(fields) == {"subject", "body"}
    assert fields["subject"] == [courriel_subject(brief)]
    said = fields["body"][0].replace("\r\n", "\n")
    assert said == plain_text(draft(Act.COURRIEL, brief))
