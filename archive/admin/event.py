"""Events at the desk: what happened, when and where, by which names; merged, split or removed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from archive.ingest.merging import merge_events
from archive.ingest.slugs import unused_slug
from archive.models import Event, EventName, Precision

from .forms import SlugForm
from .locking import EditedFilter, LockingAdmin
from .removal import RemovingAdmin


class EventForm(SlugForm):
    """An event whose date is cut to its precision."""

    def clean(self) -> dict[str, Any]:
        """Write the date of a month or a year as its first day."""
        cleaned = super().clean()
        cut_to_precision(cleaned, "date")
        return cleaned


def cut_to_precision(cleaned: dict[str, Any], field: str) -> None:
    """Set a form's date to the first day of its span, where its precision is a month or a year."""
    first = {Precision.MONTH: {"day": 1}, Precision.YEAR: {"month": 1, "day": 1}}
    day, precision = cleaned.get(field), cleaned.get("precision")
    if day and precision in first:
        cleaned[field] = day.replace(**first[precision])


class EventNameInline(admin.TabularInline):
    """The wordings in which articles tell of an event; one that is deleted tells of another from then on."""

    model = EventName
    fields = readonly_fields = ("name", "confirmed")
    extra = 0
    can_delete = True
    verbose_name_plural = "wordings (one that you delete tells of another event, at once and from now on)"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Wordings come from articles, and from merging."""
        return False


@admin.register(Event)
class EventAdmin(LockingAdmin, RemovingAdmin):
    """What happened: date, place, who took part; merge what is one."""

    form = EventForm
    merge_rows = staticmethod(merge_events)
    locks = {"date": "date", "precision": "date", "people": "participants", "organizations": "participants"}
    actions = ("merge", "release")
    fields = (
        "name", "slug", ("date", "precision"), "place", "people", "organizations", "note", "set_by_editor"
    )  # fmt: skip
    readonly_fields = ("set_by_editor",)
    autocomplete_fields = ("people", "organizations")
    inlines = (EventNameInline,)
    list_display = ("name", "date", "precision", "place", "set_by_editor")
    list_filter = (EditedFilter, "precision")
    search_fields = ("name", "names__name", "place")
    date_hierarchy = "date"

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """A new event gets its address by itself."""
        hidden = () if obj else ("slug", "set_by_editor")
        return [name for name in super().get_fields(request, obj) if name not in hidden]

    def save_model(self, request: HttpRequest, obj: Event, form: forms.ModelForm, change: bool) -> None:
        """Save with a slug."""
        obj.slug = obj.slug or unused_slug(f"{obj.name} {obj.date or ''}", "event")
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Take wordings off; the articles that use them tell of another event."""
        formset.save(commit=False)
        self.remove_names(request, form.instance, formset.deleted_objects)
