"""`manage.py reextract`: makes every article anew from its capture."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.ingest.reextracting import reextract
from archive.management.progress import shown
from archive.models import Article

INTERRUPTED = "Interrupted. What was made anew stays; run it again to make all anew."


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
        try:
            with shown("reextract", Article.objects.count, options["verbosity"], unit="article") as progress:
                done, failed = reextract(jobs, progress)
        except KeyboardInterrupt:
            raise CommandError(INTERRUPTED, returncode=130)
        self.stdout.write(f"{done} rewritten, {len(failed)} failed")
        for one in failed:
            self.stdout.write(f"  {one.path}: {one.reason}")
        if failed:
            sys.exit(1)
