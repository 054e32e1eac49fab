"""What goes with rows that are deleted is counted, not listed: of a source it may be thousands."""

from collections.abc import Iterable

from django.contrib import admin
from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.db.models import Model
from django.http import HttpRequest

LISTED = 20  # rows of each list on the page that asks


class CountedDeletion(admin.ModelAdmin):
    """A model of whose rows much may hang on one."""

    def get_deleted_objects(
        self, objs: Iterable[Model], request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Return the first rows, how many of each model go, which of these may not, and what forbids it."""
        rows = list(objs)
        collector = NestedObjects(using=router.db_for_write(self.model), origin=rows)
        collector.collect(rows)
        gone = collector.model_objs
        counts = {str(model._meta.verbose_name_plural): len(found) for model, found in gone.items()}
        refused = {str(model._meta.verbose_name) for model in gone if not self._may_delete(model, request)}
        return _first(rows), counts, refused, _first(collector.protected)

    def _may_delete(self, model: type[Model], request: HttpRequest) -> bool:
        desk = self.admin_site._registry.get(model)
        return desk is None or desk.has_delete_permission(request)


def _first(rows: Iterable[Model]) -> list[str]:
    """Return what the first rows are called, and how many more there are."""
    rows = sorted(rows, key=lambda row: (row._meta.label, row.pk))
    named = [f"{row._meta.verbose_name.capitalize()}: {row}" for row in rows[:LISTED]]
    return named + ([f"… and {len(rows) - LISTED} more"] if len(rows) > LISTED else [])
