"""What came in, as it came."""

from pathlib import Path

from django.conf import settings
from django.db import models


class Capture(models.Model):
    """The bytes of one document, kept unchanged in a file named by their hash; all else is made from it.

    The captures of one article are its versions. `address` is what tells that two captures are of one page:
    its web address, or the path of its file where it gives none.
    """

    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    size = models.PositiveBigIntegerField(editable=False, help_text="bytes")
    format = models.CharField(max_length=10, editable=False)
    path = models.CharField(max_length=1000, editable=False, help_text="where it was read from")
    address = models.CharField(max_length=2000, blank=True, db_index=True)
    captured_at = models.DateTimeField(
        null=True, blank=True, help_text="when the page was saved, where known"
    )
    added_at = models.DateTimeField(auto_now_add=True)
    given_source = models.CharField(
        max_length=200, blank=True, editable=False, help_text="the source named when it was ingested"
    )
    article = models.ForeignKey("archive.Article", models.CASCADE, related_name="captures")

    class Meta:
        ordering = ["-added_at", "-id"]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.path})"

    @property
    def file(self) -> Path:
        """The file that holds the bytes."""
        return Path(settings.CAPTURES_DIR) / self.sha256[:2] / self.sha256

    def read_bytes(self) -> bytes:
        """Return the bytes as they came."""
        return self.file.read_bytes()


class Rejection(models.Model):
    """A document that could not be taken in, and why, in words that a person can act on."""

    path = models.CharField(max_length=1000, unique=True)
    reason = models.TextField()
    rejected_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-rejected_at"]

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"
