"""The small parts that a page of results has by the dozen: choices, bars, hits.

A page has two hundred of them. Django's templates take longer for these than the search does for all that it
finds, so they are put together here, by `fill`, which escapes whatever is not marked as safe.
"""

from collections.abc import Iterable
from html import escape
from itertools import groupby
from operator import itemgetter

from django import template
from django.utils.safestring import SafeString

from archive.models.addressing import address_of
from archive.models.statement import NOT_IDENTIFIED
from archive.search.results import Hit
from archive.views.charts import Bar
from archive.views.dates import iso_in_words
from archive.views.search_links import Link

from .wording import doubt_of

register = template.Library()

NOTHING = SafeString("")
CHOICE = (
    '<li><a rel="nofollow" href="{}?{}"{}><span class="box" aria-hidden="true">{}</span>'
    '<span>{}{}</span> <span class="count">{}</span></a></li>'
)
CHOSEN = tuple(map(SafeString, (' class="chosen"', "✓", '<span class="unseen">Remove </span>')))
OPEN = (NOTHING, NOTHING, NOTHING)

BAR = (
    '<li><a href="{}" title="{}"><svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">'
    '<rect y="{}" width="10" height="{}"/></svg><span class="unseen">{}</span>'
    '<span class="tick" aria-hidden="true">{}</span></a></li>'
)
NO_BAR = '<li><span class="none"><span class="tick" aria-hidden="true">{}</span></span></li>'

ARTICLE = (
    '<li class="row"><p class="kicker">{}{}</p><h3><a href="{}">{}</a></h3>'
    '<p class="snippet">{}</p>{}{}{}</li>'
)
STATEMENT = (
    '<li class="row quotation {}"><h3>{}</h3>'
    '<blockquote><p dir="auto"><a href="{}">{}{}{}</a></p></blockquote>{}'
    '<p class="kicker">{}{} · {}{} · <a href="{}">{}</a></p></li>'
)
KINDS = {"direct": "word for word", "mixed": "partly quoted", "indirect": "reported"}
REASONS = {
    "speaker_names": "a name of who speaks",
    "source_name": "its publisher",
    "names": "among the names, offices, events and topics that it is filed under",
}
REASONS_OF_STATEMENT = REASONS | {"names": "a name or an office of who speaks, or how it is attributed"}


def fill(pattern: str, *values: str | int) -> SafeString:
    """Return `pattern` with `values` in it, escaped: Django's `format_html`, in a fraction of its time."""
    safe = [value if isinstance(value, SafeString) else escape(str(value)) for value in values]
    return SafeString(pattern.format(*safe))


@register.simple_tag
def choices(links: Iterable[Link], page: str = "") -> SafeString:
    """Return the choices of a filter, which lead to searches on `page` (the one that they are on)."""
    page = fill("{}", page)
    rows = SafeString("".join([fill(CHOICE, page, *_choice(link)) for link in links]))
    return fill('<ul class="choices">{}</ul>', rows)


def _choice(link: Link) -> tuple[str, ...]:
    state, tick, remove = CHOSEN if link.chosen else OPEN
    return link.query, state, tick, remove, link.label, link.told


@register.simple_tag
def histogram(bars: tuple[Bar, ...], label: str) -> SafeString:
    """Return bars over time, each a link that says what it counts; above them, how much the tallest is."""
    width = " dense" if len(bars) > 60 else " many" if len(bars) > 20 else ""
    rows = SafeString("".join(_bar(bar) for bar in bars))
    most = max((bar.count for bar in bars), default=0)
    top = fill('<p class="most" aria-hidden="true">{}</p>', f"{most:,}")
    return fill('{}<ol class="bars{}" aria-label="{}">{}</ol>', top, width, label, rows)


def _bar(bar: Bar) -> SafeString:
    if not bar.count:
        return fill(NO_BAR, bar.label)
    words = f"{bar.words}: {bar.count:,}"
    return fill(BAR, bar.href, words, bar.top, bar.height, words, bar.label)


@register.simple_tag
def hits(found: Iterable[Hit]) -> SafeString:
    """Return the rows of what was found."""
    rows = (_statement(hit) if hit.type == "statement" else _article(hit) for hit in found)
    return fill('<ol class="rows">{}</ol>', SafeString("".join(rows)))


def _article(hit: Hit) -> SafeString:
    source = f"{hit.source_name} · " if hit.source_name else ""
    names = ", ".join(name for _, name in hit.speakers)
    quoted = fill('<p class="speakers">Quotes {}</p>', names) if names else NOTHING
    return fill(
        ARTICLE, source, _day(hit), hit.url, SafeString(hit.heading),
        SafeString(hit.snippet), quoted, _why(hit), _copies(hit),
    )  # fmt: skip


def _copies(hit: Hit) -> SafeString:
    """Return where else nearly the same text is."""
    if not hit.copies:
        return NOTHING
    links = (
        fill('<a href="{}">{}</a>, {}', copy.url, copy.source_name or copy.title, _day(copy))
        for copy in hit.copies
    )
    return fill('<p class="speakers">Nearly the same text: {}</p>', SafeString(" · ".join(links)))


def _day(hit: Hit) -> str:
    return iso_in_words(hit.published, "plain")


def _statement(hit: Hit) -> SafeString:
    quotes = ("“", "”") if hit.kind == "direct" else ("", "")
    source = f" · {hit.source_name}" if hit.source_name else ""
    return fill(
        STATEMENT, hit.kind, _speaker(hit), hit.url, quotes[0], SafeString(hit.snippet), quotes[1],
        _why(hit), KINDS.get(hit.kind, "reported"), _doubt(hit), _day(hit), source,
        address_of("article-short", hit.article), hit.title,
    )  # fmt: skip


def _speaker(hit: Hit) -> SafeString:
    """Return who said it: the name leads to the page of whom the archive knows, others are as written."""
    if hit.speaker and hit.speaker_kind:
        return fill('<a href="{}">{}</a>', address_of(hit.speaker_kind, hit.speaker), hit.speaker_name)
    return fill("“{}”", hit.speaker_name) if hit.speaker_name else SafeString(NOT_IDENTIFIED)


def _doubt(hit: Hit) -> SafeString:
    """Return how sure the archive is, where it is not; it leads to where that is told."""
    told = doubt_of(hit.confidence) if hit.confidence is not None else ""
    return fill(', <a class="doubt" href="{}#sure">{}</a>', hit.url, told) if told else NOTHING


def _why(hit: Hit) -> SafeString:
    """Return why a hit was found, where nothing of it that is shown says so."""
    if not hit.reasons:
        return NOTHING
    reasons = REASONS_OF_STATEMENT if hit.type == "statement" else REASONS
    told = (
        f"{' and '.join(f'“{word}”' for _, word in words)}: {reasons[name]}"
        for name, words in groupby(hit.reasons, itemgetter(0))
    )
    return fill('<p class="why">{}</p>', "; ".join(told))
