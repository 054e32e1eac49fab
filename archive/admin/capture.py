"""Captures and rejections: what came in, and what could not."""

from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from archive.models import Capture, Rejection

from .readonly import ReadOnlyAdmin


def original(capture: Capture) -> str:
    """Return a link to the bytes as they came."""
    address = reverse("capture", args=[capture.sha256])
    return format_html('<a href="{}">original, {} bytes</a>', address, capture.size)


@admin.register(Capture)
class CaptureAdmin(ReadOnlyAdmin):
    """The bytes of documents, as they came; they are never changed."""

    list_display = ("sha256", "path", "format", "captured_at", "added_at", "article")
    list_filter = ("format",)
    list_select_related = ("article",)
    search_fields = ("sha256", "path", "address")
    date_hierarchy = "added_at"
    fields = (
        "sha256", "original", "format", "path", "address", "captured_at", "added_at", "given_source",
        "article",
    )  # fmt: skip
    readonly_fields = ("original",)

    @admin.display(description="as it came")
    def original(self, obj: Any) -> str:
        """Return a link to the bytes."""
        return original(obj)


@admin.register(Rejection)
class RejectionAdmin(ReadOnlyAdmin):
    """Documents that were set aside, and why; one that is mended and comes in is listed no more."""

    list_display = ("path", "reason", "rejected_at")
    search_fields = ("path", "reason")
    date_hierarchy = "rejected_at"
