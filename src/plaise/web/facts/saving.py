"""The facts as a request finds them, and how it changes them: whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plaise.dossier import FactPath, Plain, Raw, edit_facts, faults_of, raw_facts
from plaise.store.vault import EncryptedDossier

Fault = tuple[FactPath, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts at the beginning of a request.

    Attributes:
        text: of `dossier.toml`.
        version: to be given back when writing.
        raw: the same facts as TOML gives them, however incomplete.
    """

    text: str
    version: int
    raw: Raw


def facts_of(dossier: EncryptedDossier) -> Facts:
    """The facts, as far as they are written.

    Raises:
        DossierError: the text is not TOML.
    """
    text, version = dossier.versioned_facts()
    return Facts(text, version, raw_facts(text))


def new_faults(facts: Facts, changes: Mapping[FactPath, Plain]) -> tuple[Fault, ...]:
    """What the model of the facts would refuse after a change, and did not before."""
    before = set(faults_of(facts.raw))
    after = faults_of(raw_facts(edit_facts(facts.text, changes)))
    return tuple(fault for fault in after if fault not in before)


def write(dossier: EncryptedDossier, facts: Facts, changes: Mapping[FactPath, Plain]) -> None:
    """Write a change; nothing is written when nothing differs.

    Raises:
        ConflictError: the facts were changed since the request began.
    """
    if changes:
        dossier.write_facts(edit_facts(facts.text, changes), seen=facts.version)
