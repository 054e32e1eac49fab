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
    """How long a query may be worked on; whatever goes through many terms or documents asks it.

    What counts is the time that this thread has the processor: a query is not too costly because the disk or
    the machine was busy with something else.
    """

    def __init__(self, seconds: float) -> None:
        self.end = time.thread_time() + seconds

    def check(self) -> None:
        """Raise QueryTooCostly where the time is up. To be asked in the thread that made it."""
        if time.thread_time() > self.end:
            raise QueryTooCostly
