"""Addresses of accounts."""

from __future__ import annotations

from django.urls import path

from plaise.web.later import Views

second = Views("plaise.web.accounts.second")
views = Views("plaise.web.accounts.views")

urlpatterns = [
    path("", views.account, name="account"),
    path("creer/", views.create_view, name="create-account"),
    path("code/", views.recovery_code, name="recovery-code"),
    path("code/nouveau/", views.renew_code, name="renew-code"),
    path("ouvrir/", views.unlock_view, name="unlock"),
    path("verrouiller/", views.lock_view, name="lock"),
    path("verrouille/", views.locked, name="locked"),
    path("sortir/", views.leave, name="leave"),
    path("secours/", views.recover_view, name="recover"),
    path("application/", second.second_factor, name="second-factor"),
    path("phrase/", views.change, name="change-passphrase"),
]
