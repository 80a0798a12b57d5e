"""What a petition needs before it may be called ready (R. 522-1, R. 522-2, R. 431-4 CJA)."""

from __future__ import annotations

from collections.abc import Iterator

from plaise.dossier import Demarche, Door, PieceKind
from plaise.law import load_law, proves

from ._after import last_message
from ._attempts import failed
from ._brief import Act, Brief
from ._details import Appointment, Details, Lost, Undone
from ._findings import CHANGE_THE_DATE, Finding
from ._grammar import day
from ._relief import relief
from ._request import HELP, sent_proof, unanswered, urgency_presumed

_CE_435594 = 7  # days: attempts of one week were not enough
_SPACING = 7  # days between two messages, a caution of ours (L. 112-11 CRPA: no flood)
_LABELS = {
    "offer": ("la date proposée", "date_proposee"),
    "filing": ("le dépôt de la requête", "depot"),
    "order": ("l’ordonnance", "ordonnance"),
    "replies": ("les réponses, motif par motif", "reponses"),
    "hearing": ("l’audience", "audience"),
    "association": ("l’association", "association"),
    "appointment": ("le rendez-vous", "rendez_vous"),
}


def petition(brief: Brief) -> Iterator[Finding]:
    """Facts, urgency and conclusions of a petition."""
    yield from reachable(brief)
    yield from _facts(brief)
    yield from _urgency(brief)
    yield from relief(brief)
    yield from _to_have_checked(brief)


def _to_have_checked(brief: Brief) -> Iterator[Finding]:
    """Points of law that stop nothing, and that someone should look at."""
    request = brief.dossier.request
    if request.door is Door.ANEF and not load_law().demarches[request.demarche].permit:
        yield Finding(
            "anef_hors_titre",
            "l’article R. 431-2 du CESEDA parle des titres de séjour : faites vérifier que sa "
            "solution de substitution peut être demandée pour cette démarche",
            ("ceseda-r431-2",),
            blocking=False,
        )
    proved = {PieceKind.IDENTITY} & {piece.kind for piece in brief.dossier.pieces}
    if brief.dossier.representative is not None and not proved:
        yield Finding(
            "qualite",
            "rien ne prouve encore que vous pouvez agir pour l’enfant : joignez son acte de "
            "naissance ou le livret de famille (nature « identite »)",
            ("ceseda-d414-1",),
            blocking=False,
        )
    for on in unanswered(brief):
        yield Finding(
            "deux_mois",
            f"votre lettre du {day(on)} est restée plus de deux mois sans réponse : faites "
            "vérifier que ce silence n’est pas un refus de rendez-vous, qui se conteste autrement",
            ("crpa-l231-4",),
            blocking=False,
        )


def reachable(brief: Brief) -> Iterator[Finding]:
    """In urgency, the registry must be able to reach the person."""
    if not (brief.dossier.person.phone or brief.dossier.person.email):
        told = "il manque un téléphone ou un courriel : le greffe doit pouvoir vous joindre"
        yield Finding("joindre", told, ("cja-r522-10-1",))


def _facts(brief: Brief) -> Iterator[Finding]:
    request = brief.dossier.request
    made = failed(brief)
    sent = request.door is Door.DEMARCHE_NUMERIQUE and request.date_asked_on is not None
    if not made and not sent:
        yield Finding(
            "faits",
            "il faut au moins une capture datée qui montre un refus : sans elle, les faits ne sont "
            "pas établis (article R. 522-1 du CJA)",
            ("cja-r522-1", "ce-435594"),
        )
    if sent and not made and not sent_proof(brief):
        yield Finding(
            "envoi_du_formulaire",
            "il manque la preuve de l’envoi du formulaire : une capture ou un accusé de réception, "
            "à la date de l’envoi",
            ("cja-r522-1",),
        )
    if made and not sent and (made[-1].on - made[0].on).days < _CE_435594:
        yield Finding(
            "meme_semaine",
            "vos tentatives tiennent en moins de huit jours : quatre captures en cinq jours n’ont "
            "pas suffi au Conseil d’État",
            ("ce-435594",),
            blocking=False,
        )
    if request.door is Door.ANEF:
        yield from _help_asked(brief)


def _help_asked(brief: Brief) -> Iterator[Finding]:
    """R. 431-2, 3rd paragraph, CESEDA: the help must have been asked for, and proved."""
    if not any(c.kind in HELP and c.pieces for c in brief.dossier.contacts):
        yield Finding(
            "aide_demandee",
            "il manque, avec sa preuve, la demande d’aide au centre de contact citoyens ou au "
            "point d’accueil numérique : l’accueil physique suppose qu’elle ait été faite "
            "(article R. 431-2 du CESEDA, troisième alinéa)",
            ("ceseda-r431-2", "arrete-2023-08-01"),
        )


def _urgency(brief: Brief) -> Iterator[Finding]:
    dossier = brief.dossier
    texts = ("cja-r522-1", "ce-453391")
    if dossier.request.demarche is Demarche.RENEWAL:
        yield from _expiry(brief)
    if urgency_presumed(brief):
        return
    if not any(reason.pieces for reason in dossier.urgency):
        yield Finding(
            "urgence",
            "il faut une raison urgente avec une pièce qui la prouve : hors renouvellement, "
            "l’urgence doit être justifiée (article R. 522-1 du CJA ; CE, 9 juin 2022, n° 453391)",
            texts,
        )
        return
    for reason in dossier.urgency:
        if not reason.pieces:
            yield Finding(
                "urgence_sans_piece",
                f"la raison « {reason.text[:60].rstrip()}… » n’a pas de pièce : joignez-en une, ou "
                "dites-la dans « motifs », où elle sera présentée comme votre déclaration",
                texts,
            )


def _expiry(brief: Brief) -> Iterator[Finding]:
    expires = brief.dossier.request.expires_on
    if expires is None:
        told = "il manque la date d’expiration de votre titre (« expire_le »)"
        yield Finding("expire_le", told, ("ce-453391",))
        return
    window = load_law().criteria["urgence"].thresholds["window_days"]
    if (expires - brief.acts_on).days > window:
        yield Finding(
            "trop_tot",
            f"le titre n’expire que le {day(expires)} : la demande de renouvellement ne s’ouvre "
            f"pas plus de {window} jours avant, et l’urgence n’existe pas encore",
            ("ceseda-r431-5",),
        )


def needed(act: Act, details: Details, needs: tuple[str, ...]) -> Iterator[Finding]:
    """The parts of the details that the act cannot do without."""
    for need in needs:
        label, table = _LABELS[need]
        if not getattr(details, need):
            yield Finding(
                "precisions",
                f"il manque {label} (« [{table}] »)",
                to_do=f"Donnez-la dans le fichier des précisions (tableau [{table}]).",
            )
    if act is Act.NOUVEAU_RENDEZ_VOUS and details.appointment:
        yield from _lost(details.appointment)
    order = details.order
    if act in {Act.REQUETE_L521_4, Act.DEMANDE_L911_4} and order is not None:
        if not order.ordered:
            told = "il manque ce que l’ordonnance a ordonné (« dispositif »)"
            yield Finding("dispositif", told, ("cja-l911-4",))
        if not order.pieces:
            told = "il manque la copie de l’ordonnance parmi les pièces (« pieces »)"
            yield Finding("ordonnance_sans_piece", told, ("cja-r412-2",))
        if order.undone is not Undone.NOTHING and not order.done.strip(" .;,"):
            told = "il manque ce que la préfecture a fait, et quel jour (« fait »)"
            yield Finding("inexecution", told, ("ce-466827",))
        if order.due_on is None:
            told = "il manque la fin du délai donné par l’ordonnance (« delai_jusqu_au »)"
            yield Finding("delai_ordonnance", told, ("cja-r921-1-1",))


def _lost(one: Appointment) -> Iterator[Finding]:
    """What happened to the appointment, since a new one is asked for because of it."""
    if one.lost is None:
        told = "il faut dire ce qui est arrivé au rendez-vous (« suite »)"
        choices = ", ".join(lost.value for lost in Lost)
        yield Finding("suite", told, to_do=f"Écrivez-le dans [rendez_vous] : {choices}.")
    elif one.lost is Lost.MISSED and not one.reason.strip(" .;,"):
        told = "il manque la raison pour laquelle vous n’avez pas pu venir (« raison »)"
        yield Finding("raison", told, to_do="Écrivez-la en une phrase dans [rendez_vous].")


def not_too_soon(act: Act, brief: Brief, details: Details) -> Iterator[Finding]:
    """Execution is not asked for before the time given has run out (R. 921-1-1 CJA)."""
    order = details.order
    execution = act in {Act.REQUETE_L521_4, Act.DEMANDE_L911_4}
    if execution and order and order.due_on and order.on <= brief.acts_on <= order.due_on:
        yield Finding(
            "delai_en_cours",
            f"le délai donné à la préfecture court jusqu’au {day(order.due_on)} : la demande "
            "serait trop tôt",
            ("cja-r921-1-1",),
            to_do="Attendez la fin du délai, et gardez la preuve que rien n’est venu."
            + (f" Ce délai est fini ? {CHANGE_THE_DATE}" if brief.dossier.acts_on else ""),
        )
    if details.offer and details.offer.on < details.offer.received_on:
        yield Finding(
            "date_proposee", "la date proposée est antérieure au jour où elle a été reçue"
        )
    if details.filing and act is not Act.INTERVENTION:
        yield from _continued(brief, details.filing.last_exhibit)


def _continued(brief: Brief, last: int) -> Iterator[Finding]:
    """New exhibits go on from the last number that was filed (R. 412-2 CJA)."""
    numbers = [entry.number for entry in brief.plan.entries]
    if numbers and numbers[0] > last + 1:
        yield Finding(
            "numeros_suivants",
            f"les nouvelles pièces commencent au n° {numbers[0]}, alors que la requête finissait "
            f"au n° {last}",
            ("cja-r412-2",),
        )


def follow_up(brief: Brief) -> Iterator[Finding]:
    """A follow-up comes after a pause and says something new (L. 112-11 CRPA)."""
    message = last_message(brief)
    to_do = "Gardez ce message pour plus tard : vos tentatives, elles, continuent de compter."
    if message is None:
        yield Finding(
            "premier_message",
            "aucun message n’a encore été envoyé : commencez par le premier courriel",
            ("crpa-l112-11",),
            to_do="Rédigez l’acte « courriel ».",
        )
        return
    if (brief.acts_on - message.on).days < _SPACING:
        yield Finding(
            "relance_trop_proche",
            f"votre dernier message est du {day(message.on)} : laissez passer une semaine. Des "
            "envois répétés peuvent être tenus pour abusifs",
            ("crpa-l112-11",),
            to_do=to_do,
        )
    expires = brief.dossier.request.expires_on
    door = brief.dossier.request.door
    news = any(proves(c, door) and c.shown_on and c.shown_on > message.on for c in brief.used)
    news = news or any(contact.on > message.on for contact in brief.dossier.contacts)
    news = news or bool(expires and message.on < expires <= brief.acts_on)
    if not news:
        yield Finding(
            "rien_de_nouveau",
            f"rien de nouveau depuis votre message du {day(message.on)} : une relance dit ce qui a "
            "changé",
            ("crpa-l112-11",),
            to_do=to_do,
        )
