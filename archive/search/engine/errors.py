"""What the engine refuses, in words for the reader."""


class QueryTooCostly(Exception):
    """A query that would take longer than the time limit; its text is a sentence to show."""

    def __init__(self) -> None:
        super().__init__(
            "This search would take too long. Use fewer words, fewer * and ?, or longer word beginnings."
        )
