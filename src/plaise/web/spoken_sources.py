"""The French sentences of the core that pages show, for `scripts/messages` to gather."""

from __future__ import annotations

from collections.abc import Iterator

from plaise.followup import sentences as case_sentences
from plaise.law import Confidence, Law, load_law, load_retakes
from plaise.reading import SENTENCES


def sentences(law: Law | None = None) -> Iterator[str]:
    """Every sentence of the law's data that pages show before the assessment or after filing."""
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
    yield from (law.criteria[name].rule for name in ("semaines", "tentatives"))
    yield from (confidence.label for confidence in Confidence)
    yield from case_sentences()
    yield from SENTENCES
    yield from (advice.text for advice in load_retakes())
