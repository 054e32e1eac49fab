"""Every page has its picture."""

from .pages import PAGES
from .screenshot import WAYS


def test_every_page_has_its_way_to_a_picture():
    assert WAYS.keys() == PAGES.keys()
