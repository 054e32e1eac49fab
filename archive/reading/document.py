"""One document, whatever holds it: markup, a saved page with its parts, a JSON object or a text."""

import json
import re

from archive.reading.bounds import LARGEST_DOCUMENT, LONGEST_LINE
from archive.reading.decoding import decode
from archive.reading.html import read_html
from archive.reading.jsonlines import read_record
from archive.reading.mhtml import is_mhtml, read_mhtml
from archive.reading.page import Page, UnreadableError
from archive.reading.text import read_text

HEAD = 65_536
LINES_TO_A_TAG = 5  # of markup; in text that holds a scrap of it, there are more

TOO_LARGE = (
    f"The document is larger than {LARGEST_DOCUMENT // 1_000_000} MB, the most that one page may have."
)
TOO_LONG = f"One line is longer than {LONGEST_LINE // 1_000_000} million letters; no article is."

OTHER_XML = "This is XML, but neither a page nor a feed."

WHOLE = r"<!doctype \s+ html | <(?:html|head|body|article) [\s>]"  # <!DOCTYPE html>
MARKUP = re.compile(rf"{WHOLE} | <(?:div|p|meta|table|span|h[1-6]) (?:\s [^<>]{{0,2000}})? >", re.X | re.I)
WHOLE_PAGE = re.compile(WHOLE, re.X | re.I)


def read_document(raw: bytes, path: str) -> Page:
    """Return the page that `raw` is. Raises UnreadableError where it is none."""
    if not raw.strip():
        raise UnreadableError("The file is empty.")
    if len(raw) > LARGEST_DOCUMENT:
        raise UnreadableError(TOO_LARGE)
    if is_mhtml(raw):
        return read_mhtml(raw, path)
    text = decode(raw)
    if _is_html(text):
        return read_html(raw, text, path)
    if is_object(raw):
        return read_record(raw, path)
    if text.lstrip().startswith("<?xml"):
        raise UnreadableError(OTHER_XML)
    page = read_text(raw, text, path)
    if max(map(len, page.lines)) > LONGEST_LINE:
        raise UnreadableError(TOO_LONG)
    return page


def _is_html(text: str) -> bool:
    """Tell markup from a text that mentions tags: it begins with one, or they stand all over it."""
    head = text[:HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        return MARKUP.search(head) is not None
    tags = len(MARKUP.findall(head))
    return tags > 2 and (tags * LINES_TO_A_TAG > head.count("\n") or WHOLE_PAGE.search(head) is not None)


def is_object(line: bytes) -> bool:
    """Tell whether `line` is a JSON object."""
    line = line.strip()
    if not (line.startswith(b"{") and line.endswith(b"}")):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
