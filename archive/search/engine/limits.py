"""What a query may cost, and what is said where it would cost more."""

import time

MOST_WORDS = 1000
DEEPEST = 60  # levels of brackets or of SQ objects
LONGEST_QUERY = 20_000  # characters of a query that is parsed


class QueryTooCostly(Exception):
    """A query that would take longer than the time limit; its text is a sentence to show."""

    def __init__(self) -> None:
        super().__init__(
            "This search would take too long. Use fewer words, fewer * and ?, or longer word beginnings."
        )


class Deadline:
    """A moment after which a query is refused; whatever goes through many terms or documents asks it."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def check(self) -> None:
        """Raise QueryTooCostly where the moment has passed."""
        if time.monotonic() > self.end:
            raise QueryTooCostly
