"""Lanes over time: for each of a few speakers a row of bars, by the month or by the day, above one axis.

The axis is cut into bands (years, months or days), each of them one link: a chart of ten years of months has
ten links and not a hundred and twenty. Across, all is in percent, so that a chart fits any screen without
its letters being stretched; down, it is in pixels.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from archive.search import SearchRequest, spread
from archive.search.results import Period

from .dates import iso_in_words
from .scales import DAY, YEAR, Scale

MOST_BANDS = 100  # where there would be more, only those that have bars are drawn
MOST_LABELS = 8
NAME, BARS, LEAST, AXIS = (
    22,
    34,
    2,
    20,
)  # heights: of a lane's name, its highest bar, its lowest bar, the axis
ALONE = 60  # height of the highest bar where there is one lane, without a name


@dataclass(frozen=True)
class Lane:
    """A row of bars, `path`, that stands on `base`, below its name; one unit across is one period."""

    number: int
    name: str
    base: int
    height: int
    path: str

    @property
    def top(self) -> int:
        """Where the highest bar begins."""
        return self.base - self.height

    @property
    def name_base(self) -> int:
        """Where the name stands."""
        return self.top - 6


@dataclass(frozen=True)
class Band:
    """A part of the axis; `href` leads to what is dated within it, and is blank where nothing is."""

    words: str  # "2014: 12"
    label: str  # blank where labels would come too near each other
    x: str
    width: str
    href: str


@dataclass(frozen=True)
class Chart:
    """Lanes above one axis; `steps` is how many periods are on it."""

    lanes: tuple[Lane, ...]
    bands: tuple[Band, ...]
    steps: int

    @property
    def axis(self) -> int:
        """Where the axis is, from the top."""
        return self.lanes[-1].base

    @property
    def height(self) -> int:
        """The height of all of it."""
        return self.axis + AXIS

    @property
    def label_base(self) -> int:
        """Where the labels of the axis stand."""
        return self.height - 5


Rows = Sequence[tuple[str, Sequence[Period]]]


def chart_of(asked: Sequence[tuple[str, SearchRequest]], href: Callable[[str], str]) -> Chart | None:
    """Return a lane for what each request finds, under its name; None where there is only one bar to draw.

    All requests ask for the same dates, and `href` gives the address of a period.
    """
    start, end = asked[0][1].start, asked[0][1].end
    scale = Scale.of(start, end) if start and end else None
    unit = "day" if scale and scale.bar == DAY else "month"
    rows = [(name, spread(request, unit)) for name, request in asked]
    periods = sorted({period.start for _, counts in rows for period in counts})
    if len(periods) < 2:
        return None
    return draw(rows, scale or Scale.of(periods[0], periods[-1], daily=False), href)


def draw(rows: Rows, scale: Scale, href: Callable[[str], str]) -> Chart:
    """Return the chart of `rows`, names with how many they have in each period, at this scale."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for name, counts in rows:
        for period in counts:
            told[period.start[: scale.band]][name] += period.count
    shown = list(islice(scale.bands(), MOST_BANDS + 1))
    if len(shown) > MOST_BANDS:
        shown = sorted(told)
    every = -(-len(shown) // MOST_LABELS)
    bands = (
        Band(
            f"{iso_in_words(band)}: {_in_words(told[band])}",
            "" if place % every else _label(band, first=not place or band.endswith("-01")),
            *scale.extent(band),
            href(band) if told[band] else "",
        )
        for place, band in enumerate(shown)
    )
    return Chart(_lay(rows, scale), tuple(bands), scale.steps)


def _lay(rows: Rows, scale: Scale) -> tuple[Lane, ...]:
    """Return the lanes, all of one measure; where there is but one, it needs no name."""
    highest = max(period.count for _, counts in rows for period in counts)
    height, above = (ALONE, 0) if len(rows) == 1 else (BARS, NAME)
    return tuple(
        Lane(
            number,
            name if above else "",
            number * (above + height),
            height,
            "".join(_bar(period, height, height / highest, scale) for period in counts),
        )
        for number, (name, counts) in enumerate(rows, 1)
    )


def _bar(period: Period, height: int, measure: float, scale: Scale) -> str:
    """Return a bar as a part of a path (SVG 2, section 9.3); what is there at all is always seen."""
    return f"M{scale.place(period.start)} {height}v-{max(LEAST, round(period.count * measure))}h1V{height}"


def _in_words(told: Counter[str]) -> str:
    """Return ``12``, or ``Anna Berg 3, Carl Zorn 9`` where there are several lanes."""
    if len(told) == 1 and "" in told:
        return f"{told['']:,}"
    return ", ".join(f"{name} {count:,}" for name, count in told.items())


def _label(band: str, first: bool) -> str:
    """Return the label of a year, a month, a day: ``2014``, ``Mar``, ``4``; the first month with its year."""
    if len(band) == YEAR:
        return band
    if len(band) == DAY:
        return str(int(band[8:]))
    return f"{date.fromisoformat(f'{band}-01'):{'%b %Y' if first else '%b'}}"
