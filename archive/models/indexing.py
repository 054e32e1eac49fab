"""What the search index has yet to learn."""

from django.db import models


class IndexTask(models.Model):
    """A row whose document in the index is out of date.

    Written in the transaction that changes the row, and deleted once the index has it: no crash can lose it.
    """

    label = models.CharField(max_length=100, help_text="the model, e.g. archive.article")
    key = models.CharField(max_length=40, help_text="the primary key")
    remove = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{'remove' if self.remove else 'index'} {self.label} {self.key}"
