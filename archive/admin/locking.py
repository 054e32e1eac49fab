"""What an editor changes is locked: no later extraction touches it, until the lock is released."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet, TextField, URLField
from django.forms import Textarea
from django.http import HttpRequest

from archive.models.fields import Lockable

from .deletion import CountedDeletion
from .forms import SeenForm


class EditedFilter(admin.SimpleListFilter):
    """Rows of which an editor has set something, or nothing."""

    title = "set by an editor"
    parameter_name = "edited"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the two choices."""
        return [("yes", "something"), ("no", "nothing")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Return the rows of the choice."""
        if self.value() == "yes":
            return queryset.exclude(locked=[])
        return queryset.filter(locked=[]) if self.value() == "no" else queryset


class LockingAdmin(CountedDeletion):
    """Locks what changes in a form. `locks` says under which name, where that is not the field's own."""

    locks: ClassVar[dict[str, str]] = {}
    form = SeenForm
    actions = ("release",)
    formfield_overrides: ClassVar = {
        TextField: {"widget": Textarea(attrs={"rows": 3, "cols": 90})},
        URLField: {"assume_scheme": "https"},
    }
    show_full_result_count = False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Return the fields, with the mark of what the form shows of a row."""
        return [*super().get_fields(request, obj), *(["seen"] if obj else [])]

    def save_model(self, request: HttpRequest, obj: Lockable, form: Any, change: bool) -> None:
        """Save the row with what was changed locked."""
        lock_changed(obj, form.changed_data, self.locks)
        super().save_model(request, obj, form, change)

    @admin.display(description="set by an editor")
    def set_by_editor(self, obj: Lockable) -> str:
        """Return the names of the locked fields, for people."""
        return ", ".join(name.replace("_", " ") for name in obj.locked) or "–"

    @admin.action(description="Release what editors set to the rules", permissions=["change"])
    def release(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Unlock; the values stay until the extractor finds others."""
        count = queryset.exclude(locked=[]).update(locked=[])
        self.message_user(request, f"{count} released: the next extraction may change them.")


def lock_changed(row: Lockable, changed: list[str], locks: dict[str, str]) -> None:
    """Lock the fields `changed` of a row, under their names in `locks`; the caller saves."""
    row.lock(*(locks.get(name, name) for name in changed))
