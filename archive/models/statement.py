"""Who said what: statements as spans of an article, and those that an editor dismissed."""

from django.conf import settings
from django.db import models

from .addressing import address_of
from .fields import NOT_EMPTY, Lockable

NOT_IDENTIFIED = "Speaker not identified"


class Statement(Lockable):
    """What one speaker said in one article.

    At most one of `person`, `organization`, `unnamed` ("a source") is set; none where the text does not say.
    `speaker_start`/`speaker_end` is the mention beside the statement ("he"), in `speaker_as_written`.
    A statement that an editor confirmed stays when its article changes; where the newest version of the body
    no longer holds its words, it has no spans.
    """

    class Kind(models.TextChoices):
        DIRECT = "direct", "direct"
        INDIRECT = "indirect", "indirect"
        MIXED = "mixed", "mixed"

    article = models.ForeignKey("archive.Article", models.CASCADE, related_name="statements")
    position = models.PositiveIntegerField(help_text="its place among the article's statements, from 1")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField(help_text="its spans of the body, joined by single spaces")
    person = models.ForeignKey(
        "archive.Person", models.PROTECT, null=True, blank=True, related_name="statements", db_index=False
    )
    organization = models.ForeignKey(
        "archive.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        db_index=False,
    )
    unnamed = models.CharField(
        max_length=300,
        blank=True,
        db_index=True,
        help_text="a speaker whom the archive does not know by name, as written: “a source”",
    )
    speaker_as_written = models.CharField(max_length=500, blank=True)
    speaker_start = models.PositiveIntegerField(null=True, blank=True)
    speaker_end = models.PositiveIntegerField(null=True, blank=True)
    cue = models.CharField(max_length=200, blank=True, help_text="the words that attribute it: “said”")
    medium = models.CharField(max_length=300, blank=True, help_text="“told RIA Novosti”")
    confidence = models.FloatField()
    events = models.ManyToManyField("archive.Event", blank=True, related_name="statements")
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["article_id", "position"]
        indexes = [
            models.Index(fields=["person", "article"], name="statement_of_person"),
            models.Index(fields=["organization", "article"], name="statement_of_organization"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "position"], name="statement_position"),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=1), name="statement_confidence"
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(person__isnull=True, organization__isnull=True)
                    | models.Q(person__isnull=True, unnamed="")
                    | models.Q(organization__isnull=True, unnamed="")
                ),
                name="statement_one_speaker",
                violation_error_message="A statement has one speaker: a person, an organization or words.",
            ),
            models.CheckConstraint(
                condition=models.Q(speaker_start__isnull=True, speaker_end__isnull=True)
                | models.Q(speaker_start__lt=models.F("speaker_end")),
                name="statement_speaker_span",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.speaker_name}: {self.text[:80]}"

    def get_absolute_url(self) -> str:
        return address_of("statement", self.pk)

    @property
    def speaker(self) -> models.Model | None:
        """The person or the organization that speaks, where it is one that the archive knows."""
        return self.person or self.organization

    @property
    def speaker_name(self) -> str:
        """The speaker's name, as shown to readers."""
        return str(self.speaker or self.unnamed or NOT_IDENTIFIED)

    @property
    def who(self) -> str:
        """The speaker as a heading: by name or, in quotation marks, in the words of the article."""
        return f"“{self.unnamed}”" if self.unnamed else self.speaker_name

    def parts(self) -> list[str]:
        """Return the unbroken parts of its text: between them, the article has other words."""
        found, start = [], 0
        for span in self.spans.all():
            length = span.end - span.start
            found.append(self.text[start : start + length])
            start += length + 1
        return found if " ".join(found) == self.text else [self.text]


class StatementSpan(models.Model):
    """One unbroken part of a statement: code points of the article's body, end exclusive.

    That it lies within the body is held by a trigger in the database (see `archive.models.triggers`).
    """

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="spans")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["statement_id", "start"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "start"], name="span_once"),
            models.CheckConstraint(condition=NOT_EMPTY, name="span_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"


class Dismissal(models.Model):
    """Words that an extraction took for a statement and an editor removed; no later run brings them back."""

    article = models.ForeignKey("archive.Article", models.CASCADE, related_name="dismissals")
    text = models.TextField()
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    dismissed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-dismissed_at", "-id"]

    def __str__(self) -> str:
        return self.text[:80]
