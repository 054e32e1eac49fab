"""How alike two bodies are, and the few runs of words by which an article's copies are found.

A body is taken as the set of its runs of `RUN` words, its "shingles": two bodies are as alike as these sets.
To find what is alike without comparing each with each, every run has a number, as good as drawn by lot, and
the `KEPT` smallest of a body are kept: two bodies of which a share r of all runs is common draw the same
smallest number with the chance r, so copies share some of the numbers, and others hardly ever any.
(A. Z. Broder, "On the resemblance and containment of documents", 1997.)
"""

import re
from heapq import nsmallest
from zlib import crc32

from django.db import models

RUN = 5  # words
KEPT = 8  # of a body's runs; of 100 copies that have half of all their runs in common one is missed in 250
WORD = re.compile(r"\w+")


def runs_of(body: str) -> frozenset[str]:
    """Return all runs of words of `body`, whatever their case and what stands between them."""
    words = WORD.findall(body.casefold())
    return frozenset(map(" ".join, zip(*(words[start:] for start in range(RUN)), strict=False)))


def telling_runs(body: str) -> list[int]:
    """Return the numbers of the runs that stand for `body`, the smallest first."""
    return nsmallest(KEPT, {crc32(run.encode()) for run in runs_of(body)})


class TellingRun(models.Model):
    """One of the runs of words by which the copies of an article are found, as its number."""

    article = models.ForeignKey("archive.Article", models.CASCADE, related_name="telling_runs")
    number = models.PositiveBigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["number", "article"], name="telling_run_number")]

    def __str__(self) -> str:
        return f"{self.number} of {self.article}"
