"""The action that makes several rows one, with a page that asks which one is kept."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse

from .deletion import CountedDeletion


class MergingAdmin(CountedDeletion):
    """A model whose rows can be merged by `merge_rows(kept, others)`."""

    merge_rows: Callable[[Any, list[Any]], None]

    @admin.action(description="Merge into one…", permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet) -> TemplateResponse | None:
        """Ask which row is kept; then merge the others into it."""
        rows = list(queryset)
        if len(rows) < 2:
            self.message_user(request, "Select the two or more that are one.", messages.WARNING)
            return None
        kept = next((row for row in rows if str(row.pk) == request.POST.get("kept")), None)
        if kept is None:
            return self.ask(request, "admin/archive/merge.html", "Which one is kept?", {"rows": rows})
        type(self).merge_rows(kept, [row for row in rows if row is not kept])
        self.log_change(request, kept, f"Merged with {', '.join(str(r) for r in rows if r is not kept)}.")
        self.message_user(request, f"{len(rows)} merged into {kept}. Their names and addresses lead there.")
        return None

    def ask(
        self, request: HttpRequest, template: str, title: str, context: dict[str, Any]
    ) -> TemplateResponse:
        """Return the page that asks about an action, to be sent back to the list."""
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        asked = {"title": title, "opts": self.opts, "selected": chosen, "field": ACTION_CHECKBOX_NAME}
        return TemplateResponse(request, template, self.admin_site.each_context(request) | asked | context)
