"""Where the words of a statement stand in a body."""

MOST_SPANS = 6

Span = tuple[int, int]


def find_spans(body: str, text: str, start: int = 0) -> tuple[Span, ...]:
    """Return the spans of `body`, in order, whose words joined by spaces are `text`; () if there are none.

    The fewest spans are taken, each as long as can be: a statement may be interrupted, "A," he said, "B."
    """
    words = text.split()
    spans: list[Span] = []
    while words and len(spans) < MOST_SPANS:
        for count in range(len(words), 0, -1):
            piece = " ".join(words[:count])
            place = body.find(piece, start)
            if place >= 0:
                break
        else:
            return ()
        start = place + len(piece)
        spans.append((place, start))
        words = words[count:]
    return () if words else tuple(spans)
