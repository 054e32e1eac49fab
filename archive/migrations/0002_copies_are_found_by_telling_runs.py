"""Copies of an article are found by the runs of words that they share; known articles get theirs here."""

from itertools import islice
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from archive.models.likeness import telling_runs

BATCH = 4000  # rows


def find_telling_runs(apps: Any, schema_editor: Any) -> None:
    """Write down the telling runs of every article."""
    Article, TellingRun = (apps.get_model("archive", name) for name in ("Article", "TellingRun"))
    articles = Article.objects.values_list("pk", "body").order_by("pk")
    rows = (
        TellingRun(article_id=key, number=number)
        for key, body in articles.iterator()
        for number in telling_runs(body)
    )
    while batch := list(islice(rows, BATCH)):
        TellingRun.objects.bulk_create(batch)


class Migration(migrations.Migration):
    dependencies = [("archive", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="TellingRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="telling_runs",
                        to="archive.article",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["number", "article"], name="telling_run_number")],
            },
        ),
        migrations.RunPython(find_telling_runs, migrations.RunPython.noop),
    ]
