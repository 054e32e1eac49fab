"""An editor at the desk."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse


class Desk:
    """Opens forms, changes what a person would change, and sends them."""

    def __init__(self, user):
        self.client = Client()
        self.client.force_login(user)

    def open(self, row):
        """Return the fields of a row's form, as a browser would send them."""
        page = self.client.get(self.address(row))
        assert page.status_code == 200
        return fields_of(BeautifulSoup(page.content, "lxml").select_one("#content-main form"))

    def save(self, row, **changes):
        """Change some fields of a row's form and send it; `a__b` is the field ``a-b`` of an inline."""
        changed = {name.replace("__", "-"): value for name, value in changes.items()}
        return self.send(self.address(row), self.open(row) | changed)

    def send(self, address, fields):
        """Send a form; return the errors that the page shows, none where it was saved."""
        page = self.client.post(address, fields)
        if page.status_code == 302:
            return []
        errors = BeautifulSoup(page.content, "lxml").select(".errorlist li")
        return [item.get_text(" ", strip=True) for item in errors]

    def act(self, action, rows, **fields):
        """Run an action of a list on some rows."""
        meta = rows[0]._meta
        chosen = {"action": action, "_selected_action": [row.pk for row in rows], **fields}
        return self.client.post(reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist"), chosen)

    def address(self, row, page="change"):
        """Return the address of a row's form."""
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=[row.pk])


def fields_of(form: Tag) -> dict[str, str | list[str]]:
    """Return what a browser would send of a form that nobody touched."""
    fields = {}
    for field in form.select("input[name]:not([type=submit], [type=checkbox], [type=radio])"):
        fields[field["name"]] = field.get("value", "")
    for field in form.select("input[name]:is([type=checkbox], [type=radio])[checked]"):
        fields[field["name"]] = field.get("value", "on")
    for field in form.select("textarea[name]"):
        fields[field["name"]] = field.text.removeprefix("\n")
    for field in form.select("select[name]"):
        chosen = [option["value"] for option in field.select("option[selected]")]
        fields[field["name"]] = chosen if field.has_attr("multiple") else "".join(chosen[:1])
    return fields


@pytest.fixture
def desk(admin_user):
    return Desk(admin_user)
