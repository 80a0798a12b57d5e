"""Papers and a card drawn by hand, of our own look, each marked « EXEMPLE ».

No emblem, no logo, no form of a real postal operator or of the State is imitated.
"""

from __future__ import annotations

import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

SANS = "LiberationSans-Regular.ttf"
BOLD = "LiberationSans-Bold.ttf"
SERIF = "LiberationSerif-Italic.ttf"
INK = "#22262b"

Lines = list[tuple[str, str]]


def font(size: int, name: str = SANS) -> ImageFont.FreeTypeFont:
    """A font of the machine (fonts-liberation)."""
    return ImageFont.truetype(name, size)


def deposit_slip() -> Image.Image:
    """The slip handed over at the counter when a registered letter is deposited."""
    sheet, draw = _sheet((1240, 820), "#fffdf4", "PREUVE DE DÉPÔT", "Courrier d’Exemple")
    _fields(
        draw,
        (60, 190),
        [
            ("Envoi", "Lettre recommandée avec avis de réception"),
            ("Numéro", "EX 0000 0000 001"),
            ("Déposée le", "02/11/2026 à 14 h 32, bureau d’Exempleville-Centre"),
            ("Destinataire", "Préfecture du Val-d’Exemple, service des étrangers"),
            ("", "1 place de l’Exercice, 00100 Exempleville"),
            ("Expéditrice", "Mme Aminata EXEMPLE"),
            ("", "12 rue des Essais, 00100 Exempleville"),
            ("Affranchissement", "payé au guichet"),
        ],
    )
    _stamp(sheet, "Exempleville-Centre", "02 NOV. 2026", (850, 570), "#39508f")
    _mark(sheet, "EXEMPLE", 190)
    return sheet


def returned_receipt() -> Image.Image:
    """The receipt card that came back signed, before it is photographed."""
    sheet, draw = _sheet((1240, 860), "#fbf6ea", "AVIS DE RÉCEPTION", "Courrier d’Exemple")
    _fields(
        draw,
        (60, 190),
        [
            ("Numéro de l’envoi", "EX 0000 0000 001"),
            ("Destinataire", "Préfecture du Val-d’Exemple, service des étrangers"),
            ("", "1 place de l’Exercice, 00100 Exempleville"),
            ("Présentée le", "05/11/2026"),
            ("Distribuée le", "05/11/2026"),
            ("À renvoyer à", "Mme Aminata EXEMPLE"),
            ("", "12 rue des Essais, 00100 Exempleville"),
        ],
    )
    draw.text((60, 640), "Signature du destinataire ou de son mandataire", INK, font(26))
    _scribble(draw, (90, 740))
    _stamp(sheet, "Courrier arrivé", "05 NOV. 2026", (860, 600), "#8a3b3b")
    _mark(sheet, "EXEMPLE", 190)
    return sheet


def residence_card() -> Image.Image:
    """An invented card: no flag, no emblem, no layout of a real one."""
    card = Image.new("RGB", (1280, 808), "#dfe8e4")
    draw = ImageDraw.Draw(card)
    for step in range(0, 1280, 32):
        draw.line([(step, 0), (step + 300, 808)], fill="#d2dfd9", width=5)
    draw.rectangle((0, 0, 1280, 110), fill="#35594b")
    draw.text((50, 28), "CARTE D’EXEMPLE", "#ffffff", font(50, BOLD))
    draw.text((800, 38), "Pays d’exercice", "#ffffff", font(34))
    _portrait(draw)
    _fields(
        draw,
        (400, 150),
        [
            ("Titre", "Séjour temporaire (spécimen)"),
            ("Mention", "Vie privée et familiale"),
            ("Nom", "EXEMPLE"),
            ("Prénom", "Aminata"),
            ("Née le", "14/03/1991 à Kayes (Mali)"),
            ("Nationalité", "malienne"),
            ("Délivrée le", "03/11/2025"),
            ("Expire le", "02/11/2026"),
            ("Numéro", "EXEMPLE-0000"),
        ],
        width=190,
        step=62,
    )
    _mark(card, "SPÉCIMEN – EXEMPLE", 100)
    return card


def photographed(paper: Image.Image, *, seed: int) -> Image.Image:
    """The paper as a phone photographs it on a table: askew, uneven light, a little noise.

    Args:
        paper: what lies on the table.
        seed: fixes the grain, so that the same picture is made each time.
    """
    table = Image.new("RGB", (paper.width + 260, paper.height + 260), "#7b6350")
    grain = Image.effect_noise(table.size, 26).convert("RGB")
    table = ImageChops.overlay(table, grain)
    turned = paper.convert("RGBA").rotate(1.8, Image.Resampling.BICUBIC, expand=True)
    shadow = Image.new("RGBA", turned.size, "#00000066")
    shadow.putalpha(turned.getchannel("A").point(lambda level: level // 3))
    table.paste(shadow, (126, 130), shadow)
    table.paste(turned, (112, 112), turned)
    light = Image.linear_gradient("L").resize(table.size).point(lambda level: 255 - level // 5)
    lit = ImageChops.multiply(table, Image.merge("RGB", (light, light, light)))
    return _speckled(lit, random.Random(seed)).filter(ImageFilter.GaussianBlur(0.8))


def _speckled(picture: Image.Image, draw: random.Random) -> Image.Image:
    size = (picture.width // 2, picture.height // 2)
    noise = Image.frombytes("L", size, bytes(draw.choices(range(118, 138), k=size[0] * size[1])))
    grain = noise.resize(picture.size, Image.Resampling.BILINEAR)
    return ImageChops.overlay(picture, Image.merge("RGB", (grain, grain, grain)))


def _sheet(
    size: tuple[int, int], paper: str, title: str, house: str
) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    sheet = Image.new("RGB", size, paper)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((20, 20, size[0] - 20, size[1] - 20), outline="#9a9484", width=3)
    draw.text((60, 50), title, INK, font(54, BOLD))
    draw.text((60, 120), f"{house} – document inventé, EXEMPLE", "#6a6558", font(28))
    draw.line([(60, 168), (size[0] - 60, 168)], fill="#9a9484", width=2)
    return sheet, draw


def _fields(
    draw: ImageDraw.ImageDraw,
    at: tuple[int, int],
    lines: Lines,
    *,
    width: int = 290,
    step: int = 56,
) -> None:
    x, y = at
    for label, value in lines:
        draw.text((x, y), label, "#6a6558", font(28))
        draw.text((x + width, y), value, INK, font(31))
        y += step


def _stamp(sheet: Image.Image, above: str, below: str, at: tuple[int, int], colour: str) -> None:
    stamp = Image.new("RGBA", (320, 190), (0, 0, 0, 0))
    draw = ImageDraw.Draw(stamp)
    draw.ellipse((8, 8, 312, 182), outline=colour, width=6)
    draw.text((160, 70), above, colour, font(27, BOLD), anchor="mm")
    draw.text((160, 116), below, colour, font(34, BOLD), anchor="mm")
    turned = stamp.rotate(9, Image.Resampling.BICUBIC, expand=True)
    sheet.paste(turned, at, turned)


def _scribble(draw: ImageDraw.ImageDraw, at: tuple[int, int]) -> None:
    x, y = at
    moves = [(0, 20), (60, -40), (80, 50), (120, -30), (160, 40), (190, -20), (260, 25), (380, 0)]
    draw.line([(x + dx, y + dy) for dx, dy in moves], fill="#2a3f7a", width=5, joint="curve")


def _portrait(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((50, 160, 350, 560), fill="#c4d3cc", outline="#35594b", width=3)
    draw.ellipse((125, 215, 275, 395), fill="#8fa79b")
    draw.pieslice((75, 400, 325, 720), 180, 360, fill="#8fa79b")


def _mark(sheet: Image.Image, text: str, size: int) -> None:
    """Write the mark across the sheet, light enough to leave the rest legible."""
    layer = Image.new("RGBA", sheet.size, (0, 0, 0, 0))
    middle = (sheet.width // 2, sheet.height // 2)
    ImageDraw.Draw(layer).text(middle, text, (190, 30, 30, 70), font(size, BOLD), anchor="mm")
    turned = layer.rotate(18, Image.Resampling.BICUBIC)
    sheet.paste(turned, (0, 0), turned)
