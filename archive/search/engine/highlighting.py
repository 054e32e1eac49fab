"""The words of a query where they stand in a text."""

from django.utils.html import escape

from .analysis import WORD, find_terms

EXCERPT = 300  # characters, about


def highlight(text: str, terms: set[str], before: str = "<em>", after: str = "</em>") -> str:
    """Return the part of `text` with the most different `terms`, as HTML, each in `before` and `after`."""
    words = [(match.span(), term) for match, (_, term) in
             zip(WORD.finditer(text), find_terms(text), strict=True) if term in terms]  # fmt: skip
    start, end = _excerpt(text, words)
    parts, last = [], start
    for (word_start, word_end), _ in words:
        if start <= word_start and word_end <= end:
            parts += [escape(text[last:word_start]), before, escape(text[word_start:word_end]), after]
            last = word_end
    return "".join([*parts, escape(text[last:end])])


def _excerpt(text: str, words: list[tuple[tuple[int, int], str | None]]) -> tuple[int, int]:
    best, start = 0, 0
    for (word_start, _), _ in words:
        inside = {term for (place, _), term in words if word_start <= place < word_start + EXCERPT - 60}
        if len(inside) > best:
            best, start = len(inside), max(0, word_start - 60)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", start + EXCERPT)
    return start, len(text) if end < 0 else end
