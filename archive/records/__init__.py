"""The archive's rows as data: what programs get, with the field names that `manage.py extract` prints."""

from .articles import ARTICLES, ArticleRecord, article_record
from .captures import CAPTURES, CaptureRecord, capture_record
from .events import EVENTS, EventRecord, event_record
from .parties import (
    ORGANIZATIONS,
    PEOPLE,
    OrganizationRecord,
    PersonRecord,
    organization_record,
    person_record,
)
from .sources import SOURCES, SourceRecord, source_record
from .statements import STATEMENTS, StatementRecord, statement_record
from .values import Absolute

__all__ = [
    "ARTICLES", "CAPTURES", "EVENTS", "ORGANIZATIONS", "PEOPLE", "SOURCES", "STATEMENTS", "Absolute",
    "ArticleRecord", "CaptureRecord", "EventRecord", "OrganizationRecord", "PersonRecord", "SourceRecord",
    "StatementRecord", "article_record", "capture_record", "event_record", "organization_record",
    "person_record", "source_record", "statement_record",
]  # fmt: skip
