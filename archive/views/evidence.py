"""Why an article is taken to be of its date, each reason with the way to the words that it rests on."""

from dataclasses import dataclass
from urllib.parse import quote

from archive.models import Article

CUT = "…"  # ends words that were too long to be written down whole


@dataclass(frozen=True)
class Reason:
    """What the page's `words` say of the date; `href` leads to them, where they stand in the body."""

    says: str
    words: str
    href: str = ""


def reasons_for_date(article: Article) -> list[Reason]:
    """Return the evidence for the date of `article`, in order."""
    return [Reason(one.says, one.text, way_to(article.body, one.text)) for one in article.evidence.all()]


def way_to(body: str, words: str) -> str:
    """Return the address within the page of the article that leads to `words`; "" where the body lacks them.

    It names the paragraph, and for browsers that know text fragments (WICG, "URL Fragment Text Directives")
    the very words.
    """
    words = words.removesuffix(CUT).strip()
    start = body.find(words) if words else -1
    if start < 0:
        return ""
    paragraph = sum(bool(text) for text in body[:start].split("\n\n")[:-1]) + 1
    return f"#p{paragraph}:~:text={quote(words, safe='').replace('-', '%2D')}"
