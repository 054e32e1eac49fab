"""What the archive knows, one file an idea."""

from .article import Article, Evidence, Topic, TopicSlug
from .capture import Capture, Rejection
from .event import Event, EventMention
from .fields import Precision
from .indexing import IndexTask
from .likeness import TellingRun
from .naming import Address, EventName, Identification, OrganizationName, PersonName
from .office import Office
from .party import Mention, Organization, Person
from .removal import NameRemoval, OfficeRemoval
from .rereading import Rereading
from .source import Source, SourceSlug
from .statement import Dismissal, Statement, StatementSpan

__all__ = [
    "Address", "Article", "Capture", "Dismissal", "Event", "EventMention", "EventName", "Evidence",
    "Identification", "IndexTask", "Mention", "NameRemoval", "Office", "OfficeRemoval", "Organization",
    "OrganizationName", "Person", "PersonName", "Precision", "Rejection", "Rereading", "Source",
    "SourceSlug", "Statement", "StatementSpan", "TellingRun", "Topic", "TopicSlug",
]  # fmt: skip
