"""Organizations at the desk: a party with a country."""

from django.contrib import admin

from archive.models import Organization, OrganizationName

from .forms import CountryForm
from .locking import EditedFilter
from .party import NameInline, PartyAdmin


class OrganizationNameInline(NameInline):
    """Names of an organization."""

    model = OrganizationName


@admin.register(Organization)
class OrganizationAdmin(PartyAdmin):
    """Organizations: rename, merge, add names, say the country."""

    form = CountryForm
    fields = ("name", "slug", "country", "note", "set_by_editor", "said", "addresses_had")
    inlines = (OrganizationNameInline,)
    list_display = ("name", "country", "slug", "set_by_editor")
    list_filter = (EditedFilter, "country")
