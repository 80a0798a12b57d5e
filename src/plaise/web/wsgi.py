"""For gunicorn or another WSGI server: `gunicorn --preload plaise.web.wsgi`.

`--preload` makes the processes share the secret of this start when `PLAISE_SECRET` gives none.
"""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plaise.web.settings")

from .start import start

start()
application = get_wsgi_application()
