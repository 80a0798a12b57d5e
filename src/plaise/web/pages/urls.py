"""Addresses of pages that belong to no dossier."""

from __future__ import annotations

from django.urls import path

from . import installable, share, views

urlpatterns = [
    path("", views.home, name="home"),
    path("entrer/", views.enter, name="enter"),
    path("porte/", views.knock, name="knock"),
    path("mots/", views.glossary, name="glossary"),
    path("protection/", views.safety, name="safety"),
    path("accessibilite/", views.accessibility, name="accessibility"),
    path("langue/", views.choose_language, name="choose-language"),
    path("quitter/", views.quick_exit, name="quick-exit"),
    path("pause/", views.pause, name="pause"),
    path("partage/", share.share, name="share"),
    path("manifest.webmanifest", installable.manifest, name="manifest"),
    path("worker.js", installable.worker, name="worker"),
]
