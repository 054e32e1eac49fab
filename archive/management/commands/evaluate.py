"""`manage.py evaluate`: how right the extractor is, on the labelled pages that this machine has."""

import subprocess
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from archive.evaluation import NothingToMeasureError, evaluate, table

SHARED = Path("shared")


class Command(BaseCommand):
    """Print one table of every measure that the machine has data for."""

    help = "Measures the extractor on labelled pages, which are kept beside the checkout, not in it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the command's arguments."""
        beside = settings.BASE_DIR.parent / SHARED
        parser.add_argument(
            "--corpora", type=Path, default=beside / "corpora", metavar="DIR", help="labelled pages"
        )
        parser.add_argument("--tools", type=Path, default=beside / "tools", metavar="DIR", help="the scorers")

    def handle(self, *, corpora: Path, tools: Path, **options: Any) -> None:
        """Measure, and print the table; without data say so plainly."""
        try:
            measures = list(evaluate(corpora, tools))
        except NothingToMeasureError as error:
            self.stdout.write(str(error))
            return
        self.stdout.write(f"Measured on {date.today()}, commit {_commit()}.\n\n{table(measures)}")


def _commit() -> str:
    command = ["git", "-C", str(settings.BASE_DIR), "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip() or "unknown"
