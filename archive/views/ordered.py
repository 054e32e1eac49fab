"""What pages that show the results of one search in order of time have in common: their links."""

from dataclasses import replace
from typing import ClassVar

from archive.search import SearchRequest, SearchResult

from . import search_links as links

NAMES = {"newest": "Newest first", "oldest": "Oldest first"}


class Ordered:
    """A page that shows what is `found` by what is `asked`; `here` is as much of that as its address says.

    Its results are in the first of `ORDERS` unless the address asks for the second.
    """

    ORDERS: ClassVar[tuple[str, str]]

    asked: SearchRequest
    here: SearchRequest
    found: SearchResult

    @classmethod
    def order_of(cls, asked: SearchRequest) -> str:
        """Return the order that an address asks for."""
        usual, other = cls.ORDERS
        return other if asked.sort == other else usual

    def orders(self) -> list[links.Link]:
        """Return the orders that there are."""
        chosen = self.order_of(self.here)
        return [
            links.Link(
                NAMES[order], self.here.query_string(sort=self.in_address(order)), chosen=order == chosen
            )
            for order in self.ORDERS
        ]

    @classmethod
    def in_address(cls, order: str) -> str:
        """Return how an address says `order`: not at all where it is the usual one."""
        return "relevance" if order == cls.ORDERS[0] else order

    def zoom_out(self) -> links.Link | None:
        """Return the link to a longer time."""
        return links.zoom_out(self.here)

    def turns(self) -> dict[str, str | None]:
        """Return the queries of the pages before and after."""
        return links.page_links(self.here, self.found)

    @property
    def undated_query(self) -> str:
        """The query of what has no date, without the dates asked for."""
        return self.here.query_string(undated=True, start=None, end=None)

    @property
    def whole_query(self) -> str:
        """The same search on the search page, as a table and as a feed."""
        return replace(self.asked, sort="relevance").query_string()
