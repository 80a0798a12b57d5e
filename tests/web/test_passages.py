"""An assessment and a plan in English and Arabic: nothing stays French but names and sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from captures_cases import drawn, fill
from django.utils import translation
from made_cases import TODAY, made_example
from web_cases import Newcomer

from plaise import readiness
from plaise.dossier import edit_facts, typeset
from plaise.law import load_law, own_date_rules
from plaise.store import read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, import_parts, list_dossiers, open_dossier
from plaise.web._languages import LANGUAGES, LOCALES
from plaise.web.background import WORKER
from plaise.web.passage_forms import plain, split_passage
from plaise.web.passages import about_files, call, left_in_french, passage, same_or_told
from plaise.web.results.sending import CHANNELS
from plaise.web.spoken_sources import counted, sentences
from plaise.work import prepare, record_event

OTHERS = [language.code for language in LANGUAGES[1:]]
SOURCES = Path(readiness.__file__).parent
GUIDE = [SOURCES.parent / "work" / name for name in ("_guide.py", "_guide_captures.py")]
FINDINGS = [
    SOURCES.parent / "drafting" / f"_{name}.py" for name in ("facts", "petition", "relief", "cited")
]
# What is found in acts that the guide does not tell.
OTHER_ACTS = {"needed", "_lost", "not_too_soon", "follow_up", "stronger", "_told_besides"}
# What only a terminal, a printed page or a calendar says; how sentences are joined and set.
ELSEWHERE = {"_text.py", "_plan_text.py", "_calendar.py", "_french.py", "_said.py", "_own_dates.py"}
# What is not said to a person, or not in that form: parts around the names of a file of facts.
APART = {
    "vu, quand, et le jour où la décision a été reçue (",
    "). Continuez à garder vos preuves.",
    "now must have a zone",
    "L’écran montre",
    "90 jours",
    "60 jours",
    " – à vérifier",
    " (à vérifier)",
    "Votre dossier au ",  # the title of a file
    ", état au ",
    "votre lettre du ",  # the assessment says it
    "qui se conteste autrement",
    "n’ont pas suffi au Conseil d’État",
    "les réponses, motif par motif",  # of other acts
    " » est citée dans les précisions, mais n’est pas dans [[pieces]]",
}
FRENCH = re.compile(r"\b(vous|votre|vos|est|sont|pas|une|les|qui|avec|dans|nous|cette|depuis)\b")


def _fragments() -> Iterator[tuple[str, str]]:
    """Each piece of a French sentence of the package, between two values."""
    for path in [*sorted(SOURCES.glob("*.py")), *GUIDE, *FINDINGS]:
        if path.name not in ELSEWHERE:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            tree.body = [one for one in tree.body if getattr(one, "name", "") not in OTHER_ACTS]
            docs = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    said = id(node) not in docs and " " in node.value.strip()
                    if said and not node.value.endswith(tuple(APART)):
                        yield path.name, node.value


KNOWN = " | ".join(
    plain(text) for text in [*sentences(), *(one for both in counted() for one in both)]
)
WHOLE = re.sub(r"%\(\w+\)s", "", KNOWN)


@pytest.mark.parametrize(("place", "text"), sorted(set(_fragments())))
def test_each_sentence_of_an_assessment_or_of_a_guide_is_among_those_that_are_translated(
    place: str, text: str
):
    assert plain(text).strip(" ;.,:(«»") in WHOLE, place


def _of_the_law() -> Iterator[str]:
    law = load_law()
    for one in (*law.criteria.values(), *law.steps.values(), *law.warnings):
        yield from (one.title, getattr(one, "rule", ""), getattr(one, "why", ""))
        yield from (getattr(one, "text", ""), getattr(one, "note", "") * hasattr(one, "rule"))
    for case in law.hard_cases.values():
        yield from (case.name, case.ask, case.pause)
    for route in law.routes.values():
        yield route.title
    for contact in law.contacts:
        yield contact.what
    for demarche in law.demarches.values():
        yield from (demarche.stop, demarche.warning, demarche.urgency.words)
        yield from demarche.urgency.circumstances
        yield from (words for one in demarche.checklist for words in (one.label, one.caution))
    for guide in law.door_guides.values():
        yield from (guide.title, guide.text, guide.stop, *guide.to_do)
    yield from (agreement.advice for agreement in law.agreements)
    yield from (rule.label for rule in own_date_rules().values())


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_the_law_that_these_pages_show_is_translated(language: str):
    entries = polib.pofile(str(LOCALES / language / "LC_MESSAGES" / "django.po"))
    words = {entry.msgid: entry.msgstr or entry.msgstr_plural.get(1) for entry in entries}
    wanted = {*_of_the_law(), *readiness.SENTENCES, *(one for one, _ in readiness.COUNTED)} - {""}
    assert sorted(text for text in wanted if not words.get(text)) == []


class _Text(HTMLParser):
    """The text of a page outside what is marked as French, and outside names."""

    VOID = frozenset({"meta", "link", "input", "img", "br", "hr", "wbr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            hidden = tag in {"bdi", "script", "style"} or dict(attrs).get("lang") == "fr"
            self.open.append(hidden or (bool(self.open) and self.open[-1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1]):
            self.text += f"{data}\n"


def outside_french(page: str) -> str:
    parser = _Text()
    parser.feed(page)
    return parser.text


@pytest.fixture
def dossier(member: Newcomer, person: Unlocked) -> EncryptedDossier:
    """The example with two captures that were read."""
    member.post("/dossiers/exemple/")
    made = open_dossier(person, list_dossiers(person)[0].id)
    fill(made, {"un.png": drawn(1), "deux.png": drawn(2)})
    member.get(f"/dossiers/{made.id}/")  # says in French that the example is there
    return made


@pytest.mark.usefixtures("example_day")
@pytest.mark.parametrize("stopped", [False, True], ids=["going on", "stopped"])
@pytest.mark.parametrize("language", OTHERS)
def test_a_plan_and_an_assessment_have_no_french_sentence_that_is_not_marked(
    member: Newcomer, dossier: EncryptedDossier, language: str, stopped: bool
):
    if stopped:
        text, version = dossier.versioned_facts()
        changed = edit_facts(text, {("demande", "situations_difficiles"): ["oqtf"]})
        dossier.write_facts(changed, seen=version)
    member.post("/langue/", {"langue": language, "suite": "/"})
    for place in ("plan/", "pret/", "captures/"):
        answer = member.get(f"/dossiers/{dossier.id}/{place}")
        assert answer.status_code == 200
        said = outside_french(answer.content.decode())
        assert [line for line in said.splitlines() if FRENCH.search(line)] == [], place
        assert "%(" not in said


@pytest.mark.usefixtures("example_day")
@pytest.mark.parametrize("language", OTHERS)
def test_how_to_file_has_no_french_sentence_that_is_not_marked(
    member: Newcomer, person: Unlocked, tmp_path: Path, language: str
):
    made = import_parts(person, list(read_folder(made_example(tmp_path / "dossier").path)))
    member.post("/langue/", {"langue": language, "suite": "/"})
    prepare(made, today=TODAY)
    page = member.get(f"/dossiers/{made.id}/deposer/").content.decode()
    said = outside_french(page)
    assert [line for line in said.splitlines() if FRENCH.search(line)] == []
    assert '<span lang="fr"' not in page


@pytest.mark.usefixtures("example_day")
@pytest.mark.parametrize("filed", [False, True], ids=["first", "more"])
@pytest.mark.parametrize("language", OTHERS)
def test_the_steps_of_each_way_out_have_no_french_sentence(
    member: Newcomer, person: Unlocked, tmp_path: Path, language: str, filed: bool
):
    made = import_parts(person, list(read_folder(made_example(tmp_path / "dossier").path)))
    prepare(made, today=TODAY)
    member.post("/langue/", {"langue": language, "suite": "/"})
    member.post(f"/dossiers/{made.id}/deposer/compte/", {"own": "on", "reader": "ma sœur"})
    if filed:
        record_event(made, "filed", {"on": TODAY.isoformat(), "channel": "telerecours"})
        fill(made, {"apres.png": drawn(3)})
        prepare(made, today=TODAY)
    for channel in CHANNELS:
        if filed and channel.slug != "telerecours":
            continue  # what was filed online goes on online
        place = f"/dossiers/{made.id}/deposer/par/{channel.slug}/"
        member.post(place)
        WORKER.run_waiting()
        page = member.get(place).content.decode()
        said = outside_french(page)
        assert [line for line in said.splitlines() if FRENCH.search(line)] == [], channel.slug
        assert '<span lang="fr"' not in page
        assert ('<div lang="fr"' in page) is (channel.slug == "avocat")  # a lawyer reads French
        assert f"{channel.slug}/fichiers/" in page


PASSAGES = [
    (
        "Du 12 octobre 2026 au 1er novembre 2026\u00a0: 20\u00a0jours entre la première et la "
        "dernière tentative, sur 3\u00a0semaines. Un trou de 8\u00a0jours sans tentative peut "
        "faire douter de l’urgence. ",
        "From 12 October 2026 to 1 November 2026: 20 days between the first and the last attempt, "
        "over 3 weeks. A gap of 8 days without an attempt may cast doubt on the urgency.",
    ),
    (
        "Déposer aujourd’hui serait fragile. Ce qui limite le niveau\u00a0: les tentatives, la "
        "lettre recommandée et les deux mois et l’urgence.",
        "Filing today would be fragile. What limits the level: the attempts, the registered "
        "letter and the two months and the urgency.",
    ),
    (
        "1 capture montre tout ce qu’il faut\u202f; 2 sans aucune date. Les captures incomplètes "
        "sont jointes mais comptées à part\u00a0: un juge peut les écarter.",
        "1 screenshot shows all that is needed; 2 without any date. Incomplete screenshots are "
        "attached but counted apart: a judge may set them aside.",
    ),
    (
        "Démarches faites\u00a0: 1 courriel et 2 lettres recommandées.",
        "Steps taken: 1 e-mail and 2 registered letters.",
    ),
    (
        "Un créneau semble proposé sur\u00a0: a.png et <b>.png. Le juge demandera pourquoi il n’a "
        "pas été pris. Rien n’est caché\u00a0: la page reste dans le dossier.",
        "A slot seems to be offered on: <bdi>a.png</bdi> and <bdi>&lt;b&gt;.png</bdi>. The judge "
        "will ask why it was not taken. Nothing is hidden: the page stays in the file.",
    ),
    (
        "7\u00a0fichiers, 1,3\u00a0Mo en tout\u202f; 32\u00a0Mo au plus par fichier.",
        "7 files, 1.3 MB in all; at most 32 MB for each file.",
    ),
    (
        "Écrivez la date d’expiration du titre dans dossier.toml (expire_le).",
        "Write down the permit’s expiry date.",
    ),
]


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(("french", "english"), PASSAGES)
def test_a_passage_is_said_sentence_by_sentence_with_its_values(french: str, english: str):
    with translation.override("en"):
        assert passage(french).strip() == english
        assert not left_in_french([french])


ABOUT_FILES = [
    (
        "La requête n’est pas rédigée\u00a0: la démarche «\u00a0courriel\u00a0» est du "
        "1er\u00a0mars 2026, après la date fixée pour vos actes (2\u00a0février 2026)",
        "The petition (requête) is not drafted: the step “<bdi>courriel</bdi>” is of 1 March 2026, "
        "after the date set for your documents (2 February 2026)",
    ),
    (
        "À vérifier\u00a0: votre demande doit être présentée au plus tard le 2\u00a0février "
        "2026\u00a0: demandez un rendez-vous avant ce jour («\u00a0rendez_vous_avant_le\u00a0»).",
        "To be checked: your request must be made by 2 February 2026 at the latest: ask for an "
        "appointment before that day.",
    ),
    (
        "«\u00a0a.png\u00a0», «\u00a0b.png\u00a0» (image 2) et 3 autres\u00a0: un numéro de "
        "téléphone se lit sur l’image. La préfecture et le juge verront l’image. Vous pouvez "
        "masquer cela sur une copie\u00a0: dans l’application, page de la capture\u202f; sinon, "
        "«\u00a0plaise confirm DOSSIER --capture FICHIER\u00a0».",
        "<bdi>a.png</bdi>, <bdi>b.png</bdi> (picture 2) and 3 others: a phone number can be read "
        "on the picture.",
    ),
    (
        "a.png\u00a0: laissée de côté à votre demande",
        "<bdi>a.png</bdi>: left aside at your request",
    ),
    (
        "Il manque l’heure sur «\u00a0a.png\u00a0» et «\u00a0b.png\u00a0». Android\u00a0: Quittez "
        "le plein écran\u00a0: l’heure se trouve tout en haut. Ne recadrez pas l’image.",
        "What is missing: the time, on <bdi>a.png</bdi> and <bdi>b.png</bdi>. Android: ",
    ),
]


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(("french", "english"), ABOUT_FILES)
def test_what_is_said_of_files_keeps_their_names(french: str, english: str):
    with translation.override("en"):
        said = about_files(french)
    assert said.startswith(english)
    assert "lang=" not in said
    with translation.override("fr"):
        assert about_files(french) == typeset(french)


@pytest.mark.usefixtures("data")
def test_in_french_a_passage_stays_as_the_core_typed_it():
    with translation.override("fr"):
        for french, _ in PASSAGES:
            assert same_or_told(french) == french.replace("<b>", "&lt;b&gt;")
            assert not left_in_french([french, "Une phrase inconnue."])


@pytest.mark.usefixtures("data")
def test_a_sentence_that_has_no_translation_stays_french_and_says_so():
    text = "Une règle de l’association. N’allez pas au guichet."
    with translation.override("ar"):
        said = passage(text)
        assert left_in_french([text])
    assert said.startswith('<span lang="fr" dir="ltr">Une règle de l’association.</span> ')
    assert "guichet" not in said


@pytest.mark.usefixtures("data")
def test_whom_to_call_keeps_its_name_and_says_what_it_is():
    first = load_law().contacts[0]
    with translation.override("ar"):
        said = call(f"{first.in_words} [{first.confidence.value}] – à vérifier")
    assert said.startswith(f'<bdi lang="fr">{first.name}</bdi>')
    assert first.what not in said
    assert "يجب التحقق" in said


def test_a_passage_is_read_in_the_one_way_that_leaves_nothing_unknown():
    text = plain(
        "Recommencez si possible chaque jour, à des heures différentes ; jours encore jamais "
        "tentés : lundi et jeudi ; essayez aussi le dimanche soir et le lundi juste après minuit. "
        "Faites une capture à chaque fois."
    )
    (part,) = split_passage(text)
    assert part.values == {"list": "lundi et jeudi"}
