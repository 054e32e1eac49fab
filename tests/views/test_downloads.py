"""Downloads never keep all readers waiting."""

import pytest
from django.test import Client

from archive.search.queue import drain

from .rows import make_full_article

TABLE = "/search.csv"


@pytest.fixture
def client(db):
    make_full_article()
    drain()
    return Client()


def test_three_are_made_at_once_and_a_fourth_is_asked_to_wait(client):
    sent = [client.get(TABLE) for _ in range(3)]
    refused = client.get("/search.jsonl")
    assert [response.status_code for response in sent] == [200, 200, 200]
    assert refused.status_code == 503 and refused["Retry-After"]
    assert "Others are downloading" in refused.content.decode()


def test_one_that_is_read_to_its_end_lets_the_next_begin(client):
    sent = [client.get(TABLE) for _ in range(3)]
    assert b"".join(sent[0].streaming_content).startswith(b"type,id,url")
    assert client.get(TABLE).status_code == 200


def test_one_that_a_reader_breaks_off_lets_the_next_begin(client):
    sent = [client.get(TABLE) for _ in range(3)]
    next(iter(sent[0].streaming_content))
    sent[0].close()
    assert client.get(TABLE).status_code == 200
