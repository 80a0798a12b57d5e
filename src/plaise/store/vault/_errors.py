"""What can go wrong in the encrypted store, told to the person."""

from __future__ import annotations

from plaise.dossier import PlaiseError


class WrongPassphraseError(PlaiseError):
    """The passphrase (or the identifier: which one is not said) is wrong."""

    def __init__(self) -> None:
        super().__init__(
            "Cet identifiant et cette phrase de passe ne vont pas ensemble.",
            to_do="Vérifiez les majuscules et le clavier, puis réessayez. Si vous l’avez oubliée, "
            "utilisez votre code de secours imprimé.",
        )


class TooSoonError(PlaiseError):
    """Too many wrong tries: one has to wait.

    Attributes:
        seconds: how long, rounded up.
    """

    def __init__(self, seconds: int) -> None:
        super().__init__(
            "Trop d’essais avec une mauvaise phrase de passe.",
            safe="Vos dossiers sont intacts.",
            to_do=f"Attendez {_in_words(seconds)}, puis réessayez.",
        )
        self.seconds = seconds


class SecondFactorError(PlaiseError):
    """The code of the person's application is missing, wrong, or has served already.

    Attributes:
        missing: none was given: the person may not know yet that one is asked for.
    """

    def __init__(self, *, missing: bool = False) -> None:
        super().__init__(
            "Ce compte demande aussi le code de votre application."
            if missing
            else "Ce code n’est pas celui de votre application, ou il a déjà servi.",
            to_do="Attendez le code suivant et recopiez ses six chiffres. Vérifiez aussi l’heure "
            "du téléphone. Téléphone perdu ? Utilisez votre code de secours imprimé.",
        )
        self.missing = missing


class InvitationError(PlaiseError):
    """No account answers to this identifier and this code (which of the two is not said)."""

    def __init__(self) -> None:
        super().__init__(
            "Cet identifiant et ce code d’invitation ne vont pas ensemble.",
            to_do="Demandez à la personne de lire les deux dans « Mon compte », puis réessayez.",
        )


class PassphraseError(PlaiseError):
    """The passphrase is too short to protect anything."""

    def __init__(self, least: int) -> None:
        super().__init__(
            f"Cette phrase de passe est trop courte : il faut au moins {least} caractères.",
            to_do="Choisissez quatre ou cinq mots sans rapport entre eux, faciles à retenir.",
        )


class IdentifierError(PlaiseError):
    """The identifier is taken, empty or too long."""

    def __init__(self) -> None:
        super().__init__(
            "Cet identifiant est vide, trop long ou déjà pris.",
            to_do="Choisissez-en un autre, qui ne dise pas votre nom.",
        )


class NotMemberError(PlaiseError):
    """The dossier does not exist for this person (whether it exists at all is not said)."""

    def __init__(self) -> None:
        super().__init__(
            "Ce dossier n’existe pas, ou il n’est pas ouvert pour vous.",
            to_do="Revenez à la liste de vos dossiers.",
        )


class NotAllowedError(PlaiseError):
    """Only an owner decides who opens a dossier, and a dossier keeps at least one."""

    def __init__(self) -> None:
        super().__init__(
            "Seule la personne à qui appartient ce dossier peut faire cela, et un dossier garde "
            "toujours au moins une personne à qui il appartient.",
            to_do="Demandez-le-lui, ou confiez d’abord le dossier à quelqu’un d’autre.",
        )


class ConflictError(PlaiseError):
    """The facts were changed elsewhere meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Cette page a été modifiée entre-temps, dans un autre onglet ou par une autre "
            "personne.",
            safe="L’autre modification est enregistrée ; la vôtre ne l’est pas encore.",
            to_do="Rechargez la page, vérifiez, puis refaites votre changement.",
        )


def _in_words(seconds: int) -> str:
    if seconds < 60:  # noqa: PLR2004 (a minute)
        return f"{seconds} seconde{'s' if seconds > 1 else ''}"
    minutes = -(-seconds // 60)
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
