"""What a program is told that asks for what there is not."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nothing", "There is nothing at this address; /api/v1/ tells what there is."),
        ("articles/", "There is nothing at this address; /api/v1/ tells what there is."),
        ("articles/404", "There is no article “404” in the archive."),
        ("people/nobody", "There is no person “nobody” in the archive."),
        ("captures/abc", "There is no capture “abc” in the archive."),
        ("articles?speaker=nobody", "There is no speaker “nobody” in the archive."),
        ("statements?event=nothing", "There is no event “nothing” in the archive."),
        ("articles?from=2015-02-30", "There is no day 2015-02-30."),
        ("articles?cursor=bz1hYmM%3D", "No page gave this cursor."),
        ("articles?cursor=cD14", "No page gave this cursor."),
        ("articles?cursor=%C3%A9", "No page gave this cursor."),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(client, address, sentence):
    response = client.get(f"/api/v1/{address}")
    assert (response.status_code, response.json()) == (404, {"detail": sentence})


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("page-size=0", "page-size"),
        ("page-size=101", "page-size"),
        ("from=March", "from"),
        ("changed-since=1", "changed-since"),
    ],
)
def test_what_cannot_be_understood_is_told_with_the_parameter_that_it_is_in(client, query, parameter):
    response = client.get(f"/api/v1/articles?{query}")
    assert response.status_code == 422
    assert response.json()["detail"].startswith(f"“{parameter}”: ") and response.json()["detail"].endswith(
        "."
    )


@pytest.mark.parametrize("key", ["999999999999999999999999", "-1", "%00", "x" * 5000])
def test_no_key_is_too_odd_to_be_answered(client, key):
    for kind in ("articles", "statements", "captures", "people", "organizations", "events", "sources"):
        assert client.get(f"/api/v1/{kind}/{key}").status_code in {404, 422}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(method):
    client = Client(enforce_csrf_checks=True)
    assert getattr(client, method)("/api/v1/articles").status_code == 405


def test_every_web_page_may_read_it(client):
    for address in ("articles", "articles/404", "articles?page-size=0", "openapi.json"):
        assert client.get(f"/api/v1/{address}")["Access-Control-Allow-Origin"] == "*"
