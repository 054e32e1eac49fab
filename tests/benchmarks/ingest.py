"""What an article costs to take in, part by part: ``python -m tests.benchmarks.ingest 1000``.

Processor time, in one process and a new archive: of reading and extracting, of storing, and of telling the
search index. With ``--texts FOLDER`` the files of a folder are taken in instead of wire stories.
"""

import argparse
import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import django

from tests.benchmarks.generate import as_record
from tests.benchmarks.wire import World


def write_stories(count: int, folder: Path) -> None:
    """Write wire stories, each as a file."""
    for story in World(1).stories(count):
        record = as_record(story)
        (folder / f"{story.number:06}.jsonl").write_text(json.dumps(record), encoding="utf-8")


def timed(parts: Counter[str], name: str, items: Iterable[Any]) -> Iterator[Any]:
    """Yield `items`; add to `parts` the seconds of processor time that the making of each takes."""
    items = iter(items)
    while True:
        begun = time.process_time()
        try:
            item = next(items)
        except StopIteration:
            return
        finally:
            parts[name] += time.process_time() - begun
        yield item


def take_in(folder: Path) -> tuple[int, Counter[str]]:
    """Take a folder in; return how many documents it has and the seconds of each part."""
    from archive.ingest import intake
    from archive.ingest.batches import take

    parts: Counter[str] = Counter()
    taken = list(timed(parts, "read and extract", take([folder], intake.NOTHING, 1, keep=True)))
    desk = intake._Desk()
    list(timed(parts, "store", map(desk.put, intake._groups(taken))))
    list(timed(parts, "index", map(lambda _: intake.drain_all(), [None])))
    return len(taken), parts


def main() -> None:
    """Print the milliseconds of each part for one article."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--texts", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["DATA_DIR"] = f"{name}/data"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        stories = Path(name, "stories")
        stories.mkdir()
        if not options.texts:
            write_stories(options.count, stories)
        count, parts = take_in(options.texts or stories)
    for part, seconds in parts.items():
        print(f"{part}: {1000 * seconds / count:.2f} ms an article")


if __name__ == "__main__":
    main()
