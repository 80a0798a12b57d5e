"""How to take a complete capture on each kind of device; the reader's own comes first."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from plaise.web.forms import Words


@dataclass(frozen=True, slots=True)
class Device:
    """A kind of device.

    Attributes:
        id: of its paragraph.
        name: as people call it.
        signs: what its browsers say of themselves, in small letters.
        steps: in order.
    """

    id: str
    name: Words
    signs: tuple[str, ...]
    steps: tuple[Words, ...]


_CLOCK = _("Vérifiez que la barre d’adresse, la date, l’heure et le message se voient tous.")

DEVICES = (
    Device(
        "android",
        _("Téléphone ou tablette Android"),
        ("android",),
        (
            _("Remontez en haut de la page, pour que l’adresse du site se voie."),
            _("Appuyez en même temps sur « marche » et « volume bas », une seconde."),
            _(
                "L’heure se voit, mais souvent pas la date : descendez aussi le volet du haut, "
                "où elle est écrite, et faites une deuxième capture."
            ),
        ),
    ),
    Device(
        "iphone",
        _("iPhone ou iPad"),
        ("iphone", "ipad"),
        (
            _("Touchez la barre d’adresse une fois, pour que le nom du site se voie."),
            _(
                "Appuyez en même temps sur le bouton de côté et « volume haut » "
                "(ou, s’il y a un bouton rond, sur lui et le bouton de côté)."
            ),
            _(
                "L’heure se voit, mais pas la date : faites aussitôt une deuxième capture de "
                "l’écran de verrouillage, où elle est écrite."
            ),
        ),
    ),
    Device(
        "windows",
        _("Ordinateur Windows"),
        ("windows",),
        (
            _("Laissez la barre du bas visible : la date et l’heure y sont."),
            _("Appuyez sur la touche Windows et « Impr écran » en même temps."),
            _("L’image est dans vos Images, dans « Captures d’écran »."),
            _CLOCK,
        ),
    ),
    Device(
        "mac",
        _("Ordinateur Mac"),
        ("macintosh",),
        (
            _("Dans les réglages de l’horloge, choisissez d’afficher aussi la date."),
            _("Appuyez sur « maj », « cmd » et « 3 » en même temps."),
            _("L’image arrive sur le bureau."),
            _CLOCK,
        ),
    ),
    Device(
        "linux",
        _("Ordinateur Linux (Ubuntu…)"),
        ("linux",),
        (
            _("Appuyez sur « Impr écran » et choisissez l’écran entier, pas la fenêtre seule."),
            _("L’image est dans vos Images, dans « Captures d’écran »."),
            _CLOCK,
        ),
    ),
)


def devices_for(agent: str) -> tuple[Device | None, tuple[Device, ...]]:
    """This device, if it can be told, and the others."""
    said = agent.lower()
    mine = next((one for one in DEVICES if any(sign in said for sign in one.signs)), None)
    return mine, tuple(one for one in DEVICES if one is not mine)
