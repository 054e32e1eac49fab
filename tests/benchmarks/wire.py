"""Plausible wire stories with known truth, the same for the same seed.

The names are put together from parts and mean nobody; how often each speaks follows Zipf's law, as on a real
wire.
"""

# ruff: noqa: SIM905 (lists of words read best as text)
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate

FIRST = (
    "Adam Boris Carla Daniel Elena Farid George Hanna Igor Julia Karim Laura Mikhail Nadia Omar Petra".split()
)
FIRST += "Rashid Sofia Thomas Ulrike Viktor Wanda Yusuf Zoran Andrei Beatriz Chen Dmitri Eva Fatima".split()
STEMS = "Bal Cor Dan Fer Gal Hor Kam Lar Mor Nor Oren Pav Rad Sar Tar Ul Vas Yar Zel Brand Kost Marn".split()
ENDS = "ov enko sky ini ez man berg adze yan ides son ic escu i aran".split()
OFFICES = (
    "Foreign Minister", "Deputy Foreign Minister", "Defence Minister", "Prime Minister", "President",
    "ambassador",
    "Foreign Ministry spokeswoman", "special envoy", "Secretary of State", "permanent representative",
)  # fmt: skip
COUNTRIES = {
    "RU": "Russia", "US": "United States", "FR": "France", "DE": "Germany", "CN": "China", "IR": "Iran",
    "TR": "Turkey",
    "SY": "Syria", "UA": "Ukraine", "GB": "United Kingdom", "IN": "India", "EG": "Egypt", "JP": "Japan",
    "KZ": "Kazakhstan",
    "SA": "Saudi Arabia", "IL": "Israel", "PL": "Poland", "BR": "Brazil",
}  # fmt: skip
PLACES = (
    "MOSCOW VIENNA GENEVA WASHINGTON PARIS BERLIN BEIJING TEHRAN ANKARA ASTANA LONDON CAIRO TOKYO BRUSSELS"
).split()
TOPICS = (
    "arms control", "sanctions", "trade", "Syria settlement", "nuclear programme", "energy",
    "peacekeeping", "visas",
    "human rights", "climate", "cyber security", "border dispute", "missile defence", "refugees", "space",
    "fisheries",
)  # fmt: skip
SOURCES = (
    "Northern Wire", "Capital Courier", "Meridian News", "The Daily Envoy", "Harbour Press",
    "Continental Agency",
    "Policy Review", "Eastern Dispatch", "Global Monitor", "Ministry Bulletin",
)  # fmt: skip
MEETINGS = (
    "summit",
    "round of talks",
    "ministerial meeting",
    "conference",
    "emergency session",
    "consultations",
)
DOINGS = (
    "signing of the {topic} agreement", "launch of joint {topic} patrols", "vote on the {topic} resolution",
    "exchange of notes on {topic}", "opening of the {topic} commission",
    "withdrawal of observers over {topic}",
)  # fmt: skip
CLAIMS = (
    "the {topic} issue can only be settled through dialogue", "no deadline has been set for the {meeting}",
    "{country} will answer any new restrictions on {topic}",
    "the sides agreed to continue the {meeting} in {place}",
    "experts from {country} have prepared a draft on {topic}",
    "there is no alternative to the {place} accords",
    "the proposal of {country} on {topic} deserves attention",
    "inspectors will return to {site} within {number} days",
    "more than {number} people were evacuated from {site}", "the {meeting} produced no result on {topic}",
    "the shipment seized near {site} was bound for {country}", "work on the {site} crossing will resume",
)  # fmt: skip
CUES = ("said", "stressed", "noted", "told reporters", "added", "announced", "underlined", "argued")
FILLERS = (
    "The {meeting} in {place} brought together delegations from {country} and {other}.",
    "Relations between {country} and {other} have been strained over {topic} since the incident at {site}.",
    "About {number} observers have worked at {site} under the mandate that expires this year.",
    "The document on {topic} consists of {number} articles and was published in {place}.",
    "Trade between {country} and {other} fell by {number} percent, according to official figures.",
    "Earlier, officials in {place} rejected reports that the {site} facility had been closed.",
    "The opposition in {country} criticised the government's approach to {topic} and called for a vote.",
    "A convoy with {number} tonnes of aid reached {site} on the eve of the {meeting}.",
)  # fmt: skip
HEADLINES = (
    "{speaker} says {claim}", "{country} and {other} discuss {topic} at {site}", "{place}: {claim}",
    "{topic} tops agenda of {meeting} in {place}, {speaker} says",
    "{speaker} dismisses reports from {site}",
)  # fmt: skip
SYLLABLES = "ka lo mi ra ten vos dur bel sha qui nor zem pal tir gor una vel".split()
FIRST_DAY = datetime(2009, 1, 1, tzinfo=UTC)
DAYS = 4700


@dataclass(frozen=True)
class Speaker:
    """Someone who speaks: a person in an office of a country."""

    name: str
    office: str
    country: str  # ISO 3166-1 alpha-2

    @property
    def surname(self) -> str:
        """The last name, as later mentions have it."""
        return self.name.split()[-1]


@dataclass(frozen=True)
class Said:
    """One statement: `spans` of the body, end exclusive."""

    speaker: Speaker
    kind: str
    spans: tuple[tuple[int, int], ...]
    cue: str


@dataclass(frozen=True)
class Story:
    """One article and the truth about it."""

    number: int
    title: str
    body: str
    place: str
    source: str
    published: datetime
    topics: tuple[str, ...]
    event: str
    countries: tuple[str, ...]
    statements: tuple[Said, ...] = field(default=())

    @property
    def url(self) -> str:
        """An address of its own."""
        return (
            f"https://{self.source.lower().replace(' ', '-')}.example/{self.published:%Y/%m/%d}/{self.number}"
        )


class World:
    """The speakers and happenings that the stories of one seed tell of."""

    def __init__(self, seed: int, speakers: int = 600, events: int = 400) -> None:
        self.random = random.Random(seed)
        self.speakers = [self._speaker() for _ in range(speakers)]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(speakers)))
        self.events = [self._event() for _ in range(events)]
        self.sites = [self._site() for _ in range(6000)]

    def _speaker(self) -> Speaker:
        pick = self.random.choice
        return Speaker(f"{pick(FIRST)} {pick(STEMS)}{pick(ENDS)}", pick(OFFICES), pick(list(COUNTRIES)))

    def _event(self) -> str:
        pick = self.random.choice
        return f"{pick(PLACES).title()} {pick(DOINGS).format(topic=pick(TOPICS))}"

    def _site(self) -> str:
        return "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 4))).title()

    def stories(self, count: int) -> Iterator[Story]:
        """Yield `count` stories."""
        for number in range(1, count + 1):
            yield self._story(number)

    def _slots(self) -> dict[str, str]:
        pick = self.random.choice
        country, other = self.random.sample(list(COUNTRIES.values()), 2)
        return {
            "topic": pick(TOPICS), "meeting": pick(MEETINGS), "place": pick(PLACES).title(),
            "country": country,
            "other": other, "site": pick(self.sites), "number": str(self.random.randint(2, 900)),
        }  # fmt: skip

    def _claim(self, slots: dict[str, str]) -> str:
        changed = slots | {key: value for key, value in self._slots().items() if self.random.random() < 0.6}
        return self.random.choice(CLAIMS).format(**changed)

    def _story(self, number: int) -> Story:
        slots, pick = self._slots(), self.random.choice
        cast = self.random.choices(self.speakers, cum_weights=self.weights, k=self.random.randint(1, 3))
        claim = self._claim(slots)
        title = pick(HEADLINES).format(speaker=cast[0].surname, claim=claim, **slots)
        event, place = pick(self.events), pick(PLACES)
        body, said = self._body(cast, claim, slots, event, place)
        countries = {speaker.country for speaker in cast}
        countries |= {code for code, name in COUNTRIES.items() if name in (slots["country"], slots["other"])}
        return Story(
            number, title[0].upper() + title[1:], body, place, pick(SOURCES),
            FIRST_DAY + timedelta(minutes=self.random.randrange(DAYS * 1440)),
            tuple(dict.fromkeys([slots["topic"], pick(TOPICS)])), event, tuple(sorted(countries)), said,
        )  # fmt: skip

    def _body(self, cast: list[Speaker], claim: str, slots: dict[str, str], event: str,
              place: str) -> tuple[str, tuple[Said, ...]]:  # fmt: skip
        text = f"{place} (Wire) - "
        said: list[Said] = []
        met: set[Speaker] = set()
        for turn in range(self.random.randint(8, 12)):
            speaker = cast[turn % len(cast)]
            words = claim if turn == 0 else self._claim(slots)
            sentence, kind, span, cue = self._statement(speaker, words, speaker in met)
            said.append(Said(speaker, kind, ((len(text) + span[0], len(text) + span[1]),), cue))
            met.add(speaker)
            filler = self.random.choice(FILLERS).format(**(slots if turn % 2 else self._slots()))
            text += f"{sentence} {filler}\n\n"
        return f"{text}The {event} was mentioned as well.", tuple(said)

    def _statement(self, speaker: Speaker, words: str, met: bool) -> tuple[str, str, tuple[int, int], str]:
        """Return a sentence, its kind, the span of the statement in it and the cue."""
        cue = self.random.choice(CUES)
        name = speaker.surname if met else f"{COUNTRIES[speaker.country]}'s {speaker.office} {speaker.name}"
        if self.random.random() < 0.5:
            quoted = words[0].upper() + words[1:]
            return f"“{quoted},” {name} {cue}.", "direct", (1, 1 + len(quoted)), cue
        lead = f"{name} {cue} that "
        return f"{lead}{words}.", "indirect", (len(lead), len(lead) + len(words)), cue
