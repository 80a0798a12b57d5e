"""Pages of booking sites that refuse nothing: slots offered, steps before, checks for a human."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..fifth._sheet import Address, Sheet, said
from ._checks import captcha
from ._places import Case, day_of, ez, rdvpref, state
from ._refusals import crumbs
from ._sites import booking, cookies, department, social


def _hours(one: Case, form: str, least: int = 2, most: int = 6) -> list[str]:
    starts = range(9 * 60, 16 * 60 + 30, 15)
    picked = sorted(one.dice.sample(starts, one.dice.randint(least, most)))
    return [form.format(start // 60, start % 60) for start in picked]


def _slots(one: Case) -> str:
    return "<div class=slots>" + "".join(
        f"<span class=s>{hour}</span>" for hour in _hours(one, "{:02}h{:02}")
    ) + "</div>"  # fmt: skip


def _monday(one: Case, least: int, most: int) -> datetime:
    day = one.later(least, most)
    return day - timedelta(days=day.weekday())


def _week(one: Case) -> Sheet:
    """RDV-Préfecture with slots, on a desktop or a telephone."""
    dice, monday = one.dice, _monday(one, 7, 40)
    days = [monday + timedelta(days=number) for number in range(5)]
    taken = set(dice.sample(range(5), dice.randint(1, 3)))
    rows = "".join(
        f"<p><b>{day_of(day).capitalize()}</b></p>"
        + ("<p class=pale>Aucun créneau disponible</p>" if number in taken else _slots(one))
        for number, day in enumerate(days[: 3 if one.narrow else 4])
        if number not in taken or dice.random() < 0.6
    )
    open_day = next(day for number, day in enumerate(days) if number not in taken)
    if "class=s>" not in rows:
        rows = f"<p><b>{day_of(open_day).capitalize()}</b></p>{_slots(one)}" + rows
    rows = rows.replace("class=s>", 'class="s W">', 1)
    inner = (
        f"<h1>{said('Choisissez votre créneau')}</h1><p>Semaine du {monday:%d/%m/%Y} au "
        f"{monday + timedelta(days=4):%d/%m/%Y}</p>{rows}"
        "<button>Suivant</button>"
    )
    return Sheet("slots_week", "slot_offered", None, "RDV Préfecture",
                 rdvpref(one, "creneau/"), booking(one, inner))  # fmt: skip


def _folded(one: Case) -> Sheet:
    """Days that fold, on a telephone: the first is empty, another is not."""
    monday, dice = _monday(one, 5, 30), one.dice
    days = [monday + timedelta(days=number) for number in range(4)]
    full = "<p class=W>Aucun créneau disponible</p>"
    free = _slots(one).replace("class=s>", 'class="s W">', 1)
    inside = [full, free] if dice.random() < 0.6 else [free, full]
    arrow = "<span style='float:right'>⌃</span>"
    rows = "".join(
        f"<div class=box><b>{day_of(day).capitalize()}</b>{arrow}{body}</div>"
        for day, body in zip(days, [*inside, "", ""], strict=True)
    )
    inner = f"<h2>{said('Choisissez votre créneau')}</h2>{rows}"
    return Sheet("slots_folded", "slot_offered", None, "RDV Préfecture",
                 rdvpref(one, "creneau/"), booking(one, inner))  # fmt: skip


def _next_week(one: Case) -> Sheet:
    """No slot this week, a later one offered by a button."""
    monday = _monday(one, 0, 14)
    found = _monday(one, 24, 60) + timedelta(days=one.dice.randrange(5))
    form = one.dice.choice(("Prochaine disponibilité le {}", "Prochaine disponibilité : {}"))
    text = form.format(f"{found:%d/%m/%Y}")
    inner = (
        f"<h1>{one.errand}</h1><p>Semaine du {monday:%d/%m/%Y}</p><div class=say>"
        f"{said('Aucun créneau disponible sur cette semaine')}</div>"
        f"<button>{said(text)}</button>"
    )
    return Sheet("slots_next", "slot_offered", None, "RDV Préfecture",
                 rdvpref(one, "creneau/"), booking(one, inner))  # fmt: skip


def _ez_table(one: Case) -> Sheet:
    """« Choix d'une plage horaire »: cells free or full."""
    dice, monday = one.dice, _monday(one, 5, 30)
    width = 2 if one.narrow else 5
    days = [monday + timedelta(days=number) for number in range(width)]
    head = "".join(f"<th>{day_of(day).capitalize()}</th>" for day in days)
    free = (dice.randrange(3), dice.randrange(width))
    rows = ""
    for row, hour in enumerate(
        ("09h00 – 09h30", "09h30 – 10h00", "10h00 – 10h30", "10h30 – 11h00")
    ):
        cells = ""
        for column in range(width):
            if (row, column) == free:
                cells += f"<td style='background:#cfe8cf'>{said('libre')}</td>"
            else:
                full = dice.random() < 0.7
                colour = "#eee" if full else "#cfe8cf"
                cells += f"<td style='background:{colour}'>{'complet' if full else 'libre'}</td>"
        rows += f"<tr><th>{hour}</th>{cells}</tr>"
    title = said(dice.choice(("Choix d'une plage horaire", "Choix d’une plage horaire")))
    inner = (
        f"<h2>{title}</h2><button>Première plage horaire libre</button><table><tr><th></th>{head}"
        f"</tr>{rows}</table><button>Étape suivante</button>"
    )
    return Sheet("slots_ez", "slot_offered", None, one.errand, ez(one, 4),
                 department(one, crumbs(one), one.errand, inner))  # fmt: skip


def _anct_slots(one: Case) -> Sheet:
    dice = one.dice
    found = _monday(one, 8, 40) + timedelta(days=dice.randrange(5))
    lieu = f"Préfecture {one.place[0]} – {dice.choice(('bâtiment A', 'accueil étrangers'))}"
    when = f"{day_of(found)} {found.year} à {dice.choice(_hours(one, '{:02}h{:02}'))}"
    inner = (
        f"<h1>Sélectionnez un créneau</h1><p>Votre motif : <b>{one.errand}</b></p><div class=box>"
        f"<b>{lieu}</b><p>Prochaine disponibilité le</p><p><b>{said(when)}</b></p>"
        f"<button>{said('Prochaine disponibilité')}</button></div>{_slots(one)}"
    )
    return Sheet("slots_anct", "slot_offered", None, "RDV Service Public",
                 Address("rdv.anct.gouv.fr", f"/prendre_rdv?departement={dice.randint(10, 95)}"),
                 social(one, inner))  # fmt: skip


_QUOTED = (
    "Il n’existe plus de plage horaire libre pour votre demande de rendez-vous",
    "Aucun créneau disponible",
    "Aucun rendez-vous disponible",
)


def _ez_start(one: Case) -> Sheet:
    text = "Effectuer une demande de rendez-vous"
    inner = (
        "<p>Vous devez vous présenter avec les originaux de vos pièces et la convocation imprimée. "
        "Tout dossier incomplet sera refusé.</p><p><input type=checkbox> Veuillez cocher la case "
        "pour accepter les conditions d’utilisation avant de continuer le processus de prise de "
        f"rendez-vous.</p><button>{said(text)}</button>"
    )
    return Sheet("step_start", "other_page", None, one.errand, ez(one, one.dice.choice((0, None))),
                 department(one, crumbs(one), "Prise de rendez-vous", inner),
                 banner=cookies(one.dice))  # fmt: skip


def _ez_nature(one: Case) -> Sheet:
    kinds = ("Renouvellement", "Première demande", "Retrait de titre", "Naturalisation", "Permis")
    desks = "".join(
        f"<p><input type=radio> Guichet {number} – {errand}</p>"
        for number, errand in enumerate(one.dice.sample(kinds, 4), 1)
    )
    inner = (
        f"<h2>{said('Choix de la nature du rendez-vous')}</h2><p>Que souhaitez-vous effectuer ?</p>"
        f"{desks}<button>Étape suivante</button>"
    )
    return Sheet("step_nature", "other_page", None, one.errand, ez(one, 1),
                 department(one, crumbs(one), "Prise de rendez-vous", inner))  # fmt: skip


def _conditions(one: Case) -> Sheet:
    inner = (
        f"<h1>{said('Conditions générales d’utilisation')}</h1><p>Le présent service permet de "
        "prendre rendez-vous en préfecture. Il est gratuit. Toute revente d’un rendez-vous est "
        "interdite et expose à des poursuites.</p><p><input type=checkbox> J’ai lu et j’accepte "
        "les conditions générales d’utilisation</p><button>Suivant</button>"
    )
    return Sheet("step_terms", "other_page", None, "RDV Préfecture", rdvpref(one, "cgu/"),
                 booking(one, inner))  # fmt: skip


def _details(one: Case) -> Sheet:
    fields = "".join(
        f"<p>{name} *<br><span class=box style='display:inline-block;width:260px;height:34px;"
        "margin:2px 0'></span></p>"
        for name in ("Nom", "Prénom", "Adresse électronique")
    )
    inner = f"<h1>{said('Vos informations')}</h1>{fields}<button>Confirmer le rendez-vous</button>"
    return Sheet("step_details", "other_page", None, "RDV Préfecture",
                 rdvpref(one, "coordonnees/"), booking(one, inner))  # fmt: skip


def _notice(one: Case) -> Sheet:
    """A page of the préfecture that explains, leads on, or answers questions."""
    dice = one.dice
    names = ("Prendre un rendez-vous", "Accueil des étrangers", "Votre demande de titre de séjour")
    title = said(dice.choice((*names, one.errand)))
    inner = (
        "<p>L’accueil du public se fait uniquement sur rendez-vous. Munissez-vous de votre "
        "passeport, de trois photographies et d’un justificatif de domicile de moins de six mois."
        f"</p><p>Horaires : du lundi au vendredi, de 8h45 à 15h30. Fermeture le "
        f"{one.later(3, 90):%d/%m/%Y}.</p><p><u>Cliquez ici pour prendre rendez-vous</u></p>"
    )
    kind = "site_notice"
    if dice.random() < 0.35:
        kind, title = "site_questions", said("Foire aux questions")
        inner = (
            f"<h2>{said('Que faire si le site affiche')} « {dice.choice(_QUOTED)} » ?</h2><p>De "
            "nouveaux rendez-vous sont mis en ligne chaque semaine. Nous vous invitons à vous "
            "reconnecter régulièrement.</p><h2>Puis-je me présenter sans rendez-vous ?</h2><p>Non, "
            "sauf convocation.</p>"
        )
    address = state(one, "/Demarches/Accueil-des-etrangers/Titre-de-sejour")
    body = department(one, crumbs(one), title, inner)
    return Sheet(kind, "other_page", None, f"{one.errand} - Étrangers", address, body,
                 banner=cookies(dice, 0.3))  # fmt: skip


def chance(one: Case) -> Sheet:
    """One of the pages that offer a slot."""
    pages = [_week, _next_week, _ez_table, _anct_slots, _folded]
    weights = (26, 30, 18, 12, 24) if one.narrow else (28, 34, 24, 14, 0)
    if not one.modern:  # the younger services did not exist
        return _ez_table(one)
    return one.dice.choices(pages, weights)[0](one)


def step(one: Case) -> Sheet:
    """One of the pages before, or a check for a human."""
    pages = [_ez_start, _ez_nature, _conditions, _details, _notice, captcha]
    younger = 1 if one.modern else 0
    return one.dice.choices(pages, (16, 16, 12 * younger, 10 * younger, 16, 30))[0](one)
