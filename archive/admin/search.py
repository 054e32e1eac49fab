"""What the search index has yet to learn."""

from django.contrib import admin

from archive.models import IndexTask

from .readonly import ReadOnlyAdmin


@admin.register(IndexTask)
class IndexTaskAdmin(ReadOnlyAdmin):
    """Rows whose documents are out of date; normally there are none for longer than a second."""

    list_display = ("label", "key")
    list_filter = ("label",)
