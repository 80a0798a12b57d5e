"""Addresses of facts and of the files that prove them."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("<uuid:dossier>/faits/", views.facts, name="facts"),
    path("<uuid:dossier>/pieces/", views.pieces, name="pieces"),
]
