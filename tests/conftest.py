"""What every test stands on."""

from threading import BoundedSemaphore

import pytest
from django.core.cache import cache
from haystack import connections

from archive.search import directory
from archive.views import downloads
from archive.views.holdings import holdings


@pytest.fixture(autouse=True)
def own_data(settings, tmp_path):
    """Give each test a data folder of its own, with a search index that is empty.

    What a test saves is noted for the index; `archive.search.queue.drain()` puts it in.
    """
    settings.DATA_DIR = tmp_path
    settings.CAPTURES_DIR = tmp_path / "captures"
    settings.HAYSTACK_CONNECTIONS["default"]["PATH"] = str(tmp_path / "index")
    connections.reload("default")
    return tmp_path


@pytest.fixture(autouse=True)
def nothing_kept():
    """Start without what another test's pages have worked out from its archive."""
    forget_what_is_kept()


def forget_what_is_kept() -> None:
    """Let each page be made anew."""
    cache.clear()
    for kept in (directory.current, holdings):
        kept.forget()


@pytest.fixture(autouse=True)
def no_download_under_way(monkeypatch):
    """Let no download that another test asked for and never read keep a turn."""
    monkeypatch.setattr(downloads, "turns", BoundedSemaphore(downloads.AT_ONCE))
