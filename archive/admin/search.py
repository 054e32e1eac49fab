"""What the search index has yet to learn."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from archive.models import IndexTask

from .readonly import ReadOnlyAdmin


@admin.register(IndexTask)
class IndexTaskAdmin(ReadOnlyAdmin):
    """Rows whose documents are out of date; normally there are none for longer than a second."""

    list_display = ("label", "key")
    list_filter = ("label",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A task is done, not deleted: the index would never learn of it."""
        return False
