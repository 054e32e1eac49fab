"""Every page has its picture."""

from .pages import PAGES
from .screenshot import WAYS
from .serving import ROOT


def test_every_page_has_its_picture_and_a_way_to_it():
    pictures = {path.stem for path in (ROOT / "docs" / "screenshots").glob("*.png")}
    assert WAYS.keys() == PAGES.keys() == pictures
