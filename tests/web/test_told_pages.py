"""Whatever the server refuses, it says on a page, in the language of the person."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils import translation
from django.utils.translation import gettext
from web_cases import Newcomer

from plaise.web import context, errors
from plaise.web.security import rates
from plaise.web.security.bodies import LARGEST, OF_A_STRANGER

LANGUAGES = ("fr", "en", "ar")
Ask = Callable[[Newcomer, dict[str, str]], Any]


def _no_token(member: Newcomer, said: dict[str, str]) -> Any:
    member.handler.enforce_csrf_checks = True
    return member.post("/langue/", {"langue": "fr"}, headers=said)


def _many_files(member: Newcomer, said: dict[str, str]) -> Any:
    files = [SimpleUploadedFile(f"{n}.png", b"\x89PNG") for n in range(501)]
    return member.post("/dossiers/importer/", {"file": files}, headers=said)


def _broken_form(member: Newcomer, said: dict[str, str]) -> Any:
    kind = "multipart/form-data; boundary=é"
    return member.generic("POST", "/dossiers/importer/", b"rien", kind, headers=said)


REFUSED: dict[str, tuple[int, Ask]] = {
    "another host": (400, lambda me, said: me.get("/", headers={"host": "pirate.test"} | said)),
    "no token": (403, _no_token),
    "from elsewhere": (
        403,
        lambda me, said: me.post("/langue/", headers={"sec-fetch-site": "cross-site"} | said),
    ),
    "nowhere": (404, lambda me, said: me.get("/nulle-part/", headers=said)),
    "not by its button": (405, lambda me, said: me.get("/compte/verrouiller/", headers=said)),
    "too many files": (400, _many_files),
    "too much text": (
        400,
        lambda me, said: me.post("/langue/", {"langue": "x" * 2_000_001}, headers=said),
    ),
    "broken": (400, _broken_form),
    "too long": (
        413,
        lambda me, said: me.post("/langue/", headers=said, CONTENT_LENGTH=str(LARGEST)),
    ),
    "too long for a stranger": (
        413,
        lambda me, said: Newcomer().post(
            "/langue/", headers=said, CONTENT_LENGTH=str(OF_A_STRANGER)
        ),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_each_refusal_says_what_happened_what_is_safe_and_what_to_do(member: Newcomer, name: str):
    status, ask = REFUSED[name]
    told = set()
    for language in LANGUAGES:
        answer = ask(member, {"accept-language": language})
        assert answer.status_code == status
        page = unescape(answer.content.decode())
        assert f'<html lang="{language}"' in page
        with translation.override(language):
            assert gettext("Ce qui est en sécurité :") in page
            assert gettext("À faire :") in page
        told |= set(re.findall(r"<h1>(.+?)</h1>", page))
    assert len(told) == len(LANGUAGES), "said otherwise in each language"


def test_an_address_for_a_button_still_says_how_it_is_asked(member: Newcomer):
    assert member.get("/compte/verrouiller/").headers["Allow"] == "POST"


def test_a_foreign_host_gets_no_form_and_no_address_of_ours(member: Newcomer):
    page = member.get("/", headers={"host": "pirate.test"}).content.decode()
    assert "<form" not in page
    assert "href" not in re.sub(r'<link rel="stylesheet"[^>]*>', "", page)


def test_too_many_tries_say_when_to_come_back(member: Newcomer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rates.SIGNING_IN, "seconds", 86_400.0)  # however slow this machine is
    form = {"identifier": "lune-verte", "passphrase": "une autre phrase"}
    answer = [Newcomer().post("/compte/ouvrir/", form) for _ in range(21)][-1]
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert "Attendez une minute" in answer.content.decode()


@pytest.mark.usefixtures("data")
def test_the_page_of_a_fault_comes_even_when_the_layout_is_what_broke(
    monkeypatch: pytest.MonkeyPatch,
):
    def broken(request: object) -> dict[str, object]:
        raise RuntimeError

    request = RequestFactory().get("/", headers={"accept-language": "ar"})
    whole = errors.broken(request).content.decode()
    assert '<html lang="ar"' in whole
    assert "<nav" in whole
    monkeypatch.setattr(context, "page", broken)
    monkeypatch.setattr(errors, "render", broken)
    bare = errors.broken(request)
    assert bare.status_code == 500
    assert '<html lang="ar"' in bare.content.decode()
    assert "<nav" not in bare.content.decode()


@pytest.mark.usefixtures("data")
def test_a_script_that_sends_a_long_file_once_signed_out_is_told_to_unlock():
    said = {"X-Plaise-Script": "1"}
    answer = Newcomer().post("/langue/", headers=said, CONTENT_LENGTH=str(OF_A_STRANGER))
    assert (answer.status_code, answer.content) == (423, b"")
