"""The editor's desk, one file a model."""

from django.contrib import admin

from . import (
    article,
    capture,
    event,
    office,
    organization,
    person,
    removal,
    rereading,
    search,
    source,
    statement,
    topic,
)

__all__ = [
    "article", "capture", "event", "office", "organization", "person", "removal", "rereading", "search",
    "source", "statement", "topic",
]  # fmt: skip

admin.site.site_header = "Chancery: the editor’s desk"
admin.site.site_title = "Chancery"
admin.site.index_title = "The archive"
admin.site.enable_nav_sidebar = False  # the lists want the width of the screen
