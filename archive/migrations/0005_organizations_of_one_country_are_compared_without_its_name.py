"""The comparable forms of organizations' names are written anew: Norway's, Norwegian and of Norway are one."""

from functools import partial
from typing import Any

from django.db import migrations

from archive.ingest.keys import organization_key


def compare_anew(apps: Any, schema_editor: Any) -> None:
    """Give names, and what editors said of them, the comparable forms of today."""
    model = partial(apps.get_model, "archive")
    keys = _renew(model("OrganizationName").objects.all())
    _renew(model("NameRemoval").objects.filter(kind="organization"))
    ruled = model("Identification").objects.filter(organization__isnull=False)
    for ruling in ruled:
        if ruling.key in keys:
            ruled.filter(pk=ruling.pk).update(key=keys[ruling.key])


def _renew(rows: Any) -> dict[str, str]:
    """Write the keys that have changed; return them by what they were."""
    changed = {}
    for row in rows.only("name", "key"):
        key = organization_key(row.name)
        if key != row.key:
            changed[row.key] = key
            rows.filter(pk=row.pk).update(key=key)
    return changed


class Migration(migrations.Migration):
    dependencies = [("archive", "0004_what_editors_removed_is_remembered")]

    operations = [migrations.RunPython(compare_anew, migrations.RunPython.noop)]
