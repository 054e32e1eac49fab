"""The benchmark of pages measures every page, and pages that are there."""

import pytest

from archive.search.queue import drain
from tests.browser.pages import PAGES
from tests.views.rows import make_full_article, make_person, say

from .pages import addresses


@pytest.mark.django_db
def test_every_type_of_page_is_measured_at_addresses_that_are_there(client):
    article = make_full_article()
    say(article, "did not comment", person=make_person("Carl Zorn", "carl-zorn"))
    drain()
    groups = addresses()
    assert groups.keys() >= PAGES.keys()
    for name in PAGES:
        answers = {client.get(address).status_code for address in groups[name]}
        assert answers == ({404} if name == "not-found" else {200}), name
