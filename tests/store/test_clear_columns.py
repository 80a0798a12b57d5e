"""What the database shows in clear is what the decision says, and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from plaise.store.database.models import SealedField

DECISIONS = Path(__file__).parents[2] / "docs" / "decisions"


def columns(*, sealed: bool) -> set[str]:
    return {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("store").get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedField) is sealed
    }


def test_every_clear_column_is_listed_with_its_reason():
    (decision,) = DECISIONS.glob("*-dossiers-chiffres.md")
    rows = re.findall(r"^\| `(\w+\.\w+)` \| (.+) \|$", decision.read_text("utf-8"), re.M)
    assert sorted(name for name, _ in rows) == sorted(columns(sealed=False))
    assert all(reason.strip() for _, reason in rows)


def test_what_tells_something_is_sealed():
    assert columns(sealed=True) == {
        "MemberKeys.by_passphrase",
        "MemberKeys.by_recovery",
        "MemberKeys.second",
        "Dossier.ring",
        "Dossier.facts",
        "Dossier.summary",
        "Membership.key",
        "File.note",
        "KeptReading.note",
        "JournalLine.line",
        "Package.note",
        "Upload.note",
    }


@pytest.mark.usefixtures("data")
def test_migrations_say_all_that_the_models_say():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
