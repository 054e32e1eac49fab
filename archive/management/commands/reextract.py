"""`manage.py reextract`: makes every article anew from its capture."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.ingest.reextracting import interrupted, reextract
from archive.management.progress import shown
from archive.models import Article, Rereading

INTERRUPTED = "Interrupted. What was made anew stays; run it again to go on."
GOES_ON = "Going on after {} articles, where it was interrupted; --anew begins with the first."


class Command(BaseCommand):
    """Exit status: 0 all done, 1 a capture could not be read."""

    help = "Reads and extracts every article's capture again; what an editor set or confirmed stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the command's arguments."""
        cores = os.cpu_count() or 1
        says = "processes (default: the cores)"
        parser.add_argument("--jobs", type=int, default=cores, metavar="N", help=says)
        parser.add_argument("--anew", action="store_true", help="do not go on where it was interrupted")

    def handle(self, *, jobs: int, anew: bool, **options: Any) -> None:
        """Rewrite all, then say how many."""
        if anew:
            Rereading.objects.all().delete()
        elif run := interrupted():
            self.stderr.write(GOES_ON.format(run.done + len(run.failed)))
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
