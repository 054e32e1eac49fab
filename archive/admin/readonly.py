"""Models that are looked at, not written, at the desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class NotAdded:
    """Rows that come from documents only."""

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        """Nobody adds one by hand."""
        return False


class ReadOnlyAdmin(NotAdded, admin.ModelAdmin):
    """Rows that nobody changes by hand; they can be deleted where the model's permissions allow it."""

    show_full_result_count = False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes one by hand."""
        return False


class ReadOnlyInline(NotAdded, admin.TabularInline):
    """Rows of another that are shown; they can be deleted."""

    extra = 0

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes one by hand."""
        return False
