"""Addresses of dossiers. The journey's steps stand below `<dossier>/`."""

from __future__ import annotations

from django.urls import path

from plaise.web.later import Views

views = Views("plaise.web.dossiers.views")

urlpatterns = [
    path("", views.index, name="dossiers"),
    path("nouveau/", views.create, name="create-dossier"),
    path("importer/", views.take_in, name="import-dossier"),
    path("exemple/", views.load_example, name="load-example"),
    path("<uuid:dossier>/", views.overview, name="overview"),
    path("<uuid:dossier>/exporter/", views.take_out, name="export-dossier"),
    path("<uuid:dossier>/effacer/", views.erase, name="erase-dossier"),
]
