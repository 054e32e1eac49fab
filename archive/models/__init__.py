"""What the archive knows, one file an idea."""

from .article import Article, Evidence, Topic
from .capture import Capture, Rejection
from .event import Event, EventMention
from .fields import Precision
from .indexing import IndexTask
from .likeness import TellingRun
from .naming import Address, EventName, Identification, OrganizationName, PersonName
from .office import Office
from .party import Mention, Organization, Person
from .source import Source
from .statement import Dismissal, Statement, StatementSpan

__all__ = [
    "Address", "Article", "Capture", "Dismissal", "Event", "EventMention", "EventName", "Evidence",
    "Identification", "IndexTask", "Mention", "Office", "Organization", "OrganizationName", "Person",
    "PersonName", "Precision", "Rejection", "Source", "Statement", "StatementSpan", "TellingRun",
    "Topic",
]  # fmt: skip
