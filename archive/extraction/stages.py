"""The stages of extraction in their order: all that is found in one page."""

from archive.extraction.cleaning import clean, find_source, find_via, topics_declared
from archive.extraction.dating import date_article
from archive.extraction.events import find_events
from archive.extraction.language import find_language
from archive.extraction.names import find_names
from archive.extraction.record import Dateline, Record
from archive.extraction.sentences import read_text
from archive.extraction.statements import find_statements
from archive.reading.page import Page


def run_stages(page: Page) -> Record:
    """Return all that is found in one page."""
    cleaned = clean(page)
    dateline = cleaned.dateline
    text = read_text(cleaned.body)
    language = find_language(text, page.metadata.language)
    english = language in ("en", None)
    names = find_names(text, english)
    dated = date_article(page.metadata, cleaned, text, english)
    source = find_source(page.metadata, dateline, cleaned.left, cleaned.body)
    return Record(
        path=page.path,
        sha256=page.sha256,
        title=cleaned.title,
        body=cleaned.body,
        url=page.metadata.url,
        language=language,
        source=source,
        via=find_via(page.metadata, source),
        dateline=Dateline(dateline.place, dateline.agency) if dateline else None,
        captured=dated.captured,
        published=dated.published,
        topics=cleaned.topics or topics_declared(page.metadata),
        countries=names.countries,
        series=cleaned.series,
        boilerplate=cleaned.boilerplate,
        people=names.people,
        organizations=names.organizations,
        statements=find_statements(text, names),
        events=find_events(text, names, dated),
    )
