"""Publishers at the desk: mended, merged; their old addresses are shown."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import URLField
from django.http import HttpRequest

from archive.ingest.subjects import keep_slug, merge_sources
from archive.models import Source, SourceSlug

from .merging import MergingAdmin
from .readonly import ReadOnlyInline


class SourceSlugInline(ReadOnlyInline):
    """Other slugs that mean the source."""

    model = SourceSlug
    verbose_name_plural = "other names that pages give it"


class SubjectAdmin(MergingAdmin):
    """Sources or topics: rename, merge; the names that pages give still mean them."""

    actions = ("merge",)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save; the slug from before still means this one."""
        super().save_model(request, obj, form, change)
        keep_slug(obj, str(form.initial.get("slug") or ""))


@admin.register(Source)
class SourceAdmin(SubjectAdmin):
    """Who publishes."""

    merge_rows = staticmethod(merge_sources)
    list_display = ("name", "slug", "country", "url")
    list_filter = ("country",)
    search_fields = ("name", "slug", "url")
    formfield_overrides: ClassVar = {URLField: {"assume_scheme": "https"}}
    prepopulated_fields: ClassVar = {"slug": ("name",)}
    inlines = (SourceSlugInline,)
