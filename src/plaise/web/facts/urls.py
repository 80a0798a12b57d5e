"""Addresses of the screens that fill the facts, of their lists and of the proofs."""

from __future__ import annotations

from django.urls import path

from plaise.web.later import Views

from .screens import PARTS, SCREENS

list_views = Views("plaise.web.facts.list_views")
piece_views = Views("plaise.web.facts.piece_views")
views = Views("plaise.web.facts.views")

urlpatterns = [
    *(
        path(f"<uuid:dossier>/{part.place}/", views.part, {"name": name}, name=name)
        for name, part in PARTS.items()
    ),
    *(
        path(f"<uuid:dossier>/{screen.place}/", views.screen, {"name": name}, name=name)
        for name, screen in SCREENS.items()
        if screen.form is not None and not screen.own_page
    ),
    path("<uuid:dossier>/demande/urgence/", list_views.urgency, name="urgency"),
    path("<uuid:dossier>/demande/urgence/ajouter/", list_views.reason, name="add-reason"),
    path("<uuid:dossier>/demande/urgence/<int:place>/", list_views.reason, name="reason"),
    path(
        "<uuid:dossier>/demande/urgence/<int:place>/retirer/",
        list_views.remove,
        {"name": "urgence", "back": "urgency"},
        name="remove-reason",
    ),
    path("<uuid:dossier>/contacts/", list_views.contacts, name="contacts"),
    path("<uuid:dossier>/contacts/ajouter/<slug:kind>/", list_views.contact, name="add-contact"),
    path("<uuid:dossier>/contacts/<int:place>/", list_views.contact, name="contact"),
    path(
        "<uuid:dossier>/contacts/<int:place>/retirer/",
        list_views.remove,
        {"name": "contacts", "back": "contacts"},
        name="remove-contact",
    ),
    path("<uuid:dossier>/explications/", list_views.explanations, name="explanations"),
    path("<uuid:dossier>/explications/ajouter/", list_views.explanation, name="add-explanation"),
    path("<uuid:dossier>/explications/<int:place>/", list_views.explanation, name="explanation"),
    path(
        "<uuid:dossier>/explications/<int:place>/retirer/",
        list_views.remove,
        {"name": "explications", "back": "explanations"},
        name="remove-explanation",
    ),
    path("<uuid:dossier>/pieces/", piece_views.pieces, name="pieces"),
    path("<uuid:dossier>/pieces/<slug:tag>/", piece_views.piece, name="piece"),
    path("<uuid:dossier>/pieces/<slug:tag>/image/", piece_views.image, name="piece-picture"),
    path("<uuid:dossier>/pieces/<slug:tag>/original/", piece_views.original, name="piece-original"),
    path("<uuid:dossier>/pieces/<slug:tag>/retirer/", piece_views.unused, name="unused-piece"),
    path("<uuid:dossier>/faits/", views.text, name="facts"),
]
