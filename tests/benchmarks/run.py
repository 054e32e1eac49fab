"""Measure the search engine beside others: ``make bench``, or ``python -m tests.benchmarks.run --help``.

All systems are over the same articles, queries and facets, in one run. What takes long to make (databases and
indexes) is kept in the folder for the next run. Prints each figure as a line of JSON, and a table at the end.
"""

import argparse
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.figures import Figures, table


def plan(small: int, middle: int, large: int) -> list[tuple[str, str, int]]:
    """Return what is measured: the measure, the system and the number of articles."""
    return [
        ("warm", "ours", middle), ("warm", "stock", middle),
        ("known", "ours", middle), ("known", "tantivy", middle),
        ("fixed", "ours", small),
        ("warm", "ours", large), ("warm", "fts5", large), ("warm", "tantivy", large),
        ("fixed", "ours", large), ("cold", "ours", large),
        ("pages", "ours", large), ("edit", "ours", large),
        ("cold", "statements", large), ("pages", "statements", large),
    ]  # fmt: skip


def take(measure: str, system: str, count: int, folder: Path, figures: Path) -> None:
    """Take one measure, in a process of its own with that size's database."""
    data = folder / (f"{count}-statements" if system == "statements" else str(count))
    data.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    environment.pop("DATABASE_URL", None)
    environment.pop("SEARCH_URL", None)
    command = [sys.executable, "-m", "tests.benchmarks.measures", measure, system, str(count), str(figures)]
    subprocess.run(command, env=environment, check=True)


def main() -> None:
    """Take every measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=10_000, help="articles (default: 10,000)")
    parser.add_argument("--middle", type=int, default=20_000, help="articles (default: 20,000)")
    parser.add_argument("--large", type=int, default=100_000, help="articles (default: 100,000)")
    parser.add_argument(
        "--folder", type=Path, default=Path("var/bench"), help="where databases and indexes are kept"
    )
    parser.add_argument("--without", nargs="*", default=[], help="systems to leave out: stock, fts5, …")
    options = parser.parse_args()
    without = set(options.without)
    if find_spec("tantivy") is None:
        print("Tantivy is left out: pip install -r requirements-bench.txt")
        without.add("tantivy")
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    figures = folder / "figures.jsonl"
    sizes = options.small, options.middle, options.large
    for measure, system, count in plan(*sizes):
        if system not in without:
            take(measure, system, count, folder, figures)
    print(table(Figures(figures), *sizes))


if __name__ == "__main__":
    main()
