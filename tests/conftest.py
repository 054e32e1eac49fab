"""What every test stands on."""

import shutil
from threading import BoundedSemaphore

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connection
from haystack import connections

from archive.search import directory
from archive.views import downloads
from archive.views.holders import known_offices
from archive.views.holdings import holdings

# How long an example takes is the machine's matter: no test is timed.
hypothesis.settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("untimed")


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
def quick_passwords(settings):
    """Keep passwords by a quick hash: the real one takes a second on purpose, for each editor made."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def nothing_kept():
    """Start without what another test's pages have worked out from its archive."""
    forget_what_is_kept()


def forget_what_is_kept() -> None:
    """Let each page be made anew."""
    cache.clear()
    for kept in (directory.current, holdings, known_offices):
        kept.forget()


@pytest.fixture(autouse=True)
def no_download_under_way(monkeypatch):
    """Let no download that another test asked for and never read keep a turn."""
    monkeypatch.setattr(downloads, "turns", BoundedSemaphore(downloads.AT_ONCE))


@pytest.fixture(scope="session")
def empty_database(django_db_setup, django_db_blocker, tmp_path_factory):
    """A file with the tables that `manage.py migrate` makes, and no rows: to be copied."""
    file = tmp_path_factory.mktemp("database") / "archive.sqlite3"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    return file


@pytest.fixture
def new_archive(empty_database, tmp_path):
    """The data folder of a new archive, for other processes to work on."""
    folder = tmp_path / "var"
    folder.mkdir()
    shutil.copy(empty_database, folder)
    return folder
