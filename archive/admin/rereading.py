"""A `reextract` that is under way or was interrupted."""

from django.contrib import admin

from archive.models import Rereading

from .readonly import ReadOnlyAdmin


@admin.register(Rereading)
class RereadingAdmin(ReadOnlyAdmin):
    """How far it has come; when it is done, there is none."""

    list_display = ("done", "last")
