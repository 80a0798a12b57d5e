"""How Django calls the application."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The encrypted store."""

    name = "plaise.store.database"
    label = "store"
    verbose_name = "Dossiers chiffrés"
    default_auto_field = "django.db.models.BigAutoField"
