"""Pages that check for a human."""

from __future__ import annotations

from ..fifth._sheet import Sheet, said
from ._places import Case, ez, rdvpref
from ._refusals import crumbs
from ._sites import booking, department


def _code(one: Case) -> str:
    letters = "".join(one.dice.choices("ABCDEFHKMNPRTWXY3478", k=6))
    return (
        "<p><span style=\"font:italic bold 30px 'Liberation Serif';letter-spacing:9px;padding:8px "
        f'20px;background:#dde4ee;color:#345;text-decoration:line-through">{letters}</span></p>'
    )


def captcha(one: Case) -> Sheet:
    """One of them."""
    dice, field = one.dice, "<p><input style='padding:7px' size=12></p>"
    roll = dice.random() if one.modern else 0.3
    if roll < 0.4:
        inner = (
            f"<h2>{said('Contrôle de sécurité')}</h2><p>{said('Recopiez le code affiché')} dans "
            f"l’image ci-dessous</p>{_code(one)}{field}<button>Étape suivante</button>"
        )
        return Sheet("captcha_ez", "captcha", None, one.errand, ez(one, 6),
                     department(one, crumbs(one), "Prise de rendez-vous", inner))  # fmt: skip
    if roll < 0.7:
        inner = (
            f"<h1>{said('Vérification de sécurité')}</h1><p>{said('Veuillez recopier le code')} de "
            f"sécurité</p>{_code(one)}<button>Énoncer le code du captcha</button>{field}"
            "<button>Suivant</button>"
        )
        return Sheet("captcha_rdvpref", "captcha", None, "RDV Préfecture", rdvpref(one, "cgu/"),
                     booking(one, inner))  # fmt: skip
    address = ez(one, 0)
    inner = (
        f"<div style='padding:60px 9%;font:17px Inter'><h1>{address.host}</h1><p>"
        f"{said('Vérifiez que vous êtes humain')} en effectuant l’action ci-dessous.</p><p "
        "style='border:1px solid #bbb;padding:18px;width:280px'><input type=checkbox> Confirmez "
        "que vous êtes humain</p><p>Nous devons vérifier la sécurité de votre connexion avant de "
        "continuer.</p></div>"
    )
    return Sheet("captcha_human", "captcha", None, "Un instant…", address,
                 f'<div class=st>{inner}</div>')  # fmt: skip
