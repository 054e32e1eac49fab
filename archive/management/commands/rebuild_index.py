"""Haystack's rebuild_index, which settles what the index had yet to learn."""

from typing import Any

from haystack.management.commands import rebuild_index

from archive.models import IndexTask
from archive.search.queue import drain, drained_later
from archive.search.turn import index_turn


class Command(rebuild_index.Command):
    """Rebuilds the search index; changes made meanwhile are put in at the end."""

    def handle(self, **options: Any) -> None:
        with index_turn(wait=True), drained_later():
            moot = list(IndexTask.objects.values_list("pk", flat=True))
            super().handle(**options)
            if not options["interactive"]:  # else the answer may have been that nothing is to be cleared
                IndexTask.objects.filter(pk__in=moot).delete()
        drain()
