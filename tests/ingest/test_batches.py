"""Files into errands for other processes: what the archive holds already needs none."""

from hashlib import sha256

import pytest

from archive.ingest.batches import BATCH_FILES, take
from archive.ingest.known import Known
from archive.ingest.versions import Given
from archive.models import Article, Capture

pytestmark = pytest.mark.django_db

FILES = 8 * BATCH_FILES


@pytest.fixture
def known_files(tmp_path):
    """A folder of many files whose bytes the archive holds."""
    folder = tmp_path / "in"
    folder.mkdir()
    article = Article.objects.create(title="Envoys meet", body="The envoys met.")
    hashes = []
    for number in range(FILES):
        raw = f"Page {number:03}".encode()
        (folder / f"{number:03}.txt").write_bytes(raw)
        hashes.append(sha256(raw).hexdigest())
    Capture.objects.bulk_create(Capture(sha256=value, size=8, article=article) for value in hashes)
    return folder


def take_all(folder):
    return list(take([folder], Given(), jobs=2, keep=True))


def test_known_files_are_told_by_few_questions_and_by_no_other_process(
    known_files, django_assert_num_queries
):
    with django_assert_num_queries(FILES / BATCH_FILES):
        taken = take_all(known_files)
    assert taken == [Known(str(file), 8) for file in sorted(known_files.iterdir())]


def test_a_fresh_file_among_known_ones_is_read(known_files):
    fresh = known_files / "100a.txt"
    fresh.write_text("TALLINN – Foreign Minister Ana Ilves met the envoy of Finland.", encoding="utf-8")
    (document,) = (one for one in take_all(known_files) if not isinstance(one, Known))
    assert document.path == str(fresh) and "envoy of Finland" in document.record.body
