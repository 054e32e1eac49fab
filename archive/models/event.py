"""What happened: events, and where articles tell of them."""

from django.db import models

from .addressing import address_of
from .fields import DATED_OR_UNKNOWN, NOT_EMPTY, Lockable, NewestFirstIndex, Precision, dated_or_unknown


class Event(Lockable):
    """A happening: what, when (with precision), where, who took part; `names` are wordings that mean it."""

    name = models.CharField(max_length=300)
    slug = models.SlugField(max_length=300, unique=True)
    date = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=10, choices=Precision.choices, default=Precision.UNKNOWN)
    place = models.CharField(max_length=200, blank=True)
    people = models.ManyToManyField("archive.Person", blank=True, related_name="events")
    organizations = models.ManyToManyField("archive.Organization", blank=True, related_name="events")
    note = models.TextField(blank=True, help_text="for readers: one or two plain sentences")

    class Meta:
        ordering = [models.F("date").desc(nulls_last=True), "name", "id"]
        indexes = [NewestFirstIndex(fields=["-date", "name", "id"], name="event_newest")]
        constraints = [
            models.CheckConstraint(
                condition=dated_or_unknown("date", "precision"),
                name="event_dated_or_unknown",
                violation_error_message=DATED_OR_UNKNOWN,
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("event", self.slug)


class EventMention(models.Model):
    """Where an article tells of an event: a span of its body."""

    article = models.ForeignKey("archive.Article", models.CASCADE, related_name="event_mentions")
    event = models.ForeignKey(Event, models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["article_id", "start", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "event", "start"], name="eventmention_once"),
            models.CheckConstraint(condition=NOT_EMPTY, name="eventmention_span"),
        ]

    def __str__(self) -> str:
        return f"{self.event} in {self.article}"
