"""Writes to an index in a process of its own: ``python -m … PATH FIRST COUNT``, one document a commit.

Prints the number of each document once it is committed.
"""

import os
import sys

import django


def main(path: str, first: int, count: int) -> None:
    """Write the documents."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    from haystack import connections

    from .random_queries import Chance

    engine = {"ENGINE": "tests.search.engine.shelf.ShelfEngine", "PATH": path}
    connections.connections_info["shelf"] = engine
    writer = connections["shelf"].get_backend().writer()
    chance = Chance(first)
    for number in range(first, first + count):
        writer.replace([chance.document(number)])
        print(number, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
