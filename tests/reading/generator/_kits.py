"""What may be chosen for each split; dev and held-out share nothing that a rule could learn.

Rules are written while looking at `dev`; `held` is only ever counted. The two differ in fonts,
themes, scales, hosts, page dress, the words around a wording, qualities and clock forms' dates.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kit:
    """The choices of one split."""

    name: str
    fonts: tuple[str, ...]
    page_fonts: tuple[str, ...]
    scales: tuple[float, ...]
    zooms: tuple[float, ...]
    screens: tuple[tuple[int, int], ...]
    phones: tuple[tuple[int, int, float], ...]
    departements: tuple[tuple[str, str], ...]
    skins: tuple[str, ...]
    qualities: tuple[int, ...]
    motifs: tuple[str, ...]
    contexts: tuple[str, ...]
    themes: tuple[tuple[str, str, str], ...]  # bar, ink, address field
    chat: tuple[tuple[int, int], ...]  # longest side and quality of a messaging application
    years: tuple[int, ...]


DEV = Kit(
    name="dev",
    fonts=("Liberation Sans", "DejaVu Sans", "Open Sans"),
    page_fonts=("Liberation Sans", "Liberation Serif", "Open Sans"),
    scales=(1, 1.25, 1.5),
    zooms=(0.8, 0.9, 1, 1.1, 1.25),
    screens=((1366, 768), (1920, 1080), (1280, 800), (1440, 900), (1600, 900), (2560, 1440)),
    phones=((412, 915, 2.625), (390, 844, 3), (360, 780, 3)),
    departements=(
        ("val-doise", "Val-d’Oise"), ("seine-saint-denis", "Seine-Saint-Denis"),
        ("herault", "Hérault"), ("isere", "Isère"), ("gironde", "Gironde"), ("rhone", "Rhône"),
    ),
    skins=("ez", "sober", "dark"),
    qualities=(85, 70),
    motifs=(
        "Renouvellement d’un titre de séjour", "Première demande de titre de séjour",
        "Guichet 3 – naturalisation",
    ),
    contexts=(
        "Veuillez recommencer ultérieurement.", "Bienvenue sur le site de prise de rendez-vous",
    ),
    themes=(
        ("#dee1e6", "#202124", "#ffffff"), ("#202124", "#e8eaed", "#303134"),
        ("#f3f3f3", "#1b1b1b", "#ffffff"),
    ),
    chat=((1600, 70),),
    years=(2024, 2025, 2026),
)  # fmt: skip

HELD = Kit(
    name="held",
    fonts=("Roboto", "Inter", "Cantarell", "Lato"),
    page_fonts=("Roboto", "Lato", "DejaVu Serif", "Inter", "Nimbus Sans"),
    scales=(1, 1.2, 1.75, 2),
    zooms=(0.75, 0.95, 1, 1.15, 1.5),
    screens=((1024, 768), (1360, 768), (1680, 1050), (1536, 864), (3840, 2160), (1920, 1200)),
    phones=((393, 851, 2.75), (375, 667, 2), (430, 932, 3), (384, 832, 2.8125)),
    departements=(
        ("hauts-de-seine", "Hauts-de-Seine"), ("essonne", "Essonne"), ("loire-atlantique",
        "Loire-Atlantique"), ("bouches-du-rhone", "Bouches-du-Rhône"), ("ille-et-vilaine",
        "Ille-et-Vilaine"), ("val-de-marne", "Val-de-Marne"), ("haute-garonne", "Haute-Garonne"),
    ),
    skins=("wide", "plain", "night"),
    qualities=(90, 75, 60, 50),
    motifs=(
        "Changement de statut étudiant vers salarié", "Duplicata d’un titre de séjour",
        "Demande de carte de résident", "Guichet 12 : remise de titres",
    ),
    contexts=(
        "Veuillez réessayer ultérieurement.", "Prise de rendez-vous en ligne",
        "Les rendez-vous sont gratuits.",
    ),
    themes=(
        ("#cfd8e6", "#0b1320", "#f7f9fc"), ("#2b2a33", "#fbfbfe", "#1c1b22"),
        ("#e8e0d8", "#2a2320", "#fffdf9"), ("#111418", "#d7dbe0", "#22262c"),
    ),
    chat=((1600, 65), (1280, 60)),
    years=(2023, 2025, 2026),
)  # fmt: skip

KITS = {kit.name: kit for kit in (DEV, HELD)}
