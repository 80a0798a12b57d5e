"""Two disjoint sets of choices: one to look at while rules are written, one only counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hand:
    """The choices of one set."""

    name: str
    interface: tuple[str, ...]  # fonts of the system and the browser
    text: tuple[str, ...]  # fonts of the pages
    screens: tuple[tuple[int, int, float], ...]  # CSS width and height, scale
    phones: tuple[tuple[int, int, float], ...]
    zooms: tuple[float, ...]
    places: tuple[tuple[str, str], ...]
    subjects: tuple[str, ...]
    inks: tuple[tuple[str, str, str, str], ...]  # tab bar, tool bar, address field, ink
    accents: tuple[str, ...]
    spoilt: tuple[tuple[int, int], ...]  # longest side (0: kept) and JPEG quality
    years: tuple[int, ...]


A = Hand(
    name="second-a",
    interface=("Noto Sans", "Carlito", "Roboto", "DejaVu Sans"),
    text=("Noto Sans", "Noto Serif", "Liberation Sans", "Roboto"),
    screens=((1366, 768, 1), (1920, 1080, 1), (1536, 864, 1.25), (1440, 900, 2), (1280, 720, 1.5),
             (1600, 900, 1)),
    phones=((360, 800, 3), (412, 892, 2.625), (393, 852, 3), (375, 812, 3)),
    zooms=(0.9, 1, 1, 1.1, 1.25),
    places=(("var", "Var"), ("nord", "Nord"), ("cote-dor", "Côte-d’Or"), ("yvelines", "Yvelines"),
            ("pyrenees-orientales", "Pyrénées-Orientales"), ("seine-et-marne", "Seine-et-Marne"),
            ("territoire-de-belfort", "Territoire de Belfort"), ("reunion", "La Réunion")),
    subjects=("Titres de séjour : renouvellement « salarié »", "Remise de titre de séjour",
              "Admission exceptionnelle au séjour", "Demande de naturalisation par décret"),
    inks=(("#dfe1e5", "#ffffff", "#f1f3f4", "#202124"),
          ("#202124", "#35363a", "#202124", "#e8eaed"),
          ("#f0f0f4", "#f9f9fb", "#f0f0f4", "#15141a"),
          ("#cfd8dc", "#f7f7f7", "#ffffff", "#333333")),
    accents=("#000091", "#2b6cb0", "#00554d"),
    spoilt=((0, 85), (0, 70), (1600, 75)),
    years=(2020, 2024, 2026),
)  # fmt: skip

B = Hand(
    name="second-b",
    interface=("Open Sans", "Inter", "Cantarell", "Oxygen-Sans", "Liberation Sans"),
    text=("Lato", "DejaVu Serif", "Nimbus Sans", "Open Sans", "Carlito", "Cantarell"),
    screens=((1360, 768, 1), (1680, 1050, 1), (1920, 1080, 2), (1280, 800, 1.75), (1707, 960, 1.5),
             (1024, 768, 1), (1920, 1200, 1), (2560, 1440, 1)),
    phones=((384, 854, 2.8125), (360, 640, 2), (430, 932, 3), (411, 731, 2.625), (320, 568, 2)),
    zooms=(0.8, 1, 1, 1.15, 1.33, 1.5),
    places=(("alpes-maritimes", "Alpes-Maritimes"), ("val-doise", "Val-d’Oise"), ("oise", "Oise"),
            ("seine-maritime", "Seine-Maritime"), ("hauts-de-seine", "Hauts-de-Seine"),
            ("ille-et-vilaine", "Ille-et-Vilaine"), ("puy-de-dome", "Puy-de-Dôme"),
            ("mayotte", "Mayotte"), ("maine-et-loire", "Maine-et-Loire")),
    subjects=("Dépôt d’une première demande de titre", "Étudiants – changement de statut",
              "Carte de résident (10 ans)", "Guichet 4 : retrait de récépissé",
              "Document de circulation pour étranger mineur"),
    inks=(("#cad5e8", "#e9eef7", "#ffffff", "#1b1f24"),
          ("#1c1b22", "#2b2a33", "#42414d", "#fbfbfe"),
          ("#e6e6e6", "#f2f2f2", "#e2e2e2", "#1d1d1f"),
          ("#3b3f45", "#4a4e54", "#2f3338", "#f5f5f5"),
          ("#b8c9b0", "#e8f0e4", "#ffffff", "#1f2a1a")),
    accents=("#c9191e", "#6a6af4", "#8b4513", "#111111"),
    spoilt=((0, 90), (0, 60), (0, 50), (1600, 65), (1280, 80)),
    years=(2019, 2021, 2023, 2025, 2026),
)  # fmt: skip

HANDS = {hand.name: hand for hand in (A, B)}
