"""Pages and style sheets are compressed on the way; files and pictures go as they are."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_WORDS = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


class WordsGzipMiddleware(GZipMiddleware):
    """Django's, for what is made of words: a zip or a picture would cost time and gain nothing."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Compress, or leave."""
        if response.headers.get("Content-Type", "").startswith(_WORDS):
            return super().process_response(request, response)
        return response
