"""Pages that everyone can use: on a desk, on a phone, in the dark, with a screen reader."""

from pathlib import Path

import pytest

from .chromium import look

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

AUDIT = Path(__file__).with_name("audit.js").read_text(encoding="utf-8")
PAGES = (
    "/", "/search/?q=treaty&speaker=anna-berg", "/search/?type=statements", "/search/?q=zzzz&page=0&from=x",
    "/people/", "/people/anna-berg/", "/organizations/", "/organizations/foreign-ministry-of-graustark/",
    "/sources/", "/sources/strelsau-courier/", "/events/", "/events/meeting-in-strelsau/", "/nothing/",
)  # fmt: skip


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, False), (320, False)])
def test_no_page_has_a_barrier(browser, site, width, dark):
    look(browser, width=width, dark=dark)
    problems = []
    for page in (*(site.url + page for page in PAGES), site.article, site.statement):
        browser.get(page)
        problems += [f"{page}: {problem}" for problem in browser.execute_script(AUDIT)]
    assert problems == []
