"""Editors are led from each page to the desk; readers are not."""

import pytest

from .rows import make_full_article

PAGES = (
    "/people/anna-berg/",
    "/organizations/foreign-ministry-of-graustark/",
    "/sources/strelsau-courier/",
    "/events/meeting-in-strelsau/",
)


def addresses() -> tuple[str, ...]:
    article = make_full_article()
    return (*PAGES, article.get_absolute_url(), article.statements.first().get_absolute_url())


def test_an_editor_is_led_to_the_form_of_what_is_shown(admin_client):
    for address in addresses():
        assert "/change/" in admin_client.get(address).content.decode(), address


@pytest.mark.django_db
def test_a_reader_is_not(client):
    for address in addresses():
        assert "/admin/" not in client.get(address).content.decode(), address
