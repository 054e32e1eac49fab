"""Offices at the desk: one entered or mended by hand stands without an article, one deleted stays away."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.ingest.removing import allow_office, note_office_removed
from archive.models import Office


def save_office(office: Office, user: Any) -> None:
    """Save an office as an editor's; what it was before, if that was another, is not found again."""
    before = Office.objects.filter(pk=office.pk).first()
    if before and str(before) + before.country != str(office) + office.country:
        note_office_removed(before, user)
    office.confirmed = True
    allow_office(office)
    office.save()


def delete_office(office: Office, user: Any) -> None:
    """Delete an office, and remember it."""
    note_office_removed(office, user)
    office.delete()


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
        save_office(obj, request.user)

    def delete_model(self, request: HttpRequest, obj: Office) -> None:
        """Delete for good: no article brings it back."""
        delete_office(obj, request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Delete several for good."""
        for office in queryset:
            delete_office(office, request.user)
