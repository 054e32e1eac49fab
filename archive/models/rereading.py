"""How far it has come to read all captures again."""

from django.db import models


class Rereading(models.Model):
    """A `reextract` that runs, or was interrupted and will go on; when it is done, the row goes.

    Written in the transaction that makes an article anew, so that no crash can lose or double one.
    """

    extractor = models.CharField(max_length=64, help_text="tells the extractor from one that reads otherwise")
    last = models.PositiveBigIntegerField(default=0, help_text="the number of the last capture read")
    done = models.PositiveBigIntegerField(default=0, help_text="how many articles were made anew")
    failed = models.JSONField(default=list, help_text="of what failed the capture's number, path and reason")

    def __str__(self) -> str:
        return f"{self.done} made anew, {len(self.failed)} failed, up to capture {self.last}"
