"""Criteria on the pages that are not plain refusals: slots, outages, doubles, doubtful dates."""

from __future__ import annotations

from collections.abc import Sequence

from plaise.dossier import Capture, Result
from plaise.law import distinct, proves

from ._case import Case, Outcome
from ._french import count, listing
from ._values import Fact, Level, Verdict


def slots(case: Case) -> Outcome:
    """A page that offers a slot is never hidden: it is explained, or nothing is filed."""
    offered = [one for one in distinct(case.captures) if one.reading.result is Result.SLOT_OFFERED]
    bare = [one for one in offered if not _explained(case, one)]
    facts: dict[str, Fact] = {
        "pages_avec_un_creneau": tuple(one.name for one in offered),
        "sans_explication": tuple(one.name for one in bare),
    }
    if not offered:
        return Outcome(Verdict.OK, "Aucune capture ne montre un créneau libre.", facts=facts)
    if not bare:
        return Outcome(
            Verdict.INFORMATION,
            f"{count(len(offered), 'capture montre', 'captures montrent')} un créneau ; vous "
            "l’avez expliqué. La page reste dans les pièces : la cacher ruinerait le dossier. Si "
            "la date était trop lointaine, demandez par écrit une date plus proche (CE, avis, "
            "n° 436288).",
            facts=facts,
        )
    return Outcome(
        Verdict.ALERT,
        f"Un créneau semble proposé sur : {listing(one.name for one in bare)}. Le juge demandera "
        "pourquoi il n’a pas été pris. Rien n’est caché : la page reste dans le dossier.",
        facts=facts,
        next_step=(
            "Si le créneau existe encore, prenez-le. Sinon, expliquez dans [[explications]] ce qui "
            "s’est passé (trop lointain, disparu au clic, erreur de lecture…)."
        ),
        cap=Level.NOT_YET,
    )


def _explained(case: Case, capture: Capture) -> bool:
    names = {capture.name, capture.path}
    return bool(capture.explanation.strip()) or any(
        one.capture in names for one in case.dossier.explanations
    )


def outages(case: Case) -> Outcome:
    """An error page is never a refusal; a blocked form is an impossibility (CE n° 455740)."""
    used = [
        one
        for one in distinct(case.captures)
        if not one.set_aside and not (proves(one, case.door) and not one.counts)
    ]
    others = {
        "pannes": _of(used, Result.OUTAGE),
        "liens_morts": _of(used, Result.DEAD_LINK),
        "captchas": _of(used, Result.CAPTCHA),
        "autres_pages": _of(used, Result.OTHER_PAGE),
        "illisibles": _of(used, Result.UNREADABLE),
    }
    total = sum(others.values())
    text = "Toutes les captures montrent un refus ou un blocage."
    if total:
        text = (
            f"{count(total, 'capture ne montre', 'captures ne montrent')} ni refus ni formulaire "
            "bloqué : elles sont comptées à part. Une panne n’est pas un refus, mais elle montre "
            "que le site ne marchait pas ce jour-là."
        )
    if case.tally.failures:
        text += (
            f" {count(case.tally.failures, 'page d’erreur', 'pages d’erreur')} de ce téléservice : "
            "il est la seule porte, et sa panne est l’impossibilité elle-même. Elles comptent "
            "comme des tentatives."
        )
    if not case.captures:
        text = "Aucune capture pour l’instant."
    step = ""
    if others["illisibles"]:
        step = "Regardez les captures illisibles : si l’image est bonne, refaites-en une copie."
    facts: dict[str, Fact] = {
        **others,
        "formulaires_bloques": case.tally.blocked_forms,
        "erreurs_du_teleservice": case.tally.failures,
    }
    return Outcome(Verdict.INFORMATION, text, facts=facts, next_step=step)


def _of(captures: Sequence[Capture], result: Result) -> int:
    return sum(1 for one in captures if one.reading.result is result)


def doubles(case: Case) -> Outcome:
    """The same picture does not prove two attempts."""
    same = len(case.captures) - len(distinct(case.captures))
    aside = [one for one in case.captures if one.set_aside]
    facts: dict[str, Fact] = {
        "memes_fichiers": same,
        "mises_de_cote": tuple(one.name for one in aside),
    }
    if not same and not aside:
        return Outcome(Verdict.OK, "Aucune image n’est là deux fois.", facts=facts)
    shown = " ; ".join(f"{one.name} ({one.set_aside})" for one in aside)
    told = []
    if same:
        told.append(f"{count(same, 'copie exacte', 'copies exactes')} d’une même image.")
    if aside:
        told.append(f"Mises de côté, gardées dans le dossier et jamais comptées : {shown}.")
    return Outcome(Verdict.INFORMATION, " ".join(told), facts=facts)
