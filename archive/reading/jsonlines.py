"""JSON Lines: one article a line, with the fields that `extract` prints."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from archive.reading.decoding import plain
from archive.reading.page import Metadata, Page, Unread, UnreadableError


def read_jsonlines(lines: Iterable[bytes], path: str) -> Iterator[Page | Unread]:
    """Yield a page a line; a line that holds no article is an `Unread`, and the others go on.

    A record is named ``path#number``, its raw bytes are those of its line.
    """
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(b"\xef\xbb\xbf").strip()
        if not line:
            continue
        name = f"{path}#{number}"
        try:
            yield read_record(line, name)
        except UnreadableError as error:
            yield Unread(name, str(error))


def read_record(raw: bytes, path: str) -> Page:
    """Return the page that one JSON object describes. Raises UnreadableError if it is none or has no body."""
    fields = _parse(raw)
    body = fields.get("body")
    if not isinstance(body, str) or not body.strip():
        raise UnreadableError('The record has no "body".')
    title = _text(fields, "title")
    body = "\n".join(line.rstrip() for line in plain(body).strip().split("\n"))
    return Page(
        path=path,
        raw=raw,
        sha256=sha256(raw).hexdigest(),
        format="jsonl",
        lines=tuple(filter(None, [title, *(line.strip() for line in body.split("\n"))])),
        body=body,
        metadata=_metadata(fields, title),
    )


def _parse(raw: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise UnreadableError("The line is not UTF-8, as JSON has to be.")
    except (ValueError, RecursionError):
        raise UnreadableError("The line is not valid JSON.")
    if not isinstance(fields, dict):
        raise UnreadableError("The line is JSON, but no object.")
    return fields


def _metadata(fields: dict[str, Any], title: str | None) -> Metadata:
    published = fields.get("published")
    if isinstance(published, dict):
        published = _cut(_text(published, "date"), _text(published, "precision"))
    else:
        published = _text(fields, "published")
    topics = fields.get("topics")
    return Metadata(
        title=title,
        url=_text(fields, "url"),
        site_name=_text(fields, "source"),
        published=published,
        captured=_text(fields, "captured"),
        language=_text(fields, "language"),
        author=_text(fields, "author"),
        keywords=tuple(t for t in topics if isinstance(t, str)) if isinstance(topics, list) else (),
        section=_text(fields, "series"),
    )


def _cut(date: str | None, precision: str | None) -> str | None:
    """Write a date as short as its precision: ``2015-11-01`` to the month is ``2015-11``."""
    if date is None or precision == "unknown":
        return None
    return date[: {"month": 7, "year": 4, "day": 10}.get(precision or "", len(date))]


def _text(fields: dict[str, Any], name: str) -> str | None:
    """Return a field that is text; JSON can also hold lone surrogates and controls, which go."""
    value = fields.get(name)
    return " ".join(plain(value).split()) or None if isinstance(value, str) else None
