"""Topics at the desk: renamed, merged, or removed for good."""

from typing import ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.ingest.subjects import merge_topics, remove_topic
from archive.models import Topic, TopicSlug

from .readonly import ReadOnlyAdmin, ReadOnlyInline
from .source import SubjectAdmin


class TopicSlugInline(ReadOnlyInline):
    """Other slugs that mean the topic."""

    model = TopicSlug
    verbose_name_plural = "other names that pages give it"


@admin.register(Topic)
class TopicAdmin(SubjectAdmin):
    """Subject headings: rename, merge, remove."""

    merge_rows = staticmethod(merge_topics)
    list_display = ("name", "slug")
    search_fields = ("name", "slug")
    prepopulated_fields: ClassVar = {"slug": ("name",)}
    show_full_result_count = False
    inlines = (TopicSlugInline,)

    def delete_model(self, request: HttpRequest, obj: Topic) -> None:
        """Delete for good: no page brings it back."""
        remove_topic(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Delete several for good."""
        for topic in queryset:
            remove_topic(topic)


@admin.register(TopicSlug)
class TopicSlugAdmin(ReadOnlyAdmin):
    """What pages call a topic; where that was removed, it is none: delete the row to allow it again."""

    list_display = ("slug", "topic")
    list_select_related = ("topic",)
    search_fields = ("slug",)
    list_filter = (("topic", admin.EmptyFieldListFilter),)
