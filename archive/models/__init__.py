"""What the archive knows, one file an idea."""

from .article import Article, Evidence, Topic
from .capture import Capture, Rejection
from .event import Event, EventMention
from .fields import Precision
from .indexing import IndexTask
from .person import Mention, Office, Organization, OrganizationName, Person, PersonName
from .source import Source
from .statement import Statement, StatementSpan

__all__ = [
    "Article", "Capture", "Event", "EventMention", "Evidence", "IndexTask", "Mention", "Office", "Organization",
    "OrganizationName", "Person", "PersonName", "Precision", "Rejection", "Source", "Statement", "StatementSpan",
    "Topic",
]  # fmt: skip
