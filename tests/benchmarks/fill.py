"""Fill the database with wire stories, without reading or extracting.

``python -m tests.benchmarks.fill 1000``, for looking at pages and for measuring; run ``manage.py migrate``
before and ``manage.py rebuild_index`` after.
"""

import argparse
import os
from itertools import islice

import django

BATCH = 1000


class Filler:
    """Writes stories as rows, with the rows that they share made once.

    `brief` keeps the first statement of each speaker of a story only.
    """

    def __init__(self, world: object, brief: bool = False) -> None:
        from django.utils.text import slugify

        from archive.models import Event, Organization, Person, Source, Topic
        from tests.benchmarks.wire import COUNTRIES, SOURCES, TOPICS

        self.brief = brief
        self.sources = {name: _row(Source, slugify(name), name=name) for name in SOURCES}
        self.topics = {name: _row(Topic, slugify(name), name=name) for name in TOPICS}
        self.people = {
            speaker.name: _row(Person, slugify(speaker.name), name=speaker.name) for speaker in world.speakers
        }
        self.ministries = {
            code: _row(
                Organization, slugify(f"{name} government"), name=f"Government of {name}", country=code
            )
            for code, name in COUNTRIES.items()
        }
        self.events = {name: _row(Event, slugify(name), name=name) for name in world.events}
        self.offices = {speaker.name: self._office(speaker) for speaker in world.speakers}

    def _office(self, speaker: object) -> object:
        """Return the office of `speaker`, whose name is made known as well."""
        from archive.models import Office, PersonName

        person, name = self.people[speaker.name], speaker.name
        keys = {"key": name.lower(), "surname": speaker.surname.lower()}
        PersonName.objects.get_or_create(person=person, name=name, defaults=keys)
        held = {"title": speaker.office, "organization": "", "country": speaker.country}
        return Office.objects.get_or_create(person=person, **held)[0]

    def add(self, stories: list) -> None:
        """Write `stories`, their statements and what they mention."""
        from archive.models import (
            Article,
            EventMention,
            Mention,
            Office,
            Statement,
            StatementSpan,
            TellingRun,
        )
        from archive.models.likeness import telling_runs

        articles = Article.objects.bulk_create([self._article(story) for story in stories])
        TellingRun.objects.bulk_create(
            TellingRun(article=article, number=number)
            for article in articles
            for number in telling_runs(article.body)
        )
        pairs = list(zip(articles, stories, strict=True))
        through = Article.topics.through
        through.objects.bulk_create(
            through(article=article, topic=self.topics[name])
            for article, story in pairs
            for name in story.topics
        )
        told = Office.articles.through
        told.objects.bulk_create(
            told(article=article, office=self.offices[name])
            for article, story in pairs
            for name in dict.fromkeys(said.speaker.name for said in story.statements)
        )
        EventMention.objects.bulk_create(self._event_mention(article, story) for article, story in pairs)
        told = [(a, place, said) for a, s in pairs for place, said in enumerate(self._said(s), 1)]
        saids = [said for _, _, said in told]
        made = Statement.objects.bulk_create([self._statement(*parts) for parts in told])
        StatementSpan.objects.bulk_create(
            StatementSpan(statement=statement, start=start, end=end)
            for statement, said in zip(made, saids, strict=True)
            for start, end in said.spans
        )
        Mention.objects.bulk_create(
            mention for article, story in pairs for mention in self._mentions(article, story)
        )

    def _said(self, story: object) -> list:
        if not self.brief:
            return list(story.statements)
        firsts: dict[object, object] = {}
        for said in story.statements:
            firsts.setdefault(said.speaker, said)
        return list(firsts.values())

    def _article(self, story: object) -> object:
        from archive.models import Article

        return Article(
            title=story.title,
            body=story.body,
            language="en",
            url=story.url,
            source=self.sources[story.source],
            dateline_place=story.place,
            dateline_agency="Wire",
            published=story.published.date(),
            published_at=story.published,
            precision="minute",
            countries=list(story.countries),
        )

    def _event_mention(self, article: object, story: object) -> object:
        from archive.models import EventMention

        start = story.body.rindex(story.event)
        return EventMention(
            article=article, event=self.events[story.event], start=start, end=start + len(story.event)
        )

    def _statement(self, article: object, place: int, said: object) -> object:
        from archive.models import Statement

        text = " ".join(article.body[start:end] for start, end in said.spans)
        start = article.body.find(said.speaker.surname)
        return Statement(
            article=article,
            position=place,
            kind=said.kind,
            text=text,
            person=self.people[said.speaker.name],
            speaker_as_written=said.speaker.surname,
            speaker_start=start,
            speaker_end=start + len(said.speaker.surname),
            cue=said.cue,
            confidence=0.9,
        )

    def _mentions(self, article: object, story: object) -> list:
        from archive.models import Mention

        found = []
        for speaker in dict.fromkeys(said.speaker for said in story.statements):
            start = article.body.find(speaker.surname)
            person = self.people[speaker.name]
            found.append(
                Mention(article=article, person=person, start=start, end=start + len(speaker.surname))
            )
        for code in story.countries:
            found.append(Mention(article=article, organization=self.ministries[code], start=0, end=1))
        return found


def _row(model: type, slug: str, **values: object) -> object:
    return model.objects.get_or_create(slug=slug, defaults=values)[0]


def fill(count: int, seed: int, brief: bool = False) -> None:
    """Add `count` stories to the database."""
    from django.db import transaction

    from tests.benchmarks.wire import World

    world = World(seed)
    stories = world.stories(count)
    with transaction.atomic():
        filler = Filler(world, brief)
    while batch := list(islice(stories, BATCH)):
        with transaction.atomic():
            filler.add(batch)


def main() -> None:
    """Add as many stories as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--brief", action="store_true", help="one statement of each speaker only")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    fill(options.count, options.seed, options.brief)


if __name__ == "__main__":
    main()
