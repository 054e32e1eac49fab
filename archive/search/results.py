"""The fourth of the four values: what was found."""

from dataclasses import dataclass, field
from typing import Any, Literal

FACETS = ("speaker", "source", "event", "country", "topic")
OF_STATEMENTS = (
    "speaker",
    "kind",
    "source",
    "event",
    "country",
    "topic",
)  # as they are shown


@dataclass(frozen=True)
class Hit:
    """One article or statement that was found.

    `title` is the article's heading, for a statement too; `text`, `speaker` and `article` (its id) are a
    statement's. `heading` (the title) and `snippet` are HTML that is safe to show: escaped text with the hits
    in ``<mark>``. `reasons` are words of the query that stand in neither, each with the field that has it:
    ``speaker_names``, ``source_name``, or ``names`` of whom and what it is about.
    `published` is ISO, cut to its precision (``2015``, ``2015-10``, ``2015-10-15``), None where undated.
    """

    type: Literal["article", "statement"]
    id: int
    url: str
    title: str
    heading: str
    snippet: str
    source: str | None
    source_name: str | None
    published: str | None
    precision: str
    score: float
    reasons: tuple[tuple[str, str], ...] = ()
    speakers: tuple[tuple[str, str], ...] = ()  # (slug, name)
    speaker: str | None = None  # slug; None for an unnamed speaker
    speaker_name: str | None = None
    text: str | None = None
    speaker_kind: str | None = None  # person, organization
    kind: str | None = None
    confidence: float | None = None  # 0 to 1; 1 where an editor confirmed it
    article: int | None = None
    copies: tuple["Hit", ...] = ()  # hits with nearly the same text, where they are folded


@dataclass(frozen=True)
class Choice:
    """One value of a facet: how many would be found by picking it."""

    slug: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True)
class Period:
    """One bar of the date histogram; `start` is ``2015``, ``2015-10`` or ``2015-10-15``, by the zoom."""

    start: str
    count: int


@dataclass(frozen=True)
class SearchResult:
    """One page of what was found, with the facets of the whole."""

    total: int
    page: int
    pages: int
    undated: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Choice, ...]] = field(default_factory=dict)  # keys: FACETS or OF_STATEMENTS
    dates: tuple[Period, ...] = ()
    did_you_mean: str | None = None
    notices: tuple[str, ...] = ()  # e.g. that the query did not parse and was searched as plain words

    def as_dict(self) -> dict[str, Any]:
        """Return the result as /search.json shows it."""
        names = OF_STATEMENTS if "kind" in self.facets else FACETS
        facets: dict[str, Any] = {
            name: [dict(vars(choice)) for choice in self.facets.get(name, ())] for name in names
        }
        facets["date"] = [{"from": period.start, "count": period.count} for period in self.dates]
        return {
            "total": self.total,
            "page": self.page,
            "pages": self.pages,
            "undated": self.undated,
            "did_you_mean": self.did_you_mean,
            "notices": list(self.notices),
            "results": [hit_as_dict(hit) for hit in self.hits],
            "facets": facets,
        }


def hit_as_dict(hit: Hit) -> dict[str, Any]:
    """Return one hit as /search.json shows it."""
    shown: dict[str, Any] = {
        "type": hit.type, "id": hit.id, "url": hit.url, "snippet": str(hit.snippet), "source": hit.source,
        "published": hit.published, "precision": hit.precision, "score": hit.score,
    }  # fmt: skip
    if hit.type == "article":
        return shown | {"title": hit.title, "speakers": [slug for slug, _ in hit.speakers]}
    said = ("article", "speaker", "speaker_name", "kind", "confidence", "text")
    return shown | {name: getattr(hit, name) for name in said}
