"""How long documents of one megabyte take that nobody would print: `python -m tests.benchmarks.extremes`.

Each shape is one piece of text or markup, repeated. The times are the processor's own. Beside each runs a
loop that never changes, so that a slow core can be told from slow code: `slowness` is its time by that of a
calm core, and `calm` what the shape would take there. `growth` is how many times as long the whole takes as
a quarter of it; 4 is linear.
"""

import argparse
import multiprocessing
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from archive.extraction import extract
from archive.reading import Page, UnreadableError, read_bytes

SIZE = 1_000_000  # bytes, about
BAR = 2.0  # seconds on a calm core
PATIENCE = 120  # seconds, after which a shape is given up
ROUNDS = 1_000_000  # of the loop that never changes
CALM = 0.04  # seconds that the loop takes on a calm core
NAMES = ("John Smith", "Anna Berg", "Sergei Holm", "Mr. Ivan Petrov", "President Lee", "Minister Karl Dahl")
PROSE = "The minister said that the talks in Geneva had failed, he added. "
ARTICLE = (
    "NORLAND CITY, March 14 (NPA) - Foreign Minister Anna Berg met President Karl Holm on Tuesday.\n"
    "“We agreed on every point,” Berg told reporters in Geneva. “The rest,” she added, “is law.”\n"
)

TEXTS = {
    "quotes straight": '"',
    "quotes curly": "“a ” ",
    "quotes mixed": "'\"`“”",
    "quotes doubled": "''a'' ",
    "opening marks only": "“abc def ghi. ",
    "apostrophes": "'word word word ",
    "guillemets": "«a» ",
    "capital letters": "A",
    "capital words": "ABC DEF ",
    "title words": "Abc Def ",
    "one line of prose": PROSE,
    "paragraphs": PROSE + "\n",
    "articles": ARTICLE,
    "digits": "1234567890",
    "numbers": "12 ",
    "dates": "12.03.2015 ",
    "dates in words": "March 12, 2015. ",
    "dates of two languages": "3 March 2014 3 mars 2014 8.5.12 ",
    "photos, credited": "A man walks by. Photo: ",
    "dates in a clause": "on 3 March 2014 he said. ",
    "date lines": "March 12, 2015\n",
    "months": "May ",
    "clocks": "12:30 ",
    "full stops": ".",
    "stops, spaced": ". ",
    "initials": "a.b.",
    "capital initials": "A. B. ",
    "brackets": "( a ",
    "closing brackets": "a ) ",
    "square brackets": "[[",
    "one word": "word ",
    "said": "said ",
    "said, in lines": "said\n",
    "names": ", ".join(NAMES) + ", ",
    "names, in lines": "\n".join(NAMES) + "\n",
    "names that said": " ".join(f"{name} said" for name in NAMES) + " ",
    "offices": "foreign minister ",
    "offices in capitals": "Foreign Minister of ",
    "newlines": "\n",
    "letter lines": "a\n",
    "capital lines": "A\n",
    "commas": ",",
    "words and commas": "a, ",
    "dashes": "- ",
    "bullets": "- a\n",
    "hyphens": "a-",
    "colons": "Smith: ",
    "colons only": ":",
    "labels": "SMITH: yes it is so\n",
    "labels of prose": "ANNA BERG: We will not sign this treaty.\n",
    "questions": "Q: Is it so?\nA: It is.\n",
    "citing": "the agency reported, citing Berg, ",
    "quoted": "“We won,” Berg said. ",
    "he said": "He said that he said that ",
    "of": "of the ",
    "and": "and Smith ",
    "spaces": " ",
    "tabs": "a\t",
    "weekdays": "On Monday ",
    "years": "in 2015 ",
    "addresses": "www.a.com/",
    "addresses in lines": "https://example.org/2015/03/12/a-story.html\n",
    "joiners": "\u200d",
    "Chinese": "中",
    "Chinese sentences": "部长说，会谈已经开始。",
    "Chinese lines": "部长说，会谈已经开始。\n",
    "Cyrillic": "Министр сказал, что переговоры начались. ",
    "Arabic": "قال الوزير إن المحادثات بدأت. ",
    "combining": "e\u0301",
    "emoji": "😀 ",
    "headlines": "Minister Of Foreign Affairs Meets In Geneva\n",
    "tags": "Tags: ",
    "published": "Published: ",
    "photo": "Photo: ",
    "credits": "x. Getty ",
    "bylines": "By Anna Berg ",
    "topics": "... 1 Topic: a (1) ",
    "datelines": "GENEVA (AP) - ",
    "dateline lines": "GENEVA, March 14 (AP) - Talks began.\n",
    "markdown": "# A heading\n\n* [a](http://b.c)\n",
    "quoted mail": "> > a\n",
    "quotations alone": "“We agree,” ",
    "wrapped": "The minister said that the talks in Geneva had failed to\nbring any result, and left\n",
    "hyphenated": "minis-\nter ",
    "underscores": "_",
    "no-break spaces": "\u00a0a",
    "control characters": "\x01\x02",
}
MARKUP = {
    "p": "<p>",
    "p closed": "<p></p>",
    "p words": "<p>word",
    "p sentences": f"<p>{PROSE}</p>",
    "div": "<div>",
    "div closed": "<div></div>",
    "div after depth": "<div>a",
    "span": "<span>",
    "span closed": "<span></span>",
    "b": "<b>",
    "b and i crossed": "<b><i></b></i>",
    "a": "<a href=x>",
    "a closed": '<a href="x">y</a>',
    "links": '<li><a href="https://example.org/a">A story of some length here</a></li>\n',
    "li": "<li>",
    "ul li": "<ul><li>",
    "dl": "<dl><dt>a<dd>b",
    "br": "<br>",
    "br words": "word<br>",
    "hr": "<hr>",
    "td": "<td>",
    "table deep": "<table><tr><td>",
    "table rows": "<tr><td>a</td><td>b</td></tr>",
    "mixed": "<div><p><b>x</b></p></div>",
    "meta": '<meta name="x" content="y">',
    "meta names": '<meta property="article:tag" content="y">',
    "link": '<link rel="canonical" href="https://a.b/c">',
    "title": "<title>a</title>",
    "script": "<script></script>",
    "script open": "<script>",
    "style": "<style>a{}</style>",
    "comments": "<!-- -->",
    "comment open": "<!--",
    "conditional comments": "<!--[if IE]>a<![endif]-->",
    "cdata": "<![CDATA[a]]>",
    "processing": "<?xml a?>",
    "doctype": "<!DOCTYPE html>",
    "entities": "&amp;",
    "entities open": "&amp",
    "entities unknown": "&abc;",
    "entities numbered": "&#8217;",
    "less-than": "<",
    "less-than words": "< a ",
    "broken tags": "<a <b ",
    "closing only": "</p>",
    "closing unknown": "</x>",
    "attributes": '<p a="b" c="d" e="f">x</p>',
    "attribute names": "<p a b c d e f g h>",
    "unknown": "<x>",
    "unknown closed": "<x></x>",
    "custom": "<my-tag>a</my-tag>",
    "h1": "<h1>a</h1>",
    "h1 open": "<h1>",
    "img": "<img src=x alt=y>",
    "JSON-LD": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a"}</script>',
    "microdata": '<div itemscope itemtype="http://schema.org/NewsArticle"><b itemprop="name">a</b></div>',
    "time": '<time datetime="2015-01-01">a</time>',
    "font": "<font>a",
    "font crossed": "<font><p>a</font>",
    "nobr": "<nobr>",
    "form": "<form><p>",
    "button": "<button>",
    "select": "<select><option>a",
    "figure": "<figure><figcaption>a</figcaption></figure>",
    "blockquote": "<blockquote>",
    "pre": "<pre>a\n</pre>",
    "textarea": "<textarea>",
    "svg": "<svg><path d='a'/></svg>",
    "svg deep": "<svg><g>",
    "math": "<math><mi>a</mi></math>",
    "iframe": "<iframe></iframe>",
    "template": "<template><p>a</p></template>",
    "frameset": "<frameset><frame>",
    "body": "<body>",
    "html": "<html a=b>",
    "article": "<article><h2>a</h2><p>b.</p></article>",
    "plaintext": "<plaintext>a",
    "toolbar": "<!-- BEGIN WAYBACK TOOLBAR INSERT -->",
    "sup": "<sup>1</sup>",
    "hidden": "<p hidden>a</p>",
    "ruby": "<ruby>a<rt>b</ruby>",
    "marquee": "<marquee>",
}
# What no repetition says: one attribute, one comment, one script of the whole size; all in one element.
WHOLE = {
    "one attribute": ('<p title="', "a", '">b</p>'),
    "one tag of attributes": ("<p ", "a=b ", ">x</p>"),
    "one comment": ("<!--", "a-", "-->"),
    "one script": ('<script type="application/ld+json">', '{"a":[', "</script>"),
    "one JSON list": ('<script type="application/ld+json">[', "{},", "{}]</script>"),
    "one paragraph": ("<p>", PROSE, "</p>"),
    "one pre": ("<pre>", PROSE + "\n", "</pre>"),
    "one table": ("<table>", "<tr><td>a</td><td>b</td></tr>", "</table>"),
    "one title": ("<title>", "word ", "</title><p>a</p>"),
    "one keyword list": ('<meta name="keywords" content="', "a, ", '">'),
    "one long address": ('<a href="https://a.b/', "c/", '">d</a>'),
    "brackets closed": ("", "(", ")"),
}


@dataclass(frozen=True)
class Row:
    """The seconds that reading and extraction of one shape took, and how slow the core was then."""

    name: str
    read: float
    extract: float
    growth: float
    slowness: float

    @property
    def calm(self) -> float:
        """The seconds that a calm core would take."""
        return (self.read + self.extract) / self.slowness

    def __str__(self) -> str:
        slow = "slow" if self.calm > BAR else ""
        return (
            f"{self.name:30}{self.read:9.2f}{self.extract:9.2f}{self.growth:9.1f}{self.slowness:9.1f}"
            f"{self.calm:9.2f}  {slow}"
        )


def filled(begin: str, piece: str, end: str, size: int) -> str:
    """Return a document of about `size` bytes."""
    return begin + piece * (size // len(piece.encode())) + end


@cache
def shapes() -> dict[str, tuple[str, str, str]]:
    """Return the beginning, the piece that is repeated and the end of every document by its name."""
    head, foot = "<!DOCTYPE html><html><head><title>T</title></head><body>", "</body></html>"
    return (
        {f"text: {name}": ("", piece, "") for name, piece in TEXTS.items()}
        | {f"html: {name}": (head, piece, foot) for name, piece in MARKUP.items()}
        | {f"html: {name}": (head + begin, piece, end + foot) for name, (begin, piece, end) in WHOLE.items()}
    )


def loop() -> float:
    """Return the processor seconds of the loop that never changes."""
    begin, total = time.process_time(), 0
    for number in range(ROUNDS):
        total += number & 7
    return time.process_time() - begin


def timed(document: str) -> tuple[float, float]:
    """Return the processor seconds of reading and of extracting one document."""
    begin = time.process_time()
    try:
        pages = [page for page in read_bytes(document.encode(), "extreme") if isinstance(page, Page)]
    except UnreadableError:
        pages = []
    read = time.process_time()
    for page in pages:
        extract(page)
    return read - begin, time.process_time() - read


def measure(name: str, size: int) -> Row:
    """Return how long the shape takes."""
    shape = shapes()[name]
    timed(ARTICLE)  # what is loaded once
    timed(f"<html><body><p>{ARTICLE}</p></body></html>")
    before = loop()
    quarter = timed(filled(*shape, size // 4))
    read, extracted = timed(filled(*shape, size))
    slowness = max((before + loop()) / 2 / CALM, 1.0)
    return Row(name, read, extracted, (read + extracted) / (sum(quarter) or 1e-9), slowness)


def measure_all(names: list[str], size: int) -> Iterator[Row | str]:
    """Yield what each shape takes, or the name of one that takes longer than anybody waits."""
    for name in names:
        with multiprocessing.Pool(1) as pool:
            try:
                yield pool.apply_async(measure, (name, size)).get(PATIENCE)
            except multiprocessing.TimeoutError:
                yield name


def main() -> None:
    """Print a table; the exit status is 1 if a shape is over the bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE, help="bytes of a document (default: 1,000,000)")
    parser.add_argument("--only", nargs="*", default=[""], help="shapes whose names hold one of these")
    options = parser.parse_args()
    names = [name for name in shapes() if any(part in name for part in options.only)]
    print(f"{'':30}{'read':>9}{'extract':>9}{'growth':>9}{'slowness':>9}{'calm':>9}")
    over = 0
    for row in measure_all(names, options.size):
        print(f"{row:30} over {PATIENCE} s" if isinstance(row, str) else row, flush=True)
        over += isinstance(row, str) or row.calm > BAR
    print(f"{len(names)} shapes, {over} over {BAR} s on a calm core")
    sys.exit(over > 0)


if __name__ == "__main__":
    main()
