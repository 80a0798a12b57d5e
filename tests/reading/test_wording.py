"""What a page is: a refusal only when it is one, a slot never hidden."""

import pytest
from reading_pages import desktop, line, page

from plaise.dossier import Result
from plaise.law._phrases import Phrase, PhraseClass, load_phrases
from plaise.reading._rules import look
from plaise.reading._wording import Verdict

REFUSAL = "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous."
BAR = ("www.val-doise.gouv.fr/booking/create/9829/2", 140, 48)
RDVPREF = "www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9040/creneau/"
ADDRESSES = {
    "ez_booking": "www.val-doise.gouv.fr/booking/create/9829/2",
    "rdv_prefecture": RDVPREF,
    "eappointment94": "rdv-etrangers-94.interieur.gouv.fr/eAppointmentpref94/x.jsp",
    "demarche_numerique": "www.demarches-simplifiees.fr/commencer/titre",
    "anef": "administration-etrangers-en-france.interieur.gouv.fr/particuliers/",
    "any": "www.val-doise.gouv.fr/booking/create/9829/2",
}
DIRECT = [
    (phrase, text)
    for phrase in load_phrases()
    for text in phrase.texts
    if phrase.kind is not PhraseClass.NOT_REFUSAL and not phrase.needs_context
]


def verdict(*body: str, **chrome: str) -> Verdict:
    return look(desktop(*body, **chrome)).verdict


@pytest.mark.parametrize(("phrase", "text"), DIRECT, ids=lambda one: getattr(one, "id", None))
def test_every_known_wording_gives_its_own_result(phrase: Phrase, text: str) -> None:
    found = verdict("Préfecture", text, address=ADDRESSES[phrase.platform])
    assert found.result is phrase.kind.result
    if phrase.kind.result is not Result.OTHER_PAGE:
        assert found.match is not None


def test_a_refusal_with_ocr_slips_and_over_two_lines_is_found() -> None:
    found = verdict(
        "II n'existe plus de plage horalre libre pour votre",
    )
    assert found.result is Result.OTHER_PAGE
    lines = [
        ("www.val-doise.gouv.fr/booking/create/9829/2", 140, 48),
        ("II n'existe plus de plage horalre libre pour votre", 300, 300),
        ("demande de rendez-vous. Veuillez recommencer ultérieurernent.", 300, 322),
    ]
    found = look(page(*lines)).verdict
    assert found.result is Result.REFUSAL
    assert found.match is not None
    assert found.match.phrase.id == "ez_plus_de_plage"


def test_a_refusal_without_address_needs_the_rest_of_the_page() -> None:
    whole = verdict("Vérification de disponibilité", REFUSAL, "Terminer", address="")
    assert whole.result is Result.REFUSAL
    alone = verdict(REFUSAL, address="")
    assert alone.result is Result.OTHER_PAGE
    assert alone.warnings


def test_where_a_page_stands_on_its_site_tells_whose_it_is() -> None:
    trail = "Accueil > {} > Demande de rendez-vous - Titre de séjour"
    none_left = "Il n'y a pas calendrier disponible pour effectuer une demande de rendez-vous."
    asked = verdict(trail.format("Démarches"), none_left, address="")
    assert asked.result is Result.REFUSAL
    news = verdict(trail.format("Actualités"), none_left, address="")
    assert news.result is Result.OTHER_PAGE


def test_a_notification_in_the_corner_makes_no_message_of_a_page() -> None:
    body = (
        ("Étape 3 sur 5", 300, 160),
        ("Aucun créneau disponible", 300, 200),
        ("Veuillez réessayer ultérieurement.", 300, 222),
    )
    clock = (("14:05", 1300, 732), ("18/12/2020", 1270, 750))
    corner = page(*body, ("Nouveau message", 1150, 650), *clock)
    assert look(corner).verdict.result is Result.REFUSAL
    mail = page(*body, ("Nouveau message", 300, 100), *clock)
    assert look(mail).verdict.result is Result.OTHER_PAGE


def test_a_refusal_pasted_into_a_message_is_not_one() -> None:
    found = verdict(
        "À : pref-etrangers@val-doise.gouv.fr",
        "Madame, Monsieur,",
        "J'obtiens toujours le message suivant :",
        REFUSAL,
        "Prise de rendez-vous",
        address="",
    )
    assert found.result is Result.OTHER_PAGE


def test_a_sentence_that_runs_on_into_a_refusal_quotes_it() -> None:
    shown = page(
        ("www.val-doise.gouv.fr", 140, 48),
        ("Prendre un rendez-vous", 300, 200),
        ("Le site affiche alors le message suivant et il faut le garder :", 300, 300),
        (REFUSAL, 300, 322),
    )
    assert look(shown).verdict.result is Result.OTHER_PAGE


@pytest.mark.parametrize(
    "address",
    ["mail.google.com/mail/u/0/", "www.journal-exemple.com/actu", "rdv-prefecture-interieur.com"],
)
def test_a_refusal_elsewhere_is_told_but_never_counted(address: str) -> None:
    found = verdict(REFUSAL, address=address)
    assert found.result is Result.OTHER_PAGE
    assert found.warnings


@pytest.mark.parametrize(
    "quote",
    [
        f"Le site affiche : « {REFUSAL} »",
        f"« {REFUSAL} Veuillez recommencer ultérieurement »",
        "Bien souvent, le site indique qu'il n'existe plus de plage horaire libre pour votre "
        "demande de rendez-vous, et il faut recommencer.",
    ],
)
@pytest.mark.parametrize("address", ["", "www.val-doise.gouv.fr/booking/create/1/2"])
def test_a_quotation_of_a_refusal_is_not_a_refusal(quote: str, address: str) -> None:
    assert verdict(quote, address=address).result is Result.OTHER_PAGE


def test_an_article_of_the_prefecture_itself_is_not_a_refusal() -> None:
    address = "www.val-doise.gouv.fr/Actualites/Prendre-rendez-vous"
    assert verdict(REFUSAL, address=address).result is Result.OTHER_PAGE


def test_a_full_week_beside_a_later_slot_is_an_offer() -> None:
    found = verdict(
        "Aucun créneau disponible sur cette semaine",
        "Prochaine disponibilité le 18/05/2026",
        address=RDVPREF,
    )
    assert found.result is Result.SLOT_OFFERED
    assert found.warnings


def test_a_full_week_alone_is_neither_refusal_nor_offer() -> None:
    found = verdict("Aucun créneau disponible sur cette semaine", address=RDVPREF)
    assert found.result is Result.OTHER_PAGE
    assert found.warnings


def test_the_trap_split_over_two_lines_is_still_a_trap() -> None:
    shown = page(
        (RDVPREF, 140, 48),
        ("Choisissez votre créneau", 300, 250),
        ("Aucun créneau disponible", 300, 300),
        ("sur cette semaine", 300, 320),
        ("Veuillez réessayer ultérieurement.", 300, 420),
    )
    assert look(shown).verdict.result is not Result.REFUSAL


def test_one_empty_day_among_others_is_an_offer() -> None:
    found = verdict(
        "Choisissez votre créneau",
        "Lundi 16 novembre",
        "Aucun créneau disponible",
        "Mardi 17 novembre",
        "09h15",
        "10h30",
        address=RDVPREF,
    )
    assert found.result is Result.SLOT_OFFERED


def test_one_empty_day_seen_alone_is_doubtful() -> None:
    found = verdict("Lundi 16 novembre", "Aucun créneau disponible", address=RDVPREF)
    assert found.result is Result.OTHER_PAGE
    assert found.warnings


def test_no_slot_at_all_is_a_refusal_whatever_the_publication_lines() -> None:
    found = verdict(
        "Choisissez votre créneau",
        "Aucun créneau disponible",
        "Veuillez réessayer ultérieurement.",
        "Dernière mise en ligne de rendez-vous : le 04/05/2026 à 11:58 pour des créneaux de la",
        address=RDVPREF,
    )
    assert found.result is Result.REFUSAL


def test_another_tab_named_after_an_outage_is_not_an_outage() -> None:
    shown = page(
        ("502 Bad Gateway", 60, 10),
        ("www.val-doise.gouv.fr/booking/create/9829/1", 140, 48),
        ("Choix de la nature du rendez-vous", 300, 300),
    )
    assert look(shown).verdict.result is Result.OTHER_PAGE


def test_a_persons_own_lost_connection_is_not_an_outage() -> None:
    assert verdict("Pas de connexion Internet").result is Result.OTHER_PAGE


def test_an_empty_picture_is_unreadable() -> None:
    assert look(page(line("a"))).verdict.result is Result.UNREADABLE


def test_the_banner_makes_an_exercise_whatever_the_address() -> None:
    assert look(desktop("EXERCICE – site d’entraînement Plaise")).exercise
    assert not look(desktop(REFUSAL)).exercise


def test_a_search_engine_that_quotes_a_refusal_is_not_one() -> None:
    found = verdict(
        "Environ 41 200 résultats",
        "https://www.mayotte.gouv.fr › booking › create",
        "Prendre rendez-vous",
        REFUSAL,
        address="",
    )
    assert found.result is Result.OTHER_PAGE


def test_the_browsers_own_box_does_not_quote_what_it_says() -> None:
    shown = page(
        (ADDRESSES["eappointment94"], 140, 48),
        line("rdv-etrangers-94.interieur.gouv.fr indique", 306, 97, height=22),
        line("Il n'y a pas de rendez-vous disponible pour ce service.", 307, 126, height=19),
    )
    assert look(shown).verdict.result is Result.REFUSAL


def test_a_browsers_error_code_stands_under_its_advice() -> None:
    shown = page(
        ("www.seine-et-marne.gouv.fr/booking/create/26335/0", 140, 58),
        ("Ce site est inaccessible", 344, 264),
        line("Voici quelques conseils :", 341, 368, height=20),
        line("DNS_PROBE_FINISHED_NXDOMAIN", 342, 440, height=21),
    )
    assert look(shown).verdict.result is Result.DEAD_LINK


def test_a_line_between_an_announcement_and_the_refusal_breaks_it() -> None:
    found = verdict("Votre demande : retrait de titre :", "guichets 5 à 9", "", REFUSAL)
    assert found.result is Result.REFUSAL


@pytest.mark.parametrize(
    "host", ["rdv-prefecture.interieur.gouv.fr.xyz", "rdv-prefecture.interieur.gouv.fr.online"]
)
def test_an_imitation_under_any_ending_is_never_a_refusal(host: str) -> None:
    found = verdict(
        "Vérification de disponibilité", REFUSAL, "Terminer", address=f"2 {host}/booking/create/1/2"
    )
    assert found.result is Result.OTHER_PAGE


@pytest.mark.parametrize("cut", ["/rd", "/bookin!", "/rdvpref/reserv"])
def test_an_address_that_ends_with_the_bar_can_be_a_booking_page(cut: str) -> None:
    name, words = (
        ("gard.gouv.fr", REFUSAL)
        if "book" in cut
        else (
            "rdv-prefecture.interieur.gouv.fr",
            "Aucun créneau disponible à partir de cette date.",
        )
    )
    assert verdict(words, address=name + cut).result is Result.REFUSAL


@pytest.mark.parametrize(
    "bar",
    [
        "2rdv-prefecture-interieur-gouv.fr/rdvpref/x/",
        "rendezvous;prefecture_fr.zz9/booking/create/1/2",
        "https://www.puy-de-dome-gouv..",
    ],
)
def test_a_refusal_under_a_bar_that_leads_elsewhere_is_never_one(bar: str) -> None:
    found = verdict("Vérification de disponibilité", REFUSAL, "Terminer", address=bar)
    assert found.result is Result.OTHER_PAGE


def test_a_known_address_read_badly_does_not_hide_a_refusal() -> None:
    bar = "hittp?:/www.meurthe_et-mose1le.gouv.f?/index.php/booking/create/1791/2"
    found = verdict("Vérification de disponibilité", REFUSAL, "Terminer", address=bar)
    assert found.result is Result.REFUSAL


def test_a_line_that_states_the_request_does_not_lead_up_to_the_refusal() -> None:
    stated = "Votre demande : Naturalisation - entretien d’assimilation"
    lines = [("Vérification de disponibilité", 300, 200), (stated, 300, 300)]
    assert look(page(BAR, *lines, (REFUSAL, 300, 322))).verdict.result is Result.REFUSAL
    told = "Quand j’arrive au bout de la demande en ligne, le site écrit toujours que"
    found = look(page(BAR, lines[0], (told, 300, 300), (REFUSAL, 300, 322))).verdict
    assert found.result is Result.OTHER_PAGE


def test_an_address_that_stops_within_its_first_word_leads_to_the_booking() -> None:
    bar = ("territoire-de-belfort.gouv.fr/indı", 140, 48)
    body = (("Vérification de disponibilité", 300, 200), (REFUSAL, 300, 300))
    assert look(page(bar, *body)).verdict.result is Result.REFUSAL
    other = ("territoire-de-belfort.gouv.fr/actu", 140, 48)
    assert look(page(other, *body)).verdict.result is Result.OTHER_PAGE


SEARCHED = (
    ("Environ 41 200 résultats", 102, 232, 56), ("Prendre rendez-vous", 94, 580, 76),
    ("Il n'existe plus de plage horaire libre", 94, 733, 74),
    ("pour votre demande de rendez-vous.", 94, 811, 72),
)  # fmt: skip


@pytest.mark.parametrize("found", ["https://www.yvelines.gouv.fr )", "www.yvelines.gouv.fr"])
def test_a_search_engine_on_a_phone_is_never_a_refusal(found: str) -> None:
    lines = [(found, 88, 358, 74), ("aA google.com", 408, 2348, 58)]
    shown = look(page(*SEARCHED, *lines, width=1179, height=2556))
    assert shown.address is not None
    assert shown.address.host == "google.com"
    assert shown.verdict.result is Result.OTHER_PAGE


def test_what_a_search_engine_found_is_no_refusal_without_its_bar() -> None:
    lines = [("www.yvelines.gouv.fr", 88, 358, 74)]
    shown = look(page(*SEARCHED, *lines, width=1179, height=2556))
    assert shown.verdict.result is Result.OTHER_PAGE


def test_a_sentence_on_three_lines_is_not_the_furniture_of_its_own_page() -> None:
    told = page(
        ("Que faire ?", 80, 260),
        ("Il n'y a pas calendrier disponible", 190, 430),
        ("pour effectuer une demande de", 190, 452),
        ("rendez-vous", 190, 474),
        ("Ce message apparaît depuis mars.", 80, 560),
    )
    assert look(told).verdict.result is Result.OTHER_PAGE


def test_an_imitation_whose_point_is_read_as_a_blank_never_refuses() -> None:
    body = ("Vérification de disponibilité", REFUSAL, "Terminer")
    blurred = "e hauts-de-seine.gouv-tr infa/bocting/erwate/T2240/2"
    assert look(desktop(*body, address=blurred)).verdict.result is Result.OTHER_PAGE
    assert look(desktop(*body, address="")).verdict.result is Result.REFUSAL


def test_a_cut_title_among_the_tabs_is_no_address_that_leads_elsewhere() -> None:
    shown = page(
        ("Leboncoin ×", 60, 50), ("service-public.…", 300, 50), ("Gmail ×", 700, 50),
        ("Préfecture de la Vienne", 80, 90), ("Vérification de disponibilité", 20, 170),
        (REFUSAL, 28, 215), ("Terminer", 30, 260), ("Publié le jeudi 5 mars 2026", 20, 320),
    )  # fmt: skip
    assert look(shown).verdict.result is Result.REFUSAL


@pytest.mark.parametrize("cut", ["/r(", "/rd", "/rdv\\", "/rdvp|", "/…"])
def test_a_path_cut_in_the_middle_of_a_letter_is_the_booking_sites(cut: str) -> None:
    said = ("Aucun créneau disponible", "Veuillez réessayer ultérieurement.")
    address = f"rdv-prefecture.interieur.gouv.fr{cut}"
    assert verdict(*said, address=address).result is Result.REFUSAL


@pytest.mark.parametrize("hours", ["14hıs", "oghis", "uh45"])
def test_hours_in_old_figures_are_slots_on_a_page_where_one_chooses(hours: str) -> None:
    body = ("Choisissez votre créneau", hours, "Aucun créneau disponible")
    assert verdict(*body, address=RDVPREF).result is Result.SLOT_OFFERED


def test_a_page_that_sells_appointments_refuses_nothing_without_its_address() -> None:
    body = [
        ("RDV-Préfecture", 300, 200), ("Prendre rendez-vous", 300, 230),
        ("Aucun créneau disponible", 300, 300), ("Veuillez réessayer ultérieurement.", 300, 340),
    ]  # fmt: skip
    assert look(page(*body)).verdict.result is Result.REFUSAL
    sold = look(page(*body, ("Réserver un rendez-vous payant (49 €)", 300, 400)))
    assert sold.verdict.result is Result.OTHER_PAGE


def test_the_results_of_a_search_badly_read_are_no_refusal() -> None:
    body = [
        ("Vérification de disponibilité", 88, 300),
        ("Il n'y a pas calendrier disponible pour effectuer une demande de rendez-vous", 88, 330),
    ]
    assert look(page(*body)).verdict.result is Result.REFUSAL
    counted = look(page(("Ernviron 12 300 rlsuitats (0,41 s)", 88, 260), *body))
    assert counted.verdict.result is Result.OTHER_PAGE


def test_the_path_to_the_booking_module_places_a_page_without_address() -> None:
    said = (
        "Il n'y a pas calendrier disponible pour effectuer une demande de rendez-vous.",
        88,
        330,
    )
    assert look(page(said)).verdict.result is Result.OTHER_PAGE
    crumbs = ("Accueil > Prendre un rendez-vous > Demande de rendez-vous", 88, 260)
    assert look(page(crumbs, said)).verdict.result is Result.REFUSAL
