"""Addresses of what comes before anything begins."""

from __future__ import annotations

from django.urls import path

from plaise.web.later import Views

views = Views("plaise.web.before.views")

urlpatterns = [
    path("<uuid:dossier>/avant/avertissements/", views.warnings, name="warnings"),
    path("<uuid:dossier>/avant/conseil/", views.advice, name="advice"),
    path("<uuid:dossier>/avant/prefecture/", views.prefecture, name="prefecture"),
    path("<uuid:dossier>/avant/porte/", views.door, name="door"),
    path("<uuid:dossier>/avant/porte/question/", views.question, name="door-questions"),
    path("<uuid:dossier>/avant/porte/<slug:name>/", views.question, name="door-question"),
]
