"""What a page's markup declares about it: meta tags, JSON-LD, Open Graph, time elements, the saver's mark."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Comment, Tag

from archive.reading.archived import unarchived
from archive.reading.bounds import LARGEST_JSON
from archive.reading.page import Metadata

# The names under which each fact is declared (Open Graph, schema.org, Dublin Core, Parse.ly, Sailthru),
# the most trusted first.
TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "article:published",
    "datepublished", "published_time",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created",
    "dc.created",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "publicationdate", "pub_date", "og:pubdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article.published", "date", "displaydate",
    "originalpublicationdate", "article_date_original", "rnews:datepublished", "citation_publication_date",
)  # fmt: skip
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "og:article:modified_time",
    "article:modified",
    "dcterms.modified",
    "last-modified",
    "last_updated_date",
    "lastmod",
)
SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "twitter:app:name:iphone")
AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
SECTIONS = ("article:section", "parsely-section", "section")
KEYWORDS = ("news_keywords", "keywords", "parsely-tags", "sailthru.tags")
# The kinds of things that JSON-LD can declare a story to be, the surest first: a page may declare itself too.
KINDS_OF_STORY = (
    re.compile(r"(?:Article|Report|BlogPosting|PressRelease|Statement)$"),
    re.compile(r"WebPage$"),
)
SAVED_FROM = re.compile(r"saved from url=\(\d{4}\)(?P<url>https?://\S+)")
ARCHIVED_ON = re.compile(r"FILE ARCHIVED ON (?P<clock>[\d:]{5,8}) (?P<date>[A-Z][a-z]{2} \d\d, \d{4})")
# How a script marks that its text is no markup.
CDATA_BEGINS = ("/*<![CDATA[*/", "//<![CDATA[", "<![CDATA[")
CDATA_ENDS = ("/*]]>*/", "//]]>", "]]>")
BESIDE = re.compile(r"comment|related|sidebar|popular|latest", re.I)
MOST_KEYWORDS = 30
LENGTH_OF_DAY = 10  # characters: 2014-03-04


class _Elements:
    """The elements of a page by their name, and its comments, in page order: found in one walk, for speed."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._named = defaultdict[str, list[Tag]](list)
        self.comments: list[Comment] = []
        for node in soup.descendants:
            if isinstance(node, Tag):
                self._named[node.name].append(node)
                self._named[""].append(node)
            elif isinstance(node, Comment):
                self.comments.append(node)

    def all(self, name: str, attribute: str = "", value: str = "") -> list[Tag]:
        """Return the elements of that name (empty: any) with the attribute, and the value among its words."""
        found = self._named[name]
        if not attribute:
            return found
        found = [tag for tag in found if tag.has_attr(attribute)]
        return [tag for tag in found if value in str(tag[attribute]).split()] if value else found

    def first(self, name: str, attribute: str = "", value: str = "") -> Tag | None:
        """Return the first of `all`."""
        return next(iter(self.all(name, attribute, value)), None)


def declared(soup: BeautifulSoup) -> Metadata:
    """Return the page's declarations as written, unverified."""
    page = _Elements(soup)
    metas = _metas(page)
    linked = _article_of_json(page)
    saved_from, captured = _saver(page.comments)
    url, copied = unarchived(_url(page, metas, linked) or saved_from or "")
    return Metadata(
        title=_first(metas, TITLES) or _text(linked.get("headline")) or _title(page),
        url=url or None,
        site_name=_first(metas, SITES[:1]) or _name(linked.get("publisher")) or _first(metas, SITES[1:]),
        published=_first(metas, PUBLISHED[:4])
        or _text(linked.get("datePublished"))
        or _first(metas, PUBLISHED)
        or _time(page),
        modified=_first(metas, MODIFIED) or _text(linked.get("dateModified")),
        captured=captured or copied,
        language=_language(page, metas) or _text(linked.get("inLanguage")),
        author=_first(metas, AUTHORS) or _name(linked.get("author")),
        description=_first(metas, ("og:description", "description", "twitter:description")),
        keywords=_keywords(page, metas, linked),
        section=_first(metas, SECTIONS) or _text(linked.get("articleSection")),
    )


def _metas(page: _Elements) -> dict[str, str]:
    """Return the content of every meta tag by its name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in page.all("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = _text(meta.get("content"))
        if isinstance(name, str) and content:
            found.setdefault(name.lower().strip(), content)
    if len({meta.get("content") for meta in page.all("meta", "itemprop", "datePublished")}) > 1:
        found.pop("datepublished", None)  # each of several stories on the page has its own
    return found


def _first(metas: dict[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _text(value: Any) -> str | None:
    """Return the words of a value that ought to be text, in one line; the first one of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """Return the name of a JSON-LD thing, which may be given as a text, an object or a list of them."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _title(page: _Elements) -> str | None:
    title = page.first("title")
    return _text(title.get_text(" ")) if title else None


def _url(page: _Elements, metas: dict[str, str], linked: dict[str, Any]) -> str | None:
    """Return the page's own address, if it is one of the web and whole."""
    canonical = page.first("link", "rel", "canonical")
    candidates = (canonical.get("href") if canonical else None, metas.get("og:url"), linked.get("url"))
    for written in map(_text, candidates):
        if written and _is_address(written):
            return written
    return None


def _is_address(written: str) -> bool:
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _language(page: _Elements, metas: dict[str, str]) -> str | None:
    html = page.first("html")
    return (
        (_text(html.get("lang")) if html else None) or metas.get("content-language") or metas.get("og:locale")
    )


def _time(page: _Elements) -> str | None:
    """Return the moment of the element that is marked as publication, or of the article's first time."""
    marked = page.first("time", "pubdate")
    if moment := _of_schema(page) or (not marked and _published(page)):
        return moment
    article = page.first("article") or page.first("main")
    times = article.find_all("time", datetime=True, limit=1) if article else ()
    first = marked or next((time for time in times if not _is_beside(time, article)), None)
    return _text(first.get("datetime")) if first else None


def _of_schema(page: _Elements) -> str | None:
    """Return the moment that the microdata of schema.org give, if all of them give the same day."""
    body = page.first("body")
    tags = [tag for tag in page.all("", "itemprop", "datePublished") if not _is_beside(tag, body)]
    found = [moment for tag in tags if (moment := _moment(tag)) and any(map(str.isdigit, moment))]
    return found[0] if len({moment[:LENGTH_OF_DAY] for moment in found}) == 1 else None


def _moment(tag: Tag) -> str | None:
    """Return the moment in an attribute of an element, or else in its words."""
    written = (_text(tag.get(name)) for name in ("datetime", "content", "title"))
    return next(filter(None, written), None) or _text(tag.get_text(" "))


def _is_beside(time: Tag, article: Tag | None) -> bool:
    """Tell the time of a comment or of another story within an article's element, by the names around it."""
    outer = takewhile(lambda tag: tag is not article, time.parents)
    names = (name for tag in outer for key in ("class", "id") for name in tag.get_attribute_list(key))
    return any(name and BESIDE.search(name) for name in names)


def _published(page: _Elements) -> str | None:
    """Return the moment in the hAtom microformat (class "published"), if the page has just one."""
    found = [tag for name in ("abbr", "time") for tag in page.all(name, "class", "published")]
    return _text(found[0].get("datetime") or found[0].get("title")) if len(found) == 1 else None


def _keywords(page: _Elements, metas: dict[str, str], linked: dict[str, Any]) -> tuple[str, ...]:
    """Return the topics that the page declares: one tag each, or a list with commas."""
    tags = [_text(tag.get("content")) for tag in page.all("meta", "property", "article:tag")]
    listed = linked.get("keywords")
    if isinstance(listed, list):
        tags += [_text(tag) for tag in listed]
    else:
        tags += (_text(listed) or "").split(",")
    if not any(tags):
        tags += (_first(metas, KEYWORDS) or "").split(",")
    found = (tag.strip() for tag in tags if tag)
    return tuple(dict.fromkeys(tag for tag in found if tag and len(tag) < 60))[:MOST_KEYWORDS]


def _article_of_json(page: _Elements) -> dict[str, Any]:
    """Return the first JSON-LD object that is an article, or else a page; empty if none is."""
    scripts = page.all("script", "type", "application/ld+json")
    things = [thing for script in scripts for thing in _things(script)]
    found = (thing for kind in KINDS_OF_STORY for thing in things if _is_of(kind, thing))
    return next(found, {})


def _is_of(kind: re.Pattern[str], thing: dict[str, Any]) -> bool:
    named = thing.get("@type")
    return any(
        isinstance(name, str) and kind.search(name)
        for name in (named if isinstance(named, list) else [named])
    )


def _things(script: Tag) -> Iterator[dict[str, Any]]:
    """Yield the objects of one script: itself, those of its list, those of its graph."""
    text = script.get_text()
    if len(text) > LARGEST_JSON:
        return
    try:
        data = json.loads(_unmarked(text), strict=False)
    except (ValueError, RecursionError):
        return
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _unmarked(text: str) -> str:
    """Return the text of a script without the marks of a CDATA section."""
    text = text.strip()
    begin = next((mark for mark in CDATA_BEGINS if text.startswith(mark)), "")
    end = next((mark for mark in CDATA_ENDS if text.endswith(mark)), "")
    return text.removeprefix(begin).removesuffix(end)


def _saver(comments: Iterable[Comment]) -> tuple[str | None, str | None]:
    """Return the address and the time that a browser or the Internet Archive wrote into the page it saved."""
    url = captured = None
    for comment in comments:
        saved, archived = SAVED_FROM.search(comment), ARCHIVED_ON.search(comment)
        url = saved["url"] if saved else url
        captured = f"{archived['date']} {archived['clock']} GMT" if archived else captured
    return url, captured
