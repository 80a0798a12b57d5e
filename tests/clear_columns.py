"""What the tables of an app show in clear, and what the decision that allows it says."""

from __future__ import annotations

import re
from pathlib import Path

from django.apps import apps

from plaise.store.database.models import SealedField

DECISIONS = Path(__file__).parents[1] / "docs" / "decisions"


def columns(app: str, *, sealed: bool) -> set[str]:
    """The columns of an app’s tables that are sealed, or those that are not."""
    return {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedField) is sealed
    }


def assert_each_has_its_reason(app: str, decision: str) -> None:
    """Fail unless the decision lists every clear column of the app, each with a reason."""
    (text,) = DECISIONS.glob(f"*-{decision}.md")
    rows = re.findall(r"^\| `(\w+\.\w+)` \| (.+) \|$", text.read_text("utf-8"), re.M)
    assert sorted(name for name, _ in rows) == sorted(columns(app, sealed=False))
    assert all(reason.strip() for _, reason in rows)
