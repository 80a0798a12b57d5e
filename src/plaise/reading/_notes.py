"""The words of what is worth showing beside a capture: where it comes from, what it lets see.

Each sentence is a French text in which `%(name)s` stands for a value, so that it can be translated
as it is.
"""

from __future__ import annotations

from plaise.dossier import Note, NoteKind, PrivateKind

NOTE_TEXTS: dict[NoteKind, str] = {
    NoteKind.SOURCES: (
        "Deux sources ne disent pas la même chose. Sur l’écran : %(screen)s. Dans le fichier : "
        "%(file)s. C’est l’écran qui est retenu ; vérifiez qu’il est bien à l’heure."
    ),
    NoteKind.EDITED: (
        "Le fichier nomme un logiciel d’image (%(program)s). Ce n’est pas une faute : recadrer "
        "est permis. Gardez aussi l’original, sans aucune retouche."
    ),
    NoteKind.REENCODED: (
        "L’image semble avoir été enregistrée plusieurs fois (%(sign)s). Si vous avez encore "
        "l’original, ajoutez-le plutôt."
    ),
    NoteKind.RECEIVED: (
        "Le nom du fichier est celui d’une image reçue par messagerie : elle a été copiée et "
        "réduite. Si l’original est encore sur l’appareil, ajoutez-le plutôt."
    ),
    NoteKind.RESIZED: (
        "L’image mesure %(size)s points, et l’écran qui l’a faite %(screen)s : elle a été réduite "
        "ou recadrée depuis. Si vous avez encore l’original, ajoutez-le plutôt."
    ),
    NoteKind.OFFSET: (
        "Le fichier dit que l’appareil était à l’heure %(file)s, et le dossier lit les captures à "
        "l’heure %(zone)s. Vérifiez le fuseau horaire du dossier."
    ),
}
"""What each note says."""

PRIVATE_TEXTS: dict[PrivateKind, str] = {
    PrivateKind.TAB: "Le titre d’un autre onglet se lit sur l’image.",
    PrivateKind.NOTIFICATION: "Une notification se voit sur l’image.",
    PrivateKind.EMAIL: "Une adresse électronique se lit sur l’image.",
    PrivateKind.PHONE: "Un numéro de téléphone se lit sur l’image.",
    PrivateKind.FOREIGNER_NUMBER: "Un numéro d’étranger se lit sur l’image.",
    PrivateKind.NAME: "Un nom de personne se lit sur l’image.",
}
"""What each kind of private thing is called in a warning."""


def note_text(note: Note) -> str:
    """What a note says, in French."""
    return NOTE_TEXTS[note.kind] % note.values
