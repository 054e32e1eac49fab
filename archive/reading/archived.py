"""Copies in web archives: the address and the time of the copy, told apart from the page's own."""

import re

# https://web.archive.org/web/20030208112233im_/http://paper.example:80/news
COPY = re.compile(
    r"""https?://[\w.-]+/ (?:(?:web|wayback|all|ukwa|aits|na)/){0,2}
        (?P<time>(?:19|20)\d{12}) (?:[a-z]{2}_)? / (?P<url>https?:/{1,2}[^\s/].*)""",
    re.X,
)
# What a search engine wrote above its own copy.
CACHED = re.compile(
    r"This is Google['’]s cache of (?P<url>https?://\S+?)\.? It is a snapshot of the page as it appeared on "
    r"(?P<time>\d{1,2} \w{3,9} \d{4} \d\d:\d\d:\d\d GMT)"
)
PORT = re.compile(r"(?<=\w):80(?=/|$)")
# Around what the Wayback Machine puts into the pages that it shows.
TOOLBAR = ("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->")


def unarchived(url: str) -> tuple[str, str | None]:
    """Return the address of the page that `url` is an archive's copy of, and when that was made.

    Any other address comes back as it is, with None. Memento (RFC 7089) leaves the form of such addresses
    open; this is the one that archives have in common.
    """
    match = COPY.fullmatch(url.strip())
    if match is None:
        return url, None
    time = match["time"]
    moment = f"{time[:4]}-{time[4:6]}-{time[6:8]}T{time[8:10]}:{time[10:12]}:{time[12:]}Z"
    return PORT.sub("", match["url"], count=1), moment


def without_toolbar(markup: str) -> str:
    """Return the markup of a page without the bar that the archive shows above it."""
    begin, end = TOOLBAR
    above, _, below = markup.partition(begin)
    bar, closed, page = below.partition(end)
    return above + page if closed else markup
