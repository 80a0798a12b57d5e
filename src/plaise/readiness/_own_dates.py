"""The person's own dates: windows to ask, six months after expiry, eighteen and nineteen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plaise.dossier import Demarche, Door
from plaise.law import (
    Deadline,
    add_months,
    day_in_words,
    listed_for_young_adults,
    own_deadline,
)

from ._case import ADULT_MONTHS, Case
from ._hard_cases import silence_ends

_NINETEEN_MONTHS = ADULT_MONTHS + 12
_ONLINE_FROM, _ONLINE_TO = 120, 60
_SIX_MONTHS = 6
_AGREEMENT = ("accord-franco-algerien",)


def own_dates(case: Case) -> tuple[Deadline, ...]:
    """Every date of the person's own that still matters, the nearest first.

    A date set by hand in `dates_corrigees` replaces the computed one, which stays readable.
    """
    if case.rule.same_day:
        return ()
    found = [*_of_card(case), *_of_age(case), *_of_silence(case)]
    by_hand = {one.rule: one for one in case.dossier.dates_by_hand}
    found = [
        one.corrected(by_hand[one.rule].day, by_hand[one.rule].reason)
        if one.rule in by_hand
        else one
        for one in found
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.rule)))


def _words(day: date) -> str:
    return day_in_words(day, weekday=False)


def _of_card(case: Case) -> Iterator[Deadline]:
    """R. 431-5, 1° and R. 431-8: permits only, and never against a bilateral agreement."""
    expires = case.dossier.request.expires_on
    if expires is None:
        return
    told = f"Titre : il expire le {_words(expires)}."
    if case.no_substance:
        note = "Les périodes du CESEDA ne sont pas rappelées : un accord peut les remplacer."
        yield own_deadline(
            "card_expiry", value=expires, computed=(told,), note=note, references=_AGREEMENT
        )
        return
    yield own_deadline("card_expiry", value=expires, computed=(told,))
    if case.demarche is not Demarche.RENEWAL:
        return
    yield from _window(case, expires, told)
    six = add_months(expires, _SIX_MONTHS)
    yield own_deadline(
        "six_months",
        value=six,
        computed=(told, f"Six mois de date à date : {_words(six)}."),
    )


def _window(case: Case, expires: date, told: str) -> Iterator[Deadline]:
    if case.door is Door.ANEF:
        opens = expires - timedelta(days=_ONLINE_FROM)
        closes = expires - timedelta(days=_ONLINE_TO)
        how = "Téléservice : entre le 120e et le 60e jour avant l’expiration"
    else:
        opens, closes = add_months(expires, -2), expires
        how = "Hors téléservice : dans les deux mois avant l’expiration"
    steps = (told, f"{how}, du {_words(opens)} au {_words(closes)}.")
    yield own_deadline("window_opens", value=opens, computed=steps)
    yield own_deadline("window_closes", value=closes, computed=steps)


def _of_age(case: Case) -> Iterator[Deadline]:
    """Eve of nineteen for the titles that R. 431-5, 2° lists; otherwise two months after 18."""
    birth = case.dossier.person.birth_date
    adult, nineteen = add_months(birth, ADULT_MONTHS), add_months(birth, _NINETEEN_MONTHS)
    young = case.demarche is Demarche.FIRST_CARD and not case.no_substance
    if not young or case.today >= nineteen:
        return
    article = case.dossier.request.article
    born = f"Née ou né le {_words(birth)} : dix-huit ans le {_words(adult)}."
    if not article or not listed_for_young_adults(article):
        limit = add_months(adult, 2)
        which = f"L’article {article} n’est pas dans la liste de R. 431-5, 2°." if article else ""
        yield own_deadline(
            "after_eighteen",
            value=limit,
            computed=tuple(
                part for part in (born, which, f"Deux mois après : {_words(limit)}.") if part
            ),
            note="" if article else "Sans l’article demandé, cette date est la plus prudente.",
        )
    if not article or listed_for_young_adults(article):
        eve = nineteen - timedelta(days=1)
        yield own_deadline(
            "eve_of_nineteen",
            value=eve,
            computed=(born, f"Dix-neuf ans le {_words(nineteen)}, la veille : {_words(eve)}."),
            note="" if article else "Seulement pour les titres que R. 431-5, 2° énumère.",
        )


def _of_silence(case: Case) -> Iterator[Deadline]:
    ends, since = silence_ends(case), case.dossier.request.registered_on
    if ends is not None and since is not None:
        yield own_deadline(
            "silence",
            value=ends,
            computed=(
                f"Demande complète enregistrée le {_words(since)}.",
                f"Le silence devient un refus le {_words(ends)}.",
            ),
        )
