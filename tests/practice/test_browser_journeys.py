import pytest
from playwright.sync_api import expect

from browsing import patient_context, press, real_browser
from plaise.practice import BANNER, PracticeSite

pytestmark = pytest.mark.browser

DEPARTEMENT = "http://www.val-d-exemple.exercice.test"
PLATFORM = "http://www.rdv-prefecture.exercice.test"
CGU = "/rdvpref/reservation/demarche/9040/cgu/"
SIZES = pytest.mark.parametrize("size", [(360, 740), (1280, 720)], ids=["360", "1280"])


@pytest.fixture(scope="module")
def practice():
    with PracticeSite() as site:
        yield site


@pytest.fixture(scope="module")
def browser(practice):
    hosts = f"--host-resolver-rules=MAP *.exercice.test 127.0.0.1:{practice.port}"
    with real_browser("--disable-gpu", hosts) as browser:
        yield browser


@pytest.fixture
def page(browser, practice, size):
    practice.answer = "refus"
    viewport = {"width": size[0], "height": size[1]}
    context = patient_context(browser, viewport=viewport, locale="fr-FR")
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert asked
    assert all(url.startswith((DEPARTEMENT, PLATFORM, "data:")) for url in asked)


def assert_banner_leaves_room(page, text):
    """The banner is on screen, the words are on screen, and neither covers the other."""
    banner = page.get_by_text(BANNER).bounding_box()
    words = page.get_by_text(text).first
    words.scroll_into_view_if_needed()
    box = words.bounding_box()
    size = page.viewport_size
    assert banner["y"] >= 0
    assert box["y"] >= banner["y"] + banner["height"]
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@SIZES
def test_a_person_meets_the_refusal_of_the_booking_kind(page):
    page.goto(f"{DEPARTEMENT}/booking/create/9829/0")
    page.get_by_label("J’ai lu et j’accepte").check()
    press(page.get_by_role("button", name="Effectuer une demande de rendez-vous"))
    page.get_by_label("Renouvellement d’un titre de séjour").check()
    press(page.get_by_role("button", name="Étape suivante"))
    expect(page).to_have_url(f"{DEPARTEMENT}/booking/create/9829/2")
    assert_banner_leaves_room(page, "Il n'existe plus de plage horaire libre")
    press(page.get_by_role("button", name="Terminer"))
    expect(page).to_have_url(f"{DEPARTEMENT}/booking/create/9829/0")


@SIZES
def test_a_person_passes_the_terms_and_meets_the_refusal(page):
    page.goto(PLATFORM + CGU)
    page.get_by_text("Énoncer le code du captcha").click()
    code = page.locator("details p").inner_text()
    page.get_by_label("Recopiez le code affiché").fill(code)
    page.get_by_label("J’accepte").check()
    press(page.get_by_role("button", name="Suivant"))
    expect(page).to_have_url(f"{PLATFORM}/rdvpref/reservation/demarche/9040/creneau/")
    assert_banner_leaves_room(page, "Aucun créneau disponible")


@SIZES
def test_a_person_takes_a_slot_to_the_end(page, practice):
    practice.answer = "creneau_semaine"
    page.goto(f"{DEPARTEMENT}/booking/create/9829/3")
    press(page.get_by_role("button", name="Étape suivante"))
    page.get_by_label("libre").first.check()
    press(page.get_by_role("button", name="Étape suivante"))
    page.get_by_text("Lire le code lettre par lettre").click()
    page.get_by_label("Recopiez le code affiché").fill(page.locator("details p").inner_text())
    press(page.get_by_role("button", name="Étape suivante"))
    assert_banner_leaves_room(page, "Rien n’a été envoyé ni gardé.")


@SIZES
def test_the_alert_box_is_the_browsers_own_or_part_of_the_page(page, practice):
    practice.answer = "refus_alerte"
    address = f"{DEPARTEMENT}/eAppointment/element/jsp/appointment.jsp"
    page.goto(address)
    assert_banner_leaves_room(page, "Aucun rendez-vous n'est possible")
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_event("dialog") as opened:
        page.goto(f"{address}?alerte=1")
    assert opened.value.message.startswith("Aucun rendez-vous n'est possible")


@SIZES
def test_the_banner_stays_on_screen_when_a_long_page_is_scrolled(page):
    page.goto(f"{DEPARTEMENT}/reglages")
    page.get_by_role("radio").last.scroll_into_view_if_needed()
    assert page.evaluate("scrollY > 500")
    assert page.get_by_text(BANNER).bounding_box()["y"] == 0


@SIZES
@pytest.mark.parametrize("told", ["out_502", "out_maintenance", "lien_mort", "piege_jour"])
def test_error_pages_and_traps_fit_and_keep_the_banner(page, practice, told):
    practice.answer = told
    page.goto(f"http://{practice.answer.host}{practice.answer.path}")
    assert_banner_leaves_room(page, practice.answer.text)
