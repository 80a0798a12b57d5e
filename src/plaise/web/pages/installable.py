"""The installable page: manifest and service worker, neither of which knows any person."""

from __future__ import annotations

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from plaise.web._languages import language
from plaise.web.security.access import outside


@outside
@require_GET
def manifest(request: HttpRequest) -> HttpResponse:
    """Name, icon, and the phone's « share » that brings pictures here."""
    del request
    spoken = language(get_language() or "fr")
    content = {
        "id": "/",
        "name": "Plaise",
        "short_name": "Plaise",
        "lang": spoken.code,
        "dir": spoken.direction,
        "start_url": reverse("home"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbf7f0",
        "theme_color": "#fbf7f0",
        "icons": [
            {"src": static("plaise/icone.svg"), "sizes": "any", "type": "image/svg+xml"},
        ],
        "share_target": {
            "action": reverse("share"),
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {
                "files": [
                    {
                        "name": "fichiers",
                        "accept": ["image/png", "image/jpeg", "image/webp", "application/pdf"],
                    }
                ]
            },
        },
    }
    return JsonResponse(content, content_type="application/manifest+json")


@outside
@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, at the root since it serves the whole scope."""
    del request
    found = finders.find("plaise/worker.js")
    with open(str(found), "rb") as file:  # noqa: PTH123 (Django gives text)
        content = file.read()
    return HttpResponse(content, content_type="text/javascript; charset=utf-8")
