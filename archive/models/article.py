"""What was published: articles with the evidence for their day, and their topics."""

from django.db import models

from .addressing import address_of
from .fields import DATED_OR_UNKNOWN, Lockable, NewestFirstIndex, Precision, dated_or_unknown
from .slugs import slug_of

TITLE_WORDS = 12
TITLE_LETTERS = 200  # a page may be one endless word


class Topic(models.Model):
    """A subject heading, as the publisher names it."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TopicSlug(models.Model):
    """A slug by which pages name a topic beside its own; of a topic that an editor removed, it names none."""

    slug = models.SlugField(max_length=200, unique=True)
    topic = models.ForeignKey(Topic, models.CASCADE, null=True, related_name="other_slugs")

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug


class Article(Lockable):
    """One publication, cleaned and dated. Its captures are its versions; it was made from `capture`."""

    title = models.CharField(max_length=500, blank=True, help_text="blank where the page does not hold one")
    body = models.TextField(help_text="paragraphs joined by one blank line")
    language = models.CharField(max_length=10, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    source = models.ForeignKey(
        "archive.Source", models.PROTECT, null=True, blank=True, related_name="articles", db_index=False
    )
    via = models.CharField(max_length=200, blank=True, help_text="the agency that the text was taken from")
    dateline_place = models.CharField(max_length=200, blank=True)
    dateline_agency = models.CharField(max_length=200, blank=True)
    published = models.DateField(
        null=True, blank=True, help_text="the first day of the span for a month or a year"
    )
    published_at = models.DateTimeField(null=True, blank=True, help_text="where known to the minute")
    precision = models.CharField(max_length=10, choices=Precision.choices, default=Precision.UNKNOWN)
    series = models.CharField(max_length=300, blank=True)
    countries = models.JSONField(
        default=list, blank=True, help_text="codes of the countries it speaks of, most mentioned first"
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles")
    boilerplate = models.TextField(blank=True, help_text="the lines of the page that are not the article")
    events = models.ManyToManyField("archive.Event", through="archive.EventMention", related_name="articles")
    capture = models.OneToOneField(
        "archive.Capture", models.RESTRICT, null=True, editable=False, related_name="current_of"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = [models.F("published").desc(nulls_last=True), "-id"]
        indexes = [
            NewestFirstIndex(fields=["-published", "-id"], name="article_newest"),
            NewestFirstIndex(fields=["source", "-published", "-id"], name="article_newest_of_source"),
            models.Index(fields=["updated_at"], name="article_changed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=dated_or_unknown("published", "precision"),
                name="article_dated_or_unknown",
                violation_error_message=DATED_OR_UNKNOWN,
            ),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def heading(self) -> str:
        """The title, or the first words of the body where the page holds none."""
        if self.title:
            return self.title
        start = self.body[:TITLE_LETTERS]
        words = start.split(maxsplit=TITLE_WORDS)
        cut = len(words) > TITLE_WORDS or len(start) < len(self.body)
        return " ".join(words[:TITLE_WORDS]) + (" …" if cut else "")

    @property
    def slug(self) -> str:
        """The readable part of the address."""
        return slug_of(self.heading) or "untitled"

    def get_absolute_url(self) -> str:
        return address_of("article", self.pk, self.slug)

    def paragraphs(self) -> list[tuple[int, str]]:
        """Return each paragraph of the body with the offset that it starts at."""
        found, start = [], 0
        for text in self.body.split("\n\n"):
            found.append((start, text))
            start += len(text) + 2
        return found


class Evidence(models.Model):
    """One reason for the date of an article, in the page's own words."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="evidence")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    says = models.TextField()

    class Meta:
        ordering = ["article_id", "position"]
        verbose_name_plural = "evidence"
        constraints = [models.UniqueConstraint(fields=["article", "position"], name="evidence_position")]

    def __str__(self) -> str:
        return self.says
