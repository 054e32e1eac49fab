"""The statements of one article: which found one is which known one; what an editor said of them stays."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from archive.extraction.record import Span, StatementFound
from archive.models import Article, EventMention, Person, Statement, StatementSpan

from .fitting import fitted
from .identity import Parties
from .keys import plain
from .quoting import find_spans
from .rows import insert, update

LIKE_TEXT = 0.6  # of the words of two statements, the share that has to be the same for them to be one
SAME_PLACE = 0.5  # of the shorter of two statements, the share that has to stand in both for them to be one
OUT_OF_THE_WAY = 1_000_000  # added to positions while others are given
PARTS = ("kind", "text", "speaker", "cue", "medium", "events")  # what an editor can lock
WRITTEN = (
    "position", "kind", "text", "person", "organization", "unnamed", "speaker_as_written", "speaker_start",
    "speaker_end", "cue", "medium", "confidence",
)  # fmt: skip
NOTHING_LOCKED = "[]"  # as JSON


@dataclass(eq=False)
class Said:
    """A statement that an article has already.

    `pieces` are its spans in the words of the body that it was found in, `speaker` its speaker's span there.
    """

    statement: Statement
    pieces: tuple[str, ...]
    speaker: tuple[int | None, int | None]

    @property
    def held(self) -> set[str]:
        """The parts that an editor set; all of them where it was confirmed."""
        return set(PARTS) if self.statement.confirmed_at else set(self.statement.locked)


@dataclass
class Placed:
    """A statement about to be written, with its spans of the body."""

    statement: Statement
    spans: tuple[Span, ...]


def take_statements(article: Article) -> list[Said]:
    """Return the statements that the article has, and take their spans off its body: so that may change."""
    statements = list(article.statements.select_related("person", "organization").prefetch_related("spans"))
    said = [_remember(article, statement) for statement in statements]
    StatementSpan.objects.filter(statement__in=statements).delete()
    for statement in statements:
        statement.speaker_start = statement.speaker_end = None
    moved = F("position") + OUT_OF_THE_WAY
    article.statements.order_by().update(speaker_start=None, speaker_end=None, position=moved)
    return said


def _remember(article: Article, statement: Statement) -> Said:
    pieces = tuple(article.body[span.start : span.end] for span in statement.spans.all())
    return Said(statement, pieces or (statement.text,), (statement.speaker_start, statement.speaker_end))


def write_statements(
    article: Article,
    found: Iterable[StatementFound],
    parties: Parties,
    mentions: list[EventMention],
    before: list[Said] | None,
) -> None:
    """Write the statements `found`; `mentions` are the events that the article tells of.

    Those that a known article had `before` keep their addresses where they are found again, and stay anyhow
    where an editor said something of them; it is None for a new article.
    """
    if before is None:
        rows = [_place(article, one, None, parties) for one in found]
    else:
        rows = _reconcile(article, found, parties, before)
    rows.sort(key=lambda row: (not row.spans, row.spans, row.statement.pk or 0))
    _save(article, rows)
    _join_events(rows, mentions)


def _reconcile(
    article: Article, found: Iterable[StatementFound], parties: Parties, before: list[Said]
) -> list[Placed]:
    """Return the statements that a known article has from now on; those that it has no longer are deleted."""
    wanted = _undismissed(article, list(found))
    known = _pair(article, wanted, before)
    left = set(before) - set(known.values())
    Statement.objects.filter(pk__in=[said.statement.pk for said in left if not said.held]).delete()
    Statement.events.through.objects.filter(
        statement__in=[said.statement for said in before if "events" not in said.held]
    ).delete()
    rows = [_place(article, one, known.get(id(one)), parties) for one in wanted]
    return rows + [Placed(said.statement, _find(article, said)) for said in left if said.held]


def _undismissed(article: Article, found: list[StatementFound]) -> list[StatementFound]:
    """Leave out what an editor removed: those very words or, where nobody finds them, what stands there."""
    gone: set[int] = set()
    for text in article.dismissals.values_list("text", flat=True):
        same = {id(one) for one in found if plain(_text(article, one.spans)) == plain(text)}
        place = find_spans(article.body, text)
        gone |= same or {id(one) for one in found if _share_most(one.spans, place)}
    return [one for one in found if id(one) not in gone]


def _share_most(ours: tuple[Span, ...], theirs: tuple[Span, ...]) -> bool:
    """Whether most of the shorter of two statements stands in the other."""
    common = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in ours for b in theirs)
    return common > SAME_PLACE * min(_length(ours), _length(theirs))


def _length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)


def _text(article: Article, spans: Iterable[Span]) -> str:
    return " ".join(article.body[start:end] for start, end in spans)


def _pair(article: Article, found: list[StatementFound], before: list[Said]) -> dict[int, Said]:
    """Return, by each found statement's id(), the known one that it is: the same words, or most of them."""
    known: dict[int, Said] = {}
    same: dict[str, list[Said]] = defaultdict(list)
    for said in reversed(before):
        same[plain(said.statement.text)].append(said)
    for one in found:
        if twins := same.get(plain(_text(article, one.spans))):
            known[id(one)] = twins.pop()
    left = [said for twins in same.values() for said in twins]
    for match in (_most_alike, _in_place):
        for one in found:
            if left and id(one) not in known and (said := match(article, one, left)):
                known[id(one)] = said
                left.remove(said)
    return known


def _in_place(article: Article, found: StatementFound, candidates: list[Said]) -> Said | None:
    """Return what stood in the very place, where an extractor that has learned cuts it otherwise."""
    return next((said for said in candidates if _share_most(found.spans, _spans(article, said))), None)


def _most_alike(article: Article, found: StatementFound, candidates: list[Said]) -> Said | None:
    words = set(plain(_text(article, found.spans)).split())

    def likeness(said: Said) -> float:
        theirs = set(plain(said.statement.text).split())
        return len(words & theirs) / (len(words | theirs) or 1)

    best = max(candidates, key=likeness)
    return best if likeness(best) >= LIKE_TEXT else None


def _place(article: Article, found: StatementFound, said: Said | None, parties: Parties) -> Placed:
    """Return the row of a found statement: a new one, or the known one, made anew but for what is held."""
    statement = said.statement if said else Statement(article=article)
    held = said.held if said else set()
    for part, values in _values(article, found, parties).items():
        if part not in held:
            for field, value in values.items():
                setattr(statement, field, value)
    if said and "text" in held and plain(statement.text) != plain(_text(article, found.spans)):
        return Placed(statement, _find(article, said))
    if found.speaker and statement.speaker_as_written == found.speaker.as_written:
        statement.speaker_start, statement.speaker_end = found.speaker.start, found.speaker.end
    return Placed(statement, found.spans)


def _values(article: Article, found: StatementFound, parties: Parties) -> dict[str, dict[str, Any]]:
    """Return the columns of each part that an editor can lock."""
    speaker = parties.speaker(found.speaker)
    return {
        "kind": {"kind": found.kind},
        "text": {"text": _text(article, found.spans), "confidence": found.confidence},
        "cue": {"cue": fitted(Statement, "cue", found.cue)},
        "medium": {"medium": fitted(Statement, "medium", found.medium)},
        "speaker": {
            "person": speaker if isinstance(speaker, Person) else None,
            "organization": None if isinstance(speaker, Person | str) else speaker,
            "unnamed": fitted(Statement, "unnamed", speaker) if isinstance(speaker, str) else "",
            "speaker_as_written": fitted(
                Statement, "speaker_as_written", found.speaker.as_written if found.speaker else ""
            ),
        },
    }


def _find(article: Article, said: Said) -> tuple[Span, ...]:
    """Return where the words of a known statement stand in the body now; nothing where they do not."""
    start, end = said.speaker
    if start is not None and article.body[start:end] == said.statement.speaker_as_written:
        said.statement.speaker_start, said.statement.speaker_end = start, end
    return _spans(article, said)


def _spans(article: Article, said: Said) -> tuple[Span, ...]:
    spans, place = [], 0
    for piece in said.pieces:
        start = article.body.find(piece, place)
        if start < 0:
            return ()
        place = start + len(piece)
        spans.append((start, place))
    return tuple(spans)


def _save(article: Article, rows: list[Placed]) -> None:
    for position, row in enumerate(rows, 1):
        row.statement.position = position
    known = [row.statement for row in rows if row.statement.pk]
    update(Statement, WRITTEN, ((*_columns(one), one.pk) for one in known))
    _insert(article, [row.statement for row in rows if not row.statement.pk])
    insert(
        StatementSpan,
        ("statement", "start", "end"),
        ((row.statement.pk, start, end) for row in rows for start, end in row.spans),
    )


def _insert(article: Article, statements: list[Statement]) -> None:
    """Insert new statements, and give each the number that the database gave it."""
    values = ((article.pk, NOTHING_LOCKED, *_columns(one)) for one in statements)
    insert(Statement, ("article", "locked", *WRITTEN), values)
    numbers = dict(article.statements.order_by().values_list("position", "pk")) if statements else {}
    for one in statements:
        one.pk = numbers[one.position]


def _columns(statement: Statement) -> tuple[Any, ...]:
    """Return the values of the fields WRITTEN, of another row its number."""
    return tuple(getattr(statement, Statement._meta.get_field(name).attname) for name in WRITTEN)


def _join_events(rows: list[Placed], mentions: list[EventMention]) -> None:
    """Join each statement to the events that its own words tell of."""
    free = [row for row in rows if not row.statement.confirmed_at and not row.statement.is_locked("events")]
    joined = {
        (row.statement.pk, mention.event_id)
        for row in free
        for mention in mentions
        if any(start < mention.end and mention.start < end for start, end in row.spans)
    }
    insert(Statement.events.through, ("statement", "event"), sorted(joined))
