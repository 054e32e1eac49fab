"""What is stored of documents is what Whoosh wrote."""

import pytest
from whoosh.codec.whoosh3 import STORED_COLUMN
from whoosh.filedb.filestore import RamStorage

from archive.search.engine.stored import StoredFields

WHOOSH_NOTES_OFFSETS = 40_000  # documents: of more than 32,768 it writes down where each begins


@pytest.mark.parametrize("count", [1, 300, WHOOSH_NOTES_OFFSETS])
def test_stored_fields_are_read_as_whoosh_wrote_them(count):
    rows = [{"text": "Talks in Geneva. " * (number % 7), "id": number} for number in range(count)]
    storage = RamStorage()
    with storage.create_file("stored") as file:
        writer = STORED_COLUMN.writer(file)
        for number, row in enumerate(rows):
            if number != 1:  # nothing is stored of one
                writer.add(number, row)
        writer.finish(count)
    stored = StoredFields(memoryview(storage.files["stored"]), count)
    rows[1:2] = [{}] * len(rows[1:2])
    assert [stored[number] for number in range(count)] == rows
