"""Addresses of what is made from a dossier; files are named by their number, never by a word."""

from __future__ import annotations

from django.urls import path

from plaise.web.later import Views

acts = Views("plaise.web.results.acts")
exhibits = Views("plaise.web.results.exhibits")
letters = Views("plaise.web.results.letters")
package = Views("plaise.web.results.package")
sending = Views("plaise.web.results.sending")
views = Views("plaise.web.results.views")

urlpatterns = [
    path("<uuid:dossier>/pret/", views.ready, name="ready"),
    path("<uuid:dossier>/plan/", views.plan_page, name="plan"),
    path("<uuid:dossier>/numeros/", exhibits.exhibits, name="exhibits"),
    path("<uuid:dossier>/chronologie/", exhibits.chronology_page, name="chronology"),
    path("<uuid:dossier>/paquet/", package.make, name="package"),
    path("<uuid:dossier>/actes/", acts.index, name="acts"),
    path("<uuid:dossier>/actes/autre/<slug:act>/", letters.letter, name="letter"),
    path("<uuid:dossier>/actes/<slug:act>/", acts.read, name="act"),
    path("<uuid:dossier>/actes/<slug:act>/reprendre/", acts.reset, name="act-reset"),
    path("<uuid:dossier>/actes/<slug:act>/copie/<slug:language>/", acts.copy, name="act-copy"),
    path(
        "<uuid:dossier>/actes/<slug:act>/version/<int:number>/<slug:ending>/",
        acts.version,
        name="act-version",
    ),
    path("<uuid:dossier>/actes/<slug:act>/<slug:ending>/", acts.download, name="act-file"),
    path("<uuid:dossier>/deposer/", package.filing, name="filing"),
    path("<uuid:dossier>/deposer/compte/", sending.inbox, name="before-filing"),
    path("<uuid:dossier>/deposer/par/<slug:way>/", sending.channel, name="channel"),
    path("<uuid:dossier>/deposer/par/<slug:way>/fichiers/", sending.take, name="channel-file"),
    path("<uuid:dossier>/deposer/<int:number>/tout/", package.everything, name="package-zip"),
    path("<uuid:dossier>/deposer/<int:number>/<int:place>/", package.one, name="package-file"),
]
