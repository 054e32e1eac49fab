"""Who keeps a copy of the archive asks what has changed since the last time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0002_copies_are_found_by_telling_runs")]

    operations = [
        migrations.AddIndex(
            model_name="article", index=models.Index(fields=["updated_at"], name="article_changed")
        ),
    ]
