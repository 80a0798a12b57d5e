"""What the app's own tables show in clear is what the decision on reminders says, and no more."""

from __future__ import annotations

import re
from pathlib import Path

from django.apps import apps

from plaise.store.database.models import SealedField

DECISIONS = Path(__file__).parents[2] / "docs" / "decisions"


def columns(*, sealed: bool) -> set[str]:
    return {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("web").get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedField) is sealed
    }


def test_every_clear_column_of_the_app_is_listed_with_its_reason():
    (decision,) = DECISIONS.glob("*-rappels-et-flux.md")
    rows = re.findall(r"^\| `(\w+\.\w+)` \| (.+) \|$", decision.read_text("utf-8"), re.M)
    assert sorted(name for name, _ in rows) == sorted(columns(sealed=False))
    assert all(reason.strip() for _, reason in rows)


def test_addresses_calendars_and_secrets_are_sealed():
    assert columns(sealed=True) == {
        "Session.content",
        "CalendarFeed.content",
        "CalendarFeed.secret",
        "MailReminder.address",
    }
