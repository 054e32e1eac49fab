"""What editors removed; deleting a removal lets the extractor find it again."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse

from archive.ingest.merging import articles_writing
from archive.ingest.removing import dissolve, note_name_removed, note_removed
from archive.models import Article, Event, NameRemoval, OfficeRemoval, Organization, Person

from .merging import MergingAdmin
from .readonly import ReadOnlyAdmin

MOST_READ_AGAIN = 50  # articles that an editor waits for
Owned = Person | Organization | Event


class RemovingAdmin(MergingAdmin):
    """A model whose rows and names, once deleted, are not found again."""

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete for good."""
        note_removed(obj, request.user)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Delete several for good."""
        for row in queryset:
            note_removed(row, request.user)
        super().delete_queryset(request, queryset)

    def remove_names(self, request: HttpRequest, owner: Owned, names: Iterable[Any]) -> None:
        """Take names off; the articles that write them are read again, to find whom they mean."""
        articles: set[int] = set()
        for row in names:
            articles |= articles_writing(owner, row.name)
            note_name_removed(owner, row.name, request.user, row.key if isinstance(owner, Event) else "")
            row.delete()
        if len(articles) > MOST_READ_AGAIN:
            says = f"{len(articles)} articles write it so; they are mended by “manage.py reextract”."
            self.message_user(request, says, messages.WARNING)
        elif articles:
            from archive.ingest.reextracting import rewrite_articles  # here: pages need no extractor

            rewrite_articles(Article.objects.filter(pk__in=articles))
            self.message_user(request, f"{len(articles)} articles that write it so were read again.")


class DissolvingAdmin(RemovingAdmin):
    """A model whose rows may be none at all: a newspaper that was taken for a person."""

    dissolve_rows: Callable[[Any, Any], None] = staticmethod(dissolve)

    @admin.action(description="Remove as none…", permissions=["delete"])
    def remove(self, request: HttpRequest, queryset: QuerySet) -> TemplateResponse | None:
        """Ask, then remove; statements keep the words used for their speakers."""
        rows = list(queryset)
        if request.POST.get("sure") != "yes":
            title = f"Is this no {self.opts.verbose_name}?"
            return self.ask(request, "admin/archive/remove.html", title, {"rows": rows})
        self.log_deletions(request, queryset)
        for row in rows:
            type(self).dissolve_rows(row, request.user)
        self.message_user(request, f"{len(rows)} removed. No later extraction brings them back.")
        return None


@admin.register(NameRemoval)
class NameRemovalAdmin(ReadOnlyAdmin):
    """Names that do not mean someone; delete one to allow it."""

    list_display = ("name", "kind", "owner", "removed_by", "removed_at")
    list_filter = ("kind",)
    list_select_related = ("person", "organization", "event", "removed_by")
    search_fields = ("name",)
    date_hierarchy = "removed_at"

    @admin.display(description="does not mean")
    def owner(self, obj: NameRemoval) -> str:
        """Return whom the name does not mean."""
        return str(obj.owner or f"{obj.get_kind_display()} at all")


@admin.register(OfficeRemoval)
class OfficeRemovalAdmin(ReadOnlyAdmin):
    """Offices that someone does not hold; delete one to allow it."""

    list_display = ("person", "title", "organization", "country", "removed_by", "removed_at")
    list_select_related = ("person", "removed_by")
    search_fields = ("person__name", "title")
    date_hierarchy = "removed_at"
