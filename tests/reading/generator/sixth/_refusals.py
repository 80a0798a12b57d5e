"""Pages that refuse: no appointment can be had."""

from __future__ import annotations

from datetime import timedelta

from ..fifth._sheet import Address, Sheet, said
from ._places import Case, ez, rdvpref, spoken, state
from ._sites import booking, cookies, department, social

_EZ = [
    (
        "ez_plus_de_plage",
        "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous. "
        "Veuillez recommencer ultérieurement.",
    ),
    (
        "ez_pas_calendrier",
        "Il n'y a pas calendrier disponible pour effectuer une demande de rendez-vous",
    ),
    ("ez_nexiste_pas_plage", "Il n'existe pas de plage horaire pour la prise de rendez-vous"),
]
_DESKS = ("Guichet {}", "Guichets {}-{}", "Bureau du séjour – guichet {}", "Accueil étrangers {}")


def _heading(one: Case) -> str:
    dice = one.dice
    desk = dice.choice(_DESKS).format(dice.randint(1, 6), dice.randint(7, 12))
    return dice.choice(
        (
            one.errand,
            f"Prise de rendez-vous : {one.errand}",
            f"Prendre rendez-vous – {desk}",
            "Prise de rendez-vous en ligne",
            f"{one.errand} ({desk})",
        )
    )


def crumbs(one: Case) -> str:
    """Where the page stands on the préfecture's site."""
    return one.dice.choice(
        (
            f"Démarches administratives > Étrangers > {one.errand}",
            "Prendre un rendez-vous > Étrangers en France > Prise de rendez-vous",
            f"Démarches > Accueil des étrangers > Prendre rendez-vous > {one.errand}",
            "Booking",
        )
    )


def _ez(one: Case) -> Sheet:
    dice = one.dice
    wording, text = dice.choices(_EZ, (76, 14, 10))[0]
    words = said(spoken(one, text))
    head = "Vérification de disponibilité" if wording == "ez_plus_de_plage" else "Rendez-vous"
    button = "<button>Terminer</button>" if wording == "ez_plus_de_plage" else ""
    form = dice.choice(
        (
            f"<h2>{head}</h2><p>{words}</p>{button}",
            f"<fieldset><legend>{head}</legend><p>{words}</p></fieldset>{button}",
            f"<div class=box><h2>{head}</h2><p><b>{words}</b></p></div>{button}",
            f"<h2>{head}</h2><ul><li>{words}</li></ul>{button}",
        )
    )
    inner = dice.choice(
        (
            form,
            form + f"<p class=pale>Les rendez-vous sont mis en ligne chaque {_weekday(one)} à "
            f"{dice.choice(('8h30', '9 h', '00h01', '14h'))}.</p>",
            f"<p class=pale>Information : la préfecture sera fermée le {one.later(3, 60):%d/%m/%Y}."
            f"</p>{form}",
            form,
        )
    )
    title = _heading(one)
    body = department(one, crumbs(one), title, inner)
    return Sheet("ez_none", "refusal", wording, f"{title} / Les services de l’État", ez(one, 2 if
                 wording == "ez_plus_de_plage" else dice.choice((0, 1))), body,
                 banner=cookies(dice))  # fmt: skip


def _weekday(one: Case) -> str:
    return one.dice.choice(("lundi", "mardi", "mercredi", "jeudi", "vendredi"))


def _published(one: Case) -> str:
    dice = one.dice
    last, week = one.later(-30, -1), one.later(4, 40)
    week -= timedelta(days=week.weekday())
    at = f"{dice.randint(7, 18):02}:{dice.randint(0, 59):02}"
    line = (
        f"Dernière mise en ligne de rendez-vous : le {last:%d/%m/%Y} à {at} pour des créneaux de "
        f"la semaine du {week:%d/%m/%Y}"
    )
    soon = one.later(1, 9)
    after = (
        f"Prochaine mise en ligne de nouveaux rendez-vous : le {soon:%d/%m/%Y} à {at} pour des "
        f"créneaux de la semaine du {week + timedelta(days=7):%d/%m/%Y}"
    )
    both = f"<p class=pale>{line}</p>"
    return dice.choice(("", "", both, both, f"{both}<p class=pale>{after}</p>"))


def _steps(one: Case, number: int, name: str, following: str) -> str:
    return (
        f"<div class=step>Étape {number} sur 5<b>{name}</b>Étape suivante : {following}</div>"
        if one.dice.random() < 0.6
        else ""
    )


def _rdvpref(one: Case) -> Sheet:
    dice = one.dice
    top = f"<h1>{one.errand}</h1><p class=pale>Préfecture {one.place[0]} – {one.place[3]}</p>"
    steps = _steps(one, 3, "Créneau", "Vos informations")
    if dice.random() < 0.72:
        wording, first = "rdvpref_aucun_creneau", said(spoken(one, "Aucun créneau disponible"))
        then = said(spoken(one, "Veuillez réessayer ultérieurement."))
        notice = dice.choice(
            (
                f"<h2>{first}</h2><p>{then}</p>",
                f"<div class=say><b>{first}</b><p>{then}</p></div>",
                f"<div class=bad><b>{first}</b><br>{then}</div>",
                f"<div style='text-align:center'><h2>{first}</h2><p>{then}</p></div>",
            )
        )
        path = dice.choice(("cgu/", "creneau/", "creneau/"))
    else:
        wording, path = "rdvpref_a_partir_de", "creneau/"
        text = "Aucun créneau disponible à partir de cette date. Veuillez réessayer ultérieurement."
        since = f"<p>À partir du <span class=box>{one.later(0, 3):%d/%m/%Y}</span></p>"
        notice = f"{dice.choice(('', since))}<div class=say>{said(spoken(one, text))}</div>"
    back = dice.choice(("<button>Retour</button>", "<button>Retour à l’accueil</button>", ""))
    published = _published(one)
    middle = (published, notice) if dice.random() < 0.35 else (notice, published)
    inner = "".join((top, steps, *middle, back))
    return Sheet("rdvpref_none", "refusal", wording, "RDV Préfecture", rdvpref(one, path),
                 booking(one, inner), banner=cookies(dice, 0.06))  # fmt: skip


_V94 = [
    (
        "ea94_aucun_rdv_possible",
        "Aucun rendez-vous n'est possible pour les motifs selectionnnés ou le créneau horaire "
        "séléctionné.",
    ),
    (
        "ea94_aucun_rdv_possible",
        "Aucun rendez-vous n'est possible pour les motifs sélectionnés ou le créneau horaire "
        "sélectionné.",
    ),
    ("ea94_pas_rdv_service", "Il n'y a pas de rendez-vous disponible pour ce service."),
    ("x94_aucun_rdv_disponible", "Aucun rendez-vous n'est disponible"),
]


_REASONS = (
    "Renouvellement salarié", "Étudiant", "Changement d’adresse", "Duplicata",
    "Vie privée et familiale", "Retrait de titre", "Première demande",
)  # fmt: skip


def _val_de_marne(one: Case) -> Sheet:
    dice = one.dice
    wording, text = dice.choices(_V94, (50, 18, 20, 12))[0]
    page = dice.choice(("jsp/specific/pref94.jsp", "jsp/appointment.jsp"))
    address = Address("rdv-etrangers-94.interieur.gouv.fr", f"/eAppointmentpref94/element/{page}")
    reasons = "".join(
        f"<p><input type=checkbox {'checked' if dice.random() < 0.3 else ''}> {reason}</p>"
        for reason in dice.sample(_REASONS, 4)
    )
    inner = (
        "<div style='background:#1d3c78;color:#fff;padding:14px 20px;font-size:20px'>Préfecture du "
        "Val-de-Marne – Prise de rendez-vous</div><div class=in><h2>Direction des migrations et "
        f"de l’intégration</h2><fieldset><legend>Motif du rendez-vous</legend>{reasons}</fieldset>"
        "<button>Suivant</button> <button>Annuler</button></div>"
    )
    # printed on the page, its bar must name the site: the words alone are anybody's
    if wording == "x94_aucun_rdv_disponible":
        inner = inner.replace("<fieldset>", f"<p><b>{said(spoken(one, text))}</b></p><fieldset>")
        return Sheet("v94_page", "refusal", wording, "eAppointment", address,
                     f'<div class="st old">{inner}</div>', strict_host=True)  # fmt: skip
    return Sheet("v94_alert", "refusal", wording, "eAppointment", address,
                 f'<div class="st old">{inner}</div>', alert=said(text))  # fmt: skip


def _anct(one: Case) -> Sheet:
    dice = one.dice
    text = (
        "Malheureusement, aucun créneau correspondant à votre recherche n'a été trouvé. "
        "Veuillez réessayer ultérieurement."
    )
    slug = dice.choice(
        (
            "renouvellement_de_recepisses_arrives_a_echeance_-public_office",
            "retrait_de_titre_de_sejour-public_office",
            "depot_de_dossier_etranger-public_office",
        )
    )
    path = dice.choice(
        (
            f"/prendre_rdv?motif_name_with_location_type={slug}"
            f"&public_link_organisation_id={dice.randint(300, 4000)}",
            f"/prendre_rdv?departement=&public_link_organisation_id={dice.randint(300, 4000)}",
            f"/org/{dice.randint(200, 4000)}/prefecture-{one.place[2]}",
        )
    )
    inner = (
        f"<p class=pale>Préfecture {one.place[0]}</p><h1>Prenez rendez-vous en ligne</h1>"
        f"<p>Votre motif : <b>{one.errand}</b></p>"
        f"<div class={dice.choice(('say', 'box', 'bad'))}>{said(text)}</div>"
    )
    return Sheet("anct_none", "refusal", "anct_aucun_creneau", "RDV Service Public",
                 Address("rdv.anct.gouv.fr", path), social(one, inner),
                 banner=cookies(dice, 0.05))  # fmt: skip


def _variant(one: Case) -> Sheet:
    dice = one.dice
    text = dice.choice(
        (
            "Aucun rendez-vous disponible. Veuillez réessayer ultérieurement.",
            "Tous les rendez-vous sont complets. Veuillez recommencer ultérieurement.",
            "Aucune plage horaire disponible pour cette démarche. Veuillez réessayer "
            "ultérieurement.",
            "Tous les créneaux sont complets pour votre demande de rendez-vous.",
            "Pas de créneau disponible pour votre demande. Veuillez réessayer ultérieurement.",
        )
    )
    title = _heading(one)
    inner = f"<div class=box>{said(spoken(one, text))}</div><button>Retour</button>"
    address = ez(one, dice.choice((1, 2))) if dice.random() < 0.6 else state(
        one, "/Demarches/Etrangers/Prendre-rendez-vous")  # fmt: skip
    return Sheet("variant_none", "refusal", "x_bots_variants", title, address,
                 department(one, crumbs(one), title, inner), strict_host=True)  # fmt: skip


def refusal(one: Case) -> Sheet:
    """One of them."""
    year = one.when.year
    weights = (38, 33 if year > 2021 else 0, 13 if year < 2024 else 2, 10 if year > 2023 else 0, 7)
    return one.dice.choices((_ez, _rdvpref, _val_de_marne, _anct, _variant), weights)[0](one)
