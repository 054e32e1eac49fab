"""Who publishes: the name behind an agency's abbreviation, a byline or a web address."""

import re
from functools import cache
from urllib.parse import urlsplit

from archive.extraction.lexicon import table

FILE = "sources.tsv"


@cache
def _names() -> dict[str, str]:
    """Every name and alias, and its publisher."""
    found: dict[str, str] = {}
    for row in table(FILE):
        for alias in (row[0], *_parted(row[1])):
            found.setdefault(alias, row[0])
    return found


@cache
def _names_without_case() -> dict[str, str]:
    """Longer names and aliases in lower case; short ones could be words ("time", "ap") and are left out."""
    return {alias.lower(): name for alias, name in _names().items() if len(alias) > 4}


@cache
def _domains() -> dict[str, str]:
    return {domain: row[0] for row in table(FILE) if len(row) > 2 for domain in _parted(row[2])}


@cache
def agencies() -> frozenset[str]:
    """Return the publishers that are news agencies."""
    return frozenset(row[0] for row in table(FILE) if len(row) > 3 and row[3] == "agency")


@cache
def _words_too() -> frozenset[str]:
    """The publishers whose names are common words, so that a line with the name alone says nothing."""
    return frozenset(row[0] for row in table(FILE) if len(row) > 3 and row[3] == "word")


def source_named(written: str) -> str | None:
    """Return the publisher that `written` names: "AP" is Associated Press; None if it is not known."""
    written = " ".join(written.split()).strip(" .,:;()/|–—-")
    return _names().get(written) or _names_without_case().get(written.lower())


def source_of_address(url: str) -> str | None:
    """Return the publisher whose domain `url` is on, or on a subdomain of."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return None
    while "." in host:
        if host in _domains():
            return _domains()[host]
        host = host.partition(".")[2]
    return None


def _parted(column: str) -> list[str]:
    return [part for part in column.split("|") if part]


WORDS = re.compile(r"[^\s|/,;()•·]+(?: [^\s|/,;()•·]+)*")


def sources_in(line: str) -> list[str]:
    """Return the publishers named in the parts of a byline: "Ann Lee / TNN | Reuters" names two."""
    return [name for part in WORDS.finditer(line) if (name := _named_surely(part.group()))]


def _named_surely(written: str) -> str | None:
    name = source_named(written)
    return None if name in _words_too() and written.casefold() == (name or "").casefold() else name
