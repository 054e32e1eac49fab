"""Which rows count while articles are read again.

What an earlier reading made is no evidence for the next one: else a wrong office or a wrong namesake of an
older extractor would decide for ever. So only those rows count that an article read since has named, and
those that an editor touched. A row that does not count is taken up again by whoever would get its address.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model, Q, QuerySet

from archive.models import Article, Event, EventMention, Mention, Office, Organization, Person, Statement

Party = Person | Organization
TOUCHED = ~Q(locked=[]) | ~Q(note="") | Q(names__confirmed=True)
RULED = TOUCHED | Q(identifications__isnull=False) | Q(name_removals__isnull=False)
AN_EDITORS: dict[type[Model], Q] = {
    Person: RULED | Q(offices__confirmed=True) | Q(office_removals__isnull=False),
    Organization: RULED,
    Event: TOUCHED | Q(name_removals__isnull=False),
    Office: Q(confirmed=True),
}


def is_an_editors(row: Model) -> bool:
    """Whether an editor set, confirmed, removed or entered something of the row."""
    mine = type(row).objects.filter(AN_EDITORS[type(row)], pk=row.pk).exists()
    return mine or (not isinstance(row, Event | Office) and row.events.exclude(locked=[]).exists())


class Standing:
    """Every row counts: what comes in anew is told by all that is known."""

    doubts = False  # whether there may be rows that do not count

    def counts(self, row: Model) -> bool:
        """Whether `row` is evidence, and may be meant."""
        return True

    def note(self, rows: Iterable[Model]) -> None:
        """Remember that the article just read names `rows`."""

    def is_first_told(self, event: Event) -> bool:
        """Whether no article read so far told of `event`, so that who took part is told anew."""
        return False


class AllBut(Standing):
    """One article is read again: what nothing else tells of does not count, until it is told again."""

    doubts = True

    def __init__(self, doubted: Iterable[Model]) -> None:
        self.doubted = set(doubted)
        self.taken_up = {row for row in self.doubted if isinstance(row, Event)}

    def counts(self, row: Model) -> bool:
        return row.pk is None or row not in self.doubted

    def note(self, rows: Iterable[Model]) -> None:
        self.doubted.difference_update(rows)

    def is_first_told(self, event: Event) -> bool:
        first = event in self.taken_up
        self.taken_up.discard(event)
        return first


class ReadSoFar(Standing):
    """All articles are read again in the order in which they came: the first finds editors' rows only.

    `read` are those that were read again already, before an interruption.
    """

    doubts = True

    def __init__(self, read: QuerySet[Article]) -> None:
        self.named: dict[type[Model], set[int]] = defaultdict(set)
        self.told: set[int] = set()
        for model, condition in AN_EDITORS.items():
            self.named[model].update(model.objects.filter(condition).values_list("pk", flat=True))
        self._note_told_by(read)

    def _note_told_by(self, articles: QuerySet[Article]) -> None:
        for model, field in ((Person, "person"), (Organization, "organization")):
            for pointing in (Mention, Statement):
                rows = pointing.objects.filter(article__in=articles, **{f"{field}__isnull": False}).order_by()
                self.named[model].update(rows.values_list(field, flat=True).distinct())
        held = Office.articles.through.objects.filter(article__in=articles)
        self.named[Office].update(held.values_list("office", flat=True).distinct())
        mentions = EventMention.objects.filter(article__in=articles).order_by()
        self.told.update(mentions.values_list("event", flat=True).distinct())
        self.named[Event].update(self.told)

    def counts(self, row: Model) -> bool:
        return row.pk is None or row.pk in self.named[type(row)]

    def note(self, rows: Iterable[Model]) -> None:
        for row in rows:
            self.named[type(row)].add(row.pk)

    def is_first_told(self, event: Event) -> bool:
        first = event.pk not in self.told
        self.told.add(event.pk)
        return first
