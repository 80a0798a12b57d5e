"""Addresses of captures; a capture is named by a keyed tag, which says nothing of it."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("<uuid:dossier>/captures/", views.captures, name="captures"),
    path("<uuid:dossier>/captures/comment/", views.how_to, name="capture-how"),
    path("<uuid:dossier>/captures/lecture/", views.reading, name="reading"),
    path("<uuid:dossier>/captures/verifier/", views.sheet, name="captures-check"),
    path("<uuid:dossier>/captures/<slug:tag>/", views.one, name="capture"),
    path("<uuid:dossier>/captures/<slug:tag>/image/", views.image, name="capture-picture"),
    path("<uuid:dossier>/captures/<slug:tag>/original/", views.original, name="capture-original"),
]
