"""What the desks of people and of organizations have in common."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from archive.ingest.merging import add_name, call, merge_parties
from archive.ingest.slugs import unused_slug

from .locking import EditedFilter, LockingAdmin
from .removal import DissolvingAdmin
from .statement import said


class NameInline(admin.TabularInline):
    """Names of a party; what is entered here means this one in all articles, at once and from now on."""

    fields = ("name", "confirmed")
    readonly_fields = ("confirmed",)
    extra = 1
    verbose_name_plural = "names (one that you add means this one in every article, at once and from now on)"


class PartyAdmin(LockingAdmin, DissolvingAdmin):
    """A person or an organization: names, note, and the way to their statements."""

    merge_rows = staticmethod(merge_parties)
    actions = ("merge", "remove", "release")
    list_filter = (EditedFilter,)
    search_fields = ("name", "names__name")
    search_help_text = "any of the names"
    readonly_fields = ("set_by_editor", "said", "addresses_had")
    list_per_page = 50

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """A new row gets its address by itself."""
        hidden = () if obj else ("slug", *self.readonly_fields)
        return [name for name in super().get_fields(request, obj) if name not in hidden]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save; a new name is one that this one goes by, beside the names it had."""
        obj.slug = obj.slug or unused_slug(obj.name, obj._meta.model_name)
        super().save_model(request, obj, form, change)
        if "name" in form.changed_data:
            call(obj, obj.name)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Save names so that they mend all articles; what is deleted or written over is not found again."""
        if not issubclass(formset.model, self.inlines[0].model):
            super().save_formset(request, form, formset, change)
            return
        rows = formset.save(commit=False)
        changed = formset.model.objects.filter(pk__in=[row.pk for row in rows if row.pk])
        self.remove_names(request, form.instance, [*formset.deleted_objects, *changed])
        for row in rows:
            add_name(form.instance, row.name)

    said = admin.display(said, description="statements")

    @admin.display(description="addresses, now and formerly")
    def addresses_had(self, obj: Any) -> str:
        """Return all slugs that lead here."""
        return ", ".join(str(address) for address in obj.addresses.all())
