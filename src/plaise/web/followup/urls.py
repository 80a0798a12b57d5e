"""Addresses of what comes after filing."""

from __future__ import annotations

from django.urls import path

from plaise.web.later import Views

acts = Views("plaise.web.followup.acts")
appointment = Views("plaise.web.followup.appointment")
closing = Views("plaise.web.followup.closing")
dates = Views("plaise.web.followup.dates")
events = Views("plaise.web.followup.events")
letters = Views("plaise.web.followup.letters")
mail = Views("plaise.web.followup.mail")
rejection = Views("plaise.web.followup.rejection")
views = Views("plaise.web.followup.views")

urlpatterns = [
    path("<uuid:dossier>/apres/", views.state, name="after"),
    path("<uuid:dossier>/apres/histoire/", views.timeline, name="followup-timeline"),
    path("<uuid:dossier>/apres/noter/<slug:kind>/", events.record, name="followup-record"),
    path("<uuid:dossier>/apres/corriger/<slug:event>/", events.correct, name="followup-correct"),
    path("<uuid:dossier>/apres/acte/<slug:act>/", acts.act, name="followup-act"),
    path(
        "<uuid:dossier>/apres/acte/<slug:act>/garde/<int:number>/",
        acts.taken,
        name="followup-act-taken",
    ),
    path("<uuid:dossier>/apres/dates/", dates.dates, name="followup-dates"),
    path("<uuid:dossier>/apres/dates/fichier/", dates.calendar_file, name="followup-calendar"),
    path("<uuid:dossier>/apres/messages/", mail.mails, name="followup-mails"),
    path("<uuid:dossier>/apres/messages/<slug:tag>/", mail.mail, name="followup-mail"),
    path("<uuid:dossier>/apres/lettres/", letters.letters, name="followup-letters"),
    path("<uuid:dossier>/apres/rejet/", rejection.rejection, name="followup-rejection"),
    path("<uuid:dossier>/apres/clore/", closing.close, name="followup-close"),
    path("<uuid:dossier>/apres/rendez-vous/", appointment.appointment, name="followup-appointment"),
]
