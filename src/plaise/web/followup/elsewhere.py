"""Addresses that belong to no open dossier: the feed, counts, the certificate of what is gone."""

from __future__ import annotations

from django.urls import path

from plaise.web.later import Views

dates = Views("plaise.web.followup.dates")
erased = Views("plaise.web.followup.erased")
statistics = Views("plaise.web.followup.statistics")

urlpatterns = [
    path("agenda/<slug:secret>.ics", dates.feed, name="feed"),
    path("comptes-anonymes/", statistics.counts, name="statistics"),
    path("certificat/", erased.certificate, name="certificate"),
]
