"""People at the desk: names, offices, and in which articles a name means whom."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse

from archive.ingest.merging import articles_of, split_person
from archive.models import Identification, Office, Person, PersonName

from .forms import SeenForm, SlugForm
from .office import delete_office, save_office
from .party import NameInline, PartyAdmin

MOST_LISTED = 500  # articles on the page that asks which of them mean someone else


class PersonNameInline(NameInline):
    """Names of a person."""

    model = PersonName


class OfficeForm(SeenForm):
    """An office, in a line no wider than a screen."""

    class Meta:
        widgets = {"country": forms.TextInput(attrs={"size": 3})}


class OfficeInline(admin.TabularInline):
    """Offices of a person; what is entered by hand stays without any article."""

    model = Office
    form = OfficeForm
    fields = ("title", "organization", "country", "confirmed", "seen")
    readonly_fields = ("confirmed",)
    extra = 0


@admin.register(Person)
class PersonAdmin(PartyAdmin):
    """People: rename, merge, split, add names and offices."""

    form = SlugForm
    fields = ("name", "slug", "note", "set_by_editor", "said", "addresses_had")
    inlines = (PersonNameInline, OfficeInline)
    actions = ("merge", "split", "remove", "release")
    list_display = ("name", "slug", "set_by_editor")

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Save offices as an editor's word."""
        if formset.model is not Office:
            super().save_formset(request, form, formset, change)
            return
        for office in formset.save(commit=False):
            save_office(office, request.user)
        for office in formset.deleted_objects:
            delete_office(office, request.user)

    @admin.action(description="Split in two…", permissions=["change"])
    def split(self, request: HttpRequest, queryset: QuerySet) -> TemplateResponse | None:
        """Ask which articles mean someone else, and who that is; then split."""
        if len(queryset) != 1:
            self.message_user(request, "Select the one person who is two.", messages.WARNING)
            return None
        person = queryset[0]
        articles = articles_of(person).select_related("source").defer("body")
        name, chosen = request.POST.get("new_name", "").strip(), request.POST.getlist("article")
        if not name or not chosen:
            listed = {"person": person, "articles": articles[:MOST_LISTED], "name": name or person.name}
            return self.ask(request, "admin/archive/split.html", "Which articles mean someone else?", listed)
        other = split_person(person, articles.filter(pk__in=[pk for pk in chosen if pk.isdecimal()]), name)
        self.log_change(request, person, f"Split: {len(chosen)} articles mean {other} ({other.slug}).")
        self.message_user(request, f"{len(chosen)} articles now mean {other} ({other.slug}).")
        return None


@admin.register(Identification)
class IdentificationAdmin(admin.ModelAdmin):
    """What editors said of whom a name means in one article; deleting one lets the rules decide again."""

    list_display = ("article", "key", "person", "organization")
    list_select_related = ("article", "person", "organization")
    search_fields = ("key", "person__name", "organization__name")
    readonly_fields = ("article", "key")
    autocomplete_fields = ("person", "organization")
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They come from splitting."""
        return False
