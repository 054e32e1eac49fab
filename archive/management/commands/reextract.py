"""`manage.py reextract`: makes every article anew from its capture."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from archive.ingest.reextracting import reextract


class Command(BaseCommand):
    """Exit status: 0 all done, 1 a capture could not be read."""

    help = "Reads and extracts every article's capture again; what an editor set or confirmed stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the command's arguments."""
        cores = os.cpu_count() or 1
        says = "processes (default: the cores)"
        parser.add_argument("--jobs", type=int, default=cores, metavar="N", help=says)

    def handle(self, *, jobs: int, **options: Any) -> None:
        """Rewrite all, then say how many."""
        done, failed = reextract(jobs)
        self.stdout.write(f"{done} rewritten, {len(failed)} failed")
        for one in failed:
            self.stdout.write(f"  {one.path}: {one.reason}")
        if failed:
            sys.exit(1)
