"""Addresses of captures; a capture is named by a keyed tag, which says nothing of it."""

from __future__ import annotations

from django.urls import path

from plaise.web.later import Views

looking = Views("plaise.web.captures.looking")
masking = Views("plaise.web.captures.masking")
pictures = Views("plaise.web.captures.pictures")
slots = Views("plaise.web.captures.slots")
views = Views("plaise.web.captures.views")

_ONE = "<uuid:dossier>/captures/<slug:tag>/"

urlpatterns = [
    path("<uuid:dossier>/captures/", views.captures, name="captures"),
    path("<uuid:dossier>/captures/un-fichier/", views.one_file, name="capture-send"),
    path("<uuid:dossier>/captures/calendrier/", views.calendar, name="capture-calendar"),
    path("<uuid:dossier>/captures/comment/", views.how_to, name="capture-how"),
    path("<uuid:dossier>/captures/lecture/", views.reading, name="reading"),
    path("<uuid:dossier>/captures/verifier/", looking.sheet, name="captures-check"),
    path(_ONE, looking.one, name="capture"),
    path(f"{_ONE}creneau/", slots.slot, name="capture-slot"),
    path(f"{_ONE}masquer/", masking.mask, name="capture-mask"),
    path(f"{_ONE}masquer/apercu/", masking.preview, name="capture-preview"),
    path(f"{_ONE}masquer/numeros/", masking.numbered, name="capture-numbered"),
    path(f"{_ONE}image/", pictures.image, name="capture-picture"),
    path(f"{_ONE}vignette/", pictures.small, name="capture-small"),
    path(f"{_ONE}original/", pictures.original, name="capture-original"),
]
