"""Whatever the core may tell on a page is told in the language of the page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from web_cases import Newcomer

from plaise import dossier
from plaise.bundle import piece_trouble
from plaise.dossier import FactsError, PlaiseError, parse_dossier
from plaise.drafting import ActError, Finding
from plaise.drafting._findings import CHANGE_THE_DATE
from plaise.web.error_texts import KNOWN, for_a_page, split_error
from plaise.web.spoken import nameless
from plaise.web.wording import in_french, said, told_in_one

SOURCES = Path(dossier.__file__).parents[1]
# What only a terminal can meet, by file; and what is told in French, with the person's own words.
TERMINAL = {
    "store/_create.py",
    "store/_folder.py",
    "store/keys/_session.py",
    "work/_intake.py",
    "work/_verify.py",
    "drafting/_details.py",
    "law/_files.py",
}
IN_FRENCH = (
    "La lecture lente",  # --photo
    "Installez le complément",
    "Cette clé n’est pas une clé publique age",
    "Demandez à la personne de vous renvoyer",
    "existe déjà et n’est pas vide",
    "Choisissez un autre nom de dossier",
    "ligne X : X.",  # which line of which file, for whoever helps
    "l’écriture n’est pas du TOML",
    "Le fichier « X » ne peut pas être lu",  # of a folder
    "Vérifiez les droits du fichier",
    "Qui ouvrira votre boîte",  # a page asks it before
    "Dans l’urgence, un message",
    "Rien n’a été envoyé ; vos fichiers",
    "[depot]",
    "boite_ouverte_chaque_jour_par",
    "Attendez X, puis réessayez.",  # said with its seconds
    "et la lecture ordinaire fonctionne",
)


def _texts() -> Iterator[tuple[str, str]]:
    for folder in ("bundle", "dossier", "followup", "journal", "law", "reading", "store", "work"):
        for path in sorted((SOURCES / folder).rglob("*.py")):
            name = path.relative_to(SOURCES).as_posix()
            if name not in TERMINAL:
                for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                    if isinstance(call, ast.Call) and _is_error(call):
                        told = [*call.args, *(one.value for one in call.keywords)]
                        yield from ((name, text) for one in told if (text := _text(one)))


def _is_error(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    named = {one.arg for one in call.keywords}
    return "to_do" in named and (name.endswith("Error") or name == "super().__init__")


def _text(node: ast.expr) -> str:
    """What is written there, « X » standing for what varies."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(one) if isinstance(one, ast.Constant) else "X" for one in node.values)
    return ""


@pytest.mark.parametrize(("place", "text"), sorted(set(_texts())))
def test_each_text_of_an_error_that_a_page_may_meet_is_translated(place: str, text: str):
    for line in text.splitlines():
        if not any(known in line for known in IN_FRENCH) and line.strip("X"):
            assert split_error(nameless(for_a_page(line)))[0] in KNOWN, place


def test_the_known_texts_name_no_command_and_no_file_that_a_person_never_opens():
    assert [
        text for text in KNOWN if re.search(r"relancez|dossier\.toml|--\w|« plaise ", text)
    ] == []


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Ce fichier dépasse 30\u00a0Mo."),
        ("en", "This file is larger than 30 MB."),
        ("ar", "حجم هذا الملف يتجاوز 30 ميغابايت."),
    ],
)
def test_an_error_puts_its_values_back_in_the_language_of_the_page(language: str, words: str):
    error = PlaiseError("Ce fichier dépasse 30 Mo.", to_do="Recommencez.")
    with translation.override(language):
        assert said(error)[0] == words
        assert not in_french(error)


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("text", ["", "schema = "])
def test_facts_that_do_not_hold_are_told_without_their_file(text: str):
    with pytest.raises(FactsError) as caught:
        parse_dossier(text)
    with translation.override("en"):
        told = " ".join(said(caught.value))
        assert not in_french(caught.value)
    assert "answers are still missing" in told
    assert "toml" not in told


@pytest.mark.usefixtures("data")
def test_why_a_file_is_no_page_is_told_in_the_language_of_the_page():
    error = piece_trouble(b"ftyp", "film.mp4")
    assert error is not None
    with translation.override("en"):
        assert "film.mp4" in said(error)[0]
        assert "this kind of image is not known" in said(error)[0]


@pytest.mark.usefixtures("data")
def test_what_has_no_translation_says_that_it_is_french_and_is_escaped():
    error = PlaiseError("Ce n’est pas prévu : <b>.", to_do="Recommencez.")
    with translation.override("ar"):
        assert in_french(error)
        one = told_in_one(error)
    assert one.startswith('<span lang="fr" dir="ltr">Ce n’est pas prévu\u00a0: &lt;b&gt;.</span> ')


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(("language", "words"), [("en", "change the date"), ("ar", "غيّر تاريخ")])
def test_a_date_of_acts_to_change_is_told_with_the_page_where_it_stands(language: str, words: str):
    finding = Finding("date_future", "le dépôt est du 24", to_do=CHANGE_THE_DATE)
    with translation.override(language):
        to_do = said(ActError([finding]))[2]
        beside = said(ActError([Finding("nom", "il manque votre nom")]))[2]
    assert words in to_do
    assert "date_des_actes" in to_do
    assert "dossier.toml" not in to_do + beside
    assert "lang=" not in to_do + beside


@pytest.mark.usefixtures("data")
def test_each_fault_of_a_list_has_its_own_line():
    error = PlaiseError(
        "L’acte modifié ne peut pas être utilisé tel quel :\n– une faute",
        to_do="Corrigez ces points dans Word et reprenez le fichier (plaise act import), ou "
        "revenez au texte de Plaise (plaise act reset).",
    )
    with translation.override("en"):
        happened, _safe, to_do = said(error)
    assert happened.splitlines() == [
        "The changed text cannot be used as it is:",
        '<span lang="fr" dir="ltr">– une faute</span>',
    ]
    assert "Word" in to_do
    assert "plaise" not in to_do


def test_a_form_refused_by_the_core_speaks_arabic(member: Newcomer):
    member.post("/langue/", {"langue": "ar", "suite": "/dossiers/"})
    page = member.post(
        "/dossiers/importer/", {"file": SimpleUploadedFile("dossier.age", b"rien")}
    ).content.decode()
    assert "لا يُفتح هذا الملف" in page or "تحقق" in page
    assert "phrase de passe" not in page
