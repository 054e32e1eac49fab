"""Chancery's one Django app."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """The archive: everything from reading a file to serving a page."""

    name = "archive"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Archive"
