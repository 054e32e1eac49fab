"""One office as a body names it: "former French Deputy Foreign Minister"."""

from dataclasses import dataclass
from functools import lru_cache

from archive.extraction.names.vocabulary import FEMALE_OFFICES, INDEFINITE, MALE_OFFICES, SMALL_WORDS

SPELLINGS = {
    "defence": "defense",
    "spokeswoman": "spokesperson",
    "spokesman": "spokesperson",
    "labour": "labor",
}
SPELT = {
    "pm": "prime minister",
    "fm": "foreign minister",
    "eam": "external affairs minister",
    "mos": "minister state",
}


@dataclass(frozen=True, slots=True)
class Office:
    """Tokens first..last (exclusive) that name an office, its determiner left out.

    `title` is as a heading writes it ("Deputy Foreign Minister"), without country and organization, and
    without how it is held, its `standing`: "Former", "Acting", or nothing.
    `head` is the index of the head's first token, `determiner` the word before the office, if it is one
    ("the", "a", "his"). It is `bare` where its head ends it: not in "director of the institute".
    """

    first: int
    last: int
    head: int
    title: str
    holder: str
    is_title: bool
    organization: str | None = None
    country: str | None = None
    determiner: str | None = None
    standing: str = ""
    bare: bool = True

    @property
    def gender(self) -> str:
        """What the word tells of who holds it ("m", "f"), or nothing."""
        title = self.title.lower()
        return "f" if title.endswith(FEMALE_OFFICES) else "m" if title.endswith(MALE_OFFICES) else ""

    @property
    def begin(self) -> int:
        """The first token, its determiner taken in."""
        return self.first - (self.determiner is not None)

    @property
    def indefinite(self) -> bool:
        """Whether any holder may be meant: "a spokesman"."""
        return self.determiner in INDEFINITE

    @property
    def telling(self) -> frozenset[str]:
        """The words of the title that count, in one spelling: Defence Minister and defense minister agree."""
        return _telling(self.title)


@lru_cache(maxsize=5_000)
def _telling(title: str) -> frozenset[str]:
    lowers = title.lower().replace("-", " ").replace("premier", "prime minister").split()
    words = " ".join(SPELT.get(word, word) for word in lowers).split()
    return frozenset(SPELLINGS.get(word, word) for word in words if word not in SMALL_WORDS)
