"""What the systems are asked, the same for all of them, from a seed."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.benchmarks.wire import Story

FACETS = ("speaker", "source", "event", "country", "topic", "year")
PLAIN = re.compile(r"[A-Za-z]{4,}")
CONNECTIVES = {
    "with",
    "from",
    "that",
    "will",
    "have",
    "been",
    "were",
    "this",
    "only",
    "there",
    "over",
    "more",
    "than",
}


@dataclass(frozen=True)
class Query:
    """Words that must all be in an article; side by side where it is a phrase."""

    words: tuple[str, ...]
    phrase: bool = False

    @property
    def text(self) -> str:
        """The query as a reader types it; Tantivy and FTS5 read the same."""
        return f'"{" ".join(self.words)}"' if self.phrase else " ".join(self.words)


@dataclass
class Answer:
    """What a system found: how many, the numbers of the first stories, and each facet's counts."""

    total: int
    first: list[int]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)


def facet_values(story: Story) -> dict[str, list[str]]:
    """Return the values of `story` for each of `FACETS`, for what is not filled from the database."""
    return {
        "speaker": list(dict.fromkeys(said.speaker.name for said in story.statements)),
        "source": [story.source],
        "event": [story.event],
        "country": list(story.countries),
        "topic": list(story.topics),
        "year": [str(story.published.year)],
    }


def find_words(text: str) -> list[str]:
    """Return the words of `text` that say something."""
    return [word for word in PLAIN.findall(text) if word.lower() not in CONNECTIVES]


def mixed_queries(stories: Sequence[Story], count: int, seed: int = 7) -> list[Query]:
    """Return single words, pairs of words and names as phrases, of every frequency, taken from `stories`."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        story = chance.choice(stories)
        words = find_words(story.body)
        kinds = (
            Query((chance.choice(words),)),
            Query(tuple(chance.sample(words, 2))),
            Query(tuple(story.statements[0].speaker.name.split()), phrase=True),
        )
        made.append(kinds[number % len(kinds)])
    return made


def known_items(stories: Sequence[Story], count: int, seed: int = 11) -> list[tuple[Query, int]]:
    """Return headlines as queries, each with the number of the story that it is of."""
    chosen = random.Random(seed).sample(list(stories), count)
    return [(Query(tuple(re.findall(r"\w+", story.title))), story.number) for story in chosen]
