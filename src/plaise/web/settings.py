"""Settings of the app: those of the store, and what pages need.

Environment:
    PLAISE_DATA, PLAISE_DATABASE: see `plaise.store.database.settings`.
    PLAISE_ORIGIN: the public address (`https://plaise.exemple.org`) when others than this
        computer come in; absent, only `localhost` is answered.
    PLAISE_SECRET: at least 50 random characters, shared by the processes of one installation;
        absent, a new one is made at each start, which locks everyone: right for one process.
    PLAISE_SMTP: `host:port` of a mail server, to offer reminders by e-mail (with PLAISE_SECRET);
        PLAISE_SMTP_FROM (an address whose name is neutral), PLAISE_SMTP_USER, PLAISE_SMTP_PASSWORD;
        PLAISE_SMTP_SECURITY is `starttls` (as when absent), `ssl` or `none`.
    PLAISE_DOOR: `1` when only who holds a token from `plaise serve` may come in.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from plaise.store.database.settings import (
    AUTH_USER_MODEL,
    DATABASES,
    PLAISE_DATA,
    TIME_ZONE,
    USE_TZ,
)

from ._kept import add_headers
from ._languages import LANGUAGES as _SPOKEN

__all__ = ["AUTH_USER_MODEL", "DATABASES", "PLAISE_DATA", "TIME_ZONE", "USE_TZ"]

_HERE = Path(__file__).parent
_DAY = 86_400
_MEGABYTE = 1_000_000

# Who may come in
PLAISE_ORIGIN = os.environ.get("PLAISE_ORIGIN", "").rstrip("/")
PLAISE_DOOR = os.environ.get("PLAISE_DOOR") == "1"
PLAISE_HTTPS = PLAISE_ORIGIN.startswith("https://")
_public = urlsplit(PLAISE_ORIGIN).hostname
ALLOWED_HOSTS = [_public] if _public else ["localhost", "127.0.0.1", "[::1]"]
if PLAISE_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SECRET_KEY = os.environ.get("PLAISE_SECRET") or secrets.token_urlsafe(50)
DEBUG = False

# Reminders by e-mail: offered only with a lasting secret, since addresses are sealed under it
_host, _, _port = os.environ.get("PLAISE_SMTP", "").partition(":")
_security = os.environ.get("PLAISE_SMTP_SECURITY", "starttls")
EMAIL_HOST = _host
EMAIL_PORT = int(_port or (465 if _security == "ssl" else 587))
EMAIL_HOST_USER = os.environ.get("PLAISE_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("PLAISE_SMTP_PASSWORD", "")
EMAIL_USE_TLS = _security == "starttls"
EMAIL_USE_SSL = _security == "ssl"
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = os.environ.get("PLAISE_SMTP_FROM", "")
PLAISE_MAIL = bool(_host and DEFAULT_FROM_EMAIL and os.environ.get("PLAISE_SECRET"))

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "django.forms",
    "plaise.store.database",
    "plaise.web",
]
MIDDLEWARE = [
    "plaise.web.security.headers.HeadersMiddleware",
    "plaise.web.compression.WordsGzipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "plaise.web.security.origin.OriginMiddleware",
    "plaise.web.security.door.DoorMiddleware",
    "plaise.web.security.bodies.BodiesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "plaise.web.security.members.MemberMiddleware",
    "plaise.web.errors.ErrorsMiddleware",
]
ROOT_URLCONF = "plaise.web.urls"
WSGI_APPLICATION = "plaise.web.wsgi.application"
AUTHENTICATION_BACKENDS = ["plaise.web.security.members.MemberBackend"]
APPEND_SLASH = True

# Sessions: sealed rows; the cookie is the only key to its row
SESSION_ENGINE = "plaise.web.security.sessions"
SESSION_COOKIE_AGE = _DAY // 2
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-plaise" if PLAISE_HTTPS else "plaise"
SESSION_COOKIE_SECURE = PLAISE_HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-plaise-formulaire" if PLAISE_HTTPS else "plaise-formulaire"
CSRF_COOKIE_SECURE = PLAISE_HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "plaise.web.errors.csrf_failure"
LANGUAGE_COOKIE_NAME = "langue"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = PLAISE_HTTPS

# Uploads stay in memory until they are sealed: never a temporary file in clear
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 210 * _MEGABYTE
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * _MEGABYTE
DATA_UPLOAD_MAX_NUMBER_FILES = 500
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Words
LANGUAGE_CODE = "fr"
LANGUAGES = [(language.code, language.name) for language in _SPOKEN]
LOCALE_PATHS: list[Path] = []  # filled at start, see plaise.web.start
USE_I18N = True
USE_THOUSAND_SEPARATOR = False

# Pages
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "plaise.web.context.page",
            ],
            "builtins": ["plaise.web.templatetags.plaise", "django.templatetags.i18n"],
        },
    }
]
FORM_RENDERER = "plaise.web.forms.renderer.Renderer"
STATIC_URL = "/static/"
STATICFILES_DIRS: list[Path] = []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "plaise.web.static.VersionedStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = add_headers

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"sober": {"()": "plaise.web.logs.SoberFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "sober"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # Refused and missing pages are everyday life, and their addresses tell of people.
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
