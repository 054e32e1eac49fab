"""The pages of organizations."""

import pytest

from archive.search.queue import drain

from .rows import make_article, make_organization, say

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    drain()
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_an_organization_is_shown_with_its_country_and_statements(client):
    say(make_article(), "did not comment", person=None, organization=make_organization())
    html = get(client, "/organizations/foreign-ministry-of-graustark/")
    assert "Poland" in html and "did not comment" in html and "Also written <bdi>the ministry</bdi>" in html


def test_an_unknown_organization_is_not_found(client):
    assert client.get("/organizations/nobody/").status_code == 404
