"""Which segments become one, and how.

Segments are kept in tiers by the power of ten of their documents; ten of a tier become one of the next, up
to some megabytes: some thousand articles, or ten times as many statements. So a change is written again a
few times only, and no commit waits long for a merge. Segments of articles and segments of statements stay
apart, so that a search goes through the one kind only.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, compress, groupby
from operator import itemgetter
from typing import Any

import numpy as np
from whoosh.codec import default_codec
from whoosh.codec.whoosh3 import LENGTHS_COLUMN
from whoosh.columns import VarBytesColumn
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage

from .arrays import EXTENSION, ArraysWriter
from .columns import read_lengths, read_numbers
from .current import INDEX_NAME
from .files import MappedReader, assemble, file_size, open_segment
from .inverting import write_field
from .postings import read_blocks, read_bytes
from .segment import read_models

SEGMENTS_A_TIER = 10
MOST_BYTES = 48_000_000  # of the files that are merged without being asked for
Gathered = tuple[list[int], list[float], list[bytes]]  # the numbers, weights and values of a term
DEAD_SHARE = 0.5  # a segment with more of its documents deleted is written again


def pick_segments(storage: FileStorage, schema: Schema, segments: list[Any]) -> list[Any]:
    """Return the segments to be made one now; none where all is well."""
    for segment in segments:
        if segment.deleted_count() > DEAD_SHARE * segment.doc_count_all():
            return [segment]
    tiers: dict[int, list[Any]] = defaultdict(list)
    for segment in segments:
        if file_size(storage, segment) * 2 <= MOST_BYTES:
            tiers[len(str(segment.doc_count()))].append(segment)
    for tier in tiers.values():
        if len(tier) >= SEGMENTS_A_TIER:
            for alike in _by_models(storage, schema, tier):
                if len(alike) >= SEGMENTS_A_TIER:
                    return _smallest(storage, alike)
    return []


def pick_all(storage: FileStorage, schema: Schema, segments: list[Any]) -> Iterator[list[Any]]:
    """Yield for each kind of documents the segments to be made one, unless there is nothing to be gained."""
    for alike in _by_models(storage, schema, segments):
        if len(alike) > 1 or alike[0].has_deletions():
            yield alike


def _by_models(storage: FileStorage, schema: Schema, segments: list[Any]) -> list[list[Any]]:
    """Return the segments of each kind of documents."""
    kinds: dict[frozenset[str], list[Any]] = defaultdict(list)
    for segment in segments:
        kinds[read_models(open_segment(storage, schema, segment))].append(segment)
    return list(kinds.values())


def _smallest(storage: FileStorage, tier: list[Any]) -> list[Any]:
    """Return as many of a tier's segments as a merge may have, the smallest first."""
    ordered = sorted((file_size(storage, segment), place) for place, segment in enumerate(tier))
    totals = accumulate(size for size, _ in ordered)
    return [tier[place] for (_, place), total in zip(ordered, totals, strict=True) if total <= MOST_BYTES]


def merge_segments(storage: FileStorage, schema: Schema, segments: list[Any]) -> Any:
    """Write `segments` as one new segment, leaving deleted documents out, and return it."""
    readers = [open_segment(storage, schema, segment) for segment in segments]
    codec = default_codec()
    merged = codec.new_segment(storage, INDEX_NAME)
    numbers, count = _new_numbers(readers)
    lengths = _merge_documents(codec.per_document_writer(storage, merged), schema, readers, numbers, count)
    merged.set_doc_count(count)
    fields = codec.field_writer(storage, merged)
    arrays = ArraysWriter(merged.create_file(storage, EXTENSION))
    for name, terms in groupby(_merge_terms(readers, numbers), key=itemgetter(0)):
        if name in schema:
            postings = ((term, posting) for _, term, posting in terms if posting[0])
            write_field(fields, arrays, name, schema[name], postings, lengths.get(name), count)
    fields.close()
    arrays.close()
    for reader in readers:
        reader.close()
    return assemble(storage, merged)


def _new_numbers(readers: list[MappedReader]) -> tuple[list[np.ndarray], int]:
    """Return each segment's new document numbers (-1 for a deleted document), and how many there are."""
    numbers, start = [], 0
    for reader in readers:
        live = np.ones(reader.doc_count_all(), bool)
        live[list(reader.segment().deleted_docs())] = False
        kept = int(live.sum())
        new = np.full(len(live), -1, np.int64)
        new[live] = np.arange(start, start + kept)
        numbers.append(new)
        start += kept
    return numbers, start


def _merge_documents(writer: Any, schema: Schema, readers: list[MappedReader], numbers: list[np.ndarray],
                     count: int) -> dict[str, bytes]:  # fmt: skip
    """Write stored fields, lengths and columns; return each scored field's lengths, as bytes."""
    writer._doccount = count
    _merge_stored(writer, readers, numbers)
    all_lengths = {}
    for name, field in schema.items():
        if field.scorable:
            all_lengths[name] = _merge_lengths(writer, name, readers, numbers)
        if field.column_type:
            values = [
                read_numbers(reader, name)[new >= 0] for reader, new in zip(readers, numbers, strict=True)
            ]
            writer._create_column(name, field.column_type)
            _write_array(writer._get_column(name), np.concatenate(values).astype(">u8"))
    writer.close()
    return all_lengths


def _merge_lengths(writer: Any, name: str, readers: list[MappedReader], numbers: list[np.ndarray]) -> bytes:
    lengths = [read_lengths(reader, name)[new >= 0] for reader, new in zip(readers, numbers, strict=True)]
    merged = np.concatenate(lengths)
    writer._create_column(f"_{name}_len", LENGTHS_COLUMN)
    _write_array(writer._get_column(f"_{name}_len"), merged)
    writer._fieldlengths[name] = sum(reader.field_length(name) for reader in readers)
    return merged.tobytes()


def _write_array(column: Any, values: np.ndarray) -> None:
    column._dbfile.write(values.tobytes())
    column._count = len(values)


def _merge_stored(writer: Any, readers: list[MappedReader], numbers: list[np.ndarray]) -> None:
    target = writer._get_column("_stored")._child
    for reader, new in zip(readers, numbers, strict=True):
        source = reader._perdoc.column_reader("_stored", VarBytesColumn())
        for old in np.flatnonzero(new >= 0).tolist():
            VarBytesColumn.Writer.add(target, int(new[old]), source[old])


def _merge_terms(readers: list[MappedReader], numbers: list[np.ndarray]) -> Iterator[tuple[str, bytes, Any]]:
    streams = [_term_stream(place, reader) for place, reader in enumerate(readers)]
    places = [new.tolist() for new in numbers]
    for (name, term), found in groupby(heapq.merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0)):
        postings: Gathered = [], [], []
        for _, place, info in found:
            _append_postings(read_bytes(readers[place]._terms, info), places[place], postings)
        yield name, term, postings


def _term_stream(place: int, reader: MappedReader) -> Iterator[tuple[tuple[str, bytes], int, Any]]:
    """Yield (field, term), the segment's place and the term's information; fields come in order of name."""
    return ((key, place, info) for key, info in reader._terms.items())


def _append_postings(data: bytes, new: list[int], postings: Gathered) -> None:
    ids, weights, values = postings
    for differences, block_weights, block_values in read_blocks(data):
        moved = [new[number] for number in accumulate(differences)]
        if not isinstance(block_weights, tuple):
            block_weights = (1.0 if block_weights is None else block_weights,) * len(moved)
        if min(moved) < 0:
            live = [number >= 0 for number in moved]
            moved, block_weights = list(compress(moved, live)), compress(block_weights, live)
            block_values = block_values and compress(block_values, live)
        ids.extend(moved)
        weights.extend(block_weights)
        values.extend(block_values or ())
