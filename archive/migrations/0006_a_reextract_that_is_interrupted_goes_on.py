"""A `reextract` that is interrupted goes on where it was."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0005_organizations_of_one_country_are_compared_without_its_name")]

    operations = [
        migrations.CreateModel(
            name="Rereading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "extractor",
                    models.CharField(
                        help_text="tells the extractor from one that reads otherwise", max_length=64
                    ),
                ),
                (
                    "last",
                    models.PositiveBigIntegerField(default=0, help_text="the number of the last capture read"),
                ),
                (
                    "done",
                    models.PositiveBigIntegerField(default=0, help_text="how many articles were made anew"),
                ),
                (
                    "failed",
                    models.JSONField(
                        default=list, help_text="of what failed the capture's number, path and reason"
                    ),
                ),
            ],
        ),
    ]
