"""A complete, sound `dossier.toml` to start from in tests."""

from __future__ import annotations

from pathlib import Path

SOUND = """\
schema = 1
id = "6f2a1f0e-3f4b-4a53-9f0e-2f9a3c1d7b11"
exercice = true
fait_a = "Exempleville"
date_des_actes = 2026-11-23

[personne]
genre = "feminin"
nom = "Exemple"
prenoms = "Aminata"
naissance = 1991-03-14
lieu_naissance = "Kayes (Mali)"
nationalite = "malienne"
adresse = ["12 rue des Essais", "00100 Exempleville"]
telephone = "06 00 00 00 00"
courriel = "aminata@exemple.exercice.test"

[prefecture]
departement = "00"
titre = "préfète"
adresse = ["1 place de la Préfecture", "00100 Exempleville"]
courriel = "etrangers@val-d-exemple.exercice.test"

[demande]
demarche = "renouvellement"
porte = "site_prefecture"
titre_demande = "une carte de séjour temporaire mention « vie privée et familiale »"
titre_actuel = "une carte de séjour temporaire mention « vie privée et familiale »"
expire_le = 2026-11-02
motifs = "Je vis en France depuis 2017 avec mon fils, né à Exempleville et scolarisé."

[[urgence]]
texte = "Mon titre de séjour a expiré le 2 novembre 2026."
pieces = []
"""


def write_dossier(folder: Path, text: str = SOUND) -> Path:
    """Make a dossier folder holding these facts, with empty `captures/` and `pieces/`."""
    (folder / "captures").mkdir(parents=True, exist_ok=True)
    (folder / "pieces").mkdir(exist_ok=True)
    (folder / "dossier.toml").write_text(text, encoding="utf-8")
    return folder
