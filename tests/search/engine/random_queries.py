"""Random documents and random queries of every kind, from a seed."""

import random
from datetime import datetime, timedelta

from whoosh import query as wq

WORDS = [
    a + b
    for a in ("ba", "co", "di", "fu", "ge", "ka", "mo", "ta")
    for b in ("ler", "min", "pos", "rad", "x", "lert")
]
TOPICS = ["trade", "sea, sky", "арктика", "a/b", "aid & arms", "visas"]
FIRST_DAY = datetime(2012, 1, 1)


class Chance:
    """One seed's documents and queries."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.common = self.random.sample(WORDS, len(WORDS))

    def word(self):
        """A word; some are many times as common as others."""
        return self.common[min(int(self.random.expovariate(0.12)), len(self.common) - 1)]

    def words(self, low, high):
        """Several words, with stop words among them."""
        return " ".join(self.random.choice(["the", "of"]) if self.random.random() < 0.1 else self.word()
                        for _ in range(self.random.randint(low, high)))  # fmt: skip

    def document(self, number):
        """One document as the engine's writer takes it."""
        made = {
            "id": f"archive.article.{number}", "django_ct": "archive.article", "django_id": str(number),
            "text": self.words(3, 40), "title": self.words(1, 6),
            "place_exact": self.random.choice(["Oslo", "Bergen, west", "Narvik"]),
            "topics": self.random.sample(TOPICS, self.random.randint(0, 3)),
            "words": self.random.randint(0, 40), "share": self.random.randint(-8, 40) / 8,
            "long": self.random.random() < 0.3,
            "published": FIRST_DAY + timedelta(hours=self.random.randrange(50_000)),
        }  # fmt: skip
        made["topics_exact"] = made["topics"]
        if self.random.random() < 0.2:
            del made["published"]
        if self.random.random() < 0.1:
            del made["title"]
        return made

    def query(self, depth=3):
        """A query, nested up to `depth` levels."""
        if depth == 0 or self.random.random() < 0.35:
            return self.random.choice(
                [self._term, self._term, self._phrase, self._pattern, self._range, self._value]
            )()
        return self.random.choice([self._and, self._or, self._not, self._and_not])(depth - 1)

    def _field(self):
        return self.random.choice(["text", "text", "text", "title"])

    def _boost(self):
        return self.random.choice([1.0, 1.0, 1.0, 2.5])

    def _term(self):
        return wq.Term(self._field(), self.word(), boost=self._boost())

    def _phrase(self):
        words = [self.word() for _ in range(self.random.randint(2, 3))]
        return wq.Phrase("text", words, slop=self.random.choice([1, 1, 2, 5]), boost=self._boost())

    def _pattern(self):
        word, field = self.word(), self._field()
        return self.random.choice([
            wq.Prefix(field, word[:self.random.randint(1, 4)]),
            wq.Prefix(field, word[:2], constantscore=False),
            wq.Wildcard(field, f"{word[:2]}*{word[-1]}"),
            wq.Wildcard(field, f"?{word[1:]}"),
            wq.Wildcard(field, "*"),
            wq.FuzzyTerm(field, word[:-1] + "z", maxdist=self.random.randint(1, 2), prefixlength=1),
            wq.FuzzyTerm(field, word, maxdist=1),
            wq.TermRange(field, word, None), wq.TermRange(field, "co", word),
            wq.Regex(field, f"{word[:2]}.*"),
        ])  # fmt: skip

    def _range(self):
        low, size = self.random.randint(-3, 40), self.random.randint(0, 20)
        start = FIRST_DAY + timedelta(hours=self.random.randrange(50_000))
        low_end, high_end = self.random.random() < 0.3, self.random.random() < 0.3
        return self.random.choice([
            wq.NumericRange("words", low, low + size, low_end, high_end),
            wq.NumericRange("words", None, low), wq.NumericRange("share", low / 8, None, low_end),
            wq.DateRange("published", start, start + timedelta(days=300), low_end, high_end),
            wq.DateRange("published", None, start),
        ])  # fmt: skip

    def _value(self):
        return self.random.choice([
            wq.Term("topics", self.random.choice(TOPICS)), wq.Term("place_exact", "Bergen, west"),
            wq.Term("long", self.random.random() < 0.5), wq.Every(), wq.Every("title"), wq.Every("published"),
            wq.Term("text", "nowhere"), wq.NullQuery, wq.ConstantScoreQuery(self._term(), 3.0),
        ])  # fmt: skip

    def _parts(self, depth):
        return [self.query(depth) for _ in range(self.random.randint(2, 4))]

    def _and(self, depth):
        return wq.And(self._parts(depth), boost=self._boost())

    def _or(self, depth):
        return wq.Or(self._parts(depth), boost=self._boost())

    def _not(self, depth):
        return wq.And([self.query(depth), wq.Not(self.query(depth))])

    def _and_not(self, depth):
        return wq.AndNot(self.query(depth), self.query(depth))
