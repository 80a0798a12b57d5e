"""What the database shows in clear is what the decision says, and no more."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from clear_columns import assert_each_has_its_reason, columns


def test_every_clear_column_is_listed_with_its_reason():
    assert_each_has_its_reason("store", "dossiers-chiffres")


def test_what_tells_something_is_sealed():
    assert columns("store", sealed=True) == {
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
