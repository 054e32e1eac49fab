"""Captures as data: what is known of the bytes, which are at their `url` as they came."""

from dataclasses import dataclass

from django.urls import reverse

from archive.models import Capture

from .values import Absolute, iso_moment

CAPTURES = Capture.objects.all()


@dataclass(frozen=True)
class CaptureRecord:
    """A document as it came.

    `captured` is when its page was saved, `added` when the archive took it in, `article` the id of the
    article that it is a version of.
    """

    id: int
    sha256: str
    url: str
    size: int
    format: str
    captured: str | None
    added: str
    article: int


def capture_record(capture: Capture, absolute: Absolute) -> CaptureRecord:
    """Return all that is known of one of `CAPTURES`."""
    return CaptureRecord(
        id=capture.pk,
        sha256=capture.sha256,
        url=absolute(reverse("capture-bytes", args=[capture.sha256])),
        size=capture.size,
        format=capture.format,
        captured=iso_moment(capture.captured_at) if capture.captured_at else None,
        added=iso_moment(capture.added_at),
        article=capture.article_id,
    )
