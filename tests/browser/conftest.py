"""A real browser before a real site."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from selenium.webdriver import Chrome

from .chromium import find_chromium, look, start_chromium
from .serving import run, serve

MISSING = "Chromium and its driver are not on this machine (Debian: apt install chromium chromium-driver)."


@dataclass(frozen=True)
class Site:
    """The address of a running site, and of an article, a statement and a hostile capture that it has."""

    url: str
    article: str
    statement: str
    capture: str


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chrome]:
    """One browser for all tests. Without one they are skipped, but fail in continuous integration."""
    found = find_chromium()
    if not found:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    chrome = start_chromium(*found)
    yield chrome
    chrome.quit()


@pytest.fixture(scope="session")
def site(chromium: Chrome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with the archive that `fill` makes; the tests only read it."""
    data = tmp_path_factory.mktemp("site")
    run(data, "manage.py", "migrate", "--verbosity=0")
    pages = json.loads(run(data, "-m", "tests.browser.fill"))
    with serve(data) as url:
        yield Site(url, **{name: url + path for name, path in pages.items()})


@pytest.fixture
def browser(chromium: Chrome) -> Chrome:
    """The browser as it is on a desk, its log empty."""
    look(chromium)
    chromium.get("about:blank")
    chromium.get_log("browser")
    return chromium
