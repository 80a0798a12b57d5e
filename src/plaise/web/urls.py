"""Every address of the app; `tests/web/test_access.py` asks who may open each."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("plaise.web.pages.urls")),
    path("compte/", include("plaise.web.accounts.urls")),
    path("dossiers/", include("plaise.web.dossiers.urls")),
    path("dossiers/", include("plaise.web.members.urls")),
    path("dossiers/", include("plaise.web.captures.urls")),
    path("dossiers/", include("plaise.web.before.urls")),
    path("dossiers/", include("plaise.web.facts.urls")),
    path("dossiers/", include("plaise.web.results.urls")),
    path("dossiers/", include("plaise.web.followup.urls")),
    path("", include("plaise.web.followup.elsewhere")),
]

handler400 = "plaise.web.errors.bad_request"
handler404 = "plaise.web.errors.not_found"
handler500 = "plaise.web.errors.broken"
