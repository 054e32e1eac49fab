"""Whom a noun phrase means: a name, an office, a pronoun, a capital, or someone unnamed."""

from archive.extraction.names.found import Found, Mention
from archive.extraction.record import OrganizationFound, PersonFound, Speaker
from archive.extraction.sentences import Text


class Names:
    """The people and organizations of one body, and the one who a noun phrase of it means."""

    def __init__(self, text: Text, found: Found) -> None:
        self.text = text
        self.found = found

    @property
    def people(self) -> tuple[PersonFound, ...]:
        """The people named, in the order of their first mention."""
        return self.found.people

    @property
    def organizations(self) -> tuple[OrganizationFound, ...]:
        """The organizations named, in the order of their first mention."""
        return self.found.organizations

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Where people, organizations and countries are named: sorted, not overlapping."""
        return self.found.mentions

    def speaker(self, start: int, end: int, previous: Speaker | None = None) -> Speaker:
        """Return whom body[start:end] means; `previous` is the speaker of the statement before it."""
        written = self.text.body[start:end]
        if written.lower() in ("he", "she") and previous and previous.kind == "person":
            return Speaker(previous.name, "person", written, start, end)
        inside = [mention for mention in self.mentions if start <= mention.start and mention.end <= end]
        for mention in inside:
            if mention.kind == "person":
                return Speaker(mention.whom, "person", written, start, end)
        for mention in inside:
            return Speaker(mention.whom, "organization", written, start, end)
        return Speaker(written, "unnamed", written, start, end)
