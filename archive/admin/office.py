"""Offices."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from archive.models import Office


@admin.register(Office)
class OfficeAdmin(admin.ModelAdmin):
    """Who holds which post; what is entered or changed here stays without any article that says so."""

    list_display = ("person", "title", "organization", "country", "confirmed")
    list_filter = ("confirmed", "country")
    list_select_related = ("person",)
    search_fields = ("person__name", "title", "organization")
    fields = ("person", "title", "organization", "country", "confirmed")
    readonly_fields = ("confirmed",)
    autocomplete_fields = ("person",)
    show_full_result_count = False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save as an editor's word."""
        obj.confirmed = True
        super().save_model(request, obj, form, change)
