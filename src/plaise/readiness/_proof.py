"""Criteria on the attempts: how many, over how long, and what the captures show."""

from __future__ import annotations

from ._attempts import Grade
from ._case import Case, Outcome
from ._french import count, day, listing
from ._values import Level, Verdict

_ON_SILENCE = ("ta-versailles-2023-01-04", "ta-cergy-2023-06-27")
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def attempts(case: Case) -> Outcome:
    """Several attempts, at varied days and hours (CE n° 435594; thresholds are ours)."""
    strong, wide = case.tally.strong, case.tally.all_dated
    least = case.threshold("tentatives", "minimum_days")
    enough = case.threshold("tentatives", "strong_days")
    hours = case.threshold("tentatives", "hours")
    explanation = (
        f"{count(strong.captures, 'capture complète', 'captures complètes')} montrent "
        f"{count(strong.attempts, 'tentative')}, sur {count(strong.days, 'jour')}, à "
        f"{count(strong.hours, 'heure différente', 'heures différentes')}. Plusieurs captures à "
        f"moins de {case.threshold('tentatives', 'sitting_minutes')} minutes les unes des autres "
        "comptent pour une seule tentative ; rafraîchir la page n’est jamais une faute."
    )
    if case.waiting_days is not None:
        return _followed_up(case)
    if strong.captures == 0:
        explanation = "Aucune capture complète ne montre encore une tentative sans résultat."
    if strong.days >= enough and strong.hours >= hours:
        verdict = Verdict.OK
    elif strong.days >= least:
        verdict = Verdict.STRENGTHEN
    else:
        verdict = Verdict.MISSING
    return Outcome(
        verdict,
        explanation,
        facts={
            "captures_completes": strong.captures,
            "tentatives": strong.attempts,
            "jours_distincts": strong.days,
            "heures_distinctes": strong.hours,
            "tentatives_avec_les_captures_incompletes": wide.attempts,
            "formulaires_bloques": case.tally.blocked_forms,
        },
        next_step="" if verdict is Verdict.OK else _advice(case),
        cap=Level.NOT_YET if verdict is Verdict.MISSING else _cap_days(strong.days, enough),
    )


def _followed_up(case: Case) -> Outcome:
    """A form that only asks for a date: its silence, with reminders, is the impossibility."""
    asked = case.dossier.request.date_asked_on
    reminders = [
        one
        for one in case.dossier.contacts
        if one.pieces and asked is not None and asked < one.on <= case.today
    ]
    strong = case.tally.strong
    return Outcome(
        Verdict.OK if reminders else Verdict.STRENGTHEN,
        f"Un formulaire demande une date depuis le {day(asked) if asked else ''} ; "
        f"{count(len(reminders), 'relance prouvée', 'relances prouvées')} et "
        f"{count(strong.attempts, 'tentative montrée', 'tentatives montrées')} par des captures.",
        facts={
            "captures_completes": strong.captures,
            "tentatives": strong.attempts,
            "relances": len(reminders),
            "jours_distincts": strong.days,
            "heures_distinctes": strong.hours,
            "tentatives_avec_les_captures_incompletes": case.tally.all_dated.attempts,
            "formulaires_bloques": case.tally.blocked_forms,
        },
        next_step="" if reminders else "Relancez par la messagerie du dossier et par courriel.",
        cap=Level.GATHERED if reminders else Level.MINIMUM,
        references=case.guide.references,
    )


def _cap_days(days: int, enough: int) -> Level:
    return Level.GATHERED if days >= enough else Level.MINIMUM


def _advice(case: Case) -> str:
    moments = case.tally.moments
    tried = {moment.weekday() for moment in moments}
    left = [name for number, name in enumerate(_WEEKDAYS) if number not in tried]
    advice = "Recommencez si possible chaque jour, à des heures différentes"
    if moments and left:
        advice += f" ; jours encore jamais tentés : {listing(left)}"
    if not any(moment.weekday() == 0 and moment.hour == 0 for moment in moments):
        advice += " ; essayez aussi le dimanche soir et le lundi juste après minuit"
    return f"{advice}. Faites une capture à chaque fois."


def weeks(case: Case) -> Outcome:
    """Not all in one week, and over more than a few days (CE n° 435594; orders of Nov. 2020)."""
    if case.waiting_days is not None:
        return _silence(case, case.waiting_days)
    strong = case.tally.strong
    over = case.threshold("semaines", "minimum_span_over_days")
    least_weeks = case.threshold("semaines", "minimum_weeks")
    enough = case.threshold("semaines", "strong_span_days")
    enough_weeks = case.threshold("semaines", "strong_weeks")
    hole = strong.longest_gap_days >= case.threshold("semaines", "gap_days")
    if strong.span_days <= over or strong.weeks < least_weeks:
        verdict, cap = Verdict.MISSING, Level.NOT_YET
    elif strong.span_days < enough or strong.weeks < enough_weeks or hole:
        verdict, cap = Verdict.STRENGTHEN, Level.MINIMUM
    else:
        verdict, cap = Verdict.OK, Level.GATHERED
    return Outcome(
        verdict,
        _weeks_explained(case, verdict, hole=hole),
        facts={
            "premier_jour": strong.first.isoformat() if strong.first else None,
            "dernier_jour": strong.last.isoformat() if strong.last else None,
            "duree_en_jours": strong.span_days,
            "semaines_iso": strong.weeks,
            "plus_long_trou_en_jours": strong.longest_gap_days,
            "duree_avec_les_captures_incompletes": case.tally.all_dated.span_days,
        },
        next_step=_weeks_step(case, verdict),
        cap=cap,
        references=tuple(
            one for one in case.law.criteria["semaines"].references if one not in _ON_SILENCE
        ),
    )


def _silence(case: Case, waited: int) -> Outcome:
    least = case.threshold("semaines", "silence_minimum_days")
    enough = case.threshold("semaines", "silence_strong_days")
    text = f"Le formulaire attend une date depuis {count(waited, 'jour')}. "
    if waited >= enough:
        verdict, cap = Verdict.OK, Level.GATHERED
        text += (
            "Deux tribunaux ont ordonné un rendez-vous après sept mois et plus d’un an de silence "
            "(Cergy, 27 juin 2023 ; Versailles, 4 janvier 2023)."
        )
    elif waited >= least:
        verdict, cap = Verdict.STRENGTHEN, Level.MINIMUM
        text += "Les ordonnances connues portent sur des silences plus longs (sept mois et plus)."
    else:
        verdict, cap = Verdict.MISSING, Level.NOT_YET
        text += "C’est encore court : aucune décision connue ne porte sur un silence si bref."
    strong = case.tally.strong
    return Outcome(
        verdict,
        text,
        facts={
            "attente_en_jours": waited,
            "premier_jour": strong.first.isoformat() if strong.first else None,
            "dernier_jour": strong.last.isoformat() if strong.last else None,
            "duree_en_jours": strong.span_days,
            "semaines_iso": strong.weeks,
            "plus_long_trou_en_jours": strong.longest_gap_days,
        },
        next_step=""
        if verdict is Verdict.OK
        else "Relancez de loin en loin, et gardez chaque relance avec sa date.",
        cap=cap,
        references=(*_ON_SILENCE, "caa-versailles-23ve02878", "prudence-rendez-vous"),
    )


def _weeks_explained(case: Case, verdict: Verdict, *, hole: bool) -> str:
    strong = case.tally.strong
    if strong.first is None or strong.last is None:
        return (
            "Aucune tentative datée. Le Conseil d’État demande plusieurs tentatives qui n’ont pas "
            "été faites la même semaine."
        )
    text = (
        f"Du {day(strong.first)} au {day(strong.last)} : {count(strong.span_days, 'jour')} entre "
        f"la première et la dernière tentative, sur {count(strong.weeks, 'semaine')}. "
    )
    if verdict is Verdict.MISSING:
        return text + (
            "C’est trop court : au Conseil d’État, quatre captures, une lettre recommandée et un "
            "courriel en cinq jours, à cheval sur deux semaines, n’ont pas suffi (n° 435594)."
        )
    if hole:
        text += (
            f"Un trou de {count(strong.longest_gap_days, 'jour')} sans tentative peut faire douter "
            "de l’urgence. "
        )
    if verdict is Verdict.OK:
        return text + (
            "Deux tribunaux ont accordé un rendez-vous avec au moins trois semaines de captures et "
            "un courriel (novembre 2020)."
        )
    return text + (
        "C’est le minimum que la décision n° 435594 permet ; trois semaines ou plus, sans long "
        "trou, sont plus solides."
    )


def _weeks_step(case: Case, verdict: Verdict) -> str:
    if verdict is not Verdict.OK:
        return (
            "Continuez les tentatives pour couvrir au moins trois semaines, sans laisser passer "
            "une semaine entière sans essayer."
        )
    last = case.tally.strong.last
    old = case.threshold("semaines", "stale_days")
    if last is not None and (case.today - last).days > old:
        return (
            f"La dernière tentative date du {day(last)} : recommencez aujourd’hui, pour montrer "
            "que rien n’a changé."
        )
    return ""


def completeness(case: Case) -> Outcome:
    """Address, date and time, wording (note of 2020); the name is not needed (CE n° 448178)."""
    grades = case.tally.grades
    partial, metadata = grades[Grade.INCOMPLETE], grades[Grade.METADATA]
    undated = grades[Grade.UNDATED]
    weak = partial + metadata + undated
    whole = grades[Grade.COMPLETE] + grades[Grade.YEAR_INFERRED]
    first = f"{count(whole, 'capture montre', 'captures montrent')} tout ce qu’il faut"
    if grades[Grade.YEAR_INFERRED]:
        first += f", dont {grades[Grade.YEAR_INFERRED]} sans l’année, déduite du jour affiché"
    parts = [first]
    if partial:
        parts.append(f"{partial} à qui il manque l’adresse, l’heure, la date ou le texte")
    if metadata:
        parts.append(f"{metadata} dont la date ne vient que du fichier")
    if undated:
        parts.append(f"{undated} sans aucune date")
    text = " ; ".join(parts) + "."
    if weak:
        text += (
            " Les captures incomplètes sont jointes mais comptées à part : un juge peut les "
            "écarter."
        )
    verdict = Verdict.STRENGTHEN if weak else Verdict.OK
    if whole == 0 and case.waiting_days is not None:
        verdict = Verdict.INFORMATION
    elif whole == 0:
        verdict = Verdict.MISSING
    return Outcome(
        verdict,
        text,
        facts={
            "completes": grades[Grade.COMPLETE],
            "annee_deduite": grades[Grade.YEAR_INFERRED],
            "incompletes": partial,
            "datees_par_le_fichier_seulement": metadata,
            "sans_date": undated,
        },
        next_step=""
        if verdict in {Verdict.OK, Verdict.INFORMATION}
        else (
            "Pour les prochaines captures, gardez à l’écran l’adresse du site, l’horloge avec la "
            "date, et le texte du refus ; un ordinateur s’y prête mieux qu’un téléphone."
        ),
    )
