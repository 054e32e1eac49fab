"""Measure how long the server takes for each type of page: ``python -m tests.benchmarks.pages FOLDER``.

FOLDER holds the archive; it is filled where it is empty. Prints for each type of page the median and the 95th
percentile of the time in which the whole site (middleware, view, template) answers: for addresses that were
not asked before, and for those that were. The bar is a median of 50 ms at 20,000 articles.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import django

from tests.benchmarks.timing import time_cold, time_warm
from tests.browser.pages import PAGES

BAR = 50  # milliseconds
SAMPLE = 8  # addresses of each type


def fill(folder: Path, count: int) -> None:
    """Make an archive of `count` wire stories in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    for command in (
        ["manage.py", "migrate", "--verbosity=0"],
        ["-m", "tests.benchmarks.fill", str(count)],
        ["manage.py", "rebuild_index", "--noinput", "--verbosity=0"],
    ):
        subprocess.run([sys.executable, *command], env=environment, check=True)


def addresses() -> dict[str, list[str]]:
    """Return for each of `PAGES` the addresses that are measured: for rows, those with most to show first."""
    from django.db.models import Count

    from archive.models import Article, Event, Organization, Person, Source

    people = list(Person.objects.annotate(said=Count("statements")).order_by("-said", "pk")[:SAMPLE])
    events = list(Event.objects.annotate(told=Count("mentions")).order_by("-told", "pk")[:SAMPLE])
    organizations = list(Organization.objects.all()[:SAMPLE])
    sources = list(Source.objects.all()[:SAMPLE])
    articles = list(Article.objects.order_by("-pk")[:SAMPLE])
    statements = [article.statements.first() for article in articles]
    slugs = [person.slug for person in people]
    words = [article.heading.split()[0] for article in articles]
    return {
        "front": ["/"],
        "search": ["/search/", *(f"/search/?q={word}" for word in words), f"/search/?speaker={slugs[0]}"],
        "search-statements": [f"/search/?type=statements&q={word}" for word in words],
        "search-nothing": ["/search/?q=zzzz"],
        "article": [row.get_absolute_url() for row in articles],
        "beside": [f"{row.get_absolute_url()}beside/" for row in articles],
        "statement": [row.get_absolute_url() for row in statements if row],
        "people": ["/people/", "/people/?sort=statements", "/people/?q=an", "/people/?page=3"],
        "person": [row.get_absolute_url() for row in people],
        "organizations": ["/organizations/", "/organizations/?sort=statements"],
        "organization": [row.get_absolute_url() for row in organizations],
        "sources": ["/sources/"],
        "source": [row.get_absolute_url() for row in sources],
        "events": ["/events/", "/events/?page=2"],
        "event": [row.get_absolute_url() for row in events],
        "compare": [
            f"/compare/?speaker={one}&speaker={other}" for one, other in zip(slugs, slugs[1:], strict=False)
        ],
        "compare-nobody": ["/compare/"],
        "programs": ["/api/v1/"],
        "not-found": ["/nothing/"],
    }


def measure(groups: dict[str, list[str]], names: Iterable[str]) -> bool:
    """Print the times of each type of page; return whether all are within the bar."""
    from django.test import Client

    client, within = Client(headers={"host": "localhost"}), True
    for name in names:
        calls = [_call(client, address) for address in groups[name]]
        if calls[0]().status_code == 404 and name != "not-found":
            print(f"{name:20} is not in this archive")
            continue
        first, again = time_cold(calls[1:] or calls), time_warm(calls, repeats=3)
        slow = max(first.median, again.median) > BAR
        within &= not slow
        print(f"{name:20} {first!s:26} {again!s:26}{'slow' if slow else ''}")
    return within


def _call(client: Any, address: str) -> Callable[[], Any]:
    return lambda: client.get(address)


def main() -> None:
    """Fill the archive where it is empty, and measure every page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=20_000, help="articles (default: 20,000)")
    parser.add_argument("--only", nargs="*", choices=PAGES, help="types of pages (default: all)")
    options = parser.parse_args()
    if not (options.folder / "index").exists():
        fill(options.folder, options.count)
    os.environ |= {"DATA_DIR": str(options.folder), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    django.setup()
    sys.exit(not measure(addresses(), options.only or PAGES))


if __name__ == "__main__":
    main()
