"""What the search index has yet to learn, written down with the change itself and told soon after."""

from haystack.signals import BaseSignalProcessor


class QueueSignalProcessor(BaseSignalProcessor):
    """Notes every change of a row that is searched as an `IndexTask`."""
