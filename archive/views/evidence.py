"""Why an article is taken to be of its date, each reason with the place of the words that it rests on."""

from dataclasses import dataclass

from archive.models import Article

CUT = "…"  # ends words that were too long to be written down whole


@dataclass(frozen=True)
class Reason:
    """What the page's `words` say of the date; `span` is where they stand in the body, if they do."""

    number: int
    says: str
    words: str
    span: tuple[int, int] | None = None


def reasons_for_date(article: Article) -> list[Reason]:
    """Return the evidence for the date of `article`, in order."""
    return [
        Reason(one.position, one.says, one.text, find_words(article.body, one.text))
        for one in article.evidence.all()
    ]


def find_words(body: str, words: str) -> tuple[int, int] | None:
    """Return where `words` first stand in `body`."""
    words = words.removesuffix(CUT).strip()
    start = body.find(words)
    return (start, start + len(words)) if words and start >= 0 else None
