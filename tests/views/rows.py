"""Rows to look at: a small archive about people who do not exist."""

from datetime import UTC, date, datetime
from hashlib import sha256

from archive.models import (
    Article,
    Capture,
    Event,
    EventMention,
    Evidence,
    Mention,
    Office,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Source,
    Statement,
    StatementSpan,
    Topic,
)

BODY = (
    "Ruritania's Foreign Minister Anna Berg met her colleague in Strelsau on 3 March 2014.\n\n"
    "“We will not be hurried,” Berg said, “by anyone.” She added that the treaty of Zenda stays in force.\n\n"
    "The Foreign Ministry of Graustark did not comment."
)


def make_source(name: str = "Strelsau Courier", slug: str = "strelsau-courier") -> Source:
    """Return a source."""
    return Source.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def make_person(name: str = "Anna Berg", slug: str = "anna-berg") -> Person:
    """Return a person."""
    person, new = Person.objects.get_or_create(slug=slug, defaults={"name": name})
    if new:
        PersonName.objects.create(
            person=person, name=name, key=name.lower(), surname=name.lower().split()[-1]
        )
    return person


def make_organization() -> Organization:
    """Return a ministry."""
    organization, new = Organization.objects.get_or_create(
        slug="foreign-ministry-of-graustark",
        defaults={"name": "Foreign Ministry of Graustark", "country": "PL"},
    )
    if new:
        OrganizationName.objects.create(organization=organization, name="the ministry", key="ministry")
    return organization


def make_article(**changes: object) -> Article:
    """Return an article of 4 March 2014 with a capture, `changes` made to its fields."""
    values = {
        "title": "Ruritania will not be hurried",
        "body": BODY,
        "language": "en",
        "url": "https://courier.example/1",
        "source": make_source(),
        "dateline_place": "STRELSAU",
        "published": date(2014, 3, 4),
        "precision": "day",
        "boilerplate": "Share this page\nMost read",
    }
    article = Article.objects.create(**{**values, **changes})
    keep_capture(article, f"{article.pk} {article.body}".encode())
    return article


def keep_capture(article: Article, raw: bytes) -> Capture:
    """Return a capture of `raw`, its bytes on disk, that the article is made from."""
    capture = Capture.objects.create(
        sha256=sha256(raw).hexdigest(),
        size=len(raw),
        format="text",
        path="page.txt",
        captured_at=datetime(2020, 1, 2, 3, 4, tzinfo=UTC),
        article=article,
    )
    capture.file.parent.mkdir(parents=True, exist_ok=True)
    capture.file.write_bytes(raw)
    article.capture = capture
    article.save()
    return capture


def say(article: Article, *parts: str, **changes: object) -> Statement:
    """Return a statement whose spans are the `parts` of the article's body."""
    values = {
        "article": article,
        "position": article.statements.count() + 1,
        "kind": "direct",
        "text": " ".join(parts),
        "speaker_as_written": "Berg",
        "cue": "said",
        "confidence": 0.97,
    }
    if not {"person", "organization", "unnamed"} & set(changes):
        values["person"] = make_person()
    statement = Statement.objects.create(**{**values, **changes})
    for part in parts:
        start = article.body.index(part)
        StatementSpan.objects.create(statement=statement, start=start, end=start + len(part))
    return statement


def name(article: Article, words: str, **party: object) -> Mention:
    """Return a mention of a party (``person=`` or ``organization=``) where the body says `words`."""
    start = article.body.index(words)
    return Mention.objects.create(article=article, start=start, end=start + len(words), **party)


def make_full_article() -> Article:
    """Return an article with everything that a page can show."""
    article = make_article()
    berg, ministry = make_person(), make_organization()
    say(article, "We will not be hurried,", "by anyone.")
    say(article, "the treaty of Zenda stays in force", kind="indirect", confidence=0.6, cue="added")
    name(article, "Anna Berg", person=berg)
    name(article, "The Foreign Ministry of Graustark", organization=ministry)
    Evidence.objects.create(
        article=article, position=1, kind="text", text="on 3 March 2014", says="The text says so."
    )
    office = Office.objects.create(person=berg, title="Foreign Minister", country="DE")
    office.articles.add(article)
    article.topics.add(Topic.objects.create(name="treaties", slug="treaties"))
    event = make_event()
    start = article.body.index("met her colleague")
    EventMention.objects.create(article=article, event=event, start=start, end=start + 17)
    event.people.add(berg)
    event.organizations.add(ministry)
    article.statements.get(position=2).events.add(event)
    return article


def make_event(**changes: object) -> Event:
    """Return an event of 3 March 2014."""
    values = {"name": "Meeting in Strelsau", "slug": "meeting-in-strelsau", "place": "Strelsau"}
    return Event.objects.create(**{**values, "date": date(2014, 3, 3), "precision": "day", **changes})
