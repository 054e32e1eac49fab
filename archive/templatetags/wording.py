"""What rows say, in words: dates, countries, confidence."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.models import Article, Event, EventMention, Statement
from archive.search.countries import country_name
from archive.search.periods import cut
from archive.views import dates

register = template.Library()

register.filter("country", country_name)
register.filter("in_words", dates.iso_in_words)

# Of statements with at least so much confidence: what that means, in words.
CERTAIN = 0.75  # from here on, what is shown of a statement does not say that it may be wrong
SURE = ((0.95, "almost certain"), (0.9, "very likely"), (0.75, "likely"), (0.5, "uncertain"), (0, "doubtful"))


@register.simple_tag
def when(row: Article | Event, form: dates.Form = "full") -> SafeString:
    """Return when an article was published or an event was, as a ``<time>`` element, as exact as known."""
    day, minute = (row.published, row.published_at) if isinstance(row, Article) else (row.date, None)
    words = dates.in_words(day, row.precision, minute, form)
    known = cut(day, row.precision)
    if known is None:
        return format_html('<span class="hint">{}</span>', words)
    return format_html('<time datetime="{}">{}</time>', known, words)


@register.filter
def sure(statement: Statement) -> str:
    """Return how sure the archive is of a statement and its speaker, in words."""
    return "confirmed by an editor" if statement.confirmed_at else how_sure(statement.confidence)


def how_sure(confidence: float) -> str:
    """Return a confidence of 0..1 in words."""
    return next(words for least, words in SURE if confidence >= least)


@register.filter
def doubt(statement: Statement) -> str:
    """Return in a word that a statement or its speaker may be wrong; nothing where that is unlikely."""
    return "" if statement.confirmed_at else doubt_of(statement.confidence)


@register.filter
def doubt_link(statement: Statement) -> SafeString:
    """Return that word as a link to how sure the archive is; nothing where it has no doubt."""
    if not (told := doubt(statement)):
        return SafeString("")
    return format_html(' <a class="doubt" href="{}#sure">{}</a>', statement.get_absolute_url(), told)


def doubt_of(confidence: float) -> str:
    """Return in a word that what has this confidence may be wrong; nothing where that is unlikely."""
    return how_sure(confidence) if confidence < CERTAIN else ""


@register.filter
def marked(text: str, statement: Statement) -> str:
    """Return `text`, which is of `statement`, with the words in it marked by which a search found that."""
    words = sorted(getattr(statement, "found", ()), key=len, reverse=True)
    if not words:
        return text
    parts = re.split(rf"(?<!\w)({'|'.join(map(re.escape, words))})(?!\w)", text)
    shown = (format_html("<mark>{}</mark>", part) if place % 2 else part for place, part in enumerate(parts))
    return format_html_join("", "{}", ((part,) for part in shown))


@register.filter
def percent(share: float) -> str:
    """Return a share of 0..1 in percent."""
    return f"{share:.0%}"


@register.filter
def words_of(mention: EventMention) -> str:
    """Return the very words of the article that a mention of an event stands for."""
    return mention.article.body[mention.start : mention.end]


@register.filter
def place_of(mention: EventMention) -> str:
    """Return the address of the paragraph that a mention of an event stands in."""
    before = mention.article.body[: mention.start].count("\n\n")
    return f"{mention.article.get_absolute_url()}#p{before + 1}"


@register.filter
def web_address(text: str) -> str:
    """Return an address that a link may lead to; nothing for what is not of the web (``javascript:``)."""
    return text if text.lower().startswith(("https://", "http://")) else ""
