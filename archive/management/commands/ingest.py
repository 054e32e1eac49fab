"""`manage.py ingest PATH…`: puts files, folders or standard input into the archive."""

import json
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils.text import slugify

from archive.ingest.files import size_of
from archive.ingest.fitting import moment_of
from archive.ingest.intake import Summary, ingest
from archive.ingest.versions import Given
from archive.management.progress import shown

GO_ON = "What is in stays; run it again to go on."
INTERRUPTED = 130  # the exit status that shells know it by


def _slug(text: str) -> str:
    if slugify(text) != text:
        raise ArgumentTypeError(f"{text!r} is no slug: use small letters, digits and hyphens, like “tass”")
    return text


def _iso_date(text: str) -> str:
    if moment_of(text) is None:
        raise ArgumentTypeError(f"{text!r} is no date: use one like 2020-04-08 or 2020-04-08T11:55:00Z")
    return text


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is no number of processes: use 1 or more")
    return int(text)


class Command(BaseCommand):
    """Exit status: 0 all in, 1 something was rejected, 2 usage."""

    requires_system_checks = ()  # those of pages and forms take longer than many a run
    help = "Puts files, folders (walked recursively) or - (standard input) into the archive."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the command's arguments."""
        add = parser.add_argument
        silent = "where the page does not say"
        add("paths", nargs="+", type=Path, metavar="PATH", help="file, folder, or -")
        add("--source", type=_slug, default="", metavar="SLUG", help=f"the publisher, {silent}")
        add("--captured", type=_iso_date, metavar="ISO-DATE", help=f"when the page was saved, {silent}")
        cores = os.cpu_count() or 1
        add("--jobs", type=_number, default=cores, metavar="N", help="processes (default: the cores)")
        add("--dry-run", action="store_true", help="report, store nothing")
        add("--json", action="store_true", help="the closing summary as one JSON object")

    def handle(self, *, paths: list[Path], **options: Any) -> None:
        """Ingest, then say what became of it."""
        given = Given(options["source"], options["captured"])
        try:
            size = partial(size_of, paths)
            with shown("ingest", size, options["verbosity"], unit="B", unit_scale=True) as progress:
                summary = ingest(paths, given, options["jobs"], options["dry_run"], progress)
        except (OSError, OperationalError) as error:
            raise CommandError(f"The archive cannot be written: {error}. {GO_ON}")
        except KeyboardInterrupt:
            raise CommandError(f"Interrupted. {GO_ON}", returncode=INTERRUPTED)
        self.stdout.write(json.dumps(_as_dict(summary)) if options["json"] else _as_text(summary))
        if summary.rejected:
            sys.exit(1)


def _as_dict(summary: Summary) -> dict[str, Any]:
    counts = {name: getattr(summary, name) for name in ("new", "updated", "unchanged", "rejected")}
    return counts | {"rejections": [{"path": one.path, "reason": one.reason} for one in summary.rejections]}


def _as_text(summary: Summary) -> str:
    counts = ", ".join(f"{getattr(summary, n)} {n}" for n in ("new", "updated", "unchanged", "rejected"))
    return "\n".join([counts, *(f"  {one.path}: {one.reason}" for one in summary.rejections)])
