"""The French sentences of the core that pages show, for `scripts/messages` to gather."""

from __future__ import annotations

from collections.abc import Iterator

from plaise.drafting import EXERCISE_MARK, FINDING_SENTENCES
from plaise.followup import sentences as case_sentences
from plaise.law import Confidence, Law, load_law, load_retakes, own_date_rules
from plaise.readiness import COUNTED
from plaise.readiness import SENTENCES as ASSESSED
from plaise.reading import NOTE_TEXTS, PRIVATE_TEXTS, REMARK_TEXTS, SENTENCES
from plaise.work import GUIDE_COUNTED, GUIDE_SENTENCES
from plaise.work.sending import SHEET_SENTENCES


def sentences(law: Law | None = None) -> Iterator[str]:
    """Every French sentence that is on a page: the law's data, then what the core says."""
    law = law or load_law()
    for warning in law.warnings:
        yield from (warning.title, warning.text)
    for demarche in law.demarches.values():
        yield from (demarche.title, demarche.stop, demarche.warning, demarche.urgency.words)
        yield from demarche.urgency.circumstances
    for question in law.questions.questions:
        yield from (question.text, question.help)
        yield from (answer.label for answer in question.answers)
    for guide in law.door_guides.values():
        yield from (guide.title, guide.text, guide.stop, *guide.to_do)
        for proof in guide.evidence:
            yield from (proof.label, proof.why, proof.caution)
    for case in law.hard_cases.values():
        yield case.pause
        if case.route:
            route = law.routes[case.route]
            yield from (route.title, route.when, route.not_when, route.limit, *route.how)
    yield from (contact.what for contact in law.contacts)
    yield from _of_the_assessment(law)
    yield from (confidence.label for confidence in Confidence)
    yield from case_sentences()
    yield from SENTENCES
    yield from (advice.text for advice in load_retakes())
    yield from (*REMARK_TEXTS.values(), *NOTE_TEXTS.values(), *PRIVATE_TEXTS.values())
    yield from (*GUIDE_SENTENCES, *SHEET_SENTENCES, *FINDING_SENTENCES, EXERCISE_MARK)


def counted() -> Iterator[tuple[str, str]]:
    """The sentences that count something, in the singular and the plural."""
    yield from COUNTED
    yield from GUIDE_COUNTED


def _of_the_assessment(law: Law) -> Iterator[str]:
    """What « Mon dossier est-il prêt ? » and the plan take from the law's data."""
    for criterion in law.criteria.values():
        yield from (criterion.title, criterion.rule, criterion.note)
    for step in law.steps.values():
        yield from (step.title, step.why)
    for case in law.hard_cases.values():
        yield from (case.name, case.ask)
    for demarche in law.demarches.values():
        for paper in demarche.checklist:
            yield from (paper.label, paper.caution)
    yield from (route.title for route in law.routes.values())
    yield from (agreement.advice for agreement in law.agreements)
    yield from (rule.label for rule in own_date_rules().values())
    yield from (one.phone for one in law.contacts if any(map(str.isalpha, one.phone)))
    yield from ASSESSED
