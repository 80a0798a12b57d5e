"""The right door, asked in plain questions: the answers lead to a door with its own evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Self

from pydantic import Field, model_validator

from plaise.dossier import ContactKind, Demarche, Door, HardCase, PieceKind
from plaise.dossier._base import Value

from ._layers import Sourced


class Evidence(Value):
    """One proof that a door calls for; `contact` or `piece` say how the dossier names it."""

    label: str = Field(min_length=3)
    why: str = Field(min_length=3)
    required: bool
    contact: ContactKind | None = None
    piece: PieceKind | None = None
    caution: str = ""


class DoorGuide(Sourced):
    """A door: how to know it, what proves that it is shut, what a judge can then be asked.

    `door` is the value written in the dossier; two guides may share one (préfecture and
    sous-préfecture). `stop` is why the référé is not the route; `to_do` what to do, in order.
    `permit_references` are cited for residence permits only.
    """

    id: str = Field(pattern=r"^[a-z_]+$")
    door: Door | None
    title: str = Field(min_length=3)
    recognise: str = Field(min_length=3)
    text: str = Field(min_length=3)
    ask: str = ""
    evidence: tuple[Evidence, ...] = ()
    to_do: tuple[str, ...] = Field(min_length=1)
    stop: str = ""
    permit_references: tuple[str, ...] = ()


class Answer(Value):
    """One answer: the question or the door that it leads to, and a situation that it reveals."""

    id: str = Field(pattern=r"^[a-z_0-9]+$")
    label: str = Field(min_length=2)
    question: str = ""
    door: str = ""
    reveals: HardCase | None = None

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if bool(self.question) == bool(self.door):
            raise ValueError("une réponse mène à une question ou à une porte")
        return self


class Question(Value):
    """One plain question, with help for those who do not know."""

    id: str = Field(pattern=r"^[a-z_]+$")
    text: str = Field(min_length=5)
    help: str = ""
    answers: tuple[Answer, ...] = Field(min_length=2)

    def answer(self, answer_id: str) -> Answer:
        """One answer by its id.

        Raises:
            KeyError: no such answer.
        """
        for one in self.answers:
            if one.id == answer_id:
                return one
        raise KeyError(f"{self.id} : {answer_id}")


class Questions(Value):
    """The whole tree of questions; `first` gives the first one of each démarche."""

    first: Mapping[Demarche, str]
    questions: tuple[Question, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        known = {one.id for one in self.questions}
        if set(self.first) != set(Demarche):
            raise ValueError("chaque démarche a sa première question")
        used = {*self.first.values()}
        for one in self.questions:
            used |= {answer.question for answer in one.answers if answer.question}
        asked = {name for name in used if not name.startswith("=")}
        if asked != known:
            raise ValueError(f"questions sans texte ou jamais posées : {sorted(asked ^ known)}")
        return self

    def by_id(self, question_id: str) -> Question:
        """One question by its id.

        Raises:
            KeyError: no such question.
        """
        for one in self.questions:
            if one.id == question_id:
                return one
        raise KeyError(question_id)

    def doors(self) -> Iterator[str]:
        """Every door that the tree names."""
        yield from (name.removeprefix("=") for name in self.first.values() if name.startswith("="))
        for one in self.questions:
            yield from (answer.door for answer in one.answers if answer.door)


class Reached(Value):
    """Where the answers lead: a question still to ask, or a door; and what they revealed."""

    question: Question | None = None
    door: DoorGuide | None = None
    reveals: tuple[HardCase, ...] = ()


def follow(
    questions: Questions,
    guides: Mapping[str, DoorGuide],
    demarche: Demarche,
    answers: Mapping[str, str],
) -> Reached:
    """Follow the answers given so far to the next question, or to the right door.

    Args:
        questions: the tree.
        guides: the doors by id.
        demarche: what the person asks for.
        answers: question id → answer id; answers to questions not on the way are ignored.

    Raises:
        KeyError: an answer that the question does not offer.
    """
    at = questions.first[demarche]
    reveals: list[HardCase] = []
    while not at.startswith("="):
        question = questions.by_id(at)
        if question.id not in answers:
            return Reached(question=question, reveals=tuple(reveals))
        answer = question.answer(answers[question.id])
        if answer.reveals is not None:
            reveals.append(answer.reveals)
        at = answer.question or f"={answer.door}"
    return Reached(door=guides[at.removeprefix("=")], reveals=tuple(reveals))
