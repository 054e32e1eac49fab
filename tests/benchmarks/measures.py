"""The measuring itself, of one size; `tests.benchmarks.run` starts it with that size's folder as DATA_DIR."""

import argparse
import time
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import django

from tests.benchmarks.figures import Figures
from tests.benchmarks.timing import Times, time_cold, time_once, time_warm
from tests.benchmarks.wire import World
from tests.benchmarks.workload import Query, find_words, known_items, mixed_queries

SEED = 1
QUERIES = 60
STOCK_QUERIES = 12
KNOWN_ITEMS = 300
COLD_TERMS = 200
FIXED_HITS = range(60, 140)
EDITS = 15


class Measures:
    """One size's articles, systems and figures."""

    def __init__(self, folder: Path, count: int, figures: Figures) -> None:
        self.folder, self.count, self.figures = folder, count, figures
        self.sample = [*islice(World(SEED).stories(count), min(count, 2000))]
        self.queries = mixed_queries(self.sample, min(count, QUERIES))

    def stories(self) -> Any:
        """Return all stories, made anew."""
        return World(SEED).stories(self.count)

    def system(self, name: str) -> Any:
        """Return the system of that name, its index built: now, or by an earlier run."""
        system = make_system(name, self.folder)
        if not system.built:
            before = time.process_time()
            seconds = time_once(lambda: system.build(self.stories()))
            busy = time.process_time() - before
            self.figures.add(self.count, name, "rebuild", seconds=seconds, processor_seconds=busy)
        system.open()
        return system

    def note(self, system: str, measure: str, times: Times) -> None:
        """Keep the figure of some times."""
        values = {"median": times.median, "p95": times.p95, "calls": times.count}
        self.figures.add(self.count, system, measure, **values)

    def warm(self, name: str) -> None:
        """Measure faceted searches that were made before."""
        system = self.system(name)
        queries = mixed_queries(self.sample, STOCK_QUERIES) if name == "stock" else self.queries
        hits = [system.search(query).total for query in queries]
        self.figures.add(self.count, name, "hits", mean=sum(hits) / len(hits))
        repeats = 1 if name == "stock" else 5
        self.note(name, "warm", time_warm([lambda q=query: system.search(q) for query in queries], repeats))

    def cold(self, name: str) -> None:
        """Measure the first use of terms after a start."""
        system = self.system(name)
        words = list(dict.fromkeys(word for story in self.sample for word in find_words(story.body)))
        system.forget()
        first = time_once(lambda: system.search(Query(("unmentioned",))))
        self.figures.add(self.count, name, "first search", seconds=first)
        step = max(1, len(words) // COLD_TERMS)
        terms = [Query((word,)) for word in words[::step]]
        self.note(name, "cold", time_cold([lambda q=query: system.search(q) for query in terms]))

    def fixed(self, name: str) -> None:
        """Measure warm searches that find about a hundred articles, however many there are."""
        system = self.system(name)
        queries = mixed_queries(self.sample, 1500, seed=23)
        few = (query for query in queries if system.search(query).total in FIXED_HITS)
        self.note(name, "fixed", time_warm([lambda q=query: system.search(q) for query in islice(few, 20)]))

    def known(self, name: str) -> None:
        """Measure how far up a headline's words find their article."""
        system = self.system(name)
        ranks = [
            _reciprocal(system.search(query).first, number)
            for query, number in known_items(self.sample, min(KNOWN_ITEMS, self.count))
        ]
        self.figures.add(self.count, name, "known item", mrr=sum(ranks) / len(ranks), queries=len(ranks))

    def edit(self, name: str) -> None:
        """Measure how long an edited article takes to be found by its new words."""
        from haystack.query import SearchQuerySet

        from archive.models import Article

        self.system(name)
        seconds = []
        for number in range(min(self.count, EDITS)):
            article = Article.objects.get(pk=self.sample[number].number)
            word = f"zyxwv{time.time_ns()}"
            start = time.perf_counter()
            article.title = f"{self.sample[number].title} {word}"
            article.save()
            while not SearchQuerySet().filter(title=word).count():
                time.sleep(0.002)
            seconds.append(time.perf_counter() - start)
        times = Times.of(seconds)
        self.figures.add(self.count, name, "edit", seconds=times.median / 1000, p95=times.p95 / 1000)

    def pages(self, name: str) -> None:
        """Measure /search/ and /search.json, with hits and without, and what the process then has in memory.

        Each is measured as made for the first reader who asks, and as kept for the next.
        """
        self.system(name)
        queries = [query.text for query in self.queries]
        kind = "statements" if name == "statements" else "articles"
        for address, page in ((f"/search/?type={kind}", "page"), (f"/search.json?type={kind}", "data")):
            self._page(name, address, page, queries)
            self._page(name, address, f"{page} without hits", [f"{text} qqq" for text in queries])
        self.figures.add(self.count, name, "memory", megabytes=_megabytes("VmRSS"), own=_megabytes("RssAnon"))

    def _page(self, name: str, address: str, measure: str, texts: list[str]) -> None:
        from django.core.cache import cache
        from django.test import Client

        client = Client(headers={"host": "localhost", "accept-encoding": "gzip"})
        calls = [lambda text=text: _get(client, address, text) for text in texts]
        time_cold(calls)
        self.note(name, measure, time_warm(calls, 3, before=cache.clear))
        time_cold(calls)
        self.note(name, f"{measure} again", time_warm(calls, 3))


def _get(client: Any, address: str, text: str) -> None:
    response = client.get(f"{address}&{urlencode({'q': text})}")
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")


def _megabytes(kind: str) -> float:
    """Return the memory of this process: all (VmRSS), or without what it has mapped of files (RssAnon)."""
    status = Path("/proc/self/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith(f"{kind}:"))
    return int(line.split()[1]) / 1024


def _reciprocal(found: list[int], number: int) -> float:
    return 1 / (found.index(number) + 1) if number in found else 0.0


def make_system(name: str, folder: Path) -> Any:
    """Return the system of that name."""
    if name == "fts5":
        from tests.benchmarks.system_fts5 import Fts5

        return Fts5(folder)
    if name == "tantivy":
        from tests.benchmarks.system_tantivy import Tantivy

        return Tantivy(folder)
    from tests.benchmarks.system_haystack import Ours, Statements, Stock

    return {"ours": Ours, "statements": Statements, "stock": Stock}[name](folder)


def fill_database(count: int, brief: bool) -> None:
    """Make the database of DATA_DIR, unless an earlier run has; `brief` leaves most statements out."""
    from django.conf import settings
    from django.core.management import call_command

    from tests.benchmarks.fill import fill

    done = settings.DATA_DIR / "filled"
    if not done.exists():
        call_command("migrate", verbosity=0)
        fill(count, SEED, brief)
        done.touch()


def main() -> None:
    """Take one measure of one system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("measure", choices=["warm", "cold", "fixed", "known", "edit", "pages"])
    parser.add_argument("system", choices=["ours", "statements", "stock", "fts5", "tantivy"])
    parser.add_argument("count", type=int)
    parser.add_argument("figures", type=Path)
    options = parser.parse_args()
    django.setup()
    from django.conf import settings

    fill_database(options.count, brief=options.system != "statements")
    measures = Measures(settings.DATA_DIR, options.count, Figures(options.figures))
    getattr(measures, options.measure)(options.system)


if __name__ == "__main__":
    main()
