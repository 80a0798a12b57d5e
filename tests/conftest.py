"""What every test shares: one Django (the app's settings hold the store's), no hurry."""

import os

from hypothesis import settings

os.environ["DJANGO_SETTINGS_MODULE"] = "plaise.web.settings"

settings.register_profile("calm", deadline=None)  # a loaded machine is not a fault of ours
settings.load_profile("calm")
