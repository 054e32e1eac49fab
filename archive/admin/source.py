"""Sources."""

from django.contrib import admin

from archive.models import Source


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    """Who publishes."""

    list_display = ("name", "slug", "country", "url")
    list_filter = ("country",)
    search_fields = ("name", "slug", "url")
    prepopulated_fields = {"slug": ("name",)}
