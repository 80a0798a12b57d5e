"""Messages and papers that quote a refusal, in programs or in a browser."""

from __future__ import annotations

from dataclasses import dataclass

from ..fifth._sheet import Address, Sheet, long_day, said
from ._places import Case

QUOTES = [
    "Il n’existe plus de plage horaire libre pour votre demande de rendez-vous. Veuillez "
    "recommencer ultérieurement.",
    "Aucun créneau disponible. Veuillez réessayer ultérieurement.",
    "Aucun créneau disponible à partir de cette date. Veuillez réessayer ultérieurement.",
    "Aucun rendez-vous n’est possible pour les motifs sélectionnés",
]
NOWHERE = Address("", "")


@dataclass(frozen=True)
class File(Address):
    """What the bar shows of a file opened in a browser: no site."""

    def drawn(self, *, scheme: bool, www: bool) -> str:
        return f'<span class="dim">Fichier &nbsp;|&nbsp; </span>{self.path}'

    def alone(self, *, www: bool = False) -> str:
        return f"<span>{self.path}</span>"


def quote(one: Case) -> str:
    """A refusal, as others repeat it."""
    return one.dice.choice(QUOTES)


def _bubbles(one: Case) -> str:
    dice, at = one.dice, f"{one.dice.randint(7, 22):02}:{one.dice.randint(0, 59):02}"
    picture = (
        "<section style='background:#fff;border:1px solid #999;padding:10px;margin-bottom:6px;"
        "font:13px Marianne'><b>RDV Préfecture</b><br><br><b>Aucun créneau disponible</b><br>"
        "Veuillez réessayer ultérieurement.</section>"
    )
    sent = picture if dice.random() < 0.5 else ""
    first, last = dice.choice(
        (
            ("Salut, tu as pu avoir ton rendez-vous à la préfecture ?",
             "Courage, garde bien toutes tes captures"),
            ("Bonjour, avez-vous essayé ce matin ?", "Merci, je le mets dans votre dossier"),
        )
    )  # fmt: skip
    mine = sent or f"Non, toujours « {quote(one)} »"
    talk = (
        f"<div class=chat><div>{said(first)} <small>{at}</small></div><div class=me>{mine} <small>"
        f"{at} ✓✓</small></div><div>{last} <small>{at}</small></div></div>"
    )
    if one.narrow:
        return talk
    names = ("Maman", "Me Lefort", "Collectif papiers", "Karim", "École – parents", "Aminata")
    others = "".join(f"<p style='padding:9px 16px;margin:0'>● {name}</p>" for name in names)
    return (
        "<div style='display:flex;min-height:100%;background:#fff;color:#111;font:15px Roboto'>"
        f"<div style='width:26%'>{others}</div><div "
        f"style='flex:1;min-height:1400px'>{talk}</div></div>"
    )


def chat(one: Case) -> Sheet:
    host, title = one.dice.choice((("web.whatsapp.com", "WhatsApp Web"), ("messenger.com",
                                   "Messenger"), ("web.telegram.org", "Telegram Web")))  # fmt: skip
    return Sheet("chat_web", "other_page", None, title, Address(host, "/"), _bubbles(one))


def chat_app(one: Case) -> Sheet:
    """A messaging program: no address at all."""
    name = one.dice.choice(("Aminata", "Me Lefort", "Groupe RDV préfecture", "Collectif"))
    return Sheet("chat_app", "other_page", None, name, NOWHERE, _bubbles(one))


def _paper(one: Case) -> str:
    return (
        f"<h2 style='text-align:center'>{said('Récit des démarches')}</h2><p>Depuis le "
        f"{long_day(one.later(-300, -60))}, je me connecte chaque semaine au site de la préfecture "
        f"{one.place[0]}.</p><p>À chaque essai, il est affiché : « {quote(one)} »</p><p>Je joins "
        "douze captures d’écran.</p>"
    )


def pdf(one: Case) -> Sheet:
    name = one.dice.choice(
        ("recit.pdf", "Guide_RDV.pdf", "requete-refere.pdf", "courrier_pref.pdf")
    )
    body = (
        f"<div style='background:#525659;min-height:100%;font:15px/1.6 \"Liberation Serif\"'><div "
        f"style='background:#323639;color:#fff;padding:10px 18px;font:14px Roboto'>{name} &nbsp; "
        "1 / 3 &nbsp; − 100 % +</div><div style='background:#fff;color:#000;max-width:720px;margin:"
        f"14px auto;padding:34px 46px;min-height:500px'>{_paper(one)}</div></div>"
    )
    return Sheet(
        "pdf", "other_page", None, name, File("", f"C:/Users/samir/Documents/{name}"), body
    )


def word(one: Case) -> Sheet:
    body = (
        "<div style='background:#e6e6e6;min-height:100%;font:16px/1.5 Carlito'><div "
        "style='background:"
        '#f3f2f1;color:#333;padding:8px 16px;font:13px "Open Sans"\'>Accueil &nbsp; Insertion '
        "&nbsp; "
        "Mise en page &nbsp; Références &nbsp; Révision &nbsp; Affichage</div><div "
        "style='background:"
        f"#fff;color:#000;max-width:740px;margin:18px auto;padding:40px 60px;min-height:520px'>"
        f"{_paper(one)}</div></div>"
    )
    name = one.dice.choice(("Récit.docx - Word", "dossier pref.odt - LibreOffice Writer"))
    return Sheet("word", "other_page", None, name, NOWHERE, body)
