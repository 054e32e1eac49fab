"""Statements: who said what; confirming, mending, dismissing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Max, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from archive.ingest.quoting import find_spans
from archive.models import Article, Dismissal, Statement, StatementSpan

from .forms import SeenForm
from .locking import EditedFilter, LockingAdmin, lock_changed

LOCKS = {"person": "speaker", "organization": "speaker", "unnamed": "speaker"}
SPEAKER = ("person", "organization", "unnamed")


class StatementForm(SeenForm):
    """A statement whose words are the article's own, and whose speaker is one."""

    class Meta:
        model = Statement
        fields = ("article", "kind", "text", *SPEAKER, "cue", "medium", "events")
        widgets = {"text": forms.Textarea(attrs={"rows": 3, "cols": 60})}

    spans: tuple[tuple[int, int], ...] | None = None

    def clean_text(self) -> str:
        """Return the words, and note where they stand; refuse words that the article does not hold."""
        text = " ".join(self.cleaned_data["text"].split())
        article = self.cleaned_data.get("article") or self.instance.article
        if "text" in self.changed_data:
            self.spans = find_spans(article.body, text)
            if not self.spans:
                raise ValidationError("These words do not stand in the article, in this order.")
            return " ".join(article.body[start:end] for start, end in self.spans)
        return self.cleaned_data["text"]

    def clean(self) -> dict[str, Any]:
        """Let a newly chosen speaker take the place of the one before."""
        cleaned = super().clean()
        chosen = [field for field in SPEAKER if cleaned.get(field) and field in self.changed_data]
        if len(chosen) == 1:
            for field in set(SPEAKER) - set(chosen):
                cleaned[field] = "" if field == "unnamed" else None
        return cleaned


def sure(_desk: Any, statement: Statement) -> str:
    """Return how sure the extractor is, in percent; of what an editor is writing nothing."""
    return "–" if statement.confidence is None else f"{statement.confidence:.0%}"


def said(_desk: Any, row: Any) -> str:
    """Return a link to the list of the statements of an article, a person or an organization."""
    address = reverse(
        "admin:archive_statement_changelist", query={f"{row._meta.model_name}__id__exact": row.pk}
    )
    return format_html('<a href="{}">{} statements</a>', address, row.statements.count())


def save_statement(statement: Statement, form: StatementForm, user: Any) -> None:
    """Save what an editor changed as theirs; a statement that they wrote is confirmed by that."""
    if statement.pk is None:
        last = statement.article.statements.aggregate(last=Max("position"))["last"]
        statement.position, statement.confidence = (last or 0) + 1, 1.0
        confirm([statement], user)
    lock_changed(statement, [name for name in form.changed_data if name != "article"], LOCKS)
    statement.save()
    if form.spans is not None:
        statement.spans.all().delete()
        spans = (StatementSpan(statement=statement, start=start, end=end) for start, end in form.spans)
        StatementSpan.objects.bulk_create(spans)


def confirm(statements: list[Statement], user: Any) -> None:
    """Mark statements as confirmed by `user` now; the caller saves."""
    for statement in statements:
        statement.confirmed_by, statement.confirmed_at = user, timezone.now()


def dismiss(statements: Any, user: Any) -> None:
    """Remember that these are no statements, so that no extraction brings them back."""
    Dismissal.objects.bulk_create(
        Dismissal(article_id=statement.article_id, text=statement.text, dismissed_by=user)
        for statement in statements
    )


def _tell_articles(articles: Iterable[int]) -> None:
    """Let programs that ask what has changed be told of the articles, whose records show their statements."""
    Article.objects.filter(pk__in=set(articles)).update(updated_at=timezone.now())


class SpeakerFilter(admin.SimpleListFilter):
    """Statements by what is known of their speakers."""

    title = "speaker"
    parameter_name = "speaks"
    CHOICES = {
        "person": {"person__isnull": False},
        "organization": {"organization__isnull": False},
        "unnamed": {"person": None, "organization": None, "unnamed__gt": ""},
        "none": {"person": None, "organization": None, "unnamed": ""},
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices."""
        return [
            ("person", "a person"),
            ("organization", "an organization"),
            ("unnamed", "words only"),
            ("none", "nobody"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Return the statements of the choice."""
        return queryset.filter(**self.CHOICES.get(self.value() or "", {}))


@admin.register(Statement)
class StatementAdmin(LockingAdmin):
    """Statements of all articles."""

    form = StatementForm
    locks = LOCKS
    actions = ("confirm", "release")
    fields = (
        "article", "context", "kind", "text", *SPEAKER, "as_written", "cue", "medium", "events",
        "sure", "confirmed", "set_by_editor",
    )  # fmt: skip
    readonly_fields = ("context", "as_written", "sure", "confirmed", "set_by_editor")
    autocomplete_fields = ("article", "person", "organization", "events")
    list_display = ("short", "speaker", "kind", "sure", "confirmed", "set_by_editor")
    list_filter = (EditedFilter, SpeakerFilter, "kind", ("confirmed_at", admin.EmptyFieldListFilter))
    list_select_related = ("person", "organization", "confirmed_by")
    search_fields = ("text", "person__name", "organization__name", "unnamed")
    list_per_page = 50

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A statement stays in its article."""
        return (*self.readonly_fields, "article") if obj else self.readonly_fields

    def save_model(self, request: HttpRequest, obj: Statement, form: Any, change: bool) -> None:
        """Save with locks and spans."""
        save_statement(obj, form, request.user)
        _tell_articles([obj.article_id])

    def delete_model(self, request: HttpRequest, obj: Statement) -> None:
        """Delete for good: the extractor is told not to find it again."""
        dismiss([obj], request.user)
        _tell_articles([obj.article_id])
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Delete several for good."""
        dismiss(queryset, request.user)
        _tell_articles(queryset.values_list("article", flat=True))
        super().delete_queryset(request, queryset)

    @admin.action(description="Confirm: said by this speaker, in these words", permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Confirm the selected statements."""
        _tell_articles(queryset.values_list("article", flat=True))
        count = queryset.update(confirmed_by=request.user, confirmed_at=timezone.now())
        self.message_user(request, f"{count} confirmed: no later extraction changes them.")

    @admin.action(description="Release what editors set or confirmed to the rules", permissions=["change"])
    def release(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Unlock, and take confirmations back."""
        _tell_articles(queryset.values_list("article", flat=True))
        queryset.update(locked=[], confirmed_by=None, confirmed_at=None)
        self.message_user(request, "Released: the next extraction may change them.")

    @admin.display(description="statement", ordering="id")
    def short(self, obj: Statement) -> str:
        """Return the first words."""
        return obj.text[:100] + ("…" if len(obj.text) > 100 else "")

    sure = admin.display(sure, description="confidence", ordering="confidence")

    @admin.display(description="speaker")
    def speaker(self, obj: Statement) -> str:
        """Return who said it, as the archive calls them."""
        return obj.speaker_name

    @admin.display(description="confirmed")
    def confirmed(self, obj: Statement) -> str:
        """Return by whom and when."""
        return f"{obj.confirmed_by or 'someone'}, {obj.confirmed_at:%Y-%m-%d}" if obj.confirmed_at else "–"

    @admin.display(description="speaker, as written")
    def as_written(self, obj: Statement) -> str:
        """Return the mention beside the statement."""
        return obj.speaker_as_written or "–"

    @admin.display(description="where it stands")
    def context(self, obj: Statement) -> str:
        """Return the words around."""
        spans = list(obj.spans.all()) if obj.pk else []
        if not spans:
            return "not in the newest version of the article"
        body, start, end = obj.article.body, spans[0].start, spans[-1].end
        before, after = body[max(start - 200, 0) : start], body[end : end + 200]
        return format_html("…{}<strong>{}</strong>{}…", before, body[start:end], after)


@admin.register(Dismissal)
class DismissalAdmin(admin.ModelAdmin):
    """Statements that editors removed; deleting a dismissal lets the extractor find it again."""

    list_display = ("__str__", "article", "dismissed_by", "dismissed_at")
    list_select_related = ("article", "dismissed_by")
    search_fields = ("text",)
    date_hierarchy = "dismissed_at"
    fields = readonly_fields = ("article", "text", "dismissed_by", "dismissed_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They come from deleting statements."""
        return False
