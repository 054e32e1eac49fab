"""Sources."""

from typing import ClassVar

from django.contrib import admin
from django.db.models import URLField

from archive.models import Source


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    """Who publishes."""

    list_display = ("name", "slug", "country", "url")
    list_filter = ("country",)
    search_fields = ("name", "slug", "url")
    formfield_overrides: ClassVar = {URLField: {"assume_scheme": "https"}}
    prepopulated_fields = {"slug": ("name",)}
