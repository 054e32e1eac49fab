"""Whom or what is meant by a name typed into a form, where an address has a slug."""

from collections.abc import Collection
from dataclasses import dataclass

from archive.models import Address
from archive.search.directory import Directory, Entry, Kind, words_of

MOST_CANDIDATES = 6


@dataclass(frozen=True)
class Pick:
    """What was typed, and the entry that it means, or those that it may mean."""

    text: str
    entry: Entry | None = None
    candidates: tuple[Entry, ...] = ()

    @property
    def problem(self) -> str:
        """What is wrong with it, in a plain sentence; blank where it means one entry."""
        shown = self.text if len(self.text) <= 60 else f"{self.text[:60]}…"
        if self.entry:
            return ""
        if self.candidates:
            return f"“{shown}” may mean more than one name in the archive: choose one below."
        return f"Nothing in the archive goes by the name “{shown}”."


@dataclass(frozen=True)
class Picker:
    """Finds the entries of some kinds in the directory."""

    directory: Directory
    kinds: Collection[Kind]

    def pick(self, text: str) -> Pick:
        """Return what `text` means: a slug, a name, words that only one name has, a slug of former days."""
        for kind in self.kinds:
            if entry := self.directory.get(kind, text):
                return Pick(text, entry)
        found = [entry for entry in self.directory.find(text) if entry.kind in self.kinds]
        same = [entry for entry in found if _goes_by(entry, text)]
        for choice in (same, found):
            if len(choice) == 1:
                return Pick(text, choice[0])
        return Pick(text, self._formerly(text), tuple(same or found)[:MOST_CANDIDATES])

    def _formerly(self, slug: str) -> Entry | None:
        address = Address.objects.select_related("person", "organization", "event").filter(slug=slug).first()
        owner = address and address.owner
        return self.directory.get(owner._meta.model_name, owner.slug) if owner else None

    def written(self, entry: Entry) -> str:
        """Return what to type for `entry`: its name, or its slug where others go by that name, too."""
        others = (other for other in self.directory.find(entry.name) if other.kind in self.kinds)
        alone = all(other == entry or not _goes_by(other, entry.name) for other in others)
        return entry.name if alone and words_of(entry.name) else entry.slug


def _goes_by(entry: Entry, text: str) -> bool:
    words = words_of(text)
    return any(words_of(name) == words for name in (entry.name, *entry.others))
