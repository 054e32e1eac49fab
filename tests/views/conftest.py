"""What every test of a page stands on."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Forget what another test's pages have kept for a minute."""
    cache.clear()
