"""Remake the example's other pieces: e-mail, postal slips, card, promise, copy of the letter.

Usage: `uv run python examples/make_pieces.py`. Every piece says « EXEMPLE ».
"""

from __future__ import annotations

from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typst
from PIL import Image

from _drawing import deposit_slip, photographed, residence_card, returned_receipt

HERE = Path(__file__).parent
FOLDER = HERE / "dossier-exemple"
OUT = FOLDER / "pieces"
ATTACHED = ("Capture d'écran 2026-10-12 081430.png", "Capture d'écran 2026-10-25 221248.png")
_ORIENTATION, _TAKEN_AT, _CAMERA = 0x0112, 0x0132, 0x0110
_TURN_RIGHT = 6  # « turn a quarter to the right to display », as phones held upright write

BODY = """Madame, Monsieur,

Ma carte de séjour temporaire « vie privée et familiale » expire le 2 novembre 2026. Depuis le
12 octobre, j'essaie presque tous les jours de prendre un rendez-vous sur votre site pour la
renouveler, le matin, le soir, et même la nuit du dimanche au lundi. La réponse est toujours la
même : il n'existe plus de plage horaire libre.

Je vous joins deux captures d'écran. Pouvez-vous me donner une date, ou me dire comment déposer
ma demande ? J'ai peur de perdre l'emploi qui m'attend le 1er décembre.

Je vous remercie.

Aminata EXEMPLE
12 rue des Essais, 00100 Exempleville
née le 14 mars 1991 à Kayes (Mali)

(EXEMPLE : message inventé, jamais envoyé.)
"""


def main() -> None:
    """Write every piece."""
    OUT.mkdir(parents=True, exist_ok=True)
    deposit_slip().save(OUT / "preuve-de-depot.png", optimize=True)
    _save_photo(returned_receipt(), OUT / "avis-de-reception.jpg", "2026:11:07 18:20:41")
    residence_card().save(OUT / "titre-de-sejour-expire.jpg", quality=88)
    _typeset("promesse-embauche", "promesse-embauche.pdf")
    _typeset("lettre-recommandee", "lettre-recommandee-2026-11-02.pdf")
    (OUT / "courriel-2026-10-26.eml").write_bytes(_email().as_bytes(policy=policy.SMTP))
    for file in sorted(OUT.iterdir()):
        print(f"{file.name} : {file.stat().st_size // 1000} ko")


def _save_photo(paper: Image.Image, out: Path, taken_at: str) -> None:
    """Save as a phone does: pixels on their side, and a note that says how to turn them."""
    picture = photographed(paper, seed=5).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[_ORIENTATION] = _TURN_RIGHT
    exif[_TAKEN_AT] = taken_at
    exif[_CAMERA] = "Téléphone d'exemple".encode("ascii", "ignore").decode()
    picture.save(out, quality=82, exif=exif)


def _typeset(source: str, name: str) -> None:
    document = typst.compile(HERE / "modeles" / f"{source}.typ", format="pdf")
    assert isinstance(document, bytes)
    (OUT / name).write_bytes(document)


def _email() -> EmailMessage:
    message = EmailMessage()
    sent = datetime(2026, 10, 26, 9, 14, 22, tzinfo=ZoneInfo("Europe/Paris"))
    message["From"] = "Aminata Exemple <aminata.exemple@courriel.exercice.test>"
    message["To"] = "Service des étrangers <etrangers@val-d-exemple.exercice.test>"
    message["Subject"] = "EXEMPLE – demande de rendez-vous, renouvellement de ma carte de séjour"
    message["Date"] = format_datetime(sent)
    message["Message-ID"] = "<20261026081422.4f21@courriel.exercice.test>"
    message.set_content(BODY)
    for name in ATTACHED:
        picture = (FOLDER / "captures" / name).read_bytes()
        message.add_attachment(picture, maintype="image", subtype="png", filename=name)
    message.set_boundary("=_exemple_2026_10_26")
    return message


if __name__ == "__main__":
    main()
