#!/usr/bin/env python
"""Django's command line for Chancery."""

import os
import sys


def main() -> None:
    """Run one management command; a wrong setting is told in one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Chancery cannot start: {error}")


if __name__ == "__main__":
    main()
