"""Topics."""

from django.contrib import admin

from archive.models import Topic


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    """Subject headings."""

    list_display = ("name", "slug")
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    show_full_result_count = False
