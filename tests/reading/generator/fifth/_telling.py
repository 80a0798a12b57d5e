"""Pages that only speak of refusals, or have nothing to do with them; imitations of the doors."""

from __future__ import annotations

from datetime import datetime, timedelta

from ._dress import article, newer, rdv_page
from ._sheet import Address, Dice, Sheet, day_words, long_day, said
from ._sites import IMITATIONS, county

QUOTES = (
    "Il n’existe plus de plage horaire libre pour votre demande de rendez-vous. Veuillez "
    "recommencer ultérieurement.",
    "Aucun créneau disponible. Veuillez réessayer ultérieurement.",
    "Il n’y a pas calendrier disponible pour effectuer une demande de rendez-vous",
)
GUIDES = (
    ("lacimade.org", "/nos-actions/droit-au-sejour/rdv-prefecture/", "La Cimade", "#d5004b"),
    ("gisti.org", "/spip.php?article6229", "Gisti", "#8a1f11"),
    ("infomie.net", "/spip.php?article5804", "InfoMIE", "#20647a"),
    (
        "village-justice.com",
        "/articles/refere-mesures-utiles-prefecture,39808.html",
        "Village",
        "#234",
    ),
)
PAPERS = (
    (
        "lemonde.fr",
        "/societe/article/2021/01/08/la-course-aux-rendez-vous.html",
        "Le Monde",
        "#2a303b",
    ),
    ("94.citoyens.com", "/2019/etrangers-limpossible-prise-de-rdv.html", "94 Citoyens", "#c9302c"),
    ("leparisien.fr", "/val-de-marne-94/prefecture-la-galere.php", "Le Parisien", "#1b4b91"),
    ("bondyblog.fr", "/societe/prefecture-l-attente/", "Bondy Blog", "#111"),
)
MAILS = (
    ("mail.google.com", "/mail/u/0/#inbox/FMfcgzGtwgqLxTnWkVbR", "Gmail"),
    ("outlook.live.com", "/mail/0/inbox/id/AQMkADAwATM0MDAAMS", "Outlook"),
    ("mail.yahoo.com", "/d/folders/1/messages/8814", "Yahoo Mail"),
)


def guide(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """An association tells how to keep captures, and quotes the refusal."""
    del narrow
    host, path, band, colour = dice.choice(GUIDES)
    title = said("Pas de rendez-vous en préfecture : que faire&nbsp;?")
    inner = (
        "<p>Quand le site de la préfecture ne propose aucun rendez-vous, il affiche par exemple :"
        f"</p><blockquote>« {dice.choice(QUOTES)} »</blockquote><p>"
        f"{said('Faites une capture d’écran')}"
        " à chaque essai, avec l’adresse du site, la date et l’heure. Recommencez plusieurs "
        "fois par "
        "semaine, à des heures différentes.</p>"
    )
    written = when - timedelta(days=dice.randint(20, 600))
    body = article(band, colour, title, inner, written)
    address = Address(host, path, www=True)
    return Sheet("guide", "other_page", None, band, address, body, strict_host=True)


def paper(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """A newspaper tells of it."""
    del narrow
    host, path, band, colour = dice.choice(PAPERS)
    title = said("Préfecture : l’impossible prise de rendez-vous en ligne")
    inner = (
        f"<p>« Chaque matin, c’est la même phrase : {dice.choice(QUOTES)} » "
        f"{said('Amina, 34 ans')}, "
        "se connecte depuis quatre mois sans succès. Comme elle, des milliers d’étrangers "
        "attendent."
        "</p><p>Contactée, la préfecture dit avoir ajouté des créneaux.</p>"
    )
    written = when - timedelta(days=dice.randint(0, 90), hours=3)
    body = article(band, colour, title, inner, written)
    address = Address(host, path, www=not host[0].isdigit())
    return Sheet("paper", "other_page", None, band, address, body, strict_host=True)


def mail(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """A letter in a mailbox quotes it."""
    host, path, band = dice.choice(MAILS)
    sent = when - timedelta(days=dice.randint(0, 12), hours=2, minutes=13)
    side = ""
    if not narrow:
        names = ("Boîte de réception", "Messages suivis", "Envoyés", "Brouillons", "Corbeille")
        rows = "".join(f'<p style="margin:9px 0">{name}</p>' for name in names)
        side = f'<div style="width:190px;padding:12px 18px;background:#f2f5fb">{rows}</div>'
    text = (
        f"<p>Bonjour Maître,</p><p>{said('Je vous écris parce que')} je n’arrive toujours pas à "
        "avoir"
        f" un rendez-vous à la préfecture. Le site dit « {dice.choice(QUOTES)} »</p><p>Que dois-je "
        "faire ? Cordialement,</p><p>M. Diallo</p>"
    )
    body = (
        "<div style=\"display:flex;font:14px/1.5 Roboto,Arial,'Liberation Sans';background:#fff;"
        f'color:#222;min-height:420px">{side}<div style="padding:14px 24px;flex:1"><h2 style="'
        f'font-weight:400;font-size:22px">Rendez-vous préfecture</h2><p><b>Mamadou Diallo</b> '
        f'<span style="color:#666">{day_words(sent)} {sent:%H:%M}</span></p>{text}</div></div>'
    )
    return Sheet("mail", "other_page", None, band, Address(host, path), body, strict_host=True)


def search(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """Results of a search engine."""
    del when, narrow
    rows = ""
    for at, (host, _, band, _) in enumerate(dice.sample((*GUIDES, *PAPERS), 3)):
        name = said(band) if at == 0 else band
        rows += (
            f'<div style="margin:0 0 22px"><div style="font-size:13px;color:#4d5156">https://{host}'
            f' › rdv</div><div style="font-size:19px;color:#1a0dab">{name} – rendez-vous en '
            f'préfecture</div><div style="color:#4d5156">… {dice.choice(QUOTES)} …</div></div>'
        )
    body = (
        "<div style=\"font:14px/1.5 Arial,'Liberation Sans';background:#fff;padding:20px 28px;"
        'max-width:680px"><div style="border:1px solid #dfe1e5;border-radius:22px;padding:10px '
        "18px;"
        f'margin-bottom:22px;font-size:16px">plage horaire libre rendez-vous préfecture</div>{rows}'
        "</div>"
    )
    address = Address("google.com", "/search?q=plage+horaire+libre+rendez-vous", www=True)
    return Sheet("search", "other_page", None, "Recherche", address, body, strict_host=True)


def imitation(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """A look-alike of the door, at an address that is not the State's."""
    del when
    host, path = dice.choice(IMITATIONS)
    inner = (
        f"<h2>{said('Aucun créneau disponible')}</h2><p>Veuillez réessayer ultérieurement.</p>"
        '<p>Notre équipe réserve pour vous dès qu’une place se libère : 49 €.</p><span class="b">'
        "Réserver maintenant</span>"
    )
    body = rdv_page(dice, inner, None, narrow=narrow)
    address = Address(host, path, www=dice.random() < 0.5)
    return Sheet("imitation", "other_page", None, "RDV", address, body, strict_host=True)


def news(dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    """The préfecture's own page, with dates."""
    label, name = county(dice)
    told = when - timedelta(days=dice.randint(1, 60), hours=4)
    title = dice.choice(
        ("Horaires d’ouverture des guichets", "Étrangers : pièces à fournir", "Recueil des actes")
    )
    inner = (
        f"<p>{said('Publié le')} {told:%d/%m/%Y} à {told:%H:%M}</p><p>Les guichets seront "
        "fermés le "
        f"{long_day(when + timedelta(days=9))}. L’accueil se fait sur convocation.</p>"
        f"<h3>Pour en savoir plus</h3><p>Dernière mise à jour : {told:%d/%m/%Y}</p>"
    )
    body = newer(dice, name, title, inner, narrow=narrow)
    address = Address(f"{label}.gouv.fr", f"/Demarches/Etrangers-en-France/{told:%Y}", www=True)
    return Sheet("news", "other_page", None, title, address, body)
