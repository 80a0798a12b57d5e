"""The journey: which steps there are, which are done, and which comes next.

A step is a name, an address and a question asked of the dossier: is it done? Pages never know
each other; they ask this module what comes before and after them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from django.urls import reverse

from plaise.store.vault import EncryptedDossier

from .forms import Words


class State(Enum):
    """How far a step is."""

    TO_DO = "to_do"
    BEGUN = "begun"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """One screen (or a few) of the journey.

    Attributes:
        name: of its address in `urls` (which takes the dossier), and of the step.
        title: a few words, for the overview and the heading (`gettext_lazy`).
        state: how far it is, from the facts, the summary and the day alone.
    """

    name: str
    title: Words
    state: Callable[[EncryptedDossier], State]

    def address(self, dossier: EncryptedDossier) -> str:
        """Where the step is."""
        return reverse(self.name, args=[dossier.id])


@dataclass(frozen=True, slots=True)
class Stage:
    """A step as the overview shows it."""

    step: Step
    number: int
    state: State
    address: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What `plaise/step.html` needs around one step, under the name `step`."""

    title: Words
    number: int
    total: int
    done: int
    overview: str
    before: str
    after: str
    exercise: bool


def stages(dossier: EncryptedDossier) -> tuple[Stage, ...]:
    """Every step with its state."""
    states = _states(dossier)
    return tuple(
        Stage(step, number, states[step.name], step.address(dossier))
        for number, step in enumerate(_steps(), start=1)
    )


def frame(dossier: EncryptedDossier, name: str) -> Frame:
    """The frame of a step: where it stands, what comes before and after.

    Raises:
        ValueError: no such step.
    """
    steps = _steps()
    place = [step.name for step in steps].index(name)
    overview = reverse("overview", args=[dossier.id])
    after = steps[place + 1].address(dossier) if place + 1 < len(steps) else overview
    return Frame(
        title=steps[place].title,
        number=place + 1,
        total=len(steps),
        done=list(_states(dossier).values()).count(State.DONE),
        overview=overview,
        before=steps[place - 1].address(dossier) if place else overview,
        after=after,
        exercise=dossier.summary().exercise,
    )


def next_to_do(dossier: EncryptedDossier) -> Step | None:
    """Where to go on: the first step that is not done."""
    states = _states(dossier)
    return next((step for step in _steps() if states[step.name] is not State.DONE), None)


def _states(dossier: EncryptedDossier) -> dict[str, State]:
    """The state of every step; asked again when the facts or the summary change, or the day."""
    stamp = (dossier.versions(), datetime.now(UTC).date())
    return dossier.kept(
        "journey", stamp, lambda: {step.name: step.state(dossier) for step in _steps()}
    )


def _steps() -> tuple[Step, ...]:
    from .journey_steps import STEPS  # noqa: PLC0415 (steps are made of this module's values)

    return STEPS
