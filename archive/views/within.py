"""A search within one page: what someone said or a source carries, narrowed as the address asks."""

from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

from django.http import QueryDict

from archive.models import Article, Statement
from archive.search import SearchRequest, SearchResult, parse_request, search

from . import search_links as links
from .lanes import Chart, chart_of
from .ordered import Ordered
from .quoted import load_statements

OWN = {"type": "articles", "speaker": (), "source": (), "event": ()}  # what an address that is not fixed has

OFFERED = ("topic", "event", "country")
SHOWN_CHOICES = 5  # of a facet; the others unfold


@dataclass(frozen=True)
class Within(Ordered):
    """What is found, and the links that change what is asked for.

    `asked` is the whole search; `here` is as much of it as the page's own address says.
    """

    ORDERS = ("newest", "oldest")
    KINDS = links.KIND_NAMES

    asked: SearchRequest
    here: SearchRequest
    found: SearchResult

    @classmethod
    def page(cls, params: QueryDict, size: int = 20, **fixed: object) -> "Within":
        """Return what an address with `params` finds on a page whose filters `fixed` hold anyhow.

        The newest comes first unless the address asks for the oldest.
        """
        said = parse_request(params)
        order = cls.order_of(said)
        here = replace(said, **{name: OWN[name] for name in fixed}, sort=cls.in_address(order))
        asked = replace(said, **fixed, sort=order)
        return cls(asked, here, search(asked, size))

    @property
    def narrowed(self) -> bool:
        """Whether the address narrows what the page would show."""
        plain = replace(self.here, page=1, sort="relevance", problems=())
        return plain != SearchRequest()

    @cached_property
    def statements(self) -> list[Statement]:
        """The statements of this page, where it is statements that are found."""
        return load_statements(self.found.hits)

    @property
    def by_article(self) -> list[tuple[Article, list[Statement]]]:
        """The statements by their articles, in each as they stand there."""
        groups: dict[Article, list[Statement]] = {}
        for statement in self.statements:
            groups.setdefault(statement.article, []).append(statement)
        return [(article, sorted(group, key=attrgetter("position"))) for article, group in groups.items()]

    def chips(self) -> list[links.Link]:
        """Return what narrows the page."""
        return links.chips(self.here, self.found)

    def facets(self) -> list[links.Facet]:
        """Return the filters that may narrow the page further."""
        facets = {facet.field: facet for facet in links.facet_links(self.here, self.found)}
        return [_shortened(facets[name]) for name in OFFERED if name in facets]

    def chart(self) -> Chart | None:
        """Return how what is found is spread over time."""
        return chart_of(
            [("", self.asked)], lambda period: f"?{self.here.query_string(start=period, end=period)}"
        )

    def kept(self) -> list[tuple[str, str]]:
        """Return what the page's form has to send along."""
        return [pair for pair in links.kept_parameters(self.here) if pair[0] != "kind"]


def _shortened(facet: links.Facet) -> links.Facet:
    """Return the facet with fewer choices shown and more that unfold; what is chosen is shown."""
    choices = (*facet.choices, *facet.more)
    shown = max(SHOWN_CHOICES, sum(link.chosen for link in choices))
    return replace(facet, choices=choices[:shown], more=choices[shown:])
