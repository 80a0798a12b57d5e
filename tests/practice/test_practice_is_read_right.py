import pytest

from browsing import patient_context, real_browser
from plaise.practice import PracticeSite, scenario
from plaise.reading import read_file

pytestmark = [pytest.mark.browser, pytest.mark.engine]

TOLD = [
    "refus",
    "refus_rdvpref",
    "refus_alerte",
    "panne",
    "captcha",
    "lien_mort",
    "formulaire_bloque",
    "piege_semaine",
    "piege_jour",
    "creneau_semaine",
    "st_nature",
]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    with PracticeSite() as site:
        hosts = f"--host-resolver-rules=MAP *.exercice.test 127.0.0.1:{site.port}"
        with real_browser("--disable-gpu", hosts) as browser:
            page = patient_context(browser, viewport={"width": 1280, "height": 720}).new_page()
            for name in TOLD:
                site.answer = name
                page.goto(f"http://{site.answer.host}{site.answer.path}")
                page.screenshot(path=folder / f"{name}.png")
    return folder


@pytest.mark.parametrize("name", TOLD)
def test_what_the_site_was_told_is_what_is_read(pictures, name):
    reading = read_file(pictures / f"{name}.png")[0]
    assert reading.result is scenario(name).result
    assert reading.exercise
