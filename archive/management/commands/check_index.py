"""``manage.py check_index [--mend]``"""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.search.checking import find_differences
from archive.search.checking import mend as put_right


class Command(BaseCommand):
    """Compares the search index with the database."""

    help = (
        "Compares every document of the search index with the database. "
        "Exit status: 0 they agree, 1 they differ (with --mend: they differed, and no longer do)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --mend."""
        parser.add_argument("--mend", action="store_true", help="put right what differs")

    def handle(self, *args: Any, mend: bool, **options: Any) -> None:
        """Print the differences, mend them if asked, and exit."""
        differences = find_differences()
        for part in differences:
            self.stdout.write(
                f"{part.model._meta.verbose_name_plural}: {len(part.missing)} missing, "
                f"{len(part.stale)} stale, {len(part.surplus)} surplus"
            )
        if not any(part.keys for part in differences):
            return
        if mend:
            put_right(differences)
            self.stdout.write("Mended.")
        sys.exit(1)
