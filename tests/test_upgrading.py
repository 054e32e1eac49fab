"""Upgrading: an archive that was made with earlier tables goes on with those of today."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from archive.ingest.keys import organization_key

ROOT = Path(__file__).parents[1]
BODY = "The envoys of Norland and Sudia met in Oslo on Monday to talk about the bridge over the border. " * 4
# What an archive of the first tables holds, and what of it the tables of today add or write anew.
UPGRADE = f"""
import json, django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
call_command("migrate", "archive", "0001", verbosity=0)
old = MigrationExecutor(connection).loader.project_state(("archive", "0001_initial")).apps
model = lambda name: old.get_model("archive", name)
model("Article").objects.create(body={BODY!r})
norway = model("Organization").objects.create(name="Government of Norway", slug="government-of-norway")
model("OrganizationName").objects.create(organization=norway, name=norway.name, key="as it once was")
call_command("migrate", verbosity=0)
from archive.models import Article, OrganizationName
print(json.dumps([Article.objects.get().telling_runs.count(), OrganizationName.objects.get().key]))
"""


def test_an_archive_of_the_first_tables_is_found_by_what_came_since(tmp_path):
    environment = {**os.environ, "DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    done = subprocess.run(
        [sys.executable, "-c", UPGRADE],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    runs, key = json.loads(done.stdout)
    assert runs > 0 and key == organization_key("Government of Norway")


@pytest.mark.django_db
def test_the_tables_are_those_of_the_models():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
