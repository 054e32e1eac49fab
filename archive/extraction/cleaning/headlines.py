"""How likely each line above a story is its headline, by what a reader sees: words and what is beside it.

A conditional log-linear model of ten signs; their weights are in ``lexicon/headlines.txt``.
"""

from collections.abc import Iterator, Sequence

from archive.extraction.cleaning.lines import WHEN_AND_WHO, Line, spaces
from archive.extraction.cleaning.telling import telling
from archive.extraction.lexicon import pairs

WEIGHTS = {sign: float(weight) for sign, weight in pairs("headlines.txt").items()}
BELOW = 5  # lines among which a date or a byline stands
MOST_TOLD = 6  # words; more of them tell no more
SHORTEST, LONGEST = 2, 100  # spaces, characters
MOST_LINES, LONGEST_ABOVE = 400, 40_000  # lines that are weighed, characters above the story


def by_odds(lines: Sequence[Line], numbers: Sequence[int], told: frozenset[str], first: int) -> Iterator[int]:
    """Yield `numbers`, or the last MOST_LINES of them, with the likeliest headline first.

    `numbers` go up, and their lines have telling words. `told` are those of the story, `first` is the number
    of its first line.
    """
    above = "\n".join(line.text for line in lines[:first])[-LONGEST_ABOVE:].casefold()
    odds: dict[int, float] = {}
    most = 0
    for number in numbers[-MOST_LINES:]:
        line, below = lines[number], lines[number + 1 : min(first, number + 1 + BELOW)]
        named = telling(line.text)
        tells = len(named & told)
        signs = {
            "told": min(tells, MOST_TOLD),
            "share": tells / len(named),
            "tells more": tells > most,
            "dated below": any(other.kind in WHEN_AND_WHO for other in below),
            "dated above": number > 0 and lines[number - 1].kind in WHEN_AND_WHO,
            "printed again": spaces(line.text) >= SHORTEST and above.count(line.text.casefold()) > 1,
            "above story": number + 1 == first,
            "short": spaces(line.text) < SHORTEST,
            "long": len(line.text) > LONGEST,
            "stopped": line.text[-1] in ".:,;",
        }
        odds[number] = sum(WEIGHTS[sign] * value for sign, value in signs.items())
        most = max(most, tells)
    yield from sorted(odds, key=lambda number: -odds[number])
