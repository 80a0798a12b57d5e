"""Addresses of who opens a dossier."""

from __future__ import annotations

from django.urls import path

from plaise.web.later import Views

views = Views("plaise.web.members.views")

urlpatterns = [
    path("<uuid:dossier>/acces/", views.access, name="access"),
    path("<uuid:dossier>/acces/<uuid:account>/confier/", views.entrust, name="entrust"),
    path("<uuid:dossier>/acces/<uuid:account>/retirer/", views.shut_out, name="shut-out"),
]
