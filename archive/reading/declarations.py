"""What a page's own markup declares about it: meta tags, JSON-LD, Open Graph, time elements."""

from bs4 import BeautifulSoup

from archive.reading.page import Metadata

PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip


def declared(soup: BeautifulSoup) -> Metadata:
    """Return the page's declarations as written, unverified."""
    metas = _metas(soup)
    canonical = soup.find("link", rel="canonical")
    html = soup.find("html")
    return Metadata(
        title=metas.get("og:title") or (soup.title.get_text(" ", strip=True) if soup.title else None),
        url=(canonical.get("href") if canonical else None) or metas.get("og:url"),
        site_name=metas.get("og:site_name"),
        published=next((metas[name] for name in PUBLISHED if name in metas), None),
        modified=metas.get("article:modified_time"),
        language=html.get("lang") if html else None,
        author=metas.get("author"),
        description=metas.get("og:description") or metas.get("description"),
    )


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if name and content and content.strip():
            found.setdefault(str(name).lower(), str(content).strip())
    return found
