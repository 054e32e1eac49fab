"""Pages that a browser saved with all their parts in one file (MHTML, RFC 2557)."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from hashlib import sha256

from archive.reading.decoding import decode
from archive.reading.html import read_html
from archive.reading.letters import letter_date
from archive.reading.page import Page, UnreadableError

HEAD = 4096  # bytes
HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
OF_PARTS = re.compile(rb"^Content-Type:\s*multipart/related\b", re.M | re.I)


def is_mhtml(raw: bytes) -> bool:
    """Tell a page saved with its parts: it begins with the headers of a letter of related parts."""
    head = raw[:HEAD].lstrip()
    return HEADERS.match(head) is not None and OF_PARTS.search(head) is not None


def read_mhtml(raw: bytes, path: str) -> Page:
    """Return the page among the parts, with the address and the time that the browser noted.

    Raises UnreadableError where no part is markup.
    """
    message = message_from_bytes(raw.lstrip(), policy=policy.default)
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    document = part.get_payload(decode=True) if part else None
    if not isinstance(document, bytes) or part is None:
        raise UnreadableError("The saved page has no part that is markup.")
    page = read_html(document, decode(document), path)
    address = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
    metadata = replace(
        page.metadata,
        url=page.metadata.url or address,
        captured=page.metadata.captured or letter_date(_header(message, "Date") or ""),
    )
    return replace(page, raw=raw, sha256=sha256(raw).hexdigest(), metadata=metadata)


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(message.get(name, "")).split()) or None
