"""Pages into Records. Pure Python: no Django, no files, no clock, no network. `extract` is the only door."""

from archive.extraction.record import Record
from archive.reading.page import Page

__all__ = ["Record", "extract"]


def extract(page: Page) -> Record:
    """Return all that is found in one page."""
    # Imported here, because the stages bring every lexicon and the model: 22 MB for a process that only
    # needs to know of sentences or of Records, as those that serve pages do.
    from archive.extraction.stages import run_stages

    return run_stages(page)
