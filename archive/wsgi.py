"""The door that a web server knocks at."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")

application = get_wsgi_application()

from archive.search.queue import drain_soon  # noqa: E402 (models are there only now)

drain_soon()
