import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import pytest
from practice_texts import alike

from plaise.dossier import PlaiseError, Result
from plaise.practice import BANNER, PracticeSite, scenario, scenarios

BOOKING = "/booking/create/9829"
RDVPREF = "/rdvpref/reservation/demarche/9040"
PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize("told", scenarios(), ids=lambda one: one.id)
def test_each_scenario_shows_its_wording_under_the_banner(site, visit, told):
    site.answer = told
    page = visit(told.path, host=told.host)
    assert page.status == told.status
    assert alike(told.text) in page.text
    assert alike(BANNER) in page.text
    assert "– exercice</title>" in page.source


@pytest.mark.parametrize("told", scenarios(), ids=lambda one: one.id)
def test_no_page_asks_anything_of_another_site(site, visit, told):
    site.answer = told
    page = visit(told.path, host=told.host)
    targets = re.findall(r'(?:src|href|action)="([^"]*)"', page.source)
    assert all(re.match(r"(/(?!/)|data:,$|$)", target) for target in targets)
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/reglages", "/n-existe-pas", "/booking/create/9829/5"])
def test_other_pages_say_exercice_too(visit, path):
    assert alike(BANNER) in visit(path).text


@pytest.mark.parametrize("wording", [one for one in scenarios() if one.result is Result.REFUSAL])
def test_a_refusal_page_offers_nothing(site, visit, wording):
    site.answer = wording
    text = visit(wording.path, host=wording.host).text
    assert "libre</label>" not in text
    assert "Prochaine disponibilité" not in text
    assert 'name="creneau"' not in text


def test_the_booking_kind_leads_from_the_box_to_the_refusal(visit):
    assert visit(f"{BOOKING}/0", form={}).status == 200
    assert visit(f"{BOOKING}/0", form={"condition": "1"}).headers["Location"] == f"{BOOKING}/1"
    assert visit(f"{BOOKING}/1", form={"guichet": "2"}).headers["Location"] == f"{BOOKING}/2"
    page = visit(f"{BOOKING}/2")
    assert "Vérification de disponibilité" in page.text
    assert "Terminer" in page.text


def test_the_old_address_with_index_php_is_the_same_site(visit):
    assert "Vérification de disponibilité" in visit(f"/index.php{BOOKING}/2").text


def test_the_booking_kind_leads_to_the_table_when_a_slot_is_free(site, visit):
    site.answer = "creneau_semaine"
    assert visit(f"{BOOKING}/1", form={"guichet": "2"}).headers["Location"] == f"{BOOKING}/3"
    assert visit(f"{BOOKING}/2").headers["Location"] == f"{BOOKING}/3"
    table = visit(f"{BOOKING}/4").text
    assert "libre" in table
    assert "complet" in table
    assert "vendredi 6 novembre 2026" in table


def test_a_table_without_a_free_slot_cannot_be_reached(visit):
    assert visit(f"{BOOKING}/4").headers["Location"] == f"{BOOKING}/0"


def test_a_far_slot_falls_on_the_day_it_is_told(site, visit):
    site.answer = "piege_semaine"
    site.far = date(2027, 5, 14)
    page = visit(f"{RDVPREF}/creneau/")
    assert "Aucun créneau disponible sur cette semaine" in page.text
    assert "Prochaine disponibilité le 14/05/2027" in page.text
    assert "Vendredi 14 mai 2027" in visit(f"{RDVPREF}/creneau/?suivant=1").text


def test_one_empty_day_stands_beside_days_with_slots(site, visit):
    site.answer = "piege_jour"
    text = visit(f"{RDVPREF}/creneau/").text
    assert "Aucun créneau disponible" in text
    assert "09h15" in text


def test_the_terms_step_wants_the_code_of_the_picture(site, visit):
    terms = visit(f"{RDVPREF}/cgu/")
    token = re.search(r'name="jeton" value="(\w+)"', terms.source)[1]
    wrong = visit(f"{RDVPREF}/cgu/", form={"jeton": token, "code": "?", "accepte": "1"})
    assert wrong.headers["Location"] == f"{RDVPREF}/cgu/?error=invalidCaptcha"
    assert "Captcha invalide" in visit(wrong.headers["Location"]).text
    code = site.captcha.code(token).lower()
    right = visit(f"{RDVPREF}/cgu/", form={"jeton": token, "code": code, "accepte": "1"})
    assert right.headers["Location"] == f"{RDVPREF}/creneau/"


def test_under_the_captcha_scenario_no_code_is_right(site, visit):
    site.answer = "captcha"
    token = "0123456789abcdef"
    form = {"jeton": token, "code": site.captcha.code(token), "accepte": "1"}
    assert "error=invalidCaptcha" in visit(f"{RDVPREF}/cgu/", form=form).headers["Location"]
    site.answer = "cap_controle"
    assert "Contrôle de sécurité" in visit(f"{BOOKING}/6", form=form).text


def test_an_outage_answers_on_both_kinds_of_site(site, visit):
    site.answer = "panne"
    assert [visit(path).status for path in (f"{BOOKING}/0", f"{RDVPREF}/cgu/")] == [502, 502]


def test_publication_lines_and_the_date_header_follow_the_clock(site, visit):
    site.answer = "refus_rdvpref"
    site.clock = lambda: datetime(2026, 5, 4, 12, 30, tzinfo=PARIS)
    page = visit(f"{RDVPREF}/creneau/")
    assert (
        "Dernière mise en ligne de rendez-vous : le 04/05/2026 à 11:58 "
        "pour des créneaux de la semaine du 18/05/2026"
    ) in page.text
    assert "le 11/05/2026 à 11:58 pour des créneaux de la semaine du 25/05/2026" in page.text
    assert parsedate_to_datetime(page.headers["Date"]) == site.clock()


def test_the_last_publication_is_never_in_the_future(site, visit):
    site.answer = "refus_rdvpref"
    site.clock = lambda: datetime(2026, 5, 4, 8, 0, tzinfo=PARIS)
    text = visit(f"{RDVPREF}/creneau/").text
    assert "Dernière mise en ligne de rendez-vous : le 27/04/2026" in text


def test_the_settings_page_changes_what_the_site_answers(site, visit):
    done = visit("/reglages", form={"scenario": "out_503"})
    assert done.headers["Location"] == "/reglages?fait=1"
    assert site.answer == scenario("out_503")
    assert "C’est fait" in visit("/reglages?fait=1").text


def test_the_settings_page_refuses_what_it_does_not_know(site, visit):
    before = site.answer
    assert visit("/reglages", form={"scenario": "rien"}).status == 404
    assert site.answer == before


def test_another_site_cannot_press_our_buttons(site, visit):
    before = site.answer
    headers = {"Origin": "http://ailleurs.test"}
    assert visit("/reglages", form={"scenario": "out_503"}, headers=headers).status == 403
    assert site.answer == before


@pytest.mark.parametrize("host", ["www.val-d-oise.gouv.fr", "exercice.test.ailleurs.fr", ""])
def test_a_host_that_is_no_exercise_is_refused(visit, host):
    page = visit(f"{BOOKING}/2", host=host)
    assert page.status == 403
    assert alike(BANNER) in page.text
    assert "plage horaire" not in page.text


@pytest.mark.parametrize(
    "host",
    ["localhost:8737", "127.0.0.1:8737", "essai.localhost", "www.rdv-prefecture.exercice.test"],
)
def test_every_exercise_host_is_served(visit, host):
    assert visit(f"{BOOKING}/2", host=host).status == 200


def test_a_static_path_cannot_leave_its_folder(visit):
    assert visit("/static/../_server.py").status == 404
    assert visit("/static/%2e%2e/_server.py").status == 404


def test_a_taken_port_is_told_plainly(site):
    with pytest.raises(PlaiseError) as caught:
        PracticeSite(port=site.port)
    assert str(site.port) in caught.value.happened
    assert "autre port" in caught.value.to_do
