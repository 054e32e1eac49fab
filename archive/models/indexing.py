"""What the search index has yet to learn."""

from django.db import models


class IndexTask(models.Model):
    """A row whose document in the index is out of date; if the row is gone, its document has to go.

    Written in the transaction that changes the row, and deleted once the index has it: no crash can lose it.
    """

    label = models.CharField(max_length=100, help_text="the model, e.g. archive.article")
    key = models.CharField(max_length=40, help_text="the primary key")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["label", "key"], name="indextask_of_row")]

    def __str__(self) -> str:
        return f"{self.label} {self.key}"
