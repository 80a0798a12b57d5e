"""One Django for every test: the app's settings hold the store's."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "plaise.web.settings"
