"""Where the pages of rows are."""

import pytest
from django.urls import reverse, set_script_prefix

from archive.models.addressing import address_of


@pytest.fixture(params=["/", "/news/"])
def prefix(request):
    """What all addresses of the site begin with."""
    set_script_prefix(request.param)
    yield request.param
    set_script_prefix("/")


@pytest.mark.parametrize("slug", ["a-summit", "встреча", "50%-rise", "a&b;c"])
def test_an_address_is_the_one_that_django_would_give(prefix, slug):
    assert address_of("article", 7, slug) == reverse("article", args=[7, slug])
    assert address_of("statement", 7) == reverse("statement", args=[7])


def test_an_address_begins_with_where_the_site_is(prefix):
    assert address_of("person", "anna-berg") == f"{prefix}people/anna-berg/"
