"""What was said of an event, side by side: by who said it, by their country, or in order of time."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, F
from django.http import QueryDict

from archive.models import Event, Office, Statement
from archive.search import SearchRequest, SearchResult, search
from archive.search.countries import country_name

from .quoted import SHOWN, load_statements

MOST = 60  # statements
COMPARED = 4  # speakers
SOURCES = {"words": "Of it, in their own words", "articles": "In the articles that tell of it"}
GROUPINGS = {"speaker": "By speaker", "country": "By country", "date": "By date"}
NO_COUNTRY = "Country not known"
OLDEST_FIRST = (F("article__published").asc(nulls_last=True), "article_id", "position")


@dataclass(frozen=True)
class Group:
    """Some statements under one heading; `href` leads to whom or what that is, if anywhere."""

    heading: str
    href: str = ""
    statements: list[Statement] = field(default_factory=list)


class Reactions:
    """What is said of an event: what its own words tell of it, or all that the articles hold that do.

    The address says which of the two (``of=words``, ``of=articles``), and how they are laid out (``by=``).
    """

    def __init__(self, event: Event, params: QueryDict) -> None:
        self.event = event
        self.problems: list[str] = []
        self.own = event.statements.count()
        self.of = self._asked("of", params, SOURCES, "words" if self.own else "articles")
        self.by = self._asked("by", params, GROUPINGS, "speaker")

    def _asked(self, name: str, params: QueryDict, known: dict[str, str], default: str) -> str:
        value = params.get(name, "")
        if value and value not in known:
            self.problems.append(f"“{value[:20]}” is not known: “{name}” is {' or '.join(known)}.")
        return value if value in known else default

    @cached_property
    def found(self) -> SearchResult:
        """The statements in the articles that tell of it, the first ones first, and who speaks most."""
        return search(SearchRequest(type="statements", event=(self.event.slug,), sort="oldest"), MOST)

    @cached_property
    def statements(self) -> list[Statement]:
        """The first of the statements asked for, in order of time."""
        if self.of == "articles":
            return load_statements(self.found.hits)
        joined = SHOWN.filter(events=self.event).prefetch_related("spans")
        return list(joined.order_by(*OLDEST_FIRST)[:MOST])

    @property
    def total(self) -> int:
        """How many there are."""
        return self.found.total if self.of == "articles" else self.own

    def choices(self) -> list[tuple[str, str, int, bool]]:
        """Return the two kinds with how many there are of each, and which is shown."""
        counts = {"words": self.own, "articles": self.found.total}
        return [
            (kind, label, counts[kind], kind == self.of) for kind, label in SOURCES.items() if counts[kind]
        ]

    def layouts(self) -> list[tuple[str, str, bool]]:
        """Return the ways to lay them out, and which is shown."""
        return [(by, label, by == self.by) for by, label in GROUPINGS.items()]

    def compare_query(self) -> str:
        """Return the query that compares those who speak most of it; blank where there is but one."""
        speakers = tuple(choice.slug for choice in self.found.facets["speaker"] if choice.count)[:COMPARED]
        asked = SearchRequest(speaker=speakers, event=(self.event.slug,))
        return asked.query_string() if len(speakers) > 1 else ""

    def groups(self) -> list[Group]:
        """Return the statements by speaker or by country, the largest group first."""
        countries = _countries_of(self.statements) if self.by == "country" else {}
        groups: dict[str, Group] = {}
        for statement in self.statements:
            speaker = statement.speaker
            heading, href = statement.who, speaker.get_absolute_url() if speaker else ""
            if self.by == "country":
                heading, href = countries.get(speaker, NO_COUNTRY), ""
            groups.setdefault(href or heading, Group(heading, href)).statements.append(statement)
        return sorted(groups.values(), key=lambda one: (one.heading == NO_COUNTRY, -len(one.statements)))


def _countries_of(statements: list[Statement]) -> dict[object, str]:
    """Return each speaker's country: an organization's own, that of the office that most articles give."""
    people = {statement.person for statement in statements if statement.person}
    offices = Office.objects.filter(person__in=people).exclude(country="").annotate(told=Count("articles"))
    codes = {office.person_id: office.country for office in offices.order_by("told", "-pk")}
    found = {person: codes[person.pk] for person in people if person.pk in codes}
    found |= {one.organization: one.organization.country for one in statements if one.organization}
    return {speaker: country_name(code) for speaker, code in found.items() if code}
