"""Articles, with the statements, evidence and events that hang on them."""

import re
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html_join

from archive.models import Article, EventMention, Evidence, Precision, Statement

from .capture import original
from .event import cut_to_precision
from .forms import SeenForm
from .locking import EditedFilter, LockingAdmin
from .readonly import NotAdded
from .statement import SPEAKER, StatementForm, dismiss, said, save_statement, sure

DATE = ("published", "published_at", "precision")
BY_EDITOR = "editor"
MOST_IN_PLACE = 40  # statements that the form shows; of an article with more, each is mended on its own page
COUNTRY = re.compile("[A-Z]{2}")


class ArticleForm(SeenForm):
    """An article whose date fits its precision."""

    class Meta:
        widgets = {"title": forms.TextInput(attrs={"size": 90})}

    countries = forms.CharField(required=False, help_text="codes, most mentioned first: RU, TR")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["countries"] = ", ".join(self.instance.countries)

    def clean_countries(self) -> list[str]:
        """Return the codes, written large."""
        codes = self.cleaned_data["countries"].upper().replace(",", " ").split()
        if wrong := [code for code in codes if not COUNTRY.fullmatch(code)]:
            raise ValidationError(f"A country is two letters, like RU; {wrong[0]} is none.")
        return codes

    def clean(self) -> dict[str, Any]:
        """Write the date of a month or a year as its first day; the minute only where it is known."""
        cleaned = super().clean()
        exact = cleaned.get("published_at")
        if cleaned.get("precision") != Precision.MINUTE:
            cleaned["published_at"] = None
        elif exact:
            cleaned["published"] = exact.date()
        else:
            self.add_error("published_at", "Give the time, if it is known to the minute.")
        cut_to_precision(cleaned, "published")
        return cleaned


class StatementInline(admin.StackedInline):
    """The statements of the article, each in a few lines: a table of them is wider than a screen."""

    model = Statement
    form = StatementForm
    fields = (("kind", "sure"), "text", SPEAKER, "seen")
    readonly_fields = ("sure",)
    autocomplete_fields = ("person", "organization")
    show_change_link = True
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return them with their speakers."""
        return super().get_queryset(request).select_related("person", "organization", "article")

    sure = admin.display(sure, description="confidence")


class EvidenceInline(admin.TabularInline):
    """The reasons for the date."""

    model = Evidence
    fields = ("kind", "text", "says")
    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 2, "cols": 34})}}
    extra = 0


class EventMentionForm(forms.ModelForm):
    """An event that the article tells of, and in which words."""

    words = forms.CharField(
        required=False, help_text="the words that tell of it; left empty, the first paragraph"
    )

    class Meta:
        model = EventMention
        fields = ("event",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["words"] = self.instance.article.body[self.instance.start : self.instance.end]

    def clean_words(self) -> str:
        """Return the words, and set the span where they stand."""
        article = self.instance.article
        words = self.cleaned_data["words"] or article.paragraphs()[0][1]
        start = article.body.find(words)
        if start < 0:
            raise ValidationError("These words do not stand in the article.")
        self.instance.start, self.instance.end = start, start + len(words)
        return words


class EventMentionInline(admin.TabularInline):
    """The events that the article tells of."""

    model = EventMention
    form = EventMentionForm
    fields = ("event", "words")
    autocomplete_fields = ("event",)
    extra = 0


@admin.register(Article)
class ArticleAdmin(NotAdded, LockingAdmin):
    """Articles: title, date, source, topics; statements, evidence and events in place."""

    form = ArticleForm
    locks = dict.fromkeys(DATE, "published")
    actions = ("extract_again", "release")
    fields = (
        "title", ("published", "published_at", "precision"), "source", "via",
        ("dateline_place", "dateline_agency"), "language", "url", "series", "topics", "countries",
        "set_by_editor", "said", "versions", "body", "boilerplate",
    )  # fmt: skip
    readonly_fields = ("set_by_editor", "said", "versions", "body", "boilerplate")
    autocomplete_fields = ("source", "topics")
    inlines = (StatementInline, EvidenceInline, EventMentionInline)
    list_display = ("heading", "source", "published", "precision", "set_by_editor")
    list_filter = (EditedFilter, "precision", ("source", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("source",)
    search_fields = ("title", "url")
    search_help_text = "title or web address; for the text, use the site’s own search"
    date_hierarchy = "published"
    list_per_page = 50

    def get_inline_instances(self, request: HttpRequest, obj: Article | None = None) -> list[Any]:
        """Leave out the statements where there are many: that form would have a thousand fields."""
        inlines = super().get_inline_instances(request, obj)
        if obj is None or _are_in_place(request, obj):
            return inlines
        return [inline for inline in inlines if not isinstance(inline, StatementInline)]

    said = admin.display(said, description="statements")

    @admin.display(description="original, newest first")
    def versions(self, obj: Article) -> str:
        """Return links to all captures."""
        return format_html_join(", ", "{}", ((original(capture),) for capture in obj.captures.all())) or "–"

    @admin.action(description="Extract anew from the original", permissions=["change"])
    def extract_again(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Make the articles anew from their captures, but for what editors set."""
        from archive.ingest.reextracting import rewrite_articles  # here: pages need no extractor

        done, failed = rewrite_articles(queryset)
        self.message_user(request, f"{done} made anew from their originals.")
        for one in failed:
            self.message_user(request, f"{one.path}: {one.reason}", messages.WARNING)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Save; a date that an editor set says so among its evidence."""
        super().save_model(request, obj, form, change)
        if set(DATE) & set(form.changed_data):
            _say_who_dated(obj)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Save what hangs on the article; what was changed is the editor's from now on."""
        rows = formset.save(commit=False)
        if formset.model is Statement:
            _save_statements(formset, request.user)
        elif rows or formset.deleted_objects:
            _save_owned(form.instance, formset, rows)


def _are_in_place(request: HttpRequest, article: Article) -> bool:
    """Whether statements are in the form: in one that is sent, as when it was opened."""
    if request.method == "POST":
        return "statements-TOTAL_FORMS" in request.POST
    return article.statements.count() <= MOST_IN_PLACE


def _save_statements(formset: Any, user: Any) -> None:
    dismiss(formset.deleted_objects, user)
    for statement in formset.deleted_objects:
        statement.delete()
    deleted = set(formset.deleted_forms)
    for form in formset.forms:
        if form.has_changed() and form not in deleted:
            save_statement(form.instance, form, user)


def _save_owned(article: Article, formset: Any, rows: list[Any]) -> None:
    """Save evidence or events and lock them."""
    for row in formset.deleted_objects:
        row.delete()
    for row in rows:
        if isinstance(row, Evidence) and row.position is None:
            row.position = _next_position(article)
        row.save()
    article.lock("published" if formset.model is Evidence else "events")
    article.save()


def _next_position(article: Article) -> int:
    return (article.evidence.aggregate(last=Max("position"))["last"] or 0) + 1


def _say_who_dated(article: Article) -> None:
    article.evidence.filter(kind=BY_EDITOR).delete()
    says = f"Set by an editor on {timezone.localdate():%-d %B %Y}."
    Evidence.objects.create(article=article, position=_next_position(article), kind=BY_EDITOR, says=says)
