"""What a message is: a guess with its reasons, which the person confirms or corrects."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from functools import cache

from pydantic import Field, field_validator

from plaise.dossier import Value

from .._data import Dated, check_cited, read
from .._events import Outcome
from ._fold import Folded
from ._message import Mail
from ._quotes import FEW_WORDS, own_words

_SURE, _LIKELY = 6, 3
_MAX_RULE_TEXT = 20_000
_ARRIVED = frozenset({"delivered", "relayed", "expanded"})


class MailKind(StrEnum):
    """Kinds of messages that come back."""

    BOUNCE = "bounce"
    READ_RECEIPT = "read_receipt"
    ACKNOWLEDGEMENT = "acknowledgement"
    AUTO_REPLY = "auto_reply"
    COURT_NOTICE = "court_notice"
    ANSWER = "answer"
    UNKNOWN = "unknown"


# An answer that gives a date comes before a machine's signs; without one, it comes after them.
_GRAVEST = (
    MailKind.BOUNCE,
    MailKind.READ_RECEIPT,
    MailKind.ACKNOWLEDGEMENT,
    MailKind.COURT_NOTICE,
)
_ANSWER_FIRST = (*_GRAVEST, MailKind.ANSWER, MailKind.AUTO_REPLY)
_MACHINE_FIRST = (*_GRAVEST, MailKind.AUTO_REPLY, MailKind.ANSWER)


class Certainty(StrEnum):
    """How far the signs go. Words, never a number."""

    SURE = "net"
    LIKELY = "probable"
    WEAK = "incertain"


class MailRule(Value):
    """One sign of a kind of message."""

    id: str
    kind: MailKind
    where: str = Field(pattern=r"^(subject|sender|text|type|header:[a-z0-9-]+)$")
    pattern: str
    weight: int = Field(ge=1, le=10)
    why: str
    automatic: bool = False

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str) -> str:
        re.compile(value)
        return value


class Cues(Value):
    """What the words before a date say of it (folded patterns)."""

    past: str
    limit: str
    hearing: str
    appointment: str


class OrderRules(Value):
    """How an order's operative part reads (folded patterns, tried in order)."""

    opening: str
    outcomes: dict[Outcome, str] = Field(min_length=4)
    without_hearing: str
    penalty: str
    costs: str


class MailRules(Dated):
    """All the signs, with the words of each kind."""

    references: tuple[str, ...]
    sources: tuple[str, ...] = Field(min_length=1)
    rules: tuple[MailRule, ...]
    labels: dict[MailKind, str]
    advice: dict[MailKind, str]
    cues: Cues
    order: OrderRules


class Sign(Value):
    """A sign that was seen: why it counts, and the exact words or header."""

    rule: str
    kind: MailKind
    why: str
    seen: str


class MailGuess(Value):
    """What a message seems to be. `automatic` says whether a machine wrote it."""

    kind: MailKind
    label: str
    advice: str
    certainty: Certainty
    automatic: bool
    signs: tuple[Sign, ...]


@cache
def mail_rules() -> MailRules:
    """The rules that ship with Plaise.

    Raises:
        LawError: the file is malformed.
    """
    rules = read("mail.yaml", MailRules)
    check_cited("mail.yaml", rules.references)
    return rules


def mail_words() -> tuple[str, ...]:
    """Every sentence that a guess may show."""
    rules = mail_rules()
    return (
        *rules.labels.values(),
        *rules.advice.values(),
        *dict.fromkeys(rule.why for rule in rules.rules),
    )


def classify(mail: Mail, *, gives_a_date: bool = False, is_order: bool = False) -> MailGuess:
    """Guess what a message is.

    A forwarded message is judged by what was forwarded. A message that gives an appointment is
    never put away as automatic: a date matters whoever wrote it.

    Args:
        mail: the message.
        gives_a_date: whether an appointment was found in it.
        is_order: whether a judge's decision was found in it.
    """
    judged = forwarded(mail)
    words = Folded(own_words(judged.text[:_MAX_RULE_TEXT]))
    signs = [
        sign for rule in mail_rules().rules if (sign := _seen(rule, judged, words)) is not None
    ]
    scores: Counter[MailKind] = Counter()
    weights = {rule.id: rule for rule in mail_rules().rules}
    for sign in signs:
        scores[sign.kind] += weights[sign.rule].weight
    automatic = sum(weights[s.rule].weight for s in signs if weights[s.rule].automatic) >= _LIKELY
    if judged.report is not None and judged.report.action in _ARRIVED:
        scores.pop(MailKind.BOUNCE, None)  # the same form of report tells that it arrived
    if is_order:
        scores[MailKind.COURT_NOTICE] += _SURE
    kind = _chosen(scores, gives_a_date=gives_a_date)
    return MailGuess(
        kind=kind,
        label=mail_rules().labels[kind],
        advice=mail_rules().advice[kind],
        certainty=_certainty(kind, scores),
        automatic=automatic,
        signs=tuple(sorted(signs, key=lambda one: (one.kind is not kind, one.rule))),
    )


def forwarded(mail: Mail) -> Mail:
    """The message to judge: the one inside, if this one only forwards it."""
    if mail.report is None and len(mail.attached) == 1 and len(mail.text) < FEW_WORDS:
        return forwarded(mail.attached[0])
    return mail


def _chosen(scores: Counter[MailKind], *, gives_a_date: bool) -> MailKind:
    """The kind that the signs point to: the first that reaches the mark, the gravest first."""
    reached = {kind for kind, score in scores.items() if score >= _LIKELY}
    if gives_a_date:
        reached = (reached - {MailKind.ACKNOWLEDGEMENT}) | {MailKind.ANSWER}
    for kind in _ANSWER_FIRST if gives_a_date else _MACHINE_FIRST:
        if kind in reached:
            return kind
    return MailKind.ANSWER if scores[MailKind.ANSWER] else MailKind.UNKNOWN


def _certainty(kind: MailKind, scores: Counter[MailKind]) -> Certainty:
    if scores[kind] >= _SURE:
        return Certainty.SURE
    return Certainty.LIKELY if scores[kind] >= _LIKELY else Certainty.WEAK


def _seen(rule: MailRule, mail: Mail, words: Folded) -> Sign | None:
    for folded in _places(rule.where, mail, words):
        found = re.search(rule.pattern, folded.text)
        if found is not None:
            seen = folded.exact(found.start(), found.end()) or folded.original
            return Sign(rule=rule.id, kind=rule.kind, why=rule.why, seen=seen[:200])
    return None


def _places(where: str, mail: Mail, words: Folded) -> tuple[Folded, ...]:
    if where == "text":
        return (words,)
    if where.startswith("header:"):
        name = where.removeprefix("header:")
        return tuple(Folded(value) for key, value in mail.headers if key == name)
    if where == "type":
        return tuple(Folded(one) for one in _report(mail))
    return (Folded(mail.subject if where == "subject" else mail.sender),)


def _report(mail: Mail) -> tuple[str, ...]:
    if mail.report is None:
        return ()
    if mail.report.action in {"failed", "delayed", *_ARRIVED}:
        return (f"delivery-status/{mail.report.action}",)
    return (f"disposition-notification/{mail.report.action}",)
