"""What every test shares: one Django (the app's settings hold the store's), no hurry."""

import os
import signal

from hypothesis import HealthCheck, settings

os.environ["DJANGO_SETTINGS_MODULE"] = "plaise.web.settings"

# A loaded machine is not a fault of ours.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

# A shell starts what runs in the background deaf to Ctrl-C, and our children would be too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
