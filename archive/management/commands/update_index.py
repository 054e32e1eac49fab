"""Haystack's update_index, which also settles what the index had yet to learn."""

from typing import Any

from haystack.management.commands import update_index

from archive.search.queue import drain
from archive.search.turn import index_turn


class Command(update_index.Command):
    """Freshens the search index; changes made meanwhile are put in at the end."""

    def handle(self, **options: Any) -> None:
        with index_turn(wait=True):
            super().handle(**options)
        drain()
